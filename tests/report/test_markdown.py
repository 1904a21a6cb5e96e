"""The report as Markdown: text of a profile never becomes markup."""

from __future__ import annotations

import re
import sys
from html import unescape
from pathlib import Path
from typing import Any

from hypothesis import given
from markdown_it import MarkdownIt

sys.path.insert(0, str(Path(__file__).parent))
from samples import TEXTS, finding, marked, report, suggestion

from waarmerk.report import markdown

TAGS = {"h1", "h2", "h3", "p", "strong", "br", "table", "thead", "tbody", "tr", "th", "td", "ol", "ul", "li"}
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


@given(TEXTS)
def test_plain_text_reads_back_as_it_was(text: str) -> None:
    said = " ".join(text.split())
    rendered = READER.render(markdown.plain(text)).strip()
    assert unescape(re.sub(r"^<p>(.*)</p>$", r"\1", rendered, flags=re.DOTALL)) == said


@given(marked())
def test_a_report_holds_no_markup_of_the_profile(sample: tuple[str, list[dict[str, Any]]]) -> None:
    text, findings = sample
    rendered = READER.render(markdown.render(report(text, findings), "en"))
    assert "<script" not in rendered
    assert set(re.findall(r"<(\w+)", rendered)) <= TAGS


def test_it_tells_score_values_fixes_and_notes() -> None:
    text = "I am results-driven."
    told = markdown.render(
        report(text, [finding(1, text, 5, 19)], suggestions=[suggestion(text, 5, 19, "a baker")]), "nl"
    )
    for expected in (
        "**63 · Grotendeels gedragen**",
        "| care ⚑ tegengesproken | ● | ● 0,70 | ○ 0,10 |",
        "+1,2 punten",
        "“results-driven”",
    ):
        assert expected in told
