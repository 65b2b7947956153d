"""Formats of talks that a text tells as agreed, announced, in use or proposed, each with place, parties and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarizer.extraction.offline.format_lists import FormatLists
from summarizer.extraction.offline.format_words import (
    ANY_CUE,
    BEGINS,
    BODY,
    COMPOUND,
    CREATES,
    FORUM_LEAD,
    FOUNDING,
    GENERIC,
    IT,
    LISTING,
    MEET,
    OF_TALKS,
    ON_THE_SIDE,
    PAST,
    PROPOSES,
    RESUMES,
    Found,
    merge,
    same,
    sides,
)
from summarizer.extraction.offline.intervals import Intervals
from summarizer.extraction.offline.noun_phrases import Phrase, phrases
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import one_line
from summarizer.reading.blocks import BlockKind
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_ENOUGH = 300  # mentions of formats; a text with more is a calendar


class Formats(FormatLists):
    """Reads the formats of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices) -> None:
        super().__init__(scene, people)
        self.spans: list[Span] = []
        self._founded: tuple[int, Found | None] = (0, None)  # the body founded last, and in which sentence
        self._asked = Intervals(
            p
            for i, a in enumerate(voices.attributions)
            if a.rule == "label" and voices.of(i).asks
            for p in a.content
        )

    def records(self) -> list[dict[str, Any]]:
        """Return the formats in the order of the text, those that are one merged."""
        merged: list[Found] = []
        for found in islice(self._all(), _ENOUGH):
            other = next((m for m in merged if same(m, found)), None)
            if other is None:
                merged.append(found)
            else:
                merge(other, found)
        told = [f for f in merged if f.status]
        placed = [f for f in told if f.place]
        kept = [f for f in told if len(placed) < 2 or f.place or not GENERIC.search(f.name)]
        self.spans = [s for f in kept for s in f.evidence]
        return [self._record(f) for f in kept]

    def _record(self, found: Found) -> dict[str, Any]:
        spans = found.evidence[:3]
        if found.parties and found.parties == self.people.sides and len(found.parties) > 1:
            spans = [*spans, *self._telling_parties(spans)]
        return {
            "name": found.name,
            "place": found.place,
            "parties": found.parties,
            "date": found.date,
            "status": found.status,
            "evidence": self.scene.evidence(*spans),
        }

    def _telling_parties(self, spans: list[Span]) -> list[Span]:
        """Return the words that tell who takes part in the event, which the evidence of a format may only call "they"."""
        named = [s for entity in self.people.entities for s in self.people.evidence[entity.id][:1]]
        return (
            []
            if all(any(e.contains(n) for e in spans) for n in named)
            else [s for s in named if not any(e.contains(s) for e in spans)][:3]
        )

    def _all(self) -> Iterator[Found]:
        listing: Span | None = None
        for sentence in self.scene.story:
            if self._asked.contains(sentence.span):
                continue
            if listing and sentence.block.kind is BlockKind.LIST_ITEM:
                for found in self._in_sentence(sentence, "agreed"):
                    found.evidence.append(listing)
                    yield found
                continue
            listing = (
                sentence.span
                if LISTING.search(sentence.text) and not self.denied(sentence, sentence.span)
                else None
            )
            if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
                yield from self.heading(sentence)
                continue
            yield from self.brackets(sentence)
            yield from self._in_sentence(sentence, None)

    def _in_sentence(self, sentence: Sentence, listed: str | None) -> Iterator[Found]:
        if not listed and not ANY_CUE.search(sentence.text):
            return
        if listed_in_words := list(self.channels(sentence)):
            yield from listed_in_words
            return
        found = list(phrases(self.text, sentence.span))
        places = self.places(sentence.span)
        if chain := self.place_list(places, sentence):
            yield from self.placed(sentence, found, chain, listed)
            return
        for i, phrase in enumerate(found):
            segment = self.segment(sentence, found, i)
            made = self._made(sentence, phrase, segment, listed)
            if made and self._sits(sentence, phrase, made):
                continue
            if made:
                if made.founded:
                    self._founded = (sentence.number, made)
                yield made
        yield from self.through(sentence, found)
        for meeting in self.meet(sentence, found):
            if not self._meets_first(sentence, meeting):
                yield meeting

    def _sits(self, sentence: Sentence, phrase: Phrase, made: Found) -> bool:
        """Give place and date of "which will hold its first session in A" to the body that the sentence founds."""
        number, body = self._founded
        own = re.search(
            r"\bits\s+$", self.text[max(sentence.span.start, phrase.span.start - 6) : phrase.span.start]
        )
        if body is None or number != sentence.number or not own:
            return False
        body.place, body.date = body.place or made.place, body.date or made.date
        body.evidence += made.evidence
        return True

    def _meets_first(self, sentence: Sentence, meeting: Found) -> bool:
        """Give place and date of "It will meet in A on D" to the body that the sentence before founds."""
        number, body = self._founded
        subject = self.text[self.scene.start(sentence) : meeting.words.start]
        if body is None or sentence.number != number + 1 or not IT.fullmatch(subject):
            return False
        body.place, body.date = body.place or meeting.place, body.date or meeting.date
        body.evidence += meeting.evidence
        return True

    def _made(self, sentence: Sentence, phrase: Phrase, segment: Span, listed: str | None) -> Found | None:
        status = self.status(sentence, phrase.core, listed)
        if status is None or self.denied(sentence, phrase.core) or self._own_event(phrase):
            return None
        lead = self.text[max(sentence.span.start, phrase.span.start - 60) : phrase.span.start]
        if ON_THE_SIDE.search(lead):
            return None
        place, date = self.place(segment, phrase), self.date(segment, phrase.span) or self._begins(segment)
        created = (
            (
                bool(
                    CREATES.search(
                        self.text[max(sentence.span.start, phrase.span.start - 60) : phrase.span.start]
                    )
                )
                and (
                    not phrase.definite
                    or bool(
                        FOUNDING.search(
                            self.text[max(sentence.span.start, phrase.span.start - 40) : phrase.span.start]
                        )
                    )
                )
            )
            or (status in ("agreed", "announced") and self._resumed(sentence, phrase))
            or (status in ("agreed", "announced") and self._comes_new(sentence, phrase))
            or (
                status == "proposed"
                and not phrase.bare
                and bool(
                    PROPOSES.search(
                        self.text[max(sentence.span.start, phrase.span.start - 24) : phrase.span.start]
                    )
                )
            )
        )
        if not (
            place or date or created or self._is_forum(phrase) or (status == "in_use" and not phrase.bare)
        ):
            return None
        vague = phrase.bare or (GENERIC.fullmatch(phrase.head) and not sides(self.name(phrase)))
        if vague and not place and not created:
            return None
        if status == "agreed" and self._only_a_view(sentence, phrase):
            return None
        if (
            PAST.search(self.text[max(sentence.span.start, phrase.span.start - 40) : phrase.span.start])
            and not created
        ):
            return None
        own = self.hull(phrase.span, place, date)
        name = self.name(phrase)
        return Found(
            name,
            phrase.span,
            self.place_name(place),
            date[0] if date else None,
            status,
            self._parties(sentence, phrase, status),
            self.with_cue(sentence, own, listed),
            precise=not phrase.bare,
            founded=created and bool(BODY.search(phrase.head)),
        )

    def _resumed(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a body with a name, which is no new one, is taken up again: "resume the A-B Dialogue"."""
        core = self.text[phrase.core.start : phrase.core.end].split()
        lead = self.text[max(sentence.span.start, phrase.core.start - 40) : phrase.core.start]
        return sum(w[0].isupper() for w in core) >= 2 and bool(RESUMES.search(lead))

    def _comes_new(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a joint body is told for the first time as what will do something: "a joint task force will guard the line"."""
        lead = self.text[max(sentence.span.start, phrase.span.start - 4) : phrase.span.start]
        words = self.text[phrase.span.start : phrase.core.end].lower().split()
        return bool(
            re.search(r"\ban?\s+$", lead, re.IGNORECASE)
            and BODY.search(phrase.head)
            and {"joint", "new", "common", "shared"} & set(words)
        )

    def _begins(self, segment: Span) -> tuple[str, Span] | None:
        """Return the date of "…, to begin work on 1 April", behind a comma."""
        match = BEGINS.match(self.text, segment.end)
        return self.date(Span(segment.end, match.end()), segment) if match else None

    def _own_event(self, phrase: Phrase) -> bool:
        """Whether a phrase is the event itself ("the talks") and no format to come."""
        event = self.scene.event
        if event is None:
            return False
        meets = MEET.match(self.text, phrase.span.end + 1) or re.match(
            r"\s+will\b", self.text[phrase.span.end : phrase.span.end + 8]
        )
        return phrase.span.overlaps(event.span) or (
            phrase.definite and phrase.bare and not (meets and BODY.search(phrase.head))
        )

    def _is_forum(self, phrase: Phrase) -> bool:
        """Whether a phrase is a body with a name through or in which there is to be talk."""
        core = self.text[phrase.core.start : phrase.core.end].split()
        lead = self.text[max(0, phrase.core.start - 24) : phrase.core.start]
        named = sum(w[0].isupper() for w in core) >= 2 or bool(COMPOUND.match(core[0]))
        sentence = self.scene.reading.sentence_at(phrase.core.start)
        of_talks = sentence is not None and bool(OF_TALKS.search(sentence.text))
        return named and of_talks and bool(FORUM_LEAD.search(lead))

    def _only_a_view(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether "agreed that" is followed by what they think and not by what will be."""
        match = re.search(r"\bagree[ds]?\s+that\b", sentence.text, re.IGNORECASE)
        if not match or sentence.span.start + match.end() > phrase.core.start:
            return False
        return not re.search(
            r"\b(?:will|shall|to\s+be|would\s+(?:be\s+held|meet|begin|start|take|convene|host))\b",
            sentence.text[match.end() :],
        )

    def _parties(self, sentence: Sentence, phrase: Phrase, status: str) -> list[str]:
        """Return the states and bodies in the phrase's own words, else those who meet or agreed in its sentence."""
        core = self.text[phrase.core.start : phrase.core.end]
        if own := sides(one_line(core)):
            return own
        if status == "proposed":
            return []
        subject = self.text[sentence.span.start : phrase.span.start]
        if COLLECTIVE.search(subject) or re.search(
            r"\b(?:they|we|bilateral|trilateral|it\s+was\s+agreed)\b", subject + core, re.IGNORECASE
        ):
            return list(self.people.sides) if len(self.people.sides) > 1 else []
        return []
