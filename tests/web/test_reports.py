"""A stored report as a file: whole, in its own language, harmless wherever it is opened."""

import pytest

from waarmerk import pipeline
from waarmerk.web.service import KEY

TEXT = "Ik herstel fietsen in Deventer. <script>alert(1)</script> In 2024 hield ik er 412 op de weg."


@pytest.fixture
def audit_id(client, engine, monkeypatch):
    monkeypatch.setattr(engine, "audit", pipeline.audit)
    options = {"store": True, "report_language": "nl", "suggestions": 0}
    return client.post("/api/v1/audits", json={"profiles": [{"text": TEXT}], "options": options}).json["id"]


@pytest.mark.parametrize(
    ("ending", "media"), [("html", "text/html"), ("md", "text/markdown"), ("json", "application/json")]
)
def test_files_to_send_along(client, audit_id, ending, media):
    answer = client.get(f"/api/v1/audits/{audit_id}/report.{ending}")
    assert (answer.status_code, answer.mimetype) == (200, media)
    assert answer.headers["Content-Disposition"].endswith(f'.{ending}"')
    assert "412" in answer.text
    assert "Je profiel" in answer.text
    if ending == "html":
        assert 'lang="nl"' in answer.text
        assert "<script" not in answer.text
        assert "sandbox" in answer.headers["Content-Security-Policy"]
    if ending == "json":
        assert answer.json == client.get(f"/api/v1/audits/{audit_id}").json


def test_only_with_the_token_that_stored_it(app, client, audit_id):
    secret, _ = app.extensions[KEY].store.tokens.new("other")
    for ending in ("html", "md", "json", "pdf"):
        path = f"/api/v1/audits/{audit_id}/report.{ending}"
        assert app.test_client().get(path, headers={"Authorization": f"Bearer {secret}"}).status_code == 404
