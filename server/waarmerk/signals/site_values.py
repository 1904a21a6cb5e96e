"""Values that differ between sites: the share of each profile's sentences that express a value, beyond the noise of chance.

Source: consistency of a brand over its channels; the noise as in voice.py. Faith and health are left out unless they were
declared or asked for. Known gap: short profiles, on which any difference may be chance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from waarmerk import ledger, people, voice
from waarmerk.records import Brand, Finding, Sentence, Span, Text
from waarmerk.signals import kit

SIGNAL = "voice-drift"
ROUND = 4


@dataclass(frozen=True, slots=True)
class SiteValues:
    """Per value the share of each profile's sentences, and evidence where two profiles differ."""

    rows: tuple[Mapping[str, object], ...] = ()
    findings: tuple[Finding, ...] = ()


def read(text: Text, brand: Brand) -> SiteValues:
    """The values of profiles that are of one person and have running text beside their posts; none for one profile."""
    person = people.persons(text.profiles)
    texts = {
        i: [s for s in kit.scored(text) if s.profile == i and not s.field.startswith("posts[")]
        for i in range(len(person))
    }
    told = [i for i, found in texts.items() if len(found) >= voice.rules()["least_sentences"]]
    pairs = [(i, j) for i, j in combinations(told, 2) if person[i] == person[j]]
    names = _names([s for i in told for s in texts[i]], text, brand) if pairs else []
    if not names:
        return SiteValues()
    shares = {i: _shares(texts[i], names) for i in told}
    differ: dict[str, Finding] = {}
    for i, j in pairs:
        spread = np.full(len(names), voice.rules()["values"])
        chance = voice.noise(shares[i], shares[j], spread, 1.0 - voice.rules()["doubt"] / (len(names) * len(pairs)))
        gaps = shares[i][:, :, 0].mean(0) - shares[j][:, :, 0].mean(0)
        for name, gap, noise in zip(names, gaps, chance, strict=True):
            if abs(gap) > noise:
                more, less = (i, j) if gap > 0 else (j, i)
                differ.setdefault(name, _finding(texts[more], name, less, abs(float(gap))))
    means = {i: shares[i][:, :, 0].mean(0) for i in told}
    rows = tuple(
        {"value": name, "shares": {str(i): round(float(means[i][k]), ROUND) for i in told}, "differs": name in differ}
        for k, name in enumerate(names)
    )
    return SiteValues(rows, tuple(differ.values()))


def _names(sentences: Sequence[Sentence], text: Text, brand: Brand) -> list[str]:
    """The values that any of the sentences expresses, in a fixed order."""
    hidden = (frozenset() if text.sensitive else ledger.SENSITIVE) - {v.id for v in brand.values}
    return sorted({v for s in sentences for v, x in s.classes.values.items() if x >= ledger.EXPRESSED} - hidden)


def _shares(sentences: Sequence[Sentence], names: Sequence[str]) -> voice.Floats:
    return np.array(
        [[(float(s.classes.values.get(n, 0.0) >= ledger.EXPRESSED), 1.0) for n in names] for s in sentences]
    )


def _finding(sentences: Sequence[Sentence], value: str, less: int, gap: float) -> Finding:
    s = max(sentences, key=lambda s: s.classes.values.get(value, 0.0))
    span = Span(s.profile, s.field, s.start, s.end)
    note = f"report.note.{SIGNAL}.site.value"
    return Finding(SIGNAL, span, note, round(gap, 3), "evidence", {"number": less + 1}, about=value)
