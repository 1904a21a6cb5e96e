"""Where names of brands and institutions stand in a sentence, before anything is said of the tie.

Three sources, the surest first: the encoder's mentions (widened over the capitals beside them), the table of known
brands, and the capitalised words after attachment words. Overlaps keep the first. Cost is linear in the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from waarmerk import brands
from waarmerk.records import Match, Mention, Sentence, Token
from waarmerk.text.associations import links, words
from waarmerk.text.associations.seen import Name

_WITH_PEOPLE = frozenset({"partner", "fan", "mention", "featured"})  # a person is as likely as a brand after these
LONGEST_NAME = 7  # tokens


def find(sentence: Sentence) -> list[Name]:
    """The names, in the order in which they stand."""
    hits = list(brands.find(sentence.tokens))
    found = [part for mention in sentence.mentions for part in _mentioned(sentence, _grown(sentence, mention, hits))]
    kept: list[Name] = list(links.in_sentence(sentence))
    for name in found:
        if not _overlaps(kept, name.start, name.end):
            kept.append(name)
    for hit in hits:
        start, end = sentence.tokens[hit.first].start, sentence.tokens[hit.last].end
        if not _overlaps(kept, start, end):
            label = between(sentence, start, end)
            sure = hit.sure and hit.known.kind not in ("media", "institution")
            kept.append(Name(label, start, end, hit.known.kind, sure=sure, known=True))
    for match in sentence.matches.get("relations", ()) if not sentence.mentions else ():
        after = _name_after(sentence.tokens, match.end)
        if after and not _overlaps(kept, after[0].start, after[-1].end):
            name = Name(between(sentence, after[0].start, after[-1].end), after[0].start, after[-1].end)
            kind = kind_beside(sentence, name.start, name.end)
            if kind or match.cls not in _WITH_PEOPLE or len(after) == 1:
                kept.append(Name(name.label, name.start, name.end, kind))
    handles = {t.end for t in sentence.tokens if t.kind == "handle"}
    return sorted((_trimmed(n) if n.end in handles else n for n in kept), key=lambda n: n.start)


def _trimmed(name: Name) -> Name:
    """A handle without the full stop that it takes along at the end of a sentence."""
    bare = name.label.rstrip(".-")
    return replace(name, label=bare, end=name.end - len(name.label) + len(bare)) if bare else name


def _overlaps(kept: list[Name], start: int, end: int) -> bool:
    return any(start < n.end and n.start < end for n in kept)


def _grown(sentence: Sentence, mention: Mention, hits: list[brands.Hit]) -> Mention:
    """A mention grown to the known name it is a part of, or over the words that a bare "Hogeschool" wants after it."""
    for hit in hits:
        start, end = sentence.tokens[hit.first].start, sentence.tokens[hit.last].end
        if start <= mention.start and mention.end <= end:
            return replace(mention, start=start, end=end)
    after = [t for t in sentence.tokens if t.start >= mention.end][:LONGEST_NAME]
    bare = any(m.start == mention.start and m.end >= mention.end for m in sentence.matches.get("kinds", ()))
    if bare and len(after) > 1 and after[0].norm in words.small("of") and after[1].text[:1].isupper():
        return replace(mention, end=_name_after(tuple(after[1:]), after[1].start)[-1].end)
    return mention


def _mentioned(sentence: Sentence, mention: Mention) -> list[Name]:
    """A mention as one name, or as two where "X and Y" are both known ("Rabobank en KPN")."""
    start, end = _whole_name(sentence, mention)
    inside = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    for i, token in enumerate(inside):
        if token.norm in words.small("and") and 0 < i < len(inside) - 1:
            sides = ((start, inside[i - 1].end), (inside[i + 1].start, end))
            if all(brands.named(between(sentence, a, b)) for a, b in sides):
                return [Name(between(sentence, a, b), a, b, mention=mention) for a, b in sides]
    label = between(sentence, start, end)
    known = brands.named(label)
    return [Name(label, start, end, known.kind if known else "", mention, known=known is not None)]


def _whole_name(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """A mention widened over the capitalised words that stand right against it ("Harwick" before "University")."""
    start, end = mention.start, mention.end
    tokens = sentence.tokens
    for before, token in zip(reversed(tokens[:-1]), reversed(tokens[1:]), strict=True):
        if token.start == start and _joins(before) and before is not tokens[0] and start - before.end == 1:
            start = before.start
    for token, after in pairwise(tokens):
        if token.end == end and _joins(after) and after.start - end == 1:
            end = after.end
    return start, end


def _joins(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and len(token.text) > 1


def between(sentence: Sentence, start: int, end: int) -> str:
    """The words between two offsets of the field, as analysed."""
    first = bisect_left(sentence.offsets, start)
    last = min(bisect_left(sentence.offsets, end), len(sentence.text))
    return sentence.text[first:last].strip().lstrip("@#")


def _name_after(tokens: tuple[Token, ...], end: int) -> list[Token]:
    """The capitalised words, with small link words between them, that follow offset `end`."""
    following = [t for t in tokens if t.start >= end][: LONGEST_NAME + 2]
    while following and following[0].norm in words.small("articles"):
        following.pop(0)
    name: list[Token] = []
    for token in following[:LONGEST_NAME]:
        if token.kind in ("handle", "hashtag") and not name:
            return [token]
        if token.text[:1].isupper() or (name and (token.kind == "number" or token.norm in words.small("links"))):
            name.append(token)
        else:
            break
    while name and (name[-1].norm in words.small("links") or name[-1].kind == "mark"):
        name.pop()
    return name


def kind_beside(sentence: Sentence, start: int, end: int) -> str:
    """The kind that words inside or right beside the name tell, or nothing."""
    found: Match | None = next(
        (m for m in sentence.matches.get("kinds", ()) if m.start < end + 2 and start < m.end + 2), None
    )
    return found.cls if found else ""
