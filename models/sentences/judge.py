"""Judges the linear heads: `python models/sentences/judge.py [DATA] [--write]`.

Reads our own held-out bios and, from the folder DATA, `gold-dev.jsonl` (real bios read in two passes; never trained on,
nothing chosen by them). Prints figures per language with 90 % intervals over bios, alone and joined with the encoder where
it is there, bias probes and the processor time of 190 words; `--write` keeps them in metrics.json.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import linear as trainer  # puts the other folder of models/ on the path

import bench  # isort: skip
import corpus
import numpy as np
import probes
import reading
from measures import interval, macro_f1, micro_f1, spearman

from waarmerk import classifiers, encoder
from waarmerk.classifiers import linear
from waarmerk.records import Sentence

Read = dict[str, Any]
Judge = Callable[[Sequence[Sentence]], list[Read]]


def by_linear(found: Sequence[Sentence]) -> list[Read]:
    """What the product says where the encoder is absent."""
    return [_read(s.classes) for s in linear.classify(found)]


def by_product(found: Sequence[Sentence]) -> list[Read]:
    """What it says where the encoder is there: both, joined."""
    return [_read(s.classes) for s in classifiers.classify(found)]


def _read(c: Any) -> Read:
    strong = {v for v, x in c.values.items() if x >= 0.5}
    return {
        "mode": c.mode, "circle": c.circle, "values": strong, "boast": c.boast, "hype": c.hype, "specific": c.specific,
        "principles": {p for p, x in c.principles.items() if x >= 0.5}, "act": c.act,
    }  # fmt: skip


def figures(bios: Sequence[list[Read]]) -> dict[str, float]:
    """All figures over some bios, each a list of {gold, found} with one entry a pass; the mean over passes."""
    made: dict[str, list[float]] = {}
    for turn in range(len(bios[0])):
        gold = [s for b in bios for s in b[turn]["gold"]]
        found = [s for b in bios for s in b[turn]["found"]]
        one = {k: macro_f1([s[k] for s in gold], [s[k] for s in found]) for k in ("mode", "circle")}
        one |= {k: micro_f1([set(s[k]) for s in gold], [s[k] for s in found]) for k in ("values", "principles")}
        one |= {k: spearman([s[k] for s in gold], [s[k] for s in found]) for k in ("boast", "hype", "specific")}
        if "act" in gold[0]:
            one["act"] = macro_f1([s["act"] for s in gold], [s["act"] for s in found])
        for k, x in one.items():
            made.setdefault(k, []).append(x)
    return {k: float(np.mean(x)) for k, x in made.items()}


def judged(bios: Sequence[Read], say: Judge, rounds: int = 120) -> dict[str, dict[str, list[float]]]:
    """Per language: figure -> [value, low, high]."""
    out = {}
    for lang in corpus.LANGUAGES:
        mine = [b for b in bios if b["lang"] == lang]
        plain = [corpus.Bio(lang, "", tuple(corpus.Labelled(t, "", "", 1) for t in b["texts"])) for b in mine]
        told = iter(say(reading.sentences(plain)))
        reads = []
        for b in mine:
            found = [next(told) for _ in b["texts"]]
            reads.append([{"gold": p["sentences"], "found": found} for p in b["passes"]])
        mean = figures(reads)
        ends = interval(reads, figures, rounds) if rounds else {k: (x, x) for k, x in mean.items()}
        out[lang] = {k: [round(y, 3) for y in (x, *ends[k])] for k, x in mean.items()}
    return out


def milliseconds(bios: Sequence[corpus.Bio], words: int = 190) -> dict[str, float]:
    """Median processor time of the sentences of `words` words, a language each."""
    out = {}
    for lang in corpus.LANGUAGES:
        found, count = [], 0
        for s in reading.sentences([b for b in bios if b.lang == lang]):
            if count < words:
                found.append(s)
                count += sum(t.kind == "word" for t in s.tokens)
        spent = []
        for _ in range(40):
            begin = time.process_time()
            linear.classify(found)
            spent.append(time.process_time() - begin)
        out[lang] = round(1000 * float(np.median(spent)), 2)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    kept_out = reading.validation(corpus.read())
    ours = bench.own(kept_out)
    told = [("linear", by_linear)] + ([("joined", by_product)] if encoder.load() else [])
    made: Read = {f"{name}_held_out": judged(ours, say) for name, say in told}
    if chosen.data:
        real = bench.gold(chosen.data / "gold-dev.jsonl")
        made |= {f"{name}_gold_dev": judged(real, say) for name, say in told}
    made |= {"probes": probes.table(kept_out), "milliseconds_190_words": milliseconds(kept_out)}
    for name, rows in made.items():
        for lang, row in rows.items():
            print(name, lang, {k: v[0] for k, v in row.items()} if "_" in name and isinstance(row, dict) else row)
    if chosen.write:
        path = trainer.HERE / "metrics.json"
        kept = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(kept | {"linear": kept.get("linear", {}) | made}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
