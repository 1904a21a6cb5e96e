"""Every text a person reads, by language and message id: the only reader of data/locale.

One catalogue of TOML files serves report, web and command line alike, so that a sentence is written once and the
command line needs no web framework for it. `data/locale/<lang>/report.toml` with `[verdict] thin = "…"` is
`report.verdict.thin`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = tuple(
    sorted(p.name for p in resources.files("waarmerk").joinpath("data/locale").iterdir() if not p.name.startswith("."))
)
DEFAULT = "en"


def text(language: str, message: str, **params: Any) -> str:
    """The message in that language (English where the language is not there), with `{names}` filled.

    Raises KeyError for an unknown id: a missing text is a bug that the tests find, in either language.
    """
    return catalogue(language)[message].format(**params) if params else catalogue(language)[message]


def has(language: str, message: str) -> bool:
    """Whether there is such a message."""
    return message in catalogue(language)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All messages of a language, flat."""
    known = language if language in LANGUAGES else DEFAULT
    folder = resources.files("waarmerk").joinpath("data/locale", known)
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            found.update(_flat(file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8"))))
    return found


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}.{key}", value)
        else:
            yield f"{prefix}.{key}", str(value)
