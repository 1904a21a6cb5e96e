"""The service around a small engine that parses the request and answers a whole report."""

import itertools

import pytest

from waarmerk import contract, messages
from waarmerk.errors import NoOwner
from waarmerk.records import Page
from waarmerk.settings import Settings
from waarmerk.web import create_app
from waarmerk.web.service import KEY

TOKEN = "test-token-0123456789abcdef"


class FakeEngine:
    def __init__(self, work=lambda: None):
        self.work = work
        self.warmed = 0
        self.numbers = itertools.count()

    def warm_up(self):
        self.warmed += 1

    def audit(self, request):
        profiles, _, options = contract.parse_request(request)
        self.work()
        return {
            "id": f"audit-{next(self.numbers)}",
            "created_at": "2026-03-01T10:00:00Z",
            "engine": {"version": "0", "rules": "r1", "models": {}, "input": "0"},
            "language": options.report_language,
            "profiles": [
                {"site": "text", "url": None, "language": "en", "fields": {"about": _about(p)}, "warnings": []}
                for p in profiles
            ],
            "overall": {"score": 63, "low": 57, "high": 69, "verdict": "Thin."},
            "categories": [
                {
                    "id": "values",
                    "title": "Values",
                    "score": 41,
                    "low": 33,
                    "high": 52,
                    "weight": 1.0,
                    "signals": ["say-do"],
                }
            ],
            "signals": [],
            "findings": [],
            "values": [],
            "associations": [],
            "sentences": [],
            "contributions": [],
            "needs_stage": None,
            "suggestions": [],
        }

    def extract(self, request):
        page = contract.parse_extraction(request)
        self.work()
        if not page.html.strip():
            raise NoOwner("There is nobody on this page.")
        return {
            "site": page.site or "generic",
            "language": "en",
            "fields": {"about": page.html},
            "warnings": [],
            "owner": {"name": None, "handle": None, "url": page.url},
        }

    def signal_catalogue(self, language):
        return [
            {
                "id": "hype",
                "category": "authenticity",
                "title": {"en": "Hype", "nl": "Overdrijving"}[language],
                "measures": "superlatives",
                "needs": "text",
                "why": "plain words are believed",
                "unit": "share",
                "source": "own",
                "gap": "irony",
                "weighing": "as for boasting",
                "weight": 0.2,
                "good": 0.0,
                "poor": 0.5,
                "quality": None,
            }
        ]

    def value_catalogue(self, language):
        assert language in messages.LANGUAGES
        return [{"id": "honesty", "name": {"en": "honesty", "nl": "eerlijkheid"}[language], "definition": "d"}]


def _about(source):
    return source.html if isinstance(source, Page) else source.fields.about


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def make_app(tmp_path, engine):
    made = []

    def make(**settings):
        defaults = {"token": TOKEN, "database_url": f"sqlite:///{tmp_path}/w.db"}
        app = create_app(Settings(**{**defaults, **settings}), engine=engine)
        app.extensions[KEY].workshop.warm()
        made.append(app)
        return app

    yield make
    for app in made:
        app.extensions[KEY].store.engine.dispose()


@pytest.fixture
def app(make_app):
    return make_app()


@pytest.fixture
def client(app):
    """As a script on this machine calls: with the token, without an Origin."""
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {TOKEN}"
    return client
