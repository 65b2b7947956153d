"""Compares the quantities of a claim with those of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.verification.compare.mixed import held_together
from summarizer.verification.compare.number_slots import displaced, part_of
from summarizer.verification.compare.periods_told import compare_periods
from summarizer.verification.computed.computation import keys_around
from summarizer.verification.computed.gathering import counts_same, gathers, sets_apart
from summarizer.verification.computed.sums import only_part
from summarizer.verification.computed.ways import compares
from summarizer.verification.context import Document, remembered
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.values.left_out import counts_nothing
from summarizer.verification.values.periods import same_step
from summarizer.verification.values.quantities import (
    Quantity,
    bare_weekday,
    equal,
    rivals,
    weekday_of,
)
from summarizer.verification.values.rounding import rounds

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_EACH = late_regex(r"\b(?:each|every|per|apiece|respectively|both)\b", re.IGNORECASE)
_CAP = late_regex(
    r"\b(?:up\s+to|at\s+most|as\s+(?:much|many|high|far)\s+as|no\s+more|not\s+more|maximum|ceiling|limit\w*|under|below|within|less|fewer|nearly|almost|until|most|cap\w*|exceed\w*|could|can|may|might)\b",
    re.IGNORECASE,
)
_NEXT = 4  # tokens around a quantity in which the words stand that say what it counts
_AROUND = 6  # tokens around a quantity of the source in which the words that the claim has beside it stand


def compare_quantities(c: Comparison) -> Iterator[Difference]:
    """Yield the quantities of the claim that the sentence does not have, or tells less or more exactly."""
    yield from compare_periods(c)
    for claimed in c.claim.quantities:
        if (rival := _other_count(c, claimed)) is not None:
            here = " ".join(rival.text.split())
            message = f"the source has “{here}” of these, not “{claimed.text}”"
            yield Difference(Verdict.CONTRADICTED, "number_mismatch", message, rival.span)
            continue
        same = [q for q in c.quantities if _same(c, claimed, q)]
        if (part := only_part(c, claimed)) is not None:
            message = f"“{claimed.text}” is one of several numbers here, not what they come to"
            yield Difference(Verdict.REVIEW, "computed", message, part.span)
            continue
        if (other := displaced(c, claimed, same, c.sentence)) is not None and not held_together(c, claimed):
            message = (
                f"what the claim tells of “{claimed.text}” stands with “{' '.join(other.text.split())}” here"
            )
            yield Difference(Verdict.REVIEW, "number_mismatch", message, other.span)
            continue
        if same and compares(c.document, c.claim, claimed) and not any(_by_so_much(c, q) for q in same):
            message = f"“{claimed.text}” is no difference here, but an amount"
            yield Difference(Verdict.REVIEW, "computed", message, same[0].span)
            continue
        if (rough := _made_exact(c, claimed, same)) is not None:
            message = f"“{claimed.text}” is told as {_words(rough.item.bound)}, not exact"
            yield Difference(Verdict.REVIEW, "bound_mismatch", message, rough.span)
            continue
        if any(q.text.casefold() == claimed.text.casefold() and not _capped(c, claimed, q) for q in same):
            continue
        if same:
            yield from _compare_bounds(c, claimed)
        elif (
            not gathers(c, claimed)
            and not _follows(c, claimed)
            and not _pronoun(c, claimed)
            and not _stands_with(c, claimed)
        ):
            yield _unmatched(c, claimed)


# What tells of an amount that it lies between two others.
_DIFFERS = late_regex(
    r"\b(?:more|less|few|great|high|low|larg|small|bigg|long|short|old|young|earl|late|above|below|over|under|ahead|behind|up|down|rais|increas|ris|rose|gr[eo]w|lift|boost"
    r"|expand|gain|climb|jump|cut|reduc|f[ae]ll|drop|declin|decreas|shr[iau]nk|lo[s]|slip|differ|gap|margin|apart|between|extra|addition|another|further|by|added?|times|twice|half|fold|than|exceed|surpass|outnumber|short)",
    re.IGNORECASE,
)


_LEVEL = late_regex(
    r"\b(?:to|from|at|was|were|is|are)\s+(?:about\s+|only\s+|just\s+)?$", re.IGNORECASE
)  # "fell to 1.2 million"
_MORE = late_regex(
    r"\s*(?:\w+\s+)?(?:more|less|fewer|higher|lower|longer|shorter|larger|smaller|above|below|short|ahead|behind|over|under)\b",
    re.IGNORECASE,
)


def _by_so_much(c: Comparison, told: Quantity) -> bool:
    """Whether the source tells a value as that by which something differs."""
    text, span = c.document.text, told.span
    if _LEVEL.search(text[max(c.sentence.span.start, span.start - 24) : span.start]) and not _MORE.match(
        text, span.end
    ):
        return False
    low, high = max(c.sentence.span.start, span.start - 45), min(c.sentence.span.end, span.end + 45)
    return _DIFFERS.search(text[low : span.start] + " " + text[span.end : high]) is not None


_EXACTLY = re.compile(
    r"\b(?:exactly|precisely|no\s+more\s+and\s+no\s+less\s+than)\s+(?:the\s+)?$", re.IGNORECASE
)


def _made_exact(c: Comparison, claimed: Quantity, same: Sequence[Quantity]) -> Quantity | None:
    """Return a quantity told as about, at least or at most so much which the claim makes "exactly" so much."""
    if not same or not _EXACTLY.search(c.claim.text, 0, claimed.span.start):
        return None
    rough = [q for q in same if getattr(q.item, "bound", "exact") != "exact"]
    return rough[0] if len(rough) == len(same) else None


def _capped(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether a source has a number as the most there may be, and the claim as what there is: "up to 400", "400"."""
    bounds = [getattr(q.item, "bound", None) for q in (claimed, told)]
    place = getattr(told.item, "bound_span", None)  # a range has none: "from 30 to 40"
    return bounds == ["exact", "at_most"] and place is not None and not _CAP.search(c.claim.text)


