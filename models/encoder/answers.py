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
OUTSIDE = ("schwartz", "voice")  # heads that only outside sets answer; without them they are not in the manifest


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
    Head("mode", "sentence", corpus.MODES, weight=1.5),
    Head("circle", "sentence", corpus.CIRCLES, weight=1.5),
    Head("boast", "sentence", digits(0, 2), weight=0.7),
    Head("hype", "sentence", digits(0, 2), weight=0.7),
    Head("specific", "sentence", digits(1, 5), weight=0.7),
    Head("act", "sentence", corpus.ACTS, weight=0.5),
    Head("values", "sentence", corpus.VALUES, "any", 45.0),
    Head("principles", "sentence", corpus.PRINCIPLES, "any", 3.0),
    Head("schwartz", "sentence", SCHWARTZ, "any", 5.0),
    Head("voice", "sentence", ("person", "brand"), weight=0.5),
    Head("polish", "document", digits(1, 5), weight=0.2),
    Head("human", "document", digits(1, 5), weight=0.2),
    Head("why", "document", digits(0, 2), weight=0.2),
    Head("hollow", "tags", TAGS, weight=1.5),
    Head("name", "tags", TAGS, weight=1.5),
    Head("kind", "name", corpus.KINDS, weight=0.7),
    Head("relation", "name", corpus.RELATIONS, weight=1.0),
    Head("attachment", "name", corpus.ATTACHMENTS, weight=0.4),
    Head("stance", "name", ("-1", "0", "1"), weight=0.4),
)


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
