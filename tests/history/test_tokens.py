"""Tokens are kept as hashes, found by their secret alone, and can be taken out of use."""

import re

from waarmerk.history.tokens import FIXED


def test_a_token_opens_until_it_is_revoked(store):
    assert store.tokens.none_yet()
    secret, token = store.tokens.new("laptop")
    assert not store.tokens.none_yet()
    assert store.tokens.find(secret).id == token.id
    assert store.tokens.find(secret + "x") is None
    assert store.tokens.find("") is None
    assert store.tokens.revoke("laptop")
    assert store.tokens.find(secret) is None
    assert not store.tokens.revoke("laptop")
    assert store.tokens.all() == ()


def test_the_secret_is_not_in_the_store(store, tmp_path):
    secret, _ = store.tokens.new("laptop")
    assert len(secret) > 40
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"laptop" in kept
    assert secret.encode() not in kept


def test_the_file_is_the_users_own(tmp_path, store):
    assert (tmp_path / "w.db").stat().st_mode & 0o077 == 0


def test_use_is_kept_by_day(store):
    secret, token = store.tokens.new("laptop")
    store.tokens.find(secret)
    used = store.tokens.by_id(token.id).last_used_on
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", used)
    store.forget(token.id)
    assert store.tokens.by_id(token.id).last_used_on is None


def test_the_fixed_token_can_change_and_keeps_its_audits(store, make_report):
    store.tokens.fix("first-secret-0123456789")
    store.audits.save(FIXED, make_report("a1"))
    store.tokens.fix("other-secret-0123456789")
    assert store.tokens.find("first-secret-0123456789") is None
    assert store.tokens.find("other-secret-0123456789").id == FIXED
    assert store.audits.count(FIXED) == 1
    store.tokens.fix(None)
    assert store.tokens.find("other-secret-0123456789") is None
    store.tokens.fix("other-secret-0123456789")
    assert store.tokens.find("other-secret-0123456789").kind == "fixed"


def test_revoking_forgets_what_was_stored(store, make_report):
    _, token = store.tokens.new("laptop")
    cookie = store.sessions.open(store.sessions.link(token.id))
    store.audits.save(token.id, make_report("a1"))
    store.tokens.revoke(token.id)
    assert store.audits.count(token.id) == 0
    assert store.sessions.token_id(cookie) is None


def test_origins_of_paired_extensions(store):
    store.tokens.new("panel", "extension", "moz-extension://a")
    assert store.tokens.has_origin("moz-extension://a")
    assert not store.tokens.has_origin("moz-extension://b")
    store.tokens.revoke("panel")
    assert not store.tokens.has_origin("moz-extension://a")
