"""Our own pairs of a hard sentence and an easy one, and the weights of reading ease that they give.

A pair tells which of two sentences reads more easily, so the fit is a logistic regression on the differences of their terms
(Bradley and Terry 1952), the same weights for both languages. `SCALE` turns them into points: such that our own bios and
real ones lie as far apart as Flesch puts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from waarmerk import ease, lexicons
from waarmerk.records import Sentence
from waarmerk.text import normal, sentences, tokens

HERE = Path(__file__).parent
RULES = HERE.parents[1] / "server" / "waarmerk" / "data" / "readability" / "weights.toml"
LANGUAGES = ("en", "nl")
STRENGTH = 0.05  # inverse of the ridge; strong, for there are few pairs to a term
SCALE = 8.0  # points for one unit of the fit
Floats = NDArray[np.float64]


def pairs(language: str) -> list[tuple[str, str]]:
    """(hard, easy) as we wrote them."""
    lines = (HERE / "data" / f"{language}.txt").read_text("utf-8").splitlines()
    parted = (line.partition(" => ") for line in lines if line and not line.startswith("#"))
    return [(hard, easy) for hard, _, easy in parted]


def read(text: str, language: str) -> list[Sentence]:
    """The sentences of a text as the product cuts them, without their classes."""
    plain, offsets = normal.normalise(text)
    found = []
    for start, end in sentences.split(plain):
        words = tokens.tokenise(plain, offsets, start, end)
        matches = lexicons.scan(words, language)
        found.append(Sentence(0, "about", start, end, plain[start:end], words, language=language, matches=matches))
    return found


def row(text: str, language: str) -> list[float]:
    """The text's terms, in the order of `ease.TERMS`."""
    means = ease.means([ease.terms(s) for s in read(text, language)])
    return [means[term] for term in ease.TERMS]


def table() -> Floats:
    """(pairs, 2, terms) of both languages."""
    return np.array([[row(hard, lang), row(easy, lang)] for lang in LANGUAGES for hard, easy in pairs(lang)])


def fitted(rows: Floats) -> Floats:
    """Weights in points for one more of each term."""
    size = rows.reshape(-1, rows.shape[-1]).std(axis=0)
    gaps = (rows[:, 1] - rows[:, 0]) / size
    both = np.vstack([gaps, -gaps])
    easier = np.repeat([1, 0], len(gaps))
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000).fit(both, easier)
    return np.asarray(SCALE * model.coef_[0] / size)


def crossed(rows: Floats, *, folds: int = 10, seed: int = 7) -> float:
    """Share of pairs put right by weights that did not see them."""
    right = 0
    for known, new in KFold(folds, shuffle=True, random_state=seed).split(rows):
        gaps = rows[new, 1] - rows[new, 0]
        right += int(np.sum(gaps @ fitted(rows[known]) > 0))
    return right / len(rows)


def written(weights: Sequence[float]) -> str:
    """The table of weights as it stands in weights.toml."""
    return "".join(f"{t} = {w:.1f}\n" for t, w in zip(ease.TERMS, weights, strict=True))
