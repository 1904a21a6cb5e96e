"""Trains the heads that also learn from outside sets: `python models/outside/train.py DATA`, DATA a folder with the sets.

Checks each file's sha256, measures by cross-validation (accounts unseen for `act`, the task's own split for `schwartz`),
fits on everything, and writes model.npz (weights over hashed grams, no pickle), manifest.json and metrics.json.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, StratifiedKFold
from threadpoolctl import threadpool_limits

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

import sets  # noqa: E402

from waarmerk import artefacts, encoder  # noqa: E402
from waarmerk.classifiers import linear, outside  # noqa: E402

C = {"act": 4.0, "voice": 4.0, "stance": 1.0, "schwartz": 0.5, "hype": 1.0, "puffery": 1.0}
SEEN = 2  # texts that hold a gram worth a weight
TOLD = 0.15  # what a standard deviation of a cue counts against the length 1 of a block of grams
BALANCE = {"act": None, "stance": "balanced"}  # a class that is rare in the set need not be so elsewhere
WORDS_ALONE = ("schwartz",)  # how an argument is built says nothing of its values
GRID = np.arange(-0.6, 0.61, 0.05)  # shifts of the point of decision, log odds
BLOCKS = {"word": "words", "bone": "bones"}
Arrays = dict[str, np.ndarray]


def fit(head: str, known: sets.Set, places: np.ndarray) -> Arrays:
    """The arrays of one head, fitted on the texts at `places`, both kinds."""
    rows = [known.rows[i] for i in places]
    told = np.array([r.told for r in rows])
    spread = told.std(axis=0)
    made: Arrays = {f"{head}_mean": told.mean(axis=0),
                    f"{head}_scale": np.where(spread > 1e-3, 1 / np.maximum(spread, 1e-3), 0)}  # fmt: skip
    plain = []
    for block, field in BLOCKS.items():
        keys, idf = counted([getattr(r, field) for r in rows], head in WORDS_ALONE and block == "bone")
        made |= {f"{head}_{block}_keys": keys, f"{head}_{block}_idf": idf}
        plain.append(grams([getattr(r, field) for r in rows], keys, idf))
    clipped = np.clip((told - made[f"{head}_mean"]) * made[f"{head}_scale"], -outside.CLIP, outside.CLIP)
    plain.append(sparse.csr_matrix(TOLD * clipped))
    vectors = known.vectors[places]
    mean, scale = vectors.mean(axis=0), 1 / (vectors.std(axis=0) * np.sqrt(vectors.shape[1]))
    for kind, parts in (("plain", plain), ("deep", [*plain, sparse.csr_matrix((vectors - mean) * scale)])):
        weights, intercept = solved(head, sparse.hstack(parts).tocsr(), known.labels[places])
        ends = np.cumsum([p.shape[1] for p in parts])
        words, bones, cue, *deep = np.split(weights, ends[:-1])
        made |= {f"{kind}_{head}_word_weights": words, f"{kind}_{head}_bone_weights": bones,
                 f"{kind}_{head}_told": TOLD * cue}  # fmt: skip
        for vector in deep:
            made[f"{kind}_{head}_vector"] = vector * scale[:, None]
            intercept = intercept - mean @ made[f"{kind}_{head}_vector"]
        made[f"{kind}_{head}_intercept"] = intercept
    return {k: a if a.dtype.kind == "u" else a.astype(np.float32) for k, a in made.items()}


def counted(found: Sequence[np.ndarray], none: bool) -> tuple[np.ndarray, np.ndarray]:
    """The grams worth a weight and how rare each is; at least one, so that no block is empty."""
    df = Counter(k for row in found for k in row.tolist())
    keys = sorted(k for k, n in df.items() if n >= SEEN)[: 1 if none else None]
    count = np.array([df[k] for k in keys])
    return np.array(keys, dtype=np.uint32), (np.log((1 + len(found)) / (1 + count)) + 1).astype(np.float32)


def grams(found: Sequence[np.ndarray], keys: np.ndarray, idf: np.ndarray) -> sparse.csr_matrix:
    """Each text's known grams by rarity, at length 1."""
    at = [np.flatnonzero(np.isin(keys, row, assume_unique=True)) for row in found]
    weights = [idf[a] / max(1e-9, float(np.linalg.norm(idf[a]))) for a in at]
    ends = np.cumsum([0, *map(len, at)])
    return sparse.csr_matrix((np.concatenate(weights), np.concatenate(at), ends), shape=(len(found), len(keys)))


def solved(head: str, x: sparse.csr_matrix, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features, columns) and intercepts of scikit-learn's logistic models."""
    if head in outside.CHOICES:
        model = LogisticRegression(C=C[head], max_iter=600, class_weight=BALANCE[head]).fit(x, labels.argmax(axis=1))
        return model.coef_.T, model.intercept_
    made = [LogisticRegression(C=C[head], solver="liblinear", class_weight="balanced", random_state=0).fit(x, column)
            for column in labels.T]  # fmt: skip
    return np.column_stack([m.coef_[0] for m in made]), np.array([m.intercept_[0] for m in made])


