"""Rows of a page as paragraphs: what a line only wraps is one text again, what stands apart is parted.

A row was wrapped when the first word of the next would not have fitted on it. Widths are counted in letters, which is
rough, so where a row ends a sentence it is sooner taken to end its line on purpose: nothing is torn apart then.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from waarmerk.extraction import words
from waarmerk.extraction.files.pdf_rows import Row

_FULL = 0.86  # of the longest row, from which the next word would not have fitted
_FULLER = 0.97  # the same where the row ends a sentence
_LEADING = 1.55  # of the usual distance between rows: a wider gap is an empty line
_LONG = 30  # letters; a shorter column tells nothing of wrapping
_PAGES = 3  # digits of the number of a page at most; a year has more
_BULLETS = "•◦▪●○■–—*·‣⁃-"


def is_page_number(text: str) -> bool:
    """ "Page 1 of 3", "Pagina 2 van 4", "3", "2 / 4"."""
    tokens = text.replace("/", " / ").casefold().split()
    known = words.words("documents", "page")
    numbers = [token for token in tokens if token.isdigit() and len(token) <= _PAGES]
    return len(numbers) > 0 and len(tokens) <= 4 and all(token in numbers or token in known for token in tokens)


def paragraphs(rows: Sequence[Row], *, hyphenates: bool = False) -> list[tuple[str, bool]]:
    """(text, whether it is an item of a list); an empty text where an empty line stands."""
    longest = max((len(row.text) for row in rows), default=0)
    usual = _usual_gap(rows)
    found: list[tuple[str, bool]] = []
    for at, row in enumerate(rows):
        before = rows[at - 1] if at else None
        item = _is_bullet(row.text[0]) and (row.text[1:2] in (" ", "") or not row.text[0].isprintable())
        text = row.text[1:].strip() if item else row.text
        gap = before.y - row.y if before and before.page == row.page else 0.0
        if before and gap > _LEADING * usual:
            found.append(("", False))
        elif before and not item and found[-1][0] and _wrapped(before.text, row.text, longest):
            found[-1] = (_joined(found[-1][0], text, hyphenates), found[-1][1])
            continue
        elif before and found and _is_bullet(before.text):  # a bullet drawn by itself
            found[-1] = (text, True)
            continue
        found.append((text, item))
    return found


def _is_bullet(mark: str) -> bool:
    """One of the usual marks, or one of a font of symbols, which has no letter for it."""
    return len(mark) == 1 and (mark in _BULLETS or not mark.isprintable())


def _usual_gap(rows: Sequence[Row]) -> float:
    """The distance between rows inside a paragraph: the middle one of those that are no jump."""
    pairs = pairwise(rows)
    gaps = sorted(a.y - b.y for a, b in pairs if a.page == b.page and 0 < a.y - b.y < 2.2 * max(a.size, b.size, 1.0))
    return gaps[len(gaps) // 2] if gaps else 1e9


def _wrapped(before: str, after: str, longest: int) -> bool:
    """Whether a row goes on in the next: in lower case after a long row, or because the next word would not have fitted."""
    if longest < _LONG:
        return False
    if len(before) > 0.6 * longest and after[:1].islower():
        return True
    full = _FULLER if before.endswith((".", "!", "?")) else _FULL
    return len(before) + 1 + len(after.split()[0]) > full * longest and len(before) > 0.6 * longest


def _joined(before: str, after: str, hyphenates: bool) -> str:
    """With a space; a word broken with a hyphen is whole again where the writer breaks words, else it keeps its hyphen."""
    if before.endswith("-") and after[:1].islower():
        return (before[:-1] if hyphenates else before) + after
    if before.endswith("\u00ad"):
        return before[:-1] + after
    return f"{before} {after}"
