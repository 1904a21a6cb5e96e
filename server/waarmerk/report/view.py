"""The report as a page needs it: the same dict, arranged in the order of reading, with pictures and marked texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from waarmerk import messages
from waarmerk.anchors import table
from waarmerk.report import diff, marks, reading, svg
from waarmerk.report.findings import CONTEXT

FIRST = 3  # fixes shown at once
CONTRADICTED = 0.5  # from here a value is flagged; .5 is the point of decision
MOST_FINDINGS = 5  # shown at once under a signal


class View:
    """What the templates see. Every method takes and gives plain things; nothing here is markup but the pictures."""

    def __init__(self, report: Mapping[str, Any], language: str, methods: str | None = None) -> None:
        self.report = report
        self.language = language
        self.methods = methods  # address of the methods page, where there is one
        self.findings = {f["id"]: f for f in report["findings"]}
        self.fixes = report["suggestions"]
        self.profiles = reading.profiles(report)
        self._beside = reading.beside(self.profiles)
        self._names = {value["id"]: value["name"] for value in report["values"]}
        self._titles = {s["id"]: s["title"] for s in report["signals"]}

    def t(self, message: str, **params: Any) -> str:
        """A text of the report in its language."""
        return messages.text(self.language, f"pages.{message}", **params)

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

    def ring(self) -> Any:
        """The hallmark."""
        score = self._score(self.report["overall"])
        return svg.ring(*score, title=self.t("hallmark.title"), desc=self._told(score))

    def bar(self, row: Mapping[str, Any]) -> Any:
        """The score of a category or signal as a bar."""
        score = self._score(row)
        return svg.bar(*score, title=f"{row['title']}: {self._told(score)}")

    def figures(self, row: Mapping[str, Any]) -> str:
        """Score and interval in figures, or that nothing can be told."""
        if row["score"] is None:
            return self.t("score.none")
        parts = (self.number(x) for x in self._score(row) if x is not None)
        return self.t("score.range", **dict(zip(("score", "low", "high"), parts, strict=True)))

    def _score(self, row: Mapping[str, Any]) -> tuple[float | None, float | None, float | None]:
        score = row["score"]
        if score is None:
            return None, None, None
        low, high = row.get("low"), row.get("high")
        return score, score if low is None else low, score if high is None else high

    def _told(self, score: tuple[float | None, float | None, float | None]) -> str:
        if score[0] is None:
            return self.t("score.none")
        numbers = dict(zip(("score", "low", "high"), (self.number(x or 0.0) for x in score), strict=True))
        return self.t("score.told", **numbers)

    def band(self) -> str | None:
        """The verdict's band in a word or two."""
        name = self.report["overall"].get("band")
        return self.t(f"band.{name}") if name else None

    def values(self, declared: bool) -> list[Mapping[str, Any]]:
        """Rows of the say-do table: the declared values, or the others that the profile clearly expresses."""
        rows = [v for v in self.report["values"] if v["declared"] is declared]
        return [v for v in rows if declared or max(v["claimed"], v["shown"]) >= CONTRADICTED]

    def contradicted(self, value: Mapping[str, Any]) -> bool:
        """Whether a value gets a flag."""
        return bool(value["contradicted"] >= CONTRADICTED)

    def evidence(self, ids: Sequence[str]) -> list[Mapping[str, Any]]:
        """The findings of these ids."""
        return [self.findings[i] for i in ids if i in self.findings]

    def kind(self, finding: Mapping[str, Any]) -> str:
        """How a finding is drawn and named."""
        return marks.kind(finding)

    def about(self, finding: Mapping[str, Any]) -> str | None:
        """The name of the value that a finding rests under, if any."""
        return self._names.get(finding.get("about"))

    def around(self, finding: Mapping[str, Any]) -> tuple[str, str]:
        """What stands before and after a quote, in whole words."""
        before, after = finding["prefix"], finding["suffix"]
        if len(before) < finding["start"] and " " in before:
            before = "… " + before[before.index(" ") + 1 :]
        if len(after) >= CONTEXT and " " in after:
            after = after[: after.rindex(" ")] + " …"
        return " ".join(before.split("\n")), " ".join(after.split("\n"))

    def of_signal(self, signal: str) -> list[Mapping[str, Any]]:
        """Findings of a signal: what is to mend first, then the strongest."""
        found = [f for f in self.report["findings"] if f["signal"] == signal]
        return sorted(found, key=lambda f: (f["polarity"] != "concern", -f["strength"]))

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
        rows = self.report["associations"]
        return svg.constellation(rows, self.t("map.you"), title=self.t("map.title"), desc=self.t("map.desc"))

    def fit(self, association: Mapping[str, Any]) -> str:
        """In a word, how its values sit with the declared ones."""
        return self.t(f"fit.{svg.fit(association)}")

    def tie(self, association: Mapping[str, Any]) -> tuple[str, str, str]:
        """Relation, attachment and fit in words."""
        relation, attachment = (
            self.t(f"relation.{association['relation']}"),
            self.t(f"attachment.{association['attachment']}"),
        )
        return relation, attachment, self.fit(association)

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
        rows = [(self.title(c["signal"]), c["points"]) for c in self.report["contributions"]]
        return sorted((r for r in rows if abs(r[1]) >= 0.05), key=lambda r: -abs(r[1]))

    def beside(self, finding: str) -> list[tuple[str, str]]:
        """(id, signal's title) of the other findings on the same words, where this one is linked from the text."""
        return [(id_, self.title(self.findings[id_]["signal"])) for id_ in self._beside.get(finding, ())]

    def title(self, signal: str) -> str:
        """The title of a signal; its id where it was switched off."""
        return str(self._titles.get(signal, signal))
