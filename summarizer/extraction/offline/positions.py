"""Who holds which position, and who says so: from the attributions of a text and the stance verbs of its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from summarizer.extraction.offline.contents import Contents
from summarizer.extraction.offline.holders import Holders
from summarizer.extraction.offline.intervals import Intervals
from summarizer.extraction.offline.lead_ins import leads_in, listed_points
from summarizer.extraction.offline.leaning import standing
from summarizer.extraction.offline.listed_stances import listed_stances
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.speakers import Voice, is_known, no_speaker
from summarizer.extraction.offline.stance_words import (
    COURTESY,
    DENIES,
    IDLE,
    INLINE_LABEL,
    LOGISTIC,
    MET,
    POINTING,
    QUESTION_LINE,
    STANCE,
    STANCE_VERB,
    TALK,
)
from summarizer.extraction.offline.units import Kept, Unit, foremost, same_words, told_within, without_parts
from summarizer.extraction.offline.views import Views
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import one_line, sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.event.words import EVENT_NOUN
from summarizer.reading.naming.finder import NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of
from summarizer.source import Span, hull


class Positions:
    """Reads the positions of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices, results: Sequence[Span] = ()) -> None:
        self.scene = scene
        self.people = people
        self.results = results
        self.voices = voices
        self.attributions = voices.attributions
        self.who = Holders(scene, people, voices)
        self.contents = Contents(scene, self.attributions)
        self.views = Views(scene, people, voices, self.contents)

    def records(self) -> list[dict[str, Any]]:
        """Return the positions in the order of the text."""
        return [self._record(unit) for unit in self.units()]

    def units(self) -> list[Unit]:
        """Return the positions in the making, each stretch of text at most once."""
        found = [u for i in range(len(self.attributions)) for u in self._attributed(i)]
        found += list(self._stances(found))
        found += list(listed_stances(self.scene, self.who))
        points = list(listed_points(self.scene, self.who))
        told = Intervals(p.span for p in points)
        found = [u for u in found if not self._leads_in(u) and not told.overlaps(u.span)]
        found = [whole for u in found if (whole := self.contents.whole(u))] + points
        found = [alone for u in found if (alone := standing(self.scene, u))]
        kept = Kept(self.scene.text)
        for unit in sorted(found, key=lambda u: (u.content.start, -u.content.end)):
            if (
                not self._is_result(unit)
                and self._of_public(unit)
                and not self._tells_event(unit)
                and not any(same_words(unit.content, other.content) for other in kept.last())
                and not (unit.holder or "").endswith(("&", " and", " or"))
                and not any(told_within(unit, other) for other in kept.last())
            ):
                kept.put(unit)
        return foremost(without_parts(kept.units()), self.scene, self.people)

    def _leads_in(self, unit: Unit) -> bool:
        """Whether a position is only the sentence that leads in a list."""
        last = self.scene.reading.sentence_at(unit.span.end - 1)
        return last is not None and last.span.end - unit.span.end <= 3 and leads_in(self.scene, last)

    def _of_public(self, unit: Unit) -> bool:
        """Whether a position counts in a text that tells of no event: of somebody in office, a state, a body, or quoted."""
        if self.scene.event is None and not self.scene.joint and not self._public:
            return False
        if (
            self.scene.event is not None
            or self.scene.joint
            or unit.quote is not None
            or unit.voice.first
            or unit.voice.joint
        ):
            return True
        entity = unit.voice.entity
        if unit.voice.text is not None and unit.voice.text == self.who.issuer.text:
            return True
        if not self._public:
            return False
        if entity is None or entity.kind is NameKind.GROUP:
            return bool(unit.holder and COLLECTIVE.fullmatch(unit.holder))
        if entity.kind is NameKind.PLACE:
            return country_of(unit.voice.text or "") is not None  # not "former U.S. Air Force colleagues"
        return entity.kind is not NameKind.PERSON or any("veteran" not in role for role, _ in entity.roles)

    @cached_property
    def _public(self) -> bool:
        """Whether a text without an event is of public affairs at all: it names a state, or somebody in office."""
        names = self.scene.reading.names.entities
        return any(
            not e.furniture_only
            and (
                country_of(e.name or "") is not None
                or any(role_form(t).head in _IN_OFFICE for t, _ in e.roles)
            )
            for e in names
        )

    def _tells_event(self, unit: Unit) -> bool:
        """Whether words are those that tell of the event itself."""
        event, sentence = self.scene.event, self.scene.reading.sentence_at(unit.content.start)
        if event is None or sentence is None or unit.quote is not None:
            return False
        opens = any(s.number == sentence.number for s in self.scene.body[:4])
        return (event.deed and unit.content.contains(event.span)) or (
            opens
            and bool(
                MET.search(
                    self.scene.text,
                    unit.span.start if unit.voice.joint else unit.content.start,
                    unit.content.end,
                )
            )
        )

    def _is_result(self, unit: Unit) -> bool:
        """Whether words tell what was agreed together and stand already among the formats and agreements."""
        entity, holder = unit.voice.entity, unit.holder or "they"
        together = COLLECTIVE.search(holder) or " and " in holder or holder.lower() in ("they", "we", "both")
        body = unit.voice.text is not None and (entity is None or entity.kind is not NameKind.PERSON)
        words = self.scene.text[unit.span.start : unit.span.end]
        if not (together or body) and not re.match(
            r"\W*we\s+(?:have\s+|also\s+)*agreed\b", words, re.IGNORECASE
        ):
            return False
        return bool(re.search(r"\b(?:agreed|decided)\b", words)) and any(
            r.overlaps(unit.span) for r in self.results
        )

    def _named_before(self, unit: Unit) -> list[Span]:
        """Return the words that a collective holder is named by, where the position itself only says "they"."""
        if not unit.holder or not COLLECTIVE.fullmatch(unit.holder):
            return []
        words = one_line(self.scene.text[unit.span.start : unit.span.end])
        found = None if unit.holder.casefold() in words.casefold() else self.who.antecedent(unit.span)
        return [found] if found else []

    def _record(self, unit: Unit) -> dict[str, Any]:
        return {
            "holder": unit.holder,
            "speaker": unit.voice.text,
            "statement": unit.statement,
            "quote": self.scene.text[unit.quote.start : unit.quote.end] if unit.quote else None,
            "direct": unit.quote is not None,
            "evidence": self.scene.evidence(unit.span, *unit.also, *self._named_before(unit)),
        }

    def _attributed(self, index: int) -> Iterator[Unit]:
        attribution = self.attributions[index]
        voice = self.voices.of(index)
        sentence = self.scene.reading.sentence_at(attribution.speaker.start) if attribution.speaker else None
        if (
            sentence is not None
            and attribution.rule != "label"
            and attribution.speaker
            and attribution.speaker.start < self.scene.start(sentence)
        ):
            return  # a dateline or the number of a paragraph, taken for a subject
        if (
            self.views.parent(index) is not None
            or voice.asks
            or not attribution.content
            or self.views.in_heading(attribution.content[0])
        ):
            return
        if (
            attribution.strength == "weak"
            or attribution.reports is CueClass.FINDING
            or not self.views.reports(attribution, voice)
        ):
            return
        voice = self.who.with_team(voice, attribution.speaker)
        if voice.first and not self.scene.joint and attribution.rule != "label":
            voice = self.who.oneself(voice)
        if (self.views.idle_talk(attribution, voice) and not self._issues(voice)) or no_speaker(voice):
            return
        if attribution.rule == "label":
            yield from self._turn(index, attribution, voice)
        elif (
            voice.entity is not None
            or voice.plural
            or (voice.first and self.scene.joint)
            or is_known(voice)
            or self._issues(voice)
        ):
            if attribution.kind == "direct":
                yield from self._quoted(index, attribution, voice)
            else:
                yield from self._reported(index, attribution, voice)

    def _issues(self, voice: Voice) -> bool:
        return voice.text is not None and voice.text == self.who.issuer.text

    def _quoted(self, index: int, attribution: Attribution, voice: Voice) -> Iterator[Unit]:
        """Yield one position for each sentence of a quotation that says enough."""
        pieces = [span for piece in attribution.content for span in self.contents.sentences(piece)]
        full = [p for p in pieces if self.contents.weight(p) >= 4]
        short = [] if full else [p for p in pieces if self.contents.weight(p) >= 2][:1]
        for span in [p for p in pieces if p in short or self.contents.says_enough(p)]:
            statement = sentence_of(self.scene.text[span.start : span.end])
            if statement and self._worthy(span, voice):
                quote = self.contents.without_bracket(span)
                yield Unit(
                    span,
                    span,
                    self.who.speaker(voice, index),
                    self.who.holder(index, span, voice),
                    statement,
                    quote,
                )

    def _turn(self, index: int, attribution: Attribution, voice: Voice) -> Iterator[Unit]:
        """Yield the sentences of a speaker's turn that take a position, short ones joined to their neighbours."""
        for piece in attribution.content:
            if QUESTION_LINE.match(self.scene.text, piece.start, piece.end):
                return  # a question whose label was not set off
            other = INLINE_LABEL.search(self.scene.text, piece.start, piece.end)
            for span in self._joined(piece):
                if other is not None and span.end > other.start():
                    return  # another speaker's label stands in the running text: whose words follow is not sure
                words = self.scene.text[span.start : span.end]
                if (
                    self.contents.weight(span) < (2 if DENIES.search(words) else 3)
                    or TALK.search(words)
                    or POINTING.match(words)
                    or words.rstrip().endswith(("?", "--", "—", "–"))
                ):
                    continue
                if self.scene.quoted_on.contains(span) or words[:1] in '“"‘—–-':
                    continue  # read out from another's words, or the end of what was broken off
                if not (STANCE.search(words) or self.who.inner(index, span)):
                    continue
                statement = sentence_of(words)
                holder = self.who.holder(index, span, voice)
                if holder == voice.text and _HE_SAID.match(words):
                    holder = self.who.talked_with(span, voice)
                if statement and holder:  # of "they" of whom nothing is known, nobody learns a thing
                    yield Unit(
                        span,
                        span,
                        self.who.speaker(voice, index),
                        holder,
                        statement,
                        span,
                    )

    def _joined(self, piece: Span) -> Iterator[Span]:
        """Yield the sentences of a piece; one with less than three content words goes with the one before it."""
        held: Span | None = None
        for span in self.contents.sentences(piece):
            words = self.scene.text[span.start : span.end]
            if COURTESY.match(words) or words.rstrip().endswith("?"):
                continue
            if held is not None and self.contents.scrap(held):
                held = None  # "Very briefly.": not worth its place before the answer
            if (
                held is not None
                and (self.contents.weight(span) < 3 or self.contents.weight(held) < 3)
                and span.end - held.start < 260
                and not POINTING.match(self.scene.text[held.start : held.end])
            ):
                held = Span(held.start, span.end)
                continue
            if held is not None:
                yield held
            held = span
        if held is not None:
            yield held

    def _reported(self, index: int, attribution: Attribution, voice: Voice) -> Iterator[Unit]:
        """Yield the one position of an indirect or mixed attribution."""
        content = self.contents.with_clause_of_noun(hull(attribution.content), index)
        content = self.contents.one_clause(content, index, attribution)
        sentence = self.scene.reading.sentence_at(content.start)
        if sentence is not None and content.start < self.scene.start(sentence) < content.end:
            content = Span(self.scene.start(sentence), content.end)  # behind the dateline
        if sentence is None or self.contents.weight(content) < 2 or not self._worthy(content, voice):
            return
        parts = [
            content,
            *self._group_of(attribution.speaker),
            *(
                s
                for s in (attribution.speaker, attribution.cue, voice.span if voice.joint else None)
                if s and sentence.span.contains(s)
            ),
        ]
        whole = hull(parts)
        statement = self.contents.statement(index, attribution, voice, content, whole)
        holder = self.who.holder(index, content, voice)
        if statement and holder:
            yield Unit(
                whole,
                content,
                self.who.speaker(voice, index),
                holder,
                statement,
                self.contents.quote_in(content),
            )

    def _group_of(self, speaker: Span | None) -> Iterator[Span]:
        """Yield the whole of "the leaders of A and B", of which an attribution may only have the end."""
        for mention in self.scene.reading.mentions_in(speaker) if speaker else ():
            if (
                speaker
                and mention.kind is NameKind.GROUP
                and mention.full.contains(speaker)
                and mention.full != speaker
            ):
                yield mention.full

    def _stances(self, found: list[Unit]) -> Iterator[Unit]:
        """Yield sentences in which a party takes a stance by a verb that reports no clause: "made clear", "gave a positive assessment"."""
        taken = Intervals(u.span for u in found)
        covered = Intervals(
            p
            for i, a in enumerate(self.attributions)
            if (a.rule == "label" and not self.views.lists(i)) or a.kind == "direct"
            for p in a.content
        )
        for sentence in self.scene.body:
            if taken.overlaps(sentence.span) or covered.contains(sentence.span):
                continue
            voice = self.who.subject(Span(self.scene.start(sentence), sentence.span.end))
            if voice is None or voice.span is None:
                continue
            match = STANCE_VERB.match(self.scene.text, voice.span.end, sentence.span.end)
            if not match or self.contents.weight(sentence.span) < 4 or not self._worthy(sentence.span, voice):
                continue
            span = self.scene.trimmed(Span(voice.span.start, sentence.span.end))
            if voice.text is None:
                continue
            statement = self.contents.with_name(self.scene.text[span.start : span.end], voice)
            if statement:
                they = voice.plural and voice.text.lower() in ("they", "each")
                holder = self.who.they(span) if they else voice.text
                quote = self.contents.quote_in(span)
                yield Unit(span, span, self.who.speaker(voice), holder, statement, quote)

    def _worthy(self, span: Span, voice: Voice) -> bool:
        words = self.scene.text[span.start : span.end]
        if COURTESY.match(words) or _THANKS.match(words) or words.rstrip().endswith("?"):
            return False
        return not IDLE.search(words) and not (
            LOGISTIC.search(words) and EVENT_NOUN.search(words) and len(words) < 220
        )


_HE_SAID = late_regex(
    r"\W*(?:(?:But|And|So|Then),?\s+)?(?:(?:He|She)\s+(?:did|has|does|is)(?:n['’]t|\s+not)?\.\s+|(?:In|At|On|Over|Before|After)\s+[^.;,]{2,30}?,?\s+(?=he|she))?(?:[Hh]e|[Ss]he)\s+(?:also\s+|then\s+)?(?:told|said|asked|answered|replied|promised|assured|insisted|tells|says|asks|thinks|believes|wants)\b"
)
_THANKS = re.compile(
    r"(?:\S+\s+){0,3}(?:gratitude|thanks|condolences|with\s+pleasure)\b|with\s+pleasure\b", re.IGNORECASE
)
_IN_OFFICE = frozenset(
    "president minister premier chancellor secretary ambassador envoy commissioner governor senator spokesman spokeswoman spokesperson official "
    "diplomat king queen general councillor mayor negotiator lawmaker".split()
)
