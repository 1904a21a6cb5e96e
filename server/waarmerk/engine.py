"""Which engine judged: version, fingerprint of all words and numbers, fingerprints of the models, measured quality."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from waarmerk import classifiers
from waarmerk.version import __version__


@cache
def _rules() -> str:
    digest = hashlib.sha256()
    for file in _files(resources.files("waarmerk").joinpath("data")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files(entry)
        elif not entry.name.startswith("."):
            yield entry


def identity() -> dict[str, Any]:
    """The report's `engine`, but for the input."""
    return {"version": __version__, "rules": _rules(), "models": classifiers.fingerprints()}


@cache
def quality() -> Mapping[str, Any]:
    """Measured quality per signal and language, as the models' metrics state it; empty where nothing was measured."""
    return classifiers.quality()


def plain(record: Any) -> Any:
    """Records as JSON: the `default` of json.dumps."""
    if is_dataclass(record) and not isinstance(record, type):
        return asdict(record)
    return dict(record)


def fingerprint(*records: Any) -> str:
    """sha256 of records, whatever the order of their mappings."""
    whole = json.dumps(records, default=plain, sort_keys=True)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
