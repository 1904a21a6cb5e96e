"""The say-do ledger: per value what the profile claims, shows and contradicts, and how declared words meet the catalogue.

Source: values are believed when they are acted on (mission, idea 2); the circumplex of values.csv after Schwartz et al.
(2012). Strengths join as 1 - exp(-sum), so they run 0..1 and only grow with more of the same.
Known gap: a deed told in words outside the value's word family is seen by the classes alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from waarmerk import lexicons
from waarmerk.records import Brand, DeclaredValue, Finding, Match, Sentence, Span, Text, ValueReading

EXPRESSED = 0.5  # the point of decision of a value's strength in a sentence
GROWTH = 1.4  # how fast claims and deeds add up: one sure sentence gives about .75
OWN_WORD = 0.75  # strength of a declared word of the user's own, found as it is
STEM = 5  # letters two words must share at their start to be taken as one family
SENSITIVE = frozenset({"faith", "health"})


@dataclass(frozen=True, slots=True)
class _Entry:
    sentence: Sentence
    claimed: float
    shown: float
    contradicted: float


@cache
def _names() -> Mapping[str, tuple[str, float]]:
    known: dict[str, tuple[str, float]] = {}
    for language in sorted(lexicons.LANGUAGES, key=lambda code: code == "en"):  # every list holds English words too
        for row in lexicons.entries(language, "values"):
            if row.get("flags") == "name":
                known.setdefault(lexicons.norm(row["phrase"].rstrip("*")), (row["cls"], float(row.get("grade") or 0.8)))
    for value in lexicons.values():
        for name in (value.id, *value.names.values()):
            known[lexicons.norm(name)] = (value.id, 1.0)
    return known


def resolve(brand: Brand, statement: Sequence[Sentence] = ()) -> Brand:
    """The brand with its values matched to the catalogue; read from the statement where none were declared.

    A word that matches nothing keeps a slug of its own and is followed by its own words only (`match` 0).
    """
    declared: dict[str, DeclaredValue] = {}
    for value in brand.values:
        found = _match(value.name)
        known = replace(value, id=found[0], match=found[1]) if found else value
        earlier = declared.get(known.id)
        declared[known.id] = replace(earlier, weight=earlier.weight + known.weight) if earlier else known
    if not brand.values:
        for sentence in statement:
            for name, strength in sentence.classes.values.items():
                if strength >= EXPRESSED and name not in SENSITIVE:
                    declared.setdefault(name, DeclaredValue(name, name, 1.0, None, "statement", strength))
    return replace(brand, values=tuple(declared.values()))


def _match(name: str) -> tuple[str, float] | None:
    wanted = lexicons.norm(name.strip())
    if wanted in _names():
        return _names()[wanted]
    family = {v for n, v in _names().items() if len(wanted) > STEM and n[: len(wanted) - 2] == wanted[:-2]}
    if len(family) == 1:
        return family.pop()[0], 0.8
    return None


def read(text: Text, brand: Brand, language: str) -> tuple[ValueReading, ...]:
    """A row per declared value (in the order declared), then per value expressed without being declared."""
    declared = {value.id: value for value in brand.values}
    expressed = {v for s in text.sentences if s.scored for v, x in s.classes.values.items() if x >= EXPRESSED}
    hidden = SENSITIVE if not text.sensitive else frozenset()
    others = [v.id for v in lexicons.values() if v.id in expressed - declared.keys() - hidden]
    titles = {v.id: v.names.get(language, v.id) for v in lexicons.values()}
    rows = [_row(text, value, value.name) for value in declared.values()]
    rows += [_row(text, DeclaredValue(v, v), titles[v], declared=False) for v in others]
    return tuple(rows)


def _row(text: Text, value: DeclaredValue, name: str, *, declared: bool = True) -> ValueReading:
    every = _entries(text, value)
    entries = [e for e in every if e.claimed or e.shown or e.contradicted]
    return ValueReading(
        id=value.id,
        name=name,
        declared=declared,
        weight=value.weight if declared else 0.0,
        claimed=_grown(e.claimed for e in entries),
        shown=_grown(e.shown for e in entries),
        contradicted=_grown(e.contradicted for e in entries),
        declared_in=value.declared_in if declared else None,
        match=value.match if declared else None,
        findings=tuple(_finding(e, value.id) for e in entries),
        rows=tuple((e.claimed, e.shown, e.contradicted) for e in every),
    )


def _entries(text: Text, value: DeclaredValue) -> list[_Entry]:
    own = _own_words(value) if value.match == 0 else frozenset()
    return [_entry(s, value, own) for s in text.sentences if s.scored]


def _entry(sentence: Sentence, value: DeclaredValue, own: frozenset[str]) -> _Entry:
    strength = sentence.classes.values.get(value.id, 0.0)
    if own and any(_kin(t.norm, word) for t in sentence.tokens for word in own):
        strength = max(strength, OWN_WORD)
    against = [m for m in _family(sentence, value.id) if m.flags == "against"]
    contradicted = max((m.grade for m in against), default=0.0)
    if strength < EXPRESSED:
        return _Entry(sentence, 0.0, 0.0, contradicted)
    modes = sentence.classes.modes or {sentence.classes.mode: 1.0}
    deed = max((m.grade for m in _family(sentence, value.id) if m.flags == "deed"), default=0.0)
    shown = max(modes.get("show", 0.0), 0.8 * deed * (1 - modes.get("claim", 0.0)) if deed else 0.0)
    said = modes.get("claim", 0.0) + modes.get("belief", 0.0) + 0.5 * modes.get("ask", 0.0)
    said = max(said, 0.5 * modes.get("fact", 0.0), 0.3 * modes.get("other", 0.0))
    ground = 0.4 + 0.6 * sentence.classes.specific
    return _Entry(sentence, _floor(strength * said), _floor(strength * shown * ground), contradicted)


def _floor(weight: float) -> float:
    return weight if weight >= 0.1 else 0.0


def _family(sentence: Sentence, value: str) -> list[Match]:
    return [m for m in sentence.matches.get("values", ()) if m.cls == value]


def _own_words(value: DeclaredValue) -> frozenset[str]:
    words = lexicons.norm(value.name).split()
    return frozenset(w for w in words if len(w) > 2) or frozenset(words)


def _kin(word: str, wanted: str) -> bool:
    short = min(len(word), len(wanted))
    return word == wanted or (short >= STEM and word[: max(STEM, short - 2)] == wanted[: max(STEM, short - 2)])


def _grown(weights: Iterable[float]) -> float:
    return round(1.0 - math.exp(-GROWTH * sum(weights)), 4)


def _finding(entry: _Entry, value: str) -> Finding:
    s = entry.sentence
    kinds = {"shown": entry.shown, "claimed": entry.claimed, "contradicted": entry.contradicted}
    kind = max(kinds, key=lambda k: kinds[k])
    return Finding(
        signal="say-do",
        span=Span(s.profile, s.field, s.start, s.end),
        note=f"report.note.say-do.{kind}",
        strength=round(min(1.0, kinds[kind]), 3),
        polarity="concern" if kind == "contradicted" else "evidence",
        about=value,
    )
