"""Brands and institutions the person leans on, found in fields and running text (first version).

Names come from the fields experience and education, from the encoder's mentions and from attachment words before a
capitalised name (lexicons/<lang>/relations.txt); the kind from words beside or inside the name (kinds.txt).
Source: brands and institutions as identity (mission, idea 5). Known gap: ambiguous names are not settled by context.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from waarmerk import lexicons
from waarmerk.records import Association, Attachment, Match, Mention, Sentence, Span, Text, Token

SENSITIVE = frozenset({"faith", "party", "union"})
_LINKS = frozenset({"of", "the", "and", "&", "de", "van", "der", "den", "het", "voor", "for", "en", "'", "-", "."})
_RANK = {"loose": 0, "committed": 1, "absolute": 2}
_LIST_WORDS = frozenset({",", "and", "en", "&", "/", "+", "the", "de", "het"})
TOLD_WITHIN = 3  # tokens between attachment words and the name they are about
LONGEST_NAME = 7  # tokens


@dataclass(frozen=True, slots=True)
class _Seen:
    name: str
    kind: str
    relation: str
    attachment: Attachment
    stance: float
    span: Span | None


def find(text: Text) -> tuple[Association, ...]:
    """Each association once, in the order of first mention; special categories only when asked for."""
    merged: dict[str, list[_Seen]] = {}
    for seen in (*_from_fields(text), *_from_sentences(text)):
        if seen.kind in SENSITIVE and not text.sensitive:
            continue
        merged.setdefault(lexicons.norm(seen.name), []).append(seen)
    return tuple(_joined(group) for group in merged.values())


def _joined(group: list[_Seen]) -> Association:
    best = max(group, key=lambda s: (s.relation != "mention", _RANK[s.attachment]))
    stances = [s.stance for s in group if s.stance]
    return Association(
        name=group[0].name,
        kind=best.kind,
        relation=best.relation,
        stance=sum(stances) / len(stances) if stances else 0.0,
        attachment=max((s.attachment for s in group), key=lambda a: _RANK[a]),
        spans=tuple(s.span for s in group if s.span),
    )


def _from_fields(text: Text) -> Iterator[_Seen]:
    for i, profile in enumerate(text.profiles):
        for j, job in enumerate(profile.fields.experience):
            if job.organisation:
                relation = "alum" if job.end and not _current(job.end) else "employee"
                span = Span(i, f"experience[{j}].organisation", 0, len(job.organisation))
                yield _Seen(job.organisation, "employer", relation, "loose", 0.0, span)
        for j, school in enumerate(profile.fields.education):
            if school.organisation:
                span = Span(i, f"education[{j}].organisation", 0, len(school.organisation))
                yield _Seen(school.organisation, "school", "alum", "loose", 0.0, span)


def _current(end: str) -> bool:
    return lexicons.norm(end).strip() in {"present", "now", "today", "heden", "nu", "current"}


def _from_sentences(text: Text) -> Iterator[_Seen]:
    for sentence in text.sentences:
        if not sentence.scored:
            continue
        taken: list[tuple[int, int]] = []
        listed, reached = None, -1
        for mention in sentence.mentions:
            start, end = _whole_name(sentence, mention)
            if any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            span = Span(sentence.profile, sentence.field, start, end)
            name = _between(sentence, start, end)
            told = _told_before(sentence, start) or (listed if _enumerated(sentence, reached, start) else None)
            listed, reached = told, end
            relation = told.cls if told else mention.relation
            yield _Seen(name, mention.kind, relation, mention.attachment, mention.stance, span)
        if not sentence.mentions:
            yield from _attached(sentence, taken)


def _attached(sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[_Seen]:
    for match in sentence.matches.get("relations", ()):
        name = _name_after(sentence.tokens, match.end)
        if not name or any(name[0].start < end and start < name[-1].end for start, end in taken):
            continue
        taken.append((name[0].start, name[-1].end))
        label = _label(sentence, name)
        span = Span(sentence.profile, sentence.field, name[0].start, name[-1].end)
        yield _Seen(label, _kind(sentence, match, name), match.cls, _attachment(match), match.grade, span)


def _attachment(match: Match) -> Attachment:
    return "absolute" if match.flags == "absolute" else "committed" if match.flags == "committed" else "loose"


def _told_before(sentence: Sentence, start: int) -> Match | None:
    """The attachment words that stand shortly before a name; the nearest ones, the longest where two are as near."""
    best: tuple[int, int] | None = None
    found = None
    for match in sentence.matches.get("relations", ()):
        between = [t for t in sentence.tokens if match.end <= t.start < start]
        near = match.end <= start and len(between) <= TOLD_WITHIN and not any(t.text in ",;:.()" for t in between)
        rank = (len(between), match.start - match.end)
        if near and (best is None or rank < best):
            best, found = rank, match
    return found


def _enumerated(sentence: Sentence, reached: int, start: int) -> bool:
    """Whether only commas and "and" stand between the previous name and this one."""
    between = [t for t in sentence.tokens if reached <= t.start < start]
    return reached >= 0 and bool(between) and all(t.norm in _LIST_WORDS for t in between)


def _whole_name(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """A mention widened over the capitalised words that stand right against it ("Harwick" before "University")."""
    start, end = mention.start, mention.end
    words = sentence.tokens
    for before, token in zip(reversed(words[:-1]), reversed(words[1:]), strict=True):
        if token.start == start and _joins(before) and before is not words[0] and start - before.end == 1:
            start = before.start
    for token, after in pairwise(words):
        if token.end == end and _joins(after) and after.start - end == 1:
            end = after.end
    return start, end


def _joins(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and len(token.text) > 1


def _label(sentence: Sentence, name: list[Token]) -> str:
    return _between(sentence, name[0].start, name[-1].end)


def _between(sentence: Sentence, start: int, end: int) -> str:
    """The words between two offsets of the field, as analysed."""
    first = bisect_left(sentence.offsets, start)
    last = min(bisect_left(sentence.offsets, end), len(sentence.text))
    return sentence.text[first:last].strip().lstrip("@#")


def _name_after(tokens: tuple[Token, ...], end: int) -> list[Token]:
    """The capitalised words, with small link words between them, that follow offset `end`."""
    following = [t for t in tokens if t.start >= end][: LONGEST_NAME + 2]
    while following and following[0].norm in ("the", "de", "het", "a", "een", '"'):
        following.pop(0)
    name: list[Token] = []
    for token in following[:LONGEST_NAME]:
        if token.kind in ("handle", "hashtag") and not name:
            return [token]
        if token.text[:1].isupper() or (name and (token.kind == "number" or token.norm in _LINKS)):
            name.append(token)
        else:
            break
    while name and (name[-1].norm in _LINKS or name[-1].kind == "mark"):
        name.pop()
    return name


def _kind(sentence: Sentence, match: Match, name: list[Token]) -> str:
    start, end = name[0].start, name[-1].end
    for kind in sentence.matches.get("kinds", ()):
        if kind.start < end + 2 and start < kind.end + 2:
            return kind.cls
    guess = {"employee": "employer", "alum": "school", "client": "client", "featured": "media", "member": "community"}
    return match.kind or guess.get(match.cls, "brand")
