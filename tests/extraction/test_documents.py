"""CVs and bios as documents: Markdown, Word and PDF in both languages, and LinkedIn's "Save to PDF" by its layout."""

from __future__ import annotations

import contextlib
import io
import time
import zlib

import pytest
from made_files import WORD, Ink, column, docx, packed, paragraph, pdf
from pypdf import PdfWriter

from waarmerk import errors, extraction
from waarmerk.extraction.files import kinds
from waarmerk.records import Profile

ABOUT = (
    "I mend stairs in old houses along the canal, and I teach two apprentices a year to listen to wood before they cut."
)


def read(data: bytes, name: str = "") -> Profile:
    found = kinds.read(data, name)
    assert isinstance(found, Profile)
    return found


def jobs(profile: Profile) -> list[tuple[str | None, ...]]:
    return [(job.title, job.organisation, job.start, job.end, job.text) for job in profile.fields.experience]


def schools(profile: Profile) -> list[tuple[str | None, ...]]:
    return [(study.title, study.organisation, study.start, study.end) for study in profile.fields.education]


# --- Markdown

MARKDOWN = {
    "en": """---
layout: page
---
# Ada Stroud
Carpenter in Wexcombe
ada@stroud.example | +44 113 496 0000

Profile
-------
I *mend* stairs. See [my shop](https://stroud.example).

## Experience
### Carpenter at Harrow Joinery
2015 – present
- Cut build time from 40 to 6 minutes

### Apprentice
Stair & Sons, 2010–2014

## Education
BSc Building, Meerwold College (2001 - 2004)

## Skills
Tools: saw, plane
* listening

## Languages
- English

## References
Bo Lint: Ada is on time.
""",
    "nl": """# Ada Stroud
Timmerman in Wexcombe

## Profiel
I *mend* stairs. See [my shop](https://stroud.example).

## Werkervaring
### Timmerman bij Harrow Joinery
2015 – heden
- Cut build time from 40 to 6 minutes

### Leerling
Stair & Sons, 2010–2014

## Opleiding
BSc Building, Meerwold College (2001 - 2004)

## Vaardigheden
saw; plane; listening

## Talen
- Engels

## Referenties
Bo Lint: Ada is on time.
""",
}


@pytest.mark.parametrize(
    ("language", "headline", "title", "second", "now"),
    [
        ("en", "Carpenter in Wexcombe", "Carpenter", "Apprentice", "present"),
        ("nl", "Timmerman in Wexcombe", "Timmerman", "Leerling", "heden"),
    ],
)
def test_headings_of_markdown_part_a_cv(language: str, headline: str, title: str, second: str, now: str) -> None:
    profile = read(MARKDOWN[language].encode(), "cv.md")
    fields = profile.fields
    assert (fields.name, fields.headline) == ("Ada Stroud", headline)
    assert fields.about == "I mend stairs. See my shop."
    assert fields.links == ("https://stroud.example",)
    assert jobs(profile) == [
        (title, "Harrow Joinery", "2015", now, "Cut build time from 40 to 6 minutes"),
        (second, "Stair & Sons", "2010", "2014", None),
    ]
    assert schools(profile) == [("BSc Building", "Meerwold College", "2001", "2004")]
    assert fields.skills == ("saw", "plane", "listening")
    assert [said.text for said in fields.recommendations] == ["Bo Lint: Ada is on time."]
    assert "stroud.example |" not in repr(profile)
    assert "Bo Lint" not in (fields.about or "")


def test_a_heading_nobody_knows_stays_in_the_text() -> None:
    fields = extraction.from_markdown(
        "# Ada\n\nI saw.\n\n## How I work\n\nSlowly, and once.\n\n## Hobbies\nRowing\n"
    ).fields
    assert (fields.name, fields.about) == ("Ada", "I saw.\n\nHow I work\n\nSlowly, and once.")


# --- entries of a CV


def test_a_section_of_running_text_is_about() -> None:
    text = "# Ada Stroud\n\nI saw.\n\n## Experience\nI cooked for ten years. Then I sawed.\n\nNow I teach.\n"
    assert (
        read(text.encode(), "cv.md").fields.about == "I saw.\n\nI cooked for ten years. Then I sawed.\n\nNow I teach."
    )


