"""Whose the profiles of one request are: which of them seem to be one person's, and which somebody else's.

Names are compared as people write them: initials, accents, particles, titles, short forms, either order; a handle or a link
between the pages may bear out what names alone leave open. Words: data/people.toml. What cannot be told counts as the same
person, for a request says so. Source: name matching as in record linkage (Fellegi and Sunter, 1969), by rule.
Known gap: a name changed by marriage, with nothing else in common, reads as somebody else's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from waarmerk.people import handles, names
from waarmerk.people.names import Verdict
from waarmerk.records import Profile


def compare(one: Profile, other: Profile) -> Verdict:
    """Whether two profiles seem to be of one person; handles and links can only say that they are."""
    if handles.linked(one, other):
        return "same"
    a, b = names.of(one), names.of(other)
    if any(handles.bears_out(handle, name) for handle, name in _crossed(one, other)):
        return "same"
    return names.compare(a, b) if a and b else "unknown"


def _crossed(one: Profile, other: Profile) -> Iterator[tuple[str, names.Name]]:
    for mine, yours in ((one, other), (other, one)):
        name = names.of(yours)
        if name:
            yield from ((handle, name) for handle in handles.of(mine))


def persons(profiles: Sequence[Profile]) -> tuple[int, ...]:
    """For each profile the number of its person, from 0 in the order of the profiles.

    All are one person's unless two of them are surely not; then only those that are surely the same stay together.
    """
    verdicts = {(i, j): compare(profiles[i], profiles[j]) for i, j in combinations(range(len(profiles)), 2)}
    if "different" not in verdicts.values():
        return (0,) * len(profiles)
    group = list(range(len(profiles)))
    for (i, j), verdict in verdicts.items():
        if verdict == "same":
            low, high = sorted((group[i], group[j]))
            group = [low if g == high else g for g in group]
    torn = {group[i] for (i, j), v in verdicts.items() if v == "different" and group[i] == group[j]}
    group = [i if g in torn else g for i, g in enumerate(group)]  # all alike to one, and not to each other
    numbers = {g: n for n, g in enumerate(dict.fromkeys(group))}
    return tuple(numbers[g] for g in group)


def strangers(profiles: Sequence[Profile]) -> dict[int, tuple[int, ...]]:
    """Per profile that seems to be somebody else's, the profiles it does not agree with.

    The person with most profiles is the one; where none has, all who disagree are told.
    """
    group = persons(profiles)
    sizes = [group.count(g) for g in group]
    most = [i for i, size in enumerate(sizes) if size == max(sizes)]
    main = group[most[0]] if most and len({group[i] for i in most}) == 1 else None
    found = {}
    for i, profile in enumerate(profiles):
        if group[i] != main:
            others = (j for j, other in enumerate(profiles) if main is None or group[j] == main)
            against = tuple(j for j in others if j != i and compare(profile, profiles[j]) == "different")
            if against:
                found[i] = against
    return found
