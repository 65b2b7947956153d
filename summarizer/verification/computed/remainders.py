"""What is left of a whole when a part of it is taken off: "five of the nine had not replied", where four of nine had.

The text tells a whole and a part of it in one sentence, and something of the part; the claim denies that very thing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.agreement import close
from summarizer.reading.polarity import Operation as Polarity
from summarizer.reading.words import Keys, keys
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.computation import excerpt, is_frame
from summarizer.verification.computed.direction import zones
from summarizer.verification.computed.gathering import label_of
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.computed.sums import addable, amount
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.claims.claim import Claim
    from summarizer.verification.context import Document

_MANY = 12  # numbers of one sort in a sentence; with more, it is a table
_NEAR = 160  # characters between a whole and its part in two sentences
# What says of things that something is not, or not yet, so of them.
_LACKS = late_regex(
    r"\b(?:not|n[o’']t|\w+n[’']t|never|no|yet\s+to|still\s+(?:to\s+(?:be|come)|waiting|awaiting|missing|unpaid|outstanding|pending|without)|without"
    r"|await\w*|unpaid|unanswered|outstanding|missing|pending|fail(?:ed|s|ing)?\s+to|lack(?:s|ed|ing)?|remain\w*|other\s+than|left\s+to)\b",
    re.IGNORECASE,
)
_WHOLE = late_regex(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|all\s+)?(?:\w+['’]s?\s+)?$", re.IGNORECASE
)
# Two sorts of which what is not the one is the other.
_OPPOSED = (
    frozenset({"import", "export"}),
    frozenset({"man", "woman"}),
    frozenset({"boy", "girl"}),
    frozenset({"public", "private"}),
    frozenset({"domestic", "foreign"}),
    frozenset({"civilian", "soldier"}),
    frozenset({"adult", "child"}),
)


def remainder(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return the whole and the part of it that leave a number of a claim which is denied what the text tells of the part."""
    value = amount(wanted)
    if (
        wanted.sort != "number"
        or value is None
        or wanted.item.bound != "exact"
        or label_of(claim.text, wanted.span)
    ):
        return None
    lacking = [o for o in claim.operators if o.operation is Polarity.NEGATION]
    other = _opposite(claim)
    if len(lacking) > 1 or not (other or _LACKS.search(claim.text)):
        return None
    named = _whole(claim, wanted)
    for sentence in document.story:
        for whole, part, others in _parts(document, sentence, wanted):
            if not close(_left(wanted, whole, part), value):
                continue
            if named is not None and amount(named) != amount(whole):
                continue
            zone = zones(document, others)[others.index(part)]
            if _tells(document, claim, wanted, part, zone, other):
                all_of_it = "100%" if wanted.item.unit == "%" else excerpt(whole.text)
                message = f"{all_of_it} − {excerpt(part.text)} = {wanted.text}"
                explained = (wanted, *([named] if named else []))
                spans = tuple(dict.fromkeys((whole.span, part.span)))
                return Worked(message, spans, True, explained, _sort_words(claim) if other else frozenset())
    return None


def _whole(claim: Claim, wanted: Quantity) -> Quantity | None:
    """Return the whole that a claim names itself: "Five of the nine"."""
    return next(
        (
            q
            for q in claim.quantities
            if q.sort == "number"
            and q.span.start >= wanted.span.end
            and _WHOLE.fullmatch(claim.text, wanted.span.end, q.span.start)
        ),
        None,
    )


def _parts(
    document: Document, sentence: Sentence, wanted: Quantity
) -> Iterator[tuple[Quantity, Quantity, list[Quantity]]]:
    """Yield the pairs of numbers in a sentence (and the one behind it) of which the smaller is a part, with those that part what is told of it from the rest."""
    here = _numbers(document, sentence, wanted)
    if not here:
        return
    behind = document.reading.sentences[sentence.number : sentence.number + 1]
    later = [q for s in behind if not s.furniture for q in _numbers(document, s, wanted)]
    if len(here) + len(later) > _MANY:
        return
    if wanted.item.unit == "%":
        yield from ((part, part, here) for part in here)
        return
    for a in here:
        for b in [*here, *(q for q in later if q.span.start - a.span.end < _NEAR)]:
            if a != b and (amount(a) or 0.0) > (amount(b) or 0.0) > 0:
                # "two of his nine bases were closed": the whole parts nothing from its part
                yield a, b, [q for q in (here if b in here else later) if q != a]


def _left(wanted: Quantity, whole: Quantity, part: Quantity) -> float:
    """Return what a part leaves of the whole, of which all shares come to a hundred percent."""
    return (100.0 if wanted.item.unit == "%" else amount(whole) or 0.0) - (amount(part) or 0.0)


def _numbers(document: Document, sentence: Sentence, wanted: Quantity) -> list[Quantity]:
    return [
        q
        for q in document.quantities_in(sentence)
        if q.sort == "number"
        and amount(q) is not None
        and addable(wanted, q)
        and q.item.kind != "fraction"
        and not label_of(document.text, q.span)
    ]


def _opposite(claim: Claim) -> Keys:
    """Return the words for the other sort of what a claim speaks of: exports, where it tells of imports."""
    have = frozenset[str]().union(*(x.keys for x in claim.concepts.each))
    found = frozenset[str]()
    for pair in _OPPOSED:
        mine = [word for word in pair if not keys(word).isdisjoint(have)]
        if len(mine) == 1:
            found |= frozenset[str]().union(*(keys(word) for word in pair - {mine[0]}))
    return found


def _sort_words(claim: Claim) -> frozenset[int]:
    """Return the words of a claim for the sort that the text does not tell of."""
    words = frozenset[str]().union(*(keys(word) for pair in _OPPOSED for word in pair))
    return frozenset(x.at for x in claim.concepts.each if not x.keys.isdisjoint(words))


def _tells(
    document: Document, claim: Claim, wanted: Quantity, part: Quantity, zone: Keys, other: Keys
) -> bool:
    """Whether the text says of a part, without denial, what the claim denies of the rest, or tells it of the other sort."""
    if other and not zone.isdisjoint(other):
        return True
    sentence = document.reading.sentence_at(part.span.start)
    if sentence is None or any(
        o.operation is Polarity.NEGATION for o in document.reading.operators(sentence)
    ):
        return False
    lacks = _LACKS.search(claim.text)
    if lacks is None:
        return False
    noun = keys(wanted.item.noun) if wanted.item.noun else frozenset[str]()
    behind = [x for x in claim.concepts.each if claim.tokens.starts[x.at] >= lacks.end()]
    behind = [x for x in behind if x.keys.isdisjoint(noun)]
    told = [x for x in behind if not is_frame(x.form) and not of_arithmetic(x.form)] or behind
    return any(not zone.isdisjoint(x.keys) for x in told)
