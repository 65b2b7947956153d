"""Every format tells the whole report, and no text in it can act."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import FORMATS, NASTY, acting, at_width, hostile, shown, squeezed, tokens, value
from rich.cells import cell_len
from sample_reports import full_report, leaves, statements_report

from summarizer.errors import UsageError
from summarizer.rendering import get_renderer, render, renderer_for_file, renderer_names
from summarizer.report import Finding, Reason, Report, SourceInfo, Verdict

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
