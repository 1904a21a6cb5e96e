"""The borrowed share: sentences that name others and tell nothing of one's own."""

import pytest

from waarmerk import text as stage
from waarmerk.records import Brand, Fields, Options, Profile
from waarmerk.signals import attachment


def borrowed(about: str, lang: str) -> float:
    read = stage.read((Profile(Fields(about=about)),), Options(language=lang))
    return float(attachment.measure(read, Brand()).details["borrowed"])


@pytest.mark.parametrize(
    ("lang", "names", "deed"),
    [
        (
            "en",
            "Fan of Apple. Google enthusiast. Microsoft partner.",
            "I built 14 hives for the school in Otley in 2019.",
        ),
        (
            "nl",
            "Fan van Apple. Liefhebber van Google. Partner van Microsoft.",
            "Ik bouwde in 2019 14 kasten in Otterlo.",
        ),
    ],
)
def test_names_alone_are_borrowed_and_own_deeds_are_not(lang: str, names: str, deed: str) -> None:
    alone = borrowed(names, lang)
    assert alone > 0.6
    assert borrowed(f"{names} {deed} {deed} {deed}", lang) < alone / 1.5
