"""profile → text: the sentences of all profiles with tokens, word-list matches and classes, and the associations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from waarmerk import blind, classifiers, lexicons, people
from waarmerk.records import Fields, Language, Options, Profile, Sentence, Text, Token, ValueReading
from waarmerk.text import associations, hollow, language, normal, sentences, tokens, vocabulary

MOST_SENTENCES = 6_000  # beyond what a request of running text can hold; only lists of crumbs come here
_OTHER_LANGUAGE_WORDS = 8  # a sentence this long may show that it is in another language than its profile


def read(profiles: Sequence[Profile], options: Options) -> Text:
    """All profiles as one Text; classes come from one batched call. Raises nothing: empty profiles give no sentences."""
    languages = tuple(_language(profile, options) for profile in profiles)
    every = (s for i, p in enumerate(profiles) for s in _sentences(i, p, languages[i][0]))
    found = list(islice(every, MOST_SENTENCES))
    found = [vocabulary.spare(s, options.vocabulary) for s in found]
    judged = [vocabulary.spare(s, options.vocabulary) for s in hollow.grade(classifiers.classify(found))]
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


def fields_of(fields: Fields) -> Iterator[tuple[str, str, bool]]:
    """(path, text, scored) of every field that holds running text, in the order a reader meets them."""
    if fields.headline:
        yield "headline", fields.headline, True
    if fields.about:
        yield "about", fields.about, True
    for i, position in enumerate(fields.experience):
        if position.text:
            yield f"experience[{i}].text", position.text, True
    for i, feature in enumerate(fields.featured):
        yield f"featured[{i}]", feature, True
    for i, post in enumerate(fields.posts):
        yield f"posts[{i}]", post.text, not post.is_repost


def _sentences(index: int, profile: Profile, code: Language) -> Iterator[Sentence]:
    """The sentences of one profile; the person's own name is one token that tells nothing, wherever it stands."""
    cut = list(islice(_cut(index, profile, code), MOST_SENTENCES))
    found = blind.spans([(s.field, s.text) for s in cut], profile.fields.name or "")
    for sentence, own in zip(cut, found, strict=True):
        words = tokens.merged(sentence, own) if own else sentence.tokens
        spoken = _spoken(sentence.text, words, code)
        yield replace(sentence, tokens=words, own=own, language=spoken, matches=lexicons.scan(words, spoken))


def _cut(index: int, profile: Profile, code: Language) -> Iterator[Sentence]:
    for path, given, scored in fields_of(profile.fields):
        plain, offsets = normal.normalise(given)
        for start, end in sentences.split(plain):
            found = tokens.tokenise(plain, offsets, start, end)
            body, places = sentences.without_objects(plain, offsets, start, end)
            last = found[-1].end if found else offsets[end]
            yield Sentence(
                profile=index,
                field=path,
                start=offsets[start],
                end=max(last, offsets[end - 1] + 1),
                text=body,
                tokens=found,
                offsets=places,
                scored=scored and code != "uncertain",
            )


def _spoken(body: str, found: Sequence[Token], code: Language) -> Language:
    if len(found) < _OTHER_LANGUAGE_WORDS or code == "uncertain":
        return code
    other, sure = language.detect(body, found, hint=code)
    return other if sure and other != "uncertain" else code


def _language(profile: Profile, options: Options) -> tuple[Language, bool]:
    if options.language in language.KNOWN:
        return ("nl", True) if options.language == "nl" else ("en", True)
    whole = "\n".join(given for path, given, _ in fields_of(profile.fields) if not path.startswith("posts["))
    whole = whole or "\n".join(post.text for post in profile.fields.posts[:20])
    plain, offsets = normal.normalise(whole[:6000])
    return language.detect(plain, tokens.tokenise(plain, offsets), hint=profile.language_hint)


def with_values(text: Text, values: Sequence[ValueReading]) -> Text:
    """The text with the say-do ledger attached, for the signals that read it."""
    return replace(text, values=tuple(values))


def profile_language(profile: Profile) -> Language:
    """The language a profile seems to be written in."""
    return _language(profile, Options())[0]


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
