"""Formats told one after the other, in an editor's brackets, in a heading, or by "will meet in A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extraction.offline.format_parts import FormatParts
from summarizer.extraction.offline.format_words import (
    BRACKETS,
    CHANNELS,
    IN_FORMATS,
    MEET,
    SEPARATOR,
    THROUGH,
    Found,
    sides,
)
from summarizer.extraction.offline.noun_phrases import Phrase, phrases
from summarizer.extraction.offline.scene import COLLECTIVE
from summarizer.extraction.offline.wording import one_line
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.sentences import Sentence
from summarizer.source import Span


class FormatLists(FormatParts):
    """Reads the formats that no single noun phrase with its own verb tells."""

    def place_list(self, places: list[Span], sentence: Sentence) -> list[Span]:
        """Return places told one after the other: "in A, in B through C and in D through E"."""
        chain: list[Span] = []
        for place in places:
            gap = self.text[chain[-1].end : place.start] if chain else ""
            joined = re.fullmatch(
                r"(?:\s+(?:through|via|at|under|with)\s+[^,;.]{2,50}?)?\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:in|at)\s+(?:the\s+)?",
                gap,
            )
            if not chain or joined:
                chain.append(place)
            elif len(chain) < 2:
                chain = [place]
            else:
                break
        return chain if len(chain) >= 2 else []

    def placed(
        self, sentence: Sentence, found: list[Phrase], chain: list[Span], listed: str | None
    ) -> Iterator[Found]:
        """Yield one format for each place of a list."""
        before = [p for p in found if p.span.end <= chain[0].start]
        general = before[-1] if before else None
        anchor = general.core if general else Span(chain[0].start, chain[0].end)
        status = self.status(sentence, anchor, listed) or self.status(sentence, chain[0], listed)
        if status is None or self.denied(sentence, anchor) or self.denied(sentence, chain[0]):
            return
        for i, place in enumerate(chain):
            end = chain[i + 1].start if i + 1 < len(chain) else sentence.span.end
            piece = Span(place.end, end)
            cut = SEPARATOR.search(self.text, piece.start, piece.end)
            piece = Span(piece.start, cut.start() if cut else piece.end)
            body = self.body(piece)
            words = body or (general.span if general else place)
            name = one_line(self.text[words.start : words.end]) if body or general else "talks"
            date = self.date(piece, piece)
            parties = sides(name) if body else list(self.people.sides) if len(self.people.sides) == 2 else []
            start = self.cue_start(sentence, place, listed)
            yield Found(
                name,
                words,
                self.place_name(place),
                date[0] if date else None,
                status,
                parties,
                [Span(start, chain[-1].end if not body else max(piece.end, chain[-1].end))],
                precise=bool(body),
            )

    def body(self, piece: Span) -> Span | None:
        """Return the body named after "through", "via", "at" in a stretch."""
        match = THROUGH.search(self.text, piece.start, piece.end)
        if not match:
            return None
        end = len(self.text[match.end() : piece.end].rstrip(' ,.;”"')) + match.end()
        words = self.text[match.end() : end]
        return Span(match.end(), end) if words and words[0].isupper() and len(words.split()) <= 8 else None

    def through(self, sentence: Sentence, found: list[Phrase]) -> Iterator[Found]:
        """Yield bodies that a list of formats names without a noun for a meeting: "…, and at the Organisation for X"."""
        if len(found) < 1:
            return
        for match in re.finditer(
            r"(?:,|\band)\s+(?:and\s+)?(?:at|through|within)\s+(?:the\s+)?", sentence.text
        ):
            start = sentence.span.start + match.end()
            mention = next(
                (
                    m
                    for m in self.scene.reading.mentions_in(Span(start, min(sentence.span.end, start + 120)))
                    if abs(m.span.start - start) <= 4 and m.kind is NameKind.ORGANISATION
                ),
                None,
            )
            if mention is None or any(p.span.overlaps(mention.span) for p in found):
                continue
            tail = self.text[mention.span.end : mention.span.end + 40]
            status = self.status(sentence, mention.span, None)
            if (
                status is None
                or re.match(r"\s+(?:through|via)\b", tail)
                or self.denied(sentence, mention.span)
            ):
                continue
            name = one_line(self.text[mention.span.start : mention.span.end])
            cue = self.cue_start(sentence, mention.span, None)
            yield Found(
                name,
                mention.span,
                None,
                None,
                status,
                sides(name),
                [Span(min(cue, mention.span.start), mention.span.end)],
            )

    def channels(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the items of "through three channels: A, B and C", whatever nouns they are."""
        match = CHANNELS.search(sentence.text)
        if not match or self.place_list(self.places(sentence.span), sentence):
            return
        start = sentence.span.start + match.end()
        stop = re.compile(r"[.;:]\s|[.;:]$").search(self.text, start, sentence.span.end)
        inner = Span(start, stop.start() if stop else sentence.span.end)
        items = list(_items(self.text, inner))
        status = self.status(sentence, inner, None)
        if len(items) < 2 or status is None or self.denied(sentence, inner):
            return
        evidence = Span(min(self.cue_start(sentence, inner, None), inner.start), inner.end)
        for item in items:
            name = one_line(self.text[item.start : item.end])
            parties = sides(name) or (
                list(self.people.sides)
                if re.match(r"bi|tri", name, re.IGNORECASE) and len(self.people.sides) > 1
                else []
            )
            yield Found(name, item, None, None, status, parties, [evidence])

    def meet(self, sentence: Sentence, found: list[Phrase]) -> Iterator[Found]:
        """Yield the meeting that "will meet in X on D" tells, where no noun tells it."""
        for match in MEET.finditer(sentence.text):
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            cut = SEPARATOR.search(self.text, at.end, sentence.span.end)
            segment = Span(at.start, self.reach(at.end, sentence.span.end, cut))
            if any(segment.overlaps(p.span) for p in found) or self.denied(sentence, at):
                continue
            place, date = next(iter(self.places(segment)), None), self.date(segment, at)
            soon = date or any(segment.contains(d.span) for d in self.scene.dates_in(segment))
            if not place or not (soon or "agreed" in match[0].lower()):
                continue
            subject = self.text[max(sentence.span.start, at.start - 80) : at.start]
            who = list(COLLECTIVE.finditer(subject))
            near = [
                p
                for p in found
                if p.span.end <= at.start
                and re.fullmatch(r"\s*|,?\s+(?:which|that)\s+", self.text[p.span.end : at.start])
            ]
            if near:
                continue
            name = "meeting of " + one_line(who[-1][0]).lower() if who else "meeting"
            start = self.scene.start(sentence) if at.start - sentence.span.start < 120 else at.start
            parties = sides(one_line(subject)) or (
                list(self.people.sides) if len(self.people.sides) > 1 else []
            )
            status = "agreed" if re.search(r"\bagreed?\b", sentence.text[: match.end()]) else "announced"
            yield Found(
                name,
                at,
                self.place_name(place),
                date[0] if date else None,
                status,
                parties,
                [Span(start, max([self.place_span(place).end, *([date[1].end] if date else [])]))],
                precise=False,
            )

    def reach(self, start: int, stop: int, cut: re.Match[str] | None) -> int:
        """Return where the words on a meeting end: at a separator that no place or date follows."""
        if cut is None:
            return stop
        later = self.text[cut.end() : min(stop, cut.end() + 30)]
        if re.match(r"\s*(?:here\s+)?(?:in|on|at|before)\b", later):
            return self.reach(cut.end(), stop, SEPARATOR.search(self.text, cut.end(), stop))
        return cut.start()

    def brackets(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the formats that an editor's bracket lists: "[bilateral talks in A, council in B, and summit in C]"."""
        for bracket in BRACKETS.finditer(sentence.text):
            inner = Span(sentence.span.start + bracket.start(1), sentence.span.start + bracket.end(1))
            found = list(phrases(self.text, inner))
            for i, phrase in enumerate(found):
                floor = found[i - 1].span.end if i else inner.start
                ceiling = found[i + 1].span.start if i + 1 < len(found) else inner.end
                segment = Span(floor, ceiling)
                place, date = self.place(segment, phrase), self.date(segment, phrase.span)
                if place or date:
                    confirmed = len(found) == 1 and self.status(
                        sentence, Span(sentence.span.end, sentence.span.end), None
                    )
                    yield Found(
                        self.name(phrase),
                        phrase.span,
                        self.place_name(place),
                        date[0] if date else None,
                        confirmed or "announced",
                        sides(self.name(phrase)) or self.both(phrase),
                        [inner],
                    )

    def both(self, phrase: Phrase) -> list[str]:
        """Return the sides of the event for a phrase that calls itself bilateral or trilateral."""
        bilateral = re.search(
            r"\b(?:bilateral|two-way|trilateral)\b",
            self.text[phrase.core.start : phrase.core.end],
            re.IGNORECASE,
        )
        return list(self.people.sides) if bilateral and len(self.people.sides) > 1 else []

    def heading(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the formats of a heading "Talks to be held in 3 formats: A, B, C"."""
        match = IN_FORMATS.search(sentence.text)
        if not match or self.denied(sentence, sentence.span):
            return
        start = sentence.span.start + match.end()
        head = list(phrases(self.text, Span(sentence.span.start, sentence.span.start + match.start())))
        for mention in self.scene.reading.mentions_in(Span(start, sentence.span.end)):
            if mention.span.start >= start and mention.kind is NameKind.PLACE:
                words = head[-1].span if head else mention.span
                name = one_line(self.text[words.start : words.end]).lower() if head else "talks"
                yield Found(
                    name,
                    words,
                    one_line(self.text[mention.span.start : mention.span.end]),
                    None,
                    "announced",
                    [],
                    [sentence.span],
                    precise=False,
                )


def _items(text: str, inner: Span) -> Iterator[Span]:
    """Yield the items of a list in running text, without "and", "the", "at" before them."""
    at = inner.start
    for cut in (*re.finditer(r",\s*(?:and\s+)?|\s+and\s+", text[inner.start : inner.end]), None):
        end = inner.start + cut.start() if cut else inner.end
        piece = text[at:end]
        lead = re.match(r"\s*(?:(?:at|in|through|within|on)\s+)?(?:the\s+|a\s+|an\s+)?", piece)
        start = at + (lead.end() if lead else 0)
        if start < end and len(piece.split()) <= 9:
            yield Span(start, start + len(text[start:end].rstrip()))
        at = inner.start + cut.end() if cut else end
