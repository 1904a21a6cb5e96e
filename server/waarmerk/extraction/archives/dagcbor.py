"""DAG-CBOR as plain values, under limits: the records inside a Bluesky repository.

Source: IPLD's DAG-CBOR (RFC 8949 with definite lengths, string keys and tag 42 for links alone).
The library for it (libipld) was tried and left: it makes room for as many items as a list claims, so that two megabytes
of nested claims took twelve gigabytes. Here nothing is made before its bytes are there.
"""

from __future__ import annotations

import struct
from typing import Any

DEPTH = 32
ITEMS = 20_000  # of one record; a post with all its links has under a hundred
_LINK = 42
_SIMPLE: dict[int, Any] = {20: False, 21: True, 22: None}
_FLOAT = 27  # of eight bytes; shorter ones are not DAG-CBOR


def decode(data: bytes) -> Any:
    """The one value of a block; a link becomes the bytes of its CID. Raises ValueError for what is damaged or too much."""
    reader = _Reader(data)
    value = reader.value(0)
    if reader.at != len(data):
        raise ValueError("more than one value")
    return value


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._items = 0
        self.at = 0

    def value(self, depth: int) -> Any:
        """The next value."""
        self._items += 1
        if depth > DEPTH or self._items > ITEMS:
            raise ValueError("too deep or too many")
        major, kind = divmod(self._take(1)[0], 32)
        if major == 7:
            return self._simple(kind)
        number = self._number(kind)
        if major < 2:
            return number if major == 0 else -1 - number
        if major == 2:
            return self._take(number)
        if major == 3:
            return self._take(number).decode("utf-8")
        if number > len(self._data) - self.at and major != 6:
            raise ValueError("more claimed than there is")
        if major == 4:
            return [self.value(depth + 1) for _ in range(number)]
        if major == 5:
            return {self._key(depth + 1): self.value(depth + 1) for _ in range(number)}
        if number != _LINK:
            raise ValueError("an unknown tag")
        return self._linked(depth + 1)

    def _take(self, size: int) -> bytes:
        found = self._data[self.at : self.at + size]
        if len(found) < size:
            raise ValueError("cut off")
        self.at += size
        return found

    def _number(self, kind: int) -> int:
        if kind < 24:
            return kind
        if kind > 27:
            raise ValueError("no definite length")
        return int.from_bytes(self._take(1 << (kind - 24)), "big")

    def _simple(self, kind: int) -> Any:
        if kind == _FLOAT:
            return struct.unpack(">d", self._take(8))[0]
        if kind not in _SIMPLE:
            raise ValueError("an unknown simple value")
        return _SIMPLE[kind]

    def _key(self, depth: int) -> str:
        key = self.value(depth)
        if not isinstance(key, str):
            raise ValueError("a key that is no text")
        return key

    def _linked(self, depth: int) -> bytes:
        link = self.value(depth)
        if not isinstance(link, bytes):
            raise ValueError("a link that is none")
        return link.removeprefix(b"\0")
