"""What was read, field by field, cut into pieces at the borders of the findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from waarmerk.report import marks

_ASIDE = ("at", "from", "to", "by")  # said small, beside the text they belong to
OTHERS = frozenset({"recommendations"})


@dataclass(frozen=True, slots=True)
class Line:
    """One string of a field; `part` is what it is inside an entry (title, organisation, from …), `entry` its number."""

    path: str
    part: str
    entry: int
    pieces: tuple[marks.Piece, ...]

    @property
    def aside(self) -> bool:
        """Whether this is a date or a name beside the text."""
        return self.part in _ASIDE


@dataclass(frozen=True, slots=True)
class Block:
    """One field of a profile with its lines."""

    field: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One profile as it was read."""

    number: int
    site: str
    url: str | None
    language: str
    warnings: tuple[str, ...]
    blocks: tuple[Block, ...]
    counts: Mapping[str, int]


def profiles(report: Mapping[str, Any]) -> list[Read]:
    """All profiles of a report; `m-<id>` anchors stand where findings and suggestions start."""
    return [_read(report, i, profile) for i, profile in enumerate(report["profiles"])]


def _read(report: Mapping[str, Any], number: int, profile: Mapping[str, Any]) -> Read:
    fields = dict(profile["fields"])
    counts = fields.pop("counts", {})
    lines = list(_lines(report, number, fields))
    blocks = groupby(lines, key=lambda line: line.path.partition("[")[0])
    return Read(
        number=number,
        site=profile["site"],
        url=profile.get("url"),
        language=profile["language"],
        warnings=tuple(profile["warnings"]),
        blocks=tuple(Block(field, tuple(found)) for field, found in blocks),
        counts=counts if isinstance(counts, Mapping) else {},
    )


def _lines(report: Mapping[str, Any], number: int, fields: Mapping[str, Any]) -> Iterator[Line]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for finding in report["findings"]:
        if finding["profile"] == number:
            found.setdefault(finding["field"], []).append(finding)
    anchors: dict[str, dict[int, list[str]]] = {}
    for fix in report["suggestions"]:
        if fix["profile"] == number:
            anchors.setdefault(fix["field"], {}).setdefault(fix["start"], []).append(fix["id"])
    for path, text in marks.strings(fields):
        if text.strip():
            pieces = marks.cut(text, found.get(path, []), anchors.get(path, {}))
            yield Line(path, _part(path), _entry(path), pieces)


def _part(path: str) -> str:
    return path.rpartition(".")[2] if "]." in path else "text"


def _entry(path: str) -> int:
    inside = path.partition("[")[2].partition("]")[0]
    return int(inside) if inside.isdigit() else 0
