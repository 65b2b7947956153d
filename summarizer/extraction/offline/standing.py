"""Whether a sentence stands by itself for a reader, and what stands before it that tells what it leans on."""

from __future__ import annotations

import re

from summarizer.extraction.offline.clauses import is_whole
from summarizer.extraction.offline.scene import Scene
from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

# "It is to be staffed", "This would require", "The rest will be heard": of what, only the words before tell.
PRONOUN_FIRST = late_regex(
    r"\W*(?:(?:and|but|so|then|also)\s+)?(?:he|she|it|they|these|those|this|that|both|the\s+(?:rest|others?|same|latter|former)|"
    r"(?:before|after|until|besides)\s+that)\b(?!\s+(?:is|was|will\s+be|would\s+be|remains?)\s+(?:(?:\w+\s+){0,3}that|(?:\w+\s+){1,2}(?:to|who|which))\s)",
    re.IGNORECASE,
)
# "In Issue 12 we wrote that A had agreed to …": what a correction takes back.
TAKEN_BACK = re.compile(
    r"\bcorrection\b|\b(?:we|it\s+was|the\s+\w+)\s+(?:wrongly|incorrectly|erroneously|mistakenly)\s|\b(?:in|our)\s+(?:issue|edition|report)\b[^.]{0,30}\bwe\s+(?:wrote|said|reported|stated)\b",
    re.IGNORECASE,
)
_LONGEST = 240  # characters of a sentence that another leans on


def told_before(scene: Scene, sentence: Sentence) -> Span | None:
    """Return the sentence before one in the same paragraph, where it is short and stands by itself."""
    before = scene.reading.sentences[sentence.number - 2] if sentence.number > 1 else None
    if before is None or before.block != sentence.block:
        return None
    span = scene.trimmed(Span(scene.start(before), before.span.end))
    alone = not PRONOUN_FIRST.match(scene.text, span.start, span.end)
    whole = scene.text[span.end - 1 : span.end] == "." and not scene.quoted.overlaps(span)
    whole = whole and is_whole(scene.text[span.start : span.end])
    return span if alone and whole and span.end - span.start <= _LONGEST else None
