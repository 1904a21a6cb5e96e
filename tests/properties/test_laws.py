"""The laws every release keeps (metamorphic properties), over 200 real-shaped texts of each language."""

from __future__ import annotations

import copy
import json
import unicodedata
from functools import cache

import pytest
from bios import sample
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import pipeline

NUMBER, CHUNK = 200, 25  # texts per language and law; how many of them one test holds
LANGUAGES = ("en", "nl")
PARTS = [(language, at) for language in LANGUAGES for at in range(0, NUMBER, CHUNK)]
each_part = pytest.mark.parametrize(("language", "at"), PARTS, ids=[f"{language}{at}" for language, at in PARTS])
READ_ANEW = 1.0  # points by which one more sentence may move how the encoder reads its neighbours
DECLARED = ["honesty", "craftsmanship", "care"]
HOLLOW = {
    "en": " I am a passionate, results-driven thought leader who delivers world-class solutions.",
    "nl": " Ik ben een gepassioneerde, resultaatgerichte verbinder die oplossingen van wereldklasse levert.",
}
DEED = {
    "en": " In 2021 I told 14 clients honestly that I had charged too much, and paid back 320 pounds.",
    "nl": " In 2021 vertelde ik 14 klanten eerlijk dat ik te veel had gerekend, en betaalde ik 320 euro terug.",
}
OPENINGS = {
    "en": ("My name is {}. ", "Hi, I'm {}. ", "{} is a neighbour of ours. "),
    "nl": ("Mijn naam is {}. ", "Ik ben {}. ", "{} is een buur van ons. "),
}
PEOPLE = ("Anna", "Mohammed", "Fatima Yıldız", "Oluwaseun Adebayo", "Jan-Willem van der Berg", "Grace O'Neill")
GENDER = {
    "en": (" She is a mother of two and she likes her work.", " He is a father of two and he likes his work."),
    "nl": (" Zij is moeder van twee en houdt van haar werk.", " Hij is vader van twee en houdt van zijn werk."),
}


def texts(language: str, at: int) -> tuple[str, ...]:
    return sample(language, NUMBER)[at : at + CHUNK]


def audit(about: str, language: str, **more):
    profiles = more.pop("profiles", [{"fields": {"about": about}}])
    request = {
        "profiles": profiles,
        "brand": {"values": more.pop("values", DECLARED)},
        "options": {"language": language, "suggestions": 0, **more},
    }
    return pipeline.audit(request)


@cache
def plain(about: str, language: str):
    """The audit of a text as it is; not to be changed by who asks."""
    return audit(about, language)


def overall(report):
    return report["overall"]["score"]


def category(report, name):
    return next(c["score"] for c in report["categories"] if c["id"] == name)


def value(report, name):
    return next(v for v in report["values"] if v["id"] == name)


def spread(reports):
    scores = [overall(r) for r in reports]
    return 0.0 if None in scores else max(scores) - min(scores)


@each_part
def test_no_name_moves_a_score(language, at):
    for n, about in enumerate(texts(language, at)):
        opening = OPENINGS[language][n % len(OPENINGS[language])]
        moved = spread([audit(opening.format(name) + about, language) for name in PEOPLE])
        assert moved <= 1.0, (opening, about)


@each_part
def test_no_gender_moves_a_score(language, at):
    for about in texts(language, at):
        assert spread([audit(about + said, language) for said in GENDER[language]]) <= 1.0, about


@each_part
def test_hollow_words_never_help(language, at):
    for about in texts(language, at):
        hollow = audit(about + HOLLOW[language], language)
        for name in ("authenticity", "credibility"):
            assert category(hollow, name) <= category(plain(about, language), name) + READ_ANEW, (name, about)


@each_part
def test_a_deed_never_lowers_what_is_shown(language, at):
    for about in texts(language, at):
        deed = audit(about + DEED[language], language)
        assert value(deed, "honesty")["shown"] >= value(plain(about, language), "honesty")["shown"] - 0.05, about


@each_part
def test_dress_changes_nothing(language, at):
    for about in texts(language, at):
        dressed = [about + "   \n", about.replace("'", "’"), unicodedata.normalize("NFD", about), about + " 🌱"]
        assert spread([plain(about, language), *(audit(text, language) for text in dressed)]) <= 1.0, about


@each_part
def test_every_finding_quotes_the_text(language, at):
    for about in texts(language, at):
        report = plain(about, language)
        for finding in report["findings"]:
            given_text = report["profiles"][finding["profile"]]["fields"]["about"]
            assert given_text[finding["start"] : finding["end"]] == finding["quote"]
            assert finding["quote"].strip()


@each_part
def test_contributions_rebuild_the_score(language, at):
    for about in texts(language, at):
        report = plain(about, language)
        rebuilt = report["overall"]["base"] + sum(c["points"] for c in report["contributions"])
        assert rebuilt == pytest.approx(overall(report), abs=0.06)
        assert report["overall"]["low"] <= overall(report) <= report["overall"]["high"]


@each_part
def test_the_same_input_gives_the_same_report(language, at):
    for about in texts(language, at):
        one, other = ({**r, "id": 0, "created_at": 0} for r in (plain(about, language), audit(about, language)))
        assert json.dumps(one) == json.dumps(other)


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
