"""How well reading ease and syllables are measured: `python scripts/bench_readability.py [folder]`.

Syllables on our own word lists, beside pyphen where it is installed. Reading ease as the share of pairs whose easy sentence
reads more easily, by the product's blend and by each published formula: on our own pairs (held out in folds, as the blend
is fitted on them) and on the simplification pairs of the folder, where one is given, which nothing was fitted on. A draw
counts as wrong. Nothing of the folder is kept but the figures.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models" / "readability"))

import twins  # noqa: E402 - a script of the model's folder

from waarmerk import ease, syllables  # noqa: E402 - as above

LISTS = ROOT / "tests" / "syllables"
PAIRS = "dutch-simplification-dev.csv"
PYPHEN = {"en": "en_US", "nl": "nl_NL"}  # of its English lists the one that does best here
Score = Callable[[str], float]


def words(language: str, *, held_out: bool) -> Iterator[tuple[str, int]]:
    """Each word of a list with its syllables; all of them, or those that no rule was made for."""
    beyond = not held_out
    for line in (LISTS / f"{language}.txt").read_text("utf-8").splitlines():
        beyond = beyond or line == "# held out"
        if beyond and line and not line.startswith("#"):
            yield line.replace("·", ""), len(line.split("·"))


def counters(language: str) -> dict[str, Callable[[str], int]]:
    """Ours, and pyphen where it is there, told to part single letters too."""
    found: dict[str, Callable[[str], int]] = {"waarmerk": lambda w: syllables.count(w, language)}
    try:
        from pyphen import Pyphen
    except ImportError:
        return found
    parted = Pyphen(lang=PYPHEN[language], left=1, right=1)
    return {**found, "pyphen": lambda w: len(parted.positions(w)) + 1}


def scores(language: str) -> dict[str, Score]:
    """The blend and the published formulas of a language, each a function of a text."""

    def by(name: str) -> Score:
        def score(text: str) -> float:
            found = ease.read(twins.read(text, language), language)
            if found is None:
                return 0.0
            return found.ease if name == "blend" else rules.formulas[name].ease(found.length, found.syllables)

        return score

    rules = ease.of(language)
    return {name: by(name) for name in ("blend", *rules.formulas)}


def right(pairs: list[tuple[str, str]], score: Score) -> float:
    """Share of (hard, easy) whose easy one scores higher."""
    return sum(score(easy) > score(hard) for hard, easy in pairs) / len(pairs)


def main(folder: Path | None) -> None:
    """Print both tables."""
    print("| syllables | words | counted right |\n|---|---|---|")
    for language in twins.LANGUAGES:
        for held_out in (False, True):
            listed = list(words(language, held_out=held_out))
            name = f"{language}, no rule made for them" if held_out else language
            for counter, count in counters(language).items():
                share = sum(count(w) == n for w, n in listed) / len(listed)
                print(f"| {name} | {len(listed)} | {counter} {share:.3f} |")
    print("\n| pairs | number | put right |\n|---|---|---|")
    rows = twins.table()
    print(f"| own, both languages | {len(rows)} | blend {twins.crossed(rows):.3f} (in folds) |")
    for language in twins.LANGUAGES:
        own = twins.pairs(language)
        told = ", ".join(f"{name} {right(own, s):.3f}" for name, s in scores(language).items() if name != "blend")
        print(f"| own, {language} | {len(own)} | {told} |")
    if folder:
        with (folder / PAIRS).open(encoding="utf-8", newline="") as file:
            gathered = [(row["Complex"], row["Simple"]) for row in csv.DictReader(file)]
        told = ", ".join(f"{name} {right(gathered, s):.3f}" for name, s in scores("nl").items())
        same = sum(hard.strip() == easy.strip() for hard, easy in gathered)
        print(f"| {PAIRS} | {len(gathered)}, {same} of them twice the same sentence | {told} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    main(parser.parse_args().folder)
