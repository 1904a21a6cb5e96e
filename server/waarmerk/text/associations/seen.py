"""One sighting of a name: what each source of associations gives, before sightings of the same name are joined."""

from __future__ import annotations

from dataclasses import dataclass

from waarmerk.records import Attachment, Mention, Span, Token
from waarmerk.text.associations import words

POST = "posts["  # what the path of a post begins with
RANK = {"loose": 0, "committed": 1, "absolute": 2}


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting with what it tells; `span` is absent only where nothing in the text can be pointed at."""

    name: str
    kind: str
    relation: str
    attachment: Attachment = "loose"
    stance: float = 0.0
    span: Span | None = None
    emotion: float = 0.0


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands in the field (`start`..`end`), its label, and what its source says of it.

    `mention` is the encoder's word, `kind` that of the table or of the words beside it, empty where nothing tells;
    `sure` is false for names that are common words as well and must be settled by what stands near.
    """

    label: str
    start: int
    end: int
    kind: str = ""
    mention: Mention | None = None
    sure: bool = True
    known: bool = False


def enumerated(tokens: tuple[Token, ...], reached: int, start: int) -> bool:
    """Whether only commas and "and" stand between the previous name and this one."""
    between = [t for t in tokens if reached <= t.start < start]
    return reached >= 0 and bool(between) and all(t.norm in words.small("lists") for t in between)
