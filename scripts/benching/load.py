"""Load over HTTP/1.1 from one process: so many connections that each send the next call once the last is answered."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benching.serving import HEADERS, HOST

PATIENCE = 60.0  # seconds for one answer


@dataclass(slots=True)
class Load:
    """What came of it: seconds of each call answered with 200, and how many calls ended how (`broken`: no answer)."""

    seconds: float
    took: list[float] = field(default_factory=list)
    ended: Counter[int | str] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        """Calls answered with 200 per second."""
        return len(self.took) / self.seconds

    def quantile(self, percent: int) -> float:
        """Milliseconds in which that share was answered."""
        return 1000 * (statistics.quantiles(self.took, n=100)[percent - 1] if len(self.took) > 1 else sum(self.took))


def call(method: str, path: str, body: Mapping[str, Any] | None = None) -> bytes:
    """A whole request, as it goes over the wire."""
    sent = b"" if body is None else json.dumps(body).encode("utf-8")
    headers = {"Host": HOST, **HEADERS, "Content-Length": str(len(sent))}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode("ascii") + b"\r\n\r\n" + sent


def run(port: int, wire: bytes, *, connections: int, seconds: float) -> Load:
    """So many connections for so long; calls under way are waited for, and counted in the time."""
    return asyncio.run(_run(port, wire, connections, seconds))


async def _run(port: int, wire: bytes, connections: int, seconds: float) -> Load:
    began, found = time.monotonic(), Load(seconds)
    await asyncio.gather(*(one(port, wire, began + seconds, found) for _ in range(connections)))
    found.seconds = time.monotonic() - began
    return found


async def one(port: int, wire: bytes, until: float, found: Load) -> None:
    """One connection, kept open, opened anew where the server closes it."""
    reader = writer = None
    while time.monotonic() < until:
        began = time.monotonic()
        try:
            if reader is None or writer is None:
                reader, writer = await asyncio.open_connection(HOST, port)
            writer.write(wire)
            status, kept = await asyncio.wait_for(answer(reader), PATIENCE)
            found.ended[status] += 1
            if status == 200:
                found.took.append(time.monotonic() - began)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            found.ended["broken"] += 1
            kept = False
        if not kept and writer is not None:
            writer.close()
            reader = writer = None
    if writer is not None:
        writer.close()


async def answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Status of the answer, read whole, and whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
    headers = {name: value.strip() for name, _, value in (row.partition(":") for row in head[1:])}
    await reader.readexactly(int(headers.get("content-length", "0")))
    return int(head[0].split(" ")[1]), headers.get("connection") != "close"
