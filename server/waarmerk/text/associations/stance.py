"""Where a sentence stands towards each name in it: its feeling, weighed by how far it is about that name.

A feeling belongs to the names of its clause, to the next or the last name where the words say so ("back to", "faster
than"), or to the name that a clause without one speaks of ("..., it was a let-down"). Source: targeted sentiment by rule.
Known gap: feeling about what a third party does with a brand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from waarmerk.classifiers import rules
from waarmerk.records import Match, Token
from waarmerk.text.associations import words
from waarmerk.text.associations.moods import TURNED, Feeling, Mood
from waarmerk.text.associations.seen import POST, Name

COMPARED = 0.8  # of a feeling, turned, for the one that comes off worse
BESIDE = 0.8  # of a feeling in a clause that names nobody
WARM = 0.4  # the same of a good feeling in a profile, which is more often about the person's life than about the name
IN_POST = 0.5  # of a feeling in a post's sentence that names nobody
BRIEF = 4  # words up to which a sentence is an exclamation
POINTS = 3  # words of a sentence among which one that points back stands
SEEN = 0.2  # of the encoder's word, which knows bios better than talk of brands
VOTE = 0.5  # of the head that reads English posts as a whole: best on posts it had not seen (models/outside/README.md)
TELLING = 0.15  # feeling from which that head may not speak against the words
ASKED = 0.5  # of a good word in a question
SHOUTED = 1.2
NEXT_WITHIN = 4  # tokens between words like "back to" and the name they point at
LAST_WITHIN = 8


def share(feeling: Feeling, *, post: bool, follows: bool) -> float:
    """How far a sentence without a name is about the name nearest to it, 0..1.

    A post is one thought, so all of it is, the exclamations most ("Love it!"); elsewhere a sentence must come right after
    the name and point back at it.
    """
    spoken = [t for t in feeling.sentence.tokens if t.kind == "word"]
    if post and len(spoken) <= BRIEF:
        return BESIDE
    refers = words.small("refers", feeling.sentence.language)
    if follows and any(t.norm in refers for t in spoken[:POINTS]):
        return BESIDE
    return IN_POST if post else 0.0


def towards(feeling: Feeling, name: Name, names: Sequence[Name], told: Match | None, *, fact: bool) -> float:
    """Stance towards a name, -1..1.

    `told`: the words that gave its relation, which count once, as that. `fact`: whether those tell work, study or
    membership, where a good word elsewhere in the sentence is about the person.
    """
    s = feeling.sentence
    total = 0.0
    if told is not None and told.cls:
        total = -TURNED * told.grade if rules.negated(s, told) else told.grade
    felt = told if told is not None and told.cls in ("fan", "critic") else None
    for mood in feeling.moods:
        if mood.start < name.end and name.start < mood.end and mood.reach == "any":
            continue  # the name itself: "Rust" is a rest as well
        if felt is None or mood.end <= felt.start or felt.end <= mood.start or mood.reach == "all":
            total += mood.grade * _weight(feeling, mood, name, names, fact=fact)
    total += sum(m.grade for m in feeling.later if m.reach in ("any", "all"))
    if name.mention is not None:
        total += SEEN * name.mention.stance
    if abs(total) < TELLING or total * s.classes.regard > 0:
        total += VOTE * s.classes.regard
    if s.text.rstrip().endswith("?"):
        total *= ASKED if total > 0 else COMPARED
    elif any(t.text == "!" for t in s.tokens):
        total *= SHOUTED
    return round(math.tanh(total), 4)


def emotion(feeling: Feeling, name: Name, names: Sequence[Name], *, fact: bool) -> float:
    """How much feeling there is about a name, either way; 0..1."""
    near = [abs(m.grade * _weight(feeling, m, name, names, fact=fact)) for m in feeling.moods]
    return min(1.0, max((*near, *(abs(m.grade) for m in feeling.later)), default=0.0))


def _weight(feeling: Feeling, mood: Mood, name: Name, names: Sequence[Name], *, fact: bool) -> float:
    """How far a mood is about this name: 1 fully, 0 not at all, below 0 where the name is what something else beats."""
    tokens = feeling.sentence.tokens
    if mood.reach == "all":
        return BESIDE if fact else 1.0
    if mood.reach == "swap":
        if mood.start <= name.start and name.end <= mood.end:
            return -1.0
        return float(_next(mood, names) is name)
    if mood.reach == "after" and not _alone(feeling, mood, names):
        return float(_next(mood, names) is name and _apart(tokens, mood.end, name.start) <= NEXT_WITHIN)
    if mood.reach == "before":
        last = next((n for n in reversed(names) if n.end <= mood.start), None)
        return float(last is name and _apart(tokens, name.end, mood.start) <= LAST_WITHIN)
    here = feeling.clause_at(name.start)
    if mood.clause == here:
        return -COMPARED if _beaten(feeling, mood, name) else 1.0
    if any(feeling.clause_at(n.start) == mood.clause for n in names):
        return 0.0
    between = [t for t in tokens if min(mood.end, name.end) <= t.start < max(mood.start, name.start)]
    refers = words.small("refers", feeling.sentence.language)
    if mood.start > name.end and any(
        t.norm in refers for t, c in zip(tokens, feeling.clauses, strict=True) if c == mood.clause
    ):
        return BESIDE
    if fact or any(t.text in words.small("walls") or t.norm in words.small("turns") for t in between):
        return 0.0
    return WARM if mood.grade > 0 and not feeling.sentence.field.startswith(POST) else BESIDE


def _next(mood: Mood, names: Sequence[Name]) -> Name | None:
    return next((n for n in names if n.start >= mood.end), None)


def _alone(feeling: Feeling, mood: Mood, names: Sequence[Name]) -> bool:
    """Whether words that want a name end the clause without one: "..., a bank I would never go back to"."""
    if _next(mood, names) is not None or any(m.reach == "before" and m.end == mood.end for m in feeling.moods):
        return False
    behind = [t for t, c in zip(feeling.sentence.tokens, feeling.clauses, strict=True) if c == mood.clause]
    return sum(t.kind == "word" and t.start >= mood.end for t in behind) <= 1


def _apart(tokens: Sequence[Token], start: int, end: int) -> int:
    return sum(start <= t.start < end for t in tokens)


def _beaten(feeling: Feeling, mood: Mood, name: Name) -> bool:
    """Whether "than" stands between a feeling and the name: the name is what something else is better than."""
    return any(
        m.cls == "than" and mood.end <= m.start and m.end <= name.start
        for m in feeling.sentence.matches.get("stance", ())
    )
