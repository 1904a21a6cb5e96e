"""Texts to measure on: the project's own invented bios, joined to the length that is asked for."""

from __future__ import annotations

import itertools
import sys
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "models" / "sentences"))

LANGUAGES = ("en", "nl")
WORDS = 190
NUMBER = 40


@cache
def _bios(language: str) -> tuple[str, ...]:
    import corpus

    return tuple(" ".join(s.text for s in b.sentences) for b in corpus.read() if b.lang == language and not b.loose)


def bios(language: str) -> list[str]:
    """NUMBER texts of WORDS words each."""
    words = " ".join(_bios(language)).split()
    return [" ".join(words[i * WORDS : (i + 1) * WORDS]) for i in range(NUMBER)]


def running(language: str, characters: int, skip: int = 0) -> str:
    """A text of so many characters in which no sentence stands twice, from the `skip`-th bio on."""
    import corpus

    sentences = (s.text for b in corpus.read() if b.lang == language for s in b.sentences)
    distinct = itertools.islice(dict.fromkeys(sentences), skip, None)
    made, length = [], 0
    for sentence in distinct:
        made.append(sentence)
        length += len(sentence) + 1
        if length >= characters:
            return " ".join(made)[:characters]
    raise ValueError(f"our own sentences in {language} are less than {characters} characters")
