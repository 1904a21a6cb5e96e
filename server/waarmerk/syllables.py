"""Syllables of a word, by vowel groups with the exceptions each language has.

Source: vowel-group counting; for Dutch the digraphs and diaereses of its spelling. Measured in docs/methods.md.
Known gap: English silent e inside compounds ("homemade"), loan words ("recipe").
"""

from __future__ import annotations

import re

_EN_VOWELS = re.compile(r"[aeiouy]+")
# vowels side by side that are two syllables, and those of the first that are one after all ("station")
_EN_SPLIT = re.compile(r"i[ao](?!u)|[ui]ous|eo(?!u)|ya|[^aeiou]ying|creat|react")
_EN_JOINED = re.compile(r"[tcs]i[ao]")
_NL_VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâèéêëïíîóôöúûü]")


def count(word: str, language: str) -> int:
    """Syllables of one word, at least 1; languages without a rule of their own count vowel groups."""
    lower = word.lower()
    return max(1, _dutch(lower) if language == "nl" else _english(lower))


def _dutch(word: str) -> int:
    return len(_NL_VOWELS.findall(word))


def _english(word: str) -> int:
    plain = word.removesuffix("'s")
    number = len(_EN_VOWELS.findall(plain)) - _silent(plain)
    return number + len(_EN_SPLIT.findall(plain)) - len(_EN_JOINED.findall(plain))


def _silent(word: str) -> int:
    """1 where the last vowel group is written but not said."""
    if len(_EN_VOWELS.findall(word)) < 2:
        return 0
    if word.endswith("le"):
        return int(len(word) > 3 and word[-3] in "aeiouy")
    if word.endswith("e"):
        return int(not word.endswith(("ee", "ie", "oe", "ye")))
    return int(word.endswith(("ed", "es")) and len(word) > 4 and not _sounded(word))


def _sounded(word: str) -> bool:
    if word.endswith("ed"):
        return word[-3] in "td"
    return word[-3:-2] in ("s", "z", "x") or word.endswith(("ches", "shes", "ges", "ces"))
