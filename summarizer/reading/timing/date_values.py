"""The Date that is found in a text, and the calendar arithmetic that resolves it against an anchor."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from summarizer.reading.agreement import Agreement, dates_agree
from summarizer.reading.tenses import Tense, tense_around
from summarizer.reading.timing.calendar_words import century_of
from summarizer.reading.timing.time_units import DAY, Length
from summarizer.source import Span

DateKind = Literal[
    "date", "weekday", "day", "month", "year", "week", "quarter", "decade", "interval", "offset"
]


@dataclass(frozen=True, slots=True)
class Date:
    """A date as the text tells it.

    `value` is ISO 8601 at the precision told: "2022", "2022-01", "2022-01-12", "2022-01-09/2022-01-10";
    None where it cannot be known. `anchored` tells that it was resolved against another date, `needs_anchor`
    that none was given. `candidates` lists all readings, the likeliest first, where there are several.
    `qualifier` is "early", "mid", "late" or a season, `approximate` is set where the words are vague
    ("two weeks ago"). `kind` "day" is a day of the month, "offset" is counted from another date.
    """

    span: Span
    value: str | None
    kind: DateKind
    anchored: bool = False
    needs_anchor: bool = False
    candidates: tuple[str, ...] = ()
    qualifier: str | None = None
    approximate: bool = False

    def agrees(self, other: Date | str) -> Agreement:
        """Compare with another date or with ISO 8601 text, see `dates_agree`."""
        return dates_agree(self, other)

    def same_as(self, other: Date | str) -> bool:
        """Whether both name the same days."""
        return self.agrees(other) is Agreement.EQUAL


@dataclass(slots=True)
class Draft:
    """A date in the making. `month` and `day` are kept where the year is not told, `other` for day and month swapped."""

    start: int
    end: int
    kind: DateKind
    value: str | None = None
    candidates: tuple[str, ...] = ()
    anchored: bool = False
    qualifier: str | None = None
    approximate: bool = False
    vague: bool = False
    month: int = 0
    day: int = 0
    other: str | None = None

    def finished(self) -> Date:
        """Return the Date."""
        several = tuple(dict.fromkeys(self.candidates)) if self.value else self.candidates
        return Date(
            span=Span(self.start, self.end),
            value=self.value,
            kind=self.kind,
            anchored=self.anchored,
            needs_anchor=self.anchored and self.value is None and not several and not self.vague,
            candidates=several if len(several) > 1 or (several and not self.value) else (),
            qualifier=self.qualifier,
            approximate=self.approximate,
        )


@dataclass(slots=True)
class Frame:
    """What the dates of a text refer to: the text, the anchor, and the date mentioned last."""

    text: str
    anchor: date | None
    last: date | None = None
    last_end: int = 0
    floor: int = 0  # no date begins before this place
    day_first: int = 0  # how many numeric dates put the day first, less those that put the month first

    @property
    def near(self) -> int:
        """The year that two-digit years are near to."""
        return self.anchor.year if self.anchor else 2000

    def tense(self, draft: Draft, following: bool = True) -> Tense | None:
        """Return the tense of the words before a draft or, with `following`, after it."""
        return tense_around(self.text, draft.start, draft.end, following)

    def mention(self, draft: Draft) -> None:
        """Remember a date told to the day, which later ones may refer to."""
        self.floor = draft.end
        last = (draft.value or "").rpartition("/")[2]
        if len(last) == len("2022-01-12"):
            self.last, self.last_end = date.fromisoformat(last), draft.end

    def recent(self, at: int, reach: int = 300) -> date | None:
        """Return the date mentioned in the last `reach` characters before `at`."""
        return self.last if self.last is not None and at - self.last_end <= reach else None


def real(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is none such (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(digits: str, frame: Frame) -> int:
    """Return the year for two or four digits."""
    return int(digits) if len(digits) > 2 else century_of(int(digits), frame.near)


def shift(day: date, length: Length, sign: int) -> date | None:
    """Move a date by a length: first by months, then by days; None beyond the years 1 to 9999."""
    months = day.year * 12 + day.month - 1 + sign * int(length.all_months)
    try:
        last = calendar.monthrange(months // 12, months % 12 + 1)[1]
        moved = date(months // 12, months % 12 + 1, min(day.day, last))
        return moved + timedelta(days=sign * round(length.minutes / DAY))
    except (ValueError, OverflowError):
        return None


def business_days(day: date, count: int) -> date | None:
    """Move a date by working days, Monday to Friday; None beyond a thousand of them."""
    step = 1 if count >= 0 else -1
    if abs(count) > 1000:
        return None
    try:
        for _ in range(abs(count)):
            day += timedelta(days=step)
            while day.weekday() > 4:
                day += timedelta(days=step)
    except OverflowError:
        return None
    return day


def week_of(day: date, offset: int = 0) -> tuple[date, date] | None:
    """Return Monday and Sunday of the week of `day`, `offset` weeks away."""
    try:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6)
    except OverflowError:
        return None


def month_of(day: date, offset: int = 0) -> tuple[int, int]:
    """Return year and month, `offset` months away from those of `day`."""
    months = day.year * 12 + day.month - 1 + offset
    return months // 12, months % 12 + 1


def nth_weekday(year: int, month: int, weekday: int, rank: int) -> date | None:
    """Return the rank-th such weekday of a month (-1: the last); None where there are fewer."""
    if not 1 <= year <= 9999:
        return None
    if rank < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return real(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (rank - 1))


def choose(options: Iterable[date | None], anchor: date, tense: Tense | None) -> date | None:
    """Return the option that fits the tense, else the nearest to the anchor; None without options."""
    days = sorted(day for day in options if day is not None)
    if tense == "future":
        days = [day for day in days if day >= anchor] or days[-1:]
        return days[0] if days else None
    if tense == "past":
        days = [day for day in days if day <= anchor] or days[:1]
        return days[-1] if days else None
    return min(days, key=lambda day: abs(day - anchor), default=None)


def both_sides(options: Iterable[date | None], anchor: date) -> list[date]:
    """Return the last option before the anchor and the first one on or after it."""
    days = sorted(day for day in options if day is not None)
    before, after = [day for day in days if day <= anchor], [day for day in days if day > anchor]
    return before[-1:] + after[:1]


# A day without a year is near: a tense does not carry it most of a year away when the other side is this close.
# The other side is a candidate only where it is no more than so many times as far away.
_RIVAL = 4
_FAR, _CLOSE = timedelta(days=300), timedelta(days=31)


def settle(draft: Draft, options: list[date | None], anchor: date, tense: Tense | None) -> None:
    """Give a draft the option that fits; the other side is a candidate where no tense decides."""
    chosen, nearest = choose(options, anchor, tense), choose(options, anchor, None)
    if chosen and nearest and abs(chosen - anchor) > _FAR and abs(nearest - anchor) <= _CLOSE:
        chosen, tense = nearest, None
    draft.value = chosen.isoformat() if chosen else None
    if chosen and tense is None:
        reach = max(_RIVAL * abs(chosen - anchor), _CLOSE)
        rivals = [day for day in both_sides(options, anchor) if day != chosen and abs(day - anchor) <= reach]
        draft.candidates = (chosen.isoformat(), *[day.isoformat() for day in rivals])
