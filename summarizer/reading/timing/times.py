"""Finds clock times in English text with their zones: "4:25 pm EST", "21:25 GMT", "noon", "half past five"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.reading.agreement import Agreement
from summarizer.reading.counts import number_words as words
from summarizer.reading.flat import Flat, flatten
from summarizer.reading.timing.time_zones import counts_to_24, offset_of, one_clock, read_zone
from summarizer.source import Span

_HALF = r"(?P<half>[ap])\.?[ ]?m\b\.?"
_CLOCK = re.compile(
    r"(?<![\w:.,/$€£])(?<![^\d\s.m]-)(?:"
    rf"(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d{{1,9}}+)?)?|[.](?P<dotted>[0-5]\d)(?=[ ]?(?:[ap]\.?m\b|hrs?\b|hours?\b|h\b|o[’'`]?clock\b)))"
    rf"(?![\d:])(?:[ ]?{_HALF})?"
    rf"|(?P<bare>0?[1-9]|1[0-2])[ ]?{_HALF.replace('half', 'half2')}"
    r"|(?P<four>(?:[01]\d|2[0-4])[0-5]\d)(?:[ ]?(?P<hours>hours\b|hrs\b)|(?=[ ]?(?:GMT\b|UTC\b|EST\b|EDT\b|CET\b|CEST\b|Z\b)))"
    r"|(?P<named>[1-9]|1\d|2[0-3])(?=[ ]?(?:GMT|UTC)\b|[ ](?:in the (?:morning|afternoon|evening)|at night)\b)"
    # A log: "0905 - The crew goes ashore"; 19 and 20 begin years.
    r"|(?P<log>(?:0\d|1[0-8]|2[1-3])[0-5]\d)(?=[ ](?:-|–|—)[ ](?-i:[A-Z]))"
    r"|(?<=at )(?P<early>0\d[0-5]\d)(?![\d:.,]?\d)"
    r"|(?P<oclock>[1-9]|1[0-2])[ ]?o[’'`]?clock\b)",
    re.IGNORECASE,
)
# "On Wednesday, from 10.00 to 11.25", "Time: 14.00 - 16.10": a dot in the hour where a day or the word for it leads two of them.
_DOTTED = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[.](?P<minute>[0-5]\d)(?:[ ]?(?:-|–|—)[ ]?|[ ](?:to|until|till|and)[ ])"
    r"(?P<hour2>[01]?\d|2[0-3])[.](?P<minute2>[0-5]\d)(?!\d|[.]\d|[ ]?(?:%|per[ ]?cent|percent|[ap]\.?m\b|million|billion|m\b|km\b|euros?\b|dollars?\b))"
)
_DAY_LEADS = re.compile(
    r"(?:\btimes?:?[ ]+|(?:day|\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December))"
    r"(?:[ ](?:morning|afternoon|evening))?,?[ ](?:from[ ]|between[ ])?"
    r"|\b(?:lasted|held|met|sat|open|ran|runs?|convened)[ ](?:from|between)[ ])$",
    re.IGNORECASE,
)
_HOURS = {word: value for word, value in words.SMALL.items() if 1 <= value <= 12}
_HOUR_WORD = "|".join(sorted(_HOURS, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"\b(?:(?P<named>noon|midday|midnight)(?![-\w])"
    rf"|(?P<past>half|(?:a )?quarter|five|ten|twenty|twenty[ -]five|\d{{1,2}})[ ](?:minutes )?(?P<side>past|to)[ ](?P<hour>{_HOUR_WORD}|\d{{1,2}}(?![\d:.,%]))"
    rf"(?=[ ](?:in the|at night|this|tomorrow|on|o[’']?clock|[ap]\.?m)|[.,;)]|\s*$)"
    rf"|(?P<oclock>{_HOUR_WORD})[ ]o[’'`]?clock\b"
    rf"|(?P<worded>{_HOUR_WORD})[ ]{_HALF}"
    rf"|(?P<daytime>{_HOUR_WORD})(?=[ ](?:in the (?:morning|afternoon|evening)|at night)\b))",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d)(?:\.\d{1,9}+)?)?"
    r"(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?(?!\w)"
)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[T ](?=\d)")
_DAYTIME = re.compile(
    r"[ ](?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b", re.IGNORECASE
)
_BARE_FIRST = re.compile(
    r"(?<![\w:.,/$€£])(?<!\w-)(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?:[ ]?(?:-|–|—)[ ]?|[ ](?:to|until|till|til|and)[ ])$"
)
_JOINT = re.compile(r"[ ]?(?:-|–|—)[ ]?|[ ](?:to|until|till|til|and)[ ]", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:at|around|about|from|until|till|by|since|to|before|after|between|and)[ ]$", re.IGNORECASE
)
_LENGTH = re.compile(r"[ -]hours?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day. `half_known` is False where "5:30" may be in the morning or in the afternoon.

    `zone` is the zone as written, `utc_offset_minutes` its distance from UTC where the name alone tells it.
    """

    span: Span
    hour: int
    minute: int
    second: int = 0
    zone: str | None = None
    utc_offset_minutes: int | None = None
    half_known: bool = True

    @property
    def value(self) -> str:
        """The time as HH:MM, by the clock of its own zone."""
        return f"{self.hour:02}:{self.minute:02}"

    @property
    def minutes(self) -> int:
        """Minutes since midnight, by the clock of its own zone."""
        return self.hour * 60 + self.minute

    @property
    def utc_minutes(self) -> int | None:
        """Minutes since midnight UTC, or None where the offset of the zone is not known."""
        return (
            None if self.utc_offset_minutes is None else (self.minutes - self.utc_offset_minutes) % (24 * 60)
        )

    def same_as(self, other: ClockTime) -> bool:
        """Whether both name the same moment of the day: "4:25 pm EST" and "21:25 GMT"."""
        return self.agrees(other) is Agreement.EQUAL

    def agrees(self, other: ClockTime) -> Agreement:
        """Compare with another time; COMPATIBLE where a zone or the half of the day is not told by one of them."""
        ours, theirs = self.utc_minutes, other.utc_minutes
        if ours is None or theirs is None:
            named = self.zone and other.zone
            if named and not one_clock(self.zone, other.zone):
                return Agreement.UNKNOWN
            ours, theirs = self.minutes, other.minutes
            full = bool(self.zone) == bool(other.zone)
        else:
            full = True
        if self.half_known and other.half_known:
            same = ours == theirs
        else:
            same, full = (
                (ours - theirs) % 720 == 0,
                full and ours == theirs and self.half_known == other.half_known,
            )
        return Agreement.CONFLICT if not same else Agreement.EQUAL if full else Agreement.COMPATIBLE


