"""YouTube: a channel's meta data, header and "about" panel from the embedded `ytInitialData`; microdata and meta.

A channel's description is its about text, its subscribers are followers, its own videos' titles are posts.
"""

from __future__ import annotations

from waarmerk.extraction import blobs, counts, opengraph, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.records import Post

_STATE = "state"
_ABOUT = ("aboutChannelViewModel", "channelAboutFullMetadataRenderer", "c4TabbedHeaderRenderer")
_VIDEOS = ("videoRenderer", "gridVideoRenderer")


def _text(value: object) -> str:
    """A YouTube text: a string, `simpleText`, `content`, or `runs`."""
    if isinstance(value, str):
        return value
    runs = blobs.dig(value, "runs")
    if isinstance(runs, list):
        return "".join(blobs.string(run, "text") for run in runs)
    return blobs.string(value, "simpleText") or blobs.string(value, "content")


def _panel(panel: object, draft: Draft) -> None:
    """The about panel: country, links, counters."""
    draft.text("about", _text(blobs.dig(panel, "description")), _STATE)
    draft.text("location", _text(blobs.dig(panel, "country")), _STATE)
    for key in ("subscriberCountText", "videoCountText", "videosCountText"):
        draft.add_counts(counts.find(_text(blobs.dig(panel, key))), _STATE)
    links = []
    for entry in blobs.rows(panel, "links"):
        shown = _text(blobs.dig(entry, "channelExternalLinkViewModel", "link"))
        links.append(shown if "://" in shown or not shown else f"https://{shown}")
    draft.links(links, _STATE)


def _state(doc: Document, draft: Draft) -> None:
    data = doc.blob("ytInitialData")
    meta = blobs.dig(data, "metadata", "channelMetadataRenderer")
    draft.text("name", blobs.string(meta, "title"), _STATE)
    draft.text("about", blobs.string(meta, "description"), _STATE)
    vanity = path(blobs.string(meta, "vanityChannelUrl"))
    draft.handle = draft.handle or (vanity[-1] if vanity else None)
    videos = []
    for node in blobs.walk(data):
        for key in _ABOUT:
            if key in node:
                _panel(node[key], draft)
        for row in blobs.rows(node, "metadataRows"):
            for part in blobs.rows(row, "metadataParts"):
                if len(draft.counts) < 2 and "pageHeader" not in node:
                    draft.add_counts(counts.find(_text(blobs.dig(part, "text"))), _STATE)
        for key in _VIDEOS:
            if key in node and not blobs.dig(node[key], "shortBylineText"):
                videos.append(Post(_text(blobs.dig(node[key], "title"))))
    draft.posts(videos, _STATE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts and parts[0].startswith("@") else None
    _state(doc, draft)
    if "name" not in draft:
        draft.text("name", doc.first_meta("name") if doc.has('[itemtype*="schema.org/Person"]') else "", "microdata")
    title = opengraph.title(doc)
    if "name" not in draft and social.named(title):
        draft.text("name", title.name, opengraph.ORIGIN)
    draft.text("about", social.own_words(opengraph.description(doc)), opengraph.ORIGIN)
    region = doc.body
    draft.add_counts(counts.find(region.text("#subscriber-count")), "page")
    draft.add_counts(counts.find(region.text("#videos-count")), "page")


READER = Reader("youtube", ("youtube.com",), fill, assets="www.youtube.com/s/")
