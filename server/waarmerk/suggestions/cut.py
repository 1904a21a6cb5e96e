"""Taking a phrase out of a sentence so that what stays is a sentence: lists, descriptions before nouns, adverbs, adjuncts.

Each rule names the places in which the phrase may stand; anywhere else the answer is None and nothing is taken out.
Known gap: without a parser some places where it could be taken out are left alone.
"""

from __future__ import annotations

from waarmerk.suggestions import in_list, on_its_own
from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.place import CLOSERS, Pieces, Place

_OPENERS = frozenset("(\"'[{“‘„«:;–—-|")
_GLUE = frozenset("-/'’&@#_+‐‑")


def cut(pieces: Pieces, first: int, last: int, g: Grammar, *, loose: bool = False) -> list[Piece] | None:
    """The pieces without the phrase, or None where it cannot go; `loose` phrases may go anywhere the seam holds."""
    first = _from(pieces, first, last, g)
    place = Place(pieces, first, last, g)
    if _glued(place):
        return None
    before, after = place.before(), place.after()
    if before < first and g.clause(place.phrase):
        return None
    if (before < first or after > last) and _things(place):
        return None
    if before < first and after > last:
        return in_list.middle(place, before)
    if before < first:
        return in_list.last_item(place, before)
    if after > last:
        return in_list.first_item(place, after)
    return on_its_own.alone(place, loose)


def _from(pieces: Pieces, first: int, last: int, g: Grammar) -> int:
    """Where the phrase begins: its own article stays, "very" before it and "with" around it go along."""
    while first < last and pieces[first].norm in g.determiners:
        first += 1
    while first > 0 and pieces[first - 1].norm in g.intensifiers:
        first -= 1
    ended = last + 1 == len(pieces) or pieces[last + 1].text in CLOSERS
    manner = first > 1 and pieces[first - 1].norm in g.manner and not g.adjective(pieces[first : last + 1])
    if ended and manner:
        first -= 1
    return first


def _things(place: Place) -> bool:
    """Whether the phrase names things of a kind of their own ("emerging technologies"): as an item of a list they count."""
    words = [p.norm for p in place.phrase if p.word]
    return len(words) > 1 and place.g.plural(words[-1]) and not place.adjective


def _glued(place: Place) -> bool:
    left, right = place.at(place.first - 1), place.at(place.last + 1)
    if any(p.gap.strip() for p in place.phrase[1:]) or (right is not None and right.gap.strip()):
        return True  # an emoji or a bullet stands in between: leave it alone
    if left is not None and place.pieces[place.first].gap == "" and left.text in _GLUE:
        return True
    if right is not None and right.gap == "" and (right.text in _GLUE or right.word):
        return True
    return left is not None and right is not None and left.text in _OPENERS and right.text in CLOSERS
