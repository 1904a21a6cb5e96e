"""Where a profile names the person it is about, so that no judge can weigh the name; and which words only tell gender.

A name is met in its field, after an introduction ("my name is", "ik heet") or as what a text opens with; from then on it
is known wherever it stands alone. Judges read every name as one and the same word, `STAND_IN`, and "she" as "he". No list of
first names is used: it would know some origins better than others.
Source: counterfactual fairness by blinding (Kusner et al. 2017). Known gaps: a name in lower case without an introduction,
and one that first appears inside a sentence in the third person.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence, Set
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from waarmerk import brands

Span = tuple[int, int]
LONGEST = 5  # words of one name
OPENINGS = 2  # sentences of a field that may open with the name
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_HEADLINE = tuple("|,(–—-·•")  # what parts a name from the rest of a headline


class _Lists(NamedTuple):
    stand_in: str
    gender: dict[str, str]
    particles: frozenset[str]
    titles: frozenset[str]
    verbs: frozenset[str]
    not_names: frozenset[str]
    organisation: frozenset[str]
    people: tuple[str, ...]
    firm_parts: tuple[str, ...]
    role_starts: tuple[str, ...]
    sure: re.Pattern[str]
    maybe: re.Pattern[str]


class _Run(NamedTuple):
    """Words that may be one name, and where they stand."""

    words: tuple[str, ...]
    start: int
    end: int


@cache
def _lists() -> _Lists:
    raw: dict[str, Any] = tomllib.loads(resources.files("waarmerk").joinpath("data/blind.toml").read_text("utf-8"))
    made: dict[str, Any] = {k: frozenset(raw[k]) for k in ("particles", "titles", "verbs", "not_names", "organisation")}
    made |= {k: tuple(raw[k]) for k in ("people", "firm_parts", "role_starts")}
    for k in ("sure", "maybe"):
        made[k] = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, raw[k]))})[ ]?[,:]?[ ](?=\S)")
    return _Lists(raw["stand_in"], raw["gender"], **made)


def stand_in() -> str:
    """The word that every name is read as."""
    return _lists().stand_in


def spans(sentences: Sequence[tuple[str, str]], name: str = "") -> list[tuple[Span, ...]]:
    """Where the person is named in each sentence, in order, without overlap.

    `sentences`: (field, text) of one profile in reading order; `name`: the profile's field of that name, or "".
    """
    known = [run.words for run in _runs(name)][:1] if name else []
    opened: dict[str, int] = {}
    for field, text in sentences:
        place = opened[field] = opened.get(field, 0) + 1
        known.extend(run.words for run in _introduced(text))
        if place <= OPENINGS and not field.startswith("posts["):
            known.extend(run.words for run in _opening(text))
    forms = _forms(known)
    return [tuple(_mentions(text, forms)) if forms else () for _, text in sentences]


def read(text: str, found: Sequence[Span]) -> tuple[str, list[int]]:
    """The text as judges read it, names and gender levelled, and where each of its characters (and its end) stood."""
    parts: list[str] = []
    places: list[int] = []
    for start, end, word in _changes(text, found):
        at = len(places)
        parts.append(text[at if not parts else places[-1] + 1 : start] if parts else text[:start])
        places.extend(range(places[-1] + 1 if places else 0, start))
        parts.append(word)
        places.extend(min(start + i, end - 1) for i in range(len(word) - 1))
        places.append(end - 1)
    rest = places[-1] + 1 if places else 0
    parts.append(text[rest:])
    places.extend(range(rest, len(text) + 1))
    return "".join(parts), places


def _changes(text: str, found: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    lists, names = _lists(), list(found)
    for m in _WORD.finditer(text):
        while names and names[0][1] <= m.start():
            yield (*names.pop(0), lists.stand_in)
        if names and names[0][0] < m.end():
            continue
        other = lists.gender.get(m.group().lower())
        if other is not None:
            yield m.start(), m.end(), other.capitalize() if m.group()[0].isupper() else other
    for span in names:
        yield (*span, lists.stand_in)


def _runs(text: str, first: int = 0, known: Set[str] = frozenset()) -> Iterator[_Run]:
    """Runs of capitalised words, particles allowed between, parted by no more than a blank (or the dot of an initial).

    A run begins with no common word, but for one that is `known` as part of the name: "Baker bakes".
    """
    lists = _lists()
    words: list[re.Match[str]] = []
    for m in [*_WORD.finditer(text, first), None]:
        joined = m is not None and words and _joins(text, words[-1], m)
        if words and (not joined or len(words) == LONGEST):
            if run := _run(words):
                yield run
            words = []
        if m is not None and (
            _capital(m.group(), bool(words) or m.group() in known) or (words and m.group() in lists.particles)
        ):
            words.append(m)


def _capital(word: str, within: bool) -> bool:
    """Whether a word may begin, or go on with, a name."""
    return (
        word[0].isupper() and not word.startswith(("I'", "I’")) and (within or word.lower() not in _lists().not_names)
    )


def _joins(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    gap = text[left.end() : right.start()]
    initial = len(left.group()) == 1 or left.group().lower() in _lists().titles
    follows = right.group()[0].isupper() or right.group() in _lists().particles
    return follows and (gap == " " or (initial and gap in (".", ". ")))


def _run(words: list[re.Match[str]]) -> _Run | None:
    lists = _lists()
    while words and (words[-1].group() in lists.particles or words[-1].group().lower() in lists.titles):
        words.pop()
    while words and words[0].group().lower() in lists.titles:
        words.pop(0)
    if not words:
        return None
    return _Run(tuple(m.group() for m in words), words[0].start(), words[-1].end())


def _introduced(text: str) -> Iterator[_Run]:
    """Names after "my name is" and the like, and after "I am" where nothing speaks against it."""
    lists = _lists()
    low = text.lower().replace("’", "'")
    if len(low) != len(text):
        return
    for pattern, sure in ((lists.sure, True), (lists.maybe, False)):
        for m in pattern.finditer(low):
            run = next(_runs(text[: m.end() + 120], m.end()), None)
            if run is None or not (sure or _personal(run)):
                continue
            if text[m.end() : run.start].strip(". ").lower() in {"", *lists.titles}:
                yield run


def _opening(text: str) -> Iterator[_Run]:
    """A name as the subject a text opens with, or before the comma or bar of a headline."""
    lists = _lists()
    run = next(_runs(text[:160]), None)
    if (
        run is None
        or text[: run.start].strip(" *-–•").rstrip(". ").lower() not in {"", *lists.titles}
        or not _personal(run)
    ):
        return
    after = text[run.end :].lstrip()
    verb = _WORD.match(after)
    if len(run.words) >= 2:
        named = after[:1] in _HEADLINE or not after.strip(". !") or (verb is not None and verb.group() in lists.verbs)
    else:
        named = verb is not None and verb.group() in lists.verbs and brands.named(run.words[0]) is None
    if named:
        yield run


def _personal(run: _Run) -> bool:
    lists = _lists()
    low = [w.lower() for w in run.words]
    if low[0] in lists.not_names or not lists.organisation.isdisjoint(low):
        return False  # only the first word: many people are called Baker, or Kok
    if any(w.startswith(lists.role_starts) or (len(w) > 6 and any(p in w for p in lists.firm_parts)) for w in low):
        return False
    if any(len(w) > 1 and any(c.isupper() for c in w[1:]) and not _double(w) for w in run.words):
        return False  # BBC, GitHub
    return len(low) > 1 or not low[0].endswith(lists.people)


def _double(word: str) -> bool:
    """Capitals inside that names have: after a hyphen or an apostrophe, or McDonald, deVries."""
    parts = re.split(r"['’-]", word)
    return all(not any(c.isupper() for c in p[1:]) or p.startswith(("Mc", "Mac", "De", "Van", "Le")) for p in parts)


def _forms(known: Sequence[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Each name whole, its first word, and its last with and without what goes before it."""
    forms: set[tuple[str, ...]] = set()
    for words in known:
        forms.add(words)
        forms.add(words[:1])
        at = len(words) - 1
        forms.add(words[at:])
        while at > 1 and words[at - 1].lower() in _lists().particles:
            at -= 1
        forms.add(words[at:])
    return frozenset(f for f in forms if f and len(f[0]) > 1)


def _mentions(text: str, forms: frozenset[tuple[str, ...]]) -> Iterator[Span]:
    """Runs that are a known name, or begin or end with one; not where it is part of a longer name ("Studio Merel")."""
    openers = {f[0] for f in forms}
    for run in _runs(text, known=openers):
        words = tuple(w.removesuffix("'s").removesuffix("’s") for w in run.words)
        if openers.isdisjoint(words):
            continue
        if words in forms:
            last = run.words[-1]
            yield run.start, run.end - (len(last) - len(words[-1]))
