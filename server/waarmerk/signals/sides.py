"""Which stretches of text are compared in voice: a person's bio with their posts, and the bios of two sites.

Numbers: data/voice.toml. Only profiles of one person are compared (people.py), each side in one language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from waarmerk import people, voice
from waarmerk.records import Sentence, Text
from waarmerk.signals import kit

POSTS = "posts"
BIO = "about"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: `posts`, or the number of a profile whose bio it is; and its sentences in one language."""

    name: int | str
    sentences: tuple[Sentence, ...]

    @property
    def whole(self) -> tuple[voice.Weighed, ...]:
        """Every sentence fully."""
        return tuple((s, 1.0) for s in self.sentences)

    @property
    def plain(self) -> tuple[voice.Weighed, ...]:
        """Every sentence as far as it is plain: one more hollow sentence must not bring two voices together."""
        return tuple((s, 1.0 - kit.emptiness(s)) for s in self.sentences)

    @property
    def plainly(self) -> float:
        """How many plain sentences that makes."""
        return sum(weight for _, weight in self.plain)


def pairs(text: Text) -> list[tuple[Side, Side]]:
    """The sides that have enough text to be compared; the first of each is a bio."""
    found = (*_bio_and_posts(text), *_sites(text))
    return [(here, there) for here, there in found if _enough(here) and _enough(there)]


def missing(text: Text) -> str:
    """Why nothing can be compared, as the name of a reason."""
    posts = {(s.profile, s.field) for s in kit.scored(text) if s.field.startswith(f"{POSTS}[")}
    if not any(s.field == BIO for s in kit.scored(text)):
        return "no-bio"
    return "fewer-than-five-posts" if len(posts) < voice.rules()["least_posts"] else "too-little-text"


def _enough(side: Side) -> bool:
    least = voice.rules()
    return len(side.sentences) >= int(least["least_sentences"]) and voice.words(side.sentences) >= int(
        least["least_words"]
    )


def _bio_and_posts(text: Text) -> Iterator[tuple[Side, Side]]:
    """Per person the bios of all sites and the posts of all, in the language they share, else each in its main one."""
    person = people.persons(text.profiles)
    for one in dict.fromkeys(person):
        mine = [s for s in kit.scored(text) if person[s.profile] == one]
        bio, posts = [s for s in mine if s.field == BIO], [s for s in mine if s.field.startswith(f"{POSTS}[")]
        if bio and len({(s.profile, s.field) for s in posts}) >= voice.rules()["least_posts"]:
            shared = {s.language for s in bio} & {s.language for s in posts}
            language = _main([s for s in bio if s.language in shared]) if shared else None
            found = [_in(side, language or _main(side)) for side in (bio, posts)]
            yield Side(person.index(one), found[0]), Side(POSTS, found[1])


def _sites(text: Text) -> Iterator[tuple[Side, Side]]:
    """The bios of each two profiles of one person, each in its main language."""
    person = people.persons(text.profiles)
    bios = {i: [s for s in kit.scored(text) if s.profile == i and s.field == BIO] for i in range(len(person))}
    for i, j in combinations([i for i, bio in bios.items() if bio], 2):
        if person[i] == person[j]:
            yield Side(i, _in(bios[i], _main(bios[i]))), Side(j, _in(bios[j], _main(bios[j])))


def _main(side: Sequence[Sentence]) -> str:
    languages = sorted({s.language for s in side})
    return max(languages, key=lambda code: sum(len(s.tokens) for s in side if s.language == code))


def _in(side: Sequence[Sentence], language: str) -> tuple[Sentence, ...]:
    return tuple(s for s in side if s.language == language)
