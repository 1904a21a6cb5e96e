"""LinkedIn's data export: Profile, Positions, Education, Skills, Recommendations, Shares as CSV.

Source: the header rows of the export, which stay English in every interface language.
"""

from __future__ import annotations

from waarmerk.extraction import refusal
from waarmerk.extraction.archives.container import Container
from waarmerk.extraction.archives.recent import newest
from waarmerk.extraction.draft import Draft, position, recommendations
from waarmerk.records import Post, Profile

_ORIGIN = "export"


def matches(box: Container) -> bool:
    """Whether this is LinkedIn's export."""
    return box.has("Profile.csv")


def _link(text: str) -> list[str]:
    """Addresses in a cell such as "[PERSONAL:https://ann.example,OTHER:https://…]"."""
    parts = text.strip("[]").split(",")
    return [part[part.find("http") :].strip() for part in parts if "http" in part]


def _posts(box: Container) -> list[Post]:
    """Shares with words of the owner's own; a share without them passes somebody else's on."""
    made = []
    for row in box.table("Shares.csv"):
        # the export doubles quotes and ends each line of a post with one
        text = row.get("ShareCommentary", "").replace('"\n"', "\n").replace('""', '"').strip('"')
        made.append(Post(text, at=row.get("Date") or None) if text else None)
    return [post for post in made if post]


def read(box: Container) -> Profile:
    """The owner's profile."""
    draft = Draft(site="linkedin", url=None, language=None)
    rows = box.table("Profile.csv")
    if not rows:
        raise refusal.nobody("linkedin-nobody")
    owner = rows[0]
    draft.text("name", f"{owner.get('First Name', '')} {owner.get('Last Name', '')}".strip(), _ORIGIN)
    draft.text("headline", owner.get("Headline"), _ORIGIN)
    draft.text("about", owner.get("Summary"), _ORIGIN)
    draft.text("location", owner.get("Geo Location") or owner.get("Address"), _ORIGIN)
    draft.links(_link(owner.get("Websites", "")), _ORIGIN)
    jobs = [
        position(r.get("Title"), r.get("Company Name"), r.get("Started On"), r.get("Finished On"), r.get("Description"))
        for r in box.table("Positions.csv")
    ]
    draft.items("experience", jobs, _ORIGIN)
    schools = [
        position(None, r.get("School Name"), r.get("Start Date"), r.get("End Date"), _study(r))
        for r in box.table("Education.csv")
    ]
    draft.items("education", schools, _ORIGIN)
    draft.strings("skills", (row.get("Name", "") for row in box.table("Skills.csv")), _ORIGIN)
    told = [
        (r.get("Text", ""), f"{r.get('First Name', '')} {r.get('Last Name', '')}")
        for r in box.table("Recommendations_Received.csv")
        if r.get("Status", "VISIBLE") == "VISIBLE"
    ]
    draft.items("recommendations", recommendations(told), _ORIGIN)
    draft.posts(newest(_posts(box)), _ORIGIN)
    if "name" not in draft:
        raise refusal.nobody("linkedin-nobody")
    return draft.profile()


def _study(row: dict[str, str]) -> str:
    return "\n".join(part for part in (row.get("Degree Name"), row.get("Notes"), row.get("Activities")) if part)
