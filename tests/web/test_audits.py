"""Audits over HTTP: stored only where asked, seen by their own token only, listed, forgotten."""

import pytest

from waarmerk.contract.answers import AuditList, Extraction, Me, MeExport, SignalCatalogue, ValueCatalogue
from waarmerk.contract.report import Report
from waarmerk.web.service import KEY

AUDITS = "/api/v1/audits"


@pytest.fixture
def caller(app):
    def make(name):
        secret, _ = app.extensions[KEY].store.tokens.new(name)
        client = app.test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {secret}"
        return client

    return make


def audit(client, text="I mend bicycles.", **options):
    answer = client.post(AUDITS, json={"profiles": [{"text": text}], "options": options})
    assert answer.status_code == 200
    return answer.json


def test_the_report_is_the_engines(client):
    report = audit(client)
    Report.model_validate(report)
    assert report["profiles"][0]["fields"]["about"] == "I mend bicycles."


def test_nothing_is_stored_unless_asked(client):
    for options in ({}, {"store": False}, {"store": None}):
        report = audit(client, **options)
        assert client.get(f"{AUDITS}/{report['id']}").status_code == 404
    assert client.get(AUDITS).json == {"audits": [], "total": 0, "next": None}


def test_a_bad_request_changes_nothing(client):
    bad = {"profiles": [{"text": "a"}], "options": {"store": True, "suggestions": -1}}
    assert client.post(AUDITS, json=bad).status_code == 422
    assert client.get(AUDITS).json["total"] == 0


def test_a_stored_audit_comes_back_and_can_be_forgotten(client):
    report = audit(client, store=True)
    assert client.get(f"{AUDITS}/{report['id']}").json == report
    listed = AuditList.model_validate(client.get(AUDITS).json)
    assert [(one.id, one.score, one.categories) for one in listed.audits] == [(report["id"], 63, {"values": 41})]
    assert client.delete(f"{AUDITS}/{report['id']}").status_code == 204
    assert client.delete(f"{AUDITS}/{report['id']}").status_code == 404
    assert client.get(f"{AUDITS}/{report['id']}").status_code == 404


def test_each_token_sees_its_own_only(caller):
    ann, bo = caller("ann"), caller("bo")
    hers = audit(ann, store=True)["id"]
    assert bo.get(f"{AUDITS}/{hers}").status_code == 404
    assert bo.delete(f"{AUDITS}/{hers}").status_code == 404
    assert bo.get(AUDITS).json["audits"] == []
    assert bo.get("/api/v1/me/export").json["audits"] == []
    assert bo.delete("/api/v1/me").status_code == 204
    assert ann.get(f"{AUDITS}/{hers}").status_code == 200


def test_pages_lead_through_all(client):
    made = [audit(client, store=True)["id"] for _ in range(5)]
    seen, cursor = [], {}
    for _ in range(3):
        page = client.get(AUDITS, query_string={"limit": 2, **cursor}).json
        seen += [one["id"] for one in page["audits"]]
        cursor = {"cursor": page["next"]}
    assert seen == made[::-1]
    assert page["next"] is None
    assert page["total"] == 5


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=x", "limit=²", "cursor=x", "cursor=YQ==", "cursor=é"])
def test_a_query_that_cannot_be_used(client, query):
    answer = client.get(f"{AUDITS}?{query}")
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "/" + query.split("=")[0]


def test_what_is_kept_can_be_seen_taken_along_and_forgotten(caller):
    ann = caller("ann")
    report = audit(ann, store=True)
    me = ann.get("/api/v1/me").json
    Me.model_validate(me)
    assert (me["token"]["name"], me["stored_audits"], me["retention_days"]) == ("ann", 1, 90)
    export = ann.get("/api/v1/me/export")
    MeExport.model_validate(export.json)
    assert export.json["audits"] == [report]
    assert ann.delete("/api/v1/me").status_code == 204
    assert ann.get("/api/v1/me").json["stored_audits"] == 0
    assert ann.get("/api/v1/me/export").json["audits"] == []


def test_an_extraction_keeps_nothing(client):
    answer = client.post("/api/v1/extractions", json={"url": "https://example.org/ann", "html": "<p>Ann"})
    Extraction.model_validate(answer.json)
    assert answer.json["fields"] == {"about": "<p>Ann"}
    assert client.get("/api/v1/me").json["stored_audits"] == 0


def test_catalogues_come_in_the_asked_language(client):
    for query, accept, language, title in (
        ("?language=nl", "en", "nl", "Overdrijving"),
        ("", "nl", "nl", "Overdrijving"),
        ("", "de", "en", "Hype"),
    ):
        answer = client.get(f"/api/v1/signals{query}", headers={"Accept-Language": accept})
        SignalCatalogue.model_validate(answer.json)
        assert (answer.json["language"], answer.json["signals"][0]["title"]) == (language, title)
        assert answer.headers["Content-Language"] == language
    values = client.get("/api/v1/values?language=nl").json
    ValueCatalogue.model_validate(values)
    assert values["values"][0]["name"] == "eerlijkheid"
    assert client.get("/api/v1/values?language=xx").status_code == 422


def test_an_answer_that_is_no_json_is_a_bug(client, engine, monkeypatch):
    monkeypatch.setattr(engine, "signal_catalogue", lambda _: [{"quality": float("nan")}])
    assert client.get("/api/v1/signals").status_code == 500
