"""Files made in the test itself, byte by byte: zips, CARs, Word documents and PDFs of invented people."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as box:
        for name, text in members.items():
            box.writestr(name, text)
    return buffer.getvalue()


# --- CAR and DAG-CBOR


@dataclass(frozen=True)
class Link:
    """A link of DAG-CBOR to the block with this address."""

    cid: bytes


def cbor(value: Any) -> bytes:
    if isinstance(value, bool) or value is None:
        return {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[value]
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    if isinstance(value, str):
        return _head(3, len(value.encode())) + value.encode()
    if isinstance(value, Link):
        return _head(6, 42) + cbor(b"\0" + value.cid)
    if isinstance(value, Mapping):
        return _head(5, len(value)) + b"".join(cbor(key) + cbor(part) for key, part in value.items())
    return _head(4, len(value)) + b"".join(cbor(part) for part in value)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 1 << (8 * size))
    return bytes([major << 5 | 24 + size.bit_length() - 1]) + number.to_bytes(size, "big")


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def cid(number: int) -> bytes:
    return b"\x01\x71\x12\x20" + number.to_bytes(32, "big")


def car(records: Iterable[Any], *, did: str | None = "did:plc:tilda") -> bytes:
    """A repository: the commit (block 0), a node of its tree, and the records."""
    commit = {"did": did, "version": 3, "rev": "3k", "data": Link(cid(1)), "sig": b"\7" * 64}
    tree = {"e": [{"k": b"app.bsky.actor.profile/self", "p": 0, "t": None, "v": Link(cid(2))}], "l": None}
    blocks = [cbor(commit), cbor(tree), *map(cbor, records)]
    header = cbor({"roots": [Link(cid(0))], "version": 1})
    parts = [varint(len(header)), header]
    for number, block in enumerate(blocks):
        parts += [varint(36 + len(block)), cid(number), block]
    return b"".join(parts)


# --- Word


def paragraph(text: str, style: str = "", *, bold: bool = False, item: bool = False, inside: str = "") -> str:
    """A `w:p`; `inside` is markup put behind the text's run."""
    kept = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:numPr/>" if item else "")
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:p><w:pPr>{kept}</w:pPr><w:r>{weight}{runs}</w:r>{inside}</w:p>"


def docx(*paragraphs: str, styles: Mapping[str, str] | None = None, more: Mapping[str, str] | None = None) -> bytes:
    """A Word document; `styles` maps style ids to Word's own names."""
    told = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in (styles or {}).items()
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(paragraphs)}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{told}</w:styles>',
            **(more or {}),
        }
    )


# --- PDF


@dataclass(frozen=True)
class Ink:
    """A piece of text: place from the left and from above, in points."""

    x: float
    y: float
    size: float
    text: str
    bold: bool = False
    grey: bool = False


def pdf(pages: Sequence[Sequence[Ink]], *, turned: bool = False, trailer: str = "", producer: str = "test") -> bytes:
    """Pages of US letter size; `turned` draws from above, as Apache FOP does, with the letters turned back."""
    objects: list[bytes] = []

    def add(content: str | bytes) -> int:
        objects.append(content.encode("cp1252") if isinstance(content, str) else content)
        return len(objects)

    plain = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    bold = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
    info = add(f"<< /Producer ({producer}) >>")
    parent = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        drawn = zlib.compress(_drawn(page, turned=turned))
        content = add(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        fonts = f"<< /F1 {plain} 0 R /F2 {bold} 0 R >>"
        kids.append(
            add(
                f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R"
                f" /Resources << /Font {fonts} >> >>"
            )
        )
    add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    root = add(f"<< /Type /Catalog /Pages {parent} 0 R >>")
    return _file(objects, f"/Root {root} 0 R /Info {info} 0 R {trailer}")


def _drawn(page: Sequence[Ink], *, turned: bool) -> bytes:
    lines = ["1 0 0 -1 0 792 cm"] if turned else []
    for ink in page:
        said = ink.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        place = f"1 0 0 -1 {ink.x} {ink.y}" if turned else f"1 0 0 1 {ink.x} {792 - ink.y}"
        font, colour = ("F2" if ink.bold else "F1"), (".69 .69 .69" if ink.grey else "0 0 0")
        lines.append(f"{colour} rg BT /{font} {ink.size} Tf {place} Tm ({said}) Tj ET")
    return "\n".join(lines).encode("cp1252")


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    body = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(body) + end % (size, table, size, trailer.encode("cp1252"), len(body))


def column(x: float, top: float, size: float, step: float, *texts: str, **look: bool) -> list[Ink]:
    """Rows below one another."""
    return [Ink(x, top + at * step, size, text, **look) for at, text in enumerate(texts)]
