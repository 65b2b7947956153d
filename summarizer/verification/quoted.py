"""Words that a statement itself puts in quotation marks: they must be the source's words."""

from __future__ import annotations

import re

from summarizer.report import Verdict
from summarizer.verification.align import Match
from summarizer.verification.context import Document
from summarizer.verification.cropping import HEDGING, REVERSING, cropping_operators, describe
from summarizer.verification.difference import Difference
from summarizer.verification.evidence import describe_changes, shorten

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,600})[\"”“»]")


def compare_quotations(document: Document, statement: str) -> list[Difference]:
    """Return what is wrong with the quotations in a statement."""
    found = []
    for match in _QUOTED.finditer(statement):
        placement = document.aligner.place(match[1])
        if placement.match is Match.ALTERED:
            message = "quote altered: " + describe_changes(placement)
            found.append(Difference(Verdict.CONTRADICTED, "quote_altered", message, placement.span))
        elif not placement.found:
            message = f"the source does not have the words “{shorten(match[1])}”"
            found.append(Difference(Verdict.UNSUPPORTED, "quote_not_found", message))
        elif cropped := next(
            (o for o in cropping_operators(document, placement.spans) if o.operation not in HEDGING), None
        ):
            verdict = Verdict.CONTRADICTED if cropped.operation in REVERSING else Verdict.UNSUPPORTED
            message = f"cut from “{describe(document, cropped, placement.spans)}”"
            found.append(Difference(verdict, "cropped", message, placement.span))
    return found
