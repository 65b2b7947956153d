"""A date: ISO 8601 (or told as in a text), equal to a date told in the evidence, relative ones resolved against publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summarizer.reading.agreement import Agreement
from summarizer.reading.timing.dates import dates_agree, find_dates
from summarizer.source import Span
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?)?")


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the dates of the evidence, then with those of the words around it, then of the story."""
    value = _iso(str(leaf.value), context)
    if value is None:
        value = str(leaf.value)
        return CHECK.unsupported(
            "not_iso", f"“{value}” is not a date in ISO 8601, such as 2022-01-12 or 2022-01-09/2022-01-10"
        )
    inner = [d for d in context.reading.dates if any(q.contains(d.span) for q in context.quotes)]
    around = [d for d in context.reading.dates if d not in inner and context.inside(d.span)]
    conflict: Outcome | None = None
    for dates, where in ((inner, "evidence"), (around, "words around the evidence")):
        outcome = _compare(value, dates, context, where)
        if outcome and outcome.verdict.severity < 2:
            return _unbound(outcome, conflict) if conflict and outcome.supported else outcome
        conflict = conflict or (outcome if where == "evidence" or not context.has_evidence else None)
    if conflict:
        return conflict
    return _elsewhere(value, context)


def _iso(value: str, context: Context) -> str | None:
    """Return a date in ISO 8601; one that is told otherwise ("4 March 2016") is read as the source's are."""
    if _ISO.fullmatch(value):
        return value
    told = find_dates(value, context.reading.anchor)
    return told[0].value if len(told) == 1 and told[0].span == Span(0, len(value)) else None


def _unbound(outcome: Outcome, conflict: Outcome) -> Outcome:
    """Hold back a date that only stands beside the evidence, which tells another one itself."""
    message = f"{outcome.reasons[0].message}, but {conflict.reasons[0].message}"
    return CHECK.review("date_unbound", message, (*outcome.spans, *conflict.spans))


def _compare(value: str, dates: list[Any], context: Context, where: str) -> Outcome | None:
    """Return the best agreement with any of `dates`; a conflict only when all of them conflict."""
    rivals = []
    for found in dates:
        told = context.text[found.span.start : found.span.end]
        options = tuple(found.candidates) or ((found.value,) if found.value else ())
        if found.needs_anchor and not options:
            return CHECK.review("anchor_missing", f"“{told}” needs the date of publication", [found.span])
        agreements = [dates_agree(value, option) for option in options]
        if Agreement.EQUAL in agreements:
            return CHECK.supported(
                "equal",
                f"the {where} says “{told}”",
                _spans(found, context),
                1.0 if len(options) == 1 else 0.9,
            )
        if Agreement.COMPATIBLE in agreements:
            option = options[agreements.index(Agreement.COMPATIBLE)]
            if "/" in value and "/" in option:
                rivals.append((told, found.span))
                continue
            if len(value) <= len(option):
                return CHECK.supported(
                    "less_precise", f"the {where} says “{told}”", _spans(found, context), 0.85
                )
            return CHECK.review("more_precise", f"the {where} only says “{told}”", _spans(found, context))
        if any(_same_day(value, option) for option in options) and not re.search(r"\d{4}", told):
            return CHECK.review("year_unclear", f"the {where} says “{told}”, without the year", [found.span])
        if options:
            rivals.append((told, found.span))
    if rivals:
        told, span = rivals[0]
        return CHECK.contradicted("date_mismatch", f"the {where} says “{told}”, not {value}", [span])
    return None


def _same_day(value: str, option: str) -> bool:
    """Whether two dates differ in nothing but the year."""
    return len(value) == len(option) > 4 and value[4:] == option[4:] and "/" not in value


def _spans(found: Any, context: Context) -> list[Span]:
    """Return the date's span, with the anchor's where a relative date needed one."""
    anchor = context.reading.anchor_span
    return [found.span, anchor] if found.anchored and anchor else [found.span]


def _elsewhere(value: str, context: Context) -> Outcome:
    published = context.reading.source.published
    for found in context.reading.dates:
        options = tuple(found.candidates) or ((found.value,) if found.value else ())
        if any(dates_agree(value, option) is Agreement.EQUAL for option in options):
            return CHECK.review(
                "outside_evidence", "told in the source, but not in the evidence", [found.span]
            )
    if published and published.isoformat() == value:
        return CHECK.review("publication_date", "the date of publication; the evidence tells no date", ())
    return CHECK.unsupported("date_not_found", f"the source does not tell the date {value}")


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the date that the evidence tells after all."""
    published = context.reading.source.published
    told = published.isoformat() if published and not context.node.path.endswith("/event") else None
    found = [
        d
        for d in context.reading.dates  # "announced today": the day of the announcement, not of what it announces
        if d.value != told and any(q.contains(d.span) for q in context.quotes)
    ]
    return found[0].span if found and not context.document.in_furniture(found[0].span) else None


CHECK = Check("date", judge, candidate)
