"""Before and after, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from waarmerk.report import diff

TEXTS = st.lists(st.sampled_from(["a", "b", "care", " ", "\n", "deeply,"]), max_size=30).map("".join)


@given(TEXTS, TEXTS)
def test_steps_join_to_before_and_after(before: str, after: str) -> None:
    steps = diff.words(before, after)
    assert "".join(text for kind, text in steps if kind != "new") == before
    assert "".join(text for kind, text in steps if kind != "gone") == after


def test_what_stays_is_not_marked() -> None:
    assert diff.words("I care deeply about bread.", "I care about bread.") == (
        ("same", "I care "),
        ("gone", "deeply "),
        ("same", "about bread."),
    )


def test_very_long_texts_stand_whole_beside_each_other() -> None:
    before, after = "word " * 1000, "other " * 1000
    assert diff.words(before, after) == (("gone", before), ("new", after))
