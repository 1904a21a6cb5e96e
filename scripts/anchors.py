"""How scores spread over real profiles: `python scripts/anchors.py POOL.jsonl [--number N]`.

Audits the bios of a JSONL file (`text`, `lang`) that have at least 60 words, and as many of our own, without a brand, and
prints per signal the deciles of its measure beside its anchors, and of each category and the whole the mean, the standard
deviation and the shares above 95 and below 5. Anchors in data/scoring.toml are set by these: a signal whose middle half
stands at one end of its scale tells profiles apart no more. Nothing of the file is kept.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "models" / "sentences"), str(ROOT / "server")]

import corpus  # noqa: E402

from waarmerk import pipeline  # noqa: E402
from waarmerk.anchors import table  # noqa: E402

LEAST_WORDS = 60
DECILES = (5, 10, 25, 50, 75, 90, 95)


def pool(path: Path, number: int) -> list[tuple[str, str]]:
    """(language, text) of a fixed sample of the file's bios that are long enough."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = [(r["lang"], r.get("text") or " ".join(r["sentences"])) for r in rows]
    long = [t for t in texts if len(t[1].split()) >= LEAST_WORDS]
    dutch = [t for t in long if t[0] == "nl"]
    return dutch + random.Random(1).sample([t for t in long if t[0] != "nl"], min(number, len(long) - len(dutch)))


def own(number: int) -> list[tuple[str, str]]:
    """(language, text) of a fixed sample of our own bios that are long enough, half of them Dutch."""
    texts = [(b.lang, " ".join(s.text for s in b.sentences)) for b in corpus.read() if not b.loose]
    long = [t for t in texts if len(t[1].split()) >= LEAST_WORDS]
    some = [[t for t in long if t[0] == lang] for lang in corpus.LANGUAGES]
    return [t for rows in some for t in random.Random(1).sample(rows, min(number // 2, len(rows)))]


def audits(texts: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """One report a text."""
    options = {"suggestions": 0}
    return [pipeline.audit({"profiles": [{"text": text}], "options": options}) for _, text in texts]


def measures(reports: list[dict[str, Any]]) -> dict[str, list[float]]:
    """Every signal's measures where it applies."""
    found: dict[str, list[float]] = defaultdict(list)
    for report in reports:
        for signal in report["signals"]:
            if signal["status"] == "ok" and signal["measure"] is not None:
                found[signal["id"]].append(signal["measure"])
    return found


def show(name: str, reports: list[dict[str, Any]]) -> None:
    """Prints the spread of every signal, category and of the whole."""
    print(f"\n{name}: {len(reports)} bios of at least {LEAST_WORDS} words\n")
    print(f"{'signal':18} poor>good   {'n':>4}  " + " ".join(f"{f'p{q}':>6}" for q in DECILES) + "  score mean sd")
    for signal, values in sorted(measures(reports).items()):
        row = table().signals[signal]
        scores = [row.place(v) for v in values]
        places = " ".join(f"{np.percentile(values, q):6.2f}" for q in DECILES)
        anchors = f"{row.poor:g}>{row.good:g}"
        print(f"{signal:18} {anchors:11} {len(values):4}  {places}  {np.mean(scores):5.0f} {np.std(scores):4.0f}")
    wholes = {"overall": [r["overall"]["score"] for r in reports]}
    for category in table().categories:
        wholes[category] = [c["score"] for r in reports for c in r["categories"] if c["id"] == category]
    for part, found in wholes.items():
        told = np.array([s for s in found if s is not None])
        if len(told):
            ends = f"> 95: {np.mean(told > 95):.1%}  < 5: {np.mean(told < 5):.1%}"
            print(f"{part:14} n {len(told):4}  mean {told.mean():5.1f}  sd {told.std():4.1f}  {ends}")
    concerns = [sum(f["polarity"] == "concern" for f in r["findings"]) for r in reports]
    failed = sum(s["status"] == "error" for r in reports for s in r["signals"])
    print(f"concerns: median {np.median(concerns):.0f}; signals in error: {failed}")


def main() -> None:
    """Prints both spreads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pool", type=Path)
    parser.add_argument("--number", type=int, default=200)
    chosen = parser.parse_args()
    show("pool", audits(pool(chosen.pool, chosen.number)))
    show("own", audits(own(chosen.number)))


if __name__ == "__main__":
    main()
