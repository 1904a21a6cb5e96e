"""The kinds of values a request is made of: what is taken as it is, what is mended, what is refused."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from waarmerk import anchors, messages
from waarmerk.contract import limits

SIGNALS = tuple(anchors.table().signals)
_HALVES = re.compile("[\ud800-\udfff]")


class Part(BaseModel):
    """A part of a request: closed, so that a misspelt name is told; strict, so that "10" is not 10."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class Answer(BaseModel):
    """A part of an answer: open, because fields may be added."""

    model_config = ConfigDict(extra="allow")


def _whole_characters(value: Any) -> Any:
    """Half an emoji (a lone surrogate, from JavaScript cutting text) becomes U+FFFD; offsets stay true."""
    return _HALVES.sub("\ufffd", value) if isinstance(value, str) else value


def _integral(value: Any) -> Any:
    """JSON knows one kind of number: 3.0 is 3."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _language(value: str) -> str:
    if value not in messages.LANGUAGES:
        raise PydanticCustomError("choice", "choice", {"choices": ", ".join(messages.LANGUAGES)})
    return value


def _language_or_auto(value: str) -> str:
    if value != "auto" and value not in messages.LANGUAGES:
        raise PydanticCustomError("choice", "choice", {"choices": ", ".join(("auto", *messages.LANGUAGES))})
    return value


def _signal(value: str) -> str:
    if value not in SIGNALS:
        near = get_close_matches(value[: limits.NAME], SIGNALS, n=1)
        raise PydanticCustomError("unknown_id", "unknown_id", {"near": "".join(near), "known": ", ".join(SIGNALS)})
    return value


# Constraints stand before the mending function: behind it pydantic leaves them out of the JSON Schema.
_Mended = BeforeValidator(_whole_characters)
Text = Annotated[str, _Mended]
Word = Annotated[str, Field(max_length=limits.WORD), _Mended]
Key = Annotated[str, Field(max_length=limits.KEY), _Mended]
Named = Annotated[str, Field(min_length=1, max_length=limits.WORD, pattern=r"\S"), _Mended]
Count = Annotated[int, Field(ge=0, le=10**15), BeforeValidator(_integral)]
Few = Annotated[int, Field(ge=0, le=limits.SUGGESTIONS), BeforeValidator(_integral)]
Variants = Annotated[int, Field(ge=0, le=limits.VARIANTS), BeforeValidator(_integral)]
# http and https, or no scheme at all: an address may end up as a link in a report, so `javascript:` is none.
_ADDRESS = r"^([hH][tT][tT][pP][sS]?://|[^:]*$|[^:/]*/)"
Address = Annotated[str, Field(max_length=limits.ADDRESS, pattern=_ADDRESS), _Mended]
Language = Annotated[
    str, AfterValidator(_language), WithJsonSchema({"type": "string", "enum": list(messages.LANGUAGES)})
]
LanguageOrAuto = Annotated[
    str,
    AfterValidator(_language_or_auto),
    WithJsonSchema({"type": "string", "enum": ["auto", *messages.LANGUAGES]}),
]
SignalId = Annotated[str, AfterValidator(_signal), WithJsonSchema({"type": "string", "enum": list(SIGNALS)})]
