"""Of all the posts of an export the newest, as many as an audit takes: nobody can shorten an export by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from waarmerk.records import Post

CHARACTERS = 120_000  # of posts; leaves room for the profile itself within what one audit takes
_X_DATE = "%a %b %d %H:%M:%S %z %Y"


def newest(posts: Iterable[Post]) -> list[Post]:
    """The posts that fit, newest first; in the order given where one of them has no date."""
    found = list(posts)
    dates = [_date(post.at) for post in found]
    known = [date for date in dates if date is not None]
    if len(known) == len(found):
        order = sorted(range(len(found)), key=lambda at: known[at], reverse=True)
        found = [found[at] for at in order]
    kept: list[Post] = []
    left = CHARACTERS
    for post in found:
        left -= len(post.text)
        if left < 0:
            break
        kept.append(post)
    return kept


def _date(said: str | None) -> datetime | None:
    if not said:
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        try:
            found = datetime.strptime(said, _X_DATE)
        except ValueError:
            return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
