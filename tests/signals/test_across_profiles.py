"""Voice, facts and audience over several profiles: what does not depend on order, on chance or on the number of pages."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import pipeline
from waarmerk import text as texts
from waarmerk.records import Brand, Fields, Options, Owner, Position, Post, Profile, Reading, Text
from waarmerk.signals import audience_fit, fact_consistency, voice_drift

ACROSS = (voice_drift, fact_consistency, audience_fit)
AUDIENCE = Brand(audience="Huurders en kleine ondernemers")
PLAIN = {
    "en": (
        "I mend bikes in Otley. I learned it from my gran. I still miss the bus, so I ride. On Friday I cook soup for the "
        "street. I have burned it twice. My dog eats it anyway."
    ),
    "nl": (
        "Ik maak fietsen in Sneek. Dat leerde ik van mijn oma. Ik mis nog altijd de bus, dus ik fiets. Op vrijdag kook ik "
        "soep voor de straat. Die brandde ik al twee keer aan. Mijn hond eet hem toch."
    ),
}
STIFF = {
    "en": (
        "The organisation facilitates strategic transformation programmes across international administrative environments. "
        "Responsibilities encompass the implementation of multidisciplinary methodologies and governance structures. "
        "Subsequently, comprehensive evaluation instruments were developed in collaboration with institutional stakeholders. "
        "Furthermore, numerous organisations have obtained certification under professional supervision. "
        "Accordingly, continuous improvement remains the principal objective of these professional activities."
    ),
    "nl": (
        "De organisatie faciliteert strategische transformatieprogramma's binnen internationale bestuurlijke omgevingen. "
        "De werkzaamheden omvatten de implementatie van multidisciplinaire methodieken en besturingsstructuren. "
        "Voorts werden evaluatie-instrumenten ontwikkeld in samenwerking met institutionele belanghebbenden. "
        "Tevens hebben diverse organisaties certificering verkregen onder professionele begeleiding. "
        "Derhalve blijft voortdurende verbetering de voornaamste doelstelling van deze activiteiten."
    ),
}
LINES = [line for text in (*PLAIN.values(), *STIFF.values()) for line in text.split(". ")]
FACTS = [
    "I have ten years of experience.",
    "Ik woon in Leiden.",
    "12 landen.",
    "20+ countries.",
    "Born in 1980.",
    "Since 2015.",
]
DATES = st.sampled_from([None, "", "2015", "mei 2019", "2021", "heden", "present", "31-12", "9999"])
JOBS = st.builds(
    Position, st.sampled_from([None, "Miller", "CEO"]), st.sampled_from([None, "", "Brackwell", "Mill"]), DATES, DATES
)
FIELDS = st.builds(
    Fields,
    name=st.sampled_from([None, "Ann Bell", "A. Bell", "Jan Kok"]),
    headline=st.none() | st.sampled_from(["Miller at Brackwell", *FACTS]) | st.text(max_size=30),
    about=st.none() | st.lists(st.sampled_from([*LINES, *FACTS]), max_size=6).map(". ".join),
    location=st.none() | st.sampled_from(["Leiden", "Leeds, UK", "Earth"]) | st.text(max_size=12),
    experience=st.lists(JOBS, max_size=3).map(tuple),
    posts=st.lists(st.builds(Post, st.sampled_from([*LINES, *FACTS])), max_size=7).map(tuple),
    counts=st.sampled_from([{}, {"followers": 3}]),
)
PROFILES = st.lists(st.builds(lambda f: Profile(f, site="x", owner=Owner(name=f.name)), FIELDS), min_size=1, max_size=3)


def read(profiles: list[Profile], language: str = "auto") -> Text:
    return texts.read(profiles, Options(language=language))


def told(signal, text: Text) -> tuple[str, float | None]:
    reading: Reading = signal.measure(text, AUDIENCE)
    return reading.status, reading.measure


def bio(about: str, *posts: str, name: str | None = None) -> Profile:
    return Profile(Fields(name=name, about=about, posts=tuple(map(Post, posts))), owner=Owner(name=name))


def posts(language: str) -> list[str]:
    return [f"{line}." for line in PLAIN[language].rstrip(".").split(". ")]


@pytest.mark.parametrize("signal", ACROSS, ids=lambda s: s.ID)
@given(PROFILES)
def test_the_order_of_the_profiles_changes_nothing(signal, profiles):
    one, other = told(signal, read(profiles)), told(signal, read(profiles[::-1]))
    assert one[0] == other[0]
    assert one[1] == pytest.approx(other[1], abs=1e-3)


@pytest.mark.parametrize("signal", ACROSS, ids=lambda s: s.ID)
@given(PROFILES)
def test_findings_stand_in_the_fields(signal, profiles):
    for f in signal.measure(read(profiles), AUDIENCE).findings:
        assert 0 <= f.span.start < f.span.end
        assert 0 <= f.strength <= 1
        assert f.span.profile < len(profiles)


@given(st.lists(st.sampled_from([*LINES, *FACTS]), max_size=6).map(". ".join))
def test_one_bio_has_no_other_voice(about):
    status, _ = told(voice_drift, read([bio(about)]))
    assert status == "not_applicable"


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8), st.lists(st.sampled_from(LINES), max_size=12))
def test_fewer_than_five_posts_are_too_few(about, more):
    status, _ = told(voice_drift, read([bio(". ".join(about), *more)]))
    assert status == "not_applicable" or len(more) >= 5


@given(st.permutations(LINES[:8]), st.permutations(posts("en")))
def test_the_order_of_sentences_changes_no_voice(lines, said):
    here = told(voice_drift, read([bio(". ".join(lines) + ".", *said)], "en"))
    there = told(voice_drift, read([bio(". ".join(sorted(lines)) + ".", *sorted(said))], "en"))
    assert here[0] == there[0]
    assert here[1] == pytest.approx(there[1], abs=0.08)  # the encoder reads sentences with their neighbours


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_voice_in_bio_and_posts_is_nearer_than_two(language):
    _, same = told(voice_drift, read([bio(PLAIN[language], *posts(language))], language))
    _, other = told(voice_drift, read([bio(STIFF[language], *posts(language))], language))
    assert same < 0.2
    assert other > 0.4


@pytest.mark.parametrize("language", ["en", "nl"])
def test_two_sites_that_sound_apart_are_told_with_what_drifts(language):
    reading = voice_drift.measure(read([bio(PLAIN[language]), bio(STIFF[language])], language), Brand())
    assert reading.measure > 0.4
    (row,) = reading.details["comparisons"]
    assert row["between"] == [0, 1]
    assert {d["id"] for d in row["dimensions"] if d["drift"] > 0} & {"formality", "self", "length"}
    assert {f.note.split(".")[3] for f in reading.findings if f.polarity == "concern"} == {"site"}


def test_two_languages_are_compared_on_what_means_the_same_in_both():
    reading = voice_drift.measure(read([bio(PLAIN["en"]), bio(STIFF["nl"])]), Brand())
    (row,) = reading.details["comparisons"]
    assert [d["id"] for d in row["dimensions"]] == ["self", "feeling", "length"]
    alike = voice_drift.measure(read([bio(PLAIN["en"]), bio(PLAIN["nl"])]), Brand())
    assert alike.measure < reading.measure


@pytest.mark.parametrize("language", ["en", "nl"])
def test_two_peoples_voices_and_facts_are_not_compared(language):
    two = [bio(PLAIN[language], name="Ann Bell"), bio(STIFF[language], name="Jan Kok")]
    assert told(voice_drift, read(two, language))[0] == "not_applicable"
    apart = [
        dataclasses.replace(p, fields=dataclasses.replace(p.fields, location=place))
        for p, place in zip(two, ("Leeds", "Leiden"), strict=True)
    ]
    assert told(fact_consistency, read(apart, language))[0] == "not_applicable"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_value_that_only_one_site_shows_is_evidence(language):
    care = {
        "en": "I care for my neighbours. I look after my mother. I visit the sick. I comfort people. I nurse the old. I care.",
        "nl": "Ik verzorg mijn moeder. Ik troost mensen die verdriet hebben. Ik verzorg oude mensen. Ik zorg graag.",
    }
    dull = {
        "en": "The shop opens at nine. The door is green. There are four tables. It is on the left. It rains.",
        "nl": "De winkel opent om negen uur. De deur is groen. Er staan vier tafels. Hij is links. Het regent.",
    }
    reading = voice_drift.measure(read([bio(care[language]), bio(dull[language])], language), Brand())
    rows = {row["value"]: row for row in reading.details["values"]}
    assert rows["care"]["differs"]
    (found,) = [f for f in reading.findings if f.about == "care"]
    assert (found.polarity, found.span.profile) == ("evidence", 0)


@pytest.mark.parametrize("declared", ["health", None])
def test_health_is_told_per_site_only_where_it_was_declared(declared):
    two = [
        {
            "fields": {
                "about": "I run daily for my health. I am healthy. I eat healthy food. I stay fit and healthy. Health."
            }
        },
        {
            "fields": {
                "about": "The shop opens at nine. The door is green. There are four tables. It is on the left. It rains."
            }
        },
    ]
    asked = {"profiles": two, "brand": {"values": [declared] if declared else []}, "options": {"suggestions": 0}}
    drift = next(s for s in pipeline.audit(asked)["signals"] if s["id"] == "voice-drift")
    assert ("health" in {row["value"] for row in drift["details"]["values"]}) is bool(declared)


HOLLOW = {
    "en": " I am a passionate, results-driven thought leader who delivers world-class, innovative solutions.",
    "nl": " Ik ben een gepassioneerde, resultaatgerichte verbinder die innovatieve oplossingen van wereldklasse levert.",
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("style", [PLAIN, STIFF], ids=["plain", "stiff"])
def test_a_hollow_sentence_never_brings_two_voices_together(language, style):
    before = told(voice_drift, read([bio(style[language], *posts(language))], language))[1]
    after = told(voice_drift, read([bio(style[language] + HOLLOW[language], *posts(language))], language))[1]
    assert after >= before - 0.01


NAMED = {
    "en": ("I help tenants to get their deposit back.", "I bake bread and I sing."),
    "nl": ("Ik help huurders hun borg terug te krijgen.", "Ik bak brood en ik zing."),
}
FOR = {"en": "Tenants in Leeds", "nl": "Huurders in Leeds"}


@pytest.mark.parametrize("declared", ["en", "nl"])
@pytest.mark.parametrize("written", ["en", "nl"])
def test_an_audience_is_found_in_either_language(declared, written):
    brand = Brand(audience=FOR[declared])
    named, other = (audience_fit.measure(read([bio(t)], written), brand).measure for t in NAMED[written])
    assert named > other + 0.3


@given(st.sampled_from(LINES), st.text(max_size=60))
def test_any_audience_gives_an_answer(line, whom):
    reading = audience_fit.measure(read([bio(line)], "en"), Brand(audience=whom))
    assert reading.status == "not_applicable" or 0 <= reading.measure <= 1


def test_without_an_audience_it_does_not_apply():
    assert audience_fit.measure(read([bio(PLAIN["en"])]), Brand()).reason == "report.reason.no-audience"


def test_worked_for_a_startup_is_not_written_for_startups():
    brand = Brand(audience="Startups")
    own = audience_fit.measure(
        read([bio("I worked for a startup. I lead a team for a security startup.")], "en"), brand
    )
    them = audience_fit.measure(
        read([bio("I help startups. I build tools for startups that have no time.")], "en"), brand
    )
    assert them.measure > own.measure + 0.3
    assert not [f for f in own.findings if f.polarity == "strength"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_text_that_is_too_hard_for_its_readers_fits_less(language):
    lay = {"en": "Tenants", "nl": "Huurders"}[language]
    hard = audience_fit.measure(read([bio(NAMED[language][0] + " " + STIFF[language])], language), Brand(audience=lay))
    easy = audience_fit.measure(read([bio(NAMED[language][0] + " " + PLAIN[language])], language), Brand(audience=lay))
    assert hard.details["ease"] < easy.details["ease"]
    assert hard.measure < easy.measure


def test_speaking_to_those_who_go_first_misses_those_who_wait():
    early = "I help councils. Be the first to try our beta, a radical experiment and a new way to work."
    late = "I help councils. Proven, certified and supported, step by step, with a guarantee and no surprises."
    scores = [audience_fit.measure(read([bio(t)], "en"), Brand(audience="Careful councils")) for t in (early, late)]
    assert [r.details["segment"] for r in scores] == [{"audience": "late", "text": t} for t in ("early", "late")]
    assert scores[0].measure < scores[1].measure
