"""The findings as notes beside the text: their order, their names, and which stand over the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from waarmerk.report import marks, reading
from waarmerk.report.findings import CONTEXT


class Notes:
    """All notes of a report."""

    def __init__(self, report: Mapping[str, Any], profiles: Sequence[reading.Read]) -> None:
        self._findings = {f["id"]: f for f in report["findings"]}
        self._beside = reading.beside(profiles)
        self._names = {value["id"]: value["name"] for value in report["values"]}
        self._titles = {s["id"]: s["title"] for s in report["signals"]}

    def of(self, ids: Sequence[str]) -> list[Mapping[str, Any]]:
        """The findings of these ids."""
        return [self._findings[i] for i in ids if i in self._findings]

    def of_signal(self, signal: str) -> list[Mapping[str, Any]]:
        """Findings of a signal: what is to mend first, then the strongest."""
        found = [f for f in self._findings.values() if f["signal"] == signal]
        return sorted(found, key=lambda f: (f["polarity"] != "concern", -f["strength"]))

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

    def beside(self, finding: str) -> list[tuple[str, list[str]]]:
        """(name, ids) of the other notes on the same words, where the text can link to this one only."""
        named: dict[str, list[str]] = {}
        for id_ in self._beside.get(finding, ()):
            named.setdefault(self._name(self._findings[id_]), []).append(id_)
        return list(named.items())

    def title(self, signal: str) -> str:
        """The title of a signal; its id where it was switched off."""
        return str(self._titles.get(signal, signal))

    def _name(self, finding: Mapping[str, Any]) -> str:
        title, about = self.title(finding["signal"]), self.about(finding)
        return f"{title} ({about})" if about else title
