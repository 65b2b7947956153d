"""Sums, differences and shares: what a claim adds up, subtracts or divides of the numbers that one passage tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.agreement import close
from summarizer.reading.polarity import DENYING
from summarizer.verification.computed.computation import Computation, content_keys, excerpt, keys_around
from summarizer.verification.computed.direction import clauses, turned_round
from summarizer.verification.computed.gathering import label_of
from summarizer.verification.computed.operations import TOGETHER
from summarizer.verification.values.quantities import Quantity, equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_SUM = late_regex(
    r"\b(?:total(?:s|led|ling)?|altogether|together|in\s+all|in\s+sum|sum|combined|add(?:s|ed|ing)?\s+up|make(?:s)?\s+up|come(?:s)?\s+to"
    r"|amount(?:s|ed)?\s+to|taken\s+together|both)\b",
    re.IGNORECASE,
)
_DIFFERENCE = late_regex(
    r"\b(?:differ\w*|(?:go|goes|going|went|gone)\s+(?:up|down)|gap|net|left|remain\w*|reduc\w+|cut|cuts|drop\w*|fall|falls|fell|fallen|los[est]\w*|declin\w+|decreas\w+|ris\w+|rose|grew"
    r"|grow\w*|gain\w*|increas\w+|more|fewer|less|higher|lower|short\w*|margin|majority|behind|ahead)\b",
    re.IGNORECASE,
)
_SHARE = late_regex(r"\b(?:of|share|portion|part|proportion|out\s+of)\b", re.IGNORECASE)
_MANY = 6  # numbers of one sort in a passage from which a pair gives any value by chance
_BESIDE = 5  # tokens around an operand in which a word of the claim must stand


def only_part(c: Comparison, claimed: Quantity) -> Quantity | None:
    """Return what the passages have as one of several where a claim gives it for their sum: "24 points together" of 24 and 10."""
    if claimed in c.computed or claimed.sort != "number" or label_of(c.claim.text, claimed.span):
        return None
    if not TOGETHER.search(c.claim.text) or _summed_up(c, claimed):
        return None
    for sentence in (c.sentence, *c.context):
        told = [q for q in c.document.quantities_in(sentence) if q.sort == "number" and addable(claimed, q)]
        same = [q for q in told if q.item.value == claimed.item.value]
        alike = [q for q in told if claimed.item.unit or q.item.kind == "number"]
        if same:
            summed = TOGETHER.search(sentence.text) or re.search(r"\btotal", sentence.text, re.IGNORECASE)
            return same[0] if len(alike) > 1 and not summed else None
    return None


def _summed_up(c: Comparison, claimed: Quantity) -> bool:
    """Whether the claim has another number for the sum: "seventeen in all, ten from here and seven from there"."""
    every = [q for q in c.claim.quantities if addable(claimed, q) and amount(q) is not None]
    values = [amount(q) or 0.0 for q in every]
    return (
        len(every) > 2
        and max(values) > (amount(claimed) or 0.0)
        and _equals(max(values), sum(values) - max(values))
    )


def arithmetic(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how a number or length of a claim follows from those of the passage; not plain where it may be chance."""
    if amount(claimed) is None:
        return None  # an ordinal, a date or a clock time is no sum
    told = [q for q in c.quantities if amount(q) is not None and not label_of(c.document.text, q.span)]
    if (rest := _rest_of_hundred(c, claimed, told)) is not None:
        return rest
    if claimed.sort == "number" and (share := _shares(c, claimed, told)) is not None:
        return share
    same = [q for q in told if addable(claimed, q)]
    results = list(_results(claimed, same))
    if not results:
        return _claims_sum(c, claimed)
    results = [r for r in results if r[0] != "difference" or not _turned(c, claimed, r[2])]
    if not results:
        return None
    kinds = {kind for kind, _, _ in results}
    kind, message, operands = results[0]
    if kind == "difference" and len(kinds) == 1 and len(same) <= _MANY and _denied_rest(c, operands):
        return Computation(message, tuple(q.span for q in operands), plain=True, rest=True)
    asked = {"sum": _SUM, "difference": _DIFFERENCE}.get(kind)
    plain = (
        asked is not None
        and len(kinds) == 1
        and len({frozenset(amount(q) for q in used) for _, _, used in results}) == 1
        and len(same) <= _MANY
        and asked.search(c.claim.text) is not None
        and any(_beside(c, q) for q in operands)
    )
    return Computation(message, tuple(q.span for q in operands), plain)


def _denied_rest(c: Comparison, operands: tuple[Quantity, ...]) -> bool:
    """Whether a claim denies of the rest what the sentence tells of a part: "five had not answered" where two of seven had."""
    tokens = c.document.reading.tokens
    denials = [o for o in c.claim.operators if o.operation in DENYING]
    under = [at for i, at in c.aligned.items() if any(o.scope.overlaps(c.claim.span(i)) for o in denials)]
    plainly = any(
        not any(o.operation in DENYING and o.scope.overlaps(tokens.span(at, at + 1)) for o in c.operators)
        for at in under
    )
    return plainly and _beside(c, operands[-1])


def _rest_of_hundred(c: Comparison, claimed: Quantity, told: list[Quantity]) -> Computation | None:
    """Return the percentage that is told of which a claim denies what it tells: "71 % was without" where 29 % was covered."""
    if claimed.sort != "number" or claimed.item.unit != "%":
        return None
    parts = [q for q in told if addable(claimed, q) and q.item.unit == "%"]
    other = [q for q in parts if _equals(100.0, (amount(q) or 0.0) + (amount(claimed) or 0.0))]
    if len(other) != 1 or len(parts) > _MANY or not _denied_rest(c, (other[0],)):
        return None
    message = f"100 % − {excerpt(other[0].text)} = {claimed.text}"
    return Computation(message, (other[0].span,), plain=True, rest=True)


