"""The report as HTML: any text in any field comes out as text, every quote is marked and linked both ways."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from parsed import Page
from samples import TEXTS, association, finding, marked, report, signal, suggestion, value

from waarmerk import messages
from waarmerk.report import html

HOSTILE = "</style></textarea><script>alert(1)</script><img src=x onerror=alert(1)>\"'{{7*7}}"
LANGUAGES = st.sampled_from(messages.LANGUAGES)


@given(marked(), LANGUAGES)
def test_every_quote_is_marked_and_linked_both_ways(sample: tuple[str, list[dict[str, Any]]], language: str) -> None:
    text, findings = sample
    page = Page(html.render(report(text, findings), language))
    assert page.lines == [text]
    for f in findings:
        assert page.marked[f["id"]] == f["quote"]
        assert f"#m-{f['id']}" in page.links
        assert f"#{f['id']}" in page.links


@given(marked(), LANGUAGES)
def test_links_lead_somewhere_and_ids_are_unique(sample: tuple[str, list[dict[str, Any]]], language: str) -> None:
    text, findings = sample
    page = Page(html.render(report(text, findings, suggestions=[suggestion(text, 0, len(text), "x")]), language))
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)


@given(TEXTS, TEXTS)
def test_any_text_anywhere_stays_text(text: str, other: str) -> None:
    _check_harmless(_filled(text + HOSTILE, other))


def test_hostile_text_in_every_string_of_a_report_stays_text() -> None:
    _check_harmless(_filled(HOSTILE, HOSTILE))


def _filled(text: str, other: str) -> str:
    """A page of a report in which every free string is one of the two."""
    found = [finding(1, text, 0, len(text), note=other, prefix=other, suffix=other)]
    profile = {
        "site": other,
        "url": other,
        "language": "en",
        "warnings": [other],
        "fields": {
            "name": text,
            "about": text,
            "skills": [text],
            "posts": [{"text": text, "at": other}],
            "experience": [{"title": text, "organisation": other, "from": other, "to": text, "text": other}],
            "recommendations": [{"by": other, "text": text}],
            "counts": {"followers": 3},
        },
    }
    return html.render(
        report(
            text,
            found,
            profiles=[profile, profile],
            overall={"score": None, "low": None, "high": None, "verdict": other},
            values=[value(text, ["f1"], match=0), value(other, [], declared=False)],
            associations=[association(text), association(other, fit=None)],
            suggestions=[{**suggestion(text, 0, 1, other), "title": text, "detail": other}],
            signals=[signal("buzzwords", "authenticity", title=text, why=other, summary=None, reason=text, score=None)],
        ),
        "en",
    )


def _check_harmless(rendered: str) -> None:
    page = Page(rendered)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "iframe", "link", "object", "form", "textarea"}
    attributes = {name for _, attrs in page.tags for name in attrs}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "style", "action")}
    assert "{{7*7}}" in rendered


def test_the_file_stands_alone_and_says_so_to_the_browser() -> None:
    rendered = html.render(report("I bake.", [finding(1, "I bake.", 0, 6)]), "en")
    style = re.search(r"<style>(.*?)</style>", rendered, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in rendered
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    hosts = set(re.findall(r"https?://[^\s\"'<>]+", rendered))
    assert hosts == {"http://www.w3.org/2000/svg"}  # a name, never fetched


def test_too_little_text_is_a_result_of_its_own() -> None:
    little = {
        "score": None,
        "low": None,
        "high": None,
        "verdict": "Too little.",
        "status": "too_little_text",
        "base": 50.0,
    }
    rendered = html.render(report("Hi.", [], overall=little, contributions=[]), "en")
    assert "Too little text to tell" in rendered
    assert "None" not in rendered
    assert '<text class="figure" x="60" y="71" text-anchor="middle">–</text>' in rendered


def test_the_order_is_that_of_the_design() -> None:
    rendered = html.render(report("I bake.", [finding(1, "I bake.", 0, 6)]), "en")
    order = ["verdict", "your-text", "say-do", "fixes", "categories", "associations", "receipt"]
    places = [rendered.index(f'id="{name}"') for name in order]
    assert places == sorted(places)


def test_a_contradicted_value_is_flagged_with_a_word() -> None:
    rendered = html.render(report("I bake.", []), "nl")
    assert "⚑ tegengesproken" in rendered
    assert "⚑" not in html.render(report("I bake.", [], values=[value("care", [], contradicted=0.2)]), "nl")


FIELDS = (
    "name headline about location pronouns links experience education skills recommendations featured posts "
    "counts_followers counts_following counts_connections counts_posts counts_likes counts_members"
)
WORDS = {
    "field": FIELDS,
    "kind": "brand employer client institution school club faith party union media product community",
    "relation": "founder employee alum client partner user fan critic member certified featured mention",
    "attachment": "loose committed absolute",
    "band": "carried mostly thin not_yet",
    "stage": "existence safety belonging esteem self-actualisation",
    "receipt.language": "en nl uncertain",
}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_word_of_the_contract_has_a_text(language: str) -> None:
    missing = [
        f"{kind}.{w}"
        for kind, words in WORDS.items()
        for w in words.split()
        if not messages.has(language, f"pages.{kind}.{w}")
    ]
    assert missing == []
