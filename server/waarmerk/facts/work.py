"""Where somebody works now and as what: a headline against the list of jobs, and one site against another.

Source: role and employer as readers compare them. Past roles are never set against present ones: only what is told as present
is compared, and that with what is told as ended. Known gap: people with two jobs, each on its own site.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.facts.fact import Fact, in_words, matches, own, quote, rule, tokens_between, year
from waarmerk.facts.spells import Spell, jobs, key, named
from waarmerk.records import Match, Sentence, Span, Text

KIND = "work"
SIDE = "side"  # boards, own firms, voluntary work: beside these anybody may have an employer
NOW, ENDED = "now", "ended"
LONGEST = 5  # words of a title in a headline
NEAR = 2  # tokens between "I" and "work at"


def read(text: Text) -> list[Fact]:
    """Present and ended work per organisation: from the fields, and from what headlines say."""
    entries = jobs(text)
    keys = frozenset(e.key for e in entries) | frozenset(key(a.name) for a in text.associations)
    said = [fact for s in own(text) for fact in _said(s, keys - {""})]
    return [*_listed(entries), *said]


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether both can be true: at one organisation not ended and present, nor two trades or ranks that exclude each other."""
    if a.subject != b.subject or a.tag == b.tag == ENDED:
        return None
    if a.tag != b.tag:
        now = a if a.tag == NOW else b
        return None if SIDE in now.words else False
    ranks = {w for w in (*a.words, *b.words) if w in ("low", "high")}
    if a.profile == b.profile or not a.words or not b.words or SIDE in a.words & b.words:
        return True
    trades = (a.words - ranks - {SIDE}, b.words - ranks - {SIDE})
    return not (len(ranks) == 2 and a.words.isdisjoint(b.words)) and (
        not all(trades) or not trades[0].isdisjoint(trades[1])
    )


def _listed(entries: list[Spell]) -> Iterator[Fact]:
    for profile, name in dict.fromkeys((e.profile, e.key) for e in entries):
        here = [e for e in entries if (e.profile, e.key) == (profile, name)]
        ongoing = next((e for e in here if e.open and e.start is not None), None)
        if ongoing:
            yield _fact(ongoing, NOW)
        elif all(e.end is not None and e.end < rule("present") for e in here):
            yield _fact(max(here, key=lambda e: e.end or 0), ENDED)


def _fact(e: Spell, tag: str) -> Fact:
    told = (
        f"{e.organisation} ({e.begin or '?'}–{e.end or ''})" if tag == ENDED else f"{e.title} {e.organisation}".strip()
    )
    span = Span(e.profile, f"{e.path}.organisation", 0, len(e.organisation))
    return Fact(KIND, e.key, told, e.profile, span, words=_trade(e.title), tag=tag)


def _trade(title: str) -> frozenset[str]:
    """The lines of work and ranks that a title tells."""
    return frozenset(m.kind for m in in_words(title, "title", "level"))


def _told_of_self(s: Sentence) -> list[Match]:
    """ "I work at", "ik werk als … bij": words for work with "I" in them or right before them."""
    told = matches(s, "works")
    selves = [m for m in s.matches.get("pronouns", ()) if m.cls == "i"]
    return [t for t in told if any(i.start <= t.end and len(tokens_between(s, i.end, t.start)) <= NEAR for i in selves)]


def _said(s: Sentence, keys: frozenset[str]) -> Iterator[Fact]:
    """ "Designer at Foo" or "I work at Foo", without a year and without a word of the past."""
    if any(t.kind == "number" and year(t.text) for t in s.tokens):
        return
    cues = matches(s, "at") if s.field == "headline" else _told_of_self(s)
    for name, start, end in named(s, keys) if cues or s.field == "headline" else ():
        joined = any(m.end <= start and len(tokens_between(s, m.end, start)) <= 1 for m in cues)
        at = s.field == "headline" and any(t.text == "@" for t in tokens_between(s, s.start, start)[-1:])
        past = any(m.flags == "past" and m.end <= start for m in s.matches.get("ties", ()))
        if (joined or at) and not past:
            title = _title(s, start)
            told = f"{title} {quote(s, Span(s.profile, s.field, start, end))}".strip()
            yield Fact(KIND, name, told, s.profile, Span(s.profile, s.field, start, end), words=_trade(title), tag=NOW)


def _title(s: Sentence, end: int) -> str:
    """The last words before a name, up to a mark that parts a headline; words alone, for a number may be private."""
    words: list[str] = []
    for token in reversed([t for t in s.tokens if t.end <= end]):
        if token.kind != "word" or len(words) == LONGEST:
            break
        words.insert(0, token.text)
    return " ".join(words)
