"""The laws every release keeps (metamorphic properties), over real-shaped texts of both languages."""

from __future__ import annotations

import copy
import json
import unicodedata

import pytest
from bios import sample
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import pipeline

NUMBER = 25  # texts per language and law; the long run takes more
LANGUAGES = ("en", "nl")
TEXTS = [(language, text) for language in LANGUAGES for text in sample(language, NUMBER)]
NAMES = [f"{language}{i}" for i, (language, _) in enumerate(TEXTS)]
each_text = pytest.mark.parametrize(("language", "about"), TEXTS, ids=NAMES)
DECLARED = ["honesty", "craftsmanship", "care"]
HOLLOW = {
    "en": " I am a passionate, results-driven thought leader who delivers world-class solutions.",
    "nl": " Ik ben een gepassioneerde, resultaatgerichte verbinder die oplossingen van wereldklasse levert.",
}
DEED = {
    "en": " In 2021 I told 14 clients honestly that I had charged too much, and paid back 320 pounds.",
    "nl": " In 2021 vertelde ik 14 klanten eerlijk dat ik te veel had gerekend, en betaalde ik 320 euro terug.",
}


def audit(about: str, language: str, **more):
    profiles = more.pop("profiles", [{"fields": {"about": about}}])
    request = {
        "profiles": profiles,
        "brand": {"values": more.pop("values", DECLARED)},
        "options": {"language": language, "suggestions": 0, **more},
    }
    return pipeline.audit(request)


def category(report, name):
    return next(c["score"] for c in report["categories"] if c["id"] == name)


def value(report, name):
    return next(v for v in report["values"] if v["id"] == name)


@each_text
def test_hollow_words_never_help(language, about):
    plain, hollow = audit(about, language), audit(about + HOLLOW[language], language)
    for name in ("authenticity", "credibility"):
        assert category(hollow, name) <= category(plain, name) + 0.05, name


@each_text
def test_a_deed_never_lowers_what_is_shown(language, about):
    plain, deed = audit(about, language), audit(about + DEED[language], language)
    assert value(deed, "honesty")["shown"] >= value(plain, "honesty")["shown"] - 0.05


@each_text
def test_dress_changes_nothing(language, about):
    plain = audit(about, language)["overall"]["score"]
    dressed = [
        about + "   \n",
        about.replace("'", "’"),
        unicodedata.normalize("NFD", about),
        about + " 🌱",
    ]
    for text in dressed:
        assert audit(text, language)["overall"]["score"] == pytest.approx(plain, abs=1.0)


@each_text
def test_every_finding_quotes_the_text(language, about):
    report = audit(about, language)
    for finding in report["findings"]:
        given_text = report["profiles"][finding["profile"]]["fields"]["about"]
        assert given_text[finding["start"] : finding["end"]] == finding["quote"]
        assert finding["quote"].strip()


@each_text
def test_contributions_rebuild_the_score(language, about):
    report = audit(about, language)
    rebuilt = report["overall"]["base"] + sum(c["points"] for c in report["contributions"])
    assert rebuilt == pytest.approx(report["overall"]["score"], abs=0.06)
    assert report["overall"]["low"] <= report["overall"]["score"] <= report["overall"]["high"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_order_of_profiles_changes_nothing(language):
    a, b = ({"fields": {"about": t}} for t in sample(language, 2))
    one = audit("", language, profiles=[a, b])["overall"]["score"]
    other = audit("", language, profiles=[b, a])["overall"]["score"]
    assert one == pytest.approx(other, abs=1.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_never_touched_lowers_coverage(language):
    about = {
        "en": "I believe in honesty. I repair bikes in Leeds.",
        "nl": "Ik geloof in eerlijkheid. Ik repareer fietsen.",
    }
    signal = {}
    for values in (["honesty"], ["honesty", "xylophony"]):
        report = audit(about[language], language, values=values)
        signal[len(values)] = next(s["measure"] for s in report["signals"] if s["id"] == "value-coverage")
    assert signal[2] < signal[1]


@each_text
def test_the_same_input_gives_the_same_report(language, about):
    one, other = audit(about, language), audit(about, language)
    for report in (one, other):
        del report["id"], report["created_at"]
    assert json.dumps(one) == json.dumps(other)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), st.sampled_from(["auto", "en", "nl"]))
def test_any_text_gives_a_report_whose_quotes_are_true(about, language):
    report = audit(about, language)
    given_text = report["profiles"][0]["fields"].get("about", "")
    assert len(given_text) == len(about)
    for finding in report["findings"]:
        assert given_text[finding["start"] : finding["end"]] == finding["quote"]
    assert not [s["id"] for s in report["signals"] if s["status"] == "error"]


def test_a_request_is_not_changed_by_its_audit():
    request = {"profiles": [{"fields": {"about": sample("en", 1)[0]}}], "brand": {"values": ["honesty"]}}
    before = copy.deepcopy(request)
    pipeline.audit(request)
    assert request == before
