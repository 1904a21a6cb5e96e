"""How a post is judged as one thought, and that a bio is left to our own judges where it is long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from waarmerk import classifiers
from waarmerk.classifiers import outside, votes
from waarmerk.records import Classes


def post(found):
    return [replace(s, field="posts[0]") for s in found]


@pytest.mark.parametrize(
    ("texts", "lang"),
    [
        (["Finally!", "The lathe from 1962 arrived in Otley today."], "en"),
        (["Eindelijk!", "De draaibank uit 1962 kwam vandaag aan in Ede."], "nl"),
    ],
)
def test_an_exclamation_does_not_dilute_a_post(read, texts, lang):
    found = [s.classes.specific for s in classifiers.classify(post(read(texts, lang)))]
    assert found[0] == found[1] > 0.5


def test_praise_of_others_is_less_of_a_boast_than_praise_of_oneself(read):
    given = [replace(s, classes=Classes(boast=0.8)) for s in post(read(["The best baker of the country."], "nl"))]
    own = [replace(s, classes=Classes(boast=0.8)) for s in post(read(["Ik ben de beste bakker."], "nl"))]
    assert votes.joined(given)[0].classes.boast < 0.5 < votes.joined(own)[0].classes.boast


def test_a_post_that_sends_its_reader_on_is_action(read):
    found = classifiers.classify(post(read(["Watch our new video and sign up for the webinar today."])))
    assert found[0].classes.act == "action"


def test_a_long_bio_keeps_the_voice_of_our_own_judges(read):
    texts = ["She mends clocks for churches in the north and keeps a diary of every bell that she hears."] * 5
    given = [replace(s, classes=Classes(voice=0.37)) for s in read(texts)]
    assert outside.load() is not None
    assert [s.classes.voice for s in votes.joined(given)] == pytest.approx([0.37] * 5)


def test_an_argument_shows_its_values_without_their_names(read):
    text = "Factory farming should end, because it ruins the soil, the rivers and the climate."
    found = votes.joined(post(read([text])))[0].classes.schwartz
    assert found["universalism-nature"] >= 0.5


def test_the_regard_of_a_post_runs_from_against_to_for():
    assert votes.regard([0.1, 0.2, 0.7]) == 0.6
    assert votes.regard([0.9, 0.1, 0.0]) == -0.9
    assert votes.regard([float("nan")] * 3) == 0.0
