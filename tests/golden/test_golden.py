"""The examples' reports are as they were reviewed; another processor may move a figure by a little, never a judgement."""

from __future__ import annotations

import json

import pytest

from golden import kept, names, short

POINTS = 3.0  # 8-bit arithmetic differs between processors
SAME = 0.9  # share of the lines that must be the same


@pytest.mark.parametrize("name", names())
def test_report_is_as_reviewed(name):
    now, then = short(name), json.loads(kept(name).read_text("utf-8"))
    assert now["overall"]["score"] == pytest.approx(then["overall"]["score"], abs=POINTS)
    assert now["overall"]["verdict"] == then["overall"]["verdict"]
    assert {s: v[0] for s, v in now["signals"].items()} == {s: v[0] for s, v in then["signals"].items()}
    for category, score in then["categories"].items():
        assert now["categories"][category] == (score if score is None else pytest.approx(score, abs=2 * POINTS)), (
            category
        )
    for part in ("sentences", "concerns", "associations"):
        assert alike(now[part], then[part]) >= SAME, part


def alike(a: list[str], b: list[str]) -> float:
    """Share of lines in common."""
    return 1.0 if not a and not b else len(set(a) & set(b)) / len(set(a) | set(b))


def test_the_hollow_one_and_the_shown_one_are_told_apart():
    assert short("plain")["overall"]["score"] > short("polished")["overall"]["score"] + 25
