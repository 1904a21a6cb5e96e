"""Any bytes, and every kind of file damaged anywhere: a profile or a named error comes out, and in bounded time.

Quick by default; `make soak` runs the same with thousands of examples each.
"""

from __future__ import annotations

import contextlib
import io
import json
import string
import time
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import Ink, Link, car, cbor, cid, column, docx, packed, paragraph, pdf

from waarmerk import errors, intake
from waarmerk.extraction.archives import car as cars
from waarmerk.extraction.archives import dagcbor
from waarmerk.extraction.files.entries import Line, positions
from waarmerk.extraction.files.paragraphs import paragraphs
from waarmerk.extraction.files.pdf_rows import Row

SECONDS = 8.0  # of the processor, for a file of some kilobytes
POST = {
    "$type": "app.bsky.feed.post",
    "text": "Zeven minuten.",
    "createdAt": "2026-03-01T10:00:00Z",
    "reply": {"a": [1]},
}
PROFILE = {"$type": "app.bsky.actor.profile", "displayName": "Tilda Vonk", "description": "Ik tel eieren."}
RESUME = {
    "basics": {"name": "Bente Rol", "profiles": [{"url": "https://a.example"}]},
    "work": [{"name": "N", "highlights": ["x"]}],
}
PAGE = [
    Ink(22, 42, 13, "Contact"), Ink(22, 70, 11, "www.linkedin.com/in/ada (LinkedIn)"), Ink(22, 100, 13, "Top Skills"),
    Ink(22, 120, 10.5, "Sawing"), Ink(223, 53, 26, "Ada Stroud"), Ink(223, 75, 12, "Carpenter"), Ink(223, 93, 12, "Leeds"),
    Ink(223, 120, 15.75, "Experience"), Ink(223, 140, 12, "Harrow"), Ink(223, 156, 11.5, "Carpenter"),
    Ink(223, 171, 10.5, "2010 - 2013"), Ink(223, 190, 10.5, "Swept floors."), Ink(223, 220, 15.75, "Education"),
    Ink(223, 240, 12, "Meerwold"), Ink(223, 256, 10.5, "BSc (2001 - 2004)"),
]  # fmt: skip
CV = [
    Ink(72, 60, 22, "Ada Stroud"), Ink(72, 90, 14, "Experience"),
    *column(72, 110, 11, 14, "Carpenter, Harrow, 2010 - 2013", "- swept", "- sawed"),
]  # fmt: skip
MARKDOWN = (
    "---\na: b\n---\n# Ada\n\nBaker\n\n## Experience\n### Cook at The Pan\n2019 – now\n* forty\n\n## Skills\na, b\n"
)
WHOLE = {
    "car": car([PROFILE, POST]),
    "docx": docx(paragraph("Ada Stroud", "T"), paragraph("Skills", bold=True), paragraph("saw"), styles={"T": "Title"}),
    "pdf": pdf([CV]),
    "linkedin.pdf": pdf([PAGE], turned=True),
    "zip": packed(
        {"a/app.bsky.feed.post/3k.json": json.dumps(POST), "a/app.bsky.actor.profile/self.json": json.dumps(PROFILE)}
    ),
    "resume.json": json.dumps(RESUME).encode(),
    "jsonl": "\n".join(map(json.dumps, (PROFILE, POST))).encode(),
    "md": MARKDOWN.encode(),
    "utf16.md": MARKDOWN.encode("utf-16"),
}
ENDINGS = st.sampled_from(
    ["", "a.txt", "a.md", "a.json", "a.jsonl", "a.html", "a.pdf", "a.docx", "a.zip", "a.car", "a.xyz"]
)
STARTS = st.sampled_from(
    [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"PK\x05\x06" + bytes(18),
        b"\x3a\xa2eroots\x80gversion\x01",
        b"{",
        b"[",
        b"<html",
        b"\xff\xfe",
    ]
)
SCRAPS = st.sampled_from(
    [b"", b"\0", b"\xff", b"<<", b">>", b"[", b"]", b"(", b"stream", b"endobj", b" 0 R", b"-1", b"9" * 30, b"{", b"}",
     b'"', b"<w:p>", b"/Kids", b"\x9b" + b"\xff" * 8, b"\n\n", b"# ", b"2019 - 2021"]
)  # fmt: skip


