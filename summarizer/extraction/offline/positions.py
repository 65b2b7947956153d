"""Who holds which position, and who says so: from the attributions of a text and the stance verbs of its story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene, one_line
from summarizer.extraction.offline.voices import NOBODY, Voice, Voices
from summarizer.extraction.offline.wording import is_clause, sentence_of
from summarizer.reading.attribution import Attribution
from summarizer.reading.blocks import BlockKind
from summarizer.reading.cues import CueClass, verb_cues
from summarizer.reading.events import EVENT_NOUN
from summarizer.reading.gazetteer import country_of
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.names import NameKind
from summarizer.source import Span, hull

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|ours|ourselves)\b")
_LOGISTIC = re.compile(r"\b(?:ended|began|begun|lasted|lasting|come\s+to\s+an\s+end|took\s+place)\b", re.IGNORECASE)
_IDLE = re.compile(r"\b(?:last\s+spoke|were\s+discussed|merry\s+christmas|happy\s+new\s+year|condolences|greetings)\b", re.IGNORECASE)
_COURTESY = re.compile(r"^\W*(?:thank(?:s|\s+you)|good\s+(?:morning|afternoon|evening)|hello|hi|welcome|yes|no|yep|yeah|okay|ok|sure)\b[^.]{0,40}[.!?]?\W*$", re.IGNORECASE)
# Verbs whose content is not asserted: the statement keeps them ("proposed a conference").
_NOT_ASSERTING = frozenset(
    "deny refute reject dispute dismiss disavow contradict doubt propose urge demand ask request call suggest hope expect intend plan want wish seek threaten offer promise vow pledge "
    "insist warn caution recommend encourage invite refuse decline agree decide consider oppose support fear worry predict".split()
)
# Cues that report no view, and those that do so only with a clause or with "the importance of".
_NO_VIEW = frozenset("speak talk thank congratulate greet salute begin start read blog write post refer point call put continue resume wonder learn find establish".split())
_CLAUSE_ONLY = frozenset("tell inform notify brief discuss address debate mention describe characterize characterise reference cite raise".split())
_SAYING = frozenset("say tell add reply explain respond ask announce".split())
_IMPORTANCE = re.compile(r"\b(?:importance|need|necessity|urgency|readiness|as)\b", re.IGNORECASE)
# What makes a sentence of a speaker's turn a position, and not talk.
_STANCE = re.compile(
    r"\b(?:will(?!\s+(?:say|leave|turn|note|add|take|have\s+an))|won['’]t|must|should|shall|cannot|can['’]t|need(?:s|ed)?|ready|agree[sd]?|support\w*|oppos\w*|believe[sd]?|important|importance|demand\w*|"
    r"reject\w*|den(?:y|ies|ied)|never|goal|aim|position|condition\w*|unacceptable|concern\w*|clear(?:ly)?|commit\w*|expect\w*|focus|priority|principle|propos\w*|asked|offer\w*|accept\w*|"
    r"insist\w*|urge[sd]?|call(?:s|ed)?\s+(?:for|on)|stress\w*|want[s]?|determined|prepared|responsib\w*|purpose|decision[s]?|consequence\w*|"
    r"acknowledg\w*|welcom\w*|condemn\w*|promis\w*|pledg\w*|refus\w*|not\s+going\s+to|going\s+to|(?:we|I)\s+(?:do\s+not|don['’]t|did\s+not|didn['’]t|have\s+not|haven['’]t|would\s+not))\b",
    re.IGNORECASE,
)
_TALK = re.compile(r"\b(?:I\s+don['’]t\s+(?:have|know)|I(?:['’]m|\s+am)\s+not\s+going\s+to\s+get|I(?:['’]ll|\s+will)\s+(?:leave|turn|let|say|take)|next\s+question|background|embargo\w*|readout|you\s+know\s+who)\b", re.IGNORECASE)
_MET = re.compile(r"\b(?:met|spoke|held\s+(?:talks|a\s+(?:\w+\s+)?(?:meeting|call))|conferred)\b", re.IGNORECASE)
_QUESTION_LINE = re.compile(r"Q[\s\u00a0:.]{2,}")
_POINTING = re.compile(r"\W*(?:And\s+|But\s+|So\s+)?(?:that|this|it|one|there)(?:['’]s|\s+(?:is|was|were|are|stands))\b", re.IGNORECASE)
_STANCE_VERB = re.compile(
    r"(?:\s+(?:has|have|had|also|both|very|much|clearly|again|then|further|strongly|firmly|repeatedly|jointly|each)\b){0,3}\s+"
    r"(?P<verb>made\s+(?:it\s+)?(?:very\s+)?clear|makes\s+(?:it\s+)?clear|convey(?:ed|s)|voiced|laid\s+out|set\s+out|gave\s+an?\s+\w+\s+(?:assessment|evaluation)|holds?\s+that|commits?(?:\s+itself)?\s+to|committed\s+(?:itself\s+)?to|"
    r"(?:is|are|was|were)\s+(?:very\s+)?(?:clear|committed|ready|prepared|determined|convinced|united)|stands?\s+ready|express(?:ed|es)|urged|urges|called\s+(?:for|on)|calls\s+(?:for|on)|stressed|stresses|"
    r"reaffirm(?:ed|s)?|reiterat(?:ed|es?)|underlin(?:ed|es?)|underscor(?:ed|es?)|emphasi[sz](?:ed|es?)|welcom(?:ed|es?)|condemn(?:ed|s)?|support(?:ed|s)?|oppos(?:ed|es?)|reject(?:ed|s)?|propos(?:ed|es?)|"
    r"ask(?:ed|s)\s+(?:for|that)|offered|offers|noted\s+with|note\s+with|acknowledg(?:ed|es?)|recogni[sz](?:ed|es?)|pledg(?:ed|es?)|vow(?:ed|s)?|demand(?:ed|s)?|insist(?:ed|s)?|warn(?:ed|s)?|agreed\s+that|"
    r"agree\s+that|regards?|(?:neither\s+)?accept(?:ed|s)?|(?:neither\s+)?refused|deplor(?:ed|es?)|took\s+note|appeal(?:ed|s)?|discussed\s+the\s+importance|refused|declin(?:ed|es)|disputed?)\b",
    re.IGNORECASE,
)
_SUBJECT_LEAD = re.compile(r"\W*(?:(?:yet|but|and|also|so|in\s+turn|for\s+(?:his|her|their)\s+part|finally|moreover|however|in\s+addition|at\s+the\s+same\s+time)\s*,?\s+)?", re.IGNORECASE)


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
        self.issuer = voices.issuer()
        self.joint = scene.joint
        self._inside: dict[int, list[int]] = {}
        for i, attribution in enumerate(self.attributions):
            if attribution.parent is not None:
                self._inside.setdefault(attribution.parent, []).append(i)

    def records(self) -> list[dict[str, Any]]:
        """Return the positions in the order of the text."""
        return [self._record(unit) for unit in self.units()]

    def units(self) -> list[Unit]:
        """Return the positions in the making, each stretch of text at most once."""
        found = [u for i in range(len(self.attributions)) for u in self._attributed(i)]
        found += [u for u in self._stances(found)]
        kept: list[Unit] = []
        for unit in sorted(found, key=lambda u: (u.content.start, -u.content.end)):
            if not self._is_result(unit) and not self._tells_event(unit) and not any(_same_words(unit.content, other.content) for other in kept[-4:]):
                kept.append(unit)
        return kept

    def _tells_event(self, unit: Unit) -> bool:
        """Whether words are those that tell of the event itself."""
        event, sentence = self.scene.event, self.scene.reading.sentence_at(unit.content.start)
        if event is None or sentence is None or unit.quote is not None:
            return False
        opens = any(s.number == sentence.number for s in self.scene.body[:2])
        return (event.deed and unit.content.contains(event.span)) or (opens and bool(_MET.search(self.scene.text, unit.content.start, unit.content.end)))

    def _is_result(self, unit: Unit) -> bool:
        """Whether words tell what was agreed together and stand already among the formats and agreements."""
        words = self.scene.text[unit.span.start : unit.span.end]
        if not (unit.holder and (COLLECTIVE.search(unit.holder) or " and " in unit.holder or unit.holder.lower() in ("they", "we"))) and not re.match(r"\W*we\s+(?:have\s+|also\s+)*agreed\b", words, re.IGNORECASE):
            return False
        return bool(re.search(r"\b(?:agreed|decided)\b", words)) and any(r.overlaps(unit.span) for r in self.results)

    def _record(self, unit: Unit) -> dict[str, Any]:
        return {
            "holder": unit.holder,
            "speaker": unit.voice.text,
            "statement": unit.statement,
            "quote": self.scene.text[unit.quote.start : unit.quote.end] if unit.quote else None,
            "direct": unit.quote is not None,
            "evidence": self.scene.evidence(unit.span),
        }

    # -- attributions ----------------------------------------------------------------------------

    def _attributed(self, index: int) -> Iterator[Unit]:
        attribution = self.attributions[index]
        voice = self.voices.of(index)
        if self._parent(index) is not None or voice.asks or not attribution.content or self._in_heading(attribution.content[0]):
            return
        if attribution.strength == "weak" or attribution.reports is CueClass.FINDING or not self._views(attribution, voice):
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
        while parent is not None and _lemma(self.scene, self.attributions[parent]) in _NO_VIEW and self.attributions[parent].rule != "label":
            parent = self.attributions[parent].parent
        return parent

    def _views(self, attribution: Attribution, voice: Voice) -> bool:
        """Whether an attribution reports what somebody holds: not thanks, not "spoke about", not that they did not agree."""
        lemma = _lemma(self.scene, attribution)
        if attribution.cue and attribution.rule != "label" and self.scene.text[attribution.cue.start].isupper() and attribution.rule != "according to":
            return False  # "the United States": a name that is spelt like a verb
        if lemma in _NO_VIEW or (lemma == "agree" and attribution.negated and (voice.plural or voice.first)):
            return False
        if lemma in _SAYING and attribution.kind == "indirect" and attribution.rule != "label" and not is_clause(self.scene.text[attribution.content[0].start : attribution.content[-1].end]):
            return False
        if lemma in _CLAUSE_ONLY and attribution.kind != "direct":
            words = self.scene.text[attribution.content[0].start : attribution.content[-1].end]
            return bool(_IMPORTANCE.search(words)) or attribution.rule.startswith("clause") and is_clause(words) and not re.match(r"\S+(?:\s\S+)?\s+(?:about|of|on)\b", words)
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
        return not quoted and not _WE.search(words) and any(sentence.span.contains(d.span) for d in self.scene.reading.dates)

    def _in_heading(self, span: Span) -> bool:
        sentence = self.scene.reading.sentence_at(span.start)
        return sentence is None or (sentence.number not in self.scene.body_numbers and sentence.block.kind is not BlockKind.TURN)

    def _quoted(self, index: int, attribution: Attribution, voice: Voice) -> Iterator[Unit]:
        """Yield one position for each sentence of a quotation that says enough."""
        pieces = [span for piece in attribution.content for span in self._sentences(piece)]
        long_enough = [p for p in pieces if self._weight(p) >= 4] or [p for p in pieces if self._weight(p) >= 2][:1]
        for span in long_enough:
            statement = sentence_of(self.scene.text[span.start : span.end])
            if statement and self._worthy(span, voice):
                quote = self._without_bracket(span)
                yield Unit(span, span, self._speaker(voice, index), self._holder(index, span, voice), statement, quote)

    def _turn(self, index: int, attribution: Attribution, voice: Voice) -> Iterator[Unit]:
        """Yield the sentences of a speaker's turn that take a position, short ones joined to their neighbours."""
        for piece in attribution.content:
            if _QUESTION_LINE.match(self.scene.text, piece.start, piece.end):
                return  # a question whose label was not set off
            for span in self._joined(piece):
                words = self.scene.text[span.start : span.end]
                if self._weight(span) < 3 or _TALK.search(words) or _POINTING.match(words) or words.rstrip().endswith(("?", "--")):
                    continue
                if not (_STANCE.search(words) or self._inner(index, span)):
                    continue
                statement = sentence_of(words)
                if statement:
                    yield Unit(span, span, self._speaker(voice, index), self._holder(index, span, voice), statement, span)

    def _joined(self, piece: Span) -> Iterator[Span]:
        """Yield the sentences of a piece; one with less than three content words goes with the one before it."""
        held: Span | None = None
        for span in self._sentences(piece):
            if _COURTESY.match(self.scene.text[span.start : span.end]):
                continue
            if held is not None and (self._weight(span) < 3 or self._weight(held) < 3) and span.end - held.start < 260:
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
        parts = [content, *(s for s in (attribution.speaker, attribution.cue) if s and sentence.span.contains(s))]
        whole = hull(parts)
        statement = self._statement(index, attribution, voice, content, whole)
        if statement:
            yield Unit(whole, content, self._speaker(voice, index), self._holder(index, content, voice), statement, self._quote_in(content))

    def _one_clause(self, content: Span, attribution: Attribution) -> Span:
        """Return reported words up to a semicolon, behind which another sentence begins."""
        if len(attribution.content) > 1 or attribution.kind == "direct":
            return content
        cut = self.scene.text.find(";", content.start, content.end)
        return Span(content.start, cut) if cut > content.start + 20 else content

    def _statement(self, index: int, attribution: Attribution, voice: Voice, content: Span, whole: Span) -> str | None:
        """Return what was said where it is a clause that is asserted, else the whole clause with its subject."""
        words = self.scene.text[content.start : content.end]
        cue = self.scene.text[attribution.cue.start : attribution.cue.end] if attribution.cue else ""
        if not attribution.negated and len(attribution.content) == 1 and not _not_asserting(cue) and is_clause(words) and not re.match(r"(?:to|as|for|on|of|about|whether|how|what|why|he|she|they|his|her|their|it|its)\b", words, re.IGNORECASE):
            return sentence_of(words)
        if len(attribution.content) > 1 or (attribution.cue and attribution.cue.start > content.start):
            return sentence_of(words)
        speaker, cue_at = attribution.speaker, attribution.cue
        if speaker and cue_at and speaker.end < cue_at.start and cue_at.end <= content.start and len(self.scene.text[speaker.end : cue_at.start]) > 40:
            return self._with_name(f"{self.scene.text[speaker.start : speaker.end]} {self.scene.text[cue_at.start : content.end]}", voice)
        return self._with_name(self.scene.text[whole.start : whole.end], voice)

    def _with_name(self, clause: str, voice: Voice) -> str | None:
        """Return a clause as a sentence, its opening pronoun replaced by the name where that is known."""
        name = voice.entity.name if voice.entity else None
        if name and re.match(r"(?:he|she)\b", clause, re.IGNORECASE):
            clause = name + clause.split(None, 1)[0][2 if clause[:2].lower() == "he" else 3 :] + " " + clause.split(None, 1)[1]
        return sentence_of(clause)

    # -- stance verbs in the story itself ----------------------------------------------------------

    def _stances(self, found: list[Unit]) -> Iterator[Unit]:
        """Yield sentences in which a party takes a stance by a verb that reports no clause: "made clear", "gave a positive assessment"."""
        taken = sorted(u.span for u in found)
        covered = sorted(p for a in self.attributions if a.rule == "label" or a.kind == "direct" for p in a.content)
        for sentence in self.scene.body:
            if any(s.overlaps(sentence.span) for s in taken) or any(s.contains(sentence.span) for s in covered):
                continue
            voice = self.subject(sentence.span)
            if voice is None or voice.span is None:
                continue
            match = _STANCE_VERB.match(self.scene.text, voice.span.end, sentence.span.end)
            if not match or self._weight(sentence.span) < 4 or not self._worthy(sentence.span, voice):
                continue
            span = self.scene.trimmed(Span(voice.span.start, sentence.span.end))
            statement = self._with_name(self.scene.text[span.start : span.end], voice)
            if statement:
                yield Unit(span, span, self._speaker(voice), voice.text, statement, self._quote_in(span))

    def subject(self, sentence: Span) -> Voice | None:
        """Return the party that stands as the subject at the head of a sentence: a person, a side, all together, a pronoun."""
        lead = _SUBJECT_LEAD.match(self.scene.text, sentence.start, sentence.end)
        start = lead.end() if lead else sentence.start
        match = COLLECTIVE.match(self.scene.text, start, sentence.end)
        if match:
            words = one_line(match[0])
            return Voice(words[0].lower() + words[1:], None, Span(*match.span()), plural=True)
        if article := re.compile(r"the\s+", re.IGNORECASE).match(self.scene.text, start, sentence.end):
            start = article.end()
        for mention in self.scene.reading.mentions_in(Span(start, min(sentence.end, start + 200)))[:4]:
            if mention.full.start - start <= 4 and mention.kind in (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION, NameKind.GROUP):
                entity = self.voices.entity_at(mention.full) or self.scene.entity(mention)
                return Voice(self.scene.describe(entity), entity, mention.full)
        pronoun = re.compile(r"(?:he|she|they(?:\s+both)?)\b", re.IGNORECASE).match(self.scene.text, start, sentence.end)
        if pronoun:
            return self.voices.pronoun_at(Span(*pronoun.span()))
        return None

    # -- pieces ------------------------------------------------------------------------------------

    def _sentences(self, piece: Span) -> Iterator[Span]:
        for sentence in self.scene.reading.sentences_of(piece):
            span = self.scene.trimmed(Span(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end)))
            if span.start < span.end:
                yield span

    def _weight(self, span: Span) -> int:
        """Return the number of content words."""
        return sum(w.lower() not in FUNCTION_WORDS for w in _WORD.findall(self.scene.text[span.start : span.end]))

    def _worthy(self, span: Span, voice: Voice) -> bool:
        words = self.scene.text[span.start : span.end]
        if _COURTESY.match(words) or words.rstrip().endswith("?"):
            return False
        return not _IDLE.search(words) and not (_LOGISTIC.search(words) and EVENT_NOUN.search(words) and len(words) < 220)

    def _without_bracket(self, span: Span) -> Span:
        """Return a quoted span without an editor's bracket at its end."""
        match = re.search(r"\s*\[[^\[\]]{0,400}\]\s*[,.]?$", self.scene.text[span.start : span.end])
        return Span(span.start, span.start + match.start()) if match and match.start() > 0 else span

    def _quote_in(self, content: Span) -> Span | None:
        """Return the words in quotation marks inside reported words, if they say something."""
        inner = [q.inside for q in self.scene.reading.quotations if q.depth == 0 and content.contains(q.inside) and q.speech is not False]
        fit = [s for s in inner if len(_WORD.findall(self.scene.text[s.start : s.end])) >= 2]
        return max(fit, key=lambda s: s.end - s.start) if fit else None

    # -- who ---------------------------------------------------------------------------------------

    def _speaker(self, voice: Voice, index: int | None = None) -> Voice:
        """Return who tells it: where the text has an issuer, the issuer, for what others said is told by it."""
        if self.joint and (index is None or _lemma(self.scene, self.attributions[index]) not in _SAYING):
            return NOBODY
        if self.issuer.text and voice.text != self.issuer.text and not any(a.rule == "label" for a in self.attributions):
            return self.issuer
        return replace(NOBODY, text=None) if voice.plural or voice.first else voice

    def _holder(self, index: int, span: Span, voice: Voice) -> str | None:
        """Return whose position words are: whom they report, who does in them, the side that says "we", else the speaker."""
        if self.attributions[index].negated:
            return self._side_name(voice)
        inner = self._inner(index, span)
        if inner is not None and not self._own_side(inner, voice):
            return inner.text
        doer = self.subject(span)
        if doer is not None and doer.span is not None and doer.text and self._acts(doer, span) and not self._own_side(doer, voice):
            return self._side_name(doer)
        if voice.first or (voice.plural and voice.text and voice.text.lower() in ("they", "both", "each")):
            return self._together(span)
        words = self.scene.text[span.start : span.end]
        if _WE.search(words) and voice.entity is not None and self.scene.speaks_for_others(voice.entity) and voice.entity.kind is NameKind.PERSON:
            return self.voices.country(voice) or voice.text
        return self._side_name(voice)

    def _acts(self, doer: Voice, span: Span) -> bool:
        assert doer.span is not None
        if doer.plural and re.match(r"[^.;]{0,40}?\s(?:will|shall|have|are|want|need)\b", self.scene.text[doer.span.end : span.end]):
            return True
        return bool(_STANCE_VERB.match(self.scene.text, doer.span.end, span.end))

    def _own_side(self, doer: Voice, speaker: Voice) -> bool:
        """Whether a participant speaks of its own country: the position is its own."""
        if doer.entity is None or speaker.entity is None or speaker.entity.id not in self.people.evidence or doer.entity.kind is NameKind.PERSON:
            return False
        side = self.scene.side_of(speaker.entity)
        return side is not None and side == self.scene.side_of(doer.entity)

    def _together(self, span: Span) -> str | None:
        """Return what the text calls all parties together, the nearest such words before `span` first."""
        sentence = self.scene.reading.sentence_at(span.start)
        before = [s for s in self.scene.story if sentence and s.number <= sentence.number]
        for other in reversed(before):
            for match in reversed(list(COLLECTIVE.finditer(other.text))):
                words = one_line(match[0])
                if len(words.split()) > 1 and words.split()[0].lower() in ("the", "both", "our", "all", "two", "three"):
                    return words[0].lower() + words[1:]
        return None

    def _side_name(self, voice: Voice) -> str | None:
        """Return a holder's name; a capital or seat that stands for its state gives the state."""
        if voice.text and voice.entity is not None and voice.entity.kind is NameKind.PLACE:
            return country_of(voice.text) or voice.text
        return voice.text

    def _inner(self, index: int, span: Span) -> Voice | None:
        """Return the first one who, inside the words, is told to say, think or agree."""
        for i in self._inside.get(index, ()):
            nested = self.attributions[i]
            if nested.speaker is None or not span.contains(nested.speaker) or nested.rule == "headline":
                continue
            voice = self.voices.of(i)
            head = self.scene.text[span.start : nested.speaker.start]
            if voice.first or voice.text is None or (voice.entity is None and not voice.plural) or len(head.split()) > 6:
                continue
            return replace(voice, text=self._side_name(voice))
        return None


def _same_words(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0.6 * min(a.end - a.start, b.end - b.start)


def _not_asserting(cue: str) -> bool:
    return any((found := verb_cues().get(w)) and found.lemma in _NOT_ASSERTING for w in cue.lower().split())


def _lemma(scene: Scene, attribution: Attribution) -> str | None:
    """Return the lemma of an attribution's verb."""
    words = scene.text[attribution.cue.start : attribution.cue.end].lower().split() if attribution.cue else []
    return next((found.lemma for w in reversed(words) if (found := verb_cues().get(w))), None)
