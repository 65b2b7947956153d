"""Compares where a claim has something happen with where the source has it: a town that the text names elsewhere is none.

A place is told by "in" or "at", by the last word of an entry ("9 Oct – signing, Arden"), or by where a report was written.
A state's capital is not told by the state, nor a town by whoever comes from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import (
    Sort,
    country_of,
    country_of_place,
    is_adjective,
    look_up,
    organisation,
)
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import equal
from summarizer.verification.who.identity import Named, is_organ

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.context import Document

_SITES = r"town|city|village|port|capital|resort|suburb|district|island|camp|state|province|region|county|hamlet|settlement|municipality|port\s+city|seaside|spa"
_THERE = late_regex(
    rf"\b(?P<link>in|at|near|outside|inside)\s+(?:the\s+|an?\s+)?(?:[A-Z][\w’'-]*['’]s\s+)?(?:(?:[a-z]+\s+)?(?:{_SITES})\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
# What takes place somewhere: a claim that has one of these in a town tells where it was.
_HAPPENS = late_regex(
    r"\b(?:held|holds?|takes?\s+place|took\s+place|taken\s+place|meets?|met|gather(?:s|ed)?|convened?|signed?|initialled|heard|hosts?|hosted|opens?|opened|"
    r"happen(?:s|ed)?|occur(?:s|red)?|exchanged?|inaugurated|launched|published|killed|died|attacked|born|conducted|carried\s+out|visit(?:s|ed)?|delivered|"
    r"meetings?|talks|summit|session|conference|hearing|signing|ceremony|round)\b",
    re.IGNORECASE,
)
_ENDS_ENTRY = late_regex(r"(?:,|\s[-–—]|:)\s+$")
_DATELINE = late_regex(r"\s*(?P<place>[A-Z][A-Z .'’-]+)(?:\s*\([^)]*\))?,")
_BEHIND = 3  # sentences behind a passage in which a short answer tells where it is
_SHORT = 14  # words of an entry or a fragment, which has no verb of its own
_VENUES = frozenset(
    "hotel palace hall centre center stadium church school university castle villa office building museum theatre theater club house".split()
)
_NO_PLACE = late_regex(r"[A-Z&]{2,}s?|.*\d.*")


def compare_places(c: Comparison) -> Iterator[Difference]:
    """Yield the places at which the claim has something happen that the passage, or what it leans on, has elsewhere."""
    for named in _located(c):
        if any(_same_place(c.document, named, other) for other in _told_at(c.document, c.sentence)):
            continue
        if _describes(c, named):
            continue
        rivals = [o for o in _counting(c, c.sentence) if _of_one_size(named, o)]
        if not rivals and _placed_nearby(c, named):
            continue
        if rivals or (
            _is_there(c, named) and not _is_state(named) and _HAPPENS.search(c.claim.text[: named.span.start])
        ):
            rival = rivals[0] if rivals else None
            told = f", the passage has “{' '.join(rival.text.split())}”" if rival else ""
            message = f"it is not told to be in “{named.text}”{told}"
            yield Difference(
                Verdict.REVIEW, "place_mismatch", message, rival.span if rival else c.sentence.span
            )


def _located(c: Comparison) -> Iterator[Named]:
    """Yield the places of the claim in which something is or happens."""
    for named in c.claim.names:
        there = _THERE.search(c.claim.text[: named.span.start])
        if there and _may_be_place(c.document, named) and not _owner(c.claim.text, named):
            yield named


def _owner(text: str, named: Named) -> bool:
    return text.startswith(("'s", "’s"), named.span.end)


def _may_be_place(document: Document, named: Named) -> bool:
    """Whether a name can be a town's or a state's: nobody's, no body's, and no adjective."""
    if _NO_PLACE.fullmatch(named.text) or is_adjective(named.text) or is_organ(named.text):
        return False
    if organisation(named.text):
        return False
    if look_up(named.text):
        return any(e.sort in (Sort.PLACE, Sort.CAPITAL, Sort.POLITY) for e in look_up(named.text))
    known = document.reading.names.resolve(named.text)
    return known is None or known.kind in (NameKind.PLACE, NameKind.OTHER)


def _told_at(document: Document, sentence: Sentence) -> list[Named]:
    """Return the places at which a sentence tells that something is."""
    text, found = document.text, []
    names = document.identities.in_sentence(sentence)
    short = len(sentence.text.split()) <= _SHORT
    for named in names:
        if not _may_be_place(document, named) or _owner(text, named):
            continue
        lead = text[max(sentence.span.start, named.span.start - 60) : named.span.start]
        entry = (
            short and _ENDS_ENTRY.search(lead) and not text[named.span.end : sentence.span.end].strip(" .;")
        )
        if _THERE.search(lead) or entry:
            found.append(named)
    return found


def _counting(c: Comparison, sentence: Sentence) -> Iterator[Named]:
    """Yield the places at which a sentence has what the claim tells: not those that only describe something else in it."""
    tokens, text = c.document.reading.tokens, c.document.text
    told = [*c.claim.concepts.each, *c.claim.name_concepts.each]
    for named in _told_at(c.document, sentence):
        if any(_same_place(c.document, named, other) for other in c.claim.names):
            continue
        lead = text[max(sentence.span.start, named.span.start - 60) : named.span.start]
        match = _THERE.search(lead)
        if match is None:
            yield named
            continue
        start = named.span.start - len(lead) + match.start()
        at = bisect_left(tokens.starts, start) - 1
        if at < 0 or tokens.starts[at] < sentence.span.start:
            yield named
            continue
        form, between = tokens.form(at), text[tokens.ends[at] : start]
        counts = is_function_word(form) or form.endswith("ly") or form in _VENUES or looks_finite(form)
        if (
            counts
            or re.search(r"[,:;.(—–-]", between)
            or any(q.span.contains(tokens.span(at, at + 1)) for q in c.document.quantities_in(sentence))
            or any(not c.document.retrieval.keys_at(at).isdisjoint(x.keys) for x in told)
        ):
            yield named


def _same_place(document: Document, a: Named, b: Named) -> bool:
    """Whether two names are of one place: a state's capital is not the state."""
    mine, theirs = a.text.casefold(), b.text.casefold()
    if mine == theirs or mine in theirs or theirs in mine:
        return True
    return _is_state(a) and _is_state(b) and country_of(a.text) == country_of(b.text)


