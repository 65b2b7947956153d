"""How many things a passage lists: "three formats" where the source only names them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.sentences import Sentence
from summarizer.reading.stems import stem
from summarizer.reading.words import Concept, Keys, is_function_word, keys
from summarizer.source import Span
from summarizer.verification.computed.computation import (
    FRAME,
    GENERIC,
    Computation,
    content_keys,
    excerpt,
    is_frame,
    share_found,
)
from summarizer.verification.computed.counting_words import copies, counting_word
from summarizer.verification.computed.listing import Listing, bullets, lists_in, runs_of
from summarizer.verification.computed.pairs import labelled, pair
from summarizer.verification.computed.participants import office_miscounted, parties_counted
from summarizer.verification.values.quantities import Quantity, rivals

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_WORDS = 5  # words behind a number that may say what is counted
_MOST = 60  # things in a list that a claim may count
_SHARE = 0.34  # of the claim's other words, the share that must stand around the list
_PEOPLE = late_regex(
    r"participants?|attendees|leaders?|people|persons?|officials?|men|women|ministers?|presidents?|members?|speakers?|delegates?|guests",
    re.IGNORECASE,
)
_POLITIES = late_regex(r"countries|states|nations|governments|capitals|signatories", re.IGNORECASE)
_BODIES = late_regex(
    r"organi[sz]ations?|companies|firms|agencies|departments?|bodies|institutions?|groups|ministries|offices",
    re.IGNORECASE,
)
_CAPITAL = late_regex(r"\b(?!The\b|A\b)[A-Z][\w.&'’-]*")


@dataclass(frozen=True)
class _Counted:
    """What a claim counts: the words for it, those particular to it, and the rest of what the claim tells."""

    value: int
    people: bool
    polities: bool
    bodies: bool
    forms: tuple[str, ...]
    nouns: tuple[Concept, ...]
    rest: tuple[Keys, ...]
    spare: frozenset[Keys]  # of the rest, what a list need not have
    definite: bool
    alone: bool  # no other noun goes on behind a comma: "nine departments, agencies and offices"

    @property
    def named(self) -> bool:
        """Whether the things counted have names of their own."""
        return self.people or self.polities or self.bodies


def counted(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return which list of the passages has as many things, of the sort the claim names, as a number in it."""
    if claimed.sort != "number" or claimed.item.unit:
        return None
    if (word := counting_word(c, claimed)) is not None:
        return word
    if claimed.item.kind != "number":
        return None
    if claimed.item.bound != "exact" or claimed.item.value != int(claimed.item.value):
        return None
    if (told := copies(c, claimed)) is not None:
        return told
    if c.pinned or not 1 <= claimed.item.value <= _MOST:
        return None
    if (those := parties_counted(c, claimed)) is not None or claimed.item.value == 1:
        return those
    if office_miscounted(c, claimed):
        return None
    if (both := pair(c, claimed) or labelled(c, claimed)) is not None:
        return both
    wanted = _counted(c, claimed)
    if not any(_plural(form) for form in wanted.forms):
        return None
    if own := _own_list(c, claimed, wanted):
        return own
    return _best(c, claimed, wanted)


def _counted(c: Comparison, claimed: Quantity) -> _Counted:
    at = c.claim.tokens.within(claimed.span)
    behind = range(at.stop, min(at.stop + _WORDS, len(c.claim.tokens)))
    forms: list[tuple[int, str]] = []
    for i in behind:
        form = c.claim.tokens.form(i)
        if forms and (is_function_word(form) or form in _EXCEPT or _parted(c, i)):
            break
        forms.append((i, form))
    at_forms = {i for i, _ in forms}
    nouns = tuple(x for x in c.claim.concepts.each if x.at in at_forms and not _sort_of_thing(x.form))
    sorts = [f for _, f in forms]
    if set(sorts) & _NAMES:  # "the list of companies runs to fifteen names"
        sorts += [c.claim.tokens.form(i) for i in range(at.start)]
    people, polities, bodies = (any(p.fullmatch(f) for f in sorts) for p in (_PEOPLE, _POLITIES, _BODIES))
    polities = polities or any(f == "members" for f in sorts)  # of an organisation, or of a staff
    others = [*c.claim.concepts.each, *c.claim.name_concepts.each]
    counted_words = {i for i, _ in forms} | _excepted(c, at.start)
    told = [x for x in others if x.at not in counted_words and not is_frame(x.form)]
    rest = tuple(x.keys for x in told)
    named = people or polities or bodies
    spare = frozenset(x.keys for x in told if named and x.form in _PRESENT)
    before = c.claim.tokens.form(at.start - 1) if at.start else ""
    return _Counted(
        int(claimed.item.value),
        people,
        polities,
        bodies,
        tuple(sorts),
        nouns,
        rest,
        spare,
        before in ("the", "all", "these", "those"),
        not (len(forms) < len(behind) and _parted(c, behind[len(forms)])),
    )


