"""How often a caller may call: a sliding window per caller, in this process."""

from __future__ import annotations

import threading
import time
from collections import deque

from waarmerk.settings import Rate

_MOST_CALLERS = 10_000  # remembered at once


class Limiter:
    """Counts calls. Without a rate it lets everything pass."""

    def __init__(self, rate: Rate | None) -> None:
        self._rate = rate
        self._calls: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait(self, caller: str) -> int:
        """Count a call; 0 when it may pass, else the seconds to wait."""
        if self._rate is None:
            return 0
        now = time.monotonic()
        with self._lock:
            calls = self._calls.setdefault(caller, deque())
            while calls and calls[0] <= now - self._rate.seconds:
                calls.popleft()
            if len(calls) >= self._rate.calls:
                return int(calls[0] + self._rate.seconds - now) + 1
            calls.append(now)
            self._forget(now - self._rate.seconds)
        return 0

    def _forget(self, before: float) -> None:
        if len(self._calls) > _MOST_CALLERS:
            self._calls = {caller: calls for caller, calls in self._calls.items() if calls and calls[-1] > before}
