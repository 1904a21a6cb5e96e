"""The only reader of data/places.toml: which country and region a place named in a profile lies in.

Known gap: towns that are not in the table are not compared.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from waarmerk.lexicons import norm

LONGEST = 5  # words of a place's name


class Place(NamedTuple):
    """A country with what is known within it; `town` is "" where a whole region or country is named."""

    country: str
    region: str = ""
    town: str = ""


@cache
def _table() -> Mapping[tuple[str, ...], frozenset[Place]]:
    raw = tomllib.loads(resources.files("waarmerk").joinpath("data/places.toml").read_text("utf-8"))
    found: dict[tuple[str, ...], set[Place]] = {}
    for country, row in raw.items():
        for name in row["names"]:
            found.setdefault(_words(name), set()).add(Place(country))
        for region, towns in row.get("regions", {}).items():
            for town in towns.split("|") if "|" in towns else towns.split():
                within = "" if town.startswith("*") else norm(town)
                found.setdefault(_words(town), set()).add(Place(country, region, within))
    return {name: frozenset(places) for name, places in found.items()}


def _words(name: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in norm(name)).split())


def find(words: Sequence[str]) -> list[tuple[int, int, frozenset[Place]]]:
    """Known places in a row of normalised words: (first, last, what it may be), the longest names first."""
    found = []
    i = 0
    while i < len(words):
        for length in range(min(LONGEST, len(words) - i), 0, -1):
            places = _table().get(tuple(words[i : i + length]))
            if places:
                found.append((i, i + length - 1, places))
                i += length - 1
                break
        i += 1
    return found


def settle(named: Sequence[frozenset[Place]]) -> frozenset[Place]:
    """All places that stand side by side, each within the countries the others leave ("Cambridge, UK")."""
    countries = {p.country for places in named if all(not p.region and not p.town for p in places) for p in places}
    kept = [frozenset(p for p in places if not countries or p.country in countries) or places for places in named]
    exact = frozenset(p for places in kept for p in places if p.region or p.town)
    return exact or frozenset(p for places in kept for p in places)
