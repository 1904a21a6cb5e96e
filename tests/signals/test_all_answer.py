"""Every public signal is there, once, and answers on the example profiles without an error."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from waarmerk import pipeline
from waarmerk.signals import SIGNALS

EXAMPLES = sorted(
    f.name for f in resources.files("waarmerk").joinpath("data/examples").iterdir() if f.name.endswith(".json")
)
MORE = {
    "brand": {
        "audience": "Bakers and people who sing",
        "values": ["craftsmanship", {"name": "gezelligheid", "weight": 2}],
    },
    "profiles": [
        {
            "site": "mastodon",
            "fields": {
                "about": "I mend organs and I bake. I live in Hexham with a dog. Since 2014 I have worked on 61 of them.",
                "location": "Hexham, UK",
                "counts": {"followers": 210},
            },
        }
    ],
}


def request(name: str) -> dict:
    return json.loads(resources.files("waarmerk").joinpath("data/examples", name).read_text("utf-8"))


def test_there_are_thirty_one_signals_each_once():
    ids = [s.ID for s in SIGNALS]
    assert len(ids) == len(set(ids)) == 31


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("more", [False, True], ids=["alone", "with-another"])
def test_all_signals_answer_on_the_examples(name, more):
    asked = request(name) | {"options": {"suggestions": 0}}
    if more:
        asked = {**asked, "brand": MORE["brand"], "profiles": [*asked["profiles"], *MORE["profiles"]]}
    told = {s["id"]: s for s in pipeline.audit(asked)["signals"]}
    assert set(told) == {s.ID for s in SIGNALS}
    assert {s["status"] for s in told.values()} <= {"ok", "not_applicable"}
    assert all(s["reason"] for s in told.values() if s["status"] == "not_applicable")
    if more:
        assert told["audience-fit"]["status"] == told["voice-drift"]["status"] == "ok"
