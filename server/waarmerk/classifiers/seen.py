"""What the judges without a network read of sentences, counted once for all of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from waarmerk.classifiers import cues, features, rules
from waarmerk.memo import Memo
from waarmerk.records import Sentence


def content(s: Sentence) -> Hashable:
    """All of a sentence that a judge may read: what it says, and whether it is said in a post; not where it stands."""
    return s.language, s.text, s.own, s.field.startswith("posts["), tuple([t.text for t in s.tokens])


class Seen:
    """Sentences with their cues, word families and grams, each made when first asked for and once per content.

    `contents` tells sentences apart that read differently, in the order of `sentences`.
    """

    def __init__(self, sentences: Sequence[Sentence], memo: Memo | None = None) -> None:
        self.sentences = sentences
        self.memo = memo or Memo()
        self.contents = [content(s) for s in sentences]

    @cached_property
    def cues(self) -> NDArray[np.float32]:
        """(sentences, 3 x cues): see `cues.matrix`."""
        rows = [self.memo.once("cues", c, partial(cues.row, s)) for c, s in self._pairs()]
        return cues.matrix(self.sentences, rows)

    @cached_property
    def values(self) -> list[dict[str, float]]:
        """What the word families say of each sentence's values."""
        return [self.memo.once("values", c, partial(rules.values, s)) for c, s in self._pairs()]

    def keys(self, common: Mapping[str, str]) -> list[tuple[features.Keys, features.Keys]]:
        """The hashed grams of each sentence; `common` as in `features.signs`, known by identity."""
        kind = id(common)
        return [self.memo.once("keys", (kind, c), partial(features.keys, s, common)) for c, s in self._pairs()]

    def _pairs(self) -> list[tuple[Hashable, Sentence]]:
        return list(zip(self.contents, self.sentences, strict=True))
