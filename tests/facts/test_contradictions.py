"""What contradicts itself is told, and what only looks so is not: invented profiles, hard ones first."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from waarmerk import facts
from waarmerk import text as texts
from waarmerk.records import Fields, Options, Owner, Position, Profile

Given = dict[str, Any]


def job(title: str | None, organisation: str, start: str | None = None, end: str | None = None) -> Position:
    return Position(title, organisation, start, end)


def verdict(*given: Given | str) -> facts.Verdict:
    profiles = []
    for i, one in enumerate(given):
        fields = Fields(about=one) if isinstance(one, str) else Fields(**one)
        profiles.append(Profile(fields, site=f"site{i}", owner=Owner(name=fields.name)))
    return facts.compare(texts.read(profiles, Options()))


NOW = "present"
CLASHING: list[tuple[str, tuple[Given | str, ...]]] = [
    # years of experience
    ("years", ("I have 25 years of experience as a joiner.", "Joiner with 12 years' experience as a joiner.")),
    ("years", ({"headline": "Joiner | 20+ years of experience", "about": "I have 8 years of experience and a van."},)),
    ("years", ("With more than twenty years of experience I mend windows.", "I have six years of experience.")),
    ("years", ("Over a decade of experience. I mend bikes.", "Bike mender with 4 years of experience.")),
    (
        "years",
        ({"about": "I have ten years of experience.", "experience": (job("Joiner", "Brackwell", "2021", NOW),)},),
    ),
    (
        "years",
        ({"about": "Ik heb tien jaar ervaring.", "experience": (job("Timmerman", "Brakwoud", "2021", "heden"),)},),
    ),
    (
        "years",
        ({"about": "15 jaar werkervaring in de bouw.", "experience": (job("Metselaar in de bouw", "Hij", "2020"),)},),
    ),
    ("years", ("Al meer dan 20 jaar ervaring als tuinman.", "Tuinman met 9 jaar ervaring als tuinman.")),
    ("years", ("Ik heb ruim vijfentwintig jaar ervaring.", "I have 11 years of experience in all.")),
    ("years", ({"about": "I have ten years of experience. I started my career in 2021."},)),
    ("years", ("I started my career in 2005.", "Mijn loopbaan begon in 2011.")),
    # starts and stays
    (
        "start",
        (
            {
                "about": "I have been with Brackwell Mill since 2009.",
                "experience": (job("Miller", "Brackwell Mill", "2016", NOW),),
            },
        ),
    ),
    (
        "start",
        (
            {
                "about": "Sinds 2009 werk ik bij Brakwoud.",
                "experience": (job("Molenaar", "Brakwoud", "mei 2016", "heden"),),
            },
        ),
    ),
    (
        "start",
        (
            {"experience": (job("Miller", "Brackwell Mill", "2012"),)},
            {"experience": (job("Miller", "Brackwell Mill Ltd", "2016"),)},
        ),
    ),
    (
        "start",
        (
            {
                "about": "I joined Brackwell Mill in 2011.",
                "experience": (job("Miller", "Brackwell Mill", "2015", "2019"),),
            },
        ),
    ),
    (
        "stay",
        (
            {
                "about": "I worked for twelve years at Brackwell Mill.",
                "experience": (job("Miller", "Brackwell Mill", "2015", "2019"),),
            },
        ),
    ),
    (
        "stay",
        ({"about": "Ik werkte 12 jaar bij Brakwoud.", "experience": (job("Molenaar", "Brakwoud", "2015", "2019"),)},),
    ),
    ("order", ({"experience": (job("Miller", "Brackwell Mill", "2019", "2015"),)},)),
    ("order", ({"education": (job("Law", "Elmfield College", "Sep 2012", "Jun 2009"),)},)),
    # counts
    ("count", ({"headline": "Fotograaf | 20+ landen", "about": "Ik fotografeer graag. Werkte in 12 landen."},)),
    ("count", ({"headline": "Photographer in 20+ countries"}, {"about": "Fotograaf. Tot nu toe 12 landen."})),
    ("count", ("I am a father of three children.", "Vader van twee kinderen.")),
    ("count", ("I speak five languages.", "I speak nine languages and I bake.")),
    ("count", ("I have written three books.", "Author of eleven books on mills.")),
    ("count", ({"about": "Mills and water. 48k followers.", "counts": {"followers": 2100}},)),
    ("count", ({"about": "Molens en water. 48.000 volgers.", "counts": {"followers": 2100}},)),
    # place
    ("place", ({"location": "Leeds, United Kingdom"}, {"location": "Utrecht, Nederland"})),
    ("place", ({"location": "Groningen", "about": "Ik bak."}, {"location": "Maastricht, Netherlands"})),
    ("place", ({"location": "Leeds", "about": "Ik woon in Utrecht."},)),
    ("place", ("I live in Bristol with two cats.", "I'm a joiner and I live in Leeds.")),
    ("place", ("Timmerman. Ik woon in Leiden.", "Ik ben Kees en woon in Zwolle.")),
    ("place", ({"location": "Greater Leeds Area"}, {"about": "Joiner based in Dublin, Ireland."})),
    # work
    (
        "work",
        (
            {
                "headline": "Designer at Brackwell Mill",
                "experience": (job("Designer", "Brackwell Mill", "2015", "2019"),),
            },
        ),
    ),
    ("work", ({"headline": "Ontwerper bij Brakwoud", "experience": (job("Ontwerper", "Brakwoud", "2015", "2019"),)},)),
    (
        "work",
        (
            {"experience": (job("Miller", "Brackwell Mill", "2015", "2019"),)},
            {"experience": (job("Miller", "Brackwell Mill", "2015", NOW),)},
        ),
    ),
    (
        "work",
        (
            {"experience": (job("Nurse", "Elmfield Hospital", "2015", NOW),)},
            {"experience": (job("Surgeon", "Elmfield Hospital", "2015", NOW),)},
        ),
    ),
    (
        "work",
        (
            {"experience": (job("Intern", "Brackwell Mill", "2015", NOW),)},
            {"experience": (job("CEO", "Brackwell Mill", "2015", NOW),)},
        ),
    ),
    (
        "work",
        (
            {"experience": (job("Verpleegkundige", "Elzenhof", "2015", "heden"),)},
            {"experience": (job("Lawyer", "Elzenhof", "2015", NOW),)},
        ),
    ),
    (
        "employer",
        (
            {"experience": (job("Baker", "Brackwell Mill", "2015", NOW),)},
            {"experience": (job("Baker", "Harrow Bakery", "2018", NOW),)},
        ),
    ),
    ("employer", ({"headline": "Ontwerper bij Brakwoud"}, {"about": "Ik werk als ontwerper bij Merelbank."})),
    # degrees and births
    ("degree", ("She holds a PhD in physics.", "PhD student in physics.")),
    ("degree", ("Ze promoveerde in de natuurkunde.", "Promovendus in de natuurkunde.")),
    (
        "degree",
        (
            {"education": (job("BSc Physics", "Elmfield University", "2010", "2013"),)},
            {"education": (job("Bachelor of Science, Physics", "Oakham College", "2010", "2013"),)},
        ),
    ),
    (
        "degree",
        (
            {"education": (job("MSc Physics", "Elmfield University", "2010", "2013"),)},
            {"education": (job("Master of Science", "Elmfield University", "2014", "2017"),)},
        ),
    ),
    ("born", ("I was born in Leeds in 1980.", "Born in 1984, raised by a miller.")),
    ("born", ("Ik ben geboren in 1980.", "Geboren in Leiden in 1984.")),
]
AGREEING: list[tuple[Given | str, ...]] = [
    # rounding, bounds and pages that are a little older
    ("I have over ten years of experience.", "I have 12 years of experience."),
    ("I have 10 years of experience.", "I have 12 years of experience."),
    ("About 20 years of experience.", "I have 18 years of experience."),
    ("Ruim 20 jaar ervaring.", "Ik heb 23 jaar ervaring."),
    ({"headline": "20+ countries", "about": "I have guided people through 22 countries."},),
    ({"headline": "20 landen", "about": "Ik werkte in 19 landen."},),
    ({"about": "I have ten years of experience.", "experience": (job("Joiner", "Brackwell", "2015", NOW),)},),
    # other subjects, other verbs, other owners
    ("I have 20 years of experience in design.", "I have 8 years of experience in teaching."),
    ("I have 20 years of experience.", "I have 8 years of experience in teaching."),
    ("I have 5 years of experience as a data scientist.", "I have 12 years of experience in data engineering."),
    ("I have worked in 20 countries.", "I have lived in 5 countries."),
    ("I visited 12 countries in 2019.", "20+ countries by now."),
    ("I visited 12 African countries.", "I visited 31 countries."),
    ("We have customers in 40 countries.", "I worked in 12 countries."),
    ("Together our team has 80 years of experience.", "I have 10 years of experience."),
    ("After 5 years of experience in banking I became a baker.", "I have 20 years of experience in banking."),
    ("I speak four languages.", "I write in 9 programming languages."),
    ("I want to visit 50 countries before I am 60.", "I have been to 12 countries."),
    ("I write two books a year.", "Author of eleven books."),
    ({"about": "48k followers on Instagram.", "counts": {"followers": 2100}},),
    (
        {
            "about": "3 years of experience.",
            "experience": (job("Waiter", "Brackwell", "2005", "2007"), job("Joiner", "Mill", "2023")),
        },
    ),
    (
        {
            "about": "I have 20 years of experience with horses.",
            "experience": (job("Joiner", "Brackwell", "2021", NOW),),
        },
    ),
    (
        {
            "about": "20 years of experience.",
            "experience": (job("Joiner", "Brackwell", "2021", NOW), job("Waiter", "Mill")),
        },
    ),
    # past beside present
    (
        {
            "headline": "Designer, formerly at Brackwell Mill",
            "experience": (job("Designer", "Brackwell Mill", "2015", "2019"),),
        },
    ),
    ({"headline": "Voorheen ontwerper bij Brakwoud", "experience": (job("Ontwerper", "Brakwoud", "2015", "2019"),)},),
    (
        {
            "headline": "Teacher. Previously nurse.",
            "experience": (job("Nurse", "Elmfield", "2005", "2015"), job("Teacher", "Oakham", "2015")),
        },
    ),
    (
        {"experience": (job("Nurse", "Elmfield", "2005", "2015"),)},
        {"experience": (job("Teacher", "Oakham", "2015", NOW),)},
    ),
    (
        {"experience": (job("Junior miller", "Mill", "2005", "2009"), job("Director", "Mill", "2009", NOW))},
        {"headline": "Director at Mill"},
    ),
    (
        {"experience": (job("Director", "Mill", "2009", NOW),)},
        {"experience": (job("Miller", "Mill", "2005", "2009"), job("Director", "Mill", "2009", NOW))},
    ),
    (
        {
            "about": "Since 2009 I lead Mill.",
            "experience": (job("Miller", "Mill", "2005", "2009"), job("Director", "Mill", "2009", NOW)),
        },
    ),
    ({"about": "I joined Mill in 2012.", "experience": (job("Miller", "Mill", "Jan 2013", NOW),)},),
    (
        {"experience": (job("Baker", "Mill", "2015", NOW), job("Treasurer", "Harrow Rowing", "2018", NOW))},
        {"headline": "Treasurer at Harrow Rowing"},
    ),
    (
        {"experience": (job("Baker", "Mill", "2015", NOW),), "about": "I also bake for Harrow Bakery."},
        {"experience": (job("Baker", "Harrow Bakery", "2018", NOW),)},
    ),
    (
        {"experience": (job("Founder and designer", "Mill", "2015", NOW),)},
        {"experience": (job("Founder", "Mill", "2015", NOW),)},
    ),
    (
        {"experience": (job("Engineer", "City of Leeds", "2015", NOW),)},
        {"experience": (job("Developer", "Leeds City Council", "2015", NOW),)},
    ),
    (
        {"headline": "Designer at Mill"},
        {"about": "I used to work at Harrow Bakery. I help people who work at Elmfield."},
    ),
    ({"headline": "Baker at Mill"}, {"headline": "Board member at Harrow Rowing"}),
    ({"headline": "Bakker bij Brakwoud"}, {"about": "Ik ben penningmeester van roeivereniging Merel."}),
    ({"headline": "Student at Elmfield", "experience": (job("Tutor", "Elmfield", "2015", "2019"),)},),
    # places that lie within each other, or are told of other things
    ({"location": "Leeds"}, {"location": "Yorkshire, England"}),
    ({"location": "Amsterdam, North Holland, Netherlands"}, {"location": "Haarlem"}),
    ({"location": "Amsterdam"}, {"location": "Nederland"}),
    ({"location": "Cambridge"}, {"location": "Massachusetts, USA"}),
    ({"location": "Amsterdam", "about": "Ik woon in Utrecht."},),
    ({"location": "Leeds", "about": "I work with tenants. The mill is based in Dublin."},),
    ({"location": "Leeds", "about": "I lived in Dublin for years."},),
    ({"location": "Leeds / Lisbon"}, {"location": "Lisbon"}),
    ({"location": "Leeds"}, {"location": "Planet Earth"}),
    ({"location": "Leeds", "about": "Digital nomad, currently based in Lisbon."},),
    ({"location": "Wexcombe"}, {"location": "Merelveld"}),
    # degrees
    ("She holds a master's in law.", "Pursuing a master's in history."),
    ("She supervises PhD students.", "She holds a PhD in physics."),
    (
        {"education": (job("BSc Physics", "Elmfield"), job("BSc Law", "Oakham"))},
        {"education": (job("BSc Law", "Oakham"),)},
    ),
    # two people
    (
        {"name": "Ann Bell", "about": "I have 25 years of experience."},
        {"name": "Jan Kok", "about": "I have 2 years of experience."},
    ),
    # posts tell of their own time
    ({"about": "I have 25 years of experience.", "posts": ()},),
]


@pytest.mark.parametrize(("kind", "given"), CLASHING, ids=[f"{k}-{i}" for i, (k, _) in enumerate(CLASHING)])
def test_a_contradiction_is_found_and_told_as_what_it_is(kind, given):
    assert {c.one.kind for c in verdict(*given).clashes} == {kind}


@pytest.mark.parametrize(("kind", "given"), CLASHING, ids=[f"{k}-{i}" for i, (k, _) in enumerate(CLASHING)])
def test_the_order_of_the_profiles_changes_nothing(kind, given):
    assert verdict(*reversed(given)).contradictions == verdict(*given).contradictions


@pytest.mark.parametrize("given", AGREEING, ids=range(len(AGREEING)))
def test_what_only_looks_like_one_is_left_alone(given):
    assert not verdict(*given).clashes


def test_nothing_to_compare_is_no_verdict():
    assert verdict("I mend bikes in Leeds.").compared == 0
    assert verdict().compared == 0


def test_a_fact_agrees_with_itself():
    for _, given in CLASHING:
        one = given[0]
        if isinstance(one, dict) and len(given) == 2:
            fields = Fields(**one)
            twice = [Profile(fields, site="a"), Profile(dataclasses.replace(fields), site="b")]
            assert not facts.compare(texts.read(twice, Options())).clashes
