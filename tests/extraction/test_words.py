"""The words readers look for, the texts of warnings, and the small readers of numbers, dates, names and plain text."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from waarmerk import extraction
from waarmerk.extraction import counts, entities, fields, names, social, words

DATA = resources.files("waarmerk").joinpath("data")
LANGUAGES = ("en", "nl")


def table(*path: str) -> dict[str, dict[str, object]]:
    return tomllib.loads(DATA.joinpath(*path).read_text(encoding="utf-8"))


def test_every_language_has_the_same_lists() -> None:
    shapes = [{name: set(keys) for name, keys in table("extraction", f"{lang}.toml").items()} for lang in LANGUAGES]
    assert {name: keys - {"whole"} for name, keys in shapes[0].items()} == {
        name: keys - {"whole"} for name, keys in shapes[1].items()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_warning_has_its_text(lang: str) -> None:
    assert set(table("locale", lang, "extraction.toml")["warnings"]) == set(fields.WARNINGS)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("About", "about"), ("Over mij", "about"), ("Over Jan de Boer", "about"), ("WERKERVARING", "experience"),
        ("Skills (12)", "skills"), ("Articles by Ann", "posts"), ("Meer activiteiten van Jan", "other"),
        ("People also viewed", "other"), ("Over honden en katten", None), ("The bridge", None), ("", None), ("x" * 99, None),
    ],
)  # fmt: skip
def test_headings_in_both_languages(text: str, kind: str | None) -> None:
    assert words.heading(text) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,234 Followers, 56 Following, 78 Posts", {"followers": 1234, "following": 56, "posts": 78}),
        ("1.234 volgers, 56 volgend, 78 berichten", {"followers": 1234, "following": 56, "posts": 78}),
        ("1.1M followers", {"followers": 1_100_000}), ("12,4 mln. volgers", {"followers": 12_400_000}),
        ("500+ connections", {"connections": 500}), ("2 805 members", {"members": 2805}),
        ("Followers: 12", {"followers": 12}), ("3 followers of 1990", {"followers": 3}), ("no numbers", {}),
    ],
)  # fmt: skip
def test_counters(text: str, found: dict[str, int]) -> None:
    assert counts.find(text) == found


@pytest.mark.parametrize(
    "text", ["Apr 2019 - Present · 5 yrs 4 mos", "mei 2011 – heden", "2005 – 2009", "Issued May 2019", "sinds 2012"]
)
def test_dates(text: str) -> None:
    assert entities.is_dates(text)


@pytest.mark.parametrize("text", ["Born 1990 in Delft", "6 yrs 8 mos", "Company 2000", "", "May I help"])
def test_no_dates(text: str) -> None:
    assert not entities.is_dates(text)


@pytest.mark.parametrize("text", ["Ann Lee", "Teun van der Horst", "Anne-Marie O'Neill", "J. R. Hartley"])
def test_names(text: str) -> None:
    assert names.looks_like_name(text)


@pytest.mark.parametrize(
    "text", ["The Daily Groyne", "Ann", "about us today", "Studio Zon", "Ann Lee 2", "My Blog", "Een Huis"]
)
def test_no_names(text: str) -> None:
    assert not names.looks_like_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Hi, I'm Ann Lee.", "Ann Lee"), ("Ik ben Bas van Dam, docent", "Bas van Dam"), ("Ik ben blij", None)],
)
def test_greetings(text: str, name: str | None) -> None:
    assert names.greeted(text) == name


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ('5 Followers - Ann (@ann) on Instagram: "I mend clocks."', "I mend clocks."),
        ("I mend clocks. See the latest conversations with @ann.", "I mend clocks."),
        ("Bekijk Instagram-foto's en -video's van Ann (@ann)", ""),
        ("I mend clocks.", "I mend clocks."),
    ],
)
def test_slogans_are_cut(text: str, own: str) -> None:
    assert social.own_words(text) == own


@pytest.mark.parametrize(
    ("href", "real"),
    [
        ("https://l.instagram.com/?u=https%3A%2F%2Fann.example%2F&e=1", "https://ann.example/"),
        ("https://ann.example/?utm_source=x&a=1", "https://ann.example/?a=1"), ("//ann.example", "https://ann.example"),
        ("javascript:alert(1)", None), ("mailto:ann@ann.example", None), ("http://[", None), ("", None),
    ],
)  # fmt: skip
def test_links(href: str, real: str | None) -> None:
    assert fields.link(href) == real


def test_plain_text_is_about() -> None:
    profile = extraction.from_text("I mend clocks.\r\n\r\n\r\nIn Wexcombe.\x07 ")
    assert profile.fields.about == "I mend clocks.\n\nIn Wexcombe."
    assert (profile.site, profile.warnings) == ("text", ("missing:name",))


def test_markdown_parts_into_fields() -> None:
    text = "# Ann Lee\n\nI *mend* **clocks**, see [my shop](https://ann.example).\n\n## Vaardigheden\n- vijlen\n- luisteren\n"
    fields_ = extraction.from_markdown(text).fields
    assert fields_.name == "Ann Lee"
    assert fields_.about == "I mend clocks, see my shop."
    assert fields_.skills == ("vijlen", "luisteren")
    assert fields_.links == ("https://ann.example",)
