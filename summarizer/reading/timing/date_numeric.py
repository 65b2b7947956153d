"""Dates in digits: ISO 8601, "30.12.2021", "12/30/2021", years, decades, quarters and half-years."""

from __future__ import annotations

import re

from summarizer.reading.timing import calendar_words as words
from summarizer.reading.timing.date_values import Draft, Frame, full_year, real, settle

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)(?![-/.]\d)"
)
_YEAR_LAST = re.compile(
    r"(?P<a>\d{1,2})(?P<sign>[-/.])(?P<b>\d{1,2})(?:(?P=sign)|,[ ]?)(?P<year>\d{4}|\d{2})(?![\d])(?![-/.,]\d)"
)
_SHORT = re.compile(
    r"(?P<a>\d{1,2})(?P<sign>[-/.])(?P<b>\d{1,2})(?!\d)(?![-/.,:]\d)(?![ ]?(?:%|of\b|inch|percent|per cent|million|billion|points?\b))"
)
_MONTH_ONLY = re.compile(r"\s*(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])\s*")
_ON = re.compile(r"\b(?:on|by|until|since|dated?|before|after)[ ]{1,4}$", re.IGNORECASE)
_FRACTION_LIKE = frozenset({12, 15, 16, 20, 25})


def numeric_dates(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read a date that is written in digits only."""
    text, at = frame.text, match.start()
    if told := _YEAR_FIRST.match(text, at):
        day = real(int(told["year"]), int(told["month"]), int(told["day"]))
        return [Draft(at, told.end(), "date", day.isoformat())] if day else []
    if told := _YEAR_LAST.match(text, at):
        return _year_last(frame, told)
    told = _SHORT.match(text, at)
    return _short(frame, told) if told else []


def _year_last(frame: Frame, told: re.Match[str]) -> list[Draft]:
    """Read day, month and year in either order; dots mean that the day comes first."""
    a, b, year = int(told["a"]), int(told["b"]), full_year(told["year"], frame)
    if told["sign"] == "." and len(told["year"]) == 2 and (len(told["a"]) < 2 or len(told["b"]) < 2):
        return []  # a version or a section number
    day_first, month_first = real(year, b, a), real(year, a, b)
    if told["sign"] == "." and day_first:
        return [Draft(told.start(), told.end(), "date", day_first.isoformat())]
    chosen = month_first or day_first
    if chosen is None:
        return []
    draft = Draft(told.start(), told.end(), "date", chosen.isoformat())
    if month_first and day_first and month_first != day_first:
        draft.other = day_first.isoformat()
        draft.candidates = (chosen.isoformat(), draft.other)
    elif not (month_first and day_first):
        frame.day_first += 1 if day_first else -1
    return [draft]


def _short(frame: Frame, told: re.Match[str]) -> list[Draft]:
    """Read a day and a month in digits without a year, where little else can be meant."""
    a, b = int(told["a"]), int(told["b"])
    led = _ON.search(frame.text, max(0, told.start() - 12), told.start())
    if not led and (told["sign"] != "/" or (a, b) == (24, 7) or (a <= 12 and b <= 12) or b in _FRACTION_LIKE):
        return []
    if told["sign"] == "." and len(told["b"]) < 2:
        return []
    month, day = (b, a) if a > 12 else (a, b)
    if not 1 <= month <= 12 or real(2000, month, day) is None:
        return []
    draft = Draft(told.start(), told.end(), "date", anchored=True, month=month, day=day)
    if frame.anchor:
        options = [real(frame.anchor.year + offset, month, day) for offset in range(-4, 9)]
        settle(draft, options, frame.anchor, frame.tense(draft, following=False))
    return [draft]


# --- years and parts of years

_PREPOSITION = re.compile(
    r"\b(?:in|since|of|by|during|until|till|from|before|after|through|throughout|between|year|years|early|mid|late|for|fiscal|the|and|to"
    r"|circa|around|spring|summer|autumn|fall|winter|christmas|election|back in)(?:[ \n]|-)$|\($",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:the[ ])?(?P<season>spring|summer|autumn|fall|winter)[ ](?:of[ ])?$", re.IGNORECASE
)
_QUALIFIER = re.compile(
    r"\b(?:(?P<word>early|mid|late)[ -](?:in[ ])?|(?:the[ ])?(?P<part>beginning|start|middle|end) of[ ])$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ ](?:[a-z]+[ ])?(?:people|troops|men|women|children|percent|per cent|million|billion|hours|euros|dollars|km|[a-z]+ers)\b|[ ]?[%°€]"
)
_CLOCK_USE = re.compile(r"[ ](?:hours|GMT|UTC|hrs)\b")
_SPAN = re.compile(r"[-–—/](?P<last>\d{4}|\d{2})(?![\d\w])(?![-/.]\d)")


def years(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read a year, two years ("2021-22") or a decade, where the words before it or the form allow no count."""
    text, start, end = frame.text, match.start(), match.end()
    if match[0][-1] in "sS":
        first = int(match[0][:4]) if match[0][3] == "0" else None
        return [Draft(start, end, "decade", f"{first:04}/{first + 9:04}")] if first else []
    if len(text) < 12 and (told := _MONTH_ONLY.fullmatch(text)):
        return [Draft(told.start("year"), told.end("month"), "month", told[0].strip())]
    window = max(frame.floor, start - 20)
    span = _SPAN.match(text, end)
    led = _PREPOSITION.search(text, window, start)
    if not (span or led) or _COUNTED.match(text, end) or _CLOCK_USE.match(text, end):
        return []
    year = int(match[0])
    draft = Draft(start, end, "year", match[0])
    if span and not _COUNTED.match(text, span.end()):
        last = int(span["last"]) if len(span["last"]) == 4 else year - year % 100 + int(span["last"])
        if year < last < year + 60:
            draft.end, draft.kind, draft.value = span.end(), "interval", f"{year}/{last}"
            return [draft]
    if not led:
        return []
    if season := _SEASON.search(text, window, start):
        draft.start, draft.qualifier = season.start(), season["season"].lower()
    elif qualifier := _QUALIFIER.search(text, window, start):
        draft.start = qualifier.start()
        draft.qualifier = words.QUALIFIERS[(qualifier["word"] or qualifier["part"]).lower()]
    return [draft]


_PART = re.compile(
    r"(?:Q(?P<number>[1-4])|(?:the[ ])?(?P<rank>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ -](?P<unit>quarter|half))"
    rf"(?:(?:[ ]of|[ ]in|,)?[ ](?:(?P<year>{words.YEAR_DIGITS})|(?P<side>this|last|next|the)[ ]year\b))?",
    re.IGNORECASE,
)
_RANKS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def year_parts(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read a quarter or half of a year: "Q4 2021", "the first half of next year"."""
    told = _PART.match(frame.text, match.start())
    if told is None or (told["number"] is None and not (told["year"] or told["side"])):
        return []
    months = 6 if told["unit"] and told["unit"].lower() == "half" else 3
    rank = int(told["number"]) if told["number"] else _RANKS.get(told["rank"].lower(), 12 // months)
    if rank > 12 // months:
        return []
    draft = Draft(told.start(), told.end(), "quarter")
    last = rank * months
    if told["year"]:
        year: int | None = int(told["year"])
    else:
        draft.anchored = True
        offset = {"last": -1, "next": 1}.get((told["side"] or "").lower(), 0)
        year = frame.anchor.year + offset if frame.anchor else None
    if year:
        draft.value = f"{year:04}-{last - months + 1:02}/{year:04}-{last:02}"
        if draft.anchored and not told["side"]:
            draft.candidates = (draft.value, f"{year - 1:04}-{last - months + 1:02}/{year - 1:04}-{last:02}")
    return [draft]


def holidays(frame: Frame, match: re.Match[str]) -> list[Draft]:
    """Read a day with a name and a fixed date: "New Year's Eve"."""
    month, day = words.HOLIDAYS[match[0].lower().replace("’", "'")]
    draft = Draft(match.start(), match.end(), "date", anchored=True, month=month, day=day)
    year = re.compile(rf",?[ ](?P<year>{words.YEAR_DIGITS})").match(frame.text, match.end())
    if year:
        draft.end, draft.anchored, draft.month = year.end(), False, 0
        draft.value = f"{int(year['year']):04}-{month:02}-{day:02}"
    elif frame.anchor:
        options = [real(frame.anchor.year + offset, month, day) for offset in (-1, 0, 1)]
        settle(draft, options, frame.anchor, frame.tense(draft, following=False))
    return [draft]
