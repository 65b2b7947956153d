"""Plans without a date, and those that a line only lists: who can act does so next, "Next meeting: …", a calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.wording import one_line, sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.lexicon import BODIES, ROLES
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

# What is done at one time and can be looked forward to; not what is true, wished or foretold.
_ACTS = frozenset(
    """
    answer attend brief call circulate consult contact convene decide deliver discuss draft draw enquire examine exchange file follow get hold
    host inform inquire inspect invite join launch lead look meet negotiate obtain open pay plan prepare present propose publish reconvene reply
    report represent request respond resubmit resume return review ring send set share sign speak start study submit survey table take tour
    travel update visit vote write
    """.split()
)
_AGENTS = frozenset(
    """
    he she they we both negotiators teams team officials experts lawyers engineers group groups delegation delegations sides parties leaders
    ministers presidents envoys mediators secretariat clerk chair chairman chairwoman chairperson treasurer members representatives inspectors technicians
    """.split()
)
_WORD = late_regex(r"[\w’'-]+")
_FORETOLD = late_regex(
    r"\b(?:says?|said|warn\w*|fear\w*|think\w*|believ\w*|hope\w*|doubt\w*|expect\w*|predict\w*|claim\w*|if|whether|would|could|may|might|what|how|why|when|where)\b",
    re.IGNORECASE,
)
# "Next meeting: Thursday 10 July, 14.00 hrs", "Date of next meeting", and what stands in the line below
_NEXT = re.compile(
    r"\W*(?:\d+[.)]?\s+)?(?:dates?\s+(?:and\s+(?:time|place|venue)\s+)?of\s+(?:the\s+)?)?next\s+(?:[\w-]+\s+){0,2}(?:meeting|session|sitting|round|hearing|call|summit)s?\b\s*(?:[:.–—-]|$)\s*",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\W*(?:(?:key\s+)?dates?\b.*|calendar|diary|timetable|timeline|next\s+steps?|what(?:'s|’s|\s+is|\s+comes)?\s+next|coming\s+up|upcoming\b.*)\W*$",
    re.IGNORECASE,
)
_PARTED = late_regex(r"\s*(?:[:–—-]|\t)\s*")


def acts(scene: Scene, sentence: Sentence, lead: Span, verb: str) -> bool:
    """Whether words before a verb are somebody who can act, and the verb one for an act of an hour or a day."""
    words = scene.text[lead.start : lead.end]
    if verb.lower() not in _ACTS or _FORETOLD.search(words) or scene.quoted.contains(lead):
        return False
    told = _WORD.findall(words)
    last = told[-1].lower() if told else ""
    if sentence.block.kind is BlockKind.TURN and last in ("we", "they", "you", "it"):
        return False
    if last in _AGENTS or last in ROLES or last in BODIES or COLLECTIVE.search(words):
        return True
    near = [
        m
        for m in scene.reading.mentions_in(lead)
        if m.kind in (NameKind.PERSON, NameKind.GROUP, NameKind.ORGANISATION)
    ]
    return any(m.full.start - lead.start < 12 or lead.end - m.full.end < 12 for m in near)


def scheduled(scene: Scene, sentence: Sentence) -> Iterator[dict[str, Any]]:
    """Yield what a line only lists: the next meeting of minutes, and each line of a calendar of what is to come."""
    opening = _NEXT.match(sentence.text)
    if opening:
        yield from _next_meeting(scene, sentence)
    elif len(sentence.text) < 140 and _in_calendar(scene, sentence):
        yield from _dated_line(scene, sentence)


def _next_meeting(scene: Scene, sentence: Sentence) -> Iterator[dict[str, Any]]:
    span = scene.trimmed(Span(scene.start(sentence), sentence.span.end))
    below = scene.reading.sentences[sentence.number : sentence.number + 1]
    date = _ahead(scene, span)
    if date is None and below:
        span = Span(span.start, below[0].span.end)
        date = _ahead(scene, span)
    what = sentence_of(scene.text[span.start : span.end])
    if date and what and len(what.split()) <= 60:
        place = next((m for m in scene.reading.mentions_in(span) if m.kind is NameKind.PLACE), None)
        yield {
            "what": what,
            "date": date,
            "place": scene.words(place.span) if place else None,
            "evidence": scene.evidence(span),
        }


def _in_calendar(scene: Scene, sentence: Sentence) -> bool:
    """Whether a line stands in a list under a heading such as "Dates to watch", with other lines of the kind alone between."""
    for before in reversed(scene.reading.sentences[max(0, sentence.number - 10) : sentence.number - 1]):
        if _CALENDAR.match(before.text.strip("*_# ")):
            return True
        if len(before.text) >= 140 or not scene.dates_in(before.span):
            return False
    return False


def _dated_line(scene: Scene, sentence: Sentence) -> Iterator[dict[str, Any]]:
    """Yield "12 Aug – first session of the lawyers"."""
    for date in scene.dates_in(sentence.span)[:1]:
        begins = date.span.start - scene.start(sentence) <= 3
        value = _ahead(scene, date.span)
        rest = one_line(_PARTED.sub("", scene.text[date.span.end : sentence.span.end], count=1))
        if begins and value and len(rest.split()) >= 1:
            span = scene.trimmed(Span(scene.start(sentence), sentence.span.end))
            what = sentence_of(scene.text[span.start : span.end])
            if what:
                yield {"what": what, "date": value, "place": None, "evidence": scene.evidence(span)}


def _ahead(scene: Scene, within: Span) -> str | None:
    """Return the first date in a stretch that does not lie behind the publication."""
    anchor = scene.reading.anchor
    for date in scene.dates_in(within):
        if date.value and not date.needs_anchor and within.contains(date.span):
            told = str(date.value)
            if anchor is None or told[:10] >= anchor.isoformat()[: len(told[:10])]:
                return told
    return None
