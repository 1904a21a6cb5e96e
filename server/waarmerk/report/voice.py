"""How the report is worded: texts, numbers and scores in its language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waarmerk import messages
from waarmerk.report import svg

Points = tuple[float | None, float | None, float | None]


class Voice:
    """One language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def t(self, message: str, **params: Any) -> str:
        """A text of the report in its language."""
        return messages.text(self.language, f"pages.{message}", **params)

    def word(self, kind: str, name: str) -> str:
        """The word for an id of the contract; the id itself where a later engine brought a new one."""
        message = f"pages.{kind}.{name}"
        return messages.text(self.language, message) if messages.has(self.language, message) else name

    def count(self, message: str, n: int) -> str:
        """`message.one` or `message.other`, with `{n}`."""
        return self.t(f"{message}.{'one' if n == 1 else 'other'}", n=n)

    def number(self, value: float, digits: int = 0) -> str:
        """A number as the language writes it."""
        return f"{value:.{digits}f}".replace(".", self.t("number.decimal"))

    def signed(self, value: float) -> str:
        """Points with their sign."""
        return ("+" if value >= 0 else "−") + self.number(abs(value), 1)

    def strength(self, value: float) -> tuple[str, str]:
        """The mark of a strength, and the number behind it."""
        return svg.mark(value), self.number(value, 2)

    def figures(self, row: Mapping[str, Any]) -> str:
        """Score and interval in figures, or that nothing can be told."""
        if row["score"] is None:
            return self.t("score.none")
        parts = (self.number(x) for x in points(row) if x is not None)
        return self.t("score.range", **dict(zip(("score", "low", "high"), parts, strict=True)))

    def told(self, score: Points) -> str:
        """A score in a sentence, for those who cannot see its picture."""
        if score[0] is None:
            return self.t("score.none")
        numbers = dict(zip(("score", "low", "high"), (self.number(x or 0.0) for x in score), strict=True))
        return self.t("score.told", **numbers)


def points(row: Mapping[str, Any]) -> Points:
    """Score, low and high of a row; without an interval both ends are the score."""
    score = row["score"]
    if score is None:
        return None, None, None
    low, high = row.get("low"), row.get("high")
    return score, score if low is None else low, score if high is None else high
