"""Starts the real command, as a user does, and says what came back."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarizer import Report

STORY = """Envoys end first round of river talks

GENEVA, 12 January 2022 - The mediator Ana Reyes and the northern envoy, Bo Lind, met in Geneva on Wednesday.
The meeting lasted about 50 minutes, her office said.

"We are not going to close the river," Lind told reporters after the meeting.

Reyes said the two sides had agreed to hold a second round in Vienna in March.
"""

# What the machine that runs the suite has set must not reach the command.
_OURS = (
    "SUMMARIZER_",
    "OPENAI_",
    "OLLAMA_",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "TERM",
    "PYTHONIOENCODING",
)


@dataclass(frozen=True)
class Result:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment without keys, settings or colours but those in `extra`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**kept, **_homes(), "PYTHONUTF8": "1", **(extra or {})}


@cache
def _homes() -> dict[str, str]:
    """Return folders of our own for settings and store: the user's are not touched."""
    home = tempfile.mkdtemp(prefix="summarizer-tests-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return {"XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data", "HOME": home}


def arguments(*args: str | Path) -> list[str]:
    """Return the command line that runs `summarizer` with `args` in this interpreter."""
    return [sys.executable, "-m", "summarizer", *map(str, args)]


def run(
    *args: str | Path,
    stdin: str | bytes = b"",
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Result:
    """Run the command to its end."""
    done = subprocess.run(
        arguments(*args),
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=100,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def assert_refused(result: Result, code: int, *words: str) -> None:
    """Hold a refusal to its form: the exit code, no result, one or two plain lines that say `words`."""
    lines = result.err.splitlines()
    assert result.code == code, result.err
    assert result.out == ""
    assert 1 <= len(lines) <= 2, result.err
    assert lines[0].startswith("summarizer: "), result.err
    assert all(line.isprintable() for line in lines), result.err
    assert "Traceback" not in result.err
    for word in words:
        assert word in result.err, result.err


def give(folder: Path, data: object, name: str = "briefing.json") -> Path:
    """Write text, or data as JSON, to a file in `folder`."""
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def report_of(result: Result) -> Report:
    """Return the report that a successful run printed as JSON."""
    assert result.code == 0, result.err
    return Report.from_json(result.out)
