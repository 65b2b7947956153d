"""Bad input ends in one or two clear lines and the right exit code, never in a traceback."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest
from command_line import STORY, assert_refused, environment, run

from summarizer import Report
from summarizer.testing import Fault, HangUp, Raw, Reply, Script, ScriptedModel

BINARY = bytes(range(256)) * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good story, a good briefing and everything that can be wrong with either."""
    files: dict[str, str | bytes] = {
        "story.txt": STORY,
        "briefing.json": "{}",
        "empty.txt": b"",
        "blank.txt": " \n\t\n",
        "binary.txt": BINARY,
        "latin.txt": "The café talks\nended in Zürich.\n".encode("latin-1"),
        "wide.txt": STORY.encode("utf-16"),
        "page.html": "<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav></body></html>",
        "page.txt": "<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav></body></html>",
        "letter.docx": b"PK\x03\x04\x14\x00\x06\x00",
        "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "broken.json": '{"title": "Talks",\n "participants": [}\n',
        "cut.json": '{"title": "Talks',
        "list.json": "[1, 2]",
        "number.json": "3",
        "twice.json": '{"title": "a", "title": "b"}',
        "nan.json": '{"duration": {"minutes": NaN}}',
        "endless.json": '{"duration": {"minutes": 1e999}}',
        "digits.json": '{"duration": {"minutes": ' + "9" * 5000 + "}}",
        "half.json": '{"title": "\\ud800"}',
        "deep.json": '{"title": ' + "[" * 100_000 + "]" * 100_000 + "}",
        "nested.json": '{"title": ' + "[" * 200 + "]" * 200 + "}",
        "kind.json": '{"kind": "poem", "title": "Talks"}',
        "kind-number.json": '{"kind": 3}',
        "future.json": '{"format": "summarizer/report/2", "briefing": {}}',
        "hollow.json": '{"format": "summarizer/report/1", "kind": "briefing"}',
        "words.md": "# Only a heading\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    (tmp_path / "folder").mkdir()
    return tmp_path


SOURCES = {
    "missing file": ("none.txt", ["none.txt", "no such file"]),
    "folder": ("folder", ["folder", "is a folder"]),
    "empty file": ("empty.txt", ["empty.txt", "is empty"]),
    "white space": ("blank.txt", ["blank.txt", "white space"]),
    "binary file": ("binary.txt", ["binary.txt", "binary", "offset 0"]),
    "undecodable bytes": ("latin.txt", ["latin.txt", "offset 7", "line 1", "iconv"]),
    "UTF-16": ("wide.txt", ["wide.txt", "UTF-16", "iconv"]),
    "a page without a story": ("page.html", ["page.html", "no story"]),
    "a page called text": ("page.txt", ["page.txt", "no story"]),
    "Word": ("letter.docx", ["letter.docx", "office document"]),
    "PDF": ("paper.pdf", ["paper.pdf", "PDF"]),
    "JSON": ("briefing.json", ["briefing.json", "JSON"]),
    "address": ("ftp://news.example/talks", ["ftp://news.example/talks", "address"]),
}


@pytest.mark.parametrize(("name", "words"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_that_cannot_be_read(folder: Path, name: str, words: list[str]) -> None:
    """File, cause and remedy are named, exit 2."""
    assert_refused(run("brief", name, cwd=folder), 2, *words)


@pytest.mark.parametrize("case", ["missing file", "binary file", "a page without a story"])
def test_a_source_that_verify_cannot_read(folder: Path, case: str) -> None:
    """`verify` reads a document by the same door."""
    name, words = SOURCES[case]
    assert_refused(run("verify", "briefing.json", name, cwd=folder), 2, *words)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_source_without_permission(folder: Path) -> None:
    """A file that may not be read is told as such."""
    (folder / "story.txt").chmod(0)
    assert_refused(run("brief", "story.txt", cwd=folder), 2, "story.txt", "permission denied")


@pytest.mark.parametrize(
    "data", [b"", b"  \n", BINARY, b"caf\xe9"], ids=["nothing", "blank", "binary", "undecodable"]
)
def test_standard_input_that_cannot_be_read(data: bytes) -> None:
    """What is piped in is held to the same rules."""
    assert_refused(run("brief", "-", stdin=data), 2, "standard input")


BRIEFINGS = {
    "missing file": ("none.json", ["none.json", "no such file"]),
    "folder": ("folder", ["is a folder"]),
    "empty file": ("empty.txt", ["is empty"]),
    "binary file": ("binary.txt", ["binary"]),
    "undecodable bytes": ("latin.txt", ["offset 7"]),
    "web page": ("page.html", ["HTML"]),
    "broken JSON": ("broken.json", ["broken.json", "line 2, column 19"]),
    "JSON that is cut off": ("cut.json", ["line 1, column"]),
    "a list": ("list.json", ["list.json", "a list, not an object"]),
    "a number": ("number.json", ["a number, not an object"]),
    "a key that stands twice": ("twice.json", ['"title" stands twice']),
    "NaN": ("nan.json", ["NaN is not JSON"]),
    "a number too large": ("endless.json", ["too large"]),
    "a number of 5000 digits": ("digits.json", ["digits.json"]),
    "half a character": ("half.json", ["\\ud800"]),
    "100,000 brackets": ("deep.json", ["nested"]),
    "200 brackets": ("nested.json", ["nested"]),
    "an unknown kind": ("kind.json", ["poem", "briefing, statements"]),
    "a kind that is no text": ("kind-number.json", ["a number, not text"]),
    "a report of the future": ("future.json", ["summarizer/report/2"]),
    "a report without a briefing": ("hollow.json", ["null, not an object"]),
    "a memo without a claim": ("words.md", ["no sentence"]),
}


@pytest.mark.parametrize(("name", "words"), BRIEFINGS.values(), ids=BRIEFINGS.keys())
def test_a_briefing_that_cannot_be_verified(folder: Path, name: str, words: list[str]) -> None:
    """What is no briefing at all is refused, exit 2, with the place where it goes wrong."""
    assert_refused(run("verify", name, "story.txt", cwd=folder), 2, *words)


def test_broken_json_from_standard_input(folder: Path) -> None:
    """A brace begins JSON, not prose, wherever it comes from."""
    assert_refused(
        run("verify", "-", "story.txt", cwd=folder, stdin='{"title": '), 2, "standard input", "line 1"
    )


def test_prose_is_of_no_other_kind(folder: Path) -> None:
    """A kind that prose cannot have is refused, not passed over."""
    (folder / "memo.txt").write_text("They met.", encoding="utf-8")
    assert_refused(run("verify", "memo.txt", "story.txt", "--kind", "briefing", cwd=folder), 2, "statements")


WRONG_TYPES = {
    "text for a list": {"participants": "Ana Reyes"},
    "a list for text": {"title": ["Envoys", "talk"]},
    "a number for text": {"title": 3},
    "text for a number": {"duration": {"text": "about 50 minutes", "minutes": "fifty"}},
    "text for a record": {"event": "talks"},
    "a record for a list": {"positions": {"holder": "Bo Lind"}},
    "numbers in a list of records": {"participants": [1, None, "x", [], {}]},
    "a value out of its list": {"duration": {"text": "about 50 minutes", "bound": "roughly"}},
    "text for a boolean": {"positions": [{"holder": "Bo Lind", "direct": "yes"}]},
    "evidence that is none": {"participants": [{"name": "Ana Reyes", "evidence": "Ana Reyes"}]},
    "evidence of a wrong kind": {
        "participants": [{"name": "Ana Reyes", "evidence": [{"sentence": "two"}, 3]}]
    },
    "a sentence that is not there": {
        "participants": [{"name": "Ana Reyes", "evidence": [{"sentence": 10**30}]}]
    },
    "an unknown key": {"titel": "Envoys", "_fields_set": [1], "model_config": {}, "": 0, "/~": {"a": 1}},
}


@pytest.mark.parametrize("briefing", WRONG_TYPES.values(), ids=WRONG_TYPES.keys())
def test_values_of_wrong_types_are_findings(folder: Path, briefing: dict[str, object]) -> None:
    """A wrong value is shown as a finding, beside all others; the run itself is a success."""
    (folder / "given.json").write_text(json.dumps(briefing), encoding="utf-8")
    result = run("verify", "given.json", "story.txt", "--format", "json", cwd=folder)
    assert (result.code, result.err) == (0, "")
    report = Report.from_json(result.out)
    paths = [finding.path for finding in report.findings]
    assert len(paths) == len(set(paths))
    assert report.at_least("review")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_values_of_wrong_types_can_be_shown(folder: Path, form: str) -> None:
    """All that can be wrong in one briefing: no format fails on it."""
    everything: dict[str, object] = {}
    for briefing in WRONG_TYPES.values():
        everything |= briefing
    (folder / "given.json").write_text(json.dumps(everything), encoding="utf-8")
    result = run("verify", "given.json", "story.txt", "--format", form, cwd=folder)
    assert (result.code, result.err) == (0, "")
    assert "unsupported" in result.out


# -- the model ---------------------------------------------------------------------------------


def test_environment_of_the_suite_holds_no_key() -> None:
    """The tests below say what they set; the machine's own keys reach no command."""
    assert not [
        name for name in environment() if "API_KEY" in name and name.startswith(("OPENAI", "SUMMARIZER"))
    ]


SETUP = {
    "unknown provider": (["--model", "nobody/gpt"], 4, ["nobody"]),
    "no provider": (["--model", "gpt-5"], 4, ["gpt-5"]),
    "no key": (["--model", "openai/gpt-5"], 4, ["OPENAI_API_KEY"]),
    "an address that is none": (["--model", "openai/x", "--base-url", "localhost"], 2, ["localhost"]),
}


@pytest.mark.parametrize(("args", "code", "words"), SETUP.values(), ids=SETUP.keys())
def test_a_model_that_is_not_set_up(folder: Path, args: list[str], code: int, words: list[str]) -> None:
    """What is missing is named before anything is sent."""
    assert_refused(run("brief", "story.txt", *args, cwd=folder), code, *words)


HTTP: dict[str, tuple[Script, list[str]]] = {
    "HTTP 401": (Fault(401, "bad key"), ["401", "key"]),
    "HTTP 404": (Fault(404, "no such model"), ["404"]),
    "HTTP 500": (Fault(500, "out of order"), ["500"]),
    "prose": ("Sorry, I would rather not.", ["prose"]),
    "nothing": ("", ["empty"]),
    "null": ("null", ["null"]),
    "broken JSON": ('{"title": "Talks', ["openai/scripted"]),
    "another shape": ({"verdict": "fine"}, ["openai/scripted"]),
    "no choices": (Reply(completion={"choices": []}), ["no choices"]),
    "a web page": (Raw(b"<html><body>Log in</body></html>", "text/html"), ["openai/scripted"]),
    "a reset connection": (HangUp(), ["127.0.0.1"]),
}


@pytest.mark.parametrize(("script", "words"), HTTP.values(), ids=HTTP.keys())
def test_a_model_that_gives_nothing_usable(folder: Path, script: Script, words: list[str]) -> None:
    """Whatever the endpoint does, the command ends with exit 4, two lines and no file, key or traceback."""
    with ScriptedModel(script) as server:
        result = run(
            *(
                "brief",
                "story.txt",
                "--model",
                "openai/scripted",
                "--base-url",
                server.base_url,
                "-o",
                "memo.md",
            ),
            env={"SUMMARIZER_API_KEY": "sk-secret-0123456789"},
            cwd=folder,
        )
    assert_refused(result, 4, *words)
    assert "sk-secret" not in result.err
    assert not (folder / "memo.md").exists()


def test_a_refused_connection(folder: Path) -> None:
    """A server that is not there is named by its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/v1"
    result = run("brief", "story.txt", "--model", "openai/scripted", "--base-url", url, cwd=folder)
    assert_refused(result, 4, f"127.0.0.1:{port}")


def test_a_model_that_takes_too_long(folder: Path) -> None:
    """`--timeout` bounds the wait."""
    with ScriptedModel(Reply("{}", delay=60)) as server:
        args = (
            "brief",
            "story.txt",
            "--model",
            "openai/scripted",
            "--base-url",
            server.base_url,
            "--timeout",
            "1",
        )
        assert_refused(run(*args, cwd=folder), 4, "1 second")


def test_an_output_that_exists_is_seen_before_the_model_is_asked(folder: Path) -> None:
    """Nothing is sent, and so nothing paid, for a result that could not be written."""
    (folder / "memo.md").write_text("mine", encoding="utf-8")
    with ScriptedModel("{}") as server:
        args = (
            "brief",
            "story.txt",
            "--model",
            "openai/scripted",
            "--base-url",
            server.base_url,
            "-o",
            "memo.md",
        )
        assert_refused(run(*args, cwd=folder), 2, "memo.md", "exists", "--force")
        assert not server.requests
    assert (folder / "memo.md").read_text("utf-8") == "mine"


OUTPUTS = {
    "a folder": ("folder", ["folder", "is a folder"]),
    "no such folder": ("none/memo.md", ["none", "no folder"]),
    "below a file": ("story.txt/memo.md", ["no folder"]),
}


@pytest.mark.parametrize(("target", "words"), OUTPUTS.values(), ids=OUTPUTS.keys())
def test_an_output_that_cannot_be_written(folder: Path, target: str, words: list[str]) -> None:
    """Where a result cannot go is said with its cause, before any work."""
    assert_refused(run("brief", "story.txt", "-o", target, cwd=folder), 2, *words)
