"""Who may call: Host against rebinding, Origin against strange pages, tokens bound to their extension."""

import os
import time

import pytest

from waarmerk.settings import Rate
from waarmerk.web.limits import Limiter
from waarmerk.web.service import KEY

AUDITS = "/api/v1/audits"
CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://11111111-2222-3333-4444-555555555555"


def pair(app, origin=CHROME):
    code = app.extensions[KEY].store.pairings.new()
    answer = app.test_client().post("/api/v1/pairings", json={"code": code}, headers={"Origin": origin})
    assert answer.status_code == 201
    return answer.json["token"]


def kind(answer):
    return answer.json["type"].removeprefix("/api/v1/docs#problem-")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic dDp0",
        "Bearer wrong",
        "Bearer " + "x" * 100_000,
        "Bearer \xff",
        "Bearer a b",
    ],
)
def test_calls_need_a_token(app, header):
    headers = {} if header is None else {"Authorization": header}
    for method, path in (("GET", AUDITS), ("POST", AUDITS), ("GET", "/api/v1/signals"), ("DELETE", "/api/v1/me")):
        answer = app.test_client().open(path, method=method, headers=headers)
        assert (answer.status_code, kind(answer)) == (401, "no-token")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_some_calls_need_none(app):
    for path in ("/healthz", "/readyz", "/metrics", "/api/v1/openapi.json", "/api/v1/docs"):
        assert app.test_client().get(path).status_code == 200


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8765", "127.0.0.1:1", "127.8.9.1", "[::1]:8765", "localhost."]
)
def test_names_of_this_machine(client, host):
    assert client.get("/api/v1/me", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.1",
        "[::2]",
        "[::1",
        "",
    ],
)
def test_other_names_are_refused(client, host):
    for path in ("/api/v1/me", "/api/v1/docs", "/metrics", "/", "/open"):
        answer = client.get(path, headers={"Host": host})
        assert (answer.status_code, kind(answer)) == (403, "host")
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_trusted_names(make_app):
    client = make_app(trusted_hosts=("w.example",)).test_client()
    assert client.get("/metrics", headers={"Host": "W.example:443"}).status_code == 200
    assert client.get("/metrics", headers={"Host": "a.w.example"}).status_code == 403


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://localhost:1234",
        "file://",
        "http://127.0.0.1.evil.example",
        "x",
        "",
        "chrome-extension://",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_strange_origins_are_refused(client, origin, method):
    answer = client.open(AUDITS, method=method, json={"profiles": [{"text": "a"}]}, headers={"Origin": origin})
    assert (answer.status_code, kind(answer)) == (403, "origin")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_services_own_pages_may_call(client):
    headers = {"Host": "127.0.0.1:8765", "Origin": "http://127.0.0.1:8765"}
    assert client.get("/api/v1/me", headers=headers).status_code == 200


@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_a_paired_extension_may_call_and_no_other_with_its_token(app, origin):
    token = pair(app, origin)
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    body = {"profiles": [{"text": "I mend bicycles."}]}
    answer = client.post(AUDITS, json=body, headers={"Origin": origin})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == origin
    assert client.get("/api/v1/values").status_code == 200
    for other in ("moz-extension://99999999-2222-3333-4444-555555555555", None):
        headers = {"Origin": other} if other else {}
        answer = client.post(AUDITS, json=body, headers=headers)
        assert (answer.status_code, kind(answer)) == (403, "token-origin")
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert client.get("/api/v1/me", headers={"Origin": "http://localhost"}).status_code == 403


def test_a_scripts_token_does_not_work_from_an_unknown_extension(client, app):
    answer = client.get("/api/v1/me", headers={"Origin": FIREFOX})
    assert (answer.status_code, kind(answer)) == (403, "token-origin")
    pair(app, FIREFOX)
    assert client.get("/api/v1/me", headers={"Origin": FIREFOX}).status_code == 200


def test_named_extensions_need_no_pairing(make_app):
    app = make_app(extension_ids=("abcdefghijklmnopabcdefghijklmnop",), token="t" * 20)
    headers = {"Origin": CHROME, "Authorization": "Bearer " + "t" * 20}
    assert app.test_client().get("/api/v1/me", headers=headers).headers["Access-Control-Allow-Origin"] == CHROME


def test_an_extension_that_is_not_paired_is_told_to_pair(app):
    answer = app.test_client().get("/api/v1/me", headers={"Origin": CHROME, "Authorization": "Bearer old"})
    assert (answer.status_code, kind(answer)) == (401, "no-token")


def test_preflights(app):
    ask = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization, content-type"}
    client = app.test_client()
    assert client.options("/api/v1/pairings", headers={"Origin": CHROME, **ask}).status_code == 204
    assert client.options(AUDITS, headers={"Origin": CHROME, **ask}).status_code == 403
    pair(app)
    answer = client.options(AUDITS, headers={"Origin": CHROME, **ask, "Access-Control-Request-Private-Network": "true"})
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == CHROME
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"
    assert client.options(AUDITS).status_code == 200


