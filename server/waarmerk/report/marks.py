"""A text cut into pieces at the borders of its findings, so that overlapping ones can all be shown and linked.

Markup cannot overlap, findings do: each piece knows every finding over it, the one it links to, and where each starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from waarmerk import messages

_Stretch = tuple[int, int, list[Mapping[str, Any]]]
_RANK = {"contradicted": 0, "concern": 0, "strength": 1, "shown": 1, "claimed": 2, "evidence": 3}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings. `starts` are ids to anchor here, `ends` concerns linked nowhere else."""

    text: str
    findings: tuple[str, ...] = ()
    link: str | None = None
    kind: str | None = None
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def strings(fields: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in `fields` as (path, text): `about`, `experience[0].text`, `posts[3]` for a post's text."""
    if isinstance(fields, str):
        yield path, fields
    elif isinstance(fields, Mapping):
        for name, value in fields.items():
            inside = path if name == "text" and path.startswith("posts[") else f"{path}.{name}" if path else str(name)
            yield from strings(value, inside)
    elif isinstance(fields, Sequence):
        for i, value in enumerate(fields):
            yield from strings(value, f"{path}[{i}]")


def kind(finding: Mapping[str, Any]) -> str:
    """How a finding is drawn: its polarity, or for the ledger's sentences whether they claim, show or contradict."""
    if finding["signal"] != "say-do":
        return str(finding["polarity"])
    for language in messages.LANGUAGES:
        for told in ("shown", "claimed", "contradicted"):
            if finding["note"] == messages.text(language, f"report.note.say-do.{told}"):
                return told
    return str(finding["polarity"])


def cut(text: str, findings: Sequence[Mapping[str, Any]], anchors: Mapping[int, Sequence[str]]) -> tuple[Piece, ...]:
    """The text in pieces. `anchors` (offset -> ids) are places to link to where no finding need stand."""
    spans = [f for f in findings if 0 <= f["start"] < f["end"] <= len(text)]
    borders = {0, len(text), *anchors, *(f[side] for f in spans for side in ("start", "end"))}
    stretches = list(_sweep(sorted(b for b in borders if 0 <= b <= len(text)), spans))
    linked = {over[0]["id"] for _, _, over in stretches if over}
    return tuple(_piece(text, stretch, anchors, linked) for stretch in stretches)


def _piece(text: str, stretch: _Stretch, anchors: Mapping[int, Sequence[str]], linked: set[str]) -> Piece:
    start, end, over = stretch
    late = (f["id"] for f in over if f["end"] == end and f["id"] not in linked and f["polarity"] == "concern")
    return Piece(
        text=text[start:end],
        findings=tuple(f["id"] for f in over),
        link=over[0]["id"] if over else None,
        kind=kind(over[0]) if over else None,
        starts=(*(f["id"] for f in over if f["start"] == start), *anchors.get(start, ())),
        ends=tuple(late),
    )


def _sweep(borders: list[int], spans: list[Mapping[str, Any]]) -> Iterator[_Stretch]:
    """Each stretch with the findings over it, the one to link to first: concerns, then the shortest."""
    order = sorted(spans, key=lambda f: f["start"])
    weight = {f["id"]: (_RANK[kind(f)], f["end"] - f["start"], f["start"], f["id"]) for f in order}
    active: list[Mapping[str, Any]] = []
    following = 0
    for start, end in pairwise(borders):
        active = [f for f in active if f["end"] > start]
        while following < len(order) and order[following]["start"] <= start:
            active.append(order[following])
            following += 1
        yield start, end, sorted(active, key=lambda f: weight[f["id"]])
