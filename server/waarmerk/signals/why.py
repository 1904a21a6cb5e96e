"""Why: is there a belief or purpose, is it this person's own, and does it stand early?

Source: Sinek, Start with Why (2009): why first; mission, passion and belief are the fuel (mission, ideas 3 and 4).
Known gap: a purpose told through a story without any word of motive.
"""

from __future__ import annotations

from waarmerk.records import Brand, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "why"
FLAGGED = {"en": ("I am a plumber in Leeds.",), "nl": ("Ik ben loodgieter in Leiden.",)}
CLEAN = {
    "en": ("I became a nurse because my brother was treated like a number in 1998.",),
    "nl": ("Ik werd verpleegkundige omdat mijn broer in 1998 als een nummer werd behandeld.",),
}
FAINT, CLEAR = 0.15, 0.55  # chances of a why: nothing is told up to the first, all of it from the second on
OWN = (0.45, 0.55)  # what a general why is worth, and what being specific adds
GROWTH = 1.6  # one clear why of one's own gives about .8


def measure(text: Text, brand: Brand) -> Reading:
    """Strength of the purpose told, 0..1 (1 is best): belief sentences, more when their own, less when hollow."""
    sentences = kit.scored(text)
    parts = Parts(tuple(((GROWTH * _strength(s), 1.0),) for s in sentences), shape="saturation")
    found = [kit.finding(ID, s, _strength(s), polarity="strength") for s in sentences if _strength(s) >= 0.35]
    place = next((i for i, s in enumerate(sentences) if _strength(s) >= 0.35), None)
    return kit.reading(ID, parts, found, first_at=place)


def _strength(s: Sentence) -> float:
    motive = max(s.classes.circles.get("why", float(s.classes.circle == "why")), s.classes.modes.get("belief", 0.0))
    own = OWN[0] + OWN[1] * s.classes.specific
    heard = min(1.0, max(0.0, (motive - FAINT) / (CLEAR - FAINT)))  # no step, so that a near miss is no miss
    return heard * motive * own * (1.0 - 0.7 * kit.emptiness(s))
