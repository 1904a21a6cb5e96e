"""Whatever is sent, the answer is 200 or a problem that says where; never a 500."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
WORDS = """
profiles brand options html fields text url site posts counts experience from values name weight statement avoid
language report_language store suggestions off ignore vocabulary sensitive likes is_reply about ~ /
"""
NAMES = st.sampled_from([*WORDS.split(), "\ud800"])
ANY = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=15
)
NEAR = st.fixed_dictionaries(
    {"profiles": st.lists(st.dictionaries(NAMES, ANY, max_size=3), max_size=3) | ANY},
    optional={"brand": ANY, "options": ANY},
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def follow(pointer, value):
    """Every step but the last leads somewhere; the last may name what is missing."""
    *path, last = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]] or [None]
    for step in path:
        value = value[int(step)] if isinstance(value, list) else value[step]
    assert last is None or isinstance(value, list | dict)


def check(answer, sent):
    assert answer.status_code in (200, 400, 413, 422)
    if answer.status_code != 200:
        problem = answer.json
        assert problem["status"] == answer.status_code
        assert problem["title"]
        assert problem["detail"]
        assert "nan" not in json.dumps(problem).lower() or answer.status_code == 400
        for error in problem.get("errors", []):
            assert error["detail"]
            follow(error["pointer"], sent)


@QUICK
@given(ANY | NEAR)
def test_any_json(client, value):
    check(client.post("/api/v1/audits", data=json.dumps(value), content_type="application/json"), value)


@QUICK
@given(st.dictionaries(NAMES, ANY, max_size=4) | ANY)
def test_any_extraction(client, value):
    check(client.post("/api/v1/extractions", data=json.dumps(value), content_type="application/json"), value)


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes(client, data):
    answer = client.post("/api/v1/audits", data=data, content_type="application/json")
    assert answer.status_code in (400, 413, 422)
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/v1/audits", "/api/v1/audits/x", "/api/v1/signals", "/open", "/api/v1/docs/x"])
@QUICK
@given(query=st.dictionaries(st.sampled_from(["limit", "cursor", "language", "key"]), st.text(max_size=30)))
def test_any_query(client, path, query):
    answer = client.get(path, query_string=query)
    assert answer.status_code in (200, 403, 404, 422)
