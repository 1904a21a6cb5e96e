"""The measures of the table, and the plain linear model everything is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import Pipeline, make_pipeline, make_union


@dataclass(frozen=True)
class Row:
    """One line of the table; `beside` is a published figure or the readers' own agreement."""

    set: str
    head: str
    ours: float
    plain: float | None
    beside: str


def rank(a: Sequence[float], b: Sequence[float]) -> float:
    """Spearman's rho; 0 where one side does not vary."""
    if len(set(a)) < 2 or len(set(b)) < 2:
        return 0.0
    return float(spearmanr(a, b).statistic)


def micro(gold: Sequence[set[str]], found: Sequence[set[str]]) -> float:
    """Micro F1 over label sets."""
    both = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    return 2 * both / max(1, sum(map(len, gold)) + sum(map(len, found)))


def features() -> Any:
    """Words 1-2 and characters 3-5, as a plain baseline has them."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    return make_union(words, TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True))


def classifier() -> Pipeline:
    """TF-IDF and logistic regression."""
    return make_pipeline(features(), LogisticRegression(max_iter=400, class_weight="balanced", C=4))


def regressor() -> Pipeline:
    """TF-IDF and ridge regression."""
    return make_pipeline(features(), Ridge(alpha=1.0))


def label_sets(
    texts: Sequence[str], labels: Sequence[set[str]], ask: Sequence[str], names: Sequence[str]
) -> list[set[str]]:
    """One linear model a label, its threshold at the rate of the label in training."""
    made = features().fit(texts)
    known, asked = made.transform(texts), made.transform(ask)
    found: list[set[str]] = [set() for _ in ask]
    for name in names:
        truth = np.array([name in s for s in labels])
        if truth.sum() < 5:
            continue
        chance = LogisticRegression(max_iter=300, class_weight="balanced").fit(known, truth).predict_proba(asked)[:, 1]
        for i in np.flatnonzero(chance >= 0.5):
            found[i].add(name)
    return found
