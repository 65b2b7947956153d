"""When a text was published and last changed: a page tells it in its furniture, to the minute or second.

That supports nothing else, so a statement is judged by it alone only where it speaks of the page's own times and names
nothing but the page, its publisher and what it is about: "the readout was posted on a Wednesday, shortly after noon".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.counts.number_words import SMALL
from summarizer.reading.timing.dates import find_dates
from summarizer.reading.timing.times import find_times
from summarizer.reading.words import all_keys
from summarizer.source import Span
from summarizer.verification.computed.computation import content_keys
from summarizer.verification.computed.days import EVENT
from summarizer.verification.values.quantities import Quantity, equal, quantities_of, weekday_of

if TYPE_CHECKING:
    from summarizer.verification.context import Document
    from summarizer.verification.outcome import Check, Outcome
    from summarizer.verification.who.identity import Named

_FIRST = late_regex(
    r"\b(?:published_time|publication\s+date|(?:first\s+)?published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?)\s*:?\s*",
    re.IGNORECASE,
)
_LAST = late_regex(
    r"\b(?:modified_time|(?:last\s+)?(?:updated|modified)(?:\s+(?:on|at))?)\s*:?\s*", re.IGNORECASE
)
_ISO = late_regex(r"['\"]?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)([+-]\d\d:\d\d|Z)?")
_REACH = 40  # characters behind "Published:" in which its date and time stand
# What a statement may call the publishing of a text, and its change.
_PUBLISHED = re.compile(
    r"\b(?:publish(?:ed|es)|publication|posted|(?:was|were|is|had\s+been|been)\s+(?:also\s+)?(?:released|issued|dated)|dat(?:ed|es)\s+(?:its|the|this|their)|(?:put|placed|went|goes|appeared)\b[^.;]{0,40}?\bonline)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:updated|modified|changed|edited|modification|update)\b", re.IGNORECASE)
_TEXTS = "statement readout page text note report release account communique communiqué transcript article briefing summary document website"
_PAGE = f"""
    {_TEXTS} site web online put placed went appeared posted published publish publication first last update updated modified modification
    changed edited released issued dated own shortly just soon little about around early late second minute hour day evening morning afternoon night clock time version
"""
# Where the noun phrase beside a verb ends: what the text is of, and the verb's helpers.
_PHRASE_ENDS = late_regex(
    r"\b(?:of|on|about|between|with|from|for|to|at|in|after|before|was|were|is|are|had|has|have|been|did|online)\b|[,;:.]",
    re.IGNORECASE,
)
_OWN_NOUNS = frozenset(_TEXTS.split()) | EVENT
_NUMBER_WORDS = "|".join(word for word, value in SMALL.items() if 1 <= value <= 12)
# "eleven in the evening", "2 o'clock in the afternoon".
_HOUR = late_regex(
    rf"\b(?P<hour>{_NUMBER_WORDS}|1[0-2]|[1-9])\s+(?:o['’]clock\s+)?(?:in\s+the\s+(?P<part>morning|afternoon|evening)|at\s+(?P<night>night))\b",
    re.IGNORECASE,
)
_NEAR = late_regex(r"\b(?:shortly|just|soon|a\s+little)\s+(?P<way>after|before)\s*$", re.IGNORECASE)
_OFF = late_regex(r"\s*(?P<way>after|before)\s*$", re.IGNORECASE)
_DENIED = late_regex(r"\b(?:not|never|no|neither|nor|without|unless|if|whether)\b|n['’]t\b", re.IGNORECASE)
_SHORTLY = 15  # minutes: "shortly after eleven"
_ABOUT = 0.2  # of a length: what "about" may be off
_ROUNDED = {
    "second": 0.5 / 60,
    "minute": 0.5,
    "hour": 1.0,
}  # minutes by which a length in a unit may be rounded


@dataclass(frozen=True)
class _Stamp:
    when: datetime
    span: Span


def judge_publication(document: Document, text: str, check: Check) -> Outcome | None:
    """Return support for a statement that only tells when the text was published or changed, and tells it right; else None."""
    changed, published = _CHANGED.search(text), _PUBLISHED.search(text)
    if not (changed or published) or _DENIED.search(text):
        return None
    first, last = _stamp(document, _FIRST), _stamp(document, _LAST)
    if changed and published:
        if not first or not last:
            return None
        told = _length_fits(document, text, last.when.replace(tzinfo=None) - first.when.replace(tzinfo=None))
        spans = [first.span, last.span]
    else:
        stamp = last if changed else first
        if stamp is None:
            return None
        told = _moment_fits(document, text, stamp.when)
        spans = [stamp.span]
    if told is None or not _of_the_text(document, text) or not _only_page(document, told):
        return None
    return check.supported("page_time", "the page tells so of its own publication", spans)


def _stamp(document: Document, words: re.Pattern[str]) -> _Stamp | None:
    """Return the first date and time that stand behind some words in the page's furniture."""
    for sentence in document.reading.sentences:
        if not sentence.furniture:
            continue
        for match in words.finditer(sentence.text):
            behind = sentence.text[match.end() : match.end() + _REACH]
            if (when := _when(behind)) is not None:
                start = sentence.span.start + match.start()
                return _Stamp(when, Span(start, start + len(match[0]) + len(behind.splitlines()[0])))
    return None


