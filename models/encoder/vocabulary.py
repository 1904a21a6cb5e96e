"""The word pieces English and Dutch use, out of the 250,000 of a hundred languages, as a sentencepiece model.

What is kept: every single character of European scripts, digits, signs and emoji, and the pieces that win most of the
weight when frequent words of both languages (wordfreq, CC BY-SA: counted, not copied) and our own bios are cut up.
A word that loses its piece is still read, in smaller pieces: the unigram scores stay as they were. Splitting one
embedding table by script is safe; measured loss is told in README.md.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as proto

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
SIZE = 32_000
EUROPEAN = 0x0530  # Latin, Greek and Cyrillic end here
SIGNS = ((0x1E00, 0x2BFF), (0x1F000, 0x1FAFF), (0xFB00, 0xFB06))  # Latin with marks, punctuation, symbols, emoji


def model(pieces: Sequence[str], scores: Sequence[float]) -> bytes:
    """A unigram model over `pieces` (the four special ones first) with the usual NFKC normaliser of sentencepiece."""
    buffer = io.BytesIO()
    words = iter([f"word {n} of {n * 7}" for n in range(200)])
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=words, model_writer=buffer, vocab_size=40, hard_vocab_limit=False, minloglevel=2
    )
    made = proto.ModelProto.FromString(buffer.getvalue())
    made.ClearField("pieces")
    made.trainer_spec.Clear()
    made.trainer_spec.model_type = 1
    made.trainer_spec.bos_id, made.trainer_spec.pad_id, made.trainer_spec.eos_id, made.trainer_spec.unk_id = 0, 1, 2, 3
    kinds = {"<unk>": 2, "<s>": 3, "</s>": 3, "<pad>": 3}
    for piece, score in zip(pieces, scores, strict=True):
        made.pieces.add(piece=piece, score=float(score), type=kinds.get(piece, 1))
    return bytes(made.SerializeToString())


def choose(
    pieces: Sequence[str], scores: Sequence[float], texts: Iterable[tuple[str, float]], size: int = SIZE
) -> list[int]:
    """Indices of the pieces to keep, the special ones first; `texts` come with the weight each counts for."""
    whole = sentencepiece.SentencePieceProcessor(model_proto=model(pieces, scores))
    weight: Counter[int] = Counter()
    for text, value in texts:
        for piece in whole.encode(text):
            weight[piece] += value
    keep = set(range(len(SPECIAL))) | {n for n, piece in enumerate(pieces) if _single(piece)}
    for piece, _ in weight.most_common():
        if len(keep) >= size:
            break
        keep.add(piece)
    return sorted(keep)


def _single(piece: str) -> bool:
    """One character of a script this product meets, with or without the mark of a word's start."""
    bare = piece.removeprefix("\u2581") or piece
    return len(bare) == 1 and (ord(bare) < EUROPEAN or any(low <= ord(bare) <= high for low, high in SIGNS))


def frequent(words: int = 60_000) -> Iterable[tuple[str, float]]:
    """The most frequent words of both languages, each as it stands in running text and with a capital."""
    import wordfreq

    for lang in ("en", "nl"):
        for word in wordfreq.top_n_list(lang, words):
            share = wordfreq.word_frequency(word, lang) * 1e6
            yield word, share
            yield word.capitalize(), share / 4 + 0.02
