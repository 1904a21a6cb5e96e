"""Page → profile: chooses the reader of a saved page and gives the owner's fields, with origins and warnings.

`read(page)` for HTML, `from_text` and `from_markdown` for what is pasted. Nothing is ever fetched.
"""

from __future__ import annotations

from waarmerk.errors import NoOwner
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.plaintext import from_markdown, from_text
from waarmerk.extraction.registry import READERS, choose
from waarmerk.records import Page, Profile

__all__ = ["READERS", "from_markdown", "from_text", "read"]

_NOBODY = (
    "No person was recognised as the owner of this page. Open the profile itself (not a list, a search or a single"
    " post), let it load, save it again, or paste the text instead."
)


def read(page: Page) -> Profile:
    """The owner's profile as this page shows it.

    Raises NoOwner where the page has no recognisable owner, TooLarge beyond the limits of size and depth.
    """
    doc = Document(page)
    reader = choose(doc)
    draft = Draft(site=reader.site, url=doc.url, language=doc.language)
    reader.fill(doc, draft)
    if not draft.owned():
        raise NoOwner(_NOBODY)
    return draft.profile()
