"""Positions that a reader cannot understand alone: those that lean on a "this" get the sentence that they lean on, or are left out."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.standing import TAKEN_BACK, told_before
from summarizer.extraction.offline.units import Unit
from summarizer.extraction.offline.wording import sentence_of

# "this would require", "understanding for this request"; not "this week", "this statement"
_THIS = re.compile(
    r"(?:^|\s)(?:this|these)\s+(?!(?:week|weekend|month|year|morning|afternoon|evening|autumn|spring|summer|winter|season|day|time|statement|meeting|summit|session|text|"
    r"declaration|communiqu\w+|document|visit|country|countries|region|city|conflict|war|crisis|house|council|committee|board|conference)\b)\w+",
    re.IGNORECASE,
)
# "The Egyptian side denied it at noon": of what, nobody learns.
_ONLY_IT = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|confirm(?:s|ed)?|disput(?:es|ed)|dismiss(?:es|ed)|accept(?:s|ed)?|oppos(?:es|ed)|welcom(?:es|ed))\s+(?:it|this|that|them)\b\W*(?:(?:at|on|in|within|later|again|yesterday|today)\b[^,;]{0,30})?\W*$",
    re.IGNORECASE,
)


def standing(scene: Scene, unit: Unit) -> Unit | None:
    """Return a position as it stands alone: as it is, with the sentence before it, or None where it says nothing alone."""
    own = scene.reading.sentence_at(unit.span.start)
    head, semicolon, _ = unit.statement.partition(";")
    if semicolon and _ONLY_IT.search(head):
        return None  # "A denied it at noon; “never,” said B": the words in quotation marks are B's
    if own is not None and TAKEN_BACK.search(own.text):
        return None
    if unit.quote is not None or not (_THIS.search(unit.statement) or _ONLY_IT.search(unit.statement)):
        return unit
    sentence = scene.reading.sentence_at(unit.span.start)
    before = told_before(scene, sentence) if sentence and sentence.span.contains(unit.span) else None
    told_by_another = before and any(
        a.speaker and before.overlaps(a.speaker) for a in scene.reading.attributions
    )
    if sentence is None or before is None or told_by_another:
        return None if _ONLY_IT.search(unit.statement) else unit
    span = scene.trimmed(type(before)(before.start, sentence.span.end))
    statement = sentence_of(scene.text[span.start : span.end])
    return replace(unit, span=span, statement=statement) if statement else unit
