"""What goes wrong, told on the form: kindly, with what to do, and without any of the profile's text."""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass

from werkzeug.exceptions import RequestEntityTooLarge

from waarmerk import errors
from waarmerk.web import service
from waarmerk.web.errors import Problem
from waarmerk.web.pages import seal
from waarmerk.web.pages.upload import Unreadable

_log = logging.getLogger(__name__)


# Where a fault of the request stands in the form; a place that the form does not have came from a file.
PLACES = {
    "/profiles/0/text": "form.text",
    "/profiles/0/html": "form.file",
    "/profiles/0/url": "form.url",
    "/brand/values": "form.own",
    "/brand/statement": "form.statement",
    "/brand/audience": "form.audience",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """A text of `pages.problem`, its status, and details as (place in the request, what to do)."""

    kind: str
    status: int
    details: tuple[tuple[str, str], ...] = ()


def of_page(error: Exception) -> Trouble:
    """What stood in the way before anything was audited. Raises the error again where it is not for the form."""
    if isinstance(error, seal.Broken):
        return Trouble("stale", 403)
    if isinstance(error, Unreadable):
        return Trouble(error.kind, error.status, (("", error.detail),) if error.detail else ())
    if isinstance(error, RequestEntityTooLarge):
        return Trouble("too_large", 413)
    if isinstance(error, Problem) and error.kind == "rate":
        return Trouble("rate", 429)
    raise error


def of_engine(error: Exception) -> Trouble:
    """What the audit itself says; a bug is logged by its place, without any text."""
    if isinstance(error, errors.NoOwner):
        return Trouble("no_owner", 422)
    if isinstance(error, errors.TooLarge):
        return Trouble("too_large", 413)
    if isinstance(error, errors.DeadlineExceeded):
        return Trouble("late" if service.current().workshop.ready else "loading", 503)
    if isinstance(error, errors.WaarmerkError):
        return Trouble(
            "invalid", 422, tuple(dict.fromkeys((_place(fault.pointer), fault.detail) for fault in error.faults))
        )
    last = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("unexpected %s in %s line %s (%s)", type(error).__name__, last.filename, last.lineno, last.name)
    return Trouble("unexpected", 500)


def _place(pointer: str) -> str:
    return next((place for place in PLACES if pointer == place or pointer.startswith(f"{place}/")), pointer)
