"""The OpenAPI document tells the truth (schemathesis checks it), and its page loads nothing from elsewhere."""

import re

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from waarmerk.contract.types import Answer, Part

HEADERS = {"Authorization": "Bearer test-token-0123456789abcdef"}


@pytest.fixture
def described(app):
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


CALLS = [
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /api/v1/signals",
    "GET /api/v1/values",
    "GET /api/v1/me",
    "GET /api/v1/me/export",
    "DELETE /api/v1/me",
    "GET /api/v1/audits",
    "POST /api/v1/audits",
    "GET /api/v1/audits/{audit_id}",
    "DELETE /api/v1/audits/{audit_id}",
    "GET /api/v1/audits/{audit_id}/report.html",
    "GET /api/v1/audits/{audit_id}/report.md",
    "GET /api/v1/audits/{audit_id}/report.json",
    "POST /api/v1/extractions",
    "POST /api/v1/pairings",
]


@pytest.mark.parametrize("call", CALLS)
def test_the_service_keeps_its_document(described, call):
    method, path = call.split()
    # a page without owner is of the right shape; and a query may hold names that are not ours
    left_out = [checks.positive_data_acceptance] if "extractions" in path else []
    left_out += [checks.negative_data_rejection] if method == "GET" else []
    operation = described[path][method]

    @given(case=operation.as_strategy() | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    def keeps(case):
        case.call_and_validate(headers=HEADERS, excluded_checks=left_out)

    keeps()


def test_the_document_is_openapi_3_1_and_names_every_call(app, client):
    document = client.get("/api/v1/openapi.json").json
    assert document["openapi"].startswith("3.1")
    served = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.rule.startswith(("/api/v1/", "/healthz", "/readyz", "/metrics")) and "openapi" not in rule.rule
        if "/docs" not in rule.rule
    }
    told = {(path, method) for path, calls in document["paths"].items() for method in calls if method != "parameters"}
    assert told == served == {(path, method.lower()) for method, path in map(str.split, CALLS)}
    open_calls = {path for path, method in told if document["paths"][path][method].get("security") == []}
    assert open_calls == {"/api/v1/pairings", "/healthz", "/readyz", "/metrics"}


def test_every_reference_leads_somewhere(client):
    document = client.get("/api/v1/openapi.json")
    schemas = document.json["components"]["schemas"]
    references = set(re.findall(r'"#/components/schemas/(\w+)"', document.text))
    assert references
    assert references <= set(schemas)
    models = {one.__name__ for base in (Part, Answer) for one in base.__subclasses__()}
    assert set(schemas) <= models


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_shows_all_calls_and_loads_nothing_from_elsewhere(client, language):
    page = client.get(f"/api/v1/docs?language={language}").text
    assert f'lang="{language}"' in page
    for path in client.get("/api/v1/openapi.json").json["paths"]:
        assert path in page
    loaded = re.findall(r"""(?:src|href|action)\s*=\s*["']([^"']+)""", page)
    assert all(address.startswith(("/api/v1/", "#", "data:,")) for address in loaded)
    for address in loaded:
        if address.startswith("/"):
            asset = client.get(address)
            assert asset.status_code == 200
            if not address.endswith("openapi.json"):
                assert "http" not in asset.text.replace("http-equiv", "")
                assert "@import" not in asset.text
    assert not re.search(r"<script[^>]*>[^<]", page)
    assert "style=" not in page


def test_problem_types_lead_to_the_page(client):
    anchor = client.get("/nowhere").json["type"].partition("#")[2]
    assert f'id="{anchor}"' in client.get("/api/v1/docs").text
