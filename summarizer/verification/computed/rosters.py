"""How many of a list are so: "two of those present hold an acting post", "the text closes with six reference documents"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.lexicon import ROLE_PLURALS
from summarizer.reading.stems import stem
from summarizer.reading.words import Concept, Keys, is_function_word
from summarizer.source import Span
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.computation import GENERIC, PARTIES, excerpt, is_frame
from summarizer.verification.computed.listing import Listing, bullets, runs_of
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim

_MOST = 60
# "Two of the participants", "three of those who took part", "two of whom": only some of a list are counted.
_SOME = late_regex(r"\s+of\s+(?P<what>whom|which|them|the|those|these|its|their|all)\b", re.IGNORECASE)
# What a list of people is called in a claim, and what leads such a list in.
_ATTEND = late_regex(
    r"\b(?:participants?|attendees|participat\w+|attend\w*|t(?:ake|akes|aking|ook)\s+part|present|named|listed|on\s+the\s+(?:call|line)|at\s+the\s+(?:table|meeting))\b",
    re.IGNORECASE,
)
# Words for having an office, which name none.
_HOLDING = frozenset(
    """
    hold holds held holding carry carries carried bear bears serve serves served serving work works post posts position positions
    capacity title titles office offices rank role roles job jobs described designated only just themselves who whom are were is was person persons
    people described bearing style styled called come comes came from
    """.split()
)


def count_members(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return what a claim counts in a list: those of its things that are as the claim says, or all of a list that is called so."""
    if (
        wanted.sort != "number"
        or wanted.item.unit
        or wanted.item.kind != "number"
        or wanted.item.bound != "exact"
    ):
        return None
    if wanted.item.value != int(wanted.item.value) or not 1 <= wanted.item.value <= _MOST:
        return None
    if _SOME.match(claim.text, wanted.span.end):
        return _some(document, claim, wanted)
    return _all_of(document, claim, wanted)


@remembered
def lists_of(document: Document) -> tuple[Listing, ...]:
    """Return the lists of a text: lines under what leads them in, and runs of names in a sentence."""
    found: list[Listing] = []
    for lines, runs in _every_list(document):
        found += [*lines, *(x for x in runs if _named(x))]
    return tuple(found)


@remembered
def _every_list(document: Document) -> tuple[tuple[tuple[Listing, ...], tuple[Listing, ...]], ...]:
    """Return by sentences the lines that one leads in, and the sure lists that stand in it."""
    found: list[tuple[tuple[Listing, ...], tuple[Listing, ...]]] = []
    for sentence in document.story:
        lines = bullets(document, sentence)
        runs = tuple(x for x in runs_of(document, sentence) if x.sure)
        if lines is not None or runs:
            found.append(((lines,) if lines is not None else (), runs))
    return tuple(found)


def _named(listing: Listing) -> bool:
    return all(re.match(r"(?:the\s+)?[A-Z]", item) for item in listing.items)


# -- some of a list --------------------------------------------------------------------------------


