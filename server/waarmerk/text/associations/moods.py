"""The feeling of a sentence: its words, hashtags and signs, each with its strength, its reach and its clause.

Words: lexicons/<lang>/stance.txt and polarity.txt; signs: data/emoji.csv. Source: sentiment by rule, with negation and
intensity, as in SO-CAL (Taboada et al. 2011). Known gap: irony without a marker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from waarmerk import lexicons
from waarmerk.classifiers import rules
from waarmerk.records import Match, Sentence, Token
from waarmerk.text.associations import words

TURNED = 0.7  # what is left of a feeling that is denied: "not great" is less than "bad"
RUN = 3  # letters in a row from which a word is drawn out: "sooo gooood"
LONGEST_SIGN = 5
QUOTED = 2  # words between quotation marks that are kept at a distance


class Mood(NamedTuple):
    """Feeling at a stretch of the field, -1..1; `reach` as in stance.txt, or `all` for signs; `clause` where it stands."""

    start: int
    end: int
    grade: float
    reach: str = "any"
    clause: int = 0


@dataclass(frozen=True, slots=True)
class Feeling:
    """The moods of a sentence, and which clause every token stands in; `later` is what next sentences say of its names."""

    sentence: Sentence
    clauses: tuple[int, ...]
    moods: tuple[Mood, ...]
    later: tuple[Mood, ...] = ()

    def clause_at(self, start: int) -> int:
        """The clause of the token that begins at or holds an offset."""
        found = [c for t, c in zip(self.sentence.tokens, self.clauses, strict=True) if t.start <= start]
        return found[-1] if found else 0


def read(sentence: Sentence, shown: str) -> Feeling:
    """The feeling of a sentence; `shown` is its stretch of the field as given, where emoji are still to be seen."""
    clauses = _clauses(sentence)
    found = Feeling(sentence, clauses, ())
    moods = [m._replace(clause=found.clause_at(m.start)) for m in _listed(sentence)]
    moods += [Mood(sentence.end, sentence.end, grade, "all", -1) for grade in _signs(shown)]
    return replace(found, moods=tuple(moods))


def _listed(s: Sentence) -> list[Mood]:
    """What the lists hold, the list `stance` first; denied ones turned, the marked ones stronger or weaker."""
    listed = s.matches.get("stance", ())
    turns = [m for m in listed if m.cls in ("more", "less")]
    told = [m for m in listed if m.cls not in ("more", "less", "than")]
    told = [m for m in told if not any(_within(m, other) for other in told)]
    spans = [(m.start, m.end) for m in told]
    told += [m for m in s.matches.get("polarity", ()) if not any(a < m.end and m.start < b for a, b in spans)]
    told += [m for t in s.tokens for m in _drawn(t, s.language)]
    return [Mood(m.start, m.end, _grade(s, m, turns), m.cls or "any") for m in told if not _at_a_distance(s, m)]


def _within(match: Match, longer: Match) -> bool:
    return (
        longer.start <= match.start and match.end <= longer.end and match.end - match.start < longer.end - longer.start
    )


def _at_a_distance(s: Sentence, match: Match) -> bool:
    """Whether a word or two stand between quotation marks of their own: their "service"; more is somebody's speech."""
    marks = [t.start for t in s.tokens if t.text == '"']
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        if opening < match.start and match.end <= closing:
            return sum(opening < t.start < closing for t in s.tokens) <= QUOTED
    return False


def _grade(s: Sentence, match: Match, turns: Sequence[Match]) -> float:
    grade = match.grade
    for turn in turns:
        if turn.end <= match.start and not any(turn.end <= t.start < match.start for t in s.tokens):
            grade *= 1.0 + turn.grade
    return -TURNED * grade if rules.negated(s, match) else grade


def _drawn(token: Token, language: str) -> list[Match]:
    """A hashtag as the word it holds ("#fail"), and a word that is drawn out ("looove") as it is listed."""
    bare = token.norm.lstrip("#")
    plain = _short(bare, 1) if any(c * RUN in bare for c in set(bare)) else bare
    if plain == token.norm or token.kind not in ("word", "hashtag"):
        return []
    for word in (bare, _short(bare, 2), plain):
        found = lexicons.scan((Token(word, word, token.start, token.end),), language)
        told = [m for name in ("stance", "polarity") for m in found.get(name, ()) if m.cls in ("", "any")]
        if told:
            return told[:1]
    return []


def _short(word: str, most: int) -> str:
    """The word with no letter more than `most` times in a row, where it was drawn out."""
    kept: list[str] = []
    for i, char in enumerate(word):
        run = word[i : i + RUN] == char * RUN or (len(kept) >= most and kept[-most:] == [char] * most)
        if not (run and kept[-most:] == [char] * most):
            kept.append(char)
    return "".join(kept)


def _signs(shown: str) -> list[float]:
    """Emoji, and faces that end a chunk of marks; one of a kind counts once."""
    known, found = words.signs(), {}
    for char in shown:
        if char in known:
            found[char] = known[char]
    for chunk in shown.split():
        for size in range(min(LONGEST_SIGN, len(chunk)), 1, -1):
            sign = next((s for s in (chunk[-size:], chunk[:size]) if s in known), None)
            if sign:
                found[sign] = known[sign]
                break
    return list(found.values())


def _clauses(s: Sentence) -> tuple[int, ...]:
    """The number of the clause of every token; it grows at marks, at "but", and at "and" before who does what."""
    breaks, turns, joins, starters = (words.small(r, s.language) for r in ("breaks", "turns", "joins", "starters"))
    found, clause = [], 0
    for token, after in pairwise((*s.tokens, None)):
        if token is None:
            break
        begins = after is not None and token.norm in joins and after.norm in starters
        if (token.kind == "mark" and token.text in breaks) or token.norm in turns or begins:
            clause += 1
        found.append(clause)
    return tuple(found)
