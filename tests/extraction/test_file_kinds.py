"""Which kind of file something is: told by its bytes, by its name only where they cannot tell; what is not read is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from made_files import car, column, docx, packed, paragraph, pdf

import waarmerk
from waarmerk import errors, extraction, intake, messages
from waarmerk.extraction import refusal
from waarmerk.extraction.files import kinds
from waarmerk.records import Page, Profile

ROOT = Path(__file__).parents[2]
BIO = "Ik ben Zoë en ik tel eieren. Dat doe ik – al jaren – met plezier."
RESUME = {
    "basics": {
        "name": "Bente Rol",
        "label": "Eierteller",
        "summary": BIO,
        "url": "https://rol.example",
        "location": {"city": "Barneveld"},
        "profiles": [{"network": "Mastodon", "url": "https://fedi.example/@bente"}, {"network": "X"}, None],
    },
    "work": [{"name": "Het Nest", "position": "Teller", "startDate": "2019-01", "summary": "Geteld.",
              "highlights": ["Alles"]}],
    "volunteer": [{"organization": "Kinderboerderij", "position": "Voerder", "startDate": "2015"}],
    "education": [{"institution": "HTS Meerwolde", "area": "Tellen", "studyType": "BSc", "endDate": "2004"}],
    "skills": [{"name": "Tellen"}, {"level": "none"}],
    "projects": [{"name": "Eierkaart", "description": "Alle nesten op één kaart."}],
    "references": [{"name": "Bo Lint", "reference": "Bente telt door."}],
}  # fmt: skip


def fields(data: bytes, name: str = "") -> dict:
    return intake.source(data, name)["fields"]


# --- by content


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([column(72, 60, 11, 14, "I mend stairs and doors.")]), Profile),
        (docx(paragraph("I mend stairs.")), Profile),
        (car([{"$type": "app.bsky.feed.post", "text": "Ei."}]), Profile),
        (b"<!DOCTYPE html><p>x", Page),
        (b"\xef\xbb\xbf \n<HTML><p>x", Page),
        (json.dumps(RESUME).encode(), Profile),
        (b'{"text": "I bake."}', dict),
    ],
)
@pytest.mark.parametrize("name", ["", "file", "wrong.txt", "wrong.md"])
def test_bytes_tell_the_kind_whatever_the_name(data: bytes, kind: type, name: str) -> None:
    assert isinstance(kinds.read(data, name), kind)


@pytest.mark.parametrize("name", ["wrong.json", "wrong.zip", "wrong.docx"])
def test_a_pdf_is_one_under_any_name(name: str) -> None:
    assert isinstance(kinds.read(pdf([column(72, 60, 11, 14, "I mend stairs and doors.")]), name), Profile)


def test_text_that_only_looks_like_data_is_text() -> None:
    for text in ("[draft] I bake bread.", "{curly} people bake.", "<3 bread."):
        assert intake.source(text.encode(), "bio.txt") == {"text": text}


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "cv.doc", "older format"),
        (b"{\\rtf1 hi}", "cv.rtf", "older format"),
        (b"\x89PNG\r\n\x1a\n", "me.png", "picture"),
        (b"\xff\xd8\xff\xe0", "me.txt", "picture"),
        (b"\0\0\0\x18ftypheic", "me.heic", "picture"),
        (b"\x1f\x8b\x08", "export.tar.gz", "kind of archive"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0", "ann.mhtml", "HTML only"),
        (b"bplist00", "ann.webarchive", "HTML only"),
        (b"I bake.", "cv.pages", "not read"),
        (b"print('hi')", "cv.py", "not read"),
        (b"I bake.", "cv.pdf", "PDF is damaged"),
        (b"I bake.", "cv.docx", "Word document is damaged"),
        (b"I bake.", "export.zip", "not a zip file"),
        (b"I bake.", "repo.car", "damaged or cut off"),
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.txt", "empty"),
        (b"{not json", "a.json", "not valid JSON"),
        (b"[1]", "a.json", "none that is known"),
        (b'"text"', "a.json", "none that is known"),
        (b"{}", "a.json", "none that is known"),
        (b"[" * 10_000 + b"]" * 10_000, "a.json", "not valid JSON"),
        (json.dumps({"basics": {}}).encode(), "resume.json", "nothing about a person"),
        (packed({"a.txt": "hi"}), "a.zip", "none of the exports"),
    ],
)
def test_what_is_not_read_is_told_with_what_to_do(data: bytes, name: str, words: str) -> None:
    with pytest.raises((errors.InvalidRequest, errors.NoOwner), match=words) as caught:
        kinds.read(data, name)
    assert len(caught.value.detail) > 30


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"I bake. " * 700_000, "a.txt"),
        (b"<!doctype html>" + b" " * 5_000_000, "a.html"),
        (b'{"text": "' + b"a" * 20_000_000 + b'"}', "a.json"),
        (b"%PDF-1.4" + b" " * 20_000_000, "a.pdf"),
        (b"[" + b"{}," * 1_500_000 + b"{}]", "a.json"),
        (b"{}\n" * 1_500_000, "a.jsonl"),
    ],
)
def test_files_beyond_the_limits_are_refused(data: bytes, name: str) -> None:
    with pytest.raises(errors.TooLarge):
        kinds.read(data, name)


# --- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_any_encoding_that_can_be_told_reads_the_same(encoding: str) -> None:
    assert intake.source(BIO.encode(encoding), "bio.txt") == {"text": BIO}
    assert fields(f"# Zoë Rol\n\n{BIO}".encode(encoding), "bio.md")["about"] == BIO
    resume = json.dumps(RESUME, ensure_ascii=False).encode(encoding)
    assert fields(resume, "resume.json")["about"] == BIO


def test_a_page_says_its_own_encoding() -> None:
    page = '<!doctype html><meta charset="ISO-8859-15"><p>Zoë € 5</p>'
    assert intake.source(page.encode("iso-8859-15"), "a.html")["html"] == page


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00bad", b"\xff\xfe not text", b"ab\0\1\2\3", b"\x81\x8d\x8f", b"caf\xe9 \x02\x03"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(errors.InvalidRequest, match="UTF-8"):
        kinds.read(data, "bio.txt")


# --- what becomes of it


def test_a_json_resume_is_read_whole() -> None:
    found = intake.source(json.dumps(RESUME).encode(), "resume.json")
    assert (found["site"], found["owner"]) == ("resume", {"name": "Bente Rol"})
    assert found["fields"] == {
        "name": "Bente Rol",
        "headline": "Eierteller",
        "about": BIO,
        "location": "Barneveld",
        "links": ["https://rol.example", "https://fedi.example/@bente"],
        "experience": [
            {"title": "Teller", "organisation": "Het Nest", "from": "2019-01", "text": "Geteld.\nAlles"},
            {"title": "Voerder", "organisation": "Kinderboerderij", "from": "2015"},
        ],
        "education": [{"title": "BSc Tellen", "organisation": "HTS Meerwolde", "to": "2004"}],
        "skills": ["Tellen"],
        "featured": ["Eierkaart: Alle nesten op één kaart."],
        "recommendations": [{"by": "Bo Lint", "text": "Bente telt door."}],
    }


@pytest.mark.parametrize("wrong", [5, "x", [], None, [[]], {"a": 1}, [5, None, "x", {"name": 5}]])
def test_a_json_resume_with_wrong_kinds_keeps_what_is_right(wrong: object) -> None:
    resume = {"basics": {"name": "Bente Rol", "location": wrong, "profiles": wrong}}
    resume |= dict.fromkeys(("work", "education", "skills", "projects", "references", "volunteer"), wrong)
    assert fields(json.dumps(resume).encode(), "resume.json")["name"] == "Bente Rol"


@pytest.mark.parametrize(("language", "experience"), [("en", "Experience"), ("nl", "Ervaring")])
def test_an_h_resume_in_a_file_is_read_as_a_page(language: str, experience: str) -> None:
    page = f"""<!doctype html><html lang="{language}"><body><article class="h-resume">
      <div class="p-contact h-card"><h1 class="p-name">Bente Rol</h1></div><p class="p-summary">{BIO}</p>
      <h2>{experience}</h2><ul><li class="p-experience h-event"><span class="p-name">Teller</span>
      <span class="p-location h-card">Het Nest</span></li></ul></article></body></html>"""
    found = intake.source(page.encode(), "cv.html", url="https://rol.example/cv")
    assert found == {"html": page, "url": "https://rol.example/cv"}
    profile = extraction.read(Page(**found))
    assert (profile.fields.name, profile.fields.about) == ("Bente Rol", BIO)


@pytest.mark.parametrize(
    "value",
    [
        {"profiles": [{"text": "a"}], "brand": {"values": ["care"]}},
        {"site": "mastodon", "fields": {"about": "a"}},
        {"text": "a"},
        {"html": "<p>a"},
    ],
)
def test_the_contracts_own_json_is_handed_on_as_it_stands(value: dict) -> None:
    assert intake.source(json.dumps(value).encode(), "a.json") == value


def test_bare_fields_are_a_profile() -> None:
    assert intake.source(b'{"headline": "Baker"}', "a.json") == {"fields": {"headline": "Baker"}}


def test_what_is_known_of_a_profile_goes_along() -> None:
    post = {"$type": "app.bsky.feed.post", "text": "Een ei.", "createdAt": "2026-03-01T10:00:00Z"}
    found = intake.source(car([post]), "repo.car")
    assert found["owner"] == {"handle": "did:plc:tilda", "url": "https://bsky.app/profile/did:plc:tilda"}
    assert found["origins"] == {"posts": "export"}
    assert "missing:name" in found["warnings"]


# --- the house


def test_every_refusal_in_the_code_has_its_text() -> None:
    code = "\n".join(p.read_text("utf-8") for p in (Path(waarmerk.__file__).parent).rglob("*.py"))
    named = set(re.findall(r"refusal\.(?:invalid|too_large|nobody)\(\s*\"([a-z-]+)\"", code))
    named |= {what for what, _ in kinds.NOT_READ} | {"archive-nested", "archive-unknown", "docx-damaged", "kind"}
    texts = {m.removeprefix("files.refused.") for m in messages.catalogue("en") if m.startswith("files.refused.")}
    assert len(named) > 30
    assert named <= texts
    assert texts == named | {"archive-damaged", "pdf-damaged", "car-damaged"}
    assert "50,000" in refusal.too_large("archive-members", limit=50_000).detail


def test_every_kind_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [
        e
        for e in (".html", ".txt", ".md", ".pdf", ".docx", ".json", ".jsonl", ".zip", ".car")
        if f"`{e}`" not in readme
    ]
    assert not missing
