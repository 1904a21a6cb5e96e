"""Instagram's and Facebook's JSON exports: the profile and the owner's posts.

Both write text as UTF-8 bytes read as Latin-1; that is undone. Labels come in the account's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from waarmerk.extraction import blobs, refusal
from waarmerk.extraction.archives.container import Container
from waarmerk.extraction.archives.recent import newest
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.words import plain, words
from waarmerk.records import Post, Profile

_ORIGIN = "export"
_LAST = 4_102_444_800  # seconds; the year 2100
_INSTAGRAM = ("personal_information.json", "posts_1.json")
_FACEBOOK = ("profile_information.json", "your_posts_1.json", "your_posts__check_ins__photos_and_videos_1.json")


def matches(box: Container) -> bool:
    """Whether this is one of Meta's exports in JSON."""
    return box.has(_INSTAGRAM[0]) or box.has(_FACEBOOK[0])


def _mended(text: str) -> str:
    """Text as it was typed: "CafÃ©" is "Café"."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _said(value: object, *keys: str | int) -> str:
    return _mended(blobs.string(value, *keys))


def _posts(value: object) -> Iterator[Post]:
    """Captions and posts: `title` of Instagram's, `post` inside `data` of Facebook's."""
    for entry in value if isinstance(value, list) else ():
        texts = [_said(entry, "data", at, "post") for at in range(len(blobs.rows(entry, "data")))]
        text = next((said for said in texts if said), "")
        if not text and "media" in (entry if isinstance(entry, dict) else {}):
            text = _said(entry, "title") or _said(entry, "media", 0, "title")
        if text:
            yield Post(text, at=_date(entry))


def _date(entry: object) -> str | None:
    """When it was posted: seconds since 1970, at the post or at its first picture."""
    places = (("timestamp",), ("creation_timestamp",), ("media", 0, "creation_timestamp"))
    seconds = next((found for place in places if (found := blobs.integer(entry, *place)) is not None), None)
    known = seconds is not None and seconds < _LAST
    return datetime.fromtimestamp(seconds or 0, UTC).isoformat() if known else None


def _instagram(box: Container) -> Draft:
    draft = Draft(site="instagram", url=None, language=None)
    user = blobs.dig(box.json(_INSTAGRAM[0]), "profile_user", 0, "string_map_data")
    for label, entry in user.items() if isinstance(user, dict) else ():
        key, value = plain(_mended(str(label))), _said(entry, "value")
        if key in words("exports", "name"):
            draft.text("name", value, _ORIGIN)
        elif key in words("exports", "handle"):
            draft.handle = value
        elif key in words("exports", "bio"):
            draft.text("about", value, _ORIGIN)
        elif key in words("profile", "website"):
            draft.links([value], _ORIGIN)
    draft.posts(newest(_posts(box.json(_INSTAGRAM[1]))), _ORIGIN)
    return draft


def _facebook(box: Container) -> Draft:
    draft = Draft(site="facebook", url=None, language=None)
    found: Any = box.json(_FACEBOOK[0])
    owner = blobs.dig(found, "profile_v2") or blobs.dig(found, "profile")
    draft.text("name", _said(owner, "name", "full_name"), _ORIGIN)
    draft.text("about", _said(owner, "intro_bio", "name") or _said(owner, "about_me"), _ORIGIN)
    draft.text("location", _said(owner, "current_city", "name"), _ORIGIN)
    jobs = [position(_said(j, "title"), _said(j, "employer")) for j in blobs.rows(owner, "work_experiences")]
    draft.items("experience", jobs, _ORIGIN)
    schools = [position(None, _said(s, "name")) for s in blobs.rows(owner, "education_experiences")]
    draft.items("education", schools, _ORIGIN)
    draft.links((blobs.string(site, "address") for site in blobs.rows(owner, "websites")), _ORIGIN)
    draft.posts(newest(post for name in _FACEBOOK[1:] for post in _posts(box.json(name))), _ORIGIN)
    return draft


def read(box: Container) -> Profile:
    """The owner's profile."""
    draft = _instagram(box) if box.has(_INSTAGRAM[0]) else _facebook(box)
    if not draft.owned():
        raise refusal.nobody("meta-nobody")
    return draft.profile()
