"""A PDF as a profile: LinkedIn's "Save to PDF" by its layout, any other by its headings and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from waarmerk.extraction import words
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.files import linkedin_pdf, outline, pdf_pages
from waarmerk.extraction.files.entries import Line
from waarmerk.extraction.files.paragraphs import is_page_number, paragraphs
from waarmerk.extraction.files.pdf_pages import Document
from waarmerk.extraction.files.pdf_rows import Row
from waarmerk.extraction.names import looks_like_name
from waarmerk.records import Profile

ORIGIN = "pdf"
_LARGER = 0.6  # points above the running text that make a heading
_SHORT = 60  # characters of a heading
_BOLD = 6  # the level of a heading that is only bold, or only stands by itself: below those by size


def read(data: bytes) -> Profile:
    """The owner's profile. Raises InvalidRequest for what holds no readable text, TooLarge beyond the limits."""
    found = pdf_pages.read(data)
    if linkedin_pdf.matches(found.rows):
        return linkedin_pdf.read(found.rows)
    draft = Draft(site="text", url=None, language=None)
    outline.fill(lines(found), draft, ORIGIN)
    return draft.profile()


def lines(document: Document) -> list[Line]:
    """Headings and paragraphs: rows that only wrap are joined, numbers of pages left out."""
    rows = [row for row in document.rows if not is_page_number(row.text)]
    body = _body(rows)
    sizes = sorted({round(row.size) for row in rows if _is_larger(row, body)}, reverse=True)
    found: list[Line] = []
    run: list[Row] = []
    for row in rows:
        level = _level(row, body, sizes)
        if level:
            found += [*_told(run, document), Line(row.text, level)]
            run = []
        else:
            run.append(row)
    return _name_first(found + _told(run, document))


def _name_first(found: list[Line]) -> list[Line]:
    """The name in the largest letters on top: where there are columns, it may be drawn after the first of them."""
    at = next((at for at, line in enumerate(found) if line.level == 1), 0)
    alone = sum(line.level == 1 for line in found) == 1
    return [found[at], *found[:at], *found[at + 1 :]] if alone and looks_like_name(found[at].text) else found


def _told(rows: Sequence[Row], document: Document) -> list[Line]:
    return [Line(text, item=item) for text, item in paragraphs(rows, hyphenates=document.hyphenates)]


def _body(rows: Sequence[Row]) -> float:
    """The size of the running text: that of the most letters."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[round(row.size, 1)] += len(row.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_larger(row: Row, body: float) -> bool:
    return row.size > body + _LARGER and len(row.text) <= _SHORT and any(map(str.isalnum, row.text))


def _level(row: Row, body: float, sizes: list[int]) -> int:
    """1 for the largest, further down by size; a bold row, or one in capitals or of a known heading, is the lowest."""
    if not any(map(str.isalnum, row.text)):
        return 0
    if _is_larger(row, body):
        return min(sizes.index(round(row.size)) + 1, _BOLD)
    if len(row.text) > _SHORT or row.text.endswith((".", ",", ";")) or not row.text[:1].isupper():
        return 0
    alone = words.heading(row.text) is not None and len(row.text.split()) <= 3
    return _BOLD if row.bold or (row.text.isupper() and len(row.text) > 3) or alone else 0
