"""Link pages (Linktree and kin): the account of the embedded state, then the page's own title, line and links."""

from __future__ import annotations

from waarmerk.extraction import blobs, nodes, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.words import plain

_STATE, _PAGE = "state", "page"


def _state(doc: Document, draft: Draft) -> None:
    props = blobs.dig(doc.blob("__NEXT_DATA__"), "props", "pageProps")
    account = blobs.dig(props, "account")
    if account is None or plain(blobs.string(account, "username")) not in ("", plain(draft.handle or "")):
        return
    title = blobs.string(account, "pageTitle") or blobs.string(account, "profileTitle")
    draft.text("name", title.lstrip("@"), _STATE)
    draft.text("about", blobs.string(account, "description"), _STATE)
    listed = [entry for key in ("links", "socialLinks") for box in (props, account) for entry in blobs.rows(box, key)]
    draft.links((blobs.string(entry, "url") for entry in listed), _STATE)
    draft.strings("featured", (blobs.string(entry, "title") for entry in listed), _STATE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0].lstrip("@") if parts else None
    _state(doc, draft)
    region = doc.body
    draft.text("name", region.text("#profile-title", "h1").lstrip("@"), _PAGE)
    draft.text("about", region.text("#profile-description", "h2"), _PAGE)
    if "links" not in draft:
        outside = [a for a in region.all("a") if host(nodes.attr(a, "href")) not in ("", host(doc.url))]
        own = [a for a in outside if not host(nodes.attr(a, "href")).endswith("linktr.ee")]
        draft.links((nodes.attr(a, "href") for a in own), _PAGE)
        draft.strings("featured", (nodes.text(a) for a in own), _PAGE)
    social.shell(doc, draft)


READER = Reader(
    "linktree", ("linktr.ee", "beacons.ai", "bio.link", "campsite.bio"), fill, assets="assets.production.linktr.ee"
)
