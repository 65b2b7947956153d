"""How long the event lasted, where a text tells only when it began and when it ended."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import TYPE_CHECKING

from summarizer.reading.agreement import Bound
from summarizer.reading.event.words import ACCOUNT, AHEAD, EVENT_NOUN, OTHER_TIME
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.durations import Duration
from summarizer.reading.timing.time_units import LENGTHS
from summarizer.reading.timing.times import ClockTime, elapsed
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

_HEAD = 10  # sentences over a story in which minutes tell when the meeting began
_LONGEST = 20 * 60  # minutes; what lies further apart is rather the wrong pair
_SOFT = r"(?:(?:shortly|just|well)\s+)?(?:after|past)|about|around|roughly|nearly|almost|close\s+to|shortly\s+before|before"
# "from 10.00 to 11.25", "14.00 - 16.10", "from 10.30 a.m. till after 6 p.m."
_RANGE = re.compile(rf"\s*(?:-|–|—|(?:to|until|till|through)\s+(?:(?P<soft>{_SOFT})\s+)?)\s*", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|between)\s+(?:(?:shortly|just)\s+)?(?P<soft>after|about|around)?\s*$", re.IGNORECASE
)
_TIME_LINE = re.compile(r"\W*(?:time|hours|duration)\s*:", re.IGNORECASE)
_SESSION = (
    rf"(?:{EVENT_NOUN.pattern}|plenary|proceedings|deliberations|house|assembly|council|committee|board)"
)
_OPENS = (
    r"(?:opened|began|started|convened|commenced|met|assembled|sat\s+down|gathered|was\s+(?:called\s+to\s+order|opened|convened|held)|"
    r"were\s+(?:called\s+to\s+order|opened|held)|called\s+(?:the\s+\w+\s+)?to\s+order|held)"
)
_CLOSES = r"(?:closed|ended|adjourned|rose|concluded|finished|broke\s+(?:up|off)|wrapped\s+up|(?:was|were)\s+(?:closed|adjourned|concluded|ended))"
_LED_IN = r"(?:[\w,’'-]+\s+){0,8}?"
_BEGAN_AT = re.compile(
    rf"\b{_OPENS}\s+{_LED_IN}(?:at|from)\s+(?:(?P<soft>about|around|just\s+after|shortly\s+after)\s+)?$",
    re.IGNORECASE,
)
_ENDED_AT = re.compile(
    rf"\b(?:{_CLOSES}\s+{_LED_IN}(?:at\s+)?|(?:went\s+on|continued|lasted|ran|sat|stayed)\b[^.;]{{0,60}}?\b(?:until|till)\s+)(?:(?P<soft>{_SOFT})\s+)?$",
    re.IGNORECASE,
)
_OF_SESSION = re.compile(
    rf"\b{_SESSION}\b|\bbusiness\b|\b(?:sides|parties|delegations|negotiators|ministers)\b", re.IGNORECASE
)
_RECORD = re.compile(
    r"\b(?:minutes|proceedings|record|debates?|meeting|session|sitting|hearing|held|met)\b", re.IGNORECASE
)
_RUNNING = re.compile(r"\b(?:would|will|shall|if|unless|usually|always|every|daily|each)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClockLength(Duration):
    """A length that two clock times tell; `opening` is where the first stands if the sentence is another one."""

    opening: Span | None = None


def clock_lengths(reading: Reading) -> tuple[ClockLength, ...]:
    """Return the one length of the event that a beginning and an end tell; none where several sessions are told so."""
    if reading.event is None or len(reading.times) < 2:
        return ()
    story = [s for s in reading.sentences if not s.furniture]
    found = [length for s in story for length in _in_sentence(reading, s)]
    if not found:
        found = list(_opened_and_closed(reading, story))
    return tuple(found) if len({(f.minutes, f.bound) for f in found}) == 1 else ()


def _times(reading: Reading, sentence: Sentence) -> list[ClockTime]:
    times = reading.times
    first = bisect_left(times, sentence.span.start, key=lambda t: t.span.start)
    return list(takewhile(lambda t: t.span.end <= sentence.span.end, islice(times, first, None)))


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[ClockLength]:
    """Yield what two times of one sentence tell: a range beside the event's words, or its opening and its close."""
    times = _times(reading, sentence)
    if len(times) < 2 or OTHER_TIME.search(sentence.text) or _RUNNING.search(sentence.text):
        return
    for first, second in pairwise(times):
        between = reading.text[first.span.end : second.span.start]
        before = reading.text[sentence.span.start : first.span.start]
        joined = _RANGE.fullmatch(between)
        if joined and _about_event(reading, sentence, before):
            led = _FROM.search(before)
            yield from _length(
                first, second, (led["soft"] if led else None, joined["soft"]), led and led.group()
            )
            continue
        began, ended = _BEGAN_AT.search(before), _ENDED_AT.search(between)
        if began and ended and _OF_SESSION.search(before) and not _ahead(before):
            yield from _length(first, second, (began["soft"], ended["soft"]))


