"""What `make bench` measures is what it says: pages that are read, texts without a sentence twice, rivals that answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benching import made_pages, rivals, texts
from benching.timing import summary

from waarmerk import extraction
from waarmerk.records import Page

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("size", [60_000, 300_000])
def test_invented_pages_have_their_size_and_their_owner(size):
    for shape, address, html in made_pages.all_of((size,)):
        assert size <= len(html) < size + 20_000
        found = extraction.read(Page(html=html, url=address)).fields
        assert (found.name, found.about) == ("Nora Fenwright", made_pages.ABOUT)
        if shape == "network":
            assert len(found.experience) == 12
            assert len(found.posts) > 5


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_texts_have_their_length(language):
    assert [len(text.split()) for text in texts.bios(language)] == [texts.WORDS] * texts.NUMBER
    for characters in (2_000, 150_000):
        assert len(texts.running(language, characters)) == characters


def test_rivals_answer_for_every_text_in_english_alone():
    pieces = ["So the cat was stolen. It is very literally amazing.", "This is an test of a apple."]
    found = rivals.all_of("en", pieces)
    assert {"write-good", "harper.js", "textstat, two formulas"} <= set(found)
    assert all(took.p50 >= 0 for took in found.values())
    assert found["write-good"].found > 0 < found["harper.js"].found
    assert set(rivals.all_of("nl", pieces)) == {"textstat, two formulas"}


def test_a_summary_is_of_all_calls():
    assert summary([1.0, 2.0, 3.0], [0.0, 3.0, 6.0])[::2] == (2.0, 3.0)


@pytest.mark.parametrize("given", [["nothing"], ["pages", "--write"]])
def test_what_cannot_be_asked_is_refused(given):
    done = subprocess.run([sys.executable, ROOT / "scripts" / "bench.py", *given], capture_output=True, text=True)
    assert done.returncode == 2
    assert "usage:" in done.stderr
