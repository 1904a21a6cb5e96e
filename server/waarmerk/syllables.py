"""Syllables of a word, by the vowel groups of its language's spelling and the words that break its rules.

Source: vowel-group counting with the digraphs, diaereses and silent letters of each spelling; Dutch as its official word
division parts words (na-ti-o-naal). data/syllables.toml holds the words that no rule reaches. Measured on lists of our own
in tests/syllables; nothing is downloaded.
Known gap: English loans in Dutch that are not listed ("freestylen"), names of other spellings.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

LONGEST = 80  # letters; a longer run is no word
_BREAK = "-"  # stands where a diaeresis parts two vowels

_NL_VOWELS = re.compile(
    r"oeu|eau|oui(?=ll)|eui(?=ll)|aai|ooi|oei|eeu|ieu(?=w)|aa|ee|oo|uu|ie|oe|eu(?!m(?![aeiou]))|ui|ij|ei|ou|au|ai|oi|[aeiouy]"
)

_EN_VOWELS = re.compile(r"[aeiouy]+")
# places where two vowels side by side are two syllables, each with a word that shows it; all are of no width
_EN_APART = re.compile(
    "|".join(
        (
            r"(?<=i)(?=a)(?!(?<=[cst]i)a(?:[ln]|$))(?!(?<=ri)age)(?!ativ)",  # media; not special, marriage
            r"(?<=i)(?=o)(?!(?<=[cghnstx]i)on)(?!(?<=[cgstx]i)ou)(?!(?<=[il]li)on)(?!(?<=ni)or)(?!our)",  # studio; not nation
            r"(?<=i)(?=u)(?!(?<=gi)u)|(?<=i)(?=i)",  # medium, skiing; not Belgium
            r"(?<=i)(?=et(?!t))|(?<=i)(?=en[ct])(?!(?<=[ct]i)e)|(?<=^sci)(?=en)",  # diet, audience, science; not patient
            r"(?<=[dflnprsv]i)(?=e(?:rs?|st)$)|(?<=(?:tt|th)i)(?=e(?:rs?|st)$)",  # supplier, healthiest
            r"(?<=[aeiouy])(?=ings?$)",  # being
            r"(?<=cre)(?=at(?!ur))|(?<=^re)(?=a(?:c[tq]|li|ss|pp|rr|dj|ff|llo|wak|n[ai]))",  # create, react; not creature
            r"(?<=[aeiouy][^aeiouy]e)(?=a(?:ns?|s)?$)|(?<=[lmn]e)(?=at(?:e|ion))",  # idea, European, delineate
            r"(?<=the)(?=at|or)|(?<=^pre)(?=a(?!ch))|(?<=[il]ine)(?=ar)|(?<=^line)(?=ar)",  # theatre, preamble, linear
            r"(?<=e)(?=o)(?!(?<=ge)o(?:n|us|r))(?!(?<=pe)opl)(?!(?<=che)on)(?!(?<=[jl]e)opard)",  # video; not surgeon
            r"(?<=^re)(?=u[ns])|(?<=e)(?=um|us$)|(?<=^re)(?=i[mn](?!$|d|s))|(?<=e)(?=ity)|(?<=the)(?=is)",  # reuse, museum
            r"(?<=o)(?=as[ei]s)|(?<=^co)(?=a(?:l[ei]|ut))|(?<=o)(?=as?$)|(?<=po)(?=e[mt])|(?<=^co)(?=e[dfx])",  # oasis, poet
            r"(?<=o)(?=ic(?:s|al|ally|ism)?$)|(?<=ero)(?=in)|(?<=^co)(?=o[pr])|(?<=zo)(?=ol)",  # heroic, cooperate
            r"(?<=u)(?=a)(?!(?<=su)a(?:d|ve))|(?<=u)(?=o)(?!oy)",  # actual, duo; not persuade, buoy
            r"(?<=u)(?=en[ct]|els?$|ets?$)",  # fluent, fuel, duet
            r"(?<=u)(?=it(?:y|ie|io|iv|ou)|is[mt])|(?<=ru)(?=in)|(?<=lu)(?=id)|(?<=nu)(?=in)|(?<=su)(?=ic)",  # ruin
            r"(?<=a)(?=o)|(?<=a)(?=ic(?:s|al)?$)|(?<=na)(?=iv)|(?<=^[^aeiou]y)(?=[aeo])",  # chaos, mosaic, hyena
        )
    )
)
# the letters of a vowel that are no vowel here: qu, gu before a vowel, y as in "yes", "buyer", "canyon"
_EN_GLIDES = re.compile(r"[qg]u(?=[aei])|qu|^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])|(?<=[aeiou][lnw])y(?=[aeo])")
_EN_SHORT = re.compile(r"'(?:s|d|m|ll|re|ve)$|'$")
_EN_BEAT = re.compile(r"(?:s|th)ms?$|[dsvk]n't$")  # a beat without a vowel: rhythm, didn't
_EN_FINAL = re.compile(r"(?<=[^aeiouy-])e[ds]?$")
# an e that is said after all: table, centre, wanted, houses
_EN_SAID = re.compile(r"(?:(?:[^aeiouyl]l|[^aeiouyr]r)e[ds]?|[td]ed|(?:[cgsxz]|[cs]h)es)$")
# a stem with an e that stays silent before an ending: home(less), change(d), not simple
_EN_MUTE = re.compile(r"[aeiouy](?:[^aeiouy]|[^aeiouy][^aeiouyl])e$")


@dataclass(frozen=True, slots=True)
class _Exceptions:
    """Words counted as listed, word parts that may open or close a compound, and endings a silent e may stand before."""

    words: Mapping[str, int]
    parts: Mapping[str, int]
    endings: Mapping[str, int]


def count(word: str, language: str) -> int:
    """Syllables of one word, at least 1; "uncertain" languages are counted as English."""
    if word.isupper() and len(word) > 1 and not _EN_VOWELS.search(word.lower()):
        return len(word)  # said letter by letter: BBC, NS
    lower = unicodedata.normalize("NFC", word[:LONGEST].lower().replace("’", "'"))
    code = "nl" if language == "nl" else "en"
    number = sum(_counted(part, code) for part in lower.split("-") if part)
    return max(1, number)


def _counted(word: str, code: str) -> int:
    return _listed(word, _exceptions(code), by_dutch_spelling if code == "nl" else by_english_spelling)


def _listed(word: str, known: _Exceptions, rule: Callable[[str], int]) -> int:
    """The listed count of a word or of the part it opens or closes with; the rule for what is left."""
    for whole in (word, word.removesuffix("'s"), word.removesuffix("s")):
        if number := known.words.get(whole) or known.parts.get(whole):
            return number
    for size in range(len(word) - 2, 3, -1):
        if number := known.parts.get(word[:size]):
            return number + rule(word[size:])
        if number := known.parts.get(word[-size:]):
            return rule(word[:-size]) + number
    return rule(word)


def by_dutch_spelling(word: str) -> int:
    """Vowel groups of a lower-case word as Dutch spells them, no exceptions looked up."""
    plain = _unmarked(word, parting="\u0308\u0300")
    plain = plain.replace("qu", "kw")
    plain = re.sub(r"(?<=[aeou])y|^y(?=[aeiou])", "j", plain)
    return len(_NL_VOWELS.findall(plain))


def by_english_spelling(word: str) -> int:
    """Vowel groups of a lower-case word without its silent letters, no exceptions looked up."""
    short = _EN_SHORT.sub("", word)
    plain = _unmarked(short.replace("é", "ey"), parting="\u0308")
    beat = len(_EN_BEAT.findall(plain))
    stem, ending = _peeled(plain)
    return _english_stem(stem) + ending + beat


def _peeled(word: str) -> tuple[str, int]:
    """A stem with a silent e and the syllables of the ending behind it: "hope" and 1 for "hopeful"."""
    endings = _exceptions("en").endings
    for size in range(min(len(word) - 3, 9), 1, -1):
        stem = word[:-size]
        if word[-size:] in endings and _EN_MUTE.search(stem):
            return stem, endings[word[-size:]]
    return word, 0


def _english_stem(word: str) -> int:
    plain = _EN_GLIDES.sub("k", word)
    runs = _EN_VOWELS.findall(plain)
    silent = len(runs) > 1 and bool(_EN_FINAL.search(plain)) and not _EN_SAID.search(plain)
    apart = len(_EN_APART.findall(plain)) if any(len(run) > 1 for run in runs) else 0
    return len(runs) + apart - silent


def _unmarked(word: str, *, parting: str) -> str:
    """Without accents; those that part two vowels leave a break."""
    if word.isascii():
        return word
    letters: list[str] = []
    for letter in word:
        spread = unicodedata.normalize("NFD", letter)
        letters.append(_BREAK * any(mark in parting for mark in spread[1:]) + spread[0])
    return "".join(letters)


@cache
def _exceptions(code: str) -> _Exceptions:
    raw = tomllib.loads(resources.files("waarmerk").joinpath("data/syllables.toml").read_text("utf-8"))[code]
    tables = {name: {w: int(n) for n, words in rows.items() for w in words.split()} for name, rows in raw.items()}
    return _Exceptions(tables.get("words", {}), tables.get("parts", {}), tables.get("endings", {}))
