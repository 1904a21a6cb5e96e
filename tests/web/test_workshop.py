"""Work is done within the deadline; what is late is stopped and gives its place back."""

import threading
import time
from contextvars import ContextVar

import pytest

from waarmerk.errors import DeadlineExceeded
from waarmerk.web.workshop import Workshop


def workshop(seconds=5.0, places=2, warm_up=lambda: None):
    return Workshop(warm_up, seconds=seconds, places=places)


def test_work_gives_what_it_gives_and_raises_what_it_raises():
    assert workshop().run(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        workshop().run(lambda: 1 / 0)
    with pytest.raises(TimeoutError):
        workshop().run(lambda: (_ for _ in ()).throw(TimeoutError))


def test_work_knows_the_callers_context():
    asked = ContextVar("asked")
    asked.set("nl")
    assert workshop().run(asked.get) == "nl"


def test_late_work_is_stopped_even_when_it_takes_failures_for_granted():
    threads, steps = [], []

    def stubborn():
        threads.append(threading.current_thread())
        while True:
            try:
                steps.append(1)
                sum(range(1000))
            except Exception:
                continue

    shop = workshop(seconds=0.2, places=1)
    started = time.monotonic()
    with pytest.raises(DeadlineExceeded):
        shop.run(stubborn)
    assert time.monotonic() - started < 2
    threads[0].join(5)
    assert not threads[0].is_alive()
    assert steps
    assert shop.run(lambda: 7) == 7


def give_up(shop):
    with pytest.raises(DeadlineExceeded):
        shop.run(lambda: time.sleep(1))


def test_work_waits_for_a_place_and_gives_up_in_time():
    shop = workshop(seconds=0.3, places=1)
    let_go = threading.Event()
    first = threading.Thread(target=lambda: shop.run(lambda: let_go.wait(0.2)))
    first.start()
    time.sleep(0.05)
    assert shop.run(lambda: 7) == 7  # waited for the place
    first.join()
    second = threading.Thread(target=give_up, args=(shop,))
    second.start()
    time.sleep(0.05)
    with pytest.raises(DeadlineExceeded):
        shop.run(lambda: 7)
    second.join()


def test_no_more_than_its_places_work_at_once():
    shop, lock = workshop(places=3), threading.Lock()
    now, most = [0], [0]

    def count():
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.01)
        with lock:
            now[0] -= 1

    callers = [threading.Thread(target=shop.run, args=(count,)) for _ in range(12)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert most[0] == 3


def test_it_is_ready_once_all_is_loaded_and_tries_again():
    tries = []

    def load():
        tries.append(1)
        if len(tries) == 1:
            raise OSError

    shop = workshop(warm_up=load)
    for expected in (False, True):
        shop.start_warming()
        for _ in range(100):
            if len(tries) == 1 + expected and shop.ready is expected:
                break
            time.sleep(0.01)
        time.sleep(0.05)
        assert shop.ready is expected
    shop.start_warming()
    assert len(tries) == 2
