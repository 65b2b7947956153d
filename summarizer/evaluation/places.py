"""Where quoted words stand in a document, and how much two places share."""

from __future__ import annotations

from summarizer.reading.wording import Tokens
from summarizer.source import Source, Span
from summarizer.verification.align import Aligner


class Placer:
    """Places quotes in one document: verbatim first, then with other line ends, marks and an ellipsis."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self._aligner = Aligner(Tokens(source.text))
        self._known: dict[str, tuple[Span, ...]] = {}

    def spans(self, quote: str) -> tuple[Span, ...]:
        """Return every place where the words stand; none where they do not."""
        if quote not in self._known:
            self._known[quote] = tuple(self._find(quote))
        return self._known[quote]

    def _find(self, quote: str) -> list[Span]:
        if (at := self.text.find(quote)) >= 0 and self.text.find(quote, at + 1) < 0:
            return [Span(at, at + len(quote))]
        return [p.span for p in self._aligner.place_all(quote) if p.found]


def shared(a: Span, b: Span) -> float:
    """Return the share of the shorter of two spans that lies in both."""
    return _common(a, b) / max(1, min(a.end - a.start, b.end - b.start))


def likeness(a: Span, b: Span) -> float:
    """Return what two spans share, of what they cover together."""
    return _common(a, b) / max(1, a.end - a.start + b.end - b.start - _common(a, b))


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
