"""The event of a text that tells of no meeting: a statement that several issue together is their doing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.reading.event.parties import issuers, outer_mentions, subject
from summarizer.reading.naming.finder import Mention, NameKind
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

_JOINT = re.compile(
    r"\bjoint\s+(?:[\w-]+\s+)?(?P<what>statement|declaration|communiqu[eé]|appeal|pledge)\b", re.IGNORECASE
)
_LED = 3  # sentences of the story in which the issuers name themselves


@dataclass(frozen=True, slots=True)
class Event:
    """The main event: where the words for it stand (`span`), those words, and their sentence.

    `parties` are the mentions of those who, beside these words, take part in it; `deed` tells that the
    words are a verb ("spoke") and `what` the noun for it, which stands at `named` where the text has it.
    """

    span: Span
    what: str
    sentence: Sentence
    parties: tuple[Mention, ...] = ()
    deed: bool = False
    named: Span | None = None


def issued(reading: Reading, story: Sequence[Sentence]) -> Event | None:
    """Return the joint statement that a text is, where its title calls it so and two or more issue it."""
    title = reading.source.title or (story[0].text if story else "")
    called = _JOINT.search(title)
    if called is None:
        return None
    for sentence in story[:_LED]:
        parties = tuple(_naming_themselves(reading, sentence))
        if len({m.entity for m in parties}) > 1:
            return Event(sentence.span, f"joint {called['what'].lower()}", sentence, parties)
    return None


def _naming_themselves(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    """Yield those of "We, A and B, …", and those with whom "The Government of A and the Government of B, …" begins."""
    mentions = outer_mentions(reading, sentence.span)
    first = issuers(reading.text, mentions, sentence)
    if first or not mentions:
        yield from first
        return
    if mentions[0].full.start - sentence.span.start > 40:
        return
    states = [m for m in mentions if m.kind in (NameKind.PLACE, NameKind.ORGANISATION, NameKind.PERSON)]
    for last in reversed(states):
        chain = subject(reading.text, states, last.full.end + 1)
        if len(chain) > 1 and chain[0] is states[0]:
            yield from chain
            return
