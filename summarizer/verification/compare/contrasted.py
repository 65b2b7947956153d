"""Compares what contrasting clauses tell: of "bread rose, while milk fell" nobody learns that bread fell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING
from summarizer.reading.words import exclude_each_other
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_JOINT = late_regex(r";|,?\s(?:while|whereas|and)\s|,\sbut\s", re.IGNORECASE)

_LEAST = 3  # words of a claim that tell in which clause the others stand


def compare_contrasted(c: Comparison) -> Iterator[Difference]:
    """Yield a word of the claim whose opposite the passage has in the clause of all its other words, and itself in another one."""
    if c.coverage < SAME_ASSERTION or len(c.aligned) < _LEAST or not _JOINT.search(c.sentence.text):
        return
    if c.of_left_out or any(o.operation in DENYING for o in c.claim.operators):
        return
    tokens = c.document.reading.tokens
    places = {i: c.places(c.claim.keys(i)) for i in c.aligned}
    told = set(c.aligned.values())  # whoever tells both opposites tells them of the two clauses
    for inside in map(tokens.within, _clauses(c)):
        elsewhere = [i for i, own in places.items() if not any(at in inside for at in own)]
        if len(elsewhere) != 1:
            continue
        form = c.claim.tokens.form(elsewhere[0])
        others = (at for at in inside if at not in told)
        opposite = next((at for at in others if exclude_each_other(form, tokens.form(at))), None)
        if opposite is not None:
            message = f"the source has “{tokens.form(opposite)}” of this, not “{form}”"
            place = tokens.span(opposite, opposite + 1)
            yield Difference(Verdict.CONTRADICTED, "word_mismatch", message, place)
            return


def _clauses(c: Comparison) -> list[Span]:
    start = c.sentence.span.start
    joints = [(start + m.start(), start + m.end()) for m in _JOINT.finditer(c.sentence.text)]
    begins = [start, *(end for _, end in joints)]
    ends = [*(at for at, _ in joints), c.sentence.span.end]
    return [Span(first, last) for first, last in zip(begins, ends, strict=True)]
