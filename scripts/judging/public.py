"""Public sets in English: one head each, as a post or a bio, through the product's own report."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict

from judging.measures import Row, classifier, regressor
from waarmerk import pipeline

BATCH = 150  # posts an audit
MOST = 1500  # rows of a set, the first ones: enough for two digits
DECIDED = 0.25  # stance from which one is for or against
csv.field_size_limit(10**7)

Sentences = list[dict[str, Any]]


def rows(folder: Path) -> Iterator[Row]:
    """A row per set that is there."""
    for name, make in SETS.items():
        if (folder / name).is_file():
            with (folder / name).open(encoding="utf-8") as file:
                yield make(list(csv.DictReader(file))[:MOST])


def posts(texts: Sequence[str]) -> list[Sentences]:
    """The report's sentences of each text, audited as posts."""
    found: list[Sentences] = []
    for first in range(0, len(texts), BATCH):
        part = texts[first : first + BATCH]
        request = {
            "profiles": [{"fields": {"posts": [{"text": t, "is_repost": False} for t in part]}}],
            "options": {"language": "en", "suggestions": 0},
        }
        by: dict[str, Sentences] = {}
        for sentence in pipeline.audit(request)["sentences"]:
            by.setdefault(sentence["field"], []).append(sentence)
        found += [by.get(f"posts[{i}]", []) for i in range(len(part))]
    return found


def _decided(
    name: str, head: str, truth: str, column: str, yes: Callable[[Sentences], bool], beside: str
) -> Callable[..., Row]:
    """A set of yes or no, by macro F1; the plain model by five-fold cross-validation within the set."""

    def make(found: list[dict[str, str]]) -> Row:
        gold = [r[column] == truth for r in found]
        texts = [r["text"] for r in found]
        ours = f1_score(gold, [yes(s) for s in posts(texts)], average="macro")
        plain = f1_score(gold, cross_val_predict(classifier(), texts, gold, cv=5), average="macro")
        return Row(name, head, float(ours), float(plain), beside)

    return make


def _strongest(*heads: str) -> Callable[[Sentences], bool]:
    return lambda s: max((max(x[h] for h in heads) for x in s), default=0) >= 0.5


def _specific(found: list[dict[str, str]]) -> Row:
    gold = np.array([float(r["score"]) for r in found])
    texts = [r["text"] for r in found]
    ours = [sum(x["specific"] for x in s) / max(1, len(s)) for s in posts(texts)]
    plain = cross_val_predict(regressor(), texts, gold, cv=5)
    figures = [float(np.corrcoef(gold, x)[0, 1]) for x in (ours, plain)]
    return Row("specificity", "specific, r", *figures, ".73 published")


def _brand_stance(found: list[dict[str, str]]) -> Row:
    """The strongest stance of a post's associations, at ±.25; in-sample, for a head has learnt from this very set."""
    gold = [r["emotion"].partition(" ")[0] for r in found]
    texts = [r["text"] for r in found]
    told = []
    for text in texts:
        request = {
            "profiles": [{"fields": {"posts": [{"text": text, "is_repost": False}]}}],
            "options": {"language": "en", "suggestions": 0},
        }
        stance = max((a["stance"] for a in pipeline.audit(request)["associations"]), key=abs, default=0.0)
        told.append("Positive" if stance > DECIDED else "Negative" if stance < -DECIDED else "No")
    ours = f1_score(gold, told, average="macro")
    plain = f1_score(gold, cross_val_predict(classifier(), texts, gold, cv=5), average="macro")
    return Row("brand emotion", "stance, in-sample", float(ours), float(plain), ".54 unseen")


SETS: dict[str, Callable[[list[dict[str, str]]], Row]] = {
    "bragging-dev.csv": _decided(
        "bragging", "not boast", "not", "label", lambda s: not _strongest("boast")(s), ".72 published"
    ),
    "specificity-dev.csv": _specific,
    "hyperbole-dev.csv": _decided("hyperbole", "hype", "1", "hyperbole", _strongest("hype"), ".76 published (HYPO)"),
    "puffery-dev.csv": _decided(
        "puffery", "hype or boast", "1", "puffery", _strongest("hype", "boast"), ".96 with citations"
    ),
    "corporate-messaging-dev.csv": _decided(
        "corporate messaging", "action", "Action", "category", lambda s: any(x["act"] == "action" for x in s), "–"
    ),
    "brand-emotion-dev.csv": _brand_stance,
    "voice-dev.csv": _decided(
        "voice", "person", "person", "voice", lambda s: sum(x["voice"] for x in s) >= 0.5 * max(1, len(s)), "–"
    ),
}
