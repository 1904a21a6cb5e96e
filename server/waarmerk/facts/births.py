"""When somebody was born, as told in running text.

Source: years as readers compare them. Known gap: ages, which change while a page stays.
"""

from __future__ import annotations

from waarmerk.facts.fact import Fact, matches, own, quote, year
from waarmerk.records import Span, Text

KIND = "born"
WITHIN = 5  # tokens between "born" and the year


def read(text: Text) -> list[Fact]:
    """ "Born in Leeds in 1980": the first year after the word, where the sentence is about the owner."""
    found = []
    for s in own(text):
        for cue in matches(s, "born")[:1]:
            after = [t for t in s.tokens if t.start >= cue.end][:WITHIN]
            token = next((t for t in after if t.kind == "number" and year(t.text)), None)
            if token is not None and token.text == f"{year(token.text)}":
                span = Span(s.profile, s.field, cue.start, token.end)
                found.append(Fact(KIND, "", quote(s, span), s.profile, span, (float(token.text),)))
    return found


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether it is the same year; two years in one field may be of two people."""
    if (a.profile, a.span and a.span.field) == (b.profile, b.span and b.span.field):
        return None
    return a.values == b.values
