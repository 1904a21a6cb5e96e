"""The saved pages under tests/pages, and what the tests do with them."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from waarmerk.records import Fields, Page, Position

PAGES = Path(__file__).parents[1] / "pages"
CASES = sorted(folder.parent for folder in PAGES.glob("*/*/page.html"))
# Vocabularies that are a standard, not a layout: a site cannot rename them without leaving the standard.
_STANDARD = ("h-", "p-", "u-", "dt-", "e-")
_CLASSIC = frozenset(("vcard", "hresume", "fn", "n", "org", "title", "url", "summary", "contact", "experience")) | {
    "education",
    "skill",
    "vevent",
    "dtstart",
    "dtend",
}


def name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


def expected(case: Path) -> dict[str, Any]:
    return json.loads((case / "expected.json").read_text(encoding="utf-8"))


def page(case: Path, html: str | None = None) -> Page:
    return Page(html=html or (case / "page.html").read_text(encoding="utf-8"), url=expected(case)["url"])


def _entry(entry: Position) -> dict[str, str]:
    named = {"title": entry.title, "organisation": entry.organisation, "from": entry.start, "to": entry.end}
    return {key: value for key, value in (named | {"text": entry.text}).items() if value}


def shown(fields: Fields) -> dict[str, Any]:
    """Fields as the public contract names them, without reposts and empty ones."""
    found: dict[str, Any] = {k: getattr(fields, k) for k in ("name", "headline", "about", "location", "pronouns")}
    found |= {key: list(getattr(fields, key)) for key in ("links", "skills", "featured")}
    found |= {key: [_entry(entry) for entry in getattr(fields, key)] for key in ("experience", "education")}
    found["recommendations"] = [{"text": said.text, "by": said.by} for said in fields.recommendations]
    found["posts"] = [{"text": post.text} for post in fields.posts if not post.is_repost]
    found["counts"] = dict(fields.counts)
    return {key: value for key, value in found.items() if value}


def words(value: object) -> list[str]:
    if isinstance(value, dict):
        return [word for part in value.values() for word in words(part)]
    if isinstance(value, list):
        return [word for part in value for word in words(part)]
    return "".join(char if char.isalnum() else " " for char in str(value).lower()).split()


def f1(found: object, wanted: object) -> float:
    mine, other = words(found), words(wanted)
    common = sum(min(mine.count(word), other.count(word)) for word in set(mine))
    return 2 * common / max(1, len(mine) + len(other))


def score(found: dict[str, Any], wanted: dict[str, Any]) -> float:
    """Mean word F1 over the expected fields."""
    return sum(f1(found.get(key, ""), value) for key, value in wanted.items()) / max(1, len(wanted))


def leaked(found: dict[str, Any], foreign: list[str]) -> list[str]:
    """Strings of others that stand in a field that is not a recommendation."""
    whole = f" {' '.join(words({k: v for k, v in found.items() if k != 'recommendations'}))} "
    return [text for text in foreign if f" {' '.join(words(text))} " in whole]


def _renamed(old: str) -> str:
    standard = old.startswith(_STANDARD) or old in _CLASSIC
    return old if standard else "c" + hashlib.sha256(old.encode()).hexdigest()[:7]


def shuffled(html: str, seed: int = 7) -> str:
    """The page after a redesign: every class renamed (microformats stay), boxes put around what boxes hold."""
    dice = random.Random(seed)
    soup = BeautifulSoup(html.removeprefix('<?xml version="1.0"?>'), "lxml", multi_valued_attributes=None)
    for node in soup.find_all(True):
        assert isinstance(node, Tag)
        if node.get("class"):
            node["class"] = " ".join(_renamed(old) for old in str(node["class"]).split())
        if node.name in ("div", "section", "li", "main", "header") and dice.random() < 0.3:
            box = soup.new_tag("div", attrs={"class": f"w{dice.randrange(10_000)}"})
            for child in list(node.contents):
                box.append(child)
            node.append(box)
    return str(soup)
