"""Pairing: an extension trades the one-time code that this machine shows for a token of its own."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, request

from waarmerk.contract import answers, check
from waarmerk.contract.request import PairingRequest
from waarmerk.web import service
from waarmerk.web.access import slow_down
from waarmerk.web.answers import answer
from waarmerk.web.body import read_json
from waarmerk.web.errors import Problem
from waarmerk.web.openapi import operation
from waarmerk.web.security import extension_origin

blueprint = APIBlueprint("pairings", __name__, tag="pairings")


@blueprint.post("/pairings")
@operation(
    blueprint,
    "Pair a browser extension",
    takes=PairingRequest,
    gives=answers.Pairing,
    status=201,
    problems=(429,),
    example={"code": "K7QF-2MZT"},
    token=False,
)
def pair() -> Response:
    """A token bound to the Origin of the extension that asks, told this once."""
    slow_down(f"address {request.remote_addr}")
    origin = extension_origin()
    code = check(PairingRequest, read_json()).code
    if origin is None:
        raise Problem("pairing-origin")
    store = service.current().store
    if not store.pairings.redeem(code):
        raise Problem("pairing-code")
    secret, token = store.tokens.new(origin.partition(":")[0], "extension", origin)
    return answer({"token": secret, "id": token.id, "origin": origin, "created_at": token.created_at}, 201)
