"""The only reader of data/lexicons and data/values: word lists found in tokens, in one walk per sentence.

All lists of a language share one trie, so a sentence is walked once whatever the number of lists, and the cost is
linear in its length. Patterns are rows of words (see ARCHITECTURE.md), never regular expressions.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import NamedTuple

from waarmerk.records import Match, Token

DEFAULT_COLUMNS = ("phrase", "grade", "flags", "note")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "pronouns": ("cls", "phrase"),
    "principles": ("cls", "phrase", "grade", "flags", "note"),
    "values": ("cls", "phrase", "grade", "flags", "note"),
    "relations": ("cls", "kind", "phrase", "attachment", "stance"),
    "kinds": ("cls", "phrase"),
    "facts": ("cls", "kind", "phrase"),
    "formality": ("cls", "phrase"),
    "audiences": ("cls", "kind", "phrase"),
    "stance": ("cls", "phrase", "stance"),
    "behind": ("cls", "phrase"),
}
LANGUAGES = tuple(
    sorted(
        p.name for p in resources.files("waarmerk").joinpath("data/lexicons").iterdir() if not p.name.startswith(".")
    )
)
"""Languages that texts are read in: those with word lists."""
UNSCANNED = frozenset({"abbreviations", "smallwords"})  # read as plain lists, not looked for in sentences
_JOINERS = frozenset("-‐‑'’")
_PART = re.compile(r"(?:[^\W\d_]\.){2,6}|\d{1,12}|[^\W\d_]{1,80}(?:['’][^\W\d_]{1,20})?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the catalogue; `schwartz` and `opposes` are ids of the refined circumplex."""

    id: str
    names: Mapping[str, str]
    definition: str
    schwartz: tuple[str, ...]
    opposes: tuple[str, ...]


class _Entry(NamedTuple):
    """One row of a list, as a match of it needs it."""

    list: str
    phrase: str
    grade: float
    note: str
    cls: str
    flags: str
    kind: str


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    any: _Node | None = None
    ends: tuple[_Entry, ...] = ()


def norm(word: str) -> str:
    """Lower case, without accents: the form in which words are looked up."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


@cache
def values() -> tuple[Value, ...]:
    """The catalogue of values, in its own order."""
    file = resources.files("waarmerk").joinpath("data/values.csv")
    rows = csv.DictReader(file.read_text("utf-8").splitlines())
    return tuple(
        Value(
            r["id"],
            {k: r[k] for k in r if k not in ("id", "definition", "schwartz", "opposes")},
            r["definition"],
            tuple(filter(None, r["schwartz"].split("|"))),
            tuple(filter(None, r["opposes"].split("|"))),
        )
        for r in rows
    )


def entries(language: str, name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of one list, column by column, read anew each time; empty where the language has no such list."""
    file = resources.files("waarmerk").joinpath("data/lexicons", language, f"{name}.txt")
    if not file.is_file():
        return ()
    columns = COLUMNS.get(name, DEFAULT_COLUMNS)
    rows = []
    for line in file.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if name == "plain":
            phrase, _, rest = line.partition("=>")
            after, _, note = rest.partition("|")
            rows.append({"phrase": phrase.strip(), "after": after.strip(), "note": note.strip()})
        else:
            cells = [c.strip() for c in line.split("|")]
            rows.append(dict(zip(columns, cells, strict=False)))
    return tuple(rows)


def names(language: str) -> tuple[str, ...]:
    """The lists a language has."""
    folder = resources.files("waarmerk").joinpath("data/lexicons", language)
    if not folder.is_dir():
        return ()
    return tuple(sorted(f.name.removesuffix(".txt") for f in folder.iterdir() if f.name.endswith(".txt")))


@cache
def _trie(language: str) -> _Node:
    root = _Node()
    for name in names(language):
        if name in UNSCANNED:
            continue
        for row in entries(language, name):
            entry = _entry(name, row)
            for words in _expand(row["phrase"]):
                _insert(root, words, entry)
    _seal(root)
    return root


def _expand(phrase: str) -> list[list[str]]:
    """Optional words unfolded; hyphens parted; `a/b` kept for insertion."""
    rows: list[list[str]] = [[]]
    for part in phrase.replace("-", " ").split():
        if part.startswith("(") and part.endswith(")"):
            rows = [r + extra for r in rows for extra in ([], [part[1:-1]])]
        else:
            rows = [[*r, part] for r in rows]
    return [r for r in rows if r]


