"""Which language a profile is written in: one that has word lists, or "uncertain", said rather than guessed.

An identifier made for long text is unsure of a short bio full of English job titles, so its word is weighed with
the small words that only one of the languages has, the language of the page, and what the caller says.
Source: py3langid (its own instance: the module-level one is shared state). Known gap: two languages in one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from waarmerk import lexicons
from waarmerk.records import Language, Token

KNOWN: tuple[Language, ...] = lexicons.LANGUAGES
# Languages a Dutch or English reader may meet; others resemble these enough to be told "not covered".
OTHERS = (
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "da",
    "sv",
    "no",
    "fi",
    "pl",
    "tr",
    "ro",
    "cs",
    "ru",
    "uk",
    "ar",
    "zh",
    "ja",
    "id",
)
SHARE = 0.2  # of all words: from here small words settle it alone
ENOUGH = 3  # words below which nothing is told from the text alone


@cache
def _identifier() -> Any:
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({*KNOWN, *OTHERS} & set(identifier.nb_classes)))
    identifier._full_model = None  # the hundred languages left out; 27 MB that nothing reads any more
    return identifier


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(row["phrase"] for row in lexicons.entries(language, "smallwords"))


def detect(text: str, tokens: Sequence[Token], hint: str | None = None) -> tuple[Language, bool]:
    """The language to read the text in, and whether that is sure. Raises nothing: too little text is unsure English."""
    words = [t.text.lower() for t in tokens if t.kind == "word"]  # with accents: "à" is not "a"
    votes = {lang: sum(w in _small_words(lang) for w in words) for lang in KNOWN}
    hinted: Language | None = next((lang for lang in KNOWN if (hint or "").lower().startswith(lang)), None)
    first, second, *_ = sorted(votes.values(), reverse=True)
    if first > max(1, SHARE * len(words), 2 * second):
        return max(KNOWN, key=lambda lang: votes[lang]), True
    if len(words) < ENOUGH:
        best: Language = max(KNOWN, key=lambda lang: votes[lang])
        return hinted or best, hinted is not None
    ranked = dict(_identifier().rank(text[:4000]))
    top = max(ranked, key=lambda lang: ranked[lang])
    if top not in KNOWN and ranked[top] > 0.9 and len(words) >= 5 and max(votes.values()) <= len(words) // 6:
        return "uncertain", False
    if hinted and ranked.get(hinted, 0.0) > 0.05:
        return hinted, True
    best = max(KNOWN, key=lambda lang: ranked.get(lang, 0.0) + 0.2 * votes[lang])
    return best, ranked.get(best, 0.0) > 0.5
