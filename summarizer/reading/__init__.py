"""What plain code finds in a source: sentences, names, attributions, quantities, dates, polarity.

from summarizer import Source, reading
reading.attributions(Source.from_text(text))
"""

from __future__ import annotations

from datetime import date

from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.counts.numbers import Number
from summarizer.reading.document import Reading, read
from summarizer.reading.timing.dates import Date, find_dates
from summarizer.reading.timing.durations import Duration
from summarizer.source import Source

__all__ = [
    "Attribution",
    "Date",
    "Duration",
    "Number",
    "Reading",
    "attributions",
    "dates",
    "durations",
    "numbers",
    "read",
]


def attributions(source: Source) -> list[Attribution]:
    """Return who says what in `source`, in the order of the text."""
    return list(read(source).attributions)


def durations(source: Source) -> list[Duration]:
    """Return the lengths of time in `source`, in order; `.value` is in minutes."""
    return list(read(source).durations)


def dates(source: Source, anchor: date | None = None) -> list[Date]:
    """Return the dates in `source`, in order; `.value` is ISO 8601.

    Relative dates refer to `anchor`, or to the date of publication where none is given.
    """
    return list(find_dates(source.text, anchor)) if anchor else list(read(source).dates)


def numbers(source: Source) -> list[Number]:
    """Return the numbers in `source`, in order, with unit and bound."""
    return list(read(source).numbers)
