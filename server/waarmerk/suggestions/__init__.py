"""readings, scores → suggestions: each edit applied to a copy and audited again; only what helped is shown.

Candidates are tried most promising first, at most twice as many as were asked for, so that the cost of a report is
bounded. Edits come first, by gain, then questions; where something is missing at least one question is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waarmerk.records import Audit, Brand, Options, Profile, Span, Suggestion
from waarmerk.suggestions import advice, asks, edits, leave_out, nothing_new, plain_words, why_first
from waarmerk.suggestions.candidate import Ask, Edit

Judge = Callable[[Sequence[Profile], Brand, Options], Audit]
TRIES = 2  # audits per suggestion asked for
MOST_FALL = 1.0  # points that a category may lose by an edit
ASKED_SHARE = 3  # one in so many suggestions is kept for questions


def suggest(audit: Audit, judge: Judge) -> tuple[Suggestion, ...]:
    """Suggestions for this audit: edits by gain, then questions, at most `options.suggestions`."""
    limit = audit.options.suggestions
    if limit <= 0:
        return ()
    wanted = asks.candidates(audit)
    room = limit // ASKED_SHARE or limit // 2
    most = 2 * room + 1  # questions, where few edits help
    tried = _tried(audit, judge, TRIES * limit - min(most, len(wanted)))
    kept = tried[: limit - min(room, len(wanted))]
    questions = asks.few(wanted, min(most, limit - len(kept)))
    return (*kept, *sorted((_asked(audit, judge, q) for q in questions), key=lambda s: -s.gain))


def _tried(audit: Audit, judge: Judge, budget: int) -> list[Suggestion]:
    """The edits that help, best first, none overlapping another."""
    if audit.scores.overall.score is None:
        return []
    sources = (plain_words.candidates(audit), leave_out.candidates(audit), why_first.candidates(audit))
    found = sorted((edit for source in sources for edit in source), key=lambda e: -e.strength)[:budget]
    helped = [(edit, gain) for edit in found if (gain := _gain(audit, judge, edit)) is not None]
    kept: list[Suggestion] = []
    for edit, gain in sorted(helped, key=lambda row: -row[1]):
        if not any(_overlap(edit.span, other.span) for other in kept):
            kept.append(_told(edit, gain, audit.options.report_language))
    return kept


def _gain(audit: Audit, judge: Judge, edit: Edit) -> float | None:
    """What the edit brings overall; None where it does not help, costs a category, or says something new."""
    if not nothing_new.holds(edit.before, edit.after, edit.language):
        return None
    after = judge(edits.apply(audit.text.profiles, edit.span, edit.after), audit.brand, audit.options)
    gain = difference(audit, after)
    if gain is None or _falls(audit, after):
        return None
    return gain if gain > 0 or (gain == 0 and _rises(audit, after, edit.signal)) else None


def difference(before: Audit, after: Audit) -> float | None:
    """Points between two audits, to one decimal; None where either could not be told."""
    old, new = before.scores.overall.score, after.scores.overall.score
    return None if old is None or new is None else round(new - old, 1)


def _falls(before: Audit, after: Audit) -> bool:
    """Whether a category is lost, or loses more than a point."""
    new = {c.id: c.score.score for c in after.scores.categories}
    old = {c.id: c.score.score for c in before.scores.categories if c.score.score is not None}
    return any(new[c] is None or score - (new[c] or 0.0) > MOST_FALL + 1e-9 for c, score in old.items())


def _rises(before: Audit, after: Audit, signal: str) -> bool:
    category = next((s.category for s in before.scores.signals if s.signal == signal), None)
    old = next((c.score.score for c in before.scores.categories if c.id == category), None)
    new = next((c.score.score for c in after.scores.categories if c.id == category), None)
    return old is not None and new is not None and new > old


def _overlap(a: Span, b: Span) -> bool:
    return (a.profile, a.field) == (b.profile, b.field) and a.start < b.end and b.start < a.end


def _told(edit: Edit, gain: float, language: str) -> Suggestion:
    words = advice.table(language)["edit"][edit.advice]
    return Suggestion(
        signal=edit.signal,
        kind="edit",
        title=words["title"],
        detail=words["detail"],
        span=edit.span,
        before=edit.before,
        after=edit.after,
        gain=gain,
        verified=True,
    )


def _asked(audit: Audit, judge: Judge, ask: Ask) -> Suggestion:
    span, sample = asks.answered(audit, ask)
    after = judge(edits.apply(audit.text.profiles, span, sample), audit.brand, audit.options)
    return asks.told(ask, difference(audit, after), audit.options.report_language)
