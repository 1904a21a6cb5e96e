"""A text with its findings drawn: nothing lost, everything findable."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hypothesis import given

sys.path.insert(0, str(Path(__file__).parent))
from samples import finding, marked, report

from waarmerk.report import marks, reading

Marked = tuple[str, list[dict[str, Any]]]


@given(marked())
def test_pieces_join_to_the_text_and_to_every_quote(sample: Marked) -> None:
    text, findings = sample
    pieces = marks.cut(text, findings)
    assert "".join(p.text for p in pieces) == text
    for f in findings:
        assert "".join(p.text for p in pieces if f["id"] in p.findings) == f["quote"]


@given(marked())
def test_every_finding_starts_once_and_where_it_stands(sample: Marked) -> None:
    text, findings = sample
    at, offset = {}, 0
    for piece in marks.cut(text, findings):
        at |= dict.fromkeys(piece.starts, offset)
        offset += len(piece.text)
    assert at == {f["id"]: f["start"] for f in findings}


@given(marked())
def test_every_finding_is_reached_from_the_text_directly_or_beside_another(sample: Marked) -> None:
    text, findings = sample
    profiles = reading.profiles(report(text, findings))
    linked = {p.link for block in profiles[0].blocks for line in block.lines for p in line.pieces if p.link}
    beside = {id_ for ids in reading.beside(profiles).values() for id_ in ids}
    assert linked | beside == {f["id"] for f in findings}
    assert not linked & beside


def test_words_to_mend_lie_over_what_the_sentence_does() -> None:
    text = "I care deeply and always go the extra mile."
    claim = finding(
        1, text, 0, len(text), signal="say-do", polarity="evidence", note="Said here; not shown by these words alone."
    )
    hollow = finding(2, text, 25, 42)
    pieces = marks.cut(text, [claim, hollow], sentences=[(0, len(text))])
    assert [(p.text, p.link, p.kind, p.broad) for p in pieces] == [
        ("I care deeply and always ", "f1", "claimed", True),
        ("go the extra mile", "f2", "concern", False),
        (".", "f1", "claimed", True),
    ]


def test_a_sentence_that_claims_a_value_is_drawn_so_whatever_else_lies_over_all_of_it() -> None:
    text = "Hij is eerlijk."
    told = "Hier gezegd; met deze woorden alleen nog niet getoond."
    over = [finding(1, text, 0, 15), finding(2, text, 0, 15, signal="say-do", polarity="evidence", note=told)]
    (piece,) = marks.cut(text, over, sentences=[(0, 15)])
    assert (piece.link, piece.kind, piece.findings) == ("f2", "claimed", ("f2", "f1"))


def test_places_without_finding_can_be_linked_to() -> None:
    pieces = marks.cut("One. Two.", [], anchors={5: ["s1"]})
    assert [(p.text, p.starts) for p in pieces] == [("One. ", ()), ("Two.", ("s1",))]


def test_paths_are_those_of_the_contract() -> None:
    fields = {
        "headline": "h",
        "experience": [{"title": "t", "organisation": None, "text": "e"}],
        "skills": ["s"],
        "posts": [{"text": "p", "at": "2026", "likes": 3}],
        "recommendations": [{"by": "b", "text": "r"}],
    }
    assert dict(marks.strings(fields)) == {
        "headline": "h",
        "experience[0].title": "t",
        "experience[0].text": "e",
        "skills[0]": "s",
        "posts[0]": "p",
        "posts[0].at": "2026",
        "recommendations[0].by": "b",
        "recommendations[0].text": "r",
    }


def test_claims_of_values_that_were_not_declared_are_only_noted() -> None:
    text = "I care."
    told = "Said here; not shown by these words alone."
    said = finding(1, text, 0, 7, signal="say-do", polarity="evidence", note=told, about="care")
    (declared,) = marks.cut(text, [said])
    (beside,) = marks.cut(text, [said], aside={"care"})
    assert (declared.kind, beside.kind) == ("claimed", "evidence")
