"""The plain linear path: every class of a sentence from cues, words and skeleton, on numpy alone.

It judges where the encoder cannot run, and its probabilities can stand beside the encoder's. Trained by
models/sentences/linear.py with scikit-learn; what a sentence gets depends on the sentences of its own field only, bit by
bit, whatever else is in the batch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from waarmerk import artefacts
from waarmerk.classifiers import features, rules
from waarmerk.classifiers.join import Join
from waarmerk.classifiers.seen import Seen
from waarmerk.memo import Memo
from waarmerk.records import ACTS, CIRCLES, MODES, PRINCIPLES, Classes, Sentence

Floats = NDArray[np.float32]
MODEL, FILE, MANIFEST = "sentences", "model.npz", "manifest.json"
KEPT = 0.03  # strengths below this are not carried along
RULE = 0.25  # what the rule for `act` weighs beside the learnt chance; chosen on our own held-out bios
CLIP = 4.0  # standard deviations beyond which a cue counts no more
HEADS: Mapping[str, int] = {
    "mode": len(MODES), "circle": len(CIRCLES), "act": len(ACTS), "principles": len(PRINCIPLES),
    "boast": 2, "hype": 2, "specific": 1, "voice": 1, "values": 36,
}  # fmt: skip
ONE = ("mode", "circle", "act")  # heads of which one label holds
LEVELS = ("boast", "hype")  # columns: at least one, and two
LEFT_OF_VALUES = sum(HEADS.values()) - HEADS["values"]  # columns that read the skeleton too


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by kind of feature, columns in the order of HEADS; `scale` and `shift` calibrate the scores."""

    arrays: Mapping[str, NDArray[Any]]
    common: Mapping[str, str]
    strengths: Join

    @classmethod
    def read(cls, weights: Path, manifest: Path) -> Model:
        """The artefact of models/sentences; OSError or KeyError where it is not what it should be."""
        with np.load(weights, allow_pickle=False) as found:
            arrays = {name: found[name] for name in found.files}
        arrays = {n: a.astype(np.float32) if a.dtype.kind == "f" else a for n, a in arrays.items()}
        common = dict(zip(arrays["common"].tolist(), arrays["signs"].tolist(), strict=True))
        thresholds = json.loads(manifest.read_text("utf-8"))["linear"]["thresholds"]
        return cls(arrays, common, Join(thresholds=thresholds))

    def scores(self, seen: Seen) -> Floats:
        """(sentences, columns): scores before calibration."""
        a = self.arrays
        made: Floats = np.empty((len(seen.sentences), len(a["intercept"])), dtype=np.float32)
        for i, keys in enumerate(seen.keys(self.common)):
            told = (id(a), seen.contents[i])
            around = partial(self._around, seen.cues[i])
            words, bones, values = seen.memo.once("linear", told, partial(self._told, keys, seen.values[i]))
            made[i] = seen.memo.once("cued", (id(a), seen.cues[i].tobytes()), around)
            made[i] += words
            made[i, :LEFT_OF_VALUES] += bones
            made[i, LEFT_OF_VALUES:] += values
        return made

    def _around(self, cues: Floats) -> Floats:
        """What the cues of a sentence and its neighbours say."""
        row = np.clip((cues - self.arrays["cue_mean"]) * self.arrays["cue_scale"], -CLIP, CLIP)
        scores: Floats = self.arrays["intercept"] + row @ self.arrays["cue_weights"]
        return scores

    def _told(self, keys: tuple[features.Keys, features.Keys], values: Mapping[str, float]) -> tuple[Floats, ...]:
        """What the sentence's words, its skeleton and its word families add, wherever it stands."""
        words, bones = keys
        grades: Floats = self.grades(values) @ self.arrays["grade_weights"]
        return self._block("word", words), self._block("bone", bones), grades

    def _block(self, name: str, keys: features.Keys) -> Floats:
        known, weights = self.arrays[f"{name}_keys"], self.arrays[f"{name}_weights"]
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        at = at[known[at] == keys]
        if not len(at):
            return np.zeros(weights.shape[1], dtype=np.float32)
        rarity: Floats = self.arrays[f"{name}_idf"][at]
        row: Floats = (rarity / np.sqrt(rarity @ rarity)) @ weights[at]
        return row

    def grades(self, told: Mapping[str, float]) -> Floats:
        """What the word families say of each value, in the order of the columns."""
        return np.array([told.get(v, 0.0) for v in self.arrays["values"].tolist()], dtype=np.float32)


