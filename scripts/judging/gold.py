"""Real bios, labelled twice: the product's report against both readings, per language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sklearn.metrics import f1_score

from judging.measures import Row, classifier, label_sets, micro, rank, regressor
from waarmerk import pipeline

sys.path.insert(0, str(Path(__file__).parents[2] / "models" / "sentences"))
import corpus

LANGUAGES = ("en", "nl")
HOLLOW = ("buzzwords", "stock-phrases")
Read = dict[str, Any]


def rows(folder: Path) -> Iterator[Row]:
    """A row per head and language."""
    bios = [json.loads(line) for line in (folder / "gold-dev.jsonl").read_text("utf-8").splitlines()]
    for language in LANGUAGES:
        mine = [b for b in bios if b["lang"] == language]
        found = [one for bio in mine for one in judged(bio)]
        named = [associated(bio) for bio in mine]
        texts = [t for b in mine for t in b["sentences"]]
        readings = [[s for b in mine for s in b[name]["sentences"]] for name in "AB"]
        plain = baseline(language, texts)
        for head in ("mode", "circle", "values", "hollow", "boast", "hype", "specific"):
            ours = sum(figure(head, g, found) for g in readings) / 2
            linear = sum(figure(head, g, plain) for g in readings) / 2 if head in plain[0] else None
            bound = f"{figure(head, readings[0], readings[1]):.2f} (the readings)"
            yield Row(f"bios {language}", head, ours, linear, bound)
        hits, right, told, given = (sum(column) for column in zip(*named, strict=True))
        yield Row(f"bios {language}", "associations", 2 * hits / max(1, told + given), None, "–")
        yield Row(f"bios {language}", "relation", right / max(1, hits), None, "–")


def judged(bio: Read) -> list[Read]:
    """Per labelled sentence what the report says of the sentence that covers it best."""
    about = " ".join(bio["sentences"])
    options = {"language": bio["lang"], "suggestions": 0, "sensitive": True}
    report = pipeline.audit({"profiles": [{"fields": {"about": about}}], "options": options})
    spans = [(f["start"], f["end"]) for f in report["findings"] if f["signal"] in HOLLOW]
    found, at = [], 0
    for text in bio["sentences"]:
        start = about.index(text, at)
        at = start + len(text)
        best = max(report["sentences"], key=lambda s: _overlap((start, at), (s["start"], s["end"])))
        values = {v for v, x in best["values"].items() if x >= 0.5}
        found.append({**best, "values": values, "hollow": any(_overlap((start, at), s) for s in spans)})
    return found


def associated(bio: Read) -> tuple[int, int, int, int]:
    """Names found, their relations right, names told and names given, over both readings."""
    options = {"language": bio["lang"], "suggestions": 0, "sensitive": True}
    about = " ".join(bio["sentences"])
    given = pipeline.audit({"profiles": [{"fields": {"about": about}}], "options": options})["associations"]
    hits = right = told = 0
    for reading in "AB":
        left = list(given)
        for one in bio[reading]["associations"]:
            name = one["name"].lower()
            match = next((a for a in left if a["name"].lower() == name), None) or next(
                (a for a in left if name in a["name"].lower() or a["name"].lower() in name), None
            )
            if match:
                left.remove(match)
                hits += 1
                right += match["relation"] == one["relation"]
        told += len(bio[reading]["associations"])
    return hits, right, told, 2 * len(given)


def figure(head: str, gold: Sequence[Read], found: Sequence[Read]) -> float:
    """Macro F1 for one-of-many heads, micro F1 for values, F1 for hollow, Spearman's rho for the rest."""
    a, b = [g[head] for g in gold], [f[head] for f in found]
    if head in ("mode", "circle"):
        return float(f1_score(a, b, average="macro"))
    if head == "values":
        return micro([set(x) for x in a], [set(x) for x in b])
    if head == "hollow":
        return micro([{"x"} if x else set() for x in a], [{"x"} if x else set() for x in b])
    return rank(a, b)


def baseline(language: str, texts: Sequence[str]) -> list[Read]:
    """The plain linear model, trained on our own bios of that language."""
    own = [s for bio in corpus.read() if bio.lang == language for s in bio.sentences]
    known = [s.text for s in own]
    made: dict[str, list[Any]] = {}
    for head in ("mode", "circle"):
        made[head] = list(classifier().fit(known, [getattr(s, head) for s in own]).predict(texts))
    for head in ("boast", "hype", "specific"):
        made[head] = list(regressor().fit(known, [float(getattr(s, head)) for s in own]).predict(texts))
    made["values"] = label_sets(known, [set(s.values) for s in own], texts, corpus.VALUES)
    hollow = classifier().fit(known, [bool(s.hollow) for s in own])
    made["hollow"] = list(hollow.predict(texts))
    return [{head: column[i] for head, column in made.items()} for i in range(len(texts))]


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