def folds(head: str, known: sets.Set) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """What is fitted on and what is measured on."""
    if head == "schwartz":
        yield np.flatnonzero(known.groups == "training"), np.flatnonzero(known.groups == "validation")
    elif head == "stance":
        yield from GroupKFold(5).split(known.groups, groups=known.groups)
    elif head == "act":
        yield from LeaveOneGroupOut().split(known.groups, groups=known.groups)
    else:
        yield from StratifiedKFold(5, shuffle=True, random_state=0).split(known.groups, known.labels[:, 0])


def unseen(head: str, known: sets.Set, base: Arrays) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """(places, scores by kind) of texts that the heads scoring them have not seen."""
    at, scores = [], {"plain": [], "deep": []}  # type: tuple[list[int], dict[str, list[np.ndarray]]]
    for train, test in folds(head, known):
        model = outside.Model.of(base | fit(head, known, train))
        at += test.tolist()
        scores["plain"] += [model.scores(head, known.rows[i]) for i in test]
        scores["deep"] += [model.scores(head, known.rows[i], known.vectors[i]) for i in test]
    return np.array(at), {kind: np.array(s) for kind, s in scores.items()}


def figures(head: str, labels: np.ndarray, scores: np.ndarray) -> dict[str, float]:
    """Macro-F1 as the set's own task counts it."""
    if head == "act":
        gold, told = labels.argmax(axis=1), scores.argmax(axis=1)
        return {"three classes": f1_score(gold, told, average="macro"),
                "action": f1_score(gold == 2, told == 2, average="macro")}  # fmt: skip
    if head == "stance":
        return {"three classes": f1_score(labels.argmax(axis=1), scores.argmax(axis=1), average="macro")}
    if head == "schwartz":
        return {"20 values": float(np.mean([f1_score(g, t) for g, t in zip(labels.T, scores.T > 0, strict=True)]))}
    return {"macro": f1_score(labels[:, 0], scores[:, 0] > 0, average="macro")}


def shift(labels: np.ndarray, scores: np.ndarray) -> float:
    """What to add so that 0 is the point of decision with the best macro-F1; the middle one among near equals."""
    found = np.array([f1_score(labels[:, 0], scores[:, 0] + t > 0, average="macro") for t in GRID])
    top = np.flatnonzero(found >= found.max() - 0.004)
    return float(GRID[top[len(top) // 2]])


def base(sha256: str) -> Arrays:
    """The arrays that no head owns: common words by hash, and the repository's own list of gendered words."""
    common = linear.load().common
    pairs = {word: sign for word, sign in common.items() if word != sign}
    hashes = np.array(sorted(outside.crc32(w.encode()) for w in common), dtype=np.uint32)
    return {"common": hashes, "gendered": np.array(list(pairs)), "neutral": np.array(list(pairs.values())),
            "told": np.array(outside.told_names()), "encoder": np.array(sha256)}  # fmt: skip


def main(folder: Path, heads: Sequence[str] = ()) -> None:
    """Makes the heads, or only those named: the others then stay as they stand, with the words and encoder they know."""
    sets.check(folder)
    network, path = encoder.load(), artefacts.find("encoder", "model.onnx")
    if network is None or path is None:
        sys.exit("The encoder's artefact is not there: models/encoder/model.onnx")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    made, measured = kept(sha256) if heads else (base(sha256), {})
    common = outside.Common(made["common"].tolist(), dict(zip(made["gendered"], made["neutral"], strict=True)))
    for head in heads or outside.HEADS:
        known = sets.load(head, folder, common, network)
        at, scores = unseen(head, known, made)
        own = fit(head, known, np.arange(len(known.rows)))
        if head not in (*outside.CHOICES, "schwartz"):
            for kind in scores:
                moved = shift(known.labels[at], scores[kind])
                own[f"{kind}_{head}_intercept"] += np.float32(moved)
        measured[head] = {kind: {k: round(float(x), 3) for k, x in figures(head, known.labels[at], s).items()}
                          for kind, s in scores.items()} | {"texts": len(known.rows)}  # fmt: skip
        print(head, measured[head], flush=True)
        made |= {k: a.astype(np.float16) if k.endswith("_weights") else a for k, a in own.items()}
    np.savez_compressed(HERE / outside.FILE, **made)
    digest = hashlib.sha256((HERE / outside.FILE).read_bytes()).hexdigest()
    told = {"version": 1, "file": outside.FILE, "sha256": digest, "encoder": str(made["encoder"]),
            "made_from": {head: {"file": n, "sha256": s} for head, (n, s) in sets.FILES.items()}}  # fmt: skip
    for name, what in ((outside.MANIFEST, told), ("metrics.json", {"unseen": measured})):
        (HERE / name).write_text(json.dumps(what, indent=1) + "\n", encoding="utf-8")


def kept(sha256: str) -> tuple[Arrays, dict[str, dict[str, object]]]:
    """The arrays and figures that stand; the run ends where they know another encoder or other cues than today's."""
    with np.load(HERE / outside.FILE, allow_pickle=False) as found:
        made = {name: found[name] for name in found.files}
    if str(made["encoder"]) != sha256 or made["told"].tolist() != outside.told_names():
        sys.exit("The encoder or the cues have changed: make all heads anew.")
    return made, json.loads((HERE / "metrics.json").read_text("utf-8"))["unseen"]


if __name__ == "__main__":
    with threadpool_limits(1):
        main(Path(sys.argv[1]), sys.argv[2:])
