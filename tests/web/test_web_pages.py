"""The pages: what the form becomes, what is told when something is amiss, and who may send it."""

import io
import re
import tempfile
import time
import zipfile

import pytest

from waarmerk import intake
from waarmerk.contract import limits
from waarmerk.errors import TooLarge

PAGE = "<main class='h-card'><h1 class='p-name'>Ines Vermaat</h1></main>"


@pytest.fixture
def visitor(app):
    """A browser without token, as it sends: with Origin and cookies."""
    visitor = app.test_client()
    visitor.environ_base["HTTP_ORIGIN"] = "http://localhost"
    return visitor


@pytest.fixture
def asked(engine, monkeypatch):
    """The requests that reach the engine."""
    seen = []
    real = engine.audit
    monkeypatch.setattr(engine, "audit", lambda request: seen.append(request) or real(request))
    return seen


@pytest.fixture(autouse=True)
def signals(engine, monkeypatch):
    """One signal as the real catalogue tells it, with measured quality."""
    told = {
        name: f"{name} of it" for name in ("title", "measures", "needs", "why", "unit", "source", "gap", "weighing")
    }
    judged = {"category": "authenticity", "weight": 0.2, "good": 0.0, "poor": 0.5, "quality": {"nl": {"f1": 0.91}}}
    monkeypatch.setattr(engine, "signal_catalogue", lambda language: [{"id": "hype", **told, **judged}])


def send(visitor, path="/", *, file=None, **fields):
    seal = re.search(r'name="seal" value="([^"]+)"', visitor.get("/").text)[1]
    data = {"seal": seal, **fields}
    if file:
        name, content = file
        data["file"] = (io.BytesIO(content), name)
    return visitor.post(path, data=data, content_type="multipart/form-data")


def told(answer):
    """The text of the trouble box."""
    found = re.search(r'<div class="trouble".*?</div>', answer.text, re.DOTALL)
    return found and found[0]


def test_a_pasted_text_becomes_a_request_of_the_contract(visitor, asked):
    answer = send(
        visitor,
        text="I bake.\r\nAnd I sell.",
        values=["honesty"],
        own="patience, plain speaking ,",
        audience="neighbours",
        sensitive="yes",
        report_language="nl",
    )
    assert answer.status_code == 200
    assert asked == [
        {
            "profiles": [{"text": "I bake.\nAnd I sell."}],
            "brand": {"values": ["eerlijkheid", "patience", "plain speaking"], "audience": "neighbours"},
            "options": {"language": "auto", "report_language": "nl", "sensitive": True},
        }
    ]


def test_sensitive_is_off_unless_asked_for(visitor, asked):
    send(visitor, text="I bake.")
    assert asked[0]["options"]["sensitive"] is False


@pytest.mark.parametrize(
    ("name", "content", "source"),
    [
        ("ines.html", PAGE, {"html": PAGE, "url": "https://ines.example/"}),
        ("ines.HTM", PAGE, {"html": PAGE, "url": "https://ines.example/"}),
        ("ines.txt", "I bake.", {"text": "I bake."}),
        ("ines.json", '{"headline": "Baker"}', {"fields": {"headline": "Baker"}}),
        ("ines.json", '{"site": "mastodon", "fields": {}}', {"site": "mastodon", "fields": {}}),
        ("ines.txt", "\ufeffI bake.", {"text": "I bake."}),
    ],
)
def test_files_become_profiles_by_their_kind(visitor, asked, name, content, source):
    send(visitor, file=(name, content.encode()), url="https://ines.example/")
    assert asked[0]["profiles"] == [source]


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as box:
        for name, text in members.items():
            box.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("name", "content", "site"),
    [
        ("ines.md", b"# Ines Vermaat\n\nI *bake*.", "text"),
        ("export.zip", zipped({"Profile.csv": "First Name,Last Name,Summary\nInes,Vermaat,I bake.\n"}), "linkedin"),
        ("resume.json", b'{"basics": {"name": "Ines Vermaat", "summary": "I bake."}}', "resume"),
        (
            "b.jsonl",
            b'{"$type": "app.bsky.actor.profile", "displayName": "Ines Vermaat", "description": "I bake."}\n',
            "bluesky",
        ),
        ("cv.html", b"# Ines Vermaat\n\nI bake.", None),
    ],
)
def test_exports_and_documents_are_read_to_fields(visitor, asked, name, content, site, language):
    answer = send(visitor, f"/?lang={language}", file=(name, content))
    assert answer.status_code == 200
    profile = asked[0]["profiles"][0]
    assert profile.get("site") == site
    if site:
        assert profile["fields"] == {"name": "Ines Vermaat", "about": "I bake."}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("cannot be read as a profile", "picture")), ("nl", ("niet als profiel te lezen", "afbeelding"))],
)
def test_a_refused_file_is_told_in_the_pages_language(visitor, asked, language, words):
    answer = send(visitor, f"/?lang={language}", file=("me.png", b"\x89PNG\r\n\x1a\n"), own="patience")
    assert answer.status_code == 422
    assert all(word in told(answer) for word in words)
    assert 'value="patience"' in answer.text
    assert asked == []


