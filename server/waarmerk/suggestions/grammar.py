"""What sort of word stands where, told by small closed lists and endings per language (data/suggestions, [grammar]).

Known gap: no parser; where the sort of a word is in doubt the answer is no, and the edit is not made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from waarmerk.suggestions import advice
from waarmerk.suggestions.pieces import Piece


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words and endings of one language, in the form in which words are looked up."""

    indefinite: frozenset[str]
    indefinite_plain: str
    indefinite_vowel: str
    definite: frozenset[str]
    determiners: frozenset[str]
    conjunctions: frozenset[str]
    copulas: frozenset[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    small: frozenset[str]
    greetings: frozenset[str]
    intensifiers: frozenset[str]
    pointing: frozenset[str]
    leaning: frozenset[str]
    inverted: frozenset[str]
    negations: frozenset[str]
    counted: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    compound_endings: tuple[str, ...]
    manner: frozenset[str]
    joining: tuple[str, ...]
    relatives: frozenset[str]
    verbal_endings: tuple[str, ...]
    incomplete: frozenset[str]
    either: frozenset[str]
    superlatives: frozenset[str]
    superlative_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    singular_endings: tuple[str, ...]

    def separates(self, piece: Piece) -> bool:
        """Whether it parts items of a list."""
        return piece.text == "," or piece.norm in self.conjunctions

    def content(self, piece: Piece | None) -> bool:
        """Whether it is a word with a meaning of its own, rather than a small word or a mark."""
        return piece is not None and piece.word and not self.function(piece)

    def function(self, piece: Piece) -> bool:
        """Whether it is one of the closed class of small words."""
        return not self.content_word(piece.norm)

    def content_word(self, norm: str) -> bool:
        """Whether a word, in the form in which words are looked up, is none of the small ones."""
        return not any(
            norm in words
            for words in (
                self.determiners,
                self.conjunctions,
                self.copulas,
                self.prepositions,
                self.pronouns,
                self.small,
            )
        )

    def adjective(self, pieces: Sequence[Piece]) -> bool:
        """Whether the phrase can stand before a noun as its description."""
        words = [p.norm for p in pieces if p.word and p.norm not in self.intensifiers]
        if not words or words[-1] in self.prepositions:
            return False
        if " ".join(words) in self.adjectives:
            return True
        compound = len(words) < len(pieces) or words[-1].endswith(self.compound_endings)
        if len(words) > 1 and not compound and not all(self._describes(w) for w in words[:-1]):
            return False
        return self._describes(words[-1]) or (len(words) > 1 and words[-1].endswith(self.compound_endings))

    def _describes(self, word: str) -> bool:
        endings = self.adjective_endings + self.adverb_endings
        return word in self.adjectives or word.endswith(endings)

    def clause(self, pieces: Sequence[Piece]) -> bool:
        """Whether the phrase has a subject or a verb of its own, as "you'll find me" has."""
        heads = (p.norm.partition("'")[0] for p in pieces if p.word)
        return any(h in self.pronouns or h in self.copulas for h in heads)

    def superlative(self, pieces: Sequence[Piece]) -> bool:
        """Whether the phrase claims the first place."""
        words = [p.norm for p in pieces if p.word]
        return any(w in self.superlatives or w.endswith(self.superlative_endings) for w in words)

    def plural(self, word: str) -> bool:
        """Whether a noun looks like more than one."""
        return word.endswith(self.plural_endings) and not word.endswith(self.singular_endings)

    def adverb(self, pieces: Sequence[Piece]) -> bool:
        """Whether it is a single adverb of manner or degree."""
        words = [p.norm for p in pieces if p.word]
        return len(words) == 1 and bool(self.adverb_endings) and words[0].endswith(self.adverb_endings)


@cache
def grammar(language: str) -> Grammar:
    """The grammar lists of a language."""
    raw = advice.table(language)["grammar"]
    found: dict[str, Any] = {name: _ready(name, words) for name, words in raw.items()}
    return Grammar(**found)


def _ready(name: str, words: str | list[str]) -> str | tuple[str, ...] | frozenset[str]:
    if isinstance(words, str):
        return words
    return tuple(words) if name.endswith("_endings") or name == "joining" else frozenset(words)
