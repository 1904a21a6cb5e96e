"""The OpenAPI 3.1 document, made from the views and the models of the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from apiflask import APIBlueprint
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from waarmerk import messages
from waarmerk.contract import answers, report, request
from waarmerk.web.errors import STATUS

F = TypeVar("F", bound=Callable[..., Any])
_REF = "#/components/schemas/{model}"
_MODELS: tuple[type[BaseModel], ...] = (
    request.AuditRequest,
    request.ExtractionRequest,
    request.PairingRequest,
    report.Report,
    answers.Problem,
    answers.Extraction,
    answers.SignalCatalogue,
    answers.ValueCatalogue,
    answers.AuditList,
    answers.Pairing,
    answers.Me,
    answers.MeExport,
    answers.Health,
)
_ALWAYS = (403, 503)
_WITH_TOKEN = (401, 429)
_WITH_BODY = (400, 413, 415, 422)
LANGUAGE = {
    "name": "language",
    "in": "query",
    "schema": {"type": "string", "enum": list(messages.LANGUAGES)},
    "description": "Language of the texts; else Accept-Language, else English.",
}


def operation(
    blueprint: APIBlueprint,
    summary: str,
    *,
    gives: type[BaseModel] | None = None,
    takes: type[BaseModel] | None = None,
    status: int = 200,
    problems: Sequence[int] = (),
    parameters: Sequence[Mapping[str, Any]] = (),
    example: Mapping[str, Any] | None = None,
    token: bool = True,
    media: str = "application/json",
) -> Callable[[F], F]:
    """Describe a view: what it takes and gives, and every status it may answer."""
    codes = {*_ALWAYS, *problems, *(_WITH_TOKEN if token else ()), *(_WITH_BODY if takes else ())}
    extensions: dict[str, Any] = {"parameters": list(parameters)}
    if takes:
        content: dict[str, Any] = {"schema": _ref(takes)}
        if example:
            content["example"] = example
        extensions["requestBody"] = {"required": True, "content": {"application/json": content}}
    if not token:
        extensions["security"] = []
    described: Callable[[F], F] = blueprint.doc(
        summary=summary,
        responses={status: _given(gives, media), **{code: _problem(code) for code in sorted(codes)}},
        security="bearer" if token else None,
        extensions=extensions,
    )
    return described


def finish(document: dict[str, Any]) -> dict[str, Any]:
    """Add the schemas of the contract to what the views say."""
    _, schemas = models_json_schema([(model, "validation") for model in _MODELS], ref_template=_REF)
    document.setdefault("components", {})["schemas"] = schemas["$defs"]
    document["components"]["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
    return document


def _given(model: type[BaseModel] | None, media: str) -> dict[str, Any]:
    if model is None and media == "application/json":
        return {"description": "Done.", "content": {}}
    schema = _ref(model) if model else {"type": "string"}
    return {"description": (model.__doc__ if model else None) or "Text.", "content": {media: {"schema": schema}}}


def _problem(code: int) -> dict[str, Any]:
    titles = [messages.text("en", f"web.problem.{kind}.title") for kind, status in STATUS.items() if status == code]
    content = {"application/problem+json": {"schema": _ref(answers.Problem)}}
    return {"description": " ".join(title + "." for title in titles), "content": content}


def _ref(model: type[BaseModel]) -> dict[str, str]:
    return {"$ref": _REF.format(model=model.__name__)}