def _entry(name: str, row: Mapping[str, str]) -> _Entry:
    try:
        grade = float(row.get("grade") or row.get("stance") or (0.0 if "kind" in row else 1.0))
    except ValueError:
        grade = 1.0  # a slip in a list must not stop an audit; the tests of the lists find it
    note = row.get("after", "")  # reasons are for readers of the lists
    flags = row.get("flags") or row.get("attachment") or ""
    cls, kind = row.get("cls", ""), row.get("kind", "")
    return _Entry(sys.intern(name), row["phrase"], grade, note, sys.intern(cls), sys.intern(flags), sys.intern(kind))


def _insert(root: _Node, words: Sequence[str], entry: _Entry) -> None:
    nodes = [root]
    for word in words:
        following = []
        for node in nodes:
            for choice in word.split("/"):
                following.append(_step(node, norm(choice)))
        nodes = following
    for node in nodes:
        node.ends = (*node.ends, entry)


def _step(node: _Node, word: str) -> _Node:
    if word == "_":
        node.any = node.any or _Node()
        return node.any
    if word.endswith("*") and len(word) > 1:
        return node.prefixes.setdefault(word[:-1], _Node())
    return node.words.setdefault(word, _Node())


_NONE: dict[str, _Node] = {}  # shared by all leaves: most nodes are leaves


def _seal(node: _Node) -> None:
    """Ready for look-up: lengths of prefixes known, empty tables given back."""
    node.lengths = tuple(sorted({len(p) for p in node.prefixes}))
    for child in (*node.words.values(), *node.prefixes.values(), *((node.any,) if node.any else ())):
        _seal(child)
    node.words = node.words or _NONE
    node.prefixes = node.prefixes or _NONE


def scan(tokens: Sequence[Token], language: str) -> Mapping[str, tuple[Match, ...]]:
    """Where entries of each list stand in the tokens: per list the longest matches, leftmost first, not overlapping."""
    root = _trie(language)
    found: dict[str, list[Match]] = {}
    words = [t for t in tokens if not (t.kind == "mark" and t.text in _JOINERS)]
    reached: dict[str, int] = {}
    for i in range(len(words)):
        best: dict[tuple[str, str], tuple[int, _Entry]] = {}
        for last, entry in _walk(root, words, i):
            key = (entry.list, entry.cls)
            if key not in best or last >= best[key][0]:
                best[key] = (last, entry)
        for (name, _), (last, entry) in best.items():
            if reached.get(name, 0) <= i or name in ("values", "principles"):
                found.setdefault(name, []).append(_match(entry, words[i].start, words[last].end))
        for (name, _), (last, _) in best.items():
            reached[name] = max(reached.get(name, 0), last + 1)
    return {name: tuple(matches) for name, matches in found.items()}


def found_in(text: str, language: str) -> Mapping[str, tuple[Match, ...]]:
    """`scan` of a few words that are no field's sentence: a title, a declared audience. Offsets count in `text`."""
    return scan(plain_tokens(text), language)


def plain_tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a short text; the dots of "Ph.D." belong to the word."""
    found: list[Token] = []
    for part in _PART.finditer(text):
        word = part.group().replace(".", "") if part.group()[0].isalnum() else part.group()
        kind = "mark" if not word[0].isalnum() else "number" if word[0].isdigit() else "word"
        found.append(Token(word, norm(word), part.start(), part.end(), kind))
    return tuple(found)


def _walk(root: _Node, words: Sequence[Token], first: int) -> Iterator[tuple[int, _Entry]]:
    front = [root]
    for i in range(first, len(words)):
        word = words[i]
        if word.kind == "mark":
            return
        following: list[_Node] = []
        for node in front:
            child = node.words.get(word.norm)
            if child:
                following.append(child)
            for length in node.lengths:
                child = node.prefixes.get(word.norm[:length]) if length <= len(word.norm) else None
                if child:
                    following.append(child)
            if node.any:
                following.append(node.any)
        if not following:
            return
        for node in following:
            for entry in node.ends:
                yield i, entry
        front = following


def _match(entry: _Entry, start: int, end: int) -> Match:
    return Match(entry.phrase, entry.grade, entry.note, start, end, entry.cls, entry.flags, entry.kind)
