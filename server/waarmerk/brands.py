"""The only reader of data/brands.csv: known brands and institutions, their kinds and the values they carry.

Names are looked up by their letters and digits alone ("Node.js", "NodeJS" and "node js" are one), in a walk over the
tokens that stops as soon as no known name goes on, so the cost is linear in the text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from waarmerk import lexicons
from waarmerk.lexicons import norm
from waarmerk.records import Association, Brand, Token

_KEPT = frozenset("&+#")  # marks that tell names apart: C, C++ and C#
AGAINST = -0.25  # stance from which one stands against a name; less is no more than a tone
_SHORT = 4  # a name up to this long must be written as listed


@dataclass(frozen=True, slots=True)
class Known:
    """One row of the table; `ambiguous` holds those of its names that are common words too, as keys."""

    name: str
    kind: str
    values: tuple[str, ...]
    ambiguous: frozenset[str]
    language: str
    aliases: tuple[str, ...] = ()


class Hit(NamedTuple):
    """Tokens `first` up to and including `last` name a known brand; `sure` unless the name is also a common word."""

    first: int
    last: int
    known: Known
    sure: bool


def key(name: str) -> str:
    """A name as it is looked up: letters, digits and the few marks that tell names apart."""
    return "".join(c for c in norm(name) if c.isalnum() or c in _KEPT)


@cache
def table() -> tuple[Known, ...]:
    """All rows, in the order of the file."""
    text = resources.files("waarmerk").joinpath("data/brands.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Known(
            row["name"],
            row["kind"],
            _cells(row["values"]),
            frozenset(map(key, _cells(row["ambiguous"]))),
            row["language"],
            _cells(row["aliases"]),
        )
        for row in rows
    )


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def _index() -> tuple[dict[str, tuple[Known, str]], frozenset[str]]:
    """By key the row and the name as listed; and every beginning of a key, to know when to stop."""
    by_key = {key(name): (known, name) for known in reversed(table()) for name in (*known.aliases, known.name)}
    return by_key, frozenset(k[:n] for k in by_key for n in range(1, len(k) + 1))


def named(name: str) -> Known | None:
    """The row that goes by this name, if any."""
    found = _index()[0].get(key(name))
    return found[0] if found else None


def fit(association: Association, brand: Brand) -> float | None:
    """How the values a name carries suit the declared ones, -1..1; none where either side has no values.

    Each carried value counts 1 when declared, -1 when all its motivations oppose a declared one (column `opposes` of
    values.csv); for a name one stands against, the sign turns.
    """
    if not association.values or not brand.values:
        return None
    catalogue = {v.id: v for v in lexicons.values()}
    declared = {v.id for v in brand.values}
    across = {pole for v in declared & catalogue.keys() for pole in catalogue[v].opposes}
    points = [
        1 if v in declared else -1 if v in catalogue and set(catalogue[v].schwartz) <= across else 0
        for v in association.values
    ]
    against = association.stance <= AGAINST or association.relation == "critic"
    return round(sum(points) / len(points) * (-1 if against else 1), 3) + 0.0


def find(tokens: Sequence[Token]) -> Iterator[Hit]:
    """Known names in the tokens, longest first, not overlapping."""
    at = 0
    while at < len(tokens):
        hit = _longest(tokens, at)
        if hit:
            yield hit
        at = hit.last + 1 if hit else at + 1


def _longest(tokens: Sequence[Token], first: int) -> Hit | None:
    names, beginnings = _index()
    joined, best = "", None
    if tokens[first].kind not in ("word", "number", "handle", "hashtag"):
        return None
    for i in range(first, len(tokens)):
        token = tokens[i]
        if token.kind == "mark" and token.text not in _KEPT and not _inside(tokens, i):
            break
        joined += _bare(token)
        if joined not in beginnings:
            break
        if joined in names and (token.kind != "mark" or token.text in _KEPT):
            known, listed = names[joined]
            if _written(tokens[first : i + 1], known, listed):
                best = Hit(first, i, known, joined not in known.ambiguous)
    return best


def _bare(token: Token) -> str:
    if token.kind in ("handle", "hashtag"):
        return "".join(c for c in token.norm if c.isalnum())
    return token.norm if token.norm.isalnum() else "".join(c for c in token.norm if c.isalnum() or c in _KEPT)


def _inside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark stands within a name: no space on either side ("Node.js", "GroenLinks-PvdA")."""
    return (
        tokens[i].text in ".-'/!"
        and 0 < i < len(tokens) - 1
        and tokens[i - 1].end == tokens[i].start
        and tokens[i].end == tokens[i + 1].start
    )


def _written(tokens: Sequence[Token], known: Known, listed: str) -> bool:
    """Whether it is written as a name: capitals as listed; tools may be in lower case ("python"), long names as well."""
    given = "".join(c for t in tokens for c in t.text if c.isalnum())
    if tokens[0].kind in ("handle", "hashtag"):
        return True
    if given.islower() and not listed.islower():
        return (
            key(listed) not in known.ambiguous and len(tokens) == 1 and (known.kind == "product" or len(given) > _SHORT)
        )
    if listed.isupper() and len(listed) <= _SHORT:
        return given.isupper()
    return tokens[0].text[:1].isupper() or not listed[:1].isupper()
