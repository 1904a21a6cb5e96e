"""The proof that an edit invents nothing: every word of it is the person's own, a plain word of the list, or an article.

Numbers and names are never new, no word is used more often than it was there, and what denies is neither added nor lost.
Some kinds of edit may add a few words more, all of them told in data/suggestions: a subject said twice where a sentence is
split, "you" for a reader, the words of a question. A question may draw on the rest of its profile, and every part of a
headline stands in it word for word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from functools import cache

from waarmerk import lexicons
from waarmerk.suggestions import advice, deed
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.grammar import grammar

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SLOT = re.compile(r"\{[a-z]{1,8}\}")
_MARKS = frozenset(" ,")
_KIND_MARKS = {"split": frozenset("."), "question": frozenset("?\n.")}
_ENDS = ".!?|\n"
_SHAPES = tuple(f"{formal}{name}" for formal in ("", "formal_") for name in ("deed", "role", "name", "own"))


def proves(edit: Edit, said: str) -> bool:
    """Whether the edit says nothing new; `said` is all that its profile says."""
    if edit.advice == "headline":
        parts = [" ".join(part.split()) for part in edit.after.split("|")]
        return all(_stands(part, said) or holds(edit.before, part, edit.language) for part in parts)
    source = said if edit.advice == "question" else ""
    return holds(edit.before, edit.after, edit.language, kind=edit.advice, source=source)


def holds(before: str, after: str, language: str, *, kind: str = "", source: str = "") -> bool:
    """Whether `after` says nothing that `before` (or else `source`) did not; a sentence left out altogether holds."""
    if not after.strip():
        return True
    was, now, known = Counter(words(before)), Counter(words(after)), set(words(source))
    free = allowed(language) | added(kind, language, known or set(was))
    new = [word for word in now - was if word not in known]
    if any(word not in free or any(c.isdigit() for c in word) for word in new):
        return False
    marks = _MARKS | _KIND_MARKS.get(kind, frozenset()) | set(_WORD.sub("", source))
    if set(_WORD.sub("", after)) - set(_WORD.sub("", before)) - marks:
        return False
    if not _names(after) <= _names(before) | _names(source) | _openings(after):
        return False
    kept = _denials(was, language) == _denials(now, language)
    return kept or (bool(source) and not _denials(now, language))


def _stands(part: str, said: str) -> bool:
    """Whether a part stands in the profile word for word, between two ends of sentences, parts or fields."""
    whole = f"|{' '.join(said.replace(chr(10), ' | ').split()).lower()}|"
    at = whole.find(part.lower())
    while part and at > 0:
        before, after = whole[:at].rstrip()[-1:], whole[at + len(part) :].lstrip()[:1]
        if before in _ENDS and after in _ENDS:
            return True
        at = whole.find(part.lower(), at + 1)
    return False


def words(text: str) -> list[str]:
    """Words and numbers, in lower case."""
    return [m.group().lower() for m in _WORD.finditer(text)]


@cache
def allowed(language: str) -> frozenset[str]:
    """The closed list: articles, conjunctions, and the words of the list of plain words."""
    g = grammar(language)
    plain = {w for row in lexicons.entries(language, "plain") for w in words(row["after"])}
    return frozenset(plain | g.indefinite | g.conjunctions)


def added(kind: str, language: str, said: Set[str]) -> Set[str]:
    """The few words that an edit of this kind may add to what is `said`: none of them a name, a number or a claim."""
    table = advice.table(language)
    if kind == "split":  # the subject again, but no other one
        return (said & set(table["clauses"]["subjects"])) | {table["clauses"]["there"]}
    if kind == "reader":
        turned = {row.partition("=")[2] for row in table["reader"]["turned"]}
        return turned | {table["reader"]["reader"], table["reader"]["reader_formal"]}
    if kind == "question":  # its own words, and the verbs that are there, told of somebody
        return _asking(language) | {deed.third(word, language) for word in said}
    return frozenset()


@cache
def _asking(language: str) -> frozenset[str]:
    shapes = [shape for name in _SHAPES for shape in advice.table(language)["question"][name]]
    return frozenset(w for shape in shapes for w in words(_SLOT.sub(" ", shape)))


def _names(text: str) -> set[str]:
    return {m.group() for m in _WORD.finditer(text) if m.group()[:1].isupper()}


def _openings(text: str) -> set[str]:
    """The first word of each sentence: it may have got a capital."""
    found = set()
    at = -1
    for m in _WORD.finditer(text):
        if at < 0 or any(c in _ENDS for c in text[at : m.start()]):
            found.add(m.group())
        at = m.end()
    return found


def _denials(found: Counter[str], language: str) -> int:
    negations = grammar(language).negations
    return sum(n for word, n in found.items() if word in negations or word.replace("’", "'").endswith("n't"))
