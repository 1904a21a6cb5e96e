"""The words page readers look for, of all interface languages together, from `data/extraction/<lang>.toml`.

A page's interface language is not told reliably, so every reader looks for the words of all languages at once.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources


def split(text: str) -> frozenset[str]:
    """The words of a line as a set: how constants of many short words are written."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """Lower-cased, white space squeezed, marks at the ends dropped: the form in which words are compared."""
    return " ".join(text.casefold().split()).strip(" :.…·•|-–—!?#,()[]\"'*→›»")


@lru_cache(maxsize=1)
def _tables() -> dict[tuple[str, str], frozenset[str]]:
    """(table, key) -> words of all languages."""
    merged: dict[tuple[str, str], set[str]] = {}
    folder = resources.files("waarmerk").joinpath("data", "extraction")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        for table, keys in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for key, words in keys.items():
                merged.setdefault((table, key), set()).update(word.casefold() for word in words)
    return {name: frozenset(words) for name, words in merged.items()}


def words(table: str, key: str) -> frozenset[str]:
    """The words of one list; KeyError for an unknown one."""
    return _tables()[table, key]


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    return {word: key for (table, key), found in _tables().items() if table == "headings" for word in found}


def heading(text: str) -> str | None:
    """What a section with this heading holds: `about`, `experience` … or `other` (not the owner's); None unknown."""
    if len(text) > 80:
        return None
    found = _headings()
    said = plain(text)
    if said in found:
        return found[said]
    bare = plain("".join(char for char in said if not char.isdigit()))  # "Experience (7)"
    return found.get(bare) or _named(text.split())


def _named(parts: list[str]) -> str | None:
    """A heading with a name behind it: "Articles by Ann", "Meer activiteiten van Jan", "Over Jan de Boer"."""
    for number in (3, 2):
        start = plain(" ".join(parts[:number]))
        if len(parts) > number and start.rpartition(" ")[2] in _tables()["heading", "joins"]:
            kind = _headings().get(start)
            if kind:
                return kind
    alone = plain(parts[0]) in _tables()["heading", "alone"] if parts else False
    return (
        "about"
        if alone and 1 < len(parts) <= 5 and all(part[0].isupper() for part in parts[1:2] + parts[-1:])
        else None
    )


def starts_with(text: str, table: str, key: str) -> str | None:
    """What follows when the text starts with one of the words (longest first), else None."""
    said = " ".join(text.split())
    low = said.casefold()
    for word in sorted(words(table, key), key=len, reverse=True):
        if low.startswith(word) and (len(low) == len(word) or not low[len(word)].isalnum()):
            return said[len(word) :].strip(" :·-–|,")
    return None


def mentions(text: str, table: str, key: str) -> bool:
    """Whether one of the words stands in the text, as whole words."""
    low = f" {plain(text)} "
    return any(f" {word} " in low for word in words(table, key))
