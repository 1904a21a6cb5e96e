"""The caller's own terms are never flagged; the rest still is."""

import pytest

from waarmerk import pipeline


def flagged(about: str, language: str, **options):
    report = pipeline.audit(
        {"profiles": [{"text": about}], "options": {"language": language, "suggestions": 0, **options}}
    )
    return [f for f in report["findings"] if f["signal"] in ("buzzwords", "stock-phrases")]


CASES = [
    ("en", "I am a results-driven thought leader.", "results-driven"),
    ("nl", "Ik ben een resultaatgerichte verbinder.", "resultaatgerichte"),
]


@pytest.mark.parametrize(("language", "about", "term"), CASES)
def test_a_term_is_spared(language, about, term):
    before = [f["quote"].lower() for f in flagged(about, language)]
    after = [f["quote"].lower() for f in flagged(about, language, vocabulary=[term])]
    assert any(term in quote for quote in before)
    assert not any(term in quote for quote in after)
    assert after


@pytest.mark.parametrize(("language", "about", "term"), CASES)
def test_a_finding_can_be_ignored_and_a_signal_switched_off(language, about, term):
    key = flagged(about, language)[0]["key"]
    assert key not in [f["key"] for f in flagged(about, language, ignore=[key])]
    assert not flagged(about, language, off=["buzzwords", "stock-phrases"])
