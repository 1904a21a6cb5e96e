"""The advice data: both languages hold the same questions, and every shape has slots and invents nothing outside them."""

from __future__ import annotations

import re

import pytest

from waarmerk import lexicons, pipeline
from waarmerk.records import Brand, DeclaredValue, Fields, Options, Profile
from waarmerk.suggestions import advice

LANGUAGES = ("en", "nl")
VALUES = [v.id for v in lexicons.values()]


def keys(table, prefix=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from keys(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def shapes(language):
    table = advice.table(language)
    return [table["own"]["shape"], *(v["shape"] for v in table["value"].values())] + [
        row["shape"] for row in table["ask"].values() if "shape" in row
    ]


def test_languages_hold_the_same_advice_and_every_value_has_its_question():
    assert set(keys(advice.table("en"))) == set(keys(advice.table("nl")))
    assert list(advice.table("en")["value"]) == list(advice.table("nl")["value"]) == VALUES


@pytest.mark.parametrize("language", LANGUAGES)
def test_shapes_show_slots_and_hold_no_figure_of_their_own(language):
    for shape in shapes(language):
        seen = advice.shown(shape)
        assert seen.count("[") >= 1, shape
        assert "=" not in seen, shape
        assert not any(c.isdigit() for c in re.sub(r"\[[^\]]*\]", "", seen)), shape
        assert "[" not in advice.filled(shape), shape


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_is_calm_and_said_to_the_reader(language):
    texts = [t for t in _strings(advice.table(language), ("grammar",)) if "!" in t or not t.strip()]
    assert not texts


def _strings(table, without):
    for name, value in table.items():
        if name in without:
            continue
        if isinstance(value, dict):
            yield from _strings(value, without)
        elif isinstance(value, str):
            yield value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", VALUES)
def test_an_answer_of_the_shape_carries_its_value(language, value):
    sample = advice.filled(advice.table(language)["value"][value]["shape"])
    brand = pipeline.resolve(Brand((DeclaredValue(value, value),)))
    options = Options(language=language, sensitive=True)
    row = pipeline.judge((Profile(Fields(about=sample)),), brand, options).values[0]
    assert row.shown > 0.1