def _turned(c: Comparison, claimed: Quantity, operands: tuple[Quantity, ...]) -> bool:
    """Whether "A got 5 more than B" is told of what has B more than A."""
    first, second = sorted(operands, key=lambda q: q.span)
    beside = clauses(c.document, [first, second])
    high, low = beside if (amount(first) or 0.0) > (amount(second) or 0.0) else beside[::-1]
    return turned_round(c.claim, claimed.span.start, high, low)


def _claims_sum(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the sum of what a claim itself tells beside it: "the 5 and the 7 come to 12"; each of them is looked for by itself."""
    if not TOGETHER.search(c.claim.text):
        return None
    others = [q for q in c.claim.quantities if q != claimed and addable(claimed, q) and amount(q) is not None]
    if len(others) < 2 or not _equals(amount(claimed) or 0.0, sum(amount(q) or 0.0 for q in others)):
        return None
    places = [o for s in (c.sentence, *c.context) for o in c.document.quantities_in(s)]
    told = [next((o for o in places if equal(q, o)), None) for q in others]
    if not all(told):
        return None
    message = " + ".join(excerpt(q.text) for q in others) + f" = {claimed.text}"
    return Computation(message, tuple(o.span for o in told if o), plain=True)


def _results(claimed: Quantity, told: list[Quantity]) -> Iterator[tuple[str, str, tuple[Quantity, ...]]]:
    """Yield the ways in which numbers of one sort give a value: their sum, the sum of two, a difference, a multiple."""
    wanted = amount(claimed)
    if wanted is None:
        return
    if len(told) > 2 and _equals(wanted, sum(amount(q) or 0.0 for q in told)):
        yield "sum", " + ".join(excerpt(q.text) for q in told) + f" = {claimed.text}", tuple(told)
    for i, a in enumerate(told[:12]):
        for b in told[i + 1 : 12]:
            x, y = amount(a) or 0.0, amount(b) or 0.0
            if _equals(wanted, x + y):
                yield "sum", f"{excerpt(a.text)} + {excerpt(b.text)} = {claimed.text}", (a, b)
            elif _equals(wanted, abs(x - y)) and wanted:
                high, low = (a, b) if x > y else (b, a)
                yield (
                    "difference",
                    f"{excerpt(high.text)} − {excerpt(low.text)} = {claimed.text}",
                    (high, low),
                )
            elif _equals(wanted, x * y):
                yield "product", f"{excerpt(a.text)} × {excerpt(b.text)} = {claimed.text}", (a, b)
        if _equals(wanted, 2 * (amount(a) or 0.0)):
            yield "double", f"2 × {excerpt(a.text)} = {claimed.text}", (a,)


def _equals(wanted: float, value: float) -> bool:
    return close(wanted, value)


def amount(quantity: Quantity) -> float | None:
    """Return what can be added up: minutes of a length, the value of a number; an ordinal, a date or a clock time is no amount."""
    if quantity.sort == "duration":
        return float(quantity.item.minutes) if quantity.item.minutes is not None else None
    return (
        float(quantity.item.value) if quantity.sort == "number" and quantity.item.kind != "ordinal" else None
    )


_PARTS = frozenset({"%", "pp", "bp"})


def addable(claimed: Quantity, told: Quantity) -> bool:
    """Whether two numbers can be added: both lengths, the same currency or unit, or bare counts."""
    if claimed.sort != told.sort:
        return False
    if claimed.sort == "duration":
        return True
    a, b = claimed.item.unit, told.item.unit
    return a == b or (a in _PARTS and b in _PARTS)


def _shares(c: Comparison, claimed: Quantity, told: list[Quantity]) -> Computation | None:
    """Return how a percentage or fraction of a claim is the share that one number of the passage has of another."""
    wanted = claimed.item.value / 100 if claimed.item.unit == "%" else claimed.item.value
    part_of = claimed.item.unit == "%" or claimed.item.kind == "fraction"
    if not part_of or not 0 < wanted < 1:
        return None
    exactness = 0.005 if claimed.item.unit == "%" else 0.012
    bare = [q for q in told if q.sort == "number" and q.item.kind in ("number", "money", "measure")]
    found: dict[tuple[float, float], tuple[str, Quantity, Quantity]] = {}
    for a in bare[:12]:
        for b in bare[:12]:
            part, whole = amount(a) or 0.0, amount(b) or 0.0
            if a is b or not 0 < part < whole or a.item.unit != b.item.unit:
                continue
            if abs(part / whole - wanted) <= exactness:
                found[part, whole] = (f"{excerpt(a.text)} of {excerpt(b.text)} = {part / whole:.0%}", a, b)
    if not found:
        return None
    message, a, b = next(iter(found.values()))
    after = c.claim.text[claimed.span.end :]
    of = content_keys(re.sub(r"^\s*of\s+", "", after)) if _SHARE.match(after.strip()) else []
    about = keys_around(c, b.span, _BESIDE, _BESIDE + 1)
    plain = (
        len(found) == 1 and len(bare) <= _MANY and bool(of) and any(not about.isdisjoint(one) for one in of)
    )
    return Computation(message, (a.span, b.span), plain)


def _beside(c: Comparison, operand: Quantity) -> bool:
    """Whether a word of the claim stands beside an operand: that is what makes it the thing that the claim speaks of."""
    around = keys_around(c, operand.span, 2 * _BESIDE, 2 * _BESIDE)
    words = [*c.claim.concepts.each, *c.claim.name_concepts.each]
    return any(not around.isdisjoint(x.keys) for x in words)
