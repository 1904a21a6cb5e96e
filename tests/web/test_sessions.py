"""The printed link opens a session once; pages elsewhere than on this machine need one."""

import re

import pytest

from waarmerk.web import sessions
from waarmerk.web.service import KEY


@pytest.fixture
def key(app):
    return app.extensions[KEY].store.sessions.link("fixed")


def test_the_link_opens_a_session_once(app, key):
    client = app.test_client()
    answer = client.get(f"/open?key={key}")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert app.test_client().get(f"/open?key={key}").status_code == 403
    with client:
        client.get("/healthz")
        assert sessions.token().id == "fixed"


@pytest.mark.parametrize("path", ["/open", "/open?key=", "/open?key=wrong"])
def test_a_wrong_link_opens_nothing(app, path):
    answer = app.test_client().get(path)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_a_cookie_is_no_token(app, key):
    client = app.test_client()
    client.get(f"/open?key={key}")
    assert client.get("/api/v1/me").status_code == 401


def test_pages_elsewhere_need_the_session(make_app):
    app = make_app(trusted_hosts=("w.example",))

    @app.get("/page")
    def page():
        return "a page"

    local, far = {"REMOTE_ADDR": "127.0.0.1"}, {"REMOTE_ADDR": "10.0.0.9"}
    client = app.test_client()
    assert client.get("/page", environ_overrides=local).status_code == 200
    assert client.get("/page", environ_overrides=local, headers={"X-Forwarded-For": "9.9.9.9"}).status_code == 403
    assert client.get("/page", environ_overrides=local, headers={"Host": "w.example"}).status_code == 403
    assert client.get("/page", environ_overrides=far, headers={"Host": "w.example"}).status_code == 403
    key = app.extensions[KEY].store.sessions.link("fixed")
    client.get(f"/open?key={key}", environ_overrides=far, base_url="http://w.example")
    assert client.get("/page", environ_overrides=far, base_url="http://w.example").status_code == 200


@pytest.mark.parametrize(("lang", "title"), [("en", "Pair the browser extension"), ("nl", "Koppel de browserextensie")])
def test_the_pairing_page_shows_a_code_to_the_session_only(app, key, lang, title):
    client = app.test_client()
    without = client.get(f"/pairing?lang={lang}")
    assert (without.status_code, 'id="code"' in without.text, title in without.text) == (403, False, True)
    client.get(f"/open?key={key}")
    shown = client.get(f"/pairing?lang={lang}")
    assert shown.status_code == 200
    assert f'<html lang="{lang}">' in shown.text
    code = re.search(r'id="code">(\w{4}-\w{4})<', shown.text)[1]
    origin = {"Origin": "moz-extension://11111111-2222-3333-4444-555555555555"}
    assert app.test_client().post("/api/v1/pairings", json={"code": code}, headers=origin).status_code == 201
