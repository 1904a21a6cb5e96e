"""Whose personal page this is, from its wording: titles, greetings, the address, the copyright line.

A string that only looks like a name is not enough: something else on the page has to bear it out.
"""

from __future__ import annotations

import re

from waarmerk.extraction.fields import host, path
from waarmerk.extraction.words import plain, words

_CUTS = re.compile(r"\s+[|–—•·:»/\\-]+\s+|\s*[|•»]\s*|:\s+|,\s+")
_GREETING = 60  # characters after a greeting in which the name has to stand


def looks_like_name(text: str) -> bool:
    """Two to five words, capitalised but for particles, letters only."""
    parts = text.replace("’", "'").split()
    if not 2 <= len(parts) <= 5 or len(text) > 60:
        return False
    if not all(part.replace("-", "").replace("'", "").replace(".", "").isalpha() for part in parts):
        return False
    lowered = [part.casefold() for part in parts]
    if lowered[0] in words("notnames", "first") and parts[0] != parts[0].casefold():
        return False
    if words("notnames", "any") & set(lowered):
        return False
    capital = [part for part in parts if part[0].isupper() or part.startswith("'")]
    rest = [part for part in parts if part not in capital]
    known = words("profile", "page") | words("profile", "headline")
    return (
        len(capital) >= 2
        and all(part in words("names", "particles") for part in rest)
        and not any(p.casefold() in known for p in capital)
    )


def _stripped(part: str) -> str:
    """ "Portfolio Bas", "Welcome to the website of Ann Lee" without the page words around."""
    said = " ".join(part.split()).strip(" .,!'’\"")
    pages = sorted(words("profile", "page") | words("notnames", "any"), key=len, reverse=True)
    for _ in range(3):
        low = said.casefold()
        word = next((w for w in pages if low.startswith(f"{w} ")), None)
        if word is not None:
            said = said[len(word) :].strip(" :-–|'’")
            continue
        word = next((w for w in pages if low.endswith(f" {w}")), None)
        if word is None:
            break
        said = said[: -len(word)].strip(" :-–|")
        said = said[:-2] if said.endswith(("'s", "’s")) else said
    return said


def _bare(part: str) -> str:
    """ "Prof. dr. W. Jansen, PhD" without titles."""
    tokens = part.split()
    known = words("names", "honorifics")
    while tokens and tokens[0].strip(".,").casefold() in known:
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].strip(".,").casefold() in known:
        tokens.pop()
    return " ".join(tokens)


def parts(title: str) -> list[str]:
    """The parts of a title that may be a name."""
    return [stripped for part in _CUTS.split(title) if (stripped := _bare(_stripped(part)))]


def greeted(text: str) -> str | None:
    """The name in "Hi, I'm Ann Lee", "Ik ben Bas van Dam, docent", "My name is …"; None where there is none."""
    low = text.casefold()
    for word in ("i'm", "i’m", "i am", "my name is", "ik ben", "mijn naam is", "ik heet"):
        at = low.find(word)
        if at < 0 or at > _GREETING or (at and low[at - 1].isalnum()):
            continue
        taken: list[str] = []
        for token in text[at + len(word) :].split()[:6]:
            bare = token.strip(".,!?;:()|–—👋")
            if not bare or not (bare[0].isupper() or bare in words("names", "particles")):
                break
            taken.append(bare)
            if bare != token:
                break
        while taken and taken[-1] in words("names", "particles"):
            taken.pop()
        name = " ".join(taken)
        if name and (looks_like_name(name) or (len(taken) == 1 and name.isalpha() and len(name) > 1)):
            return name
    return None


def first_person(text: str) -> bool:
    """Whether somebody talks of themselves, twice at least."""
    tokens = [token.strip(".,;:!?()'’\"") for token in text.casefold().replace("’", "'").split()]
    return sum(token in ("i", "i'm", "i've", "my", "ik", "mijn") for token in tokens) >= 2


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())


def borne_out(name: str, url: str | None, witnesses: list[str]) -> int:
    """How many other places bear a name out: the address, social links, headings, the copyright line."""
    squeezed = _letters(name)
    last = _letters(name.split()[-1])
    address = _letters(host(url).rsplit(".", 1)[0] + "".join(path(url)[:2]))
    score = 2 if squeezed in address else 1 if len(last) > 3 and last in address else 0
    return score + sum(
        1 for said in witnesses if f" {plain(name)} " in f" {plain(said)} " or squeezed in _letters(said[:200])
    )
