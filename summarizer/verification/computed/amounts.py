"""Sums and differences over a whole text: of all pairs of amounts, the one that the claim's words stand beside is its operands.

Among many numbers some pair always gives any value. So the words choose the pair, and the pair decides: its result is
the claim's, or the claim is contradicted with the operands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.agreement import close
from summarizer.reading.counts.number_words import SMALL
from summarizer.reading.words import Concept, Keys, is_function_word, keys
from summarizer.source import Span
from summarizer.verification.computed.computation import excerpt, is_frame
from summarizer.verification.computed.direction import clauses, names_other, turned_round, zones
from summarizer.verification.computed.gathering import label_of
from summarizer.verification.computed.operations import (
    LEFT,
    TAKEN,
    Operation,
    direction_of,
    of_arithmetic,
    operation_of,
)
from summarizer.verification.computed.sums import addable, amount
from summarizer.verification.values.quantities import Quantity, equal

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim
    from summarizer.verification.context import Document

_APART = 700  # characters within which two operands are told together
_BOUND = 0.35  # of a claim's words, by weight, what must stand beside its operands
_FIRM = 0.6  # the same for operands that contradict it
_TIE, _CLEAR = 0.03, 0.1  # by how much operands must fit better: to be told from others, to contradict
_SCALE = 10**6
_BREATH = 0.1  # what amounts that stand in one breath are bound better by
_SIDE = 0.06  # what amounts that one sentence sets beside each other are bound better by
_JOINED = re.compile(
    r"\s*(?:[a-z]+\s*)?(?:,|,?\s*\b(?:and|plus)\b|&)\s*"
    r"|[^.;:!?]{0,80}?\b(?:in\s+addition\s+to|on\s+top\s+of|as\s+well\s+as|besides|and\s+(?:a\s+)?(?:further|another)|plus)\s+(?:the\s+)?(?:[a-z]+\s+)?",
    re.IGNORECASE,
)
_DATED = 0.15  # what amounts are bound better by where a date of the claim stands with one of them
_NEXT_TO = 0.04  # the same where no other number stands between them
_NEXT = late_regex(r"\s*(?:to|and|or|-|–|—)\s*(?:the\s+)?(?:about\s+)?", re.IGNORECASE)
_LEAST = 0.02  # of the larger of two amounts that are compared, what the smaller must be at least
_MOST = 400  # amounts of one sort in a text; with more, nothing is worked out
_RATE = re.compile(
    r"\s+(?:(?:a|per|each|every)\s+(?:\w+\s+)?)(?:hour|day|week|month|quarter|year)s?\b", re.IGNORECASE
)
_ADDENDS = late_regex(r"(?i)\b(?P<n>two|three|four|five|both)\s+(?P<noun>(?:[\w-]+\s+){0,2}?[a-z]+s)\b")


@dataclass(frozen=True)
class Worked:
    """What a value of a claim comes to by the operands that its words stand beside, and whether that is the value claimed."""

    message: str
    spans: tuple[Span, ...]
    holds: bool
    explained: tuple[Quantity, ...]  # quantities of the claim that need not stand in the text
    words: frozenset[int] = frozenset()  # tokens of the claim that are accounted for
    bound: bool = False  # the claim's words choose the operands, whatever else is told near them


@dataclass(frozen=True)
class _Operand:
    quantity: Quantity
    value: float
    zone: Keys
    whole: Keys
    sentence: int
    at: int  # which of all the amounts that may be operands it is


@dataclass(frozen=True)
class _Found:
    operands: tuple[_Operand, ...]
    fit: float


def work_out(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return what a claim's words and its operation give in the text for one of its values; None where they bind no operands."""
    operation = operation_of(claim.text, wanted)
    if operation is None or amount(wanted) is None or label_of(claim.text, wanted.span):
        return None
    if wanted in _counts_operands(claim) or not _is_result(claim, wanted, operation):
        return None
    every = list(islice(_operands(document, wanted, operation), _MOST + 1))
    if not 2 <= len(every) <= _MOST:
        return None
    own = _own_operands(claim, wanted, operation)
    words = _words(claim, wanted)
    bound = sorted(_bound(document, claim, wanted, operation, every, own, words), key=lambda f: -f.fit)
    found: list[_Found] = []
    for one in bound:
        if found and one.fit < found[0].fit - _CLEAR:
            break
        if _right_way(document, claim, wanted, operation, one.operands):
            found.append(one)
    if not found or found[0].fit < (_BOUND if not own else _BOUND / 2):
        return None
    return _decided(claim, wanted, operation, found, own)


