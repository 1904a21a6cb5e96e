"""What a signal cannot see, and why it weighs as it does, in the asked language: in the API and on the page for people."""

import html

import pytest

from waarmerk import messages, pipeline, signals
from waarmerk.anchors import table

IDS = [s.ID for s in signals.SIGNALS]


@pytest.fixture
def engine():
    """The engine of the product in place of the small one."""
    return pipeline


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_catalogue_tells_gap_and_weighing(client, language):
    answer = client.get(f"/api/v1/signals?language={language}")
    assert answer.json["language"] == language
    told = {row["id"]: (row["gap"], row["weighing"]) for row in answer.json["signals"]}
    assert told == {s: tuple(messages.text(language, f"signals.{s}.{p}") for p in ("gap", "weighing")) for s in IDS}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_page_tells_gap_weighing_and_the_reason_of_each_category(client, language):
    page = html.unescape(client.get(f"/methods?lang={language}").text)
    wanted = [f"signals.{s}.{part}" for s in IDS for part in ("gap", "weighing")]
    wanted += [f"report.category_reason.{category}" for category in table().categories]
    assert [m for m in wanted if messages.text(language, m) not in page] == []


def test_no_reason_or_gap_was_left_in_english():
    told = [m for m in messages.catalogue("en") if m.endswith((".gap", ".weighing")) or ".category_reason." in m]
    assert len(told) >= 2 * len(IDS)
    assert [m for m in told if messages.text("nl", m) == messages.text("en", m)] == []
