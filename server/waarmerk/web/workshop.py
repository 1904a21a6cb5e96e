"""Where the engine works: loaded once, and never longer than the deadline for one call.

Each call has a thread of its own, so that a late one can be stopped without harm to others: it is told to end at its
next step in Python. Until it does so it keeps its place, so late work slows new work down rather than piling up.
"""

from __future__ import annotations

import ctypes
import logging
import threading
import time
from collections.abc import Callable
from contextvars import Context, copy_context
from typing import Generic, TypeVar

from waarmerk.errors import DeadlineExceeded

T = TypeVar("T")
_LOOK = 0.02  # seconds between looks for a free place
_log = logging.getLogger(__name__)


class _Stopped(SystemExit):
    """Ends a late thread. Not an `Exception`: no handler on the way may take it for a failure of a signal."""


class _Job(threading.Thread, Generic[T]):
    def __init__(self, work: Callable[[], T], context: Context) -> None:
        super().__init__(name="audit", daemon=True)
        self._work = work
        self._context = context
        self._lock = threading.Lock()
        self._over = False
        self.done = threading.Event()
        self.result: T | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Do the work; what it gives or raises is kept for the caller."""
        try:
            self.result = self._context.run(self._work)
        except BaseException as error:
            self.error = error
        with self._lock:  # from here on the number of this thread may become another's: see stop
            self._over = True
        self.done.set()

    def stop(self) -> None:
        """Make the thread raise at its next step, if it still works."""
        with self._lock:
            if not self._over and self.ident is not None:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self.ident), ctypes.py_object(_Stopped))


class Workshop:
    """Places for the engine to work at."""

    def __init__(self, warm_up: Callable[[], None], *, seconds: float, places: int) -> None:
        self._warm_up = warm_up
        self._seconds = seconds
        self._places = places
        self._lock = threading.Lock()
        self._working: set[threading.Thread] = set()
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
        """Do the work and hand back what it gives. Raises what it raises, or `DeadlineExceeded`."""
        ends = time.monotonic() + self._seconds
        job = _Job(work, copy_context())
        while not self._begin(job):
            if time.monotonic() >= ends:
                raise DeadlineExceeded("no place became free in time")
            time.sleep(_LOOK)
        if not job.done.wait(max(0.0, ends - time.monotonic())):
            job.stop()
            raise DeadlineExceeded("the work took too long")
        if job.error is not None:
            try:
                raise job.error
            finally:
                del job  # else error and frame hold each other, and the profile in them, until the collector comes
        return job.result  # type: ignore[return-value]  # done without error: it is what the work gave

    def _begin(self, job: threading.Thread) -> bool:
        with self._lock:
            self._working = {one for one in self._working if one.is_alive()}
            if len(self._working) >= self._places:
                return False
            self._working.add(job)
            job.start()
            return True

    def _try_warm(self) -> None:
        try:
            self.warm()
        except Exception as error:  # told by /readyz staying 503; the reason goes to the log, without any text
            _log.error("loading failed: %s", type(error).__name__)
