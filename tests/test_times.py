from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.agreement import Agreement
from summarizer.reading.timing.times import ClockTime, elapsed, find_times


def only(text: str) -> ClockTime:
    found = find_times(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "value", "zone", "offset"),
    [
        pytest.param("ended at 4:25 pm EST.", "4:25 pm EST", "16:25", "EST", -300, id="half and zone"),
        pytest.param("ended at 21:25 GMT.", "21:25 GMT", "21:25", "GMT", 0, id="24 hours"),
        pytest.param(
            "began at 3 p.m. Moscow time",
            "3 p.m. Moscow time",
            "15:00",
            "Moscow time",
            180,
            id="place and time",
        ),
        pytest.param(
            "began at 14:00 local time", "14:00 local time", "14:00", "local time", None, id="local time"
        ),
        pytest.param("at 9.15 a.m. sharp", "9.15 a.m.", "09:15", None, None, id="dot"),
        pytest.param("at 1800 GMT", "1800 GMT", "18:00", "GMT", 0, id="four digits"),
        pytest.param("at noon", "noon", "12:00", None, None, id="noon"),
        pytest.param("at midnight", "midnight", "00:00", None, None, id="midnight"),
        pytest.param("at 12:05 a.m.", "12:05 a.m.", "00:05", None, None, id="after midnight"),
        pytest.param(
            "five o'clock in the afternoon",
            "five o'clock in the afternoon",
            "17:00",
            None,
            None,
            id="o'clock",
        ),
        pytest.param(
            "half past eight in the evening",
            "half past eight in the evening",
            "20:30",
            None,
            None,
            id="half past",
        ),
        pytest.param("at 15:00 (UTC+3)", "15:00 (UTC+3)", "15:00", "UTC+3", 180, id="offset in brackets"),
        pytest.param(
            "on 2020-05-04T16:25:00-05:00", "16:25:00-05:00", "16:25", "-05:00", -300, id="ISO 8601"
        ),
        pytest.param("at 2:13 P.M.\n  EDT", "2:13 P.M.\n  EDT", "14:13", "EDT", -240, id="over a line wrap"),
    ],
)
def test_reads_one_time(text: str, written: str, value: str, zone: str | None, offset: int | None) -> None:
    """A clock time is found with its zone, by the clock of that zone."""
    time = only(text)
    assert text[time.span.start : time.span.end] == written
    assert (time.value, time.zone, time.utc_offset_minutes) == (value, zone, offset)


@pytest.mark.parametrize(
    "text", ["a ratio of 3:2", "00:12:34 applause", "the 1:30-hour film", "300 in the morning paper", "25:70"]
)
def test_reads_no_time(text: str) -> None:
    """Ratios, places in a recording and lengths are no clock times."""
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        pytest.param("from 5:41 P.M. to 5:53 P.M.", 12, id="two times"),
        pytest.param("5:41–5:53 P.M. EST", 12, id="one half of the day for both"),
        pytest.param("from 11 to 3 pm", 240, id="morning to afternoon"),
        pytest.param("11:50 p.m. until 12:10 a.m.", 20, id="over midnight"),
        pytest.param("4 p.m. EST … 21:30 GMT", 30, id="two zones"),
        pytest.param("from 10:30 to noon", 90, id="noon"),
    ],
)
def test_tells_the_time_between(text: str, minutes: float) -> None:
    """The length between two clock times follows from them."""
    start, end = find_times(text)
    assert elapsed(start, end) == minutes


def test_time_between_needs_comparable_zones() -> None:
    """Where two zones cannot be compared, no length is invented."""
    start, end = find_times("from 3 p.m. local time to 4 p.m. GMT")
    assert elapsed(start, end) is None


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        pytest.param("4:25 pm EST", "21:25 GMT", Agreement.EQUAL, id="same moment"),
        pytest.param("4:25 pm EST", "4:25 pm GMT", Agreement.CONFLICT, id="another moment"),
        pytest.param("4:25 pm EST", "4:25 pm", Agreement.COMPATIBLE, id="zone not told"),
        pytest.param("5:30", "17:30", Agreement.COMPATIBLE, id="half of the day not told"),
        pytest.param("5:30 pm", "5:40 pm", Agreement.CONFLICT, id="ten minutes apart"),
        pytest.param("3 pm local time", "3 pm Kyiv time", Agreement.UNKNOWN, id="zones unknown"),
    ],
)
def test_compares_times(one: str, other: str, agreement: Agreement) -> None:
    """Times are compared by moment where the zones tell it."""
    assert only(one).agrees(only(other)) is only(other).agrees(only(one)) is agreement


@given(st.integers(0, 23), st.integers(0, 59))
def test_reads_any_time(hour: int, minute: int) -> None:
    """Every minute of the day is read back from both clocks."""
    half = "a.m." if hour < 12 else "p.m."
    told = [only(f"at {hour:02}:{minute:02} GMT"), only(f"at {(hour - 1) % 12 + 1}:{minute:02} {half} today")]
    assert [time.minutes for time in told] == [hour * 60 + minute] * 2


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever the text, nothing is raised, and spans lie inside it, in order and apart."""
    end = 0
    for time in find_times(text):
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end
