"""The stated limits of a request. They are part of the public contract: change them there first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from waarmerk.contract import wording
from waarmerk.errors import TooLarge
from waarmerk.records import Profile

BODY_BYTES = 5_000_000  # as sent
INFLATED_BYTES = 20_000_000
DEPTH = 32  # of JSON; a request needs 6
NODES = 400_000  # marks of JSON outside strings; a full request of 10 x 500 posts has under 100,000
PROFILES = 10
POSTS = 500  # per profile
CHARACTERS = 200_000  # of text, in all
ENTRIES = 1_000  # of any other list
VALUES = 50  # declared values
NAME = 60  # characters of an unknown name that are looked at
WORD = 200  # characters of a name, a term or an id
KEY = 2_000  # characters of a finding's key
SUGGESTIONS = 100
VARIANTS = 5  # of a headline, and of a bio per site
ADDRESS = 4_000  # characters of a URL


def characters(thing: Any) -> int:
    """How many characters of text stand in all strings inside lists and dicts."""
    if isinstance(thing, str):
        return len(thing)
    if isinstance(thing, Mapping):
        return sum(characters(part) for part in thing.values())
    if isinstance(thing, Iterable):
        return sum(characters(part) for part in thing)
    return 0


def check_text(profiles: Iterable[Profile]) -> None:
    """Refuse what holds more text than an audit takes; call it once pages are read. Raises `TooLarge`."""
    if sum(characters(asdict(profile.fields)) for profile in profiles) > CHARACTERS:
        raise too_much_text()


def too_much_text() -> TooLarge:
    """The error for more text than an audit takes, from request and from page alike."""
    return TooLarge(wording.say("too-much-text", limit=CHARACTERS))
