"""Text is counted again once pages are read."""

import pytest

from waarmerk.contract import check_text
from waarmerk.errors import TooLarge
from waarmerk.records import Fields, Post, Profile


def test_all_text_of_all_profiles_counts():
    half = Profile(Fields(about="a" * 60_000, posts=(Post("b" * 40_000, likes=3),), counts={"likes": 4}))
    check_text([half, half])
    with pytest.raises(TooLarge, match="200,000"):
        check_text([half, half, Profile(Fields(skills=("c",)))])
