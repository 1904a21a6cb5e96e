"""Each kind of edit on sentences that it may touch, and on those that it must leave alone, in both languages."""

from __future__ import annotations

import pytest

from waarmerk import lexicons, pipeline
from waarmerk.records import Brand, Classes, Fields, Options, Profile, Sentence, Span
from waarmerk.suggestions import deed, ground, headline, nothing_new, question, reader, split, told
from waarmerk.suggestions.candidate import Edit
from waarmerk.text import normal, tokens

HERE = Span(0, "about", 0, 0)
SPLIT = {
    "en": [
        (
            "I bake bread for the market on Mill Lane every Friday, and I teach children how to fold a dough.",
            "I bake bread for the market on Mill Lane every Friday. I teach children how to fold a dough.",
        ),
        (
            "She leads a team of nine in the harbour of Otley and has written two books about tides and ferries.",
            "She leads a team of nine in the harbour of Otley. She has written two books about tides and ferries.",
        ),
        (
            "He founded the mill in 2009 with two friends from school, and launched a bakery beside it in 2014.",
            "He founded the mill in 2009 with two friends from school. He launched a bakery beside it in 2014.",
        ),
        (
            "I repair old clocks from farms along the coast; they run for years once the wheels are clean again.",
            "I repair old clocks from farms along the coast. They run for years once the wheels are clean again.",
        ),
        (
            "She works as a senior joiner at Harrow Mill, where she repairs windows from before the war with two men.",
            "She works as a senior joiner at Harrow Mill. There she repairs windows from before the war with two men.",
        ),
    ],
    "nl": [
        (
            "Ik bak elke vrijdag brood voor de markt aan de Turfhaven, en ik leer kinderen hoe je een deeg vouwt.",
            "Ik bak elke vrijdag brood voor de markt aan de Turfhaven. Ik leer kinderen hoe je een deeg vouwt.",
        ),
        (
            "Daarnaast schrijft hij elke week een stuk voor de Hoornse krant en spreekt hij op avonden over oude boten.",
            "Daarnaast schrijft hij elke week een stuk voor de Hoornse krant. Hij spreekt op avonden over oude boten.",
        ),
        (
            "Ik geef sinds 2009 les aan kinderen van het Elzencollege en repareer op zaterdag oude klokken met mijn buurman.",
            "Ik geef sinds 2009 les aan kinderen van het Elzencollege. Ik repareer op zaterdag oude klokken met mijn buurman.",
        ),
        (
            "Hij werkt al twaalf jaar als timmerman bij Houtwerf Hoorn, waar hij met twee mannen oude ramen repareert.",
            "Hij werkt al twaalf jaar als timmerman bij Houtwerf Hoorn. Daar repareert hij met twee mannen oude ramen.",
        ),
        (
            "Ik begon als leerling bij een meubelmaker in Hoorn, maar ik maak nu vooral ramen voor oude huizen.",
            "Ik begon als leerling bij een meubelmaker in Hoorn. Maar ik maak nu vooral ramen voor oude huizen.",
        ),
        (
            "Hij begon met kleine ramen voor de buren in zijn straat, maar gaandeweg kwam hij bij de oude kerken terecht.",
            "Hij begon met kleine ramen voor de buren in zijn straat. Maar gaandeweg kwam hij bij de oude kerken terecht.",
        ),
    ],
}
WHOLE = {
    "en": [
        "When I moved to Otley I had two dogs and no job at all, and I knew nobody in the whole town.",
        "I believe that bread should take its time in every bakery and that bakers deserve to sleep at night as well.",
        "She loves long walks along the coast with her dogs and works by Anna Holm, a painter from the north of Otley.",
        "He was born in the north of Otley in a house by the mill and raised by two aunts who baked all day.",
        "I like old clocks, slow bread, long walks along the coast with my dog, and everything that was made by hand.",
        "I not only bake bread for the market on Mill Lane every Friday, but I also teach children how to fold a dough.",
        "He leads the team that plans the ferries in Otley, but he writes the timetable himself on Sunday nights.",
        "She works as a joiner for the council of Otley, where she repairs windows from before the war, and she bakes.",
    ],
    "nl": [
        "Toen ik naar Hoorn verhuisde had ik twee honden en geen werk, en ik kende niemand in de hele stad daar.",
        "Ik geloof dat brood tijd moet krijgen in elke bakkerij en dat bakkers ook gewoon 's nachts mogen slapen.",
        "Ik houd van oude klokken, langzaam brood, lange wandelingen langs de dijk met mijn hond en van handwerk.",
        "Ik wil dat kinderen in Hoorn leren hoe brood gemaakt wordt en ik ze later zelf zie bakken.",
        "Ik werk drie dagen per week in de haven van Hoorn, maar op zaterdag sta ik met brood op de markt.",
    ],
}


