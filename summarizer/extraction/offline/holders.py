"""Whose position words are, and who passes them on: an aide for a leader, one side for the other, all together."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.extraction.offline.clauses import AND_THAT
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.speakers import NOBODY, OFFICE_FIRST, Voice
from summarizer.extraction.offline.stance_words import (
    SAYING,
    STANCE_VERB,
    SUBJECT_LEAD,
    WE,
    lemma_of,
)
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import country_of, organisation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_OFFICIAL = late_regex(
    r"\b(?:officials?|diplomat|ministry|government|administration|presidency)\b", re.IGNORECASE
)
# What a state does when it takes a position: "Russia needs guarantees", "Chile had not agreed to it".
# "The President raised our concerns", told by an official of whom nobody knows the name.
_CHIEF = late_regex(
    r"\W*(?:(?:And|But|So|Now|Look|First|Second),?\s+)?[Tt]he\s+(?P<who>(?:Vice\s+)?President|(?:Prime|Foreign|Defen[cs]e)\s+Minister|Secretary|Chancellor|Minister)\s+(?:also\s+|then\s+|again\s+)?"
    r"(?:raised|made|said|told|asked|pressed|promised|urged|underscored|stressed|emphasi[sz]ed|reaffirmed|reiterated|believes|wants|expects|warned|conveyed|noted|will|was\s+(?:very\s+)?clear)\b"
)
# "spokesman for President A": who speaks for a leader tells the leader's view.
_SERVES = late_regex(
    r"\b(?:spokes\w+|aide|press\s+secretary)\s+(?:for|to|of)\s+(?P<whom>(?:\w+\s+){0,3}[A-Z].*)$"
)
_WHOSE_POSITION = re.compile(
    r"\W*(?P<who>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s+(?:position|view|stance|demands?|policy)\b"
)
_STATE_ACTS = late_regex(
    r"\s+(?:(?:also|only|still|now)\s+)?(?:will|would|shall|must|needs?|wants?|expects?|demands?|considers?|believes?|regards?|"
    r"(?:is|was)\s+(?:not\s+)?(?:going|ready|prepared|willing|open|opposed)|(?:has|had)\s+(?:not\s+|never\s+)?(?:agreed|accepted|proposed|decided|offered|asked|the\s+right))\b",
    re.IGNORECASE,
)
_THEY_FIRST = late_regex(r"\W*(?:They|Both|Each)\b")
# "The Danish delegation affirmed", "Secretary A and her team said", "Danish representatives stated"
_BODY_FIRST = late_regex(
    r"\W*(?P<who>(?:The\s+)?(?:members|participants|ministers|heads|leaders|representatives)\s+of\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}|"
    r"(?:The\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}\s+(?:delegation|side|team|negotiators|representatives|officials|government)|"
    r"[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,4}\s+and\s+(?:his|her|their)\s+(?:team|delegation|colleagues))\b"
)
_SUBORDINATE = re.compile(
    r"\b(?:whatever|whoever|what|whether|if|how|when|while|although|because|as)\b", re.IGNORECASE
)
_OWN_THING = re.compile(
    r"(?:our|its|their|this|these)\s+(?!(?:side|government|delegation|leaders?|presidents?|president|minister)\b)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:\w\w['’]s?|\ws?['’]|['’]s)\s")
_SIDE = re.compile(r"(?:['’]s)?\s+(?:side|delegation|government|authorities|leadership|team)\b")
_OF_THE_WORLD = late_regex(r"all\s+(?:\w+\s+)?states", re.IGNORECASE)  # "the integrity of all states"
_AND_TEAM = re.compile(
    r"(?P<who>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){0,4}\s+and\s+(?:his|her|their)\s+(?:own\s+)?(?:team|delegation|colleagues|staff|advis[eo]rs))\b"
)
_TELLING = SAYING | {"state", "inform"}  # one of several tells so in the text of all
_ALL = frozenset("the both our all two three four five".split())


class Holders:
    """Tells holder and speaker of the positions of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices) -> None:
        self.scene = scene
        self.people = people
        self.voices = voices
        self.attributions = voices.attributions
        self.issuer = voices.issuer()
        self._collectives: dict[int, Span | None] = {}
        self._inside: dict[int, list[int]] = {}
        for i, attribution in enumerate(self.attributions):
            if attribution.parent is not None:
                self._inside.setdefault(attribution.parent, []).append(i)

    def subject(self, sentence: Span) -> Voice | None:
        """Return the party that stands as the subject at the head of a sentence: a person, a side, all together, a pronoun."""
        lead = SUBJECT_LEAD.match(self.scene.text, sentence.start, sentence.end)
        start = lead.end() if lead else sentence.start
        match = COLLECTIVE.match(self.scene.text, start, sentence.end)
        if match:
            words = one_line(match[0])
            return Voice(words[0].lower() + words[1:], None, Span(*match.span()), plural=True)
        if article := re.compile(r"the\s+", re.IGNORECASE).match(self.scene.text, start, sentence.end):
            start = article.end()
        for mention in self.scene.reading.mentions_in(Span(start, min(sentence.end, start + 200)))[:4]:
            if mention.full.start - start <= 4 and mention.kind in (
                NameKind.PERSON,
                NameKind.PLACE,
                NameKind.ORGANISATION,
                NameKind.GROUP,
            ):
                entity = self.voices.entity_at(mention.full) or self.scene.entity(mention)
                owns = _POSSESSIVE.match(self.scene.text, mention.full.end - 2, sentence.end)
                if owns and not _SIDE.match(self.scene.text, mention.full.end, sentence.end):
                    return None  # "the authorities' decision": who decided is not who does it
                side = _SIDE.match(self.scene.text, mention.full.end, sentence.end)
                whole = Span(mention.full.start, side.end()) if side else mention.full
                return Voice(self.scene.describe(entity), entity, whole)
        if self.scene.joint and (
            we := re.compile(r"we\b", re.IGNORECASE).match(self.scene.text, start, sentence.end)
        ):
            who = self._all_by_name() or self.together(sentence)
            return Voice(who, None, Span(*we.span()), plural=True, first=True)
        first = re.compile(r"I\b").match(self.scene.text, start, sentence.end)
        if first and (alone := self.oneself(NOBODY)).text:
            return replace(alone, span=Span(*first.span()))
        pronoun = re.compile(r"(?:he|she|they(?:\s+both)?)\b", re.IGNORECASE).match(
            self.scene.text, start, sentence.end
        )
        if pronoun:
            return self.voices.pronoun_at(Span(*pronoun.span()))
        own = self.scene.reading.sentence_at(sentence.start)
        office = OFFICE_FIRST.match(self.scene.text, lead.end() if lead else sentence.start, sentence.end)
        named = self.voices.head_of(own) if own and office else None
        return (
            Voice(self.scene.describe(named), named, Span(*office.span("who"))) if named and office else None
        )

    def oneself(self, voice: Voice) -> Voice:
        """Return who says "I" in a text of one issuer and no turns; any other voice as it is."""
        alone = self.issuer.text and all(
            a.rule != "label" or self.voices.of(i).asks for i, a in enumerate(self.attributions)
        )
        return replace(self.issuer, span=voice.span) if alone else voice

    def speaker(self, voice: Voice, index: int | None = None) -> Voice:
        """Return who tells it: where the text has an issuer, the issuer, for what others said is told by it."""
        if self.scene.joint and (
            index is None or lemma_of(self.scene, self.attributions[index]) not in _TELLING
        ):
            return NOBODY
        if (
            self.issuer.text
            and voice.text != self.issuer.text
            and not any(a.rule == "label" for a in self.attributions)
        ):
            return self.issuer
        if voice.joint and index is not None and lemma_of(self.scene, self.attributions[index]) in SAYING:
            return voice
        one_body = voice.plural and (voice.text or "").startswith("the members of ")
        return replace(NOBODY, text=None) if (voice.plural or voice.first) and not one_body else voice

    def holder(self, index: int, span: Span, voice: Voice) -> str | None:
        """Return whose position words are: whom they report, who does in them, the side that says "we", else the speaker."""
        found = self._holder(index, span, voice)
        if found and found.lower() in ("it", "itself"):
            return self.side_name(voice)  # "the bank said it would": its own
        if found and found.lower() in ("they", "both", "each"):
            return self.they(span)
        return found

    def _holder(self, index: int, span: Span, voice: Voice) -> str | None:
        if voice.joint or (self.attributions[index].negated and not voice.first):
            return self.side_name(voice)
        inner = None if self._goes_on(span) else self.inner(index, span)
        if inner is not None and not self.own_side(inner, voice):
            return inner.text
        doer = self.subject(span)
        if (
            doer is not None
            and doer.span is not None
            and doer.text
            and self.acts(doer, span)
            and not self.own_side(doer, voice)
        ):
            if (
                doer.plural
                and doer.text.lower().split()[0] in ("they", "both", "each")
                and " " not in doer.text.strip()
            ):
                return self.they(span)
            return self.side_name(doer)
        if voice.plural and voice.text and voice.text.lower() in ("they", "each"):
            return self.they(span)
        if voice.first and self.scene.joint and (names := self._all_by_name()):
            return names
        if voice.first or (voice.plural and voice.text and voice.text.lower() in ("they", "both", "each")):
            return self.together(span)
        return self._spoken_for(self.scene.text[span.start : span.end], voice)

    def with_team(self, voice: Voice, said: Span | None) -> Voice:
        """Return a speaker with those who speak beside him: "Secretary A and her team said"."""
        sentence = self.scene.reading.sentence_at(said.start) if said else None
        if said is None or sentence is None or voice.entity is None or voice.plural:
            return voice
        for match in _AND_TEAM.finditer(sentence.text):
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            surname = (voice.entity.name or "").split()[-1:]
            if at.overlaps(said) and (not surname or surname[0] in match["who"]):
                return replace(voice, text=one_line(match["who"]))
        return voice

    def _goes_on(self, span: Span) -> bool:
        """Whether a second "that" hangs on the speaker's own verb: "(said) A had offered help, and that B would pay"."""
        more = AND_THAT.search(self.scene.text, span.start, span.end)
        return more is not None and not re.search(r"\bthat\b", self.scene.text[span.start : more.start()])

    def _spoken_for(self, words: str, voice: Voice) -> str | None:
        """Return for whom somebody speaks: a leader, a government, "we", or nobody else."""
        if voice.entity is None and (served := _SERVES.search(voice.text or "")):
            principal = self.scene.reading.names.resolve(served["whom"])
            return self.scene.describe(principal) if principal else voice.text
        if (whose := _WHOSE_POSITION.match(words)) and country_of(whose["who"]):
            return country_of(whose["who"])
        if self._official(voice) and (office := _CHIEF.match(words)):
            return office["who"]
        if (
            self._official(voice)
            and (side := self.voices.country(voice))
            and (country_of(side) or organisation(side))
        ):
            return side
        if (
            WE.search(words)
            and voice.entity is not None
            and self.scene.speaks_for_others(voice.entity)
            and voice.entity.kind is NameKind.PERSON
        ):
            return self.voices.country(voice) or voice.text
        return self.side_name(voice)

    def talked_with(self, span: Span, voice: Voice) -> str | None:
        """Return whom "he told me" stands for in a speaker's turn: the last one named before who is not the speaker."""
        sentence = self.scene.reading.sentence_at(span.start)
        own = voice.entity.id if voice.entity else None
        for before in reversed(
            self.scene.reading.sentences[max(0, sentence.number - 7) : sentence.number - 1]
            if sentence
            else ()
        ):
            people = [
                m
                for m in self.scene.reading.mentions_in(before.span)
                if m.kind is NameKind.PERSON and m.entity != own and self.scene.entity(m).name
            ]
            if people:
                return self.scene.describe(self.scene.entity(people[-1]))
        return None

    def _official(self, voice: Voice) -> bool:
        """Whether somebody without a name speaks for a government, and so has no position but its own."""
        entity = voice.entity
        return entity is not None and entity.name is None and bool(_OFFICIAL.search(voice.text or ""))

    def acts(self, doer: Voice, span: Span) -> bool:
        """Whether the subject at the head of words takes a stance or acts in them."""
        assert doer.span is not None
        if doer.plural and re.match(
            r"[^.;]{0,40}?\s(?:will|shall|have|are|want|need)\b", self.scene.text[doer.span.end : span.end]
        ):
            return True
        state = doer.entity is not None and doer.entity.kind is NameKind.PLACE
        if state and _STATE_ACTS.match(self.scene.text, doer.span.end, span.end):
            return True
        return bool(STANCE_VERB.match(self.scene.text, doer.span.end, span.end))

    def own_side(self, doer: Voice, speaker: Voice) -> bool:
        """Whether a participant speaks of its own country: the position is its own."""
        if (
            doer.entity is None
            or speaker.entity is None
            or speaker.entity.id not in self.people.evidence
            or doer.entity.kind is NameKind.PERSON
        ):
            return False
        side = self.scene.side_of(speaker.entity)
        return side is not None and side == self.scene.side_of(doer.entity)

    def they(self, span: Span) -> str | None:
        """Return whom "they" stands for: the delegation, or the several, that spoke before, else all together."""
        return self._body_before(span) or self._several_before(span) or self.together(span)

    def _several_before(self, span: Span) -> str | None:
        """Return those who, each by name, were the last to say something in the same paragraph."""
        sentence = self.scene.reading.sentence_at(span.start)
        for i in range(len(self.attributions) - 1, -1, -1) if sentence else ():
            speaker = self.attributions[i].speaker
            if speaker is None or speaker.start >= span.start:
                continue
            if sentence is None or not sentence.block.span.contains(speaker):
                return None
            voice = self.voices.of(i)
            if voice.joint or not voice.plural:
                return voice.text if voice.joint else None
        return None

    def _body_before(self, span: Span) -> str | None:
        """Return the delegation or team with which the nearest sentence before begins that does not say "they" itself."""
        sentence = self.scene.reading.sentence_at(span.start)
        if sentence is None:
            return None
        for before in reversed(
            self.scene.reading.sentences[max(0, sentence.number - 5) : sentence.number - 1]
        ):
            if before.block != sentence.block:
                return None
            if COLLECTIVE.match(before.text):
                return None
            if not _THEY_FIRST.match(before.text):
                body = _BODY_FIRST.match(before.text)
                return one_line(re.sub(r"^[Tt]he\s+", "", body["who"])) if body else None
        return None

    def together(self, span: Span) -> str | None:
        """Return what the text calls all parties together, the nearest such words before `span` first."""
        found = self.antecedent(span)
        words = one_line(self.scene.text[found.start : found.end]) if found else None
        return words[0].lower() + words[1:] if words else self._all_by_name()

    def _all_by_name(self) -> str | None:
        """Return the parties' names, where the text has no word for them together: their states, else the people."""
        names = self.people.sides if self.scene.joint else []
        if not 2 <= len(names) <= 4:
            names = [self.scene.describe(e) for e in self.people.entities if e.id in self.people.principals]
        return f"{', '.join(names[:-1])} and {names[-1]}" if 2 <= len(names) <= 4 else None

    def antecedent(self, span: Span) -> Span | None:
        """Return the nearest words up to `span` that stand for all parties: "the two leaders", "both sides"."""
        sentence = self.scene.reading.sentence_at(span.start)
        if sentence is None:
            return None
        numbered = self.scene.reading.sentences
        before = reversed(numbered[max(0, sentence.number - 40) : sentence.number])
        # "A held a call with European leaders. They … The leaders …": the word for all may follow
        for other in (*before, *numbered[sentence.number : sentence.number + 3]):
            if other.furniture or (found := self._collective_in(other)) is None:
                continue
            if other != sentence or found.start < span.start:  # not "they urged both sides": those are others
                return found
        return None

    def _collective_in(self, sentence: Sentence) -> Span | None:
        """Return the last words in a sentence that stand for all parties; each sentence is read once."""
        if sentence.number not in self._collectives:
            matches = [m for m in COLLECTIVE.finditer(sentence.text) if " " in " ".join(m[0].split())]
            told = [
                m for m in matches if m[0].split()[0].lower() in _ALL and not _OF_THE_WORLD.fullmatch(m[0])
            ]
            at = sentence.span.start
            self._collectives[sentence.number] = (
                Span(at + told[-1].start(), at + told[-1].end()) if told else None
            )
        return self._collectives[sentence.number]

    def side_name(self, voice: Voice) -> str | None:
        """Return a holder's name; a capital or seat that stands for its state gives the state."""
        if voice.text and voice.entity is not None and voice.entity.kind is NameKind.PLACE:
            return country_of(voice.text) or voice.text
        return voice.text

    def inner(self, index: int, span: Span) -> Voice | None:
        """Return the first one who, inside the words, is told to say, think or agree."""
        for i in self._inside.get(index, ()):
            nested = self.attributions[i]
            if (
                nested.speaker is None
                or not span.contains(nested.speaker)
                or nested.rule in ("headline", "noun cue")
                or lemma_of(self.scene, nested) == "know"
            ):
                continue
            voice = self.voices.of(i)
            head = self.scene.text[span.start : nested.speaker.start]
            told = self.scene.text[nested.speaker.start : nested.speaker.end]
            if len(told.split()) > 8 or _OWN_THING.match(told) or _SUBORDINATE.search(head):
                continue
            if (
                voice.first
                or voice.text is None
                or (voice.entity is None and not voice.plural)
                or len(head.split()) > 6
            ):
                continue
            return replace(voice, text=self.side_name(voice))
        return None
