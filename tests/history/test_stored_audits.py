"""Stored audits are seen by their own token only, listed newest first, and forgotten for good."""

from datetime import timedelta

from sqlalchemy import update

from waarmerk.history import open_store
from waarmerk.history.audits import Stored
from waarmerk.history.schema import audits, moment


def test_a_report_comes_back_as_it_was(store, make_report):
    _, ann = store.tokens.new("ann")
    report = make_report("a1", about="nul \0 and half \ud83d")
    store.audits.save(ann.id, report, "nl")
    assert store.audits.get(ann.id, "a1") == Stored(report, "nl")
    assert store.audits.get(ann.id, "a2") is None


def test_each_token_sees_its_own_only(store, make_report):
    _, ann = store.tokens.new("ann")
    _, bo = store.tokens.new("bo")
    store.audits.save(ann.id, make_report("same-id", 10.0))
    store.audits.save(bo.id, make_report("same-id", 90.0))
    store.audits.save(ann.id, make_report("hers"))
    assert store.audits.get(bo.id, "hers") is None
    assert not store.audits.forget(bo.id, "hers")
    assert store.audits.get(bo.id, "same-id").report["overall"]["score"] == 90.0
    store.forget(ann.id)
    assert store.audits.count(ann.id) == 0
    assert [r["id"] for r in store.audits.every(bo.id)] == ["same-id"]


def test_pages_hold_all_once_newest_first(store, make_report):
    _, ann = store.tokens.new("ann")
    for n in range(7):
        store.audits.save(ann.id, make_report(f"a{n}", float(n)))
    seen, after = [], None
    while True:
        page, after = store.audits.page(ann.id, 3, after)
        seen += page
        if after is None:
            break
    assert [one["id"] for one in seen] == [f"a{n}" for n in reversed(range(7))]
    assert seen[0] == {
        "id": "a6",
        "created_at": "2026-03-01T10:00:00Z",
        "language": "en",
        "score": 6.0,
        "low": 57.0,
        "high": 69.0,
        "rules": "1",
        "categories": {"values": 41.0},
    }


def test_a_full_last_page_has_no_next(store, make_report):
    _, ann = store.tokens.new("ann")
    for n in range(3):
        store.audits.save(ann.id, make_report(f"a{n}"))
    assert store.audits.page(ann.id, 3)[1] is None


def test_what_is_past_retention_is_gone(store, make_report):
    _, ann = store.tokens.new("ann")
    for audit_id, days in (("old", 91), ("young", 89)):
        store.audits.save(ann.id, make_report(audit_id))
        with store.engine.begin() as db:
            row = update(audits).where(audits.c.id == audit_id)
            db.execute(row.values(stored_at=moment(later=-timedelta(days=days))))
    assert store.audits.get(ann.id, "old") is None
    assert [r["id"] for r in store.audits.every(ann.id)] == ["young"]


def test_retention_zero_keeps(tmp_path, make_report):
    store = open_store(f"sqlite:///{tmp_path}/k.db", retention_days=0)
    _, ann = store.tokens.new("ann")
    store.audits.save(ann.id, make_report("old"))
    with store.engine.begin() as db:
        db.execute(update(audits).values(stored_at="2001-01-01T00:00:00.000000Z"))
    assert store.audits.count(ann.id) == 1
    store.engine.dispose()


def test_what_is_forgotten_is_not_in_the_files(tmp_path, make_report):
    store = open_store(f"sqlite:///{tmp_path}/w.db")
    _, ann = store.tokens.new("ann")
    planted = "a sentence that must be forgotten "
    store.audits.save(ann.id, make_report("a1", about=planted * 2000))
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert planted.encode() in kept
    store.forget(ann.id)
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert planted.encode() not in left
    assert store.tokens.by_id(ann.id) == ann
    store.engine.dispose()


def test_a_store_of_the_first_version_is_brought_up(tmp_path, make_report):
    url = f"sqlite:///{tmp_path}/w.db"
    store = open_store(url)
    _, ann = store.tokens.new("ann")
    store.audits.save(ann.id, make_report("a1"))
    with store.engine.begin() as db:
        db.exec_driver_sql("alter table audits drop column report_language")
        db.exec_driver_sql("update schema_version set version = 1")
    store.engine.dispose()
    for _ in range(2):
        store = open_store(url)
        assert store.audits.get(ann.id, "a1") == Stored(make_report("a1"), "en")
        store.engine.dispose()
