"""What a caller may switch: signals off, findings ignored, own vocabulary; through the API, on the real engine."""

import pytest

from waarmerk import messages, pipeline, signals
from waarmerk.report import html, markdown

TEXTS = {
    "en": "I am a results-driven baker. I bake bread in Leeds since 2004. We utilize old ovens. "
    "In 2023 I taught 40 people to bake. I am a huge fan of AT&T and I work at Rabobank.",
    "nl": "Ik ben een resultaatgerichte verbinder. Ik bak sinds 2004 brood in Leiden. Ik faciliteer synergie. "
    "In 2023 leerde ik 40 mensen bakken. Ik ben een groot fan van AT&T en ik werk bij Rabobank.",
}
LANGUAGES = sorted(TEXTS)
TERMS = {"en": ("results-driven", "RESULTS driven"), "nl": ("resultaatgerichte", "Resultaatgerichte")}


@pytest.fixture
def engine():
    """The engine of the product in place of the small one."""
    return pipeline


@pytest.fixture
def audit(client):
    def call(language, expected=200, **options):
        given = {"profiles": [{"text": TEXTS[language]}], "options": {"language": language, **options}}
        answer = client.post("/api/v1/audits", json=given, headers={"Accept-Language": language})
        assert answer.status_code == expected, answer.text
        return answer.json

    return call


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_signal_that_is_off_is_nowhere(audit, language):
    gone = ("buzzwords", "attachment")
    report = audit(language, off=list(gone))
    assert [s["id"] for s in report["signals"]] == [s.ID for s in signals.SIGNALS if s.ID not in gone]
    for rows in (report["findings"], report["contributions"], report["suggestions"]):
        assert not {row["signal"] for row in rows} & set(gone)
    assert not {s for c in report["categories"] for s in c["signals"]} & set(gone)
    points = sum(row["points"] for row in report["contributions"])
    assert report["overall"]["base"] + points == pytest.approx(report["overall"]["score"], abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_all_signals_off_only_the_say_do_table_is_told(audit, language):
    report = audit(language, off=[s.ID for s in signals.SIGNALS])
    assert (report["signals"], report["contributions"], report["overall"]["score"]) == ([], [], None)
    rest_on = {f for value in report["values"] for f in value["findings"]}
    assert {f["id"] for f in report["findings"]} == rest_on
    for rendering in (html, markdown):
        assert rendering.render(report, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("off", "at", "near"),
    [(["hype", "buzzword"], 1, "buzzwords"), (["sejdo"], 0, None), (["Hype"], 0, "hype"), (["x" * 500], 0, None)],
)
def test_an_unknown_signal_is_refused_with_a_pointer(audit, language, off, at, near):
    problem = audit(language, 422, off=off)
    known = ", ".join(pipeline.table().signals)
    said = ("did-you-mean", {"name": near}) if near else ("unknown", {"known": known})
    assert problem["errors"] == [
        {"pointer": f"/options/off/{at}", "detail": messages.text(language, f"web.fault.{said[0]}", **said[1])}
    ]


def test_the_document_names_the_signals(client):
    schemas = client.get("/api/v1/openapi.json").json["components"]["schemas"]
    off = schemas["OptionsIn"]["properties"]["off"]
    named = off.get("items") or off["anyOf"][0]["items"]
    assert set(named["enum"]) == {s.ID for s in signals.SIGNALS}


def _under(edit, finding):
    overlap = finding["start"] < edit["end"] and edit["start"] < finding["end"]
    return finding["signal"] == edit["signal"] and overlap


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ignored_finding_is_nowhere_and_its_words_stay(audit, language):
    before = audit(language)
    edit, mended = next(
        (s, found)
        for s in before["suggestions"]
        if s["kind"] == "edit" and (found := [f for f in before["findings"] if _under(s, f)])
    )
    keys = [f["key"] for f in mended]
    assert keys
    after = audit(language, ignore=[*keys, "a key of an older audit"])
    assert [f["key"] for f in after["findings"]] == [f["key"] for f in before["findings"] if f["key"] not in keys]
    there = {f["id"] for f in after["findings"]}
    named = [f for part in ("signals", "values", "associations") for row in after[part] for f in row["findings"]]
    assert set(named) <= there
    assert len(there) == len(after["findings"])
    assert edit["before"] not in [s["before"] for s in after["suggestions"]]
    assert after["overall"] == before["overall"]  # hidden, not judged away


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nth", [0, 1])
def test_a_term_of_ones_own_is_never_flagged(audit, language, nth):
    term = TERMS[language][0]

    def quotes(**options):
        found = audit(language, **options)
        return [f["quote"].lower() for f in found["findings"] if f["signal"] in ("buzzwords", "stock-phrases")]

    before, after = quotes(), quotes(vocabulary=[TERMS[language][nth]])
    assert any(term in quote for quote in before)
    assert after == [quote for quote in before if term not in quote]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_ones_own_is_no_association(audit, language):
    before, after = audit(language), audit(language, vocabulary=["at & t", "Wexcombe", "🌱"])
    assert {"AT&T", "Rabobank"} <= {a["name"] for a in before["associations"]}
    assert [a["name"] for a in after["associations"]] == [
        a["name"] for a in before["associations"] if a["name"] != "AT&T"
    ]
    quoted = [f["quote"] for f in after["findings"] if f["signal"] in ("associations", "attachment", "brand-fit")]
    assert "AT&T" not in quoted
    assert "Rabobank" in quoted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_ones_own_is_none_in_a_field_either(client, language):
    work = [{"title": "Baker", "organisation": name} for name in ("Bakkerij Zonnebloem", "Molen De Ster")]
    given = {"profiles": [{"fields": {"about": TEXTS[language], "experience": work}}]}
    given["options"] = {"language": language, "suggestions": 0, "vocabulary": ["bakkerij zonnebloem"]}
    told = [a["name"] for a in client.post("/api/v1/audits", json=given).json["associations"]]
    assert "Molen De Ster" in told
    assert "Bakkerij Zonnebloem" not in told
