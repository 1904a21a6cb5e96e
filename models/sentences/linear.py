"""Trains the linear heads of the sentence classes: part of `make models`. Learns from this repository alone.

Reads data/, keeps the held-out bios (the same as the encoder's) for calibration and thresholds, fits scikit-learn models
on one thread, and writes model.npz (weights in half precision, no pickle) and the `linear` part of manifest.json. The same
data gives the same bytes on the same machine.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression, Ridge
from threadpoolctl import threadpool_limits

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "encoder")]

import corpus  # noqa: E402
import reading  # noqa: E402
import tuning  # noqa: E402
from space import CUE, GRADE, Rows, Space, space  # noqa: E402

from waarmerk.classifiers import cues, linear  # noqa: E402

C = {"mode": 1.0, "circle": 0.5, "act": 1.0, "principles": 0.5, "boast": 0.5, "hype": 0.5, "voice": 0.25, "values": 1.5}
RIDGE = 6.0


def design(blocks: dict[str, Rows], head: str) -> Rows:
    """The columns a head reads: values know their word families, and neither skeleton nor neighbours."""
    if head == "values":
        own = blocks["cue"][:, : len(cues.NAMES)]
        return sparse.hstack([blocks["word"], own, blocks["grade"]]).tocsr()
    return sparse.hstack([blocks["word"], blocks["bone"], blocks["cue"]]).tocsr()


def fit_head(head: str, x: Rows, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features, columns) and intercepts; `target` is classes, or one column a yes-or-no model."""
    if head in linear.ONE:
        known = target >= 0
        x, target = x[known], target[known]
        counts = np.bincount(target)
        balance = np.sqrt(counts.max() / counts)[target]
        model = LogisticRegression(C=C[head], max_iter=200).fit(x, target, sample_weight=balance)
        return model.coef_.T, model.intercept_
    if head == "specific":
        ridge = Ridge(alpha=RIDGE, solver="lsqr", max_iter=400).fit(x, target[:, 0])
        return ridge.coef_[:, None], np.array([ridge.intercept_])
    made = [_yes_or_no(C[head], x, column) for column in target.T]
    return np.column_stack([weights for weights, _ in made]), np.array([intercept for _, intercept in made])


def _yes_or_no(strength: float, x: Rows, column: np.ndarray) -> tuple[np.ndarray, float]:
    """One logistic model; a label that nobody gave gets no weights, only its rarity."""
    known = ~np.isnan(column)
    held = column[known] > 0.5
    if not held.any():
        return np.zeros(x.shape[1]), -float(np.log(2.0 * len(held) + 1.0))
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0).fit(x[known], held)
    return model.coef_[0], float(model.intercept_[0])


def arrays(seen: Space, blocks: dict[str, Rows], targets: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """All that model.npz holds, uncalibrated."""
    words, bones, wide = len(seen.keys["word"]), len(seen.keys["bone"]), len(cues.NAMES)
    parts: dict[str, list[np.ndarray]] = {"word": [], "bone": [], "cue": [], "intercept": []}
    grade = np.zeros((0, 0))
    for head in linear.HEADS:
        weights, intercept = fit_head(head, design(blocks, head), targets[head])
        parts["word"].append(weights[:words])
        parts["intercept"].append(intercept)
        if head == "values":
            told, grade = weights[words : words + wide], GRADE * weights[words + wide :]
            parts["cue"].append(np.vstack([told, np.zeros((2 * wide, told.shape[1]))]))
        else:
            parts["bone"].append(weights[words : words + bones])
            parts["cue"].append(weights[words + bones :])
    columns = sum(linear.HEADS.values())
    return {
        "common": np.array(list(seen.common)), "signs": np.array(list(seen.common.values())),
        "values": np.array(corpus.VALUES), "cue_mean": seen.mean, "cue_scale": seen.scale,
        "cue_weights": (CUE * np.hstack(parts["cue"])).astype(np.float32), "grade_weights": grade.astype(np.float32),
        "intercept": np.concatenate(parts["intercept"]).astype(np.float32),
        "scale": np.ones(columns, np.float32), "shift": np.zeros(columns, np.float32),
        **{f"{k}_keys": seen.keys[k] for k in seen.keys}, **{f"{k}_idf": seen.idf[k] for k in seen.keys},
        **{f"{k}_weights": np.hstack(parts[k]).astype(np.float16) for k in seen.keys},
    }  # fmt: skip


def train(bios: Sequence[corpus.Bio], kept_out: Sequence[corpus.Bio], out: Path) -> None:
    """Fits, calibrates and writes model.npz and the manifest's `linear` part into the folder `out`."""
    found, targets = reading.sentences(bios), reading.targets(bios)
    with threadpool_limits(1):
        seen = space(found)
        made = arrays(seen, seen.blocks(found), targets)
        thresholds = tuning.calibrate(made, kept_out)
    np.savez_compressed(out / linear.FILE, **made)
    path = out / linear.MANIFEST
    manifest = json.loads(path.read_text("utf-8")) if path.exists() else {"version": 1}
    digest = hashlib.sha256((out / linear.FILE).read_bytes()).hexdigest()
    manifest["linear"] = {"file": linear.FILE, "sha256": digest, "sentences": len(found), "thresholds": thresholds}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    bios = corpus.read()
    kept_out = reading.validation(bios)
    plain = reading.validation(corpus.read(patterns=corpus.PLAIN))
    apart = {b.sentences[0].text for b in [*kept_out, *reading.posts()]}
    train(reading.twice(b for b in bios if b.sentences[0].text not in apart), reading.twice(plain), HERE)


if __name__ == "__main__":
    main()
