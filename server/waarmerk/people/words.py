"""The only reader of data/people.toml: how people write their names, and where a handle stands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from waarmerk.lexicons import norm


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(resources.files("waarmerk").joinpath("data/people.toml").read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """One list of the file."""
    return frozenset(_file()[name])


@cache
def _short_forms() -> Mapping[str, frozenset[int]]:
    rows: dict[str, set[int]] = {}
    for i, row in enumerate(_file()["short_forms"]):
        for name in row.split():
            rows.setdefault(name, set()).add(i)
    return {name: frozenset(found) for name, found in rows.items()}


def one_name(a: str, b: str) -> bool:
    """Whether two first names are forms of one another: Bob and Robert, Kees and Cornelis."""
    none: frozenset[int] = frozenset()
    return bool(_short_forms().get(a, none) & _short_forms().get(b, none))


@cache
def _letters() -> Mapping[int, str]:
    return str.maketrans(dict(_file()["letters"]))


def letters(text: str) -> str:
    """Lower case without accents, and without the letters that no accent makes (`ø` is `o`)."""
    return norm(text).translate(_letters())
