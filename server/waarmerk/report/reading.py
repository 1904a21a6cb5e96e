"""What was read, field by field, cut into pieces at the borders of the findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    findings = _by_field(report["findings"], number)
    sentences = _by_field(report["sentences"], number)
    fixes = _by_field(report["suggestions"], number)
    aside = _aside(report["values"])
    for path, text in marks.strings(fields):
        if text.strip():
            anchors: dict[int, list[str]] = {}
            for fix in fixes.get(path, ()):
                anchors.setdefault(fix["start"], []).append(fix["id"])
            spans = [(s["start"], s["end"]) for s in sentences.get(path, ())]
            pieces = marks.cut(text, findings.get(path, ()), anchors=anchors, sentences=spans, aside=aside)
            yield Line(path, _part(path), _entry(path), pieces)


def _aside(values: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Ids of the values that were not declared; none where nothing was."""
    declared = [v["id"] for v in values if v["declared"]]
    return frozenset(v["id"] for v in values if not v["declared"]) if declared else frozenset()


def _by_field(rows: Iterable[Mapping[str, Any]], number: int) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["profile"] == number:
            found.setdefault(row["field"], []).append(row)
    return found


def beside(profiles: Iterable[Read]) -> dict[str, list[str]]:
    """For findings that the text links to: ids of those over the same words that it cannot link to as well."""
    pieces = [p for r in profiles for b in r.blocks for line in b.lines for p in line.pieces]
    linked = {p.link for p in pieces}
    found: dict[str, dict[str, None]] = {}
    for piece in pieces:
        if piece.link:
            found.setdefault(piece.link, {}).update((id_, None) for id_ in piece.findings if id_ not in linked)
    return {link: list(others) for link, others in found.items() if others}


def _part(path: str) -> str:
    return path.rpartition(".")[2] if "]." in path else "text"


def _entry(path: str) -> int:
    inside = path.partition("[")[2].partition("]")[0]
    return int(inside) if inside.isdigit() else 0
