"""The fine-tuned sentence encoder: one small multilingual network reads a whole field and answers for each sentence.

A field is one sequence, `<s> sentence </s> sentence </s>`, so that a sentence is read with its neighbours; longer fields
are cut into windows at sentence borders. Every window runs alone and unpadded on one thread: the 8-bit network scales its
activations by what it is given, and so neither the other fields nor their order can change an answer.
Emoji, typographic quotes and capitals-only lines are levelled first, character by character, so that offsets stay true.
Source of the design and its figures: models/encoder/README.md. Known gap: a sentence beyond LONGEST pieces is cut off.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
WINDOW, LONGEST = 320, 192
START, END = 0, 2
SPANS = ("hollow", "name")
_EMOJI = re.compile(
    "[\u200d\u20e3\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]"
)
_LEVEL = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00a0\u2011", "''''\"\"\" -")
FOLDERS = (Path(__file__).parent / "models" / "encoder", Path(__file__).parents[2] / "models" / "encoder")


class Window(NamedTuple):
    """Part of a document as the network takes it: piece ids, their offsets, and each sentence's [first, separator]."""

    first: int
    ids: list[int]
    offsets: list[tuple[int, int]]
    places: list[tuple[int, int]]


@dataclass(frozen=True)
class Mention:
    """A stretch of a sentence (offsets in code points of that sentence) with its probability and, for a name, its labels."""

    sentence: int
    start: int
    end: int
    probability: float
    labels: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Encoded:
    """One document: a vector per sentence, probabilities per head and sentence, per head for the document, and mentions."""

    vectors: Floats
    heads: Mapping[str, Floats]
    document: Mapping[str, Floats]
    hollow: tuple[Mention, ...]
    names: tuple[Mention, ...]


def level(text: str) -> str:
    """The text as the network reads it; as long as the original."""
    plain = _EMOJI.sub(" ", text).translate(_LEVEL)
    lower = plain.lower()
    return lower if plain.isupper() and " " in plain.strip() and len(lower) == len(plain) else plain


def windows(pieces: Any, sentences: Sequence[str]) -> Iterator[Window]:
    """Cut a document at sentence borders into sequences of at most WINDOW pieces."""
    window = Window(0, [START], [(0, 0)], [])
    for number, text in enumerate(sentences):
        cut = pieces.encode(level(text), return_type="offset_mapping")
        ids, offsets = cut["ids"][:LONGEST], cut["offsets"][:LONGEST]
        if window.places and len(window.ids) + len(ids) + 1 > WINDOW:
            yield window
            window = Window(number, [START], [(0, 0)], [])
        window.places.append((len(window.ids), len(window.ids) + len(ids)))
        window.ids.extend([*ids, END])
        window.offsets.extend([*offsets, (0, 0)])
    if window.places:
        yield window


class Encoder:
    """Holds the network and its word pieces; keeps nothing of what it reads."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        import sentencepiece

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.use_deterministic_compute = True
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        self.manifest: Mapping[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
        self.labels: Mapping[str, tuple[str, ...]] = {k: tuple(h["labels"]) for k, h in self.manifest["heads"].items()}

    def encode(self, documents: Sequence[Sequence[str]]) -> list[Encoded]:
        """Each document is the sentences of one field, in order."""
        return [self._document(sentences) for sentences in documents]

    def _document(self, sentences: Sequence[str]) -> Encoded:
        vectors, scores, whole, found = [], [], [], {name: list[Mention]() for name in SPANS}
        for window in windows(self._pieces, sentences):
            a, b = np.array(window.places, np.int64).T
            feed = {"ids": np.array([window.ids], np.int64), "first": a, "last": b}
            vector, score, token, document = self._session.run(None, feed)
            vectors.append(vector)
            scores.append(score)
            whole.append(document)
            for name in SPANS:
                found[name] += self._mentions(name, token, window, sentences)
        score = np.concatenate(scores) if scores else np.zeros((0, self.manifest["width"]["sentence"]), np.float32)
        return Encoded(
            vectors=np.concatenate(vectors) if vectors else np.zeros((0, self.manifest["width"]["vector"]), np.float32),
            heads={k: self._probabilities(k, score) for k, h in self.manifest["heads"].items() if h["of"] == "sentence"},
            document={k: self._probabilities(k, np.concatenate(whole)).mean(0) for k, h in self.manifest["heads"].items()
                      if h["of"] == "document" and whole},
            hollow=tuple(found["hollow"]),
            names=tuple(found["name"]),
        )  # fmt: skip

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
            for at in range(a, b):
                if tags[at, 0] < 0.5:
                    starts = not runs or runs[-1][-1] != at - 1 or tags[at, 1] > tags[at, 2]
                    runs.append([at]) if starts else runs[-1].append(at)
            text, after = sentences[window.first + row], 0
            for run in runs:
                start, end = _words(text, window.offsets[run[0]][0], window.offsets[run[-1]][1], after)
                after = max(after, end)
                if start < end:
                    labels = {
                        k: self._label(k, token[run]) for k, h in self.manifest["heads"].items() if h["of"] == name
                    }
                    yield Mention(window.first + row, start, end, float(1 - tags[run, 0].mean()), labels)

    def _label(self, name: str, scores: Floats) -> dict[str, float]:
        """A head's probabilities for a run of pieces: the scores of its pieces in the mean."""
        return dict(
            zip(self.labels[name], map(float, self._probabilities(name, scores.mean(0, keepdims=True))[0]), strict=True)
        )


def _words(text: str, start: int, end: int, after: int) -> tuple[int, int]:
    """Trim spaces, then widen to word borders, not before `after`."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while after < start and start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return max(start, after), end


def load() -> Encoder | None:
    """The encoder, or None where onnxruntime, sentencepiece or the artefact is absent: then the linear heads decide alone."""
    for folder in FOLDERS:
        if (folder / "model.onnx").is_file():
            try:
                return Encoder(folder)
            except ImportError:
                return None
    return None
