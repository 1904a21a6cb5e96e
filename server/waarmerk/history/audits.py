"""Stored audits: kept only where the caller asked, seen only with the token that stored them, forgotten on time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, RowMapping, delete, func, insert, select

from waarmerk.history.schema import audits, moment

Place = tuple[str, str]  # (stored_at, id): where a page of the list ends


@dataclass(frozen=True, slots=True)
class Stored:
    """A report as it was given, and the language its texts are in."""

    report: dict[str, Any]
    report_language: str


@dataclass(frozen=True, slots=True)
class Audits:
    """The stored audits of one store; `retention_days` 0 keeps them until they are forgotten by hand."""

    engine: Engine
    retention_days: int

    def save(self, token_id: str, report: Mapping[str, Any], report_language: str = "en") -> None:
        """Keep this report, with its texts in that language, for that token."""
        overall = report["overall"]
        row = {
            "token_id": token_id,
            "id": report["id"],
            "stored_at": moment(),
            "created_at": report["created_at"],
            "language": report.get("language"),
            "report_language": report_language,
            "score": overall.get("score"),
            "low": overall.get("low"),
            "high": overall.get("high"),
            "categories": json.dumps({c["id"]: c["score"] for c in report.get("categories", ())}),
            "rules": report.get("engine", {}).get("rules"),
            "report": json.dumps(report),
        }
        self.purge()
        with self.engine.begin() as db:
            db.execute(insert(audits).values(row))

    def get(self, token_id: str, audit_id: str) -> Stored | None:
        """One report, or None where this token stored none with that id."""
        self.purge()
        with self.engine.connect() as db:
            wanted = select(audits.c.report, audits.c.report_language).where(_mine(token_id, audit_id))
            row = db.execute(wanted).first()
        return Stored(json.loads(row.report), row.report_language) if row else None

    def page(self, token_id: str, limit: int, after: Place | None = None) -> tuple[list[dict[str, Any]], Place | None]:
        """The newest `limit` summaries after that place, and the place where the next page starts, if any."""
        self.purge()
        query = select(audits).where(audits.c.token_id == token_id)
        if after is not None:
            at, audit_id = after
            older = (audits.c.stored_at < at) | ((audits.c.stored_at == at) & (audits.c.id < audit_id))
            query = query.where(older)
        with self.engine.connect() as db:
            rows = db.execute(query.order_by(audits.c.stored_at.desc(), audits.c.id.desc()).limit(limit + 1))
            found = rows.mappings().all()
        more = found[limit - 1] if len(found) > limit else None
        return [_summary(row) for row in found[:limit]], (more["stored_at"], more["id"]) if more else None

    def count(self, token_id: str) -> int:
        """How many are stored for this token."""
        self.purge()
        with self.engine.connect() as db:
            query = select(func.count()).select_from(audits).where(audits.c.token_id == token_id)
            return int(db.execute(query).scalar_one())

    def every(self, token_id: str) -> Iterator[dict[str, Any]]:
        """All reports of this token, oldest first, one at a time."""
        self.purge()
        with self.engine.connect() as db:
            query = select(audits.c.report).where(audits.c.token_id == token_id)
            for text in db.execute(query.order_by(audits.c.stored_at, audits.c.id)).scalars():
                yield json.loads(text)

    def forget(self, token_id: str, audit_id: str) -> bool:
        """Forget one; False where this token stored none with that id."""
        with self.engine.begin() as db:
            return bool(db.execute(delete(audits).where(_mine(token_id, audit_id))).rowcount)

    def forget_all(self, token_id: str) -> None:
        """Forget all that this token stored."""
        with self.engine.begin() as db:
            db.execute(delete(audits).where(audits.c.token_id == token_id))

    def purge(self) -> None:
        """Forget what is past the days of retention."""
        if self.retention_days:
            old = audits.c.stored_at < moment(later=-timedelta(days=self.retention_days))
            with self.engine.begin() as db:
                if db.execute(select(audits.c.id).where(old).limit(1)).first():
                    db.execute(delete(audits).where(old))


def _mine(token_id: str, audit_id: str) -> Any:
    return (audits.c.token_id == token_id) & (audits.c.id == audit_id)


def _summary(row: RowMapping) -> dict[str, Any]:
    shown = ("id", "created_at", "language", "score", "low", "high", "rules")
    return {name: row[name] for name in shown} | {"categories": json.loads(row["categories"])}
