"""What the offline extractor finds in documents of several genres, and where it is silent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offline_documents import DOCUMENTS

from summarizer import Source
from summarizer.errors import UsageError
from summarizer.extraction.derive import fill_derived
from summarizer.extraction.offline import extract
from summarizer.kinds import Kind, get_kind
from summarizer.reading import read
from summarizer.report import Verdict
from summarizer.verification import verify_briefing

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.txt"))
FOUNDING = "news/sputnik-seed-putin-biden-2021-12-30.txt"
EMPTY: dict[str, Any] = {
    "event": None,
    "participants": [],
    "informants": [],
    "duration": None,
    "agreed_formats": [],
    "agreements": [],
    "positions": [],
    "next_steps": [],
}


def brief(text: str, kind: str = "briefing") -> dict[str, Any]:
    return extract(read(Source.from_text(text)), get_kind(kind))


def names(records: list[dict[str, Any]]) -> list[str | None]:
    return [r["name"] for r in records]


def records_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    lists = [r for value in data.values() if isinstance(value, list) for r in value]
    return lists + [r for r in (data.get("event"), data.get("duration")) if r]


TEXTS = {**DOCUMENTS, **{path.stem: path.read_text("utf-8") for path in EXAMPLES}}
every_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("readout", ["Ellen Marsh", "Bela Varga", "Joseph Oduya"]),
        ("merger", ["Northgate", "Solberg"]),
        ("club", ["David Millward", "Alan Pike"]),
        ("minutes", ["Joan Harker", "Martin Patel", "Sarah Reid"]),
        ("summit", ["Claire Moreau", "Samir Nabil"]),
        ("briefing", ["Paulo Reis", "Anna Berg"]),
        ("notice", []),
    ],
)
def test_participants(document: str, expected: list[str]) -> None:
    """Those who took part are named, and nobody who was absent, excused or only speaks about it."""
    assert names(brief(DOCUMENTS[document])["participants"]) == expected


def test_a_counterpart_has_the_same_office() -> None:
    """ "French President A and her Egyptian counterpart, B": both are presidents, each of the own country."""
    told = [(p["role"], p["affiliation"]) for p in brief(DOCUMENTS["summit"])["participants"]]
    assert told == [("President", "France"), ("President", "Egypt")]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("readout", (40.0, "at_least")),
        ("merger", (360.0, "about")),
        ("club", (80.0, "exact")),
        ("summit", (2880.0, "exact")),
        ("briefing", (180.0, "exact")),
        ("minutes", None),
        ("notice", None),
    ],
)
def test_duration_is_that_of_the_event(document: str, expected: tuple[float, str] | None) -> None:
    """The length of the event is told, and not that of a press briefing, of earlier talks or of a film."""
    duration = brief(DOCUMENTS[document])["duration"]
    assert (duration and (duration["minutes"], duration["bound"])) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("readout", [("trilateral rail dialogue", "Nairobi", "2024-06-03", "agreed")]),
        ("merger", [("joint integration committee", "Basel", None, "agreed")]),
        ("club", []),
        ("briefing", [("meeting", "Oslo", "2024-05-02", "announced")]),
        ("notice", []),
    ],
)
def test_formats(document: str, expected: list[tuple[str | None, ...]]) -> None:
    """What is agreed or announced is a format with place and date; what was not agreed on is none."""
    data = (
        read_at(DOCUMENTS[document], "2024-04-09") if document == "briefing" else brief(DOCUMENTS[document])
    )
    assert [(f["name"], f["place"], f["date"], f["status"]) for f in data["agreed_formats"]] == expected


def read_at(text: str, published: str) -> dict[str, Any]:
    return extract(read(Source.from_text(text, published=published)), get_kind("briefing"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "will take place in three tracks: in Oslo, in Bern through the OSCE and in Rome",
            {"Oslo", "Bern", "Rome"},
        ),
        ("will be held in Oslo and in Bern", {"Oslo", "Bern"}),
        ("will not be held in Oslo and in Bern", set()),
    ],
    ids=["with a body", "two places", "denied"],
)
def test_a_list_of_places(sentence: str, expected: set[str]) -> None:
    """Places told one after the other are one format each."""
    text = f"The two leaders agreed that the negotiations {sentence}, a spokeswoman said after the talks.\n"
    found = {f["place"] for f in brief(text)["agreed_formats"]}
    assert found == expected


def test_formats_in_brackets_join_those_of_the_text() -> None:
    """An editor's bracket inside a quotation lists formats; the same place elsewhere is the same format."""
    text = (
        "Norwegian Minister Kari Lunde and Maltese Minister Lucia Ferro met in Valletta on Tuesday.\n\n"
        '"Both tracks matter [bilateral talks in Oslo and a ministerial council in Bern]," Lunde told reporters.\n\n'
        "The ministers agreed that negotiations will be held in Oslo and in Bern.\n"
    )
    told = [(f["name"], f["place"], f["status"]) for f in brief(text)["agreed_formats"]]
    assert told == [("bilateral talks", "Oslo", "agreed"), ("ministerial council", "Bern", "agreed")]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("merger", ["The two companies agreed to exchange financial data by 21 March."]),
        ("club", ["Away tickets will be capped at 20 pounds."]),
        ("minutes", ["The Committee agreed to close the pier to lorries from 1 November 2024."]),
        ("notice", []),
    ],
)
def test_agreements(document: str, expected: list[str]) -> None:
    """Results that are no meetings are agreements, in the source's own words."""
    assert [a["what"] for a in brief(DOCUMENTS[document])["agreements"]] == expected


