"""Which of two amounts is whose: the words beside each, and whether "A got 5 more than B" has them the right way round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.words import Keys
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim
    from summarizer.verification.context import Document

_ZONE = 14  # tokens on each side of an amount that may say what it is of
_STOP = re.compile(r"[;()]|[.!?]\s|\n\s*\n")
PARTED = re.compile(r"[;(),]|[.!?]\s|\n\s*\n")  # what parts the events of a sentence; "and" does too
_THAN = late_regex(
    r"\bthan\b|\bas\b(?=\s+(?:the|(?-i:[A-Z])|[a-z]+s\b))|\bcompared\s+(?:with|to)\b|\bahead\s+of\b"
    r"|\b(?:above|below|behind)\b",
    re.IGNORECASE,
)
_EXCEEDS = late_regex(r"\b(?:exceed|outnumber|surpass|outstrip)\w*\b", re.IGNORECASE)
_SMALLER = late_regex(r"\b(?:less|fewer|lower|smaller|shorter|below|behind|half)\b", re.IGNORECASE)


def zones(
    document: Document,
    amounts: list[Quantity],
    stop: re.Pattern[str] = _STOP,
    ends: frozenset[str] = frozenset(),
) -> list[Keys]:
    """Return for each of the amounts of a sentence what the words beside it can be matched by, up to the next amount or stop.

    `ends`: words that end what stands beside an amount too.
    """
    tokens = document.reading.tokens
    places = [tokens.within(q.span) for q in amounts]
    found: list[Keys] = []
    for i, q in enumerate(amounts):
        sentence = document.reading.sentence_at(q.span.start)
        inside = tokens.within(sentence.span) if sentence else places[i]
        low = max(inside.start, places[i].start - _ZONE, places[i - 1].stop if i else 0)
        after = places[i + 1].start if i + 1 < len(amounts) else inside.stop
        high = min(inside.stop, places[i].stop + _ZONE, after)
        found.append(_keys(document, _clause(document, low, places[i], high, stop, ends)))
    return found


def _clause(
    document: Document, low: int, at: range, high: int, stop: re.Pattern[str], ends: frozenset[str]
) -> Iterator[int]:
    """Yield the tokens around an amount up to the next stop on each side."""
    tokens = document.reading.tokens
    for i in range(at.start - 1, low - 1, -1):
        if _stops(document, i, stop) or tokens.form(i) in ends:
            break
        yield i
    for i in range(at.stop, high):
        if _stops(document, i - 1, stop) or tokens.form(i) in ends:
            break
        yield i


def _stops(document: Document, at: int, stop: re.Pattern[str]) -> bool:
    """Whether a stop stands between a token and the next one; most often a blank does."""
    tokens = document.reading.tokens
    if at + 1 >= len(tokens):
        return True
    between = document.text[tokens.ends[at] : tokens.starts[at + 1]]
    return between != " " and stop.search(between) is not None


def _keys(document: Document, places: Iterable[int]) -> Keys:
    return frozenset[str]().union(*(document.retrieval.keys_at(i) for i in places))


def clauses(document: Document, amounts: list[Quantity]) -> list[Keys]:
    """Return for each of some amounts what stands with it in its own part of the sentence: "spent 5 and received 4"."""
    return zones(document, amounts, PARTED, frozenset({"and"}))


def turned_round(claim: Claim, place: int, high: Keys, low: Keys) -> bool:
    """Whether a comparison at a place of a claim ("5 more than B") has the larger amount's words on the side of the smaller."""
    than = _THAN.search(claim.text, place) or _EXCEEDS.search(claim.text, 0, place)
    if than is None:
        return False
    value = next((q.span for q in claim.quantities if q.span.start == place), None)
    around = claim.text[max(0, place - 8) : place] + claim.text[value.end if value else place : than.end()]
    if than.start() >= place and _SMALLER.search(around):
        high, low = low, high
    pause = re.search(r"[,;]", claim.text[than.end() :])
    end = than.end() + pause.start() if pause else len(claim.text)
    proper = [x.at for x in claim.name_concepts.each]
    proper += [i for q in claim.quantities if q.span.start != place for i in claim.tokens.within(q.span)]
    common = [x.at for x in claim.concepts.each if not of_arithmetic(x.form)]
    sides = [any(claim.tokens.starts[i] < than.start() for i in proper)]
    sides += [any(than.end() <= claim.tokens.starts[i] < end for i in proper)]
    # Names and years tell two apart where each has its own; the first of two has the words of both.
    for words in (proper, common) if all(sides) else ([*proper, *common],):
        mine = [claim.keys(i) for i in words if claim.tokens.starts[i] < than.start()]
        theirs = [claim.keys(i) for i in words if than.end() <= claim.tokens.starts[i] < end]
        right = _found(mine, high) + _found(theirs, low)
        wrong = _found(mine, low) + _found(theirs, high)
        if right != wrong:
            return right < wrong
    return False


def _found(words: list[Keys], zone: Keys) -> int:
    return sum(not zone.isdisjoint(one) for one in words)


def names_other(document: Document, claim: Claim, chosen: list[Quantity]) -> bool:
    """Whether a name of the claim stands with an amount of the sentence that was not chosen, and with none that was."""
    sentence = document.reading.sentence_at(chosen[0].span.start)
    amounts = [q for q in document.quantities_in(sentence) if q.sort == chosen[0].sort] if sentence else []
    zone_of = dict(zip(amounts, clauses(document, amounts), strict=True))
    own = frozenset[str]().union(*(zone_of.get(q, frozenset()) for q in chosen))
    others = frozenset[str]().union(*(zone for q, zone in zone_of.items() if q not in chosen))
    return any(own.isdisjoint(x.keys) and not others.isdisjoint(x.keys) for x in claim.name_concepts.each)
