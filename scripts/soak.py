"""Load with faults on a served instance: `python scripts/soak.py [--seconds 180]`. Exit code 0 when it held, 1 when not.

Sixty-four good callers all the time, and beside them callers who leave, drip, shout and send nonsense (benching/faults.py).
It held when good callers got their report or a plain "busy", the same report as before; when every fault ended as it
should; when the service said that it lives whenever asked; when no worker died, the log holds no trace of an error, and
memory did not keep growing. Last comes a siege: more stalled callers than there are threads, all at once, after which the
service must answer again within DEAF seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import json
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benching import faults, load, texts
from benching.serving import HEADERS, HOST, Served, served

CONNECTIONS = 64
WARM = 10.0  # seconds of load before memory is looked at; in short runs half of the time
SLOW = 3  # callers who drip, at a time
LOOK = 1.0  # seconds between looks at health and memory
DEAF = 30.0  # seconds within which the service must say that it lives, whatever comes
GROWN = 0.15  # share by which memory may be higher in the last third than in the first, on top of ROOM
ROOM = 40.0  # MB
STALLED = 16  # callers of the siege: twice the threads of the service as it comes
LONGEST = 420  # seconds, so that the whole stays under ten minutes


@dataclass(slots=True)
class Watch:
    """What was seen while it ran."""

    memory: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    deaf: int = 0
    ended: dict[str, Counter[faults.Outcome]] = field(default_factory=dict)

    def note(self, fault: str, outcome: faults.Outcome) -> None:
        """One more bad thing, and how it ended."""
        self.ended.setdefault(fault, Counter())[outcome] += 1


def request(number: int = 0) -> dict[str, Any]:
    """A good call."""
    brand = {"values": ["honesty", "care", "craftsmanship"]}
    return {"profiles": [{"text": texts.bios("en")[number]}], "brand": brand, "options": {"suggestions": 0}}


async def storm(service: Served, seconds: float) -> tuple[Watch, load.Load]:
    """All callers at once for so long; what was seen, and what came of the good calls."""
    watch, found = Watch(), load.Load(seconds)
    end = time.monotonic() + seconds
    wires = [load.call("POST", "/api/v1/audits", request(n)) for n in range(8)]
    good = [load.one(service.port, wires[n % len(wires)], end, found) for n in range(CONNECTIONS)]
    callers = [f for f in faults.EXPECTED for _ in range(SLOW if f is faults.sends_slowly else 1)]
    bad = [faults.forever(service.port, f, lambda: time.monotonic() >= end, watch.note) for f in callers]
    await asyncio.gather(*good, *bad, _look(service, end, watch))
    return watch, found


async def _look(service: Served, end: float, watch: Watch) -> None:
    """Health and memory, every LOOK seconds."""
    while time.monotonic() < end:
        began = time.monotonic()
        try:
            status = await asyncio.to_thread(service.answers, "/healthz", DEAF)
            watch.deaf += status != 200
        except OSError:
            watch.deaf += 1
        watch.health.append(time.monotonic() - began)
        watch.memory.append(await asyncio.to_thread(service.memory))
        await asyncio.sleep(LOOK)


async def siege(service: Served) -> float:
    """Seconds until the service says that it lives, from when STALLED callers hold on to it. Raises OSError where never."""
    stalled = [asyncio.create_task(faults.stalls_in_the_body(service.port)) for _ in range(STALLED)]
    await asyncio.sleep(1.0)
    began = time.monotonic()
    try:
        await asyncio.to_thread(service.answers, "/healthz", 4 * DEAF)
        return time.monotonic() - began
    finally:
        for one in stalled:
            one.cancel()
        await asyncio.gather(*stalled, return_exceptions=True)


def report_of(service: Served) -> dict[str, Any]:
    """The report of one good call, without what differs by call. Raises RuntimeError where none comes."""
    for _ in range(10):  # work that came late may still hold the places
        connection = http.client.HTTPConnection(HOST, service.port, timeout=load.PATIENCE)
        connection.request("POST", "/api/v1/audits", json.dumps(request()), dict(HEADERS))
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status == 200:
            return {k: v for k, v in json.loads(body).items() if k not in ("id", "created_at")}
        time.sleep(1.0)
    raise RuntimeError(f"a good call got {answer.status} from a service at rest")


def workers(service: Served) -> frozenset[str]:
    """The processes below the server, by number."""
    tasks = Path(f"/proc/{service.process.pid}/task").iterdir()
    return frozenset(" ".join((task / "children").read_text("utf-8") for task in tasks).split())


def judge(watch: Watch, found: load.Load, log: str) -> list[str]:
    """What did not hold, in words; empty when all did."""
    wrong = []
    unfit = {status: n for status, n in found.ended.items() if status not in (200, 503)}
    if unfit or not found.took:
        wrong.append(f"good callers got {dict(found.ended)}")
    for fault, allowed in faults.EXPECTED.items():
        seen = watch.ended.get(fault.__name__, Counter())
        if not seen or not set(seen) <= allowed:
            wrong.append(f"a caller who {fault.__name__} got {dict(seen)}, not {sorted(map(str, allowed))}")
    if watch.deaf:
        wrong.append(f"{watch.deaf} times nobody said within {DEAF:.0f} seconds that the service lives")
    third = max(1, len(watch.memory) // 3)
    first, last = (statistics.median(part) for part in (watch.memory[:third], watch.memory[-third:]))
    if last > first * (1 + GROWN) + ROOM:
        wrong.append(f"memory grew from {first:.0f} to {last:.0f} MB")
    if "Traceback" in log:
        wrong.append("the log holds the trace of an error")
    return wrong


def soak(seconds: float) -> list[str]:
    """A whole run, told on standard output; what did not hold."""
    with served() as service:
        before, alive = report_of(service), workers(service)
        wire = load.call("POST", "/api/v1/audits", request())
        load.run(service.port, wire, connections=CONNECTIONS, seconds=min(WARM, seconds / 2))
        watch, found = asyncio.run(storm(service, seconds))
        wrong = judge(watch, found, service.log.read_text("utf-8", "replace"))
        held = asyncio.run(siege(service))
        if held > DEAF:
            wrong.append(f"stalled callers held the service for {held:.0f} seconds")
        if report_of(service) != before:
            wrong.append("the same request gave another report than before")
        if workers(service) != alive:
            wrong.append("a worker died and was started anew")
        _tell(watch, found, service.memory())
        print(f"siege: {STALLED} stalled callers held it for {held:.0f} s")
    return wrong


def _tell(watch: Watch, found: load.Load, rest: float) -> None:
    times = f"p50 {found.quantile(50):.0f} ms, p95 {found.quantile(95):.0f} ms"
    print(f"good callers: {dict(found.ended)} in {found.seconds:.0f} s, {found.rate:.1f} reports a second, {times}")
    for fault, ended in watch.ended.items():
        print(f"{fault}: {dict(ended)}")
    print(f"health: slowest answer {max(watch.health):.2f} s, {watch.deaf} without one")
    spread = f"{watch.memory[0]:.0f} MB at first, {max(watch.memory):.0f} at most, {watch.memory[-1]:.0f} at last"
    print(f"memory: {spread}, {rest:.0f} at rest")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=180, help=f"of load with faults, at most {LONGEST}")
    given = min(max(1, parser.parse_args().seconds), LONGEST)
    missed = soak(given)
    print("\n".join(missed) or "It held.")
    sys.exit(bool(missed))
