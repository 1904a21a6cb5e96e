"""Associations: relation from the words near a name, context for common words, and what must never change them."""

import pytest

from waarmerk import text as stage
from waarmerk.records import Association, Fields, Options, Position, Profile


def read(about: str, lang: str = "en", *, sensitive: bool = False, **fields: object) -> dict[str, Association]:
    profile = Profile(Fields(about=about, **fields))  # type: ignore[arg-type]
    found = stage.read((profile,), Options(language=lang, sensitive=sensitive)).associations
    return {a.name: a for a in found}


@pytest.mark.parametrize(
    ("lang", "about", "name", "relation"),
    [
        ("en", "She previously worked as an engineer at Philips.", "Philips", "alum"),
        ("en", "He is a board member of Greenpeace.", "Greenpeace", "member"),
        ("en", "I am a PhD student at Ghent University.", "Ghent University", "member"),
        ("en", "She gave talks at PyCon, FOSDEM and EuroPython.", "EuroPython", "featured"),
        ("en", "I will never go back to Facebook.", "Facebook", "critic"),
        ("nl", "Daarvoor werkte hij als planner bij Rabobank en KPN.", "KPN", "alum"),
        ("nl", "Ze is vrijwilliger bij Natuurmonumenten.", "Natuurmonumenten", "member"),
        ("nl", "Hij was spreker bij FOSDEM.", "FOSDEM", "featured"),
        ("nl", "Ik werk als verpleegkundige bij Isala.", "Isala", "employee"),
    ],
)
def test_relation_from_the_words_near(lang: str, about: str, name: str, relation: str) -> None:
    assert read(about, lang)[name].relation == relation


def test_tools_in_a_list_are_used() -> None:
    found = read("Tools: Kubernetes, PostgreSQL, TypeScript.")
    assert {found[n].relation for n in ("Kubernetes", "PostgreSQL", "TypeScript")} == {"user"}


@pytest.mark.parametrize("about", ["Action is what counts.", "Ik kom graag in actie.", "Apple pie is my Sunday cake."])
def test_a_common_word_alone_is_no_brand(about: str) -> None:
    assert not {"Action", "Apple"} & read(about).keys()


def test_the_table_gives_kind_and_values() -> None:
    bank = read("Ik werk bij Triodos.", "nl")["Triodos"]
    assert bank.kind == "employer"
    assert "sustainability" in bank.values
    assert bank.fit is None


def test_aliases_join_into_one() -> None:
    found = read("Ik studeerde aan de Universiteit van Amsterdam. De UvA leerde me lezen.", "nl")
    assert len([a for a in found.values() if a.kind == "school"]) == 1


def test_special_categories_only_when_asked_for() -> None:
    about = "Ik ben lid van GroenLinks en van de FNV."
    assert not {a.kind for a in read(about, "nl").values()} & {"party", "union", "faith"}
    assert {a.kind for a in read(about, "nl", sensitive=True).values()} >= {"party", "union"}


def test_fields_tell_past_and_present() -> None:
    jobs = (
        Position("planner", "Harwick Freight", "2015", "2019"),
        Position("planner", "Elmtree Rail", "2019", "present"),
    )
    found = read("I plan trains.", experience=jobs)
    assert (found["Harwick Freight"].relation, found["Elmtree Rail"].relation) == ("alum", "employee")


def test_the_owner_is_no_association() -> None:
    assert "Femke Oosterwal" not in read("I work with Femke Oosterwal.", name="Femke Oosterwal")


@pytest.mark.parametrize(
    "other",
    [
        "He is a fan of Ben & Jerry\u2019s and works at Philips.",
        "He is a fan of Ben & Jerry's and works at Philips.   \n",
    ],
)
def test_quotes_and_trailing_spaces_change_nothing(other: str) -> None:
    plain = "He is a fan of Ben & Jerry's and works at Philips."
    assert [(a.name, a.kind, a.relation) for a in read(other).values()] == [
        (a.name, a.kind, a.relation) for a in read(plain).values()
    ]


def test_spans_point_at_the_name() -> None:
    about = "She maintains Godot. She works at Coolblue."
    for name, a in read(about).items():
        assert [about[s.start : s.end] for s in a.spans] == [name] * len(a.spans)
