"""What a run may use is held before each request: tokens, money, time, and where a document may go."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import STORY, arguments, assert_refused, environment, give, run
from model_calls import leave_the_machine
from model_runs import RIGHT, SOURCE, changed, is_repair

from summarizer import Report, brief
from summarizer.errors import BudgetError, ModelSetupError, TooLongError, UsageError
from summarizer.extraction.endpoint import resolve
from summarizer.extraction.prices import find_price
from summarizer.testing import Answer, Fault, Reply, Request, ScriptedModel

WRONG = changed("/duration/text", "about nine hours")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


def ask(server: ScriptedModel, **options: Any) -> Report:
    return brief(SOURCE, model="openai/scripted", base_url=server.base_url, **options)


# -- tokens and money --------------------------------------------------------------------------


def test_a_budget_too_small_for_the_document_sends_nothing() -> None:
    """The request is measured before it is made; the message says how long it is and what to do."""
    with ScriptedModel(RIGHT) as server, pytest.raises(BudgetError, match="could pass the budget") as caught:
        ask(server, max_tokens=500)
    assert server.requests == []
    assert "--max-tokens" in (caught.value.remedy or "")


@pytest.mark.parametrize("budget", [4_000, 6_000, 8_000, 12_000, 20_000])
def test_a_budget_of_tokens_is_never_passed(budget: int) -> None:
    """Through wrong answers, faults and repairs, what is used and what an answer may have stay within it."""
    script: list[Answer] = [Fault(503), "Sorry?", WRONG, WRONG, WRONG, WRONG]
    used = 0
    with ScriptedModel(script) as server:
        try:
            report = ask(server, max_tokens=budget, repairs=3)
            used = report.usage.input_tokens + report.usage.output_tokens
        except BudgetError:
            pass
    assert used <= budget
    for request in server.requests:
        asked = len(json.dumps(request.body)) // 4
        assert asked + request.body["max_tokens"] <= budget


def test_what_the_budget_leaves_for_a_repair_is_kept_to() -> None:
    """A briefing that is paid for is not lost with the repair that the budget forbids; the report says so."""
    with ScriptedModel(WRONG) as server:
        whole = ask(server, repairs=0).usage
        report = ask(server, max_tokens=whole.input_tokens * 2 + whole.output_tokens, repairs=1)
    assert report.briefing.duration.text == "about nine hours"
    assert "budget" in str((report.extractor.model_extra or {})["notes"] if report.extractor else "")


def test_a_budget_of_money_needs_a_price() -> None:
    """An unknown price is not taken for zero: nothing is sent."""
    with (
        ScriptedModel(RIGHT) as server,
        pytest.raises(ModelSetupError, match="price of this model is not known"),
    ):
        ask(server, max_cost=1.0)
    assert server.requests == []


def test_a_budget_of_money_is_held_by_the_price() -> None:
    """Dear tokens are refused before they are sent, cheap ones pass, and the cost is told."""
    with ScriptedModel(RIGHT) as server:
        with pytest.raises(BudgetError):
            ask(server, max_cost=0.01, price="100/100")
        assert server.requests == []
        report = ask(server, max_cost=1.0, price="1/10")
    used = report.usage
    assert used.cost == pytest.approx((used.input_tokens + 10 * used.output_tokens) / 1e6, abs=1e-6)
    assert server.requests[-1].body["max_tokens"] <= 100_000


def test_an_unknown_price_is_said() -> None:
    """The report has no cost, and every form of it says that the price is not known."""
    with ScriptedModel(RIGHT) as server:
        report = ask(server)
    assert report.usage.cost is None
    assert "price not known" in report.to_markdown()


@pytest.mark.parametrize(
    ("model", "base_url", "known"),
    [
        ("openai/gpt-4o", None, True),
        ("gpt-4o", "https://api.openai.com/v1", True),
        ("anthropic/claude-3-5-sonnet-latest", None, True),
        ("google/gemini-2.0-flash", None, True),
        ("openai/no-such-model", None, False),
        ("gpt-4o", "http://localhost:8000/v1", False),
        ("gpt-4o", "https://gateway.example.org/v1", False),
    ],
)
def test_prices_are_looked_up_by_provider_and_model(
    model: str, base_url: str | None, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A maintained list knows hosted models; a local server and a strange one have no price."""
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    price = find_price(resolve(model, base_url))
    assert (price is not None) is known
    if price:
        assert 0 < price.cost(1_000_000, 0) < price.cost(1_000_000, 1_000_000) < 1000


@pytest.mark.parametrize(
    "options",
    [
        {"max_tokens": 0},
        {"max_cost": -1},
        {"repairs": -1},
        {"chunk_tokens": 5},
        {"price": "cheap", "max_cost": 1},
    ],
)
def test_limits_that_are_none_are_refused(options: dict[str, Any]) -> None:
    """A limit below what makes sense is a usage error."""
    with ScriptedModel(RIGHT) as server, pytest.raises(UsageError):
        ask(server, **options)
    assert server.requests == []


def test_an_answer_that_is_cut_off_is_asked_for_in_smaller_parts() -> None:
    """A document whose briefing does not fit into one answer is cut in two, until the answers end by themselves."""

    def cut_off(request: Request) -> Answer:
        if "One part of a longer document" in request.text:
            return Reply({**RIGHT, "participants": RIGHT["participants"]})
        return Reply('{"title": null, "ev', finish_reason="length")

    with ScriptedModel(cut_off) as server:
        report = ask(server, repairs=0)
    assert len(server.requests) == 3
    assert [p.name for p in report.briefing.participants] == ["Tomas Arvid", "Lucia Ferro"]
    assert report.failures == ()


