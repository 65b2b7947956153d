"""Dates told from the moment of speaking: weekdays, "tomorrow", "early next year", "two weeks ago", "the next day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summarizer.reading.counts import number_words
from summarizer.reading.timing import calendar_words as words
from summarizer.reading.timing.date_values import (
    Draft,
    Frame,
    business_days,
    month_of,
    nth_weekday,
    settle,
    shift,
    week_of,
)
from summarizer.reading.timing.durations import Duration
from summarizer.reading.timing.time_units import DAY, LENGTHS

# --- weekdays

_TO_MONTH = re.compile(
    rf"\.?,?[ ](?:the[ ]|\()?(?:{words.DAY}(?:[ ]of)?[ ])?(?:{words.MONTH})\b", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:black|good|bloody|super|ash|cyber|palm|easter|giving|maundy|holy|whit|shrove|fat)[ ]$",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"\b(?P<side>this coming|this past|this|next|last|past|previous|coming|(?P<week>this|next|last|following) week(?:[ ]on)?,?)[ ]$",
    re.IGNORECASE,
)
_SIDE_AFTER = re.compile(r"[ ](?:(?:of|in)[ ])?(?P<side>this|next|last)[ ]week\b", re.IGNORECASE)
_DAY_AFTER = re.compile(
    rf",?[ ]the[ ](?P<day>{words.DAY})(?![ ](?:of[ ])?(?:{words.MONTH})\b)", re.IGNORECASE
)
_RANK = re.compile(rf"\b(?:the[ ])?(?P<rank>{'|'.join(words.RANKS)})[ ]$", re.IGNORECASE)
_OF_MONTH = re.compile(
    rf"[ ](?:of|in)[ ](?:(?P<side>this|next|last|previous|the|the next|the previous|the following)[ ]month\b"
    rf"|(?P<month>{words.MONTH})\b\.?(?:,?[ ](?P<year>{words.YEAR}))?)",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\b(?P<count>an?|one|two|three|four|five|six|[1-9])[ ]$", re.IGNORECASE)
_COUNT_AFTER = re.compile(
    r"[ ](?:(?P<after>from (?:now|today)|later|hence)|(?P<before>ago|earlier))\b", re.IGNORECASE
)
_ENDS = re.compile(r"[ ]?(?:[.,;!?)]|$)")
_OFFSETS = {
    "this": 0,
    "next": 1,
    "last": -1,
    "past": -1,
    "previous": -1,
    "following": 1,
    "coming": 1,
    "the": 0,
    "current": 0,
}


def weekday_dates(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read a weekday with what stands around it."""
    text, start, end = frame.text, match.start(), match.end()
    window = max(frame.floor, start - 24)
    if _TO_MONTH.match(text, end) or _NAMED.search(text, window, start):
        return []
    day = words.weekday_number(match[0])
    draft = Draft(start, end, "weekday", anchored=True)
    if counted := _counted_weekday(frame, draft, day, window):
        return counted
    if match[0].lower().endswith("ys"):
        return []  # every such day
    if (rank := _RANK.search(text, window, start)) and (month := _rank_ends(text, draft, rank)):
        return _ranked(frame, draft, day, rank, month if month is not True else None)
    if with_day := _DAY_AFTER.match(text, end):
        return _weekday_and_day(frame, draft, day, with_day)
    side = _SIDE.search(text, window, start)
    after = _SIDE_AFTER.match(text, end)
    draft.start, draft.end = side.start() if side else start, after.end() if after else end
    if frame.anchor is None:
        return [draft]
    if after or (side and side["week"]):
        word = after["side"] if after else side["week"] if side else "this"
        _in_week(frame.anchor, draft, day, _OFFSETS[word.lower()])
    else:
        _one_weekday(frame, draft, day, side["side"].lower() if side else "")
    return [draft]


def _in_week(anchor: date, draft: Draft, day: int, offset: int) -> None:
    week = week_of(anchor, offset)
    if week:
        draft.value = (week[0] + timedelta(days=day)).isoformat()


