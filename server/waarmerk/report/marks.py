"""A text cut into pieces at the borders of its findings, so that overlapping ones can all be shown and linked.

Markup cannot overlap, findings do: each piece knows every finding over it, the one it links to, and which start here.
Words to mend lie over what a whole sentence does; a sentence that shows or claims a value is drawn as such.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from waarmerk import messages

_Stretch = tuple[int, int, list[Mapping[str, Any]]]
_RANK = {"contradicted": 0, "concern": 1, "strength": 2, "shown": 2, "claimed": 3, "evidence": 4}
_BROAD_RANK = {"contradicted": 0, "shown": 1, "claimed": 2, "concern": 3, "strength": 4, "evidence": 5}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings: `link` is the one it leads to, `starts` are ids to anchor here.

    `kind` and `broad` tell how it is drawn; `broad` that the finding behind it covers a whole sentence.
    """

    text: str
    findings: tuple[str, ...] = ()
    link: str | None = None
    kind: str | None = None
    broad: bool = False
    starts: tuple[str, ...] = ()


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
    if finding["signal"] == "say-do":
        for language in messages.LANGUAGES:
            for told in ("shown", "claimed", "contradicted"):
                if finding["note"] == messages.text(language, f"report.note.say-do.{told}"):
                    return told
    return str(finding["polarity"])


def cut(
    text: str,
    findings: Sequence[Mapping[str, Any]],
    *,
    anchors: Mapping[int, Sequence[str]] | None = None,
    sentences: Iterable[tuple[int, int]] = (),
    aside: Collection[str] = (),
) -> tuple[Piece, ...]:
    """The text in pieces that join to it again.

    `anchors` (offset -> ids) are places to link to where no finding need stand; `sentences` are spans, to tell words
    from whole sentences; `aside` are values whose claims and deeds are only noted, because others were declared.
    """
    places = anchors or {}
    spans = [f for f in findings if 0 <= f["start"] < f["end"] <= len(text)]
    layers = _Layers(spans, sorted(sentences), aside)
    borders = {0, len(text), *places, *(f[side] for f in spans for side in ("start", "end"))}
    stretches = _sweep(sorted(b for b in borders if 0 <= b <= len(text)), spans)
    return tuple(layers.piece(text, stretch, places) for stretch in stretches)


class _Layers:
    """Which of several findings over the same words is drawn and linked: words first, then what the sentence does."""

    def __init__(
        self, spans: Sequence[Mapping[str, Any]], sentences: Sequence[tuple[int, int]], aside: Collection[str]
    ) -> None:
        self._kinds = {f["id"]: "evidence" if f.get("about") in aside else kind(f) for f in spans}
        self._broad = {f["id"] for f in spans if _covers(f, sentences)}

    def piece(self, text: str, stretch: _Stretch, places: Mapping[int, Sequence[str]]) -> Piece:
        """One stretch as a piece; spaces between findings are drawn but lead nowhere."""
        start, end, over = stretch
        words = text[start:end]
        over.sort(key=self._weight)
        starts = (*(f["id"] for f in over if f["start"] == start), *places.get(start, ()))
        if not over:
            return Piece(words, starts=starts)
        ids = tuple(f["id"] for f in over)
        link = None if words.isspace() else ids[0]
        return Piece(words, ids, link, self._kinds[ids[0]], ids[0] in self._broad, starts)

    def _weight(self, finding: Mapping[str, Any]) -> tuple[bool, int, int, int, str]:
        whole = finding["id"] in self._broad
        rank = (_BROAD_RANK if whole else _RANK)[self._kinds[finding["id"]]]
        return whole, rank, finding["end"] - finding["start"], finding["start"], finding["id"]


def _covers(finding: Mapping[str, Any], sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether the first sentence that starts inside the finding ends inside it too."""
    following = bisect_left(sentences, (finding["start"], 0))
    return following < len(sentences) and sentences[following][1] <= finding["end"]


def _sweep(borders: list[int], spans: list[Mapping[str, Any]]) -> Iterator[_Stretch]:
    """Each stretch between two borders with the findings over it."""
    order = sorted(spans, key=lambda f: f["start"])
    active: list[Mapping[str, Any]] = []
    following = 0
    for start, end in pairwise(borders):
        active = [f for f in active if f["end"] > start]
        while following < len(order) and order[following]["start"] <= start:
            active.append(order[following])
            following += 1
        yield start, end, list(active)
