"""audit(request) -> report: the order of the stages, and the only place where a signal's failure is caught."""

from __future__ import annotations

import gc
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from waarmerk import (
    classifiers,
    contract,
    engine,
    extraction,
    ledger,
    lexicons,
    messages,
    report,
    scoring,
    signals,
    suggestions,
)
from waarmerk import text as texts
from waarmerk.anchors import table
from waarmerk.errors import Fault, NoOwner, TooLarge
from waarmerk.memo import Memo
from waarmerk.records import Audit, Brand, Fields, Options, Page, Profile, Reading

_log = logging.getLogger(__name__)
_TOLD = ("title", "measures", "needs", "why", "unit", "source", "gap", "weighing")


def audit(request: Mapping[str, Any]) -> dict[str, Any]:
    """The public request in, the public report out. Raises `InvalidRequest`, `NoOwner` or `TooLarge`."""
    sources, brand, options = contract.parse_request(request)
    profiles = read(sources)
    contract.check_text(profiles)
    memo = Memo()
    found = judge(profiles, resolve(brand), options, memo)
    trial = partial(judge, memo=memo, intervals=False)
    if options.suggestions:
        advised, together = suggestions.suggest(found, trial)
        found = replace(found, suggestions=advised, together=together)
    if options.variants:
        found = replace(found, variants=suggestions.variants.compose(found, trial, options.variants))
    return report.build(found, {**engine.identity(), "input": engine.fingerprint(profiles, brand, options)})


def extract(request: Mapping[str, Any]) -> dict[str, Any]:
    """Only the reading of a page. Raises `InvalidRequest`, `NoOwner` or `TooLarge`."""
    page = contract.parse_extraction(request)
    profile = extraction.read(page)
    return report.extraction(profile, texts.profile_language(profile))


def read(sources: Sequence[Page | Profile]) -> tuple[Profile, ...]:
    """Pages read into profiles; an error says which profile it was."""
    profiles = []
    for i, source in enumerate(sources):
        try:
            profiles.append(extraction.read(source) if isinstance(source, Page) else source)
        except (NoOwner, TooLarge) as error:
            raise type(error)(error.detail, [Fault(f"/profiles/{i}/html", error.detail)]) from None
    return tuple(profiles)


def resolve(brand: Brand) -> Brand:
    """The brand with its values matched to the catalogue, or read from the statement."""
    if not brand.statement or brand.values:
        return ledger.resolve(brand)
    statement = texts.read((Profile(Fields(about=brand.statement)),), Options())
    return ledger.resolve(brand, statement.sentences)


def judge(
    profiles: Sequence[Profile], brand: Brand, options: Options, memo: Memo | None = None, *, intervals: bool = True
) -> Audit:
    """Profiles and brand to readings and scores: the whole audit but for suggestions.

    `memo` spares what it has met; without `intervals` the scores come without their bounds.
    """
    text = texts.read(profiles, options, memo)
    text = texts.with_values(text, ledger.read(text, brand, options.report_language))
    readings = tuple(_measured(s, text, brand) for s in signals.SIGNALS if s.ID not in options.off)
    return Audit(
        text=text,
        brand=brand,
        options=options,
        readings=readings,
        values=text.values,
        scores=scoring.score(text, readings, intervals=intervals),
        warnings=texts.warnings(text),
    )


def _measured(signal: signals.Signal, text: Any, brand: Brand) -> Reading:
    try:
        return signal.measure(text, brand)
    except Exception as error:  # one broken signal must not cost the user the whole report
        _log.error("signal failed", extra={"signal": signal.ID, "error": type(error).__name__})
        return Reading(signal.ID, status="error", reason="report.reason.error")


def warm_up() -> None:
    """Load lexicons and models, so that the first caller does not wait, nor later ones for a walk over what stays."""
    classifiers.load()
    audit({"profiles": [{"text": "I bake bread in Leeds. Ik bak brood in Leiden."}], "options": {"suggestions": 0}})
    gc.collect()
    gc.freeze()  # word lists and models are hundreds of thousands of objects that no collection need look at again


def signal_catalogue(language: str) -> list[dict[str, Any]]:
    """Every signal with what it measures, why, what it cannot see, its weight and its anchors, in the asked language."""
    rows = []
    for signal in signals.SIGNALS:
        row = table().signals[signal.ID]
        base = f"signals.{signal.ID}"
        told = {part: messages.text(language, f"{base}.{part}") for part in _TOLD}
        judged = {"category": row.category, "weight": row.weight, "good": row.good, "poor": row.poor}
        rows.append({"id": signal.ID, **judged, **told, "quality": engine.quality().get(signal.ID)})
    return rows


def value_catalogue(language: str) -> list[dict[str, Any]]:
    """The values that may be declared, by name in the asked language."""
    return [
        {
            "id": v.id,
            "name": v.names.get(language, v.id),
            "definition": messages.text(language, f"values.definition.{v.id}"),
            "schwartz": list(v.schwartz),
            "opposes": list(v.opposes),
        }
        for v in lexicons.values()
    ]
