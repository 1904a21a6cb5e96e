"""The form: what it holds, kept while something needs mending, and the request of the public contract it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from werkzeug.datastructures import FileStorage, MultiDict

from waarmerk import messages
from waarmerk.web.pages import choices, upload

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as a person filled them; `values` are ids of the catalogue, `own` words with commas between."""

    text: str = ""
    url: str = ""
    values: tuple[str, ...] = ()
    own: str = ""
    statement: str = ""
    audience: str = ""
    text_language: str = AUTO
    report_language: str = messages.DEFAULT
    sensitive: bool = False

    @classmethod
    def empty(cls, language: str) -> Form:
        """An empty form; the report comes in the language of the page."""
        return cls(report_language=language)

    @classmethod
    def of(cls, sent: MultiDict[str, str], language: str) -> Form:
        """What was sent."""
        report_language = sent.get("report_language", "")
        text_language = sent.get("text_language", "")
        return cls(
            text=_lines(sent.get("text", "")),
            url=sent.get("url", "").strip(),
            values=tuple(sent.getlist("values")),
            own=sent.get("own", ""),
            statement=_lines(sent.get("statement", "")),
            audience=_lines(sent.get("audience", "")),
            text_language=text_language if text_language in messages.LANGUAGES else AUTO,
            report_language=report_language if report_language in messages.LANGUAGES else language,
            sensitive=sent.get("sensitive") == "yes",
        )

    @classmethod
    def of_request(cls, request: Mapping[str, Any], language: str) -> Form:
        """The form that would ask for this request (of an example: one profile, values of the catalogue)."""
        brand = request.get("brand", {})
        text = "\n\n".join(_texts(request["profiles"][0]))
        return cls(text=text, values=tuple(brand.get("values", ())), report_language=language)

    def keeping(self, request: Mapping[str, Any]) -> Form:
        """The form with the text of a chosen text file in its field, so that it can be changed and sent again."""
        return self if self.text else replace(self, text=str(request["profiles"][0].get("text") or ""))

    def request(self, file: FileStorage | None) -> dict[str, Any]:
        """The request of the public contract. Raises `Unreadable` where there is no profile to be had from it."""
        return self.about(upload.source(self.text, file, url=self.url))

    def about(self, source: Mapping[str, Any]) -> dict[str, Any]:
        """The request for this profile, or for the profiles of a whole request, with what the form declares."""
        options = {"language": self.text_language, "report_language": self.report_language, "sensitive": self.sensitive}
        if "profiles" not in source:
            return {"profiles": [source], "brand": self._brand(), "options": options}
        brand = source.get("brand") or {}  # of a JSON file; what is filled in here wins, what is wrong there is told
        merged = {**brand, **self._brand()} if isinstance(brand, Mapping) else brand
        return {"profiles": source["profiles"], "brand": merged, "options": options}

    def _brand(self) -> dict[str, Any]:
        names = choices.names(self.report_language)
        own = (word.strip() for word in self.own.replace("\n", ",").split(","))
        values = [*(names.get(v, v) for v in self.values), *filter(None, own)]
        texts = (("statement", self.statement), ("audience", self.audience))
        return {**({"values": values} if values else {}), **{name: text for name, text in texts if text.strip()}}


def _lines(text: str) -> str:
    """Browsers send CR LF; offsets should count what people see."""
    return text.replace("\r\n", "\n")


def _texts(profile: Mapping[str, Any]) -> list[str]:
    fields = profile.get("fields", {})
    posts = [post["text"] for post in fields.get("posts", ())]
    return [part for part in (profile.get("text"), fields.get("headline"), fields.get("about"), *posts) if part]
