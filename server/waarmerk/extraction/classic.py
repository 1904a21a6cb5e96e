"""Classic hCards and hResumes, given their microformats2 names.

mf2py upgrades the outermost classic root only, and not all of hCard's rarer properties; a card or event within an
hResume (its contact, its jobs) would lose what it says.
Source: microformats.org/wiki/hresume, hcard, hcalendar and their microformats2 successors.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from waarmerk.extraction.words import split

_ROOTS = {"vcard": "h-card", "vevent": "h-event", "adr": "h-adr", "hresume": "h-resume"}
_PLAIN = split(
    "given-name additional-name family-name honorific-prefix honorific-suffix nickname org organization-name"
    " organization-unit tel note category role adr label locality region country-name postal-code post-office-box"
    " street-address extended-address agent mailer key sort-string tz class"
)
_VCARD = {name: f"p-{name}" for name in _PLAIN} | {
    "fn": "p-name",
    "title": "p-job-title",
    "url": "u-url",
    "email": "u-email",
    "photo": "u-photo",
    "logo": "u-logo",
    "sound": "u-sound",
    "uid": "u-uid",
    "bday": "dt-bday",
    "rev": "dt-rev",
}
_VEVENT = {
    "summary": "p-name",
    "description": "p-description",
    "location": "p-location",
    "url": "u-url",
    "dtstart": "dt-start",
    "dtend": "dt-end",
    "duration": "dt-duration",
}
_HRESUME = {
    "contact": "p-contact",
    "summary": "p-summary",
    "experience": "p-experience",
    "education": "p-education",
    "skill": "p-skill",
    "affiliation": "p-affiliation",
}
_PROPERTIES = {"vcard": _VCARD, "vevent": _VEVENT, "hresume": _HRESUME, "adr": _VCARD}


def _classes(node: Tag) -> list[str]:
    found = node.get("class") or []
    return found.split() if isinstance(found, str) else list(found)


def upgrade(soup: BeautifulSoup) -> None:
    """Adds microformats2 classes within every outermost hResume and hCard of the tree, in place."""
    for resume in soup.find_all(class_=["hresume", "vcard"]):
        if not isinstance(resume, Tag) or any(name.startswith("h-") for name in _classes(resume)):
            continue
        if "hresume" not in _classes(resume) and resume.find(class_="fn") is None:
            continue  # without a formatted name mf2py implies one
        old = {id(node): _classes(node) for node in [resume, *resume.find_all(True)]}
        for node in resume.find_all(True):
            root = next((p for p in node.parents if set(old.get(id(p), ())) & _ROOTS.keys()), resume)
            rules = [_PROPERTIES[name] for name in old[id(root)] if name in _PROPERTIES]
            added = [rule[name] for name in old[id(node)] for rule in rules if name in rule]
            added += [_ROOTS[name] for name in old[id(node)] if name in _ROOTS]
            node["class"] = [name for name in old[id(node)] if name not in _ROOTS] + list(dict.fromkeys(added))
        types = [_ROOTS[name] for name in old[id(resume)] if name in _ROOTS]
        resume["class"] = [*(name for name in old[id(resume)] if name not in _ROOTS), *types]
