"""LinkedIn's "Save to PDF": contact, skills and languages in a narrow column on the left, the profile on the right.

Read by place and size, which are the same in every language: the name is the largest text, headings of sections come
next, then organisations, titles, and the rest. Words decide only which section it is. Places of jobs are printed grey.
Source: the layout as LinkedIn has made it since 2018, as the sizes and places in public parsers of it tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from waarmerk.extraction import entities, words
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.fields import path
from waarmerk.extraction.files.paragraphs import is_page_number, paragraphs
from waarmerk.extraction.files.pdf_rows import Row
from waarmerk.records import Position, Profile

ORIGIN = "linkedin-pdf"
_MARK = "(linkedin)"  # stands behind the address of the profile, in every language
_NAME = 20.0  # points; the name has 26
_SECTION = 14.0  # points; headings of sections have 15.75, all below them 12 and less
_NEAR = 0.3  # points: sizes that differ less are the same
_MARGIN = 12.0  # points left of the right column in which it still begins
_ORGANISATION, _TITLE, _TEXT = "organisation", "title", "text"  # the steps of letters in a list of jobs
_NEXT = 1.5  # of the size: rows of the left column nearer than that are one entry


def matches(rows: Sequence[Row]) -> bool:
    """Whether this is that layout: the address with its mark on the left, a name in large letters to the right of it."""
    mark = next((row for row in rows if _MARK in row.text.casefold()), None)
    return mark is not None and any(row.size >= _NAME and row.x > mark.x + _MARGIN for row in rows)


def read(rows: Sequence[Row]) -> Profile:
    """The owner's profile."""
    rows = [row for row in rows if not is_page_number(row.text)]
    edge = next(row.x for row in rows if row.size >= _NAME) - _MARGIN
    left, right = [row for row in rows if row.x < edge], [row for row in rows if row.x >= edge]
    draft = Draft(site="linkedin", url=None, language=None)
    sections = _sections(right)
    _head(sections[0][1], draft)
    for kind, inside in sections[1:]:
        if kind == "about":
            draft.text("about", _text(inside), ORIGIN)
        elif kind == "experience":
            draft.items(kind, _jobs(inside), ORIGIN)
        elif kind == "education":
            draft.items(kind, _studies(inside), ORIGIN)
    _contact(left, draft)
    return draft.profile()


def _sections(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    found: list[tuple[str, list[Row]]] = [("head", [])]
    for row in rows:
        if _SECTION <= row.size < _NAME:
            found.append((words.heading(row.text) or "other", []))
        else:
            found[-1][1].append(row)
    return found


def _head(rows: Sequence[Row], draft: Draft) -> None:
    """The name, then the headline, then the place on the last row."""
    name = [row.text for row in rows if row.size >= _NAME]
    below = [row for row in rows if row.size < _NAME]
    draft.text("name", " ".join(name), ORIGIN)
    if len(below) > 1:
        draft.text("location", below.pop().text, ORIGIN)
    draft.text("headline", " ".join(row.text for row in below), ORIGIN)


def _text(rows: Sequence[Row]) -> str:
    return "\n".join(text for text, _ in paragraphs(rows))


def _jobs(rows: Sequence[Row]) -> list[Position | None]:
    """Organisations in the largest letters, titles one step smaller; several titles may stand below one organisation."""
    steps = sorted({round(row.size, 1) for row in rows}, reverse=True)
    body = steps[-1] if steps else 0.0
    grey = any(row.light for row in rows)
    jobs: list[Position | None] = []
    organisation = title = last = ""
    inside: list[Row] = []
    for row in rows:
        step = _TEXT if row.size < body + _NEAR else _ORGANISATION if row.size > steps[0] - _NEAR else _TITLE
        if step == _TEXT:
            inside.append(row)
        else:
            said = row.text
            if step == last:  # a name too long for one row
                said = f"{title or organisation} {said}"
            else:
                jobs.append(_job(title, organisation, inside, grey=grey))
                inside = []
            organisation, title = (said, "") if step == _ORGANISATION else (organisation, said)
        last = step
    return [*jobs, _job(title, organisation, inside, grey=grey)]


def _job(title: str, organisation: str, rows: Sequence[Row], *, grey: bool) -> Position | None:
    """None for what has no title: the years spent with an organisation in all."""
    if not title:
        return None
    at = next((i for i, row in enumerate(rows[:3]) if entities.is_dates(row.text)), -1)
    start, end = entities.dates(rows[at].text) if at >= 0 else (None, None)
    told = list(rows[at + 1 :])
    if told and _is_place(told[0], grey=grey):
        told.pop(0)
    return position(title, organisation, start, end, _text(told))


def _is_place(row: Row, *, grey: bool) -> bool:
    """Grey; where nothing is, names with commas between."""
    parts = [part.strip() for part in row.text.split(",")]
    named = len(row.text) < 60 and len(parts) > 1 and all(part[:1].isupper() and part[-1].isalpha() for part in parts)
    return row.light if grey else named


def _studies(rows: Sequence[Row]) -> list[Position | None]:
    """Schools in large letters; below each the degree, and behind a dot the years."""
    schools: list[tuple[str, list[str]]] = []
    largest = max((row.size for row in rows), default=0.0)
    for row in rows:
        if row.size > largest - _NEAR:
            if schools and not schools[-1][1]:
                schools[-1] = (f"{schools[-1][0]} {row.text}", [])
            else:
                schools.append((row.text, []))
        elif schools:
            schools[-1][1].append(row.text)
    return [_study(school, " ".join(told)) for school, told in schools]


def _study(school: str, told: str) -> Position | None:
    degree, mark, years = told.rpartition("·")
    if not mark or not entities.is_dates(years):
        degree, years = (told, "") if not entities.is_dates(told) else ("", told)
    start, end = entities.dates(years.strip(" ()")) if years else (None, None)
    return position(None, school, start, end, degree.strip(" ·") or None)


def _contact(rows: Sequence[Row], draft: Draft) -> None:
    """Addresses and skills; languages, certificates and prizes have no field of their own."""
    heading = max((row.size for row in rows), default=0.0)
    kind: str | None = None
    entries: dict[str, list[str]] = {"contact": [], "skills": []}
    before: Row | None = None
    for row in rows:
        if row.size > heading - _NEAR:
            kind = "skills" if words.heading(row.text) == "skills" else "contact" if kind is None else ""
            before = None
        elif kind:
            near = before is not None and 0 < before.y - row.y < _NEXT * row.size
            if near and not entries[kind][-1].endswith(")"):
                entries[kind][-1] += row.text if entries[kind][-1].endswith(("-", "/")) else f" {row.text}"
            else:
                entries[kind].append(row.text)
            before = row
    draft.strings("skills", entries["skills"], ORIGIN)
    _addresses(entries["contact"], draft)


def _addresses(entries: Sequence[str], draft: Draft) -> None:
    """ "www.linkedin.com/in/ann-bell (LinkedIn)": the profile's own address tells the handle, others are links."""
    for entry in entries:
        address, _, label = entry.rpartition("(")
        address = address.split()[-1] if address.split() else ""
        if "." not in address or "@" in address:
            continue
        href = address if address.startswith("http") else f"https://{address}"
        if f"({label}".casefold() == _MARK:
            draft.handle, draft.url = next(reversed(path(href)), None), href
        else:
            draft.links([href], ORIGIN)
