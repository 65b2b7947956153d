"""The steps that a text announces: what is to come, with its date or place, and what the parties go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.offline.clauses import is_whole
from summarizer.extraction.offline.event import located
from summarizer.extraction.offline.intervals import Intervals
from summarizer.extraction.offline.plans import acts, scheduled
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.standing import PRONOUN_FIRST, told_before
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import one_line, sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_MAY_GO_ON = re.compile(r"continue|remain|stay|keep|follow\s+up|resume|maintain")
_GO_ON = late_regex(
    r"\b(?P<who>they|we|both\s+\w+|all\s+[^.;:]{0,60}?|the\s+(?:two\s+|three\s+)?(?:parties|sides|leaders|presidents|ministers|delegations|governments|teams)|[A-Z]\w+\s+and\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)\s+"
    r"(?:(?:have\s+|also\s+)*agreed\s+to|will(?:\s+also|\s+then)?|tasked\s+their\s+teams\s+to)\s+(?:follow\s+up\b|(?:continue|remain|stay|keep|resume|maintain)\b(?=[^.;]{0,80}\b(?:contact|touch|consult\w*|discuss\w*|talk\w*|dialogue|work|negotiat\w*|meet\w*|coordinat\w*|exchang\w*)\b))",
    re.IGNORECASE,
)
_MARKS = frozenset('”"')
_ENDS_CLAUSE = re.compile(r"[;”\"]|,\s+(?:[\w\s’']{2,40}\s)?(?:said|according|told|added)\b|\s[-–—]\s")
_NEXT_CLAUSE = re.compile(
    r",\s+(?:and|but|while)\s+(?:[A-Z][\w’'-]+|the\s+\w+|he|she|they|it|we)\s+(?:\S+\s+){0,4}?(?:is|are|was|were|has|have|had|will|would|welcomed?|said)\b"
)
# "I will see you tomorrow", "you will notice next week": no step.
_SMALL_TALK = re.compile(
    r"\b(?:you(?:['’]ll|\s+will)|(?:I|we)(?:['’]ll|\s+will))\s+(?:also\s+|then\s+|probably\s+)?(?:see|notice|hear|say|note|answer|turn|leave|thank|find)$",
    re.IGNORECASE,
)
_NOTING = late_regex(
    r"(?:As\s+)?(?:I|We)\s+(?:would|will|['’](?:d|ll)|noted|said|also)\s+(?:\w+\s+)?(?:note|noted|say|add|mention|remind)\b"
)
_STEP = re.compile(
    r"(?:\b(?:will|shall)|(?<=[A-Za-z])['’]ll|\b(?:is\s+to|are\s+to|(?:is|are)\s+(?:also\s+)?(?:set|due|scheduled|expected|slated|planned)\s+to|plans?\s+to|undertook\s+to|intends?\s+to))\s+"
    r"(?!(?:not|never|have|only|continue\s+to\s+be)\b)(?:also\s+|then\s+|next\s+|again\s+)?(?P<verb>[a-z]{2,})\b",
    re.IGNORECASE,
)
# "Results are due by 30 May", "a third round is planned for June"
_DUE = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|also\s+)?(?P<verb>due|scheduled|planned|slated|expected|proposed)\s+(?=(?:for|on|by|in|at)\s)"
)
# What somebody alone undertook, or was told to do by a meeting.
_PROMISED = re.compile(
    r"\b(?:promised|undertook|volunteered|(?:was|were)\s+(?:instructed|tasked|directed|mandated|asked)|(?:was|were)\s+(?:both\s+)?asked)\s+to\s+(?!(?:have|be)\s+\w+(?:ed|en)\b)(?P<verb>[a-z]{2,})\b",
    re.IGNORECASE,
)
_MEET_AGAIN = late_regex(r"\bto\s+(?:speak|meet|talk|convene|confer)\b")
_TAG = late_regex(r",\s+(?:[\w’'.-]+\s+){1,4}(?:said|says|added|told)\b[^,.;]{0,30},\s*\S")
_BEFORE_THAT = late_regex(r"\W*(?:before|after|until)\s+(?:that|then|this),?\s+", re.IGNORECASE)
_WHICH = late_regex(r",\s+(?:\w+\s+)?(?:which|whom|whose|who)\s")
_TO_PLACE = late_regex(r"\s*(?:back\s+)?(?:to\s+)?")
# ", and a joint committee … is to meet": where a second clause with a subject of its own begins.
_OWN_SUBJECT = late_regex(
    r"(?:,?\s+(?:and|but|while)|;)\s+(?=(?:an?|the|its|their|his|her|both|each|two|three|all|he|she|they|it|we|I|[A-Z][\w’'-]+)\s)"
)
NO_STEP = (
    Operation.NEGATION,
    Operation.DENIAL,
    Operation.CONDITION,
    Operation.CONSEQUENCE,
    Operation.QUESTION,
)


class Steps:
    """Reads the next steps of one text."""

    def __init__(self, scene: Scene, voices: Voices) -> None:
        self.scene = scene
        self.text = scene.text
        self._asked = Intervals(
            p
            for i, a in enumerate(voices.attributions)
            if a.rule == "label" and voices.of(i).asks
            for p in a.content
        )

    def _sentences(self) -> Iterator[Sentence]:
        for sentence in self.scene.body:
            if not self._asked.contains(sentence.span):
                yield sentence

    def _clause_end(self, start: int, stop: int) -> int:
        """Return where a clause ends: at a semicolon, a tag or a dash, and with the quotation that it stands in."""
        for match in _ENDS_CLAUSE.finditer(self.text, start, stop):
            if match[0] not in _MARKS or not any(
                q.outside.start >= start and q.outside.start <= match.start() < q.outside.end
                for q in self.scene.quotations_in(Span(start, stop))
            ):
                return match.start()
        return stop

    def next_steps(self) -> list[dict[str, Any]]:
        """Return the steps that are announced, each once, in the order of the text."""
        records: list[dict[str, Any]] = []
        for sentence in self._sentences():
            found = list(scheduled(self.scene, sentence)) or list(self._announced(sentence))
            records += found or list(self._going_on(sentence))
        return records

    def _announced(self, sentence: Sentence) -> Iterator[dict[str, Any]]:
        """Yield what a sentence announces: with a date or a place, or as the act of somebody who can act."""
        matches = [m for p in (_STEP, _DUE, _PROMISED) for m in p.finditer(sentence.text)]
        matches.sort(key=lambda m: m.start())
        opens = 0  # where the present clause begins in the sentence
        for i, match in enumerate(matches):
            if match.start() < opens:
                continue
            stop, after = len(sentence.text), 0
            for later in matches[i + 1 :]:
                cuts = list(_OWN_SUBJECT.finditer(sentence.text, match.end(), later.start()))
                if cuts:
                    stop, after = cuts[-1].start(), cuts[-1].end()
                    break
            record = self._step(sentence, match, opens, stop)
            if record:
                yield record
            if not after:
                return
            opens = after

    def _step(self, sentence: Sentence, match: re.Match[str], opens: int, stop: int) -> dict[str, Any] | None:
        base = sentence.span.start
        at = Span(base + match.start(), base + match.end())
        if self._unreal(sentence, at) or not self._steps(sentence, match):
            return None
        end = self._clause_end(at.end, base + stop)
        if _TAG.match(self.text, end):
            end = base + stop  # "The government will answer, he said, when …"
        date = self._date(Span(at.end, self._own_end(at.end, end)))
        promised = match.re is _PROMISED
        start = max(
            base + opens,
            self.scene.start(sentence) if promised else base + self._step_start(sentence, match.start()),
        )
        if earlier := _BEFORE_THAT.match(self.text, start, at.start):
            start = earlier.end()
        if date is None and not acts(self.scene, sentence, Span(start, at.start), match["verb"]):
            return None
        place = next(located(self.scene, Span(at.end, self._own_end(at.end, end))), None)
        place = place or self._bound_for(match["verb"], Span(at.end, end))
        whole = opens > 0 and _WHICH.search(self.text, start, at.start)
        span = (
            Span(self.scene.start(sentence), end) if whole else self._not_leaning(sentence, Span(start, end))
        )
        what = sentence_of(self.text[span.start : span.end])
        if not what or len(what.split()) > 70 or not is_whole(what) or _NOTING.match(what):
            return None
        return {
            "what": what,
            "date": date[0] if date else None,
            "place": one_line(self.text[place.start : place.end]) if place else None,
            "evidence": self.scene.evidence(span),
        }

    def _bound_for(self, verb: str, within: Span) -> Span | None:
        """Return where somebody is to go: "will travel to A", "is due to visit A"."""
        if verb.lower() not in ("travel", "go", "fly", "return", "visit", "come", "head"):
            return None
        for mention in self.scene.reading.mentions_in(within)[:2]:
            near = _TO_PLACE.fullmatch(self.text, within.start, mention.span.start)
            if near and mention.kind in (NameKind.PLACE, NameKind.OTHER):
                return mention.span
        return None

    def _unreal(self, sentence: Sentence, at: Span) -> bool:
        return any(
            o.operation in NO_STEP and o.scope.overlaps(at) for o in self.scene.reading.operators(sentence)
        )

    def _not_leaning(self, sentence: Sentence, span: Span) -> Span:
        """Return the words of a step; where they begin with a pronoun, with what tells whom or what it stands for."""
        if not PRONOUN_FIRST.match(self.text, span.start, span.end):
            return span
        begin = self.scene.start(sentence)
        if begin < span.start and not PRONOUN_FIRST.match(self.text, begin, span.end):
            return Span(begin, span.end)
        before = told_before(self.scene, sentence)
        return Span(before.start, span.end) if before else Span(min(begin, span.start), span.end)

    def _own_end(self, start: int, end: int) -> int:
        """Return where another clause with a subject of its own begins, whose date is no date of the first."""
        match = _NEXT_CLAUSE.search(self.text, start, end)
        return match.start() if match else end

    def _going_on(self, sentence: Sentence) -> Iterator[dict[str, Any]]:
        """Yield what the parties together go on with, for which no date is needed: "they will remain in contact"."""
        match = _GO_ON.search(sentence.text) if _MAY_GO_ON.search(sentence.text) else None
        if not match or (match["who"].lower() == "we" and not self.scene.joint):
            return
        at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        if self._unreal(sentence, at):
            return
        end = self._clause_end(at.end, sentence.span.end)
        date = self._date(Span(at.end, end)) if _MEET_AGAIN.search(self.text, at.start, end) else None
        if what := sentence_of(self.text[at.start : end]):
            yield {
                "what": what,
                "date": date[0] if date else None,
                "place": None,
                "evidence": self.scene.evidence(Span(at.start, end)),
            }

    def _steps(self, sentence: Sentence, match: re.Match[str]) -> bool:
        """Whether a verb tells an act to come and no state of the tools of the plan itself: not "goal is to have"."""
        lead = sentence.text[: match.start()]
        if _SMALL_TALK.search(lead + match[0]):
            return False
        if re.match(r"is\s+to\b", match[0]) and re.search(
            r"\b(?:goal|aim|purpose|idea|point|task|objective|way)\s*$", lead
        ):
            return False
        return not re.search(r"\b(?:if|when|once|unless|until)\s+[^,]*$", lead, re.IGNORECASE)

    def _step_start(self, sentence: Sentence, before: int) -> int:
        lead = sentence.text[:before]
        cuts = [
            m.end()
            for m in re.finditer(
                r"\b(?:said|says|added|told\s+\w+)\s+(?:that\s+)?|\b(?:agreed|confirmed|announced)\s+that\s+|[;:“\"]\s*|,\s+(?:and|but)\s+(?=\w+\s+\w+\s*$)|^\s*(?:\(?\w{1,3}[.)]|[-*•])\s+|^(?:And|But|So)\s+",
                lead,
            )
        ]
        own = self.scene.start(sentence) - sentence.span.start
        return cuts[-1] if cuts and own < cuts[-1] < before else min(own, before)

    def _date(self, span: Span) -> tuple[str, Span] | None:
        anchor = self.scene.reading.anchor
        for date in self.scene.dates_in(span):
            if not (span.contains(date.span) and date.value) or date.needs_anchor:
                continue
            ends = date.value.split("/")[-1][:10]  # "this week" has not passed
            if anchor is None or ends >= anchor.isoformat()[: len(ends)]:
                return date.value, date.span
        return None
