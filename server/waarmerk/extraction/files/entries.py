"""Jobs and studies of a written CV, told apart by headings, dates and empty lines.

A header is what stands up to the dates: title and organisation, on one line or two. All that follows is the owner's own
account of it and stays whole. Known gap: where a CV puts the organisation before the title, the two change places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from waarmerk.extraction import entities
from waarmerk.extraction.draft import position
from waarmerk.records import Position

_SHORT = 140  # characters of a header's line
_HEADER = 3  # lines of a header at most
_TOKENS = 30  # words of a line in which dates are looked for
_PARTING = (" at ", " bij ", " @ ", " | ", " \t ", " · ", " – ", " — ", " - ", ", ")
_MARKS = " \t,;:|·•–—-()"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or heading of a document: `level` 0 is running text, 1 the highest heading; `item` one of a list."""

    text: str
    level: int = 0
    item: bool = False


def positions(lines: Sequence[Line]) -> list[Position]:
    """The entries of a section, in order; none where it is running text alone."""
    return [found for group in _groups(lines) if (found := _position(group))]


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    headed = [at for at, line in enumerate(lines) if line.level and not _after_heading(lines, at)]
    below = {start + step for start in headed for step in range(_HEADER)}
    starts = sorted({*headed, *(at for at in _dated_starts(lines) if at not in below)}) or _plain_starts(lines)
    groups = [list(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    if groups:
        groups[0] += lines[: starts[0]]  # what stands before the first header is said of it, or of all
    return groups


def _after_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before is a heading too: title and organisation one below the other."""
    return at > 0 and bool(lines[at - 1].level)


def _dated_starts(lines: Sequence[Line]) -> list[int]:
    """Where entries start that carry dates: at the dates, or at the header's lines above them."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        rest, dates = _dated(line)
        if dates is None:
            continue
        start = at
        for _ in range(1 if rest else 2):
            lowest = starts[-1] + 1 if starts else 0
            if start - 1 < lowest or not _may_head(lines[start - 1]) or (rest and not _fresh(lines, start - 1)):
                break
            start -= 1
        starts.append(start)
    return sorted(set(starts))


def _plain_starts(lines: Sequence[Line]) -> list[int]:
    """Without dates: each short line after an empty one; in a bare list of short lines, each line."""
    told = [at for at, line in enumerate(lines) if line.text]
    if all(_may_head(lines[at]) or lines[at].item for at in told) and all(len(lines[at].text) < 80 for at in told):
        return told
    return [at for at in told if _fresh(lines, at) and _may_head(lines[at])]


def _fresh(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands first, or after an empty one."""
    return at == 0 or not lines[at - 1].text


def _may_head(line: Line) -> bool:
    """Whether a line may belong to a header: short, no item of a list, no sentence, no dates of its own."""
    return 0 < len(line.text) < _SHORT and not line.item and line.text[-1] not in ".!?;:" and not _dated(line)[1]


def _dated(line: Line) -> tuple[str, str | None]:
    """A line without its dates, and the dates; None where it holds none."""
    tokens = line.text.replace("(", " ( ").replace(")", " ) ").replace("\t", " \t ").split(" ")
    tokens = [token for token in tokens if token]
    if len(line.text) > _SHORT or len(tokens) > _TOKENS or line.text.endswith((".", "!", "?")) or line.item:
        return line.text, None
    if "(" in tokens and ")" in tokens:
        start, end = tokens.index("("), tokens.index(")")
        if start < end and _is_dates(tokens[start + 1 : end]):
            return _joined(tokens[:start] + tokens[end + 1 :]), " ".join(tokens[start + 1 : end])
    for size in range(len(tokens), 0, -1):
        for span, rest in ((tokens[-size:], tokens[:-size]), (tokens[:size], tokens[size:])):
            if _is_dates(span):
                return _joined(rest), " ".join(span)
    return line.text, None


def _joined(tokens: list[str]) -> str:
    return " ".join(tokens).replace("( ", "(").replace(" )", ")").strip(_MARKS)


def _is_dates(tokens: list[str]) -> bool:
    """Whether these words are dates from the first to the last: not "now" alone, nor with a mark at an end."""
    said = " ".join(tokens)
    ends = all(any(map(str.isalnum, token)) for token in (tokens[:1] + tokens[-1:]))
    return ends and any(map(str.isdigit, said)) and entities.is_dates(said)


def _position(group: list[Line]) -> Position | None:
    told = [line for line in group if line.text]
    header, dates, size = [], None, 0
    for at, line in enumerate(told[:_HEADER]):
        rest, dates = _dated(line)
        if dates is not None:
            header, size = [*(before.text for before in told[:at]), rest], at + 1
            break
    if dates is None:
        size = max(1, sum(line.level > 0 for line in told[:_HEADER]))
        header = [line.text for line in told[:size]]
    names = [name for name in header if name]
    if not names and len(told) > size:  # the dates stand above
        names, size = [told[size].text], size + 1
    title, organisation = _parted(names[0]) if len(names) == 1 else (names[0], names[1]) if names else ("", "")
    start, end = entities.dates(dates) if dates else (None, None)
    return position(title, organisation, start, end, "\n".join(line.text for line in told[size:]))


def _parted(header: str) -> tuple[str, str]:
    """ "Cook at The Pan", "Kok, De Pan" in two."""
    for mark in _PARTING:
        title, found, organisation = header.partition(mark)
        if found and title.strip(_MARKS) and organisation.strip(_MARKS):
            return title.strip(_MARKS), organisation.strip(_MARKS)
    return header, ""
