"""The words of advice: data/suggestions/<lang>.toml, read once; a shape with its slots shown or filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

DEFAULT = "en"
_SLOT = re.compile(r"\[([^\]=]{1,80})=([^\]]{1,200})\]")


@cache
def table(language: str) -> Mapping[str, Any]:
    """All advice of a language; English where the language has none."""
    folder = resources.files("waarmerk").joinpath("data/suggestions")
    file = folder.joinpath(f"{language}.toml")
    known = file if file.is_file() else folder.joinpath(f"{DEFAULT}.toml")
    return tomllib.loads(known.read_text("utf-8"))


def shown(shape: str) -> str:
    """The shape of an answer as the reader sees it: every slot in brackets."""
    return _SLOT.sub(r"[\1]", shape)


def filled(shape: str) -> str:
    """The shape with its neutral, invented fills: only ever audited, never shown."""
    return _SLOT.sub(r"\2", shape)
