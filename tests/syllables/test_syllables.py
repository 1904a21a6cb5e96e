"""Syllables counted right on word lists of our own, in both languages, also on those that no rule was made for."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import syllables

LANGUAGES = ("en", "nl")
LEAST = {"en": 300, "nl": 400}  # words a list must hold


def words(language: str, *, held_out: bool | None = None) -> dict[str, int]:
    """Each word with its number of syllables; `held_out` asks for one part of the list only."""
    found, beyond = {}, False
    for line in (Path(__file__).parent / f"{language}.txt").read_text("utf-8").splitlines():
        beyond = beyond or line == "# held out"
        if line and not line.startswith("#") and held_out in (None, beyond):
            found[line.replace("·", "")] = len(line.split("·"))
    return found


def share_right(listed: dict[str, int], language: str) -> float:
    return sum(syllables.count(w, language) == n for w, n in listed.items()) / len(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_words_are_counted_right(language):
    assert len(words(language)) >= LEAST[language]
    assert share_right(words(language), language) >= 0.98


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_no_rule_was_made_for_are_counted_as_well(language):
    assert share_right(words(language, held_out=True), language) >= 0.97


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exception_is_one(language):
    table = tomllib.loads(resources.files("waarmerk").joinpath("data/syllables.toml").read_text("utf-8"))[language]
    rule = {"en": syllables.by_english_spelling, "nl": syllables.by_dutch_spelling}[language]
    listed = [(w, int(n)) for name in ("words", "parts") for n, ws in table.get(name, {}).items() for w in ws.split()]
    assert [w for w, n in listed if rule(w) == n] == []
    assert len({w for w, _ in listed}) == len(listed)


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("NS", "nl", 2),
        ("BBC", "en", 3),
        ("foto's", "nl", 2),
        ("zo'n", "nl", 1),
        ("people's", "en", 2),
        ("can’t", "en", 1),
    ],
)
def test_letters_and_apostrophes(word, language, number):
    assert syllables.count(word, language) == number


@given(st.text(max_size=120), st.sampled_from(["en", "nl", "uncertain"]))
def test_any_word_has_a_syllable_and_no_more_than_letters(word, language):
    assert 1 <= syllables.count(word, language) <= max(1, 2 * len(word))
    assert syllables.count(word.lower(), language) == syllables.count(word.lower().replace("'", "’"), language)
