from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Source, reading
from summarizer.reading.agreement import Agreement, dates_agree
from summarizer.reading.timing.dates import Date, find_dates

ANCHOR = date(2023, 3, 15)  # a Wednesday
MONTHS = "January February March April May June July August September October November December".split()


def read(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str | None]]:
    return [(text[d.span.start : d.span.end], d.value) for d in find_dates(text, anchor)]


def only(text: str, anchor: date | None = ANCHOR) -> Date:
    found = find_dates(text, anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        pytest.param("signed on June 3, 2019, in Bern", "June 3, 2019", "2019-06-03", id="month first"),
        pytest.param("signed on 3 June 2019", "3 June 2019", "2019-06-03", id="day first"),
        pytest.param("signed on the 3rd of June, 2019", "the 3rd of June, 2019", "2019-06-03", id="ordinal"),
        pytest.param("signed on Mon., 3 Jun. 2019", "Mon., 3 Jun. 2019", "2019-06-03", id="abbreviations"),
        pytest.param(
            "the third of June nineteen eighty-four",
            "the third of June nineteen eighty-four",
            "1984-06-03",
            id="all in words",
        ),
        pytest.param("they voted on may 7, 2019", "may 7, 2019", "2019-05-07", id="a day in lower case"),
        pytest.param("the hearings resume in may 2019", "may 2019", "2019-05", id="a month in lower case"),
        pytest.param("on 2019-06-03T10:00Z", "2019-06-03", "2019-06-03", id="ISO 8601"),
        pytest.param("on 3.6.2019", "3.6.2019", "2019-06-03", id="dots put the day first"),
        pytest.param("on 25/12/2019", "25/12/2019", "2019-12-25", id="day above twelve"),
        pytest.param("on 12/25/19", "12/25/19", "2019-12-25", id="month first in digits"),
        pytest.param("in June 2019", "June 2019", "2019-06", id="month"),
        pytest.param("in late June 2019", "late June 2019", "2019-06", id="part of a month"),
        pytest.param("since 2019", "2019", "2019", id="year"),
        pytest.param("in the 1990s", "1990s", "1990/1999", id="decade"),
        pytest.param(
            "in the third quarter of 2022", "third quarter of 2022", "2022-07/2022-09", id="quarter"
        ),
        pytest.param("in Q4 2022", "Q4 2022", "2022-10/2022-12", id="Q4"),
        pytest.param("June 3-5, 2019", "June 3-5, 2019", "2019-06-03/2019-06-05", id="range of days"),
        pytest.param(
            "on 9 and 10 June 2019", "9 and 10 June 2019", "2019-06-09/2019-06-10", id="two days running"
        ),
        pytest.param(
            "from December 30 to January 2, 2020",
            "December 30 to January 2, 2020",
            "2019-12-30/2020-01-02",
            id="over new year",
        ),
        pytest.param("from 2019 to 2021", "2019 to 2021", "2019/2021", id="range of years"),
        pytest.param("the 2019-20 season", "2019-20", "2019/2020", id="season"),
        pytest.param(
            "the first Friday in July 2019", "the first Friday in July 2019", "2019-07-05", id="nth weekday"
        ),
        pytest.param("on June\n   3,\n2019", "June\n   3,\n2019", "2019-06-03", id="over line wraps"),
    ],
)
def test_reads_absolute_dates(text: str, written: str, value: str) -> None:
    """A full date needs no anchor and has a value at the precision told."""
    for anchor in (None, ANCHOR):
        found = only(text, anchor)
        assert (text[found.span.start : found.span.end], found.value) == (written, value)
        assert not found.anchored
        assert not found.needs_anchor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("They met today.", "2023-03-15", id="today"),
        pytest.param("They met yesterday.", "2023-03-14", id="yesterday"),
        pytest.param("They will meet the day after tomorrow.", "2023-03-17", id="day after tomorrow"),
        pytest.param("She spoke last night.", "2023-03-14", id="last night"),
        pytest.param("He said on Monday that it was over.", "2023-03-13", id="said on a weekday is past"),
        pytest.param("They will meet on Monday.", "2023-03-20", id="will meet on a weekday is ahead"),
        pytest.param("Talks are set to begin Friday.", "2023-03-17", id="set to begin"),
        pytest.param("The talks will be held on Friday.", "2023-03-17", id="will be held"),
        pytest.param("They met on Wednesday.", "2023-03-15", id="the day of publication"),
        pytest.param("last Friday", "2023-03-10", id="last weekday"),
        pytest.param("next Friday", "2023-03-24", id="next weekday"),
        pytest.param("Tuesday next week", "2023-03-21", id="weekday of next week"),
        pytest.param("They will meet on January 12.", "2024-01-12", id="day without a year, ahead"),
        pytest.param("They met on January 12.", "2023-01-12", id="day without a year, past"),
        pytest.param("on Friday, March 17", "2023-03-17", id="weekday with a day"),
        pytest.param("Friday the 24th", "2023-03-24", id="weekday with the day of the month"),
        pytest.param("They will meet on the 20th in Rome.", "2023-03-20", id="day of the month"),
        pytest.param(
            "They will meet on the 9th and 10th.", "2023-04-09/2023-04-10", id="two days of the month ahead"
        ),
        pytest.param("next week", "2023-03-20/2023-03-26", id="next week"),
        pytest.param("early next year", "2024", id="early next year"),
        pytest.param("earlier this month", "2023-03", id="earlier this month"),
        pytest.param("the 20th of next month", "2023-04-20", id="day of next month"),
        pytest.param("in the first half of next year", "2024-01/2024-06", id="half of next year"),
        pytest.param("by the end of the year", "2023", id="end of the year"),
        pytest.param("three days ago", "2023-03-12", id="days ago"),
        pytest.param("two years ago", "2021", id="years ago are told to the year"),
        pytest.param("They will return in ten days.", "2023-03-25", id="in so many days"),
        pytest.param("two days from tomorrow", "2023-03-18", id="from tomorrow"),
        pytest.param("They will vote in three business days.", "2023-03-20", id="business days"),
        pytest.param("two Sundays from now", "2023-03-26", id="Sundays from now"),
        pytest.param("from Friday to Sunday", "2023-03-10/2023-03-12", id="range of weekdays"),
    ],
)
def test_resolves_dates_against_the_anchor(text: str, value: str) -> None:
    """A date told from the moment of speaking is resolved against publication, by the tense around it."""
    found = only(text)
    assert (found.value, found.anchored) == (value, True)


