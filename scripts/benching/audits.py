"""Whole audits of bios beside rivals on the same texts in the same run, and the start from cold."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from benching import rivals, texts
from benching.timing import Timed, timed

COLD = """
import time; began = time.process_time()
import waarmerk; imported = time.process_time() - began
waarmerk.audit({"profiles": [{"text": "I bake bread in Leeds, every day."}]})
first = time.process_time() - began
from benching.memory import peak
print(f"{imported:.2f} {first:.2f} {peak():.0f}")
"""


def section() -> list[str]:
    """The table of audits and rivals, and the figures from cold."""
    rows = ["| what | language | p50 ms | p95 ms | findings a text | audit is |", "|---|---|---|---|---|---|"]
    for language in texts.LANGUAGES:
        pieces = texts.bios(language)
        plain = timed(audit(0), pieces)
        ours = {"waarmerk, audit": plain, "waarmerk, with ten suggestions": timed(audit(10), pieces)}
        for name, took in {**ours, **rivals.all_of(language, pieces)}.items():
            rows.append(_row(name, language, took, "" if name in ours else f"{plain.p50 / took.p50:.1f} ×"))
    imported, first, peak = cold()
    told = f"From cold: `import waarmerk` {imported} s, with the first audit {first} s, peak memory {peak} MB."
    count = f"{texts.NUMBER} bios of {texts.WORDS} words in each language, three declared values."
    return [f"Processor time. {count} Findings of waarmerk are its concerns.", "", *rows, "", told]


def audit(suggestions: int) -> Callable[[str], float]:
    """A whole audit with three declared values; gives the number of concerns."""
    from waarmerk import pipeline

    brand = {"values": ["honesty", "care", "craftsmanship"]}
    options = {"suggestions": suggestions}

    def run(text: str) -> float:
        report = pipeline.audit({"profiles": [{"text": text}], "brand": brand, "options": options})
        return sum(f["polarity"] == "concern" for f in report["findings"])

    return run


def cold() -> list[str]:
    """Seconds of processor time to import, and to import and audit once; MB of peak memory; in a process of its own."""
    whole = [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{COLD}"]
    return subprocess.run(whole, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def _row(name: str, language: str, took: Timed, ratio: str) -> str:
    return f"| {name} | {language} | {took.p50:.1f} | {took.p95:.1f} | {took.found:.1f} | {ratio} |"
