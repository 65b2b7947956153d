"""What was paid for is kept at once, for every process, whatever ends the run; keys are not kept anywhere."""

from __future__ import annotations

import itertools
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import STORY, Result, assert_refused, give, run
from model_calls import KEY, leave_the_machine
from model_runs import RIGHT, SOURCE, changed, is_repair

from summarizer import Report, brief
from summarizer.errors import InputError, ModelAnswerError
from summarizer.store import Store
from summarizer.testing import Answer, Fault, Reply, Request, ScriptedModel

WRONG = changed("/duration/text", "about nine hours")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_the_machine(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data" / "store.sqlite3")


def ask(server: ScriptedModel, store: Store, **options: Any) -> Report:
    choices = {"model": "openai/scripted", "base_url": server.base_url, "memory": store, **options}
    return brief(SOURCE, **choices)


def briefing(report: Report) -> Any:
    return json.loads(report.to_json())["briefing"]


# -- the same run again ------------------------------------------------------------------------


def test_the_same_run_again_costs_nothing(store: Store) -> None:
    """Wrong answers, questions asked again and repairs are all kept: no request, no token, the same briefing."""
    script: list[Answer] = ["Sorry?", WRONG, changed("/duration/text", "about five hours")]
    with ScriptedModel(script) as server:
        first = ask(server, store)
        again = ask(server, store)
    assert len(server.requests) == 3
    assert (again.usage.requests, again.usage.input_tokens, again.usage.output_tokens) == (0, 0, 0)
    assert briefing(again) == briefing(first)
    assert again.findings == first.findings


def test_another_process_finds_what_this_one_paid_for(store: Store) -> None:
    """Two stores on one file, open at once, share their answers."""
    with ScriptedModel(RIGHT) as server:
        ask(server, store)
        assert ask(server, Store(store.path)).usage.requests == 0


@pytest.mark.parametrize(
    "useless", ["Sorry?", Reply(None, message={"refusal": "No."})], ids=["prose", "a refusal"]
)
def test_what_was_of_no_use_is_asked_anew(store: Store, useless: Answer) -> None:
    """A run that failed by its answers is not bound to fail again."""
    with ScriptedModel(useless) as server, pytest.raises(ModelAnswerError):
        ask(server, store)
    with ScriptedModel(lambda _: answers.pop(0)) as server:
        answers: list[Answer] = [useless, useless] if useless == "Sorry?" else [useless]
        with pytest.raises(ModelAnswerError):
            ask(server, store)
        answers.append(RIGHT)
        assert ask(server, store).briefing.participants


@pytest.mark.parametrize("other", ["model", "server", "document", "kind"])
def test_what_the_model_saw_is_the_key(store: Store, other: str) -> None:
    """Another model, server, document or kind is another question; nothing else is."""
    with (
        ScriptedModel(lambda r: {"statements": []} if "main claims" in r.text else RIGHT) as server,
        ScriptedModel(RIGHT) as second,
    ):
        ask(server, store)
        assert (
            ask(server, store, api_key="another", timeout=30, repairs=0, max_tokens=10**6).usage.requests == 0
        )
        choices: dict[str, Any] = {"model": "openai/scripted", "base_url": server.base_url, "memory": store}
        document = SOURCE
        if other == "model":
            choices["model"] = "openai/better"
        elif other == "server":
            choices["base_url"] = second.base_url
        elif other == "kind":
            choices["kind"] = "statements"
        else:
            document = type(SOURCE).from_text(SOURCE.text + "\nThe end.\n", SOURCE.published)
        assert brief(document, **choices).usage.requests == 1


def test_what_was_paid_for_before_a_failure_is_kept(store: Store) -> None:
    """A run that failed at its second part asks only for that part the next time."""
    seen: list[str] = []

    def failing(request: Request) -> Answer:
        seen.append(request.text)
        return Fault(401) if len(seen) == 2 else RIGHT

    with ScriptedModel(failing) as server:
        first = ask(server, store, chunk_tokens=150, repairs=0)
        before = len(seen)
        second = ask(server, store, chunk_tokens=150, repairs=0)
    assert len(first.failures) == 1
    assert second.failures == ()
    assert len(seen) - before == second.usage.requests == 1


def test_the_mode_a_server_takes_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that refuses a schema is asked the other way by the next process at once."""

    def refusing(request: Request) -> Answer:
        return Fault(400, "no") if "response_format" in request.body else Reply(RIGHT)

    with ScriptedModel(refusing) as server:
        ask(server, store)
        ask(server, Store(store.path), model="openai/scripted", kind="briefing", chunk_tokens=200, repairs=0)
    assert sum("response_format" in request.body for request in server.requests) == 1


# -- kill -9 -----------------------------------------------------------------------------------

# Everything is imported before the first fork, so that a child is at work within a moment.
KILLER = """
import os, random, signal, sys, time
sys.path[:0] = [sys.argv[3]]
from test_store import Source_of_parts, brief
import instructor, openai, instructor.core.hooks
from summarizer.extraction import run, wire
from summarizer.store import Store
url, path = sys.argv[1:3]
random.seed(7)
def work():
    brief(Source_of_parts(), model="openai/m", base_url=url, memory=Store(path), chunk_tokens=100, repairs=0, kind="statements")
for _ in range(50):
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(random.uniform(0.02, 0.5))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print(time.monotonic(), flush=True)
work()
"""


def Source_of_parts() -> Any:  # noqa: N802 - named for the child that imports it
    """A document of some sixty parts."""
    text = "\n\n".join(
        f"Point {i} was taken up. The gauge at lock {i} showed {i} metres. " * 6 for i in range(60)
    )
    return type(SOURCE).from_text(text, "2022-01-12")


@pytest.mark.timeout(300)
def test_fifty_kills_lose_nothing(tmp_path: Path) -> None:
    """Killed at fifty random moments, a run never pays twice for an answer that had arrived before the kill."""
    import time

    told: dict[str, list[float]] = {}

    def answer(request: Request) -> Answer:
        told.setdefault(json.dumps(request.body, sort_keys=True), []).append(time.monotonic())
        return {"statements": []}

    path = tmp_path / "store.sqlite3"
    with ScriptedModel(answer) as server:
        child = subprocess.run(
            [sys.executable, "-c", KILLER, server.base_url, str(path), str(Path(__file__).parent)],
            capture_output=True, text=True, timeout=280, check=False,
        )  # fmt: skip
    assert child.returncode == 0, child.stderr[-2000:]
    kills = [float(line) for line in child.stdout.split()]
    assert len(kills) == 50
    assert len(told) > 50
    for times in told.values():
        for first, again in itertools.pairwise(times):
            # Asked again only because the answer was on its way when the process ended.
            assert any(first <= kill <= again and kill - first < 1.0 for kill in kills), (first, again)
    check = sqlite3.connect(path)
    assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert check.execute("SELECT count(*) FROM answers").fetchone()[0] == len(told)


# -- secrets -----------------------------------------------------------------------------------


def test_no_secret_reaches_store_report_or_screen(tmp_path: Path) -> None:
    """The key, a password in the address and one in its query are in no file, no output, no message."""
    story = give(tmp_path, STORY, "story.txt")
    env = {
        "SUMMARIZER_API_KEY": KEY,
        "OPENAI_API_KEY": KEY + "-openai",
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "SUMMARIZER_DEBUG": "1",
    }

    def echoing(request: Request) -> Answer:
        key = request.headers["authorization"]
        if len(server.requests) == 1:
            return Fault(503, f"busy, {key}")
        return {"statements": [{"text": f"The key is {key}.", "evidence": []}]}

    with ScriptedModel(echoing) as server:
        address = server.base_url.replace("http://", "http://anna:pass-w0rd@") + "?token=quer-y-secret"
        args = ("--model", "m", "--base-url", address, "--kind", "statements", "--repairs", "0")
        results = [
            run("brief", story, *args, env=env),
            run("brief", story, *args, "-o", tmp_path / "report.json", env=env),
        ]
        results += [
            run("runs", env=env),
            run("runs", "last", "--format", "json", env=env),
            run("settings", env={**env, "SUMMARIZER_BASE_URL": address}),
        ]
    with ScriptedModel(lambda r: Fault(401, f"bad key {r.headers['authorization']}")) as server:
        results.append(run("brief", story, "--model", "m", "--base-url", server.base_url, env=env))
    assert [r.code for r in results] == [0, 0, 0, 0, 0, 4], [r.err for r in results]
    everything = "".join(r.out + r.err for r in results).encode()
    for file in tmp_path.rglob("*"):
        everything += file.read_bytes() if file.is_file() else b""
    assert b"busy" not in everything or KEY.encode() not in everything
    for secret in (KEY, "pass-w0rd", "quer-y-secret"):
        assert secret.encode() not in everything


def test_the_store_is_the_user_s_alone(store: Store) -> None:
    """Documents stand in it: no other user may read it."""
    assert store.path.stat().st_mode & 0o077 == 0
    assert store.path.parent.stat().st_mode & 0o077 == 0


# -- the command -------------------------------------------------------------------------------


def brief_story(tmp_path: Path, *args: str, env: dict[str, str] | None = None) -> Result:
    story = tmp_path / "story.txt"
    if not story.exists():
        give(tmp_path, STORY, "story.txt")
    with ScriptedModel({"statements": []}) as server:
        return run(
            "brief",
            story,
            "--model",
            "m",
            "--base-url",
            server.base_url,
            "--kind",
            "statements",
            *args,
            env={"XDG_DATA_HOME": str(tmp_path / "data"), **(env or {})},
        )


def test_runs_are_listed_shown_written_out_and_forgotten(tmp_path: Path) -> None:
    """`summarizer runs` lists them; one is shown in any format, written to a file, and forgotten."""
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    assert run("runs", env=env).out == "No runs are kept.\n"
    assert brief_story(tmp_path).code == 0
    listed = run("runs", env=env)
    assert listed.code == 0
    assert "openai/m" in listed.out
    assert "story.txt" in listed.out
    assert "price not known" in listed.out
    [entry] = json.loads(run("runs", "--format", "json", env=env).out)
    assert entry["kind"] == "statements"
    shown = run("runs", str(entry["id"]), "--format", "json", env=env)
    assert Report.from_json(shown.out).source.text == STORY
    assert run("runs", "last", "-o", tmp_path / "memo.md", env=env).code == 0
    assert (tmp_path / "memo.md").read_text().startswith("# ")
    assert_refused(run("runs", "77", env=env), 2, "no run '77'")
    assert run("runs", "--forget", env=env).code == 0
    assert run("runs", env=env).out == "No runs are kept.\n"
    assert STORY.encode() not in (tmp_path / "data" / "summarizer" / "store.sqlite3").read_bytes()


def test_no_store_keeps_nothing(tmp_path: Path) -> None:
    """With --no-store, or the setting, no file is made."""
    assert brief_story(tmp_path, "--no-store").code == 0
    assert brief_story(tmp_path, env={"SUMMARIZER_STORE": "false"}).code == 0
    assert not (tmp_path / "data").exists()


def test_a_document_s_text_stays_out_where_it_is_not_wanted(tmp_path: Path) -> None:
    """--no-source-text holds for what is kept too."""
    assert brief_story(tmp_path, "--no-source-text").code == 0
    kept = Store(tmp_path / "data" / "summarizer" / "store.sqlite3").report(1)
    assert kept is not None
    assert kept.source.text is None


def test_a_store_that_cannot_be_used_costs_no_briefing(tmp_path: Path) -> None:
    """A broken file is named, with the way round it; the briefing is made."""
    (tmp_path / "data" / "summarizer").mkdir(parents=True)
    (tmp_path / "data" / "summarizer" / "store.sqlite3").write_text(
        "this is no database, but it is long enough " * 30
    )
    result = brief_story(tmp_path)
    assert result.code == 0
    assert "answers are not kept" in result.err
    assert "--no-store" in result.err


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    """A file that a later program made is not touched."""
    path = tmp_path / "later.sqlite3"
    made = sqlite3.connect(path)
    made.execute("PRAGMA user_version=99")
    made.close()
    with pytest.raises(InputError, match="later version"):
        Store(path)


def test_a_repair_that_was_kept_is_not_asked_for_again(store: Store) -> None:
    """The repair, too, has its key."""
    with ScriptedModel(lambda r: RIGHT if is_repair(r) else WRONG) as server:
        ask(server, store)
        ask(server, store)
    assert len(server.requests) == 2