@pytest.mark.parametrize(
    "text",
    [
        "on Thursday",
        "tomorrow",
        "January 12",
        "the day after tomorrow",
        "next week",
        "on the 9th",
        "two days ago",
    ],
)
def test_tells_when_an_anchor_is_missing(text: str) -> None:
    """Without an anchor such a date is found, but has no value, and says what it lacks."""
    found = only(text, None)
    assert (found.value, found.anchored, found.needs_anchor, found.candidates) == (None, True, True, ())


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        pytest.param("talks on Friday", ("2023-03-10", "2023-03-17"), id="weekday without a tense"),
        pytest.param("next Friday", ("2023-03-24", "2023-03-17"), id="next weekday"),
        pytest.param("talks of October 1", ("2022-10-01", "2023-10-01"), id="far day without a tense"),
        pytest.param("talks of March 20", (), id="near day without a tense"),
        pytest.param("on 05/06/2019", ("2019-05-06", "2019-06-05"), id="day and month in digits"),
        pytest.param("They will meet on Friday.", (), id="tense decides"),
    ],
)
def test_lists_the_readings_of_an_ambiguous_date(text: str, candidates: tuple[str, ...]) -> None:
    """Where the words allow two dates, both are candidates and the likelier one comes first."""
    found = only(text)
    assert found.candidates == candidates
    assert not candidates or found.value == candidates[0]