_NAMES = frozenset({"names", "entries"})
# Words for being there, which a list of participants need not have.
_PRESENT = frozenset(
    "sent send represented present attended attending joined joining participated participating".split()
)
# "Eight countries outside the G7", "apart from the host, five": who is left out stands in no list of those who are in.
_EXCEPT = frozenset("outside beyond besides beside except excepting excluding apart aside".split())
_LEFT_OUT = 3  # words behind one of these that tell who is left out


def _excepted(c: Comparison, number: int) -> set[int]:
    """Return the tokens that tell who is left out: before the number up to a comma, behind it a few."""
    tokens = c.claim.tokens
    found: set[int] = set()
    for at in (i for i in range(len(tokens)) if tokens.form(i) in _EXCEPT):
        commas = [i for i in range(at + 1, number) if _parted(c, i)]
        found.update(range(at, commas[-1] if commas else min(at + 1 + _LEFT_OUT, len(tokens))))
    return found


def _plural(form: str) -> bool:
    return form.endswith("s") or form in ("people", "men", "women", "children", "media", "staff")


def _sort_of_thing(form: str) -> bool:
    """Whether a word names no things of its own: "things", "topics", or what is known by its names."""
    known = any(p.fullmatch(form) for p in (_PEOPLE, _POLITIES, _BODIES))
    return known or form in FRAME or form in GENERIC or form.removesuffix("s") in GENERIC


def _parted(c: Comparison, token: int) -> bool:
    """Whether a comma, dash or bracket stands before a token of the claim."""
    start = c.claim.tokens.span(token, token + 1).start
    before = c.claim.tokens.span(token - 1, token).end if token else 0
    return re.search(r"[,;:—–(]", c.claim.text[before:start]) is not None


# -- lists of the source ---------------------------------------------------------------------------


def _best(c: Comparison, claimed: Quantity, wanted: _Counted) -> Computation | None:
    """Return the list that the claim's words fit best, if it has as many things; not plain where another fits as well."""
    found = sorted(_fitting(c, claimed, wanted), key=lambda x: -x[0])
    if not found:
        return None
    top = found[0][0]
    lengths = {len(one) for fit, one in found if fit >= top - 1e-9}
    mine = [(fit, one) for fit, one in found if len(one) == wanted.value]
    if not mine or mine[0][0] < top - 1e-9:
        return None
    listing = mine[0][1]
    plain = len(lengths) == 1 and listing.sure and _homogeneous(listing)
    return _computation(listing, plain)


def _computation(listing: Listing, plain: bool) -> Computation:
    message = f"{len(listing)} listed: " + "; ".join(excerpt(item, 40) for item in listing.items)
    return Computation(message, (listing.spans[0], *listing.spans[1:]), plain)


def _fitting(c: Comparison, claimed: Quantity, wanted: _Counted) -> Iterator[tuple[float, Listing]]:
    """Yield the lists of things of the sort that is counted, with how well the claim's other words fit them."""
    for sentence in dict.fromkeys((c.sentence, *c.context)):
        told = any(rivals(claimed, c.document.quantities_in(sentence)))
        listings = [] if told else list(runs_of(c.document, sentence))
        opening = wanted.definite and wanted.named and sentence in c.document.opening
        if (lines := bullets(c.document, sentence)) is not None:
            listings.append(lines)
        subject = c.claim.tokens.within(claimed.span).start <= 1  # "The four leaders agreed …"
        for listing in [_of_kind(x, wanted) or x for x in listings]:
            before = c.document.text[listing.lead.start : listing.lead.end]
            whole = not (
                subject and re.search(r"\bwith\b", before)
            )  # who met "with A, B and C" makes a fourth
            fit = _fit(c, sentence, listing, wanted, known=opening and whole)
            if fit is not None:
                yield fit, listing


def _of_kind(listing: Listing, wanted: _Counted) -> Listing | None:
    """Return the things of a longer list that have the noun which is counted in their names: the departments among all bodies."""
    heads = [stem(f.removesuffix("s")) for f in wanted.forms if _plural(f)]
    if not wanted.bodies or not heads or not wanted.alone:
        return None
    chosen = [
        i
        for i, item in enumerate(listing.items)
        if heads[-1] in {stem(w) for w in re.findall(r"\w+", item.casefold())}
    ]
    if not 1 < len(chosen) < len(listing):
        return None
    items = tuple(listing.items[i] for i in chosen)
    return replace(listing, items=items, spans=tuple(listing.spans[i] for i in chosen))


def _fit(
    c: Comparison, sentence: Sentence, listing: Listing, wanted: _Counted, *, known: bool
) -> float | None:
    """Return how well a claim's words fit a list; "the four leaders" are those that the opening lists, whatever they did."""
    near = _keys_in(c, Span(listing.lead.start, listing.spans[-1].end))
    whole = near | _keys_in(c, sentence.span)
    if not _of_the_sort(c, listing, wanted, whole):
        return None
    rest = [k for k in wanted.rest if k not in wanted.spare or not whole.isdisjoint(k)]
    share = share_found(rest, whole) if rest else 1.0
    if share < _SHARE and not known:
        return None
    close = _keys_in(c, Span(max(listing.lead.start, listing.spans[0].start - 70), listing.spans[-1].end))
    return share + share_found(rest, close) / 2 + share_found([x.keys for x in wanted.nouns], close)


