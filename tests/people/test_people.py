"""Whether several profiles are one person's: as people write names and handles, in both languages; never in doubt."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import messages, people, pipeline
from waarmerk.records import Fields, Owner, Profile


def named(name: str | None = None, *, url: str | None = None, handle: str | None = None, links: tuple[str, ...] = ()):
    return Profile(Fields(name=name, links=links), site="linkedin", url=url, owner=Owner(handle=handle))


SAME = [
    ("Ann Bell", "ann bell"),
    ("Ann Bell", "Bell, Ann"),
    ("Ann Bell", "Ann Bell | Joiner in Otley"),
    ("Ann Bell", "Dr. Ann Bell, PhD"),
    ("Ann Bell", "A. Bell"),
    ("Ann Bell", "Ann Marie Bell"),
    ("Ann Bell", "Ann Bell (she/her) 🌻"),
    ("Ann Bell", "annbell"),
    ("Ann Bell-Kok", "Ann Bell"),
    ("Robert Bell", "Bob Bell"),
    ("Jan Willem van den Berg", "J.W. van den Berg"),
    ("Jan Willem van den Berg", "JW van den Berg"),
    ("Jan van den Berg", "Jan Vandenberg"),
    ("Jan van den Berg", "Berg, Jan van den"),
    ("drs. Kees de Wit", "Cornelis de Wit"),
    ("Zoë Müller", "Zoe Muller"),
    ("Søren Kjær", "Soren Kjaer"),
    ("Noor el Idrissi", "Noor El-Idrissi"),
    ("Marijke Hoekstra", "Marijke Hoeksstra"),
]
DIFFERENT = [
    ("Ann Bell", "Jan Kok"),
    ("Ann Bell", "Ann Kok"),
    ("Ann Bell", "Peter Bell"),
    ("J. Kok", "Peter Kok"),
    ("Jan van den Berg", "Jan van den Heuvel"),
    ("Ann Bell", "Harrow Mill Bakery"),
]
UNKNOWN = [("Ann Bell", "Ann"), ("Ann Bell", None), ("Ann Bell", "captain"), ("Анна Белл", "Ann Bell")]
HANDLES = [
    ("Ann Bell", "annbell"),
    ("Ann Bell", "@abell"),
    ("Ann Bell", "bell_ann"),
    ("Ann Bell", "ann.bell.99"),
    ("Ann Bell", "@annbell@pottery.example"),
    ("Jan Willem van den Berg", "jwvandenberg"),
    ("Jan Willem van den Berg", "janberg"),
    ("Zoë Müller", "zoemuller.bsky.social"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_name_in_another_dress_is_one_person(one, other):
    assert people.compare(named(one), named(other)) == "same"


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_names_are_other_people(one, other):
    assert people.compare(named(one), named(other)) == "different"


@pytest.mark.parametrize(("one", "other"), UNKNOWN)
def test_what_cannot_be_told_is_left_open(one, other):
    assert people.compare(named(one), named(other)) == "unknown"


@pytest.mark.parametrize(("name", "handle"), HANDLES)
def test_a_handle_made_of_the_name_bears_it_out(name, handle):
    assert people.compare(named(name), named("Captain Cloud", handle=handle)) == "same"


@pytest.mark.parametrize("handle", ["tombell", "cloudcaptain", "bellows", "ann", "a"])
def test_another_handle_tells_nothing(handle):
    assert people.compare(named("Ann Bell"), named("Captain Cloud", handle=handle)) == "different"
    assert people.compare(named("Ann Bell"), named(handle=handle)) == "unknown"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.linkedin.com/in/ann-bell-4a1b2c", "https://github.com/annbell"),
        ("https://mastodon.example/@annbell", "https://annbell.example"),
        ("https://bsky.app/profile/annbell.bsky.social", "https://annbell.substack.com/about"),
        ("https://medium.com/@annbell", "https://www.youtube.com/@AnnBell/videos"),
    ],
)
def test_handles_are_read_from_addresses(one, other):
    assert people.compare(named("Ann Bell", url=one), named("Captain Cloud", url=other)) == "same"


def test_two_pages_of_one_team_are_not_one_person():
    ann = named("Ann Bell", url="https://harrowmill.example/team/ann")
    jan = named("Jan Kok", url="https://harrowmill.example/team/jan")
    assert people.compare(ann, jan) == "different"


def test_a_link_to_the_other_page_says_they_are_one():
    ann = named("Ann Bell", links=("https://cloud.example/captain/",))
    assert people.compare(ann, named("Captain Cloud", url="http://www.cloud.example/captain")) == "same"


def test_without_doubt_all_are_one_person():
    assert people.persons([named("Ann Bell"), named(), named("A. Bell")]) == (0, 0, 0)
    assert people.strangers([named("Ann Bell"), named(), named("A. Bell")]) == {}


def test_the_odd_one_out_is_told_and_not_the_others():
    profiles = [named("Ann Bell"), named("Jan Kok"), named("A. Bell")]
    assert people.persons(profiles) == (0, 1, 0)
    assert people.strangers(profiles) == {1: (0, 2)}


def test_where_neither_has_more_profiles_both_are_told():
    assert people.strangers([named("Ann Bell"), named("Jan Kok")]) == {0: (1,), 1: (0,)}


def test_one_who_is_like_both_joins_neither():
    profiles = [named("Ann Bell"), named("A. Bell"), named("Anton Bell")]
    assert people.persons(profiles) == (0, 1, 2)


FULL = st.sampled_from([n for pair in (*SAME, *DIFFERENT) for n in pair])
PROFILES = st.lists(
    st.builds(
        named,
        st.none() | FULL | st.text(max_size=12),
        url=st.none() | st.sampled_from(["https://github.com/annbell", "x", "//[", "https://a.example/@b"]),
        handle=st.none() | st.text(max_size=8),
        links=st.lists(st.text(max_size=8), max_size=2).map(tuple),
    ),
    max_size=4,
)


@given(PROFILES)
def test_who_is_with_whom_does_not_depend_on_the_order(profiles):
    def pairs(order):
        group = people.persons([profiles[i] for i in order])
        return {(order[a], order[b]) for a in range(len(order)) for b in range(len(order)) if group[a] == group[b]}

    orders = list(itertools.permutations(range(len(profiles))))[:6]
    assert len({frozenset(pairs(order)) for order in orders}) == 1


@given(PROFILES.filter(lambda p: len(p) > 1))
def test_a_comparison_is_the_same_from_both_sides(profiles):
    assert people.compare(profiles[0], profiles[1]) == people.compare(profiles[1], profiles[0])


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_report_warns_and_goes_on(language):
    two = [
        {"fields": {"name": "Ann Bell", "about": "I mend bikes."}},
        {"fields": {"name": "Jan Kok", "about": "Ik bak."}},
    ]
    report = pipeline.audit({"profiles": two, "options": {"report_language": language, "suggestions": 0}})
    for profile, other in zip(report["profiles"], ("2", "1"), strict=True):
        assert messages.text(language, "report.warnings.two-people", detail=other) in profile["warnings"]
    assert [p["person"] for p in report["profiles"]] == [0, 1]
    assert [p["fields"]["about"] for p in report["profiles"]] == ["I mend bikes.", "Ik bak."]
