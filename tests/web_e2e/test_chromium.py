"""From the first page to the report and back to the text, in Chromium."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browsers.service import Service

pytestmark = pytest.mark.browser
TEXT = (
    "I am a results-driven baker with a passion for people. Every Monday I bake 40 loaves with the pupils of a school in"
    " Deventer. I believe bread is a way to sit down together."
)


def give(page: Page, url: str, text: str = TEXT, values: tuple[str, ...] = ("honesty", "craftsmanship")) -> None:
    page.goto(url)
    page.fill("#give-text", text)
    for value in values:
        page.check(f"input[name=values][value={value}]")
    page.click("button.main")
    page.wait_for_selector(".report")


def test_without_scripts_a_pasted_text_becomes_a_report(bare_page: Page, service: Service) -> None:
    give(bare_page, service.url)
    expect(bare_page.locator(".say-do tbody th").first).to_have_text("craftsmanship")
    expect(bare_page.locator(".line.text").first).to_have_text(TEXT)
    marked = bare_page.locator("mark a").first
    target = marked.get_attribute("href") or ""
    marked.click()
    note = bare_page.locator(f"[id='{target[1:]}']")
    expect(note).to_be_visible()  # the browser itself unfolds the part that the note stands in
    note.locator("blockquote a").click()
    assert urlsplit(bare_page.url).fragment == f"m-{target[1:]}"


def test_without_scripts_a_file_can_be_chosen_and_errors_keep_what_was_given(
    bare_page: Page, service: Service, tmp_path: Path
) -> None:
    file = tmp_path / "bio.txt"
    file.write_bytes(b"\xff\xfe not text")
    bare_page.goto(service.url)
    bare_page.set_input_files("#give-file", file)
    bare_page.check("input[name=values][value=care]")
    bare_page.click("button.main")
    expect(bare_page.get_by_role("alert")).to_contain_text("not text in UTF-8")
    expect(bare_page.locator("input[name=values][value=care]")).to_be_checked()
    file.write_text(TEXT, encoding="utf-8")
    bare_page.set_input_files("#give-file", file)
    bare_page.click("button.main")
    expect(bare_page.locator(".line.text").first).to_have_text(TEXT)


def test_a_dropped_page_is_read(page: Page, service: Service) -> None:
    html = (
        f"<!doctype html><main class='h-card'><h1 class='p-name'>Ines Vermaat</h1><p class='p-note'>{TEXT}</p></main>"
    )
    page.goto(service.url)
    dropped = page.evaluate_handle(
        "html => { const all = new DataTransfer();"
        " all.items.add(new File([html], 'ines.html', {type: 'text/html'})); return all; }",
        html,
    )
    page.dispatch_event("form.give", "dragenter", {"dataTransfer": dropped})
    expect(page.locator(".drop")).to_have_class("drop over")
    page.dispatch_event("form.give", "drop", {"dataTransfer": dropped})
    expect(page.locator(".file-told")).to_have_text("ines.html")
    page.click("button.main")
    expect(page.locator(".read-text")).to_contain_text("Ines Vermaat")


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page: Page, service: Service, tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"a" * 5_000_001)
    page.goto(service.url)
    page.set_input_files("#give-file", file)
    expect(page.locator(".file-told.wrong")).to_contain_text("larger than 5 MB")
    page.click("button.main")
    assert page.locator(".report").count() == 0


def test_progress_is_told_and_a_second_press_sends_nothing(page: Page, service: Service) -> None:
    page.goto(service.url)
    page.fill("#give-text", TEXT)
    page.evaluate(
        "window.sent = 0; document.querySelector('form.give').addEventListener('submit', (event) => {"
        " window.sent += event.defaultPrevented ? 0 : 1; event.preventDefault(); })"
    )
    page.click("button.main")
    expect(page.locator(".send [role=status]")).to_contain_text("takes a moment")
    page.click("button.main", force=True)
    assert page.evaluate("window.sent") == 1


def test_the_new_text_of_a_fix_is_copied(page: Page, service: Service) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=service.url)
    page.goto(f"{service.url}/examples/polished")
    button = page.locator("button.copy:visible").first
    wanted = button.get_attribute("data-copy")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == wanted


def test_words_and_notes_light_up_together(page: Page, service: Service) -> None:
    page.goto(f"{service.url}/examples/polished")
    mark = page.locator("mark").first
    mark.hover()
    first = (mark.get_attribute("data-findings") or "").split()[0]
    assert "lit" in (page.locator(f"[id='{first}']").get_attribute("class") or "")


@pytest.mark.parametrize("name", ["polished", "plain", "dutch"])
def test_each_example_is_one_click_away(bare_page: Page, service: Service, name: str) -> None:
    bare_page.goto(service.url)
    bare_page.click(f".examples a[href^='/examples/{name}']")
    expect(bare_page.locator(".report")).to_be_visible()
    bare_page.click(".again > summary")
    bare_page.click("button.main")
    expect(bare_page.locator("h1")).to_have_text("Waarmerk: report")


def test_dutch_is_one_click_away_and_stays(bare_page: Page, service: Service) -> None:
    bare_page.goto(service.url)
    bare_page.click("text=Nederlands")
    expect(bare_page.locator("html")).to_have_attribute("lang", "nl")
    bare_page.fill(
        "#give-text",
        "Ik bak elke maandag veertig broden met de leerlingen van een school in Deventer. Ik geloof in samen eten.",
    )
    bare_page.check("text=zorgzaamheid")
    bare_page.click("button.main")
    expect(bare_page.locator(".report")).to_have_attribute("lang", "nl")
    expect(bare_page.locator("#say-do")).to_have_text("Zeggen en doen")
    bare_page.click("text=Hoe het gemeten wordt")
    expect(bare_page.locator("h1")).to_have_text("Hoe het gemeten wordt")


def test_nothing_is_asked_of_any_other_host(page: Page, service: Service) -> None:
    asked: set[str | None] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).hostname))
    give(page, service.url)
    for path in ("/", "/methods", "/examples/plain"):
        page.goto(service.url + path)
    assert asked == {"127.0.0.1"}


def test_no_policy_is_broken(page: Page, service: Service) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    give(page, service.url)
    page.goto(f"{service.url}/methods")
    assert told == []


def test_every_quote_of_the_answer_is_marked_on_the_page(page: Page, service: Service) -> None:
    headers = {"Authorization": f"Bearer {service.token}"}
    example = json.loads((Path(__file__).parents[2] / "server/waarmerk/data/examples/polished.json").read_text("utf-8"))
    report = page.request.post(f"{service.url}/api/v1/audits", data=example, headers=headers).json()
    page.goto(f"{service.url}/examples/polished")
    shown = page.evaluate(
        "() => { const all = {}; for (const m of document.querySelectorAll('mark'))"
        " for (const id of m.dataset.findings.split(' ')) all[id] = (all[id] ?? '') + m.textContent; return all; }"
    )
    quotes = sorted(f["quote"] for f in report["findings"])
    assert len(quotes) > 20
    assert sorted(shown.values()) == quotes
