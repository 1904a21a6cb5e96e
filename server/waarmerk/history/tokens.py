"""Tokens: made, checked, listed, revoked. Only their hash is kept; who holds one sees what was stored with it."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from sqlalchemy import Engine, RowMapping, delete, func, insert, or_, select, update

from waarmerk.history.schema import digest, moment, new_id, tokens

FIXED = "fixed"  # the id of the token that WAARMERK_TOKEN sets: its audits stay when the token is changed


@dataclass(frozen=True, slots=True)
class Token:
    """What is kept about a token. `origin` binds the token of an extension; `last_used_on` is a day, no more."""

    id: str
    name: str
    kind: str
    origin: str | None
    created_at: str
    last_used_on: str | None


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one store."""

    engine: Engine

    def new(self, name: str, kind: str = "made", origin: str | None = None) -> tuple[str, Token]:
        """A fresh token, told this once, and what is kept of it."""
        secret = "wm_" + secrets.token_urlsafe(32)
        token = Token(new_id(), name[:200], kind, origin, moment(), None)
        with self.engine.begin() as db:
            db.execute(insert(tokens).values(hash=digest(secret), **_columns(token)))
        return secret, token

    def fix(self, secret: str | None) -> None:
        """Make this the token of WAARMERK_TOKEN; `None` takes an earlier one out of use."""
        with self.engine.begin() as db:
            if secret is None:
                db.execute(update(tokens).where(tokens.c.id == FIXED).values(revoked_at=moment()))
                return
            kept = {"hash": digest(secret), "revoked_at": None}
            if not db.execute(update(tokens).where(tokens.c.id == FIXED).values(kept)).rowcount:
                row = _columns(Token(FIXED, "WAARMERK_TOKEN", "fixed", None, moment(), None))
                db.execute(insert(tokens).values(**row, **kept))

    def find(self, secret: str) -> Token | None:
        """Who calls with this secret, if anybody may."""
        wanted = digest(secret)
        live = (tokens.c.hash == wanted) & tokens.c.revoked_at.is_(None)
        with self.engine.connect() as db:
            row = db.execute(select(tokens).where(live)).mappings().first()
        if row is None or not hmac.compare_digest(row["hash"], wanted):
            return None
        return self._seen(_token(row))

    def by_id(self, token_id: str) -> Token | None:
        """The token in use with that id."""
        with self.engine.connect() as db:
            live = (tokens.c.id == token_id) & tokens.c.revoked_at.is_(None)
            row = db.execute(select(tokens).where(live)).mappings().first()
        return _token(row) if row else None

    def all(self) -> tuple[Token, ...]:
        """The tokens in use, oldest first."""
        with self.engine.connect() as db:
            rows = db.execute(select(tokens).where(tokens.c.revoked_at.is_(None)).order_by(tokens.c.created_at))
            return tuple(_token(row) for row in rows.mappings())

    def none_yet(self) -> bool:
        """Whether this store never had a token: a fresh machine."""
        with self.engine.connect() as db:
            return not db.execute(select(func.count()).select_from(tokens)).scalar_one()

    def has_origin(self, origin: str) -> bool:
        """Whether an extension was paired from this origin."""
        with self.engine.connect() as db:
            bound = (tokens.c.origin == origin) & tokens.c.revoked_at.is_(None)
            return db.execute(select(tokens.c.id).where(bound).limit(1)).first() is not None

    def revoke(self, which: str) -> bool:
        """Take a token out of use, by id or name; what it stored is forgotten with it. False where there is none."""
        chosen = or_(tokens.c.id == which, tokens.c.name == which) & (tokens.c.id != FIXED)
        with self.engine.begin() as db:
            return bool(db.execute(delete(tokens).where(chosen)).rowcount)

    def forget_use(self, token_id: str) -> None:
        """Forget when this token was last used."""
        with self.engine.begin() as db:
            db.execute(update(tokens).where(tokens.c.id == token_id).values(last_used_on=None))

    def _seen(self, token: Token) -> Token:
        today = moment()[:10]
        if token.last_used_on != today:  # one write a day, not one a call
            with self.engine.begin() as db:
                db.execute(update(tokens).where(tokens.c.id == token.id).values(last_used_on=today))
        return token


def _columns(token: Token) -> dict[str, str | None]:
    return {name: getattr(token, name) for name in Token.__slots__}


def _token(row: RowMapping) -> Token:
    return Token(**{name: row[name] for name in Token.__slots__})
