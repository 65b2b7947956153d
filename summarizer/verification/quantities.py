"""Compares the numbers, lengths, dates and clock times of a claim with those of a passage, like with like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.reading.agreement import Agreement, dates_agree
from summarizer.reading.dates import find_dates
from summarizer.reading.durations import find_durations
from summarizer.reading.numbers import find_numbers
from summarizer.reading.times import find_times
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, duration, date or clock time at a place in a text."""

    sort: str
    span: Span
    text: str
    item: Any


def quantities_of(text: str, anchor: date | None, offset: int = 0) -> tuple[Quantity, ...]:
    """Return the quantities of a text, the longer reading first where two overlap ("50 minutes" is no bare 50)."""
    found: list[Quantity] = []
    for sort, items in (
        ("date", find_dates(text, anchor)),
        ("time", find_times(text)),
        ("duration", find_durations(text)),
        ("number", find_numbers(text)),
    ):
        for item in items:
            if not any(item.span.overlaps(Span(q.span.start - offset, q.span.end - offset)) for q in found):
                span = Span(item.span.start + offset, item.span.end + offset)
                found.append(Quantity(sort, span, text[item.span.start : item.span.end], item))
    return tuple(sorted(found, key=lambda q: q.span))


def equal(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are the same value, approximation apart."""
    if a.sort != b.sort:
        return False
    if a.sort == "date":
        return _dates(a, b) in (Agreement.EQUAL, Agreement.COMPATIBLE)
    if a.sort == "time":
        return bool(a.item.same_as(b.item))
    if a.sort == "duration":
        return a.item.minutes is not None and a.item.minutes == b.item.minutes
    return bool(a.item.value == b.item.value and _units(a) == _units(b) and a.item.kind == b.item.kind)


def _dates(a: Quantity, b: Quantity) -> Agreement:
    options = [(x, y) for x in _values(a.item) for y in _values(b.item)]
    results = [dates_agree(x, y) for x, y in options]
    for wanted in (Agreement.EQUAL, Agreement.COMPATIBLE):
        if wanted in results:
            return wanted
    return Agreement.CONFLICT if results or a.text.casefold() != b.text.casefold() else Agreement.EQUAL


def _values(item: Any) -> tuple[str, ...]:
    values = tuple(item.candidates) or ((item.value,) if item.value else ())
    return tuple(v for v in values if v)


def _units(quantity: Quantity) -> str | None:
    return getattr(quantity.item, "unit", None)


def rivals(claimed: Quantity, passage: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities of a passage that speak of the same sort of thing as the claimed one."""
    for other in passage:
        if other.sort != claimed.sort:
            continue
        if claimed.sort == "number":
            a, b = claimed.item, other.item
            same_thing = (a.noun and a.noun == b.noun) or (a.unit and a.unit == b.unit)
            if not same_thing and (a.noun or a.unit or b.noun or b.unit):
                continue
        yield other
