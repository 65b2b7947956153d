"""The work that a text takes grows with its length: counted in calls, so that no other work on the machine changes it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from hostile_texts import BRIEFING, CLAIMS, READINGS, TEXTS

from summarizer import Source, brief, check, verify
from summarizer.reading import read

SHORT, LONG = 30_000, 120_000
GROWTH = 5.5  # for four times the text; 4 is linear, 16 quadratic
# Claims that count and add up: for them the lists and sums of the whole text are looked through.
COUNTING = (
    "The six reference documents were listed by Anna Berg.",
    "The two sums that Boris Lund named add up to $9 million.",
    "Two of those present hold an acting post.",
)
LITTLE = 200_000  # calls below which growth tells nothing


@contextmanager
def counting(calls: dict[str, int], step: str) -> Iterator[None]:
    """Count the calls that are made, of functions of Python and of others."""

    def called(frame: FrameType, event: str, of: Any) -> None:
        calls[step] += event in ("call", "c_call")

    calls[step] = 0
    sys.setprofile(called)
    try:
        yield
    finally:
        sys.setprofile(None)


def calls_by_step(text: str) -> dict[str, int]:
    source = Source.from_text(text, published="2021-05-03")
    reading = read(source)
    steps: dict[str, Callable[[], object]] = {
        **{name: (lambda take=take: take(reading)) for name, take in READINGS.items()},
        **{claim: (lambda claim=claim: check(claim, source)) for claim in (*CLAIMS, *COUNTING)},
        "verify": lambda: verify(BRIEFING, source),
        "brief": lambda: brief(source, model="offline"),
    }
    calls: dict[str, int] = {}
    for name, work in steps.items():
        with counting(calls, name):
            work()
    return calls


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["news of many things on one line", "quoted and said", "different speakers"])
def test_the_work_grows_with_the_text_and_no_faster(name: str) -> None:
    """Four times as much of a text takes about four times as many calls, in each step."""
    calls_by_step(TEXTS[name](1_000))  # what is loaded once is loaded
    small, large = calls_by_step(TEXTS[name](SHORT)), calls_by_step(TEXTS[name](LONG))
    steep = {
        step: (small[step], calls)
        for step, calls in large.items()
        if calls > LITTLE and calls > GROWTH * small[step]
    }
    assert not steep