def test_words_above_the_first_job_are_kept() -> None:
    text = "# Ada Stroud\n\n## Experience\nTen years in all.\n\n### Cook at The Pan\n2019 – 2021\nForty plates.\n"
    assert jobs(read(text.encode(), "cv.md")) == [
        ("Cook", "The Pan", "2019", "2021", "Forty plates.\nTen years in all.")
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Cook, The Pan (2019 – 2021)\nForty plates.", [("Cook", "The Pan", "2019", "2021", "Forty plates.")]),
        ("Cook | The Pan\njan 2019 – heden\n- Forty", [("Cook", "The Pan", "jan 2019", "heden", "Forty")]),
        ("2019 – 2021\nCook at The Pan\n- Forty", [("Cook", "The Pan", "2019", "2021", "Forty")]),
        ("2019 – 2021 Cook at The Pan\nForty.", [("Cook", "The Pan", "2019", "2021", "Forty.")]),
        ("Cook\nThe Pan, 2019 – 2021\nForty.", [("Cook", "The Pan", "2019", "2021", "Forty.")]),
        (
            "Cook, The Pan, 2019 – 2021\nForty plates.\n\nWasher, The Pot, 2015 – 2018\nIn 2016 I slept.",
            [
                ("Cook", "The Pan", "2019", "2021", "Forty plates."),
                ("Washer", "The Pot", "2015", "2018", "In 2016 I slept."),
            ],
        ),
        (
            "Cook at The Pan\nWasher at The Pot",
            [("Cook", "The Pan", None, None, None), ("Washer", "The Pot", None, None, None)],
        ),
    ],
)
def test_entries_in_the_ways_people_write_them(lines: str, expected: list[tuple[str | None, ...]]) -> None:
    assert jobs(read(f"# Ada Stroud\n\n## Experience\n{lines}\n".encode(), "cv.md")) == expected


# --- Word

