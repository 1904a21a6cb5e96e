"""A site's own data export → profile: what the owner downloaded of themselves, the way that respects every site's terms.

`read(data)` for the bytes of a zip. Nothing is unpacked to disk; limits are in `container.py`.
"""

from __future__ import annotations

from waarmerk.errors import InvalidRequest
from waarmerk.extraction.archives import linkedin, mastodon, meta, x
from waarmerk.extraction.archives.container import Container
from waarmerk.records import Profile

_READERS = (
    (linkedin.matches, linkedin.read),
    (x.matches, x.read),
    (mastodon.matches, mastodon.read),
    (meta.matches, meta.read),
)
_UNKNOWN = (
    "This archive is none of the exports we know (LinkedIn, X, Mastodon, Instagram, Facebook). Give the zip as the site"
    " made it, or paste the text."
)


def read(data: bytes) -> Profile:
    """The owner's profile from an export.

    Raises InvalidRequest for a file that is no known export, TooLarge beyond the limits, NoOwner for one without a
    person.
    """
    with Container(data) as box:
        for matches, read_export in _READERS:
            if matches(box):
                return read_export(box)
    raise InvalidRequest(_UNKNOWN)
