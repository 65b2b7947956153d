"""Who holds which position, and who says so: from the attributions of a text and the stance verbs of its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.extraction.offline.holders import Holders
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.stance_words import (
    CLAUSE_ONLY,
    COURTESY,
    IDLE,
    IMPORTANCE,
    LOGISTIC,
    MET,
    NO_VIEW,
    POINTING,
    QUESTION_LINE,
    SAYING,
    STANCE,
    STANCE_VERB,
    TALK,
    WE,
    WORD,
    lemma_of,
    not_asserting,
)
from summarizer.extraction.offline.voices import Voice, Voices
from summarizer.extraction.offline.wording import is_clause, sentence_of
from summarizer.reading.attribution import Attribution
from summarizer.reading.blocks import BlockKind
from summarizer.reading.cues import CueClass
from summarizer.reading.events import EVENT_NOUN
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.source import Span, hull


@dataclass(frozen=True, slots=True)
class Unit:
    """One position in the making: where its words stand, who speaks, whose it is, and the words in quotation marks."""

    span: Span
    content: Span
    voice: Voice
    holder: str | None
    statement: str
    quote: Span | None


class Positions:
    """Reads the positions of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices, results: Sequence[Span] = ()) -> None:
        self.scene = scene
        self.people = people
        self.results = results
        self.voices = voices
        self.attributions = voices.attributions
        self.who = Holders(scene, people, voices)

    def records(self) -> list[dict[str, Any]]:
        """Return the positions in the order of the text."""
        return [self._record(unit) for unit in self.units()]

    def units(self) -> list[Unit]:
        """Return the positions in the making, each stretch of text at most once."""
        found = [u for i in range(len(self.attributions)) for u in self._attributed(i)]
        found += list(self._stances(found))
        kept: list[Unit] = []
        for unit in sorted(found, key=lambda u: (u.content.start, -u.content.end)):
            if (
                not self._is_result(unit)
                and not self._tells_event(unit)
                and not any(_same_words(unit.content, other.content) for other in kept[-4:])
            ):
                kept.append(unit)
        return kept

    def _tells_event(self, unit: Unit) -> bool:
        """Whether words are those that tell of the event itself."""
        event, sentence = self.scene.event, self.scene.reading.sentence_at(unit.content.start)
        if event is None or sentence is None or unit.quote is not None:
            return False
        opens = any(s.number == sentence.number for s in self.scene.body[:2])
        return (event.deed and unit.content.contains(event.span)) or (
            opens and bool(MET.search(self.scene.text, unit.content.start, unit.content.end))
        )

    def _is_result(self, unit: Unit) -> bool:
        """Whether words tell what was agreed together and stand already among the formats and agreements."""
        words = self.scene.text[unit.span.start : unit.span.end]
        if not (
            unit.holder
            and (
                COLLECTIVE.search(unit.holder)
                or " and " in unit.holder
                or unit.holder.lower() in ("they", "we")
            )
        ) and not re.match(r"\W*we\s+(?:have\s+|also\s+)*agreed\b", words, re.IGNORECASE):
            return False
        return bool(re.search(r"\b(?:agreed|decided)\b", words)) and any(
            r.overlaps(unit.span) for r in self.results
        )

    def _record(self, unit: Unit) -> dict[str, Any]:
        return {
            "holder": unit.holder,
            "speaker": unit.voice.text,
            "statement": unit.statement,
            "quote": self.scene.text[unit.quote.start : unit.quote.end] if unit.quote else None,
            "direct": unit.quote is not None,
            "evidence": self.scene.evidence(unit.span),
        }

    def _attributed(self, index: int) -> Iterator[Unit]:
        attribution = self.attributions[index]
        voice = self.voices.of(index)
        if (
            self._parent(index) is not None
            or voice.asks
            or not attribution.content
            or self._in_heading(attribution.content[0])
        ):
            return
        if (
            attribution.strength == "weak"
            or attribution.reports is CueClass.FINDING
            or not self._views(attribution, voice)
        ):
            return
        if attribution.rule == "label":
            yield from self._turn(index, attribution, voice)
        elif voice.entity is not None or voice.plural or voice.first:
            if attribution.kind == "direct":
                yield from self._quoted(index, attribution, voice)
            else:
                yield from self._reported(index, attribution, voice)

    def _parent(self, index: int) -> int | None:
        """Return the attribution in whose content this one stands, those that report no view passed over."""
        parent = self.attributions[index].parent
        while (
            parent is not None
            and lemma_of(self.scene, self.attributions[parent]) in NO_VIEW
            and self.attributions[parent].rule != "label"
        ):
            parent = self.attributions[parent].parent
        return parent

    def _views(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether an attribution reports what somebody holds: not thanks, not "spoke about", not that they did not agree."""
        lemma = lemma_of(self.scene, attribution)
        if (
            attribution.cue
            and attribution.rule != "label"
            and self.scene.text[attribution.cue.start].isupper()
            and attribution.rule != "according to"
        ):
            return False  # "the United States": a name that is spelt like a verb
        if lemma in NO_VIEW or (lemma == "agree" and attribution.negated and (voice.plural or voice.first)):
            return False
        if (
            lemma in SAYING
            and attribution.kind == "indirect"
            and attribution.rule != "label"
            and not is_clause(self.scene.text[attribution.content[0].start : attribution.content[-1].end])
        ):
            return False
        if lemma in CLAUSE_ONLY and attribution.kind != "direct":
            words = self.scene.text[attribution.content[0].start : attribution.content[-1].end]
            return bool(IMPORTANCE.search(words)) or (
                attribution.rule.startswith("clause")
                and is_clause(words)
                and not re.match(r"\S+(?:\s\S+)?\s+(?:about|of|on)\b", words)
            )
        return not self._background(attribution, voice)

    def _background(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether somebody who has no part in the event speaks on another day, of other things."""
        entity, event = voice.entity, self.scene.event
        if entity is None or event is None or entity.id in self.people.evidence or attribution.cue is None:
            return False
        sentence = self.scene.reading.sentence_at(attribution.cue.start)
        if sentence is None or COLLECTIVE.search(sentence.text) or EVENT_NOUN.search(sentence.text):
            return False
        if any(m.entity in self.people.evidence for m in self.scene.reading.mentions_in(sentence.span)):
            return False
        words = self.scene.text[sentence.span.start : sentence.span.end]
        quoted = attribution.kind != "indirect"
        return (
            not quoted
            and not WE.search(words)
            and any(sentence.span.contains(d.span) for d in self.scene.reading.dates)
        )

    def _in_heading(self, span: Span) -> bool:
        sentence = self.scene.reading.sentence_at(span.start)
        return sentence is None or (
            sentence.number not in self.scene.body_numbers and sentence.block.kind is not BlockKind.TURN
        )

    def _quoted(self, index: int, attribution: Attribution, voice: Voice) -> Iterator[Unit]:
        """Yield one position for each sentence of a quotation that says enough."""
        pieces = [span for piece in attribution.content for span in self._sentences(piece)]
        long_enough = [p for p in pieces if self._weight(p) >= 4] or [
            p for p in pieces if self._weight(p) >= 2
        ][:1]
        for span in long_enough:
            statement = sentence_of(self.scene.text[span.start : span.end])
            if statement and self._worthy(span, voice):
                quote = self._without_bracket(span)
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
            for span in self._joined(piece):
                words = self.scene.text[span.start : span.end]
                if (
                    self._weight(span) < 3
                    or TALK.search(words)
                    or POINTING.match(words)
                    or words.rstrip().endswith(("?", "--"))
                ):
                    continue
                if not (STANCE.search(words) or self.who.inner(index, span)):
                    continue
                statement = sentence_of(words)
                if statement:
                    yield Unit(
                        span,
                        span,
                        self.who.speaker(voice, index),
                        self.who.holder(index, span, voice),
                        statement,
                        span,
                    )

    def _joined(self, piece: Span) -> Iterator[Span]:
        """Yield the sentences of a piece; one with less than three content words goes with the one before it."""
        held: Span | None = None
        for span in self._sentences(piece):
            if COURTESY.match(self.scene.text[span.start : span.end]):
                continue
            if (
                held is not None
                and (self._weight(span) < 3 or self._weight(held) < 3)
                and span.end - held.start < 260
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
        content = self._one_clause(hull(attribution.content), attribution)
        sentence = self.scene.reading.sentence_at(content.start)
        if sentence is None or self._weight(content) < 3 or not self._worthy(content, voice):
            return
        parts = [
            content,
            *(s for s in (attribution.speaker, attribution.cue) if s and sentence.span.contains(s)),
        ]
        whole = hull(parts)
        statement = self._statement(index, attribution, voice, content, whole)
        if statement:
            yield Unit(
                whole,
                content,
                self.who.speaker(voice, index),
                self.who.holder(index, content, voice),
                statement,
                self._quote_in(content),
            )

    def _one_clause(self, content: Span, attribution: Attribution) -> Span:
        """Return reported words up to a semicolon, behind which another sentence begins."""
        if len(attribution.content) > 1 or attribution.kind == "direct":
            return content
        cut = self.scene.text.find(";", content.start, content.end)
        return Span(content.start, cut) if cut > content.start + 20 else content

    def _statement(
        self, index: int, attribution: Attribution, voice: Voice, content: Span, whole: Span
    ) -> str | None:
        """Return what was said where it is a clause that is asserted, else the whole clause with its subject."""
        words = self.scene.text[content.start : content.end]
        cue = self.scene.text[attribution.cue.start : attribution.cue.end] if attribution.cue else ""
        if (
            not attribution.negated
            and len(attribution.content) == 1
            and not not_asserting(cue)
            and is_clause(words)
            and not re.match(
                r"(?:to|as|for|on|of|about|whether|how|what|why|he|she|they|his|her|their|it|its)\b",
                words,
                re.IGNORECASE,
            )
        ):
            return sentence_of(words)
        if len(attribution.content) > 1 or (attribution.cue and attribution.cue.start > content.start):
            return sentence_of(words)
        speaker, cue_at = attribution.speaker, attribution.cue
        if (
            speaker
            and cue_at
            and speaker.end < cue_at.start
            and cue_at.end <= content.start
            and len(self.scene.text[speaker.end : cue_at.start]) > 40
        ):
            return self._with_name(
                f"{self.scene.text[speaker.start : speaker.end]} {self.scene.text[cue_at.start : content.end]}",
                voice,
            )
        return self._with_name(self.scene.text[whole.start : whole.end], voice)

    def _with_name(self, clause: str, voice: Voice) -> str | None:
        """Return a clause as a sentence, its opening pronoun replaced by the name where that is known."""
        name = voice.entity.name if voice.entity else None
        if name and re.match(r"(?:he|she)\b", clause, re.IGNORECASE):
            clause = (
                name
                + clause.split(None, 1)[0][2 if clause[:2].lower() == "he" else 3 :]
                + " "
                + clause.split(None, 1)[1]
            )
        return sentence_of(clause)

    def _stances(self, found: list[Unit]) -> Iterator[Unit]:
        """Yield sentences in which a party takes a stance by a verb that reports no clause: "made clear", "gave a positive assessment"."""
        taken = sorted(u.span for u in found)
        covered = sorted(
            p for a in self.attributions if a.rule == "label" or a.kind == "direct" for p in a.content
        )
        for sentence in self.scene.body:
            if any(s.overlaps(sentence.span) for s in taken) or any(
                s.contains(sentence.span) for s in covered
            ):
                continue
            voice = self.who.subject(sentence.span)
            if voice is None or voice.span is None:
                continue
            match = STANCE_VERB.match(self.scene.text, voice.span.end, sentence.span.end)
            if not match or self._weight(sentence.span) < 4 or not self._worthy(sentence.span, voice):
                continue
            span = self.scene.trimmed(Span(voice.span.start, sentence.span.end))
            statement = self._with_name(self.scene.text[span.start : span.end], voice)
            if statement:
                yield Unit(span, span, self.who.speaker(voice), voice.text, statement, self._quote_in(span))

    def _sentences(self, piece: Span) -> Iterator[Span]:
        for sentence in self.scene.reading.sentences_of(piece):
            span = self.scene.trimmed(
                Span(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end))
            )
            if span.start < span.end:
                yield span

    def _weight(self, span: Span) -> int:
        """Return the number of content words."""
        return sum(
            w.lower() not in FUNCTION_WORDS for w in WORD.findall(self.scene.text[span.start : span.end])
        )

    def _worthy(self, span: Span, voice: Voice) -> bool:
        words = self.scene.text[span.start : span.end]
        if COURTESY.match(words) or words.rstrip().endswith("?"):
            return False
        return not IDLE.search(words) and not (
            LOGISTIC.search(words) and EVENT_NOUN.search(words) and len(words) < 220
        )

    def _without_bracket(self, span: Span) -> Span:
        """Return a quoted span without an editor's bracket at its end."""
        match = re.search(r"\s*\[[^\[\]]{0,400}\]\s*[,.]?$", self.scene.text[span.start : span.end])
        return Span(span.start, span.start + match.start()) if match and match.start() > 0 else span

    def _quote_in(self, content: Span) -> Span | None:
        """Return the words in quotation marks inside reported words, if they say something."""
        inner = [
            q.inside
            for q in self.scene.reading.quotations
            if q.depth == 0 and content.contains(q.inside) and q.speech is not False
        ]
        fit = [s for s in inner if len(WORD.findall(self.scene.text[s.start : s.end])) >= 2]
        return max(fit, key=lambda s: s.end - s.start) if fit else None


def _same_words(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0.6 * min(a.end - a.start, b.end - b.start)
