"""Normalised text is plain, and every character of it knows where it stands in the text as given."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from waarmerk.text.normal import OBJECT, normalise

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(TEXT)
def test_offsets_are_in_order_and_within_the_text(text):
    plain, offsets = normalise(text)
    assert len(offsets) == len(plain) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)


@given(st.text(st.sampled_from("abc ABC.,'-?!\n1"), max_size=80))
def test_plain_text_stays_as_it_is(text):
    assert normalise(text)[0] == text


def test_typography_becomes_plain():
    assert normalise("“I’m” – a…b\u00a0c")[0] == '"I\'m" - a...b c'


def test_zero_width_and_styled_letters():
    assert normalise("co\u200bok \U0001d5d5\U0001d5fc\U0001d5f9\U0001d5f1")[0] == "cook Bold"


def test_a_family_of_emoji_is_one_mark():
    assert normalise("a 👩‍👩‍👧‍👦🇳🇱 b")[0] == f"a {OBJECT} b"


@given(st.text(st.sampled_from("éëïöüàñ aeiou"), max_size=60))
def test_normal_form_changes_nothing(text):
    composed = unicodedata.normalize("NFC", text)
    assert normalise(unicodedata.normalize("NFD", text))[0] == normalise(composed)[0]
