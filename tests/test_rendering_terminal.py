"""A report in a terminal fits its width, its colours and its encoding."""

from __future__ import annotations

import json
import re
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rendered import FORMATS, Terminal, at_width, squeezed, value
from rich.cells import cell_len
from sample_reports import ARTICLE, full_report, make_report

from summarizer.rendering import render, render_for
from summarizer.rendering.outline import MARKS
from summarizer.report import Verdict


@pytest.mark.parametrize("width", [24, 40, 60, 80, 120, 200])
def test_lines_fit_the_width(width: int) -> None:
    """No line is wider than the terminal, and none is wider than can be read."""
    widths = {cell_len(line) for line in at_width(full_report(), width).splitlines()}
    assert max(widths) <= min(width, 120)
    assert min(width, 120) in widths


def test_all_is_compact() -> None:
    """A briefing with seven informants and thirteen positions takes about a hundred lines, doubts included."""
    assert len(render(full_report(), "text").splitlines()) <= 110


def test_a_supported_person_is_one_line() -> None:
    """A person with nothing in doubt is one line: mark, name, role, affiliation, where it stands."""
    assert re.search(r"│ ✓ Mira Castell, President, Orland +l\. 5 │", render(full_report(), "text"))


def test_rich_markup_is_shown() -> None:
    """Words in square brackets are words."""
    title = "[bold]Talks[/bold] [link=x]here[/link] :smile: [/]"
    assert title in render(value({"title": title}), "text")


def test_text_is_plain_and_stable() -> None:
    """Rendered to text there is no colour, whatever the environment asks for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORCE_COLOR", "1")
        patch.setenv("COLUMNS", "200")
        forced = render(full_report(), "text")
    assert forced == render(full_report(), "text")
    assert "\x1b" not in forced


@pytest.mark.parametrize(
    ("columns", "width"), [(None, 80), ("60", 60), ("100", 100), ("0", 80), ("many", 80), ("²", 80)]
)
def test_a_pipe_is_plain(monkeypatch: pytest.MonkeyPatch, columns: str | None, width: int) -> None:
    """What is no terminal gets no control codes, and 80 columns unless COLUMNS says otherwise."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    written = render_for(full_report(), "text", StringIO())
    assert "\x1b" not in written
    assert max(map(cell_len, written.splitlines())) == width


@pytest.mark.parametrize("no_color", [False, True])
def test_a_terminal_has_colour_unless_told(monkeypatch: pytest.MonkeyPatch, no_color: bool) -> None:
    """A terminal shows verdicts in colour; with NO_COLOR there is none, but marks and words stay."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    written = render_for(full_report(), "text", Terminal())
    colours = re.findall(r"\x1b\[(?:\d+;)*(?:3[0-7]|38;[\d;]+)m", written)
    assert bool(colours) is not no_color
    assert "✗ 5 unsupported" in re.sub(r"\x1b\[[\d;]*m", "", written)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
@pytest.mark.parametrize("name", FORMATS)
def test_any_encoding_can_be_written(monkeypatch: pytest.MonkeyPatch, encoding: str, name: str) -> None:
    """A terminal that cannot show the marks or the words gets others: the text is written without an error."""
    monkeypatch.setenv("COLUMNS", "80")
    title = "Gespräch über Дамба “heute” – 10 → 12"
    stream = TextIOWrapper(BytesIO(), encoding=encoding, errors="strict")
    report = make_report(
        ARTICLE, {"title": title}, {"/title": (Verdict.UNSUPPORTED, [("title", "other", "no")])}
    )
    written = render_for(report, name, stream)
    if name != "markdown":  # a memo is written to a file in UTF-8, or through a stream that replaces
        stream.write(written)
        stream.flush()
    if name == "json":
        assert json.loads(written)["briefing"]["title"] == title
    if name == "text":
        assert ("✗ unsupported" if encoding == "utf-8" else "x unsupported") in written
        assert all(cell_len(line) <= 80 for line in written.splitlines())


def test_marks_differ_without_colour() -> None:
    """Each verdict has a mark of its own, one column wide."""
    assert len(set(MARKS.values())) == len(MARKS)
    assert {cell_len(mark) for mark in MARKS.values()} == {1}


def test_the_same_reason_is_told_once_per_record() -> None:
    """Evidence that cannot be placed condemns a whole record; the reader is told so in one note."""
    written = squeezed(render(full_report(), "text"))
    reason = squeezed("quote altered: “stands ready” → “is ready”")
    assert written.count(reason) == 1
    assert f"holder,speaker,statement,quote,direct:{reason}" in written


def test_many_omissions_are_counted() -> None:
    """The terminal shows a few omissions and how many there are."""
    written = render(full_report(), "text")
    assert "not in the briefing (4)" in written
    assert "and 1 more" in written
