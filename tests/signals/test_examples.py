"""Every signal's own examples: what must flag flags or scores worse, what is clean shows no concern."""

from __future__ import annotations

import pytest

from waarmerk import ledger, messages
from waarmerk import text as texts
from waarmerk.anchors import table
from waarmerk.records import Brand, DeclaredValue, Fields, Options, Profile, Reading
from waarmerk.signals import SIGNALS

LANGUAGES = ("en", "nl")
CASES = [(s, language) for s in SIGNALS for language in LANGUAGES if s.FLAGGED.get(language)]


def read(signal, example: str | Fields, language: str) -> Reading:
    fields = example if isinstance(example, Fields) else Fields(**{getattr(signal, "FIELD", "about"): example})
    profile = Profile(fields, site=getattr(signal, "SITE", "text"))
    declared = tuple(DeclaredValue(v, v, match=0.0) for v in getattr(signal, "DECLARED", ()))
    brand = ledger.resolve(Brand(values=declared, audience=getattr(signal, "AUDIENCE", {}).get(language)))
    text = texts.read((profile,), Options(language=language))
    text = texts.with_values(text, ledger.read(text, brand, language))
    return signal.measure(text, brand)


def score(reading: Reading) -> float | None:
    return table().signals[reading.signal].place(reading.measure) if reading.status == "ok" else None


@pytest.mark.parametrize(("signal", "language"), CASES, ids=[f"{s.ID}-{lang}" for s, lang in CASES])
def test_flagged_scores_worse_than_clean(signal, language):
    flagged = [read(signal, example, language) for example in signal.FLAGGED[language]]
    clean = [read(signal, example, language) for example in signal.CLEAN[language]]
    worst = max(s for r in flagged if (s := score(r)) is not None)
    best = [s for r in clean if (s := score(r)) is not None]
    assert all(worst < s for s in best), (worst, best)


@pytest.mark.parametrize(("signal", "language"), CASES, ids=[f"{s.ID}-{lang}" for s, lang in CASES])
def test_clean_shows_no_concern(signal, language):
    for example in signal.CLEAN[language]:
        concerns = [f for f in read(signal, example, language).findings if f.polarity == "concern"]
        assert not concerns, example


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda s: s.ID)
def test_every_signal_has_examples_in_both_languages(signal):
    for language in LANGUAGES:
        assert signal.FLAGGED[language]
        assert signal.CLEAN[language]


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda s: s.ID)
def test_every_signal_is_told_and_weighed(signal):
    row = table().signals[signal.ID]
    assert row.category in table().categories
    told, _, gap = " ".join(signal.__doc__.split()).partition("Known gap: ")
    assert "Source:" in told
    assert gap[:1].upper() + gap[1:] == messages.text("en", f"signals.{signal.ID}.gap")
    for language in LANGUAGES:
        for part in (
            "title",
            "measures",
            "needs",
            "why",
            "unit",
            "source",
            "gap",
            "weighing",
            "good",
            "middling",
            "poor",
        ):
            assert messages.text(language, f"signals.{signal.ID}.{part}")


def test_nothing_is_weighed_that_is_not_measured():
    assert set(table().signals) == {s.ID for s in SIGNALS}
