"""Every saved page reads to exactly what stands beside it, and nobody else's words come along."""

from __future__ import annotations

from pathlib import Path

import pytest
import saved_pages as cases

from waarmerk import errors, extraction
from waarmerk.extraction.fields import WARNINGS

READ = [case for case in cases.CASES if "error" not in cases.expected(case)]
REFUSED = [case for case in cases.CASES if "error" in cases.expected(case)]
BY_NAME = {"ids": cases.name}


@pytest.mark.parametrize("case", READ, **BY_NAME)
def test_page_reads_as_expected(case: Path) -> None:
    wanted = cases.expected(case)
    profile = extraction.read(cases.page(case))
    found = cases.shown(profile.fields)
    assert found == wanted["fields"]
    assert profile.site == wanted["site"]
    assert profile.url == wanted["url"]
    assert profile.owner.name == wanted["fields"].get("name")
    if "handle" in wanted:
        assert profile.owner.handle == wanted["handle"]
    if "language" in wanted:
        assert profile.language_hint == wanted["language"]


@pytest.mark.parametrize("case", READ, **BY_NAME)
def test_nobody_elses_words(case: Path) -> None:
    profile = extraction.read(cases.page(case))
    assert cases.leaked(cases.shown(profile.fields), cases.expected(case)["not_owner"]) == []


@pytest.mark.parametrize("case", READ, **BY_NAME)
def test_posts_are_marked(case: Path) -> None:
    wanted = cases.expected(case)
    posts = extraction.read(cases.page(case)).fields.posts
    assert [post.text for post in posts if post.is_repost] == wanted.get("reposts", [])
    assert [post.text for post in posts if post.is_reply] == wanted.get("replies", [])


@pytest.mark.parametrize("case", READ, **BY_NAME)
def test_every_field_says_where_it_came_from(case: Path) -> None:
    profile = extraction.read(cases.page(case))
    for key in cases.shown(profile.fields):
        if key == "counts":
            assert {f"counts.{name}" for name in profile.fields.counts} <= set(profile.origins)
        elif key != "posts" or profile.fields.posts:
            assert profile.origins[key]
    assert {warning.partition(":")[0] for warning in profile.warnings} <= set(WARNINGS)


@pytest.mark.parametrize("case", READ, **BY_NAME)
def test_page_still_reads_after_a_redesign(case: Path) -> None:
    wanted = cases.expected(case)
    html = cases.shuffled((case / "page.html").read_text(encoding="utf-8"))
    found = cases.shown(extraction.read(cases.page(case, html)).fields)
    assert cases.score(found, wanted["fields"]) >= 0.85, found
    assert cases.leaked(found, wanted["not_owner"]) == []


@pytest.mark.parametrize("case", REFUSED, **BY_NAME)
def test_page_of_nobody_is_refused(case: Path) -> None:
    with pytest.raises(errors.NoOwner) as caught:
        extraction.read(cases.page(case))
    assert len(caught.value.detail) > 30


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_reader_has_a_page_in_both_languages(lang: str) -> None:
    shown = {cases.expected(case)["site"] for case in READ if case.name.endswith(f"-{lang}")}
    assert {reader.site for reader in extraction.READERS} - shown == set()
