"""Edits on a copy: a stretch of one field of one profile replaced, by offset, in the caller's own text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from waarmerk.records import Fields, Profile, Span


def apply(profiles: Sequence[Profile], span: Span, after: str) -> tuple[Profile, ...]:
    """The profiles with `after` in the place of the span; a field that is not there yet counts as empty."""
    profile = profiles[span.profile]
    given = read(profile.fields, span.field)
    changed = write(profile.fields, span.field, given[: span.start] + after + given[span.end :])
    return (*profiles[: span.profile], replace(profile, fields=changed), *profiles[span.profile + 1 :])


def read(fields: Fields, path: str) -> str:
    """The text behind `headline`, `about`, `experience[2].text`, `featured[0]` or `posts[3]`; "" where there is none."""
    name, place = _parts(path)
    if place is None:
        return str(getattr(fields, name) or "")
    item = getattr(fields, name)[place]
    return item if isinstance(item, str) else item.text or ""


def write(fields: Fields, path: str, text: str) -> Fields:
    """The fields with that text behind the path."""
    name, place = _parts(path)
    if place is None:
        whole: dict[str, Any] = {name: text}
        return replace(fields, **whole)
    items = getattr(fields, name)
    item = text if isinstance(items[place], str) else replace(items[place], text=text)
    changed: dict[str, Any] = {name: (*items[:place], item, *items[place + 1 :])}
    return replace(fields, **changed)


def _parts(path: str) -> tuple[str, int | None]:
    name, _, rest = path.partition("[")
    return name, int(rest.partition("]")[0]) if rest else None
