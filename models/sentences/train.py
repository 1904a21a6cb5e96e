"""Fits how the judges of a sentence are joined: `make models`. Learns from this repository alone.

The encoder's answers on our own held-out bios (not trained on) and the word families' grades go into one logistic model
for all values; per head the point of decision is chosen on the same bios. Writes manifest.json.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, fbeta_score

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "encoder")]

import corpus  # noqa: E402
import linear as linear_heads  # noqa: E402
import reading  # noqa: E402

from waarmerk import encoder  # noqa: E402
from waarmerk.classifiers import linear, neural, rules  # noqa: E402
from waarmerk.classifiers.join import Join  # noqa: E402
from waarmerk.classifiers.seen import Seen  # noqa: E402
from waarmerk.records import Sentence  # noqa: E402

SHARES = np.linspace(0.4, 1.0, 7)  # of the encoder in the mean with the linear heads
QUIET = 0.5  # beta of the F score for boast and hype in bios: a wrong reproach costs more than a missed one
PLAIN_POSTS = 3.0  # one post in ten boasts (bragging sets: 8 to 13 %), one in four of ours does
CLOSE = 0.005  # scores as near as this to the best are as good: the middle share of them is taken


def odds(probability: np.ndarray) -> np.ndarray:
    """Log odds, bounded as in `join.logit`."""
    return np.log((probability + 1e-4) / (1.0001 - probability))


def best(
    truth: np.ndarray,
    strength: np.ndarray,
    average: str = "binary",
    weight: np.ndarray | None = None,
    beta: float = 1.0,
) -> float:
    """The threshold with the best F score; ties go to the middle. A `beta` below 1 asks for precision first."""
    grid = np.linspace(0.03, 0.9, 88)
    said = {"average": average, "zero_division": 0, "sample_weight": weight}
    scores = [fbeta_score(truth, strength >= t, beta=beta, **said) for t in grid]
    top = np.flatnonzero(np.isclose(scores, max(scores), atol=0.004))
    return float(grid[top[len(top) // 2]])


def levels(
    join: Join,
    network: encoder.Encoder,
    found: list[Sentence],
    labels: list[corpus.Labelled],
    rare: float = 1.0,
    beta: float = QUIET,
) -> dict[str, float]:
    """Where boast and hype begin; `rare`: how much a sentence without counts against one with."""
    rows, plain = list(neural.rows(network, found)), linear.probabilities(Seen(found))
    heads = ("boast", "hype", "specific")
    seen = [
        neural.levelled(
            join, {k: np.array(list(r[k].values()), np.float32) for k in heads}, {k: plain[k][i] for k in heads}, s
        )
        for i, (r, s) in enumerate(zip(rows, found, strict=True))
    ]
    out = {}
    for head in ("boast", "hype"):
        told = np.array([getattr(s, head) > 0 for s in labels])
        out[head] = best(told, np.array([one[head] for one in seen]), weight=np.where(told, 1.0, rare), beta=beta)
    return out


def on_posts(join: Join, network: encoder.Encoder) -> dict[str, float]:
    """The same for posts, where a boast is rarer than among those we wrote: PLAIN_POSTS times as many go without."""
    bios = reading.posts()
    found = reading.sentences(bios, "posts[0]")
    begun = levels(join, network, found, [s for b in bios for s in b.sentences], PLAIN_POSTS, 1.0)
    return {f"{head}-post": threshold for head, threshold in begun.items()}


def share(
    rows: list[dict[str, dict[str, float]]], plain: dict[str, np.ndarray], labels: list[corpus.Labelled]
) -> float:
    """The encoder's part in the mean that reads mode and circle best."""
    scores = np.zeros(len(SHARES))
    for head, names in (("mode", corpus.MODES), ("circle", corpus.CIRCLES)):
        deep = np.array([[r[head][n] for n in names] for r in rows])
        told = [names.index(getattr(s, head)) for s in labels]
        for i, part in enumerate(SHARES):
            mixed = (part * deep + (1 - part) * plain[head]).argmax(axis=1)
            scores[i] += f1_score(told, mixed, average="macro", zero_division=0) / 2
    print("mode and circle by share", dict(zip(SHARES.round(1).tolist(), scores.round(3).tolist(), strict=True)))
    good = np.flatnonzero(scores >= scores.max() - CLOSE)
    return round(float(SHARES[good[len(good) // 2]]), 2)


def main() -> None:
    linear_heads.main()
    network = encoder.load()
    if network is None:
        sys.exit("The encoder's artefact is not there: models/encoder/model.onnx")
    bios = reading.twice(reading.validation(corpus.read(patterns=corpus.PLAIN)))
    found, labels = reading.sentences(bios), [s for b in bios for s in b.sentences]
    rows = list(neural.rows(network, found))
    told = [rules.values(s) for s in found]
    probability = np.array([[r["values"][v] for v in corpus.VALUES] for r in rows])
    grade = np.array([[t.get(v, 0.0) for v in corpus.VALUES] for t in told])
    truth = np.array([[v in s.values for v in corpus.VALUES] for s in labels])
    plain = linear.probabilities(Seen(found))
    inputs = np.stack([odds(probability), grade, odds(plain["values"])], axis=-1).reshape(-1, 3)
    model = LogisticRegression(C=1.0).fit(inputs, truth.reshape(-1))
    weights = [float(model.intercept_[0]), *map(float, model.coef_[0])]
    joined = model.predict_proba(inputs)[:, 1].reshape(truth.shape)
    join = Join(share=share(rows, plain, labels))
    principles = np.array([[r["principles"][p] for p in corpus.PRINCIPLES] for r in rows])
    said = np.array([[p in s.principles for p in corpus.PRINCIPLES] for s in labels])
    thresholds = {
        "values": best(truth, joined, "micro"),
        "principles": best(said, principles, "micro"),
        **levels(join, network, found, labels),
        **on_posts(join, network),
    }
    thresholds = {k: round(v, 4) for k, v in thresholds.items()}
    weights = [round(w, 4) for w in weights]
    alone = best(truth, probability, "micro")
    print("held-out bios", len(bios), "sentences", len(labels))
    print("values micro-F1: encoder", round(f1_score(truth, probability >= alone, average="micro"), 3),
          "families", round(f1_score(truth, grade >= best(truth, grade, "micro"), average="micro"), 3),
          "joined", round(f1_score(truth, joined >= thresholds["values"], average="micro"), 3))  # fmt: skip
    print("weights", weights, "thresholds", thresholds)
    path = HERE / "manifest.json"
    manifest = json.loads(path.read_text("utf-8")) if path.is_file() else {"version": 1}
    manifest["join"] = {"weights": weights, "thresholds": thresholds, "share": join.share}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
