"""The why that is already there, moved to the front of the bio.

Source: the golden circle begins with why (Sinek, 2009). Known gap: only a sentence that stands on its own is moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.grammar import grammar
from waarmerk.suggestions.usable import leans, private

FIELD = "about"
WHY_FROM = 0.6
OPENING = 4  # words in which the belief has to be told
LONGEST = 900  # code points: in a longer text a sentence that moves to the front leaves too much behind


def candidates(audit: Audit) -> Iterator[Edit]:
    """At most one edit a profile."""
    if not any(r.signal == "golden-circle" and r.status == "ok" for r in audit.readings):
        return
    for i, profile in enumerate(audit.text.profiles):
        rows = [s for s in audit.text.sentences if s.profile == i and s.field == FIELD]
        given = profile.fields.about or ""
        place = next((n for n, s in enumerate(rows) if _why(s)), 0)
        if place and given[: rows[0].start].strip() == "" and not any(private(audit, s) for s in rows[: place + 1]):
            edit = _edit(rows, place, given)
            if edit:
                yield edit


def _why(s: Sentence) -> bool:
    """A belief or motive in the first person, sure enough to lead with."""
    words = [t for t in s.tokens if t.kind == "word"][:OPENING]
    if any(t.norm in grammar(s.language).leaning for t in s.tokens):
        return False
    person = any(m.cls == "i" and m.start in [t.start for t in words[:2]] for m in s.matches.get("pronouns", ()))
    told = any(m.grade >= WHY_FROM and m.start in [t.start for t in words] for m in s.matches.get("belief", ()))
    return person and told and s.classes.circles.get("why", float(s.classes.circle == "why")) >= WHY_FROM


def _edit(rows: list[Sentence], place: int, given: str) -> Edit | None:
    first, why = rows[0], rows[place]
    gap = given[rows[place - 1].end : why.start]
    text = given[why.start : why.end]
    leaning = [why, rows[0], *rows[place + 1 : place + 2]]
    if gap.strip() or why.end - first.start > LONGEST or not text.endswith((".", "!", "?")) or any(map(leans, leaning)):
        return None
    before = given[first.start : why.end]
    after = f"{text} {given[first.start : rows[place - 1].end]}"
    span = Span(first.profile, first.field, first.start, why.end)
    return Edit("golden-circle", span, before, after, WHY_FROM, "why", first.language)
