"""The heads that also learnt from outside sets: as scikit-learn gives them, the same on every call, and absent in peace."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from waarmerk import artefacts, classifiers
from waarmerk.classifiers import outside
from waarmerk.classifiers.seen import Seen

OUTSIDE = Path(__file__).parents[2] / "models" / "outside"
PERSON = ("Wannabe gardener, mum of three, tea drinker.", "I write about my dog and my allotment.")
BRAND = ("Official account of Wexcombe Kettles.", "We sell kettles worldwide; visit our online store for offers.")


def ours(name, monkeypatch):
    """A training module by its path: other models have a `train` of their own."""
    spec = importlib.util.spec_from_file_location(f"outside_{name}", OUTSIDE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    monkeypatch.setattr(sys, "path", [str(OUTSIDE), *sys.path])
    spec.loader.exec_module(module)
    return module


def test_served_scores_are_those_of_scikit_learn(read, monkeypatch):
    sets, train = ours("sets", monkeypatch), ours("train", monkeypatch)
    texts = [
        f"{a} {b} {c}." for a in ("I love", "We sell", "She mends") for b in ("old", "new") for c in ("pans", "cups")
    ]
    made = train.base("none")
    rows = outside.rows(Seen([read([t])[0] for t in texts]), outside.Model.of(made).common)
    vectors = np.random.default_rng(3).normal(size=(len(texts), 8)).astype(np.float32)
    labels = np.array([[float("love" in t), float("sell" in t)] for t in texts])
    known = sets.Set(rows, vectors, labels, np.array([""] * len(texts)))
    fitted = []
    solve = train.LogisticRegression.fit

    def keep(self, x, y):
        fitted.append((solve(self, x, y), x))
        return self

    monkeypatch.setattr(LogisticRegression, "fit", keep)
    model = outside.Model.of(made | train.fit("hype", known, np.arange(len(texts))))
    wanted = [m.decision_function(x) for m, x in fitted]
    for i, row in enumerate(rows):
        assert np.allclose(model.scores("hype", row), [wanted[0][i], wanted[1][i]], atol=1e-4)
        assert np.allclose(model.scores("hype", row, vectors[i]), [wanted[2][i], wanted[3][i]], atol=1e-4)


def test_who_speaks_is_told_apart(read):
    person, brand = (outside.probabilities(Seen(read(t)))["voice"][0, 0] for t in (PERSON, BRAND))
    assert brand < 0.5 < person


def test_the_same_text_gets_the_same_whatever_stands_beside_it(read):
    one, other = read(PERSON), read(BRAND, profile=1)
    alone, together = outside.probabilities(Seen(one)), outside.probabilities(Seen([*other, *one]))
    for head, wide in outside.HEADS.items():
        assert alone[head].shape == (2, wide)
        assert np.array_equal(alone[head], together[head][2:])
        assert ((alone[head] >= 0) & (alone[head] <= 1)).all()


def test_dutch_is_left_to_the_other_judges(read):
    assert np.isnan(outside.probabilities(Seen(read(["Ik repareer klokken in Ede."], "nl")))["voice"]).all()


def test_without_the_artefact_the_audit_goes_on(read, monkeypatch):
    monkeypatch.setattr(artefacts, "find", lambda model, name: None)
    outside.load.cache_clear()
    try:
        assert outside.probabilities(Seen(read(PERSON))) is None
    finally:
        outside.load.cache_clear()
    monkeypatch.undo()
    monkeypatch.setattr(outside, "load", lambda: None)
    found = classifiers.classify(read(PERSON))
    assert [s.text for s in found] == list(PERSON)
    assert all(0 <= s.classes.voice <= 1 for s in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rosalind is a joiner and she loves her village.", "Mohammed is a joiner and he loves his village."),
        ("Proud mother of two and a nurse in Otley.", "Proud father of two and a nurse in Otley."),
    ],
)
def test_names_and_gender_move_nothing(read, one, other):
    a, b = (outside.probabilities(Seen(read([t]))) for t in (one, other))
    for head in outside.HEADS:
        assert np.abs(a[head] - b[head]).max() < 0.05, head


def test_a_cue_that_came_later_counts_nothing(read):
    model = outside.load()
    names = model.arrays["told"].tolist()
    kept = {n: (a[:-1] if n.endswith(("_mean", "_scale", "_told")) else a) for n, a in model.arrays.items()}
    fewer = outside.Model.of({**kept, "told": np.array(names[:-1])})
    row = outside.rows(Seen(read(["I write about my dog."])), model.common)[0]
    last = row.told.copy()
    last[-1] = 0.0
    assert np.allclose(fewer.scores("voice", row), fewer.scores("voice", row._replace(told=last)))


def test_heads_made_for_another_encoder_are_not_used(read):
    model = outside.load()
    assert not replace(model, arrays={**model.arrays, "encoder": np.array("another")}).reads("this one")