STYLES = {
    "en": {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"},
    "nl": {"Titel": "Title", "Kop1": "heading 1", "Kop2": "heading 2"},
}


@pytest.mark.parametrize(
    ("language", "heads", "now"),
    [
        ("en", ("Profile", "Work experience", "Education", "Skills"), "present"),
        ("nl", ("Profiel", "Werkervaring", "Opleiding", "Vaardigheden"), "heden"),
    ],
)
def test_styles_make_the_fields_of_a_word_document(language: str, heads: tuple[str, ...], now: str) -> None:
    title, first, second = STYLES[language]
    link = '<Relationships><Relationship Target="https://stroud.example" TargetMode="External"/></Relationships>'
    data = docx(
        paragraph("Ada Stroud", title),
        paragraph("Mender of stairs"),
        paragraph(heads[0], first),
        paragraph(ABOUT),
        paragraph(heads[1], first),
        paragraph("Carpenter, Harrow Joinery", second),
        paragraph(f"2015 – {now}"),
        paragraph("Trained 4 apprentices", item=True),
        paragraph("Apprentice, Stair & Sons\t2010 – 2014"),
        paragraph(heads[2], first),
        paragraph("Meerwold College, 2001 – 2004"),
        f"<w:tbl><w:tr><w:tc>{paragraph(heads[3], first)}</w:tc><w:tc>{paragraph('sawing, planing')}</w:tc></w:tr></w:tbl>",
        styles=STYLES[language],
        more={"word/_rels/document.xml.rels": link},
    )
    profile = read(data, "cv.docx")
    fields = profile.fields
    assert (fields.name, fields.headline, fields.about) == ("Ada Stroud", "Mender of stairs", ABOUT)
    assert jobs(profile) == [
        ("Carpenter", "Harrow Joinery", "2015", now, "Trained 4 apprentices"),
        ("Apprentice", "Stair & Sons", "2010", "2014", None),
    ]
    assert schools(profile) == [("Meerwold College", None, "2001", "2004")]
    assert fields.skills == ("sawing", "planing")
    assert fields.links == ("https://stroud.example",)


def test_bold_lines_are_headings_where_there_are_no_styles() -> None:
    profile = read(
        docx(
            paragraph("CURRICULUM VITAE", bold=True),
            paragraph("Ada Stroud", bold=True),
            paragraph("Kerkstraat 1, 7411 AB Deventer"),
            paragraph("06 1234 5678 | ada@stroud.example"),
            paragraph("PROFIEL"),
            paragraph("Ik maak trappen."),
            paragraph("Werkervaring", bold=True),
            paragraph("2015 – heden\tTimmerman bij Het Spant"),
            paragraph("Zes trappen per jaar."),
            paragraph("Hobby's", bold=True),
            paragraph("Roeien"),
        )
    )
    assert (profile.fields.name, profile.fields.about) == ("Ada Stroud", "Ik maak trappen.")
    assert jobs(profile) == [("Timmerman", "Het Spant", "2015", "heden", "Zes trappen per jaar.")]
    assert "1234" not in repr(profile)
    assert "Kerkstraat" not in repr(profile)


def test_only_what_is_seen_of_a_word_document_is_read() -> None:
    gone = "<w:del><w:r><w:t>verwijderd</w:t><w:delText>gewist</w:delText></w:r></w:del>"
    field = "<w:r><w:instrText>HYPERLINK geheim</w:instrText></w:r>"
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    compat = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    twice = (
        f'<mc:AlternateContent xmlns:mc="{compat}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    profile = read(
        docx(
            paragraph("I mend stairs.", inside=gone + field + f"<w:r>{twice}</w:r>"),
            "<w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t></w:r></w:p>",
            more={"word/comments.xml": f'<w:comments xmlns:w="{WORD}">{paragraph("Vreemd commentaar")}</w:comments>'},
        )
    )
    assert profile.fields.about == "I mend stairs.\nIn a box.\nOne\nTwo"


def test_entities_in_a_word_document_are_refused_unread() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    lol = f'<!DOCTYPE d [<!ENTITY a0 "lol">{entities}]><w:document xmlns:w="{WORD}"><w:p>&a8;</w:p></w:document>'
    outside = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{WORD}">&x;</w:document>'
    for text in (lol, outside):
        for data in (text.encode(), text.encode("utf-16")):
            with pytest.raises(errors.InvalidRequest, match="not opened"):
                read(packed({"word/document.xml": data}))


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"word/document.xml": "<w:document"}, "damaged"),
        ({"word/document.xml": ""}, "damaged"),
        ({"word/document.xml": f'<w:document xmlns:w="{WORD}">{paragraph(" ")}</w:document>'}, "no text"),
        ({"word/document.xml": "<a>" * 5_000 + "</a>" * 5_000}, "damaged"),
    ],
)
def test_a_word_document_that_cannot_be_read_is_told(members: dict[str, str], words: str) -> None:
    with pytest.raises(errors.InvalidRequest, match=words):
        read(packed(members))


def test_a_word_document_that_inflates_is_refused() -> None:
    with pytest.raises(errors.TooLarge, match="hundreds of times"):
        read(packed({"word/document.xml": f'<w:document xmlns:w="{WORD}">' + " " * 7_000_000 + "</w:document>"}))
    noise = zlib.compress(bytes(range(256)) * 4_000).hex() * 10
    with pytest.raises(errors.TooLarge):
        read(docx(*[paragraph(noise[at % 100 : at % 100 + 1_000]) for at in range(500)]))


# --- PDF


