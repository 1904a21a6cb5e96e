"""A site's own data export → profile: what the owner downloaded of themselves, the way that respects every site's terms.

Nothing is unpacked to disk; limits are in `container.py`.
"""

from __future__ import annotations

from waarmerk.extraction import refusal
from waarmerk.extraction.archives import bluesky, linkedin, mastodon, meta, x
from waarmerk.extraction.archives.container import Container
from waarmerk.records import Profile

_READERS = (
    (linkedin.matches, linkedin.read),
    (x.matches, x.read),
    (mastodon.matches, mastodon.read),
    (meta.matches, meta.read),
    (bluesky.matches, bluesky.read),
)


def read(data: bytes) -> Profile:
    """The owner's profile from the bytes of a zip.

    Raises InvalidRequest for a file that is no known export, TooLarge beyond the limits, NoOwner for one without a
    person.
    """
    with Container(data) as box:
        return read_box(box)


def read_box(box: Container) -> Profile:
    """The same from an opened zip."""
    for matches, read_export in _READERS:
        if matches(box):
            return read_export(box)
    raise refusal.invalid("archive-nested" if box.nested else "archive-unknown")
