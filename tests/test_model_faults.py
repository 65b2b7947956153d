"""Whatever a model's endpoint does ends in one or two plain lines, soon, without a secret or a traceback."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import subprocess
import sys
from typing import Any

import pytest
from model_calls import FIT, FITTING, KEY, a_prompt, ask, failure, leave_the_machine, words

from summarizer.errors import ModelAnswerError, ModelError, ModelSetupError, ModelUnreachableError, UsageError
from summarizer.extraction import asking as seam
from summarizer.extraction.meter import TIMEOUT
from summarizer.extraction.model import extract
from summarizer.extraction.prompting import Prompt
from summarizer.kinds import get_kind
from summarizer.testing import Fault, HangUp, Raw, Reply, ScriptedModel

LIBRARIES = ("instructor", "openai", "httpx", "httpcore", "tenacity")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


@pytest.fixture(scope="module")
def prompt() -> Prompt:
    return a_prompt()


# -- what cannot be asked ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "base_url",
    [
        "localhost:8000",
        "ftp://example.org",
        "http://",
        "http:///v1",
        "http://a b/",
        "http://h:99999/",
        "http://[::1",
        "",
    ],
)
def test_a_base_url_that_is_none_is_refused(prompt: Prompt, base_url: str) -> None:
    """An address without http or https, host or sense is a usage error that shows how to write one."""
    with pytest.raises(UsageError, match="base URL") as caught:
        ask(prompt, base_url=base_url)
    assert "http://localhost" in words(caught.value)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("gpt-5", ["'gpt-5'", "provider/name"]),
        ("openai/", ["provider/name"]),
        ("acme/large", ["'acme'", "anthropic", "openai", "base URL"]),
        ("opnai/gpt-5", ["'opnai'", "openai/gpt-5"]),
        ("openai/gpt-5", ["OPENAI_API_KEY is not set"]),
        ("deepseek/chat", ["DEEPSEEK_API_KEY is not set"]),
        ("databricks/some", ["DATABRICKS_TOKEN is not set"]),
    ],
    ids=["no provider", "no name", "unknown", "misspelt", "OpenAI's key", "another's key", "another's token"],
)
def test_a_model_that_is_not_set_up_is_told_with_the_remedy(
    prompt: Prompt, model: str, told: list[str]
) -> None:
    """An unknown provider or a missing key is named, with what to do; nothing is sent."""
    with pytest.raises(ModelSetupError) as caught:
        ask(prompt, model=model)
    assert [part for part in told if part not in words(caught.value)] == []


def test_a_missing_package_is_told_with_its_name(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider whose package is not installed says which one to install."""
    monkeypatch.setitem(sys.modules, "anthropic", None)
    with pytest.raises(ModelSetupError, match="not installed: anthropic") as caught:
        ask(prompt, model="anthropic/claude")
    assert caught.value.remedy == 'Install it: pip install "anthropic"'


@pytest.mark.parametrize("key", ["gehéim", "two\nlines", "two words"])
def test_a_key_that_no_header_can_carry_is_refused(prompt: Prompt, key: str) -> None:
    """It is refused before it reaches a library that would print it."""
    with pytest.raises(ModelSetupError) as caught:
        ask(prompt, base_url="http://127.0.0.1:9/v1", api_key=key)
    assert key not in words(caught.value)


def test_no_time_is_a_usage_error(prompt: Prompt) -> None:
    """A time-out of zero is refused."""
    with pytest.raises(UsageError, match="more than 0"):
        ask(prompt, base_url="http://127.0.0.1:9/v1", timeout=0)