def cv(heads: tuple[str, str, str], now: str) -> list[Ink]:
    return [
        Ink(72, 60, 22, "Ada Stroud", bold=True),
        Ink(72, 84, 11, "Mender of stairs"),
        Ink(72, 100, 11, "ada@stroud.example | www.stroud.example"),
        Ink(72, 130, 14, heads[0], bold=True),
        *column(72, 150, 11, 14, "I mend stairs in old houses along the canal, and I teach two apprentices"),
        *column(72, 164, 11, 14, "a year to listen to wood before they cut.", "I keep the offcuts."),
        Ink(72, 220, 14, heads[1], bold=True),
        Ink(72, 240, 11, "Carpenter, Harrow Joinery", bold=True),
        Ink(440, 240, 11, f"2015 - {now}"),
        Ink(80, 254, 11, "• Trained 4 apprentices"),
        Ink(80, 268, 11, "• Cut build time from 40 to 6 minutes for every flight of stairs we made,"),
        Ink(88, 282, 11, "and kept it there"),
        Ink(72, 310, 14, heads[2], bold=True),
        Ink(72, 330, 11, "Meerwold College, 2001 - 2004"),
        Ink(280, 770, 9, "1 / 2"),
    ]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("heads", "now"),
    [(("Profile", "Experience", "Education"), "present"), (("PROFIEL", "WERKERVARING", "OPLEIDING"), "heden")],
)
def test_headings_and_rows_of_a_pdf_make_a_cv(heads: tuple[str, str, str], now: str, turned: bool) -> None:
    profile = read(pdf([cv(heads, now), [Ink(72, 60, 11, "Meer College, 1998 - 2001")]], turned=turned))
    fields = profile.fields
    assert (fields.name, fields.headline) == ("Ada Stroud", "Mender of stairs")
    assert fields.about == f"{ABOUT}\nI keep the offcuts."
    assert jobs(profile) == [
        (
            "Carpenter",
            "Harrow Joinery",
            "2015",
            now,
            "Trained 4 apprentices\nCut build time from 40 to 6 minutes for every flight of stairs we made, and kept it there",
        )
    ]
    assert schools(profile) == [("Meerwold College", None, "2001", "2004"), ("Meer College", None, "1998", "2001")]
    assert fields.links == ("https://www.stroud.example",)
    assert "ada@" not in repr(profile)


def test_the_name_is_found_in_the_second_column_too() -> None:
    page = [
        *column(30, 60, 11, 14, "Skills", bold=True),
        *column(30, 74, 10, 14, "sawing", "planing"),
        Ink(220, 60, 24, "Ada Stroud"),
        Ink(220, 90, 12, "Profile", bold=True),
        *column(220, 110, 10, 14, "I mend stairs that other people gave up on."),
    ]
    fields = read(pdf([page])).fields
    assert (fields.name, fields.skills) == ("Ada Stroud", ("sawing", "planing"))
    assert fields.about == "I mend stairs that other people gave up on."


def test_words_broken_at_a_line_are_whole_where_the_writer_breaks_them() -> None:
    rows = column(72, 60, 11, 14, "I teach apprentices what crafts-", "manship is, and I mend stairs.")
    assert "craftsmanship" in (read(pdf([rows], producer="pdfTeX-1.40")).fields.about or "")
    assert "crafts-manship" in (read(pdf([rows])).fields.about or "")


# --- LinkedIn's "Save to PDF": sizes and places as LinkedIn has them

LEFT, RIGHT = 22.0, 223.56
LINKEDIN = {
    "en": {"contact": "Contact", "skills": "Top Skills", "languages": "Languages", "about": "Summary",
           "experience": "Experience", "education": "Education", "now": "Present", "page": "Page {} of 2",
           "years": "(11 years 2 months)", "may": "May 2015", "long": "13 years"},
    "nl": {"contact": "Contact", "skills": "Belangrijkste vaardigheden", "languages": "Languages", "about": "Samenvatting",
           "experience": "Ervaring", "education": "Opleiding", "now": "heden", "page": "Pagina {} van 2",
           "years": "(11 jaar 2 maanden)", "may": "mei 2015", "long": "13 jaar"},
}  # fmt: skip


