"""English, Dutch, or neither, said rather than guessed."""

import pytest

from waarmerk import text as texts
from waarmerk.records import Fields, Options, Profile


def language_of(about: str, hint: str | None = None) -> tuple[str, bool]:
    read = texts.read((Profile(Fields(about=about), language_hint=hint),), Options())
    return read.languages[0], read.sure[0]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("I am a baker in Leeds and I sing in a choir.", "en"),
        ("Ik ben bakker in Leiden en ik zing in een koor.", "nl"),
        ("Senior Product Owner bij Zonnewiek | trotse vader | agile coach", "nl"),
        ("Software engineer, dad, cyclist. Building tools for the web.", "en"),
        ("Vrijwilliger, moeder van twee, woont in Zwolle met een hond.", "nl"),
        ("Ich bin Bäcker aus Berlin und backe jeden Tag frisches Brot.", "uncertain"),
        ("Je suis boulanger à Lille et je fais le pain chaque matin avec mon frère, depuis dix ans.", "uncertain"),
        ("Soy panadera en Sevilla y hago pan de masa madre todos los días.", "uncertain"),
        ("Je kunt bij mij terecht voor vragen over je pensioen.", "nl"),
        ("Je suis boulangère à Lyon et je fais du pain tous les matins.", "uncertain"),
    ],
)
def test_short_bios(about, expected):
    assert language_of(about)[0] == expected


def test_the_page_settles_what_the_text_does_not():
    assert language_of("Coach", hint="nl-NL") == ("nl", True)


def test_too_little_is_not_sure():
    assert language_of("Coach")[1] is False
