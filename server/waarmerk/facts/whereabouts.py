"""Where somebody lives or works from: the field for it, and what running text says.

Source: place as readers compare it. Two towns of one region are no contradiction, and living in one and working from another
neither. Known gap: somebody who moved and told one site.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk import lexicons
from waarmerk.facts import geography
from waarmerk.facts.fact import Fact, in_words, matches, own
from waarmerk.facts.geography import Place
from waarmerk.records import Match, Sentence, Span, Text, Token

KIND = "place"
FIELD = "field"
AFTER = 8  # tokens after "I live in" in which places may stand
_GO_ON = frozenset({",", "(", "/", "&"})
_ARTICLES = frozenset({"the", "de", "het", "and", "en"})


def read(text: Text) -> list[Fact]:
    """The field `location` of each profile, and the places after "I live in", "gevestigd in"."""
    found = [fact for i in range(len(text.profiles)) for fact in _field(text, i)]
    return found + [fact for s in own(text) for fact in _said(s)]


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether two places can be one person's; None where the two tell of different things (a home, a workplace)."""
    one, other = (_places(f) for f in (a, b))
    same, fair = a.tag == b.tag, FIELD in (a.tag, b.tag)
    verdicts = {_agree(p, q, same=same, fair=fair or same) for p in one for q in other}
    return True if True in verdicts else None if None in verdicts or not verdicts else False


def _agree(p: Place, q: Place, *, same: bool, fair: bool) -> bool | None:
    """`same`: both tell of a home, or of a workplace; `fair`: one may be either."""
    if p.country != q.country:
        return False if fair else None
    if p.town == q.town and p.region == q.region:
        return True
    if not p.region or not q.region or p.region == q.region:
        return None if p.town and q.town else True
    return False if same and p.town and q.town else None


def _places(fact: Fact) -> list[Place]:
    return [Place(*w.split("|")) for w in fact.words]


def _fact(told: str, span: Span, places: frozenset[Place], tag: str) -> Fact:
    return Fact(KIND, "", told, span.profile, span, words=frozenset("|".join(p) for p in places), tag=tag)


def _field(text: Text, profile: int) -> Iterator[Fact]:
    given = text.profiles[profile].fields.location or ""
    words = [t for t in lexicons.plain_tokens(given) if t.kind != "mark"]
    found = geography.find([t.norm for t in words])
    if found and not in_words(given, "roaming"):
        span = Span(profile, "location", words[found[0][0]].start, words[found[-1][1]].end)
        told = given[words[found[0][0]].start : words[found[0][1]].end]
        yield _fact(told, span, geography.settle([places for _, _, places in found]), FIELD)


def _said(s: Sentence) -> Iterator[Fact]:
    """Places right after words for living or working somewhere, as many as stand in a row."""
    if matches(s, "roaming", "past"):
        return
    for cue in (m for m in matches(s, "home") if _of_owner(s, m)):
        row = _row([t for t in s.tokens if t.start >= cue.end][:AFTER])
        found = geography.find([t.norm for t in row])
        if found and found[0][0] == 0:
            first, last = row[found[0][0]], row[found[-1][1]]
            span = Span(s.profile, s.field, first.start, last.end)
            told = " ".join(t.text for t in row[found[0][0] : found[0][1] + 1])
            yield _fact(told, span, geography.settle([places for _, _, places in found]), cue.kind)


def _of_owner(s: Sentence, cue: Match) -> bool:
    """Whether a person stands before "based in": "joiner based in Leeds", not "the mill is based in Leeds"."""
    between = {m.start for m in matches(s, "stands")}  # "is", "now", "and"
    before = next((t for t in reversed(s.tokens) if t.end <= cue.start and t.start not in between), None)
    if before is None or before.kind != "word":
        return True
    known = [*matches(s, "person"), *s.matches.get("roles", ())]
    named = {s.offsets[start] for start, _ in s.own}
    said = any(m.cls == "i" and m.end <= cue.start for m in s.matches.get("pronouns", ()))
    if said and before.text[:1].isupper() and before.end + 1 < cue.start:
        return True  # "I am Ann and live in Leeds"
    return before.start in named or any(m.start <= before.start < m.end for m in known)


def _row(tokens: list[Token]) -> list[Token]:
    """The capitalised words that follow, over commas, articles and "and"."""
    row: list[Token] = []
    for token in tokens:
        if token.kind == "word" and token.text[:1].isupper():
            row.append(token)
        elif token.text not in _GO_ON and token.norm not in _ARTICLES and not (row and token.text in "-'"):
            break
    return row
