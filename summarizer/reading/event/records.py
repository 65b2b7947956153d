"""The event of a record: the meeting of minutes, and the briefing that a transcript says is held every week or day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.issued import Event
from summarizer.reading.event.words import HAPPENS, MINUTES, PRESENT
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

_ROUTINE = re.compile(
    r"\b(?:weekly|daily|regular|monthly|noon|midday)\s+(?P<noun>(?:media|press|news)\s+(?:briefing|conference))\b",
    re.IGNORECASE,
)


def routine_briefing(story: Sequence[Sentence]) -> Event | None:
    """Return the briefing that a transcript is, where its head says that it is held every week or day: of many things, and no account of one."""
    if not any(s.block.kind is BlockKind.TURN for s in story):
        return None
    for sentence in story[:5]:
        match = _ROUTINE.search(sentence.text) if sentence.block.kind is not BlockKind.TURN else None
        if match:
            start = sentence.span.start
            return Event(
                Span(start + match.start("noun"), start + match.end()), noun_phrase(match["noun"]), sentence
            )
    return None


def recorded(reading: Reading, story: Sequence[Sentence]) -> Event | None:
    """Return the meeting whose minutes a text is: its title says so, or it opens with who was present."""
    minutes = next((s for s in story[:6] if MINUTES.search(s.text) or PRESENT.match(s.text)), None)
    if minutes is None:
        return None
    for sentence in (s for s in reading.sentences if not s.furniture):
        for match in re.finditer(
            r"\b(?:the|this)\s+(?P<noun>meeting|session|sitting|hearing)\b", sentence.text, re.IGNORECASE
        ):
            if not re.search(
                r"\b(?:last|previous|next)\s*$", sentence.text[: match.start()]
            ) and HAPPENS.match(sentence.text, match.end()):
                span = Span(sentence.span.start + match.start("noun"), sentence.span.start + match.end())
                return Event(span, match["noun"].lower(), sentence)
    title = MINUTES.search(minutes.text)
    if title is None:
        return None
    return Event(
        Span(minutes.span.start + title.start(), minutes.span.start + title.end()), "meeting", minutes
    )


def noun_phrase(words: str) -> str:
    """Return the words of a noun phrase in running form: one line, lower case unless a name or an initialism."""
    line = " ".join(re.sub(r"\\[_\s]?", " ", words).split())
    return (
        line.lower()
        if line.istitle() or line.isupper()
        else line[0].lower() + line[1:]
        if line.split()[0].istitle()
        else line
    )
