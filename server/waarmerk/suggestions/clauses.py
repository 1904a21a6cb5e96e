"""How main clauses begin and which words may join them, per language (data/suggestions, [clauses]).

Verbs are known by closed lists of forms and by the list of deeds. Known gap: a clause with another verb is left in one piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from waarmerk import lexicons
from waarmerk.suggestions import advice
from waarmerk.suggestions.grammar import Grammar
from waarmerk.suggestions.pieces import Piece


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words of one language, in the form in which words are looked up.

    `verbs_plain` are past forms that are nothing else, `verbs_participle` may be participles too; `ambiguous` forms are
    nouns as well, `deeds` those of the word list. `present` are the endings that make "he bakes" of "I bake".
    `first` and `third` are the subjects in the singular: plural forms are those of other words too. `stressed` joints
    stay at the head of the new sentence, the others go; `paired` words need what stands on both sides; `light` words
    open a clause only before a subject. `verb_second`: main clauses keep their verb second, as Dutch does.
    """

    verb_second: bool
    first: frozenset[str]
    third: frozenset[str]
    paired: frozenset[str]
    subjects: frozenset[str]
    verbs_first: frozenset[str]
    verbs_third: frozenset[str]
    verbs_plain: frozenset[str]
    verbs_participle: frozenset[str]
    ambiguous: frozenset[str]
    auxiliaries: frozenset[str]
    subordinators: frozenset[str]
    light: frozenset[str]
    joints: frozenset[str]
    stressed: frozenset[str]
    places: frozenset[str]
    there: str
    openers: frozenset[str]
    present: tuple[str, ...]
    deeds: frozenset[str]

    def verb(self, word: str) -> bool:
        """Whether the word can be the verb of a clause."""
        listed = (self.verbs_first, self.verbs_third, self.verbs_plain, self.verbs_participle, self.deeds)
        return any(word in forms for forms in listed) or self.spoken(word) != ""

    def subordinate(self, row: Sequence[Piece], i: int, g: Grammar) -> bool:
        """Whether a subordinate clause begins at a place; "as a nurse" and "since 2009" are none."""
        if row[i].norm not in self.subordinators:
            return False
        after = row[i + 1] if i + 1 < len(row) else None
        owner = after is None or after.norm in g.pronouns or after.norm in g.determiners - g.indefinite
        return row[i].norm not in self.light or owner

    def spoken(self, word: str) -> str:
        """The form for "he" of a verb in the form for "I", where the list of deeds has it; "" where it has not."""
        return next((word + ending for ending in self.present if word + ending in self.deeds), "")

    def agrees(self, subject: str, word: str) -> bool:
        """Whether the word is surely a verb, in the form that goes with the subject."""
        if subject not in self.first | self.third:
            return False
        own = self.verbs_first if subject in self.first else self.verbs_third
        return word in self.verbs_plain or (word in own and word not in self.ambiguous)


@cache
def clauses(language: str) -> Clauses:
    """The words of a language."""
    raw = dict(advice.table(language)["clauses"])
    participles, present = tuple(raw.pop("participles")), tuple(raw.pop("present"))
    listed = {word for row in lexicons.entries(language, "deeds") for word in row["phrase"].split("/")}
    deeds = frozenset(w for w in map(lexicons.norm, listed) if w.isalpha() and not w.startswith(participles or ("*",)))
    found: dict[str, Any] = {
        name: frozenset(words) if isinstance(words, list) else words for name, words in raw.items()
    }
    return Clauses(present=present, deeds=deeds, **found)