def _when(text: str) -> datetime | None:
    if iso := _ISO.match(text):
        return datetime.fromisoformat(f"{iso[1]} {iso[2]}{iso[3] or ''}")
    days, times = find_dates(text, None), find_times(text)
    if not days or not times or len(days[0].value or "") != len("2000-01-01"):
        return None
    return datetime.fromisoformat(f"{days[0].value} {times[0].value}")


def _length_fits(document: Document, text: str, length: timedelta) -> str | None:
    """Return the statement without the length between publication and change that it tells rightly."""
    found = [q for q in quantities_of(text, document.reading.anchor) if q.text.casefold() != "first"]
    if len(found) != 1 or found[0].sort != "duration" or found[0].item.minutes is None:
        return None
    order = re.search(r"\b(?:after|later)\b", text[found[0].span.start :])
    fits = _as_long(found[0], length.total_seconds() / 60)
    return _without(text, [found[0].span]) if order and fits else None


def _as_long(claimed: Quantity, minutes: float) -> bool:
    wanted = float(claimed.item.minutes)
    exact = _ROUNDED.get(claimed.item.unit or "", 0.0)
    slack = {"exact": exact, "about": max(wanted * _ABOUT, exact)}.get(claimed.item.bound)
    return slack is not None and abs(minutes - wanted) <= slack


def _moment_fits(document: Document, text: str, when: datetime) -> str | None:
    """Return the statement without the day and the clock time that it tells rightly; None where one is wrong or none is told."""
    found = quantities_of(text, document.reading.anchor)
    spans: list[Span] = []
    for span, fits in [*_clock_times(text, when), *_days(found, when)]:
        if not fits:
            return None
        spans.append(span)
    left = [q for q in found if not any(span.overlaps(q.span) for span in spans)]
    return _without(text, spans) if spans and not left else None


def _days(found: tuple[Quantity, ...], when: datetime) -> Iterator[tuple[Span, bool]]:
    for q in found:
        if q.sort != "date":
            continue
        if weekday_of(q) is not None:
            yield q.span, weekday_of(q) == when.weekday()
        else:
            day = quantities_of(f"{when:%d %B %Y}", None)[0]
            yield q.span, bool(q.item.value) and equal(q, day)


def _clock_times(text: str, when: datetime) -> Iterator[tuple[Span, bool]]:
    """Yield the clock times of a statement, with "shortly after" or "ten minutes before" in front, and whether they fit."""
    minutes = when.hour * 60 + when.minute + when.second / 60
    yield from _dayparts(text, when)
    for span, told in _told_times(text, when):
        if near := _NEAR.search(text[: span.start]):
            over = minutes - told if near["way"].lower() == "after" else told - minutes
            yield Span(near.start(), span.end), 0 <= over <= _SHORTLY
        elif off := _offset(text, span):
            length, way = off
            over = minutes - told if way == "after" else told - minutes
            yield Span(length.span.start, span.end), over >= 0 and _as_long(length, over)
        else:
            yield span, int(minutes) == told


