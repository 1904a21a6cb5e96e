"""Settings from the environment: every name with its default and meaning in one table, read once at start.

A name that starts with WAARMERK_ and is not in the table is an error, so that a misspelt setting never passes for a
set one. The README's table is compared with `SETTINGS` by a test.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import platformdirs

LOOPBACK = "127.0.0.1"
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # not a setting: prometheus_client reads it, `waarmerk serve` sets it
_RATE = re.compile(r"([1-9][0-9]{0,8})/(second|minute|hour|day)")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_EXTENSION = re.compile(r"[a-p]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class SettingsError(ValueError):
    """The environment holds a setting that cannot be used; the text names all of them and what to do."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many calls in so many seconds, per caller."""

    calls: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: `default` as a person would write it, `attribute` of `Settings`, reader of the text."""

    name: str
    default: str
    meaning: str
    attribute: str
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the service runs with; field by field the rows of `SETTINGS`."""

    host: str = LOOPBACK
    port: int = 8765
    token: str | None = None
    database_url: str = ""
    deadline_seconds: float = 10.0
    proxies: int = 0
    rate_limit: Rate | None = None
    retention_days: int = 90
    trusted_hosts: tuple[str, ...] = ()
    extension_ids: tuple[str, ...] = ()
    workers: int = 2
    threads: int = 4


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and low <= int(text[:12]) <= high):
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(text)

    return read


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 < value <= 3600:
        raise ValueError("must be a number of seconds above 0, at most 3600")
    return value


def _token(text: str) -> str:
    if len(text) < 20 or not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("must be at least 20 plain characters without spaces; a random one is best")
    return text


def _rate(text: str) -> Rate | None:
    if text.lower() == "off":
        return None
    found = _RATE.fullmatch(text)
    if not found:
        raise ValueError("must be `off` or a number per second, minute, hour or day, such as `120/minute`")
    return Rate(int(found[1]), _SECONDS[found[2]])


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip().lower() for part in text.split(",") if part.strip())


def _hosts(text: str) -> tuple[str, ...]:
    names = _list(text)
    if any("/" in name or ":" in name or "*" in name for name in names):
        raise ValueError("must be host names with commas between, without scheme, port or *")
    return names


def _extensions(text: str) -> tuple[str, ...]:
    ids = _list(text)
    if not all(_EXTENSION.fullmatch(one) for one in ids):
        raise ValueError("must be extension ids with commas between (32 letters, or the UUID that Firefox shows)")
    return ids


def database_url(text: str) -> str:
    """The address as SQLAlchemy wants it: hosts still hand out `postgres://`."""
    if text.startswith("postgres://"):
        text = "postgresql://" + text.removeprefix("postgres://")
    if not text.startswith(("sqlite:", "postgresql:", "postgresql+")):
        raise ValueError("must start with sqlite:/// or postgresql://")
    return text


def default_database() -> str:
    """SQLite in the user's own data folder."""
    return f"sqlite:///{Path(platformdirs.user_data_dir('waarmerk')) / 'waarmerk.db'}"


_port = _whole(0, 65535)
_TABLE = (
    ("WAARMERK_HOST", "127.0.0.1", "The address to listen on; only this machine by default.", "host", str),
    ("WAARMERK_PORT", "8765", "The port to listen on.", "port", _port),
    ("PORT", "none", "The port as hosting platforms set it; wins over WAARMERK_PORT.", "port", _port),
    ("WAARMERK_TOKEN", "none", "A fixed token for scripts and hosting, at least 20 characters.", "token", _token),
    (
        "DATABASE_URL",
        "SQLite in the user's data folder",
        "Where tokens and stored audits are kept: sqlite:///FILE or postgresql://…",
        "database_url",
        database_url,
    ),
    (
        "WAARMERK_DEADLINE_SECONDS",
        "10",
        "How long an audit may take before the answer is 503.",
        "deadline_seconds",
        _seconds,
    ),
    (
        "WAARMERK_PROXIES",
        "0",
        "How many reverse proxies stand in front, whose X-Forwarded headers are believed.",
        "proxies",
        _whole(0, 10),
    ),
    (
        "WAARMERK_RATE_LIMIT",
        "off",
        "Calls per token (or address, without one), such as 120/minute.",
        "rate_limit",
        _rate,
    ),
    (
        "WAARMERK_RETENTION_DAYS",
        "90",
        "Stored audits older than this are forgotten; 0 keeps them.",
        "retention_days",
        _whole(0, 36500),
    ),
    (
        "WAARMERK_TRUSTED_HOSTS",
        "none",
        "Host names, beside those of this machine, under which the service may be called; commas between.",
        "trusted_hosts",
        _hosts,
    ),
    (
        "WAARMERK_EXTENSION_IDS",
        "none",
        "Browser extensions that may call without pairing their origin first; commas between.",
        "extension_ids",
        _extensions,
    ),
    ("WAARMERK_WORKERS", "2", "Processes that audit; they share the models' memory.", "workers", _whole(1, 64)),
    ("WAARMERK_THREADS", "4", "Threads in each of them.", "threads", _whole(1, 64)),
)
SETTINGS: tuple[Setting, ...] = tuple(Setting(*row) for row in _TABLE)


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this environment (`os.environ` when none is given). Raises `SettingsError`."""
    environ = os.environ if environ is None else environ
    faults = _unknown(environ)
    found: dict[str, Any] = {}
    for row in SETTINGS:  # PORT stands after WAARMERK_PORT and so wins
        text = environ.get(row.name, "").strip()
        if text:
            try:
                found[row.attribute] = row.read(text)
            except ValueError as error:
                faults.append(f"{row.name} {error}.")  # never its value: it may be a secret
    if faults:
        raise SettingsError("\n".join(faults))
    found.setdefault("database_url", default_database())
    return Settings(**found)


def _unknown(environ: Mapping[str, str]) -> list[str]:
    names = [row.name for row in SETTINGS]
    faults = []
    for name in sorted(environ):
        if name.startswith("WAARMERK_") and name not in names:
            near = get_close_matches(name, names, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" The known ones are {', '.join(names)}."
            faults.append(f"{name} is not a setting of Waarmerk.{hint}")
    return faults


assert {row.attribute for row in SETTINGS} == {f.name for f in fields(Settings)}  # noqa: S101
