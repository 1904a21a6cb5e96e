"""Browser sessions: a link that is good once opens one, a cookie carries it, both stand for one token."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine, delete, insert, select

from waarmerk.history.schema import digest, moment, sessions

LINK_LIFE = timedelta(days=1)
COOKIE_LIFE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of one store."""

    engine: Engine

    def link(self, token_id: str) -> str:
        """The key of a link that opens a session for this token, once."""
        return self._new(token_id, "link", LINK_LIFE)

    def open(self, key: str) -> str | None:
        """Use a link's key up and get the cookie of a new session; None where the key is no good."""
        right = (sessions.c.hash == digest(key)) & (sessions.c.kind == "link") & (sessions.c.expires_at > moment())
        with self.engine.begin() as db:
            token_id = db.execute(select(sessions.c.token_id).where(right)).scalar()
            if token_id is None or not db.execute(delete(sessions).where(right)).rowcount:
                return None
        return self._new(token_id, "cookie", COOKIE_LIFE)

    def token_id(self, cookie: str) -> str | None:
        """For which token this cookie stands."""
        right = (sessions.c.hash == digest(cookie)) & (sessions.c.kind == "cookie")
        with self.engine.connect() as db:
            live = right & (sessions.c.expires_at > moment())
            found: str | None = db.execute(select(sessions.c.token_id).where(live)).scalar()
        return found

    def forget(self, token_id: str) -> None:
        """End all sessions of this token."""
        with self.engine.begin() as db:
            db.execute(delete(sessions).where(sessions.c.token_id == token_id))

    def _new(self, token_id: str, kind: str, life: timedelta) -> str:
        key = secrets.token_urlsafe(32)
        with self.engine.begin() as db:
            db.execute(delete(sessions).where(sessions.c.expires_at <= moment()))
            row = {"hash": digest(key), "token_id": token_id, "kind": kind, "expires_at": moment(later=life)}
            db.execute(insert(sessions).values(row))
        return key
