"""What one request keeps by content changes no result: an audit with a memo that met other texts is the audit without one."""

from __future__ import annotations

import pytest
from bios import sample
from hypothesis import given, settings
from hypothesis import strategies as st

from waarmerk import pipeline
from waarmerk.memo import Memo
from waarmerk.records import Brand, DeclaredValue, Fields, Options, Post, Profile

LANGUAGES = ("en", "nl")
DECLARED = tuple(DeclaredValue(v, v) for v in ("honesty", "care"))
ODD = ("", " ", "\n", "🎉", "“", "e\u0301", "\u00ad", "Ann Bell", "ANN", "I", "ik", "42", "…", "- ", " | ", "not ")


def judged(profiles, memo=None):
    brand = pipeline.resolve(Brand(DECLARED))
    return pipeline.judge(profiles, brand, Options(vocabulary=("passionate",)), memo)


def bios(language):
    return st.sampled_from(sample(language, 60, 25))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=25)
def test_an_edited_copy_is_judged_alike_with_and_without_a_memo(language, data):
    about, post, other = (data.draw(bios(language)) for _ in range(3))
    profile = Profile(Fields(name="Ann Bell", headline=other[:60], about=about, posts=(Post(post), Post(post[:80]))))
    memo = Memo()
    judged((profile,), memo)
    for _ in range(3):
        start, end = sorted(data.draw(st.integers(0, len(about))) for _ in range(2))
        changed = about[:start] + data.draw(st.sampled_from((*ODD, other[:50]))) + about[min(end, start + 40) :]
        copy = (Profile(Fields(name="Ann Bell", headline=other[:60], about=changed, posts=profile.fields.posts)),)
        assert judged(copy, memo) == judged(copy)


def test_what_was_met_is_not_made_again_and_kinds_are_kept_apart():
    memo, made = Memo(), []

    def make():
        made.append(1)
        return len(made)

    assert memo.once("a", "x", make) == memo.once("a", "x", make) == 1
    assert memo.once("b", "x", make) == 2
    assert memo.once("a", "y", make) == 3
    assert len(made) == 3


def test_an_answer_of_none_is_kept_too():
    memo, made = Memo(), []
    for _ in range(2):
        assert memo.once("a", "x", lambda: made.append(1)) is None
    assert len(made) == 1
