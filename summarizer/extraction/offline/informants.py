"""Who only speaks about the event: spokespersons, unnamed officials, press services, moderators, whoever issued the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.speakers import Voice
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.words import EVENT_NOUN
from summarizer.reading.naming.finder import Entity, NameKind
from summarizer.reading.naming.lexicon import ROLE_PLURALS
from summarizer.source import Span, hull

_VOICE = re.compile(
    r"\b(?:ministry|press\s+(?:service|office)|presidency|embassy|chancellery)\b", re.IGNORECASE
)
_ROLL = late_regex(r"\b(?:present|attendance|absent|apologies)\b", re.IGNORECASE)
_MODERATOR = late_regex(r"MODERATOR|OPERATOR|HOST", re.IGNORECASE)


class Informants:
    """Reads the informants of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices) -> None:
        self.scene = scene
        self.people = people
        self.voices = voices

    def records(self) -> list[dict[str, Any]]:
        """Return the informants in the order in which they first speak."""
        if self.scene.event is None or self.scene.joint:
            return []
        issuer = self.voices.issuer()
        found: dict[int, tuple[Entity, Span]] = {}
        for i, attribution in enumerate(self.voices.attributions):
            voice = self.voices.of(i)
            if self._informs(attribution, voice) and voice.entity is not None:
                found.setdefault(voice.entity.id, (voice.entity, self._evidence(attribution, voice)))
        records = [self.scene.person(entity, span) for entity, span in found.values()]
        took_part = issuer.entity is not None and issuer.entity.id in self.people.evidence
        if (
            issuer.text
            and not took_part
            and not any(issuer.entity and e.id == issuer.entity.id for e, _ in found.values())
        ):
            records[:0] = self._issuing(issuer)
        return [*records, *self._ministries(), *self._moderators()]

    def _ministries(self) -> Iterator[dict[str, Any]]:
        """Yield ministries and press services that are told to say something, where the text's names know no such body."""
        seen: set[str] = set()
        for i, attribution in enumerate(self.voices.attributions):
            voice = self.voices.of(i)
            words = voice.text or ""
            if (
                voice.entity is None
                and voice.span
                and attribution.content
                and _VOICE.search(words)
                and words not in seen
            ):
                seen.add(words)
                if (
                    attribution.strength == "strong"
                    and attribution.parent is None
                    and self._tells_of_it(attribution)
                ):
                    told = {"name": None, "role": words, "affiliation": None}
                    yield {**told, "evidence": self.scene.evidence(self._evidence(attribution, voice))}

    def _informs(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether a speaker is no participant and tells of the event."""
        entity = voice.entity
        if (
            entity is None
            or voice.asks
            or attribution.parent is not None
            or attribution.strength == "weak"
            or entity.id in self.people.evidence
            or entity.furniture_only
        ):
            return False
        if (
            attribution.reports is not CueClass.SPEECH
            or entity.kind not in (NameKind.PERSON, NameKind.ORGANISATION)
            or not attribution.content
        ):
            return False
        if entity.kind is NameKind.ORGANISATION and not self._is_voice(entity):
            return False
        if attribution.rule == "label":
            return not _ROLL.search(voice.text or "")
        sentence = self.scene.reading.sentence_at(attribution.content[0].start)
        if sentence is None or sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return False
        return self._tells_of_it(attribution)

    def _is_voice(self, entity: Entity) -> bool:
        """Whether a body tells of what others do, as a ministry does; the delegation of a participant is no other."""
        if self.scene.side_of(entity) in self.people.sides and "delegation" in entity.label.lower():
            return False
        return self.scene.speaks_for_others(entity) or bool(entity.name and _VOICE.search(entity.name))

    def _tells_of_it(self, attribution: Attribution) -> bool:
        span = hull(attribution.content)
        words = self.scene.text[span.start : span.end]
        if EVENT_NOUN.search(words) or COLLECTIVE.search(words):
            return True
        return any(m.entity in self.people.evidence for m in self.scene.reading.mentions_in(span))

    def _evidence(self, attribution: Attribution, voice: Voice) -> Span:
        """Return the speaker's words with the verb, in one sentence."""
        spans = [s for s in (voice.span, attribution.cue) if s]
        whole = hull(spans)
        mention = next(
            (
                m
                for m in self.scene.reading.mentions_in(spans[0])
                if voice.entity and m.entity == voice.entity.id
            ),
            None,
        )
        if mention is not None:
            whole = hull([whole, mention.full])
        return whole if whole.end - whole.start <= 200 else spans[0]

    def _issuing(self, issuer: Voice) -> Iterator[dict[str, Any]]:
        """Yield who issued the text, with the title as evidence."""
        matter = self.scene.reading.source.front_matter
        spans = (
            [Span(*matter.values["title"])]
            if matter and "title" in matter.values
            else [s.span for s in self.scene.story if s.block.kind is BlockKind.TITLE][:1]
        )
        if not spans or issuer.text is None or issuer.text.lower().split()[-1] in ROLE_PLURALS:
            return
        title = one_line(self.scene.reading.source.title or self.scene.text[spans[0].start : spans[0].end])
        match = re.search(rf"\b(?:by|from)\s+(?P<role>[^,.;]{{2,60}}?)\s+{re.escape(issuer.text)}", title)
        told = self.scene.role(issuer.entity) if issuer.entity else None
        named = issuer.entity is None or issuer.entity.name is not None
        yield {
            "name": issuer.text if named else None,
            "role": told[0]
            if told
            else match["role"]
            if match and match["role"].lower() not in ("the", "a", "an")
            else None
            if named
            else issuer.text,
            "affiliation": None,
            "evidence": self.scene.evidence(*spans),
        }

    def _moderators(self) -> Iterator[dict[str, Any]]:
        for i, attribution in enumerate(self.voices.attributions):
            voice = self.voices.of(i)
            if (
                attribution.rule == "label"
                and voice.asks
                and voice.span
                and voice.text
                and _MODERATOR.match(voice.text)
            ):
                yield {
                    "name": None,
                    "role": voice.text.lower(),
                    "affiliation": None,
                    "evidence": self.scene.evidence(voice.span),
                }
                return