# -- no answer ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "requests", "told"),
    [
        (Fault(400, "no such\n\x1b[31mparameter"), 3, ["HTTP 400", "“no such [31mparameter”"]),
        (Fault(401, "no"), 1, ["HTTP 401", "key", "SUMMARIZER_API_KEY"]),
        (Fault(403), 1, ["HTTP 403", "key"]),
        (Fault(404, "model 'scripted' not found"), 1, ["HTTP 404", "'scripted'", "/v1"]),
        (Fault(408), 3, ["HTTP 408"]),
        (Fault(422), 3, ["HTTP 422"]),
        (Fault(429, "slow down"), 3, ["HTTP 429", "3 times", "slow down"]),
        (Fault(500), 5, ["HTTP 500", "3 times"]),
        (Fault(501), 3, ["HTTP 501"]),
        (Fault(503, "<html>busy</html>"), 3, ["HTTP 503", "failed"]),
        (Fault(304), 1, ["HTTP 304", "did not take"]),
        (Fault(999), 3, ["HTTP 999", "failed"]),
        (HangUp(), 3, ["broke off the connection"]),
    ],
    ids=lambda value: str(getattr(value, "status", "")) or None,
)
def test_an_endpoint_that_fails_is_told_in_plain_words(
    prompt: Prompt, fault: Fault | HangUp, requests: int, told: list[str]
) -> None:
    """Host, status and remedy; what may pass is tried three times, anything else once in each mode it may refuse."""
    error, received = failure(prompt, fault)
    assert isinstance(error, ModelUnreachableError)
    assert "127.0.0.1:" in error.message
    assert [part for part in told if part not in words(error)] == []
    assert "\x1b" not in words(error)
    assert "\n" not in words(error)
    assert error.remedy
    assert len(received) == requests


def test_passing_faults_are_overcome(prompt: Prompt) -> None:
    """A busy server, then a broken connection, then an answer: the answer counts, and so do the requests."""
    with ScriptedModel([Fault(503), HangUp(), FIT]) as server:
        found = ask(prompt, server)
    assert found.data == FIT
    assert found.usage.requests == len(server.requests) == 3


def test_a_fault_while_asking_again_keeps_what_was_wrong(prompt: Prompt) -> None:
    """The second question survives a busy server."""
    with ScriptedModel(["Sorry?", Fault(503), FIT]) as server:
        assert ask(prompt, server).data == FIT
    assert server.requests[1].messages == server.requests[2].messages != prompt.messages


def test_a_refused_connection_is_told(prompt: Prompt) -> None:
    """A server that is not running: host, port and remedy, after one try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ModelUnreachableError, match="refused the connection") as caught:
            ask(prompt, base_url=f"http://{address}/v1")
    assert address in caught.value.message
    assert caught.value.remedy


def test_an_unknown_host_is_told(prompt: Prompt) -> None:
    """A host that has no address is named."""
    with pytest.raises(ModelUnreachableError, match=r"no-such-host\.invalid"):
        ask(prompt, base_url="http://no-such-host.invalid/v1")


def test_a_slow_answer_ends_when_the_time_is_up(prompt: Prompt) -> None:
    """The time allowed is told; by default it is less than a minute."""
    error, _ = failure(prompt, Reply(FIT, delay=30), timeout=0.4)
    assert isinstance(error, ModelUnreachableError)
    assert "within 0.4 seconds" in error.message
    assert TIMEOUT < 60


def test_the_time_allowed_is_for_all_tries_together(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a failing server may be tried, the time ends it."""
    monkeypatch.setattr(seam, "TRIES", 10**6)
    error, received = failure(prompt, Fault(500), timeout=1.5)
    assert "within 1.5 seconds" in error.message
    assert len(received) > 1


def test_a_redirect_is_not_followed(prompt: Prompt) -> None:
    """The document does not go to a host that nobody named."""
    with ScriptedModel(FIT) as other:
        error, _ = failure(prompt, Fault(307, headers={"location": f"{other.base_url}/chat/completions"}))
    assert "HTTP 307" in error.message
    assert other.requests == []


def test_cancelling_ends_the_call_at_once(prompt: Prompt) -> None:
    """A cancelled task is cancelled: nothing is caught, retried or told as a fault."""

    async def cancelled(base_url: str) -> None:
        task = asyncio.create_task(extract(prompt, get_kind("statements"), model="m", base_url=base_url))
        while not server.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        await task

    with ScriptedModel(Reply(FIT, delay=30)) as server, pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled(server.base_url))
    assert len(server.requests) == 1


def test_an_interrupt_is_an_interrupt(prompt: Prompt) -> None:
    """Ctrl-C while the model thinks raises KeyboardInterrupt."""

    async def interrupted(base_url: str) -> None:
        asyncio.get_running_loop().call_later(0.3, signal.raise_signal, signal.SIGINT)
        await extract(prompt, get_kind("statements"), model="m", base_url=base_url)

    with ScriptedModel(Reply(FIT, delay=30)) as server, pytest.raises(KeyboardInterrupt):
        asyncio.run(interrupted(server.base_url))