def elapsed(start: ClockTime, end: ClockTime) -> float | None:
    """Return the minutes from `start` to `end`, over midnight where `end` is earlier.

    A half of the day or a zone told of one of them holds for both. None where both have zones that cannot
    be compared.
    """
    first, second = start.minutes, end.minutes
    if start.utc_minutes is not None and end.utc_minutes is not None:
        first, second = start.utc_minutes, end.utc_minutes
    elif start.zone and end.zone and not one_clock(start.zone, end.zone):
        return None
    seconds = (end.second - start.second) / 60
    if start.half_known and end.half_known:
        return ((second - first) % (24 * 60)) + seconds
    return ((second - first) % 720) + seconds


def find_times(text: str) -> list[ClockTime]:
    """Return the clock times in `text` in order; durations ("1:30 hours") and time codes are left out."""
    flat = flatten(text)
    times = _read(flat)
    return times if flat.text is text else [replace(time, span=flat.span(*time.span)) for time in times]


def _read(flat: Flat) -> list[ClockTime]:
    text = flat.text
    found = sorted(_all(flat), key=lambda time: (time.span.start, -time.span.end))
    times: list[ClockTime] = []
    for time in found:
        if not times or time.span.start >= times[-1].span.end:
            times.append(time)
    return _share(text, _with_bare_first(text, times))


def _all(flat: Flat) -> Iterator[ClockTime]:
    text = flat.text
    for at in flat.triggers["digit"]:
        if (match := _CLOCK.match(text, at)) and (time := _digital(text, match)):
            yield time
        elif (both := _DOTTED.match(text, at)) and _DAY_LEADS.search(text, max(0, at - 40), at):
            yield from _dotted(both)
        elif (day := _ISO_DAY.match(text, at)) and (iso := _ISO.match(text, day.end())):
            yield _iso(iso)
    for at in flat.triggers["spoken"]:
        if (match := _SPOKEN.match(text, at)) and (time := _spoken(text, match)):
            yield time


def _dotted(match: re.Match[str]) -> Iterator[ClockTime]:
    for hour, minute in (("hour", "minute"), ("hour2", "minute2")):
        known = int(match[hour]) > 12 or match[hour].startswith("0") or int(match["hour2"]) > 12
        yield ClockTime(
            Span(match.start(hour), match.end(minute)), int(match[hour]), int(match[minute]), half_known=known
        )


