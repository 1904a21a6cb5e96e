"""What the network answers, head by head: labels, what each is asked of, and where its scores stand."""

from __future__ import annotations

from dataclasses import dataclass

import corpus

SCHWARTZ = (
    "self-direction-thought", "self-direction-action", "stimulation", "hedonism", "achievement", "power-dominance",
    "power-resources", "face", "security-personal", "security-societal", "tradition", "conformity-rules",
    "conformity-interpersonal", "humility", "benevolence-caring", "benevolence-dependability", "universalism-concern",
    "universalism-nature", "universalism-tolerance", "universalism-objectivity",
)  # fmt: skip
TAGS = ("out", "begin", "in")


@dataclass(frozen=True)
class Head:
    """`of`: sentence, document, tags, or name (asked of each name found); `weight` is its share of the loss."""

    name: str
    of: str
    labels: tuple[str, ...]
    kind: str = "one"
    weight: float = 1.0

    @property
    def output(self) -> str:
        return self.of if self.of in ("sentence", "document") else "token"


def digits(low: int, high: int) -> tuple[str, ...]:
    return tuple(str(n) for n in range(low, high + 1))


HEADS = (
    "mode", "sentence", "circle", "sentence", "boast", "sentence", "hype", "sentence", "specific", "sentence", "act",
    "sentence", "values", "sentence", "any", "principles", "sentence", "any", "schwartz", "sentence", "any", "voice",
    "sentence", "person", "brand", "polish", "document", "human", "document", "why", "document", "hollow", "tags",
    "name", "tags", "kind", "name", "relation", "name", "attachment", "name", "stance", "name", "-1", "0", "1",
)  # fmt: skip


def places() -> dict[str, tuple[int, int]]:
    """Columns of each head within its output."""
    at: dict[str, int] = {}
    found = {}
    for head in HEADS:
        begin = at.get(head.output, 0)
        at[head.output] = begin + len(head.labels)
        found[head.name] = (begin, at[head.output])
    return found


def sizes() -> dict[str, int]:
    """Width of each output."""
    columns = places()
    return {o: max(columns[h.name][1] for h in HEADS if h.output == o) for o in ("sentence", "token", "document")}
