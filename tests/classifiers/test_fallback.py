"""Where the encoder cannot be loaded, an audit is still made, by the linear path, in both languages."""

from __future__ import annotations

import pytest

from waarmerk import classifiers, encoder, pipeline

ABOUT = {
    "en": "I believe honesty matters. In 2021 I published all 14 of my invoices. I repair clocks in Otley.",
    "nl": "Ik geloof dat eerlijkheid telt. In 2021 heb ik al mijn 14 rekeningen gepubliceerd. Ik repareer klokken in Ede.",
}


@pytest.fixture
def without_encoder(monkeypatch):
    monkeypatch.setattr(encoder, "load", lambda: None)
    classifiers.load.cache_clear()
    yield
    classifiers.load.cache_clear()


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_an_audit_without_the_encoder(without_encoder, lang):
    request = {
        "profiles": [{"fields": {"about": ABOUT[lang]}}],
        "brand": {"values": ["honesty"]},
        "options": {"language": lang},
    }
    report = pipeline.audit(request)
    assert report["overall"]["score"] is not None
    assert [s["mode"] for s in report["sentences"]] == ["belief", "show", "fact"]
    honesty = next(v for v in report["values"] if v["id"] == "honesty")
    assert honesty["claimed"] > 0
    for finding in report["findings"]:
        assert ABOUT[lang][finding["start"] : finding["end"]] == finding["quote"]
