"""Compares the numbers, lengths, dates and clock times of a claim with those of a passage, like with like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.reading.agreement import Agreement, dates_agree
from summarizer.reading.counts.numbers import find_numbers
from summarizer.reading.flat import flatten
from summarizer.reading.timing.dates import find_dates
from summarizer.reading.timing.durations import find_durations
from summarizer.reading.timing.times import find_times
from summarizer.source import Span
from summarizer.verification.values.left_out import with_left_out
from summarizer.verification.values.magnitudes import find_magnitudes
from summarizer.verification.values.periods import find_quarters


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
    told = any(map(len, flatten(text).triggers.values()))  # a word of numbers, of the calendar or the clock
    for sort, items in (
        ("date", find_dates(text, anchor) if told else ()),
        ("quarter", find_quarters(text)),
        ("time", find_times(text) if told else ()),
        ("duration", find_durations(text) if told else ()),
        ("number", with_left_out(text, find_numbers(text)) if told else ()),
        ("magnitude", find_magnitudes(text)),
    ):
        for item in items:
            if not any(item.span.overlaps(Span(q.span.start - offset, q.span.end - offset)) for q in found):
                span = Span(item.span.start + offset, item.span.end + offset)
                found.append(Quantity(sort, span, text[item.span.start : item.span.end], item))
    return tuple(sorted(found, key=lambda q: q.span))


def equal(a: Quantity, b: Quantity) -> bool:
    """Whether a quantity that is claimed is the value that is told, approximation apart."""
    if {a.sort, b.sort} <= {"quarter", "date"} and (_quarter(a) and _quarter(b)):
        return _same_quarter(a, b)
    if (a.sort, b.sort) == ("magnitude", "number"):
        return bool(b.item.kind == "number" and not b.item.unit and a.item.holds(b.item.value))
    if {a.sort, b.sort} == {"number", "date"}:
        return _bare_year(a, b) or _bare_year(b, a)
    if a.sort != b.sort:
        return _same_reach(a, b) or _same_reach(b, a)
    if (mine := _dayparts(a)) and (theirs := _dayparts(b)) and mine != theirs:
        return False  # "this morning" is not "this afternoon"
    if a.sort == "date":
        return _dates(a, b) in (Agreement.EQUAL, Agreement.COMPATIBLE)
    if a.sort == "magnitude":
        return bool(a.item.value == b.item.value)
    if a.sort == "time":
        return bool(a.item.same_as(b.item)) or _told_shorter(a, b)
    if a.sort == "duration":
        return a.item.low is not None and b.item.low is not None and _same_length(a.item, b.item)
    if a.item.kind == "fraction" and b.item.unit == "%":
        return bool(a.item.value * 100 == b.item.value)  # "a quarter" is 25 percent
    if _points(a) and _points(b) and "point" in (a.item.noun, b.item.noun):
        return bool(a.item.value == b.item.value)
    return bool(a.item.value == b.item.value and _units(a) == _units(b) and a.item.kind == b.item.kind)


def _points(quantity: Quantity) -> bool:
    """Whether a number counts percentage points, which are "points" for short."""
    return quantity.sort == "number" and (_units(quantity) == "pp" or quantity.item.noun == "point")


def _told_shorter(claimed: Quantity, told: Quantity) -> bool:
    """Whether a clock time leaves out the half of the day or the zone that the source tells: "10:31" of "10:31 a.m."."""
    less = (not claimed.item.half_known or told.item.half_known) and (not claimed.item.zone or told.item.zone)
    return bool(less and claimed.item.agrees(told.item) is Agreement.COMPATIBLE)


def _bare_year(number: Quantity, day: Quantity) -> bool:
    """Whether a number that counts nothing is the year that the other tells: "compared with 2020"."""
    if number.sort != "number" or number.item.noun or number.item.unit:
        return False
    return re.fullmatch(r"(?:19|20)\d\d", number.text) is not None and day.item.value == number.text


def _same_reach(length: Quantity, period: Quantity) -> bool:
    """Whether "within half a year" is the length of a period that counts from now: "within the next six months"."""
    if length.sort != "duration" or period.sort != "date" or period.item.kind != "offset":
        return False
    told = find_durations(period.text)
    within = period.text.casefold().startswith("within") and length.item.bound == "at_most"
    return bool(
        within and len(told) == 1 and told[0].low and length.item.low and _same_length(length.item, told[0])
    )


def _same_length(claimed: Any, told: Any) -> bool:
    """Whether two lengths are the same: half a year is six months, a fortnight two weeks.

    "Three months" may be said of 90 days, which are that by convention; "90 days" of three months tells more than they.
    """
    if claimed.low.same_as(told.low) and claimed.high.same_as(told.high):
        return True
    months = claimed.low.all_months
    single = claimed.low == claimed.high and told.low == told.high
    return bool(
        single and months in _MONTHS and told.low.minutes in _MONTHS[months] and not told.low.all_months
    )


_DAY = 24 * 60
_MONTHS = {n: {days * _DAY for days in lengths} for n, lengths in {1: (30, 31), 2: (60,), 3: (90,), 6: (180,), 12: (365,)}.items()}  # fmt: skip

_DAYPART = re.compile(r"\b(?:morning|afternoon|evening|night|noon|midday|midnight)\b", re.IGNORECASE)


def _dayparts(quantity: Quantity) -> set[str]:
    return {word.casefold() for word in _DAYPART.findall(quantity.text)}


def _dates(a: Quantity, b: Quantity) -> Agreement:
    options = [(x, y) for x in _values(a.item) for y in _values(b.item)]
    results = [Agreement.CONFLICT if _finer(x, y) else dates_agree(x, y) for x, y in options]
    if _apart(a.item, b.item):
        return Agreement.CONFLICT
    if not options and not any(_values(q.item) for q in (a, b)):
        a_told, b_told = (find_dates(q.text, _SOME_DAY) for q in (a, b))
        if a_told and b_told and {a_told[0].kind, b_told[0].kind} <= {"offset", "date"}:
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
    if not _values(quantity.item) and (told := find_quarters(quantity.text)):
        return told[0].value
    months = [re.sub(r"\d{4}-(\d\d)", r"\1", value) for value in _values(quantity.item)]
    return next((_QUARTERS[m] for m in months if m in _QUARTERS), None)


def _same_quarter(a: Quantity, b: Quantity) -> bool:
    """Whether two quarters are the same; a claim may leave out the year, and tells none that the passage has not."""
    if _quarter(a) != _quarter(b):
        return False
    years = [_year(q) for q in (a, b)]
    return years[0] is None or years[1] is None or years[0] == years[1]


def _year(quantity: Quantity) -> int | None:
    if quantity.sort == "quarter":
        year: int | None = quantity.item.year
        return year
    return next((int(value[:4]) for value in _values(quantity.item)), None)


def _apart(a: Any, b: Any) -> bool:
    """Whether the parts of a month or year that two dates tell exclude each other: its beginning is not its end."""
    parts = {getattr(x, "qualifier", None) for x in (a, b)}
    return parts == {"early", "late"} or (None not in parts and dates_agree(a, b) is Agreement.CONFLICT)


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


def bare_weekday(quantity: Quantity) -> bool:
    """Whether a date is told by the name of its day: "on Thursday", "Thursday, 30 December"."""
    return quantity.sort == "date" and _weekday(quantity) is not None


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
            if (a.kind == "ordinal") != (b.kind == "ordinal"):
                continue  # "the first three years" says nothing against "15 jobs"
            same_thing = (a.noun and a.noun == b.noun) or (a.unit and a.unit == b.unit)
            if not same_thing and (a.noun or a.unit or b.noun or b.unit):
                continue
        if claimed.sort == "date" and not _values(other.item):
            continue  # a date that nothing anchors contradicts no other
        if claimed.sort == "date" and any(
            _finer(x, y) for x in _values(claimed.item) for y in _values(other.item)
        ):
            continue  # "2025" says nothing against a month of that year
        yield other


_COLLECTIVES = frozenset(
    "side leader head capital party country delegation president minister government state nation capital team people man woman friend".split()
)


def is_collective(quantity: Quantity) -> bool:
    """Whether a small number only gathers those spoken of: "the two leaders", "both sides"."""
    if quantity.sort != "number" or quantity.item.value != 2:
        return False
    return (quantity.item.noun or "").casefold().removesuffix("s") in _COLLECTIVES
