"""Rendering: every format tells the whole report, and no text in it can act."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from io import BytesIO, StringIO, TextIOWrapper
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len
from rich.console import Console
from sample_reports import ARTICLE, full_report, leaves, make_report, statements_report

from summarizer.errors import UsageError
from summarizer.rendering import get_renderer, render, render_for, renderer_for_file, renderer_names
from summarizer.rendering.outline import MARKS
from summarizer.rendering.safe import can_encode, encodable, json_safe, markdown, plain
from summarizer.rendering.terminal import print_report
from summarizer.report import EvidenceSpan, Finding, Reason, Report, SourceInfo, Verdict

FORMATS = ("json", "markdown", "text")
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HEADINGS = {
    *(
        "Title",
        "Event",
        "Participants",
        "Informants",
        "Duration",
        "Agreed formats",
        "Agreements",
        "Positions",
    ),
    *("Next steps", "Statements", "Unverified", "In the source, not in the briefing", "Not processed"),
    "How this was made",
}

# -- helpers ---------------------------------------------------------------------------------------


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def squeezed(text: str) -> str:
    """Drop white space, the sides of panels and line numbers, so that wrapped words can be found again."""
    return re.sub(r"[\s│|]", "", re.sub(r" l\. [\d, –…]+(?= │)", "", text))


def at_width(report: Report, width: int) -> str:
    stream = StringIO()
    print_report(report, Console(file=stream, width=width, color_system=None, _environ={}))
    return stream.getvalue()


def tokens(memo: str) -> list[Token]:
    """Return all tokens of a memo, the inline ones too."""
    found = []
    for token in PARSER.parse(memo):
        found.append(token)
        found.extend(token.children or [])
    return found


def shown(memo: str) -> str:
    """Return what a reader sees of some Markdown."""
    return "".join(t.content for t in tokens(memo) if t.type in {"text", "text_special", "code_inline"})


def acting(text: str) -> set[str]:
    """Return the characters that act on a screen: controls, separators, surrogates, invisible format marks."""
    suspects = {c for c in set(text) - {"\n"} if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    return suspects - set("\u200c\u200d")  # kept where spelling needs them: see the table of `plain`


def value(briefing: dict[str, Any], **more: Any) -> Report:
    return make_report(ARTICLE, briefing, {}, **more)


def hostile(report: Report, draw: Any) -> Report:
    """Replace every string of a report, where any text is allowed, by what `draw` gives."""
    fixed = {"kind", "verdict", "path", "format", "published"}

    def replaced(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return {k: replaced(v, k) for k, v in node.items()}
        if isinstance(node, list | tuple):
            return [replaced(v, key) for v in node]
        return draw() if isinstance(node, str) and key not in fixed else node

    return Report.model_validate(replaced(report.model_dump(warnings=False)))


NASTY = (
    st.text(max_size=30)
    | st.text(alphabet=st.characters(), max_size=20)
    | st.text(alphabet="\x1b[]\x9b()\n\r\t <>!*_`|~#&;:/\\.-+=1a\u202e\u200b\ud800^$@“”{}", max_size=30)
    | st.sampled_from(
        [
            "\x1b[31mred\x1b[0m",
            "\x1b]8;;http://bad.example\x07click\x1b]8;;\x07",
            "[bold red]x[/]",
            "[/nothing]",
            "[link=http://bad.example]x[/link]",
            "<script>alert(1)</script>",
            "<!-- x",
            "</td></tr>",
            "![x](http://bad.example/p.png)",
            "[x](javascript:alert(1))",
            "[x][y]",
            "<http://bad.example>",
            "http://bad.example/a_b_c?d=<e>",
            "mail@bad.example",
            "[^1]: other",
            "[^1]",
            "# heading",
            "- item",
            "1. item",
            "> quote",
            "```\ncode",
            "a | b",
            "&lt;b&gt; &#27;",
            "***",
            "---",
            "===",
            "    indented",
            "pay\u202egpj.exe",
            "zero\u200bwidth",
            "half\ud800",
            "{{ 6*7 }} {% raw %}",
            "\\",
            ":smile: @someone",
            "",
            " ",
        ]
    )
)

# -- the register ----------------------------------------------------------------------------------


def test_formats_are_found_by_name() -> None:
    """The folder is the register: each format has a name, suffixes and a line on what it is for."""
    assert renderer_names() == FORMATS
    for name in FORMATS:
        renderer = get_renderer(name)
        assert renderer.name == name
        assert renderer.summary
        assert all(renderer_for_file(f"memo{suffix}") is renderer for suffix in renderer.suffixes)
    assert renderer_for_file("memo.xyz") is None


def test_unknown_format_names_the_known_ones() -> None:
    """A format that does not exist is an error that lists those that do."""
    with pytest.raises(UsageError, match="nonsense") as caught:
        render(full_report(), "nonsense")
    assert all(name in str(caught.value.remedy) for name in FORMATS)


@pytest.mark.parametrize("name", ["json", "markdown"])
def test_rich_is_imported_for_text_only(name: str) -> None:
    """Writing JSON or Markdown does not load the terminal library."""
    code = (
        "import sys; from summarizer.report import Report; from summarizer.rendering import render;"
        "report = Report.from_json(sys.stdin.read());"
        f"render(report, {name!r}); print([m for m in sys.modules if m.split('.')[0] == 'rich'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=full_report().to_json(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"


# -- harmless text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain – “words”", "plain – “words”", id="typography-stays"),
        pytest.param("one\ntwo\r\nthree\tfour", "one two three four", id="line-ends-and-tabs-are-spaces"),
        pytest.param("\x1b[31mred", "\\x1b[31mred", id="escape"),
        pytest.param("\x9b31mred", "\\x9b31mred", id="C1-control"),
        pytest.param("a\x00b\x07\x7f", "a\\x00b\\x07\\x7f", id="null-bell-delete"),
        pytest.param("pay\u202egpj.exe", "pay\\u202egpj.exe", id="right-to-left-override"),
        pytest.param("\u2066x\u2069", "\\u2066x\\u2069", id="isolates"),
        pytest.param("no\u200bt", "no\\u200bt", id="zero-width-space"),
        pytest.param("со\u200dюз", "со\\u200dюз", id="joiner-where-no-script-needs-it"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="persian-keeps-its-non-joiner"),
        pytest.param("👩\u200d⚕\ufe0f", "👩\u200d⚕\\ufe0f", id="emoji-keeps-its-joiner"),
        pytest.param("co\xadoperate", "co\\xadoperate", id="soft-hyphen"),
        pytest.param("half\ud800", "half\\ud800", id="lone-surrogate"),
        pytest.param("a\U000e0041", "a\\U000e0041", id="tag-character"),
        pytest.param("a\u2028b", "a\\u2028b", id="line-separator"),
    ],
)
def test_plain_shows_what_cannot_be_seen(text: str, expected: str) -> None:
    """Invisible and acting characters are written out; what spelling needs stays."""
    if "emoji" in expected or "⚕" in expected:
        expected = expected.replace("\\ufe0f", "\ufe0f")
    assert plain(text) == expected


def test_plain_covers_unicode() -> None:
    """No character of the acting categories passes by itself, in all of Unicode."""
    acts = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    passed = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) in acts and plain(c) == c]
    assert passed == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr. O'Neil said: “4.5% (at 5 p.m.)”", "Mr. O'Neil said: “4.5% (at 5 p.m.)”", id="prose-stays"
        ),
        pytest.param("*a* _b_ ~c~", r"\*a\* \_b\_ \~c\~", id="emphasis"),
        pytest.param("[a](b)", r"\[a\](b)", id="link"),
        pytest.param("<b>&lt;", r"\<b\>\&lt;", id="html"),
        pytest.param("# a", r"\# a", id="heading"),
        pytest.param("- a", r"\- a", id="list"),
        pytest.param("12. a", r"12\. a", id="numbered-list"),
        pytest.param("a|b", r"a\|b", id="table"),
        pytest.param("see (https://a.example/b_c).", "see (`https://a.example/b_c`).", id="address"),
        pytest.param("a@b.example, @c", "`a@b.example`, `@c`", id="mail-and-mention"),
        pytest.param("[^1]", r"\[\^1\]", id="footnote"),
        pytest.param("{{ x }}", r"\{\{ x \}\}", id="template"),
    ],
)
def test_markdown_escapes_markup_alone(text: str, expected: str) -> None:
    """Markup is escaped, addresses become code, and ordinary prose stays readable."""
    assert markdown(text) == expected


@given(NASTY)
def test_markdown_text_reads_as_itself(text: str) -> None:
    """What a reader of the Markdown sees is the text, with white space as Markdown shows it."""
    seen = shown(f"x {markdown(text)} x")
    assert squeezed(seen) == squeezed(f"x{plain(text)}x")


@given(NASTY, st.sampled_from(["ascii", "cp1252", "koi8-r", "utf-8", "no-such-encoding"]))
def test_encodable_can_be_written(text: str, encoding: str) -> None:
    """Text made for an encoding can be written in it."""
    assert can_encode(encodable(plain(text), encoding), encoding)


@given(NASTY, st.booleans())
def test_json_escapes_say_the_same(text: str, ascii_only: bool) -> None:
    """JSON with acting characters escaped reads back as the same data."""
    written = json_safe(json.dumps([text], ensure_ascii=False), ascii_only=ascii_only)
    assert json.loads(written) == [text]
    assert written.isascii() or not ascii_only
    assert {c for c in written if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} <= {"\n"}


# -- every format ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("make", [full_report, statements_report])
def test_what_is_not_supported_is_told_with_its_reasons(make: Any, name: str) -> None:
    """Every field that is not supported shows its verdict and every reason."""
    report = make()
    written = squeezed(shown(render(report, name)) if name == "markdown" else render(report, name))
    doubtful = report.at_least("review")
    assert doubtful
    for finding in doubtful:
        label = finding.path.rpartition("/")[2]
        if name == "text":
            for reason in finding.reasons:
                before = written[: written.index(squeezed(reason.message))]
                assert finding.verdict in before
                assert label in before.rpartition(str(finding.verdict))[2] or label in {"text", "agreements"}
        else:
            assert squeezed(finding.path) in written
            assert all(squeezed(reason.message) in written for reason in finding.reasons)


@pytest.mark.parametrize("name", FORMATS)
def test_every_value_is_shown(name: str) -> None:
    """No value of the briefing is left out, whatever its verdict."""
    report = full_report()
    written = squeezed(shown(render(report, name)) if name == "markdown" else render(report, name))
    for path, one in leaves(report.briefing):
        if isinstance(one, str):
            # A statement that repeats its quote is shown once, without the full stop.
            assert squeezed(one.rstrip(".") if path.endswith("/statement") else one) in written, path


@pytest.mark.parametrize("name", FORMATS)
def test_failures_are_always_told(name: str) -> None:
    """A part of the source that was not processed is named in every format."""
    report = full_report()
    assert squeezed(report.failures[0].message) in squeezed(render(report, name))


@pytest.mark.parametrize(
    ("name", "sign"), [("markdown", "Position of {}, as told by {}:"), ("text", "{} — as told by {}")]
)
def test_holder_and_speaker_are_told_apart(name: str, sign: str) -> None:
    """Where one person tells the view of another, both are named and it is plain who is who."""
    written = render(full_report(), name)
    assert sign.format("Tomas Reuk", "Jon Varga") in written
    assert sign.format("Mira Castell", "Mira Castell") not in written
    assert "speaker not stated" in written


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("draw_from", ["empty", "no-text", "no-findings"])
def test_little_is_enough(name: str, draw_from: str) -> None:
    """A report of nothing, without source text or without findings is rendered all the same."""
    report = full_report()
    if draw_from == "empty":
        report = value({})
    elif draw_from == "no-text":
        report = report.model_copy(update={"source": report.source.model_copy(update={"text": None})})
    else:
        report = report.model_copy(update={"findings": ()})
    written = render(report, name)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    if name != "json":
        assert ("not checked" in written) == (draw_from == "no-findings")
        assert "l. 5" not in written or draw_from != "no-text"


WRONG = {
    "string-for-a-list": {"participants": "two presidents"},
    "string-for-a-record": {"event": "a call", "duration": "long"},
    "strings-for-records": {"positions": ["Castell is firm", None, 7]},
    "numbers-for-names": {"participants": [{"name": 42, "role": True, "affiliation": [1, 2]}]},
    "record-for-a-name": {
        "positions": [{"holder": {"a": {"b": "c"}}, "statement": ["x", {}], "direct": "maybe"}]
    },
    "record-for-a-list": {"informants": {"name": "Jon Varga"}},
    "list-for-a-title": {"title": ["a", ["b", ["c"]]]},
    "unknown-keys": {
        "mood": "warm",
        "next_steps": [{"what": "Experts meet.", "who/what~": {"x_y": 1}, "": 2}],
    },
    "broken-evidence": {"participants": [{"name": "Jon Varga", "evidence": "none"}]},
    "deep": {"mood": json.loads("[" * 60 + "1" + "]" * 60)},
    "numbers-beyond-reason": {"duration": {"minutes": 10**5000, "text": float("nan"), "bound": float("inf")}},
}


@pytest.mark.parametrize("name", ["markdown", "text"])
@pytest.mark.parametrize("briefing", WRONG.values(), ids=WRONG)
def test_wrong_types_are_shown(briefing: dict[str, Any], name: str) -> None:
    """Values of wrong types do not stop a rendering, and the finding on each of them is told."""
    report = value(briefing)
    reason = Reason(check="type", code="wrong_type", message="not of the right type")
    findings = tuple(
        f.model_copy(update={"verdict": Verdict.UNSUPPORTED, "reasons": (reason,)})
        if f.value is not None
        else f
        for f in report.findings
    )
    written = render(report.model_copy(update={"findings": findings}), name)
    count = sum(f.verdict is Verdict.UNSUPPORTED for f in findings)
    assert f"✗ {count} unsupported" in written
    assert squeezed("not of the right type") in squeezed(written)


@pytest.mark.parametrize("name", ["markdown", "text"])
@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/title", "/participants", "/participants/0", "/participants/0/evidence/0/quote"),
        *("/participants/99/name", "/positions/0/holder", "/nowhere/at/all", "no pointer"),
    ],
)
def test_no_finding_is_lost(path: str, name: str) -> None:
    """A finding that points at nothing in the briefing, or at a field already judged, is still told."""
    report = full_report()
    reason = Reason(check="x", code="stray", message="a stray reason")
    stray = Finding(path=path, value="stray", verdict="contradicted", score=0, reasons=(reason,))
    written = render(report.model_copy(update={"findings": (*report.findings, stray)}), name)
    assert "a stray reason" in written
    assert f"{len(report.findings) + 1} field" in written


@pytest.mark.parametrize("briefing", [None, "text", 7, [], ["a"], {}])
def test_a_briefing_that_is_none(briefing: Any) -> None:
    """Even what is no briefing at all is shown."""
    source = SourceInfo(id="x", sha256="0" * 64, characters=0)
    report = Report.model_construct(kind="no such kind", source=source, briefing=briefing, extractor=None)
    for name in ("markdown", "text"):
        assert "No such kind" in render(report, name) or "Source" in render(report, name)


@settings(max_examples=60, deadline=None)
@given(st.data())
@pytest.mark.parametrize("make", [full_report, statements_report])
def test_no_text_can_act(make: Any, data: st.DataObject) -> None:
    """Whatever the strings of a report are, no output has a control character, and none is too wide."""
    pool = data.draw(st.lists(NASTY, min_size=1, max_size=12))
    turn = iter(range(10**9))
    report = hostile(make(), lambda: pool[next(turn) % len(pool)])
    for name in FORMATS:
        written = render(report, name)
        assert acting(written) == set()
        written.encode("utf-8")
    for width in (80, 41):
        assert max(map(cell_len, at_width(report, width).split("\n"))) <= width
    acts = {
        "html_inline",
        "html_block",
        "link_open",
        "image",
        "s_open",
        "fence",
        "code_block",
        "hr",
        "ordered_list_open",
    }
    found = tokens(render(report, "markdown"))
    assert {token.type for token in found} & acts == set()
    assert {t.level for t in found if t.type == "bullet_list_open"} == {0}
    headings = [(t.tag, after.content) for t, after in pairwise(found) if t.type == "heading_open"]
    assert [tag for tag, _ in headings].count("h1") == 1
    assert {title for tag, title in headings if tag != "h1"} <= HEADINGS


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        NASTY | st.none() | st.booleans() | st.integers() | st.floats(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                NASTY | st.sampled_from(["name", "holder", "statement", "quote", "evidence"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_shape_is_rendered(anything: Any) -> None:
    """Any JSON value may stand anywhere in a briefing, under any key."""
    report = value(
        {"title": anything, "positions": [anything, {"holder": anything, "x": anything}], "extra": anything}
    )
    for name in ("markdown", "text"):
        assert acting(render(report, name)) == set()


# -- the terminal ----------------------------------------------------------------------------------


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


# -- the memo --------------------------------------------------------------------------------------


def footnotes(memo: str) -> dict[int, tuple[str, str]]:
    """Return number, place and quote of a memo's footnotes, as an ordinary parser shows them."""
    found = {}
    for token in PARSER.parse(memo):
        if token.type == "inline" and (match := re.match(r"\[\^(\d+)\]: ", token.content)):
            text = "".join(t.content for t in token.children or [] if t.type in {"text", "code_inline"})
            where, _, quote = text.removeprefix(match[0]).partition(": “")
            found[int(match[1])] = (where, quote.removesuffix("”"))
    return found


