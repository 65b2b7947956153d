"""Records as rows of a terminal: a mark, the words, the lines of the source; under them what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.console import Group
from rich.table import Table
from rich.text import Text

from summarizer.rendering.outline import Leaf, Lines, Note, Record, notes, worst
from summarizer.rendering.pen import Pen
from summarizer.rendering.phrasing import Phrase, Position, leaf_text, phrase, position, separator
from summarizer.report import EvidenceSpan, Verdict

_PLACES = 2  # as many line numbers are shown for a record

Key = tuple[tuple[str, Verdict | None], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a mark, the words, where they stand in the source, and what they are."""

    mark: Text
    body: Text
    lines: Text | None = None
    label: Text | None = None


class RowWriter:
    """Writes records as rows, and rows as a grid."""

    def __init__(self, pen: Pen, lines: Lines, *, with_lines: bool) -> None:
        self._pen = pen
        self._lines = lines
        self._with_lines = with_lines

    def grid(self, rows: Sequence[Row]) -> Group:
        """Lay rows out in columns. Those without line numbers, such as notes, take that column's room too."""
        label_width = max((row.label.cell_len for row in rows if row.label), default=0)
        lines_width = max((row.lines.cell_len for row in rows if row.lines), default=0)
        return Group(
            *(
                self._columns(list(block), label_width, lines_width if with_lines else 0)
                for with_lines, block in groupby(rows, lambda row: bool(row.lines))
            )
        )

    def row(
        self, body: Text, mark: Text | None = None, spans: Iterable[EvidenceSpan] = (), label: str = ""
    ) -> Row:
        """Make one row; `spans` become line numbers."""
        where = self._pen.text(self._lines.text(spans, _PLACES), "dim") if self._with_lines else None
        return Row(mark or Text(" "), body, where, self._pen.text(label, "dim") if label else None)

    def _columns(self, rows: Sequence[Row], label_width: int, lines_width: int) -> Table:
        grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
        grid.add_column(width=1, no_wrap=True)
        if label_width:
            grid.add_column(width=label_width, no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        if lines_width:
            grid.add_column(justify="right", no_wrap=True, width=lines_width)
        for row in rows:
            label = [row.label or Text()] if label_width else []
            grid.add_row(row.mark, *label, row.body, *([row.lines] if lines_width else []))
        return grid

    def record(self, record: Record, label: str = "") -> list[Row]:
        """Write one record: its line or lines, then a line for each thing that is wrong with it."""
        found = position(record)
        if found:
            rows = self._position(record, found)
        else:
            mark = self._pen.mark(worst(record.leaves))
            rows = [self.row(self._phrase(record), mark, _spans(record.leaves), label)]
        return [*rows, *(self.row(self._note(note)) for note in notes(record.leaves))]

    def heading_key(self, record: Record) -> Key | None:
        """Return what positions under one heading share, None for what is no position."""
        found = position(record)
        if found is None:
            return None
        told = (found.holder, found.speaker)
        return tuple((leaf_text(leaf), leaf.verdict) for leaf in told if leaf)

    def heading(self, record: Record) -> Text:
        """Write whose position it is and who said so."""
        found = position(record)
        if found is None:
            return Text()
        if found.holder.absent:
            holder = self._pen.text("holder not stated", "bold")
        else:
            holder = self._value(found.holder, "bold")
        return holder.append_text(self._teller(found))

    # -- parts of a row ------------------------------------------------------------------------

    def _teller(self, found: Position) -> Text:
        if found.speaker is None:
            return Text()
        if found.speaker.absent:
            return self._pen.text(" — speaker not stated", "dim")
        if found.firsthand:
            words = self._pen.text(" — first-hand")
            return words.append_text(self._doubt(found.speaker))
        return self._pen.text(" — as told by ").append_text(self._value(found.speaker, "bold"))

    def _position(self, record: Record, found: Position) -> list[Row]:
        spans = _spans([leaf for leaf in (found.statement, found.quote) if leaf]) or _spans(record.leaves)
        speech = self._speech(found)
        if found.one_text and found.quote:
            bodies = [self._value(found.quote).append_text(self._doubt(found.statement)).append_text(speech)]
        elif found.quote and not found.quote.absent:
            bodies = [self._statement(found), self._value(found.quote, "italic").append_text(speech)]
        else:
            bodies = [self._statement(found).append_text(speech)]
        if rest := self._parts(found.rest):
            bodies.append(rest)
        first, *others = bodies
        return [self.row(first, self._pen.mark(worst(record.leaves)), spans), *(self.row(b) for b in others)]

    def _statement(self, found: Position) -> Text:
        if found.statement.absent:
            return self._pen.text("statement not stated", "dim")
        return self._value(found.statement)

    def _speech(self, found: Position) -> Text:
        if not found.speech:
            return Text()
        words = self._pen.text(f" ({found.speech})", "dim")
        return words.append_text(self._doubt(found.direct)) if found.direct else words

    def _phrase(self, record: Record) -> Text:
        if len(record.leaves) == 1:
            leaf = record.leaves[0]
            return self._pen.text(leaf_text(leaf), "dim" if leaf.absent else "")
        return self._parts(phrase(record.leaves)) or self._pen.text("nothing stated", "dim")

    def _parts(self, parts: Phrase) -> Text:
        whole = Text(overflow="fold")
        for i, leaf in enumerate(parts.main):
            whole.append_text(self._pen.text(separator(parts.main[i - 1])) if i else Text())
            whole.append_text(self._value(leaf, "" if i else "bold"))
        asides = [
            self._pen.text(f"{label}: ", "dim").append_text(self._pen.join(", ", map(self._value, leaves)))
            for label, leaves in parts.aside
        ]
        if parts.absent:
            asides.append(self._pen.text(f"{', '.join(parts.absent)} not stated", "dim"))
        if not asides:
            return whole
        aside = self._pen.join("; ", asides)
        if not parts.main:
            return aside
        return (
            whole.append_text(Text(" (", style="dim")).append_text(aside).append_text(Text(")", style="dim"))
        )

    def _value(self, leaf: Leaf, style: str = "") -> Text:
        return self._pen.text(leaf_text(leaf), style).append_text(self._doubt(leaf))

    def _doubt(self, leaf: Leaf) -> Text:
        """Write a mark behind a value that is not supported; its note stands below."""
        if leaf.verdict is None or leaf.verdict is Verdict.SUPPORTED:
            return Text()
        return self._pen.doubt(leaf.verdict)

    def _note(self, note: Note) -> Text:
        words = self._pen.verdict(note.verdict, str(note.verdict))
        return words.append_text(self._pen.text(f"{note.subject}: {'; '.join(note.messages)}"))


def _spans(leaves: Iterable[Leaf]) -> list[EvidenceSpan]:
    return [span for leaf in leaves if leaf.finding for span in leaf.finding.spans]
