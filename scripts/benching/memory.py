"""Memory of this process or of another, as the system tells it."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def peak() -> float:
    """The most memory that this program held, in MB; where there is no /proc, what its parent held may count in."""
    status = Path("/proc/self/status")
    if status.exists():
        return _of(status, "VmHWM") / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def held(group: int) -> float:
    """MB that all processes of a process group hold of their own, shared pages parted among them (Linux)."""
    whole = 0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if int((folder / "stat").read_text("utf-8").rpartition(")")[2].split()[2]) == group:
                    whole += _of(folder / "smaps_rollup", "Pss")
            except (OSError, IndexError, ValueError):
                continue  # it ended meanwhile
    return whole / 1024


def _of(file: Path, row: str) -> int:
    return next(
        (int(line.split()[1]) for line in file.read_text("utf-8").splitlines() if line.startswith(f"{row}:")), 0
    )
