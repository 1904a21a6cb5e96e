"""The word lists as files: every list of every language keeps the format that ARCHITECTURE.md states.

Runs over whatever lists exist, so a new list or language is checked without touching this file; a list whose columns
are not known here fails, because nobody would know how to read it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import waarmerk
from waarmerk.records import PRINCIPLES

DATA = Path(waarmerk.__file__).parent / "data"
FILES = sorted((DATA / "lexicons").glob("*/*.txt"))
GRADED = ("phrase", "grade", "flags", "why")
COLUMNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("buzzwords", "stock-phrases", "hype", "boast", "belief", "how", "benefit", "ask"), GRADED),
    **dict.fromkeys(("dialogue", "push", "deeds", "traits", "respect", "ties", "heavy"), GRADED),
    **dict.fromkeys(("roles", "hedges", "vague"), ("phrase", "grade")),
    "pronouns": ("class", "phrase"),
    "principles": ("principle", "phrase", "grade", "flags", "why"),
    "values": ("value-id", "phrase", "grade", "kind", "note"),
    "polarity": ("phrase", "polarity"),
    "relations": ("relation", "kind", "phrase", "attachment", "stance"),
    "kinds": ("kind", "phrase"),
    "facts": ("class", "kind", "phrase"),
    "formality": ("class", "phrase"),
    "stance": ("reach", "phrase", "stance"),
    "behind": ("relation", "phrase"),
    "audiences": ("group", "level", "phrase"),
    "negation": ("phrase",),
    "smallwords": ("phrase",),
    "abbreviations": ("abbreviation",),
    "plain": ("phrase => plain words", "note"),
}
OPTIONAL = {"grade", "flags", "why", "note", "kind", "attachment", "stance", "polarity"}  # may be left off at the end
REQUIRED = {"stance": 3, "values": 5, "principles": 3, "polarity": 2, "relations": 3, "kinds": 2, "plain": 1}
RELATIONS = {"founder", "employee", "alum", "client", "partner", "user", "fan", "critic", "member", "certified"}
RELATIONS |= {"featured", "mention"}
KINDS = {"brand", "employer", "client", "institution", "school", "club", "faith", "party", "union", "product", "media"}
KINDS |= {"community", ""}
FLAGS = {
    "buzzwords": {"bare"},
    "ask": {"action", "dialogue"},
    "deeds": {"done", "habit", "light"},
    "traits": {"soft"},
}
WORD = re.compile(r"(?:\((?=[^()]*\)$))?[^\W_][\w'’&.-]*\*?(?:/[^\W_][\w'’&.-]*\*?)*\)?|_")
Row = tuple[int, dict[str, str]]


def rows(path: Path) -> list[Row]:
    """Line numbers and entries by column name; columns that were left off are empty."""
    names = COLUMNS[path.stem]
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            found.append((number, dict(zip(names, cells + [""] * (len(names) - len(cells)), strict=False))))
    return found


def phrase_of(path: Path, entry: dict[str, str]) -> str:
    first = next(value for name, value in entry.items() if name.startswith(("phrase", "abbreviation")))
    return first.partition("=>")[0].strip() if path.stem == "plain" else first


def each_file(*names: str) -> pytest.MarkDecorator:
    """The files of these names in every language (all files without names)."""
    chosen = [path for path in FILES if not names or path.stem in names]
    return pytest.mark.parametrize("path", chosen, ids=[f"{path.parent.name}-{path.stem}" for path in chosen])


def test_there_are_lists_in_both_languages() -> None:
    assert {path.parent.name for path in FILES} >= {"en", "nl"}


@each_file()
def test_header_says_what_it_is_and_which_columns(path: Path) -> None:
    header = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert path.stem in COLUMNS
    assert len(header) >= 2
    columns = {line.lstrip("# ").removeprefix("Columns: ").split(" | ")[0].strip() for line in header}
    assert COLUMNS[path.stem][0] in columns, "no header line names the columns"


@each_file()
def test_every_line_has_the_right_number_of_columns(path: Path) -> None:
    names = COLUMNS[path.stem]
    least = REQUIRED.get(path.stem, sum(name not in OPTIONAL for name in names) + ("grade" in names))
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            assert least <= len(line.split("|")) <= len(names), f"{path.name}:{number}: {line}"


@each_file()
def test_phrases_are_rows_of_words(path: Path) -> None:
    if path.stem == "abbreviations":
        return
    for number, entry in rows(path):
        words = phrase_of(path, entry).split()
        assert words, f"{path.name}:{number} is empty"
        for word in words:
            assert WORD.fullmatch(word), f"{path.name}:{number}: {word!r} is no word, a/b, word*, _ or (word)"
            assert word.count("(") == word.count(")"), f"{path.name}:{number}: {word!r}"
            assert not any(choice.isdigit() for choice in word.split("/")[1:]), (
                f"{path.name}:{number}: {word!r} is two numbers"
            )
        assert set(words) - {"_"}, f"{path.name}:{number} matches anything"
        assert not words[0].startswith("(") or len(words) > 1, f"{path.name}:{number} matches nothing"


@each_file()
def test_prefixes_are_long_enough_to_mean_something(path: Path) -> None:
    for number, entry in rows(path):
        for word in re.split(r"[ /]", phrase_of(path, entry)):
            assert not word.endswith("*") or len(word) >= 4, f"{path.name}:{number}: {word!r} matches too much"


@each_file()
def test_phrases_are_lower_case(path: Path) -> None:
    if path.stem != "abbreviations":
        assert [entry for _, entry in rows(path) if phrase_of(path, entry) != phrase_of(path, entry).lower()] == []


@each_file()
def test_no_entry_stands_twice(path: Path) -> None:
    group = {
        "values": ("value-id", "kind"),
        "principles": ("principle",),
        "relations": ("relation", "kind"),
        "facts": ("class", "kind"),
        "stance": ("reach",),
        "behind": ("relation",),
    }
    seen: dict[tuple[str, ...], int] = {}
    for number, entry in rows(path):
        key = (*(entry[name] for name in group.get(path.stem, ())), phrase_of(path, entry))
        key = (*key, entry["kind"]) if path.stem == "kinds" else key
        assert key not in seen, f"{path.name}:{number} repeats line {seen[key]}: {key}"
        seen[key] = number


@each_file()
def test_grades_are_within_range(path: Path) -> None:
    for number, entry in rows(path):
        if "grade" in entry:
            assert 0 < float(entry["grade"]) <= 1, f"{path.name}:{number}"
        for signed in ("polarity", "stance"):
            if entry.get(signed):
                assert -1 <= float(entry[signed]) <= 1, f"{path.name}:{number}"


@each_file(*FLAGS)
def test_flags_are_known(path: Path) -> None:
    unknown = {flag for _, entry in rows(path) for flag in entry["flags"].split()} - FLAGS[path.stem]
    assert unknown == set()


@each_file("values")
def test_values_are_those_of_the_catalogue(path: Path) -> None:
    with (DATA / "values.csv").open(encoding="utf-8", newline="") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    least = {"name": 8, "word": 15, "deed": 10, "against": 4}
    entries = [entry for _, entry in rows(path)]
    assert {entry["value-id"] for entry in entries} == ids
    assert {entry["kind"] for entry in entries} == set(least)
    for value in ids:
        for kind, count in least.items():
            have = sum(entry["value-id"] == value and entry["kind"] == kind for entry in entries)
            assert have >= count, f"{value} has {have} entries of kind {kind}"


@each_file("values")
def test_a_name_names_one_value(path: Path) -> None:
    owners: dict[str, set[str]] = {}
    for _, entry in rows(path):
        if entry["kind"] == "name":
            owners.setdefault(entry["phrase"], set()).add(entry["value-id"])
    assert {name: values for name, values in owners.items() if len(values) > 1} == {}


@each_file("principles")
def test_every_principle_has_entries(path: Path) -> None:
    assert {entry["principle"] for _, entry in rows(path)} == set(PRINCIPLES)


@each_file("relations")
def test_relations_and_their_kinds_are_known(path: Path) -> None:
    entries = [entry for _, entry in rows(path)]
    assert {entry["relation"] for entry in entries} == RELATIONS
    assert {entry["kind"] for entry in entries} <= KINDS
    assert {entry["attachment"] for entry in entries} <= {"", "loose", "committed", "absolute"}


@each_file("stance")
def test_reaches_are_known_and_every_one_is_used(path: Path) -> None:
    entries = [entry for _, entry in rows(path)]
    assert {entry["reach"] for entry in entries} == {"any", "after", "before", "swap", "more", "less", "than"}
    assert all(float(entry["stance"]) for entry in entries)


@each_file("behind")
def test_relations_behind_a_name_are_known(path: Path) -> None:
    assert {entry["relation"] for _, entry in rows(path)} <= RELATIONS


@each_file("kinds")
def test_kinds_are_known(path: Path) -> None:
    assert {entry["kind"] for _, entry in rows(path)} <= KINDS - {""}


@each_file("plain")
def test_plain_words_are_given_or_the_word_goes(path: Path) -> None:
    for number, entry in rows(path):
        before, arrow, after = (part.strip() for part in entry["phrase => plain words"].partition("=>"))
        assert all((before, arrow, after)), f"{path.name}:{number}"
        assert before != after, f"{path.name}:{number}"
        assert not set(after) & set("*/_()|"), f"{path.name}:{number}: plain words are put in as they stand"
