"""Judges the encoder: `python models/encoder/bench.py [DATA] [--model FOLDER] [--write metrics.json]`.

Reads our own held-out bios and, from the folder DATA, `gold-dev.jsonl` (real bios read in two passes; never trained on).
Prints per language the figures with 90 % intervals over bios, and the processor time of a 190-word text on one core.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "sentences"), str(HERE.parents[1] / "server")]

import corpus  # noqa: E402
import numpy as np  # noqa: E402
from examples import blinded, held_out  # noqa: E402
from measures import interval, macro_f1, micro_f1, spearman  # noqa: E402

from waarmerk import blind  # noqa: E402
from waarmerk.encoder import Encoded, Encoder  # noqa: E402

Read = dict[str, Any]


def gold(path: Path) -> list[Read]:
    """Real bios with both passes."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [{"lang": r["lang"], "texts": _blinded(r["sentences"]), "passes": [r["A"], r["B"]]} for r in rows]


def _blinded(texts: Sequence[str]) -> list[str]:
    found = blind.spans([("about", text) for text in texts])
    return [blind.read(text, spans)[0] for text, spans in zip(texts, found, strict=True)]


def own(bios: Iterable[corpus.Bio]) -> list[Read]:
    """Our bios in the same shape, both readings; the second marked neither hollow phrases nor names, so it has the first's."""
    return [{"lang": b.lang, "texts": blinded(b), "passes": [_pass(b), _pass(b.again())]} for b in bios]


def _pass(bio: corpus.Bio) -> Read:
    return {
        "sentences": [vars(s) for s in bio.sentences],
        "associations": [vars(a) for s in bio.sentences for a in s.associations],
    }


def validation(bios: Iterable[corpus.Bio]) -> list[corpus.Bio]:
    """The bios never trained on: chosen by their first sentence."""
    return [b for b in bios if not b.loose and held_out(b.sentences[0].text)]


def posts(bios: Iterable[corpus.Bio]) -> list[corpus.Bio]:
    """The posts never trained on; `bios` as `corpus.read` gives them for `corpus.POSTS`."""
    return [b for b in bios if held_out(b.sentences[0].text)]


def reading(encoder: Encoder, bio: Read) -> list[Read]:
    """One bio, once per pass: what was said and what the encoder says, sentence by sentence, and associations."""
    answer = encoder.encode([bio["texts"]])[0]
    found = [_sentence(encoder, answer, n) for n in range(len(bio["texts"]))]
    names: dict[str, str] = {}
    for m in answer.names:
        relation = max(m.labels["relation"], key=m.labels["relation"].__getitem__)
        names.setdefault(bio["texts"][m.sentence][m.start : m.end].lower(), relation)
    return [{"gold": p["sentences"], "found": found, **_matched(p["associations"], names)} for p in bio["passes"]]


def _sentence(encoder: Encoder, answer: Encoded, row: int) -> Read:
    best = {k: encoder.labels[k][int(answer.heads[k][row].argmax())] for k in ("mode", "circle")}
    level = {k: float(answer.heads[k][row] @ np.arange(len(encoder.labels[k]))) for k in ("boast", "hype", "specific")}
    values = {v for v, p in zip(encoder.labels["values"], answer.heads["values"][row], strict=True) if p >= 0.5}
    return {**best, **level, "values": values, "hollow": any(m.sentence == row for m in answer.hollow)}


def _matched(told: Sequence[Read], names: dict[str, str]) -> Read:
    """Associations by name, else by a name within the other, as a reader would pair them."""
    left, hits, right = dict(names), 0, 0
    for a in told:
        name = a["name"].lower()
        match = name if name in left else next((n for n in left if name in n or n in name), None)
        if match is not None:
            hits += 1
            right += left.pop(match) == a["relation"]
    return {"hits": hits, "right": right, "told": len(told), "names": len(names)}


def figures(bios: Sequence[list[Read]]) -> dict[str, float]:
    """All figures over some bios, the mean over passes."""
    made: dict[str, list[float]] = {}
    for turn in range(len(bios[0])):
        reads = [b[turn] for b in bios]
        g = [s for r in reads for s in r["gold"]]
        f = [s for r in reads for s in r["found"]]
        one = {k: macro_f1([s[k] for s in g], [s[k] for s in f]) for k in ("mode", "circle")}
        one["values"] = micro_f1([set(s["values"]) for s in g], [s["values"] for s in f])
        one["hollow"] = micro_f1(
            [{"x"} if s["hollow"] else set() for s in g], [{"x"} if s["hollow"] else set() for s in f]
        )
        one |= {k: spearman([s[k] for s in g], [s[k] for s in f]) for k in ("boast", "hype", "specific")}
        hits = sum(r["hits"] for r in reads)
        one["assoc"] = 2 * hits / max(1, sum(r["told"] + r["names"] for r in reads))
        one["relation"] = sum(r["right"] for r in reads) / max(1, hits)
        for k, v in one.items():
            made.setdefault(k, []).append(v)
    return {k: float(np.mean(v)) for k, v in made.items()}


def judge(encoder: Encoder, bios: Sequence[Read], rounds: int = 120) -> dict[str, dict[str, Any]]:
    """Per language: figure -> [value, low, high]."""
    out: dict[str, dict[str, Any]] = {}
    for lang in corpus.LANGUAGES:
        reads = [reading(encoder, b) for b in bios if b["lang"] == lang]
        mean = figures(reads)
        ends = interval(reads, figures, rounds) if rounds else {k: (v, v) for k, v in mean.items()}
        out[lang] = {k: [round(x, 3) for x in (v, *ends[k])] for k, v in mean.items()}
    return out


def milliseconds(encoder: Encoder, bios: Sequence[Read], words: int = 190) -> dict[str, float]:
    """Median processor time of sentences that make up `words` words, a language each."""
    out = {}
    for lang in corpus.LANGUAGES:
        text: list[str] = []
        for sentence in (t for b in bios if b["lang"] == lang for t in b["texts"]):
            if sum(len(t.split()) for t in text) < words:
                text.append(sentence)
        spent = []
        for _ in range(25):
            begin = time.process_time()
            encoder.encode([text])
            spent.append(time.process_time() - begin)
        out[lang] = round(1000 * float(np.median(spent)), 1)
    return out


def table(encoder: Encoder, data: Path | None) -> dict[str, Any]:
    """Everything metrics.json holds: our held-out bios, and the real ones where they are at hand."""
    ours = own(validation(corpus.read()))
    made: dict[str, Any] = {"held_out": judge(encoder, ours)}
    if data:
        made["gold_dev"] = judge(encoder, gold(data / "gold-dev.jsonl"))
    return made | {"milliseconds_190_words": milliseconds(encoder, ours)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--model", type=Path, default=HERE)
    parser.add_argument("--write", type=Path, help="where to keep the figures as JSON")
    chosen = parser.parse_args()
    made = table(Encoder(chosen.model), chosen.data)
    for name, rows in made.items():
        for lang, row in rows.items():
            shown = (
                row
                if isinstance(row, float)
                else " ".join(f"{k} {a:.2f} [{b:.2f} {c:.2f}]" for k, (a, b, c) in row.items())
            )
            print(name, lang, shown)
    if chosen.write:
        chosen.write.write_text(json.dumps(made, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
