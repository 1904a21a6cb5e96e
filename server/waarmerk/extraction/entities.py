"""Entries of experience and education told apart by their wording: dates, durations, kinds of employment.

Works on chunks (see `nodes.chunks`), so it needs no class names; words in `data/extraction/<lang>.toml`.
"""

from __future__ import annotations

from waarmerk.extraction.draft import position
from waarmerk.extraction.words import plain, words
from waarmerk.records import Position


def _tokens(text: str) -> list[str]:
    return "".join(char if char.isalnum() or char in "/'’" else " " for char in text.casefold()).split()


def _year(token: str) -> bool:
    return len(token) == 4 and token.isdigit() and token[:2] in ("19", "20")


def is_duration(text: str) -> bool:
    """ "6 yrs 8 mos", "2 jr 3 mnd": numbers with words of time, no year."""
    tokens = _tokens(text)
    spans = words("dates", "spans")
    return (
        0 < len(tokens) <= 8
        and any(t in spans for t in tokens)
        and all(t in spans or (t.isdigit() and not _year(t)) for t in tokens)
    )


def is_dates(text: str) -> bool:
    """ "Apr 2019 - Present · 5 yrs", "2005 – 2009", "mei 2011 tot heden": a year and nothing but words of time."""
    tokens = _tokens(text)
    known = words("dates", "words") | words("dates", "spans") | words("profile", "present")
    return (
        0 < len(tokens) <= 16
        and any(_year(t) or t in words("profile", "present") for t in tokens)
        and all(t in known or t.isdigit() for t in tokens)
    )


def is_employment(text: str) -> bool:
    """A kind of employment alone ("Full-time", "Stage"), with a duration or a way of working beside it or not."""
    parts = [part for part in text.split("·") if part.strip()]
    kinds = words("profile", "employment")
    return bool(parts) and plain(parts[0]) in kinds and all(plain(p) in kinds or is_duration(p) for p in parts)


def dates(text: str) -> tuple[str | None, str | None]:
    """Start and end as written; "2016" alone is the end (a graduation) for want of better."""
    span = text.split("·")[0]
    for mark in (" – ", " - ", " — ", "–", "—", " to ", " tot ", " t/m ", " until ", "-"):
        start, found, end = span.partition(mark)
        if found:
            return plain_date(start), plain_date(_before_duration(end))
    return plain_date(span), None


def _before_duration(text: str) -> str:
    """ "Present 5 years 4 months" -> "Present": a duration glued behind an end date is no part of it."""
    tokens = text.split()
    spans = words("dates", "spans")
    for at in range(1, len(tokens)):
        bare = tokens[at].strip("()")
        if bare.isdigit() and len(bare) < 3 and at + 1 < len(tokens) and plain(tokens[at + 1]) in spans:
            return " ".join(tokens[:at])
    return text


def plain_date(text: str) -> str | None:
    """A date without stray marks."""
    return text.strip(" ,;()[]") or None


def role(chunks: list[str], organisation: str | None = None) -> Position | None:
    """One job from its chunks: title, organisation (unless the group names it), dates, place, description."""
    labels = words("labels", "field")
    rest = [chunk for chunk in chunks if plain(chunk) not in labels]
    if not rest or is_dates(rest[0]):
        return None
    title, rest = rest[0], rest[1:]
    if rest and organisation is None and not is_dates(rest[0]):
        parts = [p.strip() for p in rest[0].split(" · ")]
        kept = [p for p in parts if plain(p) not in words("profile", "employment")]
        organisation, rest = _without_employment(" · ".join(kept)) or None, rest[1:]
    if organisation is None:
        title, organisation = _split(title)
    start, end, rest = _take_dates(rest)
    longest = [chunk for chunk in rest if not is_employment(chunk) and not is_duration(chunk) and not is_dates(chunk)]
    return position(title, organisation, start, end, _description(longest))


def _split(title: str) -> tuple[str, str | None]:
    """ "Editor at The Lantern", "Kok bij De Pan" in two; CVs write it so."""
    for word in (" at ", " bij ", " @ "):
        role_, found, name = title.partition(word)
        if found and role_.strip() and name.strip():
            return role_.strip(), name.strip()
    return title, None


def _without_employment(text: str) -> str:
    """ "Acme Part-time" -> "Acme": old markup puts the kind of employment behind the name."""
    low = text.casefold()
    kind = next((word for word in words("profile", "employment") if low.endswith(f" {word}")), "")
    return text[: len(text) - len(kind)].strip(" ·,-–") if kind else text


def _take_dates(chunks: list[str]) -> tuple[str | None, str | None, list[str]]:
    """The first date chunk (two, where start and end stand apart), and what is left."""
    for at, chunk in enumerate(chunks[:6]):
        if is_dates(chunk):
            start, end = dates(chunk)
            if end is None and at + 1 < len(chunks) and is_dates(chunks[at + 1]):
                return start, plain_date(chunks[at + 1]), chunks[:at] + chunks[at + 2 :]
            return start, end, chunks[:at] + chunks[at + 1 :]
    return None, None, chunks


def _description(chunks: list[str]) -> str | None:
    """The running text of an entry: what is longer than a place's name."""
    told = [chunk for chunk in chunks if len(chunk) >= 60 or "\n" in chunk or chunk.rstrip().endswith((".", "!", "?"))]
    return "\n".join(dict.fromkeys(told)) or None


def study(chunks: list[str]) -> Position | None:
    """One education from its chunks: the school first, then the degree, then dates.

    The degree stays a part of the text: the line mixes degree, field and honours, and is no title that was held.
    """
    labels = words("labels", "field")
    rest = [chunk for chunk in chunks if plain(chunk) not in labels]
    if not rest or is_dates(rest[0]):
        return None
    school, rest = rest[0], rest[1:]
    at = next((i for i, chunk in enumerate(rest) if is_dates(chunk)), 1)
    degree = " ".join(chunk for chunk in rest[: min(at, 3)] if len(chunk) < 160)
    start, end, left = _take_dates(rest)
    told = _description(left[min(at, 3) :])
    return position(None, school, start, end, "\n".join(part for part in (degree, told) if part))
