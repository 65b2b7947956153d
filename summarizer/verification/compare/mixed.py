"""Compares a claim with the members of a joined sentence: what it joins must stand in one of them, not half in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.compare.members import Anchor, Member, Members
from summarizer.verification.context import once
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import Quantity, equal
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_PARTLY = late_regex(
    r"\b(?:some|part|partly|among|including|of\s+(?:them|whom|which)|others?)\b", re.IGNORECASE
)
# "Of those who came, 12 stayed": the whole that a claim takes its number out of.
_OUT_OF = late_regex(r"^(?:Out\s+)?[Oo]f\s+(?:the|those|these|its|all)\b[^,]*,\s+")
_CODES = {
    "number": "number_mismatch",
    "length": "duration_mismatch",
    "time": "time_mismatch",
    "name": "name_mismatch",
}


@dataclass(frozen=True, slots=True)
class Held:
    """An anchor of the claim with the place where the passage has it, a rival's member, and the claim's words in either."""

    mine: Anchor
    told: Anchor
    place: Span
    rival: Member
    own: int
    taken: tuple[str, ...]


_PLACES = 3  # places of a sentence with one and the same value that are looked at


def compare_members(c: Comparison) -> Iterator[Difference]:
    """Yield the values and names of the claim that the passage has in another member than what the claim tells of them."""
    if c.operands:
        return  # what is computed is told of neither
    seen: dict[Anchor, list[Held]] = {}
    for held in (*c.held, *_beside(c)):
        seen.setdefault(held.mine, []).append(held)
    for mine, places in seen.items():
        told = {h.told for h in places}
        if all(any(h.told == at and h.taken and not h.own for h in places) for at in told):
            wrong = next(h for h in places if h.taken and not h.own)
            here = c.document.text[wrong.rival.anchor.span.start : wrong.rival.anchor.span.end]
            claimed = c.claim.text[mine.span.start : mine.span.end]
            words = ", ".join(f"“{w}”" for w in wrong.taken[:4])
            message = f"{words} stands with “{' '.join(here.split())}” here, not with “{claimed}”"
            code = _CODES.get(mine.sort.split()[0], "date_mismatch")
            yield Difference(Verdict.REVIEW, code, message, wrong.rival.anchor.span)


def _beside(c: Comparison) -> Iterator[Held]:
    """Yield the same of a sentence beside the passage, for the values that the passage itself has not."""
    if c.computed:
        return
    missing = [q for q in c.claim.quantities if not any(equal(q, told) for told in c.quantities)]
    for sentence in c.context if missing else ():
        told = c.document.quantities_in(sentence)
        if any(equal(q, one) for q in missing for one in told):
            other = replace(c, sentence=sentence)
            yield from (h for h in other.held if any(h.mine.span == q.span for q in missing))


def held_together(c: Comparison, item: Quantity | Named) -> bool:
    """Whether the passage has a value or a name in a member of its own, with the words that the claim has for it."""
    here = [h for h in c.held if h.mine.span == item.span]
    return any(h.own and not h.taken for h in here) or _along(c, item)


def _along(c: Comparison, item: Quantity | Named) -> bool:
    """Whether a name only stands along with a value that has its own member in the passage, and stands there too."""
    if not isinstance(item, Named):
        return False
    spans = [n.span for n in c.named if matches(item, n)]
    return any(
        h.own and not h.taken and h.place.contains(span) and isinstance(h.mine.item, Quantity)
        for h in c.held
        for span in spans
    )


def find_held(c: Comparison) -> Iterator[Held]:
    """Yield, for each anchor of the claim that the passage has, the members of its rivals."""
    mine = _members_claimed(c.claim)
    if not mine.anchors:
        return
    told = Members(c.document.text, c.sentence.span, c.document.reading.tokens, c.quantities, c.named)
    if len(told.anchors) < 2:
        return  # nothing has a rival
    for claimed in mine.anchors:
        zone = mine.of(claimed).span
        if (whole := _OUT_OF.match(c.claim.text)) and whole.end() <= claimed.span.start:
            zone = Span(max(zone.start, whole.end()), zone.end)
        for here in islice((a for a in told.anchors if _same(c, claimed, a)), _PLACES):
            for rival in told.rivals(here):
                if any(_same(c, a, rival.anchor) for a in mine.anchors):
                    continue
                yield _held_so(c, mine, told, claimed, here, rival, zone)


@once
def _members_claimed(claim: Claim) -> Members:
    return Members(claim.text, Span(0, len(claim.text)), claim.tokens, claim.quantities, claim.names)


def _held_so(
    c: Comparison, mine: Members, told: Members, claimed: Anchor, here: Anchor, rival: Member, zone: Span
) -> Held:
    own = told.of(here)
    left, right = sorted((own, rival), key=lambda m: m.span)
    common = told.shared(left, right)
    inside = set(told.tokens.within(own.span)) - common
    outside = set(told.tokens.within(rival.span)) - common
    own_words, taken = 0, list[str]()
    for form, places in _words(c, mine, told, claimed, zone):
        if places & common or bool(places & inside) == bool(places & outside):
            continue
        if places & inside:
            own_words += 1
        else:
            taken.append(form)
    if told.is_part(here):
        taken = []  # "430 of them": what is told of the whole is told of the part
    if told.is_whole(here) or (told.is_part(rival.anchor) and not _PARTLY.search(c.claim.text)):
        own_words = 0  # but what is told of the part is not told of the whole
    return Held(claimed, here, own.span, rival, own_words, tuple(taken))


def _words(
    c: Comparison, mine: Members, told: Members, claimed: Anchor, zone: Span
) -> Iterator[tuple[str, set[int]]]:
    """Yield what a claim has beside an anchor, with the tokens of the passage that stand for it."""
    for anchor in mine.anchors:
        if anchor != claimed and zone.contains(anchor.span):
            places = [a for a in told.anchors if _same(c, anchor, a)]
            tokens = {i for a in places for i in told.tokens.within(a.span)}
            yield c.claim.text[anchor.span.start : anchor.span.end], tokens
    taken = [a.span for a in mine.anchors]
    for named in c.claim.names:
        if zone.contains(named.span) and named.span != claimed.span and named.span not in taken:
            same = [n for n in c.named if matches(named, n)]
            yield named.text, {i for n in same for i in told.tokens.touching(n.span)}
    for one in c.claim.concepts.each:
        place = c.claim.span(one.at)
        if zone.contains(place) and not any(place.overlaps(t) for t in taken):
            yield one.form, set(c.places(one.keys))


def _same(c: Comparison, a: Anchor, b: Anchor) -> bool:
    """Whether an anchor of the claim and one of the passage are the same value or name."""
    if isinstance(a.item, Named) or isinstance(b.item, Named):
        return isinstance(a.item, Named) and isinstance(b.item, Named) and matches(a.item, b.item)
    if a.item is None or b.item is None:
        texts = [
            t[x.span.start : x.span.end].casefold() for t, x in ((c.claim.text, a), (c.document.text, b))
        ]
        return texts[0].removeprefix("on ") == texts[1].removeprefix("on ")
    return equal(a.item, b.item)
