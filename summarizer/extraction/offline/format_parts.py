"""What belongs to a format in its sentence: its stretch, status, place and date."""

from __future__ import annotations

import re

from summarizer.extraction.offline.format_words import (
    CAPITALS,
    CUES,
    LOCATED,
    SEPARATOR,
    UNNAMED,
)
from summarizer.extraction.offline.noun_phrases import Phrase
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import is_place, organisation
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.dates import Date
from summarizer.source import Span, hull

_IN_EFFECT = re.compile(
    r"\b(?:which|that)\s+(?:will|would|can|could|is\s+to|should)\s+(?:help|enable|allow|let|support|address|promote|serve|provide|make|bring|give|improve|strengthen|contribute|deal)\b",
    re.IGNORECASE,
)


class FormatParts:
    """Finds the parts of formats in the sentences of one text."""

    def __init__(self, scene: Scene, people: People) -> None:
        self.scene = scene
        self.people = people
        self.text = scene.text

    def segment(self, sentence: Sentence, found: list[Phrase], i: int) -> Span:
        """Return the stretch that belongs to a phrase: from the separator before it to the one before the next phrase."""
        phrase = found[i]
        floor = found[i - 1].span.end if i else sentence.span.start
        ceiling = found[i + 1].span.start if i + 1 < len(found) else sentence.span.end
        before = [m.end() for m in SEPARATOR.finditer(self.text, floor, phrase.span.start)]
        after = [m.start() for m in SEPARATOR.finditer(self.text, phrase.span.end, ceiling)]
        end = after[-1] if after and i + 1 < len(found) else ceiling
        return Span(before[-1] if before else floor, end)

    def hull(self, words: Span, place: Span | None, date: tuple[str, Span] | None) -> Span:
        """Return a phrase with its place and date, both of which stand in its own segment."""
        spans = [words, *([self.place_span(place)] if place else []), *([date[1]] if date else [])]
        return hull(spans)

    def with_cue(self, sentence: Sentence, own: Span, listed: str | None) -> list[Span]:
        """Return the format's words, joined with those that tell its status where these are near, else both."""
        start = self.cue_start(sentence, own, listed)
        if start >= own.start or own.start - start <= 60:
            return [Span(min(start, own.start), own.end)]
        cue = next(
            (
                m
                for _, p in CUES
                for m in p.finditer(sentence.text, start - sentence.span.start)
                if sentence.span.start + m.start() == start
            ),
            None,
        )
        end = sentence.span.start + cue.end() if cue else start
        begin = sentence.span.start if start - sentence.span.start < 60 else start
        return [own, Span(begin, end)] if cue else [Span(start, own.end)]

    def status(self, sentence: Sentence, at: Span, listed: str | None) -> str | None:
        """Return the status that the nearest word before the phrase, else after it, tells."""
        text = sentence.text
        offset = at.start - sentence.span.start
        before = [(m.end(), name) for name, p in CUES for m in p.finditer(text, 0, offset)]
        if listed:
            return (
                next((name for _, name in sorted(before, reverse=True) if name == "in_use"), listed)
                if not CUES[1][1].search(text)
                else "in_use"
            )
        after = [
            (m.start(), name) for name, p in CUES for m in p.finditer(text, at.end - sentence.span.start)
        ]
        told = {name for _, name in before}
        if CUES[1][1].search(text):
            return "in_use"
        if "proposed" in told and max(p for p, n in before if n == "proposed") == max(p for p, _ in before):
            return "proposed"
        if "agreed" in told:
            return "agreed"
        if before:
            return max(before)[1]
        return min(after)[1] if after and min(after)[1] == "announced" else None

    def cue_start(self, sentence: Sentence, at: Span, listed: str | None) -> int:
        """Return where the words that tell the status begin, at most a few lines before `at`."""
        starts = [
            sentence.span.start + m.start()
            for _, p in CUES
            for m in p.finditer(sentence.text, 0, at.start - sentence.span.start)
        ]
        if not starts or listed:
            return at.start
        return min(starts) if at.start - min(starts) < 260 else max(starts)

    def denied(self, sentence: Sentence, at: Span) -> bool:
        """Whether words are denied, asked or told under a condition."""
        bad = (
            Operation.NEGATION,
            Operation.DENIAL,
            Operation.CONDITION,
            Operation.CONSEQUENCE,
            Operation.QUESTION,
        )
        return any(
            o.operation in bad and o.scope.overlaps(at) and not UNNAMED.match(self.text, o.cue.start)
            for o in self.scene.reading.operators(sentence)
        )

    def places(self, within: Span) -> list[Span]:
        """Return the places named after "in", "at" or "to" in a stretch."""
        found = []
        for mention in self.scene.reading.mentions_in(within):
            if not within.contains(mention.span) or mention.kind not in (
                NameKind.PLACE,
                NameKind.OTHER,
                NameKind.PERSON,
            ):
                continue
            if any(d.span.overlaps(mention.span) for d in self.scene.dates_in(within)):
                continue
            if mention.kind is NameKind.PERSON and not re.search(
                r"\bin\s+$", self.text[max(within.start, mention.full.start - 4) : mention.full.start]
            ):
                continue
            if _IN_EFFECT.search(self.text, within.start, mention.span.start):
                continue  # "which will enable us to meet challenges in A": not where it sits
            lead = self.text[max(within.start, mention.span.start - 12) : mention.span.start]
            word = self.text[mention.span.start : mention.span.end]
            if not LOCATED.search(lead) or organisation(word):
                continue
            after = self.text[mention.span.end : mention.span.end + 12]
            if (
                mention.kind is NameKind.PLACE
                or is_place(word)
                or re.match(r"\s+(?:on|in|from|by|next)\b|[.,;\]]", after)
            ):
                found.append(mention.span)
        return found

    def place(self, segment: Span, phrase: Phrase) -> Span | None:
        """Return the place of a phrase: the first behind it, else the last before it, inside its segment."""
        places = [p for p in self.places(segment) if not phrase.core.contains(p)]
        after = [p for p in places if p.start >= phrase.core.end]
        before = [p for p in places if p.end <= phrase.core.start]
        return after[0] if after else before[-1] if before else None

    def place_name(self, span: Span | None) -> str | None:
        """Return the words of a place, capitalised words behind it included ("Porto [Novo]")."""
        if span is None:
            return None
        span = self.place_span(span)
        return one_line(self.text[span.start : span.end])

    def place_span(self, span: Span) -> Span:
        """Return a place with the capitalised words behind it."""
        more = CAPITALS.match(self.text, span.end)
        return Span(span.start, more.end() if more else span.end)

    def date(self, segment: Span, near: Span) -> tuple[str, Span] | None:
        """Return the date in a stretch that stands behind the phrase, else before it."""
        found = [
            (value, d.span)
            for d in self.scene.dates_in(segment)
            if segment.contains(d.span)
            and (value := self.ahead(d))
            and not re.search(r"\bsince\s+$", self.text[max(0, d.span.start - 8) : d.span.start])
        ]
        after = [f for f in found if f[1].start >= near.start]
        return after[0] if after else found[-1] if found else None

    def ahead(self, found: Date) -> str | None:
        """Return a date's value; of several readings the first that does not lie behind the publication."""
        anchor = self.scene.reading.anchor
        if (
            found.value
            and anchor
            and len(found.value) < 11
            and not re.search(r"\d{4}", self.text[found.span.start : found.span.end])
        ):
            year, rest = int(found.value[:4]), found.value[4:]
            if (
                rest
                and found.value < anchor.isoformat()[: len(found.value)]
                and f"{year + 1}{rest}" > anchor.isoformat()[: len(found.value)]
            ):
                return f"{year + 1}{rest}"  # "in May", told of what is to come
        options = [v for v in (found.value, *found.candidates) if v]
        later = [v for v in options if anchor is None or v[:10] >= anchor.isoformat()[: len(v[:10])]]
        return (later or options)[0] if options else None

    def name(self, phrase: Phrase) -> str:
        """Return a phrase's words on one line."""
        return one_line(self.text[phrase.span.start : phrase.span.end])
