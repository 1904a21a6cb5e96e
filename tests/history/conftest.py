import pytest

from waarmerk.history import open_store


@pytest.fixture
def store(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/w.db")
    yield store
    store.engine.dispose()


@pytest.fixture
def make_report():
    def make(audit_id, score=63.0, about="Ann mends bicycles."):
        return {
            "id": audit_id,
            "created_at": "2026-03-01T10:00:00Z",
            "language": "en",
            "engine": {"rules": "1"},
            "overall": {"score": score, "low": 57.0, "high": 69.0, "verdict": "Thin."},
            "categories": [{"id": "values", "score": 41.0}],
            "profiles": [{"fields": {"about": about}}],
        }

    return make
