"""Human voice: reads as a person talking rather than as a brand or a press release.

Source: Levine et al., The Cluetrain Manifesto (1999): markets are conversations, in a human voice (mission, idea 10).
Known gap: third-person speaker bios are asked for by organisers, and read as less of a voice.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "human-voice"
FLAGGED = {
    "en": ("Our organisation delivers innovative solutions that empower clients.",),
    "nl": ("Onze organisatie levert innovatieve oplossingen die klanten ontzorgen.",),
}
CLEAN = {
    "en": ("I burned the first loaf, and I still laugh about it with my neighbour.",),
    "nl": ("Het eerste brood liet ik verbranden, en daar lach ik nog om met mijn buurman.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """How human the fields read, mean over their sentences, 0..1 (1 is best); hollow words pull it down."""
    return kit.reading(ID, kit.mean_of(kit.scored(text), _voice), ())


def _voice(s: Sentence) -> float:
    return s.classes.human * (1.0 - 0.5 * kit.emptiness(s))