def _is_state(named: Named) -> bool:
    return any(e.sort is Sort.POLITY or e.sort is Sort.ADJECTIVE for e in look_up(named.text))


def _of_one_size(a: Named, b: Named) -> bool:
    """Whether two places exclude each other: two states, or two towns; a town may lie in a state."""
    if _is_state(a) or _is_state(b):
        return _is_state(a) and _is_state(b)
    states = [country_of_place(n.text) or country_of(n.text) for n in (a, b)]
    return True if None in states or states[0] != states[1] else not _nested(a, b)


def _nested(a: Named, b: Named) -> bool:
    return a.text in b.text or b.text in a.text


def _is_there(c: Comparison, named: Named) -> bool:
    """Whether a text has the name somewhere, so that the claim took it from there."""
    return named.text in c.document.text or bool(named.keys)


def _placed_nearby(c: Comparison, named: Named) -> bool:
    """Whether what a passage leans on has something at a place that the claim may mean: the opening, a fragment, the same words."""
    told = c.claim.concepts
    behind = c.document.reading.sentences[c.sentence.number : c.sentence.number + _BEHIND]
    for sentence in {s.number: s for s in (*c.surroundings, *behind)}.values():
        here = any(_same_place(c.document, named, o) for o in _told_at(c.document, sentence))
        opened = sentence in c.document.opening and named.text.casefold() in sentence.text.casefold()
        if not here and not opened:
            continue
        near = -1 <= sentence.number - c.sentence.number <= _BEHIND
        fragment = near and len(sentence.text.split()) <= _SHORT
        keys = c.document.retrieval.keys_of([sentence])
        dates = c.document.quantities_in(sentence)
        shared = sum(not keys.isdisjoint(x.keys) for x in told.each)
        dated = any(equal(q, d) for q in c.claim.quantities for d in dates)
        if opened or fragment or shared or dated:
            return True
    return False


def _describes(c: Comparison, named: Named) -> bool:
    """Whether the passage has the name right before a noun for what is there: "the Geneva talks"."""
    text = c.document.text
    for match in re.finditer(
        rf"\b{re.escape(named.text)}\s+(?P<noun>[\w-]+)", text[c.sentence.span.start : c.sentence.span.end]
    ):
        noun = match["noun"].casefold()
        if not is_function_word(noun) and not looks_finite(noun):
            return True
    return False
