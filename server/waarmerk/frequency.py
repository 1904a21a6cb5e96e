"""How common a word is in its language, on the Zipf scale: 7 is "the", 3 is rare.

Source: wordfreq (Speer 2022), cut at common words, in data/frequency (CC BY-SA 4.0, stated in each file); the scale is van
Heuven and others (2014). Known gap: one figure for a spelling, whatever it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

RAREST = 3.2  # what a word that is not listed gets: just below the last step of the list


def zipf(norm: str, language: str) -> float:
    """The Zipf value of a word in its look-up form (`Token.norm`), 3.2..7.9; languages without a list know no word."""
    return _listed(language).get(norm, RAREST)


@cache
def _listed(language: str) -> Mapping[str, float]:
    file = resources.files("waarmerk").joinpath("data/frequency", f"{language}.txt")
    if not file.is_file():
        return {}
    lines = (line for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {word: float(step) for step, *words in (line.split(" ") for line in lines) for word in words}
