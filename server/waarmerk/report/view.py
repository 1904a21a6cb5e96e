"""The report as a page needs it: the same dict, arranged in the order of reading, with pictures and marked texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waarmerk import messages
from waarmerk.anchors import table
from waarmerk.report import diff, drift, leaning, reading, svg
from waarmerk.report.notes import Notes
from waarmerk.report.voice import Voice, points

FIRST = 3  # fixes shown at once
CONTRADICTED = 0.5  # from here a value is flagged; .5 is the point of decision
LEAST = 0.05  # points that are worth telling
MOST_FINDINGS = 5  # shown at once under a signal


class View(Voice):
    """What the templates see. Every method takes and gives plain things; nothing here is markup but the pictures."""

    def __init__(self, report: Mapping[str, Any], language: str, methods: str | None = None) -> None:
        super().__init__(language)
        self.report = report
        self.methods = methods  # address of the methods page, where there is one
        self.fixes = report["suggestions"]
        self.profiles = reading.profiles(report)
        self.notes = Notes(report, self.profiles)

    def ring(self) -> Any:
        """The hallmark."""
        score = points(self.report["overall"])
        return svg.ring(*score, title=self.t("hallmark.title"), desc=self.told(score))

    def bar(self, row: Mapping[str, Any]) -> Any:
        """The score of a category or signal as a bar."""
        score = points(row)
        return svg.bar(*score, title=f"{row['title']}: {self.told(score)}")

    def band(self) -> str | None:
        """The verdict's band in a word or two."""
        name = self.report["overall"].get("band")
        return self.word("band", name) if name else None

    def values(self, declared: bool) -> list[Mapping[str, Any]]:
        """Rows of the say-do table: the declared values, or the others that the profile clearly expresses."""
        rows = [v for v in self.report["values"] if v["declared"] is declared]
        return [v for v in rows if declared or max(v["claimed"], v["shown"]) >= CONTRADICTED]

    def contradicted(self, value: Mapping[str, Any]) -> bool:
        """Whether a value gets a flag."""
        return bool(value["contradicted"] >= CONTRADICTED)

    def signals(self, category: str) -> list[Mapping[str, Any]]:
        """The signals of a category."""
        return [s for s in self.report["signals"] if s["category"] == category]

    def homeless(self) -> list[Mapping[str, Any]]:
        """Signals without a category (nothing could be told), so that none of them goes unsaid."""
        known = {c["id"] for c in self.report["categories"]}
        return [s for s in self.report["signals"] if s["category"] not in known]

    def diff(self, fix: Mapping[str, Any]) -> tuple[diff.Step, ...]:
        """Before and after as steps."""
        return diff.words(fix["before"], fix["after"])

    def associations_map(self) -> Any:
        """You in the middle."""
        rows = [{**a, "side": leaning.side(a)} for a in self.report["associations"]]
        return svg.constellation(rows, self.t("map.you"), title=self.t("map.title"), desc=self.t("map.desc"))

    def fit(self, association: Mapping[str, Any]) -> str:
        """In a word, how its values sit with the declared ones."""
        return self.t(f"fit.{svg.fit(association)}")

    def tie(self, association: Mapping[str, Any]) -> tuple[str, str, str, str]:
        """Relation, stance, attachment and fit in words."""
        relation, attachment = (self.word(part, association[part]) for part in ("relation", "attachment"))
        return relation, self.t(f"side.{leaning.side(association)}"), attachment, self.fit(association)

    def leaning(self) -> list[str]:
        """What the names amount to: how much of the text is borrowed, whom one is for and against."""
        return leaning.lines(self.report, self.language)

    def stage(self) -> Mapping[str, Any] | None:
        """The stage of the hierarchy of needs with its picture and the next step, where it was measured."""
        stage = self.report["needs_stage"]
        if not stage or not stage.get("stage"):
            return None
        names = {s: self.t(f"stage.{s}") for s in svg.STAGES}
        told = messages.text(self.language, f"report.needs.{stage['stage']}")
        picture = svg.pyramid(stage["reached"], names, title=self.t("needs.title"), desc=told)
        return {
            "told": told,
            "next": messages.text(self.language, f"report.needs.next.{stage['stage']}"),
            "picture": picture,
        }

    def golden_circle(self) -> Mapping[str, Any] | None:
        """Shares of why, how and what with their picture, where they were measured."""
        details = self._details("golden-circle")
        if not all(isinstance(details.get(ring), int | float) for ring in svg.RINGS):
            return None
        names = {ring: self.t(f"circle.{ring}") for ring in svg.RINGS}
        shares = {ring: float(details[ring]) for ring in svg.RINGS}
        rows = [(names[ring], self.number(100 * shares[ring])) for ring in svg.RINGS]
        told = ", ".join(f"{name} {share} %" for name, share in rows)
        return {"rows": rows, "picture": svg.golden_circle(shares, names, title=self.t("circle.title"), desc=told)}

    def drift(self) -> list[str]:
        """What drifts between bio and posts, and between sites."""
        return drift.lines(self.report, self.language)

    def signal(self, name: str) -> Mapping[str, Any] | None:
        """One signal that was measured."""
        return next((s for s in self.report["signals"] if s["id"] == name and s["status"] == "ok"), None)

    def _details(self, name: str) -> Mapping[str, Any]:
        signal = self.signal(name)
        return signal.get("details", {}) if signal else {}

    def base(self) -> float:
        """What the contributions start from."""
        return float(self.report["overall"].get("base", table().base))

    def sum(self) -> list[tuple[str, float]]:
        """What each signal adds to or takes from the base, largest first."""
        rows = [(self.notes.title(c["signal"]), c["points"]) for c in self.report["contributions"]]
        return sorted((r for r in rows if abs(r[1]) >= LEAST), key=lambda r: -abs(r[1]))
