"""The library's functions do what the commands do, on values instead of files."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command_line import STORY

from summarizer import Finding, Report, Source, SummarizerError, Verdict, abrief, brief, check, verify
from summarizer.errors import (
    BriefingError,
    InputError,
    ModelAnswerError,
    ModelSetupError,
    ModelUnreachableError,
    UsageError,
)
from summarizer.kinds import get_kind
from summarizer.report import BelowStandardError
from summarizer.testing import Fault, Request, ScriptedModel

BRIEFING: dict[str, Any] = {
    "title": "Envoys end first round of river talks",
    "participants": [
        {
            "name": "Ana Reyes",
            "evidence": [{"quote": "Ana Reyes and the northern envoy, Bo Lind, met in Geneva"}],
        }
    ],
    "duration": {"text": "about 50 minutes", "evidence": [{"quote": "The meeting lasted about 50 minutes"}]},
}
ANSWER: dict[str, Any] = {
    "title": "Envoys end first round of river talks",
    "event": None,
    "participants": [
        {
            "name": "Ana Reyes",
            "role": "mediator",
            "affiliation": None,
            "evidence": [{"quote": "The mediator Ana Reyes", "sentence": 2}],
        }
    ],
    "informants": [],
    "duration": {
        "text": "about 50 minutes",
        "evidence": [{"quote": "lasted about 50 minutes", "sentence": 3}],
    },
    "agreed_formats": [],
    "agreements": [],
    "positions": [],
    "next_steps": [],
}


@pytest.fixture
def source() -> Source:
    return Source.from_text(STORY, published="2022-01-13", id="story")


def finding(report: Report, path: str) -> Finding:
    found = [f for f in report.findings if f.path == path]
    assert len(found) == 1
    return found[0]


# -- brief -------------------------------------------------------------------------------------


def test_brief_needs_no_model(source: Source) -> None:
    """Without a model the briefing is made offline, and every span is the source's own text."""
    report = brief(source)
    assert report.kind == "briefing"
    assert report.extractor is not None
    assert report.extractor.name == "offline"
    assert "We are not going to close the river" in report.to_json()
    assert report.findings
    for found in report.findings:
        for span in found.spans:
            assert STORY[span.start : span.end] == span.text


def test_offline_is_the_model_s_name_for_none(source: Source) -> None:
    """`offline` by name, by None and asynchronously is one and the same."""
    reports = [brief(source), brief(source, model="offline"), asyncio.run(abrief(source))]
    assert len({json.dumps(r.model_dump(mode="json")) for r in reports}) == 1


def test_brief_takes_a_path_and_a_date(tmp_path: Path) -> None:
    """A path is loaded; the date is the document's date of publication."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    for given in (path, str(path)):
        report = brief(given, date=date(2022, 1, 13))
        assert (report.source.text, report.source.published) == (STORY, "2022-01-13")


def test_an_unknown_kind_is_refused(source: Source) -> None:
    """The error names the kinds that there are."""
    with pytest.raises(BriefingError) as caught:
        brief(source, kind="poem")
    assert "briefing, statements" in (caught.value.remedy or "")


def test_brief_by_a_model_over_http(source: Source) -> None:
    """The model sees the numbered document, its answer is verified, and what code derives is filled in."""
    with ScriptedModel(ANSWER) as server:
        report = brief(source, model="openai/scripted", base_url=server.base_url, api_key="k")
        assert "about 50 minutes" in server.requests[0].text
    assert report.extractor is not None
    assert report.extractor.name == "openai/scripted"
    assert report.usage.requests == 1
    assert finding(report, "/participants/0/name").verdict is Verdict.SUPPORTED
    assert report.briefing.duration.minutes == 50
    assert report.briefing.duration.bound == "about"


def test_brief_works_where_an_event_loop_runs(source: Source) -> None:
    """In a notebook a loop runs already: `brief` works there too, with a model and without."""

    async def notebook() -> list[Report]:
        with ScriptedModel(ANSWER) as server:
            return [brief(source), brief(source, model="openai/scripted", base_url=server.base_url)]

    assert [r.kind for r in asyncio.run(notebook())] == ["briefing", "briefing"]


def test_several_briefings_run_side_by_side(source: Source) -> None:
    """`abrief` leaves the event loop free while the model thinks: the second request comes before the first answer."""
    import threading

    both = threading.Barrier(2, timeout=60)

    def answer(_: Request) -> dict[str, Any]:
        both.wait()
        return ANSWER

    async def two(url: str) -> list[Report]:
        return await asyncio.gather(
            *(abrief(source, model="openai/scripted", base_url=url) for _ in range(2))
        )

    with ScriptedModel(answer) as server:
        reports = asyncio.run(two(server.base_url))
    assert [r.usage.requests for r in reports] == [1, 1]


@pytest.mark.parametrize("inside", [False, True], ids=["plain", "in a loop"])
def test_errors_of_the_model_reach_the_caller(source: Source, inside: bool) -> None:
    """What goes wrong at the model is one of three errors, wherever `brief` is called."""

    def ask(script: Any, error: type[SummarizerError]) -> None:
        with ScriptedModel(script) as server, pytest.raises(error):
            brief(source, model="openai/scripted", base_url=server.base_url)

    async def notebook() -> None:
        ask(Fault(401, "no"), ModelUnreachableError)
        ask("I cannot.", ModelAnswerError)
        with pytest.raises(ModelSetupError):
            brief(source, model="nobody/x")

    if inside:
        asyncio.run(notebook())
    else:
        ask(Fault(401, "no"), ModelUnreachableError)
        ask("I cannot.", ModelAnswerError)


# -- verify ------------------------------------------------------------------------------------


def test_verify_takes_every_form_of_a_briefing(source: Source, tmp_path: Path) -> None:
    """A mapping, a model, JSON text, a Path and a Report of one briefing give the same findings."""
    path = tmp_path / "briefing.json"
    path.write_text(json.dumps(BRIEFING), encoding="utf-8")
    report = verify(BRIEFING, source)
    assert finding(report, "/participants/0/name").verdict is Verdict.SUPPORTED
    model = get_kind("briefing").schema.model_validate(BRIEFING)
    for same in (
        model,
        json.dumps(BRIEFING),
        path,
        report,
        report.to_json(),
        {"kind": "briefing", **BRIEFING},
    ):
        again = verify(same, source)
        assert (again.kind, again.findings) == ("briefing", report.findings)


def test_verify_takes_a_memo_and_prose(source: Source, tmp_path: Path) -> None:
    """Text that is no JSON is a list of claims."""
    memo = tmp_path / "memo.md"
    memo.write_text("# Talks\n\nAna Reyes met Bo Lind in Geneva.\n", encoding="utf-8")
    for prose in (memo, memo.read_text("utf-8"), "Ana Reyes met Bo Lind in Geneva."):
        report = verify(prose, source)
        assert report.kind == "statements"
        assert finding(report, "/statements/0/text").value == "Ana Reyes met Bo Lind in Geneva."


def test_a_model_brings_its_kind(source: Source) -> None:
    """An instance of a kind's schema is verified as that kind; a given kind goes before it."""
    statements = get_kind("statements").schema.model_validate(
        {"statements": [{"text": "They met in Geneva."}]}
    )
    assert verify(statements, source).kind == "statements"
    assert (
        verify({"statements": [{"text": "They met in Geneva."}]}, source, kind="statements").kind
        == "statements"
    )