def _same(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether a quantity of the sentence is that of the claim, in value and in what it counts."""
    if weekday_of(claimed) is not None and not bare_weekday(told):
        return False  # the weekday of a full date is computed, for the date that the claim speaks of
    if claimed.sort == told.sort and claimed.text.casefold() == told.text.casefold():
        return counts_same(c, claimed, told)
    return equal(claimed, told) and counts_same(c, claimed, told)


def _follows(c: Comparison, claimed: Quantity) -> bool:
    """Whether a quantity rounds one of the sentence, is the same period in other words, or plainly follows from others."""
    how = c.computed.get(claimed)
    if (how is not None and how.plain) or any(
        told_by(c, claimed, q) and not sets_apart(c, claimed, q) for q in c.quantities
    ):
        return True
    return claimed.sort == "date" and weekday_of(claimed) is None and same_step(claimed.text, c.sentence.text)


def told_by(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether a quantity of the source is, or is rounded to, what a claim has."""
    return equal(claimed, told) or rounds(claimed, told, bound_words(c, claimed))


def bound_words(c: Comparison, claimed: Quantity) -> str:
    """Return the words of a claim that tell how exactly a quantity is meant: "more than"."""
    place = getattr(claimed.item, "bound_span", None)
    return c.claim.text[place.start : place.end] if place else ""


def _other_count(c: Comparison, claimed: Quantity) -> Quantity | None:
    """Return the number that the sentence gives of what the claim counts, where it is another: "three tracks"."""
    if claimed.sort != "number" or claimed.item.unit:
        return None
    if any(equal(claimed, q) and counts_nothing(c.document.text, q.span) for q in c.quantities):
        return None  # "the first in May, the second in June"
    behind = c.claim.tokens.within(claimed.span).stop
    thing = next((x for x in c.claim.concepts.each if x.at == behind), None)
    places = set(c.places(thing.keys)) if thing else set()
    tokens = c.document.reading.tokens
    counts = [
        q
        for q in c.quantities
        if q.sort == "number"
        and tokens.within(q.span).stop in places
        and q.item.kind == claimed.item.kind  # "the first topic" is one of three
    ]
    counts += [part for whole in counts if (part := part_of(c, whole)) is not None]
    if not counts or any(told_by(c, claimed, q) for q in counts):
        return None
    how = c.computed.get(claimed)
    return counts[0] if how is None or not how.plain else None


def _pronoun(c: Comparison, claimed: Quantity) -> bool:
    """Whether "one" or "two" counts nothing but stands for those spoken of: "one of them", "the two agreed"."""
    if claimed.sort != "number" or claimed.item.kind != "number" or claimed.item.value not in (1, 2):
        return False
    if not claimed.text.isalpha():
        return False
    at = c.claim.tokens.within(claimed.span)
    behind = at.stop
    if claimed.item.value == 2 and not (
        at.start and c.claim.tokens.form(at.start - 1) in ("the", "these", "those")
    ):
        return False  # "two of them" counts
    last = behind >= len(c.claim.tokens)
    return last or is_function_word(c.claim.tokens.form(behind)) or c.claim.tokens.form(behind).endswith("ed")


def _stands_with(c: Comparison, claimed: Quantity) -> bool:
    """Whether a sentence beside the passage has a quantity together with a word that stands next to it in the claim."""
    at = c.claim.tokens.within(claimed.span)
    beside = [x for x in c.claim.concepts.each if at.start - _NEXT <= x.at < at.stop + _NEXT]
    told = frozenset[str]().union(*(keys_around(c, q.span, 1, 1) for q in rivals(claimed, c.quantities)))
    if any(not told.isdisjoint(x.keys) for x in c.claim.concepts.each if x.at in (at.start - 1, at.stop)):
        return False  # the sentence has another quantity of the very thing
    for sentence in c.context:
        same = [q for q in c.document.quantities_in(sentence) if _same(c, claimed, q)]
        if not same or displaced(c, claimed, same, sentence) is not None:
            continue
        words = frozenset[str]().union(*(keys_around(c, q.span, _AROUND, _AROUND) for q in same))
        if any(not words.isdisjoint(x.keys) for x in beside):
            return True
    return False


def _unmatched(c: Comparison, claimed: Quantity) -> Difference:
    """Judge a quantity that the sentence does not have: against its rivals there, else against the whole source."""
    others = list(rivals(claimed, c.quantities))
    if (how := c.computed.get(claimed)) is not None:
        message = f"“{claimed.text}” may follow from what the source tells ({how.message}), but does not stand there"
        return Difference(Verdict.REVIEW, "computed", message, how.spans[0] if how.spans else None)
    if others and c.coverage >= SAME_ASSERTION and not _EACH.search(c.sentence.text):
        told = " ".join(others[0].text.split())
        message = f"the source has “{told}”, not “{claimed.text}”"
        return Difference(Verdict.CONTRADICTED, f"{claimed.sort}_mismatch", message, others[0].span)
    near = [s for s in c.context if any(_same(c, claimed, q) for q in c.document.quantities_in(s))]
    if near:
        message = f"“{claimed.text}” stands near this passage, not in it"
        apart = all(
            displaced(c, claimed, [q for q in c.document.quantities_in(s) if _same(c, claimed, q)], s)
            for s in near
        )
        along = not apart and (not others or any(_has_more(c, claimed, s) for s in near))
        return Difference(Verdict.REVIEW, f"{claimed.sort}_nearby", message, wording=along and not c.pinned)
    if _told_somewhere(c.document, claimed):
        return Difference(
            Verdict.REVIEW,
            f"{claimed.sort}_elsewhere",
            f"“{claimed.text}” stands in the source, but not in this passage",
        )
    return Difference(
        Verdict.UNSUPPORTED,
        f"{claimed.sort}_not_found",
        f"the source has no {claimed.sort} “{claimed.text}”",
    )


@remembered
def _told_somewhere(document: Document, claimed: Quantity) -> bool:
    return any(equal(claimed, other) for other in document.quantities)


def _has_more(c: Comparison, claimed: Quantity, sentence: Sentence) -> bool:
    """Whether a sentence has another quantity of the claim too: then it is what a part of the claim rests on."""
    rest = [q for q in c.claim.quantities if q != claimed and q.sort != "date"]
    return any(_same(c, q, other) for q in rest for other in c.document.quantities_in(sentence))


def _compare_bounds(c: Comparison, claimed: Quantity) -> Iterator[Difference]:
    """Compare bounds: a length told as "about" is not told exactly, nor the other way round."""
    bound = getattr(claimed.item, "bound", None)
    same = [q for q in c.quantities if q.sort == claimed.sort and equal(claimed, q)]
    if bound is None or not same or any(getattr(q.item, "bound", None) == bound for q in same):
        return
    told = getattr(same[0].item, "bound", None)
    verdict = Verdict.CONTRADICTED if {bound, told} == {"at_least", "at_most"} else Verdict.REVIEW
    yield Difference(
        verdict,
        "bound_mismatch",
        f"“{claimed.text}” is told as {_words(told)}, not {_words(bound)}",
        same[0].span,
    )


def _words(bound: str | None) -> str:
    names = {"exact": "exact", "about": "approximate", "at_least": "a minimum", "at_most": "a maximum"}
    return names.get(bound or "exact", str(bound))