def _of_the_sort(c: Comparison, listing: Listing, wanted: _Counted, whole: Keys) -> bool:
    """Whether the things of a list are of the sort that a claim counts: named so, or names of that kind."""
    if not wanted.named:
        told = not wanted.nouns or any(not whole.isdisjoint(x.keys) for x in wanted.nouns)
        others = wanted.nouns and any(_looks(listing, p) for p in (_OFFICES, _BODY_WORDS))
        return told and not others  # those whom somebody called are no calls
    if not all(_CAPITAL.search(item) for item in listing.items):
        return False
    lead = c.document.text[listing.lead.start : listing.lead.end]
    countries = sum(country_of(_bare(item)) is not None for item in listing.items)
    if wanted.polities and (countries * 2 >= len(listing) or not wanted.people):
        sent = _SENT.search(lead) and not any(_looks(listing, p) for p in (_OFFICES, _BODY_WORDS))
        return countries * 2 >= len(listing) or bool(sent)
    if countries * 2 > len(listing):
        return False
    return _led(wanted, _keys_in(c, listing.lead)) or _looks(
        listing, _OFFICES if wanted.people else _BODY_WORDS
    )


# Those whom states send: "delegations from A, B and C" are of three countries.
_SENT = late_regex(
    r"\b(?:delegat|minister|representative|leader|president|government|official|envoy|ambassador|head)\w*(?:\s+of\s+state)?\s+(?:from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _led(wanted: _Counted, lead: Keys) -> bool:
    """Whether the words before a list call its things what the claim counts."""
    return any(not lead.isdisjoint(keys(form)) for form in wanted.forms)


_OFFICES = late_regex(
    r"\b(?:Secretary|Minister|President|Director|Chair\w*|General|Mr|Mrs|Ms|Dr|Ambassador|Envoy|Adviser|Advisor|Chancellor|King|Queen|Prince|Senator|Governor|Commissioner|Head|Representative)\b"
)
_BODY_WORDS = late_regex(
    r"\b(?:Office|Department|Agency|Ministry|Committee|Secretariat|Forum|Court|Parliament|Assembly|Institute|Foundation|Commission|Council|Bank|Union|Inc|Ltd|Corp\w*|Group|Association|Board|Service)\b"
    r"|\b[A-Z]{2,7}\b(?!\s+[A-Z][a-z])"  # NATO, the EU
)


def _looks(listing: Listing, pattern: re.Pattern[str]) -> bool:
    return sum(pattern.search(item) is not None for item in listing.items) * 2 >= len(listing)


def _bare(item: str) -> str:
    return re.sub(r"^(?:the|The)\s+", "", item).replace("’s", "").strip()


def _homogeneous(listing: Listing) -> bool:
    """Whether the things listed are alike: all with names or none, none a mere apposition ("Anna Berg, the envoy, …")."""
    named = [bool(_CAPITAL.search(item)) for item in listing.items]
    starts = [item.split()[0].casefold() if item else "" for item in listing.items]
    apposed = any(
        not n and s in ("the", "a", "an", "his", "her", "its", "their")
        for n, s in zip(named, starts, strict=True)
    )
    return not (apposed and any(named))


def _keys_in(c: Comparison, span: Span) -> Keys:
    return frozenset().union(
        *(c.document.retrieval.keys_at(i) for i in c.document.reading.tokens.within(span))
    )


# -- a list in the claim itself ---------------------------------------------------------------------


def _own_list(c: Comparison, claimed: Quantity, wanted: _Counted) -> Computation | None:
    """Return what a claim counts and lists itself, where the passage has each of the things and no list with more of them."""
    for listing in lists_in(c.claim.text[claimed.span.end :], claimed.span.end):
        words = [content_keys(item) for item in listing.items]
        if len(listing) != wanted.value or not all(words) or not _announced(c, claimed, listing):
            continue
        here = _keys_in(c, c.sentence.span)
        if not all(share_found(one, here) >= 0.99 for one in words):
            return None
        theirs = [x for x in runs_of(c.document, c.sentence) if _shares(c, x, words)]
        theirs += [part for x in theirs if (part := _of_kind(x, wanted))]
        if any(len(x) == wanted.value for x in theirs):
            return _computation(next(x for x in theirs if len(x) == wanted.value), plain=True)
        return Computation(
            f"{len(listing)} told: " + "; ".join(listing.items), (c.sentence.span,), not theirs
        )
    return None


def _announced(c: Comparison, claimed: Quantity, listing: Listing) -> bool:
    """Whether a list is what a number in the claim announces: "three subjects — A, B and C", "four kinds of talks (…)"."""
    between = c.claim.text[claimed.span.end : listing.spans[0].start]
    return len(between.split()) <= _WORDS + 2 and re.search(r"[:—–(,]|\s-\s|\bnamely\b", between) is not None


def _shares(c: Comparison, listing: Listing, words: list[list[Keys]]) -> bool:
    """Whether a list of the source has two or more of the things that a claim lists."""
    found = [_keys_in(c, span) for span in listing.spans]
    return sum(any(share_found(one, item) >= 0.99 for item in found) for one in words) > 1
