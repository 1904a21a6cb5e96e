"""What a body may be: bounded as sent and unpacked, JSON in UTF-8, not deep, not ambiguous."""

import gzip
import json
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waarmerk.contract import limits
from waarmerk.web.body import parse
from waarmerk.web.errors import Problem

AUDITS = "/api/v1/audits"
GOOD = json.dumps(
    {"profiles": [{"text": "Ik herstel fietsen in Deventer: café, 412 stuks. 🚲"}]}, ensure_ascii=False
).encode()


def post(client, data, **headers):
    return client.post(AUDITS, data=data, headers={"Content-Type": "application/json", **headers})


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("gzip", lambda data: gzip.compress(data[:9]) + gzip.compress(data[9:])),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("identity", bytes),
    ],
    ids=["gzip", "GZIP", "members", "zlib", "raw", "identity"],
)
def test_packed_bodies_are_unpacked(client, encoding, pack):
    answer = post(client, pack(GOOD), **{"Content-Encoding": encoding})
    assert answer.status_code == 200
    assert answer.json["profiles"][0]["fields"]["about"].startswith("Ik herstel fietsen in Deventer: café")


@pytest.mark.parametrize(
    ("data", "encoding", "status", "kind"),
    [
        (GOOD, "gzip", 400, "not-compressed"),
        (gzip.compress(GOOD)[:-9], "gzip", 400, "not-compressed"),
        (zlib.compress(GOOD) + b"more", "deflate", 400, "not-compressed"),
        (GOOD, "br", 415, "encoding"),
        (gzip.compress(gzip.compress(GOOD)), "gzip, gzip", 415, "encoding"),
    ],
    ids=["plain", "cut off", "more behind", "unknown", "twice"],
)
def test_what_cannot_be_unpacked(client, data, encoding, status, kind):
    answer = post(client, data, **{"Content-Encoding": encoding})
    assert (answer.status_code, answer.json["type"]) == (status, f"/api/v1/docs#problem-{kind}")


@pytest.mark.parametrize(
    "pack", [gzip.compress, lambda data: b"".join(gzip.compress(data[:1_000_000]) for _ in range(30))]
)
def test_a_bomb_is_not_unpacked_beyond_the_limit(client, pack):
    bomb = pack(b"[" + b" " * 50_000_000)
    assert len(bomb) < limits.BODY_BYTES
    answer = post(client, bomb, **{"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.json["status"]) == (413, 413)


def test_five_million_bytes_and_no_more(client):
    padding = limits.BODY_BYTES - len(GOOD)
    assert post(client, GOOD + b" " * padding).status_code == 200
    assert post(client, GOOD + b" " * (padding + 1)).status_code == 413


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"nul", 400),
        (b"\xff\xfe" + GOOD.decode().encode("utf-16-le"), 400),
        (b'{"profiles": [{"text": "\xe9"}]}', 400),
        (b'{"profiles": [{"text": "\xed\xa0\x80"}]}', 400),
        (b'{"a": NaN}', 400),
        (b'{"a": -Infinity}', 400),
        (b'{"a": ' + b"9" * 5000 + b"}", 400),
        (b'{"profiles": [], "profiles": []}', 400),
        (b'{"profiles": [{"text": "a", "text": "b"}]}', 400),
        (b'"' + b'\\"' * 1_000_000, 400),
        (b'{"brand": {"values": [{"name": "a", "weight": 1e999}]}, "profiles": [{"text": "a"}]}', 422),
        (b'{"profiles": [{"fields": {"counts": {"likes": 1' + b"0" * 400 + b"}}}]}", 422),
        (b"null", 422),
        (b"[1]", 422),
        (b'"text"', 422),
        (b"[" * 33 + b"]" * 33, 413),
        (b"[" * 5_000_000, 413),
        (b"[" + b"{}," * 1_600_000 + b"{}]", 413),
        (b"\xef\xbb\xbf" + GOOD, 200),
        (b'{"profiles": [{"text": "half \\ud83d and nul \\u0000"}]}', 200),
        (b'{"profiles": [{"text": "' + b"[" * 100_000 + b'"}]}', 200),
    ],
)
def test_json_strictly(client, data, status):
    answer = post(client, data)
    assert answer.status_code == status
    if status >= 400:
        assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("application/json; charset=UTF-8", 200),
        ("application/json; charset=latin-1", 400),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data", 415),
        ("", 415),
    ],
)
def test_the_type_of_the_body(client, content_type, status):
    assert client.post(AUDITS, data=GOOD, headers={"Content-Type": content_type}).status_code == status


@pytest.mark.parametrize(
    "data",
    [b'"' + b'\\"' * 5_000_000, b"\\" * 10_000_000, b'"a' * 5_000_000, b'"' * 10_000_001, b"[{" * 5_000_000],
    ids=["escapes", "backslashes", "strings", "quotes", "openings"],
)
def test_looking_over_json_takes_linear_time(data):
    started = time.process_time()
    with pytest.raises(Problem):
        parse(data)
    assert time.process_time() - started < 4


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(ANYTHING)
@settings(max_examples=200, deadline=None)
def test_json_means_what_python_says_it_means(value):
    text = json.dumps(value)
    assert json.dumps(parse(text.encode())) == text
