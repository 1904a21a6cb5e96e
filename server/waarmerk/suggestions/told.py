"""What a text tells of the person in words that can be used again: their role, and their name.

Known gap: no parser; a role is taken only where the words around it show that it is one person's present trade.
"""

from __future__ import annotations

from collections.abc import Sequence

from waarmerk.records import Match, Sentence, Token
from waarmerk.suggestions import advice
from waarmerk.suggestions.grammar import Grammar, grammar

LEAST = 0.7  # grade from which an entry of the list of roles is a trade
LONGEST = 3  # words
CLOSERS = frozenset(".,;:!?|)–—-")


def role(rows: Sequence[Sentence], language: str) -> str:
    """What the person says they are, as a singular noun without its article; "" where it is not sure."""
    words = advice.table(language)["question"]
    for s in rows:
        if any(t.norm in words["past"] for t in s.tokens):
            continue
        for match in s.matches.get("roles", ()):
            found = _role(s, match, grammar(language), tuple(words["person_endings"]))
            if found and _being(s, match.start, grammar(language), words["being"]):
                return found
    return ""


def _role(s: Sentence, match: Match, g: Grammar, endings: tuple[str, ...]) -> str:
    words = [i for i, t in enumerate(s.tokens) if match.start <= t.start < match.end]
    if match.grade < LEAST or not words or len(words) > LONGEST or not all(s.tokens[i].kind == "word" for i in words):
        return ""
    last = s.tokens[words[-1]]
    after = s.tokens[words[-1] + 1] if words[-1] + 1 < len(s.tokens) else None
    free = after is None or after.text in CLOSERS or after.norm in g.prepositions | g.conjunctions | g.relatives
    alone = last.norm.endswith(endings) and not any(s.tokens[i].norm in g.prepositions for i in words)
    return " ".join(_lower(s.tokens[i]) for i in words) if free and alone else ""


def _lower(token: Token) -> str:
    """In lower case, but for what is spelled in capitals: UX designer."""
    return token.text.lower() if token.text[1:].islower() else token.text


def _being(s: Sentence, start: int, g: Grammar, being: Sequence[str]) -> bool:
    """Whether "am a", "ben" or "als", and no more than a description, stands before the role."""
    before = [t for t in s.tokens if t.start < start]
    for _ in range(LONGEST):
        if before and before[-1].kind == "word" and g.content_word(before[-1].norm):
            before.pop()
    if before and before[-1].norm in g.indefinite:
        before.pop()
    elif len(g.definite) < 2:
        return False  # English wants its article
    return bool(before) and before[-1].norm in being


def name(rows: Sequence[Sentence]) -> str:
    """The person's name as the text first gives it; "" where it gives none."""
    for s in rows:
        for a, b in s.own:
            return s.text[a:b]
    return ""
