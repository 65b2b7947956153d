"""The format `markdown`: a memo whose footnotes lead back to the source.

Claims are its paragraphs and list items. All else can be told from them by any parser of Markdown: headings;
block quotes and tables (verdicts, provenance); emphasis inside a claim (labels, verdicts); the bold words that
open a position (whose it is, who said so); paragraphs that begin with `[^n]:` (footnotes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.rendering import Renderer
from summarizer.rendering.outline import (
    MARKS,
    NOT_CHECKED,
    Leaf,
    Lines,
    Record,
    Section,
    line_range,
    notes,
    outline,
    tally,
)
from summarizer.rendering.phrasing import Phrase, Position, leaf_text, phrase, position, separator
from summarizer.rendering.provenance import origin_facts, source_facts
from summarizer.rendering.safe import markdown
from summarizer.report import EvidenceSpan, Report, Verdict

_PLACES = 3  # footnotes of one value; the JSON report has all places
_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’»)]*(\[\^\d+\])*( \*[^*]*\*)?$"
)  # footnotes and a verdict may follow
_TAIL = 200  # characters in which a sentence's end is looked for
_PATH = re.compile(r"[\w/~-]+", re.ASCII)


def to_markdown(report: Report) -> str:
    """Write the report as a memo in Markdown, with footnotes as GitHub, Pandoc and others read them."""
    blocks = list(_Memo(report).blocks())
    return "\n\n".join(blocks) + "\n"


class _Memo:
    """One memo, written block by block; the footnotes are gathered on the way."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines = Lines(report)
        self._sections = outline(report)
        self._footnotes: dict[EvidenceSpan, int] = {}

    def blocks(self) -> Iterator[str]:
        """Yield the blocks of the memo; the footnotes come last."""
        titles = [leaf for section in self._sections for leaf in _title(section)]
        yield self._heading(titles)
        yield self._provenance()
        yield from self._notes(titles)
        for section in self._sections:
            if not section.absent and not _title(section):
                yield from self._section(section)
        if unsaid := [section.title.lower() for section in self._sections if section.absent]:
            yield f"> *Not stated:* {markdown(', '.join(unsaid))}."
        yield from self._unverified()
        yield from self._omissions()
        yield from self._failures()
        yield from self._origin()
        yield from self._footnote_texts()

    # -- the briefing --------------------------------------------------------------------------

    def _heading(self, titles: Sequence[Leaf]) -> str:
        if titles:
            return f"# {self._value(titles[0])}"
        source = self._report.source
        return f"# {markdown(source.title or f'{_kind(self._report)} of {source.id}')}"

    def _provenance(self) -> str:
        leaves = [leaf for section in self._sections for leaf in section.leaves]
        counts = ", ".join(f"{MARKS[v]} {count:,} {v or NOT_CHECKED}" for v, count in tally(leaves))
        facts = " · ".join(markdown(fact) for fact in source_facts(self._report, sha256_digits=64))
        fields = f"{len(leaves):,} field{'' if len(leaves) == 1 else 's'}"
        return f"> *{markdown(_kind(self._report))} of* {facts}\n>\n> *{fields}:* {counts or 'none'}"

    def _section(self, section: Section) -> Iterator[str]:
        yield f"## {markdown(section.title)}"
        if all(leaf.absent for leaf in section.leaves) and len(section.leaves) == 1:
            yield "\n>\n".join(["> *Not stated in the briefing.*", *self._notes(section.leaves)])
            return
        yield "\n".join(self._item(record) for record in section.records)

    def _item(self, record: Record) -> str:
        found = position(record)
        claim = self._position(found) if found else self._phrase(phrase(record.leaves))
        marks = [block.replace("\n", "\n  ") for block in self._notes(record.leaves)]
        return "\n".join([f"- {claim}", *(f"  {block}" for block in marks)])

    def _position(self, found: Position) -> str:
        statement = "" if found.statement.absent else self._value(found.statement, sentence=True)
        quote = self._value(found.quote) if found.quote and not found.quote.absent else ""
        if found.one_text:
            statement, quote = "", quote + self._tail(found.statement)
        speech = f"*({markdown(found.speech)})*" if found.speech else ""
        parts = [self._attribution(found), statement, quote, speech, self._parts(found.rest)]
        return " ".join(part for part in parts if part)

    def _attribution(self, found: Position) -> str:
        """Tell in bold whose position it is and who said so; then the footnotes and doubts of both."""
        holder = "someone not named" if found.holder.absent else markdown(leaf_text(found.holder))
        told = ""
        if found.firsthand:
            told = ", first-hand"
        elif found.speaker and found.speaker.absent:
            told = ", speaker not stated"
        elif found.speaker:
            told = f", as told by {markdown(leaf_text(found.speaker))}"
        leaves = [leaf for leaf in (found.holder, found.speaker) if leaf]
        doubts = [
            f" *{_mark(note.verdict)} {markdown(note.subject)}".rstrip() + "*" for note in notes(leaves)
        ]
        return f"**Position of {holder}{told}:**{self._marks(*leaves)}{''.join(doubts)}"

    def _phrase(self, parts: Phrase) -> str:
        return _ended(self._parts(parts) or "*nothing stated*")

    def _parts(self, parts: Phrase) -> str:
        main = ""
        for i, leaf in enumerate(parts.main):
            main += (separator(parts.main[i - 1]) if i else "") + self._value(leaf)
        asides = [
            f"*{markdown(label)}:* {', '.join(self._value(leaf) for leaf in leaves)}"
            for label, leaves in parts.aside
        ]
        whole = " ".join(part for part in (main, f"({'; '.join(asides)})" if asides else "") if part)
        if parts.absent:
            whole = f"{whole} *({markdown(', '.join(parts.absent))} not stated)*".strip()
        return whole

    def _value(self, leaf: Leaf, *, sentence: bool = False) -> str:
        """Write a value, its footnotes, and its verdict where that is not `supported`."""
        words = markdown(leaf_text(leaf))
        return (_ended(words) if sentence else words) + self._tail(leaf)

    def _tail(self, leaf: Leaf) -> str:
        doubt = "" if leaf.verdict in {None, Verdict.SUPPORTED} else f" *{_mark(leaf.verdict)}*"
        return self._marks(leaf) + doubt

    def _marks(self, *leaves: Leaf) -> str:
        """Write the marks of values' footnotes; the same span has the same footnote everywhere."""
        spans = dict.fromkeys(span for leaf in leaves for span in _spans(leaf))
        return "".join(f"[^{self._footnotes.setdefault(span, len(self._footnotes) + 1)}]" for span in spans)

    def _notes(self, leaves: Sequence[Leaf]) -> Iterator[str]:
        """Yield, as one block quote, what is not supported and why."""
        told = [
            f"> **{_mark(note.verdict)}** {markdown(note.subject)}".rstrip() + f": {_reasons(note.messages)}"
            for note in notes(leaves)
        ]
        if told:
            yield "\n>\n".join(told)

    # -- about the briefing --------------------------------------------------------------------

    def _unverified(self) -> Iterator[str]:
        leaves = [leaf for section in self._sections for leaf in section.leaves]
        rows = [
            (_path(leaf.path), self._cell(leaf), _mark(leaf.verdict), _reasons(leaf.messages))
            for leaf in leaves
            if leaf.verdict is not None and leaf.verdict is not Verdict.SUPPORTED
        ]
        if rows:
            yield "## Unverified"
            yield _table(("Field", "Value", "Verdict", "Why"), rows)

    def _cell(self, leaf: Leaf) -> str:
        return markdown(leaf_text(leaf)) + self._marks(leaf)

    def _omissions(self) -> Iterator[str]:
        if self._report.omissions:
            yield "## In the source, not in the briefing"
            yield _table(
                ("What", "In the source", "Where"),
                (
                    (markdown(o.message), markdown(f"“{o.span.text}”"), self._where(o.span.start, o.span.end))
                    for o in self._report.omissions
                ),
            )

    def _failures(self) -> Iterator[str]:
        if self._report.failures:
            yield "## Not processed"
            rows = ((markdown(f.message), self._where(f.start, f.end)) for f in self._report.failures)
            yield _table(("What happened", "Where"), rows)

    def _origin(self) -> Iterator[str]:
        yield "## How this was made"
        yield _table(
            ("What", "Value"),
            ((markdown(name), markdown(value)) for name, value in origin_facts(self._report)),
        )

    def _footnote_texts(self) -> Iterator[str]:
        for span, number in self._footnotes.items():
            where = self._where(span.start, span.end)
            yield f"[^{number}]: {where[:1].upper()}{where[1:]}: {markdown(f'“{span.text}”')}"

    def _where(self, start: int, end: int) -> str:
        lines = self._lines.of(start, end)
        characters = f"characters {start}–{end}"
        if lines is None:
            return characters
        return f"line{'s' * (lines[0] != lines[1])} {line_range(*lines)}, {characters}"


def _title(section: Section) -> list[Leaf]:
    """Return the leaf that can head the memo: a title of any words."""
    leaves = section.leaves
    usable = len(leaves) == 1 and leaves[0].check == "title" and isinstance(leaves[0].value, str)
    return leaves if usable and leaves[0].value.strip() else []


def _spans(leaf: Leaf) -> Sequence[EvidenceSpan]:
    return list(dict.fromkeys(leaf.finding.spans))[:_PLACES] if leaf.finding else ()


def _kind(report: Report) -> str:
    return report.kind.replace("_", " ").capitalize()


def _mark(verdict: Verdict | None) -> str:
    return f"{MARKS[verdict]} {verdict or NOT_CHECKED}"


def _reasons(messages: Iterable[str]) -> str:
    return "; ".join(markdown(message) for message in messages)


def _path(path: str) -> str:
    return f"`{path}`" if _PATH.fullmatch(path) else markdown(path)


def _ended(words: str) -> str:
    return words if _SENTENCE_END.search(words[-_TAIL:]) else f"{words}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


RENDERER = Renderer(
    name="markdown",
    suffixes=(".md", ".markdown"),
    summary="a memo with footnotes that lead back to the source",
    render=to_markdown,
)
