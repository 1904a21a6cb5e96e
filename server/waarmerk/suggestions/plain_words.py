"""Hollow, hyped and boastful words out of a sentence, or plain ones in their place; one edit a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.records import Audit, Match, Sentence, Span
from waarmerk.suggestions import edits, nothing_new, pieces, repair
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.cut import cut
from waarmerk.suggestions.flagged import flagged, meet
from waarmerk.suggestions.grammar import Grammar, grammar
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.usable import usable

ROUNDS = 2
GONE = "-"  # what the list of plain words writes for "leave it out"


def candidates(audit: Audit) -> Iterator[Edit]:
    """An edit for every sentence in which words can go; private sentences are left alone."""
    used = {r.signal for r in audit.readings if r.status == "ok"}
    for sentence in audit.text.sentences:
        if usable(audit, sentence):
            found = flagged(sentence, used, audit.text.vocabulary)
            edit = made(audit, sentence, found) if found else None
            if edit:
                yield edit


def made(
    audit: Audit, sentence: Sentence, found: Sequence[tuple[str, Match]], advice: str | None = None
) -> Edit | None:
    """The sentence without the words found, or with plain ones in their place; None where none of them can go."""
    given = edits.read(audit.text.profiles[sentence.profile].fields, sentence.field)
    g = grammar(sentence.language)
    whole = pieces.of(sentence, given)
    kept, gone = _shortened(whole, found, sentence, g)
    before = given[sentence.start : sentence.end]
    after = pieces.joined(repair.repaired(kept, whole, g)) + given[whole[-1].end : sentence.end]
    invented = not nothing_new.holds(before, after, sentence.language)
    if not gone or after == before or invented or not facts_stay(whole, kept):
        return None
    signal = max(gone, key=lambda x: x[1].grade)[0]
    span = Span(sentence.profile, sentence.field, sentence.start, sentence.end)
    return Edit(signal, span, before, after, sum(m.grade for _, m in gone), advice or signal, sentence.language)


def _shortened(
    whole: Sequence[Piece], found: Sequence[tuple[str, Match]], sentence: Sentence, g: Grammar
) -> tuple[Sequence[Piece], list[tuple[str, Match]]]:
    """The pieces that stay and the matches that went; a second round, as one word that goes may free another."""
    kept, gone = whole, list[tuple[str, Match]]()
    for _ in range(ROUNDS):
        for row in sorted(found, key=lambda f: f[1].start):
            shorter = None if row in gone else _without(kept, row[1], sentence, g)
            if shorter is not None and repair.sound(repair.repaired(shorter, whole, g), whole, g):
                kept = shorter
                gone.append(row)
    return kept, gone


def _without(kept: Sequence[Piece], match: Match, sentence: Sentence, g: Grammar) -> list[Piece] | None:
    place = pieces.within(kept, match.start, match.end)
    if place is None:
        return None
    plain = [m for m in sentence.matches.get("plain", ()) if meet(m, match)]
    if plain and plain[0].note and plain[0].note != GONE:
        own = pieces.within(kept, plain[0].start, plain[0].end)
        return _instead(kept, *own, plain[0], g) if own else None
    loose = bool(plain) and (plain[0].start, plain[0].end) == (match.start, match.end)
    return cut(kept, *place, g, loose=loose)


def _instead(kept: Sequence[Piece], first: int, last: int, plain: Match, g: Grammar) -> list[Piece] | None:
    """The plain word in the place of the phrase, where its form is sure to fit."""
    old, after = kept[first], kept[last + 1] if last + 1 < len(kept) else None
    left = kept[first - 1] if first else None
    gendered = left is not None and left.norm in g.definite and len(g.definite) > 1 and not g.content(after)
    glued = after is not None and after.gap == "" and (after.word or after.text in "-/'’")
    glued = glued or (left is not None and old.gap == "" and left.text in "-/'’@#")
    owned = left is not None and (left.norm in g.determiners or left.norm.endswith("'s"))
    described = owned and g.adjective(kept[first : last + 1])
    clause = any(w in g.relatives for w in plain.note.lower().split()) and after is not None and after.text not in ".!?"
    trailed = after is not None and after.norm in g.relatives
    if "*" in plain.entry or gendered or glued or clause or trailed or (described and not g.content(after)):
        return None
    text = plain.note[0].upper() + plain.note[1:] if old.text[:1].isupper() else plain.note
    word = Piece(old.gap, text, plain.note.split()[-1].lower(), True, old.start, old.end)
    return [*kept[:first], word, *kept[last + 1 :]]


def facts_stay(whole: Sequence[Piece], kept: Sequence[Piece]) -> bool:
    """Numbers, links and names are the ground under a sentence: an edit that loses one is no help."""
    rest = {(p.start, p.text.lower()) for p in kept}
    facts = [
        p
        for i, p in enumerate(whole)
        if (i and p.text[:1].isupper()) or (not p.word and any(c.isalnum() for c in p.text))
    ]
    capitals = [p for p in facts if p.word]
    told = (
        facts if len(capitals) <= len(whole) / 2 else [p for p in facts if not p.word]
    )  # capitals all over name nothing
    return all((p.start, p.text.lower()) in rest for p in told)