def _decided(
    claim: Claim, wanted: Quantity, operation: Operation, found: list[_Found], own: tuple[Quantity, ...]
) -> Worked | None:
    top = [f for f in found if f.fit >= found[0].fit - _TIE]
    holds = [_gives(operation, wanted, f) for f in top]
    if any(holds) and not all(holds):
        return None  # words that fit two pairs bind neither
    best = top[0]
    if not any(holds) and not _sure(wanted, best, found):
        return None
    message = _message(operation, best)
    explained = (wanted, *(q for q in _counts_operands(claim) if q.item.value == len(best.operands)))
    return Worked(message, tuple(o.quantity.span for o in best.operands), all(holds), explained)


def _sure(wanted: Quantity, best: _Found, found: list[_Found]) -> bool:
    """Whether operands that give another value are plainly those meant: of a unit, well bound, and no others nearly as well."""
    others = [f.fit for f in found if {o.value for o in f.operands} != {o.value for o in best.operands}]
    unit = wanted.sort == "duration" or bool(wanted.item.unit)
    return unit and best.fit >= _FIRM and best.fit - max(others, default=0.0) >= _CLEAR


def _is_result(claim: Claim, wanted: Quantity, operation: Operation) -> bool:
    """Whether a value is what others of the claim come to, not one of them: a sum is the largest."""
    if operation not in (Operation.SUM, Operation.BEFORE):
        return True
    others = [
        amount(q) or 0.0
        for q in claim.quantities
        if q != wanted and addable(wanted, q) and q.sort == wanted.sort
    ]
    return all(value <= (amount(wanted) or 0.0) for value in others)


# -- operands --------------------------------------------------------------------------------------


def _operands(document: Document, wanted: Quantity, operation: Operation) -> Iterator[_Operand]:
    at = 0
    for sentence in document.story:
        here = [q for q in document.quantities_in(sentence) if _may_be(document, wanted, q, operation)]
        if here:
            whole = document.retrieval.keys_of([sentence])
            for q, zone in zip(here, zones(document, here), strict=True):
                yield _Operand(q, amount(q) or 0.0, zone, whole, sentence.number, at)
                at += 1


def _may_be(document: Document, wanted: Quantity, told: Quantity, operation: Operation) -> bool:
    if amount(told) is None or told.sort != wanted.sort or label_of(document.text, told.span):
        return False
    if operation is not Operation.DIFFERENCE and _RATE.match(document.text, told.span.end):
        return False  # "4 billion every six months, or 8 in all"
    if operation is Operation.CHANGE:
        return told.sort == "number" and told.item.unit not in ("%", "pp", "bp")
    if _before_unit(document, wanted, told):
        return True
    if not addable(wanted, told):
        return _leaves_unit_out(document, wanted, told)
    nouns = {_noun(wanted), _noun(told)} - {None} if wanted.sort == "number" else set()
    return len(nouns) < 2 or operation is Operation.DIFFERENCE  # "two loans" are no crowns


def _noun(quantity: Quantity) -> str | None:
    """Return what a number counts; "128 names longer" counts what the list has."""
    noun = quantity.item.noun if quantity.sort == "number" else None
    return None if noun is None or is_frame(noun) else str(noun)


def _before_unit(document: Document, wanted: Quantity, told: Quantity) -> bool:
    """Whether a bare number has its unit behind the next one: "from 15 to 5 per cent"."""
    if told.sort != "number" or told.item.unit or told.item.noun or not wanted.item.unit:
        return False
    sentence = document.reading.sentence_at(told.span.start)
    return sentence is not None and any(
        addable(wanted, q) and _NEXT.fullmatch(document.text, told.span.end, q.span.start) is not None
        for q in document.quantities_in(sentence)
        if q.sort == "number" and q.span.start >= told.span.end
    )


def _leaves_unit_out(document: Document, wanted: Quantity, told: Quantity) -> bool:
    """Whether a large bare number has the unit of another right before it: "4 million crowns now, or 8 million in all"."""
    if told.sort != "number" or told.item.unit or told.item.noun or told.item.value < _SCALE:
        return False
    sentence = document.reading.sentence_at(told.span.start)
    return sentence is not None and any(
        q.sort == "number" and q.item.unit == wanted.item.unit and q.span.end <= told.span.start
        for q in document.quantities_in(sentence)
    )


