"""The proof that an edit invents nothing: every word of it is the person's own, a plain word of the list, or an article.

Numbers and names are never new, no word is used more often than it was there, and what denies is neither added nor lost.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from waarmerk import lexicons
from waarmerk.suggestions.grammar import grammar

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_MARKS = frozenset(" ,")


def holds(before: str, after: str, language: str) -> bool:
    """Whether `after` says nothing that `before` did not; a sentence left out altogether holds."""
    if not after.strip():
        return True
    was, now = Counter(words(before)), Counter(words(after))
    free = allowed(language)
    if any(word not in free or any(c.isdigit() for c in word) for word in (now - was)):
        return False
    if set(_WORD.sub("", after)) - set(_WORD.sub("", before)) - _MARKS:
        return False
    return _names(after) <= _names(before) | _openings(after) and _denials(was, language) == _denials(now, language)


def words(text: str) -> list[str]:
    """Words and numbers, in lower case."""
    return [m.group().lower() for m in _WORD.finditer(text)]


@cache
def allowed(language: str) -> frozenset[str]:
    """The closed list: articles, conjunctions, and the words of the list of plain words."""
    g = grammar(language)
    plain = {w for row in lexicons.entries(language, "plain") for w in words(row["after"])}
    return frozenset(plain | g.indefinite | g.conjunctions)


def _names(text: str) -> set[str]:
    return {m.group() for m in _WORD.finditer(text) if m.group()[:1].isupper()}


def _openings(text: str) -> set[str]:
    """The first word: it may have got a capital."""
    first = _WORD.search(text)
    return {first.group()} if first else set()


def _denials(found: Counter[str], language: str) -> int:
    negations = grammar(language).negations
    return sum(n for word, n in found.items() if word in negations or word.replace("’", "'").endswith("n't"))
