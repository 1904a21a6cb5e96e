"""Where associations come from: handles, hashtags, hosts, words of attachment; and common words that are no brand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import text as stage
from waarmerk.records import Association, Fields, Options, Position, Post, Profile
from waarmerk.text.associations import links

LEAST = 0.85  # share of our own sentences, hard ones among them, that must be right in each language
ROWS = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("sources.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def read(lang: str, fields: Fields) -> tuple[Association, ...]:
    return stage.read((Profile(fields),), Options(language=lang, sensitive=True)).associations


def right(lang: str, sentence: str, name: str, expected: str) -> bool:
    found = read(lang, Fields(about=sentence))
    if name == "-":
        return not any(expected.lower() in a.name.lower() for a in found)
    return next((a.relation for a in found if name.lower() in a.name.lower()), "") == expected


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_own_sentences_of_every_source(lang: str) -> None:
    rows = [r for r in ROWS if r[0] == lang]
    wrong = [r for r in rows if not right(*r)]
    assert len(rows) >= 35
    assert len(wrong) <= (1 - LEAST) * len(rows), wrong


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://www.gazelle.nl/dealers?x=1#top", "Gazelle"),
        ("https://shop.miele.co.uk", "Miele"),
        ("bol.com", "Bol"),
        ("https://bol.com/nl", "Bol"),
        ("https://github.com/harwick", None),
        ("https://open.spotify.com/artist/1", None),
        ("https://annbell.nl", None),
        ("https://localhost:8000", None),
        ("mailto:ann@harwick.example", None),
        ("", None),
    ],
)
def test_a_host_is_a_name_only_where_nobody_else_has_pages(link: str, name: str | None) -> None:
    found = links.leads_to(link, ())
    assert (found[0] if found else None) == name
    assert found is None or link[found[2] : found[3]].lower().replace(".com", "") in found[0].lower()


def test_a_link_to_the_employer_s_own_site_is_the_employer() -> None:
    jobs = (Position("planner", "Harwick Freight", "2019", "present"),)
    found = read("en", Fields(about="I plan trains.", experience=jobs, links=("https://www.harwickfreight.com/team",)))
    assert [(a.name, a.relation, len(a.spans)) for a in found] == [("Harwick Freight", "employee", 2)]
    assert found[0].spans[1].field == "links[0]"


def test_a_link_alone_to_an_unknown_host_says_nothing() -> None:
    assert read("en", Fields(about="I plan trains.", links=("https://www.harwickfreight.com",))) == ()


@pytest.mark.parametrize("tag", ["#bigmistake", "#mondaymotivation", "#harwicklife"])
def test_a_hashtag_that_nobody_knows_is_a_topic(tag: str) -> None:
    assert read("en", Fields(posts=(Post(f"Planned the night trains again. {tag}"),))) == ()


@pytest.mark.parametrize("post", ["Two days of #Godot at my desk.", "Two days of Godot at my desk."])
def test_a_known_tool_counts_with_and_without_its_tag(post: str) -> None:
    assert [a.name for a in read("en", Fields(posts=(Post(post),)))] == ["Godot"]


@given(st.text(max_size=300))
def test_any_link_can_be_read(link: str) -> None:
    found = links.leads_to(link, frozenset({"harwick"}))
    assert found is None or 0 <= found[2] < found[3] <= len(link)
