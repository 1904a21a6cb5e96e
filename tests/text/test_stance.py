"""Stance: for or against a name, from the words, signs and turns of the sentence, and what must not change it."""

import time
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waarmerk import text as stage
from waarmerk.records import Fields, Options, Post, Profile
from waarmerk.text.associations import words

DECIDED = 0.25  # from here a stance is told as for or against
LEAST = 0.9  # share of our own sentences, hard ones among them, that must be right in each language
FILE = Path(__file__).with_name("stances.txt")
ROWS = [
    tuple(cell.strip() for cell in line.split("|", 3))
    for line in FILE.read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def stance(words: str, name: str, lang: str = "en", *, post: bool = True) -> float:
    """Stance towards the first association that holds the name; 0 where there is none."""
    fields = Fields(posts=(Post(words),)) if post else Fields(about=words)
    found = stage.read((Profile(fields),), Options(language=lang)).associations
    return next((a.stance for a in found if name.lower() in a.name.lower()), 0.0)


def sign(value: float) -> str:
    return "+" if value > DECIDED else "-" if value < -DECIDED else "0"


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_own_sentences_of_every_stance(lang: str) -> None:
    rows = [r for r in ROWS if r[0] == lang]
    wrong = [r for r in rows if sign(stance(r[3], r[2], lang, post=False)) != r[1]]
    assert len(rows) == 60
    assert len(wrong) <= (1 - LEAST) * len(rows), wrong


@pytest.mark.parametrize(
    ("lang", "liked", "denied"),
    [
        ("en", "I think Firefox is great.", "I think Firefox is not great."),
        ("en", "I would buy a Fairphone again, it was good.", "I would not buy it, Fairphone wasn't good."),
        ("nl", "Ik vind Firefox fijn.", "Ik vind Firefox niet fijn."),
    ],
)
def test_denial_turns_it(lang: str, liked: str, denied: str) -> None:
    name = "Fairphone" if "Fairphone" in liked else "Firefox"
    assert stance(liked, name, lang) > DECIDED
    assert stance(denied, name, lang) < 0


@pytest.mark.parametrize(
    ("lang", "words", "better", "worse"),
    [
        ("en", "For me Firefox is so much nicer than Chrome.", "Firefox", "Chrome"),
        ("en", "I moved: left Trello for Basecamp.", "Basecamp", "Trello"),
        ("en", "I love my Fairphone, but I can't stand Windows.", "Fairphone", "Windows"),
        ("nl", "Voor mij is Firefox veel fijner dan Chrome.", "Firefox", "Chrome"),
        ("nl", "Eerlijk gezegd hou ik van Linux, maar van Windows word ik zo moe.", "Linux", "Windows"),
    ],
)
def test_two_names_may_get_two_stances(lang: str, words: str, better: str, worse: str) -> None:
    assert stance(words, better, lang) > DECIDED
    assert stance(words, worse, lang) < 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bought a Fairphone. Love it!", "+"),
        ("Amazing! A Fairphone for my birthday.", "+"),
        ("Bought a Fairphone. #fail", "-"),
        ("Bought a Fairphone :(", "-"),
        ("Bought a Fairphone 😍", "+"),
        ("Bought a Fairphone. It is sooo gooood!", "+"),
    ],
)
def test_the_rest_of_a_post_is_about_its_name(words: str, expected: str) -> None:
    assert sign(stance(words, "Fairphone")) == expected


def test_a_word_between_quotes_of_its_own_is_kept_at_a_distance() -> None:
    assert sign(stance('I know the "great" service of Fairphone.', "Fairphone", post=False)) == "0"
    assert sign(stance("I know the great service of Fairphone.", "Fairphone", post=False)) == "+"


def test_in_a_bio_the_next_sentence_must_point_back() -> None:
    assert sign(stance("I sell for Miele. I love swimming in lakes.", "Miele", post=False)) == "0"
    assert sign(stance("I sell for Miele. It is a wonderful place.", "Miele", post=False)) == "+"


@pytest.mark.parametrize(
    ("lang", "words", "name", "relation"),
    [
        ("en", "What I think: Outlook is a disaster and I hate it.", "Outlook", "critic"),
        ("en", "The best tool I know is Blender, I adore it.", "Blender", "fan"),
        ("nl", "Wat mij betreft is Outlook een ramp, ik haat het.", "Outlook", "critic"),
        ("nl", "Het beste gereedschap is Blender, geweldig.", "Blender", "fan"),
    ],
)
def test_strong_feeling_makes_a_fan_or_a_critic(lang: str, words: str, name: str, relation: str) -> None:
    found = stage.read((Profile(Fields(posts=(Post(words),))),), Options(language=lang)).associations
    assert {a.name: a.relation for a in found}[name] == relation


def test_feeling_makes_no_fan_of_an_employee() -> None:
    found = stage.read((Profile(Fields(about="I love working at Miele.")),), Options(language="en")).associations
    assert [(a.relation, sign(a.stance)) for a in found] == [("employee", "+")]


@given(st.lists(st.sampled_from([r[3] for r in ROWS]), min_size=1, max_size=4), st.sampled_from(["en", "nl"]))
@settings(max_examples=25, deadline=None)
def test_stance_stays_within_its_bounds(parts: list[str], lang: str) -> None:
    found = stage.read((Profile(Fields(posts=(Post(" ".join(parts)),))),), Options(language=lang)).associations
    assert all(-1.0 <= a.stance <= 1.0 and 0.0 <= a.emotion <= 1.0 for a in found)


@pytest.mark.parametrize("row", ROWS[::9], ids=lambda r: r[3][:30])
def test_spaces_and_quotes_of_another_make_change_nothing(row: tuple[str, ...]) -> None:
    lang, _, name, words = row
    assert stance(words.replace("'", "\u2019") + "  \n", name, lang) == stance(words, name, lang)


def test_small_words_stand_in_both_languages() -> None:
    raw = tomllib.loads(resources.files("waarmerk").joinpath("data/names.toml").read_text("utf-8"))
    assert set(raw["en"]) == set(raw["nl"])
    assert all(w == w.lower() for rows in raw.values() for role in rows.values() for w in role)


def test_signs_are_graded_and_of_both_kinds() -> None:
    grades = words.signs().values()
    assert all(-1 <= g <= 1 and g for g in grades)
    assert min(grades) < 0 < max(grades)


def test_reading_stance_is_linear() -> None:
    body = "I love Linux, but Windows is not great and Firefox is better than Chrome :) 😍 " * 400
    start = time.perf_counter()
    stance(body, "Linux", post=False)
    assert time.perf_counter() - start < 12
