"""Other checkers of prose on the same texts: those that are installed. Their work differs from ours; only cost compares.

proselint (`pip install proselint`), write-good and harper.js (`npm ci`) know English alone; textstat is two formulas.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benching.timing import Timed, summary, timed

NODE = Path(__file__).with_name("rivals.js")


def all_of(language: str, pieces: Sequence[str]) -> dict[str, Timed]:
    """By name what each rival took and found on these texts."""
    found = {"textstat, two formulas": timed(_two_scores, pieces)} if find_spec("textstat") else {}
    if language != "en":
        return found
    if find_spec("proselint"):
        found["proselint"] = timed(_proselint(), pieces)
    return {**found, **_of_node(pieces)}


def _two_scores(text: str) -> float:
    import textstat

    return float(textstat.coleman_liau_index(text) + textstat.automated_readability_index(text) < 0)


def _proselint() -> Callable[[str], float]:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return lambda text: len(LintFile(content=text, source="bio").lint())


def _of_node(pieces: Sequence[str]) -> dict[str, Timed]:
    if not shutil.which("node"):
        return {}
    done = subprocess.run(["node", NODE], input=json.dumps(pieces), stdout=subprocess.PIPE, text=True, check=True)
    return {name: summary(*zip(*rows, strict=True)) for name, rows in json.loads(done.stdout).items()}
