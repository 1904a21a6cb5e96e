"""Sentences of a field, as profiles really write them: full stops, but also lines, bullets, pipes and emoji.

Titles, initials, abbreviations, decimals, ordinals and addresses do not end a sentence. A line that goes on in lower
case is a wrapped line. Known gap: sentences run together without any mark stay one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from waarmerk import lexicons
from waarmerk.text.normal import OBJECT

LONGEST = 600  # code points; what is longer is parted at a blank, so that cost and classes stay sane
SHORT_PART = 60  # code points: up to here what a pipe ends is a part of a list, beyond it a sentence of its own
_STOPS = ".!?"
_ENDS = (".", "!", "?")
_CLOSERS = "\"')]}"
_PIPES = frozenset("|•·●▪►➤✓✔◦‣∙¦")
_BULLETS = frozenset("-*+•·●▪►◦‣∙")


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations of every language, without their last dot: a Dutch bio holds English ones and the reverse."""
    return frozenset(
        lexicons.norm(row["phrase"]).rstrip(".").split()[-1]
        for language in lexicons.LANGUAGES
        for row in lexicons.entries(language, "abbreviations")
        if row["phrase"].strip(". ")
    )


def split(text: str) -> list[tuple[int, int]]:
    """Spans `(start, end)` of the sentences in a normalised text, in order, without outer blanks."""
    spans: list[tuple[int, int]] = []
    for first, last in _segments(text):
        for start, end in _stopped(text, first, last):
            spans.extend(_short(text, start, end))
    return [(s, e) for s, e in (_trim(text, *span) for span in spans) if any(c.isalnum() for c in text[s:e])]


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Stretches parted by lines, bullets and emoji; a line of short parts with pipes stays one, a long one is parted."""
    start = part = 0  # of the stretch, and of what stands between two pipes or stops: a name before it may not count
    for i, char in enumerate(text):
        if char == " " and text[i - 1 : i] in _ENDS:
            part = i + 1
        if char == "\n":
            if _wrapped(text, start, i):
                continue
        elif char in _PIPES or text[max(0, i - 1) : i + 3] == " // ":
            long, part = i - part >= SHORT_PART, i + 1
            if not long and not _starts_line(text, start, i):
                continue
        elif char != OBJECT or not _parts(text, start, i):
            continue
        yield start, i
        start = part = i + 1
    yield start, len(text)


def _starts_line(text: str, start: int, i: int) -> bool:
    """Whether a bullet at `i` opens a line, or ends a full sentence."""
    before = text[start:i].rstrip()
    return not before or before[-1] in _STOPS


def _wrapped(text: str, start: int, i: int) -> bool:
    """Whether the line break at `i` only wraps a sentence: it goes on in lower case after a long line without a stop."""
    before = text[start:i].rstrip()
    after = text[i + 1 : i + 3].lstrip(" ")
    return len(before) > 40 and before[-1] not in ".!?:;" + OBJECT and after[:1].islower()


def _parts(text: str, start: int, i: int) -> bool:
    """Whether an emoji at `i` parts two fragments: it does where what follows starts like a new one."""
    before = text[start:i].strip(" " + OBJECT)
    after = text[i + 1 : i + 40].lstrip(" " + OBJECT)
    if not before or not after or after[0] == "\n":
        return bool(before)
    return after[0].isupper() or after[0].isdigit() or before[-1] in _STOPS


def _stopped(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = i = first
    while i < last:
        if text[i] in _STOPS:
            end = i + 1
            while end < last and text[end] in _STOPS:
                end += 1
            while end < last and text[end] in _CLOSERS:
                end += 1
            if _ends(text, start, i, end, last):
                yield start, end
                start = end
            i = end
        else:
            i += 1
    yield start, last


def _ends(text: str, start: int, stop: int, end: int, last: int) -> bool:
    if end >= last or (text[end] != " " and text[end] != "\n"):
        return False
    after = text[end : end + 12].lstrip(" \n\"'([-" + OBJECT)[:1]
    if text[stop] in "!?" or end - stop > 1:
        return not after.islower() or (text[stop] != "." and len(text[start:stop].split()) > 2)
    word = _last_word(text, start, stop)
    if _holds_on(word, text[start:stop], after):
        return False
    return not after.islower() or _lower_writer(text, start, word)


def _last_word(text: str, start: int, stop: int) -> str:
    at = stop
    while at > start and (text[at - 1].isalnum() or text[at - 1] in ".'"):
        at -= 1
    return text[at:stop]


def _holds_on(word: str, before: str, after: str) -> bool:
    """Whether the dot belongs to an initial, a title, an abbreviation or a list number."""
    if not word:
        return False
    if len(word) == 1 and word.isupper():
        return (not after.islower() and before.strip() != word) or after.islower()
    if word.isdigit():
        return len(word) <= 2 and (before.strip() == word or after.islower())
    return lexicons.norm(word) in abbreviations() or ("." in word and len(word) <= 6 and not word[0].isdigit())


def _lower_writer(text: str, start: int, word: str) -> bool:
    """People who write all in lower case still end sentences: then a dot after a real word counts."""
    return len(word) > 2 and text[start : start + 60].lstrip(" \"'(-")[:1].islower()


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = max(text.rfind(c, start + LONGEST // 2, start + LONGEST) for c in "; ")
        cut = cut + 1 if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    blank = " \n" + OBJECT
    while start < end and (text[start] in blank or (text[start] in _BULLETS and text[start + 1 : start + 2] in " \n")):
        start += 1
    while end > start and text[end - 1] in blank:
        end -= 1
    return start, end


def without_objects(text: str, offsets: Sequence[int], start: int, end: int) -> tuple[str, Sequence[int]]:
    """The sentence as analysed: emoji out, blanks single; with the field's offset of each character and of the end."""
    piece = text[start:end]
    if OBJECT not in piece and "  " not in piece and "\n" not in piece:
        return piece, offsets[start : end + 1]
    chars: list[str] = []
    places: list[int] = []
    for i in range(start, end):
        char = " " if text[i] in "\n" + OBJECT else text[i]
        if char == " " and (not chars or chars[-1] == " "):
            continue
        chars.append(char)
        places.append(offsets[i])
    while chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    return "".join(chars), (*places, offsets[end])
