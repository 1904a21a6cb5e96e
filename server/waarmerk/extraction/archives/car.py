"""A CAR file (version 1) as its blocks: how a Bluesky repository is exported.

Source: IPLD's CARv1: a header, then blocks, each with its length and its address (CID) before it. The addresses are not
verified: what the owner exported is taken at its word, like every other export.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waarmerk.extraction.archives import dagcbor

MAX_BLOCKS = 2_000_000
_MAX_HEADER = 10_000  # bytes
_HASHED = b"\x12\x20"  # an address of version 0: the bare SHA-256


def matches(data: bytes) -> bool:
    """Whether the file starts like a CAR."""
    start = data[:200]
    return b"gversion" in start and (b"eroots" in start or start[:2] == b"\x0a\xa1")


def header(data: bytes) -> dict[str, Any]:
    """The header: `roots` and `version`. Raises ValueError for another version or a damaged one."""
    size, at = _varint(data, 0)
    found = dagcbor.decode(data[at : at + size]) if size <= _MAX_HEADER else None
    if not isinstance(found, dict) or found.get("version") != 1 or not isinstance(found.get("roots"), list):
        raise ValueError("no CAR of version 1")
    return found


def blocks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Address and content of each block. Raises ValueError where the file is damaged or cut off."""
    size, at = _varint(data, 0)
    at += size
    for _ in range(MAX_BLOCKS):
        if at >= len(data):
            return
        size, start = _varint(data, at)
        at = start + size
        if at > len(data):
            raise ValueError("cut off")
        body = _after_address(data, start)
        if body > at:
            raise ValueError("an address longer than its block")
        yield data[start:body], data[body:at]
    raise ValueError("too many blocks")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number in the groups of seven bits of LEB128, and where it ends."""
    value = 0
    for shift in range(0, 63, 7):
        if at >= len(data):
            raise ValueError("cut off")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number too long")


def _after_address(data: bytes, at: int) -> int:
    """Where the CID that starts here ends."""
    if data[at : at + 2] == _HASHED:
        return at + 34
    for _ in range(3):  # version, kind of content, kind of hash
        _, at = _varint(data, at)
    size, at = _varint(data, at)
    return at + size
