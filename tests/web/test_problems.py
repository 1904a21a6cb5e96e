"""Each error is a problem of RFC 9457, in the caller's language, with nothing of the profile in it."""

import logging
import string
import time

from sqlalchemy.exc import OperationalError

from waarmerk import errors, messages
from waarmerk.web.errors import STATUS
from waarmerk.web.service import KEY

AUDITS = "/api/v1/audits"
ASK = {"profiles": [{"text": "Ann mends bicycles."}]}


def check(answer, status, kind):
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    problem = answer.json
    assert problem["type"] == f"/api/v1/docs#problem-{kind}"
    assert problem["status"] == status
    assert set(problem) <= {"type", "title", "status", "detail", "errors"}
    assert len(problem["detail"]) > 20
    return problem


def test_not_found_and_wrong_methods(client):
    check(client.get("/nowhere"), 404, "not-found")
    check(client.get("/api/v1/nowhere"), 404, "not-found")
    check(client.get("/api/v1/audits/none"), 404, "not-found")
    answer = client.put(AUDITS)
    check(answer, 405, "method")
    assert {"GET", "POST"} <= set(answer.headers["Allow"].split(", "))


def test_wrong_requests_say_where(client):
    problem = check(client.post(AUDITS, json={"profiles": [{"text": 7}]}), 422, "invalid")
    assert problem["errors"] == [{"pointer": "/profiles/0/text", "detail": "This should be text."}]
    problem = check(client.post(AUDITS, json={"profiles": [{"text": "a"}] * 11}), 413, "too-large")
    assert problem["errors"][0]["pointer"] == "/profiles"
    check(client.post(AUDITS, json={"profiles": [{"text": "a" * 200_001}]}), 413, "too-large")


def test_a_page_without_owner_is_told(client):
    problem = check(client.post("/api/v1/extractions", json={"html": " "}), 422, "no-owner")
    assert problem["detail"] == "There is nobody on this page."


def test_dutch_where_dutch_is_asked(client):
    answer = client.post(AUDITS, json={"profiles": []}, headers={"Accept-Language": "nl-BE, en;q=0.5"})
    assert answer.json["title"] == "Er klopt iets niet in het verzoek"
    assert answer.json["errors"] == [{"pointer": "/profiles", "detail": "Geef er minstens één."}]
    assert answer.headers["Content-Language"] == "nl"
    assert client.get("/nowhere", headers={"Accept-Language": "fr"}).headers["Content-Language"] == "en"


def test_a_bug_is_told_without_its_words(client, engine, caplog):
    def break_down():
        raise RuntimeError("secret profile words")

    engine.work = break_down
    with caplog.at_level(logging.DEBUG):
        check(client.post(AUDITS, json=ASK), 500, "unexpected")
    assert "RuntimeError" in caplog.text
    assert "break_down" in caplog.text
    assert "secret" not in caplog.text


def test_a_late_audit_is_503(make_app, engine):
    client = make_app(deadline_seconds=0.05, token="t" * 20).test_client()
    engine.work = lambda: time.sleep(0.3)
    answer = client.post(AUDITS, json=ASK, headers={"Authorization": "Bearer " + "t" * 20})
    check(answer, 503, "late")
    assert int(answer.headers["Retry-After"]) > 0


def test_the_engine_may_be_late_by_itself(client, engine):
    def late():
        raise errors.DeadlineExceeded("late")

    engine.work = late
    check(client.post(AUDITS, json=ASK), 503, "late")


def test_late_work_holds_its_place_and_then_lets_go(make_app, engine):
    client = make_app(deadline_seconds=0.1, threads=1, token="t" * 20).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = "Bearer " + "t" * 20
    engine.work = lambda: time.sleep(0.5)
    assert client.post(AUDITS, json=ASK).status_code == 503
    engine.work = lambda: None
    assert client.post(AUDITS, json=ASK).status_code == 503
    time.sleep(0.5)
    assert client.post(AUDITS, json=ASK).status_code == 200


def test_a_store_that_does_not_answer_is_503(app, client, monkeypatch):
    def gone(*_):
        raise OperationalError("select", {}, Exception("gone"))

    monkeypatch.setattr(type(app.extensions[KEY].store), "check", gone)
    answer = client.get("/readyz")
    check(answer, 503, "store")
    assert answer.headers["Retry-After"]


def test_the_same_id_twice_is_a_conflict(client, engine):
    store = {**ASK, "options": {"store": True}}
    engine.numbers = iter([1, 1])
    assert client.post(AUDITS, json=store).status_code == 200
    check(client.post(AUDITS, json=store), 409, "conflict")
    assert client.get(AUDITS).json["total"] == 1


def test_every_problem_is_written_in_every_language():
    def holes(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for language in messages.LANGUAGES:
        said = {key for key in messages.catalogue(language) if key.startswith("web.")}
        assert said == {key for key in messages.catalogue("en") if key.startswith("web.")}
        for key in said:
            assert holes(messages.text(language, key)) == holes(messages.text("en", key)), key
    kinds = {key.split(".")[2] for key in messages.catalogue("en") if key.startswith("web.problem.")}
    assert kinds == set(STATUS)
