"""What the lines over minutes and records tell of their meeting: "held on … at 7 pm in the Town Hall", "Date: …", "Venue: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.extraction.offline.occasion import ROLL
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.event.words import MINUTES, NOUN, PRESENT
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.extraction.offline.scene import Scene

_LINES = 8  # sentences of a story that may stand over it
_LABEL = re.compile(
    r"(?:^|(?<=\n))\W*(?P<label>date|time|hours|place|venue|location|where|when)\s*:\s*(?P<told>[^\n]+)",
    re.IGNORECASE,
)
_HELD = late_regex(r"\b(?:held|met|convened)\b|^\W*(?:meeting|session)\b", re.IGNORECASE)
# A line that is nothing but what a meeting is called: "DANUBE PORTS SUMMIT", "Third Ministerial Dialogue"
_CALLED = re.compile(
    rf"\W*(?:[\w’'&-]+\s+){{0,7}}{NOUN}(?:\s+(?:of|between|on)\s+[^.;:]{{3,80}})?\W*", re.IGNORECASE
)
_TELLS = late_regex(
    r"\b(?:is|are|was|were|has|have|had|will|would|ends?|begins?|opens?|agreed?|says?|said)\b", re.IGNORECASE
)
_IN_HOUSE = late_regex(
    r"\b(?:in|at)\s+(?:the\s+)?(?P<place>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:,?\s+(?:(?:of|and|de|du|van)\s+(?:the\s+)?)?[A-ZÀ-ÖØ-Þ\d][\w’'-]*){0,8})"
)


def recorded(scene: Scene) -> bool:
    """Whether a text is the record of a meeting: minutes, a list of those present, or under a line that only names one."""
    head = scene.story[:_LINES]
    return (
        any(MINUTES.search(s.text) for s in head[:4])
        or any(ROLL.match(s.text) or PRESENT.match(s.text) for s in head)
        or any(_CALLED.fullmatch(s.text) and not _TELLS.search(s.text) for s in head[:2])
    )


def head_times(scene: Scene) -> Iterator[Span]:
    """Yield the clock time at which the lines over a record say that the meeting began."""
    for sentence in _head(scene):
        times = [t.span for t in scene.reading.times if sentence.span.contains(t.span)]
        labels = [Span(*_at(sentence, m, "told")) for m in _labelled(sentence, "time", "hours", "when")]
        for time in times:
            if any(label.contains(time) for label in labels) or (not labels and _HELD.search(sentence.text)):
                yield time
                break


def head_dates(scene: Scene) -> Iterator[Span]:
    """Yield where a line "Date: …" over a record stands."""
    for sentence in _head(scene):
        for match in _labelled(sentence, "date", "when"):
            yield Span(*_at(sentence, match, "told"))


def head_places(scene: Scene) -> Iterator[tuple[str, Span]]:
    """Yield where the lines over a record say that the meeting was."""
    for sentence in _head(scene):
        for match in _labelled(sentence, "place", "venue", "location", "where"):
            at = scene.trimmed(Span(*_at(sentence, match, "told")))
            if words := one_line(scene.text[at.start : at.end]).rstrip(" .;"):
                yield words, at
                return
        if not (MINUTES.search(sentence.text) or _HELD.search(sentence.text)):
            continue
        dates = scene.dates_in(sentence.span)
        for match in _IN_HOUSE.finditer(sentence.text):
            at = Span(*_at(sentence, match, "place"))
            behind = _HELD.search(sentence.text)
            if behind and behind.end() <= match.start() and not any(d.span.overlaps(at) for d in dates):
                yield one_line(match["place"]), at
                return


def _head(scene: Scene) -> Iterator[Sentence]:
    if recorded(scene):
        for sentence in scene.story[:_LINES]:
            if len(sentence.text) < 300:
                yield sentence


def _labelled(sentence: Sentence, *labels: str) -> Iterator[re.Match[str]]:
    for match in _LABEL.finditer(sentence.text):
        if match["label"].lower() in labels:
            yield match


def _at(sentence: Sentence, match: re.Match[str], group: str) -> tuple[int, int]:
    start = sentence.span.start
    return start + match.start(group), start + match.end(group)
