"""The linear path as it is served: right on plain cases, blind to its batch, to names and to gender, and numpy alone."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from waarmerk.classifiers import linear
from waarmerk.classifiers.seen import Seen
from waarmerk.records import ACTS, CIRCLES, MODES

ENGLISH = (
    "Rosalind is a joiner in Otley.",
    "She rebuilt 14 staircases for the village school in 2021.",
    "I believe a door should last a hundred years.",
    "Send me a message and come and see the workshop!",
)
DUTCH = (
    "Ik ben wijkverpleegkundige bij Thuiszorg De Linde.",
    "In 2022 bouwde ik 14 trappen voor de dorpsschool.",
    "Ik vind dat iedereen thuis oud moet kunnen worden.",
    "Stuur me gerust een bericht!",
)
HARD = ("", "?", "\U0001f6b2", "a" * 5000, "ABC DEF GHI", "12 34 56", "@wexcombe #joinery www.wexcombe.example")


def same(a, b):
    assert [s.classes for s in a] == [s.classes for s in b]


@pytest.mark.parametrize(("texts", "lang"), [(ENGLISH, "en"), (DUTCH, "nl")])
def test_plain_cases(read, texts, lang):
    found = [s.classes for s in linear.classify(read(texts, lang))]
    assert [c.mode for c in found] == ["fact", "show", "belief", "ask"]
    assert found[2].circle == "why"
    assert found[3].act == "action"
    assert found[1].specific > 0.5


@pytest.mark.parametrize(
    ("plain", "pompous", "lang"),
    [
        (
            "I repair clocks in Otley.",
            "I am a world-class, award-winning visionary and the best in the business.",
            "en",
        ),
        (
            "Ik repareer klokken in Ede.",
            "Ik ben een bekroonde visionair van wereldklasse, de beste van het land.",
            "nl",
        ),
    ],
)
def test_boast_and_hype_rise_with_pomp(read, plain, pompous, lang):
    low, high = (linear.classify(read([t], lang))[0].classes for t in (plain, pompous))
    assert low.boast < 0.5 < high.boast
    assert low.hype < high.hype
    assert high.specific < low.specific


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_value_that_is_named_is_found(read, lang):
    text = "I believe in honesty, always." if lang == "en" else "Ik geloof in eerlijkheid, altijd."
    assert linear.classify(read([text], lang))[0].classes.values["honesty"] >= 0.5


def test_what_stands_in_other_fields_changes_nothing(read):
    english, dutch, hard = read(ENGLISH), read(DUTCH, "nl", 1), read(HARD, "en", 2)
    together = linear.classify([*english, *dutch, *hard])
    turned = linear.classify([*hard, *english, *dutch])
    same(together, [*linear.classify(english), *linear.classify(dutch), *linear.classify(hard)])
    same(together, [*turned[len(hard) :], *turned[: len(hard)]])


def test_neighbours_of_the_same_field_are_read(read):
    alone, beside = linear.classify(read(ENGLISH[:1])), linear.classify(read(ENGLISH[:2]))
    assert alone[0].classes.modes != beside[0].classes.modes


def test_probabilities_are_probabilities(read):
    found = read((*ENGLISH, *HARD))
    told = linear.probabilities(Seen(found))
    assert set(told) == set(linear.HEADS)
    for head, labels in (("mode", MODES), ("circle", CIRCLES), ("act", ACTS)):
        assert told[head].shape == (len(found), len(labels))
        assert np.allclose(told[head].sum(axis=1), 1, atol=1e-5)
    for head in linear.HEADS:
        assert len(told[head]) == len(found)
        assert told[head].min() >= 0
        assert told[head].max() <= 1
    assert linear.classify([]) == []


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Rosalind is a joiner and she loves her village.", "Mohammed is a joiner and he loves his village.", "en"),
        ("Chipo believes every child can read.", "Geert believes every child can read.", "en"),
        ("In 2021 she taught her neighbours to weld.", "In 2021 he taught his neighbours to weld.", "en"),
        ("Sjoukje is lasser en ze houdt van haar vak.", "Yassine is lasser en hij houdt van zijn vak.", "nl"),
        ("Volgens Fenna is ze op haar best in de tuin.", "Volgens Kwame is hij op zijn best in de tuin.", "nl"),
    ],
)
def test_names_and_gender_move_no_class(read, one, other, lang):
    a, b = (linear.probabilities(Seen(read([t], lang))) for t in (one, other))
    for head in linear.HEADS:
        assert np.abs(a[head] - b[head]).max() < 0.05, head


def test_serving_needs_no_scikit_learn():
    code = (
        "import sys; from waarmerk.classifiers import linear; from waarmerk.records import Sentence\n"
        "from waarmerk.text.tokens import tokenise; t = 'I build boats.'\n"
        "s = Sentence(0, 'about', 0, len(t), t, tokenise(t, range(len(t) + 1)))\n"
        "assert linear.classify([s])[0].classes.modes; assert 'sklearn' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
