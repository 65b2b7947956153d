"""Whether an attribution reports what somebody holds: not thanks, not a question, not talk of other days."""

from __future__ import annotations

import re

from summarizer.extraction.offline.contents import Contents
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.speakers import Voice
from summarizer.extraction.offline.stance_words import (
    CLAUSE_ONLY,
    IMPORTANCE,
    LIKENING,
    NO_VIEW,
    SAYING,
    WE,
    lemma_of,
)
from summarizer.extraction.offline.voices import ROLL_LABEL, Voices
from summarizer.extraction.offline.wording import is_clause
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.words import EVENT_NOUN
from summarizer.reading.naming.finder import NameKind
from summarizer.source import Span, hull


class Views:
    """Tells reports of views from other attributions of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices, contents: Contents) -> None:
        self.scene = scene
        self.people = people
        self.attributions = voices.attributions
        self.voices = voices
        self.contents = contents

    def idle_talk(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether, in a text that tells of no event, a cue without a clause is only life: "she maintains a garden"."""
        if self.scene.event is not None or self.scene.joint or attribution.kind == "direct":
            return False
        entity, content = voice.entity, attribution.content[0]
        if entity is not None and entity.name and entity.kind in (NameKind.PLACE, NameKind.ORGANISATION):
            return False
        if attribution.reports is not CueClass.SPEECH or lemma_of(self.scene, attribution) in LIKENING:
            return True
        return not self.contents.clause(attribution, content, self.scene.text[content.start : content.end])

    def parent(self, index: int) -> int | None:
        """Return the attribution in whose content this one stands, those that report no view passed over."""
        parent = self.attributions[index].parent
        while (
            parent is not None
            and (self.attributions[parent].rule != "label" or self.lists(parent))
            and (
                self.lists(parent)
                or self.no_view(self.attributions[parent])
                or not self._within(parent, index)
            )
        ):
            parent = self.attributions[parent].parent
        return parent

    def lists(self, index: int) -> bool:
        """Whether a label only opens a list of names: "APOLOGIES:" says nothing of the minutes below it."""
        attribution = self.attributions[index]
        return (
            attribution.rule == "label"
            and attribution.speaker is not None
            and ROLL_LABEL.match(self.scene.text, attribution.speaker.start) is not None
        )

    def _within(self, parent: int, index: int) -> bool:
        """Whether an attribution stands in what another one reports, and not behind it: ", and B confirmed that"."""
        outer, inner = self.attributions[parent], self.attributions[index]
        if outer.kind == "direct" or not outer.content or inner.speaker is None:
            return True
        whole = hull(outer.content)
        kept = self.contents.one_clause(whole, parent, outer)
        if inner.cue and kept.end <= inner.cue.start < whole.end and inner.speaker.end <= kept.start:
            return False  # "reaffirmed A and called for B": the second verb has its own object
        return inner.speaker.start < kept.end or inner.speaker.start >= whole.end or kept.end == whole.end

    def no_view(self, attribution: Attribution) -> bool:
        """Whether a cue reports no view at all: "spoke on", "asked not to be named"."""
        content = attribution.content
        if content and _NO_CONTENT.match(self.scene.text, content[0].start, content[0].end):
            return True
        return lemma_of(self.scene, attribution) in NO_VIEW

    def reports(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether an attribution reports what somebody holds: not thanks, not "spoke about", not that they did not agree."""
        lemma = lemma_of(self.scene, attribution)
        if (
            attribution.cue
            and attribution.rule != "label"
            and self.scene.text[attribution.cue.start].isupper()
            and attribution.rule != "according to"
        ):
            return False  # "the United States": a name that is spelt like a verb
        if lemma in ("ask", "tell", "explain", "discuss") and _ASKED.match(
            self.scene.text, attribution.content[0].start
        ):
            return False  # a question holds nothing
        if self.no_view(attribution) or (
            lemma == "agree" and attribution.negated and (voice.plural or voice.first)
        ):
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
            likened = lemma in LIKENING and re.search(r"\bas\b", words)
            return bool(IMPORTANCE.search(words) or likened) or (
                attribution.rule.startswith("clause")
                and self.contents.clause(attribution, attribution.content[0], words)
                and not re.match(r"\S+(?:\s\S+)?\s+(?:about|of|on)\b", words)
            )
        return not self._background(attribution, voice)

    def _background(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether somebody who has no part in the event speaks on another day, of other things."""
        entity, event = voice.entity, self.scene.event
        if entity is None or event is None or entity.id in self.people.evidence or attribution.cue is None:
            return False
        if entity.kind is NameKind.PLACE and self.scene.side_of(entity) in self.people.sides:
            return False  # a state whose minister is there
        sentence = self.scene.reading.sentence_at(attribution.cue.start)
        if sentence is None or COLLECTIVE.search(sentence.text) or EVENT_NOUN.search(sentence.text):
            return False
        if any(m.entity in self.people.evidence for m in self.scene.reading.mentions_in(sentence.span)):
            return False
        words = self.scene.text[sentence.span.start : sentence.span.end]
        quoted = attribution.kind != "indirect"
        return not quoted and not WE.search(words) and bool(self.scene.dates_in(sentence.span))

    def in_heading(self, span: Span) -> bool:
        """Whether words stand in a title or heading, and not in what the text tells."""
        sentence = self.scene.reading.sentence_at(span.start)
        return sentence is None or (
            sentence.number not in self.scene.body_numbers and sentence.block.kind is not BlockKind.TURN
        )


# "not to be named", and what somebody was asked or where he spoke before he said something.
_NO_CONTENT = re.compile(
    r"(?:not\s+)?to\s+be\s+(?:named|identified|quoted)|anonymity|condition\s+of\s+anonymity|"
    r"to\s+(?:comment|elaborate|answer|be\s+drawn|give\s+(?:any\s+)?(?:details|figures)|take\s+questions|say)\b|"
    r"(?:Asked|Pressed|Questioned|Speaking|Addressing|Responding|Replying)\b"
)
_ASKED = late_regex(r"(?:whether|if|who|what|why|how|when|where|which)\b", re.IGNORECASE)
