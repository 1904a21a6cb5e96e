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


def all_applied(profiles: Sequence[Profile], changes: Sequence[tuple[Span, str]]) -> tuple[Profile, ...]:
    """The profiles with every change made; the spans count in the profiles as given and do not overlap."""
    made = tuple(profiles)
    for span, after in sorted(changes, key=lambda change: (change[0].start, change[0].end), reverse=True):
        made = apply(made, span, after)
    return made


def own_words(profile: Profile) -> str:
    """All that a profile's owner says in it, field by field on lines of their own."""
    fields = profile.fields
    jobs = [part for p in (*fields.experience, *fields.education) for part in (p.title, p.organisation, p.text)]
    posts = [post.text for post in fields.posts if not post.is_repost]
    parts = [
        fields.name,
        fields.headline,
        fields.about,
        fields.location,
        *jobs,
        *fields.skills,
        *fields.featured,
        *posts,
    ]
    return "\n".join(part for part in parts if part)


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