def test_pairing_is_for_extensions_with_the_right_code(app):
    store, client = app.extensions[KEY].store, app.test_client()
    code = store.pairings.new()
    without = client.post("/api/v1/pairings", json={"code": code})
    assert (without.status_code, kind(without)) == (403, "pairing-origin")
    page = client.post("/api/v1/pairings", json={"code": code}, headers={"Origin": "https://evil.example"})
    assert (page.status_code, kind(page)) == (403, "origin")
    for wrong in ("AAAA-AAAA", "x", "\0"):
        answer = client.post("/api/v1/pairings", json={"code": wrong}, headers={"Origin": CHROME})
        assert (answer.status_code, kind(answer)) == (403, "pairing-code")
    for bad in ({}, {"code": ""}, {"code": 7}, {"code": "x" * 41}, []):
        assert client.post("/api/v1/pairings", json=bad, headers={"Origin": CHROME}).status_code == 422
    assert client.post("/api/v1/pairings", json={"code": code}, headers={"Origin": CHROME}).status_code == 201
    assert client.post("/api/v1/pairings", json={"code": code}, headers={"Origin": CHROME}).status_code == 403


def test_five_wrong_codes_end_the_right_one(app):
    client = app.test_client()
    code = app.extensions[KEY].store.pairings.new()
    for _ in range(5):
        client.post("/api/v1/pairings", json={"code": "AAAA-AAAA"}, headers={"Origin": CHROME})
    assert client.post("/api/v1/pairings", json={"code": code}, headers={"Origin": CHROME}).status_code == 403


def test_every_answer_is_dressed(client):
    for path in ("/api/v1/me", "/api/v1/docs", "/api/v1/docs/try.js", "/nowhere", "/healthz", "/metrics"):
        headers = client.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "Access-Control-Allow-Origin" not in headers


def test_the_rate_is_per_caller(make_app):
    app = make_app(rate_limit=Rate(3, 60), token="t" * 20)
    secret, _ = app.extensions[KEY].store.tokens.new("other")
    client = app.test_client()
    mine, other = {"Authorization": "Bearer " + "t" * 20}, {"Authorization": f"Bearer {secret}"}
    assert [client.get("/api/v1/me", headers=mine).status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = client.get("/api/v1/me", headers=mine)
    assert (kind(answer), 0 < int(answer.headers["Retry-After"]) <= 60) == ("rate", True)
    assert client.get("/api/v1/me", headers=other).status_code == 200
    wrong = [client.get("/api/v1/me", headers={"Authorization": "Bearer no"}).status_code for _ in range(4)]
    assert wrong == [401, 401, 401, 429]
    assert client.get("/healthz").status_code == 200


def test_the_rate_is_one_for_all_workers():
    limiter = Limiter(Rate(50, 60))
    workers = []
    for _ in range(4):
        reader, writer = os.pipe()
        if not (child := os.fork()):
            os.write(writer, bytes([sum(limiter.wait("ann") == 0 for _ in range(30))]))
            os._exit(0)
        os.close(writer)
        workers.append((child, reader))
    passed = []
    for child, reader in workers:
        passed.append(os.read(reader, 1)[0])
        os.close(reader)
        os.waitpid(child, 0)
    assert sum(passed) == 50
    assert 0 < limiter.wait("ann") <= 61
    assert limiter.wait("bo") == 0


def test_a_window_ends_and_a_full_table_forgets():
    limiter = Limiter(Rate(1, 1))
    assert [limiter.wait("ann"), limiter.wait("ann")] == [0, 1]
    assert all(limiter.wait(f"caller {n}") == 0 for n in range(20_000))
    time.sleep(1.01)
    assert limiter.wait("ann") == 0


def test_proxies_are_believed_only_as_many_as_are_set(make_app):
    plain, proxied = make_app(), make_app(proxies=1, trusted_hosts=("w.example",), rate_limit=Rate(1, 60))
    forwarded = {"X-Forwarded-Host": "w.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "9.9.9.9"}
    assert plain.test_client().get("/metrics", headers={**forwarded, "Host": "evil.example"}).status_code == 403
    same = {**forwarded, "Origin": "https://w.example"}
    client = proxied.test_client()
    assert client.get("/api/v1/docs", headers=same).status_code == 200
    code = {"code": "x"}
    assert client.post("/api/v1/pairings", json=code, headers=forwarded).status_code == 403
    assert client.post("/api/v1/pairings", json=code, headers=forwarded).status_code == 429
    assert (
        client.post("/api/v1/pairings", json=code, headers={**forwarded, "X-Forwarded-For": "8.8.8.8"}).status_code
        == 403
    )
