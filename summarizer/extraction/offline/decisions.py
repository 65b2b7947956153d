"""What the minutes of a meeting say was decided: "RESOLVED: to …", "Decision: …", "The accounts were approved unanimously"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

# "RESOLVED (4 votes to 1): to ask …", "Agreed without a vote to defer …", "Decision: A will propose …"
_DECIDED = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d+)*[.)]?\s+)?(?:it\s+was\s+)?(?P<word>resolved|agreed|decided|carried|decisions?|resolutions?)\b"
    r"(?P<how>[^.:;]{0,60}?)(?::\s+|\s+(?=(?:to|that)\s))(?P<what>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = frozenset(("decision", "decisions", "resolution", "resolutions"))  # these need the colon
# "The annual accounts were approved", "The motion was carried by 5 votes to 4"
_APPROVED = re.compile(
    r"\W*(?:\d{1,3}(?:\.\d+)*[.)]?\s+)?(?P<subject>(?:the|this|both|a|an)\s[^,.;:]{3,90}?)\s+(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+)?"
    r"(?:approved|carried|adopted|passed|rejected|defeated|deferred|postponed|moved\s+to)\b",
    re.IGNORECASE,
)
_ROUTINE = late_regex(
    r"\b(?:minutes|agenda|apolog\w+|amendments?\s+to\s+the\s+minutes|order\s+of\s+business)\b", re.IGNORECASE
)
_NOTHING = late_regex(r"\W*(?:no|none|nothing|not)\b", re.IGNORECASE)


def decisions(scene: Scene, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """Yield what one sentence of minutes tells as decided, with the words that tell it."""
    span = scene.trimmed(Span(scene.start(sentence), sentence.span.end))
    words = scene.text[span.start : span.end]
    decided = _DECIDED.match(words)
    if decided and (":" in words[: decided.start("what")] or decided["word"].lower() not in _ALONE):
        what = sentence_of(words)
        if what and not _NOTHING.match(decided["what"]) and len(words.split()) >= 5:
            yield span, what
        return
    approved = _APPROVED.match(words)
    if approved is None or _ROUTINE.search(approved["subject"]) or _unreal(scene, sentence, approved.end()):
        return
    if what := sentence_of(words):
        yield span, what


def _unreal(scene: Scene, sentence: Sentence, end: int) -> bool:
    at = Span(sentence.span.start, sentence.span.start + end)
    bad = (Operation.NEGATION, Operation.DENIAL, Operation.CONDITION, Operation.QUESTION)
    return any(o.operation in bad and o.scope.overlaps(at) for o in scene.reading.operators(sentence))