def test_an_answer_that_is_always_cut_off_ends() -> None:
    """A model that never ends is given up when a part is one sentence, and told."""
    with (
        ScriptedModel(Reply("{", finish_reason="length")) as server,
        pytest.raises(TooLongError, match="cut off"),
    ):
        ask(server, repairs=0)
    assert len(server.requests) < 100


def test_an_answer_that_breaks_off_is_asked_for_in_smaller_parts_too() -> None:
    """llama.cpp's Python server cuts an answer at the window's end and says that it is whole: its JSON tells."""

    def cut_off(request: Request) -> Answer:
        if "One part of a longer document" in request.text:
            return RIGHT
        return Reply('{"title": null, "ev', finish_reason="tool_calls")

    with ScriptedModel(cut_off) as server:
        report = ask(server, repairs=0)
    assert len(server.requests) == 4
    assert [p.name for p in report.briefing.participants] == ["Tomas Arvid", "Lucia Ferro"]


@pytest.mark.parametrize("ended", ["length", "tool_calls"])
def test_a_model_that_never_ends_does_not_cost_a_request_for_every_sentence(ended: str) -> None:
    """Once a single sentence was cut off and nothing has been answered, the rest is not asked about."""
    with (
        ScriptedModel(Reply("{", finish_reason=ended)) as server,
        pytest.raises(TooLongError) as caught,
    ):
        ask(server, repairs=0)
    assert len(server.requests) <= 14
    assert caught.value.remedy


# -- this machine ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "options"),
    [
        ("openai/gpt-5", {}),
        ("anthropic/claude", {}),
        ("databricks/some", {}),
        ("openai/m", {"base_url": "https://api.openai.com/v1"}),
        ("m", {"base_url": "http://192.168.0.7:8000/v1"}),
        ("m", {"base_url": "http://localhost.example.org/v1"}),
        ("m", {"base_url": "http://127.0.0.1.example.org/v1"}),
        ("m", {"base_url": "http://127.0.0.1@example.org/v1"}),
        ("m", {"base_url": "http://[::2]/v1"}),
        ("m", {"base_url": "http://2130706433/v1"}),
        (
            "m",
            {
                "base_url": "http://localhost:9/v1",
                "judge": "openai/gpt-5",
                "judge_base_url": "https://example.org/v1",
            },
        ),
    ],
)
def test_nothing_leaves_the_machine(
    model: str, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `local_only` an address elsewhere is refused before a name is looked up or a connection made."""

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("something was about to be sent")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    for variable in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "DATABRICKS_TOKEN"):
        monkeypatch.setenv(variable, "k")
    with pytest.raises(UsageError, match="not this machine"):
        brief(SOURCE, model=model, local_only=True, **options)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_local_server_is_asked(host: str) -> None:
    """This machine under its own names is no refusal."""
    with ScriptedModel(RIGHT) as server:
        url = server.base_url.replace("127.0.0.1", host)
        report = brief(SOURCE, model="openai/scripted", base_url=url, local_only=True)
    assert report.usage.requests == 1


@pytest.mark.parametrize("host", ["127.9.9.9", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "LOCALHOST"])
def test_this_machine_has_many_names(host: str) -> None:
    """Every loopback address is this machine."""
    assert resolve("m", f"http://{host}:8000/v1").is_loopback


def test_a_setting_keeps_documents_here(tmp_path: Path) -> None:
    """SUMMARIZER_LOCAL_ONLY refuses the hosted model on the command line, as a wrong use of it."""
    story = give(tmp_path, STORY, "story.txt")
    env = {"SUMMARIZER_LOCAL_ONLY": "true", "OPENAI_API_KEY": "k"}
    assert_refused(
        run("brief", story, "--model", "openai/gpt-5", env=env), 2, "not this machine", "--local-only"
    )


# -- the command -------------------------------------------------------------------------------


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Interrupted while the model thinks: exit code 130, one line, no output file and no stray one."""
    story = give(tmp_path, STORY, "story.txt")
    target = tmp_path / "out"
    target.mkdir()
    with ScriptedModel(Reply(RIGHT, delay=60)) as server:
        args = arguments(
            "brief", story, "--model", "scripted", "--base-url", server.base_url, "-o", target / "memo.md"
        )
        process = subprocess.Popen(
            args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), text=True
        )
        deadline = time.monotonic() + 40
        while not server.requests and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == ""
    assert err == "summarizer: Interrupted.\n"
    assert list(target.iterdir()) == []


def test_what_a_run_used_is_told_at_its_end(tmp_path: Path) -> None:
    """Requests, tokens, cost, seconds and what was changed stand on standard error, and in the report."""
    story = give(tmp_path, STORY, "story.txt")
    fixed = {
        **RIGHT,
        "positions": [],
        "participants": [],
        "duration": {"text": "about 15 minutes", "evidence": [{"quote": None, "sentence": 3}]},
    }

    def answer(request: Request) -> Answer:
        return changed("/duration/text", "about 50 minutes", fixed) if is_repair(request) else fixed

    with ScriptedModel(answer) as server:
        result = run(
            "brief",
            story,
            "--model",
            "scripted",
            "--base-url",
            server.base_url,
            "--price",
            "1/10",
            "--format",
            "json",
        )
    assert result.code == 0, result.err
    used = Report.from_json(result.out).usage
    line = result.err.splitlines()[0]
    assert (
        f"2 requests · {used.input_tokens:,} tokens in, {used.output_tokens:,} out · ${used.cost:,.4f} · "
        in line
    )
    assert line.endswith("1 field repaired")
