"""Pasted text and Markdown as a profile: plain text is `about`; Markdown's headings part it into fields."""

from __future__ import annotations

import re

from waarmerk.extraction import words
from waarmerk.extraction.fields import clean
from waarmerk.records import Fields, Owner, Profile

_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\((https?://[^\s()]{1,500})?[^()\n]{0,200}\)")
_MARKS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`|~~)(?=\S)|(?<=\S)(\*\*|__|\*|_|`|~~)(?!\w)")
_BULLET = re.compile(r"^(?:[-*+•]|\d{1,2}[.)])\s+")


def from_text(text: str) -> Profile:
    """Plain text as `about`, line breaks kept, so that offsets are those of the pasted text once cleaned."""
    return Profile(fields=Fields(about=clean(text) or None), origins={"about": "text"}, warnings=("missing:name",))


def _plain(line: str) -> str:
    """A line of Markdown without its marks."""
    line = _BULLET.sub("", line.strip().lstrip(">").strip())
    return _MARKS.sub("", _LINK.sub(lambda match: match[1], line)).strip()


def from_markdown(text: str) -> Profile:
    """Markdown: the first `#` heading is the name when short, headings known in any language start their field."""
    name: str | None = None
    parts: dict[str, list[str]] = {"about": []}
    field = "about"
    for line in clean(text).split("\n"):
        level = len(line) - len(line.lstrip("#"))
        said = _plain(line.lstrip("#").strip() if 0 < level <= 6 else line)
        if 0 < level <= 6 and line[level : level + 1] == " ":
            kind = words.heading(said)
            if level == 1 and name is None and kind is None and len(said.split()) <= 6:
                name = said
                continue
            field = kind if kind in ("about", "skills") else "about"
            if kind is not None:
                continue
        parts.setdefault(field, []).append(said)
    links = tuple(dict.fromkeys(match[2] for match in _LINK.finditer(text[:200_000]) if match[2]))
    skills = tuple(dict.fromkeys(entry for entry in parts.get("skills", ()) if entry))
    about = clean("\n".join(parts["about"])) or None
    origins = {key: "markdown" for key, value in (("name", name), ("about", about), ("links", links)) if value}
    fields = Fields(name=name, about=about, links=links, skills=skills)
    return Profile(fields=fields, owner=Owner(name=name), origins=origins, warnings=() if name else ("missing:name",))
