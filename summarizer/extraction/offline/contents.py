"""The content of an attribution: cut to one clause, weighed, and worded as a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.extraction.offline.clauses import AND_THAT, is_whole
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.speakers import Voice
from summarizer.extraction.offline.stance_words import (
    DENIES,
    WORD,
    not_asserting,
)
from summarizer.extraction.offline.units import Unit
from summarizer.extraction.offline.wording import is_clause, sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import Form, verb_cues
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.attribution.words import PREPOSITIONS
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

# ", which A rejected": what the reporter adds, behind which A speaks.
_COMMENT = re.compile(
    r",\s+which\s+(?:\w+\.?\s+){0,2}[A-Z][\w’'-]+(?:\s+\w+ly)?\s+(?:rejected|denied|dismissed|disputed|denies|rejects|disputes)\b"
)


_ANOTHER = re.compile(r",\s+(?:and|but|while)\s+$")
_SAME = frozenset("he she it they we i his her its their our my this that these those who which".split())
# ", but he refused to answer": behind what was said, the reporter's own words.
_HE_REFUSED = re.compile(
    r",\s+(?:but|and|though)\s+(?:he|she)\s+(?:refused|declined|did\s+not\s+(?:say|elaborate|answer)|would\s+not\s+(?:say|comment)|gave\s+no|added|said)\b"
)
# ", while saying that": the reporter's verb once more, behind which another statement begins.
_WHILE_SAYING = re.compile(
    r",\s+while\s+(?:also\s+)?(?:saying|adding|arguing|claiming|insisting|stressing|noting|warning)\s+that\b"
)
_NOT_JOINED = late_regex(
    r"(?:thank|agree|discuss|decid|announc|invit|congratulat|welcom|tell|told|ask|add|mention|note)\w*\b",
    re.IGNORECASE,
)
_AND_LAST = late_regex(
    r"\b(?:and|but)\s+(?:also\s+|then\s+)?$"
)  # "raised the case and asked": both verbs are his
# "declared an interest in item 4 and did not vote": the finite verb is the speaker's, not that of a clause
_NOUN_THEN_VERB = late_regex(
    r"(?:an?|the|his|her|its|their|no|some|\d+)\s[^,;:]*?\b(?:and|but)\s+(?=(?:did|does|do|was|were|has|had|have|would|will|could)\b)",
    re.IGNORECASE,
)
_LONGEST_OF_TWO = 90  # of one that two verbs share
_LONGEST = 60  # words of a sentence that stands in for a scrap of it


class Contents:
    """Words the contents of the attributions of one text."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self.scene = scene
        self.attributions = attributions

    def sentences(self, piece: Span) -> Iterator[Span]:
        """Yield the sentences of a piece, cut to it."""
        for sentence in self.scene.reading.sentences_of(piece):
            span = self.scene.trimmed(
                Span(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end))
            )
            if span.start < span.end:
                yield span

    def weight(self, span: Span) -> int:
        """Return the number of content words."""
        return sum(
            w.lower() not in FUNCTION_WORDS for w in WORD.findall(self.scene.text[span.start : span.end])
        )

    def scrap(self, span: Span) -> bool:
        """Whether a sentence is too little to stand with its neighbour: no verb, hardly a word, and no denial."""
        words = self.scene.text[span.start : span.end]
        return self.weight(span) < 3 and not DENIES.search(words) and not is_whole(words)

    def says_enough(self, span: Span) -> bool:
        """Whether a sentence of a quotation has four content words, or is whole and denies something with two."""
        weight, words = self.weight(span), self.scene.text[span.start : span.end].rstrip(" ,")
        return weight >= 4 or (weight >= 2 and bool(DENIES.search(words)) and is_whole(words))

    def without_bracket(self, span: Span) -> Span:
        """Return a quoted span without the comma before its tag or an editor's bracket at its end."""
        match = re.search(r"\s*\[[^\[\]]{0,400}\]\s*[,.]?$", self.scene.text[span.start : span.end])
        if match and match.start() > 0:
            return Span(span.start, span.start + match.start())
        return Span(span.start, span.end - 1) if self.scene.text[span.end - 1 : span.end] == "," else span

    def quote_in(self, content: Span) -> Span | None:
        """Return the words in quotation marks inside reported words, if they say something."""
        inner = [
            q.inside
            for q in self.scene.quotations_in(content)
            if q.depth == 0
            and content.contains(q.inside)
            and q.speech is not False
            and not self._denied(content, q.outside)
        ]
        fit = [s for s in inner if len(WORD.findall(self.scene.text[s.start : s.end])) >= 2]
        return max(fit, key=lambda s: s.end - s.start) if fit else None

    def one_clause(self, content: Span, index: int, attribution: Attribution) -> Span:
        """Return reported words up to a semicolon, behind which another sentence begins."""
        comment = _HE_REFUSED.search(self.scene.text, content.start, content.end) or _COMMENT.search(
            self.scene.text, content.start, content.end
        )
        if comment:
            content = Span(content.start, comment.start())
        if aside := _WHILE_SAYING.search(self.scene.text, content.start, content.end):
            content = Span(content.start, aside.start())
        content = self._before_another(content, index)
        if (len(attribution.content) > 1 and not comment) or attribution.kind == "direct":
            return content
        second = self._second_verb(content, index)
        if second is not None and not self._one_whole(content, index, second):
            head = re.sub(r",?\s*\b(?:and|but)\s*$", "", self.scene.text[content.start : second.start])
            content = Span(content.start, content.start + len(head))
        cut = self.scene.text.find(";", content.start, content.end)
        return Span(content.start, cut) if cut > content.start + 20 else content

    def _second_verb(self, content: Span, index: int) -> Span | None:
        """Return the verb of "underscored A and thanked B" that has an attribution of its own."""
        first = self.attributions[index]
        for other in self.attributions[index + 1 : index + 5]:
            if (
                other.speaker is not None
                and first.speaker is not None
                and other.speaker.overlaps(first.speaker)
                and other.cue
                and content.start < other.cue.start < content.end
                and self._parallel(first, other)
                and re.search(
                    r"\b(?:and|but)\s*(?:\w+ly\s+|also\s+|then\s+)?$",
                    self.scene.text[content.start : other.cue.start],
                )
            ):
                return other.cue
        return None

    def _one_whole(self, content: Span, index: int, second: Span) -> bool:
        """Whether two verbs of one subject make one statement: not where the second only thanks, or tells a result."""
        speaker = self.attributions[index].speaker
        start = speaker.start if speaker and speaker.end <= content.start else content.start
        short = len(self.scene.text[start : content.end].split()) <= _LONGEST_OF_TWO
        return short and not _NOT_JOINED.match(self.scene.text, second.start)

    def one_speaker(self, attribution: Attribution) -> bool:
        """Whether a speaker and a verb stand before what was said."""
        said, cue = attribution.speaker, attribution.cue
        return said is not None and cue is not None and said.end <= cue.start < attribution.content[0].start

    def _parallel(self, first: Attribution, second: Attribution) -> bool:
        """Whether a second verb can have the subject of the first: not the "address" of "made clear it must end and address"."""
        base = [
            a.cue is not None
            and (found := verb_cues().get(self.scene.text[a.cue.start : a.cue.end].lower().split()[0]))
            is not None
            and found.form is Form.BASE
            for a in (first, second)
        ]
        return base[0] or not base[1]

    def with_clause_of_noun(self, content: Span, index: int) -> Span:
        """Return words drawn to the end of the clause that a noun in them takes: "our confidence that A, … , is sound"."""
        for other in self.attributions[index + 1 : index + 4]:
            if (
                other.parent == index
                and other.rule == "noun cue"
                and other.cue
                and other.content
                and other.cue.start - content.start < 40
                and content.start <= other.content[0].start < content.end < other.content[-1].end
            ):
                return Span(content.start, other.content[-1].end)
        return content

    def _denied(self, content: Span, quoted: Span) -> bool:
        """Whether words in quotation marks hang on a "not" before them, without which they would say the opposite."""
        sentence = self.scene.reading.sentence_at(quoted.start)
        return sentence is not None and any(
            o.operation in (Operation.NEGATION, Operation.DENIAL)
            and content.start <= o.cue.start < quoted.start
            and o.scope.overlaps(quoted)
            for o in self.scene.reading.operators(sentence)
        )

    def _before_another(self, content: Span, index: int) -> Span:
        """Return reported words up to where a new clause with its own speaker begins: ", and the Minister confirmed that …"."""
        said = self.attributions[index].speaker
        speaker = self.scene.text[said.start : said.end].lower() if said else ""
        for other in self.attributions[index + 1 : index + 6]:
            if other.parent != index or other.speaker is None or other.cue is None:
                continue
            joined = _ANOTHER.search(self.scene.text, content.start, other.speaker.start)
            own = self.scene.text[other.speaker.start : other.speaker.end].lower()
            if (
                joined
                and other.cue.start >= other.speaker.end
                and (own == speaker or own.split()[0] not in _SAME)
            ):
                return Span(content.start, joined.start())
        return content

    def statement(
        self, index: int, attribution: Attribution, voice: Voice, content: Span, whole: Span
    ) -> str | None:
        """Return what was said where it is a clause that is asserted, else the whole clause with its subject."""
        if self.one_speaker(attribution) and self._second_verb(content, index):
            return self.with_name(self.scene.text[whole.start : whole.end], voice)
        words = self.scene.text[content.start : content.end]
        cue = self.scene.text[attribution.cue.start : attribution.cue.end] if attribution.cue else ""
        if (
            not attribution.negated
            and len(attribution.content) == 1
            and not not_asserting(cue)
            and not AND_THAT.search(words)
            and self.clause(attribution, content, words)
            and not re.match(
                r"(?:(?:the\s+)?(?:importance|need|necessity|urgency|role|value|right)\s+(?:of|for|to)|to|as|for|on|of|about|whether|how|what|why|him|her|me|us|them|you|he|she|they|his|her|their|it|its)\b",
                words,
                re.IGNORECASE,
            )
        ):
            return sentence_of(words)
        if len(attribution.content) > 1 or (attribution.cue and attribution.cue.start > content.start):
            return sentence_of(words)
        speaker, cue_at = voice.span if voice.joint else attribution.speaker, attribution.cue
        if (
            speaker
            and cue_at
            and speaker.end < cue_at.start
            and cue_at.end <= content.start
            and not _AND_LAST.search(self.scene.text[speaker.end : cue_at.start])
            and len(self.scene.text[speaker.end : cue_at.start]) > 40
        ):
            return self.with_name(
                f"{self.scene.text[speaker.start : speaker.end]} {self.scene.text[cue_at.start : content.end]}",
                voice,
            )
        return self.with_name(self.scene.text[whole.start : whole.end], voice)

    def whole(self, unit: Unit) -> Unit | None:
        """Return a position that is a whole sentence: as it is, drawn to the whole sentence, or None for a scrap."""
        if unit.quote is not None and unit.content == unit.span and self._wholly_quoted(unit):
            return unit
        sentence = self.scene.reading.sentence_at(unit.span.start)
        lead = self.scene.text[self.scene.start(sentence) : unit.span.start].strip() if sentence else ""
        cut = lead.lower() in PREPOSITIONS  # "(In) this context, both sides will meet"
        cut = cut or (unit.quote is None and self._torn(unit, sentence))
        if is_whole(unit.statement) and not cut:
            return unit
        if sentence is None or unit.content == unit.span or len(sentence.text.split()) > _LONGEST:
            return None
        span = self.scene.trimmed(Span(self.scene.start(sentence), sentence.span.end))
        semicolon = self.scene.text.find(";", unit.content.end, sentence.span.end)
        first = Span(span.start, semicolon) if semicolon > 0 else span
        if is_whole(self.scene.text[first.start : first.end]):
            span = first
        statement = self.with_name(self.scene.text[span.start : span.end], unit.voice)
        if statement is None or not is_whole(statement) or not span.contains(unit.content):
            return None
        return replace(unit, span=span, statement=statement)

    def _torn(self, unit: Unit, sentence: Sentence | None) -> bool:
        """Whether a dash behind words opens a parenthesis, behind which their clause goes on."""
        if sentence is None or not sentence.span.contains(unit.span):
            return False
        rest = self.scene.text[unit.span.end : sentence.span.end]
        return bool(re.match(r"\s*(—|–|--)\s?[^—–]{2,80}?\1", rest))

    def _wholly_quoted(self, unit: Unit) -> bool:
        """Whether the words of a position are all that stands in a pair of quotation marks."""
        stretch = Span(max(0, unit.span.start - 2), unit.span.end)
        return any(
            q.inside.start == unit.span.start and q.inside.end <= unit.span.end + 2
            for q in self.scene.quotations_in(stretch)
        )

    def clause(self, attribution: Attribution, content: Span, words: str) -> bool:
        """Whether the content is a clause of its own, by "that", by a verb that takes no noun, or by its own verb."""
        if attribution.cue is None or attribution.cue.start > content.start:
            return True
        gap = self.scene.text[attribution.cue.end : content.start]
        second = _NOUN_THEN_VERB.match(words)
        if second and not is_clause(second[0]) and not re.search(r"\bthat\b", gap):
            return False
        if re.search(r"\bthat\b", gap) or attribution.kind == "direct":
            return is_clause(words) or is_whole(words)
        found = verb_cues().get(
            self.scene.text[attribution.cue.start : attribution.cue.end].lower().split()[-1]
        )
        return attribution.rule != "object" and is_clause(words, strict=found is None or "n" in found.frames)

    def with_name(self, clause: str, voice: Voice) -> str | None:
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