def test_a_file_beyond_what_is_read_of_its_kind_is_told(visitor, asked):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("Profile.csv", b"\0" * 50_000_000)
    answer = send(visitor, file=("export.zip", bomb.getvalue()))
    assert answer.status_code == 413
    assert "hundreds of times" in told(answer)
    assert asked == []


def test_a_file_without_the_seal_is_not_read(visitor, asked, monkeypatch):
    read = []
    monkeypatch.setattr(intake, "source", lambda *a, **k: read.append(a))
    data = {"seal": "x", "file": (io.BytesIO(b"I bake."), "a.txt")}
    visitor.get("/")
    assert visitor.post("/", data=data, content_type="multipart/form-data").status_code == 403
    assert read == asked == []


def test_a_file_that_takes_too_long_is_told(make_app, monkeypatch):
    visitor = make_app(deadline_seconds=0.2).test_client()
    monkeypatch.setattr(intake, "source", lambda *a, **k: [time.sleep(0.01) for _ in range(1_000)])
    answer = send(visitor, file=("a.txt", b"I bake."))
    assert answer.status_code == 503
    assert "too long" in told(answer)


def test_nothing_of_a_file_is_put_on_a_disk(visitor, asked, monkeypatch):
    seal = re.search(r'name="seal" value="([^"]+)"', visitor.get("/").text)[1]
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n{}\r\n'
    parts = part.format("seal", "", seal), part.format("file", '; filename="a.txt"', "I bake. " * 100_000)
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    visitor.post("/", data="".join([*parts, "--x--\r\n"]).encode(), content_type="multipart/form-data; boundary=x")
    assert len(asked[0]["profiles"][0]["text"]) == 800_000


def test_the_form_offers_every_kind_that_is_read(visitor):
    offered = re.search(r'accept="([^"]*)"', visitor.get("/").text)[1].split(",")
    for ending in (".html", ".txt", ".md", ".pdf", ".docx", ".json", ".jsonl", ".zip", ".car"):
        assert ending in offered


def test_a_pasted_page_is_read_as_a_page(visitor, asked):
    send(visitor, text=f"\n<!DOCTYPE html>{PAGE}")
    assert "html" in asked[0]["profiles"][0]


