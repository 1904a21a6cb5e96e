"""Where a phrase stands in its sentence, with the separators around it, and the pieces without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece

CLOSERS = frozenset(".,;:!?)\"'”’»]}–—|")
Pieces = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the phrase stands: `pieces[first:last + 1]`, with the separators around it."""

    pieces: Pieces
    first: int
    last: int
    g: Grammar

    def at(self, i: int) -> Piece | None:
        """The piece at an index, None beyond the ends."""
        return self.pieces[i] if 0 <= i < len(self.pieces) else None

    @property
    def phrase(self) -> Pieces:
        """The pieces of the phrase itself."""
        return self.pieces[self.first : self.last + 1]

    @property
    def adjective(self) -> bool:
        """Whether the phrase can describe a noun."""
        return self.g.adjective(self.phrase)

    def before(self) -> int:
        """Index of the first separator in the row directly before the phrase; `first` where there is none."""
        i = self.first
        while i > 0 and self.g.separates(self.pieces[i - 1]):
            i -= 1
        return i

    def after(self) -> int:
        """Index of the last separator in the row directly after the phrase; `last` where there is none."""
        i = self.last
        while i + 1 < len(self.pieces) and self.g.separates(self.pieces[i + 1]):
            i += 1
        return i


def without(pieces: Pieces, first: int, last: int) -> list[Piece]:
    """The pieces without a row of them; what follows takes over the blanks before it."""
    rest = list(pieces[last + 1 :])
    if rest and (rest[0].word or first == 0 or rest[0].kind == "number"):
        rest[0] = replace(rest[0], gap=(pieces[first].gap or rest[0].gap) if first else "")
    return [*pieces[:first], *rest]
