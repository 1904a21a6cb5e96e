"""Pushiness: like-and-win, spam, stacked calls to action, scarcity pressure.

Source: it does not revolve around you (mission, idea 9); lexicons/<lang>/push.txt.
Known gap: pressure that is built over several posts.
"""

from __future__ import annotations

from waarmerk.records import Brand, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "pushiness"
FREE_CALLS = 1  # one call to action is service; what is beyond counts
FLAGGED = {
    "en": ("Act now, last spots! Like and share to win.",),
    "nl": ("Alleen vandaag, nog maar 3 plekken! Like en deel en win.",),
}
CLEAN = {"en": ("Write to me if your boat leaks.",), "nl": ("Stuur me een bericht als je boot lekt.",)}


def measure(text: Text, brand: Brand) -> Reading:
    """Pushing sentences as a share of all, 0 is best."""
    sentences = kit.scored(text)
    pressed = [_pressure(s) for s in sentences]
    calls = [i for i, s in enumerate(sentences) if s.classes.act == "action" and not s.field.startswith("posts[")]
    for i in calls[FREE_CALLS:]:
        pressed[i] = max(pressed[i], 0.4)
    found = [kit.finding(ID, s, x) for s, x in zip(sentences, pressed, strict=True) if x >= kit.FLAGGED_FROM]
    return kit.reading(ID, Parts(tuple(((x, 1.0),) for x in pressed), prior=(0.0, 1.0)), found)


def _pressure(s: Sentence) -> float:
    return max((m.grade for m in s.matches.get("push", ())), default=0.0)
