"""A result goes where it is told, whole or not at all, in characters that its reader can take."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from command_line import STORY, Result, arguments, assert_refused, environment, give, run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "start"), [("memo.md", "#"), ("report.json", "{"), ("REPORT.JSON", "{")], ids=lambda value: value
)
def test_the_suffix_of_the_file_chooses_the_format(story: Path, name: str, start: str) -> None:
    """`-o x.md` writes a memo, `-o x.json` a report; standard output stays empty."""
    target = story.parent / name
    result = run("brief", story, "-o", target, "-q")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert target.read_text("utf-8").startswith(start)
    assert target.read_text("utf-8").endswith("\n")


def test_an_unknown_suffix_is_refused(story: Path) -> None:
    """A file name that promises a format that does not exist is no place for another one."""
    target = story.parent / "briefing.docx"
    result = run("brief", story, "-o", target)
    assert_refused(result, 2, ".docx")
    assert not target.exists()


def test_a_given_format_goes_before_the_suffix(story: Path) -> None:
    """`--format` decides, whatever the file is called."""
    target = story.parent / "report.txt"
    run("brief", story, "--format", "json", "-o", target)
    assert json.loads(target.read_text("utf-8"))["kind"] == "briefing"


def test_a_file_is_what_standard_output_would_be(story: Path) -> None:
    """The same result goes to a file as to a pipe."""
    target = story.parent / "memo.md"
    run("brief", story, "-o", target)
    assert target.read_text("utf-8") == run("brief", story, "--format", "markdown").out


def test_a_file_is_overwritten_only_when_forced(story: Path) -> None:
    """What exists is kept, exit 2; with `--force` it is replaced and keeps its permissions."""
    target = give(story.parent, "mine", "memo.md")
    target.chmod(0o640)
    assert_refused(run("brief", story, "-o", target), 2, str(target), "exists", "--force")
    assert target.read_text("utf-8") == "mine"
    assert run("brief", story, "-o", target, "--force").code == 0
    assert target.read_text("utf-8").startswith("#")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_is_read_is_never_overwritten(story: Path) -> None:
    """Not even `--force` lets a result replace its own source, under any of its names."""
    (story.parent / "link.md").symlink_to(story)
    assert_refused(run("brief", story, "-o", story.parent / "link.md", "--force"), 2, "is not overwritten")
    assert story.read_text("utf-8") == STORY


def test_a_link_is_followed(story: Path) -> None:
    """A result written to a link replaces what it points to, not the link."""
    real = give(story.parent, "old", "real.md")
    link = story.parent / "link.md"
    link.symlink_to(real)
    assert run("brief", story, "-o", link, "--force").code == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("#")


def test_a_file_is_written_whole_or_not_at_all(story: Path) -> None:
    """No half-written or temporary file is left, neither after success nor after failure."""
    before = set(story.parent.iterdir())
    run("brief", story, "-o", story.parent / "memo.md")
    run("brief", story, "--model", "nobody/nothing", "-o", story.parent / "other.md")
    assert set(story.parent.iterdir()) - before == {story.parent / "memo.md"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_an_error(story: Path) -> None:
    """A result that could not be written is no success, on standard output as in a file."""
    assert_refused(run("brief", story, "-q", "-o", "/dev/full"), 2, "No space left")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            arguments("brief", story, "-q"),
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert_refused(Result(done.returncode, "", done.stderr.decode()), 2, "No space left")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_closed_pipe_is_no_error(story: Path, form: str) -> None:
    """`summarizer … | head -1` ends quietly, with nothing on standard error."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        arguments("brief", story, "-q", "--format", form),
        stdout=writer,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    helped = subprocess.run(
        arguments("--help"), stdout=writer, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(writer)
    assert (helped.returncode, helped.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("encoding", "form"),
    [("ascii", "text"), ("ascii", "markdown"), ("ascii", "json"), ("latin-1", "text"), ("cp1252", "text")],
)
def test_no_character_fails_to_print(tmp_path: Path, encoding: str, form: str) -> None:
    """What the terminal's encoding lacks is written in another way: the command does not fail."""
    path = give(tmp_path, STORY.replace("river talks", "«Дунай» talks 🕊 “today”"), "story.txt")
    done = subprocess.run(
        arguments("brief", path, "--format", form),
        capture_output=True,
        env=environment({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Ana Reyes" in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_pipe_gets_no_colours(story: Path) -> None:
    """Escape codes are for terminals."""
    assert "\x1b" not in run("brief", story).out
