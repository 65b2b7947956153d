"""A set of spans that tells in logarithmic time whether one of them overlaps or contains another span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from summarizer.source import Span


class Intervals:
    """Spans in any order, overlapping or not."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [s.start for s in ordered]
        self._reach = list(accumulate((s.end for s in ordered), max))  # the furthest end so far

    def overlaps(self, span: Span) -> bool:
        """Whether one of the spans shares a character with `span`."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._reach[at] > span.start

    def contains(self, span: Span) -> bool:
        """Whether one of the spans holds the whole of `span`."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._reach[at] >= span.end