# -- an answer of no use -----------------------------------------------------------------------

USELESS: dict[str, tuple[Any, int, list[str]]] = {
    "prose": ("I am sorry, I cannot do that.", 2, ["prose", "“I am sorry"]),
    "nothing": ("", 2, ["empty"]),
    "no content": (Reply(None), 2, ["empty"]),
    "null": ("null", 2, ["null"]),
    "broken JSON": (FITTING[:40], 2, ["broken JSON"]),
    "a list": ("[]", 2, ["does not fit"]),
    "a missing key": ({"claims": []}, 2, ["does not fit", "/statements"]),
    "a wrong type": ({"statements": [{"evidence": [], "text": 5}]}, 2, ["/statements/0/text", "string"]),
    "a key too many": ({**FIT, "summary": "x"}, 2, ["/summary"]),
    "cut off": (Reply(FITTING[:40], finish_reason="length"), 1, ["cut off"]),
    "filtered": (Reply(None, finish_reason="content_filter"), 2, ["filter"]),
    "refused": (Reply(None, message={"refusal": "I will not."}), 1, ["refusal", "“I will not.”"]),
    "no choices": (Reply(completion={"choices": []}), 1, ["no choices"]),
    "null choices": (Reply(completion={"choices": None}), 1, ["no choices"]),
    "an empty choice": (Reply(completion={"choices": [None]}), 1, ["no choices"]),
    "no message": (Reply(completion={"choices": [{"index": 0, "message": None}]}), 1, ["no choices"]),
    "an error with HTTP 200": (
        Reply(completion={"choices": None, "error": {"message": "no credit"}}),
        1,
        ["“no credit”"],
    ),
    "a web page": (Raw(b"<html>Log in</html>", "text/html"), 1, ["no chat completion", "Log in"]),
    "not JSON": (Raw(b"{oops"), 1, ["no JSON"]),
    "no body": (Raw(b""), 1, ["no JSON"]),
    "not text": (Raw(b"\xff\xfe\x00\x01\x02"), 1, ["no JSON"]),
    "JSON null": (Raw(b"null"), 1, ["nothing usable"]),
    "JSON list": (Raw(b"[1]"), 1, ["nothing usable"]),
    "very deep JSON around": (Raw(b'{"a":' * 100_000 + b"1" + b"}" * 100_000), 1, ["no JSON"]),
    "a number without end": (FITTING.replace("[{", f"[{'9' * 5000}, {{", 1), 2, ["broken JSON"]),
    "a very long text": (
        {"statements": [{"evidence": [], "text": "x" * 100_000}]},
        2,
        ["100,000 characters"],
    ),
    "very many records": ({"statements": [{"evidence": [], "text": None}] * 3000}, 2, ["3,000 entries"]),
    "very much evidence": (
        {"statements": [{"evidence": [{"quote": "a", "sentence": 1}] * 390, "text": None}] * 30},
        2,
        ["10,000 values"],
    ),
    "control characters": ("\x1b[2J\x07no", 2, ["“[2J no”"]),
    "very long prose": ("word " * 9000, 2, ["…"]),
    "very deep JSON": ("[" * 9000, 2, ["broken JSON"]),
}


@pytest.mark.parametrize(("answer", "requests", "told"), USELESS.values(), ids=USELESS.keys())
def test_a_useless_answer_is_told_as_what_it_is(
    prompt: Prompt, answer: Any, requests: int, told: list[str]
) -> None:
    """One or two short plain lines say what came; an answer that does not fit is asked for once more."""
    error, received = failure(prompt, answer)
    assert isinstance(error, ModelAnswerError)
    assert [part for part in told if part not in words(error)] == []
    assert words(error).isprintable()
    assert len(words(error)) < 400
    assert len(received) == requests


