"""What all pages share: language, texts, and the headers a page for people needs beside those of every answer."""

from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, render_template, request

from waarmerk import messages
from waarmerk.contract.wording import LANGUAGE
from waarmerk.web.pages import choices, seal


def choose_language() -> None:
    """`?lang=` wins over what the browser prefers; faults are told in it too."""
    asked = request.args.get("lang", "")
    g.page_language = asked if asked in messages.LANGUAGES else LANGUAGE.get()
    LANGUAGE.set(g.page_language)


def language() -> str:
    """The language of this page."""
    return str(g.page_language)


def text(message: str, **params: Any) -> str:
    """A text of this page."""
    return messages.text(language(), f"pages.{message}", **params)


def number(value: float) -> str:
    """A number as the language writes it, without needless noughts."""
    return f"{value:g}".replace(".", text("number.decimal"))


def percent(share: float) -> str:
    """A share 0..1 in per cent."""
    return f"{100 * share:.0f}"


def page(template: str, **values: Any) -> Response:
    """A page of that template. Forms on it carry a fresh seal."""
    field, cookie = seal.make()
    shared = {"t": text, "number": number, "percent": percent, "language": language(), "languages": choices.languages()}
    body = render_template(template, here=_here(), seal=field, choices=choices, **shared, **values)
    answer = make_response(body)
    seal.put(answer, cookie)
    answer.headers["Content-Language"] = language()
    # With the stricter policy of other answers browsers send `Origin: null` with a form, which is rightly refused.
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


def _here() -> str:
    """Where the language switch leads: this page, or the first one where this is the answer to a form."""
    return request.path if request.method == "GET" else "/"
