"""The addresses of the pages, and what each answers."""

from __future__ import annotations

from flask import Blueprint, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from waarmerk.report import html
from waarmerk.web import access, service
from waarmerk.web.errors import Problem
from waarmerk.web.pages import examples, methods, seal, trouble
from waarmerk.web.pages.form import Form
from waarmerk.web.pages.frame import choose_language, language, page
from waarmerk.web.pages.upload import Unreadable

blueprint = Blueprint("pages", __name__)
blueprint.before_request(choose_language)


@blueprint.get("/")
def start() -> Response:
    """The first screen: what this is, the form, the examples."""
    return _start(Form.empty(language()))


@blueprint.post("/")
def audit() -> Response:
    """The report of what the form holds, with the form below it; or the form again, saying what to do."""
    form = Form.empty(language())
    try:
        form = Form.of(request.form, language())
        seal.check(request.form.get(seal.FIELD, ""))
        access.slow_down(f"page {request.remote_addr}")
        asked = form.request(request.files.get("file"))
        report = service.current().audit(asked)
    except (seal.Broken, Unreadable, RequestEntityTooLarge, Problem) as error:
        return _start(form, trouble.of_page(error))
    except Exception as error:
        return _start(form, trouble.of_engine(error))
    return _answer(form.keeping(asked), html.fragment(report, form.report_language, methods=_methods()))


@blueprint.get("/examples/<name>")
def example(name: str) -> Response:
    """The report of an invented example; its text stands in the form below, to change and try."""
    found = examples.find(name)
    if found is None:
        return _start(Form.empty(language()), trouble.Trouble("not_found", 404))
    form = Form.of_request(found, language())
    try:
        report = service.current().audit(form.about(found))
    except Exception as error:
        return _start(Form.empty(language()), trouble.of_engine(error))
    fragment = html.fragment(report, language(), methods=_methods())
    return _answer(form, fragment, example=name)


@blueprint.get("/methods")
def explain() -> Response:
    """What every signal measures, why, how, from what source, and how well."""
    return page("methods.html", categories=methods.categories(language()))


@blueprint.get("/static/report.css")
def style() -> Response:
    """The style that page and report share."""
    answer = Response(html.stylesheet(), content_type="text/css; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def _methods() -> str:
    return f"/methods?lang={language()}"


def _start(form: Form, told: trouble.Trouble | None = None) -> Response:
    answer = page("start.html", form=form, trouble=told, places=trouble.PLACES, examples=examples.NAMES)
    answer.status_code = told.status if told else 200
    return answer


def _answer(form: Form, fragment: str, example: str | None = None) -> Response:
    return page("answer.html", form=form, fragment=fragment, example=example)
