"""All the ways in which a value of a claim may follow from amounts of the text, in the order in which they are tried."""

from __future__ import annotations

from summarizer.verification.claims.claim import Claim
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.bearers import shares_each, totals
from summarizer.verification.computed.compared import changes, differences, gaps
from summarizer.verification.computed.comparing import compared_in, is_gap
from summarizer.verification.computed.derived import Ways, ask_of, decide, gives_another
from summarizer.verification.computed.figures import figures_of
from summarizer.verification.computed.gathering import label_of
from summarizer.verification.computed.multiples import is_multiple, multiples
from summarizer.verification.computed.orientation import before
from summarizer.verification.computed.portions import part_amounts, portions
from summarizer.verification.computed.rates import over_time, per_unit
from summarizer.verification.computed.relations import relations
from summarizer.verification.computed.rests import other_sides, rests
from summarizer.verification.computed.sums import amount
from summarizer.verification.context import Document
from summarizer.verification.values.quantities import Quantity

_COMPARING: tuple[Ways, ...] = (gaps, differences, changes)
_PLAIN: tuple[Ways, ...] = (
    relations, totals, shares_each, per_unit, over_time, other_sides, part_amounts, portions, rests,
)  # fmt: skip
_DENIED: tuple[Ways, ...] = (rests,)


def derive(document: Document, claim: Claim, wanted: Quantity, *, denied: bool = False) -> Worked | None:
    """Return what a number of a claim follows from by the first way that binds it; of what is denied, only what is left."""
    if amount(wanted) is None or not amount(wanted) or label_of(claim.text, wanted.span) or _is_year(wanted):
        return None
    ask = ask_of(document, claim, wanted)
    if is_multiple(ask):
        return None if denied else decide(ask, multiples)
    comparing = compared_in(ask) is not None or is_gap(ask)
    if comparing and denied:
        return None
    for ways in _DENIED if denied else _COMPARING if comparing else _PLAIN:
        if (worked := decide(ask, ways)) is not None:
            return worked
    return None


def compares(document: Document, claim: Claim, wanted: Quantity) -> bool:
    """Whether a claim tells by how much, or how many times, one thing is more than another."""
    if amount(wanted) is None or not amount(wanted) or _is_year(wanted):
        return False
    ask = ask_of(document, claim, wanted)
    return is_multiple(ask) or compared_in(ask) is not None


def compared_otherwise(document: Document, claim: Claim, wanted: Quantity) -> bool:
    """Whether the amounts that a claim compares differ by another value than it tells."""
    if not compares(document, claim, wanted) or len(_amounts_told(claim, wanted)) > 1:
        return False
    ask = ask_of(document, claim, wanted)
    every = (multiples,) if is_multiple(ask) else _COMPARING
    return any(gives_another(ask, ways) for ways in every)


def left_otherwise(document: Document, claim: Claim, wanted: Quantity) -> bool:
    """Whether the whole and its part that a claim's words bind leave another value than it tells."""
    if not amount(wanted) or wanted.sort != "number" or _is_year(wanted):
        return False
    ask = ask_of(document, claim, wanted)
    return gives_another(ask, rests)


def turned_in_time(document: Document, claim: Claim, wanted: Quantity, worked: Worked) -> bool:
    """Whether a claim says that there is more, or less, than before where the text has it the other way round."""
    if wanted.sort != "number":
        return False
    ask = ask_of(document, claim, wanted)
    how = compared_in(ask)
    pair = [f for f in figures_of(document) if f.span in worked.spans]
    if how is None or not how.earlier or len(pair) != 2 or len(_amounts_told(claim, wanted)) > 1:
        return False
    new, old = pair if (pair[0].value - pair[1].value) * how.sign > 0 else pair[::-1]
    return before(ask, old, new) is not True


def _amounts_told(claim: Claim, wanted: Quantity) -> list[Quantity]:
    """Return the other amounts of a claim: it may name what it compares itself, "from 40 posts to 28"."""
    return [q for q in claim.quantities if q != wanted and q.sort == wanted.sort and amount(q) is not None]


def _is_year(wanted: Quantity) -> bool:
    return (
        wanted.sort == "number"
        and wanted.item.unit is None
        and wanted.item.noun is None
        and 1900 <= wanted.item.value < 2100
    )
