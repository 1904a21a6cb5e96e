"""Questions that bring what is missing: a why, a fact, a reader, a headline, a conversation; and the missing values.

Which signals have a question, and which, is data ([ask] in data/suggestions). Nothing is made up for the reader: the
shape shown has slots, and what a good answer would bring is estimated by auditing a copy with an invented one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waarmerk import sites
from waarmerk.anchors import table
from waarmerk.records import Audit, Span, Suggestion
from waarmerk.suggestions import advice, edits, values
from waarmerk.suggestions.candidate import Ask

ASKED_BELOW = 60.0  # a signal that scores this or more is not asked about
HEADLINE = "headline"


def candidates(audit: Audit) -> list[Ask]:
    """The questions for this audit, most promising first; none where the language is not covered."""
    if audit.text.language == "uncertain" or not any(s.scored for s in audit.text.sentences):
        return []
    shares = _shares(audit)
    found = list(values.asks(audit, shares))
    report = advice.table(audit.options.report_language)["ask"]
    written = advice.table(audit.text.language)["ask"]
    for signal in report:
        short = _shortfall(audit, signal)
        if signal != "value" and short is not None:
            found.append(_ask(audit, signal, report[signal], written[signal]["shape"], shares.get(signal, 0.0) * short))
    return sorted(found, key=lambda ask: -ask.worth)


def _shares(audit: Audit) -> Mapping[str, float]:
    """Each signal's part in the whole, as the table of weights has it."""
    rules = table()
    return {s.signal: rules.categories[s.category].weight * s.weight for s in audit.scores.signals}


def _shortfall(audit: Audit, signal: str) -> float | None:
    """How many points the signal is short; None where it is well, off, or does not apply."""
    row = next((s for s in audit.scores.signals if s.signal == signal), None)
    if row is None:
        return None
    if row.score.score is None:
        missing = signal == HEADLINE and any(HEADLINE in sites.wanted(p.site) for p in audit.text.profiles)
        return 100.0 if missing and not any(p.fields.headline for p in audit.text.profiles) else None
    return 100.0 - row.score.score if row.score.score < ASKED_BELOW else None


def _ask(audit: Audit, signal: str, words: Mapping[str, str], shape: str, worth: float) -> Ask:
    span = values.home(audit, words["field"])
    return Ask(signal, span, words["title"], words["detail"], advice.shown(shape), advice.filled(shape), worth)


def answered(audit: Audit, ask: Ask) -> tuple[Span, str]:
    """Where the invented answer is tried, and as what: a headline is replaced, elsewhere the answer is added."""
    given = edits.read(audit.text.profiles[ask.span.profile].fields, ask.span.field)
    if ask.span.field == HEADLINE:
        return Span(ask.span.profile, HEADLINE, 0, len(given)), ask.sample
    at = ask.span.start or len(given)
    return Span(ask.span.profile, ask.span.field, at, at), f" {ask.sample}" if given else ask.sample


def told(ask: Ask, gain: float | None, language: str) -> Suggestion:
    """The ask as a suggestion; its gain is an estimate, and the detail says so."""
    words = advice.table(language)["estimate"]
    up = gain is not None and gain > 0
    note = words["up"].format(gain=f"{gain:g}".replace(".", words["decimal"])) if up else words["unsure"]
    return Suggestion(
        signal=ask.signal,
        kind="ask",
        title=ask.title,
        detail=f"{ask.detail} {note}",
        span=ask.span,
        before="",
        after=ask.shape,
        gain=gain if up and gain is not None else 0.0,
        verified=False,
    )


def few(found: Sequence[Ask], limit: int) -> list[Ask]:
    """The most promising ones, no more than two of them about values at first, so that a why is not crowded out."""
    about_values = [a for a in found if a.signal == values.SIGNAL]
    later = set(map(id, about_values[2:]))
    return sorted(found, key=lambda a: id(a) in later)[:limit]
