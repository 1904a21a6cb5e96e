"""Which fields of a profile hold running text."""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.records import Fields


def fields_of(fields: Fields) -> Iterator[tuple[str, str, bool]]:
    """(path, text, scored) of every field that holds running text, in the order a reader meets them."""
    if fields.headline:
        yield "headline", fields.headline, True
    if fields.about:
        yield "about", fields.about, True
    for i, position in enumerate(fields.experience):
        if position.text:
            yield f"experience[{i}].text", position.text, True
    for i, feature in enumerate(fields.featured):
        yield f"featured[{i}]", feature, True
    for i, post in enumerate(fields.posts):
        yield f"posts[{i}]", post.text, not post.is_repost
