"""What the linear heads read in a sentence beside its cues: words in ones and twos, and its skeleton in ones to fours.

The skeleton is the sentence with rare words cut to their last three letters, names as NAME, figures as NUM and YEAR: it
keeps how a sentence is built and forgets whose job it tells, so it carries over between professions. Source: the ablation
in models/sentences/README.md. Which words are common, and which count as one (he and she), comes with the artefact, so
that no first name or gender can move a class.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from waarmerk.classifiers.cues import LISTS, is_capital, is_year
from waarmerk.records import Sentence, Token

Keys = NDArray[np.uint32]
SUFFIX = 3  # letters that stay of a rare word
WORDS, SKELETON = 2, 4  # longest grams of each block
NAME, OPENING, NUMBER, YEAR = "<name>", "<opening>", "<num>", "<year>"
MOSTLY = 0.6  # share of capitals from which capitals say nothing of names
LISTED = (*LISTS, "pronouns", "polarity", "principles", "values")  # a list not named here changes no feature
_OTHER = {"link": "<link>", "email": "<link>", "handle": "<handle>", "hashtag": "<tag>"}


class Signs(NamedTuple):
    """A sentence as two rows of signs, one sign a token: its words and its skeleton (which has the marks too)."""

    words: list[str]
    skeleton: list[str]


def signs(sentence: Sentence, common: Mapping[str, str]) -> Signs:
    """`common` gives the sign of every word that is kept whole in the skeleton."""
    tokens = sentence.tokens
    inner = [is_capital(t) for t in tokens if t.kind == "word"][1:]
    telling = sum(inner) < MOSTLY * len(inner) or len(inner) < 2
    listed = [(m.start, m.end) for name in LISTED for m in sentence.matches.get(name, ())]
    words, skeleton = [], ["<s>"]
    for i, token in enumerate(tokens):
        if token.kind == "mark":
            skeleton.append(token.text)
            continue
        word, bone = _sign(token, i == 0, telling, common, listed)
        words.append(word)
        skeleton.append(bone)
    skeleton.append("</s>")
    return Signs(words, skeleton)


def _sign(
    token: Token, first: bool, telling: bool, common: Mapping[str, str], listed: Sequence[tuple[int, int]]
) -> tuple[str, str]:
    if token.kind == "number":
        sign = YEAR if is_year(token) else NUMBER
        return sign, sign
    if token.kind != "word":
        return _OTHER[token.kind], _OTHER[token.kind]
    known = common.get(token.norm)
    if known is not None and (first or not telling or not is_capital(token)):
        return known, known
    if telling and is_capital(token):
        if not first:
            return NAME, NAME
        if not any(start <= token.start < end for start, end in listed):
            return OPENING, OPENING  # a first name, or any other rare word: nobody's name may count
    return token.norm, "~" + token.norm[-SUFFIX:]


def keys(sentence: Sentence, common: Mapping[str, str]) -> tuple[Keys, Keys]:
    """Hashes of the distinct grams of both blocks, each ascending."""
    read = signs(sentence, common)
    return _hashed(_grams("w", read.words, WORDS)), _hashed(_grams("s", read.skeleton, SKELETON))


def _grams(block: str, row: Sequence[str], longest: int) -> set[str]:
    return {f"{block} {' '.join(row[i : i + n])}" for n in range(1, longest + 1) for i in range(len(row) - n + 1)}


def _hashed(grams: set[str]) -> Keys:
    return np.array(sorted({crc32(g.encode()) for g in grams}), dtype=np.uint32)
