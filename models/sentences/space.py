"""How a sentence becomes numbers: what is counted in the sentences trained on, and the features by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
import numpy as np
from scipy import sparse

from waarmerk.classifiers import cues, features, linear, rules
from waarmerk.records import Sentence

COMMON = 8  # sentences of one language that hold a word which stays whole in the skeleton
SMALL = 3  # of them in which it has no capital
SEEN = 6  # sentences that hold a gram worth a weight
CUE = 0.15  # a cue's standard deviation against the length 1 of a block of grams: how little it is held back
GRADE = 2.0  # the same for a word family's grade

Rows = sparse.csr_matrix


@dataclass(frozen=True)
class Space:
    """How a sentence becomes numbers: what was counted in the sentences trained on."""

    common: dict[str, str]
    keys: dict[str, np.ndarray]
    idf: dict[str, np.ndarray]
    mean: np.ndarray
    scale: np.ndarray

    def blocks(self, sentences: Sequence[Sentence]) -> dict[str, Rows]:
        """The features by kind."""
        grams = [features.keys(s, self.common) for s in sentences]
        told = np.clip((cues.matrix(sentences) - self.mean) * self.scale, -linear.CLIP, linear.CLIP)
        families = [rules.values(s) for s in sentences]
        grades = np.array([[f.get(v, 0.0) for v in corpus.VALUES] for f in families])
        found = {"cue": sparse.csr_matrix(CUE * told), "grade": sparse.csr_matrix(GRADE * grades)}
        for i, name in enumerate(("word", "bone")):
            found[name] = _rows([g[i] for g in grams], self.keys[name], self.idf[name])
        return found


def space(sentences: Sequence[Sentence]) -> Space:
    """Counts what the features need from the sentences trained on."""
    common = _common(sentences)
    grams = [features.keys(s, common) for s in sentences]
    keys, idf = {}, {}
    for i, name in enumerate(("word", "bone")):
        df = Counter(k for g in grams for k in g[i].tolist())
        keys[name] = np.array(sorted(k for k, n in df.items() if n >= SEEN), dtype=np.uint32)
        count = np.array([df[k] for k in keys[name].tolist()])
        idf[name] = (np.log((1 + len(sentences)) / (1 + count)) + 1).astype(np.float32)
    told = cues.matrix(sentences)
    spread = told.std(axis=0)
    scale = np.where(spread > 1e-3, 1 / np.maximum(spread, 1e-3), 0)  # 0: a cue that never moves
    return Space(common, keys, idf, told.mean(axis=0), scale.astype(np.float32))


def _common(sentences: Sequence[Sentence]) -> dict[str, str]:
    """Words by their sign; a word that is only met with a capital may be a first name, and is no common word."""
    counts: dict[str, Counter[str]] = {lang: Counter() for lang in corpus.LANGUAGES}
    small: Counter[str] = Counter()
    for s in sentences:
        words = [t for t in s.tokens if t.kind == "word"]
        plain = {t.norm for t in words if not cues.is_capital(t)}
        small.update(plain)
        counts[s.language].update(plain | {t.norm for t in words[:1]})
    kept = {w for found in counts.values() for w, n in found.items() if n >= COMMON and small[w] >= SMALL}
    lines = (Path(__file__).parent / "data" / "neutral.txt").read_text("utf-8").splitlines()
    same = dict(map(str.strip, line.split("|")) for line in lines if line and line[0] != "#")
    return {w: same.get(w, w) for w in sorted(kept | set(same) | set(same.values()))}


def _rows(found: Sequence[np.ndarray], keys: np.ndarray, idf: np.ndarray) -> Rows:
    """Each sentence's known grams by rarity, at length 1."""
    at = [np.flatnonzero(np.isin(keys, row, assume_unique=True)) for row in found]
    weights = [idf[a] / max(1e-9, float(np.linalg.norm(idf[a]))) for a in at]
    ends = np.cumsum([0, *map(len, at)])
    return sparse.csr_matrix((np.concatenate(weights), np.concatenate(at), ends), shape=(len(found), len(keys)))
