"""What makes a sentence easy or hard to read, counted; and the published formulas of reading ease.

Source: Flesch (1948); for Dutch Flesch-Douma (Douma 1960) and Leesindex A (Brouwer 1963). That common words and clauses
that are not packed carry comprehension: LiNT (Pander Maat, Kleijn and Frissen 2023). Voice, nouns made of verbs, office words
and speaking to the reader: the guides of plain language that data/readability names.
Known gap: form only; what the reader knows already is not seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from waarmerk import frequency, syllables
from waarmerk.ease.rules import Formula, Rules, covers, of
from waarmerk.records import Sentence, Token

__all__ = ["TERMS", "Ease", "Formula", "Rules", "covers", "means", "of", "read", "terms"]

Pair = tuple[float, float]  # what is summed, and over what it is shared out
FRAGMENT = 2  # words; what is no longer is no sentence, and says nothing of sentence length
LONGEST = 40  # words; a longer sentence is a list or as hard as it gets
GRAMMAR = 6.0  # Zipf; more common words are the grammar's, the same in easy and hard texts
EVERYDAY = 5.0  # Zipf; words as common as this are heavy for nobody, whatever they are made of
_PERSONS = ("i", "you", "we")
_SIGNS = frozenset("()[]/;%&")

TERMS = (
    "length", "syllables", "frequency", "heavy", "abstract", "address", "passive", "stiff", "chains", "signs",
    "spelled", "initials",
)  # fmt: skip


class Ease(NamedTuple):
    """Reading ease (0 hard to 100 easy, about), words in a full sentence, syllables in a word, how many words, and the
    sentences' shares in it."""

    ease: float
    length: float
    syllables: float
    words: int
    rows: tuple[Mapping[str, Pair], ...]


def terms(sentence: Sentence) -> Mapping[str, Pair]:
    """The sentence's share in each of `TERMS`: words in a sentence, and of each word or sentence how much there is."""
    rules, found = of(sentence.language), sentence.matches
    words = [t for t in sentence.tokens if t.kind == "word"]
    size = len(words) + sum(t.kind == "number" for t in sentence.tokens)
    zipfs = [(t, frequency.zipf(t.norm, sentence.language)) for t in words if not _name(t, words)]
    rarer = [(t, z) for t, z in zipfs if z < GRAMMAR]
    per_word, per_sentence = float(len(words)), float(size > FRAGMENT)
    return {
        "length": (min(size, LONGEST) * per_sentence, per_sentence),
        "syllables": (float(sum(syllables.count(t.text, sentence.language) for t in words)), per_word),
        "frequency": (sum(z for _, z in rarer), float(len(rarer))),
        "heavy": (sum(m.grade for m in found.get("heavy", ())), per_word),
        "abstract": (float(sum(z < EVERYDAY and t.norm.endswith(rules.abstract) for t, z in rarer)), per_word),
        "address": (float(sum(m.cls in _PERSONS for m in found.get("pronouns", ()))), per_word),
        "passive": (float(_passives(words, rules)), per_sentence),
        "stiff": (float(sum(t.norm in rules.stiff for t in words)), per_sentence),
        "chains": (float(sum(t.norm in rules.chains for t in words)), per_word),
        "signs": (float(sum(t.text[-1] in _SIGNS for t in sentence.tokens)), per_sentence),
        "spelled": (float(sum(t.norm in rules.numbers for t in words)), per_word),
        "initials": (float(_initials(words)), per_word),
    }


def read(sentences: Sequence[Sentence], language: str) -> Ease | None:
    """The ease of sentences of one language; None where there are no words or no rules."""
    sizes = [sum(t.kind == "word" for t in s.tokens) for s in sentences]
    if not sum(sizes) or not covers(language):
        return None
    rules, rows = of(language), tuple(terms(s) for s in sentences)
    mean = means(rows)
    full = [size for size in sizes if size > FRAGMENT]
    blend = rules.constant + sum(rules.weights[t] * mean[t] for t in TERMS)
    return Ease(blend, sum(full) / max(1, len(full)), mean["syllables"], sum(sizes), rows)


def means(rows: Sequence[Mapping[str, Pair]]) -> dict[str, float]:
    """Each term over all sentences' shares; 0 where nothing is there to share out over."""
    sums = {t: (sum(r[t][0] for r in rows), sum(r[t][1] for r in rows)) for t in TERMS}
    return {t: top / bottom if bottom else 0.0 for t, (top, bottom) in sums.items()}


def _name(token: Token, words: Sequence[Token]) -> bool:
    return token.text[:1].isupper() and token is not words[0]


def _initials(words: Sequence[Token]) -> int:
    """Words in capitals only, of letters that may stand for words; none where everything is in capitals."""
    found = sum(2 <= len(t.text) <= 6 and t.text.isupper() for t in words)
    return found if 2 * found <= len(words) else 0


def _passives(words: Sequence[Token], rules: Rules) -> int:
    """Verbs of the passive; where the language needs a participle for it, one within three words behind."""
    places = [i for i, t in enumerate(words) if t.norm in rules.passive]
    if not rules.participle_endings:
        return len(places)
    return sum(any(_participle(t, rules) for t in words[i + 1 : i + 4]) for i in places)


def _participle(token: Token, rules: Rules) -> bool:
    return token.norm in rules.participles or (len(token.norm) > 4 and token.norm.endswith(rules.participle_endings))
