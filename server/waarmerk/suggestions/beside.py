"""A claim put behind the deed that proves it, where both stand in the same bio but apart.

Source: values are believed when they are acted on (mission, idea 2): a deed beside a claim grounds it.
Known gap: that the deed is about the claim is told by the values both carry, no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.ledger import EXPRESSED
from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.usable import full, leans, parted, usable

FIELD, ADVICE, SIGNAL = "about", "beside", "evidence"
CLAIM_FROM, DEED_FROM, TELLING_FROM = 0.5, 0.5, 0.6
GROUNDED = 0.4  # specificity from which a claim stands on its own ground
LONGEST = 900  # code points that an edit may move about


def candidates(audit: Audit) -> Iterator[Edit]:
    """At most one edit a bio."""
    if not any(r.signal == SIGNAL and r.status == "ok" for r in audit.readings):
        return
    for i, profile in enumerate(audit.text.profiles):
        rows = [s for s in audit.text.sentences if s.profile == i and s.field == FIELD]
        given = profile.fields.about or ""
        if len(rows) > 2 and all(usable(audit, s) for s in rows):
            edit = next((e for c, d in _pairs(rows) if (e := _edit(rows, c, d, given)) is not None), None)
            if edit:
                yield edit


def _pairs(rows: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Claims without ground of their own, each with a deed of the same value that does not stand beside it."""
    for c, claim in enumerate(rows):
        if c == 0 or _mode(claim, "claim") < CLAIM_FROM or claim.classes.specific >= GROUNDED or _names(claim):
            continue
        if any(_deed(rows[n]) for n in (c - 1, c + 1) if 0 <= n < len(rows)):
            continue
        for d, deed in enumerate(rows):
            if abs(d - c) > 1 and _deed(deed) and _shared(claim, deed):
                yield c, d


def _names(s: Sentence) -> bool:
    """Whether the sentence names somebody: what comes after it may count on that."""
    words = [t for t in s.tokens if t.kind == "word"]
    return bool(s.own) or any(t.text[:1].isupper() and len(t.text) > 1 for t in words[1:])


def _mode(s: Sentence, mode: str) -> float:
    return s.classes.modes.get(mode, float(s.classes.mode == mode))


def _deed(s: Sentence) -> bool:
    return _mode(s, "show") >= DEED_FROM and s.classes.specific >= TELLING_FROM


def _shared(a: Sentence, b: Sentence) -> bool:
    return any(x >= EXPRESSED and b.classes.values.get(v, 0.0) >= EXPRESSED for v, x in a.classes.values.items())


def _edit(rows: Sequence[Sentence], c: int, d: int, given: str) -> Edit | None:
    """The claim moved to directly behind the deed; what stood behind either may not lean on it."""
    claim = rows[c]
    first, last = (c, d) if c < d else (d, c)
    stretch = rows[first : last + 1]
    behind = [rows[n + 1] for n in (c, d) if n + 1 < len(rows)]
    loose = not any(leans(s) for s in (claim, *behind)) and all(full(s, given) for s in stretch)
    if not loose or not parted(given, stretch) or stretch[-1].end - stretch[0].start > LONGEST:
        return None
    order = [*range(first, last + 1)]
    order.remove(c)
    order.insert(order.index(d) + 1, c)
    after = " ".join(given[rows[n].start : rows[n].end] for n in order)
    span = Span(claim.profile, claim.field, stretch[0].start, stretch[-1].end)
    return Edit(SIGNAL, span, given[span.start : span.end], after, 0.4, ADVICE, claim.language)
