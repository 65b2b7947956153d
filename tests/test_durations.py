from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.agreement import Agreement
from summarizer.reading.timing.durations import Duration, find_durations

HOUR, DAY = 60, 24 * 60
MONTH, YEAR = 30 * DAY, 365 * DAY


def read(text: str) -> list[tuple[str, Any]]:
    return [(text[d.span.start : d.span.end], d.minutes) for d in find_durations(text)]


def only(text: str) -> Duration:
    found = find_durations(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("digits", ["9" * 60, "9" * 400, "9" * 5_000])
def test_a_number_of_hundreds_of_digits_is_no_duration(digits: str) -> None:
    """It lies beyond all arithmetic; what stands beside it is read all the same."""
    text = f"It lasted {digits} minutes, or 2 to {digits} days, {digits} to {digits} hours, or {digits} years and {digits} hours, or 50 minutes."
    assert [minutes for _, minutes in read(text)][-1] == 50
    assert all(minutes is None or minutes < 10**40 for _, minutes in read(text))


@pytest.mark.parametrize(
    ("text", "written", "minutes"),
    [
        pytest.param("a 40-minute call", "40-minute", 40, id="before a noun"),
        pytest.param("three-day talks", "three-day", 3 * DAY, id="words before a noun"),
        pytest.param(
            "a three-and-a-half-hour session", "three-and-a-half-hour", 210, id="mixed, all hyphens"
        ),
        pytest.param("It took an hour and a half.", "an hour and a half", 90, id="an hour and a half"),
        pytest.param("It took half an hour.", "half an hour", 30, id="half an hour"),
        pytest.param("It took two and a half hours.", "two and a half hours", 150, id="mixed number"),
        pytest.param("It took 1h 20m in all.", "1h 20m", 80, id="compact"),
        pytest.param("It took 2h30 in all.", "2h30", 150, id="compact without minutes' mark"),
        pytest.param("It took 90 mins.", "90 mins", 90, id="abbreviation"),
        pytest.param("for a quarter of an hour", "a quarter of an hour", 15, id="quarter of an hour"),
        pytest.param("for three quarters of an hour", "three quarters of an hour", 45, id="three quarters"),
        pytest.param("for a couple of hours", "a couple of hours", 120, id="a couple of"),
        pytest.param("for another week", "another week", 7 * DAY, id="another"),
        pytest.param("they sat all day", "all day", DAY, id="all day"),
        pytest.param("a weeklong tour", "weeklong", 7 * DAY, id="weeklong"),
        pytest.param(
            "2 hours, 5 minutes and 30 seconds", "2 hours, 5 minutes and 30 seconds", 125.5, id="three units"
        ),
        pytest.param("one hour twenty", "one hour twenty", 80, id="minutes without their unit"),
        pytest.param("ten more minutes", "ten more minutes", 10, id="more"),
        pytest.param(
            "three consecutive quarters", "three consecutive quarters", 9 * MONTH, id="quarters of a year"
        ),
        pytest.param("a year and two months", "a year and two months", YEAR + 2 * MONTH, id="calendar units"),
        pytest.param("for two decades", "two decades", 20 * YEAR, id="decades"),
        pytest.param("a fortnight", "a fortnight", 14 * DAY, id="fortnight"),
        pytest.param("two weeks' notice", "two weeks", 14 * DAY, id="genitive"),
        pytest.param("lasting fifty\nminutes", "fifty\nminutes", 50, id="over a line wrap"),
        pytest.param("5'", "5'", 5, id="prime alone"),
        pytest.param("20 m", "20 m", 20, id="m alone"),
    ],
)
def test_reads_one_duration(text: str, written: str, minutes: float) -> None:
    """A length is found with its number and unit, in minutes."""
    assert read(text) == [(written, pytest.approx(minutes))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a 70-year-old mayor, 70 years old", id="age"),
        pytest.param("It costs $20 an hour or 30 euros a day.", id="price"),
        pytest.param("The crew earn £8.75 an hour.", id="wage with pence"),
        pytest.param("They met twice a week, five times a year.", id="rate"),
        pytest.param("twelve people a day", id="people a day"),
        pytest.param("the minutes of the meeting", id="minutes of a meeting"),
        pytest.param("a last-minute second round", id="second as a rank"),
        pytest.param("for the third day", id="third day"),
        pytest.param("a third day of talks", id="a third day"),
        pytest.param("the second half of the year", id="second half"),
        pytest.param("the 20m tower and the 5s of the team", id="marks in running text"),
        pytest.param("several hundred hours", id="several hundred"),
        pytest.param("a day when all was calm", id="a day when"),
    ],
)
def test_reads_no_duration(text: str) -> None:
    """Ages, rates, ranks and marks with other meanings are no lengths of time."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("30 to 40 minutes", 30, 40, id="to"),
        pytest.param("30–40 minutes", 30, 40, id="dash"),
        pytest.param("between one and two hours", 60, 120, id="between"),
        pytest.param("two or three days", 2 * DAY, 3 * DAY, id="or"),
        pytest.param("over the next week to ten days", 7 * DAY, 10 * DAY, id="bare unit first"),
        pytest.param("a 90-minute to two-hour drive", 90, 120, id="two units"),
        pytest.param("an hour or two", 60, 120, id="or two"),
    ],
)
def test_reads_ranges(text: str, low: float, high: float) -> None:
    """A range has no single length, but a lowest and a highest."""
    duration = only(text)
    assert duration.minutes is None
    assert duration.low is not None
    assert duration.high is not None
    assert (duration.low.total, duration.high.total) == (low, high)


def test_vague_lengths_have_no_value() -> None:
    """ "Several hours" is found, but no number is invented for it."""
    assert read("after several hours and a few minutes more") == [
        ("several hours", None),
        ("a few minutes", None),
    ]


@pytest.mark.parametrize(
    ("text", "bound", "full"),
    [
        pytest.param("It lasted about 50 minutes.", "about", "about 50 minutes", id="about"),
        pytest.param("It lasted nearly an hour.", "about", "nearly an hour", id="nearly"),
        pytest.param("It lasted an hour or so.", "about", "an hour or so", id="or so"),
        pytest.param("It lasted some 50 minutes.", "about", "some 50 minutes", id="some"),
        pytest.param("It lasted more than two hours.", "at_least", "more than two hours", id="more than"),
        pytest.param("It lasted just over an hour.", "at_least", "just over an hour", id="just over"),
        pytest.param("It lasted at least 3 days.", "at_least", "at least 3 days", id="at least"),
        pytest.param("a 50+ minute call for 50+ minutes", "at_least", None, id="plus sign"),
        pytest.param("It lasted under an hour.", "at_most", "under an hour", id="under"),
        pytest.param("It may last up to 3 weeks.", "at_most", "up to 3 weeks", id="up to"),
        pytest.param(
            "It may last no more than 90 minutes.", "at_most", "no more than 90 minutes", id="no more than"
        ),
        pytest.param("The talks lasted over two days.", "at_least", "over two days", id="lasted over"),
        pytest.param("The talks went on, over two days, in Oslo.", "exact", "two days", id="over as during"),
        pytest.param("It lasted exactly 50 minutes.", "exact", "50 minutes", id="exactly"),
    ],
)
def test_tells_how_exactly_a_length_is_meant(text: str, bound: str, full: str | None) -> None:
    """The bound and the words that set it are given; "over two days" may mean "in the course of"."""
    duration = find_durations(text)[-1]
    assert duration.bound == bound
    if full:
        assert text[duration.full.start : duration.full.end] == full


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        pytest.param("two days ago", "before", id="ago"),
        pytest.param("an hour later", "after", id="later"),
        pytest.param("a week from now", "after", id="from now"),
        pytest.param("two days of talks", None, id="a length of its own"),
    ],
)
def test_tells_a_distance_from_a_length(text: str, offset: str | None) -> None:
    """A length that only places one moment from another is marked as such."""
    assert only(text).offset == offset


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        pytest.param("60 minutes", "an hour", Agreement.EQUAL, id="minutes and hour"),
        pytest.param("seven days", "a week", Agreement.EQUAL, id="days and week"),
        pytest.param("twelve months", "one year", Agreement.EQUAL, id="months and year"),
        pytest.param("30 days", "a month", Agreement.COMPATIBLE, id="a month has no fixed days"),
        pytest.param("about 50 minutes", "50 minutes", Agreement.COMPATIBLE, id="about is not exact"),
        pytest.param("nearly an hour", "60 minutes", Agreement.COMPATIBLE, id="nearly is not exact"),
        pytest.param("more than an hour", "50 minutes", Agreement.CONFLICT, id="outside the bound"),
        pytest.param("50 minutes", "50 hours", Agreement.CONFLICT, id="another unit"),
        pytest.param("about 50 minutes", "about 15 minutes", Agreement.CONFLICT, id="two numbers"),
        pytest.param("30 to 40 minutes", "35 minutes", Agreement.COMPATIBLE, id="within a range"),
        pytest.param("30 to 40 minutes", "half an hour to forty minutes", Agreement.EQUAL, id="two ranges"),
        pytest.param("30 to 40 minutes", "an hour", Agreement.CONFLICT, id="outside a range"),
        pytest.param("several hours", "three hours", Agreement.UNKNOWN, id="vague"),
    ],
)
def test_compares_lengths(one: str, other: str, agreement: Agreement) -> None:
    """Lengths agree across units, never across bounds, and months are not so many days."""
    a, b = only(one), only(other)
    assert a.agrees(b) is b.agrees(a) is agreement
    assert a.same_as(b) == (agreement is Agreement.EQUAL)


@given(st.integers(1, 400), st.integers(1, 59), st.sampled_from([" and ", ", ", " "]))
def test_reads_any_hours_and_minutes(hours: int, minutes: int, joint: str) -> None:
    """Hours and minutes put together are one length, and its own words read the same again."""
    text = f"They spoke for {hours} hours{joint}{minutes} minutes today."
    duration = only(text)
    assert duration.minutes == hours * HOUR + minutes
    assert only(text[duration.span.start : duration.span.end]).minutes == duration.minutes


def check_spans(text: str) -> None:
    end = 0
    for duration in find_durations(text):
        assert end <= duration.span.start < duration.span.end <= len(text)
        assert duration.full.start <= duration.span.start
        end = duration.span.end


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever the text, nothing is raised, and spans lie inside it, in order and apart."""
    check_spans(text)


PIECES = "an hour and a half two days 30 to 40 minutes - – week ago , of quarter about over 1h 20m years old \n couple several".split(
    " "
)


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.sampled_from([" ", "-", "  ", "\n", ""]))
def test_spans_lie_in_texts_full_of_lengths(pieces: list[str], joint: str) -> None:
    """The same holds where numbers, units and connectors stand in any order."""
    check_spans(joint.join(pieces))


@pytest.mark.parametrize(
    "piece", ["an hour and ", "1h ", "two days ago ", "5 to 6 to ", "a day or ", "half an "]
)
def test_work_grows_with_the_text_only(piece: str) -> None:
    """A hostile repetition is read to its end: with quadratic work this would run into the time limit."""
    text = piece * 40_000
    assert all(d.span.end <= len(text) for d in find_durations(text))
