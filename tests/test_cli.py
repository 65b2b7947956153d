"""The commands do what they say: results on standard output, all else on standard error, exact exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import STORY, assert_refused, give, report_of, run

from summarizer import Report
from summarizer.source import Source

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


def test_a_source_id_is_the_name_as_given(story: Path) -> None:
    """A relative path stays relative in a report, so that it holds on another machine."""
    report = report_of(run("brief", story.name, "--format", "json", cwd=story.parent))
    assert report.source.id == story.name
    assert report.source.sha256 == Source.from_text(STORY).sha256
