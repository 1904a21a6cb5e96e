"""The training code of models/ on the path, and sentences made as the product makes them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

MODELS = Path(__file__).parents[2] / "models"
sys.path[:0] = [str(MODELS / "sentences"), str(MODELS / "encoder")]


@pytest.fixture(scope="session")
def read():
    """read(texts, lang="en", profile=0) -> the sentences of one field."""
    from waarmerk import lexicons
    from waarmerk.records import Sentence
    from waarmerk.text import normal, tokens

    def make(texts, lang="en", profile=0):
        found = []
        for text in texts:
            plain, offsets = normal.normalise(text)
            words = tokens.tokenise(plain, offsets)
            matches = lexicons.scan(words, lang)
            found.append(Sentence(profile, "about", 0, len(text), plain, words, offsets, lang, matches=matches))
        return found

    return make
