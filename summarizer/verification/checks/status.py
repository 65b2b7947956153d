"""The status of a format: agreed, announced, in use, or proposed, by the words around its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.polarity import Operation
from summarizer.source import Span
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

_CUES = {
    "agreed": r"agree[ds]?\b|agreeing|agreement\b|accord\b|reached\s+(?:an?\s+)?(?:understanding|deal)|(?:have|has|had)?\s*decided|(?:will|shall|to)\s+be\s+(?:held|established|set\s+up|launched|conducted|created)|establish(?:es|ed)?\b|committed\s+to",
    "announced": r"announc\w*|set\s+to\b|scheduled|due\s+to\b|(?:will|are\s+to|is\s+to)\s+(?:meet|take\s+place|hold|be\s+held|begin|start|convene|host)|planned|upcoming|to\s+be\s+held|slated",
    "in_use": r"continu\w*|ongoing|existing|under\s*way|already|in\s+use|resum\w*|held\s+(?:its|their|the)|regular(?:ly)?|is\s+being|are\s+being|work\s+of\s+the",
    "proposed": r"propos\w*|support(?:s|ed)?\b|suggest\w*|call(?:s|ed)?\s+for|offer\w*|read(?:y|iness)|urg\w*|want\w*|wish\w*|favou?r\w*|would\s+like|willing\w*|hope[sd]?|seek\w*|consider\w*|could\b|invit\w*|demand\w*|insist\w*",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in _CUES.items()}


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the cues in the evidence's sentences; a denial there speaks against all but `proposed`."""
    value = str(leaf.value)
    cues = {name: span for name in _PATTERNS if (span := _find(context, name))}
    if value == "agreed" and (denied := _denied(context)):
        return CHECK.contradicted("denied", f"the source says “{_words(context, denied)}”", [denied])
    if value in cues:
        if value == "agreed" and "proposed" in cues and not _stronger(context, cues):
            return CHECK.review(
                "status_unclear",
                f"“{_words(context, cues['proposed'])}” may be one side's wish",
                [cues["proposed"]],
            )
        return CHECK.supported("cue", f"the source says “{_words(context, cues[value])}”", [cues[value]], 0.9)
    if value in ("agreed", "announced", "in_use") and set(cues) == {"proposed"}:
        return CHECK.contradicted(
            "status_mismatch",
            f"the source only says “{_words(context, cues['proposed'])}”",
            [cues["proposed"]],
        )
    if value == "proposed" and "agreed" in cues:
        return CHECK.contradicted(
            "status_mismatch", f"the source says “{_words(context, cues['agreed'])}”", [cues["agreed"]]
        )
    if cues:
        span = next(iter(cues.values()))
        return CHECK.review("status_unclear", f"the source says “{_words(context, span)}”", [span])
    return CHECK.review("status_unclear", "no word near the format tells its status", context.quotes[:1])


def _sentences(context: Context) -> list[Sentence]:
    if not context.has_evidence:  # then only the sentences that name the format tell its status
        name = str(context.data.get("name") or "")
        places = [p.span for p in context.document.aligner.place_all(name) if p.found] if name else []
        return [s for place in places for s in context.reading.sentences_of(place) if not s.furniture]
    return [s for s in context.sentences[:8] if not s.furniture]


def _find(context: Context, name: str) -> Span | None:
    """Return the first cue of a status in the evidence's sentences, the ones inside the evidence first."""
    spans = [
        Span(s.span.start + m.start(), s.span.start + m.end())
        for s in _sentences(context)
        for m in _PATTERNS[name].finditer(s.text)
    ]
    return next((s for s in spans if context.in_quotes(s)), spans[0] if spans else None)


def _denied(context: Context) -> Span | None:
    """Return a denial that governs the evidence."""
    for sentence in _sentences(context):
        for operator in context.reading.operators(sentence):
            if operator.operation in (Operation.NEGATION, Operation.DENIAL) and any(
                operator.scope.overlaps(q) for q in context.quotes
            ):
                agreed = _PATTERNS["agreed"].search(context.text, operator.scope.start, operator.scope.end)
                if agreed:
                    return operator.cue
    return None


def _stronger(context: Context, cues: dict[str, Span]) -> bool:
    """Whether the cue of agreement stands nearer to the evidence than the cue of a wish."""
    if not context.quotes:
        return False
    at = context.quotes[0].start
    return abs(cues["agreed"].start - at) <= abs(cues["proposed"].start - at)


def _words(context: Context, span: Span) -> str:
    end = min(len(context.text), span.end + 40)
    return " ".join(context.text[max(0, span.start - 25) : end].split())


CHECK = Check("status", judge)
