"""Evidence: the share of claims that stand beside a number, name, date, link or result.

Source: values are believed when they are acted on; checkable statements (mission, ideas 2 and 11).
Known gap: whether the evidence is true cannot be told from the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from waarmerk.records import Brand, Finding, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "evidence"
BESIDE = 0.7  # what a deed in the next or previous sentence counts for a claim
FLAGGED = {
    "en": ("I am a very reliable and creative person.",),
    "nl": ("Ik ben een heel betrouwbaar en creatief mens.",),
}
CLEAN = {
    "en": ("I am reliable: 312 deliveries for Harrow Foods in 2023, none late.",),
    "nl": ("Ik ben betrouwbaar: 312 leveringen voor Harink Vers in 2023, geen enkele te laat.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Grounded share of the claims, 0..1 (1 is best); deeds count as grounded claims."""
    sentences = kit.scored(text)
    rows, found = [], []
    for i, sentence in enumerate(sentences):
        claim = max(_mode(sentence, "claim"), kit.emptiness(sentence))
        deed = _mode(sentence, "show")
        ground = _ground(sentences, i)
        rows.append(((claim * ground + deed * sentence.classes.specific, claim + deed),))
        if _mode(sentence, "claim") >= 0.5 and ground < 0.3:
            found.append(kit.finding(ID, sentence, claim * (1 - ground)))
        elif deed >= 0.5 and sentence.classes.specific >= 0.6:
            found.append(_strong(sentence, deed))
    if not any(row[0][1] >= 0.3 for row in rows):
        return kit.absent(ID, "no-claims")
    return kit.reading(ID, Parts(tuple(rows), prior=(0.25, 0.5)), found)


def _strong(sentence: Sentence, deed: float) -> Finding:
    return kit.finding(ID, sentence, deed, polarity="strength")


def _mode(s: Sentence, mode: str) -> float:
    return s.classes.modes.get(mode, float(s.classes.mode == mode))


def _ground(sentences: Sequence[Sentence], i: int) -> float:
    """How concrete the claim's own sentence is, or the deed beside it in the same field."""
    own = max(0.0, sentences[i].classes.specific - 0.3) / 0.5
    beside = [
        BESIDE * _mode(s, "show") * s.classes.specific
        for s in sentences[max(0, i - 1) : i + 2]
        if s is not sentences[i] and s.field == sentences[i].field and s.profile == sentences[i].profile
    ]
    return min(1.0, max([own, *beside]))
