from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.agreement import Agreement
from summarizer.reading.counts.numbers import Number, find_numbers
from summarizer.source import Span

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]


def spelled(number: int) -> str:
    """Write a number below 10**12 in British English words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = " and " if rest < 100 else " "
            return f"{spelled(number // scale)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")
    raise AssertionError


def read(text: str) -> list[tuple[str, Any]]:
    return [(text[n.span.start : n.span.end], n.value) for n in find_numbers(text)]


def only(text: str) -> Number:
    found = find_numbers(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        pytest.param("It has 12,000 members.", "12,000", 12000, id="grouped digits"),
        pytest.param("It has 12 000 members.", "12 000", 12000, id="groups parted by a narrow blank"),
        pytest.param("Exports reached 1.234.567 units.", "1.234.567", 1234567, id="groups parted by dots"),
        pytest.param("Some 12,34,567 voters", "12,34,567", 1234567, id="Indian groups"),
        pytest.param("a mean of 4.750 per head", "4.750", 4.75, id="decimal"),
        pytest.param("a drop to −7 overnight", "−7", -7, id="minus sign"),
        pytest.param("a drop to minus seven overnight", "minus seven", -7, id="minus in words"),
        pytest.param("twenty-one envoys", "twenty-one", 21, id="tens and ones"),
        pytest.param("a hundred and five lorries", "a hundred and five", 105, id="a hundred and"),
        pytest.param("eighteen hundred seats", "eighteen hundred", 1800, id="hundreds above ten"),
        pytest.param(
            "two hundred and two thousand", "two hundred and two thousand", 202000, id="and before a scale"
        ),
        pytest.param("half a million refugees", "half a million", 500000, id="half a million"),
        pytest.param(
            "two and a half million leaflets", "two and a half million", 2500000, id="mixed times a scale"
        ),
        pytest.param(
            "a million and a half voters", "a million and a half", 1500000, id="fraction of the scale before"
        ),
        pytest.param("three dozen mayors", "three dozen", 36, id="dozens"),
        pytest.param("3.5bn people", "3.5bn", 3500000000, id="abbreviated scale"),
        pytest.param("5m people fled", "5m", 5000000, id="m before a plural is a million"),
        pytest.param(
            "4 thousand 3 hundred and 21 seats", "4 thousand 3 hundred and 21", 4321, id="digits and words"
        ),
        pytest.param(
            "one hundred point zero five", "one hundred point zero five", 100.05, id="spoken decimal"
        ),
        pytest.param("nine and three quarters", "nine and three quarters", 9.75, id="mixed number"),
        pytest.param("2½ pages", "2½", 2.5, id="fraction sign"),
        pytest.param("2 3/4 pages", "2 3/4", 2.75, id="slash fraction"),
        pytest.param("two-fifths of members", "two-fifths", 0.4, id="fraction in words"),
        pytest.param("four in ten households", "four in ten", 0.4, id="n in m"),
        pytest.param("1.5e3 units", "1.5e3", 1500, id="scientific notation"),
        pytest.param("3\n   million people", "3\n   million", 3000000, id="over a line wrap"),
        ("one voice dissented", "one", 1),
        ("a roof for one", "one", 1),
        ("in the first place they visited", "first", 1),
        ("the third country to sign", "third", 3),
    ],
)
def test_reads_one_number(text: str, written: str, value: float) -> None:
    """A numeral in digits or words is found at its place with its value."""
    assert read(text)[0] == (written, pytest.approx(value))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hundreds of people came.", id="hundreds of"),
        pytest.param("Several hundred people came.", id="several hundred"),
        pytest.param("Which one did you choose?", id="which one"),
        pytest.param("The one you chose is here.", id="the one you"),
        pytest.param("They blamed one another.", id="one another"),
        pytest.param("No one came.", id="no one"),
        pytest.param("The G20 and an A4 page on 5G", id="identifiers"),
        pytest.param("At 4:25 p.m. or 6 pm", id="clock times"),
        pytest.param("See https://example.org/a/2021/30?x=5 now", id="address"),
        pytest.param("back in the 1980s", id="decade"),
        pytest.param("a pause at half-time", id="half-time"),
        pytest.param("the other half", id="the other half"),
        pytest.param("an album of love", id="no number at all"),
        "The envoys met one-on-one and then one on one again.",
        "Nobody should live under one roof with them, nor speak with one voice.",
        "They left one by one, of one mind.",
        "At first she did not see why the First Lady came in the first place.",
        "He has it first-hand, on second thought, from third parties in third countries.",
    ],
)
def test_reads_no_number(text: str) -> None:
    """What has the form of a number but counts nothing is left out."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("between one hundred and two hundred", [100, 200], id="between keeps and apart"),
        pytest.param("three hundred and two hundred", [300, 200], id="two hundreds"),
        pytest.param("22,24,26 and 31", [22, 24, 26, 31], id="list without blanks"),
        pytest.param("10.0.0.138", [10, 0, 0, 138], id="network address"),
        pytest.param("chapter 3\n\n400 pages", [3, 400], id="over a blank line"),
        pytest.param("column 12\n345", [12, 345], id="over a line break between digits"),
        pytest.param("a vote of 52-48", [52, 48], id="score"),
        pytest.param("five in 2019", [5, 2019], id="no fraction of a year"),
        pytest.param("two in three days", [2, 3], id="no fraction of days"),
    ],
)
def test_keeps_numbers_apart(text: str, values: list[float]) -> None:
    """Numbers that stand side by side are not read as one."""
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit"),
    [
        pytest.param("$5m", 5000000, "money", "USD", id="dollars and m"),
        pytest.param("€3.4 billion", 3400000000, "money", "EUR", id="euro sign"),
        pytest.param("£20", 20, "money", "GBP", id="pound sign"),
        pytest.param("C$7.50", 7.5, "money", "CAD", id="Canadian dollars"),
        pytest.param("USD 5 million", 5000000, "money", "USD", id="code before"),
        pytest.param("ten million roubles", 10000000, "money", "RUB", id="word after"),
        pytest.param("40 Swiss francs", 40, "money", "CHF", id="two words after"),
        pytest.param("12%", 12, "percent", "%", id="percent sign"),
        pytest.param("twelve per cent", 12, "percent", "%", id="per cent"),
        pytest.param("3 percentage points", 3, "percent", "pp", id="percentage points"),
        pytest.param("25 basis points", 25, "percent", "bp", id="basis points"),
        pytest.param("30 kilometres", 30, "measure", "km", id="kilometres"),
        pytest.param("30km", 30, "measure", "km", id="glued unit"),
        pytest.param("1,200 square miles", 1200, "measure", "mi2", id="unit of two words"),
        pytest.param("two million barrels per day", 2000000, "measure", "bbl/day", id="unit of three words"),
        pytest.param("−5°C", -5, "measure", "°C", id="degrees"),
        pytest.param("10m", 10, "measure", "m", id="m alone is a metre"),
        pytest.param("the 21st", 21, "ordinal", None, id="ordinal in digits"),
        pytest.param("the twenty-first", 21, "ordinal", None, id="ordinal in words"),
        pytest.param("a third round", 3, "ordinal", None, id="a third before a noun ranks"),
        pytest.param("a third of the seats", 1 / 3, "fraction", None, id="a third of is a part"),
    ],
)
def test_tells_what_a_number_measures(text: str, value: float, kind: str, unit: str | None) -> None:
    """Currencies, percentages, measures and ordinals come with their kind and normal unit."""
    number = only(text)
    assert number.value == pytest.approx(value)
    assert (number.kind, number.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("three new formats of talks", "format", id="adjective before the noun"),
        pytest.param("18 people", "people", id="irregular plural"),
        pytest.param("eight senior Polish diplomats said", "diplomat", id="several modifiers"),
        pytest.param("two of the envoys", "envoy", id="of the"),
        pytest.param("a dozen police officers", "officer", id="two plurals"),
        pytest.param("two U.S. citizens", "citizen", id="abbreviation between"),
        pytest.param("one delegate left", "delegate", id="one"),
        pytest.param("a 3-point plan", None, id="hyphen"),
        pytest.param("chapter 7 says", None, id="nothing counted"),
    ],
)
def test_tells_what_is_counted(text: str, noun: str | None) -> None:
    """The head noun after a number is given in the singular, so that like is compared with like."""
    assert find_numbers(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param("about 50 trucks", "about", id="about"),
        pytest.param("some 50 trucks", "about", id="some"),
        pytest.param("nearly 50 trucks", "about", id="nearly"),
        pytest.param("50 or so trucks", "about", id="or so"),
        pytest.param("more than 50 trucks", "at_least", id="more than"),
        pytest.param("no fewer than 50 trucks", "at_least", id="no fewer than"),
        pytest.param("upwards of fifty trucks", "at_least", id="upwards of"),
        pytest.param("fewer than 50 trucks", "at_most", id="fewer than"),
        pytest.param("no more than 50 trucks", "at_most", id="no more than"),
        pytest.param("up to $50", "at_most", id="before a currency"),
        pytest.param("exactly 50 trucks", "exact", id="exactly"),
        pytest.param("He spoke about it. 50 trucks", "exact", id="another sentence"),
        pytest.param("He was asked about 50 trucks", "exact", id="about a topic"),
        pytest.param("under one flat roof", "exact", id="under one"),
    ],
)
def test_tells_how_exactly_a_number_is_meant(text: str, bound: str) -> None:
    """Words before or after a number set its bound, and the span of those words is given."""
    number = only(text)
    assert number.bound == bound
    assert (number.bound_span is None) == (bound == "exact")


