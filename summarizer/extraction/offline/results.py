"""Results that are no formats: an exchange, a deadline, a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.offline.clauses import AND_THAT, hangs
from summarizer.extraction.offline.decisions import decisions
from summarizer.extraction.offline.formats import Formats
from summarizer.extraction.offline.noun_phrases import phrases
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.record_head import recorded
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.standing import TAKEN_BACK
from summarizer.extraction.offline.steps import NO_STEP, Steps
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.gazetteer import country_of, organisation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_AGREED = re.compile(
    r"\b(?:(?:they|we|both|all|the\s+)?(?:have|has|had)?\s*(?:also\s+|further\s+|jointly\s+)?(?:agreed?|decided|undertook|resolved)(?:\s+(?:early\s+|late\s+)?(?:on\s+[A-Z]\w+day|today|yesterday|overnight))?(?:,\s[^,;.]{1,60},)?\s+(?P<to>that|to(?!\s+(?:continue|listen|disagree|differ)\b)|on|upon))\s+(?=\w)",
    re.IGNORECASE,
)
_PLAN = late_regex(
    r"\b(?:will|shall|to\s+be|would\s+(?:be\s+\w+(?:ed|n|t)\b|begin|start|release|withdraw|pay|return|send|hand))\b",
    re.IGNORECASE,
)
_WE_WILL = late_regex(
    r"^\W*(?:\(?\w{1,3}[.)]\s+)?(?:(?:we|both\s+\w+|the\s+(?:two\s+)?(?:parties|sides|delegations|governments|companies|clubs|boards))\s+(?:will|shall)|(?:an?|the)\s+(?:[\w-]+\s+){1,8}will\s+(?:be|run|take|enter|come|stay|have|hold))\b",
    re.IGNORECASE,
)
# What introduces a list of results: "agreed to:", "we agree to the following steps …:".
_LIST_OF_RESULTS = late_regex(
    r"\b(?:agreed|resolved|decided)\b[^.;]{0,40}:\s*$|\b(?:we|they|sides|parties|governments|leaders|ministers)\s+(?:commit\s+(?:ourselves|themselves)|undertake|committed\s+(?:ourselves|themselves))\s+to\s*:\s*$|\b(?:agreed?|commit(?:ted)?|undert(?:ake|ook)|decided?|resolved?|pledged?)\b[^.;]{0,30}\b(?:following|below)\b[^.;]{0,160}:\s*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:we|they|both\s+\w+|the\s+(?:two\s+|three\s+)?(?:parties|sides|leaders|presidents|ministers|delegations|governments|countries))\s+(?:have\s+|also\s+|jointly\s+|then\s+)*"
    r"(?:signed|adopted|initialled|initialed|drafted|concluded|endorsed|approved|finali[sz]ed)\s+(?:a|an|the|their)\s+",
    re.IGNORECASE,
)
_INSTRUCTED = re.compile(
    r"\b(?:we|they|both\s+\w+|the\s+(?:two\s+|three\s+)?(?:leaders|presidents|ministers|governments))\s+(?:have\s+|also\s+)*(?:instructed|directed|tasked|charged)\s+"
    r"(?:our|their)\s+(?:[\w-]+\s+){1,6}?to\s+(?=[a-z,])",
    re.IGNORECASE,
)
# Cheap to look for first: the patterns above begin with what may be missing, and so are slow to fail.
_RESULT_STEMS = (
    "agree", "decided", "undertook", "resolved", "signed", "adopted", "initial", "drafted", "concluded", "endorsed", "approved", "finali",
    "instructed", "directed", "tasked", "charged",
)  # fmt: skip
_ORDINAL = late_regex(
    r"\W*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\W*", re.IGNORECASE
)
_WILL_DO = late_regex(
    r"(?P<who>(?:The\s+)?[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+(?:will|shall|undertakes?\s+to|agrees?\s+to)\s"
)
_TO_DO = late_regex(
    r"\W*(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[.:]\s+)?To\s+[a-z]+\b",
    re.IGNORECASE,
)
_ONLY_COUNTS = re.compile(
    r"(?:a\s+(?:number|few)\s+of|several|some|many|two|three|four|five|six|seven|\d+)\s+(?:\w+\s+)?(?:things|points|matters|issues|items|steps|measures)\W*$",
    re.IGNORECASE,
)
_SECOND_VERB = late_regex(r",\s+(?:and|but)\s*$")
_COUNTED = late_regex(
    r"\W*(?:and\s+)?(?:first|second|third|fourth|fifth|last|final)(?:ly)?\b\s*[,:]", re.IGNORECASE
)
_AGREE_NOW = late_regex(r"\bagree\b", re.IGNORECASE)
_WISHED = late_regex(
    r"\b(?:propos|suggest|urg|hope|want|call|invit|ask|should|must|expect|wish)\w*\b", re.IGNORECASE
)
_A_SITTING = late_regex(
    r"(?:[\w-]+\s+){0,4}?(?:rounds?|talks|meeting|session|visit|negotiations|consultations|dialogue|summit)\b",
    re.IGNORECASE,
)
# "It was resolved to …": minutes tell so what all agreed.
_IT_WAS = late_regex(r"\bit\s+was(?:\s+(?:also|then|further|unanimously))?\s*$", re.IGNORECASE)
_SINGLE = late_regex(r"\b(?:undertook|resolved)\b", re.IGNORECASE)


class Results(Steps):
    """Reads agreements and next steps of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices, formats: Formats) -> None:
        super().__init__(scene, voices)
        self.people = people
        self.spans: list[Span] = []
        self._minuted = recorded(scene)
        self._counted = (
            -1
        )  # the last sentence of a list that is told in running text: "First, …", "Second, …"
        self._bullet = ""  # the kind of mark that the items of the present list begin with

    def agreements(self) -> list[dict[str, Any]]:
        """Return the results that are no formats, in the order of the text."""
        found: list[tuple[Span, str]] = []
        counts: list[Span] = []
        listing = False
        for sentence in self._sentences():
            if listing and sentence.block.kind is BlockKind.LIST_ITEM and self._goes_on(sentence):
                found += self._listed(sentence)
                continue
            if listing and _ORDINAL.fullmatch(sentence.text):
                continue
            if listing and self._undertakes(sentence):
                found += self._listed(sentence)
                continue
            if listing and _TO_DO.match(sentence.text):
                found += self._to_do(sentence)
                continue
            listing = (
                sentence.text.rstrip()[-1:] == ":"
                and bool(_LIST_OF_RESULTS.search(sentence.text))
                and not self._negated(sentence, sentence.span)
            )
            self._bullet = ""
            if not listing and self._counts(sentence):
                self._counted = sentence.number
                counts.append(sentence.span)
                continue
            if self._counted == sentence.number - 1 and _COUNTED.match(sentence.text):
                self._counted = sentence.number
                found += self._to_do(sentence)
                continue
            if not listing and self._minuted and (told := list(decisions(self.scene, sentence))):
                found += told
                continue
            if not listing:
                low = sentence.text.lower()
                if not any(stem in low for stem in _RESULT_STEMS):
                    continue
                found += self._agreed(sentence)
                found += self._signed(sentence)
                found += self._instructed(sentence)
        self.spans = [*(span for span, _ in found), *counts]
        parties = self.people.sides if len(self.people.sides) > 1 else []
        named = (
            [
                s
                for e in self.people.entities
                if e.id in self.people.principals
                for s in self.people.evidence[e.id][:1]
            ]
            if parties
            else []
        )
        return [
            {"what": what, "parties": list(parties), "evidence": self.scene.evidence(span, *named[:3])}
            for span, what in found
        ]

    def _counts(self, sentence: Sentence) -> bool:
        """Whether a sentence only says on how many things all agreed: "We agreed on three things."."""
        match = _AGREED.search(sentence.text)
        return bool(
            match
            and _ONLY_COUNTS.match(sentence.text, match.end())
            and self._together(sentence, match.start())
            and not self._negated(sentence, sentence.span)
        )

    def _to_do(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        """Yield an item told by an infinitive, as declarations number them: "FIRST. To release each year …"."""
        what = sentence_of(sentence.text)
        if what and not self._about_format(sentence.span) and not self._negated(sentence, sentence.span):
            yield self.scene.trimmed(sentence.span), what

    def _undertakes(self, sentence: Sentence) -> bool:
        """Whether a paragraph below "commit to the following:" tells what one party will do: "Chile will (i) …"."""
        match = _WILL_DO.match(sentence.text)
        if match is None:
            return False
        return bool(
            country_of(match["who"]) or organisation(match["who"]) or COLLECTIVE.fullmatch(match["who"])
        )

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a list line belongs to the present list: it begins with the same kind of mark, or with none."""
        mark = re.match(
            r"\s*(?:(?P<dash>[-*•–])|\(?(?P<number>\d{1,3})[.)]|\(?(?P<letter>[a-z])[.)])\s", sentence.text
        )
        kind = str(mark.lastgroup) if mark else ""
        if kind and self._bullet and kind != self._bullet:
            return False
        self._bullet = self._bullet or kind
        return True

    def _instructed(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        """Yield what leaders told their governments to do: "we have instructed our ministers to lift all levies"."""
        for match in _INSTRUCTED.finditer(sentence.text):
            start = max(self.scene.start(sentence), sentence.span.start + match.start())
            end = self._clause_end(sentence.span.start + match.end(), sentence.span.end)
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            what = sentence_of(self.text[start:end])
            if what and not self._negated(sentence, at) and not self._about_format(Span(at.end, end)):
                yield Span(start, end), what

    def _signed(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        """Yield a text that the parties made together: "we signed the Terms of Reference", "the parties drafted a framework"."""
        for match in _SIGNED.finditer(sentence.text):
            if _A_SITTING.match(sentence.text, match.end()):
                continue  # "concluded the ninth round of talks"
            start = self.scene.start(sentence) if match.start() < 120 else sentence.span.start + match.start()
            end = self._clause_end(sentence.span.start + match.end(), sentence.span.end)
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if self._negated(sentence, at) or any(
                o.operation in NO_STEP and o.scope.contains(at)
                for o in self.scene.reading.operators(sentence)
            ):
                continue
            if what := sentence_of(self.text[start:end]):
                yield Span(start, end), what

    def _agreed(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        """Yield what two sides agreed to do: "agreed to exchange …", "agreed that A will hand over …"."""
        if TAKEN_BACK.search(sentence.text):
            return
        for match in _AGREED.finditer(sentence.text):
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if any(
                o.operation in NO_STEP[2:] and o.scope.overlaps(at)
                for o in self.scene.reading.operators(sentence)
            ):
                continue  # "if we agree to work together"
            if _AGREE_NOW.search(match[0]) and _WISHED.search(sentence.text, 0, match.start()):
                continue  # "I propose that ministers agree on"
            by_all = _IT_WAS.search(sentence.text, 0, match.start() + 1)
            if not by_all and (_SINGLE.search(match[0]) or not self._together(sentence, match.start())):
                continue
            start = sentence.span.start + match.end()
            content = self.scene.trimmed(Span(start, self._clause_end(start, sentence.span.end)))
            for piece in self._pieces(content, match["to"].lower()):
                words = self.text[piece.start : piece.end]
                if match["to"].lower() == "that" and not _PLAN.search(words):
                    continue
                if _ONLY_COUNTS.match(words):
                    continue  # "agreed on three things": which, the sentences behind it tell
                if re.match(r"(?:the\s+)?(?:importance|need|necessity|urgency|value)\b", words):
                    continue  # a view, not a result
                if self._negated(sentence, piece) or self._about_format(piece) or len(words.split()) < 2:
                    continue
                what = sentence_of(
                    words
                    if match["to"].lower() == "that" and not AND_THAT.search(words)
                    else self._whole(sentence, match, piece)
                )
                if what and not hangs(what):
                    yield Span(self._subject_start(sentence, match), piece.end), what

    def _pieces(self, content: Span, word: str) -> list[Span]:
        """Return the parts of "agreed to exchange prisoners and to meet again", each a result of its own."""
        cuts = (
            [m.span() for m in re.finditer(r",?\s+and\s+to\s+", self.text[content.start : content.end])]
            if word == "to"
            else []
        )
        edges = [content.start, *(content.start + e for _, e in cuts)]
        ends = [*(content.start + b for b, _ in cuts), content.end]
        return [self.scene.trimmed(Span(a, b)) for a, b in zip(edges, ends, strict=True)]

    def _whole(self, sentence: Sentence, match: re.Match[str], piece: Span) -> str:
        """Return the clause of an agreement with its subject, other verbs between the two left out."""
        start, verb = self._subject_start(sentence, match), sentence.span.start + match.start()
        lead = self.text[start:verb].strip()
        subject = COLLECTIVE.match(lead) or re.match(r"(?:they|we|both)\b", lead, re.IGNORECASE)
        agreed = self.text[verb : sentence.span.start + match.end()].strip()
        agreed = (
            re.sub(r"^(?:they|we|both|all|the)\s+", "", agreed, flags=re.IGNORECASE) if subject else agreed
        )
        return f"{subject[0] if subject and len(lead) - len(subject[0]) > 12 else lead} {agreed} {self.text[piece.start : piece.end]}"

    def _together(self, sentence: Sentence, before: int) -> bool:
        """Whether those who agreed are several: a collective, "they", two names."""
        lead = sentence.text[max(0, before - 160) : before]
        if (
            COLLECTIVE.search(lead)
            or re.search(r"\b(?:they|we|both)\s*$", sentence.text[: before + 6].rstrip(), re.IGNORECASE)
            or re.search(r"\b(?:they|we|both)\b", lead + sentence.text[before : before + 6], re.IGNORECASE)
        ):
            return True
        span = Span(sentence.span.start + max(0, before - 160), sentence.span.start + before)
        if re.search(
            r"\b(?:committee|council|board|parliament|cabinet|assembly|commission)\s*$|[\w’']+\s+and\s+(?:the\s+|his\s+|her\s+)?(?:\w+\s+){0,2}\w+\s*$",
            lead,
            re.IGNORECASE,
        ):
            return True
        return (
            len({m.entity for m in self.scene.reading.mentions_in(span) if m.entity in self.people.evidence})
            >= 2
        )

    def _subject_start(self, sentence: Sentence, match: re.Match[str]) -> int:
        """Return where the clause of "agreed" begins."""
        cuts = [
            m.end()
            for m in re.finditer(
                r"[;:]\s+|[“\"]|\b(?:said|says)\s+(?:that\s+)?|,\s+(?:that\s+)?(?=(?:the|both|they|we)\b)|\bthat\s+",
                sentence.text[: match.start()],
            )
        ]
        if cuts and _SECOND_VERB.search(sentence.text, cuts[-1], match.start()):
            cuts = []  # "took no position on a request that …, and decided to": who decided is the whole sentence's subject
        return max(self.scene.start(sentence), sentence.span.start + (cuts[-1] if cuts else 0))

    def _listed(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        """Yield an item of a list under "agreed to:" or "agreed as follows:" that is no format."""
        body = re.sub(r"^\W*(?:\(?\w{1,3}[.)]\s+)?", "", sentence.text)
        start = sentence.span.end - len(body) if sentence.text.endswith(body) else sentence.span.start
        span = self.scene.trimmed(Span(start, sentence.span.end))
        first = bool(re.match(r"\s*(?:[-*•]|\(?\w{1,3}[.)])", sentence.text)) or (
            _WE_WILL.match(sentence.text) or self._undertakes(sentence)
        )
        what = sentence_of(re.sub(r"[;,]?\s*(?:and|or)?\s*$", "", body))
        if (
            what
            and first
            and len(body.split()) >= 4
            and not self._about_format(span)
            and not self._negated(sentence, span)
        ):
            yield span, what

    def _about_format(self, span: Span) -> bool:
        """Whether words tell of a meeting or a body to come, which is a format."""
        found = list(phrases(self.text, span))
        return any(p.span.start - span.start < 60 and not (p.definite and p.bare) for p in found) or bool(
            re.match(
                r"(?:[\w'’-]+\s+){0,9}?(?:will|to|would|shall)\s+(?:again\s+)?meet\b|meet\b",
                self.text[span.start : span.end],
            )
        )

    def _negated(self, sentence: Sentence, span: Span) -> bool:
        head = Span(span.start, min(span.end, span.start + 30))
        return any(
            o.operation in NO_STEP[:2] and o.scope.overlaps(head) and o.cue.start < span.start
            for o in self.scene.reading.operators(sentence)
        )
