"""The tables. Tokens, codes and session keys are kept as hashes only; audits hang on the token that stored them.

`VERSION` rises with every change of shape, with the steps from the version before in `UPGRADES`; a store of a later
version is refused rather than guessed at.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

VERSION = 2
UPGRADES: Mapping[int, tuple[str, ...]] = {
    1: ("alter table audits add column report_language varchar(20) not null default 'en'",),
}
metadata = MetaData()

version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))

tokens = Table(
    "tokens",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("hash", String(64), unique=True, nullable=False),
    Column("name", String(200), nullable=False),
    Column("kind", String(20), nullable=False),  # first, made, extension, fixed
    Column("origin", String(200)),
    Column("created_at", String(32), nullable=False),
    Column("last_used_on", String(10)),
    Column("revoked_at", String(32)),
)

pairings = Table(
    "pairings",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("expires_at", String(32), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("token_id", String(40), ForeignKey("tokens.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(10), nullable=False),  # link (opens a session once) or cookie
    Column("expires_at", String(32), nullable=False),
)

audits = Table(
    "audits",
    metadata,
    Column("token_id", String(40), ForeignKey("tokens.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("stored_at", String(32), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("language", String(20)),
    Column("report_language", String(20), nullable=False),
    Column("score", Float),
    Column("low", Float),
    Column("high", Float),
    Column("categories", Text, nullable=False),
    Column("rules", String(100)),
    Column("report", Text, nullable=False),
    Index("audits_by_time", "token_id", "stored_at", "id"),
)


def moment(*, later: timedelta = timedelta()) -> str:
    """Now (or so much later) in UTC, as text of one length, so that text order is time order."""
    return (datetime.now(UTC) + later).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def digest(secret: str) -> str:
    """What is kept of a secret. They are long and random, so one SHA-256 is enough (no password stretching)."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_id() -> str:
    """An id that says nothing and cannot be guessed."""
    return secrets.token_hex(10)
