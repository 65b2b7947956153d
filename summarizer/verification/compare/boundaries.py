"""Whether something begins or ends at a time: a claim that has it begin when the passage has it end takes one for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.report import Verdict
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import Quantity, equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_BEGINS = late_regex(
    r"\b(?:beg(?:in|ins|an|un|inning)|start(?:s|ed|ing)?|open(?:s|ed|ing)?|commenc(?:e|es|ed|ing)|conven(?:e|es|ed|ing)|launch(?:es|ed)?"
    r"|kick(?:s|ed)?\s+off|call(?:ed)?\s+to\s+order|take(?:s)?\s+effect|took\s+effect|entered\s+into\s+force)\b",
    re.IGNORECASE,
)
_ENDS = late_regex(
    r"\b(?:end(?:s|ed|ing)?|clos(?:e|es|ed|ing)(?=\s+(?:at|on|by|in|with|after|for)\b|[.,;:!?)]|$)|conclu(?:de|des|ded|ding)|finish(?:es|ed|ing)?|adjourn(?:s|ed|ment)?|wrapp?(?:ed|s)?\s+up"
    r"|broke\s+up|expir(?:e|es|ed|ing)|lapsed?|(?:was|were|is|came)\s+(?:over|to\s+an\s+end))\b",
    re.IGNORECASE,
)
_PARTS = late_regex(r"[,;:()\[\]]|\s(?:and|while|whereas|but|after|before|until)\s|[.!?]\s")


def compare_boundaries(c: Comparison) -> Iterator[Difference]:
    """Yield the times at which a claim has begin what the passage has end, or the other way round."""
    for claimed in (q for q in c.claim.quantities if q.sort in ("time", "date")):
        mine = _boundary(c.claim.text, 0, claimed)
        if mine is None:
            continue
        told = [
            (q, _boundary(sentence.text, sentence.span.start, q))
            for sentence in (c.sentence, *c.context)
            for q in c.document.quantities_in(sentence)
            if q.sort == claimed.sort and equal(claimed, q)
        ]
        if any(theirs == mine for _, theirs in told):
            continue
        for q, theirs in told:
            if theirs is not None:
                ends = "ends" if theirs == "end" else "begins"
                message = f"in the source something {ends} at “{' '.join(q.text.split())}”, in the claim it does not"
                yield Difference(Verdict.CONTRADICTED, "time_turned", message, q.span)
                break


def _boundary(text: str, offset: int, quantity: Quantity) -> str | None:
    """Return whether the part of a sentence that a time stands in tells of a beginning or an end; None of both or neither."""
    at = quantity.span.start - offset
    ends = quantity.span.end - offset
    low = max((m.end() for m in _PARTS.finditer(text, 0, at)), default=0)
    behind = _PARTS.search(text, ends)
    part = text[low : behind.start() if behind else len(text)]
    begins, closes = _BEGINS.search(part), _ENDS.search(part)
    return None if bool(begins) == bool(closes) else "begin" if begins else "end"
