"""What only shows between real processes: a terminal that is watched while the model is asked."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
from pathlib import Path
from typing import Any

from command_line import arguments, environment, give
from model_runs import EMPTY

from summarizer.testing import Reply, ScriptedModel


def watched(command: list[str], folder: Path) -> tuple[int, bytes, str]:
    """Run a command whose standard error is a terminal; return its exit code, its output and what the terminal got."""
    ours, theirs = pty.openpty()
    env = environment({"TERM": "xterm", "COLUMNS": "100"})
    with (folder / "out").open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=theirs, stdin=subprocess.DEVNULL, env=env)
    os.close(theirs)
    shown = b""
    while True:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            shown += os.read(ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            break
        if not ready and process.poll() is not None:
            break
    os.close(ours)
    return process.wait(), (folder / "out").read_bytes(), shown.decode("utf-8", "replace")


def test_a_terminal_shows_parts_done_and_tokens_so_far(tmp_path: Path) -> None:
    """A person who waits sees the run go on, part by part; at the end the line is gone and the result is whole."""
    text = "\n\n".join(f"{name}: The river rose by {n} metres." for n, name in enumerate(["ANA", "BO"] * 90))
    story = give(tmp_path, text, "story.txt")
    with ScriptedModel(Reply({**EMPTY}, delay=0.7)) as server:
        options = [
            "--model",
            "openai/m",
            "--base-url",
            server.base_url,
            "--no-store",
            "--chunk-tokens",
            "300",
        ]
        code, out, shown = watched(arguments("brief", story, *options, "--format", "json"), tmp_path)
    assert code == 0, shown
    assert json.loads(out)["format"] == "summarizer/report/1"
    told = re.findall(r"(\d+)(?: of |/)(\d+) parts", shown)
    assert len(set(told)) > 1, shown
    assert len({total for _, total in told}) == 1
    assert len(set(re.findall(r"([\d,]+) tokens", shown))) > 1, shown
    assert "\r" in shown  # the line is written over, not piled up


def test_a_pipe_sees_no_progress(tmp_path: Path) -> None:
    """Where nobody watches, standard error has only what is worth keeping."""
    story = give(tmp_path, "ANA: The river rose.\n", "story.txt")
    with ScriptedModel(Reply({**EMPTY}, delay=1.5)) as server:
        options = ["--model", "openai/m", "--base-url", server.base_url, "--no-store"]
        done: Any = subprocess.run(
            arguments("brief", story, *options),
            capture_output=True,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 0
    assert b"\r" not in done.stderr
    assert b"\x1b" not in done.stderr