@pytest.mark.parametrize(
    ("document", "words", "speaker", "holder"),
    [
        ("readout", "urged both governments", "Ellen Marsh", "Ellen Marsh"),
        ("readout", "denied that the line", "Joseph Oduya", "Joseph Oduya"),
        ("briefing", "will not withdraw", "Nora Lind", "Paulo Reis"),
        ("summit", "No cover, no cargo", "Samir Nabil", "Samir Nabil"),
        ("club", "we will put it right", "David Millward", "David Millward"),
    ],
)
def test_speaker_and_holder(document: str, words: str, speaker: str, holder: str) -> None:
    """Who says it and whose position it is are told apart: a spokesperson passes on a minister's."""
    found = [p for p in brief(DOCUMENTS[document])["positions"] if words in p["statement"]]
    assert [(p["speaker"], p["holder"]) for p in found] == [(speaker, holder)]


def test_a_denial_keeps_its_denial() -> None:
    """The statement of what was denied is the denial, never the thing denied."""
    statements = [p["statement"] for p in brief(DOCUMENTS["readout"])["positions"]]
    assert "President Oduya denied that the line had been closed on purpose." in statements


@pytest.mark.parametrize("document", ["spanish", "notice"])
def test_nothing_is_made_of_nothing(document: str) -> None:
    """A text in another language, and one with nothing to brief, give an empty briefing."""
    data = brief(DOCUMENTS[document])
    assert {k: v for k, v in data.items() if k != "title"} == EMPTY


@every_text
def test_evidence_is_the_source(text: str) -> None:
    """Every quote of the evidence is a substring of the source and stands in the sentence that is named."""
    reading = read(Source.from_text(text))
    for record in records_of(extract(reading, get_kind("briefing"))):
        assert record["evidence"]
        for piece in record["evidence"]:
            start = text.find(piece["quote"], reading.sentences[piece["sentence"] - 1].span.start)
            assert start == text.find(piece["quote"], start) >= 0


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_verifier_agrees(text: str) -> None:
    """No field of an offline briefing is unsupported or contradicted."""
    reading, kind = read(Source.from_text(text)), get_kind("briefing")
    found = verify_briefing(extract(reading, kind), reading, kind).findings
    bad = [
        (f.path, f.value, f.reasons[0].message)
        for f in found
        if f.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
    ]
    assert not bad


@every_text
def test_extraction_is_plain_data(text: str) -> None:
    """A briefing is JSON and the same each time."""
    assert json.dumps(brief(text)) == json.dumps(brief(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(" ".join(DOCUMENTS.values()).split())), max_size=80).map(" ".join))
def test_any_words_give_a_briefing(text: str) -> None:
    """No order of words stops the extractor, and all its quotes are in the text."""
    for record in records_of(brief(text)):
        assert all(piece["quote"] in text for piece in record["evidence"])


def test_statements_are_verbatim() -> None:
    """The kind `statements` gives sentences of the source, those that attribute something among them."""
    texts = [s["text"] for s in brief(DOCUMENTS["club"], "statements")["statements"]]
    source = " ".join(DOCUMENTS["club"].split())
    assert all(text in source for text in texts)
    assert any("asked for a seat" in text for text in texts)


