"""The command does what it says: results on standard output, all else on standard error, exact exit codes."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import STORY, Result, arguments, assert_refused, environment, run

from summarizer import Report
from summarizer.cli import progress
from summarizer.source import Source
from summarizer.testing import Reply, ScriptedModel

KEYS = ["format", "kind", "source", "extractor", "briefing", "findings", "omissions", "failures", "usage"]
TRUE = {
    "participants": [
        {
            "name": "Ana Reyes",
            "evidence": [{"quote": "Ana Reyes and the northern envoy, Bo Lind, met in Geneva"}],
        }
    ]
}
FALSE = {
    "duration": {"text": "about 15 minutes", "evidence": [{"quote": "The meeting lasted about 50 minutes"}]},
}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def give(folder: Path, data: object, name: str = "briefing.json") -> Path:
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def report_of(result: Result) -> Report:
    assert result.code == 0, result.err
    return Report.from_json(result.out)


# -- brief -------------------------------------------------------------------------------------


def test_brief_prints_a_briefing_and_says_that_it_is_offline(story: Path) -> None:
    """Without a model the briefing is on standard output, and one line on standard error says how it was made."""
    result = run("brief", story)
    assert result.code == 0
    assert "Ana Reyes" in result.out
    assert "supported" in result.out
    assert len(result.err.splitlines()) == 1
    assert "offline" in result.err


@pytest.mark.parametrize("args", [["--model", "offline"], ["--quiet"], ["-q"]], ids=" ".join)
def test_nothing_is_said_where_nothing_need_be(story: Path, args: list[str]) -> None:
    """`--model offline` was the user's own choice, and `--quiet` asks for silence."""
    result = run("brief", story, *args)
    assert (result.code, result.err) == (0, "")


def test_the_model_may_come_from_the_environment(story: Path) -> None:
    """SUMMARIZER_MODEL names the model where the command line does not."""
    assert run("brief", story, env={"SUMMARIZER_MODEL": "offline"}).err == ""
    assert_refused(run("brief", story, env={"SUMMARIZER_MODEL": "nobody/nothing"}), 4, "nobody")


def test_a_report_in_json_has_every_part(story: Path) -> None:
    """The JSON is the documented report, and each span's text is the source's own."""
    result = run("brief", story, "--format", "json", "-q")
    data = json.loads(result.out)
    assert list(data) == KEYS
    assert data["format"] == "summarizer/report/1"
    assert data["source"]["text"] == STORY
    assert data["source"]["id"] == str(story)
    assert data["extractor"]["name"] == "offline"
    for finding in data["findings"]:
        for span in finding["spans"]:
            assert STORY[span["start"] : span["end"]] == span["text"]


def test_the_source_s_text_can_be_left_out(story: Path) -> None:
    """`--no-source-text` keeps the document out of the report, and all else in it."""
    data = json.loads(run("brief", story, "--format", "json", "--no-source-text").out)
    assert list(data) == KEYS
    assert "text" not in data["source"]
    assert data["source"]["characters"] == len(STORY)


def test_a_document_may_come_from_standard_input(story: Path) -> None:
    """`-` is a document like any other."""
    piped = report_of(run("brief", "-", "--format", "json", stdin=STORY))
    assert piped.source.text == STORY
    assert piped.findings == report_of(run("brief", story, "--format", "json")).findings


def test_a_date_anchors_the_document(story: Path) -> None:
    """`--date` is the date of publication."""
    assert (
        report_of(run("brief", story, "--date", "2022-01-13", "--format", "json")).source.published
        == "2022-01-13"
    )


def test_the_prompt_is_shown_and_nothing_is_sent(story: Path) -> None:
    """`--show-prompt` prints what a model would be sent, with a count of tokens; no key or server is needed."""
    result = run("brief", story, "--show-prompt", "--model", "openai/gpt-5")
    assert result.code == 0, result.err
    assert "about 50 minutes" in result.out
    assert "tokens" in result.out
    shown = json.loads(run("brief", story, "--show-prompt", "--format", "json").out)
    assert [message["role"] for message in shown["messages"]] == ["system", "user"]
    assert shown["tokens"] > 100
    assert shown["messages"][1]["content"] in result.out


def test_another_kind_can_be_asked_for(story: Path) -> None:
    """`--kind` chooses the schema, for the prompt too."""
    assert (
        "statements"
        in json.loads(run("brief", story, "--kind", "statements", "--show-prompt", "--format", "json").out)[
            "schema"
        ]["properties"]
    )


# -- output ------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_no_character_fails_to_print(tmp_path: Path, form: str, encoding: str) -> None:
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


# -- verify ------------------------------------------------------------------------------------


def test_verify_tells_true_from_false(story: Path) -> None:
    """A field that the source bears out is supported; one with a changed number is not."""
    true = report_of(run("verify", give(story.parent, TRUE), story, "--format", "json"))
    names = [f for f in true.findings if f.path == "/participants/0/name"]
    assert [f.verdict for f in names] == ["supported"]
    false = report_of(run("verify", give(story.parent, FALSE), story, "--format", "json"))
    texts = [f for f in false.findings if f.path == "/duration/text"]
    assert [f.verdict.severity >= 2 for f in texts] == [True]
    assert true.extractor is None


