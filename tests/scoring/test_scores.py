"""Scores: anchors, weights, what does not apply, and intervals that mean what they say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import scoring
from waarmerk.anchors import table
from waarmerk.records import Parts, Reading, Sentence, Text

ROWS = table().signals
JUDGED = [s for s, row in ROWS.items() if row.weight > 0]


def text(sentences: int) -> Text:
    one = Sentence(0, "about", 0, 1, "a", ())
    return Text(profiles=(), sentences=(one,) * sentences, words=100)


def share(signal: str, strengths: list[float]) -> Reading:
    parts = Parts(tuple(((x, 1.0),) for x in strengths))
    return Reading(signal, measure=sum(strengths) / len(strengths), parts=parts)


@pytest.mark.parametrize("signal", list(ROWS))
def test_anchors_score_nothing_and_everything(signal):
    row = ROWS[signal]
    assert row.place(row.poor) == 0
    assert row.place(row.good) == 100


def test_category_weights_add_up():
    assert sum(c.weight for c in table().categories.values()) == pytest.approx(1)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_an_error_is_never_a_bad_score(strengths):
    good = [share("specificity", strengths), share("hype", strengths)]
    broken = [*good, Reading("boasting", status="error"), Reading("why", status="not_applicable")]
    assert scoring.score(text(len(strengths)), good).overall == scoring.score(text(len(strengths)), broken).overall


@given(st.dictionaries(st.sampled_from(JUDGED), st.floats(-1, 2), min_size=1))
def test_contributions_rebuild_the_score(measures):
    scores = scoring.score(text(5), [Reading(s, measure=m) for s, m in measures.items()])
    assert scores.overall.score == pytest.approx(scores.base + sum(scores.contributions.values()), abs=0.06)


def test_nothing_measured_is_no_score():
    assert scoring.score(text(3), []).overall.score is None


def test_fewer_sentences_give_a_wider_interval():
    def width(n: int) -> float:
        found = scoring.score(text(n), [share("specificity", [0.2, 0.6] * (n // 2))]).overall
        return found.high - found.low

    assert width(4) > width(16) > width(64)


def test_intervals_cover_the_truth():
    """Texts of 12 sentences drawn from one author: nine in ten intervals must hold the author's own score (± noise)."""
    rng = np.random.default_rng(3)
    truth = ROWS["specificity"].place(0.4)
    held = 0
    for _ in range(200):
        strengths = list(rng.beta(2, 3, size=12))
        found = scoring.score(text(12), [share("specificity", strengths)]).overall
        held += found.low <= truth <= found.high
    assert 0.85 <= held / 200 <= 0.99