def test_other_kinds_need_a_model() -> None:
    """A kind that the offline extractor does not know is refused, with the remedy."""
    kind = Kind(name="minutes", summary="", schema=get_kind("statements").schema)
    with pytest.raises(UsageError) as caught:
        extract(read(Source.from_text("A text.")), kind)
    assert "--model" in (caught.value.remedy or "")


# -- what code derives from a model's answer ---------------------------------------------------------

SPOKEN = Source.from_text('"We will sign on Friday," Minister Anna Berg said. She called the talks useful.')
TURNS = Source.from_text(
    "MS. BERG:  We will sign on Friday.\n\nQ    Are you sure?\n\nMS. BERG:  We are.\n\nQ    Why?\n\nMS. BERG:  Look.\n"
)


@pytest.mark.parametrize(
    ("text", "minutes", "bound"),
    [
        ("about 40 minutes", 40.0, "about"),
        ("two hours and a quarter", 135.0, "exact"),
        ("one hour on Monday and two hours on Tuesday", 180.0, "exact"),
        ("several hours", None, "exact"),
        ("long", None, None),
        (None, None, None),
    ],
)
def test_derived_length(text: str | None, minutes: float | None, bound: str | None) -> None:
    """Minutes and bound are read from the words of the length; several sessions are summed."""
    data = fill_derived({"duration": {"text": text, "evidence": []}}, get_kind("briefing"), read(SPOKEN))
    assert (data["duration"]["minutes"], data["duration"]["bound"]) == (minutes, bound)


@pytest.mark.parametrize(
    ("source", "quote", "direct"),
    [
        (SPOKEN, "We will sign on Friday", True),
        (SPOKEN, "the talks useful", False),
        (SPOKEN, "we shall never sign", None),
        (SPOKEN, None, False),
        (TURNS, "We will sign on Friday.", True),
    ],
    ids=["in marks", "reported", "not in the source", "no quote", "in a turn"],
)
def test_derived_direct(source: Source, quote: str | None, direct: bool | None) -> None:
    """A position is direct when its quote stands in quotation marks or in a speaker's turn."""
    data = fill_derived({"positions": [{"quote": quote}]}, get_kind("briefing"), read(source))
    assert data["positions"][0]["direct"] is direct


def test_derived_fields_keep_what_is_given() -> None:
    """A value that a model gave is not changed, nor is its answer."""
    given = {
        "duration": {"text": "two hours", "minutes": 90.0, "bound": "about"},
        "positions": [{"quote": None, "direct": True}],
    }
    before = json.dumps(given)
    assert fill_derived(given, get_kind("briefing"), read(SPOKEN))["duration"]["minutes"] == 90.0
    assert fill_derived(given, get_kind("briefing"), read(SPOKEN))["positions"][0]["direct"] is True
    assert json.dumps(given) == before


# -- the founding document ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def founding(corpus: Path) -> dict[str, Any]:
    path = corpus / "docs" / FOUNDING
    if not path.is_file():
        pytest.skip("the founding document is not in the shared corpus")
    return brief(path.read_text("utf-8"))


def test_founding_participants_and_duration(founding: dict[str, Any]) -> None:
    """Two presidents took part, for about 50 minutes."""
    assert names(founding["participants"]) == ["Vladimir Putin", "Joe Biden"]
    assert (founding["duration"]["minutes"], founding["duration"]["bound"]) == (50.0, "about")


def test_founding_formats(founding: dict[str, Any]) -> None:
    """Three formats, each with its place."""
    told = {f["place"]: f["name"] for f in founding["agreed_formats"]}
    assert set(told) == {"Geneva", "Brussels", "Vienna"}
    assert "bilateral" in told["Geneva"]
    assert "Russia-NATO" in told["Brussels"]
    assert "OSCE" in told["Vienna"]


def test_founding_speakers(founding: dict[str, Any]) -> None:
    """At least five speakers hold positions, and the words of each are their own."""
    said = {p["speaker"]: p["statement"] for p in founding["positions"]}
    assert len(said) >= 5
    by_words = {p["statement"]: p["speaker"] for p in founding["positions"]}
    assert next(s for t, s in by_words.items() if "de-escalate tensions" in t) == "Jen Psaki"
    assert next(s for t, s in by_words.items() if "strike weapons" in t) == "Yuri Ushakov"
    assert next(s for t, s in by_words.items() if "ball is on" in t) == "Russian Foreign Ministry"
