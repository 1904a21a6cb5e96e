"""The pairing page: a fresh code for the extension, shown to whoever holds the session of the printed link.

Being on this machine is not enough here: a code is worth a token, and other users may share the machine.
"""

from __future__ import annotations

from flask import Blueprint, Response

from waarmerk import messages
from waarmerk.web import service, sessions
from waarmerk.web.pages.frame import choose_language, language, page

blueprint = Blueprint("pairing_page", __name__)
blueprint.before_request(choose_language)


@blueprint.get("/pairing")
def pairing() -> Response:
    """A fresh code, good once; without a session, how to get one."""
    code = service.current().store.pairings.new() if sessions.token() else None
    said = {
        key: messages.text(language(), f"web.pairing.{key}") for key in ("title", "lead", "life", "first_link", "how")
    }
    answer = page("pairing.html", code=code, said=said)
    answer.status_code = 200 if code else 403
    return answer
