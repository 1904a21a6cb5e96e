"""In which language to answer: what the call asks, then what the browser prefers, then English."""

from __future__ import annotations

from flask import request

from waarmerk import messages
from waarmerk.contract.wording import LANGUAGE
from waarmerk.errors import Fault
from waarmerk.web.errors import ProblemError


def prefer() -> None:
    """Before each request: problems are told in the caller's language."""
    LANGUAGE.set(request.accept_languages.best_match(messages.LANGUAGES, default=messages.DEFAULT) or messages.DEFAULT)


def asked() -> str:
    """The language of `?language=`, or the preferred one. Raises a 422 where there is no such language."""
    language = request.args.get("language")
    if language is None:
        return LANGUAGE.get()
    if language not in messages.LANGUAGES:
        choices = ", ".join(messages.LANGUAGES)
        raise ProblemError(
            "invalid-query",
            faults=[Fault("/language", messages.text(LANGUAGE.get(), "web.fault.choice", choices=choices))],
        )
    return language
