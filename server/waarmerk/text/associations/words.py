"""The only reader of data/names.toml and data/emoji.csv: small words around names, and signs of feeling."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def small(role: str, language: str | None = None) -> frozenset[str]:
    """The words and marks of one role, of one language or of all; empty where the language has none."""
    rows = _names()
    chosen = rows if language is None else {k: rows.get(k, {}) for k in (language, "all")}
    return frozenset(word for row in chosen.values() for word in row.get(role, ()))


@cache
def _names() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(resources.files("waarmerk").joinpath("data/names.toml").read_text("utf-8"))


@cache
def signs() -> Mapping[str, float]:
    """Emoji and typed faces with what they say, -1..1."""
    text = resources.files("waarmerk").joinpath("data/emoji.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["sign"]: float(row["grade"]) for row in rows}
