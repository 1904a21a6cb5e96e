"""The report tells what all edits bring at once, the text as it would read, and headlines and bios for other sites."""

from __future__ import annotations

import json

import pytest

from waarmerk import pipeline, sites
from waarmerk.contract.report import Report

ABOUT = {
    "en": (
        "I am a passionate, results-driven and dynamic baker in Otley. I am a team player and a go-getter. "
        "I leverage synergies to empower people. I bake bread for the market on Mill Lane. "
        "I believe bread should take time, because my grandmother never hurried. Call me on 06-12345678 before noon. "
        "Since 2009 I have taught 40 children to bake at Elmfield School. My neighbours fetch their loaves on Saturday."
    ),
    "nl": (
        "Ik ben een gepassioneerde, resultaatgerichte en dynamische bakker in Hoorn. Ik ben een echte teamspeler. "
        "Met passie ontzorg ik klanten. Ik bak brood voor de markt aan de Turfhaven. "
        "Ik geloof dat brood tijd moet krijgen, omdat mijn oma nooit haastte. Bel me op 06-12345678 voor de middag. "
        "Sinds 2009 leerde ik 40 kinderen bakken op het Elzencollege. Mijn buren halen hun brood op zaterdag."
    ),
}


def audited(language, **options):
    profile = {
        "site": "linkedin",
        "fields": {"name": "Ann Bell", "headline": "Baker | Otley", "about": ABOUT[language]},
    }
    request = {"profiles": [profile], "options": {"report_language": language, **options}}
    report = json.loads(json.dumps(pipeline.audit(request)))
    Report.model_validate(report)
    return report


@pytest.mark.parametrize("language", ABOUT)
def test_the_total_names_its_edits_and_gives_the_text_with_what_is_private_hidden(language):
    report = audited(language)
    total = report["suggestions_total"]
    chosen = [s for s in report["suggestions"] if s["id"] in total["suggestions"]]
    assert chosen
    assert all(s["kind"] == "edit" for s in chosen)
    assert total["score"] - report["overall"]["score"] == pytest.approx(total["gain"], abs=0.1)
    assert {c["id"] for c in total["categories"]} == {c["id"] for c in report["categories"]}
    about = next(f["text"] for f in total["fields"] if f["field"] == "about")
    text = report["profiles"][0]["fields"]["about"]
    for s in sorted((s for s in chosen if s["field"] == "about"), key=lambda s: -s["start"]):
        text = text[: s["start"]] + s["after"] + text[s["end"] :]
    assert about == text
    assert "06-12345678" not in json.dumps(report)
    assert "•" in about


def test_where_the_caller_ignores_what_an_edit_mends_no_total_counts_it():
    report = audited("en")
    first = next(s for s in report["suggestions"] if s["id"] in report["suggestions_total"]["suggestions"])
    keys = [
        f["key"]
        for f in report["findings"]
        if f["field"] == first["field"] and f["start"] < first["end"] and first["start"] < f["end"]
    ]
    again = audited("en", ignore=keys)
    total = again["suggestions_total"]
    shown = {s["id"]: s for s in again["suggestions"]}
    assert total is None or all(shown[i]["before"] != first["before"] for i in total["suggestions"])


def test_a_report_without_suggestions_has_no_total_and_no_variants():
    report = audited("en", suggestions=0)
    assert report["suggestions_total"] is None
    assert report["variants"] == []


@pytest.mark.parametrize("language", ABOUT)
def test_headlines_and_bios_fit_their_sites_and_stand_best_first(language):
    found = audited(language, variants=3)["variants"]
    assert {v["field"] for v in found} == {"headline", "about"}
    assert {v["site"] for v in found if v["field"] == "about"} >= {"x", "mastodon"}
    for v in found:
        assert len(v["text"]) <= v["limit"] == sites.limit(v["site"], v["field"])
        assert "12345678" not in v["text"]
    for key in {(v["field"], v["site"]) for v in found}:
        scores = [v["score"] or 0.0 for v in found if (v["field"], v["site"]) == key]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 3


def test_a_text_from_no_site_gets_bios_for_the_sites_that_take_few_characters():
    report = pipeline.audit({"profiles": [{"text": ABOUT["en"]}], "options": {"variants": 3, "suggestions": 0}})
    assert {v["site"] for v in report["variants"] if v["field"] == "about"} >= {"x", "mastodon"}