def _digital(text: str, match: re.Match[str]) -> ClockTime | None:
    half = (match["half"] or match["half2"] or "").lower()
    if (match["hours"] or match["named"]) and not _LED.search(text, max(0, match.start() - 9), match.start()):
        return None  # "1200 hours", "three in the morning" may be counts
    if four := match["four"] or match["log"] or match["early"]:
        hour, minute, known = int(four[:2]), int(four[2:]), True
    else:
        digits = match["hour"] or match["bare"] or match["oclock"] or match["named"]
        hour, minute = int(digits), int(match["minute"] or match["dotted"] or 0)
        known = bool(half) or hour > 12 or hour == 0 or (len(digits) == 2 and digits[0] == "0")
    second = int(match["second"] or 0)
    made = _make(text, match.start(), match.end(), hour, minute, half, known)
    if made is None or (match["second"] and not half and made.zone is None):
        return None  # 00:12:34 is a place in a recording
    return replace(made, second=second)


def _make(
    text: str, start: int, end: int, hour: int, minute: int, half: str, known: bool
) -> ClockTime | None:
    """Make a time of its parts and of what follows it: part of the day and zone."""
    if match := (None if half else _DAYTIME.match(text, end)):
        half = (
            "p"
            if (match["part"] and match["part"].lower() != "morning")
            or (match["night"] and hour in range(6, 12))
            else "a"
        )
        known, end = True, match.end()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or (hour == 24 and minute):
        return None
    zone, offset, after = read_zone(text, end)
    if zone and hour < 24 and counts_to_24(zone):
        known = True
    if not known and _LENGTH.match(text, end):
        return None
    return ClockTime(Span(start, after), hour % 24, minute, 0, zone, offset, known)


def _spoken(text: str, match: re.Match[str]) -> ClockTime | None:
    if named := match["named"]:
        return _make(text, match.start(), match.end(), 0 if named.lower() == "midnight" else 12, 0, "", True)
    if match["daytime"] and not _LED.search(text, max(0, match.start() - 9), match.start()):
        return None  # "three in the morning" may be counts
    if match["oclock"] or match["worded"] or match["daytime"]:
        hour = _HOURS[(match["oclock"] or match["worded"] or match["daytime"]).lower()]
        return _make(
            text, match.start(), match.end(), hour, 0, (match["half"] or "").lower(), bool(match["half"])
        )
    hour = _HOURS.get(match["hour"].lower()) or int(match["hour"])
    spoken = match["past"].lower().removeprefix("a ").replace("-", " ")
    minute = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty five": 25}.get(spoken)
    minute = int(spoken) if minute is None else minute
    if (
        not 1 <= hour <= 12
        or minute >= 60
        or ((match["side"].lower() == "to" and spoken in ("five", "ten", "twenty")) or spoken.isdigit())
    ):
        return None  # "five to ten" is rather a range
    if match["side"].lower() == "to":
        hour, minute = (hour - 2) % 12 + 1, 60 - minute
    return _make(text, match.start(), match.end(), hour, minute, "", False)


def _iso(match: re.Match[str]) -> ClockTime:
    zone = match["zone"]
    offset = None if zone is None else 0 if zone == "Z" else offset_of(f"utc{zone}")
    return ClockTime(
        Span(*match.span()),
        int(match["hour"]) % 24,
        int(match["minute"]),
        int(match["second"] or 0),
        zone,
        offset,
    )


def _with_bare_first(text: str, times: list[ClockTime]) -> list[ClockTime]:
    """Add the first of two times that is told as a bare number: "5 to 6 pm", "between 9 and 10:30 a.m."."""
    result: list[ClockTime] = []
    for time in times:
        match = _BARE_FIRST.search(text, max(0, time.span.start - 14), time.span.start)
        end = match.end("minute") if match and match["minute"] else match.end("hour") if match else 0
        if (
            match
            and time.half_known
            and not (result and result[-1].span.end > match.start())
            and int(match["hour"]) > 0
        ):
            result.append(
                ClockTime(
                    Span(match.start(), end),
                    int(match["hour"]),
                    int(match["minute"] or 0),
                    half_known=int(match["hour"]) > 12,
                )
            )
        result.append(time)
    return result


def _share(text: str, times: list[ClockTime]) -> list[ClockTime]:
    """Give the first of two joined times the half of the day and the zone of the second: "5:41–5:53 P.M. EST"."""
    for index in range(len(times) - 1, 0, -1):
        first, second = times[index - 1], times[index]
        if second.span.start - first.span.end > 8 or not _JOINT.fullmatch(
            text, first.span.end, second.span.start
        ):
            continue
        if not first.half_known and second.half_known:
            later = first.hour % 12 * 60 + first.minute + (720 if second.hour >= 12 else 0)
            hour = later // 60 if later <= second.minutes else (later - 720) // 60
            first = replace(first, hour=hour % 24, half_known=True)
        if first.zone is None:
            first = replace(first, zone=second.zone, utc_offset_minutes=second.utc_offset_minutes)
        times[index - 1] = first
    return times


__all__ = ["ClockTime", "elapsed", "find_times", "offset_of"]
