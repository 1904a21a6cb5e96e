"""What each kind of feature adds to mode and circle on our own held-out bios: `python models/sentences/ablation.py`."""

from __future__ import annotations

import json

import linear as trainer

import corpus  # isort: skip
import numpy as np
import reading
from measures import macro_f1
from scipy import sparse
from threadpoolctl import threadpool_limits

from waarmerk.classifiers import cues

OWN = len(cues.NAMES)
SETS = {
    "cues": ("own",),
    "words": ("word",),
    "skeleton": ("bone",),
    "words and skeleton": ("word", "bone"),
    "cues, words and skeleton": ("own", "word", "bone"),
    "all, with the neighbours' cues": ("own", "near", "word", "bone"),
}


def main() -> None:
    every = corpus.read()
    kept_out = reading.validation(every)
    bios = [b for b in every if b not in kept_out]
    found, asked = reading.sentences(bios), reading.sentences(kept_out)
    seen = trainer.space(found)
    x, y = ({**made, "own": made["cue"][:, :OWN], "near": made["cue"][:, OWN:]}
            for made in (seen.blocks(found), seen.blocks(asked)))  # fmt: skip
    told, truth = reading.targets(bios), reading.targets(kept_out)
    lang = np.array([s.language for s in asked])
    table: dict[str, dict[str, dict[str, float]]] = {}
    with threadpool_limits(1):
        for name, parts in SETS.items():
            for head in ("mode", "circle"):
                weights, intercept = trainer.fit_head(head, sparse.hstack([x[p] for p in parts]).tocsr(), told[head])
                best = (sparse.hstack([y[p] for p in parts]).tocsr() @ weights + intercept).argmax(1)
                row = {c: macro_f1(truth[head][lang == c].tolist(), best[lang == c].tolist()) for c in ("en", "nl")}
                table.setdefault(name, {})[head] = {c: round(f, 3) for c, f in row.items()}
            print(name, json.dumps(table[name]), flush=True)
    path = trainer.HERE / "metrics.json"
    kept = json.loads(path.read_text("utf-8"))
    kept.setdefault("linear", {})["ablation"] = table
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
