"""How often a caller may call: so many calls in a window that starts with the first of them.

The counts stand in memory that all workers share from before the fork, so that the rate is one rate, not one per
worker. Callers stand there as hashes, in a table of fixed size: when it is full, the one that called first makes room.
"""

from __future__ import annotations

import hashlib
import mmap
import multiprocessing
import struct
import time

from waarmerk.settings import Rate

_SLOT = struct.Struct("<8sdQ")  # who, start of the window, calls in it
_SLOTS = 8192
_NEAR = 8  # slots looked at for one caller
_PATIENCE = 0.2  # seconds; a worker that died while counting must not stop all others


class Limiter:
    """Counts calls. Without a rate it lets everything pass."""

    def __init__(self, rate: Rate | None) -> None:
        self._rate = rate
        self._table = mmap.mmap(-1, _SLOT.size * _SLOTS) if rate else None
        self._lock = multiprocessing.get_context("fork").Lock() if rate else None

    def wait(self, caller: str) -> int:
        """Count a call; 0 when it may pass, else the seconds to wait."""
        if self._rate is None or self._table is None or self._lock is None:
            return 0
        who = hashlib.blake2b(caller.encode("utf-8", "replace"), digest_size=8).digest()
        held = self._lock.acquire(timeout=_PATIENCE)
        try:
            return self._count(self._table, self._rate, who, time.monotonic())
        finally:
            if held:
                self._lock.release()

    @staticmethod
    def _count(table: mmap.mmap, rate: Rate, who: bytes, now: float) -> int:
        first = int.from_bytes(who, "little") % _SLOTS
        places = [(first + step) % _SLOTS * _SLOT.size for step in range(_NEAR)]
        slots = [(place, *_SLOT.unpack_from(table, place)) for place in places]
        mine = next((slot for slot in slots if slot[1] == who), None)
        place, _, start, calls = mine or min(slots, key=lambda slot: slot[2])
        if mine is None or now >= start + rate.seconds:
            start, calls = now, 0
        if calls >= rate.calls:
            return int(start + rate.seconds - now) + 1
        _SLOT.pack_into(table, place, who, start, calls + 1)
        return 0