def test_a_whole_request_in_a_file_keeps_its_brand_and_what_is_filled_in_wins(visitor, asked):
    whole = b'{"profiles": [{"text": "a"}], "brand": {"values": ["care"], "statement": "why"}}'
    send(visitor, file=("all.json", whole), values=["honesty"])
    assert asked[0]["brand"] == {"values": ["honesty"], "statement": "why"}


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({"text": "  "}, 422, "nothing to read yet"),
        ({"text": "a", "file": ("a.txt", b"b")}, 422, "a text and a file"),
        ({"file": ("a.txt", b"\xff\xfe\x00")}, 422, "UTF-8"),
        ({"file": ("a.xyz", b"I bake.")}, 422, "kind of file"),
        ({"file": ("a.png", b"\x89PNG\r\n\x1a\n")}, 422, "picture"),
        ({"file": ("a.pdf", b"%PDF-1.7")}, 422, "PDF is damaged"),
        ({"file": ("a.zip", b"PK\x03\x04")}, 422, "damaged"),
        ({"file": ("a.json", b"[1, 2]")}, 422, "none that is known"),
        ({"file": ("a.json", b"{")}, 422, "not valid JSON"),
        ({"file": ("a.txt", b"\n ")}, 422, "nothing to read yet"),
        ({"file": ("a.json", b'{"profiles": [{"txt": "a"}]}')}, 422, "mending"),
        ({"file": ("a.json", b'{"profiles": [{"text": "a"}], "brand": 3}')}, 422, "mending"),
        ({"text": "a", "own": "," + "x" * (limits.WORD + 1)}, 422, "mending"),
        ({"text": "a", "url": "javascript:alert(1)", "file": None}, 200, None),
    ],
)
def test_what_cannot_be_audited_is_told_on_the_form(visitor, given, status, words):
    answer = send(visitor, **given)
    assert answer.status_code == status
    assert (told(answer) is None) if words is None else (words in told(answer))


def test_the_text_stays_in_the_form(visitor):
    text = 'I bake "bread" & <b>cake</b>\n\n  in Leeds. </textarea><script>'
    answer = send(visitor, text=text, values=["honesty"], own="," + "x" * 300, statement="Because.")
    assert answer.status_code == 422
    assert (
        "I bake &#34;bread&#34; &amp; &lt;b&gt;cake&lt;/b&gt;\n\n  in Leeds. &lt;/textarea&gt;&lt;script&gt;</textarea>"
        in answer.text
    )
    assert re.search(r'value="honesty" checked', answer.text)
    assert "Because.</textarea>" in answer.text


def test_the_form_below_the_report_holds_what_was_sent(visitor):
    answer = send(visitor, text="I bake bread.", values=["honesty"])
    assert "I bake bread.</textarea>" in answer.text
    assert re.search(r'value="honesty" checked', answer.text)


def test_a_fault_is_told_by_the_name_of_its_field(visitor):
    own = send(visitor, text="a", own="x" * (limits.WORD + 1))
    assert "<strong>In your own words:</strong> This is too long" in told(own)
    url = send(visitor, text="<html>", url="javascript:alert(1)")
    assert "<strong>Address of the page (optional):</strong>" in told(url)
    file = send(visitor, file=("a.json", b'{"profiles": [{"text": "a", "site": 3}]}'))
    assert "<code>/profiles/0/site</code>" in told(file)


def test_the_text_of_a_file_can_be_changed_and_sent_again(visitor):
    answer = send(visitor, file=("a.txt", b"I bake bread."))
    assert "I bake bread.</textarea>" in answer.text


def test_too_much_is_told(visitor, engine):
    def audit(request):
        raise TooLarge("much")

    engine.audit = audit
    answer = send(visitor, text="I bake.")
    assert answer.status_code == 413
    assert "200,000 characters" in told(answer)


