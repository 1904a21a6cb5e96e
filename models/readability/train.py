"""Fit the weights of reading ease on our own pairs: `python models/readability/train.py`, `--write` to put them in place."""

from __future__ import annotations

import argparse
import re

import twins


def main(*, write: bool) -> None:
    """Fit, tell, and put in place where asked."""
    rows = twins.table()
    lines = twins.written(twins.fitted(rows))
    print(lines)
    print(f"{len(rows)} pairs, {twins.crossed(rows):.3f} put right when held out")
    if write:
        text = twins.RULES.read_text("utf-8")
        twins.RULES.write_text(re.sub(r"(?:\w+ = .*\n)+", lines, text), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    main(write=parser.parse_args().write)
