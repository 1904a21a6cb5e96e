"""profile → text: the sentences of all profiles with tokens, word-list matches and classes, and the associations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, islice

from waarmerk import blind, classifiers, lexicons, people
from waarmerk.memo import Memo
from waarmerk.records import Language, Options, Profile, Sentence, Span, Text, Token, ValueReading
from waarmerk.text import associations, hollow, language, normal, parts, sentences, tokens, vocabulary
from waarmerk.text.fields import fields_of

MOST_SENTENCES = 6_000  # beyond what a request of running text can hold; only lists of crumbs come here
_LANGUAGE_FROM = 6_000  # characters at the start of a profile that tell its language
_Cut = tuple[str, bool, parts.Part]  # path, whether the field is scored, the sentence
_OTHER_LANGUAGE_WORDS = 8  # a sentence this long may show that it is in another language than its profile


def read(profiles: Sequence[Profile], options: Options, memo: Memo | None = None) -> Text:
    """All profiles as one Text; classes come from one batched call. Raises nothing: empty profiles give no sentences."""
    memo = memo or Memo()
    cuts = [list(islice(_cut(profile, memo), MOST_SENTENCES)) for profile in profiles]
    languages = tuple(_language(profile, cut, options) for profile, cut in zip(profiles, cuts, strict=True))
    every = (s for i, p in enumerate(profiles) for s in _sentences(i, p, cuts[i], languages[i][0], memo))
    own = vocabulary.terms(options.vocabulary)
    found = [vocabulary.spare(s, own) for s in islice(every, MOST_SENTENCES)]
    judged = [vocabulary.spare(s, own) for s in hollow.grade(classifiers.classify(found, memo))]
    text = Text(
        profiles=tuple(profiles),
        sentences=tuple(judged),
        language=_main_language(judged, [code for code, _ in languages]),
        languages=tuple(code for code, _ in languages),
        sure=tuple(sure for _, sure in languages),
        words=sum(t.kind == "word" for s in judged if s.scored for t in s.tokens),
        sensitive=options.sensitive,
        vocabulary=options.vocabulary,
    )
    return replace(text, associations=associations.find(text))


def _sentences(index: int, profile: Profile, cut: Sequence[_Cut], code: Language, memo: Memo) -> Iterator[Sentence]:
    """The sentences of one profile; the person's own name is one token that tells nothing, wherever it stands."""
    found = blind.spans([(path, part.sentence.text) for path, _, part in cut], profile.fields.name or "")
    for (path, own, part), named in zip(cut, found, strict=True):
        read = memo.once("read", (part.key, named, code), partial(_read, part.sentence, named, code))
        span, scored = Span(index, path, part.at, part.at), own and code != "uncertain"
        key = (part.key, named, code, span, scored)
        yield memo.once("placed", key, partial(parts.place, read, span, scored=scored))


def _cut(profile: Profile, memo: Memo) -> Iterator[_Cut]:
    for path, given, scored in fields_of(profile.fields):
        plain, offsets = memo.once("normal", given, partial(normal.normalise, given))
        for start, end in memo.once("split", plain, partial(sentences.split, plain)):
            key = parts.key(plain, offsets, start, end)
            yield path, scored, parts.Part(key, memo.once("cut", key, partial(parts.cut, key)), offsets[start])


def _read(sentence: Sentence, own: tuple[tuple[int, int], ...], code: Language) -> Sentence:
    words = tokens.merged(sentence, own) if own else sentence.tokens
    spoken = _spoken(sentence.text, words, code)
    return replace(sentence, tokens=words, own=own, language=spoken, matches=lexicons.scan(words, spoken))


def _spoken(body: str, found: Sequence[Token], code: Language) -> Language:
    if len(found) < _OTHER_LANGUAGE_WORDS or code == "uncertain":
        return code
    other, sure = language.detect(body, found, hint=code)
    return other if sure and other != "uncertain" else code


def _language(profile: Profile, cut: Sequence[_Cut], options: Options) -> tuple[Language, bool]:
    if options.language in language.KNOWN:
        return options.language, True
    told = [part.sentence for path, _, part in cut if not path.startswith("posts[")] or [p.sentence for _, _, p in cut]
    reached = list(accumulate(len(s.text) for s in told))
    first = told[: bisect_left(reached, _LANGUAGE_FROM) + 1]
    body = "\n".join(s.text for s in first)
    return language.detect(body, [t for s in first for t in s.tokens], hint=profile.language_hint)


def with_values(text: Text, values: Sequence[ValueReading]) -> Text:
    """The text with the say-do ledger attached, for the signals that read it."""
    return replace(text, values=tuple(values))


def profile_language(profile: Profile) -> Language:
    """The language a profile seems to be written in."""
    return _language(profile, list(islice(_cut(profile, Memo()), MOST_SENTENCES)), Options())[0]


def warnings(text: Text) -> dict[int, tuple[str, ...]]:
    """What a reader of the report should know of each profile: no text, a language not sure or not covered, two people."""
    found: dict[int, tuple[str, ...]] = {}
    for i, code in enumerate(text.languages):
        if not any(s.profile == i for s in text.sentences):
            found[i] = ("no-text",)
        elif code == "uncertain":
            found[i] = ("language-not-covered",)
        elif not text.sure[i]:
            found[i] = ("language-unsure",)
    for i, others in people.strangers(text.profiles).items():
        found[i] = (*found.get(i, ()), "two-people:" + ", ".join(str(j + 1) for j in others))
    if classifiers.beyond_encoder(text.sentences) and text.profiles:
        found[0] = (*found.get(0, ()), "long-text")
    return found


def _main_language(found: Sequence[Sentence], codes: Sequence[Language]) -> Language:
    weight: dict[Language, int] = {}
    for sentence in found:
        if sentence.scored:
            code = codes[sentence.profile]
            weight[code] = weight.get(code, 0) + len(sentence.tokens)
    if not weight:
        return codes[0] if codes else "uncertain"
    return max(weight, key=lambda code: weight[code])
