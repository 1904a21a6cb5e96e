"""The service holds under load with faults; a short run of `make soak`, and what a stalled caller can do at most."""

from __future__ import annotations

import asyncio
import time

import pytest
import soak
from benching import faults, load, serving

from waarmerk.web import worker


@pytest.mark.slow
def test_it_holds_for_twenty_seconds(capsys):
    assert soak.soak(20.0) == [], capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "patience"), [(faults.stalls_in_the_head, worker.HEAD), (faults.stalls_in_the_body, worker.WHOLE)]
)
def test_a_stalled_caller_holds_the_only_thread_no_longer_than_stated(fault, patience):
    with serving.served(WAARMERK_WORKERS="1", WAARMERK_THREADS="1") as service:

        async def both():
            held = asyncio.create_task(fault(service.port))
            await asyncio.sleep(0.5)
            began = time.monotonic()
            status = await asyncio.to_thread(service.answers, "/healthz", 60.0)
            return status, time.monotonic() - began, await held

        status, waited, ended = asyncio.run(both())
    assert status == 200
    assert patience - 2 < waited < patience + 10
    assert ended in faults.EXPECTED[fault]


def watched(**seen):
    watch, found = soak.Watch(), load.Load(1.0)
    watch.memory, watch.deaf = seen.get("memory", [400.0] * 9), seen.get("deaf", 0)
    watch.ended = {fault.__name__: {next(iter(allowed)): 3} for fault, allowed in faults.EXPECTED.items()}
    watch.ended |= seen.get("ended", {})
    found.took, found.ended = [0.1] * 5, soak.Counter(seen.get("good", {200: 5, 503: 1}))
    return soak.judge(watch, found, seen.get("log", ""))


def test_a_run_in_which_nothing_went_wrong_held():
    assert watched() == []
    assert watched(memory=[400.0] * 6 + [440.0] * 3) == []


@pytest.mark.parametrize(
    "seen",
    [
        {"good": {200: 5, 500: 1}},
        {"good": {200: 5, "broken": 1}},
        {"ended": {"sends_no_json": {500: 1}}},
        {"ended": {"sends_slowly": {}}},
        {"deaf": 1},
        {"memory": [400.0] * 6 + [800.0] * 3},
        {"log": "Traceback (most recent call last):"},
    ],
)
def test_what_goes_wrong_is_told(seen):
    assert len(watched(**seen)) == 1
