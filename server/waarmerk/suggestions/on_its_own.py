"""A phrase that is no item of a list: a description before a noun, an adverb, an opening phrase, an adjunct at the end."""

from __future__ import annotations

from dataclasses import replace

from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.place import CLOSERS, Place, without


def alone(place: Place, loose: bool) -> list[Piece] | None:
    """A description before a noun, an adverb, an adjunct at the end, or what the list of plain words says may go."""
    g, left, right = place.g, place.at(place.first - 1), place.at(place.last + 1)
    ended = right is None or right.text in CLOSERS
    if g.content(right) and right is not None and right.norm not in g.incomplete:
        if place.adjective and _may_describe(place, left):
            return _modest(place, without(place.pieces, place.first, place.last))
        if g.adverb(place.phrase) and (left is None or left.norm not in g.prepositions):
            return without(place.pieces, place.first, place.last)
    if left is None and _turns(place):
        return without(place.pieces, place.first, place.last)
    if ended and g.content(left) and (g.adverb(place.phrase) or _adjunct(place)):
        return without(place.pieces, place.first, place.last)
    return without(place.pieces, place.first, place.last) if loose and _seam(g, left, right, ended) else None


def _may_describe(place: Place, left: Piece | None) -> bool:
    g, noun = place.g, place.at(place.last + 1)
    name = noun is not None and noun.text[:1].isupper() and not noun.text.isupper()
    if left is not None and left.norm in g.determiners and name and not g.content(place.at(place.last + 2)):
        return False  # "a sustainable Holland" is no "a Holland"
    if left is None or left.norm in g.determiners or g.adjective([left]):
        return True
    if place.phrase[-1].norm in g.either:
        return False
    if place.phrase[-1].norm.endswith(g.verbal_endings):
        return False  # without an article "inspiring people" may be a deed
    return left.norm not in g.pronouns and left.norm not in g.negations and left.norm not in ("be", "being")


def _modest(place: Place, rest: list[Piece]) -> list[Piece] | None:
    """I am the best baker → I am a baker; we are the best bakers → we are bakers; elsewhere "the best" stays."""
    g, at = place.g, place.first - 1
    left, before = place.at(at), place.at(at - 1)
    owned = left is not None and left.norm.endswith("'s")  # "the UK's most daring baker" is not "the UK's baker"
    if left is None or not (owned or left.norm in g.definite) or not g.superlative(place.phrase):
        return rest
    if owned or before is None or before.norm not in g.copulas:
        return None
    noun = at + 1
    while g.content(rest[noun + 1] if noun + 1 < len(rest) else None):
        noun += 1
    if g.plural(rest[noun].norm):
        return without(rest, at, at)
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
    joined = any(p.norm.startswith(place.g.joining) for p in place.pieces[: place.first])
    return len(words) > 1 and words[0].norm in place.g.manner and not bound and not joined


def _seam(g: Grammar, left: Piece | None, right: Piece | None, ended: bool) -> bool:
    """Whether what stands left and right of the gap can stand beside each other."""
    if left is None:
        return not ended
    hanging = left.norm in g.determiners or left.norm in g.prepositions or left.norm in g.conjunctions
    if hanging:
        return False
    return not (ended and left.norm in g.copulas)
