"""What a number stands with: those gathered by a small one ("the two sides"), and whether two numbers count the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.words import is_function_word, keys
from summarizer.source import Span
from summarizer.verification.computed.computation import FRAME, GENERIC, PARTIES, keys_around
from summarizer.verification.computed.listing import lists_in
from summarizer.verification.computed.participants import gathers_parties, office_miscounted
from summarizer.verification.values.quantities import Quantity, is_collective, quantities_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.context import Document

_BEHIND, _AROUND = (
    3,
    7,
)  # tokens behind a number that may name what it counts, and around one in which that must stand
# After these a number is a name: "Resolution 2254", "No. 5", "item 45".
_LABEL = re.compile(
    r"\b(?P<label>no|nos|number|articles?|resolutions?|orders?|items?|paragraphs?|pages?|chapters?|sections?|contracts?|bills?|rooms?|rules?)\.?\s*#?$",
    re.IGNORECASE,
)
_SOME = late_regex(r"\s+of\s+(?:the|those|these|its|their|all|our)(?=\s)(?:\s+who\b)?", re.IGNORECASE)
_CAPITAL = late_regex(r"[A-Z]")


def gathers(c: Comparison, claimed: Quantity) -> bool:
    """Whether a number in a claim only gathers those spoken of: as many as take part, or "two" where no more are told of."""
    if gathers_parties(c, claimed):
        return True
    if not is_collective(claimed) or office_miscounted(c, claimed):
        return False
    document = c.document
    if any(is_collective(q) for q in document.quantities):
        return True
    return not any(_crowd(q) for q in document.quantities) and not _listed(document)


def _crowd(quantity: Quantity) -> bool:
    """Whether a number gathers more than two: "our three countries"."""
    if quantity.sort != "number" or not 3 <= quantity.item.value <= 20:
        return False
    return PARTIES.fullmatch(quantity.item.noun or "") is not None


def _listed(document: Document) -> set[int]:
    """Return how long the lists of names are that the title or the opening has."""
    lists = (x for s in document.opening for x in lists_in(s.text))
    return {len(x) for x in lists if all(_CAPITAL.match(item.removeprefix("the ")) for item in x.items)}


def speakers_told(document: Document, speaker: str) -> bool:
    """Whether as many as a speaker is said to be ("the five presidents") are told, or listed, somewhere in the source."""
    for q in quantities_of(speaker, None):
        if q.sort != "number" or q.item.kind != "number" or q.item.value < 3:
            continue
        told = any(_crowd(o) and o.item.value == q.item.value for o in document.quantities)
        if not told and q.item.value not in _listed(document):
            return False
    return True


def counts_same(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether two equal numbers may count the same: what the claim counts stands around the one of the source.

    Money, shares and measures carry their unit; "two" of two nations is not two of two bodies.
    """
    if (
        claimed.sort != "number"
        or told.sort != "number"
        or claimed.item.unit
        or claimed.item.kind != "number"
    ):
        return True
    mine, theirs = label_of(c.claim.text, claimed.span), label_of(c.document.text, told.span)
    if mine or theirs:
        return mine == theirs
    if sets_apart(c, claimed, told):
        return False
    words = _counted(c, claimed)
    if not words:
        return True
    if any(PARTIES.fullmatch(w) for w in words) and PARTIES.fullmatch(told.item.noun or "") is not None:
        return True
    around = keys_around(c, told.span, _AROUND, _AROUND)
    head = next((w for w in words if w.endswith("s")), words[-1])
    return head in FRAME or head.removesuffix("s") in GENERIC or not around.isdisjoint(keys(head))


def sets_apart(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether a number counts others than somebody where the source counts all: "with five other leaders" of five leaders."""
    if claimed.sort != "number" or told.sort != "number" or PARTIES.fullmatch(told.item.noun or "") is None:
        return False
    return _besides(c.claim.text, claimed.span) and not _besides(c.document.text, told.span)


def _besides(text: str, span: Span) -> bool:
    before = re.search(r"\bother\s*$", text[max(0, span.start - 8) : span.start])
    return before is not None or re.match(r"\s*other\b", text[span.end :]) is not None


def label_of(text: str, span: Span) -> str | None:
    """Return the word that makes a number the name of something: "Resolution 2254"."""
    match = _LABEL.search(text[max(0, span.start - 16) : span.start])
    return match["label"].casefold().removesuffix("s") if match else None


def _counted(c: Comparison, claimed: Quantity) -> list[str]:
    at = c.claim.tokens.within(claimed.span).stop
    if some := _SOME.match(c.claim.text, claimed.span.end):  # "two of the envoys" counts envoys
        at = c.claim.tokens.within(Span(claimed.span.start, some.end())).stop
    found: list[str] = []
    for i in range(at, min(at + _BEHIND, len(c.claim.tokens))):
        form = c.claim.tokens.form(i)
        if is_function_word(form):
            break
        found.append(form)
    return found
