"""The fine-tuned sentence encoder: one small multilingual network reads a whole field and answers for each sentence.

Every window of a field runs alone and unpadded on one thread: the 8-bit network scales its activations by what it is
given, and so neither the other fields nor their order can change an answer. Nothing read is kept.
Source of the design and its figures: models/encoder/README.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from waarmerk.encoder.windows import Window, windows, words
from waarmerk.memo import Memo

__all__ = ["Encoded", "Encoder", "Mention", "Window", "load", "windows"]

Floats = NDArray[np.float32]
SPANS = ("hollow", "name")
PACKAGE = Path(__file__).parents[1]
FOLDERS = (PACKAGE / "models" / "encoder", PACKAGE.parents[1] / "models" / "encoder")


@dataclass(frozen=True)
class Mention:
    """A stretch of a sentence (code points of that sentence), its probability and, for a name, label probabilities."""

    sentence: int
    start: int
    end: int
    probability: float
    labels: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Encoded:
    """One document: a vector and probabilities per head for each sentence, per head for the whole, and mentions."""

    vectors: Floats
    heads: Mapping[str, Floats]
    document: Mapping[str, Floats]
    hollow: tuple[Mention, ...]
    names: tuple[Mention, ...]


class Encoder:
    """Holds the network, its word pieces and its manifest (heads with labels, columns and calibration)."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        import sentencepiece

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.use_deterministic_compute = True
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        self.manifest: Mapping[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
        self.labels: Mapping[str, tuple[str, ...]] = {k: tuple(h["labels"]) for k, h in self.manifest["heads"].items()}

    def encode(self, documents: Sequence[Sequence[str]], memo: Memo | None = None) -> list[Encoded]:
        """Each document is the sentences of one field, in order; a window that `memo` has met is not read again."""
        return [self._document(sentences, memo or Memo()) for sentences in documents]

    def _document(self, sentences: Sequence[str], memo: Memo) -> Encoded:
        width = self.manifest["width"]
        vectors = [np.zeros((0, width["vector"]), np.float32)]
        scores, wholes = [np.zeros((0, width["sentence"]), np.float32)], []
        found = {name: list[Mention]() for name in SPANS}
        for window in windows(self._pieces, sentences, memo):
            texts = tuple(sentences[window.first : window.first + len(window.places)])
            vector, score, whole, seen = memo.once("window", texts, partial(self._window, window, texts))
            vectors.append(vector)
            scores.append(score)
            wholes.append(whole)
            for name in SPANS:
                found[name] += [replace(m, sentence=m.sentence + window.first) for m in seen[name]]
        document = {k: self._probabilities(k, np.concatenate(wholes)).mean(0) for k in self._of("document") if wholes}
        heads = {k: self._probabilities(k, np.concatenate(scores)) for k in self._of("sentence")}
        return Encoded(np.concatenate(vectors), heads, document, tuple(found["hollow"]), tuple(found["name"]))

    def _window(
        self, window: Window, sentences: Sequence[str]
    ) -> tuple[Floats, Floats, Floats, dict[str, list[Mention]]]:
        """A vector and scores per sentence, the scores of the whole, and the mentions, of one run of the network."""
        first, last = np.array(window.places, np.int64).T
        feed = {"ids": np.array([window.ids], np.int64), "first": first, "last": last}
        vector, score, token, whole = self._session.run(None, feed)
        return vector, score, whole, {name: list(self._mentions(name, token, window, sentences)) for name in SPANS}

    def _of(self, what: str) -> list[str]:
        """Heads that are asked of `what`: sentence, document, or name."""
        return [k for k, h in self.manifest["heads"].items() if h["of"] == what]

    def _probabilities(self, name: str, scores: Floats) -> Floats:
        """Calibrated probabilities of one head out of the network's scores, a row each."""
        head = self.manifest["heads"][name]
        own = scores[:, head["at"][0] : head["at"][1]] * np.float32(head["scale"]) + np.array(head["shift"], np.float32)
        if head["kind"] == "any":
            return np.asarray(1 / (1 + np.exp(-own)), np.float32)
        power = np.exp(own - own.max(1, keepdims=True))
        return np.asarray(power / power.sum(1, keepdims=True), np.float32)

    def _mentions(self, name: str, token: Floats, window: Window, sentences: Sequence[str]) -> Iterator[Mention]:
        """Runs of pieces that are more likely inside than out, widened to whole words."""
        tags = self._probabilities(name, token)
        for row, (a, b) in enumerate(window.places):
            runs: list[list[int]] = []
            for at in (np.flatnonzero(tags[a:b, 0] < 0.5) + a).tolist():
                if runs and runs[-1][-1] == at - 1 and tags[at, 1] <= tags[at, 2]:
                    runs[-1].append(at)
                else:
                    runs.append([at])
            after = 0
            for run in runs:
                start, end = words(sentences[row], window.offsets[run[0]][0], window.offsets[run[-1]][1], after)
                after = max(after, end)
                if start < end:
                    labels = {k: self._label(k, token[run]) for k in self._of(name)}
                    yield Mention(row, start, end, float(1 - tags[run, 0].mean()), labels)

    def _label(self, name: str, scores: Floats) -> dict[str, float]:
        """A head's probabilities for a run of pieces: from the mean of their scores."""
        shares = self._probabilities(name, scores.mean(0, keepdims=True))[0]
        return dict(zip(self.labels[name], map(float, shares), strict=True))


def load() -> Encoder | None:
    """The encoder, or None where onnxruntime, sentencepiece or the artefact is absent: linear heads then decide alone."""
    for folder in FOLDERS:
        if (folder / "model.onnx").is_file():
            try:
                return Encoder(folder)
            except ImportError:
                return None
    return None
