"""Training examples: our own bios with every label, and outside sets (licence allows) with the one label they carry.

An example is a list of sentences with answers per head; what a set does not say is left open and costs nothing.
Outside files are read from a folder given on the command line and are not part of this repository; README.md names
their sources, licences and checksums.
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import corpus
from answers import SCHWARTZ

from waarmerk import blind

Span = tuple[int, int, dict[str, str]]
SECOND = 0.6  # how often the second reading is taken: it was made cold, as a stranger reads a profile


@dataclass(frozen=True)
class Example:
    """Texts and, per sentence, {head: label or labels}; spans per sentence, or None where nobody marked any."""

    texts: tuple[str, ...]
    answers: tuple[dict[str, object], ...]
    hollow: tuple[tuple[Span, ...], ...] | None = None
    names: tuple[tuple[Span, ...], ...] | None = None
    document: dict[str, str] = field(default_factory=dict)
    lang: str = "en"
    source: str = "own"
    again: Example | None = None  # the same texts as the second reader labelled them


def blinded(bio: corpus.Bio) -> tuple[str, ...]:
    """The sentences as the judges read them: the person's name and gender hidden, but never part of what is labelled."""
    found = blind.spans([("about", s.text) for s in bio.sentences])
    texts = []
    for s, spans in zip(bio.sentences, found, strict=True):
        text = blind.read(s.text, spans)[0]
        whole = all(quote in text for quote in [*s.hollow, *(a.name for a in s.associations)])
        texts.append(text if whole else s.text)
    return tuple(texts)


def own(bio: corpus.Bio) -> Example:
    """A bio of ours. A name said again is marked again, but its relation is asked at the first place only."""
    answers, hollow, names = [], [], []
    known = {a.name for s in bio.sentences for a in s.associations}
    texts = blinded(bio)
    for s in (replace(s, text=text) for s, text in zip(bio.sentences, texts, strict=True)):
        found: dict[str, object] = {k: str(getattr(s, k)) for k in ("mode", "circle", "boast", "hype", "specific")}
        found["values"] = s.values
        if not bio.loose:
            found |= {"principles": s.principles, "act": s.act}
        answers.append(found)
        hollow.append(tuple((i, i + len(p), {}) for p in s.hollow for i in [s.text.index(p)]))
        names.append(tuple(_names(s, known)))
    if bio.loose:
        return Example(texts, tuple(answers), lang=bio.lang, source="loose")
    document = {k: str(getattr(bio, k)) for k in ("polish", "human", "why") if getattr(bio, k) or k == "why"}
    once = replace(bio, sentences=tuple(replace(s.again(), second=None) for s in bio.sentences))
    again = own(once) if any(s.second for s in bio.sentences) else None
    return Example(texts, tuple(answers), tuple(hollow), tuple(names), document, bio.lang, again=again)


def _names(s: corpus.Labelled, known: set[str]) -> Iterator[Span]:
    taken = [False] * len(s.text)
    told = {a.name: a for a in s.associations}
    for name in sorted(known, key=lambda n: (n not in told, -len(n))):
        for m in re.finditer(r"(?<!\w)" + re.escape(name) + r"(?!\w)", s.text):
            if any(taken[m.start() : m.end()]):
                continue
            taken[m.start() : m.end()] = [True] * (m.end() - m.start())
            a = told.pop(name, None)
            labels = {k: str(getattr(a, k)) for k in ("kind", "relation", "attachment", "stance")} if a else {}
            yield m.start(), m.end(), labels


def held_out(key: str, share: float = 0.12) -> bool:
    """A fixed choice by content, so that the same bio is always on the same side."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) / 2**32 < share


def outside(folder: Path) -> tuple[list[Example], list[Example]]:
    """(train, held out) of ValueEval'23, corporate messaging (one account held out), HYPO and Twitter voice."""
    made: tuple[list[Example], list[Example]] = ([], [])

    def add(text: str, answer: dict[str, object], out: bool, source: str) -> None:
        made[out].append(Example((" ".join(text.split()),), (answer,), source=source))

    for r in _rows(folder / "valueeval23-dev.csv"):
        names = [
            k
            for k in r
            if ": " in k or k in ("Stimulation", "Hedonism", "Achievement", "Face", "Tradition", "Humility")
        ]
        values = tuple(
            v for k in names if r[k] == "1" and (v := k.lower().replace(": ", "-").replace(" ", "-")) in SCHWARTZ
        )
        add(r["Premise"], {"schwartz": values}, r["split"] != "training", "valueeval")
    acts = {"Information": "inform", "Action": "action", "Dialogue": "dialogue"}
    for r in _rows(folder / "corporate-messaging-dev.csv"):
        add(r["text"], {"act": acts[r["category"]]}, r["screenname"] == "Citi", "corporate")
    for r in _rows(folder / "hyperbole-dev.csv"):
        if r["set"] == "hypo":
            add(r["text"], {"hype": r["hyperbole"]}, held_out(r["text"]), "hypo")
    for r in _rows(folder / "voice-dev.csv"):
        add(r["text"], {"voice": r["voice"]}, held_out(r["text"], 0.2), "voice")
    return made


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def either(example: Example, rnd: random.Random) -> Example:
    """The example as one of its two readers labelled it: over the epochs the network learns what both say."""
    return example.again if example.again and rnd.random() < SECOND else example


def varied(example: Example, rnd: random.Random) -> Example:
    """The same example as it might also stand on a page: part of it, in lower case, without final stops."""
    count = len(example.texts)
    if count > 2 and rnd.random() < 0.35:
        size = rnd.randint(max(1, count // 2), count)
        begin = rnd.randint(0, count - size)
        cut = slice(begin, begin + size)
        example = replace(
            example, texts=example.texts[cut], answers=example.answers[cut], document={},
            hollow=example.hollow and example.hollow[cut], names=example.names and example.names[cut],
        )  # fmt: skip
    lower, bare, bang = rnd.random() < 0.06, rnd.random() < 0.12, rnd.random() < 0.06
    texts = []
    for text in example.texts:
        low = text.lower()
        text = low if lower and len(low) == len(text) else text
        if bare and text.endswith("."):
            text = text[:-1] + " "
        texts.append(text + "." if bang and text[-1].isalnum() else text)
    return replace(example, texts=tuple(texts))


def grouped(loose: list[Example], rnd: random.Random) -> list[Example]:
    """Loose sentences of one language strung together, one to four, so that they are met among others too."""
    made = []
    for lang in corpus.LANGUAGES:
        rest = [e for e in loose if e.lang == lang]
        rnd.shuffle(rest)
        while rest:
            take, rest = rest[: (n := rnd.randint(1, 4))], rest[n:]
            made.append(
                replace(take[0], texts=sum((e.texts for e in take), ()), answers=sum((e.answers for e in take), ()))
            )
    return made
