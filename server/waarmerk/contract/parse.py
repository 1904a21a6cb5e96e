"""From the request of the public contract to records; everything after works on records alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from waarmerk.contract import limits
from waarmerk.contract.faults import explain
from waarmerk.contract.request import (
    AuditRequest,
    BrandIn,
    ExtractionRequest,
    FieldsIn,
    OptionsIn,
    PositionIn,
    ProfileIn,
    ValueIn,
)
from waarmerk.contract.types import Part
from waarmerk.records import (
    Brand,
    DeclaredValue,
    Fields,
    Options,
    Owner,
    Page,
    Position,
    Post,
    Profile,
    Recommendation,
)

P = TypeVar("P", bound=Part)


def parse_request(data: Any) -> tuple[tuple[Page | Profile, ...], Brand, Options]:
    """The parts of an audit request. Raises `InvalidRequest` with pointers, or `TooLarge`.

    A value declared in words has its slug as id and `match` 0 until it is matched with the catalogue; of values with
    the same slug the first counts. Text in pages is counted only once they are read: see `limits.check_text`.
    """
    request = check(AuditRequest, data)
    if limits.characters([_told(one) for one in request.profiles] + [_declared(request.brand)]) > limits.CHARACTERS:
        raise limits.too_much_text()
    return tuple(_profile(one) for one in request.profiles), _brand(request.brand), _options(request.options)


def parse_extraction(data: Any) -> Page:
    """The page of an extraction request. Raises `InvalidRequest` with pointers."""
    request = check(ExtractionRequest, data)
    return Page(html=request.html, url=request.url or None, site=request.site or None)


def check(model: type[P], data: Any) -> P:
    """`data` as that part of a request. Raises `InvalidRequest` or `TooLarge`, with pointers."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = explain(error, data, model)
    raise found  # outside the handler: pydantic's error holds the caller's text, and must not travel as context


def slug(name: str) -> str:
    """An id for a value in the owner's own words: `Zorg voor elkaar` is `zorg-voor-elkaar`."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return "-".join(words) or "-".join(f"u{ord(c):x}" for c in name.strip())


def _told(one: ProfileIn) -> Any:
    return [one.text or "", one.fields.model_dump() if one.fields else ""]


def _declared(brand: BrandIn | None) -> Any:
    return brand.model_dump() if brand else ""


def _profile(one: ProfileIn) -> Page | Profile:
    if one.html is not None:
        return Page(html=one.html, url=one.url or None, site=one.site or None)
    owner = Owner(one.owner.name, one.owner.handle, one.owner.url) if one.owner else Owner()
    return Profile(
        fields=_fields(one.fields) if one.fields is not None else Fields(about=one.text),
        site=one.site or "text",
        url=one.url or None,
        owner=owner,
        language_hint=one.language or None,
        warnings=tuple(one.warnings or ()),
        origins=one.origins or {},
    )


def _fields(one: FieldsIn) -> Fields:
    return Fields(
        name=one.name,
        headline=one.headline,
        about=one.about,
        location=one.location,
        pronouns=one.pronouns,
        links=tuple(one.links or ()),
        experience=_positions(one.experience or ()),
        education=_positions(one.education or ()),
        skills=tuple(one.skills or ()),
        recommendations=tuple(Recommendation(r.text, r.by) for r in one.recommendations or ()),
        featured=tuple(one.featured or ()),
        posts=tuple(
            Post(p.text, p.at, p.likes, p.replies, bool(p.is_reply), bool(p.is_repost)) for p in one.posts or ()
        ),
        counts=one.counts.model_dump(exclude_none=True) if one.counts else {},
    )


def _positions(entries: Iterable[PositionIn]) -> tuple[Position, ...]:
    return tuple(Position(e.title, e.organisation, e.start, e.end, e.text) for e in entries)


def _brand(brand: BrandIn | None) -> Brand:
    if brand is None:
        return Brand()
    values: dict[str, DeclaredValue] = {}
    for one in brand.values or ():
        value = one if isinstance(one, ValueIn) else ValueIn(name=one)
        name = value.name.strip()
        values.setdefault(
            slug(name), DeclaredValue(slug(name), name, value.weight or 1.0, value.description or None, match=0.0)
        )
    return Brand(tuple(values.values()), brand.statement or None, brand.audience or None, tuple(brand.avoid or ()))


def _options(options: OptionsIn | None) -> Options:
    if options is None:
        return Options()
    given: dict[str, Any] = options.model_dump(exclude_none=True)
    given |= {name: tuple(value) for name, value in given.items() if isinstance(value, list)}
    return Options(**given)