def _own_operands(claim: Claim, wanted: Quantity, operation: Operation) -> tuple[Quantity, ...]:
    """Return the operands that a claim names itself, where they give the value: "by 30 percent, from 40 posts to 28"."""
    others = [q for q in claim.quantities if q != wanted and amount(q) is not None and q.sort == wanted.sort]
    if operation is not Operation.CHANGE:
        others = [q for q in others if addable(wanted, q)]
    for pair in combinations(others, 2):
        if _results(operation, wanted, [amount(q) or 0.0 for q in pair]):
            return pair
    return ()


def _words(claim: Claim, wanted: Quantity) -> list[Concept]:
    """Return the words of a claim that say what is added or compared: no words of the arithmetic or of the text."""
    every = [*claim.concepts.each, *claim.name_concepts.each]
    place = claim.tokens.within(wanted.span)
    return [x for x in every if not of_arithmetic(x.form) and x.at not in place]


def _bound(
    document: Document,
    claim: Claim,
    wanted: Quantity,
    operation: Operation,
    every: list[_Operand],
    own: tuple[Quantity, ...],
    words: list[Concept],
) -> Iterator[_Found]:
    """Yield the operands that stand together, each bound to what the claim says of them, with how well all of its words fit."""
    size, each = _addends(claim, wanted, operation)
    weights = {x: document.retrieval.weight(x) + 0.1 for x in words}
    total = sum(weights.values()) or 1.0
    dated = _dated(document, claim)
    for i, first in enumerate(every):
        near = [
            first,
            *(o for o in every[i + 1 : i + 12] if o.quantity.span.start - first.quantity.span.end < _APART),
        ]
        for group in combinations(near, size):
            if group[0] is not first or not _each_bound(document, wanted, operation, group, each):
                continue
            if own and sorted(o.value for o in group) != sorted(amount(q) or 0.0 for q in own):
                continue
            zones = frozenset[str]().union(*(o.zone for o in group))
            wholes = frozenset[str]().union(*(o.whole for o in group))
            fit = sum(
                weights[x] * (1.0 if zones & x.keys else 0.5 if wholes & x.keys else 0.0) for x in words
            )
            of_day = _DATED if any(o.sentence in dated for o in group) else 0.0
            yield _Found(group, fit / total + _together(document, operation, group) + of_day)


def _dated(document: Document, claim: Claim) -> frozenset[int]:
    """Return the sentences that tell one of the dates of a claim: "than last year"."""
    dates = [q for q in claim.quantities if q.sort == "date"]
    return frozenset(
        s.number
        for s in (document.story if dates else ())
        if any(equal(d, q) for q in document.quantities_in(s) if q.sort == "date" for d in dates)
    )


def _together(document: Document, operation: Operation, group: tuple[_Operand, ...]) -> float:
    """Return by how much amounts are bound better for being told in one breath, or compared in one sentence."""
    if operation is Operation.SUM:
        return _BREATH if _listed(document, group) else 0.0
    if len({o.sentence for o in group}) > 1:
        return 0.0
    return _SIDE + (_NEXT_TO if group[1].at == group[0].at + 1 else 0.0)


def _listed(document: Document, group: tuple[_Operand, ...]) -> bool:
    """Whether amounts are told in one breath: "A, B and C"."""
    gaps = (document.text[a.quantity.span.end : b.quantity.span.start] for a, b in pairwise(group))
    return all(_JOINED.fullmatch(gap) for gap in gaps)


def _addends(claim: Claim, wanted: Quantity, operation: Operation) -> tuple[int, list[Keys]]:
    """Return how many amounts a claim adds, and what it calls each: "the three grants together"."""
    match = _ADDENDS.search(claim.text) if operation is Operation.SUM else None
    if match is None:
        return 2, []
    nouns = [w for w in match["noun"].casefold().split() if not is_function_word(w) and not of_arithmetic(w)]
    value = 2 if match["n"].casefold() == "both" else int(SMALL[match["n"].casefold()])
    named = [x.keys for x in claim.concepts.each if x.form in nouns[-1:]]
    return value, named


def _each_bound(
    document: Document, wanted: Quantity, operation: Operation, group: tuple[_Operand, ...], each: list[Keys]
) -> bool:
    if operation is Operation.BEFORE:
        return _took_and_left(document, group)
    zones = [o.zone for o in group]
    if _listed(document, group):
        zones = [
            frozenset[str]().union(*zones)
        ]  # "loans of 4 and 5 crowns": the noun before the first is that of both
    if operation is Operation.DIFFERENCE and min(o.value for o in group) < _LEAST * max(
        o.value for o in group
    ):
        return False  # nobody compares a million with two
    noun = _noun(wanted) if wanted.sort == "number" and not wanted.item.unit else None
    counts = (
        noun is None
        or (operation is Operation.DIFFERENCE and _from_to(document, group))
        or any(noun == o.quantity.item.noun or not o.zone.isdisjoint(keys(noun)) for o in group)
    )
    return counts and all(not zone.isdisjoint(one) for zone in zones for one in each)


