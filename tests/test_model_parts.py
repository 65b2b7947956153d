"""A long document is asked about in parts, and one briefing is made of the answers."""

from __future__ import annotations

import re
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import give, run
from model_calls import leave_the_machine
from model_runs import EMPTY, finding, part_of

from summarizer import Report, Source, Verdict, brief, load
from summarizer.errors import ModelUnreachableError, RefusalError
from summarizer.extraction.parts import cut
from summarizer.kinds import get_kind
from summarizer.reading import read
from summarizer.testing import Answer, Fault, Reply, Request, ScriptedModel

TURNS = 60
SPEAKERS = ("MR. LIND", "MS. REYES", "MR. HOLM")
TALK = "Session of the river council\n\nGENEVA, 12 January 2022\n\n" + "\n\n".join(
    f"{SPEAKERS[i % 3]}: This is point {i + 1} of the talks. We will look at lock {i + 1} of the canal in spring. "
    f"The gauge there showed {100 + i} centimetres. Nobody wants to close lock {i + 1}."
    for i in range(TURNS)
)
SOURCE = Source.from_text(TALK, published="2022-01-12", id="talk", title="Session of the river council")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


def ask(server: ScriptedModel, source: Source = SOURCE, **options: Any) -> Report:
    choices = {"chunk_tokens": 600, "repairs": 0, **options}
    return brief(source, model="openai/scripted", base_url=server.base_url, **choices)


def line(request: Request, words: str) -> int | None:
    """Return the number of the line of a request that holds `words`."""
    found = re.search(rf"^\[(\d+)\*?\] .*{re.escape(words)}", request.messages[1]["content"], re.MULTILINE)
    return int(found[1]) if found else None


def points(request: Request) -> dict[str, Any]:
    """Play a careful model: one position for each point that a part tells."""
    text = request.messages[1]["content"]
    found = re.findall(
        r"^\[(\d+)\] (?:(M[RS]\. [A-Z]+): )?This is point (\d+) of the talks", text, re.MULTILINE
    )
    people = [n for n in ("LIND", "REYES", "HOLM") if f"{n}: " in text]
    return {
        **EMPTY,
        "participants": [
            {
                "name": name.title(),
                "role": None,
                "affiliation": None,
                "evidence": [{"quote": None, "sentence": line(request, f"{name}: ")}],
            }
            for name in people
        ],
        "positions": [
            {
                "holder": None,
                "speaker": None,
                "statement": f"This is point {point} of the talks.",
                "quote": None,
                "evidence": [{"quote": f"This is point {point} of the talks", "sentence": int(number)}],
            }
            for number, _, point in found
        ],
    }


# -- cutting -----------------------------------------------------------------------------------


def test_a_short_document_is_asked_about_at_once() -> None:
    """What fits is one request, with the whole document in it."""
    with ScriptedModel(points) as server:
        ask(server, chunk_tokens=None)
    assert len(server.requests) == 1
    assert "One part" not in server.requests[0].text


def test_parts_hold_every_sentence_once_and_begin_with_a_turn() -> None:
    """No sentence is lost or told twice, the numbers are those of the whole, and no turn of a speaker is torn."""
    with ScriptedModel(points) as server:
        report = ask(server)
    parts = sorted(part_of(request) for request in server.requests)
    assert len(parts) > 3
    assert [n for part in parts for n in part] == list(range(1, len(read(SOURCE).sentences) + 1))
    for part in parts[1:]:
        first = read(SOURCE).sentences[part[0] - 1].text
        assert re.match(r"M[RS]\. ", first), first
    assert report.failures == ()
    assert (report.extractor.model_extra or {})["parts"] == len(parts) if report.extractor else False


def test_every_part_knows_the_whole() -> None:
    """Title, date and the names of all speakers stand in each part; the instructions are the same."""
    with ScriptedModel(points) as server:
        ask(server)
    for request in server.requests:
        head = request.messages[1]["content"].split("\n[", 1)[0]
        assert "Published: 2022-01-12" in head
        assert "Session of the river council" in request.messages[1]["content"]
        names = next(row for row in head.splitlines() if row.startswith("Names in the whole document: "))
        assert all(name in names.upper() for name in ("LIND", "REYES", "HOLM"))
        assert request.messages[0] == server.requests[0].messages[0]