def _about_event(reading: Reading, sentence: Sentence, before: str) -> bool:
    """Whether a range of times is told of the event: in its own sentence, of "the meeting", or in a line "Time:" over minutes."""
    event = reading.event
    assert event is not None
    if _ahead(before):
        return False
    if _TIME_LINE.match(sentence.text) or (sentence.span == event.sentence.span and sentence.number <= _HEAD):
        return sentence.number <= _HEAD or not ACCOUNT.search(sentence.text)
    if ACCOUNT.search(sentence.text):
        return False
    return sentence.span == event.sentence.span or bool(
        re.search(rf"\b(?:the|this|their)\s+{EVENT_NOUN.pattern}", sentence.text, re.IGNORECASE)
    )


def _ahead(before: str) -> bool:
    return bool(AHEAD.search(before[-80:]))


def _opened_and_closed(reading: Reading, story: list[Sentence]) -> Iterator[ClockLength]:
    """Yield what minutes tell at their head and at their end: "held at 7.00pm", "The Chairman closed the meeting at 8.25pm"."""
    opening = next(
        (
            (s, t)
            for s in story[:_HEAD]
            if len(times := _times(reading, s)) == 1 and (_RECORD.search(s.text) or _TIME_LINE.match(s.text))
            for t in times
        ),
        None,
    )
    if opening is None:
        return
    for sentence in story:
        for time in _times(reading, sentence):
            before = reading.text[sentence.span.start : time.span.start]
            ended = _ENDED_AT.search(before)
            whole = re.search(rf"\b{_SESSION}\b|\bbusiness\b", before, re.IGNORECASE)
            if ended is None or whole is None or sentence.number <= opening[0].number:
                continue
            if not _ahead(before) and not ACCOUNT.search(sentence.text):
                start = Span(sentence.span.start + ended.start(), time.span.end)
                for length in _length(opening[1], time, (None, ended["soft"])):
                    yield ClockLength(
                        start, length.low, length.high, "minute", length.bound, opening=opening[1].span
                    )


def _length(
    first: ClockTime, second: ClockTime, soft: tuple[str | None, str | None], lead: str | None = None
) -> Iterator[ClockLength]:
    minutes = elapsed(first, second)
    if not minutes or minutes > _LONGEST:
        return
    length = LENGTHS["minute"] * int(minutes)
    start = first.span.start - len(lead or "")
    yield ClockLength(Span(start, second.span.end), length, length, "minute", _bound(*soft))


def _bound(first: str | None, second: str | None) -> Bound:
    """Return how exactly two times tell a length: "till after 6" at least, "until shortly after 4" about."""
    words = [" ".join(w.lower().split()) for w in (first, second) if w]
    if not words:
        return "exact"
    return (
        "at_least"
        if second and words[-1] in ("after", "past", "well after", "well past") and not first
        else "about"
    )
