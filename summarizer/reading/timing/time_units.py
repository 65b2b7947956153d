"""Units of time: their names, their abbreviations, their lengths, and the arithmetic of lengths."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from summarizer.reading.agreement import close

HOUR = 60
DAY = 24 * HOUR
MONTH = 30 * DAY  # by convention, as "30 days" is what most readers take for "a month"
YEAR = 365 * DAY


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; years and months stay apart from minutes, since they have no fixed number of them."""

    years: int | Fraction = 0
    months: int | Fraction = 0
    minutes: int | Fraction = 0

    @property
    def total(self) -> float:
        """Minutes, a year taken as 365 days and a month as 30; endless where they are beyond arithmetic."""
        try:
            return float(self.years * YEAR + self.months * MONTH + self.minutes)
        except OverflowError:
            return math.inf

    @property
    def all_months(self) -> int | Fraction:
        """Years and months together, in months."""
        return self.years * 12 + self.months

    def __add__(self, other: Length) -> Length:
        return Length(self.years + other.years, self.months + other.months, self.minutes + other.minutes)

    def __mul__(self, factor: int | Fraction) -> Length:
        return Length(self.years * factor, self.months * factor, self.minutes * factor)

    def same_as(self, other: Length) -> bool:
        """Whether both are the same number of months ("a year", "12 months") and of minutes."""
        return self.all_months == other.all_months and close(float(self.minutes), float(other.minutes))


LENGTHS = {
    "second": Length(minutes=Fraction(1, 60)), "minute": Length(minutes=1), "hour": Length(minutes=HOUR),
    "day": Length(minutes=DAY), "business day": Length(minutes=DAY), "week": Length(minutes=7 * DAY),
    "fortnight": Length(minutes=14 * DAY), "month": Length(months=1), "quarter": Length(months=3), "year": Length(years=1),
    "decade": Length(years=10), "century": Length(years=100),
}  # fmt: skip
# Written form → unit. Abbreviations are read after digits only.
ABBREVIATIONS = {
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
    "yr": "year", "yrs": "year", "wk": "week", "wks": "week", "mth": "month", "mths": "month",
}  # fmt: skip
# Marks with other meanings in running text (metres, millions, feet): read only where they are the whole text.
ALONE_ONLY = {
    "m": "minute", "s": "second", "d": "day", "w": "week", "y": "year", "mo": "month", "'": "minute", "’": "minute",
    "′": "minute", '"': "second", "″": "second", "”": "second",
}  # fmt: skip
_NAMES = {
    **{unit: unit for unit in LENGTHS},
    **{f"{unit}s": unit for unit in LENGTHS if unit != "century"},
    "centuries": "century", "workday": "business day", "workdays": "business day", "working day": "business day", "working days": "business day",
}  # fmt: skip
UNITS = {**_NAMES, **ABBREVIATIONS}
# Longest first, so that "minutes" is not read as "min".
WORD = "|".join(form.replace(" ", "[ -]") for form in sorted(UNITS, key=len, reverse=True))
