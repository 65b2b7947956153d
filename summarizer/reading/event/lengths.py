"""Which lengths of time a text tells of its event, and of nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.words import ACCOUNT, AHEAD, EVENT_NOUN, LASTS, NOUN, OTHER_TIME, PART, STRONG
from summarizer.reading.sentences import Sentence

if TYPE_CHECKING:
    from summarizer.reading.document import Reading
    from summarizer.reading.timing.durations import Duration


# "the meetings, I guess it was a total of", "the sessions came to"
_IN_ALL = re.compile(
    r"\b(?:meetings?|sessions?|talks|summit|conversations?|calls?|negotiations)\b[^.;]{0,70}\b(?:a\s+total\s+of|(?:came|amounted|added\s+up)\s+to)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def of_event(reading: Reading, duration: Duration) -> bool:
    """Whether a length is told of the event itself, and not of an account, a part or another event."""
    sentence = reading.sentence_at(duration.span.start)
    if sentence is None or sentence.furniture or duration.minutes is None or duration.offset:
        return False
    text, at = sentence.text, sentence.span.start
    start = (duration.bound_span or duration.span).start
    before = text[: max(0, (start if start >= at else duration.span.start) - at)]
    after = text[duration.span.end - at :]
    if reading.event is not None and ACCOUNT.search(reading.event.what) and not ACCOUNT.search(text):
        return False  # what a briefing tells of lasted so long, and not the briefing
    if OTHER_TIME.search(text) or PART.search(before) or _elsewhere(reading, sentence):
        return False
    if re.match(r"[\s-]*(?:long[\s-]+)?(?:\w+[\s-]+){0,2}?" + NOUN + r"\b", after, re.IGNORECASE):
        return not (
            ACCOUNT.match(after.lstrip(" -"))
            or AHEAD.search(before[-60:])
            or re.match(r"[\s-]*(?:\w+\s+){0,2}(?:ago|later|before|from|into|until)\b", after)
        )
    if _IN_ALL.search(before) and not ACCOUNT.search(before) and not AHEAD.search(before):
        return True
    lead = LASTS.search(before)
    if not lead or re.match(r"\s+(?:ago|later|from\s+now|before|after)\b", after):
        return False
    subject = before[max(0, lead.start() - 90) : lead.end()]
    if ACCOUNT.search(subject) or AHEAD.search(before[max(0, lead.start() - 40) : lead.end()]):
        return False
    if STRONG.match(lead[0]):
        return bool(EVENT_NOUN.search(before)) or _speaks(lead[0]) or _refers(subject)
    return bool(re.match(r"\s+of\s+(?:\w+\s+){0,2}" + NOUN, after, re.IGNORECASE))


def _elsewhere(reading: Reading, sentence: Sentence) -> bool:
    """Whether a heading speaks of people who are not those of the event: a teaser for another story."""
    event = reading.event
    if sentence.block.kind is not BlockKind.HEADING or event is None or not event.parties:
        return False
    own = {m.entity for m in event.parties}
    return not any(m.entity in own for m in reading.mentions_in(sentence.span))


def _speaks(words: str) -> bool:
    return bool(re.match(r"(?:spoke|talked|met|sat|conversed)", words, re.IGNORECASE))


def _refers(subject: str) -> bool:
    """Whether the subject is a pronoun for the event: "It lasted …"."""
    return bool(
        re.search(
            r"(?:^|[.;,]\s*)(?:it|they|which|this|that)\s+(?:\w+\s+)?(?:last|went|ran|took|continued)\w*\s*(?:\w+\s+){0,4}$",
            subject,
            re.IGNORECASE,
        )
    )
