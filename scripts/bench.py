"""Time, memory and load, as ratios against rivals in the same run: `make bench`, or `python scripts/bench.py [NAME …]`.

NAME is one of audits, lengths, pages, requests; all without. Prints Markdown; `--write` puts all of it in
docs/benchmarks.md with date and machine.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benching import audits, lengths, pages, requests
from benching.timing import machine

DOCUMENT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
SECTIONS: dict[str, tuple[str, Callable[[], list[str]]]] = {
    "audits": ("Audits, beside other checkers of prose", audits.section),
    "lengths": ("Cost by length", lengths.section),
    "pages": ("Reading pages", pages.section),
    "requests": ("Requests per second", requests.section),
}


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SECTIONS)}")
    parser.add_argument("--write", action="store_true", help="put the figures in docs/benchmarks.md")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(SECTIONS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    if asked.write and asked.names:
        parser.error("--write takes all sections, so that the page is of one run")
    lines = ["# Benchmarks", "", f"`make bench`, {datetime.now(UTC).date().isoformat()}, {machine()}.", ""]
    print("\n".join(lines))
    for name in asked.names or SECTIONS:
        title, section = SECTIONS[name]
        made = [f"## {title}", "", *section(), ""]
        print("\n".join(made), flush=True)
        lines += made
    if asked.write:
        DOCUMENT.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
