"""Scaffold a signal: `make new-signal ID=my-signal CATEGORY=clarity`.

Writes the module with its examples to fill in and an empty word list, and appends its row in scoring.toml, its texts and
its notes, for every language. The line in signals/__init__.py and the words themselves are yours: the tests name what is
still missing.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from waarmerk import messages

PACKAGE = Path(__file__).parents[1] / "server" / "waarmerk"
MODULE = '''"""{title}: what it measures, in one line.

Source: where the idea comes from. Known gap: {gap}
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "{id}"
FLAGGED = {{"en": ("A sentence that must flag.",), "nl": ("Een zin die gemeld moet worden.",)}}
CLEAN = {{"en": ("I repair clocks in Wexcombe.",), "nl": ("Ik repareer klokken in Merelveld.",)}}


def measure(text: Text, brand: Brand) -> Reading:
    """Share of sentences that …, 0..1 (0 is best)."""
    sentences = kit.scored(text)
    found = [kit.finding(ID, s, _strength(s)) for s in sentences if _strength(s) >= kit.FLAGGED_FROM]
    return kit.reading(ID, kit.mean_of(sentences, _strength), found)


def _strength(s: Sentence) -> float:
    return max((m.grade for m in s.matches.get("{id}", ())), default=0.0)
'''
SCORING = """
[signals.{id}]
category = "{category}"
weight = 0.1
good = 0.0
poor = 0.5
"""
PARTS = ("title", "measures", "needs", "why", "unit", "source", "gap", "weighing", "good", "middling", "poor")
TEXTS = {**dict.fromkeys(PARTS, "…"), "gap": "What it cannot see."}  # the gap stands in the module too
NOTES = dict.fromkeys(("concern", "strength", "evidence"), "…")


def main(signal: str, category: str) -> None:
    """Write the scaffold; refuses to write over a signal that is there."""
    module = PACKAGE / "signals" / f"{signal.replace('-', '_')}.py"
    if module.exists():
        sys.exit(f"{module.name} is there already.")
    title = signal.replace("-", " ").capitalize()
    module.write_text(MODULE.format(id=signal, title=title, gap=TEXTS["gap"]), encoding="utf-8")
    _append(PACKAGE / "data" / "scoring.toml", SCORING.format(id=signal, category=category))
    for language in messages.LANGUAGES:
        locale = PACKAGE / "data" / "locale" / language
        _append(locale / "signals.toml", f"\n[{signal}]\n{_rows(TEXTS)}")
        _append(locale / "report.toml", f"\n[note.{signal}]\n{_rows(NOTES)}")
        lexicon = PACKAGE / "data" / "lexicons" / language / f"{signal}.txt"
        lexicon.write_text(f"# {signal} ({language}). Source: …\n# phrase | grade | flags | why\n", encoding="utf-8")
    print(f"Written: {module}\nNow add it to signals/__init__.py, fill in examples and texts, and run `make check`.")


def _rows(texts: Mapping[str, str]) -> str:
    return "".join(f'{part} = "{text}"\n' for part, text in texts.items())


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8").rstrip() + "\n" + text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make new-signal ID=my-signal CATEGORY=clarity")
    main(sys.argv[1], sys.argv[2])
