"""Entries with two dates: what ends before it begins.

Source: dates as written in experience and education. Known gap: months are not compared.
"""

from __future__ import annotations

from waarmerk.facts.fact import Fact, year
from waarmerk.records import Span, Text

KIND = "order"


def read(text: Text) -> list[Fact]:
    """Two facts for every entry with both years: its begin and its end."""
    found = []
    for i, profile in enumerate(text.profiles):
        for field in ("experience", "education"):
            for j, entry in enumerate(getattr(profile.fields, field)):
                start, end = year(entry.start), year(entry.end)
                if start is not None and end is not None:
                    path = f"{field}[{j}]"
                    for part, written, value in (("from", entry.start, start), ("to", entry.end, end)):
                        span = Span(i, f"{path}.{part}", 0, len(written))
                        found.append(Fact(KIND, f"{i}.{path}", written, i, span, (float(value),), tag=part))
    return found


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether the end is no earlier than the begin of the same entry."""
    if a.subject != b.subject or a.tag == b.tag:
        return None
    begin, end = (a, b) if a.tag == "from" else (b, a)
    return begin.values[0] <= end.values[0]
