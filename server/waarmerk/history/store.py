"""One store: SQLite in the user's own folder, or PostgreSQL by address."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, select, text, update
from sqlalchemy.engine import make_url

from waarmerk.history.audits import Audits
from waarmerk.history.pairings import Pairings
from waarmerk.history.schema import UPGRADES, VERSION, metadata, version
from waarmerk.history.sessions import Sessions
from waarmerk.history.tokens import Tokens


class StoreError(Exception):
    """The store cannot be used: what to do is in the text."""


@dataclass(frozen=True, slots=True)
class Store:
    """What is kept: tokens, open pairing codes, browser sessions, stored audits."""

    engine: Engine
    tokens: Tokens
    pairings: Pairings
    sessions: Sessions
    audits: Audits

    def check(self) -> None:
        """Raise SQLAlchemy's error where the store cannot be reached."""
        with self.engine.connect() as db:
            db.execute(text("select 1"))

    def forget(self, token_id: str) -> None:
        """Forget all about this token but the hash that lets it in."""
        self.audits.forget_all(token_id)
        self.sessions.forget(token_id)
        self.tokens.forget_use(token_id)
        if self.engine.dialect.name == "sqlite":  # what was forgotten must not linger in the write-ahead log
            with self.engine.connect() as db:
                db.execute(text("pragma wal_checkpoint(truncate)"))

    def let_go(self) -> None:
        """Drop the connections without closing them: for a process that inherited them by fork."""
        self.engine.dispose(close=False)


def open_store(url: str, *, retention_days: int = 90) -> Store:
    """Open the store at that address and make its tables where they are missing. Raises `StoreError`."""
    address = make_url(url)
    try:
        # hide_parameters: an error of the database must not carry a report into a log
        engine = create_engine(address, hide_parameters=True, pool_pre_ping=address.get_backend_name() != "sqlite")
    except ModuleNotFoundError as error:
        raise StoreError(f"DATABASE_URL needs the Python package {error.name}; please install it.") from None
    if address.get_backend_name() == "sqlite":
        _private_file(address.database)
        event.listen(engine, "connect", _pragmas)
    metadata.create_all(engine)
    _upgrade(engine)
    return Store(engine, Tokens(engine), Pairings(engine), Sessions(engine), Audits(engine, retention_days))


def _private_file(database: str | None) -> None:
    """Profiles are kept here: only the user may read the file."""
    if database and database != ":memory:":
        file = Path(database)
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise StoreError(f"The store cannot be written at {file}: {error.strerror}.") from None


def _pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=wal",
        "synchronous=normal",
        "busy_timeout=5000",
        "foreign_keys=on",
        "secure_delete=on",
    ):
        cursor.execute(f"pragma {pragma}")
    cursor.close()


def _upgrade(engine: Engine) -> None:
    with engine.begin() as db:
        found = db.execute(select(version.c.version)).scalar()
        if found is None:
            db.execute(insert(version).values(version=VERSION))
        elif found > VERSION:
            raise StoreError(f"The store has version {found}, this Waarmerk reads up to version {VERSION}.")
        elif found < VERSION:
            for step in range(found, VERSION):
                for statement in UPGRADES[step]:
                    db.execute(text(statement))
            db.execute(update(version).values(version=VERSION))
