"""Which of several numbers of one sort in a sentence belongs to what a claim tells: "12 times likelier to fall ill, 30 to die".

Each number governs the words behind it up to the next one (or, where it stands last, those right before it). A claim
that has one number with the words of another has taken the wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concept, Keys
from summarizer.verification.values.quantities import Quantity, equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_BEHIND, _BEFORE = 9, 5  # tokens behind and before a number that may tell what it is a number of
_ENDS = late_regex(r"[;:.!?]")


def displaced(
    c: Comparison, claimed: Quantity, same: Sequence[Quantity], sentence: Sentence
) -> Quantity | None:
    """Return the other number of a sentence that has the words beside it which the claim has beside this one."""
    if claimed.sort not in ("number", "duration") or getattr(claimed.item, "kind", "") == "ordinal":
        return None
    told = c.document.quantities_in(sentence)
    here = [q for q in same if q in told]
    others = [
        q for q in told if _alike(claimed, q) and not equal(claimed, q) and not _taken_out_of(c, here, q)
    ]
    if not here or not others:
        return None
    words = _beside(c, claimed)
    own = [_zone(c, q, sentence, _BEFORE) for q in here]
    own_words = frozenset[str]().union(*own)
    for other in others:
        theirs = _zone(c, other, sentence, 0)
        mine = [w for w in words if not own_words.isdisjoint(w.keys) and theirs.isdisjoint(w.keys)]
        taken = [w for w in words if own_words.isdisjoint(w.keys) and not theirs.isdisjoint(w.keys)]
        if taken and not mine:
            return other
    return None


_OF = late_regex(r"\s+(?:out\s+)?of\s+(?:(?:the|his|her|its|their|our|all|these|those)\s+)?", re.IGNORECASE)


def _taken_out_of(c: Comparison, parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether one of some numbers is taken out of another: "two of his nine bases"."""
    return part_of(c, whole) in parts


def part_of(c: Comparison, whole: Quantity) -> Quantity | None:
    """Return the number that a sentence takes out of another: "two of his nine bases" counts two bases, and nine."""
    parts = (q for q in c.quantities if q.sort == "number" and q.span.end < whole.span.start)
    return next((q for q in parts if _OF.fullmatch(c.document.text[q.span.end : whole.span.start])), None)


def _alike(claimed: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure or count the same sort of thing, so that one may be taken for the other."""
    if claimed.sort != other.sort:
        return False
    if claimed.sort == "duration":
        return True
    a, b = claimed.item, other.item
    return bool((a.noun and a.noun == b.noun) or (a.unit and a.unit == b.unit))


def _beside(c: Comparison, claimed: Quantity) -> list[Concept]:
    """Return the claim's words behind a number, up to the next one and within its clause."""
    stop = c.claim.tokens.within(claimed.span).stop
    later = [q.span.start for q in c.claim.quantities if q.span.start > claimed.span.start]
    end = min([*later, len(c.claim.text)])
    if pause := _ENDS.search(c.claim.text, claimed.span.end, end):
        end = pause.start()
    every = (*c.claim.concepts.each, *c.claim.name_concepts.each)
    return [
        x for x in every if stop <= x.at < stop + _BEHIND and c.claim.tokens.span(x.at, x.at + 1).end <= end
    ]


def _zone(c: Comparison, told: Quantity, sentence: Sentence, before: int) -> Keys:
    """Return what the words around a number of the sentence can be matched by, up to the numbers beside it."""
    tokens = c.document.reading.tokens
    at, inside = tokens.within(told.span), tokens.within(sentence.span)
    alike = [
        tokens.within(q.span)
        for q in c.document.quantities_in(sentence)
        if q.span != told.span and _alike(told, q)
    ]
    stop = min([inside.stop, at.stop + _BEHIND, *(o.start for o in alike if o.start >= at.stop)])
    start = max([inside.start, at.start - before, *(o.stop for o in alike if o.stop <= at.start)])
    places = [*range(start, at.start), *range(at.stop, stop)]
    return frozenset[str]().union(*(c.document.retrieval.keys_at(i) for i in places))
