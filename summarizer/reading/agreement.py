"""How two values stand to each other: numbers told exactly or with a bound, and dates told more or less precisely."""

from __future__ import annotations

import calendar
import math
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Literal, Protocol

Bound = Literal["exact", "about", "at_least", "at_most"]

# "about 50" is taken to reach this far to both sides. News rounds to one or two figures; a tenth keeps
# "about 50" apart from 60 and "nearly an hour" apart from 50 minutes.
TOLERANCE = 0.1
# "two weeks ago" may mean some days more or less.
SLACK = timedelta(days=4)
# The share of a year or a month that "early", "mid" and "late" are taken to cover.
PORTIONS = {"early": (0.0, 0.55), "mid": (0.2, 0.8), "late": (0.45, 1.0)}


class Agreement(StrEnum):
    """Equal; compatible (neither says what the other denies); in conflict; or not to be compared."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


def interval(value: float, bound: Bound) -> tuple[float, float]:
    """Return the lowest and the highest value that `value` told with `bound` admits."""
    if bound == "about":
        slack = abs(value) * TOLERANCE
        return value - slack, value + slack
    return (-math.inf if bound == "at_most" else value), (math.inf if bound == "at_least" else value)


def compare(value: float, bound: Bound, other: float, other_bound: Bound) -> Agreement:
    """Compare two values with their bounds.

    Equal needs the same bound too: "about 50" is compatible with 50, not equal to it.
    """
    same = close(value, other)
    if same and bound == other_bound:
        return Agreement.EQUAL
    low, high = interval(value, bound)
    other_low, other_high = interval(other, other_bound)
    meet = low <= other_high and other_low <= high
    return Agreement.COMPATIBLE if same or meet else Agreement.CONFLICT


def close(value: float, other: float) -> bool:
    """Whether two values differ by no more than rounding of floating point."""
    return value == other or math.isclose(value, other, rel_tol=1e-9, abs_tol=1e-12)


# --- dates

Days = tuple[date, date]  # the first and the last day


class ToldDate(Protocol):
    """What a date must tell to be compared."""

    @property
    def value(self) -> str | None: ...  # noqa: D102
    @property
    def candidates(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def qualifier(self) -> str | None: ...  # noqa: D102
    @property
    def approximate(self) -> bool: ...  # noqa: D102


@lru_cache(maxsize=1_024)
def iso_days(value: str) -> Days | None:
    """Return the first and last day of an ISO 8601 date, month, year or interval; None for any other text."""
    first, _, last = value.partition("/")
    start, end = _days_of(first), _days_of(last or first)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _days_of(value: str) -> Days | None:
    parts = value.strip().split("-")
    widths = [len(part) for part in parts]
    if not all(part.isdecimal() and part.isascii() for part in parts) or widths not in (
        [4],
        [4, 2],
        [4, 2, 2],
    ):
        return None
    year, month, day = (int(part) for part in ([*parts, "0", "0"])[:3])
    try:
        if len(parts) == 1:
            return date(year, 1, 1), date(year, 12, 31)
        if len(parts) == 2:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:  # calendar.IllegalMonthError is one
        return None


def dates_agree(a: ToldDate | str, b: ToldDate | str) -> Agreement:
    """Compare two dates, each a Date or ISO 8601 text.

    EQUAL: the same days. COMPATIBLE: one contains the other ("January 2022" and "2022-01-12"), or only a
    less likely reading of an ambiguous date agrees. CONFLICT: no day in common, or they overlap in part.
    UNKNOWN: one of them has no value.
    """
    values, others = _readings(a), _readings(b)
    if not values or not others:
        return Agreement.UNKNOWN
    first = _compare_days(a, values[0], b, others[0])
    if first is not Agreement.CONFLICT:
        return first
    pairs = ((value, other) for value in values for other in others)
    rest = any(_compare_days(a, value, b, other) is not Agreement.CONFLICT for value, other in pairs)
    return Agreement.COMPATIBLE if rest else Agreement.CONFLICT


def _readings(told: ToldDate | str) -> list[Days]:
    texts: Sequence[str | None] = [told] if isinstance(told, str) else [told.value, *told.candidates]
    return [days for text in texts if text and (days := iso_days(text))]


def _compare_days(a: ToldDate | str, days: Days, b: ToldDate | str, other: Days) -> Agreement:
    rough = _approximate(a) or _approximate(b)
    if days == other:
        return _compare_portions(_qualifier(a), _qualifier(b), rough)
    inside = _within(other, _portion(days, _qualifier(a))) or _within(days, _portion(other, _qualifier(b)))
    near = rough and days[0] - other[1] <= SLACK and other[0] - days[1] <= SLACK
    return Agreement.COMPATIBLE if inside or near else Agreement.CONFLICT


def _compare_portions(qualifier: str | None, other: str | None, rough: bool) -> Agreement:
    if qualifier == other:
        return Agreement.COMPATIBLE if rough else Agreement.EQUAL
    return Agreement.CONFLICT if {qualifier, other} == {"early", "late"} else Agreement.COMPATIBLE


def _within(days: Days, other: Days) -> bool:
    return other[0] <= days[0] and days[1] <= other[1]


def _portion(days: Days, qualifier: str | None) -> Days:
    """Return the part of `days` that "early", "mid" or "late" covers."""
    if qualifier not in PORTIONS:
        return days
    length = (days[1] - days[0]).days
    low, high = PORTIONS[qualifier]
    return days[0] + timedelta(days=int(length * low)), days[0] + timedelta(days=math.ceil(length * high))


def _qualifier(told: ToldDate | str) -> str | None:
    return None if isinstance(told, str) else told.qualifier


def _approximate(told: ToldDate | str) -> bool:
    return not isinstance(told, str) and told.approximate
