"""Audience fit: are those who should recognise themselves named and spoken to, in words and at a level that suit them?

Source: personas (Cooper, 1999); innovators and a careful majority listen for other things (Rogers, 1962; Moore, 1991);
mission, idea 13. Numbers: data/audience.toml. Known gap: an audience that is drawn in a story without being named.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from waarmerk import audience, ease
from waarmerk.audience import Audience
from waarmerk.records import Brand, Finding, Match, Parts, Reading, Sentence, Span, Text
from waarmerk.signals import kit

ID = "audience-fit"
_MARKS = frozenset(".;:()|")
STRENGTHS = 5  # findings at most of what works
AUDIENCE = {
    "en": "Tenants who are afraid of losing their deposit",
    "nl": "Huurders die bang zijn dat ze hun borg kwijtraken",
}
FLAGGED = {
    "en": ("I was born in Leeds and studied law. I have worked at two firms and I enjoy chess.",),
    "nl": ("Ik ben geboren in Leiden en studeerde rechten. Ik werkte bij twee kantoren en ik schaak graag.",),
}
CLEAN = {
    "en": (
        "I help tenants get their deposit back. Did your landlord keep it? Send me your lease and I will read it for you.",
    ),
    "nl": (
        "Ik help huurders hun borg terug te krijgen. Hield jouw verhuurder die? Stuur me je contract, dan lees ik het.",
    ),
}


def measure(text: Text, brand: Brand) -> Reading:
    """How far the text names and addresses the audience, at its level, 0..1 (1 is best)."""
    if not brand.audience or not brand.audience.strip():
        return kit.absent(ID, "no-audience")
    sentences = kit.scored(text)
    if not sentences:
        return kit.absent(ID, "no-text")
    whom, rules = audience.read(brand.audience), audience.rules()
    if not whom.groups and whom.language not in (None, text.language):
        return kit.absent(ID, "audience-not-understood")
    rows = [(_named(s, whom), _addressed(s)) for s in sentences]
    level, segment = _level(text, sentences, whom), _segment(sentences)
    fit = level * (rules["across"] if whom.segment and segment and whom.segment != segment else 1.0)
    sought = bool(whom.groups or whom.words)
    weights = (fit * rules["named"], fit * rules["addressed"]) if sought else (0.0, fit)
    growth = rules["growth"]
    parts = Parts(tuple(((growth * n, 1.0), (growth * a, 1.0)) for n, a in rows), weights, shape="saturation")
    details = {
        "groups": sorted(whom.groups),
        "level": whom.level,
        "segment": {"audience": whom.segment, "text": segment},
    }
    told = {"named": _grown([n for n, _ in rows]), "addressed": _grown([a for _, a in rows]), "ease": round(level, 3)}
    return kit.reading(ID, parts, _findings(sentences, rows, whom, level), **details, **told)


def _grown(strengths: Sequence[float]) -> float:
    return round(1.0 - exp(-audience.rules()["growth"] * sum(strengths)), 4)


def _meant(s: Sentence, whom: Audience) -> Match | None:
    """Where a declared group is named as those it is for: after "for", "I help", "are you"; not after "worked for"."""
    listed = s.matches.get(audience.LIST, ())
    single = {m.start for m in listed if m.cls == "one"}  # "for a startup" is where somebody works
    other = {m.start for m in listed if m.cls == "employ"}  # and so is "worked for"
    spoken = {m.start for m in s.matches.get("pronouns", ())}  # "for years she led developers"
    cues = [m for m in listed if m.cls == "for" and m.start not in other]
    for group in (m for m in listed if m.cls in whom.groups):
        for cue in (m for m in cues if m.end <= group.start):
            gap = [t for t in s.tokens if cue.end <= t.start < group.start]
            short = len(gap) <= audience.rules()["within"] and not any(t.text in _MARKS for t in gap)
            barred = single | spoken if cue.kind == "alone" else frozenset()
            if short and not any(t.start in barred for t in gap):
                return group
    return None


def _named(s: Sentence, whom: Audience) -> float:
    """How surely the sentence names the audience: as a group it is for, as one's own, or in the audience's words."""
    rules = audience.rules()
    like = any(m.cls in whom.groups for m in s.matches.get(audience.LIST, ()))
    group = rules["group"] if _meant(s, whom) else rules["like"] if like else 0.0
    found = {w for w in whom.words for t in s.tokens if t.kind == "word" and audience.kin(t.norm, w)}
    strength = max(group, min(rules["words"], rules["word"] * len(found)))
    told = bool(s.matches.get("benefit")) or _you(s)
    return _plain(s, min(1.0, strength + rules["told"]) if strength and told else strength)


def _addressed(s: Sentence) -> float:
    """How much the sentence speaks to somebody."""
    rules = audience.rules()
    spoken = rules["asks"] if s.classes.act == "dialogue" else 0.0
    return _plain(s, max(spoken, rules["you"] if _you(s) else 0.0))


def _you(s: Sentence) -> bool:
    return any(m.cls == "you" for m in s.matches.get("pronouns", ()))


def _plain(s: Sentence, strength: float) -> float:
    return float(strength * (1.0 - audience.rules()["hollow"] * kit.emptiness(s)))


def _level(text: Text, sentences: Sequence[Sentence], whom: Audience) -> float:
    """1 where the text is easy enough for them, down to `hard` where it is far too hard; experts read anything."""
    easy = audience.rules()["ease"].get(whom.level)
    found = ease.read([s for s in sentences if s.language == text.language], text.language) if easy else None
    if found is None:
        return 1.0
    enough, far = easy
    short = min(1.0, max(0.0, (enough - found.ease) / (enough - far)))
    return float(1.0 - short * (1.0 - audience.rules()["hard"]))


def _segment(sentences: Sequence[Sentence]) -> str:
    """Whether the text speaks to those who go first or to those who wait; "" where it does not tell clearly."""
    rules = audience.rules()
    kinds = [m.kind for s in sentences for m in s.matches.get(audience.LIST, ()) if m.cls == "segment"]
    most = audience.segment(kinds)
    count = kinds.count(most)
    return most if most and count >= rules["least"] and count >= rules["twice"] * (len(kinds) - count) else ""


def _findings(
    sentences: Sequence[Sentence], rows: Sequence[tuple[float, float]], whom: Audience, level: float
) -> list[Finding]:
    """What speaks to them; else where the text opens without them, and the longest sentence where they want plain ones."""
    rules = audience.rules()
    named = [(s, n) for s, (n, _) in zip(sentences, rows, strict=True) if n >= rules["reached"]]
    found = [
        kit.finding(ID, s, n, polarity="strength", match=_meant(s, whom))
        for s, n in sorted(named, key=lambda row: -row[1])[:STRENGTHS]
    ]
    if not any(max(row) >= rules["reached"] for row in rows):
        found.append(kit.finding(ID, sentences[0], 1.0 - max(max(row) for row in rows)))
    longest = max(sentences, key=_length)
    if whom.level == "plain" and level < 1.0 and _length(longest) >= rules["long"]:
        span = Span(longest.profile, longest.field, longest.start, longest.end)
        found.append(Finding(ID, span, f"report.note.{ID}.hard", round(1.0 - level, 3)))
    return found


def _length(s: Sentence) -> int:
    return sum(t.kind == "word" for t in s.tokens)
