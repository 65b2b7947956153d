"""One layer of retries: it waits as asked, asks in another way where a server refuses one, and ends in time."""

from __future__ import annotations

import gzip
import json
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest
from model_calls import FIT, KEY, a_prompt, ask, failure, leave_the_machine, words

from summarizer.errors import ModelAnswerError, ModelUnreachableError, TooLongError
from summarizer.extraction import asking as seam
from summarizer.extraction import client
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


def test_pauses_grow_and_have_a_random_part(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many who were turned away at once do not come back at once."""
    asked: list[float] = []
    chances: list[tuple[float, float]] = []

    def chance(low: float, high: float) -> float:
        chances.append((low, high))
        return high

    def busy(request: Request) -> Answer:
        asked.append(time.monotonic())
        return Fault(503) if len(asked) < 3 else Reply(FIT)

    monkeypatch.setattr(seam, "FIRST_WAIT", 0.2)
    monkeypatch.setattr(seam.random, "uniform", chance)
    with ScriptedModel(busy) as server:
        assert ask(prompt, server).data == FIT
    first, second = (later - earlier for earlier, later in pairwise(asked))
    assert chances == [(0, 0.2)] * 2
    assert first >= 0.4
    assert second >= 0.6


knocking = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems answer at a port whose queue is full"
)

# -- time-outs ---------------------------------------------------------------------------------


@contextmanager
def unreachable() -> Iterator[tuple[str, Callable[[], None]]]:
    """A port whose queue is full: the system drops who knocks, so that a connection is neither made nor refused.

    Yields its address, and what empties the queue.
    """
    with ExitStack() as stack:
        door = stack.enter_context(socket.socket())
        door.bind(("127.0.0.1", 0))
        door.listen(0)
        waiting = []
        for _ in range(4):
            knock = stack.enter_context(socket.socket())
            knock.setblocking(False)
            knock.connect_ex(door.getsockname())
            waiting.append(knock)

        def serve() -> None:
            for knock in waiting:
                knock.close()
            server = ThreadingHTTPServer(door.getsockname(), Answering, bind_and_activate=False)
            server.socket.close()
            server.socket = door
            stack.callback(server.shutdown)
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

        yield f"http://127.0.0.1:{door.getsockname()[1]}/v1", serve


class Answering(BaseHTTPRequestHandler):
    """Says what fits to whoever gets through."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Stay silent."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        message = {"role": "assistant", "content": json.dumps(FIT)}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        body = json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@knocking
def test_a_connection_that_is_not_made_in_time_is_tried_again(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first try times out at the door; the next one finds it open, and its answer counts."""
    monkeypatch.setattr(client, "CONNECT_TIMEOUT", 0.3)
    monkeypatch.setattr(seam, "TRIES", 40)
    with unreachable() as (address, serve):
        opening = threading.Timer(0.8, serve)
        opening.start()
        began = time.monotonic()
        found = ask(prompt, base_url=address)
        opening.join()
    assert found.data == FIT
    assert found.usage.requests > 1
    assert time.monotonic() - began > 0.8


@knocking
def test_a_server_that_nobody_reaches_is_told_after_three_tries(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long before the time is up: each try to connect has its own, shorter time."""
    monkeypatch.setattr(client, "CONNECT_TIMEOUT", 0.3)
    began = time.monotonic()
    with unreachable() as (address, _), pytest.raises(ModelUnreachableError, match="not be reached in time"):
        ask(prompt, base_url=address, timeout=20)
    assert 0.9 <= time.monotonic() - began < 10


@knocking
def test_the_time_allowed_goes_before_a_try_to_connect(prompt: Prompt) -> None:
    """Ten seconds to connect are no reason to wait longer than a user allows."""
    began = time.monotonic()
    with unreachable() as (address, _), pytest.raises(ModelUnreachableError, match=r"within 0\.7 seconds"):
        ask(prompt, base_url=address, timeout=0.7)
    assert time.monotonic() - began < 8


def test_a_server_that_takes_the_question_and_is_silent_ends_with_the_time_allowed(prompt: Prompt) -> None:
    """No answer is waited for once for each try: the time is one for all of them, and the silent request is the only one."""
    with ScriptedModel(Reply(FIT, delay=30)) as server:
        began = time.monotonic()
        with pytest.raises(ModelUnreachableError, match="within 1 seconds"):
            ask(prompt, server, timeout=1)
        took = time.monotonic() - began
    assert 1 <= took < 8
    assert len(server.requests) == 1


def test_time_that_went_into_pauses_is_gone(prompt: Prompt) -> None:
    """A busy server, then a silent one: what was waited for the first is not given to the second."""
    with ScriptedModel([Fault(429, "", {"retry-after": "1"}), Reply(FIT, delay=30)]) as server:
        began = time.monotonic()
        with pytest.raises(ModelUnreachableError, match="within 2 seconds"):
            ask(prompt, server, timeout=2)
        took = time.monotonic() - began
    assert 2 <= took < 8
    assert len(server.requests) == 2


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
