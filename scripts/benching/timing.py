"""Processor time of one call after another, and the machine they ran on."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Timed(NamedTuple):
    """Milliseconds of processor time at the median and for nineteen of twenty, and the mean of what the calls gave."""

    p50: float
    p95: float
    found: float


def timed(run: Callable[[T], float], pieces: Sequence[T]) -> Timed:
    """`run` over all pieces, warm: the first is run once before."""
    run(pieces[0])
    spent, found = [], []
    for piece in pieces:
        began = time.process_time()
        found.append(run(piece))
        spent.append(1000 * (time.process_time() - began))
    return summary(spent, found)


def summary(spent: Sequence[float], found: Sequence[float]) -> Timed:
    """The figures of calls that were timed elsewhere."""
    return Timed(statistics.median(spent), statistics.quantiles(spent, n=20)[-1], statistics.mean(found))


def machine() -> str:
    """Processor, its number, Python and load, as a line: a busy machine makes every figure an upper bound."""
    name = next((row.partition(":")[2].strip() for row in _rows("/proc/cpuinfo") if row.startswith("model name")), "")
    load = f"load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    parts = (name or platform.processor() or platform.machine(), f"{os.cpu_count()} processors")
    return ", ".join(filter(None, (*parts, f"Python {platform.python_version()}", load)))


def _rows(file: str) -> list[str]:
    return Path(file).read_text("utf-8").splitlines() if Path(file).exists() else []
