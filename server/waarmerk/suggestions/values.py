"""The question per declared value that the profile says but does not show, or does not mention: one project, one number.

Source: values are believed when they are acted on (mission, idea 2). The examples are invented; see data/suggestions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from waarmerk import lexicons
from waarmerk.records import Audit, Span, ValueReading
from waarmerk.suggestions import advice
from waarmerk.suggestions.candidate import Ask

SIGNAL = "say-do"
CLAIMED_FROM = 0.3  # as in the verdict: from here a value counts as said
SHOWN_FROM = 0.4  # from here it counts as shown


def asks(audit: Audit, shares: Mapping[str, float]) -> Iterator[Ask]:
    """An ask per declared value that is not shown yet; `shares` is what each signal weighs in the whole, 0..1."""
    declared = [v for v in audit.values if v.declared]
    whole = sum(v.weight for v in declared)
    for value in declared:
        if value.shown < SHOWN_FROM:
            untouched = shares.get("value-coverage", 0.0) if not value.claimed and not value.shown else 0.0
            lacking = shares.get(SIGNAL, 0.0) * (1.0 - value.shown) + untouched
            yield _ask(audit, value, 100.0 * lacking * value.weight / whole)


def _ask(audit: Audit, value: ValueReading, worth: float) -> Ask:
    report = advice.table(audit.options.report_language)
    written = advice.table(audit.text.language)
    words = report["ask"]["value"][_state(value)]
    question = report["value"].get(value.id, report["own"])["question"]
    shape = written["value"].get(value.id, written["own"])["shape"]
    name = _told(value, audit.options.report_language)
    return Ask(
        signal=SIGNAL,
        span=_behind(audit, value),
        title=words["title"].format(value=name),
        detail=words["detail"].format(question=question, value=name),
        shape=_named(advice.shown(shape), value.name),
        sample=_named(advice.filled(shape), value.name),
        worth=worth,
    )


def _state(value: ValueReading) -> str:
    if value.claimed >= CLAIMED_FROM:
        return "claimed" if value.shown == 0 else "thin"
    return "thin" if value.claimed or value.shown else "untouched"


def _told(value: ValueReading, language: str) -> str:
    """The value's name in the language of the report; the person's own word where the catalogue does not have it."""
    known = next((v for v in lexicons.values() if v.id == value.id), None)
    own = known is None or lexicons.norm(value.name) not in (known.id, *map(lexicons.norm, known.names.values()))
    return value.name if own or known is None else known.names.get(language, value.name)


def _named(shape: str, name: str) -> str:
    found = shape.format(value=name) if "{value}" in shape else shape
    return found[:1].upper() + found[1:]


def _behind(audit: Audit, value: ValueReading) -> Span:
    """Where the answer would stand: behind the strongest claim, else at the start of the bio."""
    said = [
        f for f in value.findings if f.note.endswith(".claimed") and not f.span.field.startswith(("posts", "headline"))
    ]
    if said:
        span = max(said, key=lambda f: f.strength).span
        return Span(span.profile, span.field, span.end, span.end)
    return home(audit, "about")


def home(audit: Audit, field: str) -> Span:
    """The start of that field in the first profile that has it, or of the field as it would be in the first profile."""
    having = [i for i, p in enumerate(audit.text.profiles) if getattr(p.fields, field)]
    return Span(having[0] if having else 0, field, 0, 0)
