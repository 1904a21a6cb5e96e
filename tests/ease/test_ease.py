"""Reading ease: the published formulas as published, the blend as fitted, and its terms the way they should point."""

from __future__ import annotations

import math
import sys
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "models" / "readability"))

import twins

from waarmerk import ease, frequency
from waarmerk import text as texts
from waarmerk.records import Brand, Fields, Options, Profile
from waarmerk.signals import kit, readability

LANGUAGES = ("en", "nl")


def blend(text: str, language: str) -> float:
    found = ease.read(twins.read(text, language), language)
    assert found is not None
    return found.ease


@pytest.mark.parametrize(
    ("language", "name", "words", "sounds", "told"),
    [
        ("en", "flesch", 10, 1.5, 69.785),
        ("en", "flesch", 20, 1.7, 42.715),
        ("nl", "flesch-douma", 10, 1.5, 82.04),
        ("nl", "flesch-douma", 20, 1.9, 41.94),
        ("nl", "leesindex-a", 10, 1.5, 75.0),
        ("nl", "leesindex-a", 20, 1.8, 35.0),
    ],
)
def test_formulas_give_what_their_makers_say(language, name, words, sounds, told):
    assert ease.of(language).formulas[name].ease(words, sounds) == pytest.approx(told, abs=0.01)


def test_dutch_formula_agrees_with_textstat():
    from textstat.backend.metrics import flesch_reading_ease

    text = "De boot ligt aan de kant van het meer. Mijn broer bouwt kasten van oud hout. Wij werken daar graag."
    found = ease.read(twins.read(text, "nl"), "nl")
    ours = ease.of("nl").formulas["flesch-douma"].ease(found.length, found.syllables)
    assert ours == pytest.approx(flesch_reading_ease(text, "nl"), abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hard_twins_read_harder(language):
    pairs = twins.pairs(language)
    assert len(pairs) >= 100
    right = sum(blend(easy, language) > blend(hard, language) for hard, easy in pairs)
    assert right / len(pairs) >= 0.97


def test_the_weights_are_those_that_the_pairs_give():
    file = resources.files("waarmerk").joinpath("data/readability/weights.toml")
    kept = tomllib.loads(file.read_text("utf-8"))
    rows = twins.table()
    assert tuple(kept) == ease.TERMS
    assert list(kept.values()) == pytest.approx(list(twins.fitted(rows)), abs=0.06)
    assert twins.crossed(rows) >= 0.95


@pytest.mark.parametrize(
    ("language", "easier", "harder"),
    [
        ("en", "We start at nine.", "We commence at nine."),
        ("en", "We sent the letter.", "The letter was written."),
        ("en", "You can park here.", "Visitors can park here."),
        ("en", "We move in May. Then we paint.", "We move in May and then, once that is done, we paint."),
        ("nl", "U krijgt ook een kopie.", "U krijgt tevens een kopie."),
        ("nl", "We sturen de brief.", "De brief wordt verstuurd."),
        ("nl", "U kunt hier parkeren.", "Bezoekers kunnen hier parkeren."),
        ("nl", "We verhuizen in mei. Dan verven we.", "We verhuizen in mei en daarna, als dat klaar is, verven we."),
        ("nl", "De zaal is klein.", "De zaal (boven) is klein."),
        ("nl", "De trainer helpt.", "De begeleidingsmedewerker helpt."),
    ],
)
def test_what_guides_advise_reads_easier(language, easier, harder):
    assert blend(easier, language) > blend(harder, language)


@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_text_has_an_ease_or_none(text, language):
    found = ease.read(twins.read(text, language), language)
    assert found is None or (math.isfinite(found.ease) and found.words > 0)


def test_a_language_without_rules_has_no_ease():
    assert ease.read(twins.read("Kedi minderde uyur.", "en"), "tr") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signal_can_be_rebuilt_and_resampled_from_its_parts(language):
    about = readability.CLEAN[language][0]
    text = texts.read((Profile(Fields(about=about, headline="CEO, HR, IT")),), Options(language=language))
    reading = readability.measure(text, Brand())
    assert len(reading.parts.rows) == len(text.sentences)
    assert kit.total(reading.parts) == pytest.approx(reading.measure, abs=0.01)
    assert set(reading.details["formulas"]) == set(ease.of(language).formulas)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_sentence_is_shown(language):
    text = texts.read((Profile(Fields(about=readability.CLEAN[language][0])),), Options(language=language))
    assert not readability.measure(text, Brand()).findings
    long = {
        "en": "I fix " + "an old clock and " * 12 + "a bell.",
        "nl": "Ik maak " + "een oude klok en " * 12 + "een bel.",
    }
    text = texts.read((Profile(Fields(about=long[language])),), Options(language=language))
    assert [f.note for f in readability.measure(text, Brand()).findings] == ["report.note.readability.concern"]


@pytest.mark.parametrize(("language", "common", "rare"), [("en", "house", "edifice"), ("nl", "huis", "bouwwerk")])
def test_common_words_stand_higher(language, common, rare):
    assert 3 < frequency.zipf(rare, language) < frequency.zipf(common, language) < 8
    assert frequency.zipf("qzxvj", language) == frequency.RAREST
    assert frequency.zipf(common, "tr") == frequency.RAREST
