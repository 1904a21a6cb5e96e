"""Questions that bring what is missing: a why, a fact, a reader, a headline, a conversation; and the missing values.

Which signals have a question, and which, is data ([ask] in data/suggestions). A good profile is asked too, for what would
lift it further. Nothing is made up for the reader: the shape shown has slots, and what a good answer would bring is
estimated by auditing a copy with an invented one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waarmerk import sites
from waarmerk.anchors import table
from waarmerk.records import Audit, Sentence, Span, Suggestion
from waarmerk.suggestions import advice, edits, values
from waarmerk.suggestions.candidate import Ask
from waarmerk.suggestions.usable import usable

GOOD_FROM = 60.0  # a signal that scores this is asked for more, not for what is missing
ASKED_BELOW = 99.0  # a signal that scores this has no question
HEADLINE, EVIDENCE = "headline", "evidence"
VAGUE = 0.4  # specificity below which a sentence may be quoted in a question
SHORTEST, LONGEST = 4, 90  # words, and code points, of what is quoted


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
            worth = shares.get(signal, 0.0) * short
            found.append(
                _ask(audit, signal, report[signal], written[signal]["shape"], worth, more=100 - short >= GOOD_FROM)
            )
    return sorted(found, key=lambda ask: -ask.worth)


def _shares(audit: Audit) -> Mapping[str, float]:
    """Each signal's part in the whole, as the table of weights has it."""
    rules = table()
    return {s.signal: rules.categories[s.category].weight * s.weight for s in audit.scores.signals}


def _shortfall(audit: Audit, signal: str) -> float | None:
    """How many points the signal is short; None where it is full, off, or does not apply."""
    row = next((s for s in audit.scores.signals if s.signal == signal), None)
    if row is None:
        return None
    if row.score.score is None:
        missing = signal == HEADLINE and any(HEADLINE in sites.wanted(p.site) for p in audit.text.profiles)
        return 100.0 if missing and not any(p.fields.headline for p in audit.text.profiles) else None
    return 100.0 - row.score.score if row.score.score < ASKED_BELOW else None


def _ask(audit: Audit, signal: str, words: Mapping[str, str], shape: str, worth: float, *, more: bool) -> Ask:
    span, detail = values.home(audit, words["field"]), words["more"] if more else words["detail"]
    vague = _vague(audit, signal) if "quoted" in words and not more else None
    if vague is not None:
        given = edits.read(audit.text.profiles[vague.profile].fields, vague.field)
        span = Span(vague.profile, vague.field, vague.end, vague.end)
        detail = words["quoted"].format(quote=_short(given[vague.start : vague.end]))
    return Ask(signal, span, words["title"], detail, advice.shown(shape), advice.filled(shape), worth)


def _vague(audit: Audit, signal: str) -> Sentence | None:
    """The sentence that the question is about: the least exact one, or the claim that stands on least."""
    rows = [
        s
        for s in audit.text.sentences
        if s.field == "about"
        and s.classes.specific < VAGUE
        and sum(t.kind == "word" for t in s.tokens) >= SHORTEST
        and "?" not in s.text
        and usable(audit, s)
    ]
    if signal == EVIDENCE:
        claims = [s for s in rows if s.classes.mode == "claim"]
        return max(claims, key=lambda s: s.classes.modes.get("claim", 0.0), default=None)
    return min(rows, key=lambda s: s.classes.specific, default=None)


def _short(quote: str) -> str:
    """At most LONGEST code points, cut at a blank."""
    plain = " ".join(quote.split()).rstrip(".")
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rpartition(" ")[0] + " …"


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