@pytest.mark.parametrize(
    "answer",
    [
        f"```json\n{FITTING}\n```",
        f"Here is the JSON you asked for:\n\n{FITTING}\n\nAnything else?",
        f"<think>A brace {{ and a thought.</think>\n{FITTING}",
        Reply(
            "",
            message={
                "tool_calls": [
                    {"id": "1", "type": "function", "function": {"name": "f", "arguments": FITTING}}
                ]
            },
        ),
        Reply(FIT, completion={"usage": None}),
        Reply(FIT, completion={"usage": {"prompt_tokens": "many", "completion_tokens": None}}),
    ],
    ids=["fenced", "in prose", "after thoughts", "as a tool call", "no usage", "odd usage"],
)
def test_an_answer_in_an_odd_wrapping_is_not_paid_twice(prompt: Prompt, answer: Any) -> None:
    """Fitting JSON is taken where it stands, without a second request."""
    with ScriptedModel(answer) as server:
        assert ask(prompt, server).data == FIT
    assert len(server.requests) == 1


def test_bare_line_breaks_in_an_answer_are_not_paid_twice(prompt: Prompt) -> None:
    """Small models leave line breaks and tabs in strings as they are: strict JSON knows none, the words are the same."""
    with ScriptedModel(FITTING.replace('"text": "', '"text": "One\n\ttwo. ')) as server:
        data = ask(prompt, server).data
    assert data["statements"][0]["text"] == "One\n\ttwo. " + FIT["statements"][0]["text"]
    assert len(server.requests) == 1


def test_half_a_character_is_no_answer_lost(prompt: Prompt) -> None:
    """What can be neither kept nor sent again is replaced; a count of tokens that is none is not told."""
    usage = {"usage": {"prompt_tokens": 10**400, "completion_tokens": -3, "total_tokens": 1}}
    with ScriptedModel(Reply(FITTING.replace('"text": "', '"text": "\ud800'), completion=usage)) as server:
        found = ask(prompt, server)
    assert found.data["statements"][0]["text"].startswith("\ufffd")
    assert found.usage.input_tokens == found.usage.output_tokens == 0


def test_requests_in_vain_are_counted(prompt: Prompt) -> None:
    """Tokens of an answer that did not fit are part of the usage."""
    with ScriptedModel(["Sorry?", FIT]) as server:
        usage = ask(prompt, server).usage
    assert usage.input_tokens == sum(len(json.dumps(request.body)) // 4 for request in server.requests)
    assert usage.output_tokens == len("Sorry?") // 4 + len(FITTING) // 4


# -- silence -----------------------------------------------------------------------------------


def test_the_libraries_do_not_log(prompt: Prompt, caplog: pytest.LogCaptureFixture) -> None:
    """Not even at DEBUG, where they would write the document and tracebacks; outside a call they are free."""
    caplog.set_level(logging.DEBUG)
    for script in (FIT, "prose", Fault(500), HangUp()):
        with ScriptedModel(script) as server:
            try:
                ask(prompt, server, api_key=KEY)
            except ModelError:
                assert script != FIT
    with pytest.raises(ModelSetupError):
        ask(prompt, model="deepseek/chat")
    assert [record for record in caplog.records if record.name.startswith(LIBRARIES)] == []
    logging.getLogger("openai").warning("free")
    assert [record.message for record in caplog.records if record.name == "openai"] == ["free"]


FRESH = """
import asyncio, sys
from summarizer import Source
from summarizer.errors import ModelError
from summarizer.extraction.meter import TIMEOUT
from summarizer.extraction.model import extract
from summarizer.extraction.prompting import render_prompt
assert not {"openai", "instructor", "httpx", "httpx2", "requests"} & set(sys.modules), "imported too early"
prompt = render_prompt("statements", Source.from_text("They met."), ())
for options in ({"base_url": sys.argv[1]}, {"model": "deepseek/chat"}, {"model": "anthropic/claude"}):
    try:
        asyncio.run(extract(prompt, "statements", **{"model": "m", **options}))
    except ModelError as error:
        print(type(error).__name__)
"""


def test_a_fresh_process_prints_no_traceback() -> None:
    """Importing loads no client, and no failure writes anything of a library's to standard error."""
    clean = {k: v for k, v in os.environ.items() if not k.endswith("_API_KEY")}
    with ScriptedModel("Sorry?") as server:
        run = subprocess.run(
            [sys.executable, "-W", "default", "-c", FRESH, server.base_url],
            capture_output=True,
            text=True,
            env=clean,
            timeout=60,
            check=False,
        )
    assert run.stderr == ""
    assert run.stdout.split() == ["MisfitError", "ModelSetupError", "ModelSetupError"]
