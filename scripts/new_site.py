"""Scaffold a page reader: `make new-site ID=mysite HOST=mysite.example`.

Writes the module, its line in extraction/registry.py, and two pages (en, nl) with what they should read to, so that
the tests run at once. docs/adding-a-site.md shows what to fill in.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTRACTION = ROOT / "server" / "waarmerk" / "extraction"
PAGES = ROOT / "tests" / "pages"
MODULE = '''"""{title}: where its pages say whose they are, and what is trusted first."""

from __future__ import annotations

from waarmerk.extraction import jsonld, sections, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader

_PAGE = "page"


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner, the most trusted source first."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    jsonld.fill(doc, draft)
    region = doc.region("main", "body")
    draft.text("name", region.text("[itemprop=name]", "h1"), _PAGE)
    found = sections.find(region)
    if "about" in found:
        draft.text("about", sections.running_text(found["about"]), "heading")
    social.shell(doc, draft)


READER = Reader("{id}", ("{host}",), fill)
'''
PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><title>{name}</title></head>
<body><nav>Menu</nav><main><h1>{name}</h1><section><h2>{heading}</h2><p>{about}</p></section></main></body></html>
"""
EXAMPLES = {
    "en": ("Nell Harker", "About", "I mend kettles in Wexcombe."),
    "nl": ("Bas Roemer", "Over mij", "Ik repareer fluitketels in Merelveld."),
}


def _register(site: str) -> None:
    """One name in the import, one line in the list, before the readers that look at markup."""
    file = EXTRACTION / "registry.py"
    text = file.read_text(encoding="utf-8")
    head, mark, rest = text.partition("from waarmerk.extraction.sites import (\n")
    names, close, rest = rest.partition(")\n")
    text = head + mark + "".join(sorted([*names.splitlines(keepends=True), f"    {site},\n"])) + close + rest
    text = text.replace("    mastodon.READER,\n", f"    {site}.READER,\n    mastodon.READER,\n", 1)
    file.write_text(text, encoding="utf-8")


def _pages(site: str, host: str) -> None:
    for lang, (name, heading, about) in EXAMPLES.items():
        folder = PAGES / host / f"profile-{lang}"
        folder.mkdir(parents=True, exist_ok=True)
        page = PAGE.format(lang=lang, name=name, heading=heading, about=about)
        (folder / "page.html").write_text(page, encoding="utf-8")
        url = f"https://{host}/{name.split()[0].lower()}"
        wanted = {"url": url, "site": site, "fields": {"name": name, "about": about}, "not_owner": ["Menu"]}
        (folder / "expected.json").write_text(json.dumps(wanted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main(site: str, host: str) -> None:
    """Write the scaffold; refuses to write over a reader that is there."""
    module = EXTRACTION / "sites" / f"{site}.py"
    if module.exists() or not site.isidentifier():
        sys.exit(f"{site} is there already, or is no plain lower-case name.")
    module.write_text(MODULE.format(id=site, host=host, title=site.capitalize()), encoding="utf-8")
    _register(site)
    _pages(site, host)
    print(f"Now fill in {module.relative_to(ROOT)} and the pages under {(PAGES / host).relative_to(ROOT)}.")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
