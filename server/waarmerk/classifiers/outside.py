"""Heads that also learnt from public sets whose licence allows it: who speaks, act, stance, Schwartz values, hype, puffery.

English only: the sets are. Linear on hashed grams, cues and word families, numpy alone, all sentences in one call.
`voice`, `act` and `stance` are told of a whole field (a post, a bio), the rest of each sentence. Trained by
models/outside/train.py; sources, licences and figures: models/outside/README.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from waarmerk import artefacts, lexicons
from waarmerk.classifiers import cues, features, linear
from waarmerk.classifiers.seen import Seen
from waarmerk.records import ACTS, Sentence

Floats = NDArray[np.float32]
MODEL, FILE, MANIFEST = "outside", "model.npz", "manifest.json"
CLIP = 4.0  # standard deviations beyond which a cue counts no more
POLES = (
    "self-direction-thought", "self-direction-action", "stimulation", "hedonism", "achievement", "power-dominance",
    "power-resources", "face", "security-personal", "security-societal", "tradition", "conformity-rules",
    "conformity-interpersonal", "humility", "benevolence-caring", "benevolence-dependability", "universalism-concern",
    "universalism-nature", "universalism-tolerance", "universalism-objectivity",
)  # fmt: skip
STANCES = ("against", "neither", "for")  # towards what a post names
HEADS: Mapping[str, int] = {
    "act": len(ACTS), "stance": len(STANCES), "voice": 1, "schwartz": len(POLES), "hype": 1, "puffery": 1,
}  # fmt: skip
CHOICES = ("act", "stance")  # heads that choose one of their columns; the others say yes or no to each
WHOLE = ("act", "stance", "voice")  # heads that are told of a whole field
EVERYWHERE = ("act", "voice")  # heads that read more than posts


class Row(NamedTuple):
    """What a sentence, or a whole field, is to the heads."""

    words: features.Keys
    bones: features.Keys
    told: Floats  # cues, then the word families' grade of each value


class Common(Mapping[str, str]):
    """The words that stay whole in the skeleton, known by hash only; `same` gives those that count as another word."""

    def __init__(self, hashes: Sequence[int], same: Mapping[str, str]) -> None:
        self._hashes, self._same = frozenset(hashes), same

    def __getitem__(self, word: str) -> str:
        if crc32(word.encode()) not in self._hashes:
            raise KeyError(word)
        return self._same.get(word, word)

    def is_like(self, other: Mapping[str, str]) -> bool:
        """Whether the linear heads know the same words, so that one walk over a sentence serves both."""
        hashes = {crc32(word.encode()) for word in other}
        return hashes == self._hashes and self._same == {w: sign for w, sign in other.items() if w != sign}

    def __iter__(self) -> Any:
        return iter(self._same)

    def __len__(self) -> int:
        return len(self._hashes)


@dataclass(frozen=True, slots=True)
class Model:
    """Arrays of model.npz: weights per head as `<kind>_<head>_…`, kind `plain`, or `deep` where vectors are read too."""

    arrays: Mapping[str, NDArray[Any]]
    common: Mapping[str, str]

    @classmethod
    def read(cls, path: Path) -> Model:
        """The artefact of models/outside; OSError or KeyError where it is not what it should be."""
        with np.load(path, allow_pickle=False) as found:
            return cls.of({name: found[name] for name in found.files})

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> Model:
        """The model as it is served: half precision widened, what is told by name in the order it is told today."""
        wide = {n: a.astype(np.float32) if a.dtype.kind == "f" else a for n, a in arrays.items()}
        at = {name: i for i, name in enumerate(wide["told"].tolist())}
        for name in [n for n in wide if n.endswith(("_mean", "_scale", "_told"))]:
            rows = [wide[name][at[n]] if n in at else np.zeros_like(wide[name][0]) for n in told_names()]
            wide[name] = np.array(rows, dtype=np.float32)
        same = dict(zip(wide["gendered"].tolist(), wide["neutral"].tolist(), strict=True))
        common = Common(wide["common"].tolist(), same)
        ours = linear.load().common
        return cls(wide, ours if common.is_like(ours) else common)

    def reads(self, sha256: str) -> bool:
        """Whether the deep heads were made for the encoder of this fingerprint."""
        return str(self.arrays["encoder"]) == sha256

    def has(self, head: str) -> bool:
        """Whether the artefact holds a head; one made before the head was thought of does not."""
        return f"plain_{head}_intercept" in self.arrays

    def scores(self, head: str, row: Row, vector: Floats | None = None) -> Floats:
        """Scores of one row; above 0 is a yes."""
        a, kind = self.arrays, "plain" if vector is None else "deep"
        told = np.clip((row.told - a[f"{head}_mean"]) * a[f"{head}_scale"], -CLIP, CLIP)
        made: Floats = a[f"{kind}_{head}_intercept"] + told @ a[f"{kind}_{head}_told"]
        for block, keys in (("word", row.words), ("bone", row.bones)):
            made = made + self._block(kind, f"{head}_{block}", keys)
        return made if vector is None else made + vector @ a[f"{kind}_{head}_vector"]

    def _block(self, kind: str, name: str, keys: features.Keys) -> Floats | float:
        known = self.arrays[f"{name}_keys"]
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        at = at[known[at] == keys]
        if not len(at):
            return 0.0
        rarity: Floats = self.arrays[f"{name}_idf"][at]
        row: Floats = (rarity / np.sqrt(rarity @ rarity)) @ self.arrays[f"{kind}_{name}_weights"][at]
        return row


def told_names() -> list[str]:
    """What `Row.told` holds, by name."""
    return [*cues.NAMES, *(f"value-{v.id}" for v in lexicons.values())]


def rows(seen: Seen, common: Mapping[str, str], places: range | None = None) -> list[Row]:
    """Each sentence as the heads read it; of `places` only, where they are given."""
    values = [v.id for v in lexicons.values()]
    keys, wide = seen.keys(common), len(cues.NAMES)
    found = []
    for i in range(len(keys)) if places is None else places:
        listed = np.array([seen.values[i].get(v, 0.0) for v in values], dtype=np.float32)
        found.append(Row(*keys[i], np.concatenate([seen.cues[i, :wide], listed])))
    return found


def whole(parts: Sequence[Row]) -> Row:
    """A field as one row: every gram of its sentences, and their mean cue."""
    words, bones = (np.unique(np.concatenate([getattr(p, n) for p in parts])) for n in ("words", "bones"))
    return Row(words, bones, np.mean([p.told for p in parts], axis=0, dtype=np.float32))


def fields(sentences: Sequence[Sentence]) -> list[range]:
    """The places of each field's sentences."""
    found, at = [], 0
    for _, group in groupby(sentences, key=lambda s: (s.profile, s.field)):
        size = sum(1 for _ in group)
        found.append(range(at, at + size))
        at += size
    return found