def test_verify_leaves_what_it_is_given_as_it_is(source: Source) -> None:
    """The caller's data is not changed."""
    given = {"kind": "briefing", **json.loads(json.dumps(BRIEFING))}
    before = json.dumps(given)
    verify(given, source)
    assert json.dumps(given) == before


def test_python_values_are_taken_as_json(source: Source) -> None:
    """Dates, tuples and enumerations become what JSON has for them."""
    report = verify({"event": {"what": "talks", "date": date(2022, 1, 12)}, "participants": ()}, source)
    assert finding(report, "/event/date").value == "2022-01-12"


REFUSED = {
    "a name of a file": "briefing.json",
    "broken JSON": '{"title": ',
    "a list": "[1]",
    "no claim": "...",
    "an unknown kind": {"kind": "poem"},
    "a value that is no JSON": {"title": object()},
    "not a number": {"duration": {"minutes": float("nan")}},
    "another format": {"format": "summarizer/report/9"},
}


@pytest.mark.parametrize("briefing", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_briefing_is_refused(source: Source, briefing: Any) -> None:
    """A BriefingError with one line, whatever is wrong."""
    with pytest.raises(BriefingError) as caught:
        verify(briefing, source)
    assert "\n" not in caught.value.message


def test_a_briefing_in_a_circle_is_refused(source: Source) -> None:
    """A mapping that holds itself is no briefing."""
    ring: dict[str, Any] = {}
    ring["event"] = ring
    with pytest.raises(BriefingError):
        verify(ring, source)


def test_raising_is_the_caller_s_choice(source: Source) -> None:
    """A false field makes a report, not an error; `raise_for` makes it one, with its findings."""
    false = {
        "duration": {
            "text": "about 15 minutes",
            "evidence": [{"quote": "The meeting lasted about 50 minutes"}],
        }
    }
    report = verify(false, source)
    assert finding(report, "/duration/text").verdict.severity >= Verdict.UNSUPPORTED.severity
    with pytest.raises(BelowStandardError) as caught:
        report.raise_for("unsupported")
    assert "/duration/text" in [f.path for f in caught.value.findings]
    assert caught.value.exit_code == 3


# -- check -------------------------------------------------------------------------------------


def test_check_judges_a_statement(source: Source, tmp_path: Path) -> None:
    """The verbatim sentence is supported, with its place; one with a changed number is not."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    for given in (source, path):
        true = check("The meeting lasted about 50 minutes.", given)
        assert true.verdict is Verdict.SUPPORTED
        assert [STORY[s.start : s.end] for s in true.spans] == [s.text for s in true.spans]
        assert (
            check("The meeting lasted about 15 minutes.", given).verdict.severity
            >= Verdict.UNSUPPORTED.severity
        )


def test_check_knows_who_speaks(source: Source) -> None:
    """True words under another speaker are not supported."""
    quote = "We are not going to close the river"
    assert check(quote, source, speaker="Bo Lind").verdict is Verdict.SUPPORTED
    assert check(quote, source, speaker="Ana Reyes").verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize("statement", ["", "  \n"])
def test_an_empty_statement_is_refused(source: Source, statement: str) -> None:
    """Nothing cannot be true."""
    with pytest.raises(UsageError):
        check(statement, source)


def test_a_missing_source_is_an_input_error() -> None:
    """Every function that takes a path tells what is wrong with it."""
    for call in (lambda: brief("none.txt"), lambda: verify({}, "none.txt"), lambda: check("x", "none.txt")):
        with pytest.raises(InputError, match=r"none\.txt"):
            call()
