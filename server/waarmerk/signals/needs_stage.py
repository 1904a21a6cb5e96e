"""Needs stage: how far these profiles climb the social-media hierarchy of needs, and the next step.

existence (there is a profile) → safety (it is filled, and its owner can be recognised) → belonging (it speaks with
people) → esteem (it keeps at it and people answer) → self-actualisation (a why of one's own, carried by deeds).
Source: mission, idea 8, after Maslow (1943). Known gap: without posts and counts, belonging is read from the bio alone.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Text
from waarmerk.signals import kit

ID = "needs-stage"
STAGES = ("existence", "safety", "belonging", "esteem", "self-actualisation")
FLAGGED = {"en": ("Baker.",), "nl": ("Bakker.",)}
CLEAN = {
    "en": (
        "I bake bread in Leeds for people who get up early, and every Saturday I teach two neighbours how to fold a "
        "dough. What would you like to learn? Write to me, I answer every message.",
    ),
    "nl": (
        "Ik bak brood in Leiden voor mensen die vroeg opstaan, en elke zaterdag leer ik twee buren een deeg vouwen. "
        "Wat zou jij willen leren? Schrijf me, ik beantwoord elk bericht.",
    ),
}
FILLED = 25  # words of own text from which a profile is more than a card
KEEPS_AT_IT = 10  # posts


def measure(text: Text, brand: Brand) -> Reading:
    """The stage reached, 0.2 existence to 1 self-actualisation; stages are climbed without gaps."""
    sentences = kit.scored(text)
    if not text.profiles or not sentences:
        return kit.absent(ID, "too-little-text")
    reached = ["existence"]
    for stage, climbed in zip(STAGES[1:], _climbed(text), strict=True):
        if not climbed:
            break
        reached.append(stage)
    following = STAGES[min(len(reached), len(STAGES) - 1)]
    details = {"stage": reached[-1], "reached": reached, "next": following}
    return Reading(ID, measure=len(reached) / len(STAGES), details=details)


def _climbed(text: Text) -> tuple[bool, bool, bool, bool]:
    sentences = kit.scored(text)
    posts = [x for p in text.profiles for x in p.fields.posts if not x.is_repost]
    count = max([len(posts), *(p.fields.counts.get("posts", 0) for p in text.profiles)])
    known = any(p.fields.name or p.owner.name or p.site == "text" for p in text.profiles)
    talks = any(s.classes.act == "dialogue" for s in sentences) or any(x.is_reply for x in posts)
    answered = any((x.likes or 0) + (x.replies or 0) > 0 for x in posts)
    own_why = any(s.classes.circle == "why" and s.classes.specific >= 0.4 for s in sentences)
    deeds = any(s.classes.mode == "show" for s in sentences)
    return known and text.words >= FILLED, talks, count >= KEEPS_AT_IT and answered, own_why and deeds
