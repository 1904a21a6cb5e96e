"""The part of judgement that is told by rule: values by word family with negation, principles, act and polarity.

Thirty-six values with few examples each defeat a bare learner; word families carry them and a learner settles ties.
Source: dictionary measurement of values (Ponizovskiy et al. 2020, Personal Values Dictionary); families are our own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache

from waarmerk import lexicons
from waarmerk.records import PRINCIPLES, Act, Match, Sentence

OWN_VOICE, BRAND_VOICE = 0.15, 0.25  # what "I", and "we" without "I", say of who is talking
SURE = 0.5  # grade from which an entry alone settles what a sentence does
NEGATION_REACH = 4  # words before a value word in which a negation takes it away


def negated(sentence: Sentence, match: Match) -> bool:
    """Whether a negation stands shortly before the match, within the same clause."""
    for negation in sentence.matches.get("negation", ()):
        if negation.end <= match.start:
            between = [t for t in sentence.tokens if negation.end <= t.start < match.start]
            if len(between) <= NEGATION_REACH and not any(t.kind == "mark" and t.text in ",;:.()" for t in between):
                return True
    return False


def quoted(sentence: Sentence, match: Match) -> bool:
    """Whether the match stands between quotation marks: others' words, or words kept at a distance."""
    marks = [t.start for t in sentence.tokens if t.text == '"']
    return sum(m < match.start for m in marks) % 2 == 1 and any(m >= match.end for m in marks)


def _in_name(sentence: Sentence, match: Match) -> bool:
    """Whether the words are part of a name ("Wexcombe Trust"): capitals inside a sentence that is not all capitals."""
    words = [t for t in sentence.tokens if t.kind == "word"]
    inside = [t for t in words if match.start <= t.start < match.end]
    return (
        bool(inside)
        and inside[0] is not words[0]
        and all(t.text[:1].isupper() for t in inside)
        and sum(t.text[:1].isupper() for t in words) <= len(words) // 2
    )


def values(sentence: Sentence) -> dict[str, float]:
    """Strength 0..1 per value id, .5 the point of decision; `against` entries and negated ones do not count."""
    grades: dict[str, list[float]] = {}
    reached: dict[str, int] = {}
    for match in sorted(sentence.matches.get("values", ()), key=lambda m: (m.start, -m.end)):
        if match.start < reached.get(match.cls, -1):
            continue  # "family" inside "my family" is the same word of the same value
        if match.flags in ("against", "name") or _in_name(sentence, match):
            continue
        if not negated(sentence, match) and not quoted(sentence, match):
            grades.setdefault(match.cls, []).append(match.grade)
            reached[match.cls] = match.end
    return {value: joined(found) for value, found in grades.items()}


def principles(sentence: Sentence) -> dict[str, float]:
    """Strength 0..1 per persuasion principle."""
    return {
        p: s
        for p in PRINCIPLES
        if (s := joined(m.grade for m in sentence.matches.get("principles", ()) if m.cls == p)) > 0.2
    }


def act(sentence: Sentence) -> Act:
    """Whether the sentence asks the reader to do something, speaks with the reader, or informs."""
    asks = _sure(sentence, "ask")
    if any("action" in m.flags for m in asks) or _sure(sentence, "push"):
        return "action"
    if "?" in sentence.text or _sure(sentence, "dialogue") or any("dialogue" in m.flags for m in asks):
        return "dialogue"
    return "inform"


def schwartz(found: Mapping[str, float]) -> dict[str, float]:
    """Strength per refined Schwartz value: the strongest of the catalogue's values that carry it."""
    poles: dict[str, float] = {}
    carried = _poles()
    for value, strength in found.items():
        for pole in carried.get(value, ()):
            poles[pole] = max(poles.get(pole, 0.0), strength)
    return {pole: poles[pole] for pole in sorted(poles) if poles[pole] > 0.02}


@cache
def _poles() -> Mapping[str, tuple[str, ...]]:
    return {value.id: value.schwartz for value in lexicons.values()}


def voice(sentence: Sentence, human: float) -> float:
    """1 a person talking, 0 a brand: how human the whole field reads (0..1), moved by who speaks in the sentence."""
    spoken = {m.cls for m in sentence.matches.get("pronouns", ())}
    moved = human + OWN_VOICE * ("i" in spoken) - BRAND_VOICE * ("we" in spoken and "i" not in spoken)
    return min(1.0, max(0.0, moved))


def _sure(sentence: Sentence, name: str) -> list[Match]:
    return [m for m in sentence.matches.get(name, ()) if m.grade >= SURE]


def polarity(sentence: Sentence) -> float:
    """Feeling of the words, -1..1, negation turned round."""
    total = sum(-m.grade if negated(sentence, m) else m.grade for m in sentence.matches.get("polarity", ()))
    return math.tanh(total)


def weights(matches: Mapping[str, tuple[Match, ...]], *lists: str) -> float:
    """Joined strength of all matches of these lists."""
    return joined(m.grade for name in lists for m in matches.get(name, ()))


def joined(grades: Iterable[float]) -> float:
    """Strengths joined as independent reasons (noisy or): only grows, stays within 0..1."""
    rest = 1.0
    for grade in grades:
        rest *= 1.0 - min(0.98, max(0.0, grade))
    return 1.0 - rest
