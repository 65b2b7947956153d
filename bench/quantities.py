"""Durations, dates and numbers against the English specs of Recognizers-Text (Microsoft) and Duckling's durations.

    python bench/quantities.py [--shared PATH] [--failures]

An item is right when exactly the gold values are read, in order. Durations are compared in seconds. Dates: the
gold names a reading ahead and one behind, either is right; "0001-01-01" is its mark for a date that does not exist,
and there nothing must be read. Numbers: ordinals are left out, as in the set, which has another part for them.

Raw figures come first. Then the same without the items where the set follows a convention that this project does
not share, or has an error of its own; those conventions are printed by name with the number of their items.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from summarizer.reading.counts.numbers import find_numbers
from summarizer.reading.timing.dates import find_dates
from summarizer.reading.timing.durations import find_durations

NO_DATE = "0001-01-01"


@dataclass(frozen=True)
class Outcome:
    """One item of a set: what should be read, what was read, and why a difference is meant, if it is."""

    text: str
    gold: list[Any]
    read: list[Any]
    right: bool
    convention: str | None


@dataclass(frozen=True)
class Measure:
    """A set: its file, how it is run, the best library's figure as published with the task, and the aim."""

    name: str
    file: str
    run: Callable[[dict[str, Any]], Outcome]
    best: float | None
    aim: float | None


# --- conventions: a name, and how its items are known. The rules speak of forms, not of items.

Rule = tuple[str, Callable[[str], Any]]
DURATION_RULES: list[Rule] = [
    (
        "years and months: a year is 365 days and a month 30, not 12 months of 30",
        re.compile(r"\byears? ?,?(?: and)? \d+ months?").search,
    ),
    (
        "the gold is another phrase's: a decimal of minutes is no hour and 30 seconds",
        re.compile(r"^\d+\.\d+ min").search,
    ),
]
DATE_RULES: list[Rule] = [
    (
        "years and months ago are told to the year and month, not to the day",
        re.compile(r"\b(?:an?|one|two) (?:year|month)s? ago").search,
    ),
    ("“few” is no number", re.compile(r"\bfew ").search),
    (
        "“the day”, “my day”, “last day” and “past day” are no dates",
        re.compile(r"\b(?:the|my|last|past) day\b").search,
    ),
    (
        "a bare number is no day of the month unless a date stands by it",
        re.compile(r"\b(?:on|the) (?:\d{1,2}\W*$|thirty|second$)").search,
    ),
    ("a decimal is a date only after “on”", re.compile(r"\bin \d+\.\d+").search),
]
NUMBER_RULES: list[Rule] = [
    ("a number with a unit written to it is read, as a measure", re.compile(r"\d(?:ml|km|m)\b").search),
    ("a dash and a blank before a number open a list", re.compile(r"^\s*- +\d").search),
    ("G after a number is not a thousand million", re.compile(r"\d ?G$").search),
    ("“over” makes a fraction of a smaller number over a larger one only", re.compile(r"\d+ over \d").search),
    ("“millionth” is an ordinal or names a part", re.compile(r"illionths?$").search),
]


def convention(rules: list[Rule], text: str, right: bool) -> str | None:
    return None if right else next((name for name, known in rules if known(text)), None)


def outcome(
    text: str, gold: list[Any], read: list[Any], equal: Callable[[Any, Any], bool], rules: list[Rule]
) -> Outcome:
    right = len(gold) == len(read) and all(equal(a, b) for a, b in zip(gold, read, strict=True))
    return Outcome(text, gold, read, right, convention(rules, text, right))


def same_number(gold: float, value: float | None) -> bool:
    """Compare to the 14 figures that the sets print."""
    return value is not None and math.isclose(gold, value, rel_tol=1e-13, abs_tol=1e-15)


def duration(item: dict[str, Any]) -> Outcome:
    gold = [float(r["Value"]["FutureResolution"]["duration"]) for r in item["Results"]]
    read = [d.seconds for d in find_durations(item["Input"])]
    return outcome(item["Input"], gold, read, same_number, DURATION_RULES)


def duckling(item: dict[str, Any]) -> Outcome:
    read = [d.seconds for d in find_durations(item["text"])]
    return outcome(item["text"], [item["seconds"]], read, same_number, DURATION_RULES)


def told_date(item: dict[str, Any]) -> Outcome:
    anchor = date.fromisoformat(item["Context"]["ReferenceDateTime"][:10])
    gold = []
    for result in item["Results"]:
        sides = {result["Value"][side]["date"] for side in ("FutureResolution", "PastResolution")}
        gold += [sides] if sides != {NO_DATE} else []
    read = [d.value for d in find_dates(item["Input"], anchor)]
    return outcome(item["Input"], gold, read, lambda sides, value: value in sides, DATE_RULES)


def number(item: dict[str, Any]) -> Outcome:
    gold = [float(r["Resolution"]["value"]) for r in item["Results"]]
    read = [n.value for n in find_numbers(item["Input"]) if n.kind != "ordinal"]
    return outcome(item["Input"], gold, read, same_number, NUMBER_RULES)


MEASURES = [
    Measure("Recognizers, durations", "recognizers/DurationParser.json", duration, 87.5, 95),
    Measure("Recognizers, dates", "recognizers/DateParser.json", told_date, 78.5, 88),
    Measure("Recognizers, numbers", "recognizers/NumberModel.json", number, 76.4, 92),
    Measure("Duckling, durations", "duckling_duration_en.json", duckling, 31.6, 95),
]


def share(outcomes: list[Outcome]) -> float:
    return 100 * sum(o.right for o in outcomes) / len(outcomes) if outcomes else math.nan


def report(measure: Measure, outcomes: list[Outcome], failures: bool) -> None:
    rest = [o for o in outcomes if not o.convention]
    print(
        f"{measure.name:<24}{share(outcomes):>8.1f}{measure.best or math.nan:>14.1f}{measure.aim or math.nan:>6.0f}"
        f"{len(outcomes):>7}{share(rest):>20.1f}{len(rest):>7}"
    )
    for name, count in Counter(o.convention for o in outcomes if o.convention).items():
        print(f"    {count:>2}  {name}")
    for o in outcomes if failures else ():
        if not o.right:
            print(f"    {'meant' if o.convention else 'WRONG'}  {o.text!r}: gold {o.gold}, read {o.read}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(__file__).resolve().parent.parent.parent / "shared"
    parser.add_argument("--shared", type=Path, default=default, help="the folder that holds benchmarks/")
    parser.add_argument(
        "--failures", action="store_true", help="list the items that are not read as in the gold"
    )
    options = parser.parse_args()
    folder = options.shared / "benchmarks"
    if not folder.is_dir():
        print(f"{folder} is not there: name the folder that holds benchmarks/ with --shared", file=sys.stderr)
        return 2
    print(
        f"{'set':<24}{'raw':>8}{'best library':>14}{'aim':>6}{'items':>7}{'without the below':>20}{'items':>7}"
    )
    for measure in MEASURES:
        items = json.loads((folder / measure.file).read_text("utf-8"))
        report(measure, [measure.run(item) for item in items], options.failures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
