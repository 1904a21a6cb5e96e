"""The law of translation: a bio in English and its faithful Dutch translation score within 8 points of each other."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from waarmerk import pipeline

APART = 8.0  # points
LANGUAGES = ("en", "nl")
BIOS = tomllib.loads((Path(__file__).parent / "translated.toml").read_text("utf-8"))["bio"]


@cache
def audit(text: str, language: str):
    return pipeline.audit({"profiles": [{"text": text}], "options": {"language": language, "suggestions": 0}})


def points(report) -> Counter[str]:
    """Each signal's points in the score."""
    return Counter({row["signal"]: row["points"] for row in report["contributions"]})


def told(name: str, gap: float, english, dutch) -> str:
    """One broken pair in a line: the gap, Dutch less English, and the three signals that make most of it."""
    apart = points(dutch)
    apart.subtract(points(english))
    most = sorted(apart.items(), key=lambda row: -abs(row[1]))[:3]
    return f"{name} {gap:+.1f}: " + ", ".join(f"{signal} {value:+.1f}" for signal, value in most)


def test_there_are_enough_pairs_of_whole_bios():
    assert len({bio["id"] for bio in BIOS}) == len(BIOS) >= 45
    sizes = {bio["id"]: [len(bio[language].split()) for language in LANGUAGES] for bio in BIOS}
    assert {name: size for name, size in sizes.items() if not all(40 <= n <= 125 for n in size)} == {}


@pytest.mark.slow
def test_a_translation_scores_like_its_original():
    broken = []
    for bio in BIOS:
        english, dutch = (audit(bio[language], language) for language in LANGUAGES)
        gap = dutch["overall"]["score"] - english["overall"]["score"]
        if abs(gap) > APART:
            broken.append(told(bio["id"], gap, english, dutch))
    assert not broken, f"{len(broken)} of {len(BIOS)} pairs lie further apart than {APART:g} points: " + "; ".join(
        broken
    )
