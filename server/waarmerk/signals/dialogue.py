"""Dialogue: conversation against broadcast, in bio and posts.

Source: markets are conversations; push against dialogue (mission, ideas 9 and 10).
Known gap: replies that the site does not mark as such.
"""

from __future__ import annotations

from waarmerk.records import Brand, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "dialogue"
FLAGGED = {"en": ("We deliver solutions.",), "nl": ("Wij leveren oplossingen.",)}
CLEAN = {
    "en": ("What would you change about your street? I would like to hear it.",),
    "nl": ("Wat zou jij veranderen aan je straat? Ik hoor het graag.",),
}
GROWTH = 1.3


def measure(text: Text, brand: Brand) -> Reading:
    """How much the text speaks with people, 0..1 (1 is best); a reply counts as speaking with somebody."""
    sentences = kit.scored(text)
    replies = {
        (i, f"posts[{j}]")
        for i, p in enumerate(text.profiles)
        for j, post in enumerate(p.fields.posts)
        if post.is_reply
    }
    strengths = [_strength(s, replies) for s in sentences]
    found = [kit.finding(ID, s, x, polarity="strength") for s, x in zip(sentences, strengths, strict=True) if x >= 0.6]
    share = Parts(tuple(((GROWTH * x, 1.0),) for x in strengths), shape="saturation")
    return kit.reading(ID, share, found[:5])


def _strength(s: Sentence, replies: set[tuple[int, str]]) -> float:
    addressed = 0.25 if any(m.cls == "you" for m in s.matches.get("pronouns", ())) else 0.0
    spoken = {"dialogue": 0.7, "action": 0.2, "inform": 0.0}[s.classes.act]
    return min(1.0, spoken + addressed + (0.5 if (s.profile, s.field) in replies else 0.0))
