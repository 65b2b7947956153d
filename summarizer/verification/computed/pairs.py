"""Two that a passage names side by side: "the Presidents of A and B", "Order 12 of 3 May and Order 13 of 4 May"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.stems import stem
from summarizer.reading.words import Keys, is_function_word, keys
from summarizer.source import Span
from summarizer.verification.computed.computation import Computation, excerpt
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_REACH = 60  # characters between two things of a sort that "and" joins
_NAME = r"(?:the\s+)?[A-Z][\w.&’'-]*(?:\s+(?:of\s+)?(?:the\s+)?[A-Z][\w.&’'-]*){0,4}"
_OF_BOTH = late_regex(rf"\s+(?:of|for|from|between)\s+{_NAME}\s+and\s+{_NAME}(?!\s*,|\s+and\b)")


def pair(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the two things of the sort that a claim counts which the passage names together, and no third with them."""
    if claimed.item.value != 2:
        return None
    noun = _noun(c, claimed)
    if noun is None:
        return None
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    places = [tokens.span(i, i + 1) for i in inside if not noun.isdisjoint(c.document.retrieval.keys_at(i))]
    text = c.document.text
    for place in places:
        match = _OF_BOTH.match(text, place.end, c.sentence.span.end)
        if match and text[place.start : place.end].endswith("s"):
            return Computation(
                f"two: {excerpt(text[place.start : match.end()])}",
                (Span(place.start, match.end()),),
                plain=True,
            )
    joined = [(a, b) for a, b in pairwise(places) if _joins(text[a.end : b.start])]
    if len(joined) != 1:
        return None
    first, second = joined[0]
    apart = [p for p in places if p.end <= first.start and _lists(text[p.end : first.start])]
    if apart:
        return None  # "Order 1, Order 2 and Order 3"
    return Computation(f"two: {excerpt(text[first.start : second.end])}", (first, second), plain=True)


def labelled(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the things of the sort that a claim counts which the text tells by their numbers: "Orders 7 and 9", "Act No. 3"."""
    noun = next(iter(_noun(c, claimed) or ()), None)
    if noun is None:
        return None
    found = _labels(c.document).get(noun, {})
    if len(found) < 2 or len(found) != claimed.item.value:
        return None
    spans = tuple(found.values())
    told = "; ".join(excerpt(c.document.text[s.start : s.end], 40) for s in spans)
    return Computation(f"{len(found)} told by number: {told}", spans, plain=True)


@remembered
def _labels(document: Document) -> dict[str, dict[str, Span]]:
    """Return by the stem of their noun the things that the text tells by number, and where each is first told."""
    found: dict[str, dict[str, Span]] = {}
    for sentence in document.story:
        start = sentence.span.start
        for match in _LABELLED.finditer(sentence.text):
            place = Span(start + match.start(), start + match.end())
            found.setdefault(stem(match["noun"].casefold()), {}).setdefault(match["number"], place)
    return found


_LABELLED = late_regex(
    r"\b(?P<noun>[A-Z][a-z]+)(?:\s+of\s+[^.;,\d]{3,90}?)?\s+(?:[Nn]o\.?\s*)?(?P<number>\d{1,6})\b(?![,.]\d|\s+of\s+them)"
)


def _joins(between: str) -> bool:
    return len(between) <= _REACH and re.search(r"(?<!,)\s+and\s+(?:\w+\s+){0,2}$", between) is not None


def _lists(between: str) -> bool:
    return len(between) <= _REACH and re.search(r",\s+(?:\w+\s+){0,2}$", between) is not None


def _noun(c: Comparison, claimed: Quantity) -> Keys | None:
    """Return what the plural noun behind a number can be matched by, its stem alone: no synonym makes a pair."""
    at = c.claim.tokens.within(claimed.span).stop
    for i in range(at, min(at + 4, len(c.claim.tokens))):
        form = c.claim.tokens.form(i)
        if is_function_word(form):
            return None
        if form.endswith("s"):
            return frozenset({stem(form)}) & keys(form) or None
    return None