@pytest.mark.parametrize(
    ("limit", "data", "code"),
    [
        ("contradicted", TRUE, 0),
        ("unsupported", TRUE, 0),
        ("unsupported", FALSE, 3),
        ("review", FALSE, 3),
    ],
)
def test_fail_on_sets_the_exit_code(story: Path, limit: str, data: object, code: int) -> None:
    """Exit 3 when any field has the named verdict or a worse one; the result is printed all the same."""
    result = run("verify", give(story.parent, data), story, "--fail-on", limit)
    assert result.code == code
    assert result.out
    assert len(result.err.splitlines()) == (1 if code else 0)


def test_a_report_is_verified_as_its_briefing(story: Path) -> None:
    """A report brings its kind and briefing; verified against its own source the findings are the same."""
    target = story.parent / "report.json"
    run("brief", story, "-o", target)
    made = Report.from_json(target.read_text("utf-8"))
    again = report_of(run("verify", target, story, "--format", "json"))
    assert (again.kind, again.findings) == (made.kind, made.findings)


def test_a_report_on_another_text_says_so(story: Path) -> None:
    """Verifying against a changed document is allowed, and noted on standard error."""
    target = story.parent / "report.json"
    run("brief", story, "-o", target)
    story.write_text(STORY.replace("50", "55"), encoding="utf-8")
    result = run("verify", target, story)
    assert result.code == 0
    assert "another text" in result.err


@pytest.mark.parametrize("name", ["memo.md", "memo.txt", "memo"])
def test_every_sentence_of_prose_is_a_claim(story: Path, name: str) -> None:
    """Prose is of the kind `statements`, one finding at least for each sentence."""
    memo = give(story.parent, "Ana Reyes met Bo Lind in Geneva. The meeting lasted 15 minutes.", name)
    report = report_of(run("verify", memo, story, "--format", "json"))
    assert report.kind == "statements"
    values = {f.path: f.value for f in report.findings}
    assert values["/statements/0/text"] == "Ana Reyes met Bo Lind in Geneva."
    assert values["/statements/1/text"] == "The meeting lasted 15 minutes."


def test_headings_and_footnotes_of_a_memo_are_no_claims(story: Path) -> None:
    """In Markdown only what asserts something is verified."""
    memo = give(
        story.parent, "# River talks\n\nAna Reyes met Bo Lind.[^1]\n\n[^1]: “met” (line 3)\n", "memo.md"
    )
    report = report_of(run("verify", memo, story, "--format", "json"))
    assert [f.value for f in report.findings if f.path.endswith("/text")] == ["Ana Reyes met Bo Lind."]


def test_either_file_may_come_from_standard_input(story: Path) -> None:
    """`-` stands for the briefing or for the source, and not for both."""
    briefing = give(story.parent, TRUE)
    by_name = report_of(run("verify", briefing, story, "--format", "json"))
    for args, data in ((("-", story), json.dumps(TRUE)), ((briefing, "-"), STORY)):
        assert report_of(run("verify", *args, "--format", "json", stdin=data)).findings == by_name.findings
    assert_refused(run("verify", "-", "-"), 2, "both")


def test_verify_reads_what_brief_wrote(story: Path) -> None:
    """Our own memo can be verified: nothing in it that was supported is called false."""
    memo = story.parent / "memo.md"
    assert run("brief", story, "-o", memo).code == 0
    report = report_of(run("verify", memo, story, "--format", "json"))
    assert report.findings
    assert not report.at_least("contradicted")


# -- kinds -------------------------------------------------------------------------------------


def test_kinds_are_listed(story: Path) -> None:
    """One line for each kind, the default first."""
    lines = run("kinds").out.splitlines()
    assert [line.split()[0] for line in lines] == ["briefing", "statements"]
    assert [entry["name"] for entry in json.loads(run("kinds", "--format", "json").out)] == [
        "briefing",
        "statements",
    ]


def test_a_kind_shows_its_fields_schema_and_prompt() -> None:
    """Each field with the check that judges it, the schema that a model fills, and the prompt."""
    data = json.loads(run("kinds", "briefing", "--format", "json").out)
    checks = {field["path"]: field["check"] for field in data["fields"]}
    assert checks["/participants/*/name"] == "name"
    assert checks["/duration/minutes"] == "minutes"
    assert checks["/agreed_formats/*/parties/*"] == "party"
    assert not any("evidence" in path for path in checks)
    assert data["schema"]["additionalProperties"] is False
    assert data["prompt"]
    text = run("kinds", "briefing").out
    assert all(path in text for path in checks)
    assert data["prompt"].splitlines()[0] in text


# -- errors ------------------------------------------------------------------------------------

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


def test_a_source_id_is_the_name_as_given(story: Path) -> None:
    """A relative path stays relative in a report, so that it holds on another machine."""
    report = report_of(run("brief", story.name, "--format", "json", cwd=story.parent))
    assert report.source.id == story.name
    assert report.source.sha256 == Source.from_text(STORY).sha256
