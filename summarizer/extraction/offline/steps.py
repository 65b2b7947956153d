"""The steps that a text announces: what is to come, with its date or place, and what the parties go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from summarizer.extraction.offline.clauses import is_whole
from summarizer.extraction.offline.event import located
from summarizer.extraction.offline.intervals import Intervals
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.voices import Voices
from summarizer.extraction.offline.wording import one_line, sentence_of
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_MAY_GO_ON = re.compile(r"continue|remain|stay|keep|follow\s+up|resume|maintain")
_GO_ON = re.compile(
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
_NOTING = re.compile(
    r"(?:As\s+)?(?:I|We)\s+(?:would|will|['’](?:d|ll)|noted|said|also)\s+(?:\w+\s+)?(?:note|noted|say|add|mention|remind)\b"
)
_STEP = re.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|(?:is|are)\s+(?:also\s+)?(?:set|due|scheduled|expected|slated|planned)\s+to|plans?\s+to|undertook\s+to|intends?\s+to)\s+"
    r"(?!(?:not|never|have|only|continue\s+to\s+be)\b)(?:also\s+|then\s+|next\s+|again\s+)?(?P<verb>[a-z]{2,})\b",
    re.IGNORECASE,
)
_BAD = (Operation.NEGATION, Operation.DENIAL, Operation.CONDITION, Operation.CONSEQUENCE, Operation.QUESTION)


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
        """Return announced steps with a date or a place, in the order of the text."""
        records: list[dict[str, Any]] = []
        for sentence in self._sentences():
            for match in _STEP.finditer(sentence.text):
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                if any(
                    o.operation in _BAD and o.scope.overlaps(at)
                    for o in self.scene.reading.operators(sentence)
                ):
                    continue
                end = self._clause_end(at.end, sentence.span.end)
                date = self._date(Span(at.end, self._own_end(at.end, end)))
                if date is None or not self._steps(sentence, match):
                    continue
                start = sentence.span.start + self._step_start(sentence, match.start())
                place = next(located(self.scene, Span(at.end, end)), None)
                what = sentence_of(self.text[start:end])
                if what and len(what.split()) <= 60 and is_whole(what) and not _NOTING.match(what):
                    records.append(
                        {
                            "what": what,
                            "date": date[0],
                            "place": one_line(self.text[place.start : place.end]) if place else None,
                            "evidence": self.scene.evidence(Span(start, end)),
                        }
                    )
                break
            else:
                records += self._going_on(sentence)
        return records

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
        if any(o.operation in _BAD and o.scope.overlaps(at) for o in self.scene.reading.operators(sentence)):
            return
        end = self._clause_end(at.end, sentence.span.end)
        if what := sentence_of(self.text[at.start : end]):
            yield {
                "what": what,
                "date": None,
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
            if anchor is None or date.value[:10] >= anchor.isoformat()[: len(date.value[:10])]:
                return date.value, date.span
        return None
