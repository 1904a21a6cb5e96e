"""Whose name stands where, and that judges read every name as one."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import blind


def hidden(*sentences, name="", field="about"):
    rows = [(field, text) for text in sentences]
    return [blind.read(text, found)[0] for text, found in zip(sentences, blind.spans(rows, name), strict=True)]


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("My name is Fatima el Amrani.", "My name is Alex."),
        ("Hi, I'm Siobhán O'Neill!", "Hi, I'm Alex!"),
        ("Mijn naam is Jan-Willem van der Berg.", "Mijn naam is Alex."),
        ("Ik heet Ayşe en ik bak brood.", "Ik heet Alex en ik bak brood."),
        ("Dr. Willemijn de Boer is huisarts in Goes.", "Dr. Alex is huisarts in Goes."),
        ("Rogier de Waal, fysiotherapeut", "Alex, fysiotherapeut"),
        ("Oluwaseun Adebayo | Nurse", "Alex | Nurse"),
        ("Wei works at a bakery.", "Alex works at a bakery."),
    ],
)
def test_a_name_is_read_as_every_other(given_text, read):
    assert hidden(given_text) == [read]


@pytest.mark.parametrize(
    "text",
    [
        "I'm Dutch and I am Head of Design.",
        "Ik ben Nederlander.",
        "Ik ben Projectleider bij Bouwkamp.",
        "Google is where it began.",
        "Bouwkamp Ingenieurs is a firm of twelve.",
        "Installatiebedrijf Hendriks is er voor u.",
        "Oud-rector van het Sint-Joriscollege.",
        "NATO is an alliance.",
    ],
)
def test_what_is_nobody_keeps_its_name(text):
    assert hidden(text) == [text]


def test_a_name_is_known_from_then_on_but_not_inside_another():
    read = hidden("Merel Kok is fotograaf.", "Kok werkt voor Studio Merel.", "Merel's foto's hangen in Goes.")
    assert read == ["Alex is fotograaf.", "Alex werkt voor Studio Merel.", "Alex's foto's hangen in Goes."]


def test_the_field_of_the_name_tells_it():
    assert hidden("Talk to Nomvula.", name="Nomvula Khoza") == ["Talk to Alex."]


def test_gender_is_levelled():
    assert hidden("She paints with her mother.") == hidden("He paints with his father.")
    assert hidden("Zij schildert met haar moeder.") == hidden("Hij schildert met zijn vader.")


WORDS = (
    "Ann", "my", "name", "is", "van", "de", "Boer", ",", ".", "I'm", "ik", "heet", "hij", "Zij", "'s", "O'Neill", "é",
    "🌱", "|", "Dr.", "\u0130",
)  # fmt: skip
words = st.sampled_from(WORDS)


@given(st.lists(st.lists(words, max_size=12).map(" ".join), max_size=4), st.text(max_size=30))
def test_every_character_keeps_its_place(sentences, name):
    for text, found in zip(sentences, blind.spans([("about", t) for t in sentences], name), strict=True):
        assert all(0 <= a < b <= len(text) for a, b in found)
        assert all(one[1] <= other[0] for one, other in pairwise(found))
        read, places = blind.read(text, found)
        assert len(places) == len(read) + 1
        assert places == sorted(places)
        assert places[-1] == len(text)


def test_cost_is_linear():
    def spent(n):
        begin = time.process_time()
        blind.spans([("about", "Ann van " * n + "I'm " * n + "a-'" * n)] * 3)
        return time.process_time() - begin

    spent(500)
    assert spent(16_000) < 40 * max(spent(2_000), 0.002)
