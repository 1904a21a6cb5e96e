"""What the command line reads: a file by its kind, made into a request of the public contract."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from waarmerk.errors import InvalidRequest
from waarmerk.extraction import archives, from_markdown
from waarmerk.records import Profile
from waarmerk.report.fields import as_dict

LARGEST = 5_000_000  # bytes of text or page, the limit of the service
LARGEST_ARCHIVE = 200_000_000  # bytes; only the few files that describe a profile are read from it


def request(
    file: Path, *, declared: str, statement: Path | None, language: str, report_language: str, suggestions: int
) -> dict[str, Any]:
    """The request for a file (`-`: standard input). Raises `InvalidRequest` with what to do."""
    found = _source(file)
    options = {"language": language, "report_language": report_language, "suggestions": suggestions}
    asked: dict[str, Any] = found if "profiles" in found else {"profiles": [found]}
    brand = dict(asked.get("brand") or {})
    if declared:
        brand["values"] = [name.strip() for name in declared.split(",") if name.strip()]
    if statement:
        brand["statement"] = _text(statement.read_bytes())
    return {**asked, **({"brand": brand} if brand else {}), "options": {**(asked.get("options") or {}), **options}}


def _source(file: Path) -> dict[str, Any]:
    kind = file.suffix.lower()
    if kind == ".zip":
        return _archive(_bytes(file))
    text = _text(_bytes(file))
    if kind == ".json" or (str(file) == "-" and text.lstrip()[:1] == "{"):
        return _json(text)
    if kind in (".html", ".htm") or (str(file) == "-" and text.lstrip()[:1] == "<"):
        return {"html": text}
    if kind in (".md", ".markdown"):
        return _profile(from_markdown(text))
    if kind in (".txt", "") or str(file) == "-":
        return {"text": text}
    raise InvalidRequest(
        f"waarmerk reads .html, .txt, .md, .json and a site's export as .zip; {kind} is none of them. "
        "Save the profile as one of those."
    )


def _archive(raw: bytes) -> dict[str, Any]:
    """A site's own data export; raises `InvalidRequest`, `TooLarge` or `NoOwner` with what to do."""
    return _profile(archives.read(raw))


def _profile(found: Profile) -> dict[str, Any]:
    return {"site": found.site, "fields": as_dict(found.fields)}


def _json(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        raise InvalidRequest("This file is not valid JSON. Check it for a missing quote or comma.") from None
    if not isinstance(found, dict):
        raise InvalidRequest("The JSON must be one object: a request with `profiles`, or a JSON Resume.")
    if "profiles" in found and isinstance(found["profiles"], list):
        return found
    if "basics" in found:
        return {"site": "resume", "fields": resume(found)}
    return {"fields": found.get("fields", found)}


def resume(found: dict[str, Any]) -> dict[str, Any]:
    """A JSON Resume (jsonresume.org) as fields."""
    basics = found.get("basics") or {}
    place = basics.get("location") or {}
    jobs = [
        {"title": j.get("position"), "organisation": j.get("name") or j.get("company"), "from": j.get("startDate"),
         "to": j.get("endDate"), "text": "\n".join(filter(None, [j.get("summary"), *(j.get("highlights") or [])])) or None}
        for j in found.get("work") or []
    ]  # fmt: skip
    schools = [
        {"title": " ".join(filter(None, [e.get("studyType"), e.get("area")])) or None, "organisation": e.get("institution"),
         "from": e.get("startDate"), "to": e.get("endDate")}
        for e in found.get("education") or []
    ]  # fmt: skip
    fields = {
        "name": basics.get("name"),
        "headline": basics.get("label"),
        "about": basics.get("summary"),
        "location": place.get("city") if isinstance(place, dict) else None,
        "links": [p["url"] for p in basics.get("profiles") or [] if p.get("url")],
        "experience": jobs,
        "education": schools,
        "skills": [s["name"] for s in found.get("skills") or [] if s.get("name")],
    }
    return {name: value for name, value in fields.items() if value}


def _bytes(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        if file.stat().st_size > (LARGEST_ARCHIVE if file.suffix.lower() == ".zip" else LARGEST):
            raise InvalidRequest(
                "This file is too large (5 MB; 200 MB for an export). Save only the profile's own page."
            )
        return file.read_bytes()
    except OSError:
        raise InvalidRequest("This file could not be read. Check its name and whether you may open it.") from None


def _text(raw: bytes) -> str:
    if len(raw) > LARGEST:
        raise InvalidRequest("This is larger than 5 MB. Give only the profile's own text or page.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidRequest("This file is not UTF-8 text. Save it again as UTF-8 and try once more.") from None
