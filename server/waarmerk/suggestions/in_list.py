"""A phrase as an item of a list: taken out with the comma or conjunction that belongs to it."""

from __future__ import annotations

from dataclasses import replace

from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.place import CLOSERS, Place, without


def middle(place: Place, before: int) -> list[Piece] | None:
    """X, PHRASE and Y → X and Y."""
    if before == 0:
        return None
    return _no_lonely_comma(without(place.pieces, before, place.last), before, place.g)


def _no_lonely_comma(pieces: list[Piece], at: int, g: Grammar) -> list[Piece]:
    """A list of two needs no comma before its conjunction: "X, and Y" → "X and Y"."""
    two = at + 1 < len(pieces) and pieces[at].text == "," and pieces[at + 1].norm in g.conjunctions
    if two and not any(p.text == "," for p in pieces[max(0, at - 4) : at]):
        return [*pieces[:at], *pieces[at + 1 :]]
    return pieces


def last_item(place: Place, before: int) -> list[Piece] | None:
    """X, Y and PHRASE → X and Y; before a noun: a X and PHRASE noun → a X noun."""
    g, right, item = place.g, place.at(place.last + 1), place.at(before - 1)
    if item is None or not (item.word or item.kind == "number"):
        return None
    if right is None or right.text in CLOSERS:
        return _conjoined(place, before)
    if not g.content(right) or not place.adjective:
        return None
    opened = place.at(before - 2)
    described = opened is not None and (opened.norm in g.determiners or opened.norm in g.prepositions)
    if g.adjective([item]):
        return _conjoined(place, before)
    if place.pieces[place.first - 1].text == ",":
        return _conjoined(place, before) if described else None
    noun = opened is not None and opened.norm not in g.determiners and not g.separates(opened)
    return without(place.pieces, place.first, place.last) if noun else None


def _conjoined(place: Place, before: int) -> list[Piece]:
    """Separators and phrase out; where the conjunction went, the comma before the last item becomes it."""
    rest = without(place.pieces, before, place.last)
    word = next((p for p in place.pieces[before : place.first] if p.norm in place.g.conjunctions), None)
    if word is None:
        return rest
    for i in range(before - 2, max(0, before - 6), -1):
        if rest[i].text == ",":
            return [*rest[:i], replace(word, gap=" "), *rest[i + 1 :]]
        if place.g.separates(rest[i]) or place.g.function(rest[i]):
            break
    return rest


def first_item(place: Place, after: int) -> list[Piece] | None:
    """PHRASE, X and Y → X and Y, where it is sure that X is of the same sort."""
    g, left, following = place.g, place.at(place.first - 1), place.at(after + 1)
    if following is None or not (following.word or following.kind == "number"):
        return None
    comma = place.pieces[place.last + 1].text == "," and after == place.last + 1
    if left is None:
        adverbial = g.adverb(place.phrase) or g.clause(place.phrase) or place.phrase[0].norm in g.prepositions | g.small
        fits = (comma and (place.adjective or adverbial)) or (place.adjective and g.content(following))
    elif place.adjective and g.adjective([following]):
        fits = True
    else:
        fits = g.content(following) and not following.text[:1].isupper() and _listed(place, left, after)
    return without(place.pieces, place.first, after) if fits else None


def _listed(place: Place, left: Piece, after: int) -> bool:
    """Whether what follows the separator is sure to go on in the same way: "a PHRASE, kind and warm baker"."""
    g, second = place.g, place.at(after + 2)
    more = second is not None and g.separates(second)
    if place.adjective:
        return left.norm in g.determiners - g.definite and (more or g.content(second))
    return left.norm in g.prepositions and more
