"""The day on which something ends, or began, by its other end and its length: six months from 1 February, four days that closed on Saturday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from summarizer.patterns import late_regex
from summarizer.reading.agreement import iso_days
from summarizer.reading.counts.number_words import ORDINALS
from summarizer.reading.words import Keys
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.days import Day, dated, days_for
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.context import Document
from summarizer.verification.values.quantities import Quantity

_DAY = 24 * 60
_BOUND, _TIE = 0.34, 0.06
_END = late_regex(
    r"\b(?:until|till|ends?|ended|ending|expir\w+|finish\w*|conclud\w+|complet\w+|runs?\s+out|over|through|clos\w+|lapse[sd]?|ready)\b",
    re.IGNORECASE,
)
_START = late_regex(
    r"\b(?:beg[aiu]n\w*|start\w*|open(?:s|ed|ing)?|launch\w*|commenc\w*|from|since|enter\w*|(?:takes?|took|come|comes|came|go|goes|went)\s+(?:effect|into)|in\s+force|effective|broke\s+out|erupt\w*|set\s+up|impos\w+)\b",
    re.IGNORECASE,
)
_LASTED = late_regex(r"\bafter\s+(?:just\s+|about\s+|only\s+|nearly\s+|a\s+further\s+)?$", re.IGNORECASE)
_OF_DAYS = late_regex(
    r"^\s*(?:of\b|long\b)|^[\s-]+(?:talks|round|meeting|session|visit|summit|conference|trip|tour|hearing|strike|sitting)\b",
    re.IGNORECASE,
)
_NTH_DAY = late_regex(r"\b(?:a|its|their|the)\s+(?P<nth>[a-z]+|\d+(?:st|nd|rd|th))\s+day\b", re.IGNORECASE)
_NEAR = 1  # sentences between a day and the length that begins or ends with it


def end_of_run(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return the day and the length from which the day follows that a claim gives to the end, or the beginning, of something."""
    day = dated(document, wanted) if wanted.sort == "date" else wanted
    told = iso_days(day.item.value) if day.sort == "date" and day.item.value else None
    starts, ends = (p.search(claim.text) is not None for p in (_START, _END))
    if told is None or starts == ends:
        return None
    words = _words(document, claim, wanted)
    total = sum(weight for _, weight in words)
    found = [
        (days, message, spans, _share(words, around, total))
        for days, message, spans, around in _runs(document, claim, ends=ends)
    ]
    best = max((fit for *_, fit in found), default=0.0)
    if best < _BOUND:
        return None
    top = [(days, message, spans) for days, message, spans, fit in found if fit >= best - _TIE]
    late = re.search(r"\b(?:end|close)\s+of\b", wanted.text, re.IGNORECASE) is not None
    fitting = [
        (spans, message) for days, message, spans in top if any(_is(told, day, late=late) for day in days)
    ]
    if {spans for spans, _ in fitting} != {spans for _, _, spans in top}:
        return None  # a date without its year stands for several days: one of them is enough
    spans, message = fitting[0]
    return Worked(message, spans, True, (wanted,), bound=True)


def _is(told: tuple[date, date], day: date, *, late: bool) -> bool:
    """Whether a day is the one told, or in the month told; at its end where the claim says so."""
    if late:
        return abs((told[1] - day).days) <= 3
    return told[0] <= day <= told[1] and (told[1] - told[0]).days <= 31


_Run = tuple[tuple[date, ...], str, tuple[Span, ...], Keys]


def _runs(document: Document, claim: Claim, *, ends: bool) -> Iterator[_Run]:
    for day in days_for(document, claim.text):
        sentence = document.reading.sentence_at(day.span.start) if day.span else None
        if day.span is None or sentence is None or not day.exact:
            continue
        yield from _nth_days(document, day, sentence.span, ends=ends)
        near = document.reading.sentences[max(0, sentence.number - 1 - _NEAR) : sentence.number + _NEAR]
        for other in near:
            around = document.retrieval.keys_of([sentence, other])
            for length in document.quantities_in(other):
                if (
                    length.sort != "duration"
                    or not length.item.minutes
                    or length.item.minutes < _DAY
                    or re.match(r"an?\s", length.text)
                ):
                    continue
                made = tuple(_other_end(document, day, sentence.span, length, ends=ends))
                if made:
                    yield (
                        made,
                        f"{day.text}, {length.text}: {made[0].isoformat()}",
                        (day.span, length.span),
                        around,
                    )


def _other_end(
    document: Document, day: Day, sentence: Span, length: Quantity, *, ends: bool
) -> Iterator[date]:
    """Yield the other end of what begins, or ends, on a day and lasts a length."""
    said = document.text[sentence.start : sentence.end]
    before = document.text[max(0, length.span.start - 20) : length.span.start]
    if ends and _START.search(said):
        end = _later(day.first, length, 1)
        yield from (end, end - timedelta(days=1)) if end else ()
    if not ends and (_END.search(said) or re.search(r"\b(?:lift\w*|left|broke\s+up)\b", said)):
        whole = _OF_DAYS.match(document.text, length.span.end) or re.match(
            r"-?day", document.text[length.span.end :]
        )
        if whole or _LASTED.search(before):
            start = _later(day.first, length, -1)
            yield from (start + timedelta(days=1 if whole else 0),) if start else ()


def _nth_days(document: Document, day: Day, sentence: Span, *, ends: bool) -> Iterator[_Run]:
    """Yield when something began that is in its so-manieth day on a day: "went into a third day on Tuesday"."""
    for match in _NTH_DAY.finditer(document.text, sentence.start, sentence.end):
        word = match["nth"].casefold()
        number = int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINALS.get(word, 0)
        if not ends and 1 < number <= 60 and day.span is not None:
            first = day.first - timedelta(days=int(number) - 1)
            here = document.reading.sentence_at(day.span.start)
            around = document.retrieval.keys_of([here]) if here else frozenset[str]()
            yield (
                (first,),
                f"{match[0]} on {day.text}: {first.isoformat()}",
                (day.span, Span(*match.span())),
                around,
            )


def _later(day: date, length: Quantity, step: int) -> date | None:
    low = length.item.low
    if low is None or length.item.bound not in ("exact", "about"):
        return None
    months = int(low.all_months) * step
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        moved = day.replace(year=year, month=month + 1)
    except ValueError:
        moved = date(year, month + 1, 28)
    return moved + timedelta(minutes=float(low.minutes) * step)


def _words(document: Document, claim: Claim, wanted: Quantity) -> list[tuple[Keys, float]]:
    values = {i for q in claim.quantities for i in claim.tokens.within(q.span)}
    every = (*claim.concepts.each, *claim.name_concepts.each)
    told = [x for x in every if x.at not in values and not is_frame(x.form) and not of_arithmetic(x.form)]
    return [
        (x.keys, document.retrieval.weight(x) + 0.1)
        for x in told
        if not _END.fullmatch(x.form) and not _START.fullmatch(x.form)
    ]


def _share(words: list[tuple[Keys, float]], around: Keys, total: float) -> float:
    return sum(weight for keys, weight in words if not around.isdisjoint(keys)) / total if total else 0.0
