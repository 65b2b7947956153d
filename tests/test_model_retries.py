"""One layer of retries: it waits as asked, asks in another way where a server refuses one, and ends in time."""

from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from model_calls import FIT, KEY, a_prompt, ask, failure, leave_the_machine, words

from summarizer.errors import ModelAnswerError, ModelUnreachableError, TooLongError
from summarizer.extraction.memory import Forgetful
from summarizer.extraction.prompting import Prompt
from summarizer.testing import Answer, Fault, HangUp, Raw, Reply, Request, ScriptedModel


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)
    monkeypatch.setattr(Forgetful, "_modes", {})


@pytest.fixture(scope="module")
def prompt() -> Prompt:
    return a_prompt()


def mode_of(request: Request) -> str:
    if "response_format" in request.body:
        return "schema"
    return "tools" if "tools" in request.body else "text"


# -- waiting -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "after",
    [lambda: "1", lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=2.2), usegmt=True)],
    ids=["seconds", "a date"],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_is_left_alone_as_long_as_it_asks(prompt: Prompt, after: Any, status: int) -> None:
    """Retry-After goes before our own pause, in seconds or as a date."""
    asked: list[float] = []

    def busy(request: Request) -> Answer:
        asked.append(time.monotonic())
        return Fault(status, "slow", {"retry-after": after()}) if len(asked) == 1 else Reply(FIT)

    with ScriptedModel(busy) as server:
        assert ask(prompt, server).data == FIT
    assert asked[1] - asked[0] >= 1


def test_a_wait_that_is_too_long_is_told_at_once(prompt: Prompt) -> None:
    """A server that asks for more than the time allowed is not waited for; how long it asks for is told."""
    error, received = failure(prompt, Fault(429, "quota", {"retry-after": "3600"}))
    assert len(received) == 1
    assert "3,600 seconds" in words(error)


def test_odd_waits_are_ignored(prompt: Prompt) -> None:
    """A Retry-After that is no number and no date does not stop the retries."""
    for odd in ("soon", "-5", "", "1e9", "Thu, 99 Foo 2020"):
        with ScriptedModel([Fault(429, "", {"retry-after": odd}), FIT]) as server:
            assert ask(prompt, server).data == FIT


@pytest.mark.parametrize(
    "fault", [Fault(408), Fault(409), Fault(429), Fault(500), Fault(502), Fault(504), HangUp()]
)
def test_what_may_pass_is_tried_again_as_it_was(prompt: Prompt, fault: Answer) -> None:
    """The second request is the first one to the letter, and its answer counts."""
    with ScriptedModel([fault, FIT]) as server:
        assert ask(prompt, server).data == FIT
    assert server.requests[0].body == server.requests[1].body


# -- ways of asking ----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 415, 422, 500, 501])
def test_a_server_that_refuses_a_schema_is_offered_a_tool_and_remembered(prompt: Prompt, status: int) -> None:
    """As llama.cpp's Python server does with `json_schema`: the next mode is tried, and is the first one next time."""

    def refusing(request: Request) -> Answer:
        return Fault(status, "no json_schema here") if mode_of(request) == "schema" else Reply(FIT)

    with ScriptedModel(refusing) as server:
        assert ask(prompt, server).data == FIT
        first = [mode_of(request) for request in server.requests]
        assert ask(prompt, server).data == FIT
        again = [mode_of(request) for request in server.requests[len(first) :]]
    assert first == ["schema"] * (3 if status == 500 else 1) + ["tools"]
    assert again == ["tools"]


def test_a_server_that_takes_no_form_is_shown_the_schema(prompt: Prompt) -> None:
    """Where tools are refused too, the schema stands in the message, once, and the answer is held to it."""

    def plain_server(request: Request) -> Answer:
        return (
            Fault(400, "unknown parameter")
            if mode_of(request) != "text"
            else Reply(f"Here:\n{json.dumps(FIT)}")
        )

    with ScriptedModel(plain_server) as server:
        assert ask(prompt, server).data == FIT
    assert [mode_of(request) for request in server.requests] == ["schema", "tools", "text"]
    assert server.requests[2].text.count('"statements":{"items"') == 1


def test_a_document_beyond_the_window_is_no_refusal_of_the_mode(prompt: Prompt) -> None:
    """A server that names its context length is not asked in other ways: the document is too long, and told so."""
    error, received = failure(prompt, Fault(400, "This model's maximum context length is 8192 tokens."))
    assert isinstance(error, TooLongError)
    assert "8192" in error.message
    assert len(received) == 1


# -- bounds ------------------------------------------------------------------------------------

LONG = json.dumps(
    {"choices": [{"index": 0, "message": {"role": "assistant", "content": "x" * 20_000_000}}]}
).encode()


@pytest.mark.parametrize(
    "answer",
    [Raw(LONG), Raw(gzip.compress(LONG), headers={"content-encoding": "gzip"}), Raw(LONG, status=500)],
    ids=["20 MB", "20 MB packed", "an error of 20 MB"],
)
def test_an_answer_without_end_is_refused(prompt: Prompt, answer: Raw) -> None:
    """More than 4 MB is not read, packed or not; it is asked for once, and the limit is told."""
    error, received = failure(prompt, answer)
    assert isinstance(error, ModelAnswerError)
    assert "more than 4 MB" in error.message
    assert len(received) == 1


def test_an_answer_that_drips_ends_when_the_time_is_up(prompt: Prompt) -> None:
    """A byte now and then does not keep a run alive."""
    error, _ = failure(prompt, Raw(b"{" + b" " * 10_000, drip=0.05), timeout=1)
    assert isinstance(error, ModelUnreachableError)
    assert "within 1 seconds" in error.message


def test_nothing_of_a_key_is_in_an_answer(prompt: Prompt) -> None:
    """A server that puts the key into a field does not bring it into the report."""
    echo = {"statements": [{"evidence": [], "text": f"The key is {KEY}."}]}
    with ScriptedModel(echo) as server:
        found = ask(prompt, server, api_key=KEY)
    assert found.data["statements"][0]["text"] == "The key is ***."
