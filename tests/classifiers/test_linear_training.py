"""Training: the served figures are scikit-learn's own, and the same data gives the same bytes."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest

from waarmerk.classifiers import linear as served
from waarmerk.classifiers.seen import Seen


@pytest.fixture(scope="module")
def trainer():
    import linear

    return linear


@pytest.fixture(scope="module")
def small():
    """A part of our own bios that fits in seconds, both languages in it."""
    import corpus

    return [b for b in corpus.read() if not b.loose][::9][:90]


@pytest.fixture(scope="module")
def fitted(trainer, small, tmp_path_factory):
    out = tmp_path_factory.mktemp("model")
    trainer.train(small[:70], small[70:], out)
    return out


def test_the_artefact_is_the_one_the_manifest_names(trainer):
    manifest = json.loads((trainer.HERE / "manifest.json").read_text("utf-8"))
    weights = trainer.HERE / manifest["linear"]["file"]
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == manifest["linear"]["sha256"]
    assert weights.stat().st_size <= 4_000_000


def test_the_same_data_gives_the_same_bytes(trainer, small, fitted, tmp_path):
    trainer.train(small[:70], small[70:], tmp_path)
    for name in ("model.npz", "manifest.json"):
        assert (tmp_path / name).read_bytes() == (fitted / name).read_bytes()


def test_what_is_there_of_the_manifest_stays(trainer, small, tmp_path):
    (tmp_path / "manifest.json").write_text('{"version": 1, "join": {"weights": [1, 2, 3, 4]}}', "utf-8")
    trainer.train(small[:70], small[70:], tmp_path)
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8"))["join"] == {"weights": [1, 2, 3, 4]}


@pytest.mark.parametrize("head", ["mode", "boast", "specific", "values"])
def test_parity_with_scikit_learn(trainer, small, monkeypatch, head):
    import reading
    import tuning

    models = []

    def kept(maker):
        def make(*args, **options):
            models.append(maker(*args, **options))
            return models[-1]

        return make

    found, targets = reading.sentences(small[:70]), reading.targets(small[:70])
    seen = trainer.space(found)
    blocks = seen.blocks(found)
    made = trainer.arrays(seen, blocks, targets)
    monkeypatch.setattr(trainer, "LogisticRegression", kept(trainer.LogisticRegression))
    monkeypatch.setattr(trainer, "Ridge", kept(trainer.Ridge))
    x = trainer.design(blocks, head)
    trainer.fit_head(head, x, targets[head])
    ours = served.probabilities(Seen(found), tuning.model(made))[head]
    if head == "mode":
        theirs = models[0].predict_proba(x)
    elif head == "specific":
        theirs = np.clip(models[0].predict(x), 0, 1)
    else:
        given = targets[head].any(axis=0)  # nobody gave the others here, so they have no model
        theirs = np.full(targets[head].shape, np.nan)
        theirs[:, given] = np.column_stack([m.predict_proba(x)[:, 1] for m in models])
        theirs = theirs.mean(axis=1) if head == "boast" else theirs
    assert np.nanmax(np.abs(ours - theirs)) < 4e-3  # weights are kept in half precision
    if head == "mode":
        assert (ours.argmax(1) == theirs.argmax(1)).mean() > 0.99
