"""Which names found in a sentence are associations, and which a place, a scrap or a common word that looks like a brand.

Names that are common words as well ("Action", "Rust") need words that tie the person to them, the encoder's word, a capital
inside a sentence, or at its beginning a verb that tells of a thing with a name. Known gap: such a name that opens a
sentence before "is".
"""

from __future__ import annotations

from waarmerk.records import Match, Sentence
from waarmerk.text.associations import words
from waarmerk.text.associations.seen import Name

LEAST_LETTERS = 2
FELT = 0.25  # stance from which a known name in running text counts though no words tie the person to it


def counts(sentence: Sentence, name: Name, match: Match | None, beside: bool, towards: float) -> bool:
    """Whether a name is one, and not a place, a scrap or a common word that looks like a brand."""
    if sum(c.isalpha() for c in name.label) < LEAST_LETTERS and not name.known:
        return False
    token = next((t for t in sentence.tokens if t.end > name.start), None)
    if token is None:
        return False
    if name.mention is not None:
        bare_tag = token.kind == "hashtag" and not name.known
        return bool(match) or (not bare_tag and (name.known or not _place(sentence, name)))
    if not name.known or match is not None or token.kind == "link":
        return True
    apart = token.kind in ("handle", "hashtag") or _stands_out(sentence, name)
    if abs(towards) >= FELT and (name.sure or apart or (name.kind == "product" and _acts(sentence, name))):
        return True
    first = sentence.tokens[0] is token
    return name.kind == "product" and (name.sure or apart or (beside and not first))


def _stands_out(sentence: Sentence, name: Name) -> bool:
    """Whether a name is told by its capital: inside a sentence that is not written in capitals throughout."""
    spoken = [t for t in sentence.tokens if t.kind == "word" and t.text[:1].isalpha()]
    inside = [t for t in spoken if name.start <= t.start < name.end]
    others = [t for t in spoken[1:] if t not in inside]
    return (
        bool(inside)
        and inside[0] is not spoken[0]
        and inside[0].text[:1].isupper()
        and sum(t.text[:1].isupper() for t in others) <= len(others) // 2
    )


def _acts(sentence: Sentence, name: Name) -> bool:
    """Whether the word behind the name tells what a thing with a name does ("Outlook crashed")."""
    behind = next((t for t in sentence.tokens if t.start >= name.end), None)
    return behind is not None and behind.norm in words.small("acts", sentence.language)


def _place(sentence: Sentence, name: Name) -> bool:
    """Whether an unknown name of one word stands after "in" or "from": where, rather than with whom."""
    before = next((t for t in reversed(sentence.tokens) if t.end <= name.start), None)
    return before is not None and before.norm in words.small("where") and " " not in name.label
