"""What the engine answers has the shape that the contract states, and can be sent back."""

import json

import pytest

from waarmerk import pipeline
from waarmerk.contract.answers import Extraction, SignalCatalogue, ValueCatalogue
from waarmerk.contract.report import Report

BIO = {
    "en": "I mend bicycles in Deventer. In 2024 I kept 412 of them on the road. I am a passionate, world-class visionary.",
    "nl": "Ik herstel fietsen in Deventer. In 2024 hield ik er 412 op de weg. Ik ben een gepassioneerde topvisionair.",
}
PAGE = """<html lang="en"><main class="h-card"><h1 class="p-name">Ann Veerman</h1>
<p class="p-note">I mend bicycles in Deventer and teach two apprentices.</p></main></html>"""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_reports_keep_the_contract(language):
    request = {
        "profiles": [
            {"text": BIO[language]},
            {"fields": {"headline": BIO[language], "posts": [{"text": "Who joins?"}]}},
        ],
        "brand": {"values": ["craftsmanship", {"name": "🌱", "weight": 2}]},
        "options": {"report_language": language, "suggestions": 3},
    }
    report = json.loads(json.dumps(pipeline.audit(request), allow_nan=False))
    told = Report.model_validate(report)
    assert [value.declared for value in told.values[:2]] == [True, True]
    assert told.findings
    again = pipeline.audit({"profiles": report["profiles"], "options": {"suggestions": 0}})
    assert [p["fields"] for p in again["profiles"]] == [p["fields"] for p in report["profiles"]]


def test_extractions_keep_the_contract_and_can_be_audited():
    answer = json.loads(json.dumps(pipeline.extract({"html": PAGE, "url": "https://example.org/ann"})))
    assert Extraction.model_validate(answer).owner.name == "Ann Veerman"
    report = pipeline.audit({"profiles": [answer], "options": {"suggestions": 0}})
    assert report["profiles"][0]["fields"] == answer["fields"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_catalogues_keep_the_contract(language):
    signals = SignalCatalogue(language=language, signals=pipeline.signal_catalogue(language))
    values = ValueCatalogue(language=language, values=pipeline.value_catalogue(language))
    assert len({one.id for one in signals.signals}) == len(signals.signals) >= 12
    assert len({one.id for one in values.values}) == len(values.values) == 36