@cache
def load() -> Model:
    """The model, read once; raises FileNotFoundError where the package lacks it."""
    weights, manifest = artefacts.find(MODEL, FILE), artefacts.find(MODEL, MANIFEST)
    if weights is None or manifest is None:
        raise FileNotFoundError(f"models/{MODEL}/{FILE} is not part of this installation")
    return Model.read(weights, manifest)


def probabilities(seen: Seen, model: Model | None = None) -> dict[str, Floats]:
    """Per head: (sentences, labels) for the classes, (sentences,) in 0..1 for boast, hype, specific and voice.

    Labels stand as in `records`, values as in the catalogue.
    """
    model = model or load()
    scores = model.scores(seen) * model.arrays["scale"] + model.arrays["shift"]
    found, at = {}, 0
    for head, wide in HEADS.items():
        part = scores[:, at : at + wide]
        at += wide
        if head in ONE:
            raised = np.exp(part - part.max(axis=1, keepdims=True))
            found[head] = raised / raised.sum(axis=1, keepdims=True)
        elif head == "specific":
            found[head] = np.clip(part[:, 0], 0.0, 1.0)
        else:
            chance = 1.0 / (1.0 + np.exp(-np.clip(part, -30.0, 30.0)))
            found[head] = chance.mean(axis=1) if wide <= len(LEVELS) else chance
    found["act"] = (1 - RULE) * found["act"] + RULE * _acts_by_rule(seen.sentences)
    return found


def _acts_by_rule(sentences: Sequence[Sentence]) -> Floats:
    """Dialogue is too rare among our bios to be learnt alone: questions and invitations by list speak too."""
    made = np.zeros((len(sentences), len(ACTS)), dtype=np.float32)
    for i, sentence in enumerate(sentences):
        made[i, ACTS.index(rules.act(sentence))] = 1.0
    return made


def classify(sentences: Sequence[Sentence], memo: Memo | None = None) -> list[Sentence]:
    """The sentences, in the same order, each with its classes."""
    if not sentences:
        return []
    told, model = probabilities(Seen(sentences, memo)), load()
    return [replace(s, classes=_classes(model, {h: p[i] for h, p in told.items()}, s)) for i, s in enumerate(sentences)]


def _classes(model: Model, told: Mapping[str, Any], s: Sentence) -> Classes:
    rows = {head: told[head].tolist() for head in HEADS}
    strength = model.strengths.strength
    values = _kept(model.strengths, "values", zip(model.arrays["values"].tolist(), rows["values"], strict=True))
    modes = dict(zip(MODES, rows["mode"], strict=True))
    circles = dict(zip(CIRCLES, rows["circle"], strict=True))
    return Classes(
        mode=max(MODES, key=lambda m: modes[m]),
        circle=max(CIRCLES, key=lambda c: circles[c]),
        modes=modes,
        circles=circles,
        values=values,
        schwartz=rules.schwartz(values),
        principles=_kept(model.strengths, "principles", zip(PRINCIPLES, rows["principles"], strict=True)),
        boast=strength("boast", rows["boast"]),
        hype=strength("hype", rows["hype"]),
        specific=rows["specific"],
        voice=rows["voice"],
        human=rows["voice"],
        polish=1.0 - rows["voice"],
        act=ACTS[int(np.argmax(rows["act"]))],
        polarity=rules.polarity(s),
    )


def _kept(strengths: Join, head: str, chances: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Strengths by label, without the many that are next to nothing."""
    least = 2.0 * KEPT * strengths.thresholds[head]
    return {label: round(strengths.strength(head, p), 4) for label, p in chances if p >= least}
