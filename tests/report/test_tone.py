"""How a profile sounds: polish and human, told of each profile."""

from __future__ import annotations

import pytest

from waarmerk import pipeline

RAW = {
    "en": "I fix bikes in my shed and I swear at rusty bolts. My daughter helps on Saturdays, mostly by eating the biscuits.",
    "nl": "Ik maak fietsen in mijn schuur en vloek op roestige bouten. Mijn dochter helpt zaterdags, vooral met koekjes eten.",
}
PRESS = {
    "en": "Hartwell Group is a leading provider of innovative mobility solutions, empowering organisations across Europe.",
    "nl": "Hartwell Groep is toonaangevend in innovatieve mobiliteitsoplossingen en ontzorgt organisaties in heel Europa.",
}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_press_release_is_more_polished_and_less_human(language):
    told = pipeline.audit(
        {"profiles": [{"text": RAW[language]}, {"text": PRESS[language]}, {"fields": {"name": "Ann"}}]}
    )
    raw, press, empty = (profile["tone"] for profile in told["profiles"])
    assert raw["polish"] < 0.5 < press["polish"]
    assert raw["human"] > 0.5 > press["human"]
    assert empty is None