def survives(data: bytes, name: str = "") -> None:
    begun = time.process_time()
    refused = ""
    try:
        assert intake.source(data, name)
    except errors.WaarmerkError as error:
        refused = error.detail
    assert not refused or len(refused) > 30
    assert time.process_time() - begun < SECONDS


@given(STARTS, st.binary(max_size=2_000), ENDINGS)
def test_any_bytes(start: bytes, rest: bytes, name: str) -> None:
    survives(start + rest, name)


@given(st.text(max_size=500), ENDINGS)
def test_any_text(text: str, name: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"), name)


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """With bytes changed, and pieces cut out, put in or put twice."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at, size = draw(st.integers(0, len(data))), draw(st.integers(0, 200))
        piece = draw(st.one_of(SCRAPS, st.binary(max_size=4), st.just(bytes(data[max(0, at - size) : at]))))
        data[at : at + (0 if len(piece) > 4 else size % 5 if piece else size)] = piece
    return bytes(data)


@pytest.mark.parametrize("kind", WHOLE)
@given(data=st.data())
def test_a_damaged_file_gives_a_profile_or_a_named_error(kind: str, data: st.DataObject) -> None:
    survives(data.draw(damaged(WHOLE[kind])), kind if "." in kind else f"a.{kind}")


def repacked(whole: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole)) as box:
        return packed({n: content if n == name else box.read(n) for n in box.namelist()})


@given(st.data(), st.sampled_from(["word/document.xml", "word/styles.xml"]))
def test_damaged_xml_inside_a_sound_word_document(data: st.DataObject, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE["docx"])) as box:
        survives(repacked(WHOLE["docx"], name, data.draw(damaged(box.read(name)))), "a.docx")


OPERATORS = st.sampled_from(
    ["BT", "ET", "q", "Q", "Tj", "TJ", "'", '"', "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "cm", "rg",
     "g", "k", "sc", "scn", "Do", "BI", "ID", "EI", "BDC", "EMC", "gs", "d0"]
)  # fmt: skip
OPERANDS = st.one_of(
    st.integers(-(10**12), 10**12).map(str), st.floats().map(repr),
    st.sampled_from(["/F1", "/F9", "(a b)", "<41>", "[(a) -900 (b)]", "<< /A 1 >>", "[", ">>", "true", "(Ada", "1 0 0 1 9 9"]),
)  # fmt: skip


@given(st.lists(st.one_of(OPERATORS, OPERANDS), max_size=120))
def test_any_drawing_inside_a_sound_pdf(pieces: list[str]) -> None:
    whole = pdf([CV])
    content = zlib.compress(" ".join(pieces).encode())
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    survives(
        whole[:start] + b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(content), content) + whole[end:],
        "a.pdf",
    )


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(allow_nan=False), st.text(max_size=20),
        st.binary(max_size=20), st.integers(0, 99).map(lambda n: Link(cid(n))),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=20,
)  # fmt: skip


def plain(value: object) -> object:
    if isinstance(value, Link):
        return value.cid
    if isinstance(value, list):
        return [plain(part) for part in value]
    return {key: plain(part) for key, part in value.items()} if isinstance(value, dict) else value


@given(VALUES)
def test_any_value_is_read_back_as_written(value: object) -> None:
    assert dagcbor.decode(cbor(value)) == plain(value)


@given(st.binary(max_size=300))
def test_any_block_is_a_value_or_a_value_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        dagcbor.decode(data)


@given(st.binary(max_size=300))
def test_any_repository_gives_blocks_or_a_value_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert sum(len(block) for _, block in cars.blocks(data)) <= len(data)


PIECES = {
    "headings": "## a\n2019\n",
    "known headings": "## Skills\na, b\n# Work\nCook, 2019\n",
    "dates": "Cook, The Pan, 2019 – 2021\n",
    "bare lines": "Cook\n",
    "empty lines": "\n\n\n\n\n\n\n\n.",
    "marks": "* * - # ",
    "links": "[a](https://a.example) ",
    "open links": "[[[[",
    "stars": "*_~`",
    "rules": "a\n===\n",
}


@pytest.mark.parametrize("piece", PIECES)
def test_ten_times_the_text_takes_no_hundred_times_the_time(piece: str) -> None:
    text = PIECES[piece]
    taken = []
    for size in (20_000, 200_000):
        begun = time.process_time()
        intake.source((text * (size // len(text))).encode(), "a.md")
        taken.append(time.process_time() - begun)
    assert taken[1] < max(40 * taken[0], 1.5)


@pytest.mark.parametrize(
    ("records", "folder"),
    [(200, "did:plc:a/app.bsky.feed.post"), (8_000, "did:plc:a/app.bsky.feed.post"), (8_000, "media")],
)
def test_many_small_files_in_an_archive_take_no_long_time(records: int, folder: str) -> None:
    members = {f"{folder}/{at}.json": json.dumps(POST) for at in range(records)}
    data = packed({**members, "did:plc:a/app.bsky.actor.profile/self.json": json.dumps(PROFILE)})
    begun = time.process_time()
    assert intake.source(data, "a.zip")["fields"]["name"] == "Tilda Vonk"
    assert time.process_time() - begun < 4


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["$type", "did", "uri", "handle", "value", "post", "posts", "feed", "records", "author", "record", "commit",
                 "text", "reply", "reason", "displayName", "description", "createdAt", "basics", "work", "name",
                 "profiles", "fields"]
            ),
            st.one_of(inner, st.sampled_from(["app.bsky.feed.post", "app.bsky.actor.profile", "did:plc:a", "at://did:plc:b/c"])),
            max_size=6,
        ),
    ),
    max_leaves=25,
)  # fmt: skip


@given(JSON)
def test_any_json_in_the_names_the_readers_look_for(value: object) -> None:
    survives(json.dumps(value).encode(), "a.json")
    survives(f"{json.dumps(value)}\n{json.dumps(POST)}".encode(), "a.jsonl")


WORDS = st.one_of(
    st.sampled_from(
        ["Cook", "at", "The Pan", "2019", "–", "-", "2021", "(", ")", "now", "heden", "|", ",", ".", "•", "jan", "\t"]
    ),
    st.text(string.printable, max_size=5),
)
LINES = st.builds(
    lambda words, level, item: Line(" ".join(words).strip(), level, item),
    st.lists(WORDS, max_size=12),
    st.sampled_from([0, 0, 0, 2, 6]),
    st.booleans(),
)


@given(st.lists(LINES, max_size=25))
def test_entries_make_no_words_up(lines: list[Line]) -> None:
    given_ = "".join("".join(line.text.split()) for line in lines)
    for entry in positions(lines):
        for said in (entry.title, entry.organisation, entry.text) if entry else ():
            for word in (said or "").split():
                assert word in given_ or word.strip("()") in given_ or "…" in word or not word.isascii()


ROWS = st.builds(
    lambda text, page, x, y, size: Row(text, page, x, y, size),
    st.lists(WORDS, min_size=1, max_size=12).map(lambda words: " ".join(" ".join(words).split())).filter(bool),
    st.integers(0, 2), st.floats(0, 600), st.floats(0, 800), st.floats(1, 40),
)  # fmt: skip


@given(st.lists(ROWS, max_size=25), st.booleans())
def test_paragraphs_hold_all_letters_in_order(rows: list[Row], hyphenates: bool) -> None:
    told = "".join(text for text, _ in paragraphs(rows, hyphenates=hyphenates))
    letters = "".join(filter(str.isalnum, "".join(row.text for row in rows)))
    assert "".join(filter(str.isalnum, told)) == letters
