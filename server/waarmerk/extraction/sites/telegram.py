"""Telegram: the card of a person, bot or channel at t.me, and the preview of a channel (t.me/s/…)."""

from __future__ import annotations

from waarmerk.extraction import counts, nodes, opengraph, social
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
        _members(extra, draft)
    messages = [node for node in region.root.find_all(True) if nodes.attr(node, "data-post")]
    told = [region.one(".tgme_widget_message_text", "[dir=auto]", within=node) for node in messages]
    made = [Post(nodes.text(node)) for node in told if node is not None]
    draft.posts(made, _PAGE)
    title = opengraph.title(doc)
    draft.text("name", title.name if social.named(title) else "", opengraph.ORIGIN)
    if "about" not in draft:
        _by_wording(doc, draft)
    social.shell(doc, draft)


def _members(said: str, draft: Draft) -> None:
    """The members or subscribers of a channel are its followers too."""
    found = counts.find(said)
    members = found.get("members", found.get("followers"))
    if members is not None:
        draft.count("followers", members, _PAGE)
        draft.count("members", members, _PAGE)
        draft.warn("channel-page")


def _by_wording(doc: Document, draft: Draft) -> None:
    """Counters and text of the card under the name, where its class names changed."""
    found = list(nodes.leaves(doc.body.root))
    names = [at for at, (_, said) in enumerate(found) if said == draft.get("name")]
    card = found[names[0] + 1 : names[0] + 12] if names else []
    for node, said in card:
        here = counts.find(" ".join(said.split())) if len(said) < 60 else {}
        if not here and node.name == "div" and not said.startswith("@") and social.own_words(said):
            draft.text("about", said, "wording")
            draft.links((nodes.attr(a, "href") for a in doc.body.all("a", within=node)), "wording")
            break
    _members(" ".join(said for _, said in card)[:200], draft)


READER = Reader("telegram", ("t.me", "telegram.me"), fill, assets="telegram.org/css/telegram.css")
