"""Where the engine works: loaded once, and never longer than the deadline for one call.

Python cannot stop a thread: work that is late is left to end by itself, keeps its place until then, and its caller is
told 503. So late work slows new work down to 503 as well, rather than piling up.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextvars import copy_context
from typing import TypeVar

from waarmerk.errors import DeadlineExceeded

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Workshop:
    """Threads for the engine. They start with the first call, so an app may be made before a fork."""

    def __init__(self, warm_up: Callable[[], None], *, seconds: float, threads: int) -> None:
        self._warm_up = warm_up
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="audit")
        self._lock = threading.Lock()
        self._warming: threading.Thread | None = None
        self._ready = threading.Event()

    @property
    def ready(self) -> bool:
        """Whether all is loaded."""
        return self._ready.is_set()

    def warm(self) -> None:
        """Load all, now. Raises what loading raises."""
        self._warm_up()
        self._ready.set()

    def start_warming(self) -> None:
        """Load all in the background, unless that is done or under way."""
        with self._lock:
            if not self.ready and (self._warming is None or not self._warming.is_alive()):
                self._warming = threading.Thread(target=self._try_warm, name="warm-up", daemon=True)
                self._warming.start()

    def run(self, work: Callable[[], T]) -> T:
        """Do the work and hand back what it gives. Raises `DeadlineExceeded` when that takes too long."""
        future = self._threads.submit(copy_context().run, work)
        try:
            return future.result(self._seconds)
        except Late:
            if future.done():  # the work itself raised a TimeoutError
                raise
            future.cancel()
            raise DeadlineExceeded("late") from None

    def _try_warm(self) -> None:
        try:
            self.warm()
        except Exception as error:  # told by /readyz staying 503; the reason goes to the log, without any text
            _log.error("loading failed: %s", type(error).__name__)
