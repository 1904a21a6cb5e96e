"""After words went: articles that fit the next word, a capital at the start, and a check that nothing hangs loose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece

# English "an" goes by sound: letters that are read out with a vowel, and words that look otherwise than they sound.
_SPELLED = frozenset("AEFHILMNORSX8")
_SILENT = ("hour", "honest", "honour", "honor", "heir")
_CONSONANT = ("uni", "use", "usu", "uti", "euro", "eu", "one", "once", "ubi", "ura", "uk")
_VOWEL_EXCEPTIONS = ("unim", "unin", "unid", "unil", "unexp")
_END = frozenset(".,;:!?)")


def repaired(pieces: Sequence[Piece], given: Sequence[Piece], g: Grammar) -> list[Piece]:
    """The pieces in good order; `given` is the sentence before anything went."""
    kept = list(pieces)
    if kept and given:
        kept = _inverted(kept, given, g)
        kept[0] = replace(kept[0], gap="", text=_capital(kept[0].text, given[0].text, kept[0] is given[0]))
    neighbours = {a.start: b.text for a, b in pairwise(given)}
    for i, piece in enumerate(kept[:-1]):
        if piece.norm in g.indefinite and neighbours.get(piece.start) != kept[i + 1].text:
            kept[i] = replace(piece, text=_article(piece.text, kept[i + 1].text, g))
    return kept


def _inverted(pieces: list[Piece], given: Sequence[Piece], g: Grammar) -> list[Piece]:
    """Dutch puts the verb before the subject after an opening phrase; without that phrase the subject comes first."""
    cut = pieces[0].start != given[0].start
    verb = pieces[0].word and (pieces[0].norm in g.copulas or not g.function(pieces[0]))
    if cut and verb and len(pieces) > 2 and pieces[1].norm in g.inverted:
        return [replace(pieces[1], gap=""), replace(pieces[0], gap=" "), *pieces[2:]]
    return pieces


def _capital(text: str, was: str, same: bool) -> str:
    return text if same or not was[:1].isupper() or not text[:1].islower() else capital(text)


def capital(text: str) -> str:
    """With a capital at the start; the Dutch ij is one letter."""
    return "IJ" + text[2:] if text.startswith("ij") else text[:1].upper() + text[1:]


def _article(article: str, following: str, g: Grammar) -> str:
    plain = g.indefinite_vowel if vowel_sound(following) else g.indefinite_plain
    return plain[0].upper() + plain[1:] if article[:1].isupper() else plain


def vowel_sound(word: str) -> bool:
    """Whether English says "an" before it."""
    low = word.lower()
    if len(word) > 1 and word.isupper():
        return word[0] in _SPELLED
    if low[:1].isdigit():
        return low.startswith(("8", "11", "18"))
    if low.startswith(_SILENT):
        return True
    if low.startswith(_VOWEL_EXCEPTIONS):
        return True
    return low[:1] in "aeiou" and not low.startswith(_CONSONANT)


def sound(pieces: Sequence[Piece], given: Sequence[Piece], g: Grammar) -> bool:
    """Whether the result is whole: something is left, and nothing hangs that did not hang before."""
    return any(g.content(p) for p in pieces) and _loose(pieces, g) <= _loose(given, g)


def _loose(pieces: Sequence[Piece], g: Grammar) -> int:
    """How many small words miss what they need after them, marks are doubled, or words said twice in a row."""
    count = 0
    for i, piece in enumerate(pieces):
        after = pieces[i + 1] if i + 1 < len(pieces) else None
        ended = after is None or after.text in _END or after.norm in g.conjunctions
        bound = piece.norm in g.determiners or piece.norm in g.prepositions or piece.norm in g.conjunctions
        count += ended and (bound or piece.norm in g.copulas)
        count += after is not None and piece.word and after.word and piece.norm == after.norm
        count += piece.text == "," and (i == 0 or ended)
        count += bound and piece.norm in g.determiners and after is not None and after.norm in g.prepositions
    return count + (bool(pieces) and pieces[0].norm in g.conjunctions)
