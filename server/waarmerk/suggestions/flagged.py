"""Which words of a sentence an edit may touch: those of the lists that cause a finding, and not meant otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waarmerk.classifiers import rules
from waarmerk.records import Match, Sentence

FLAGGED_FROM = 0.5
LEAST = 0.5  # entries below this have honest uses; an edit leaves them alone
BESIDE = 0.3  # what a plain word beside a hollow one promises


def flagged(sentence: Sentence, used: set[str], vocabulary: Sequence[str]) -> list[tuple[str, Match]]:
    """(signal, match) of the words that cause a finding, and of those beside them that the list knows plain words for.

    Only words that a list names are taken: what the encoder alone finds hollow has edges too soft to cut along.
    """
    found = [(m.cls, m) for m in sentence.hollow if m.cls in used and m.grade >= LEAST and _listed(sentence, m)]
    for signal, name, strength in (
        ("hype", "hype", sentence.classes.hype),
        ("boasting", "boast", sentence.classes.boast),
    ):
        if signal in used and strength >= FLAGGED_FROM:
            sure = [m for m in sentence.matches.get(name, ()) if m.grade >= LEAST]
            found += [(signal, replace(m, grade=m.grade * strength)) for m in sure]
    if found:
        taken = [m for _, m in found]
        plain = [m for m in sentence.matches.get("plain", ()) if not any(meet(m, t) for t in taken)]
        found += [(found[0][0], replace(m, grade=BESIDE)) for m in plain]
    own = {word.lower() for word in vocabulary}
    return [(signal, m) for signal, m in found if not meant(sentence, m, own)]


def meant(sentence: Sentence, m: Match, own: set[str]) -> bool:
    """Words that are denied, quoted, the person's own, or name what the person is: they stay."""
    role = any(
        r.start < m.end and m.start < r.end and (r.start, r.end) != (m.start, m.end)
        for r in sentence.matches.get("roles", ())
    )
    mine = any(t.norm in own for t in sentence.tokens if m.start <= t.start < m.end)
    return role or mine or rules.negated(sentence, m) or rules.quoted(sentence, m)


def _listed(sentence: Sentence, match: Match) -> bool:
    return any((m.start, m.end) == (match.start, match.end) for m in sentence.matches.get(match.cls, ()))


def meet(a: Match, b: Match) -> bool:
    """Whether two matches share a stretch of the field."""
    return a.start < b.end and b.start < a.end
