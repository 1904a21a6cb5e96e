"""In which language to answer: what the call asks, then what the browser prefers, then English."""

from __future__ import annotations

from flask import request

from waarmerk import messages
from waarmerk.contract.wording import LANGUAGE
from waarmerk.errors import Fault
from waarmerk.web.errors import Problem


def prefer() -> None:
    """Before each request: problems are told in the caller's language."""
    wanted = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality > 0)
    LANGUAGE.set(next((one for one in wanted if one in messages.LANGUAGES), messages.DEFAULT))


def asked() -> str:
    """The language of `?language=`, or the preferred one. Raises a 422 where there is no such language."""
    language = request.args.get("language")
    if language is None:
        return LANGUAGE.get()
    if language not in messages.LANGUAGES:
        choices = ", ".join(messages.LANGUAGES)
        raise Problem(
            "invalid-query",
            faults=[Fault("/language", messages.text(LANGUAGE.get(), "web.fault.choice", choices=choices))],
        )
    return language
