"""The report as Markdown, to send along or to keep beside a text; in the same order as everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from waarmerk.report.view import FIRST, LEAST, MOST_FINDINGS, View

_SPECIAL = re.compile(r"[\\`*_\[\]#|~]")
_LIST = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")


def render(report: Mapping[str, Any], language: str) -> str:
    """A whole document; all text of the profile is plain in it, whatever marks it holds."""
    view = View(report, language)
    parts = (_head, _values, _fixes, _categories, _associations, _stages, _sum, _receipt)
    return "\n".join(line for part in parts for line in part(view)) + "\n"


def plain(text: str) -> str:
    """Text on one line in which nothing is markup."""
    line = " ".join(text.split())
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        line = line.replace(mark, entity)
    line = _SPECIAL.sub(lambda found: "\\" + found[0], line)
    return _LIST.sub(
        lambda found: found[0][:-1] + "\\" + found[0][-1] if not found[0].isdigit() else found[0] + "\\", line
    )


def _head(v: View) -> Iterator[str]:
    overall = v.report["overall"]
    yield from (f"# {v.t('report.title')}", "")
    if overall["score"] is None:
        yield f"**{v.t('score.too_little')}**"
    else:
        yield f"**{v.number(overall['score'])} · {v.band()}**  "
        yield v.t("hallmark.interval", low=v.number(overall["low"]), high=v.number(overall["high"]))
    yield from ("", plain(overall["verdict"]), "")


def _values(v: View) -> Iterator[str]:
    yield from (f"## {v.t('saydo.title')}", "")
    rows = v.values(True)
    if not rows:
        yield from (v.t("saydo.none"), "")
        return
    heads = [v.t(f"saydo.{column}") for column in ("value", "declared", "claimed", "shown")]
    yield from _table(
        heads, ([_name(v, value), "●", *(_strength(v, value[k]) for k in ("claimed", "shown"))] for value in rows)
    )


def _name(v: View, value: Mapping[str, Any]) -> str:
    return plain(value["name"]) + (f" ⚑ {v.t('saydo.contradicted')}" if v.contradicted(value) else "")


def _strength(v: View, share: float) -> str:
    return " ".join(v.strength(share))


def _fixes(v: View) -> Iterator[str]:
    yield from (f"## {v.t('fixes.title')}", "")
    if not v.fixes:
        yield from (v.t("fixes.none"), "")
    for number, fix in enumerate(v.fixes[:FIRST], 1):
        gain = v.t("fixes.verified" if fix["verified"] else "fixes.estimate", points=v.signed(fix["gain"]))
        told = f" ({gain})" if fix["verified"] or fix["gain"] >= LEAST else ""
        yield from (f"{number}. **{plain(fix['title'])}**{told}  ", f"   {plain(fix['detail'])}")
        if fix["before"]:
            yield f"   - {v.t('fixes.gone')}: {plain(fix['before'])}"
        if fix["after"]:
            yield f"   - {v.t('fixes.new')}: {plain(fix['after'])}"
        yield ""


def _categories(v: View) -> Iterator[str]:
    yield from (f"## {v.t('categories.title')}", "")
    for category in v.report["categories"]:
        yield from (f"### {plain(category['title'])}: {v.figures(category)}", "")
        for signal in v.signals(category["id"]):
            said = signal["summary"] or signal["reason"] or v.t("score.none")
            yield f"- **{plain(signal['title'])}**: {v.figures(signal)}. {plain(said)}"
            for finding in v.notes.of_signal(signal["id"])[:MOST_FINDINGS]:
                yield f"  - “{plain(finding['quote'])}” {plain(finding['note'])}"
        yield ""


def _associations(v: View) -> Iterator[str]:
    rows = v.report["associations"]
    if rows:
        yield from (f"## {v.t('associations.title')}", "")
        heads = [v.t(f"associations.{column}") for column in ("name", "relation", "stance", "attachment", "fit")]
        yield from _table(heads, ([plain(a["name"]), *v.tie(a)] for a in rows))
        yield from (line for told in v.leaning() for line in (plain(told), ""))


def _stages(v: View) -> Iterator[str]:
    stage, circle = v.stage(), v.golden_circle()
    if stage:
        yield from (f"## {v.t('needs.title')}", "", f"{plain(stage['told'])} {plain(stage['next'])}", "")
    if circle:
        yield from (f"## {v.t('circle.title')}", "")
        yield from _table([v.t("circle.title"), "%"], ([name, share] for name, share in circle["rows"]))
    drift = v.signal("voice-drift")
    if drift and v.drift():
        yield from (f"## {plain(drift['title'])}", "", *(f"- {plain(line)}" for line in v.drift()), "")


def _sum(v: View) -> Iterator[str]:
    overall = v.report["overall"]
    if overall["score"] is not None:
        yield from (f"## {v.t('sum.title')}", "")
        rows = [[v.t("sum.base"), v.number(v.base(), 1)], *([plain(t), v.signed(p)] for t, p in v.sum())]
        yield from _table(["", ""], [*rows, [v.t("sum.total"), v.number(overall["score"], 1)]])


def _receipt(v: View) -> Iterator[str]:
    yield from (f"## {v.t('receipt.title')}", "")
    for profile in v.profiles:
        parts = [profile.site, v.word("receipt.language", profile.language), *([profile.url] if profile.url else [])]
        yield f"- {v.t('receipt.read')}: {plain(' · '.join(parts))}"
        yield from (f"  - {plain(warning)}" for warning in profile.warnings)
    engine = v.report["engine"]
    yield f"- {v.t('receipt.when')}: {v.report['created_at']}"
    yield f"- {v.t('receipt.engine')}: Waarmerk {engine['version']}, {engine['rules'][:16]}"
    yield f"- {v.t('receipt.input')}: {engine['input'][:16]}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
