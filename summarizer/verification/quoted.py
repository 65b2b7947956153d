"""Words that a statement itself puts in quotation marks: they must be the source's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.reading.polarity import Operation, find_operators
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.align import Match, Placement
from summarizer.verification.context import Document
from summarizer.verification.cropping import HEDGING, REVERSING, cropping_operators, describe
from summarizer.verification.difference import Difference
from summarizer.verification.evidence import describe_changes, shorten

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,600})[\"”“»]")
PLACES = 8  # occurrences of a quotation that are looked at: one that is whole will do
_OPENERS = frozenset("to not never cannot".split())


def compare_quotations(document: Document, statement: str) -> list[Difference]:
    """Return what is wrong with the quotations in a statement."""
    mine = frozenset(o.operation for o in find_operators(statement, Span(0, len(statement))))
    return [d for match in _QUOTED.finditer(statement) for d in _compare(document, statement, match, mine)]


def _compare(
    document: Document, statement: str, match: re.Match[str], mine: frozenset[Operation]
) -> Iterator[Difference]:
    placement = document.aligner.place(match[1])
    if placement.match is Match.ALTERED:
        message = "quote altered: " + describe_changes(placement)
        yield Difference(Verdict.CONTRADICTED, "quote_altered", message, placement.span)
    elif not placement.found:
        message = f"the source does not have the words “{shorten(match[1])}”"
        yield Difference(Verdict.UNSUPPORTED, "quote_not_found", message)
    else:
        places = [p for p in document.aligner.place_all(match[1]) if p.found] or [placement]
        found = [_cropped(document, statement, match, p, mine) for p in places[:PLACES]]
        if all(found) and found[0]:
            yield found[0]


def _cropped(
    document: Document, statement: str, match: re.Match[str], placement: Placement, mine: frozenset[Operation]
) -> Difference | None:
    """Return what the quotation was cut from, unless the statement's own words tell it: "hoped to “…”"."""
    spans = placement.spans
    for operator in cropping_operators(document, spans):
        if operator.operation in mine or (operator.operation in HEDGING and mine & HEDGING):
            continue
        told = f"cut from “{describe(document, operator, spans)}”"
        if operator.operation in REVERSING:
            return Difference(Verdict.CONTRADICTED, "cropped", told, placement.span)
        verdict = Verdict.REVIEW if operator.operation in HEDGING else Verdict.UNSUPPORTED
        return Difference(verdict, "cropped", told, placement.span)
    theirs = _word_before(document.text, spans[0].start)
    if theirs in _OPENERS and _word_before(statement, match.start()) != theirs:
        message = f"cut from “{theirs} {shorten(match[1])}”"
        return Difference(Verdict.REVIEW, "cropped", message, placement.span)
    return None


def _word_before(text: str, at: int) -> str:
    words = text[max(0, at - 40) : at].split()
    return words[-1].strip("\"“”„«»'‘’,").casefold() if words else ""
