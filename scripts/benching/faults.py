"""Callers that behave badly: each does one bad thing to the service and says how that ended.

What ended well is a fitting refusal, or no answer where none could be given: see `EXPECTED`.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping

from benching import load
from benching.serving import HEADERS, HOST

SLOW_FOR = 8.0  # seconds over which a slow body drips
BODY = json.dumps(
    {"profiles": [{"text": "I mend bicycles in Deventer. " * 40}], "options": {"suggestions": 0}}
).encode()

Outcome = int | str


async def _send(port: int, wire: bytes, *, answered: bool = True) -> Outcome:
    """Send bytes on a connection of their own; the status of the answer, or `closed` where there is none."""
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        writer.write(wire)
        await writer.drain()
        return (await asyncio.wait_for(load.answer(reader), load.PATIENCE))[0] if answered else "left"
    except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError) as error:
        if isinstance(error, TimeoutError):
            return "no answer"
        return "closed"
    finally:
        writer.close()


def _head(path: str = "/api/v1/audits", method: str = "POST", **more: str) -> bytes:
    rows = {"Host": HOST, **HEADERS, **{name.replace("_", "-"): value for name, value in more.items()}}
    return (
        f"{method} {path} HTTP/1.1\r\n".encode() + "".join(f"{k}: {v}\r\n" for k, v in rows.items()).encode() + b"\r\n"
    )


async def leaves_amid_the_head(port: int) -> Outcome:
    """Half a request line and headers, then gone."""
    return await _send(port, _head(Content_Length="9")[: random.randint(1, 60)], answered=False)


async def leaves_amid_the_body(port: int) -> Outcome:
    """Half a body, then gone."""
    return await _send(port, _head(Content_Length=str(len(BODY))) + BODY[: random.randint(0, 900)], answered=False)


async def leaves_before_the_answer(port: int) -> Outcome:
    """A whole request, and nobody there to read the report."""
    return await _send(port, _head(Content_Length=str(len(BODY))) + BODY, answered=False)


async def sends_slowly(port: int) -> Outcome:
    """A good request whose body comes in drips over SLOW_FOR seconds."""
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        writer.write(_head(Content_Length=str(len(BODY))))
        step = -(-len(BODY) // 16)
        for at in range(0, len(BODY), step):
            writer.write(BODY[at : at + step])
            await writer.drain()
            await asyncio.sleep(SLOW_FOR / 16)
        return (await asyncio.wait_for(load.answer(reader), load.PATIENCE))[0]
    except TimeoutError:
        return "no answer"
    except (OSError, asyncio.IncompleteReadError):
        return "closed"
    finally:
        writer.close()


async def sends_a_huge_header(port: int) -> Outcome:
    """One header of a megabyte."""
    return await _send(port, _head("/healthz", "GET", X_Long="a" * 1_000_000))


async def sends_many_headers(port: int) -> Outcome:
    """Five thousand headers."""
    return await _send(port, _head("/healthz", "GET", **{f"X_{n}": "a" for n in range(5_000)}))


async def promises_too_much(port: int) -> Outcome:
    """A length of six gigabytes, and a little of it."""
    return await _send(port, _head(Content_Length="6000000000") + BODY)


async def stalls_in_the_head(port: int) -> Outcome:
    """The beginning of a request, and then nothing, on an open connection."""
    return await _send(port, _head()[:80])


async def stalls_in_the_body(port: int) -> Outcome:
    """A whole head, the beginning of a body, and then nothing."""
    return await _send(port, _head(Content_Length=str(len(BODY))) + BODY[:100])


async def sends_no_json(port: int) -> Outcome:
    """Bytes that are no text."""
    junk = random.randbytes(2_000)
    return await _send(port, _head(Content_Length=str(len(junk))) + junk)


async def sends_no_http(port: int) -> Outcome:
    """Bytes that are no request."""
    return await _send(port, b"\x16\x03\x01" + random.randbytes(200) + b"\r\n\r\n")


async def nests_deeply(port: int) -> Outcome:
    """JSON a hundred thousand lists deep."""
    deep = b"[" * 100_000 + b"]" * 100_000
    return await _send(port, _head(Content_Length=str(len(deep))) + deep)


Fault = Callable[[int], Awaitable[Outcome]]
EXPECTED: Mapping[Fault, frozenset[Outcome]] = {
    leaves_amid_the_head: frozenset({"left", "closed"}),
    leaves_amid_the_body: frozenset({"left", "closed"}),
    leaves_before_the_answer: frozenset({"left", "closed"}),
    sends_slowly: frozenset({200, 503}),
    sends_a_huge_header: frozenset({400, 431, "closed"}),
    sends_many_headers: frozenset({400, 431, "closed"}),
    promises_too_much: frozenset({413}),
    stalls_in_the_head: frozenset({"closed"}),
    stalls_in_the_body: frozenset({400}),
    sends_no_json: frozenset({400, 503}),
    sends_no_http: frozenset({400, "closed"}),
    nests_deeply: frozenset({400, 413, 422, 503}),
}
"""Each fault with how it may end."""


async def forever(port: int, fault: Fault, until: Callable[[], bool], ended: Callable[[str, Outcome], None]) -> None:
    """The same bad thing again and again, until told otherwise."""
    while not until():
        try:
            outcome = await fault(port)
        except OSError:
            outcome = "refused"
        ended(fault.__name__, outcome)
        await asyncio.sleep(0.05)