def test_other_dates_of_the_text_order_day_and_month() -> None:
    """A date that can only be day-first decides for the others of the text."""
    assert [value for _, value in read("Sent 05/06/2019, received 25/06/2019.")] == [
        "2019-06-05",
        "2019-06-25",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("It opened on June 3, 2019. The next day it closed.", ["2019-06-03", "2019-06-04"], id="the next day"),
        pytest.param("It opened on June 3, 2019, and closed two weeks later.", ["2019-06-03", "2019-06-17"], id="later"),
        pytest.param("They meet in Rome on June 3, 2019, in Bonn on the 5th and in Riga on the 6th.", ["2019-06-03", "2019-06-05", "2019-06-06"], id="days of that month"),
    ],
)  # fmt: skip
def test_dates_refer_to_the_one_before(text: str, values: list[str]) -> None:
    """ "The next day" and "the 5th" go by the date mentioned last."""
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        pytest.param("early 2022", "early", id="early"),
        pytest.param("mid-June", "mid", id="mid"),
        pytest.param("the end of May", "late", id="end of"),
        pytest.param("later this year", "late", id="later this"),
        pytest.param("the summer of 2019", "summer", id="season"),
        pytest.param("in 2022", None, id="none"),
    ],
)
def test_keeps_the_part_of_a_period(text: str, qualifier: str | None) -> None:
    """ "Early", "mid", "late" and seasons are kept beside the value."""
    assert only(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They may meet 5 times.", id="may as a verb"),
        pytest.param("They march 5 miles.", id="march as a verb"),
        pytest.param("open 24/7", id="24/7"),
        pytest.param("2000 troops", id="a count"),
        pytest.param("a 9th round, the 21st century", id="ranks"),
        pytest.param("on Mondays", id="every Monday"),
        pytest.param("Black Friday sales", id="a named day"),
        pytest.param("version 1.2.10", id="a version"),
        pytest.param("February 30, 2019", id="no such day"),
        pytest.param("April Smith and June Jones", id="first names"),
        pytest.param("over the last week", id="a length"),
        pytest.param("https://example.org/2021/12/30/x", id="address"),
    ],
)
def test_reads_no_date(text: str) -> None:
    """What has the form of a date but means something else is left out."""
    assert read(text) == []


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_a_weekday_beyond_the_calendar_has_no_value(anchor: date) -> None:
    """A page may claim the first or the last day there is: no week lies around it."""
    text = "They met on Thursday and talk from Friday to Monday, next Sunday, in two weeks and a year ago."
    assert all(value is None or value[:4] in {"0001", "9998", "9999"} for _, value in read(text, anchor))
    assert dates_agree("0001-01-01", "9999-12-31") is Agreement.CONFLICT


def test_vague_dates_have_no_value() -> None:
    """ "A few days ago" is found, but no day is invented for it."""
    found = only("a few days ago")
    assert (found.value, found.needs_anchor, found.approximate) == (None, False, True)


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        pytest.param("2022-01-12", "2022-01-12", Agreement.EQUAL, id="same day"),
        pytest.param("2022-01", "2022-01-12", Agreement.COMPATIBLE, id="day in the month"),
        pytest.param("2022", "2022-01-12", Agreement.COMPATIBLE, id="day in the year"),
        pytest.param("2022-01-09", "2022-01-09/2022-01-10", Agreement.COMPATIBLE, id="day in the interval"),
        pytest.param("2022-01-12", "2022-01-13", Agreement.CONFLICT, id="next day"),
        pytest.param("2022-01", "2022-02-01", Agreement.CONFLICT, id="day in another month"),
        pytest.param(
            "2022-01-09/2022-01-11", "2022-01-10/2022-01-12", Agreement.CONFLICT, id="overlap in part"
        ),
        pytest.param("next spring", "2022", Agreement.UNKNOWN, id="no ISO 8601"),
    ],
)
def test_compares_values(one: str, other: str, agreement: Agreement) -> None:
    """Two values are equal, compatible where one contains the other, or in conflict."""
    assert dates_agree(one, other) is dates_agree(other, one) is agreement


@pytest.mark.parametrize(
    ("text", "value", "agreement"),
    [
        pytest.param("on Friday", "2023-03-10", Agreement.EQUAL, id="likelier reading"),
        pytest.param("on Friday", "2023-03-17", Agreement.COMPATIBLE, id="other reading"),
        pytest.param("on Friday", "2023-03-16", Agreement.CONFLICT, id="neither reading"),
        pytest.param("early 2022", "2022-02", Agreement.COMPATIBLE, id="within early"),
        pytest.param("early 2022", "2022-11", Agreement.CONFLICT, id="outside early"),
        pytest.param("two weeks ago", "2023-03-01", Agreement.COMPATIBLE, id="weeks ago are approximate"),
        pytest.param("two weeks ago", "2023-03-03", Agreement.COMPATIBLE, id="some days off"),
        pytest.param("two weeks ago", "2023-02-01", Agreement.CONFLICT, id="far off"),
    ],
)
def test_compares_dates_as_told(text: str, value: str, agreement: Agreement) -> None:
    """Candidates, parts of a period and approximation count in the comparison."""
    assert only(text).agrees(value) is agreement


