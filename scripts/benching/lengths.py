"""Cost per 1,000 characters of short, long and the longest texts: flat, where the cost is linear in the text."""

from __future__ import annotations

import statistics

from benching import audits, texts
from benching.timing import timed

LENGTHS = {
    2_000: 20,
    20_000: 5,
    199_900: 2,
}  # characters, up to what the contract takes with the brand: how many audits
FLAT = 0.15


def section() -> list[str]:
    """A row a language, and how far from flat."""
    rows = [f"| language | {' | '.join(f'{n:,} characters' for n in LENGTHS)} | from the mean |", "|---" * 5 + "|"]
    for language in texts.LANGUAGES:
        costs = [cost(language, characters, times) for characters, times in LENGTHS.items()]
        mean = statistics.mean(costs)
        off = max(abs(c - mean) for c in costs) / mean
        told = f"± {off:.0%}{'' if off <= FLAT else f', beyond ± {FLAT:.0%}'}"
        rows.append(f"| {language} | {' | '.join(f'{c:.1f}' for c in costs)} | {told} |")
    return [
        "Processor time in ms per 1,000 characters at the median, without suggestions; no sentence stands twice.",
        "",
        *rows,
    ]


def cost(language: str, characters: int, times: int) -> float:
    """ms per 1,000 characters of that many audits of texts of that length."""
    pieces = [texts.running(language, characters, skip=7 * i) for i in range(times)]
    return timed(audits.audit(0), pieces).p50 * 1000 / characters