def claims(memo: str) -> list[str]:
    """Read a memo's claims back by the rule that its module states."""
    found, depth = [], 0
    parsed = PARSER.parse(memo)
    for before, token in zip([None, *parsed], parsed, strict=False):
        depth += {"blockquote_open": 1, "table_open": 1, "blockquote_close": -1, "table_close": -1}.get(
            token.type, 0
        )
        if token.type != "inline" or depth or (before and before.type == "heading_open"):
            continue
        if re.match(r"\[\^\d+\]: ", token.content):
            continue
        words, nested = "", 0
        for child in token.children or []:
            nested += {"em_open": 1, "strong_open": 1, "em_close": -1, "strong_close": -1}.get(child.type, 0)
            words += child.content if not nested else ""
        found.append(re.sub(r"\[\^\d+\]", "", words).strip())
    return found


def test_footnotes_quote_the_source() -> None:
    """Every footnote quotes the source's words at the offsets and line it names, and is quoted somewhere."""
    report = full_report()
    memo = render(report, "markdown")
    notes = footnotes(memo)
    assert notes
    for where, quote in notes.values():
        match = re.fullmatch(r"Lines? (\d+)(?:–\d+)?, characters (\d+)–(\d+)", where)
        assert match
        line, start, end = map(int, match.groups())
        assert quote == plain(ARTICLE[start:end])
        assert line == ARTICLE[:start].count("\n") + 1
    used = set(map(int, re.findall(r"\[\^(\d+)\](?!:)", memo)))
    assert used == set(notes)
    assert sorted(notes) == list(range(1, len(notes) + 1))