def test_a_body_beyond_the_limit_is_told_on_a_page(visitor):
    head = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
    body = head + b"a" * limits.BODY_BYTES + b"\r\n--x--\r\n"
    answer = visitor.post("/", data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    assert "5 MB" in told(answer)


def test_a_bug_is_told_without_the_text_and_logged_without_it(visitor, engine, caplog):
    def audit(request):
        raise RuntimeError(request["profiles"][0]["text"])

    engine.audit = audit
    answer = send(visitor, text="I bake secret bread.")
    assert answer.status_code == 500
    assert "our side" in told(answer)
    assert "secret" not in caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("seal", ["", "x", "é", "InVhYmMi.aaaa.bbbb"])
def test_a_form_without_its_seal_is_not_audited(visitor, asked, seal):
    visitor.get("/")
    answer = visitor.post("/", data={"seal": seal, "text": "I bake."})
    assert answer.status_code == 403
    assert "still here" in told(answer)
    assert "I bake.</textarea>" in answer.text
    assert asked == []


def test_a_seal_of_another_browser_does_not_fit(app, visitor, asked):
    seal = re.search(r'name="seal" value="([^"]+)"', app.test_client().get("/").text)[1]
    visitor.get("/")
    assert visitor.post("/", data={"seal": seal, "text": "I bake."}).status_code == 403
    assert asked == []


def test_another_site_cannot_send_the_form(visitor, asked):
    visitor.environ_base["HTTP_ORIGIN"] = "https://elsewhere.example"
    visitor.get("/", headers={"Origin": "http://localhost"})
    assert visitor.post("/", data={"text": "I bake."}).status_code == 403
    assert asked == []


def test_audits_of_a_visitor_count_for_the_rate(make_app):
    from waarmerk.settings import Rate

    visitor = make_app(rate_limit=Rate(1, 60)).test_client()
    assert send(visitor, text="I bake.").status_code == 200
    answer = send(visitor, text="I bake.")
    assert answer.status_code == 429
    assert "Wait a minute" in told(answer)
    assert "I bake.</textarea>" in answer.text


@pytest.mark.parametrize(
    ("path", "header", "language"),
    [
        ("/", "nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("/", "fr", "en"),
        ("/?lang=nl", "en", "nl"),
        ("/?lang=en", "nl", "en"),
        ("/?lang=xx", "nl", "nl"),
        ("/methods?lang=nl", "en", "nl"),
        ("/examples/plain?lang=nl", "en", "nl"),
    ],
)
def test_the_language_is_asked_for_or_preferred(visitor, path, header, language):
    answer = visitor.get(path, headers={"Accept-Language": header})
    assert answer.headers["Content-Language"] == language
    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize("path", ["/", "/methods", "/examples/dutch"])
def test_a_page_leads_to_itself_in_the_other_language(visitor, path):
    assert f'href="{path}?lang=nl"' in visitor.get(path).text


@pytest.mark.parametrize("name", ["polished", "plain", "dutch"])
def test_examples_are_good_requests_and_stand_in_the_form(visitor, asked, name):
    answer = visitor.get(f"/examples/{name}?lang=en")
    assert answer.status_code == 200
    headline = asked[0]["profiles"][0]["fields"]["headline"]
    assert headline in answer.text.replace("&#39;", "'")
    assert asked[0]["brand"]["values"]


def test_an_unknown_example_leads_back_to_the_start(visitor):
    answer = visitor.get("/examples/..%2Fsecrets")
    assert answer.status_code == 404
    answer = visitor.get("/examples/other")
    assert answer.status_code == 404
    assert "no such page" in told(answer)


def test_pages_bring_nothing_from_elsewhere_and_no_inline_script(visitor):
    for path in ("/", "/methods", "/examples/plain"):
        page = visitor.get(path).text
        assert set(re.findall(r'(?:src|href|action)="(https?:[^"]*)"', page)) == set()
        assert re.findall(r"<script(?![^>]*src=)", page) == []
        assert re.findall(r'\son\w+="|\sstyle="', page) == []


def test_methods_tell_what_why_how_source_and_quality(visitor):
    page = re.sub(r"<[^>]+>|\s+", " ", visitor.get("/methods?lang=nl").text)
    for expected in (
        "measures of it",
        "why of it",
        "source of it",
        "gap of it",
        "weighing of it",
        "100 punten bij 0, 0 punten bij 0,5",
        "nl f1 0,91",
    ):
        assert expected in re.sub(r" +", " ", page)


def test_the_policy_lets_forms_tell_their_origin(visitor):
    assert visitor.get("/").headers["Referrer-Policy"] == "same-origin"


def test_the_style_is_served_and_kept_until_it_changes(visitor):
    first = visitor.get("/static/report.css")
    assert first.mimetype == "text/css"
    assert visitor.get("/static/report.css", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