@cache
def load() -> Model | None:
    """The model, read once; None where the package lacks it."""
    path = artefacts.find(MODEL, FILE)
    return Model.read(path) if path else None


def probabilities(
    seen: Seen, vectors: Floats | None = None, model: Model | None = None, *, fields_like: str = ""
) -> dict[str, Floats] | None:
    """Per head (sentences, columns) in 0..1, .5 the point of decision of yes-or-no heads; None without the artefact.

    `vectors`: the encoder's, one a sentence, where it ran. Columns: ACTS, STANCES, POLES, or one. Rows of sentences in another
    language than English are NaN, and so are those of the heads that read sentence by sentence in fields whose path does
    not begin with `fields_like`, and `stance` there.
    """
    model = model or load()
    if model is None:
        return None
    sentences = seen.sentences
    found = {head: np.full((len(sentences), wide), np.nan, np.float32) for head, wide in HEADS.items()}
    for places in fields(sentences):
        if sentences[places[0]].language != "en":
            continue
        part = slice(places.start, places.stop)
        asked = tuple(HEADS) if sentences[places[0]].field.startswith(fields_like) else EVERYWHERE
        heads = tuple(head for head in asked if model.has(head))
        own = None if vectors is None else vectors[part]
        told = (id(model.arrays), heads, tuple(seen.contents[part]), None if own is None else own.tobytes())
        for head, rows in seen.memo.once("outside", told, partial(_field, model, seen, places, own, heads)).items():
            found[head][part] = rows
    return found


def _field(
    model: Model, seen: Seen, places: range, vectors: Floats | None, heads: Sequence[str]
) -> dict[str, Floats | list[Floats]]:
    """Chances of one field: a row for all its sentences, or a row each."""
    read = rows(seen, model.common, places)
    field = whole(read)
    mean = None if vectors is None else vectors.mean(axis=0)
    return {
        head: _chances(head, model.scores(head, field, mean))
        if head in WHOLE
        else [
            _chances(head, model.scores(head, row, None if vectors is None else vectors[i]))
            for i, row in enumerate(read)
        ]
        for head in heads
    }


def _chances(head: str, scores: Floats) -> Floats:
    if head in CHOICES:
        raised = np.exp(scores - scores.max())
        return np.asarray(raised / raised.sum(), dtype=np.float32)
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0))), dtype=np.float32)
