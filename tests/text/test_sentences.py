"""Sentences as profiles write them, in both languages."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import text as texts
from waarmerk.records import Fields, Options, Profile
from waarmerk.text.normal import normalise
from waarmerk.text.sentences import split


def parts(given_text: str) -> list[str]:
    plain, _ = normalise(given_text)
    return [plain[a:b] for a, b in split(plain)]


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Dr. J. de Vries is a nurse. She swims.", ["Dr. J. de Vries is a nurse.", "She swims."]),
        ("Ik ben drs. Piet Bak. Ik fiets.", ["Ik ben drs. Piet Bak.", "Ik fiets."]),
        (
            "Ik werk o.a. in Almere, bijv. op dinsdag. Kom langs!",
            ["Ik werk o.a. in Almere, bijv. op dinsdag.", "Kom langs!"],
        ),
        ("It took 3.5 hours. Then 1.200 people came.", ["It took 3.5 hours.", "Then 1.200 people came."]),
        ("Nurse | Runner | Dad of two", ["Nurse | Runner | Dad of two"]),
        ("What I do:\n- I bake bread\n- I sell it", ["What I do:", "I bake bread", "I sell it"]),
        ("• Bakker\n• Vader", ["Bakker", "Vader"]),
        ("I fix bikes 🚲 Come by 🌱 Vegan", ["I fix bikes", "Come by", "Vegan"]),
        ("i like tea. it is warm. you too?", ["i like tea.", "it is warm.", "you too?"]),
        ("Really? Yes! Wow... Indeed.", ["Really?", "Yes!", "Wow...", "Indeed."]),
        ('She said "I bake." Then she left.', ['She said "I bake."', "Then she left."]),
        ("See www.example.org or mail a.b@example.org. Bye.", ["See www.example.org or mail a.b@example.org.", "Bye."]),
        ("I work at Jansen B.V. in Delft.", ["I work at Jansen B.V. in Delft."]),
        (
            "This line of a mail was wrapped at some column by a\nprogram that means well. Next.",
            ["This line of a mail was wrapped at some column by a\nprogram that means well.", "Next."],
        ),
        ("", []),
        ("... !!! 🚀", []),
    ],
)
def test_cases(given_text, expected):
    assert parts(given_text) == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_spans_are_ordered_within_and_not_empty(text):
    spans = split(normalise(text)[0])
    assert all(0 <= a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))


@given(st.text(st.sampled_from("Ik ben é \u0301“”.!?|•🚀\n AbC1👩‍👧"), max_size=120))
def test_quotes_come_from_the_text_as_given(text):
    read = texts.read((Profile(Fields(about=text)),), Options(language="nl"))
    for sentence in read.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        for token in sentence.tokens:
            assert sentence.start <= token.start < token.end <= sentence.end


@pytest.mark.parametrize("piece", ["a", "A. ", "word ", "| ", "🚀", '"', "\n", ". ", "e\u0301"])
def test_cost_is_linear(piece):
    """Twenty times the text may cost no more than sixty times the time: far from quadratic, with room for noise."""

    def cost(times: int) -> float:
        plain, _ = normalise(piece * times)
        began = time.process_time()
        split(plain)
        return time.process_time() - began

    small = max(min(cost(2_000) for _ in range(3)), 0.0004)
    assert cost(40_000) < 60 * small
