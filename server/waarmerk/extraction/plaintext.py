"""Pasted text and Markdown as a profile: plain text is `about`; Markdown's headings part it into fields."""

from __future__ import annotations

import re

from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import MAX_FIELD, clean
from waarmerk.extraction.files import outline
from waarmerk.extraction.files.entries import Line
from waarmerk.records import Fields, Profile

_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\((https?://[^\s()]{1,500})?[^()\n]{0,200}\)")
_MARKS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`|~~)(?=\S)|(?<=\S)(\*\*|__|\*|_|`|~~)(?!\w)")
_BULLET = re.compile(r"^(?:[-*+•]|\d{1,2}[.)])\s+")
_LONGEST = 200_000  # characters of Markdown; more than an audit takes is refused there
_FENCES = ("```", "~~~")


def from_text(text: str) -> Profile:
    """Plain text as `about`, line breaks kept, so that offsets are those of the pasted text once cleaned."""
    return Profile(fields=Fields(about=clean(text) or None), origins={"about": "text"}, warnings=("missing:name",))


def from_markdown(text: str) -> Profile:
    """Markdown: the first `#` heading is the name when short, headings known in any language start their field."""
    draft = Draft(site="text", url=None, language=None)
    text = text[:_LONGEST]
    outline.fill(_lines(text), draft, "markdown")
    draft.links((match[2] for match in _LINK.finditer(text) if match[2]), "markdown")
    return draft.profile()


def _lines(text: str) -> list[Line]:
    """Headings (with `#`, or underlined), paragraphs and list items, without their marks; front matter is left out."""
    lines: list[Line] = []
    for raw in _body([" ".join(raw.split()) for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]):
        rule = set(raw) in ({"="}, {"-"}, {"*"}, {"_"}) and len(raw) >= 3
        if rule and lines and lines[-1].text and not lines[-1].level and raw[0] in "=-":
            lines[-1] = Line(lines[-1].text, 1 if raw[0] == "=" else 2)
        elif not rule and not raw.startswith(_FENCES):
            lines.append(_line(raw))
    return lines


def _body(rows: list[str]) -> list[str]:
    """Without the front matter that generators of sites put on top."""
    if rows[0] == "---" and "---" in rows[1:]:
        return rows[rows.index("---", 1) + 1 :]
    return rows


def _line(raw: str) -> Line:
    level = len(raw) - len(raw.lstrip("#"))
    if 0 < level <= 6 and raw[level : level + 1] == " ":
        return Line(_plain(raw[level:]), level)
    return Line(_plain(raw), item=bool(_BULLET.match(raw)))


def _plain(line: str) -> str:
    """A line of Markdown without its marks."""
    line = _BULLET.sub("", line.strip().lstrip(">").strip())
    return _MARKS.sub("", _LINK.sub(lambda match: match[1], line)).strip()[:MAX_FIELD]
