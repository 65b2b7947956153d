"""A sentence of the briefing: everything in it must be found in the evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.asked import Asked
from summarizer.verification.statements.cropping import judge_cropping
from summarizer.verification.statements.decide import judge_statement
from summarizer.verification.who.hearsay import carrier_in

if TYPE_CHECKING:
    from summarizer.verification.context import Context, Document
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Judge the statement on the sentences of its evidence, or on the whole story without evidence."""
    within = context.sentences if context.has_evidence else None
    outcome = judge_statement(context.document, Asked(str(leaf.value), within=within), CHECK)
    if outcome.supported and (left_out := _broken_off(str(leaf.value), outcome, context)):
        return CHECK.review("broken_off", f"breaks off before “{left_out}”", outcome.spans)
    if outcome.supported and (cut := _cut_evidence(context)):
        return CHECK.review("evidence_cropped", f"its evidence is {cut.reasons[0].message}", cut.spans)
    if "speaker" in context.data:  # a position says itself whose words it rests on
        return outcome
    return doubt_hearsay(str(leaf.value), outcome, context.document)


def _cut_evidence(context: Context) -> Outcome | None:
    """Judge the evidence itself: cut from its denial or condition it does not show what the statement tells."""
    cut = (
        judge_cropping(context.document, piece.spans, CHECK, hedges=True)
        for piece in context.evidence
        if piece.spans
    )
    return next((outcome for outcome in cut if outcome is not None), None)


def doubt_hearsay(statement: str, outcome: Outcome, document: Document) -> Outcome:
    """Leave to review what only a leaflet, a rumour or the like says, where the statement tells it as the source's own word."""
    carrier = carrier_in(document, outcome.spans, statement) if outcome.supported else None
    if carrier is None:
        return outcome
    words = document.text[carrier.start : carrier.end]
    return CHECK.review("hearsay", f"told by “{words}”: nobody answers for it", (*outcome.spans, carrier))


# Words that cannot end a statement, and the lead-in of a list, which tells nothing without its items.
_OPEN_END = re.compile(
    r"\b(?:and|or|but|nor|to|of|the|an?|that|which|who|whose|whom|where|while|because|if|than|as|with|from|by|for|into|in|on|at|about|against|between|among|including|"
    r"namely|such\s+as|is|are|was|were|be|been|being|will|would|shall|should|can|could|may|might|must|has|have|had|its|their|our|his|her|my|your)"
    r"[\s,:;.…”’\"')]*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\b(?:following|as\s+follows|including|include[sd]?|namely|such\s+as|these|below|among\s+others)\b(?!.*\b(?:and|because|but)\b)",
    re.IGNORECASE,
)
_ITEMS = late_regex(r"[\s,]*:")
_GOES_ON = late_regex(r",?[\s—–-]+\w|[\s,]*:")


def _broken_off(statement: str, outcome: Outcome, context: Context) -> str | None:
    """Return the words of the source right behind a statement that stops in the middle of its clause."""
    end = max(span.end for span in outcome.spans)
    behind = context.text[end : end + 80]
    lead_in = _LEAD_IN.search(statement) and _ITEMS.match(behind)
    if not lead_in and not (_OPEN_END.search(statement) and _GOES_ON.match(behind)):
        return None
    return " ".join(behind.strip(" ,:\n").split()[:6])


CHECK = Check("statement", judge)
