"""Requests per second over HTTP against a served instance on this machine, at growing numbers of connections."""

from __future__ import annotations

from benching import load, texts
from benching.serving import served

CONNECTIONS = (1, 16, 64)
SECONDS = 5.0
TOLD = (
    f"`waarmerk serve` as it comes, called over loopback for {SECONDS:.0f} seconds a row, connections kept open; "
    "client and service share the processors."
)


def section() -> list[str]:
    """A row for each kind of call and number of connections."""
    rows = ["| call | connections | answers a second | p50 ms | p95 ms | not 200 |", "|---|---|---|---|---|---|"]
    with served() as service:
        for name, wire in _calls().items():
            load.run(service.port, wire, connections=4, seconds=1.0)  # every worker has met the call once
            for connections in CONNECTIONS:
                found = load.run(service.port, wire, connections=connections, seconds=SECONDS)
                other = sum(found.ended.values()) - len(found.took)
                times = f"{found.quantile(50):.0f} | {found.quantile(95):.0f}"
                rows.append(f"| {name} | {connections} | {found.rate:.1f} | {times} | {other} |")
    return [TOLD, "", *rows]


def _calls() -> dict[str, bytes]:
    bio = {
        "profiles": [{"text": texts.bios("en")[0]}],
        "brand": {"values": ["honesty", "care", "craftsmanship"]},
        "options": {"suggestions": 0},
    }
    return {
        "GET /healthz": load.call("GET", "/healthz"),
        "POST /api/v1/audits, a bio, no suggestions": load.call("POST", "/api/v1/audits", bio),
    }
