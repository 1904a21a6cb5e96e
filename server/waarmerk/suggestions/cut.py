"""Taking a phrase out of a sentence so that what stays is a sentence: lists, descriptions before nouns, adverbs, adjuncts.

Each rule names the places in which the phrase may stand; anywhere else the answer is None and nothing is taken out.
Known gap: without a parser some places where it could be taken out are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece

_OPENERS = frozenset("(\"'[{“‘„«:;–—-|")
_CLOSERS = frozenset(".,;:!?)\"'”’»]}–—|")
_GLUE = frozenset("-/'’&@#_+‐‑")
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


def cut(pieces: Pieces, first: int, last: int, g: Grammar, *, loose: bool = False) -> list[Piece] | None:
    """The pieces without the phrase, or None where it cannot go; `loose` phrases may go anywhere the seam holds."""
    first = _from(pieces, first, last, g)
    place = Place(pieces, first, last, g)
    if _glued(place):
        return None
    before, after = place.before(), place.after()
    if before < first and after > last:
        return _middle(place, before)
    if before < first:
        return _last_item(place, before)
    if after > last:
        return _first_item(place, after)
    return _alone(place, loose)


def _from(pieces: Pieces, first: int, last: int, g: Grammar) -> int:
    """Where the phrase begins: its own article stays, "very" before it and "with" around it go along."""
    while first < last and pieces[first].norm in g.determiners:
        first += 1
    while first > 0 and pieces[first - 1].norm in g.intensifiers:
        first -= 1
    ended = last + 1 == len(pieces) or pieces[last + 1].text in _CLOSERS
    if ended and first > 1 and pieces[first - 1].norm in g.manner and not g.adjective(pieces[first : last + 1]):
        first -= 1
    return first


def _without(pieces: Pieces, first: int, last: int) -> list[Piece]:
    """The pieces without a row of them; what follows takes over the blanks before it."""
    rest = list(pieces[last + 1 :])
    if rest and (rest[0].word or first == 0 or rest[0].kind == "number"):
        rest[0] = replace(rest[0], gap=(pieces[first].gap or rest[0].gap) if first else "")
    return [*pieces[:first], *rest]


def _glued(place: Place) -> bool:
    left, right = place.at(place.first - 1), place.at(place.last + 1)
    if any(p.gap.strip() for p in place.phrase[1:]) or (right is not None and right.gap.strip()):
        return True  # an emoji or a bullet stands in between: leave it alone
    if left is not None and place.pieces[place.first].gap == "" and left.text in _GLUE:
        return True
    if right is not None and right.gap == "" and (right.text in _GLUE or right.word):
        return True
    return left is not None and right is not None and left.text in _OPENERS and right.text in _CLOSERS


def _middle(place: Place, before: int) -> list[Piece] | None:
    """X, PHRASE and Y → X and Y."""
    if before == 0:
        return None
    return _no_lonely_comma(_without(place.pieces, before, place.last), before, place.g)


def _no_lonely_comma(pieces: list[Piece], at: int, g: Grammar) -> list[Piece]:
    """A list of two needs no comma before its conjunction: "X, and Y" → "X and Y"."""
    two = at + 1 < len(pieces) and pieces[at].text == "," and pieces[at + 1].norm in g.conjunctions
    if two and not any(p.text == "," for p in pieces[max(0, at - 4) : at]):
        return [*pieces[:at], *pieces[at + 1 :]]
    return pieces


def _last_item(place: Place, before: int) -> list[Piece] | None:
    """X, Y and PHRASE → X and Y; before a noun: a X and PHRASE noun → a X noun."""
    g, right, item = place.g, place.at(place.last + 1), place.at(before - 1)
    if item is None or not (item.word or item.kind == "number"):
        return None
    if g.content(right):
        if not place.adjective:
            return None
        if g.adjective([item]):
            return _conjoined(place, before)
        opened = place.at(before - 2)
        noun = opened is not None and opened.norm not in g.determiners and not g.separates(opened)
        return _without(place.pieces, place.first, place.last) if noun else None
    ended = right is None or right.text in _CLOSERS
    if ended or (not place.adjective and right is not None and right.norm in g.prepositions):
        return _conjoined(place, before)
    return None


def _conjoined(place: Place, before: int) -> list[Piece]:
    """Separators and phrase out; where the conjunction went, the comma before the last item becomes it."""
    rest = _without(place.pieces, before, place.last)
    word = next((p for p in place.pieces[before : place.first] if p.norm in place.g.conjunctions), None)
    if word is None:
        return rest
    for i in range(before - 2, max(0, before - 6), -1):
        if rest[i].text == ",":
            return [*rest[:i], replace(word, gap=" "), *rest[i + 1 :]]
        if place.g.separates(rest[i]) or place.g.function(rest[i]):
            break
    return rest


def _first_item(place: Place, after: int) -> list[Piece] | None:
    """PHRASE, X and Y → X and Y, where it is sure that X is of the same sort."""
    g, left, following = place.g, place.at(place.first - 1), place.at(after + 1)
    if following is None or not (following.word or following.kind == "number"):
        return None
    comma = place.pieces[place.last + 1].text == "," and after == place.last + 1
    if left is None:
        opening = comma and (place.adjective or place.last > place.first or place.g.adverb(place.phrase))
        same = place.adjective and g.content(following)
    else:
        determined = left.norm in g.determiners or left.norm in g.prepositions
        opening = determined and g.content(following) and (place.adjective or left.norm in g.prepositions)
        same = place.adjective and g.adjective([following])
    return _without(place.pieces, place.first, after) if opening or same else None


def _alone(place: Place, loose: bool) -> list[Piece] | None:
    """A description before a noun, an adverb, an adjunct at the end, or what the list of plain words says may go."""
    g, left, right = place.g, place.at(place.first - 1), place.at(place.last + 1)
    ended = right is None or right.text in _CLOSERS
    if g.content(right):
        if place.adjective and _may_describe(place, left):
            return _modest(place, _without(place.pieces, place.first, place.last))
        if g.adverb(place.phrase) and (left is None or left.norm not in g.prepositions):
            return _without(place.pieces, place.first, place.last)
    if left is None and _turns(place):
        return _without(place.pieces, place.first, place.last)
    if ended and g.content(left) and (g.adverb(place.phrase) or _adjunct(place)):
        return _without(place.pieces, place.first, place.last)
    return _without(place.pieces, place.first, place.last) if loose and _seam(g, left, right, ended) else None


def _may_describe(place: Place, left: Piece | None) -> bool:
    g = place.g
    if left is None or left.norm in g.determiners:
        return True
    if place.phrase[-1].norm.endswith("ing"):
        return False  # without an article "inspiring people" may be a deed
    return left.norm not in g.pronouns and left.norm not in g.negations and left.norm not in ("be", "being")


def _modest(place: Place, rest: list[Piece]) -> list[Piece]:
    """I am the best baker → I am a baker; we are the best bakers → we are bakers."""
    g, at = place.g, place.first - 1
    left, before = place.at(at), place.at(at - 1)
    claimed = left is not None and left.norm in g.definite and before is not None and before.norm in g.copulas
    if left is None or not claimed or not g.superlative(place.phrase):
        return rest
    noun = at + 1
    while g.content(rest[noun + 1] if noun + 1 < len(rest) else None):
        noun += 1
    if g.plural(rest[noun].norm):
        return _without(rest, at, at)
    return [*rest[:at], replace(left, text=g.indefinite_plain, norm=g.indefinite_plain, start=-1), *rest[at + 1 :]]


def _turns(place: Place) -> bool:
    """Whether an opening phrase has put the verb before its subject ("Met passie help ik"), as Dutch does."""
    opening = place.phrase[0].norm in place.g.prepositions and len(place.phrase) > 1
    subject = place.at(place.last + 2)
    return opening and subject is not None and subject.norm in place.g.inverted


def _adjunct(place: Place) -> bool:
    """A phrase with a preposition of its own after a verb or noun that can do without."""
    words = [p for p in place.phrase if p.word]
    near = [place.at(place.first - 1), place.at(place.first - 2)]
    bound = any(p is not None and p.norm in place.g.copulas for p in near)
    return len(words) > 1 and words[0].norm in place.g.prepositions and not bound


def _seam(g: Grammar, left: Piece | None, right: Piece | None, ended: bool) -> bool:
    """Whether what stands left and right of the gap can stand beside each other."""
    if left is None:
        return not ended
    hanging = left.norm in g.determiners or left.norm in g.prepositions or left.norm in g.conjunctions
    if hanging:
        return False
    return not (ended and left.norm in g.copulas)
