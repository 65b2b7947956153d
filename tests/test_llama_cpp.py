"""The whole path against a real llama.cpp server, with a model of random weights: held to the schema, always wrong.

Left out of the everyday suite, as llama-cpp-python compiles for a quarter of an hour. To run it (docs/models.md):

    pip install "llama-cpp-python[server]" gguf        in an environment of its own
    python tiny_gguf.py tiny.gguf                      any small model in the GGUF format will do
    python -m llama_cpp.server --model tiny.gguf --port 8401 --n_ctx 8192
    SUMMARIZER_TEST_LLAMA=http://127.0.0.1:8401/v1 pytest -m llamacpp tests/test_llama_cpp.py
"""

from __future__ import annotations

import json
import os
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from command_line import run

from summarizer import Report, Source, brief
from summarizer.errors import ModelAnswerError, ModelUnreachableError
from summarizer.extraction.endpoint import resolve
from summarizer.report import Verdict
from summarizer.store import Store

pytestmark = [pytest.mark.llamacpp, pytest.mark.timeout(1200)]

STORY = """Envoys agree to meet again

Mediator Ana Reyes met Bo Lind in Geneva on May 3. The talks lasted about 50 minutes, a spokesman said.
They agreed on a round in Vienna. Lind said that the river would not be closed.
"""
ATTEMPTS, ENOUGH = 15, 3  # noise often runs on to the window's end and is then no JSON: told, and no briefing


@pytest.fixture
def server() -> str:
    address = os.environ.get("SUMMARIZER_TEST_LLAMA")
    if not address:
        pytest.skip("SUMMARIZER_TEST_LLAMA is not set")
    return address


def noise(server: str, kind: str, number: int, store: Store) -> Report | None:
    """Return a briefing by the model, None where its noise was not even JSON of the form; anything else is a failure."""
    source = Source.from_text(f"{STORY}\nNo. {number}.\n", "2026-05-04")
    try:
        return brief(source, kind=kind, model="openai/tiny", base_url=server, timeout=45, memory=store)
    except (ModelAnswerError, ModelUnreachableError):
        return None


@pytest.mark.parametrize("kind", ["briefing", "statements"])
def test_not_one_field_of_noise_is_supported(server: str, kind: str, tmp_path: Path) -> None:
    """Where noise is JSON of the form, every value in it is refused or doubted; where it is none, that is told."""
    with closing(Store(tmp_path / "store.sqlite")) as store:
        made = (noise(server, kind, number, store) for number in range(ATTEMPTS))
        reports = list(islice(filter(None, made), ENOUGH))
    assert reports, "the server never gave an answer of the form"
    stated = [f for report in reports for f in report.findings if f.value not in (None, [], False)]
    assert stated, "the noise stated nothing"
    assert [(f.path, f.value) for f in stated if f.verdict is Verdict.SUPPORTED] == []


def test_a_mode_that_the_server_refuses_is_left_for_good(server: str, tmp_path: Path) -> None:
    """It says HTTP 500 to a JSON Schema: a tool is offered instead, and is the first thing offered the next time."""
    with closing(Store(tmp_path / "store.sqlite")) as store:
        noise(server, "statements", 100, store)
        assert store.mode(resolve("openai/tiny", server).address) == "tools"


def test_the_command_ends_as_it_should(server: str, tmp_path: Path) -> None:
    """A report or one or two lines and exit code 4; never a traceback."""
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    options = [
        "--model",
        "openai/tiny",
        "--base-url",
        server,
        "--no-store",
        "--format",
        "json",
        "--timeout",
        "90",
    ]
    done = run("brief", str(story), "--kind", "statements", *options)
    assert done.code in (0, 4, 5)
    assert "Traceback" not in done.err
    if done.code != 4:
        assert json.loads(done.out)["format"] == "summarizer/report/1"
