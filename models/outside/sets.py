"""The outside sets the heads learn from, checked byte for byte, as the product would read them.

A set is never part of the repository: `DATA` is a folder that holds the files. Sources and licences: README.md.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from waarmerk import encoder, lexicons
from waarmerk.classifiers import outside
from waarmerk.classifiers.seen import Seen
from waarmerk.records import ACTS, Sentence
from waarmerk.text import normal, sentences, tokens

csv.field_size_limit(10**7)
FILES = {
    "voice": ("voice-dev.csv", "9e0d59497f49dcbd5590a1b89ee8c78ded420f656146cabd8e1c2775bbb48ffa"),
    "act": ("corporate-messaging-dev.csv", "0650987b5c315301898079435045d2bdba3b1f410f6fda4690d8fe7e22fb9e33"),
    "schwartz": ("valueeval23-dev.csv", "9578a4b58fd3fa6605fb502cceb08a39aa0b22a70839078f26940edbc5609ea4"),
    "hype": ("hyperbole-dev.csv", "fb52fb8821df9ea8b91a5de0dd2f8fb7166f766645c1b0e7015cad45de260ce9"),
    "stance": ("brand-emotion-dev.csv", "2567a14adc6d7207b6ed1aff14d96bbd628157138cd0c9386e330477f4873714"),
    "puffery": ("puffery-dev.csv", "9bf1119ed12287aa9102dd3a7588435890643616c7cd881e74b642c1d4c68cb7"),
}
EMOTIONS = {"Negative emotion": "against", "Positive emotion": "for"}
CATEGORIES = {"Information": "inform", "Dialogue": "dialogue", "Action": "action"}
CsvRow = dict[str, str]


@dataclass(frozen=True)
class Set:
    """Texts as features, the encoder's mean vector of each, labels (texts, columns) and the group each belongs to."""

    rows: list[outside.Row]
    vectors: np.ndarray
    labels: np.ndarray
    groups: np.ndarray


def check(folder: Path) -> None:
    """Ends the run where a file is not the one the figures were made with, and says which."""
    for name, digest in FILES.values():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        print(name, "as expected" if found == digest else f"differs: sha256 {found}")
        if found != digest:
            sys.exit(f"{name} is not the file these heads were made from; expected sha256 {digest}")


def split(texts: Sequence[str], lang: str = "en") -> list[list[Sentence]]:
    """Every text as one field of a profile of its own."""
    made: list[list[Sentence]] = []
    for number, text in enumerate(texts):
        plain, offsets = normal.normalise(text)
        found = []
        for start, end in sentences.split(plain):
            words = tokens.tokenise(plain, offsets, start, end)
            body, places = sentences.without_objects(plain, offsets, start, end)
            listed = lexicons.scan(words, lang)
            found.append(Sentence(number, "about", offsets[start], offsets[end], body, words, places,
                                  "nl" if lang == "nl" else "en", matches=listed))  # fmt: skip
        made.append(found)
    return made


def vectors(network: encoder.Encoder, groups: Sequence[Sequence[Sentence]]) -> np.ndarray:
    """The encoder's mean vector of each group of sentences."""
    read = (network.encode([[s.text for s in group]])[0].vectors for group in groups)
    return np.array([v.mean(axis=0) for v in read], dtype=np.float32)


def load(head: str, folder: Path, common: outside.Common, network: encoder.Encoder) -> Set:
    """The set of one head, without texts that hold no sentence."""
    with (folder / FILES[head][0]).open(encoding="utf-8", newline="") as file:
        given = [row for row in csv.DictReader(file) if row.get("set", "hypo") == "hypo"]
    groups = split([row["Premise" if head == "schwartz" else "text"] for row in given])
    kept = [(row, group) for row, group in zip(given, groups, strict=True) if group]
    told = iter(outside.rows(Seen([s for _, group in kept for s in group]), common))
    whole = [outside.whole([next(told) for _ in group]) for _, group in kept]
    label, grouped = LABELS[head]
    return Set(whole, vectors(network, [g for _, g in kept]), np.array([label(r) for r, _ in kept]),
               np.array([grouped(r) for r, _ in kept]))  # fmt: skip


def _poles(row: CsvRow) -> list[float]:
    named = {key.lower().replace(": ", "-").replace(" ", "-"): value for key, value in row.items()}
    return [float(named[pole] == "1") for pole in outside.POLES]


def _act(row: CsvRow) -> list[float]:
    return [float(CATEGORIES[row["category"]] == act) for act in ACTS]


def _stance(row: CsvRow) -> list[float]:
    return [float(EMOTIONS.get(row["emotion"], "neither") == stance) for stance in outside.STANCES]


def _retold(row: CsvRow) -> str:
    """What a post and those who pass it on have in common: its longer words, in order of the alphabet."""
    words = re.findall(r"[a-z]{4,}", re.sub(r"@mention|\{link\}|&\w+;", " ", row["text"]).lower())
    return " ".join(sorted(set(words))[:6])


def _alone(row: CsvRow) -> str:
    return ""


LABELS: dict[str, tuple[Callable[[CsvRow], list[float]], Callable[[CsvRow], str]]] = {
    "voice": (lambda row: [float(row["voice"] == "person")], _alone),
    "act": (_act, lambda row: row["screenname"]),
    "stance": (_stance, _retold),
    "schwartz": (_poles, lambda row: row["split"]),
    "hype": (lambda row: [float(row["hyperbole"] == "1")], _alone),
    "puffery": (lambda row: [float(row["puffery"] == "1")], _alone),
}
