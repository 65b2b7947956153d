"""The Reading: what plain code finds in a Source, each part found once and only when asked for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from summarizer.reading.attribution.finder import Attribution, find_attributions
from summarizer.reading.blocks import Block, find_blocks
from summarizer.reading.counts.numbers import Number, find_numbers
from summarizer.reading.event.finder import event_durations, find_event
from summarizer.reading.event.issued import Event
from summarizer.reading.furniture import furniture_kind
from summarizer.reading.naming.finder import Mention, Names, find_names
from summarizer.reading.operators import Operators
from summarizer.reading.polarity import Operator
from summarizer.reading.quotations import Quotation, find_quotations
from summarizer.reading.records import Records
from summarizer.reading.sentences import Sentence, find_sentences
from summarizer.reading.timing.dates import Date, find_dates
from summarizer.reading.timing.durations import Duration, find_durations
from summarizer.reading.timing.headings import heading_day
from summarizer.reading.timing.times import ClockTime, find_times
from summarizer.reading.wording import Tokens
from summarizer.source import Source, Span


class Reading:
    """Sentences, furniture, names, attributions, quantities and dates of one Source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """Paragraphs, headings, list lines, speaker turns and furniture, in order."""
        return find_blocks(self.source)

    @cached_property
    def sentences(self) -> Records[Sentence]:
        """All sentences, numbered from 1; every non-blank character is in exactly one."""
        return find_sentences(self.text, self.blocks)

    @cached_property
    def _sentence_starts(self) -> array[int]:
        return self.sentences.column(0)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds `offset`, or the last one before it."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def sentences_of(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share a character with `span`, in order."""
        starts = self._sentence_starts
        first = max(0, bisect_right(starts, span.start) - 1)
        near = self.sentences[first : bisect_left(starts, span.end, first)]
        return tuple(sentence for sentence in near if sentence.span.overlaps(span))

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the text in comparable form."""
        return Tokens(self.text)

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """Stretches in quotation marks."""
        return find_quotations(self)

    @cached_property
    def names(self) -> Names:
        """People, bodies and places, one entity each."""
        return find_names(self)

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions of names that share a character with `span`, in order."""
        return self.names.mentions_in(span)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what, with the names resolved."""
        return tuple(find_attributions(self, self._name_of))

    def _name_of(self, span: Span) -> str | None:
        entity = self.names.entity_of(span)
        return entity.label if entity else None

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers, percentages and sums of money."""
        return tuple(find_numbers(self.text))

    @cached_property
    def durations(self) -> tuple[Duration, ...]:
        """Lengths of time."""
        return tuple(find_durations(self.text))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Dates, relative ones resolved against the anchor."""
        return tuple(find_dates(self.text, self.anchor))

    @cached_property
    def times(self) -> tuple[ClockTime, ...]:
        """Clock times."""
        return tuple(find_times(self.text))

    @cached_property
    def anchor(self) -> date | None:
        """The date that relative dates refer to: publication, or the first full date in the page furniture."""
        return self._anchored[0]

    @cached_property
    def anchor_span(self) -> Span | None:
        """Where the anchor stands in the text, if it does."""
        return self._anchored[1]

    @cached_property
    def _anchored(self) -> tuple[date | None, Span | None]:
        matter = self.source.front_matter
        if self.source.published:
            return self.source.published, Span(
                *matter.values["published"]
            ) if matter and "published" in matter.values else None
        bylines_first = sorted(
            self.sentences, key=lambda s: not (s.furniture and furniture_kind(s.text) == "byline")
        )
        for sentence in bylines_first:
            closing = sentence.number > len(self.sentences) - _BOTTOM
            dated = sentence.text if sentence.furniture else _dateline(sentence, closing=closing)
            for found in find_dates(dated, None) if dated else ():
                day = _last_day(found.value)
                if day is not None:
                    start = sentence.span.start
                    return day, Span(start + found.span.start, start + found.span.end)
        return heading_day(self.text) or (None, None)

    @cached_property
    def event(self) -> Event | None:
        """The event that the text is about."""
        return find_event(self)

    @cached_property
    def event_durations(self) -> tuple[Duration, ...]:
        """The lengths told of the event, and of nothing else."""
        return event_durations(self)

    @cached_property
    def _operators(self) -> Operators:
        return Operators(self.tokens, len(self.sentences))

    def operators(self, sentence: Sentence) -> tuple[Operator, ...]:
        """Return what negates, denies, conditions or questions in a sentence; found when first asked for."""
        return self._operators.of(sentence.number, sentence.span)


# "ZURICH, March 3, 2025 -", "Oslo (4 May 2023) —" at the beginning of a story.
# "OSLO, 12 March 2025 (Agency) – …"
_DATELINE = re.compile(
    r"[A-Z][\w .,'’/-]{1,60}?[,(]\s*[^-–—()]{6,30}\)?(?:\s*\([\w .’/-]{2,25}\))?\s*[-–—](?:\s|$)"
)
# "Published on 12 March 2025", "Oslo, 12 March 2025": a line of its own, near the top.
_DATED = re.compile(
    r"(?:(?i:published|posted|issued|released|dated?)(?:\s+on)?\s*:?\s+|(?:[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*,\s+){1,2})(?P<date>[\w ,.–-]{6,30})"
)
_TOP, _BOTTOM = 8, 2  # sentences at the top, and at the end, among which such a line dates the text
_DAYS = 10  # that a meeting may last whose first and last day head its record


def _last_day(value: str | None) -> date | None:
    """Return the day of a date, of a few days the last: "2–3 October 2025"; None of a month or a year."""
    days = (value or "").split("/")
    if any(len(day) != len("2000-01-01") for day in days):
        return None
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    return last if 0 <= (last - first).days <= _DAYS else None


def _dateline(sentence: Sentence, *, closing: bool = False) -> str:
    """Return the dateline that a sentence begins with, or a line near the top, or at the end, that only tells the day; or nothing."""
    if match := _DATELINE.match(sentence.text):
        return match[0]
    alone = _DATED.fullmatch(sentence.text.strip()) if sentence.number <= _TOP or closing else None
    dates = find_dates(alone["date"], None) if alone else []
    whole = len(dates) == 1 and dates[0].span == Span(0, len(alone["date"].rstrip(" ."))) if alone else False
    return sentence.text if whole else ""


def read(source: Source) -> Reading:
    """Return the Reading of `source`; nothing is computed before it is asked for."""
    return Reading(source)
