"""Handles and addresses of a profile's owner, and whether they point to another profile or bear out a name.

Words: data/people.toml. Source: how the sites write addresses. Known gap: a handle that has nothing of the name in it
tells nothing, and is taken so.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from waarmerk.people.names import Name
from waarmerk.people.words import letters, words
from waarmerk.records import Profile

LEAST = 4  # letters of a handle, or of a family name in it, that are more than chance


def of(profile: Profile) -> frozenset[str]:
    """The owner's handles on that profile, letters and digits only."""
    found = [_bare(h) for h in (profile.owner.handle, *_in_addresses(profile)) if h]
    return frozenset(h for h in found if len(h) >= LEAST)


def linked(one: Profile, other: Profile) -> bool:
    """Whether they have a handle in common, or one links to the other's page."""
    if of(one) & of(other):
        return True
    return bool(_own(one) & _links(other)) or bool(_own(other) & _links(one))


def bears_out(handle: str, name: Name) -> bool:
    """Whether a handle is made of a name: `annbell`, `abell`, `bell_ann`, `jvandenberg`, `bell42`."""
    plain = "".join(c for c in handle if not c.isdigit())
    full = [p for p in name.parts if len(p) > 1]
    if len(name.parts) < 2 or not full or len(plain) < LEAST:
        return False
    first, initials = name.parts[0], "".join(p[0] for p in name.parts[:-1])
    for family in (name.family, full[-1]):
        if family not in plain or (len(family) < LEAST and first not in plain):
            continue
        rest = plain.replace(family, "", 1)
        if rest in ("", first[0], initials) or (len(first) > 1 and first in rest):
            return True
    return plain == first + name.parts[-1][0]


def _in_addresses(profile: Profile) -> Iterator[str]:
    for address in (profile.url, profile.owner.url):
        if address and (found := _handle(address)):
            yield found


def _handle(address: str) -> str | None:
    host, path = _parts(address)
    if not host:
        return None
    for known in words("under_hosts"):
        if host.endswith(f".{known}"):
            return host.removesuffix(f".{known}").rpartition(".")[2]
    steps = [s for s in path.split("/") if s and s not in words("before_handle")]
    tagged = next((s for s in steps if s.startswith("@")), None)
    if tagged:
        return tagged.split("@")[1]
    if any(host == h or host.endswith(f".{h}") for h in words("hosts")):
        return _without_number(steps[0]) if steps else None
    labels = host.split(".")
    return labels[-2] if len(labels) > 1 and not steps else None  # deeper pages may be of anybody who is there


def _without_number(step: str) -> str:
    """LinkedIn ends a name with a number of its own: `ann-bell-4a1b2c`; Bluesky's may be a whole host."""
    pieces = step.split(".")[0].split("-") if "." in step else step.split("-")
    while len(pieces) > 1 and any(c.isdigit() for c in pieces[-1]):
        pieces.pop()
    return "-".join(pieces)


def _parts(address: str) -> tuple[str, str]:
    try:
        split = urlsplit(address if "//" in address else f"//{address}")
        host = (split.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    return host, split.path.strip("/").lower()


def _own(profile: Profile) -> frozenset[tuple[str, str]]:
    return frozenset(_parts(a) for a in (profile.url, profile.owner.url) if a and _parts(a)[0])


def _links(profile: Profile) -> frozenset[tuple[str, str]]:
    return frozenset(found for a in profile.fields.links if (found := _parts(a.strip()))[0])


def _bare(handle: str) -> str:
    plain = handle.strip().lstrip("@").split("@")[0]
    plain = plain.removesuffix(".bsky.social")
    return "".join(c for c in letters(plain) if c.isalnum())