def _one_weekday(frame: Frame, draft: Draft, day: int, side: str) -> None:
    """Choose the day: by "this", "next", "last", else by tense; without one the last such day, as news is written."""
    anchor = frame.anchor
    if anchor is None:
        return
    behind = anchor - timedelta(days=(anchor.weekday() - day) % 7)
    ahead = anchor + timedelta(days=(day - anchor.weekday()) % 7)
    if side == "this":
        _in_week(anchor, draft, day, 0)
        return
    if side in ("next", "last", "past", "previous"):
        sign = 1 if side == "next" else -1
        _in_week(anchor, draft, day, sign)
        nearest = (
            (anchor + timedelta(days=(day - anchor.weekday() - 1) % 7 + 1))
            if sign > 0
            else anchor - timedelta(days=(anchor.weekday() - day - 1) % 7 + 1)
        )
        draft.candidates = (draft.value or "", nearest.isoformat())
        return
    if "coming" in side or "past" in side:
        draft.value = (ahead if "coming" in side else behind).isoformat()
        return
    tense = frame.tense(draft)
    draft.value = (ahead if tense == "future" else behind).isoformat()
    if tense is None:
        draft.candidates = (draft.value, ahead.isoformat())


def _counted_weekday(frame: Frame, draft: Draft, day: int, window: int) -> list[Draft]:
    """Read "two Sundays from now", "three Mondays ago"."""
    count, after = _COUNT.search(frame.text, window, draft.start), _COUNT_AFTER.match(frame.text, draft.end)
    if not count or not after:
        return []
    word = count["count"].lower()
    number = int(word) if word.isdigit() else 1 if word in ("a", "an") else number_words.SMALL[word]
    draft.start, draft.end = count.start(), after.end()
    if frame.anchor:
        first = (
            (day - frame.anchor.weekday() - 1) % 7 + 1
            if after["after"]
            else -((frame.anchor.weekday() - day - 1) % 7 + 1)
        )
        draft.value = (
            frame.anchor + timedelta(days=first + 7 * (number - 1) * (1 if after["after"] else -1))
        ).isoformat()
    return [draft]


def _rank_ends(text: str, draft: Draft, rank: re.Match[str]) -> re.Match[str] | bool:
    """Return the month that a ranked weekday belongs to, or whether it ends a clause and means the current one."""
    month = _OF_MONTH.match(text, draft.end)
    return month or (rank["rank"].lower() != "last" and _ENDS.match(text, draft.end) is not None)


def _ranked(
    frame: Frame, draft: Draft, day: int, rank: re.Match[str], month: re.Match[str] | None
) -> list[Draft]:
    """Read "the first Friday of July", "the second Monday of next month", "second Sunday" of the current month."""
    number = words.RANKS[rank["rank"].lower()]
    draft.start = rank.start()
    draft.end = month.end() if month else draft.end
    if month and month["year"]:
        draft.anchored = False
        found = nth_weekday(words.year_number(month["year"]), words.month_number(month["month"]), day, number)
        draft.value = found.isoformat() if found else None
        return [draft] if found else []
    if frame.anchor is None:
        return [draft]
    if month and month["month"]:
        years = (frame.anchor.year - 1, frame.anchor.year, frame.anchor.year + 1)
        settle(
            draft,
            [nth_weekday(year, words.month_number(month["month"]), day, number) for year in years],
            frame.anchor,
            frame.tense(draft),
        )
    else:
        side = month["side"].lower().split()[-1] if month else "this"
        found = nth_weekday(*month_of(frame.anchor, _OFFSETS[side]), day, number)
        draft.value = found.isoformat() if found else None
    return [draft] if draft.value else []


def _weekday_and_day(frame: Frame, draft: Draft, day: int, with_day: re.Match[str]) -> list[Draft]:
    """Read "Thursday the 21st": the nearest month in which that day is such a weekday."""
    number = words.day_number(with_day["day"])
    draft.end, draft.kind = with_day.end(), "day"
    if frame.anchor is None:
        return [draft]
    months = [month_of(frame.anchor, offset) for offset in range(-6, 7)]
    options = [
        date(year, month, number) for year, month in months if 1 <= year <= 9999 and _has(year, month, number)
    ]
    fitting = [option for option in options if option.weekday() == day]
    settle(draft, list(fitting), frame.anchor, "past" if frame.tense(draft) == "past" else None)
    draft.candidates = ()
    return [draft] if draft.value else []


