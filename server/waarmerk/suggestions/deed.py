"""A deed as it is told of somebody: "I restored 14 windows in Otley" → "restored 14 windows …", to follow "someone who".

English keeps its order and gives the verb its third person; Dutch puts the verb last. Only one plain clause is taken, with
a figure or a name in it and nothing that ties it to its speaker. Known gap: verbs are known by closed lists of forms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from waarmerk.records import Sentence
from waarmerk.suggestions import advice, pieces
from waarmerk.suggestions.clauses import Clauses, clauses
from waarmerk.suggestions.grammar import Grammar, grammar
from waarmerk.suggestions.pieces import Piece

FEWEST, MOST = 3, 14  # words of the deed
_MARKS = frozenset(',;:–—-(|"“”„')
_INSIDE = frozenset("&'’%€$£+-/")
_HISSING = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class _Words:
    adverbs: frozenset[str]
    tied: frozenset[str]
    particles: frozenset[str]
    states: frozenset[str]
    auxiliaries: frozenset[str]
    participle_starts: tuple[str, ...]
    participle_ends: tuple[str, ...]
    third: Mapping[str, str]

    def participle(self, word: str) -> bool:
        """Whether a word looks like the participle that a form of "have" or "be" goes with."""
        return word.startswith(self.participle_starts) and word.endswith(self.participle_ends) and len(word) > 5


@cache
def _words(language: str) -> _Words:
    raw = dict(advice.table(language)["deed"])
    forms = dict(row.split("=") for row in raw.pop("third"))
    made: dict[str, Any] = {name: _ready(name, words) for name, words in raw.items()}
    return _Words(third=forms, **made)


def _ready(name: str, words: Sequence[str]) -> tuple[str, ...] | frozenset[str]:
    return tuple(words) if name.startswith("participle_") else frozenset(words)


def third(verb: str, language: str) -> str:
    """The form that goes with "someone who": restores, heeft; what is no verb in the form for "I" stays as it is."""
    c, w = clauses(language), _words(language)
    if verb in w.third:
        return w.third[verb]
    if verb in c.verbs_plain or verb in c.verbs_participle or verb not in c.verbs_first:
        return c.spoken(verb) or verb
    if c.verb_second:
        return verb if verb.endswith("t") else verb + "t"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(_HISSING) else "s")


def told(s: Sentence, given: str) -> str:
    """The deed of a sentence without its subject; "" where it is not sure how to tell it."""
    whole = pieces.of(s, given)
    whole = whole[:-1] if whole and whole[-1].text in ".!" else whole
    c, w = clauses(s.language), _words(s.language)
    named = any(a == 0 for a, _ in s.own)
    if len(whole) < FEWEST or not (named or whole[0].norm in c.first | c.third):
        return _fronted(whole, s.language)
    at = 2 if whole[1].norm in w.adverbs else 1
    found = _clause(whole[at:], s.language)
    return _joined([*whole[1:at], *found], whole[0].norm, s.language) if found else ""


def _fronted(whole: Sequence[Piece], language: str) -> str:
    """Dutch "Sinds 2009 werk ik bij …": what stood first stands first in the clause too."""
    c = clauses(language)
    at = next((i for i, p in enumerate(whole) if p.norm in c.first | c.third), 0)
    verb = whole[at - 1] if at > 1 else None
    if not c.verb_second or verb is None or not c.verb(verb.norm) or any(p.text in _MARKS for p in whole[:at]):
        return ""
    first = replace(whole[0], text=whole[0].text[:1].lower() + whole[0].text[1:], gap=" ")
    found = _clause([verb, first, *whole[1 : at - 1], *whole[at + 1 :]], language)
    return _joined(found, whole[at].norm, language) if found else ""


def _clause(row: Sequence[Piece], language: str) -> list[Piece]:
    """The verb and what follows it, up to the first mark or new clause; empty where it is tied to its speaker or vague."""
    c, w, g = clauses(language), _words(language), grammar(language)
    if not row or not c.verb(row[0].norm):
        return []
    at = next((i for i in range(1, len(row)) if _ends(row, i, c, g)), len(row))
    if at < len(row) and row[at].norm in c.subordinators:
        return []  # "the minutes in which …": what goes before may need it
    found = list(row[:at])
    size = sum(p.word or p.kind == "number" for p in found)
    telling = any(p.kind == "number" or (p.word and p.text[:1].isupper() and len(p.text) > 1) for p in found[1:])
    plain = all(p.word or p.kind == "number" or p.text in _INSIDE for p in found)
    if not FEWEST <= size <= MOST or not telling or not plain or any(p.norm in w.tied for p in found):
        return []
    return found


def _ends(row: Sequence[Piece], i: int, c: Clauses, g: Grammar) -> bool:
    """Whether the clause is over before a piece: at a mark, a subordinate clause, or a second verb."""
    p, after = row[i], row[i + 1] if i + 1 < len(row) else None
    second = p.norm in c.joints and (after is None or c.verb(after.norm) or after.norm in c.openers)
    mark = p.text in _MARKS and (p.gap != "" or p.text not in "-–—")
    return second or mark or c.subordinate(row, i, g)


def _verb_last(rest: Sequence[Piece], verb: Piece, w: _Words) -> list[Piece]:
    """The verb at the end, or behind the participle or state that it belongs to: "hersteld heeft voor Houtwerf"."""
    state = [
        i for i, p in enumerate(rest) if p.norm in w.states or (verb.norm in w.auxiliaries and w.participle(p.norm))
    ]
    at = state[-1] + 1 if state else len(rest)
    return [*rest[:at], replace(verb, gap=" "), *rest[at:]]


def _joined(row: list[Piece], subject: str, language: str) -> str:
    """The clause in words, its verb in the third person and, in Dutch, at the end."""
    c, w, g = clauses(language), _words(language), grammar(language)
    at = next(i for i, p in enumerate(row) if c.verb(p.norm))
    verb = replace(row[at], text=third(row[at].norm, language) if subject in c.first else row[at].text)
    rest = [*row[:at], *row[at + 1 :]]
    last = rest[-1].norm if rest else ""
    if last in w.particles or last in g.prepositions or last in g.conjunctions | g.determiners:
        return ""
    ordered = _verb_last(rest, verb, w) if c.verb_second else [*row[:at], verb, *row[at + 1 :]]
    return " ".join(pieces.joined([*ordered[:-1], replace(ordered[-1], gap=ordered[-1].gap or " ")]).split())
