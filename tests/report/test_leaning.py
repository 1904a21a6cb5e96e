"""What the names amount to: borrowed share, for and against, and how the map draws them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from samples import association, finding, report, signal

from waarmerk.report import html, leaning, markdown, svg


def test_for_and_against_are_told_together() -> None:
    rows = [association("Zonnewiek"), association("Harwick", relation="critic", stance=-0.8)]
    assert leaning.lines(report("x", [], associations=rows), "en") == [
        "You speak well of Zonnewiek, and stand against Harwick."
    ]
    assert leaning.lines(report("x", [], associations=rows[1:]), "nl") == ["Je bent tegen Harwick."]


@pytest.mark.parametrize(
    ("relation", "stance", "emotion", "side"),
    [
        ("employee", 0.6, 0.6, "for"),
        ("employee", -0.6, 0.6, "against"),
        ("founder", 0.4, 0.0, "neither"),
        ("user", 0.1, 0.6, "neither"),
        ("fan", 0.0, 0.0, "for"),
        ("critic", 0.0, 0.0, "against"),
    ],
)
def test_a_tie_without_feeling_is_no_praise(relation: str, stance: float, emotion: float, side: str) -> None:
    assert leaning.side(association("X", relation=relation, stance=stance, emotion=emotion)) == side


@pytest.mark.parametrize(("share", "told"), [(0.42, True), (0.02, False), (None, False)])
def test_the_borrowed_share_is_told_where_it_matters(share: float | None, told: bool) -> None:
    measured = signal("attachment", "associations", details={} if share is None else {"borrowed": share})
    lines = leaning.lines(report("x", [], associations=[], signals=[measured]), "en")
    assert [line[:4] for line in lines] == (["42 %"] if told else [])


def test_the_map_draws_the_firmest_ties_and_breaks_the_line_to_what_one_is_against() -> None:
    rows = [association(f"Loose {i}", attachment="loose", side="neither", fit=None) for i in range(svg.MOST)]
    rows += [association("Firm", side="for"), association("Foe", side="against", fit=-0.5)]
    drawn = str(svg.constellation(rows, "you", title="T", desc="D"))
    assert drawn.count('class="tie') == svg.MOST
    assert drawn.count('class="tie against"') == 1
    assert "Firm ✓" in drawn
    assert "Foe ≠" in drawn
    assert 'role="img" aria-label="T"' in drawn


@pytest.mark.parametrize("language", ["en", "nl"])
def test_page_and_markdown_tell_the_stance_of_every_name(language: str) -> None:
    rows = [association("Zonnewiek"), association("Harwick", relation="critic", stance=-0.8)]
    made = report("I bake.", [finding(1, "I bake.", 0, 6)], associations=rows, language=language)
    for rendered in (html.render(made, language), markdown.render(made, language)):
        assert leaning.lines(made, language)[0] in rendered
        assert {"en": "against", "nl": "tegen"}[language] in rendered
