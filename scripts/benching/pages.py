"""Reading large pages: processor time, as a ratio to a bare parse in the same run, and the memory it takes."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import lxml.html

from benching import made_pages
from waarmerk.extraction import read
from waarmerk.records import Page

SIZES = (560_000, 1_200_000)
TIMES = 5
TOLD = (
    "Invented pages, built by the script. Processor time; a bare parse is `lxml.html.document_fromstring` alone; "
    "memory is by how much the peak of a fresh process that has read a small page grows."
)
GROWTH = """
import json
from benching.memory import peak
from waarmerk.extraction import read
from waarmerk.records import Page
small, large = (Page(html=h, url=u) for h, u in json.load(sys.stdin))
read(small); before = peak()
read(large); print(peak() - before)
"""


def section() -> list[str]:
    """A row a page."""
    rows = ["| page | KB | p50 ms | bare parse, ms | ratio | memory, MB |", "|---|---|---|---|---|---|"]
    for shape, address, html in made_pages.all_of(SIZES):
        page = Page(html=html, url=address)
        found = read(page).fields
        if found.name != "Nora Fenwright" or made_pages.ABOUT not in (found.about or ""):
            raise AssertionError(f"the {shape} page was not read")  # a reader that finds nothing is no measure
        ours, bare = (_median(run, page) for run in (read, _bare))
        size = len(html.encode("utf-8")) / 1000
        rows.append(f"| {shape} | {size:.0f} | {ours:.0f} | {bare:.0f} | {ours / bare:.1f} × | {_growth(page):.0f} |")
    return [TOLD, "", *rows]


def _median(run: object, page: Page) -> float:
    spent = []
    for _ in range(TIMES):
        began = time.process_time()
        run(page)  # type: ignore[operator]
        spent.append(1000 * (time.process_time() - began))
    return sorted(spent)[TIMES // 2]


def _bare(page: Page) -> None:
    lxml.html.document_fromstring(page.html.encode("utf-8"))


def _growth(page: Page) -> float:
    """MB by which reading the page lifts the peak of a process that has read a small one of the same shape."""
    small = next(made_pages.made(s, 5_000) for s, u in made_pages.ADDRESSES.items() if u == page.url)
    whole = [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{GROWTH}"]
    given = json.dumps([[small, page.url], [page.html, page.url]])
    return float(subprocess.run(whole, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout)
