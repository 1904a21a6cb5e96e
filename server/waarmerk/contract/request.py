"""The shape of a request, as the public contract states it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from waarmerk.contract import limits
from waarmerk.contract.types import (
    Address,
    Count,
    Few,
    Key,
    Language,
    LanguageOrAuto,
    Named,
    Part,
    SignalId,
    Text,
    Variants,
    Word,
)

_SOURCES = {"html": "string", "fields": "object", "text": "string"}


class PostIn(Part):
    """One post; what is said here of replies and reposts wins over what a reader guesses."""

    text: Text
    at: Word | None = None
    likes: Count | None = None
    replies: Count | None = None
    is_reply: bool | None = None
    is_repost: bool | None = None


class PositionIn(Part):
    """One entry of experience or education; dates as written."""

    title: Text | None = None
    organisation: Text | None = None
    start: Word | None = Field(default=None, alias="from")
    end: Word | None = Field(default=None, alias="to")
    text: Text | None = None


class RecommendationIn(Part):
    """What somebody else wrote about the owner."""

    text: Text
    by: Text | None = None


class CountsIn(Part):
    """Figures that the site shows."""

    followers: Count | None = None
    following: Count | None = None
    connections: Count | None = None
    posts: Count | None = None
    likes: Count | None = None
    members: Count | None = None


Entries = Field(default=None, max_length=limits.ENTRIES)


class FieldsIn(Part):
    """What a profile holds."""

    name: Text | None = None
    headline: Text | None = None
    about: Text | None = None
    location: Text | None = None
    pronouns: Text | None = None
    links: Annotated[list[Text] | None, Entries] = None
    experience: Annotated[list[PositionIn] | None, Entries] = None
    education: Annotated[list[PositionIn] | None, Entries] = None
    skills: Annotated[list[Text] | None, Entries] = None
    recommendations: Annotated[list[RecommendationIn] | None, Entries] = None
    featured: Annotated[list[Text] | None, Entries] = None
    posts: Annotated[list[PostIn], Field(max_length=limits.POSTS)] | None = None
    counts: CountsIn | None = None


class OwnerIn(Part):
    """Whose profile it is, as an extraction answers it."""

    name: Text | None = None
    handle: Text | None = None
    url: Text | None = None


class ProfileIn(Part):
    """A saved page, fields or plain text. `url` and `site` choose the reader and are never fetched.

    What `POST /extractions` answers, and the profiles of a report, may be sent back as they are.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [name], "properties": {name: {"type": kind}}} for name, kind in _SOURCES.items()]
        }
    )

    url: Address | None = None
    site: Word | None = None
    html: Text | None = None
    fields: FieldsIn | None = None
    text: Text | None = None
    language: Word | None = None
    owner: OwnerIn | None = None
    warnings: Annotated[list[Text] | None, Entries] = None
    origins: Annotated[dict[Word, Word] | None, Entries] = None
    person: Count | None = None
    tone: dict[str, float] | None = None

    @model_validator(mode="after")
    def _one_source(self) -> ProfileIn:
        if sum(getattr(self, name) is not None for name in _SOURCES) != 1:
            raise PydanticCustomError("one_source", "one_source")
        return self


class ValueIn(Part):
    """A declared value, in the words of the catalogue or in one's own."""

    name: Named
    weight: Annotated[float, Field(gt=0, le=1e9, allow_inf_nan=False)] | None = None
    description: Text | None = None


def _kind_of_value(value: Any) -> str:
    return "value" if isinstance(value, dict | ValueIn) else "name"


DeclaredIn = Annotated[Annotated[Named, Tag("name")] | Annotated[ValueIn, Tag("value")], Discriminator(_kind_of_value)]


class BrandIn(Part):
    """What the owner declares; all of it may be left out."""

    values: Annotated[list[DeclaredIn], Field(max_length=limits.VALUES)] | None = None
    statement: Text | None = None
    audience: Text | None = None
    avoid: Annotated[list[Named] | None, Entries] = None


class OptionsIn(Part):
    """How to audit."""

    language: LanguageOrAuto | None = None
    report_language: Language | None = None
    store: bool | None = None
    suggestions: Few | None = None
    variants: Variants | None = None
    off: Annotated[list[SignalId] | None, Entries] = None
    ignore: Annotated[list[Key] | None, Entries] = None
    vocabulary: Annotated[list[Named] | None, Entries] = None
    sensitive: bool | None = None


class AuditRequest(Part):
    """Profiles of one person, what they declare, and how to audit."""

    profiles: Annotated[list[ProfileIn], Field(min_length=1, max_length=limits.PROFILES)]
    brand: BrandIn | None = None
    options: OptionsIn | None = None


class ExtractionRequest(Part):
    """A saved page to be read; `url` and `site` choose the reader and are never fetched."""

    html: Text
    url: Address | None = None
    site: Word | None = None


class PairingRequest(Part):
    """The one-time code that the terminal and the pairing page show."""

    code: Annotated[str, Field(min_length=1, max_length=40)]
