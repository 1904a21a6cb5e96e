"""The check that an edit invents nothing, word by word, and the copies that edits are tried on."""

from __future__ import annotations

import pytest

from waarmerk.records import Fields, Position, Post, Profile, Span
from waarmerk.suggestions import edits, nothing_new

HOLDS = [
    ("I am an innovative baker.", "I am a baker.", "en"),
    ("A driven, kind baker.", "A kind baker.", "en"),
    ("Driven bakers rise early.", "Bakers rise early.", "en"),
    ("I bake bread, tea and synergy.", "I bake bread and tea.", "en"),
    ("A hollow sentence.", "", "en"),
    ("Ik ben een gedreven bakker.", "Ik ben een bakker.", "nl"),
    ("Met passie help ik mensen.", "Ik help mensen.", "nl"),
]
FAILS = [
    ("I am a baker.", "I am a famous baker.", "en"),
    ("I bake bread.", "I bake 40 loaves of bread.", "en"),
    ("I baked 4 loaves.", "I baked 44 loaves.", "en"),
    ("I bake for people.", "I bake for Ann.", "en"),
    ("I worked for mark.", "I worked for Mark.", "en"),
    ("I bake bread.", "I bake bread, bread and bread.", "en"),
    ("I do not sell data.", "I do sell data.", "en"),
    ("I don't sell data.", "I sell data.", "en"),
    ("I sell data.", "I sell data!", "en"),
    ("Ik verkoop geen data.", "Ik verkoop data.", "nl"),
    ("Ik ben bakker.", "Ik ben meesterbakker.", "nl"),
    ("Ik bak in Hoorn.", "Ik bak in Hoorn sinds 1998.", "nl"),
]


@pytest.mark.parametrize(("before", "after", "language"), HOLDS)
def test_words_that_go_or_small_words_that_come_hold(before, after, language):
    assert nothing_new.holds(before, after, language)


@pytest.mark.parametrize(("before", "after", "language"), FAILS)
def test_new_words_numbers_names_and_turned_meanings_fail(before, after, language):
    assert not nothing_new.holds(before, after, language)


FIELDS = Fields(
    headline="Baker",
    about="I bake. I teach.",
    experience=(Position(title="Baker"), Position(text="Ran the oven.")),
    featured=("A talk",),
    posts=(Post("First"), Post("Second", likes=2)),
)


@pytest.mark.parametrize(
    ("field", "start", "end", "after", "given"),
    [
        ("headline", 0, 5, "Cook", "Cook"),
        ("about", 8, 8, " And I sing.", "I bake.  And I sing.I teach."),
        ("experience[1].text", 0, 3, "Kept", "Kept the oven."),
        ("featured[0]", 2, 6, "walk", "A walk"),
        ("posts[1]", 0, 6, "", ""),
        ("experience[0].text", 0, 0, "New", "New"),
    ],
)
def test_an_edit_changes_its_stretch_of_a_copy_and_nothing_else(field, start, end, after, given):
    profiles = (Profile(Fields(about="Other")), Profile(FIELDS))
    changed = edits.apply(profiles, Span(1, field, start, end), after)
    assert edits.read(changed[1].fields, field) == given
    assert changed[0] is profiles[0]
    assert profiles[1].fields == FIELDS
    before = edits.read(FIELDS, field)[start:end]
    restored = edits.apply(changed, Span(1, field, start, start + len(after)), before)
    assert edits.read(restored[1].fields, field) == edits.read(FIELDS, field)
