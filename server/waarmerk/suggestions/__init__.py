"""readings, scores → suggestions: each edit applied to a copy and audited again; only what helped is shown.

Candidates are tried most promising first, at most twice as many audits as suggestions were asked for, so that the cost of
a report is bounded. Edits come first, by gain, then questions; where something is missing at least one question is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waarmerk.records import Audit, Suggestion, Together
from waarmerk.suggestions import (
    advice,
    asks,
    beside,
    edits,
    ground,
    headline,
    leave_out,
    plain_words,
    question,
    reader,
    split,
    superlatives,
    variants,
    why_first,
)
from waarmerk.suggestions.candidate import Ask
from waarmerk.suggestions.choose import Judge, Trials, Tried, best_set, difference, overlap

__all__ = ["KINDS", "suggest", "variants"]

KINDS = (
    plain_words, superlatives, ground, leave_out, why_first, beside, reader, split, question, headline,
)  # fmt: skip
TRIES = 2  # audits per suggestion asked for
ASKED_SHARE = 3  # one in so many suggestions is kept for questions
FEWEST_ASKED = 3  # questions up to which one is asked even if its answer cannot be told to help
SET_SHARE = 0.3  # of the audits, kept for trying edits together


def suggest(audit: Audit, judge: Judge) -> tuple[tuple[Suggestion, ...], Together | None]:
    """Suggestions for this audit: edits by gain, then questions, at most `options.suggestions`; and the best set of edits.

    `Together.edits` are places among the suggestions. Raises nothing of its own.
    """
    limit = audit.options.suggestions
    if limit <= 0:
        return (), None
    wanted = asks.candidates(audit)
    room = limit // ASKED_SHARE or limit // 2
    most = 2 * room + 1  # questions, where few edits help
    trials = Trials(audit, judge, TRIES * limit - min(most, len(wanted)))
    helped = _tried(trials)
    chosen, together = best_set(trials, helped)
    kept = _shown(chosen, helped)[: limit - min(room, len(wanted))]
    questions = asks.few(wanted, min(most, limit - len(kept)))
    told = [_told(t, audit.options.report_language) for t in kept]
    asked = _promising(sorted((_asked(audit, judge, q) for q in questions), key=lambda s: -s.gain))
    return (*told, *asked), _placed(together, chosen, kept)


def _tried(trials: Trials) -> list[Tried]:
    """The edits that help, found in the order of what they promise."""
    if trials.audit.scores.overall.score is None:
        return []
    found = sorted((edit for kind in KINDS for edit in kind.candidates(trials.audit)), key=lambda e: -e.strength)
    budget = max(1, round(trials.left * (1 - SET_SHARE)))
    return [Tried(edit, gain) for edit in found[:budget] if (gain := trials.alone(edit)) is not None]


def _shown(chosen: Sequence[Tried], helped: Sequence[Tried]) -> list[Tried]:
    """The best set, then what helps beside it without overlapping, by gain."""
    kept = list(chosen)
    for row in sorted(helped, key=lambda t: -t.gain):
        if not any(overlap(row.edit.span, other.edit.span) for other in kept):
            kept.append(row)
    return sorted(kept, key=lambda t: -t.gain)


def _placed(together: Together | None, chosen: Sequence[Tried], kept: Sequence[Tried]) -> Together | None:
    """The set by the places of its edits among the suggestions; None where some of it is not shown."""
    if together is None or not all(row in kept for row in chosen):
        return None
    return replace(together, edits=tuple(sorted(kept.index(row) for row in chosen)))


def _promising(asked: Sequence[Suggestion]) -> list[Suggestion]:
    """Questions whose answer is expected to bring something, where there are enough of them."""
    up = [s for s in asked if s.gain > 0]
    return up if len(up) >= FEWEST_ASKED else list(asked[:FEWEST_ASKED])


def _told(row: Tried, language: str) -> Suggestion:
    edit, words = row.edit, advice.table(language)["edit"][row.edit.advice]
    return Suggestion(
        signal=edit.signal,
        kind="edit",
        title=words["title"],
        detail=words["detail"],
        span=edit.span,
        before=edit.before,
        after=edit.after,
        gain=row.gain,
        verified=True,
    )


def _asked(audit: Audit, judge: Judge, ask: Ask) -> Suggestion:
    span, sample = asks.answered(audit, ask)
    after = judge(edits.apply(audit.text.profiles, span, sample), audit.brand, audit.options)
    return asks.told(ask, difference(audit, after), audit.options.report_language)
