"""JSON Resume (jsonresume.org) as a profile.

Source: the schema's 1.0.0, with `company` and `website` of older ones. Volunteering is experience like any other; what
referees wrote goes to recommendations. Values of the wrong kind are left out.
"""

from __future__ import annotations

from typing import Any

from waarmerk.extraction import blobs, refusal
from waarmerk.extraction.draft import Draft, position, recommendations
from waarmerk.records import Position, Profile

ORIGIN = "json-resume"
SITE = "resume"


def matches(value: Any) -> bool:
    """Whether this JSON is a resume."""
    return isinstance(blobs.dig(value, "basics"), dict)


def read(value: Any) -> Profile:
    """The owner's profile. Raises NoOwner for an empty resume."""
    basics = blobs.dig(value, "basics")
    draft = Draft(site=SITE, url=None, language=None)
    draft.text("name", blobs.string(basics, "name"), ORIGIN)
    draft.text("headline", blobs.string(basics, "label"), ORIGIN)
    draft.text("about", blobs.string(basics, "summary"), ORIGIN)
    draft.text("location", blobs.string(basics, "location", "city") or blobs.string(basics, "location"), ORIGIN)
    pages = [blobs.string(basics, "url") or blobs.string(basics, "website")]
    draft.links([*pages, *(blobs.string(p, "url") for p in blobs.rows(basics, "profiles"))], ORIGIN)
    jobs = [*blobs.rows(value, "work"), *blobs.rows(value, "volunteer")]
    draft.items("experience", [_job(job) for job in jobs], ORIGIN)
    draft.items("education", [_study(study) for study in blobs.rows(value, "education")], ORIGIN)
    draft.strings("skills", (blobs.string(skill, "name") for skill in blobs.rows(value, "skills")), ORIGIN)
    projects = (_told(p, "name", "description") for p in blobs.rows(value, "projects"))
    draft.strings("featured", projects, ORIGIN)
    said = [(blobs.string(r, "reference"), blobs.string(r, "name")) for r in blobs.rows(value, "references")]
    draft.items("recommendations", recommendations(said), ORIGIN)
    if not draft.values:
        raise refusal.nobody("resume-empty")
    return draft.profile()


def _job(job: Any) -> Position | None:
    title, organisation = blobs.string(job, "position"), _first(job, "name", "company", "organization")
    lines = [blobs.string(job, "summary"), *(blobs.string(line) for line in blobs.rows(job, "highlights"))]
    return position(title, organisation, *_dates(job), "\n".join(filter(None, lines)))


def _study(study: Any) -> Position | None:
    title = " ".join(filter(None, (blobs.string(study, "studyType"), blobs.string(study, "area"))))
    return position(title, blobs.string(study, "institution"), *_dates(study))


def _dates(entry: Any) -> tuple[str, str]:
    return blobs.string(entry, "startDate"), blobs.string(entry, "endDate")


def _first(entry: Any, *keys: str) -> str:
    return next((said for key in keys if (said := blobs.string(entry, key))), "")


def _told(entry: Any, *keys: str) -> str:
    return ": ".join(filter(None, (blobs.string(entry, key) for key in keys)))