@pytest.mark.parametrize(
    ("text", "values", "units", "bounds"),
    [
        pytest.param("30 to 40 trucks", [30, 40], [None, None], ["at_least", "at_most"], id="to"),
        pytest.param(
            "5-6 million people", [5000000, 6000000], [None, None], ["at_least", "at_most"], id="shared scale"
        ),
        pytest.param(
            "$5–6 billion",
            [5 * 10**9, 6 * 10**9],
            ["USD", "USD"],
            ["at_least", "at_most"],
            id="shared currency",
        ),
        pytest.param("between 5 and 10 percent", [5, 10], ["%", "%"], ["at_least", "at_most"], id="between"),
        pytest.param(
            "rose from 5 to 10 percent", [5, 10], ["%", "%"], ["exact", "exact"], id="from is a change"
        ),
        pytest.param("52 to 48", [52, 48], [None, None], ["exact", "exact"], id="falling is no range"),
    ],
)
def test_reads_ranges(text: str, values: list[float], units: list[str | None], bounds: list[str]) -> None:
    """The two numbers of a range share unit and scale and bound it from both sides."""
    found = find_numbers(text)
    assert [n.value for n in found] == values
    assert [n.unit for n in found] == units
    assert [n.bound for n in found] == bounds


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        pytest.param("fifty trucks", "50 trucks", Agreement.EQUAL, id="words and digits"),
        pytest.param("about 50 trucks", "50 trucks", Agreement.COMPATIBLE, id="about is not exact"),
        pytest.param("more than 50 trucks", "53 trucks", Agreement.COMPATIBLE, id="within the bound"),
        pytest.param("more than 50 trucks", "43 trucks", Agreement.CONFLICT, id="outside the bound"),
        pytest.param("50 trucks", "53 trucks", Agreement.CONFLICT, id="two exact values"),
        pytest.param("5%", "5 percentage points", Agreement.UNKNOWN, id="percent and points"),
        pytest.param("three trucks", "the third truck", Agreement.UNKNOWN, id="count and rank"),
        pytest.param("three trucks", "three tanks", Agreement.UNKNOWN, id="different things"),
        pytest.param("$1.5bn", "1.5 billion dollars", Agreement.EQUAL, id="money in two forms"),
    ],
)
def test_compares_like_with_like(one: str, other: str, agreement: Agreement) -> None:
    """Two numbers are equal only with the same bound, and not compared when they count different things."""
    a, b = only(one), only(other)
    assert a.agrees(b) is b.agrees(a) is agreement
    assert a.same_as(b) == (agreement is Agreement.EQUAL)


