"""Whether the time from one day to another is a length that somebody tells, as exactly as its unit and its bound tell it."""

from __future__ import annotations

from datetime import date, timedelta

from summarizer.reading.timing.durations import Duration
from summarizer.verification.computed.days import Day

_DAY = 24 * 60
_MONTH = 30.44


def months_between(a: Day, b: Day) -> int:
    """Return the months of the calendar from one day to another."""
    return (b.first.year - a.first.year) * 12 + b.first.month - a.first.month


def lasts(length: Duration, a: Day, b: Day, *, age: bool = False) -> bool:
    """Whether the time from one day to another is a length, as exactly as its unit and bound tell it; an age counts full years."""
    if length.low is None:
        return False
    if age and length.low.years and length.bound == "exact" and not _of_years(a, b):
        return (
            months_between(a, b) - (a.exact and b.exact and b.first.day < a.first.day)
        ) // 12 == length.low.years
    if length.low.all_months and length.low.minutes:  # "a month and a day"
        return (
            a.exact
            and b.exact
            and _after(a.first, int(length.low.all_months), float(length.low.minutes) / _DAY) == b.first
        )
    if length.low.all_months:
        return _months_match(float(length.low.all_months), length.bound, a, b)
    if not (a.exact and b.exact):
        return False
    return days_match(float(length.low.minutes) / _DAY, length, (b.first - a.first).days)


def _after(day: date, months: int, days: float) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return day.replace(year=year, month=month + 1) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def days_match(wanted: float, length: Duration, gap: int) -> bool:
    """Whether a number of days is a length in days or weeks, as exactly as its bound tells it."""
    over = gap - wanted
    slack = 2 if length.unit in ("week", "fortnight") else 1
    if length.bound == "at_least":
        return 0 < over <= max(slack, wanted * 0.1)
    if length.bound == "at_most":
        return -max(slack, wanted * 0.2) <= over <= 0
    return bool(over == 0 or (length.bound == "about" and abs(over) <= slack))


def _months_match(months: float, bound: str, a: Day, b: Day) -> bool:
    """Months are counted by the calendar; a claim in months or years rounds to about a third of a month."""
    if not (a.exact and b.exact):
        return _calendar_match(months, bound, a, b)
    over = (b.first - a.first).days - months * _MONTH
    near = min(10.0, 3 + 2 * months)
    if bound == "at_least":
        return 0 < over <= max(21, months * _MONTH * 0.1)
    if bound == "at_most":
        return -max(21, months * _MONTH * 0.1) <= over <= near / 2
    return abs(over) <= (min(16.0, near * 1.6) if bound == "about" else near if months < 24 else 30)


def _of_years(a: Day, b: Day) -> bool:
    """Whether one of two days is told by its year alone."""
    return max((d.last - d.first).days for d in (a, b)) > 31


def _calendar_match(months: float, bound: str, a: Day, b: Day) -> bool:
    """Compare lengths from or to a month or a year: by the calendar, and a bound only where each of its days keeps it."""
    if _of_years(a, b):
        return months >= 12 and bound in ("exact", "about") and (b.first.year - a.first.year) * 12 == months
    least, most = (b.first - a.last).days, (b.last - a.first).days
    if bound == "at_least":
        return least - months * _MONTH > 0 and most - months * _MONTH <= max(62, months * _MONTH * 0.1)
    if bound == "at_most":
        return most - months * _MONTH < 0 and months * _MONTH - least <= max(62, months * _MONTH * 0.1)
    return months_between(a, b) == months
