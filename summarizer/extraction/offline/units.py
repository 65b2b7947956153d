"""Positions in the making, and which of many are worth a place in a briefing."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.speakers import Voice
from summarizer.extraction.offline.stance_words import FIRM, MOST
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.event.words import EVENT_NOUN
from summarizer.source import Span

# What only those understand who heard the words before, and speech that starts anew.
_POINTS_BACK = late_regex(
    r"\W*(?:(?:And|But|So|Well|Again|Because),?\s+)*(?:They|It|He|She|That|This|Those|These|You|I\s+mean|As|Like)\b(?:['’]\w+)?",
    re.IGNORECASE,
)
_FALTERS = late_regex(r"\w\s*—\s|\byou\s+know\b|\b\w+-\s*—", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One position in the making: where its words stand, who speaks, whose it is, and the words in quotation marks."""

    span: Span
    content: Span
    voice: Voice
    holder: str | None
    statement: str
    quote: Span | None
    also: tuple[Span, ...] = ()  # what else its statement rests on: the words that lead in its list


class Kept:
    """The positions that are kept, in the order in which they came; one takes the place of those told in its words."""

    _LAST = 4  # positions that the next one is compared with

    def __init__(self, text: str) -> None:
        self._text = text
        self._units: dict[int, Unit] = {}
        self._places: list[tuple[int, int]] = []  # where each begins, with its number, by place

    def units(self) -> list[Unit]:
        """Return all that are kept."""
        return list(self._units.values())

    def last(self) -> Iterator[Unit]:
        """Yield the last ones, the last first."""
        return islice(reversed(self._units.values()), self._LAST)

    def put(self, unit: Unit) -> None:
        """Keep a position, and no longer those whose words stand word for word in its whole sentence."""
        first, last = (bisect_left(self._places, (place,)) for place in unit.span)
        for _, number in self._places[first:last]:
            other = self._units.get(number)
            if other is not None and self._in_words_of(other, unit):
                del self._units[number]
        number = len(self._places)
        self._units[number] = unit
        insort(self._places, (unit.span.start, number))

    def _in_words_of(self, unit: Unit, other: Unit) -> bool:
        if not told_within(unit, other):
            return False
        words = one_line(self._text[unit.content.start : unit.content.end])
        return words.casefold() in other.statement.casefold()


def foremost(units: list[Unit], scene: Scene, people: People) -> list[Unit]:
    """Return the positions, of a long text only the weightiest: a briefing is no transcript."""
    if len(units) <= MOST:
        return units
    ranked = sorted(range(len(units)), key=lambda i: (-_rank(units[i], scene, people), i))[:MOST]
    return [units[i] for i in sorted(ranked)]


def _rank(unit: Unit, scene: Scene, people: People) -> float:
    """Rate a position: a participant's before others', a firm stance before talk, a full sentence before a scrap."""
    words = scene.text[unit.span.start : unit.span.end]
    entity = unit.voice.entity
    own = entity is not None and entity.id in people.evidence
    led = any(unit.holder and unit.holder == scene.describe(e) for e in people.entities)
    length = len(words.split())
    firm = len(FIRM.findall(words))
    vague = bool(_POINTS_BACK.match(words)) + bool(_FALTERS.search(words))
    return (
        2.0 * (own or led)
        + min(firm, 2)
        + 0.5 * (8 <= length <= 45)
        + 0.5 * bool(EVENT_NOUN.search(words))
        - 0.8 * vague
    )


def told_within(unit: Unit, other: Unit) -> bool:
    """Whether a position stands already in the whole sentence of another of the same speaker."""
    return (
        other.span != other.content
        and other.span.contains(unit.span)
        and other.span != unit.span
        and other.voice.text == unit.voice.text
    )


def same_words(a: Span, b: Span) -> bool:
    """Whether two stretches share most of the shorter."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0.6 * min(a.end - a.start, b.end - b.start)


def without_parts(units: list[Unit]) -> list[Unit]:
    """Return positions without those that another of the same holder tells whole: "A explained X" before "A explained X, and proposed Y"."""
    return [
        unit
        for unit in units
        if unit.quote is not None
        or not any(
            other is not unit
            and other.holder == unit.holder
            and other.span.contains(unit.span)
            and other.span != unit.span
            and unit.statement.rstrip(".").lower() in other.statement.lower()
            for other in units
        )
    ]
