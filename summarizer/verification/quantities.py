"""Compares the numbers, lengths, dates and clock times of a claim with those of a passage, like with like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.reading.agreement import Agreement, dates_agree
from summarizer.reading.dates import find_dates
from summarizer.reading.durations import find_durations
from summarizer.reading.numbers import find_numbers
from summarizer.reading.times import elapsed, find_times
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, duration, date or clock time at a place in a text."""

    sort: str
    span: Span
    text: str
    item: Any


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter told without its year: "the third quarter", "Q3"."""

    span: Span
    value: int


_QUARTER = re.compile(
    r"\b(?:Q(?P<digit>[1-4])|(?P<word>first|second|third|fourth|last)[\s-]+quarter)\b(?!-?finals?)",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def find_quarters(text: str) -> list[Quarter]:
    """Return the quarters of a year that a text tells."""
    return [
        Quarter(Span(*m.span()), int(m["digit"] or _ORDINALS[m["word"].casefold()]))
        for m in _QUARTER.finditer(text)
    ]


def quantities_of(text: str, anchor: date | None, offset: int = 0) -> tuple[Quantity, ...]:
    """Return the quantities of a text, the longer reading first where two overlap ("50 minutes" is no bare 50)."""
    found: list[Quantity] = []
    for sort, items in (
        ("date", find_dates(text, anchor)),
        ("quarter", find_quarters(text)),
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
    """Whether a quantity that is claimed is the value that is told, approximation apart."""
    if (
        {a.sort, b.sort} <= {"quarter", "date"}
        and (_quarter(a) or _quarter(b))
        and a.sort + b.sort != "datedate"
    ):
        return _quarter(a) == _quarter(b)
    if a.sort != b.sort:
        return False
    if _dayparts(a) and _dayparts(b) and _dayparts(a) != _dayparts(b):
        return False  # "this morning" is not "this afternoon"
    if a.sort == "date":
        return _dates(a, b) in (Agreement.EQUAL, Agreement.COMPATIBLE)
    if a.sort == "time":
        return bool(a.item.same_as(b.item))
    if a.sort == "duration":
        return a.item.low is not None and (a.item.low, a.item.high) == (b.item.low, b.item.high)
    return bool(a.item.value == b.item.value and _units(a) == _units(b) and a.item.kind == b.item.kind)


_DAYPART = re.compile(r"\b(?:morning|afternoon|evening|night|noon|midday|midnight)\b", re.IGNORECASE)


def _dayparts(quantity: Quantity) -> set[str]:
    return {word.casefold() for word in _DAYPART.findall(quantity.text)}


def _dates(a: Quantity, b: Quantity) -> Agreement:
    options = [(x, y) for x in _values(a.item) for y in _values(b.item)]
    results = [Agreement.CONFLICT if _finer(x, y) else dates_agree(x, y) for x, y in options]
    if not options and not any(_values(q.item) for q in (a, b)):
        a_told, b_told = (find_dates(q.text, _SOME_DAY) for q in (a, b))
        if a_told and b_told and a_told[0].kind == b_told[0].kind == "offset":
            return Agreement.EQUAL if a_told[0].value == b_told[0].value else Agreement.CONFLICT
    if not options and (_weekday(a) or _weekday(b)):
        return Agreement.COMPATIBLE if _same_weekday(a, b) else Agreement.CONFLICT
    for wanted in (Agreement.EQUAL, Agreement.COMPATIBLE):
        if wanted in results:
            return wanted
    return Agreement.CONFLICT if results or a.text.casefold() != b.text.casefold() else Agreement.EQUAL


_SOME_DAY = date(2001, 3, 14)  # "tomorrow" and "the next day" are the same, whatever the day they count from
_QUARTERS = {"01/03": 1, "04/06": 2, "07/09": 3, "10/12": 4}


def _quarter(quantity: Quantity) -> int | None:
    """Return the quarter that a quantity tells, with or without its year."""
    if quantity.sort == "quarter":
        return int(quantity.item.value)
    months = [re.sub(r"\d{4}-(\d\d)", r"\1", value) for value in _values(quantity.item)]
    return next((_QUARTERS[m] for m in months if m in _QUARTERS), None)


def _finer(claimed: str, told: str) -> bool:
    """Whether a claim is more precise than what is told: "2025" does not say that it was on 31 May."""
    return len(told) < len(claimed) <= len("2000-01-01") and claimed.startswith(told)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekday(quantity: Quantity) -> str | None:
    return next((w for w in _WEEKDAYS if w in quantity.text.casefold()), None)


def weekday_of(quantity: Quantity) -> int | None:
    """Return the day of the week (Monday is 0) that a quantity names without a date."""
    name = _weekday(quantity)
    return _WEEKDAYS.index(name) if name and not re.search(r"\d", quantity.text) else None


def _same_weekday(a: Quantity, b: Quantity) -> bool:
    """Compare a bare weekday, which no date of publication anchors, with a full date."""
    names = []
    for quantity in (a, b):
        value = next(iter(_values(quantity.item)), "")
        day = _WEEKDAYS[date.fromisoformat(value).weekday()] if len(value) == len("2000-01-01") else None
        names.append(_weekday(quantity) or day)
    return names[0] == names[1] and names[0] is not None


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
        if claimed.sort == "date" and not _values(other.item):
            continue  # a date that nothing anchors contradicts no other
        yield other


_COLLECTIVES = frozenset(
    "side leader party country delegation president minister government state nation capital team people man woman friend".split()
)


def is_collective(quantity: Quantity) -> bool:
    """Whether a small number only gathers those spoken of: "the two leaders", "both sides"."""
    if quantity.sort != "number" or quantity.item.value != 2:
        return False
    return (quantity.item.noun or "").casefold().removesuffix("s") in _COLLECTIVES


def computed(claimed: Quantity, passage: Sequence[Quantity]) -> bool:
    """Whether a number or length follows from those of the passage: a sum, difference, product, or time elapsed."""
    wanted = _magnitude(claimed)
    if wanted is None:
        return False
    told = [m for q in passage if (m := _magnitude(q)) is not None and q.sort == claimed.sort][:12]
    pairs = [(a, b) for i, a in enumerate(told) for b in told[i + 1 :]]
    if any(wanted in (a + b, abs(a - b), a * b) for a, b in pairs) or any(wanted == 2 * a for a in told):
        return True
    return len(told) > 2 and wanted == sum(told)


def elapsed_between(claimed: Quantity, told: Sequence[Quantity], anchor: date | None) -> bool:
    """Whether a length is the time between two clock times, or two days, that are told (`anchor`: the day of publication)."""
    if claimed.sort != "duration" or (wanted := _magnitude(claimed)) is None:
        return False
    times = [q.item for q in told if q.sort == "time"][:12]
    if any(elapsed(a, b) == wanted for i, a in enumerate(times) for b in times[i + 1 :]):
        return True
    values = [v for q in told if q.sort == "date" for v in _values(q.item) if len(v) == len("2000-01-01")]
    days = sorted({date.fromisoformat(v) for v in values} | ({anchor} if anchor else set()))[:40]
    minutes = 24 * 60
    return any((b - a).days * minutes == wanted for i, a in enumerate(days) for b in days[i + 1 :])


def _magnitude(quantity: Quantity) -> float | None:
    if quantity.sort == "duration":
        return float(quantity.item.minutes) if quantity.item.minutes is not None else None
    return float(quantity.item.value) if quantity.sort == "number" else None
