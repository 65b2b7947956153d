"""Mentions: where a text names or describes an entity, kept as numbers and made anew when asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import sub
from typing import NamedTuple, overload

from summarizer.reading.naming.pieces import Form, NameKind
from summarizer.reading.records import new
from summarizer.source import Span


class Mention(NamedTuple):
    """One place where an entity is named or described; `full` is `span` with title, role and article."""

    span: Span
    full: Span
    kind: NameKind
    form: Form
    entity: int


_Place = tuple[int, int, int, int, NameKind, Form]
_SORTS = tuple((kind, form) for kind in NameKind for form in Form)
_NUMBERS = {sort: number for number, sort in enumerate(_SORTS)}


class Mentions(Sequence[Mention]):
    """The mentions of a text in order: a long one has tens of thousands, which as objects take ten times as much."""

    def __init__(self, places: Sequence[_Place], entities: Sequence[int]) -> None:
        """Keep mentions that are given in order: span and full span, kind and form of each, and its entity."""
        starts, ends, firsts, lasts, kinds, forms = zip(*places, strict=True) if places else ((),) * 6
        self._edges = array("i", starts), array("i", ends), array("i", firsts), array("i", lasts)
        self._entities = array("i", entities)
        self._sorts = bytes(map(_NUMBERS.__getitem__, zip(kinds, forms, strict=True)))  # kind and form
        self._reach = max(map(sub, lasts, firsts), default=0)

    def __len__(self) -> int:
        return len(self._entities)

    def _make(self, start: int, end: int, first: int, last: int, sort: int, entity: int) -> Mention:
        span, full = new(Span, (start, end)), new(Span, (first, last))
        return new(Mention, (span, full, *_SORTS[sort], entity))

    @overload
    def __getitem__(self, at: int) -> Mention: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Mention]: ...
    def __getitem__(self, at: int | slice) -> Mention | Sequence[Mention]:
        if isinstance(at, slice):
            return tuple(self[i] for i in range(*at.indices(len(self))))
        starts, ends, firsts, lasts = self._edges
        return self._make(starts[at], ends[at], firsts[at], lasts[at], self._sorts[at], self._entities[at])

    def __iter__(self) -> Iterator[Mention]:
        return map(self._make, *self._edges, self._sorts, self._entities)

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that share a character with `span`, in order."""
        _, _, firsts, lasts = self._edges
        low = bisect_left(firsts, span.start - self._reach)
        high = bisect_right(firsts, span.end - 1)
        return tuple(self[i] for i in range(low, high) if firsts[i] < span.end and span.start < lasts[i])