def saved(language: str, *, grey: bool = True) -> list[list[Ink]]:
    said = LINKEDIN[language]
    first = [
        Ink(LEFT, 42, 13, said["contact"]),
        *column(LEFT, 70, 11, 14.4, "Kerkstraat 1, Deventer", "0612345678 (Mobile)", "ada@stroud.example"),
        *column(LEFT, 113.2, 11, 14.4, "www.linkedin.com/in/ada-stroud-", "a1b2"),
        Ink(LEFT + 40, 127.6, 11, "(LinkedIn)", grey=True),
        Ink(LEFT, 142, 11, "stroud.example/shop (Company)"),
        Ink(LEFT, 175, 13, said["skills"]),
        *column(LEFT, 195, 10.5, 17.6, "Joinery", "Stairs that are very"),
        Ink(LEFT, 226, 10.5, "steep indeed"),
        Ink(LEFT, 255, 13, said["languages"]),
        Ink(LEFT, 275, 10.5, "English (Native or Bilingual)"),
        Ink(LEFT, 300, 13, "Honors-Awards"),
        Ink(LEFT, 320, 10.5, "Golden Saw"),
        Ink(RIGHT, 53, 26, "Ada Stroud"),
        *column(RIGHT, 75, 12, 18, "Carpenter at Harrow | I mend the stairs that others", "gave up on"),
        Ink(RIGHT, 109, 12, "Deventer, Overijssel, Nederland", grey=grey),
        Ink(RIGHT, 145, 15.75, said["about"]),
        *column(RIGHT, 170, 12, 18, "I mend stairs in old houses along the canal, and I teach two",
                "apprentices a year to listen to wood before they cut.", "Ask me."),
        Ink(RIGHT, 242, 12, "I keep the offcuts."),
        Ink(RIGHT, 290, 15.75, said["experience"]),
        Ink(RIGHT, 315, 12, "Harrow Joinery"),
        Ink(RIGHT, 331, 10.5, said["long"]),
        Ink(RIGHT, 352, 11.5, "Head carpenter"),
        Ink(RIGHT, 367, 10.5, f"{said['may']} - {said['now']}"),
        Ink(RIGHT + 115, 367, 10.5, said["years"]),
        Ink(RIGHT, 382, 10.5, "Deventer, Nederland", grey=grey),
        *column(RIGHT, 402, 10.5, 18, "Cut build time from 40 to 6 minutes.", "• Trained 4 apprentices"),
        Ink(RIGHT, 446, 11.5, "Carpenter"),
        Ink(RIGHT, 461, 10.5, f"2013 - {said['may']}"),
        *column(RIGHT, 500, 12, 18, "The Very Long Name of a Company that Makes", "Stairs and Other Things"),
        Ink(RIGHT, 534, 11.5, "Apprentice"),
        Ink(RIGHT, 549, 10.5, "2010 - 2013"),
        Ink(275, 765, 9, said["page"].format(1)),
    ]  # fmt: skip
    second = [
        Ink(RIGHT, 42, 10.5, "Swept floors."),
        Ink(RIGHT, 90, 15.75, said["education"]),
        Ink(RIGHT, 115, 12, "Meerwold College"),
        Ink(RIGHT, 131, 10.5, "Bachelor of Building, Stairs · (2006 - 2010)"),
        Ink(RIGHT, 160, 12, "Primary School 2"),
        Ink(275, 765, 9, said["page"].format(2)),
    ]
    return [first, second]


@pytest.mark.parametrize("language", LINKEDIN)
@pytest.mark.parametrize("grey", [True, False])
def test_linkedins_layout_reads_to_fields(language: str, grey: bool) -> None:
    said = LINKEDIN[language]
    profile = read(pdf(saved(language, grey=grey), turned=True), "Profile.pdf")
    fields = profile.fields
    assert (profile.site, profile.owner.handle) == ("linkedin", "ada-stroud-a1b2")
    assert profile.url == "https://www.linkedin.com/in/ada-stroud-a1b2"
    assert (fields.name, fields.location) == ("Ada Stroud", "Deventer, Overijssel, Nederland")
    assert fields.headline == "Carpenter at Harrow | I mend the stairs that others gave up on"
    assert fields.about == f"{ABOUT}\nAsk me.\n\nI keep the offcuts."
    assert jobs(profile) == [
        ("Head carpenter", "Harrow Joinery", said["may"], said["now"],
         "Cut build time from 40 to 6 minutes.\nTrained 4 apprentices"),
        ("Carpenter", "Harrow Joinery", "2013", said["may"], None),
        ("Apprentice", "The Very Long Name of a Company that Makes Stairs and Other Things", "2010", "2013", "Swept floors."),
    ]  # fmt: skip
    assert [(s.organisation, s.start, s.end, s.text) for s in fields.education] == [
        ("Meerwold College", "2006", "2010", "Bachelor of Building, Stairs"),
        ("Primary School 2", None, None, None),
    ]
    assert fields.skills == ("Joinery", "Stairs that are very steep indeed")
    assert fields.links == ("https://stroud.example/shop",)
    for foreign in ("Kerkstraat", "0612", "ada@", "Golden", "Bilingual", "Page", "Pagina"):
        assert foreign not in repr(profile)


