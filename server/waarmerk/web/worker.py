"""Gunicorn's threaded worker, with an end to its patience: nobody holds a thread by sending a request forever.

A thread that reads a request waits for the caller, and gunicorn sets that no limit. Here the reading side of the socket is
shut once the head of a request has been coming in for HEAD seconds, or its body for WHOLE: reading then ends as if the
caller had left, while an answer that is being made or sent goes out as ever.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

HEAD = 6.0  # seconds; above the five for which gunicorn waits for a first byte
WHOLE = 10.0  # seconds; a body of 5 MB, the largest, comes in by then at 4 Mbit/s


class Worker(ThreadWorker):  # type: ignore[misc]
    """A worker that knows since when each of its threads has been on a request."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._until: dict[Any, float] = {}

    def handle(self, conn: Any) -> Any:
        """One request of a connection, in a thread."""
        self._until[conn] = time.monotonic() + HEAD
        try:
            return super().handle(conn)
        finally:
            self._until.pop(conn, None)

    def handle_request(self, req: Any, conn: Any) -> Any:
        """The head is in: the app reads the body and answers."""
        self._until[conn] = time.monotonic() + WHOLE
        return super().handle_request(req, conn)

    def notify(self) -> None:
        """Called about every second by the loop of the worker: tell the master that it lives, and end what is late."""
        super().notify()
        now = time.monotonic()
        for conn, until in list(self._until.items()):
            if now >= until and self._until.pop(conn, None) is not None:
                with suppress(OSError):
                    conn.sock.shutdown(socket.SHUT_RD)
