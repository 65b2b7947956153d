"""The command with a model, over real HTTP: how it ends when the model is of no use, and what its options send and show."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import STORY, Result, assert_refused, give, run
from model_runs import EMPTY, is_judging, is_repair

from summarizer import Report
from summarizer.testing import Answer, Fault, HangUp, Raw, Reply, Request, ScriptedModel

MEETING = [{"quote": None, "sentence": 2}]
LENGTH = {"text": "about 15 minutes", "evidence": [{"quote": None, "sentence": 3}]}
WRONG: dict[str, Any] = {**EMPTY, "duration": LENGTH}


def ask(folder: Path, server: ScriptedModel, *options: str) -> Result:
    story = give(folder, STORY, "story.txt")
    return run("brief", story, "--model", "scripted", "--base-url", server.base_url, "--no-store", *options)


FAILING: dict[str, tuple[Answer, list[str], str]] = {
    "prose": ("I would rather not.", [], "prose"),
    "null": ("null", [], "null"),
    "broken JSON": (json.dumps(EMPTY)[:60], [], "broken"),
    "20 MB": (Raw(b'{"choices": "' + b"x" * 20_000_000 + b'"}'), [], "4 MB"),
    "control characters": ("\x1b[2J\x07\x00", [], "gave"),
    "no choices": (Reply(completion={"choices": []}), [], "no choices"),
    "not JSON": (Raw(b"{oops"), [], "JSON"),
    "a refusal": (Reply(None, message={"refusal": "I will not."}), [], "refus"),
    "a wrong key": (Fault(401), [], "HTTP 401"),
    "always busy": (Fault(503), [], "HTTP 503"),
    "always hung up": (HangUp(), [], "broke off"),
    "silence": (Reply(EMPTY, delay=50), ["--timeout", "2"], "within 2 seconds"),
    "drops": (Raw(b"{" + b" " * 10_000, drip=0.05), ["--timeout", "2"], "within 2 seconds"),
}


@pytest.mark.parametrize(("answer", "options", "told"), FAILING.values(), ids=FAILING.keys())
def test_a_model_of_no_use_ends_in_two_lines_and_exit_code_4(
    tmp_path: Path, answer: Answer, options: list[str], told: str
) -> None:
    """Within a minute, with the cause in plain words, no result and no traceback."""
    began = time.monotonic()
    with ScriptedModel(answer) as server:
        assert_refused(ask(tmp_path, server, *options), 4, told)
    assert time.monotonic() - began < 60


@pytest.mark.parametrize(("repairs", "requests"), [("0", 1), ("1", 2), ("2", 3)])
def test_repairs_are_as_many_as_the_command_says(tmp_path: Path, repairs: str, requests: int) -> None:
    """Each one puts a field right, so that another may follow; the report has the last word of all."""
    reyes = {"name": "Ana Reyes", "role": "president", "affiliation": None, "evidence": MEETING}
    answers: list[Answer] = [
        {**WRONG, "participants": [reyes]},
        {**EMPTY, "duration": {**LENGTH, "text": "about 50 minutes"}, "participants": [reyes]},
        {**EMPTY, "participants": [{**reyes, "role": "mediator"}]},
    ]
    with ScriptedModel(answers) as server:
        result = ask(tmp_path, server, "--repairs", repairs, "--format", "json")
    report = Report.from_json(result.out)
    assert len(server.requests) == requests
    assert [is_repair(r) for r in server.requests] == [False] + [True] * (requests - 1)
    assert report.briefing.duration is not None
    assert report.briefing.duration.text == ("about 15 minutes" if repairs == "0" else "about 50 minutes")


def test_what_does_not_hold_leaves_by_the_command_s_word(tmp_path: Path) -> None:
    """`--drop-unsupported` empties the field, and the report lists what was dropped and why."""
    with ScriptedModel(WRONG) as server:
        kept = Report.from_json(ask(tmp_path, server, "--repairs", "0", "--format", "json").out)
        result = ask(tmp_path, server, "--repairs", "0", "--drop-unsupported", "--format", "json")
    assert kept.briefing.duration.text == "about 15 minutes"
    left = Report.from_json(result.out)
    assert left.briefing.duration is None or left.briefing.duration.text is None
    assert "about 15 minutes" in json.dumps(left.extractor.model_extra if left.extractor else {})


def test_a_judge_is_asked_where_the_command_says(tmp_path: Path) -> None:
    """`--judge` with its own address: the questions go there, the document's to the model; the reason names a model."""
    claim = {
        "evidence": [{"quote": "had agreed to hold a second round in Vienna in March", "sentence": 5}],
        "text": "Another round is foreseen in Vienna before summer.",
    }
    verdict = {
        "label": "supported",
        "words": ["the two sides had agreed to hold a second round in Vienna in March"],
    }
    with ScriptedModel({"statements": [claim]}) as model, ScriptedModel(verdict) as judge:
        result = ask(
            tmp_path,
            model,
            *("--kind", "statements", "--repairs", "0", "--format", "json"),
            *("--judge", "wise", "--judge-base-url", judge.base_url),
        )
    found = next(f for f in Report.from_json(result.out).findings if f.path == "/statements/0/text")
    assert not any(is_judging(r) for r in model.requests)
    assert [is_judging(r) for r in judge.requests] == [True]
    assert found.reasons[0].code == "judge_supported"
    assert "wise" in found.reasons[0].message


def test_local_only_asks_this_machine_and_no_other(tmp_path: Path) -> None:
    """The flag lets a local server be asked; the same command with another address ends with exit code 2."""
    with ScriptedModel(EMPTY) as server:
        assert ask(tmp_path, server, "--local-only").code == 0
        story = give(tmp_path, STORY, "story.txt")
        far = ("--model", "m", "--base-url", "http://192.0.2.7:1/v1", "--local-only")
        assert_refused(run("brief", story, *far), 2, "not this machine")
    assert len(server.requests) == 1


# -- tokens are money --------------------------------------------------------------------------

FIXED = 1_900  # tokens of instructions and schema, at four bytes each: what every document pays, kept by providers' caches


def test_every_document_pays_for_the_same_words_once(tmp_path: Path) -> None:
    """On the wire: the instructions come first and are the same to the letter, the schema too, each sent once."""

    def fixed(request: Request) -> tuple[str, str]:
        return request.messages[0]["content"], json.dumps(request.body["response_format"])

    with ScriptedModel(EMPTY) as server:
        ask(tmp_path, server)
        story = give(tmp_path, "Another report.\n\nThe ministers met in Korva.\n", "other.txt")
        run("brief", story, "--model", "scripted", "--base-url", server.base_url, "--no-store")
    one, other = server.requests
    assert fixed(one) == fixed(other)
    assert one.messages[0]["role"] == "system"
    assert '"properties"' not in one.text
    assert sum(len(part.encode()) for part in fixed(one)) / 4 < FIXED
