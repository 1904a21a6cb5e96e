"""One table of how well sentences are judged: `make bench-models DATA=folder`.

Each head on real labelled bios (both readings, per language, beside the readings' own agreement) and on the public sets in
the folder, beside the published figure and a plain TF-IDF + linear model computed in the same run. Nothing of the folder
is kept. The sets, their sources and licences are described in the folder's own README.
"""

from __future__ import annotations

import sys
from pathlib import Path

from judging import gold, public
from judging.measures import Row

HEAD = "| set | head | waarmerk | plain linear | bound or published |\n|---|---|---|---|---|"


def main(folder: Path) -> None:
    """Print the table, bios first."""
    if not (folder / "gold-dev.jsonl").is_file():
        sys.exit("usage: make bench-models DATA=folder (one that holds gold-dev.jsonl and the public sets)")
    print(HEAD)
    for row in (*gold.rows(folder), *public.rows(folder)):
        print(_line(row), flush=True)


def _line(row: Row) -> str:
    plain = "–" if row.plain is None else f"{row.plain:.2f}"
    return f"| {row.set} | {row.head} | {row.ours:.2f} | {plain} | {row.beside} |"


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