@given(st.dates(min_value=date(1400, 1, 1), max_value=date(2199, 12, 31)))
def test_reads_any_date(day: date) -> None:
    """Every day is read back from every usual way to write it, with its own words reading the same again."""
    month = MONTHS[day.month - 1]
    for written in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    ):
        assert read(f"Signed on {written} in Bern.", None) == [(written, day.isoformat())]
        assert read(written, None) == [(written, day.isoformat())]


@given(
    st.dates(min_value=date(1, 1, 1)),
    st.sampled_from(
        ["Friday", "next month", "two centuries ago", "the 31st of next month", "last week", "on June 3"]
    ),
)
def test_any_anchor_will_do(anchor: date, text: str) -> None:
    """No anchor, however far away, makes reading fail."""
    assert all(
        d.value is None or dates_agree(d, d.value) is not Agreement.CONFLICT for d in find_dates(text, anchor)
    )


def check_spans(text: str) -> None:
    end = 0
    for found in find_dates(text, ANCHOR):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever the text, nothing is raised, and spans lie inside it, in order and apart."""
    check_spans(text)


PIECES = (
    "January May Jan. 12 the 9th first Friday of and to - – , next last week month day 2021 2021-12-30 30.12.2021 5/6 1990s Q4 half two days "
    "ago from tomorrow early end on in between Thursday \n"
).split(" ")


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.sampled_from([" ", "-", "  ", "\n", ""]))
def test_spans_lie_in_texts_full_of_dates(pieces: list[str], joint: str) -> None:
    """The same holds where names, numbers and connectors stand in any order."""
    check_spans(joint.join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        "January 1 and ",
        "May ",
        "the 9th and ",
        "2021-",
        "last Friday of ",
        "in two days ",
        "12-31-",
        "next week ",
    ],
)
def test_work_grows_with_the_text_only(piece: str) -> None:
    """A hostile repetition is read to its end: with quadratic work this would run into the time limit."""
    text = piece * 20_000
    assert all(d.span.end <= len(text) for d in find_dates(text, ANCHOR))


@pytest.mark.parametrize(
    ("head", "anchored"),
    [
        ("OSLO, March 12, 2025 (Ferry News) — The ministers met on Monday.", True),
        ("Published on 12 March 2025\n\nThe ministers met on Monday.", True),
        ("Oslo, 12 March 2025\n\nThe ministers met on Monday.", True),
        (
            "Minutes of the meeting held on Wednesday 12 March 2025 at 7pm\n\nThe ministers met on Monday.",
            True,
        ),
        ("By Ada Vik | Wednesday, 12 March 2025\n\nThe ministers met on Monday.", True),
        ("Weekly briefing, 12 March 2025\n(Transcript)\n\nThe ministers met on Monday.", True),
        ("Date: Wed 12 March 2025, 14:30-16:00, Teams\n\nThe ministers met on Monday.", True),
        ("Save the date: 12 March 2025, Oslo Hall\n\nThe ministers met on Monday.", False),
        ("Next meeting: 12 March 2025\n\nThe ministers met on Monday.", False),
        ("The ministers met on Monday and agreed that the fair of 12 March 2025 would go on.", False),
        ("The ferry of Oslo, 12 March 2025 or later, is late. The ministers met on Monday.", False),
    ],
)
def test_a_line_with_the_day_anchors_the_text(head: str, anchored: bool) -> None:
    """A dateline, or a line near the top that tells nothing else, is what "Monday" counts from."""
    text = f"Ferry talks end\n\n{head}\n"
    values = {text[d.span.start : d.span.end]: d.value for d in reading.dates(Source.from_text(text))}
    assert values["on Monday" if "on Monday" in values else "Monday"] == ("2025-03-10" if anchored else None)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Landings had fallen by 38 per cent in six years.", []),
        ("The plan was approved by the board in two weeks.", []),
        ("He will return in six years.", ["in six years"]),
        ("The bridge is to be repaired by May, in two years at most.", ["May", "in two years"]),
    ],
)
def test_in_six_years_is_a_length_of_what_is_over_and_a_date_of_what_is_to_come(
    text: str, dates: list[str]
) -> None:
    assert [written for written, _ in read(text)] == dates