def _from_to(document: Document, group: tuple[_Operand, ...]) -> bool:
    """Whether two amounts are the ends of one change: "raise the number of slots from 900 to 1,200"."""
    first, second = group[0].quantity.span, group[-1].quantity.span
    led = re.search(r"\bfrom\s+(?:about\s+)?$", document.text[max(0, first.start - 14) : first.start])
    return led is not None and _NEXT.fullmatch(document.text, first.end, second.start) is not None


def _took_and_left(document: Document, group: tuple[_Operand, ...]) -> bool:
    """Whether one amount is what was taken away and the other what was left: "by suspending 24, while retaining 10"."""
    first, second = group[0].quantity.span, group[1].quantity.span
    if document.reading.sentence_at(first.start) != document.reading.sentence_at(second.start):
        return False
    lead = document.text[max(0, first.start - 90) : first.start]
    between = document.text[first.end : second.start]
    return any(a.search(lead) and b.search(between) for a, b in ((TAKEN, LEFT), (LEFT, TAKEN)))


def _right_way(
    document: Document, claim: Claim, wanted: Quantity, operation: Operation, group: tuple[_Operand, ...]
) -> bool:
    """Whether "A lost 5 more than B" has A beside the larger amount, and what "rises" goes from the smaller to the larger."""
    if operation is Operation.CHANGE:
        return direction_of(claim.text[: wanted.span.start]) in (
            0,
            1 if group[1].value > group[0].value else -1,
        )
    if operation is not Operation.DIFFERENCE:
        return True
    order = sorted(group, key=lambda o: o.quantity.span)
    own = dict(zip(order, clauses(document, [o.quantity for o in order]), strict=True))
    high, low = sorted(group, key=lambda o: -o.value)
    by_sentence = [[o.quantity for o in order if o.sentence == at] for at in {o.sentence for o in order}]
    if any(names_other(document, claim, chosen) for chosen in by_sentence):
        return False
    return not turned_round(claim, wanted.span.start, own[high], own[low])


def _counts_operands(claim: Claim) -> tuple[Quantity, ...]:
    """Return the numbers of a claim that only count the operands: "the two sums"."""
    starts = {match.start("n") for match in _ADDENDS.finditer(claim.text)}
    return tuple(
        q for q in claim.quantities if q.span.start in starts and q.sort == "number" and not q.item.unit
    )


# -- results ---------------------------------------------------------------------------------------


def _gives(operation: Operation, wanted: Quantity, found: _Found) -> bool:
    return _results(operation, wanted, [o.value for o in found.operands])


def _results(operation: Operation, wanted: Quantity, values: list[float]) -> bool:
    told = amount(wanted) or 0.0
    bound = getattr(wanted.item, "bound", "exact")
    result = _result(operation, values)
    if operation is Operation.CHANGE and wanted.item.kind == "fraction":
        told *= 100
        if bound != "exact":  # the next fraction of the kind is far off
            over = result - told
            return {"about": abs(over) <= 4, "at_least": 0 < over <= 16, "at_most": -16 <= over < 0}[bound]
    if bound == "exact":
        return close(told, result) or (operation is Operation.CHANGE and abs(told - result) <= 0.5)
    share = (result - told) / told if told else 0.0
    low, high = {"about": (-0.05, 0.05), "at_least": (0.0001, 0.1), "at_most": (-0.1, -0.0001)}[bound]
    return low <= share <= high


def _result(operation: Operation, values: list[float]) -> float:
    if operation in (Operation.SUM, Operation.BEFORE):
        return sum(values)
    if operation is Operation.CHANGE:
        return abs(values[1] - values[0]) / values[0] * 100 if values[0] else 0.0
    return max(values) - min(values)


def _message(operation: Operation, found: _Found) -> str:
    texts = [excerpt(o.quantity.text) for o in found.operands]
    result = f"{_result(operation, [o.value for o in found.operands]):,.2f}".removesuffix(".00")
    if operation in (Operation.SUM, Operation.BEFORE):
        return f"{' + '.join(texts)} = {result}"
    if operation is Operation.CHANGE:
        return f"from {texts[0]} to {texts[1]}: {result} percent"
    high, low = sorted(found.operands, key=lambda o: -o.value)
    return f"{excerpt(high.quantity.text)} − {excerpt(low.quantity.text)} = {result}"
