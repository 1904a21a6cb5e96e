"""What the judges without a network read of sentences, counted once for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from waarmerk.classifiers import cues, features, rules
from waarmerk.records import Sentence


class Seen:
    """Sentences with their cues, word families and grams, each made when first asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._keys: dict[int, list[tuple[features.Keys, features.Keys]]] = {}

    @cached_property
    def cues(self) -> NDArray[np.float32]:
        """(sentences, 3 x cues): see `cues.matrix`."""
        return cues.matrix(self.sentences)

    @cached_property
    def values(self) -> list[dict[str, float]]:
        """What the word families say of each sentence's values."""
        return [rules.values(s) for s in self.sentences]

    def keys(self, common: Mapping[str, str]) -> list[tuple[features.Keys, features.Keys]]:
        """The hashed grams of each sentence; `common` as in `features.signs`, known by identity."""
        if id(common) not in self._keys:
            self._keys[id(common)] = [features.keys(s, common) for s in self.sentences]
        return self._keys[id(common)]