def _some(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    words = _words(claim, wanted)
    found = [
        one for listing in lists_of(document) if (one := _counted(document, claim, wanted, listing, words))
    ]
    if not found:
        return None
    best = max(fit for fit, _ in found)
    top = [worked for fit, worked in found if fit == best]
    return top[0] if len({w.holds for w in top}) == 1 else None


def _counted(
    document: Document, claim: Claim, wanted: Quantity, listing: Listing, words: list[Concept]
) -> tuple[int, Worked] | None:
    """Return how many things of a list have what a claim says of some of them, with how well the list fits the claim."""
    lead = _keys_in(document, listing.lead)
    lead_text = document.text[listing.lead.start : listing.lead.end]
    items = [_keys_in(document, span) for span in listing.spans]
    attend = bool(_ATTEND.search(lead_text) and _ATTEND.search(claim.text))
    about = [x for x in words if not lead.isdisjoint(x.keys)]
    if not about and not attend:
        return None
    rest = [x for x in words if x not in about and x.form not in _HOLDING and not is_frame(x.form)]
    rest = [x for x in rest if not (attend and _ATTEND.fullmatch(x.form))]
    if not rest or any(all(one.isdisjoint(x.keys) for one in items) for x in rest):
        return None  # what is said of some must be told of one of them at least
    having = [i for i, one in enumerate(items) if all(not one.isdisjoint(x.keys) for x in rest)]
    if not having or len(having) == len(items):
        return None
    holds = len(having) == int(wanted.item.value)
    if not holds and any(_is_role(x.form) for x in rest):
        return (
            None  # who has an office is not told by its word alone: a commission's president heads no state
        )
    names = "; ".join(excerpt(listing.items[i], 50) for i in having)
    spans = tuple(listing.spans[i] for i in having)
    message = f"{len(having)} of {len(items)} listed: {names}"
    explained = (wanted, *(q for q in claim.quantities if q != wanted and _is_size(q, listing)))
    said = frozenset(x.at for x in words)
    return len(about) + 2 * attend, Worked(message, (*spans, listing.lead), holds, explained, said)


def _words(claim: Claim, wanted: Quantity) -> list[Concept]:
    """Return the words of the clause that a number stands in."""
    place = claim.tokens.within(wanted.span)
    start = max([0, *(m.end() for m in re.finditer(r"[;:]", claim.text[: wanted.span.start]))])
    every = [*claim.concepts.each, *claim.name_concepts.each]
    return [x for x in every if x.at not in place and claim.tokens.starts[x.at] >= start]


def _is_role(form: str) -> bool:
    return form in ROLE_PLURALS or form in ROLE_PLURALS.values()


def _is_size(q: Quantity, listing: Listing) -> bool:
    return q.sort == "number" and q.item.kind == "number" and not q.item.unit and q.item.value == len(listing)


def _keys_in(document: Document, span: Span) -> Keys:
    tokens = document.reading.tokens
    return frozenset[str]().union(*(document.retrieval.keys_at(i) for i in tokens.within(span)))


# -- all of a list ---------------------------------------------------------------------------------


def _all_of(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return the list that is called by the very nouns which a claim counts: "six reference documents", "five principal concerns"."""
    nouns = _nouns(claim, wanted)
    if not nouns or all(_too_common(n) for n in nouns):
        return None
    found = [x for x in lists_of_things(document) if _called(document, x, nouns)]
    lengths = {len(x) for x in found}
    if len(lengths) != 1:
        return None
    listing = found[0]
    message = f"{len(listing)} listed: " + "; ".join(excerpt(item, 40) for item in listing.items)
    return Worked(message, (*listing.spans, listing.lead), len(listing) == int(wanted.item.value), (wanted,))


def _too_common(form: str) -> bool:
    return is_frame(form) or form.removesuffix("s") in GENERIC or PARTIES.fullmatch(form) is not None


@remembered
def lists_of_things(document: Document) -> tuple[Listing, ...]:
    """Return the lists that a colon or a dash announces, and lines under their heading: what they hold is called by the words right before."""
    found: list[Listing] = []
    for lines, runs in _every_list(document):
        led = (x for x in runs if re.search(r"[:—–]\s*$", document.text[x.lead.start : x.spans[0].start]))
        found += [*lines, *led]
    return tuple(found)


def _called(document: Document, listing: Listing, nouns: list[str]) -> bool:
    """Whether a list is called by some nouns: they stand right before it, the head last."""
    tokens = document.reading.tokens
    places = tokens.within(listing.lead)
    near = [tokens.form(i) for i in places][-_NEAR:]
    content = [f for f in near if not is_function_word(f)]
    stems = {stem(f) for f in content}
    return bool(content) and all(stem(n) in stems for n in nouns)


_NEAR = 6  # tokens before a list that may call what it holds


def _nouns(claim: Claim, wanted: Quantity) -> list[str]:
    """Return the noun phrase that a number counts, behind it, or before it in "its concerns were five in number"."""
    tokens = claim.tokens
    at = tokens.within(wanted.span)
    found: list[str] = []
    for i in range(at.stop, min(at.stop + 4, len(tokens))):
        if is_function_word(tokens.form(i)):
            break
        found.append(tokens.form(i))
    if found and not any(f.endswith("s") for f in found):
        return []
    if not found and re.match(r"\s+in\s+number\b", claim.text[wanted.span.end :]):
        return _subject(claim)
    return [f for f in found if not f.endswith("ed")]


def _subject(claim: Claim) -> list[str]:
    found: list[str] = []
    for i in range(len(claim.tokens)):
        form = claim.tokens.form(i)
        if "'s" in form or "’s" in form:
            continue
        if found and (is_function_word(form) or found[-1].endswith("s")):
            break
        if not is_function_word(form) and not any(n.span.contains(claim.span(i)) for n in claim.names):
            found.append(form)
    return found