def sentence(given: str, language: str) -> Sentence:
    plain, offsets = normal.normalise(given)
    found = tokens.tokenise(plain, offsets)
    matches, classes = lexicons.scan(found, language), Classes(mode="fact", circle="what")
    return Sentence(0, "about", 0, len(given), plain, found, offsets, language, matches=matches, classes=classes)


def rows(table):
    return [(language, *(row if isinstance(row, tuple) else (row,))) for language in table for row in table[language]]


@pytest.mark.parametrize(("language", "before", "after"), rows(SPLIT))
def test_a_long_sentence_is_parted_where_both_halves_stand_alone(language, before, after):
    made = split.parted(sentence(before, language), before)
    assert made == after
    assert nothing_new.holds(before, made, language, kind="split")


@pytest.mark.parametrize(("language", "given"), rows(WHOLE))
def test_a_sentence_stays_whole_where_a_half_would_hang(language, given):
    assert split.parted(sentence(given, language), given) is None


READER = {
    "en": [
        ("I help people to read their lease.", "I help you to read your lease."),
        ("We help clients find a quiet house.", "We help you find a quiet house."),
        ("I teach people to bake slow bread.", "I teach you to bake slow bread."),
        ("I help companies with reports that nobody reads.", "I help you with reports that nobody reads."),
    ],
    "nl": [
        ("Ik help mensen om hun contract te lezen.", "Ik help je om je contract te lezen."),
        ("Ik help klanten met een rustig huis.", "Ik help je met een rustig huis."),
    ],
}
NOT_READER = {
    "en": [
        "I help tenants to read their lease.",
        "I help people who rent for the first time.",
        "I help people in Otley to read.",
        "I help people to find houses and sell their gardens.",
        "She helps people to read.",
        "They help people to read.",
        "I help people because they deserve it and they know their lease.",
    ],
    "nl": [
        "Ik help huurders om hun contract te lezen.",
        "Ik help mensen die voor het eerst huren.",
        "Ik help mensen in Hoorn met brood.",
        "Ik help mensen om boeken te kopen en hun brood te bakken.",
        "Wij helpen mensen met brood.",
    ],
}


@pytest.mark.parametrize(("language", "before", "after"), rows(READER))
def test_what_is_said_of_anybody_is_said_to_the_reader(language, before, after):
    made = reader.turned(sentence(before, language), before)
    assert made == after
    assert nothing_new.holds(before, made, language, kind="reader")


@pytest.mark.parametrize(("language", "given"), rows(NOT_READER))
def test_those_who_are_somebody_in_particular_are_not_turned_into_the_reader(language, given):
    assert reader.turned(sentence(given, language), given) is None


def test_a_formal_text_says_u_to_its_reader():
    given = "Ik help mensen met brood."
    assert reader.turned(sentence(given, "nl"), given, formal=True) == "Ik help u met brood."
    given = "Ik help mensen om hun contract te lezen."
    assert reader.turned(sentence(given, "nl"), given, formal=True) is None


DEEDS = {
    "en": [
        ("I restored 14 windows in Otley.", "restored 14 windows in Otley"),
        ("I repair old windows in Otley.", "repairs old windows in Otley"),
        ("I teach at Elmfield School.", "teaches at Elmfield School"),
        ("I have rebuilt an oven for Harrow Mill.", "has rebuilt an oven for Harrow Mill"),
        ("She also runs the chess club of Otley and bakes bread.", "also runs the chess club of Otley"),
        ("He works at Harrow Mill, where he bakes.", "works at Harrow Mill"),
        ("I lead my team in Otley.", ""),
        ("I bake bread every day.", ""),
        ("I baked for the ten days in October when nobody came.", ""),
        ("I left school at 16 to sail to the Azores, and did.", "left school at 16 to sail to the Azores"),
        ("In Otley I bake bread.", ""),
        ("He never baked bread in Otley.", ""),
    ],
    "nl": [
        ("Ik restaureerde 14 ramen in Hoorn.", "14 ramen in Hoorn restaureerde"),
        ("Ik repareer oude ramen in Hoorn.", "oude ramen in Hoorn repareert"),
        ("Ik heb voor Houtwerf Hoorn 14 ramen hersteld.", "voor Houtwerf Hoorn 14 ramen hersteld heeft"),
        ("Hij geeft les aan het Elzencollege.", "les aan het Elzencollege geeft"),
        ("Sinds 2009 werk ik bij Houtwerf Hoorn.", "sinds 2009 bij Houtwerf Hoorn werkt"),
        ("Ik teken in Hoorn en sta zelf achter de bank.", "in Hoorn tekent"),
        ("Ik maak Hoornse Wikipedia-artikelen.", "Hoornse Wikipedia-artikelen maakt"),
        ("Ik frons in een winkel in Hoorn.", ""),  # a verb that no list knows
        ("Ik rijd rond in een Corsa.", ""),
        ("Ik leid mijn team in Hoorn.", ""),
        ("Ik bak elke dag brood.", ""),
        ("Ik zet in Hoorn 14 ramen op.", ""),
        (
            "Ik heb in Hoorn de lerarenopleiding gedaan bij Houtwerf.",
            "in Hoorn de lerarenopleiding gedaan heeft bij Houtwerf",
        ),
        ("Ik ben sinds 2021 werkzaam bij Houtwerf Hoorn.", "sinds 2021 werkzaam is bij Houtwerf Hoorn"),
        ("Hij werd in 2015 verkozen tot spreker van Hoorn.", "in 2015 verkozen werd tot spreker van Hoorn"),
    ],
}