def _has(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


# --- days, weeks, months and years from here

_NEAR_DAYS = {
    "today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "yesterday": -1, "this morning": 0, "this afternoon": 0,
    "this evening": 0, "last night": -1, "this day": 0, "day after tomorrow": 2, "day after tmrw": 2, "day before yesterday": -2,
}  # fmt: skip
_QUALIFIER = re.compile(
    r"\b(?:(?P<word>early|earlier|mid|late|later)[ -](?:in[ ])?|(?:the[ ])?(?P<part>beginning|start|middle|end) of[ ])$",
    re.IGNORECASE,
)
_DAY_OF = re.compile(
    rf"(?:\bthe[ ])?(?<![\w.,:$])(?P<day>{words.DIGIT_DAY}|{words.ORDINAL_DAY})[ ]of[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_WEEKDAY_AFTER = re.compile(rf",?(?:[ ]on)?[ ](?P<weekday>{words.FULL_WEEKDAY})\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|over|past|every)[ ]$", re.IGNORECASE)


def relative_dates(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read "today", "the day after tomorrow", "early next year", "the 20th of next month", "the next day"."""
    phrase = " ".join(match[0].lower().replace("-", " ").split()).removeprefix("the ")
    draft = Draft(match.start(), match.end(), "date", anchored=True)
    if phrase in _NEAR_DAYS:
        _days_away(frame, draft, _NEAR_DAYS[phrase])
        return [draft]
    side, _, unit = phrase.rpartition(" ")
    if unit == "day":
        return _day_beside(frame, draft, side)
    window = max(frame.floor, match.start() - 32)
    qualifier = _QUALIFIER.search(frame.text, window, match.start())
    the = match[0][:4].lower() == "the " or _THE.search(frame.text, window, match.start()) is not None
    if (
        the
        and not (qualifier and side in ("", "this"))
        and _DAY_OF.search(frame.text, window, match.start()) is None
    ):
        return []  # "the last week", "over the next year": a length
    if qualifier:
        word = (qualifier["word"] or qualifier["part"]).lower()
        draft.start, draft.qualifier = qualifier.start(), words.QUALIFIERS[word]
    elif not side:
        return []
    return _period(frame, draft, _OFFSETS.get(side, 0), unit, window, match.start())


def _days_away(frame: Frame, draft: Draft, days: int) -> None:
    if frame.anchor and (moved := shift(frame.anchor, _DAY * abs(days), 1 if days >= 0 else -1)):
        draft.value = moved.isoformat()


def _day_beside(frame: Frame, draft: Draft, side: str) -> list[Draft]:
    """Read "the next day", "the previous day": of the date mentioned last, else of the anchor."""
    if side not in ("next", "following", "previous"):
        return []
    base = frame.recent(draft.start) or frame.anchor
    if base and (moved := shift(base, _DAY, -1 if side == "previous" else 1)):
        draft.value = moved.isoformat()
    draft.kind = "offset"
    return [draft]


_DAY = LENGTHS["day"]


def _period(frame: Frame, draft: Draft, offset: int, unit: str, window: int, start: int) -> list[Draft]:
    """Read a week, weekend, month, quarter, year or decade so many away from that of the anchor."""
    text, anchor = frame.text, frame.anchor
    if unit == "week" and (weekday := _WEEKDAY_AFTER.match(text, draft.end)):
        draft.end, draft.kind = weekday.end(), "weekday"
        if anchor:
            _in_week(anchor, draft, words.weekday_number(weekday["weekday"]), offset)
        return [draft]
    day_of = _DAY_OF.search(text, window, start) if unit == "month" and not draft.qualifier else None
    draft.kind = {
        "week": "week",
        "weekend": "interval",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
        "decade": "decade",
    }[unit]  # type: ignore[assignment]
    if day_of:
        draft.start, draft.kind = day_of.start(), "date"
    if anchor is None:
        return [draft]
    draft.value = _period_value(anchor, offset, unit)
    if day_of:
        year, month = month_of(anchor, offset)
        number = words.day_number(day_of["day"])
        if not _has(year, month, number):
            return []
        draft.value = date(year, month, number).isoformat()
    return [draft]


def _period_value(anchor: date, offset: int, unit: str) -> str | None:
    if unit in ("week", "weekend"):
        week = week_of(anchor, offset)
        return (
            f"{(week[0] if unit == 'week' else week[1] - timedelta(days=1)).isoformat()}/{week[1].isoformat()}"
            if week
            else None
        )
    if unit == "month":
        return "{:04}-{:02}".format(*month_of(anchor, offset))
    if unit == "year":
        return f"{anchor.year + offset:04}"
    if unit == "decade":
        first = anchor.year - anchor.year % 10 + 10 * offset
        return f"{first:04}/{first + 9:04}"
    year, month = month_of(anchor, 3 * offset)
    first = month - (month - 1) % 3
    return f"{year:04}-{first:02}/{year:04}-{first + 2:02}"


# --- lengths counted from a date

_FROM = re.compile(
    r"['’]?[ ](?:(?P<ago>ago)|(?P<now>from now|hence)|(?P<sign>from|after|before)[ ](?P<base>today|tomorrow|tmrw|yesterday|now"
    rf"|(?:(?P<side>next|last|this)[ ])?(?P<weekday>{words.FULL_WEEKDAY}))"
    r"|(?P<later>later)|(?P<earlier>earlier))\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|within)[ ](?:about |around |some |the next )?$", re.IGNORECASE)
_TIME = re.compile(r"['’]?s?['’]?[ ]time\b", re.IGNORECASE)


def offset_date(frame: Frame, duration: Duration) -> list[Draft]:
    """Read a length that is counted from a date: "two weeks ago", "in three days", "two days from tomorrow"."""
    text = frame.text
    told = _FROM.match(text, duration.span.end)
    draft = Draft(duration.full.start, duration.span.end, "offset", anchored=True)
    if duration.unit in ("hour", "minute", "second"):
        return []
    if told is None:
        before = _IN.search(text, max(frame.floor, draft.start - 20), draft.start)
        time = _TIME.match(text, draft.end)
        if before is None or (
            time is None and frame.tense(Draft(before.start(), draft.end, "offset")) != "future"
        ):
            return []
        draft.start, draft.end = before.start(), time.end() if time else draft.end
        return _counted_from(frame, draft, duration, frame.anchor, 1)
    draft.end = told.end()
    base, sign = frame.anchor, -1 if told["ago"] or told["earlier"] else 1
    if told["base"]:
        draft.kind = "date"
        sign = -1 if told["sign"].lower() == "before" else 1
        if told["weekday"]:
            return _counted_from(frame, draft, duration, _base_weekday(frame, draft, told), sign)
        away = {"tomorrow": 1, "tmrw": 1, "yesterday": -1}.get(told["base"].lower(), 0)
        base = base and shift(base, _DAY, away) if away else base
    elif told["later"] or told["earlier"]:
        base = frame.recent(draft.start) or base
    return _counted_from(frame, draft, duration, base, sign)


def _base_weekday(frame: Frame, draft: Draft, told: re.Match[str]) -> date | None:
    base = Draft(told.start("base"), told.end("base"), "weekday")
    side = told["side"] or ("coming" if told["sign"].lower() == "from" else "")
    _one_weekday(frame, base, words.weekday_number(told["weekday"]), side.lower())
    return date.fromisoformat(base.value) if base.value else None


def _counted_from(
    frame: Frame, draft: Draft, duration: Duration, base: date | None, sign: int
) -> list[Draft]:
    """Move the base by the length; the value is as precise as the smallest unit told."""
    length = duration.low if duration.low == duration.high else None
    draft.vague = length is None
    if base is None or length is None:
        draft.approximate = draft.vague
        return [draft]
    if duration.unit == "business day":
        moved = business_days(base, sign * round(length.minutes / DAY))
    else:
        moved = shift(base, length, sign)
    if moved is None:
        return []
    precision = {"year": 4, "decade": 4, "century": 4, "month": 7, "quarter": 7}.get(duration.unit, 10)
    draft.value = moved.isoformat()[:precision]
    rough = draft.kind == "offset" and duration.unit in ("week", "fortnight")
    draft.approximate = rough or duration.bound != "exact"
    return [draft]