def _offset(text: str, clock: Span) -> tuple[Quantity, str] | None:
    """Return the length that stands before a clock time: "two minutes before" noon."""
    for q in quantities_of(text[: clock.start] + "noon", None):
        way = _OFF.match(text[q.span.end : clock.start]) if q.sort == "duration" else None
        if way and q.item.minutes is not None:
            return q, way["way"].lower()
    return None


_DAYPART = late_regex(
    r"(?<!['’]clock )\b(?:(?P<how>late|early)\s+)?(?:in\s+the\s+(?:(?P<inner>late|early)\s+)?(?P<part>morning|afternoon|evening)|at\s+night)\b",
    re.IGNORECASE,
)
_PARTS = {
    "morning": (5, 8, 10, 12),
    "afternoon": (12, 14, 16, 18),
    "evening": (17, 19, 21, 24),
    "night": (21, 22, 22, 24),
}


def _dayparts(text: str, when: datetime) -> Iterator[tuple[Span, bool]]:
    """Yield the parts of the day that a statement tells without an hour, and whether they fit: "late in the evening"."""
    hours = [Span(*m.span()) for m in _HOUR.finditer(text)]
    for match in _DAYPART.finditer(text):
        span, how = Span(*match.span()), (match["how"] or match["inner"] or "").lower()
        first, early, late, last = _PARTS[(match["part"] or "night").lower()]
        low, high = (late if how == "late" else first, early if how == "early" else last)
        if not any(span.overlaps(hour) for hour in hours) and not find_times(text[: span.end]):
            yield span, low <= when.hour < high


def _told_times(text: str, when: datetime) -> Iterator[tuple[Span, int]]:
    """Yield the clock times of a statement, in minutes of the clock that the page goes by."""
    hours = [(Span(*m.span()), _hour(m) * 60) for m in _HOUR.finditer(text)]
    yield from hours
    for time in find_times(text):
        if not any(span.overlaps(time.span) for span, _ in hours):
            own, told = when.utcoffset(), time.utc_offset_minutes
            apart = 0 if own is None or told is None else int(own.total_seconds() // 60) - told
            yield time.span, (time.minutes + apart) % (24 * 60)


def _hour(match: re.Match[str]) -> int:
    word = match["hour"].lower()
    hour = int(word) if word.isdigit() else int(SMALL[word])
    late = (match["part"] or "").lower() in ("afternoon", "evening") or (match["night"] and hour > 5)
    return hour % 12 + (12 if late else 0)


def _without(text: str, spans: list[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + " " + text[span.end :]
    return text


def _of_the_text(document: Document, text: str) -> bool:
    """Whether it is the text that was published: the noun beside the verb calls it so, or calls the event it tells of."""
    verb = min((m for p in (_PUBLISHED, _CHANGED) if (m := p.search(text))), key=lambda m: m.start())
    object_at = verb.start() + len(re.match(r"\w+", text[verb.start() :])[0])  # type: ignore[index]
    for part in (text[: verb.start()], text[object_at:]):
        phrase = _PHRASE_ENDS.split(part.strip(), maxsplit=1)[0]
        words = re.findall(r"[\w’'-]+", phrase.casefold())
        strangers = [n for n in document.identities.in_text(phrase) if not _publishes(document, n)]
        if words and words[-1].removesuffix("s") in _OWN_NOUNS and not strangers:
            return True
    return False


def _publishes(document: Document, named: Named) -> bool:
    return document.identities.sides.publishes(named.text)


def _only_page(document: Document, text: str) -> bool:
    """Whether a statement speaks of nothing but the page, its publisher and what the title and the opening tell of."""
    known = document.retrieval.keys_of(document.opening) | all_keys(_PAGE) | all_keys(" ".join(EVENT))
    names = document.identities.in_text(text)
    told = {k for s in document.opening for n in document.identities.in_sentence(s) for k in n.keys}
    if any(not _publishes(document, n) and told.isdisjoint(n.keys) for n in names):
        return False
    rest = _without(text, [n.span for n in names])
    return all(not known.isdisjoint(one) for one in content_keys(rest))
