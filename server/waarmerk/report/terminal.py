"""The report for a terminal: the same order as everywhere, bars of block characters; plain text where it is not one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from waarmerk import messages

BAR = 24  # characters
MARKS = ((0.6, "●"), (0.2, "◐"), (0.0, "○"))
STYLE = {"score": "bold yellow", "shown": "cyan", "claimed": "magenta", "attention": "red", "muted": "dim"}
FIXES = 3


def render(report: Mapping[str, Any], console: Console, language: str) -> None:
    """Print the report; `console` decides on colour and width."""

    def say(message: str, **params: Any) -> str:
        return messages.text(language, f"terminal.{message}", **params)

    console.print(Group(*_head(report, say)))
    if any(v["declared"] for v in report["values"]):
        console.print(_values(report, say))
    if report["suggestions"]:
        console.print(_fixes(report, say))
    console.print(_categories(report, say))
    for warning in (w for p in report["profiles"] for w in p["warnings"]):
        console.print(Text(f"! {warning}", style=STYLE["attention"]))
    console.print(
        Text(say("receipt", version=report["engine"]["version"], input=report["engine"]["input"][:12]), style="dim")
    )


def _head(report: Mapping[str, Any], say: Any) -> list[RenderableType]:
    overall = report["overall"]
    lines: list[RenderableType] = []
    if overall["score"] is not None:
        figure = Text(f"{overall['score']:.0f}", style=STYLE["score"])
        figure.append(f"  {say('interval', low=round(overall['low']), high=round(overall['high']))}", style="dim")
        lines += [figure, _bar(overall)]
    return [*lines, Text(overall["verdict"]), Text("")]


def _bar(score: Mapping[str, Any]) -> Text:
    """Filled up to the score; the interval drawn lighter."""
    low, mid, high = (round(score[k] / 100 * BAR) for k in ("low", "score", "high"))
    bar = Text("█" * min(low, mid), style="yellow")
    bar.append("▓" * (mid - min(low, mid)), style="yellow")
    bar.append("▒" * (high - mid), style="dim yellow")
    return bar.append("░" * (BAR - high), style="dim")


def _values(report: Mapping[str, Any], say: Any) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("declared", "claimed", "shown"):
        table.add_column(say(column))
    table.add_column("")
    for value in (v for v in report["values"] if v["declared"]):
        flag = say("contradicted") if value["contradicted"] >= 0.5 else ""
        table.add_row(
            value["name"],
            Text(_mark(value["claimed"]), style=STYLE["claimed"]),
            Text(_mark(value["shown"]), style=STYLE["shown"]),
            Text(flag, style=STYLE["attention"]),
        )
    return Padding(table, (0, 0, 1, 0))


def _mark(strength: float) -> str:
    return f"{next(mark for least, mark in MARKS if strength >= least)} {strength:.2f}"


def _fixes(report: Mapping[str, Any], say: Any) -> RenderableType:
    lines: list[RenderableType] = [Text(say("fixes"), style="bold")]
    for fix in report["suggestions"][:FIXES]:
        gain = (
            say("gain", gain=f"{fix['gain']:+.1f}")
            if fix["verified"]
            else say("gain_asked", gain=f"{fix['gain']:+.1f}")
        )
        lines.append(Text.assemble("• ", (fix["title"], "bold"), f"  {gain}"))
        if fix["kind"] == "edit":
            lines.append(Padding(Text(f"- {fix['before']}", style=STYLE["attention"]), (0, 0, 0, 2)))
            lines.append(Padding(Text(f"+ {fix['after']}", style=STYLE["shown"]), (0, 0, 0, 2)))
        else:
            lines.append(Padding(Text(fix["detail"]), (0, 0, 0, 2)))
    return Padding(Group(*lines), (0, 0, 1, 0))


def _categories(report: Mapping[str, Any], say: Any) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    signals = {s["id"]: s for s in report["signals"]}
    for category in report["categories"]:
        if category["score"] is None:
            table.add_row(category["title"], Text(say("not_applicable"), style="dim"), "", "")
            continue
        worst = [s for s in map(signals.get, category["signals"]) if s and s["score"] is not None and s["score"] < 40]
        table.add_row(
            category["title"],
            _bar(category),
            Text(f"{category['score']:.0f}", style="bold"),
            Text(", ".join(s["title"] for s in worst[:3]), style="dim"),
        )
    return Padding(table, (0, 0, 1, 0))