def test_reads_a_part_of_a_text() -> None:
    """Given a part, only its numbers are returned, with places in the whole text."""
    text = "Ten came.\nAbout   20 stayed. Thirty left."
    found = find_numbers(text, 10, 28)
    assert [(text[n.span.start : n.span.end], n.bound) for n in found] == [("20", "about")]


@given(st.integers(0, 10**12 - 1))
def test_reads_any_number_in_words(number: int) -> None:
    """Every number that English can spell is read back as the same number, from first to last letter."""
    words = spelled(number)
    found = only(f"They counted {words}.")
    assert (found.value, found.span) == (number, Span(13, 13 + len(words)))


@given(st.integers(0, 10**15), st.integers(0, 4), st.sampled_from(["", "-"]))
def test_reads_any_number_in_digits(number: int, places: int, sign: str) -> None:
    """Digits with groups and decimals are read as the value they stand for."""
    written = f"{sign}{number:,}" + (f".{number % 10**places:0{places}}" if places else "")
    assert only(f"x {written} y").value == pytest.approx(float(written.replace(",", "")))


def check_spans(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.span.start < number.span.end <= len(text)
        end = number.span.end


@given(st.text())
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever the text, nothing is raised, and spans lie inside it, in order and apart."""
    check_spans(text)


PIECES = "twenty one hundred and a half million 1,000 5.5 - $ % € third quarter of in minus point about \n 3/4 dozen k per cent".split(
    " "
)


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.sampled_from([" ", "-", "  ", "\n", ""]))
def test_spans_lie_in_texts_full_of_numbers(pieces: list[str], joint: str) -> None:
    """The same holds where numbers, signs and connectors stand in any order."""
    check_spans(joint.join(pieces))


@pytest.mark.parametrize(
    "piece", ["twenty ", "1,", "one hundred and ", "half ", "$1 ", "1/2/", "minus ", "a third of "]
)
def test_work_grows_with_the_text_only(piece: str) -> None:
    """A hostile repetition is read to its end: with quadratic work this would run into the time limit."""
    text = piece * 40_000
    assert all(n.span.end <= len(text) for n in find_numbers(text))
