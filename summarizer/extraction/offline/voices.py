"""Whose words an attribution's content is: the speaker as an entity of the text, pronouns and descriptions resolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from summarizer.extraction.offline.joint import speaking_together
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.speakers import NOBODY, OFFICE_FIRST, Speakers, Voice, is_collective, plain
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.naming.finder import Entity, NameKind
from summarizer.reading.naming.lexicon import ROLES
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_PERSONAL = re.compile(r"(?:he|she)(?:['’]\w+)?$", re.IGNORECASE)
_PLURAL = re.compile(r"(?:they|both|they\s+both|each|they\s+each|we\s+both)$", re.IGNORECASE)
_FIRST = re.compile(r"(?:i|we|our|my|us)(?:['’]\w+)?$", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:Q(?:UESTION(?:ER)?)?\d*|A\s+(?:REPORTER|JOURNALIST)|REPORTERS?|JOURNALISTS?|CORRESPONDENT|MODERATOR|OPERATOR|HOST|INTERVIEWER|INTERPRETER|PRESS|STAFF|AIDE|TRANSCRIPT|NOTE)\b[\s.:\d]*(?:\([^()]*\)[\s.:]*)?$",
    re.IGNORECASE,
)
# What opens a list of names in minutes, and is no speaker of what follows.
ROLL_LABEL = re.compile(
    r"\W*(?:also\s+|members\s+|staff\s+)?(?:present|apologies|absent|in\s+attendance|attendees|participants|excused)\b",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"(?i:a|an|the|his|her|its|another)\s+(?:[\w-]+\s+)?(?:spokes\w+|aide|lawyer|adviser|advisor|envoy|press\s+secretary)\s+(?:for|to|of)\s+(?:\w+\s+){0,3}[A-Z]",
)
_OFFICE_OF = re.compile(
    r"(?P<who>(?:(?:Mr|Ms|Mrs|Dr|President|Minister|Prime\s+Minister|Secretary|Chancellor)\.?\s+)?[A-ZÀ-ÖØ-Þ][\w’'-]*?(?:\s[A-ZÀ-ÖØ-Þ][\w-]*?){0,3}['’]s\s+(?:office|people|team|camp|staff|lawyers?|aides?|entourage))\b"
)
_ONES_OFFICE = late_regex(r"(?:its|their|his|her)\s+\w", re.IGNORECASE)
_BOTH_CUE = re.compile(r"both\b", re.IGNORECASE)
# "Today, A spoke with B": what may stand before the subject at the head of a sentence.
_LEAD = re.compile(
    r"(?:Today|Yesterday|Earlier(?:\s+today)?|This\s+(?:morning|afternoon|evening)|Later|(?:On|In|At)\s+[^,.;:]{3,40})\s*,\s+"
)
_FEMALE, _MALE = late_regex(r"(?:Ms|Mrs|Miss|Madam|Dame|Lady)\b"), late_regex(r"(?:Mr|Sir|Lord)\b")
# ", the EU's fisheries commissioner, ": what tells a person behind a name that nothing else is known of
_APPOSITION = late_regex(
    rf"\s*,\s(?:[^,.;:]{{0,60}}\s)?(?:{'|'.join(map(re.escape, sorted(ROLES)))})\b[^,.;:]{{0,40}},",
    re.IGNORECASE,
)
_PRONOUN_FIRST = late_regex(r"(?:He|She)\s")
_WORD_FIRST = re.compile(r"(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+)\s+[a-z]")
_VERB_NEXT = late_regex(r"(?:\s*,[^,;:.!?\"“”]{0,80},)?\s+(?:[a-z]+ly\s+)?[a-z]+")
_OFFICE_LABEL = late_regex(
    r"The\s+[^()]{3,90}\((?:(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Lord|Baroness)\.?\s+)?(?P<name>[A-Z][^()]{2,50})\)"
)


class Voices(Speakers):
    """The speakers of a text's attributions."""

    def __init__(self, scene: Scene, participants: Sequence[Entity] = ()) -> None:
        super().__init__(scene, participants)
        self._known: dict[int, Voice] = {}
        self._starts = [min(a.content[0].start, (a.speaker or a.content[0]).start) for a in self.attributions]

    def of(self, index: int) -> Voice:
        """Return who speaks in the attribution numbered `index`."""
        if index not in self._known:
            self._known[index] = NOBODY  # ends a circle
            self._known[index] = self._read(index, self.attributions[index])
        return self._known[index]

    def _read(self, index: int, attribution: Attribution) -> Voice:
        span = attribution.speaker
        if span is None:
            return NOBODY
        words = self._label(span)
        if attribution.cue and attribution.rule != "label" and (both := self._both(span, attribution.cue)):
            return both
        if attribution.rule == "label" and (_ASKS.match(words) or words in self._questioners):
            return Voice(words, None, span, asks=True)
        if attribution.rule == "label" and (office := _OFFICE_LABEL.match(words)):
            entity = self.scene.reading.names.resolve(office["name"])
            return Voice(self.scene.describe(entity) if entity else office["name"], entity, span)
        if attribution.rule == "label" and ROLL_LABEL.match(words):
            return Voice(None, None, span, asks=True)
        if attribution.rule != "label" and (own := self._owned(span, words)) is not None:
            return own
        if (pronoun := self._by_pronoun(index, attribution, words)) is not None:
            return pronoun
        if is_collective(words):
            return Voice(plain(words), None, span, plural=True)
        if attribution.rule != "label" and (joint := self._joint(span)) is not None:
            return joint
        entity = self.entity_at(span)
        if entity is None and attribution.rule == "label" and (own := self._titled(words)):
            return own
        if entity is None and attribution.name:
            entity = self._resolved(attribution.name) or self._by_surname(attribution.name)
        entity = self.fuller(entity)
        return Voice(self._named(entity, words), entity, span)

    def _owned(self, span: Span, words: str) -> Voice | None:
        """Return "a spokesman for A" and "A's office" as that, for "in his view" the one with whom the sentence begins, else None."""
        if _FOR_ANOTHER.match(words):
            return Voice(plain(words), None, span)
        if office := _OFFICE_OF.match(self.scene.text, span.start):
            at = Span(*office.span("who"))
            return Voice(plain(one_line(self.scene.text[at.start : at.end])), None, at)
        if words.lower() not in ("his", "her"):
            return None
        sentence = self.scene.reading.sentence_at(span.start)
        owner = self.head_of(sentence) if sentence else None
        return Voice(self.scene.describe(owner), owner, span) if owner else NOBODY

    def _by_pronoun(self, index: int, attribution: Attribution, words: str) -> Voice | None:
        """Return whom a pronoun stands for, None where the words are none."""
        span = attribution.speaker
        assert span is not None
        if _FIRST.match(words):
            return Voice(None, None, span, first=True)
        if _PLURAL.match(words):
            return Voice(words, None, span, plural=True)
        if _PERSONAL.match(words):
            return self._pronoun(index, attribution, span)
        return self._body_before(index) if words.lower() == "it" else None

    def _both(self, span: Span, cue: Span) -> Voice | None:
        """Return "both" as the speaker where it stands behind a comma: "On Kosovo, both reaffirmed"."""
        match = _BOTH_CUE.match(self.scene.text, cue.start, cue.end)
        gap = self.scene.text[span.end : cue.start]
        if match is None or cue.start < span.end or "," not in gap:
            return None
        return Voice("both", None, Span(cue.start, match.end()), plural=True)

    def _body_before(self, index: int) -> Voice | None:
        """Return the body, or several, that spoke last before "it said" in the same paragraph."""
        own = self.attributions[index].speaker
        sentence = self.scene.reading.sentence_at(own.start) if own else None
        for i in range(index - 1, max(-1, index - 6), -1):
            other = self.attributions[i]
            if other.parent is not None or other.speaker is None:
                continue
            voice = self.of(i)
            person = voice.entity is not None and voice.entity.kind is NameKind.PERSON
            inside = sentence is not None and sentence.block.span.contains(other.speaker)
            return None if person or voice.text is None or not inside else voice
        return None

    @cached_property
    def _questioners(self) -> frozenset[str]:
        """The labels of an interview behind which mostly questions stand."""
        turns: dict[str, list[bool]] = {}
        for a in self.attributions:
            if a.rule == "label" and a.speaker and a.content:
                asks = (
                    self.scene.text[a.content[0].start : a.content[-1].end].rstrip(' \n\t"”)').endswith("?")
                )
                turns.setdefault(self._label(a.speaker), []).append(asks)
        asking = {label for label, asked in turns.items() if len(asked) > 1 and 2 * sum(asked) > len(asked)}
        return frozenset(asking) if len(asking) < len(turns) else frozenset()

    def _joint(self, span: Span) -> Voice | None:
        """Return two or more who speak together, of whom an attribution may only have the last: "A and B agreed"."""
        if found := speaking_together(self.scene, span, self.entity_at, self._who_talk):
            whole, speakers = found
            names = [
                re.sub(r"^The\s+", "", self._named(e, one_line(self.scene.text[at.start : at.end])))
                for e, at in speakers
            ]
            return Voice(f"{', '.join(names[:-1])} and {names[-1]}", None, whole, plural=True, joint=True)
        before = self.scene.text[max(0, span.start - 120) : span.start]
        office = re.search(
            r"\b(?P<who>[Tt]he\s+[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)?)\s+and\s+(?:the\s+)?$", before
        )
        if office is None:
            return None
        whole = Span(span.start - len(before) + office.start(), span.end)
        return Voice(one_line(self.scene.text[whole.start : whole.end]), None, whole, plural=True, joint=True)

    def _pronoun(self, index: int, attribution: Attribution, span: Span) -> Voice:
        """Resolve "he": not to somebody the content names, nor, inside a quotation, to who is quoted."""
        names = self.scene.reading.names
        barred = {m.entity for piece in attribution.content for m in self.scene.reading.mentions_in(piece)}
        quoted = attribution.parent is not None and self.attributions[attribution.parent].kind == "direct"
        outer = self.of(attribution.parent).entity if quoted and attribution.parent is not None else None
        if outer is not None:
            barred.add(outer.id)
        entity = self._subject_within(span, barred) or self._subject_before(span, barred)
        if entity is None:
            entity = (
                (names.resolve(attribution.name) or self._by_surname(attribution.name))
                if attribution.name
                else None
            )
        if quoted and entity is not None and entity.id not in {e.id for e in self._participants}:
            return Voice(
                None, None, span
            )  # "he" in a quotation: most often one of those whom the text is about
        if entity is None or entity.id in barred or entity.kind not in (NameKind.PERSON, NameKind.OTHER):
            entity = self._earlier(index, span, barred)
        return Voice(self.scene.describe(entity), entity, span) if entity else Voice(None, None, span)

    def pronoun_at(self, span: Span) -> Voice:
        """Return whom a pronoun at the head of a sentence of the story stands for, as far as that can be told."""
        words = self.scene.text[span.start : span.end]
        if _PLURAL.match(words):
            return Voice(words, None, span, plural=True)
        entity = self._subject_before(span, set()) or self._last_before(span)
        return Voice(self.scene.describe(entity), entity, span) if entity else Voice(None, None, span)

    def _last_before(self, span: Span) -> Entity | None:
        """Return the person who speaks last before `span` in the same paragraph."""
        sentence = self.scene.reading.sentence_at(span.start)
        at = bisect_left(self._starts, span.start)
        for i in range(at - 1, max(-1, at - 12), -1):
            speaker = self.attributions[i].speaker
            if speaker and speaker.start < span.start:
                inside = sentence is not None and sentence.block.span.contains(speaker)
                entity = self.of(i).entity
                return entity if inside and entity and entity.kind is NameKind.PERSON else None
        return None

    def _subject_within(self, span: Span, barred: set[int]) -> Entity | None:
        """Return the person with whom the pronoun's own sentence begins: "Ms A did not agree: she said that …"."""
        sentence = self.scene.reading.sentence_at(span.start)
        if sentence is None or self.scene.quoted.contains(span):
            return None
        entity = self.head_of(sentence)
        head = self.scene.text[self.scene.start(sentence) : span.start]
        if entity is None or entity.id in barred or not head.strip() or head.rstrip().endswith(","):
            return None  # ", he said" behind reported words: not whom they begin with
        she = self.scene.text[span.start : span.start + 1].lower() == "s"
        return None if (_MALE if she else _FEMALE).match(head) else entity

    def _subject_before(self, span: Span, barred: set[int]) -> Entity | None:
        """Return the person with whom the sentence before begins, in the same paragraph and outside quotation marks.

        Sentences that themselves begin with "he" or "she" are passed over.
        """
        sentence = self.scene.reading.sentence_at(span.start)
        if sentence is None or self.scene.quoted.contains(span):
            return None
        for before in reversed(
            self.scene.reading.sentences[max(0, sentence.number - 6) : sentence.number - 1]
        ):
            if before.block != sentence.block:
                return None
            if _PRONOUN_FIRST.match(before.text):
                continue
            if before.text[:1] in "\"“”'‘":
                return self._last_before(span)  # who was quoted, not whom the quoted words begin with
            entity = self.head_of(before)
            return entity if entity and entity.id not in barred else None
        return None

    def head_of(self, sentence: Sentence) -> Entity | None:
        """Return the person that stands as the subject at the head of a sentence, by name or by office."""
        lead = _LEAD.match(self.scene.text, self.scene.start(sentence), sentence.span.end)
        start = lead.end() if lead else self.scene.start(sentence)
        office = OFFICE_FIRST.match(self.scene.text, start, sentence.span.end)
        if office and (entity := self.entity_at(Span(start, office.end("who")))):
            return entity if entity.kind is NameKind.PERSON else None
        word = _WORD_FIRST.match(self.scene.text, start, sentence.span.end)
        if word and (own := self._by_surname(word["name"])) and self._talks(own):
            return own
        for mention in self.scene.reading.mentions_in(Span(start, sentence.span.end))[:3]:
            person = mention.kind is NameKind.PERSON or bool(
                mention.kind is NameKind.OTHER
                and (mention.entity in self._who_talk or _APPOSITION.match(self.scene.text, mention.full.end))
            )
            near = 0 <= mention.full.start - start <= 4 and person
            if near and _VERB_NEXT.match(self.scene.text, mention.full.end):
                return self.entity_at(mention.full)
        return None

    def _earlier(self, index: int, span: Span, barred: set[int]) -> Entity | None:
        """Return the speaker of the nearest earlier attribution that is not inside another and not barred."""
        if self.attributions[index].parent is not None:
            return None
        for i in range(index - 1, max(-1, index - 12), -1):
            other = self.attributions[i]
            if (
                other.parent is None
                and other.speaker
                and other.speaker.start < span.start
                and other.reports is CueClass.SPEECH
            ):
                voice = self.of(i)
                entity = voice.entity
                if entity and entity.kind is NameKind.PERSON:
                    return entity if entity.id not in barred else None
                if (
                    entity is None
                    and _ONES_OFFICE.match(voice.text or "")
                    and self._same_block(other.speaker, span)
                ):
                    return None  # "Its envoy told …": she is the envoy, of whom no name is known
        return None

    def _same_block(self, one: Span, other: Span) -> bool:
        sentence = self.scene.reading.sentence_at(other.start)
        return sentence is not None and sentence.block.span.contains(one)
