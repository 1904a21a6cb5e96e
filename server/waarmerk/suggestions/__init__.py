"""readings, scores → suggestions: each edit applied to a copy and audited again; only what helped is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from waarmerk.records import Audit, Brand, Options, Profile, Suggestion

Judge = Callable[[Sequence[Profile], Brand, Options], Audit]


def suggest(audit: Audit, judge: Judge) -> tuple[Suggestion, ...]:
    """Suggestions for this audit, best gain first, at most `options.suggestions`."""
    return ()
