"""Fields as the public contract writes them, and the text behind a field path."""

from __future__ import annotations

from typing import Any

from waarmerk.records import Fields, Position


def as_dict(fields: Fields) -> dict[str, Any]:
    """The fields that hold something, under their public names."""
    found: dict[str, Any] = {
        "name": fields.name,
        "headline": fields.headline,
        "about": fields.about,
        "location": fields.location,
        "pronouns": fields.pronouns,
        "links": list(fields.links),
        "experience": [_position(p) for p in fields.experience],
        "education": [_position(p) for p in fields.education],
        "skills": list(fields.skills),
        "recommendations": [{"by": r.by, "text": r.text} for r in fields.recommendations],
        "featured": list(fields.featured),
        "posts": [
            {
                "text": p.text,
                "at": p.at,
                "likes": p.likes,
                "replies": p.replies,
                "is_reply": p.is_reply,
                "is_repost": p.is_repost,
            }
            for p in fields.posts
        ],
        "counts": dict(fields.counts),
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _position(position: Position) -> dict[str, str]:
    """Only what is known: an empty place is left out rather than called null."""
    found = {
        "title": position.title,
        "organisation": position.organisation,
        "from": position.start,
        "to": position.end,
        "text": position.text,
    }
    return {name: value for name, value in found.items() if value is not None}


def text_at(fields: dict[str, Any], path: str) -> str:
    """The text behind `about`, `posts[3]` (its text), `experience[0].text`, `featured[1]` … ; "" where there is none."""
    name, _, rest = path.partition("[")
    value = fields.get(name, "")
    if rest:
        place, _, inner = rest.partition("]")
        value = value[int(place)] if isinstance(value, list) and int(place) < len(value) else ""
        if isinstance(value, dict):
            value = value.get(inner.lstrip(".") or "text", "")
    return value if isinstance(value, str) else ""
