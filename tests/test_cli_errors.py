"""Wrong usage, interruptions and bugs end in plain lines with their exit code; progress is for people who wait."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import STORY, Result, arguments, assert_refused, environment, report_of, run

from summarizer.cli import progress
from summarizer.testing import Reply, ScriptedModel


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


USAGE = {
    "unknown command": (["breif", "x"], "breif"),
    "no source": (["brief"], "SOURCE"),
    "unknown option": (["brief", "x", "--modle", "y"], "--modle"),
    "one argument too many": (["brief", "x", "y"], "y"),
    "an unknown format": (["brief", "x", "--format", "pdf"], "pdf"),
    "a date that is none": (["brief", "x", "--date", "Thursday"], "2022-01-12"),
    "an unknown verdict": (["verify", "x", "y", "--fail-on", "bad"], "contradicted"),
    "an unknown kind": (["brief", "x", "--kind", "poem"], "briefing, statements"),
    "an unknown kind to show": (["kinds", "poem"], "briefing, statements"),
    "an address without a model": (["brief", "x", "--base-url", "http://localhost:1/v1"], "--model"),
    "no time at all": (["brief", "x", "--timeout", "0"], "--timeout"),
}


@pytest.mark.parametrize(("args", "word"), USAGE.values(), ids=USAGE.keys())
def test_wrong_usage_is_told_in_two_lines(args: list[str], word: str) -> None:
    """Exit 2, and words that name what is wrong or allowed."""
    assert_refused(run(*args), 2, word)


def test_no_command_shows_the_help() -> None:
    """Called with nothing, the program says what it can do."""
    result = run()
    assert result.code == 2
    assert "brief" in result.err
    assert "Exit codes" in result.err


def opened_by(running: subprocess.Popen[bytes], fifo: Path) -> int:
    """Wait until the command waits for input from `fifo`, and return the end to write to."""
    while running.poll() is None:
        try:
            writer = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads it yet
            time.sleep(0.02)
        else:
            time.sleep(0.2)  # from opening to reading
            return writer
    pytest.fail(f"the command ended before it was interrupted: {running.communicate()}")


def test_ctrl_c_ends_with_130_and_one_line(tmp_path: Path) -> None:
    """An interrupted run leaves no traceback and no file."""
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    running = subprocess.Popen(
        arguments("brief", fifo, "-q", "-o", tmp_path / "memo.md"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    writer = opened_by(running, fifo)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    os.close(writer)
    assert_refused(Result(running.returncode, out.decode(), err.decode()), 130, "nterrupted")
    assert list(tmp_path.iterdir()) == [fifo]


@pytest.mark.parametrize("command", ["brief", "verify"])
def test_a_named_pipe_is_waited_for_and_that_is_said(command: str, tmp_path: Path) -> None:
    """Before anything is written to it, a line on standard error says what is waited for; then it is read as any file."""
    fifo, memo = tmp_path / "fifo.txt", tmp_path / "memo.txt"
    os.mkfifo(fifo)
    memo.write_text("The envoys met.", encoding="utf-8")
    files = [fifo] if command == "brief" else [memo, fifo]
    running = subprocess.Popen(
        arguments(command, *files), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert running.stderr is not None
    first = running.stderr.readline().decode()
    assert first.startswith("summarizer: ")
    assert "named pipe" in first
    assert str(fifo) in first
    fifo.write_text(STORY, encoding="utf-8")
    running.communicate(timeout=60)
    assert running.returncode == 0


def test_what_a_shell_writes_to_is_read_without_a_word(tmp_path: Path) -> None:
    """`<(command)` of a shell is a pipe as well: nothing is said of waiting."""
    reader, writer = os.pipe()
    os.write(writer, STORY.encode())
    os.close(writer)
    done = subprocess.run(
        arguments("brief", f"/dev/fd/{reader}"), pass_fds=[reader], capture_output=True, env=environment()
    )
    os.close(reader)
    assert done.returncode == 0
    assert b"pipe" not in done.stderr


def test_ctrl_c_while_the_model_thinks(story: Path) -> None:
    """An interrupted request ends the same way: 130, one line, nothing written."""
    with ScriptedModel(Reply("{}", delay=60)) as server:
        running = subprocess.Popen(
            arguments(
                "brief",
                story,
                "--model",
                "openai/x",
                "--base-url",
                server.base_url,
                "-o",
                story.parent / "m.md",
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        while not server.requests and running.poll() is None:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert_refused(Result(running.returncode, out.decode(), err.decode()), 130, "nterrupted")
    assert list(story.parent.iterdir()) == [story]


BROKEN = """
import summarizer.face
def load(*_, **__):
    raise KeyError("a \\x1b[31mbug\\nin two lines")
summarizer.face.load = load
from summarizer.cli import main
main(["brief", "x"])
"""


@pytest.mark.parametrize("debug", ["", "1"], ids=["plain", "SUMMARIZER_DEBUG"])
def test_a_bug_is_told_as_one(debug: str) -> None:
    """An error that nobody foresaw is exit 70 in two lines; the traceback is there for the asking."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        capture_output=True,
        text=True,
        env=environment({"SUMMARIZER_DEBUG": debug}),
        check=False,
    )
    if debug:
        assert "Traceback" in done.stderr
    else:
        assert_refused(
            Result(done.returncode, done.stdout, done.stderr), 70, "bug", "KeyError", "SUMMARIZER_DEBUG=1"
        )


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "\x1b[31mred.txt", "[bold]x[red].txt", "\u202etxt.exe", "%s{0}.txt"]
)
def test_a_hostile_name_is_shown_and_not_obeyed(tmp_path: Path, name: str) -> None:
    """Control characters in a file's name reach neither the terminal nor the line structure of a message."""
    assert_refused(run("brief", name, cwd=tmp_path), 2)
    (tmp_path / name).write_text(STORY, encoding="utf-8")
    result = run("brief", name, cwd=tmp_path)
    assert result.code == 0, result.err
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    """A file's name in another encoding is read and shown by its bytes' codes."""
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(STORY, encoding="utf-8")
    report = report_of(run("brief", name, "--format", "json", cwd=tmp_path))
    assert report.source.id == "caf\\udce9.txt"
    assert_refused(run("brief", "no-" + name, cwd=tmp_path), 2, "udce9")


# -- progress ----------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "quiet", "shown"),
    [(Terminal, False, True), (Terminal, True, False), (io.StringIO, False, False)],
    ids=["terminal", "quiet", "pipe"],
)
def test_progress_is_shown_to_a_person_who_waits(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], quiet: bool, shown: bool
) -> None:
    """After a while a terminal gets a line with what is going on; a pipe, or `--quiet`, gets nothing."""
    err = stream()
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with progress.working("Reading \x1b[31m[bold]x", quiet=quiet):
        until = time.monotonic() + (20 if shown else 0.2)
        while "Reading" not in err.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
    assert ("[bold]x" in err.getvalue()) is shown
    assert "\x1b[31m[bold]" not in err.getvalue()


def test_a_short_run_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done at once draws nothing."""
    err = Terminal()
    monkeypatch.setattr(sys, "stderr", err)
    with progress.working("Reading"):
        pass
    assert err.getvalue() == ""
