"""A whole hollow sentence left out, where the rest carries its content and nothing after it leans on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.ledger import EXPRESSED
from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions import edits
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.grammar import grammar
from waarmerk.suggestions.plain_words import private

HOLLOW_FROM = 0.7  # strength from which a sentence as a whole counts as hollow
CONCRETE_FROM = 0.4  # from here a sentence tells something of its own
MOSTLY = 0.5  # share of its characters that hollow words take in such a sentence
FEWEST_LEFT = 2  # sentences a field keeps


def candidates(audit: Audit) -> Iterator[Edit]:
    """An edit for every sentence that may go."""
    used = {r.signal for r in audit.readings if r.status == "ok"}
    fields: dict[tuple[int, str], list[Sentence]] = {}
    for sentence in audit.text.sentences:
        fields.setdefault((sentence.profile, sentence.field), []).append(sentence)
    for rows in fields.values():
        for i, sentence in enumerate(rows):
            signal, strength = _emptiness(sentence, used)
            if strength >= HOLLOW_FROM and len(rows) > FEWEST_LEFT and _may_go(audit, rows, i):
                yield _edit(audit, rows, i, signal, strength)


def _emptiness(s: Sentence, used: set[str]) -> tuple[str, float]:
    """The signal and strength of the hollow words of the lists, where they are the better part of the sentence."""
    lists = {"buzzwords": "buzzwords", "stock-phrases": "stock-phrases", "hype": "hype", "boast": "boasting"}
    found = [(signal, m) for name, signal in lists.items() if signal in used for m in s.matches.get(name, ())]
    covered = {i for _, m in found for i in range(m.start, m.end)}
    if len(covered) < MOSTLY * (s.end - s.start):
        return "", 0.0
    signal, match = max(found, key=lambda row: row[1].grade)
    return signal, match.grade


def _may_go(audit: Audit, rows: Sequence[Sentence], i: int) -> bool:
    s = rows[i]
    following = rows[i + 1] if i + 1 < len(rows) else None
    told = s.classes.specific >= CONCRETE_FROM or s.classes.mode in ("show", "belief", "ask") or s.matches.get("roles")
    facts = any(t.kind not in ("word", "mark") or t.text == "?" for t in s.tokens) or _named(s)
    if not s.scored or s.language == "uncertain" or told or facts or private(audit, s):
        return False
    if following is not None and _leans(following):
        return False
    declared = [v.id for v in audit.brand.values if s.classes.values.get(v.id, 0.0) >= EXPRESSED]
    return not _leans(s) and all(_carried(audit, s, v) for v in declared)


def _named(s: Sentence) -> bool:
    words = [t for t in s.tokens if t.kind == "word"]
    return any(t.text[:1].isupper() and len(t.text) > 1 for t in words[1:])


def _leans(s: Sentence) -> bool:
    """Whether the sentence points back at the one before it."""
    return s.language != "uncertain" and bool(s.tokens) and s.tokens[0].norm in grammar(s.language).pointing


def _carried(audit: Audit, sentence: Sentence, value: str) -> bool:
    others = (s for s in audit.text.sentences if s is not sentence and s.scored)
    return any(s.classes.values.get(value, 0.0) >= EXPRESSED for s in others)


def _edit(audit: Audit, rows: Sequence[Sentence], i: int, signal: str, strength: float) -> Edit:
    s = rows[i]
    given = edits.read(audit.text.profiles[s.profile].fields, s.field)
    start, end = _stretch(given, rows, i)
    return Edit(signal, Span(s.profile, s.field, start, end), given[start:end], "", strength, "drop", s.language)


def _stretch(given: str, rows: Sequence[Sentence], i: int) -> tuple[int, int]:
    """The sentence with one of the gaps beside it, so that paragraphs, bullets and pipes stay in order."""
    s = rows[i]
    last = i + 1 == len(rows)
    if i == 0 or (not last and not given[s.end : rows[i + 1].start].strip(" ")):
        return s.start, rows[i + 1].start
    return rows[i - 1].end, s.end