# --- what of PDF is refused, in words

ROWS = column(72, 60, 11, 14, "I mend stairs.", "And doors, and the odd window.")


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (pdf([[]]), errors.InvalidRequest, "no text"),
        (pdf([ROWS] * 51), errors.TooLarge, "more than 50 pages"),
        (pdf([ROWS])[:400], errors.InvalidRequest, "damaged"),
        (b"%PDF-1.7\n" + b"0" * 500, errors.InvalidRequest, "damaged"),
        (pdf([column(72, 60, 11, 14, *["a sentence of some length " * 40] * 410)]), errors.TooLarge, "more text"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told(data: bytes, kind: type[errors.WaarmerkError], words: str) -> None:
    with pytest.raises(kind, match=words):
        read(data, "cv.pdf")


def locked(user: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf([ROWS])))
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_locked_pdf_is_told_and_one_locked_against_changes_read() -> None:
    assert read(locked("")).fields.about == "I mend stairs.\nAnd doors, and the odd window."
    with pytest.raises(errors.InvalidRequest, match="password"):
        read(locked("secret"))


def test_a_pdf_with_a_lock_nobody_has_the_key_to_is_told() -> None:
    lock = "/Encrypt << /Filter /Own /V 9 /R 9 >> /ID [<41> <41>]"
    with pytest.raises(errors.InvalidRequest, match=r"password|damaged"):
        read(pdf([ROWS], trailer=lock))


def test_a_pdf_whose_stream_inflates_is_refused_in_time() -> None:
    bomb = zlib.compress(b" " * 300_000_000, 9)
    whole = pdf([ROWS])
    start = whole.index(b"<< /Length")
    end = whole.index(b"endstream")
    data = whole[:start] + b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(bomb), bomb) + whole[end:]
    begun = time.process_time()
    with pytest.raises(errors.WaarmerkError):
        read(data, "cv.pdf")
    assert time.process_time() - begun < 10


def drawing(content: bytes, more: bytes = b"") -> bytes:
    """A page with this content, and `/X` for an object 20 that `more` may bring; readers mend the missing table."""
    whole = pdf([ROWS]).replace(b"/Resources << /Font", b"/Resources << /XObject << /X 20 0 R >> /Font")
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    page = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(content), content)
    root = whole.partition(b"/Root ")[2].split()[0]
    body = whole[:start] + page + whole[end : whole.index(b"xref")]
    return body + more + b"trailer\n<< /Root %s 0 R >>\nstartxref\n0\n%%%%EOF\n" % root


def test_drawings_inside_drawings_end() -> None:
    """Forms that each draw the next two thousand times: sixteen million million drawings in fifty kilobytes."""
    shape = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d /Resources << /XObject << /X %d 0 R >> >> >>"
    rows = b"/X Do " * 2_000
    forms = b"".join(
        b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (20 + at, shape % (len(rows), 21 + at), rows)
        for at in range(4)
    )
    said = b"/X Do BT /F1 12 Tf 1 0 0 1 50 50 Tm (I mend stairs, doors and windows) Tj ET"
    begun = time.process_time()
    with contextlib.suppress(errors.TooLarge):  # on a slow machine the time is over first
        assert read(drawing(zlib.compress(said), forms), "cv.pdf").fields.about == "I mend stairs, doors and windows"
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "content", [b"q Q " * 2_000_000, b"[" * 200_000, b"<<" * 200_000, b"(" * 2_000_000, b"BT (a) Tj ET " * 300_000]
)
def test_pages_made_of_work_alone_are_refused_in_time(content: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(errors.WaarmerkError) as caught:
        read(drawing(zlib.compress(content)), "cv.pdf")
    assert len(caught.value.detail) > 30
    assert time.process_time() - begun < 12
