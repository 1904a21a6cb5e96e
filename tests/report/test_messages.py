"""Every text a person reads is there in every language, asks for the same parameters, and says something."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import waarmerk
from waarmerk import lexicons, messages, signals
from waarmerk.anchors import table

CODE = Path(waarmerk.__file__).parent
REFERENCE = messages.catalogue("en")
SIGNAL_PARTS = ("title", "measures", "needs", "why", "unit", "source", "gap", "weighing", "good", "middling", "poor")
CATALOGUE = (
    *("value-coverage", "say-do", "value-conflict", "value-focus", "why", "golden-circle", "audience-benefit"),
    *("boasting", "hype", "buzzwords", "stock-phrases", "human-voice", "voice-drift", "specificity", "evidence"),
    *("persuasion", "fact-consistency", "associations", "brand-fit", "attachment", "dialogue", "self-focus"),
    *("pushiness", "audience-fit", "needs-stage", "reach", "readability", "headline", "completeness"),
    *("oversharing", "respect"),
)  # the public ids; history and API keep them, so they are written out here


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_languages_hold_the_same_messages_with_the_same_parameters(language: str) -> None:
    found = messages.catalogue(language)
    assert found.keys() == REFERENCE.keys()
    assert {m: parameters(t) for m, t in found.items()} == {m: parameters(t) for m, t in REFERENCE.items()}


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_report_text_is_empty_or_shouts(language: str) -> None:
    ours = {
        m: t for m, t in messages.catalogue(language).items() if m.partition(".")[0] in ("report", "signals", "values")
    }
    assert not [m for m, t in ours.items() if not t.strip() or t != t.strip() or "!" in t]
    assert not [
        m
        for m, t in ours.items()
        if re.search(r"\b(?:you fail|you are not|je bent niet|je faalt|je hebt gefaald)\b", t.lower())
    ]


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_public_signal_is_told(language: str) -> None:
    wanted = {f"signals.{s}.{part}" for s in CATALOGUE for part in SIGNAL_PARTS}
    wanted |= {f"report.note.{s}.{polarity}" for s in CATALOGUE for polarity in ("concern", "strength", "evidence")}
    assert not sorted(wanted - messages.catalogue(language).keys())


def test_every_signal_in_use_and_in_the_table_is_a_public_one() -> None:
    assert {s.ID for s in signals.SIGNALS} | set(table().signals) <= set(CATALOGUE)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_categories_bands_and_values_are_told(language: str) -> None:
    wanted = {f"report.{part}.{c}" for c in table().categories for part in ("categories", "category_reason")}
    wanted |= {f"report.band.{b}" for b in (*table().band, "not_yet")}
    wanted |= {f"values.{part}.{v.id}" for v in lexicons.values() for part in ("name", "definition")}
    assert not sorted(wanted - messages.catalogue(language).keys())


def test_value_names_are_those_of_the_catalogue() -> None:
    told = {
        (lang, v.id): messages.text(lang, f"values.name.{v.id}")
        for lang in messages.LANGUAGES
        for v in lexicons.values()
    }
    assert told == {(lang, v.id): v.names[lang] for lang in messages.LANGUAGES for v in lexicons.values()}


def test_every_message_that_the_code_names_exists() -> None:
    code = "\n".join(p.read_text("utf-8") for p in CODE.rglob("*.py"))
    named = set(re.findall(r"\"((?:report|signals|values)\.[a-z_.-]+[a-z])\"", code))
    named |= {f"report.reason.{r}" for r in re.findall(r"kit\.absent\(\s*\w+,\s*\"([a-z-]+)\"", code)}
    named |= {f"report.note.{n}" for n in re.findall(r"\"report\.note\.([a-z.-]+)\"", code)}
    unknown = {m for m in named if m not in REFERENCE and not any(k.startswith(f"{m}.") for k in REFERENCE)}
    assert not sorted(unknown)
