"""Suggestions as a whole: what is shown was measured, nothing is invented, and something is asked where it is missing."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from waarmerk import pipeline, suggestions
from waarmerk.records import Brand, CategoryScore, DeclaredValue, Fields, Options, Post, Profile, Score
from waarmerk.suggestions import edits, plain_words

ABOUT = {
    "en": (
        "I am a passionate, results-driven and dynamic baker in Otley. I am a team player and a go-getter. "
        "I leverage synergies to empower people. At the end of the day, I bake bread for the market on Mill Lane. "
        "Since 2009 I have taught 40 children to bake at Elmfield School. I care about craftsmanship and honesty. "
        "My neighbours order on Friday and fetch their loaves on Saturday before noon."
    ),
    "nl": (
        "Ik ben een gepassioneerde, resultaatgerichte en dynamische bakker in Hoorn. Ik ben een echte teamspeler. "
        "Met passie ontzorg ik klanten. Ik bak brood voor de markt aan de Turfhaven. "
        "Sinds 2009 leerde ik 40 kinderen bakken op het Elzencollege. Ik hecht aan vakmanschap en eerlijkheid. "
        "Mijn buren bestellen op vrijdag en halen hun brood op zaterdag voor twaalven."
    ),
}
DECLARED = ("craftsmanship", "honesty", "courage")
HEADLINE = {
    "en": "Passionate baker | Visionary | Speaker",
    "nl": "Gepassioneerd bakker | Verbinder | Spreker",
}
LANGUAGES = ("en", "nl")


class Counted:
    """The real judge, counting how often it is asked."""

    def __init__(self):
        self.calls = 0

    def __call__(self, profiles, brand, options):
        self.calls += 1
        return pipeline.judge(profiles, brand, options)


def audited(language, **options):
    brand = pipeline.resolve(Brand(tuple(DeclaredValue(v, v) for v in DECLARED)))
    profile = Profile(Fields(headline=HEADLINE[language], about=ABOUT[language]), site="linkedin")
    return pipeline.judge((profile,), brand, Options(report_language=language, **options))


def advised(audit, judge=pipeline.judge):
    return suggestions.suggest(audit, judge)[0]


@pytest.fixture(scope="module", params=LANGUAGES)
def case(request):
    audit = audited(request.param)
    judge = Counted()
    found, together = suggestions.suggest(audit, judge)
    return request.param, audit, found, together, judge.calls


def test_every_gain_shown_is_reproduced_and_costs_no_category(case):
    _, audit, found, *_ = case
    proven = [s for s in found if s.kind == "edit"]
    assert proven, "a text like this can be helped"
    for s in proven:
        given = edits.read(audit.text.profiles[s.span.profile].fields, s.span.field)
        assert given[s.span.start : s.span.end] == s.before
        after = pipeline.judge(edits.apply(audit.text.profiles, s.span, s.after), audit.brand, audit.options)
        assert after.scores.overall.score - audit.scores.overall.score == pytest.approx(s.gain, abs=0.1)
        assert s.gain >= 0
        assert s.verified
        new = {c.id: c.score.score for c in after.scores.categories}
        for c in audit.scores.categories:
            assert c.score.score is None or new[c.id] >= c.score.score - 1.001


def test_the_best_set_is_audited_as_a_whole_and_costs_no_category(case):
    _, audit, found, together, _ = case
    assert together is not None, "a text like this can be helped"
    chosen = [found[i] for i in together.edits]
    assert all(s.kind == "edit" for s in chosen)
    copy = edits.all_applied(audit.text.profiles, [(s.span, s.after) for s in chosen])
    after = pipeline.judge(copy, audit.brand, audit.options)
    assert after.scores.overall.score - audit.scores.overall.score == pytest.approx(together.gain, abs=0.1)
    assert after.scores.overall.score == together.scores.overall.score
    assert together.gain >= max(s.gain for s in chosen) - 0.1
    new = {c.id: c.score.score for c in after.scores.categories}
    for c in audit.scores.categories:
        assert c.score.score is None or new[c.id] >= c.score.score - 1.001
    changed = {(i, field): text for i, field, text in together.texts}
    for (i, field), text in changed.items():
        assert edits.read(copy[i].fields, field) == text
    assert {(s.span.profile, s.span.field) for s in chosen} == set(changed)


def test_the_hollow_words_go_and_the_plain_ones_stay(case):
    language, audit, *_ = case
    wanted = {"en": "I am a baker in Otley.", "nl": "Ik ben een bakker in Hoorn."}[language]
    assert wanted in [edit.after for edit in plain_words.candidates(audit)]


def test_edits_stand_first_by_gain_then_asks_by_gain(case):
    _, _, found, _, calls = case
    kinds = [s.kind for s in found]
    assert kinds == sorted(kinds, key=["edit", "ask"].index)
    for kind in ("edit", "ask"):
        gains = [s.gain for s in found if s.kind == kind]
        assert gains == sorted(gains, reverse=True)
    assert len(found) <= 10
    assert calls <= 20


def test_edits_do_not_overlap_so_that_each_can_be_applied(case):
    _, _, found, *_ = case
    spans = sorted((s.span.profile, s.span.field, s.span.start, s.span.end) for s in found if s.kind == "edit")
    assert all(a[:2] != b[:2] or a[3] <= b[2] for a, b in pairwise(spans))


def test_what_is_missing_is_asked_with_slots_and_an_estimate(case):
    language, _, found, *_ = case
    asks = [s for s in found if s.kind == "ask"]
    courage = next(s for s in asks if {"en": "courage", "nl": "moed"}[language] in s.title)
    assert courage.before == ""
    assert courage.span.start == courage.span.end
    for s in asks:
        assert "[" in s.after
        assert not s.verified
        assert ("estimated" in s.detail) == (language == "en" and s.gain > 0)
        assert not any(c.isdigit() for c in s.after)


@pytest.mark.parametrize("limit", [0, 1, 2, 4])
def test_as_many_as_were_asked_for_and_no_more_audits_than_twice_that(limit):
    judge = Counted()
    found = advised(audited("en", suggestions=limit), judge)
    assert len(found) == limit
    assert judge.calls <= 2 * limit
    assert limit < 2 or any(s.kind == "ask" for s in found)


def test_the_question_is_in_the_language_of_the_report_and_the_answer_in_that_of_the_text():
    audit = audited("en")
    audit = replace(audit, options=replace(audit.options, report_language="nl"))
    ask = next(s for s in advised(audit) if s.kind == "ask" and "moed" in s.title)
    assert ask.after.startswith("In [year]")


def test_a_value_in_the_own_word_of_the_owner_keeps_that_word():
    brand = pipeline.resolve(Brand((DeclaredValue("stroopwafel", "Stroopwafel {x}", match=0.0),)))
    audit = pipeline.judge((Profile(Fields(about=ABOUT["nl"])),), brand, Options(report_language="nl"))
    ask = next(s for s in advised(audit) if "Stroopwafel" in s.title)
    assert "Stroopwafel {x}" in ask.title
    assert ask.after.startswith("Stroopwafel {x}: in [jaar]")


def test_too_little_text_gets_questions_but_no_figures():
    audit = pipeline.judge((Profile(Fields(about="Baker in Otley.")),), Brand(), Options(language="en"))
    found = advised(audit)
    assert found
    assert all(s.kind == "ask" and s.gain == 0 and "could not be estimated" in s.detail for s in found)


def test_nothing_is_advised_in_a_language_that_is_not_covered_or_without_text():
    french = (
        "Je suis boulanger à Lille. Nous faisons du pain pour les écoles du quartier, parce que nous aimons notre "
        "métier et que les enfants ont faim. Nous cherchons toujours des gens qui veulent apprendre avec nous."
    )
    for fields in (Fields(about=french), Fields(), Fields(posts=(Post("Bonjour tout le monde", is_repost=True),))):
        audit = pipeline.judge((Profile(fields),), Brand(), Options())
        assert advised(audit) == ()


def test_private_data_is_never_repeated_in_an_edit():
    about = "I am a passionate, results-driven baker, call 06-12345678. " + ABOUT["en"]
    audit = pipeline.judge((Profile(Fields(about=about)),), Brand(), Options())
    assert not [s for s in advised(audit) if "12345678" in s.after]


def test_words_of_the_owners_own_vocabulary_stay():
    audit = audited("en", vocabulary=("passionate", "dynamic"))
    changed = [s for s in advised(audit) if s.kind == "edit" and "baker in Otley" in s.before]
    assert all("passionate" in s.after and "dynamic" in s.after for s in changed if s.after)


def judged(category_change, overall_change):
    """A judge that answers every edit with the same change of scores."""

    def judge(profiles, brand, options):
        audit = pipeline.judge(profiles, brand, options)
        base = audited("en")
        changed = tuple(
            CategoryScore(c.id, c.weight, _moved(c.score, category_change.get(c.id, 0.0)), c.signals)
            for c in base.scores.categories
        )
        scores = replace(base.scores, overall=_moved(base.scores.overall, overall_change), categories=changed)
        return replace(audit, scores=scores)

    return judge


def _moved(score, change):
    return Score(None) if score.score is None or change is None else Score(score.score + change)


@pytest.mark.parametrize(
    ("category_change", "overall_change", "kept"),
    [
        ({}, 2.0, True),
        ({"clarity": -1.0}, 2.0, True),
        ({"clarity": -1.1}, 2.0, False),
        ({"clarity": None}, 2.0, False),
        ({}, 0.0, False),
        ({}, 0.3, True),
        ({"authenticity": 1.0}, 0.1, False),
        ({"authenticity": 1.0}, -0.1, False),
    ],
)
def test_only_what_helps_without_cost_is_kept(category_change, overall_change, kept):
    found = advised(audited("en"), judged(category_change, overall_change))
    assert any(s.kind == "edit" for s in found) == kept
