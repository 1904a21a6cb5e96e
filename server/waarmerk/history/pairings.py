"""Pairing codes: short, good once, for five minutes and five tries in all."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine, delete, insert, update

from waarmerk.history.schema import digest, moment, pairings

TRIES = 5
LIFE = timedelta(minutes=5)
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike; 8 of them are 40 bits


@dataclass(frozen=True, slots=True)
class Pairings:
    """The open codes of one store."""

    engine: Engine

    def new(self) -> str:
        """A fresh code such as `K7QF-2MZT`, to be shown on this machine."""
        code = "".join(secrets.choice(_LETTERS) for _ in range(8))
        with self.engine.begin() as db:
            db.execute(delete(pairings).where(pairings.c.expires_at <= moment()))
            db.execute(insert(pairings).values(hash=digest(code), tries=0, expires_at=moment(later=LIFE)))
        return f"{code[:4]}-{code[4:]}"

    def redeem(self, code: str) -> bool:
        """Whether the code is right; then it is used up. A wrong one counts against every open code."""
        plain = "".join(c for c in code.upper() if c.isalnum())
        with self.engine.begin() as db:
            open_ = pairings.c.expires_at > moment()
            # The count rises first: it takes the write lock, so that tries at the same moment queue up.
            db.execute(update(pairings).where(open_).values(tries=pairings.c.tries + 1))
            right = open_ & (pairings.c.hash == digest(plain)) & (pairings.c.tries <= TRIES)
            return bool(db.execute(delete(pairings).where(right)).rowcount)
