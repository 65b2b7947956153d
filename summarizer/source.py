"""The ground everything stands on: a Source is canonical text, a Span is a place in it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from summarizer.frontmatter import FrontMatter, read_front_matter


class Span(NamedTuple):
    """A half-open range `start:end` of Unicode code points in a Source's text, as Python slices it."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of `spans`; raises ValueError when there is none."""
    pairs = list(spans)
    return Span(min(s.start for s in pairs), max(s.end for s in pairs))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands in the original: the `line` of the text, from 1, and the XPath of the element, if any."""

    line: int
    element: str | None = None


class Role(StrEnum):
    """What a part of a document is, where its format says so."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    LIST_ITEM = "list_item"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a document whose format tells its blocks, and the XPath of the element it was made of."""

    span: Span
    role: Role
    element: str | None = None


@dataclass(frozen=True)
class Source:
    """One document as canonical text, with what is known about it.

    `text` is never altered: every offset of this package refers to it. `published` anchors relative
    dates ("on Thursday"). Front matter (YAML between `---` lines at the very start) stays in the text
    and fills `title`, `published` and `url` where they are not given. `site` is the name of the web site.

    `parts` are the blocks of a document whose format tells them (HTML does), in the order of the text and
    apart from each other; every character that is not white space is in one. Without them, as for plain
    text, the reading finds the blocks by their form.
    """

    text: str
    id: str = "text"
    title: str | None = None
    published: date | None = None
    url: str | None = None
    front_matter: FrontMatter | None = field(default=None, repr=False)
    site: str | None = None
    parts: tuple[Part, ...] = field(default=(), repr=False)

    @classmethod
    def from_text(
        cls,
        text: str,
        published: date | str | None = None,
        *,
        id: str = "text",  # noqa: A002 - the public name of the field
        title: str | None = None,
        url: str | None = None,
    ) -> Source:
        """Make a Source of `text`, keeping every newline and character.

        `published` is a date or ISO 8601 text; raises ValueError when it is neither.
        """
        matter = read_front_matter(text)
        known = matter.metadata if matter else {}
        return cls(
            text=text,
            id=id,
            title=title or known.get("title"),
            published=to_date(published) or to_date(known.get("published")),
            url=url or known.get("url"),
            front_matter=matter,
        )

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def __getitem__(self, span: Span | slice) -> str:
        if isinstance(span, slice):
            return self.text[span]
        return self.text[span.start : span.end]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.span.start for part in self.parts]

    def part_at(self, offset: int) -> Part | None:
        """Return the part that holds `offset`, None between parts and in a document without them."""
        at = bisect_right(self._part_starts, offset) - 1
        return self.parts[at] if at >= 0 and offset < self.parts[at].span.end else None

    def place(self, span: Span) -> Place:
        """Return where `span` begins in the original."""
        part = self.part_at(span.start)
        return Place(bisect_right(self._line_starts, span.start), part.element if part else None)


def to_date(value: date | str | None) -> date | None:
    """Turn a date, a datetime or ISO 8601 text into a date; raises ValueError on any other text."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return datetime.fromisoformat(value).date()
