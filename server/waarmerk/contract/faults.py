"""From pydantic's errors to faults: where in the request (RFC 6901), and what to do about it.

Nothing of the caller's text is repeated; of an unknown name only the pointer is told, and that only when it is short.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from waarmerk.contract import limits, wording
from waarmerk.errors import Fault, InvalidRequest, TooLarge

MOST = 20  # faults told at once
_SAID = {
    "missing": "missing",
    "string_type": "text",
    "int_type": "whole",
    "int_from_float": "whole",
    "float_type": "number",
    "bool_type": "boolean",
    "list_type": "list",
    "model_type": "object",
    "model_attributes_type": "object",
    "finite_number": "finite",
    "int_parsing_size": "too-high",
    "one_source": "one-source",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "empty",
    "too_short": "too-few",
}


def explain(error: ValidationError, data: Any, model: type[BaseModel]) -> InvalidRequest | TooLarge:
    """The named error for what pydantic found in `data`."""
    details = error.errors(include_url=False, include_input=False)[:MOST]
    faults = [Fault(_pointer(one, data), _detail(one, model)) for one in details]
    large = [fault for one, fault in zip(details, faults, strict=True) if _beyond_limit(one)]
    if large:
        return TooLarge(wording.say("too-many-things"), large)
    return InvalidRequest(wording.say("invalid"), faults)


def _beyond_limit(error: ErrorDetails) -> bool:
    return error["type"] == "too_long" and error["loc"][-1] in ("profiles", "posts")


def _pointer(error: ErrorDetails, data: Any) -> str:
    """Follow the location through the data, leaving out pydantic's own steps (tags of unions)."""
    steps: list[str] = []
    location = error["loc"]
    for at, step in enumerate(location):
        last_missing = at == len(location) - 1 and error["type"] == "missing"
        if isinstance(data, Mapping) and (step in data or last_missing):
            steps.append(str(step))
            data = data.get(step)
        elif isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
            steps.append(str(step))
            data = data[step]
    if steps and len(steps[-1]) > limits.NAME:
        steps.pop()
    # half a character cannot be written in an answer
    return "".join("/" + s.encode("utf-8", "replace").decode().replace("~", "~0").replace("/", "~1") for s in steps)


def _detail(error: ErrorDetails, model: type[BaseModel]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_name(str(error["loc"][-1]), error["loc"][:-1], model)
    if kind == "choice":
        return wording.say("choice", choices=context["choices"])
    if kind == "unknown_id":
        return _hint(context["near"], context["known"])
    if kind in ("string_too_long", "too_long"):
        return wording.say("too-long" if kind == "too_long" else "text-too-long", limit=context["max_length"])
    if kind in ("greater_than", "greater_than_equal"):
        return wording.say("above" if kind == "greater_than" else "at-least", limit=int(context.get("gt", 0)))
    if kind in ("less_than", "less_than_equal"):
        return wording.say("at-most", limit=int(context["le"]))
    return wording.say(_SAID.get(kind, "unusable"))


def _unknown_name(name: str, location: Sequence[int | str], model: type[BaseModel]) -> str:
    known = _names(model, [str(step) for step in location if isinstance(step, str)])
    return _hint("".join(get_close_matches(name[: limits.NAME], known, n=1)), ", ".join(known))


def _hint(near: str, known: str) -> str:
    return wording.say("did-you-mean", name=near) if near else wording.say("unknown", known=known)


def _names(model: type[BaseModel], path: Sequence[str]) -> list[str]:
    """The names known at that place: walk the JSON Schema, as that is what the caller reads too."""
    schema = model.model_json_schema()
    found = schema
    for step in path:
        for option in _options(found, schema):
            if step in option.get("properties", {}):
                found = option["properties"][step]
    for option in _options(found, schema):
        if "properties" in option:
            return list(option["properties"])
    return []


def _options(node: Mapping[str, Any], schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The schemas a node may mean: itself, its alternatives, its items, with references followed."""
    if "$ref" in node:
        return _options(schema["$defs"][node["$ref"].rsplit("/", 1)[-1]], schema)
    inner = [*node.get("anyOf", []), *([node["items"]] if "items" in node else [])]
    if "properties" not in node:
        inner += node.get("oneOf", [])
    return [node] + [option for one in inner for option in _options(one, schema)]
