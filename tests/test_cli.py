"""The command line: data on stdout, errors on stderr, exit codes as documented."""

from __future__ import annotations

import json
import zipfile

import pytest
from click.testing import CliRunner

from waarmerk.cli import main

BIO = "I am a carpenter in Wexcombe. I believe honesty matters. In 2021 I published all my invoices, 14 of them."


@pytest.fixture
def run():
    return lambda *arguments, **more: CliRunner().invoke(main, [str(a) for a in arguments], **more)


@pytest.fixture
def bio(tmp_path):
    file = tmp_path / "bio.txt"
    file.write_text(BIO, encoding="utf-8")
    return file


def test_a_report_for_people(run, bio):
    done = run("audit", bio, "--values", "honesty,craftsmanship")
    assert done.exit_code == 0
    assert "honesty" in done.stdout
    assert "\x1b[" not in done.stdout


def test_json_is_the_contract(run, bio):
    done = run("audit", bio, "--values", "honesty", "--json", "--suggestions", 0)
    report = json.loads(done.stdout)
    assert report["profiles"][0]["fields"]["about"] == BIO
    assert {v["id"] for v in report["values"] if v["declared"]} == {"honesty"}


def test_dutch_report(run, bio):
    assert "getoond" in run("audit", bio, "--values", "eerlijkheid", "--report-language", "nl").stdout


def test_standard_input(run):
    assert json.loads(run("audit", "-", "--json", input=BIO).stdout)["language"] == "en"


def test_json_resume(run, tmp_path):
    file = tmp_path / "resume.json"
    resume = {
        "basics": {"name": "Ann Bell", "label": "Carpenter", "summary": BIO},
        "work": [{"name": "Harrow Joinery"}],
    }
    file.write_text(json.dumps(resume), encoding="utf-8")
    fields = json.loads(run("audit", file, "--json").stdout)["profiles"][0]["fields"]
    assert fields["headline"] == "Carpenter"
    assert fields["experience"][0]["organisation"] == "Harrow Joinery"


def test_a_sites_export(run, tmp_path):
    file = tmp_path / "export.zip"
    with zipfile.ZipFile(file, "w") as box:
        box.writestr("Profile.csv", f'First Name,Last Name,Headline,Summary\nAnn,Bell,Carpenter,"{BIO}"\n')
    report = json.loads(run("audit", file, "--json", "--suggestions", 0).stdout)
    assert report["profiles"][0]["fields"]["about"] == BIO
    assert report["profiles"][0]["site"] == "linkedin"


def test_markdown(run, tmp_path):
    file = tmp_path / "bio.md"
    file.write_text(f"# Ann Bell\n\n**{BIO}**\n", encoding="utf-8")
    fields = json.loads(run("audit", file, "--json", "--suggestions", 0).stdout)["profiles"][0]["fields"]
    assert BIO in fields["about"]
    assert "**" not in fields["about"]


PDF = (
    b"%%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n"
    b"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    b" endobj\n4 0 obj << /Length %d >>\nstream\n%s\nendstream endobj\n"
    b"5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%%%EOF"
)


def pdf(text):
    drawn = f"BT /F 11 Tf 1 0 0 1 72 700 Tm ({text}) Tj ET".encode()
    return PDF % (len(drawn), drawn)


DOCX = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    f"{BIO}</w:t></w:r></w:p></w:body></w:document>"
)
POSTS = [
    {"$type": "app.bsky.actor.profile", "displayName": "Ann Bell", "description": BIO},
    {"$type": "app.bsky.feed.post", "text": "I planed two doors."},
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.pdf", pdf(BIO)),
        ("cv.docx", {"word/document.xml": DOCX}),
        ("posts.jsonl", "\n".join(map(json.dumps, POSTS)).encode()),
        ("repo.zip", {"did:plc:a/app.bsky.actor.profile/self.json": json.dumps(POSTS[0])}),
        ("bio.txt", BIO.encode("utf-16")),
    ],
)
@pytest.mark.parametrize("piped", [False, True])
def test_every_kind_of_file_is_audited(run, tmp_path, name, content, piped):
    file = tmp_path / name
    if isinstance(content, dict):
        with zipfile.ZipFile(file, "w") as box:
            for member, text in content.items():
                box.writestr(member, text)
    else:
        file.write_bytes(content)
    done = run("audit", "-", "--json", "--suggestions", 0, input=file.read_bytes()) if piped else None
    done = done or run("audit", file, "--json", "--suggestions", 0)
    assert json.loads(done.stdout)["profiles"][0]["fields"]["about"] == BIO


def test_refusals_come_in_the_reports_language(run, tmp_path):
    file = tmp_path / "a.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "afbeelding" in run("audit", file, "--report-language", "nl").stderr
    assert "picture" in run("audit", file).stderr


@pytest.mark.parametrize("part", ["brand", "options"])
def test_a_request_with_a_wrong_part_is_told(run, tmp_path, part):
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"profiles": [{"text": BIO}], part: 3}), encoding="utf-8")
    done = run("audit", file, "--values", "honesty")
    assert done.exit_code == 2
    assert f"/{part}" in done.stderr


def test_fail_under(run, bio):
    assert run("audit", bio, "--fail-under", 99).exit_code == 1
    assert run("audit", bio, "--fail-under", 1).exit_code == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"\xff\xfe\x00bad"),
        ("a.json", b"{not json"),
        ("a.xyz", b"text"),
        ("a.json", b"[1]"),
        ("a.html", b"<p>hi"),
    ],
)
def test_bad_input_is_refused_in_words(run, tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    done = run("audit", file)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr) > 30


def test_a_file_that_is_not_there(run):
    assert run("audit", "nowhere.txt").exit_code == 2


def test_catalogues(run):
    assert "boasting" in run("signals").stdout
    assert "eerlijkheid" in run("values", "--language", "nl").stdout
