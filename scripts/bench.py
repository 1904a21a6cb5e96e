"""Time, memory and findings of a whole audit on our own bios, on one core: `make bench`. Rivals run on the same texts.

Prints one table; `--write` puts it in docs/benchmarks.md with date and machine. Figures are processor time.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models" / "sentences"))

WORDS = 190
NUMBER = 40


def texts(language: str) -> list[str]:
    """Our own bios joined to about WORDS words each."""
    import corpus

    made, text = [], ""
    for bio in corpus.read():
        if bio.lang == language and not bio.loose:
            text += " ".join(s.text for s in bio.sentences) + "\n"
            if len(text.split()) >= WORDS:
                made.append(" ".join(text.split()[:WORDS]))
                text = ""
    return made[:NUMBER]


def waarmerk(suggestions: int) -> Callable[[str], int]:
    """A whole audit with three declared values; returns the number of concerns."""
    from waarmerk import pipeline

    def run(text: str) -> int:
        report = pipeline.audit(
            {
                "profiles": [{"text": text}],
                "brand": {"values": ["honesty", "care", "craftsmanship"]},
                "options": {"suggestions": suggestions},
            }
        )
        return sum(f["polarity"] == "concern" for f in report["findings"])

    return run


def _two_scores(text: str) -> int:
    import textstat

    return int(textstat.coleman_liau_index(text) + textstat.automated_readability_index(text) < 0)


def rivals() -> dict[str, Callable[[str], int]]:
    """Those that are installed."""
    found: dict[str, Callable[[str], int]] = {}
    try:
        import textstat  # noqa: F401 - is it there?

        found["textstat (2 scores)"] = _two_scores
    except ImportError:
        pass
    try:
        from proselint.tools import LintFile

        found["proselint"] = lambda t: len(LintFile(content=t, source="bio").lint())
    except ImportError:
        pass
    return found


def timed(run: Callable[[str], int], pieces: Sequence[str]) -> tuple[float, float, float]:
    """p50 and p95 in milliseconds of processor time, and findings a text; warm."""
    run(pieces[0])
    spent, found = [], []
    for piece in pieces:
        began = time.process_time()
        found.append(run(piece))
        spent.append(1000 * (time.process_time() - began))
    return statistics.median(spent), statistics.quantiles(spent, n=20)[-1], statistics.mean(found)


def table() -> list[str]:
    """The rows, as Markdown."""
    began = time.process_time()
    import waarmerk as package

    imported = time.process_time() - began
    package.audit({"profiles": [{"text": "I bake bread in Leeds, every day."}]})
    first = time.process_time() - began
    rows = ["| what | language | p50 ms | p95 ms | concerns a text |", "|---|---|---|---|---|"]
    runs = {"waarmerk, audit": waarmerk(0), "waarmerk, with ten suggestions": waarmerk(10), **rivals()}
    for name, run in runs.items():
        for language in ("en", "nl"):
            p50, p95, found = timed(run, texts(language))
            rows.append(f"| {name} | {language} | {p50:.1f} | {p95:.1f} | {found:.1f} |")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append("")
    cold = f"`import waarmerk` {imported:.2f} s, first audit {first:.2f} s from cold"
    rows.append(f"{cold}, peak memory {memory:.0f} MB (processor time).")
    return rows


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    lines = table()
    print("\n".join(lines))
    if asked.write:
        day = datetime.now(UTC).date().isoformat()
        machine = f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, one core"
        head = f"# Benchmarks\n\n`make bench`, {day}, {machine}.\n\n"
        (ROOT / "docs" / "benchmarks.md").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