def test_a_turn_longer_than_a_part_says_who_speaks() -> None:
    """Where a part begins in the middle of a speech, the speaker is named above it."""
    speech = "MS. REYES: Please begin.\n\nMR. LIND: Thank you.\n\nMS. REYES: Go on.\n\nMR. LIND: " + " ".join(
        f"The lock number {i} stays open." for i in range(400)
    )
    with ScriptedModel(points) as server:
        ask(server, Source.from_text(speech))
    later = [r for r in server.requests if part_of(r)[0] != 1]
    assert later
    assert all("Speaking in the first line: MR. LIND" in r.messages[1]["content"] for r in later)


def test_parts_are_no_longer_than_asked_for() -> None:
    """Each part's lines stay within the tokens, by the cautious count."""
    for tokens in (100, 300, 1000):
        for part in cut(read(SOURCE), tokens):
            size = sum(len(s.text.encode()) for s in part.sentences)
            assert size <= tokens * 3 or len(part.sentences) == 1


# -- merging -----------------------------------------------------------------------------------


def test_records_of_all_parts_make_one_briefing() -> None:
    """Each point is there once, in the order of the document; a person named in every part is one participant."""
    with ScriptedModel(points) as server:
        report = ask(server)
    assert [p.statement for p in report.briefing.positions] == [
        f"This is point {i + 1} of the talks." for i in range(TURNS)
    ]
    assert sorted(p.name for p in report.briefing.participants) == ["Holm", "Lind", "Reyes"]
    assert {f.verdict for f in report.findings if f.path.endswith("/statement")} == {Verdict.SUPPORTED}


def test_what_parts_tell_differently_is_shown() -> None:
    """One length is kept, marked for review, with what the other part said."""

    def differing(request: Request) -> Answer:
        at = part_of(request)[0]
        words = "in spring" if at == 1 else "of the canal"
        evidence = [{"quote": None, "sentence": line(request, words)}]
        return {
            **EMPTY,
            "event": {
                "what": "talks",
                "date": None,
                "time": None,
                "place": "Geneva" if at == 1 else "Vienna",
                "evidence": evidence,
            },
        }

    with ScriptedModel(differing) as server:
        report = ask(server)
    found = finding(report, "/event/place")
    assert found.value == "Geneva"
    assert found.verdict is not Verdict.SUPPORTED
    assert [r.message for r in found.reasons if r.code == "parts_differ"] == [
        "another part of the document gives “Vienna”"
    ]
    assert "Vienna" in report.to_markdown()


def test_what_one_part_leaves_open_another_fills() -> None:
    """A role told in a later part joins the person, with the evidence that shows it."""

    def answer(request: Request) -> Answer:
        at = line(request, "LIND: ")
        first = part_of(request)[0] == 1
        person = {
            "name": "Lind",
            "role": None if first else "engineer",
            "affiliation": None,
            "evidence": [{"quote": None, "sentence": at}],
        }
        return {**EMPTY, "participants": [person]}

    with ScriptedModel(answer) as server:
        report = ask(server)
    assert [(p.name, p.role) for p in report.briefing.participants] == [("Lind", "engineer")]
    assert len(report.briefing.participants[0].evidence) == 2


# -- parts that fail ---------------------------------------------------------------------------


def refusing(request: Request) -> Answer:
    return (
        Reply(None, message={"refusal": "Not this part."})
        if "point 30 of" in request.text
        else points(request)
    )


def test_a_part_that_fails_is_told_with_its_place() -> None:
    """The others make the briefing; what could not be processed stands in `failures`, with offsets and reason."""
    with ScriptedModel(refusing) as server:
        report = ask(server)
    [failure] = report.failures
    assert "Not this part." in failure.message
    assert "point 30 of" in TALK[failure.start : failure.end]
    told = {p.statement for p in report.briefing.positions}
    assert "This is point 30 of the talks." not in told
    assert {"This is point 1 of the talks.", f"This is point {TURNS} of the talks."} <= told