def test_footnotes_are_shared() -> None:
    """A span has one footnote, however many values rest on it."""
    places = [where for where, _ in footnotes(render(full_report(), "markdown")).values()]
    assert len(places) == len(set(places))


def test_every_supported_value_has_a_footnote() -> None:
    """Each value with a span leads to a footnote with that span."""
    report = full_report()
    noted = {where.rpartition(" ")[2] for where, _ in footnotes(render(report, "markdown")).values()}
    for finding in report.findings:
        assert all(f"{span.start}–{span.end}" in noted for span in finding.spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(NASTY, min_size=1, max_size=5))
def test_hostile_quotes_stay_verbatim(quotes: list[str]) -> None:
    """A footnote shows the source's words as they are, whatever they try to be."""
    text = "\n\n".join(quotes)
    spans, at = [], 0
    for quote in quotes:
        spans.append(EvidenceSpan(start=at, end=at + len(quote), text=quote))
        at += len(quote) + 2
    report = make_report(text, {"title": "Talks"}, {})
    finding = report.findings[0].model_copy(update={"spans": tuple(spans[:3])})
    memo = render(report.model_copy(update={"findings": (finding, *report.findings[1:])}), "markdown")
    expected = [squeezed(plain(span.text)) for span in dict.fromkeys(spans[:3])]
    assert [squeezed(quote) for _, quote in footnotes(memo).values()] == expected


