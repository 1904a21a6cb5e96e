"""Data that pages carry inside scripts: JSON-LD and application state. Broken data is left out, never an error."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MAX_BLOB = 6_000_000  # characters of one script
MAX_NODES = 200_000  # steps of a walk through one blob
_DECODER = json.JSONDecoder(strict=False)


def _loads(text: str) -> object | None:
    text = text.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removeprefix("<![CDATA[").strip()
    if not text or len(text) > MAX_BLOB:
        return None
    try:
        value: object = _DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None
    return value


def json_ld(texts: Sequence[str]) -> list[dict[str, object]]:
    """Flat list of the top-level nodes (those of `@graph` and lists too), in order."""
    nodes: list[dict[str, object]] = []
    for text in texts:
        stack = [_loads(text)]
        while stack and len(nodes) < 500:
            value = stack.pop(0)
            if isinstance(value, list):
                stack.extend(value[:500])
            elif isinstance(value, dict):
                nodes.append(value)
                graph = value.get("@graph")
                if isinstance(graph, list):
                    stack.extend(graph[:500])
    return nodes


def state(scripts: Sequence[tuple[Mapping[str, str | None], str]], name: str) -> object | None:
    """The JSON of `<script id=name>`, or what is assigned to `name` (as JSON, or `JSON.parse("…")`)."""
    for attributes, text in scripts:
        if attributes.get("id") == name or attributes.get("data-name") == name:
            value = _loads(text)
            if value is not None:
                return value
    for _, text in scripts:
        value = _assigned(text, name)
        if value is not None:
            return value
    return None


def _assigned(text: str, name: str) -> object | None:
    at = text.find(name)
    tries = 0
    while at >= 0 and tries < 20:
        rest = text[at + len(name) : at + len(name) + 40].lstrip("\"'] \n\t")
        if rest.startswith("=") and not rest.startswith("=="):
            start = text.index("=", at + len(name)) + 1
            value = _loads(text[start:].lstrip()[:MAX_BLOB])
            parsed = text.find("JSON.parse(", start, start + 40)
            if value is None and parsed >= 0:
                inner = _loads(text[parsed + len("JSON.parse(") :][:MAX_BLOB])
                value = _loads(inner) if isinstance(inner, str) else None
            if value is not None:
                return value
        at = text.find(name, at + len(name))
        tries += 1
    return None


def objects(scripts: Sequence[tuple[Mapping[str, str | None], str]], *keys: str) -> Iterator[dict[str, Any]]:
    """Objects with all of these keys in any script that holds JSON, or assigns it; at most eight scripts are opened."""
    opened = 0
    for _, text in scripts:
        if opened >= 8 or not all(f'"{key}"' in text for key in keys):
            continue
        opened += 1
        value = _loads(text)
        if not isinstance(value, dict | list):
            start = text.find("{", max(0, text.find("=")))
            value = _loads(text[start:]) if start >= 0 else None
        yield from (node for node in walk(value) if all(key in node for key in keys))


def walk(value: object) -> Iterator[dict[str, Any]]:
    """All objects inside a value, outermost first, at most MAX_NODES steps."""
    queue: list[object] = [value]
    at = 0
    while at < len(queue) and at < MAX_NODES:
        node = queue[at]
        at += 1
        if isinstance(node, dict):
            yield node
            queue.extend(child for child in node.values() if isinstance(child, dict | list))
        elif isinstance(node, list):
            queue.extend(child for child in node if isinstance(child, dict | list))


def dig(value: object, *keys: str | int) -> Any:
    """`value[key][key]…`, None where a step is missing."""
    for key in keys:
        if (isinstance(key, str) and isinstance(value, dict)) or (isinstance(key, int) and isinstance(value, list)):
            try:
                value = value[key]  # type: ignore[index]
            except (KeyError, IndexError):
                return None
        else:
            return None
    return value


def string(value: object, *keys: str | int) -> str:
    """`dig` where a string is wanted: empty for anything else."""
    found = dig(value, *keys) if keys else value
    return found if isinstance(found, str) else ""


def rows(value: object, *keys: str | int) -> list[Any]:
    """`dig` where a list is wanted: empty for anything else, as a page may hold any shape under a known name."""
    found = dig(value, *keys)
    return found if isinstance(found, list) else []


def integer(value: object, *keys: str | int) -> int | None:
    """`dig` where a count is wanted: a number, or a string of digits."""
    found = dig(value, *keys) if keys else value
    if isinstance(found, bool):
        return None
    if isinstance(found, int | float) and 0 <= found < 1e12:
        return int(found)
    return int(found) if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) < 13 else None
