"""A report in a terminal: a panel per section, a line per record, and what is wrong right under it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import groupby
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel

from summarizer.rendering.outline import Leaf, Lines, Section, outline, worst
from summarizer.rendering.pen import Pen
from summarizer.rendering.provenance import made_by, source_facts
from summarizer.rendering.rows import RowWriter
from summarizer.report import EvidenceSpan, Report

WIDTH = 80  # columns of what is not a terminal
_HEIGHT = 25  # lines: nothing is laid out by it, but rich asks the terminal again when only a width is told
_WIDEST = 120  # columns: beyond that, lines are hard to read
_NARROW = 50  # columns: below that, line numbers would take too much room
_OMISSIONS = 3  # as many are shown; the other formats have them all
_EXCERPT = 160  # characters of an omission


def print_report(report: Report, console: Console) -> None:
    """Print `report` to fit `console`: its width, its colours and its encoding."""
    width = min(console.width, _WIDEST)
    for renderable in _Sheet(report, console.encoding, width).renderables():
        console.print(renderable, width=width)


def console_for(stream: TextIO) -> Console:
    """Return a console on `stream`. What is no terminal is 80 columns wide, or `COLUMNS`, and has no colour."""
    width, height = (None, None) if stream.isatty() else (_columns(), _HEIGHT)
    return Console(
        file=stream,
        width=width,
        height=height,
        markup=False,
        emoji=False,
        highlight=False,
        force_jupyter=False,
    )


def to_text(report: Report) -> str:
    """Write `report` as plain text, 80 columns wide: no colour and no control codes."""
    console = Console(
        file=StringIO(),
        width=WIDTH,
        height=_HEIGHT,
        color_system=None,
        force_terminal=False,
        force_jupyter=False,
        legacy_windows=False,
        _environ={},
    )
    return "".join(line.rstrip() + "\n" for line in _captured(report, console).splitlines())


def for_stream(report: Report, stream: TextIO) -> str:
    """Write `report` as `stream` can show it, width and colours included; nothing is written to it."""
    return _captured(report, console_for(stream))


def _captured(report: Report, console: Console) -> str:
    with console.capture() as capture:
        print_report(report, console)
    return capture.get()


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 5 and int(told) >= 20 else WIDTH


class _Sheet:
    """All that is printed of one report, for one width and encoding."""

    def __init__(self, report: Report, encoding: str, width: int) -> None:
        self._report = report
        self._pen = Pen(encoding)
        self._lines = Lines(report)
        self._rows = RowWriter(self._pen, self._lines, with_lines=width >= _NARROW)
        self._sections = outline(report)

    def renderables(self) -> list[RenderableType]:
        """Return the panels in the order of the briefing, then what it leaves out, then the sums."""
        shown = [section for section in self._sections if not section.absent]
        head = 0
        while head < len(shown) and not shown[head].many:
            head += 1
        made: list[RenderableType] = [self._head(shown[:head])]
        made += [self._section(section) for section in shown[head:]]
        if self._report.omissions:
            made.append(self._omissions())
        if self._report.failures:
            made.append(self._failures())
        return [*made, self._sums()]

    # -- panels --------------------------------------------------------------------------------

    def _panel(
        self, title: str, rows: Sequence[RenderableType], leaves: Iterable[Leaf] = (), border: str = "dim"
    ) -> Panel:
        return Panel(
            Group(*rows),
            title=self._pen.text(title, "bold"),
            title_align="left",
            subtitle=self._pen.tally(leaves) or None,
            subtitle_align="right",
            border_style=border,
            box=box.ROUNDED,
        )

    def _head(self, sections: Sequence[Section]) -> Panel:
        """Tell the source, the fields that come before any list, and what is not stated."""
        facts = self._pen.text(" · ".join(source_facts(self._report)), "dim")
        rows = [self._rows.row(facts, label="source")]
        for section in sections:
            for record in section.records:
                rows += self._rows.record(record, section.title.lower())
        unsaid = [section for section in self._sections if section.absent]
        absent = [leaf for section in unsaid for leaf in section.leaves]
        if unsaid:
            names = self._pen.text(", ".join(section.title.lower() for section in unsaid))
            rows.append(self._rows.row(names, self._pen.mark(worst(absent)), label="not stated"))
        leaves = [leaf for section in sections for leaf in section.leaves] + absent
        title = self._report.kind.replace("_", " ").capitalize() if leaves else "Source"
        return self._panel(title, [self._rows.grid(rows)], leaves)

    def _section(self, section: Section) -> Panel:
        parts: list[RenderableType] = []
        for key, group in groupby(section.records, self._rows.heading_key):
            records = list(group)
            if key:
                parts.append(self._rows.heading(records[0]))
            parts.append(self._rows.grid([row for record in records for row in self._rows.record(record)]))
        title = f"{section.title} ({len(section.records):,})" if section.many else section.title
        return self._panel(title, parts, section.leaves)

    def _omissions(self) -> Panel:
        omissions = self._report.omissions
        rows = []
        for omission in omissions[:_OMISSIONS]:
            said = omission.span.text.strip()
            cut = said if len(said) <= _EXCERPT else said[:_EXCERPT].rstrip() + "…"
            body = self._pen.text(f"{omission.message} ").append_text(self._pen.text(f"“{cut}”", "italic"))
            rows.append(self._rows.row(body, self._pen.text("-", "dim"), [omission.span]))
        if len(omissions) > _OMISSIONS:
            more = f"and {len(omissions) - _OMISSIONS:,} more, all in the Markdown and JSON formats"
            rows.append(self._rows.row(self._pen.text(more, "dim")))
        return self._panel(
            f"In the source, not in the briefing ({len(omissions):,})", [self._rows.grid(rows)]
        )

    def _failures(self) -> Panel:
        rows = []
        for failure in self._report.failures:
            where = self._pen.text(f"characters {failure.start:,}–{failure.end:,}: ", "dim")
            span = EvidenceSpan(start=failure.start, end=failure.end, text="")
            body = where.append_text(self._pen.text(failure.message))
            rows.append(self._rows.row(body, self._pen.text("!", "bold red"), [span]))
        title = f"Not processed ({len(rows):,})"
        return self._panel(title, [self._rows.grid(rows)], border="red")

    def _sums(self) -> RenderableType:
        leaves = [leaf for section in self._sections for leaf in section.leaves]
        fields = f"of {len(leaves):,} field{'' if len(leaves) == 1 else 's'}"
        sums = self._pen.join("  ", [self._pen.tally(leaves), self._pen.text(fields, "dim")])
        return Group(sums, self._pen.text(made_by(self._report), "dim"))