def test_claims_can_be_read_back() -> None:
    """Paragraphs and list items without labels and verdicts are the briefing's claims, and nothing else."""
    read = claims(render(full_report(), "markdown"))
    assert len(read) == 1 + 2 + 7 + 1 + 3 + 13 + 1
    assert "Mira Castell, President, Orland." in read
    assert "There will be no talks under a raised gate. “under a raised gate”" in read
    assert not any("contradicted" in claim or "sha256" in claim or "Position of" in claim for claim in read)
    statements = claims(render(statements_report(), "markdown"))
    assert statements[1:] == ["The call lasted two hours.", "Castell agreed to close the upper dam."]


def test_memo_tells_where_it_comes_from() -> None:
    """Source, date, address, length, sha256 and what made the briefing stand in the memo."""
    report = full_report()
    memo = shown(render(report, "markdown"))
    source = report.source
    for fact in (source.id, source.published, source.url, source.sha256, "acme/large-2", "1,950 characters"):
        assert str(fact) in memo


def test_to_markdown_is_the_memo() -> None:
    """`Report.to_markdown` is this format."""
    report = full_report()
    assert report.to_markdown() == render(report, "markdown")


def test_json_reads_back() -> None:
    """The JSON format is the report itself."""
    report = full_report()
    assert Report.from_json(render(report, "json")).to_json() == report.to_json()
