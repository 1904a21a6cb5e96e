"""A long sentence split where both halves can stand alone: at a new subject, at a second verb of the same subject, at "where".

Source: sentence length in every readability formula (Flesch 1948; Douma 1960 for Dutch). Dutch keeps its verb second: what
stands behind the verb after "en" is put before it again. Known gap: a subject that is a noun is not said twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions import edits, pieces
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.clauses import Clauses, clauses
from waarmerk.suggestions.grammar import Grammar, grammar
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.repair import capital
from waarmerk.suggestions.usable import short_of, usable

LONG = 17  # words from which a sentence is worth splitting
HALF = 6  # words that each half keeps
ADVICE, SIGNAL = "split", "readability"
_PARTS = frozenset(";:–—-")
_OPEN, _CLOSED, _QUOTES = "([{", ")]}", '"“”„«»'
_CLAUSE_MARKS = frozenset(",;:–—-(")


class Joint(NamedTuple):
    """Where a sentence may be parted: pieces before `left` stay, `right` follows the full stop."""

    left: int
    right: list[Piece]


def candidates(audit: Audit) -> Iterator[Edit]:
    """At most one edit a long sentence, at the joint nearest its middle."""
    if not short_of(audit, SIGNAL):
        return
    for s in audit.text.sentences:
        if usable(audit, s) and s.field != "headline" and sum(t.kind == "word" for t in s.tokens) >= LONG:
            given = edits.read(audit.text.profiles[s.profile].fields, s.field)
            after = parted(s, given)
            if after is not None:
                span = Span(s.profile, s.field, s.start, s.end)
                yield Edit(SIGNAL, span, given[s.start : s.end], after, 0.3, ADVICE, s.language)


def parted(s: Sentence, given: str) -> str | None:
    """The sentence as two, or None where no joint is sure."""
    whole = pieces.of(s, given)
    if not whole or whole[-1].text not in (".", "!") or "?" in s.text:
        return None
    found = [j for j in _joints(whole, clauses(s.language), grammar(s.language)) if _balanced(whole[: j.left])]
    fair = [j for j in found if min(_size(whole[: j.left]), _size(j.right)) >= HALF]
    if not fair:
        return None
    best = min(fair, key=lambda j: abs(_size(whole[: j.left]) - _size(j.right)))
    first = replace(best.right[0], gap=" ", text=capital(best.right[0].text))
    ended = given[whole[-1].end : s.end]
    return pieces.joined(whole[: best.left]) + "." + pieces.joined([first, *best.right[1:]]) + ended


def _size(row: Sequence[Piece]) -> int:
    return sum(p.word for p in row)


def _balanced(row: Sequence[Piece]) -> bool:
    """Whether no bracket or quotation is open."""
    text = "".join(p.text for p in row)
    closed = all(text.count(a) == text.count(b) for a, b in zip(_OPEN, _CLOSED, strict=True))
    return closed and sum(text.count(q) for q in _QUOTES) % 2 == 0


def _joints(whole: Sequence[Piece], c: Clauses, g: Grammar) -> Iterator[Joint]:
    for i in range(1, len(whole) - 2):
        if whole[i].norm in c.joints:
            yield from _conjoined(whole, i, c, g)
        elif _apart(whole, i) and _clause(whole, i + 1, c) and _complete(whole[:i], c, g):
            yield Joint(i, list(whole[i + 1 :]))
        elif whole[i].norm in c.places and whole[i - 1].text == ",":
            yield from _there(whole, i, c, g)


def _apart(whole: Sequence[Piece], i: int) -> bool:
    """Whether a semicolon, a colon or a dash parts two clauses: a dash alone, with blanks around it."""
    text = whole[i].text
    return text in _PARTS and (text in ";:" or bool(whole[i].gap and sum(p.text == text for p in whole) == 1))


def _clause(whole: Sequence[Piece], i: int, c: Clauses) -> bool:
    """Whether a main clause begins at a place: a subject, then its verb."""
    return i + 1 < len(whole) and whole[i].norm in c.subjects and c.verb(whole[i + 1].norm) and whole[i].gap != ""


def _complete(left: Sequence[Piece], c: Clauses, g: Grammar) -> bool:
    """Whether the left part is a main clause of its own, with nothing before it that the right part still hangs on."""
    if not left or c.subordinate(left, 0, g) or any(p.text in ":;" for p in left):
        return False
    verb = next((i for i, p in enumerate(left) if p.word and c.verb(p.norm)), None)
    return verb is not None and verb > 0 and not any(p.norm in c.paired for p in left)


def _conjoined(whole: Sequence[Piece], i: int, c: Clauses, g: Grammar) -> Iterator[Joint]:
    """X, and he leads Y → X. He leads Y; he does X and leads Y → He does X. He leads Y; en leidt hij Y → Hij leidt Y."""
    left = i - 1 if whole[i - 1].text == "," else i
    head = [whole[i]] if whole[i].norm in c.stressed else []
    if not _complete(whole[:left], c, g) or _hangs(whole[:left], c, g):
        return
    following = whole[i + 1 :]
    if _clause(whole, i + 1, c):
        yield Joint(left, [*head, *following])
    elif _inverted(following, c):
        yield Joint(left, _subject_first(following, head))
    elif following[0].norm in c.openers and _inverted(following[1:], c):
        yield Joint(left, [*head, *following])
    elif not head and _same_subject(whole, left, following, c, g):
        subject = whole[0]
        again = replace(subject, text=subject.text if subject.text == "I" else subject.text.lower(), gap=" ")
        yield Joint(left, [again, *following])


def _hangs(left: Sequence[Piece], c: Clauses, g: Grammar) -> bool:
    """Whether the last clause of the left part is a subordinate one, which the right part may go on with."""
    for i in range(len(left) - 1, -1, -1):
        if left[i].text in _CLAUSE_MARKS and left[i].text != ",":
            return False
        if c.subordinate(left, i, g):
            return True
    return False


def _inverted(row: Sequence[Piece], c: Clauses) -> bool:
    """Dutch "spreekt hij": the verb, then its subject, as after a first phrase that is shared."""
    return c.verb_second and len(row) > 2 and c.verb(row[0].norm) and row[1].norm in c.subjects


def _subject_first(row: Sequence[Piece], head: list[Piece]) -> list[Piece]:
    return [*head, replace(row[1], gap=" "), replace(row[0], text=row[0].text.lower(), gap=" "), *row[2:]]


def _same_subject(whole: Sequence[Piece], left: int, following: Sequence[Piece], c: Clauses, g: Grammar) -> bool:
    """Whether what follows is a second verb of the pronoun that the sentence begins with."""
    subject, verb = whole[0].norm, following[0].norm
    if subject not in c.subjects or not c.verb(whole[1].norm) or len(following) < 2 or not following[1].word:
        return False
    listed = any(a.text == "," and c.verb(b.norm) for a, b in pairwise(whole[:left]))
    if listed or any(c.subordinate(whole, i, g) for i in range(left)):
        return False
    if verb in c.verbs_participle:
        return whole[left].text == "," and not any(p.norm in c.auxiliaries for p in whole[:left])
    return c.agrees(subject, verb)


def _there(whole: Sequence[Piece], i: int, c: Clauses, g: Grammar) -> Iterator[Joint]:
    """At Harrow Mill, where he bakes → at Harrow Mill. There he bakes; Dutch puts the verb second again."""
    right = list(whole[i + 1 : -1])
    named = whole[i - 2].text[:1].isupper() if i > 1 else False
    plain = len(right) > 2 and not any(p.text in _CLAUSE_MARKS or p.norm in c.places for p in right)
    if not named or not plain or right[0].norm not in c.subjects or not _complete(whole[: i - 1], c, g):
        return
    there = replace(whole[i], text=c.there, norm=c.there, gap=" ")
    if not c.verb_second:
        if c.verb(right[1].norm):
            yield Joint(i - 1, [there, *right, whole[-1]])
    elif c.verb(right[1].norm):
        yield Joint(i - 1, [there, right[1], right[0], *right[2:], whole[-1]])
    elif c.verb(right[-1].norm) and not any(c.verb(p.norm) for p in right[1:-1]):
        yield Joint(i - 1, [there, right[-1], right[0], *right[1:-1], whole[-1]])
