"""A whole sentence left out: a hollow one, or a claim that nothing shows, where nothing after it leans on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.ledger import EXPRESSED
from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions import edits
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.grammar import grammar
from waarmerk.suggestions.usable import fields, usable

HOLLOW_FROM = 0.7  # strength from which a sentence as a whole counts as hollow
CONCRETE_FROM = 0.4  # from here a sentence tells something of its own
MOSTLY = 0.5  # share of its characters that hollow words take in such a sentence
FEWEST_LEFT = 2  # sentences a field keeps
BARE_FROM = 0.6  # how sure it is that a sentence claims, before it may go for want of proof
TOLD = (
    "benefit",
    "audiences",
    "relations",
    "kinds",
)  # lists whose words tell something that a claim may not take along
BARE_SHARE = 4  # of so many sentences one may go for want of proof


def candidates(audit: Audit) -> Iterator[Edit]:
    """An edit for every sentence that may go."""
    used = {r.signal for r in audit.readings if r.status == "ok"}
    for rows in fields(audit):
        free = [i for i in range(len(rows)) if len(rows) > FEWEST_LEFT and _may_go(audit, rows, i)]
        hollow = {i: found for i in free if (found := _emptiness(rows[i], used))[1] >= HOLLOW_FROM}
        for i, (signal, strength) in hollow.items():
            yield _edit(audit, rows, i, signal, strength, "drop")
        bare = [i for i in free if i not in hollow and _bare(rows[i])] if "evidence" in used else []
        for i in sorted(bare, key=lambda i: rows[i].classes.specific)[: len(rows) // BARE_SHARE]:
            yield _edit(audit, rows, i, "evidence", 0.6, "bare")


def _bare(s: Sentence) -> bool:
    """Whether the sentence only claims: not why, not how, not what it is about."""
    claim = s.classes.modes.get("claim", float(s.classes.mode == "claim"))
    if any(s.matches.get(name) for name in TOLD) or any(t.norm in grammar(s.language).counted for t in s.tokens):
        return False
    return s.field == "about" and claim >= BARE_FROM and s.classes.circle in ("none", "what")


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
    if not usable(audit, s):
        return False
    told = s.classes.specific >= CONCRETE_FROM or s.classes.mode in ("show", "belief", "ask") or s.matches.get("roles")
    facts = any(t.kind not in ("word", "mark") or t.text == "?" for t in s.tokens) or s.own or _named(s)
    if told or facts or _leans(s) or (following is not None and _leans(following)):
        return False
    declared = [v.id for v in audit.brand.values if s.classes.values.get(v.id, 0.0) >= EXPRESSED]
    return all(_carried(audit, s, v) for v in declared)


def _named(s: Sentence) -> bool:
    words = [t for t in s.tokens if t.kind == "word"]
    return any(t.text[:1].isupper() and len(t.text) > 1 for t in words[1:])


def _leans(s: Sentence) -> bool:
    """Whether the sentence points back at the one before it."""
    return s.language != "uncertain" and bool(s.tokens) and s.tokens[0].norm in grammar(s.language).pointing


def _carried(audit: Audit, sentence: Sentence, value: str) -> bool:
    others = (s for s in audit.text.sentences if s is not sentence and s.scored)
    return any(s.classes.values.get(value, 0.0) >= EXPRESSED for s in others)


def _edit(audit: Audit, rows: Sequence[Sentence], i: int, signal: str, strength: float, advice: str) -> Edit:
    s = rows[i]
    given = edits.read(audit.text.profiles[s.profile].fields, s.field)
    start, end = _stretch(given, rows, i)
    return Edit(signal, Span(s.profile, s.field, start, end), given[start:end], "", strength, advice, s.language)


def _stretch(given: str, rows: Sequence[Sentence], i: int) -> tuple[int, int]:
    """The sentence with one of the gaps beside it, so that paragraphs, bullets and pipes stay in order."""
    s = rows[i]
    last = i + 1 == len(rows)
    if i == 0 or (not last and not given[s.end : rows[i + 1].start].strip(" ")):
        return s.start, rows[i + 1].start
    return rows[i - 1].end, s.end