def test_a_part_that_fails_is_exit_code_5(tmp_path: Path) -> None:
    """The command writes what there is, says how many parts are missing, and exits with 5."""
    story = give(tmp_path, TALK, "talk.txt")
    with ScriptedModel(refusing) as server:
        result = run(
            "brief",
            story,
            "--model",
            "m",
            "--base-url",
            server.base_url,
            "--chunk-tokens",
            "600",
            "--repairs",
            "0",
            "--format",
            "json",
        )
    assert result.code == 5
    assert len(Report.from_json(result.out).failures) == 1
    assert "1 parts of the document could not be processed" in result.err


def test_when_all_parts_fail_there_is_no_briefing() -> None:
    """Then the first part's error is the run's."""
    with ScriptedModel(Reply(None, message={"refusal": "Nothing."})) as server, pytest.raises(RefusalError):
        ask(server)


def test_an_endpoint_that_never_answered_is_not_asked_about_every_part() -> None:
    """A server that is down ends the run after the parts that were under way."""
    with ScriptedModel(Fault(401)) as server, pytest.raises(ModelUnreachableError):
        ask(server, chunk_tokens=100)
    assert len(server.requests) <= 4


def test_parts_run_side_by_side() -> None:
    """Several parts are under way at once, and never more than four."""
    now, most = 0, 0
    lock = threading.Lock()

    def slow(request: Request) -> Answer:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.2)
        with lock:
            now -= 1
        return points(request)

    with ScriptedModel(slow) as server:
        ask(server, chunk_tokens=300)
    assert 1 < most <= 4


def test_progress_is_told() -> None:
    """A listener hears of each part done, and of the tokens so far."""
    heard: list[tuple[int, int, int]] = []
    with ScriptedModel(points) as server:
        report = ask(server, on_progress=lambda p: heard.append((p.parts_done, p.parts, p.tokens)))
    done, parts, tokens = heard[-1]
    assert done == parts > 3
    assert tokens == report.usage.input_tokens + report.usage.output_tokens
    assert [h[0] for h in heard] == sorted(h[0] for h in heard)


def test_half_a_million_characters_pass() -> None:
    """A day's debate is cut, asked about, merged and verified."""
    text = "\n\n".join(
        f"{SPEAKERS[i % 3]}: This is point {i + 1} of the talks. "
        + "The gauge showed no change on that day. " * 12
        for i in range(1000)
    )
    assert len(text) > 500_000
    with ScriptedModel(points) as server:
        report = ask(server, Source.from_text(text), chunk_tokens=None)
    assert len(server.requests) > 10
    assert len(report.briefing.positions) == 1000
    assert report.failures == ()


LONG = {
    "other/hansard-commons-1985-12-16-xml-long.xml": 400_000,
    "other/clemency-list-2024-12-12-long.txt": 200_000,
    "transcripts/kremlin-direct-line-2019-06-20-long.html": 200_000,
    "transcripts/wh-biden-press-conference-2022-01-19-long.txt": 90_000,
    "transcripts/wh-hannity-interview-2025-02-18-long.txt": 90_000,
}


@pytest.mark.parametrize(("name", "least"), LONG.items(), ids=LONG.keys())
def test_the_long_documents_of_the_corpus_pass(name: str, least: int, corpus: Path) -> None:
    """As they lie, through every step but a real model: each line is shown once, each part has its record in the end."""
    source = load(corpus / "docs" / name)
    assert len(source.text) > least
    shown: list[int] = []

    def quoting(request: Request) -> Answer:
        shown.extend(part_of(request))
        rows = [
            row for row in request.messages[1]["content"].splitlines() if re.match(r"\[\d+\] .{40,}", row)
        ]
        number, _, words = rows[0].partition("] ")
        record = {"text": words, "evidence": [{"quote": None, "sentence": int(number[1:])}]}
        return {"statements": [record]}

    with ScriptedModel(quoting) as server:
        report = ask(server, source, chunk_tokens=None, kind=get_kind("statements").name)
    assert report.failures == ()
    assert len(report.briefing.statements) == len(server.requests) > 1
    assert len(shown) == len(set(shown))
