"""A boast cut away where the fact that grounds it stands in the same sentence: "the best in town: I sold 312 loaves".

Source: credibility is the benchmark (mission, idea 11). Only where a colon, a dash or a semicolon parts the two, and the
fact is a clause of its own. Known gap: a fact inside the boasting clause is not taken apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions import edits, pieces
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.clauses import clauses
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.repair import capital
from waarmerk.suggestions.usable import usable

ADVICE, SIGNAL = "ground", "boasting"
BOAST_FROM = 0.5
FEWEST = 4  # words of the fact
_PARTS = frozenset(":;–—")


def candidates(audit: Audit) -> Iterator[Edit]:
    """An edit for every boast that a fact of its own follows."""
    if not any(r.signal == SIGNAL and r.status == "ok" for r in audit.readings):
        return
    for s in audit.text.sentences:
        if usable(audit, s) and s.classes.boast >= BOAST_FROM and s.field != "headline":
            given = edits.read(audit.text.profiles[s.profile].fields, s.field)
            after = grounded(s, given)
            if after is not None:
                span = Span(s.profile, s.field, s.start, s.end)
                yield Edit(SIGNAL, span, given[s.start : s.end], after, 0.9, ADVICE, s.language)


def grounded(s: Sentence, given: str) -> str | None:
    """The fact alone, or None where the two cannot be told apart."""
    whole = pieces.of(s, given)
    at = [i for i, p in enumerate(whole) if p.text in _PARTS and 0 < i < len(whole) - 2]
    if len(at) != 1 or whole[at[0] + 1].gap == "":
        return None
    boast, fact = whole[: at[0]], whole[at[0] + 1 :]
    praised = [m for m in s.matches.get("boast", ()) if m.grade >= BOAST_FROM]
    if not praised or any(m.start >= fact[0].start for m in praised) or _telling(boast[1:]):
        return None
    c = clauses(s.language)
    clause = fact[0].norm in c.subjects and c.verb(fact[1].norm)
    if not clause or not _telling(fact) or sum(p.word for p in fact) < FEWEST:
        return None
    first = replace(fact[0], gap="", text=capital(fact[0].text))
    return pieces.joined([first, *fact[1:]]) + given[whole[-1].end : s.end]


def _telling(row: Sequence[Piece]) -> bool:
    """Whether there is a figure or a name in it."""
    return any(p.kind == "number" or (p.word and p.text[:1].isupper() and len(p.text) > 1) for p in row)
