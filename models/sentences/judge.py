"""Judges the linear heads: `python models/sentences/judge.py [DATA] [--write]`.

Reads our own held-out bios and, from the folder DATA, `gold-dev.jsonl` (real bios read in two passes; never trained on,
nothing chosen by them). Prints figures per language with 90 % intervals over bios, beside and joined with the encoder where
it is there, and the processor time of 190 words; `--write` keeps them in metrics.json.
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
import reading
from measures import interval, macro_f1, micro_f1, spearman

from waarmerk import encoder
from waarmerk.classifiers import join, linear, neural, rules
from waarmerk.records import CIRCLES, MODES, Sentence

Read = dict[str, Any]
Judge = Callable[[Sequence[Sentence]], list[Read]]
WEIGHTS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)  # of the encoder


def by_linear(found: Sequence[Sentence]) -> list[Read]:
    """What the product says where the encoder is absent."""
    return [_read(s.classes) for s in linear.classify(found)]


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


def joined(found: Sequence[Sentence], weight: float, threshold: float) -> list[Read]:
    """The encoder's probabilities and the linear ones, averaged: `weight` is the encoder's."""
    network = encoder.load()
    assert network is not None
    fitted = join.load()
    told = linear.probabilities(found)
    values = linear.load().arrays["values"].tolist()
    out = []
    for i, (s, r) in enumerate(zip(found, neural.rows(network, found), strict=True)):
        c = _read(linear.Classes())
        for head, labels in (("mode", MODES), ("circle", CIRCLES)):
            mean = weight * np.array([r[head][x] for x in labels]) + (1 - weight) * told[head][i]
            c[head] = labels[int(mean.argmax())]
        strong = fitted.values(r["values"], rules.values(s))
        level = {v: weight * strong.get(v, 0.0) + (1 - weight) * _strength(told["values"][i, j])
                 for j, v in enumerate(values)}  # fmt: skip
        c["values"] = {v for v, x in level.items() if x >= threshold}
        out.append(c)
    return out


def _strength(chance: float) -> float:
    return linear.load().strengths.strength("values", float(chance))


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
    parser.add_argument("--join", action="store_true", help="also beside and joined with the encoder")
    chosen = parser.parse_args()
    kept_out = reading.validation(corpus.read())
    ours = bench.own(kept_out)
    made: Read = {"held_out": judged(ours, by_linear), "milliseconds_190_words": milliseconds(kept_out)}
    if chosen.data:
        made["gold_dev"] = judged(bench.gold(chosen.data / "gold-dev.jsonl"), by_linear)
    if chosen.join and encoder.load():
        for w in WEIGHTS:
            made[f"joined_{w}"] = judged(ours, lambda found, w=w: joined(found, w, 0.5), rounds=0)
    for name, rows in made.items():
        for lang, row in rows.items():
            print(name, lang, row if isinstance(row, float) else {k: v[0] for k, v in row.items()})
    if chosen.write:
        path = trainer.HERE / "metrics.json"
        kept = json.loads(path.read_text("utf-8"))
        path.write_text(json.dumps(kept | {"linear": made}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
