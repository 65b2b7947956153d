"""How many times as much: "twice as many", "tenfold", which are told by the word or follow from two amounts, the right way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.counts.number_words import SMALL, TENS
from summarizer.report import Verdict
from summarizer.verification.computed.direction import turned_round, zones
from summarizer.verification.computed.sums import addable, amount
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.values.quantities import Quantity

_WORDS = {
    "twice": 2.0,
    "double": 2.0,
    "doubled": 2.0,
    "doubles": 2.0,
    "doubling": 2.0,
    "thrice": 3.0,
    "triple": 3.0,
    "tripled": 3.0,
    "quadrupled": 4.0,
    "half": 0.5,
    "halved": 0.5,
    "halves": 0.5,
    "halving": 0.5,
}
_NUMBER = "|".join([*SMALL, *TENS])
_MULTIPLE = late_regex(
    rf"\b(?:(?P<word>twice|double|thrice|triple|half)(?=\s+(?:as\s+\w+\b|the\s+(?:number|amount|size|sum)|that\b))"
    rf"|(?P<times>{_NUMBER}|\d+(?:\.\d+)?)\s+times\s+(?:as\s+\w+\b|the\s+(?:number|amount|size|sum)|that\b|more|over)"
    rf"|(?P<fold>{_NUMBER}|\d+)[-\s]?fold)\b",
    re.IGNORECASE,
)
_TIMES = frozenset("twice double thrice triple half times".split())
_NEAR = 0.06  # share by which a multiple in words may round
_SMALL = 1e-6
_CHANGED = late_regex(
    r"\b(?:doubl(?:e|ed|es|ing)|tripl(?:e|ed|es)|quadrupled|halv(?:ed|es|ing))\b(?!\s+(?:a|the)\s+(?:year|month|week|day)\b)",
    re.IGNORECASE,
)


def compare_multiples(c: Comparison) -> Iterator[Difference]:
    """Yield the multiples of a claim that the passage neither tells nor bears out by its amounts."""
    told = not _TIMES.isdisjoint(c.claim.tokens.forms) or "fold" in c.claim.text.casefold()
    for match in _MULTIPLE.finditer(c.claim.text) if told else ():
        if any(_told(match, s.text) for s in (c.sentence, *c.context)):
            continue  # told as a multiple: the words and numbers are compared elsewhere
        if not _borne_out(c, match.start(), _value(match)):
            message = f"that it is “{match[0]}” does not follow from what the passage tells"
            yield Difference(Verdict.REVIEW, "multiple_not_told", message, c.sentence.span)


def _told(claimed: re.Match[str], text: str) -> bool:
    """Whether a passage tells a multiple of the same value, be it by another word: "doubled" of what is twice as much."""
    words = [_WORDS.get(m[0].casefold()) for m in _CHANGED.finditer(text)]
    values = [_value(m) for m in _MULTIPLE.finditer(text)] + [w for w in words if w]
    value = _value(claimed)
    return any(abs(v - value) < _SMALL or abs(v * value - 1) < _SMALL for v in values)


def _value(match: re.Match[str]) -> float:
    if match["word"]:
        return _WORDS[match["word"].casefold()]
    told = (match["times"] or match["fold"]).casefold()
    return float(SMALL.get(told) or TENS.get(told) or told)


def _borne_out(c: Comparison, place: int, wanted: float) -> bool:
    """Whether two amounts of the passage stand so to each other, the larger beside what the claim says has more; of lists it is not asked."""
    amounts = [q for q in c.quantities if q.sort == "number" and amount(q) and q.item.kind != "ordinal"]
    if len(amounts) < 2 and re.search(r"\bas\s+many\b", c.claim.text, re.IGNORECASE):
        return True  # of lists, which tell no number, it is not asked
    return any(_so(c, place, wanted, a, b) for a, b in permutations(amounts[:12], 2))


def _so(c: Comparison, place: int, wanted: float, large: Quantity, small: Quantity) -> bool:
    ratio = max(wanted, 1 / wanted)
    x, y = amount(large) or 0.0, amount(small) or 0.0
    if not addable(large, small) or not y or abs(x / y - ratio) > _NEAR * ratio:
        return False
    first, second = sorted((large, small), key=lambda q: q.span)
    beside = zones(c.document, [first, second])
    high, low = beside if first is large else beside[::-1]
    return not turned_round(c.claim, place, high, low)
