"""Respect: slurs and excluding language.

Source: lexicons/<lang>/respect.txt, a careful list without the words by which people name themselves.
Known gap: contempt in decent words; a word quoted in order to reject it is left alone.
"""

from __future__ import annotations

from waarmerk.classifiers import rules
from waarmerk.records import Brand, Match, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "respect"
FLAGGED = {"en": ("Those people are subhuman scum.",), "nl": ("Dat volk is uitschot en tuig.",)}
CLEAN = {"en": ("I am a deaf carpenter.",), "nl": ("Ik ben een dove timmerman.",)}


def measure(text: Text, brand: Brand) -> Reading:
    """Excluding words per sentence, 0 is best."""
    sentences = kit.scored(text)
    found = [kit.finding(ID, s, m.grade, match=m) for s in sentences for m in _words(s)]
    rows = tuple(((sum(m.grade for m in _words(s)), 1.0),) for s in sentences)
    return kit.reading(ID, Parts(rows, prior=(0.0, 1.0)), found)


def _words(s: Sentence) -> list[Match]:
    return [m for m in s.matches.get("respect", ()) if not rules.quoted(s, m)]
