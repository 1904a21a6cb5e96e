"""Telegram: the card of a person, bot or channel at t.me, and the preview of a channel (t.me/s/…)."""

from __future__ import annotations

from waarmerk.extraction import counts, nodes, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.records import Post

_PAGE = "page"


def fill(doc: Document, draft: Draft) -> None:
    """Everything the card shows; a channel's members are its followers too."""
    parts = [part for part in path(doc.url) if part != "s"]
    draft.handle = parts[0] if parts else None
    region = doc.body
    draft.text("name", region.text(".tgme_page_title", ".tgme_channel_info_header_title"), _PAGE)
    draft.text("about", region.text(".tgme_page_description", ".tgme_channel_info_description"), _PAGE)
    box = region.one(".tgme_page_description", ".tgme_channel_info_description")
    draft.links((nodes.attr(a, "href") for a in region.all("a", within=box)) if box is not None else (), _PAGE)
    for extra in (region.text(".tgme_page_extra"), region.text(".tgme_channel_info_counters")):
        found = counts.find(extra)
        members = found.get("members", found.get("followers"))
        if members is not None:
            draft.count("followers", members, _PAGE)
            draft.count("members", members, _PAGE)
            draft.warn("channel-page")
    made = [Post(nodes.text(node)) for node in region.all(".tgme_widget_message_text")]
    draft.posts(made, _PAGE)
    social.shell(doc, draft)


READER = Reader("telegram", ("t.me", "telegram.me"), fill)
