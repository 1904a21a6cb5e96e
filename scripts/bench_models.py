"""One table of how well sentences are judged: `make bench-models DATA=folder`.

Each head on real labelled bios (both readings, per language, beside the readings' own agreement) and on the public sets in
the folder, beside the published figure and a plain TF-IDF + linear model computed in the same run. Nothing of the folder
is kept but the figures. The sets, their sources and licences are described in the folder's own README.
`--bios` leaves the public sets out; `--write` puts the figures of the bios, per signal, in models/sentences/metrics.json,
from where the methods page and the API tell them, and in the README.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from judging import gold, public
from judging.measures import Row

HEAD = "| set | head | waarmerk | plain linear | bound or published |\n|---|---|---|---|---|"


ROOT = Path(__file__).parents[1]
METRICS = ROOT / "models" / "sentences" / "metrics.json"
BEGIN, END = "<!-- quality -->", "<!-- /quality -->"
# which signals rest on which head, and what the figure is called
RESTS_ON = {
    "mode": ("evidence",),
    "circle": ("why", "golden-circle"),
    "values": ("value-coverage", "say-do", "value-conflict", "value-focus"),
    "hollow": ("buzzwords", "stock-phrases"),
    "boast": ("boasting",),
    "hype": ("hype",),
    "specific": ("specificity",),
    "associations": ("associations", "attachment"),
    "relation": ("associations",),
}
MEASURE = {"boast": "rho", "hype": "rho", "specific": "rho", "relation": "share right"}


def main(folder: Path, *, bios_only: bool, write: bool) -> None:
    """Print the table, bios first."""
    if not (folder / "gold-dev.jsonl").is_file():
        raise SystemExit("usage: make bench-models DATA=folder (one that holds gold-dev.jsonl and the public sets)")
    print(HEAD)
    bios = []
    for row in gold.rows(folder):
        bios.append(row)
        print(_line(row), flush=True)
    if write:
        keep(bios)
    for row in () if bios_only else public.rows(folder):
        print(_line(row), flush=True)


def keep(rows: list[Row]) -> None:
    """Put the figures where the product reads them, and the table in the README."""
    signals: dict[str, dict[str, dict[str, float]]] = {}
    for row in rows:
        language = row.set.split()[-1]
        for signal in RESTS_ON[row.head]:
            told = f"{row.head} {MEASURE.get(row.head, 'F1')}"
            signals.setdefault(signal, {}).setdefault(language, {})[told] = round(row.ours, 2)
    metrics = json.loads(METRICS.read_text("utf-8"))
    METRICS.write_text(json.dumps({**metrics, "signals": signals}, indent=1) + "\n", encoding="utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    before, _, rest = readme.partition(BEGIN)
    table = "\n".join([BEGIN, HEAD, *map(_line, rows), END])
    (ROOT / "README.md").write_text(before + table + rest.partition(END)[2], encoding="utf-8")


def _line(row: Row) -> str:
    plain = "–" if row.plain is None else f"{row.plain:.2f}"
    return f"| {row.set} | {row.head} | {row.ours:.2f} | {plain} | {row.beside} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bios", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    main(asked.folder, bios_only=asked.bios, write=asked.write)