@pytest.mark.parametrize(("language", "given", "wanted"), rows(DEEDS))
def test_a_deed_is_told_of_somebody_in_the_right_form_and_order(language, given, wanted):
    assert deed.told(sentence(given, language), given) == wanted


ROLES = {
    "en": [
        ("I am a passionate baker in Otley.", "baker"),
        ("She works as a UX designer for schools.", "UX designer"),
        ("I was a nurse in Otley.", ""),
        ("I know a baker in Otley.", ""),
        ("I am a baker boy.", ""),
        ("I am the baker of Otley.", ""),
    ],
    "nl": [
        ("Ik ben bakker in Hoorn.", "bakker"),
        ("Ik ben een ervaren wijkverpleegkundige in Hoorn.", "wijkverpleegkundige"),
        ("Ik werk als timmerman in Hoorn.", "timmerman"),
        ("Ik ben geboren in Hoorn.", ""),
        ("Ik was bakker in Hoorn.", ""),
    ],
}


@pytest.mark.parametrize(("language", "given", "wanted"), rows(ROLES))
def test_a_role_is_what_somebody_says_they_are_now(language, given, wanted):
    assert told.role([sentence(given, language)], language) == wanted


@pytest.mark.parametrize(
    ("language", "about", "wanted"),
    [
        ("en", "I restored 14 windows in Otley.", "someone who restored 14 windows in Otley?"),
        ("nl", "Ik repareer oude ramen in Hoorn.", "iemand die oude ramen in Hoorn repareert?"),
        ("nl", "Ik ben bakker. Wij helpen u graag.", "Wat zou u een bakker willen vragen?"),
        ("en", "I like slow bread.", " me"),
    ],
)
def test_a_question_is_made_of_a_deed_or_a_role_or_put_to_the_person(language, about, wanted):
    asked = question.asked([sentence(about, language)], about, language)
    assert wanted in asked[0]
    assert all(nothing_new.proves(Edit("dialogue", HERE, "", q, 1.0, "question", language), about) for q in asked)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("I am the best baker in town: I sold 312 loaves in 2023.", "I sold 312 loaves in 2023."),
        ("I am the best baker in Otley: I sold 312 loaves in 2023.", None),  # the boast holds a name
        ("I am the best baker in town: 312 loaves a day.", None),  # no clause of its own
        ("I bake bread: I sold 312 loaves in 2023.", None),  # no boast
        ("I am simply the best: I work with love and with care.", None),  # no fact
    ],
)
def test_a_boast_goes_where_its_ground_follows_it(given, wanted):
    assert ground.grounded(sentence(given, "en"), given) == wanted


HEADLINES = {
    "en": ("Passionate baker | Visionary | Speaker", "I bake bread in Otley. I help people to find their way in rye."),
    "nl": ("Gepassioneerd bakker | Visionair", "Ik bak brood in Hoorn. Ik help mensen om hun weg te vinden in rogge."),
}


@pytest.mark.parametrize("language", HEADLINES)
@pytest.mark.parametrize("site", ["linkedin", "behance"])
def test_a_headline_is_made_of_what_stands_in_the_profile_and_fits_the_site(language, site):
    line, about = HEADLINES[language]
    profile = Profile(Fields(headline=line, about=about), site=site)
    audit = pipeline.judge((profile,), Brand(), Options(language=language))
    made = headline.composed(audit, 0)
    limit = {"linkedin": 220, "behance": 50}[site]
    assert all(len(text) <= limit for text in made)
    assert site == "behance" or any("rye" in text or "rogge" in text for text in made)
    for text in made:
        edit = Edit("headline", HERE, line, text, 1.0, "headline", language)
        assert nothing_new.proves(edit, f"{line}\n{about}")


def test_a_headline_that_says_what_the_profile_does_not_is_caught():
    said = "Baker\nI do not sell cakes. I bake bread in Otley."
    for text in ("Baker | Mayor of Otley", "Baker | sell cakes", "Baker | I bake bread", "Baker in Otley"):
        assert not nothing_new.proves(Edit("headline", HERE, "Baker", text, 1.0, "headline", "en"), said)
    for text in ("Baker | I bake bread in Otley", "I do not sell cakes"):
        assert nothing_new.proves(Edit("headline", HERE, "Baker", text, 1.0, "headline", "en"), said)
