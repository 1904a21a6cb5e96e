"""Pairing codes and session links: good once, for a while, and codes for five tries."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, update

from waarmerk.history import StoreError, open_store
from waarmerk.history.schema import moment, pairings, sessions, version


def test_a_code_is_good_once_however_it_is_typed(store):
    code = store.pairings.new()
    assert store.pairings.redeem(f" {code.lower().replace('-', ' ')}")
    assert not store.pairings.redeem(code)


@pytest.mark.parametrize(("wrong", "good"), [(4, True), (5, False)])
def test_five_tries(store, wrong, good):
    code = store.pairings.new()
    assert not any(store.pairings.redeem("WRONG") for _ in range(wrong))
    assert store.pairings.redeem(code) is good


def test_a_code_ends_after_five_minutes(store):
    code = store.pairings.new()
    with store.engine.begin() as db:
        assert db.execute(pairings.select()).mappings().one()["expires_at"] < moment(later=timedelta(minutes=5))
        db.execute(update(pairings).values(expires_at=moment()))
    assert not store.pairings.redeem(code)


def test_a_link_opens_one_session(store):
    _, token = store.tokens.new("laptop")
    key = store.sessions.link(token.id)
    cookie = store.sessions.open(key)
    assert store.sessions.token_id(cookie) == token.id
    assert store.sessions.open(key) is None
    assert store.sessions.token_id(key) is None
    assert store.sessions.open(cookie) is None
    store.sessions.forget(token.id)
    assert store.sessions.token_id(cookie) is None


def test_sessions_end(store):
    _, token = store.tokens.new("laptop")
    key, cookie = store.sessions.link(token.id), store.sessions.open(store.sessions.link(token.id))
    with store.engine.begin() as db:
        db.execute(update(sessions).values(expires_at=moment()))
    assert store.sessions.open(key) is None
    assert store.sessions.token_id(cookie) is None


def test_a_store_of_another_version_is_refused(store, tmp_path):
    with store.engine.begin() as db:
        db.execute(update(version).values(version=99))
    with pytest.raises(StoreError, match="version 99"):
        open_store(f"sqlite:///{tmp_path}/w.db")


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(f"sqlite:///{tmp_path}/file/w.db")


def test_the_store_keeps_reading_while_another_writes(store, tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path}/w.db")
    with engine.begin() as db:
        db.exec_driver_sql("begin immediate")
        assert store.tokens.all() == ()
    engine.dispose()
