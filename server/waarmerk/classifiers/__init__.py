"""The only reader of models/: what every sentence does, for the whole text in one batched call.

`classify` gives each sentence back with its `Classes`, hollow spans and mentions. The fine-tuned encoder judges where it
can be loaded; without onnxruntime the linear heads judge on cues and words alone, less well (models/*/README.md tells how
much less). Values join the judge's word with word families in both cases.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from waarmerk import artefacts, encoder
from waarmerk.classifiers import join, linear, neural, outside, votes
from waarmerk.memo import Memo
from waarmerk.records import Sentence

BUDGET = 60_000  # characters the encoder reads of one request: about 3 s on one core
PER_SENTENCE = 12  # characters that a sentence costs on top of its own
MODELS = {"encoder": "model.onnx", "sentences": join.MANIFEST, "outside": outside.FILE}


@cache
def load() -> tuple[encoder.Encoder | None, join.Join]:
    """All models, loaded once; call it early so that the first caller does not wait."""
    outside.load()
    return encoder.load(), join.load()


def classify(sentences: Sequence[Sentence], memo: Memo | None = None) -> list[Sentence]:
    """The sentences, in the same order, each with its classes; cost linear in the text that `memo` has not met."""
    memo = memo or Memo()
    network, joined = load()
    first = len(sentences) - beyond_encoder(sentences) if network else 0
    judged = neural.classify(network, joined, sentences[:first], memo) if network else []
    rest = sentences[first:]
    return judged + votes.joined(linear.classify(rest, memo)) if rest else judged


def beyond_encoder(sentences: Sequence[Sentence]) -> int:
    """How many sentences at the end are left to the linear heads, so that a very long request ends in time."""
    spent = 0
    for i, sentence in enumerate(sentences):
        spent += len(sentence.text) + PER_SENTENCE
        if spent > BUDGET:
            return len(sentences) - i
    return 0


@cache
def fingerprints() -> Mapping[str, str]:
    """sha256 of each model in use, by name."""
    found = {name: artefacts.find(name, file) for name, file in MODELS.items()}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items() if path}


@cache
def quality() -> Mapping[str, Any]:
    """Measured quality per signal and language, from the models' metrics."""
    path = artefacts.find("sentences", "metrics.json")
    return dict(json.loads(path.read_text("utf-8"))["signals"]) if path else {}
