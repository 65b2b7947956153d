"""Tells whether a passage speaks of somebody without the name that a claim has for it.

Diplomatic English names a state by its capital, its seat of government, its people or whoever leads it, and a text by
whoever publishes it. "Washington rejected" may tell of what the American president rejected; "in Washington" is a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.naming.finder import NameKind, same_role
from summarizer.reading.naming.gazetteer import Sort, country_of, look_up
from summarizer.reading.naming.lexicon import ROLE_PLURALS
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.naming.finder import Entity
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.who.identity import Named

_THERE = re.compile(
    r"\b(?:in|at|near|outside|around|across|inside|from|to|visit(?:s|ed)?|reach(?:es|ed)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "the Korean and American presidents": states whose holders of one office are told together.
_TOGETHER = re.compile(
    r"\b(?P<states>[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s+[A-Z]\w+(?:\s[A-Z]\w+)?)*,?\s+and\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)\s+"
    r"(?P<office>(?:prime\s+|foreign\s+|defen[cs]e\s+)?[a-z]+s)\b"
)


_AND_BEFORE = re.compile(
    r"\b(?:he|she|I|[A-Z][\w’']+)\s+and\s+(?:(?:[Pp]resident|[Pp]rime|[Mm]inister|the|Mr\.?)\s+)*$"
)
_AND_BEHIND = re.compile(r"\s+and\s+(?:(?:president|prime|minister|the)\s+)*[A-Z]")
_BOTH = re.compile(r"\b(?:we|they|us|them|both|our|their|the\s+two)\b", re.IGNORECASE)


def stands_for(c: Comparison, named: Named) -> bool:
    """Whether somebody in the passage stands for a name of the claim that the passage does not have."""
    return _publishes(c, named) or _told_together(c, named) or _led(c, named) or _one_of_two(c, named)


def _one_of_two(c: Comparison, named: Named) -> bool:
    """Whether the passage's "we" or "they" are the two whom the text is about, and the claim names them: "he and X"."""
    before = c.claim.text[max(0, named.span.start - 40) : named.span.start]
    behind = c.claim.text[named.span.end : named.span.end + 40]
    joined = _AND_BEFORE.search(before) or _AND_BEHIND.match(behind)
    principals = {f"entity:{i}" for i in c.document.identities.principals}
    return bool(joined and _BOTH.search(c.sentence.text)) and bool(named.keys & principals)


def _publishes(c: Comparison, named: Named) -> bool:
    """Whether the name is the publisher's, who says all that stands in the text: "the White House calls it"."""
    first = c.claim.names[0] is named or c.claim.names[0].span == named.span
    return (
        first and not is_place_here(c.claim.text, named) and c.document.identities.sides.publishes(named.text)
    )


def is_place_here(text: str, named: Named) -> bool:
    """Whether a capital is meant as a place: "in Washington", and not the government that sits there."""
    capital = any(e.sort is Sort.CAPITAL for e in look_up(named.text))
    return capital and bool(_THERE.search(text[max(0, named.span.start - 20) : named.span.start]))


def _led(c: Comparison, named: Named) -> bool:
    """Whether the passage has who leads or speaks for a state that the claim names."""
    states = {key.removeprefix("polity:") for key in named.keys if key.startswith("polity:")}
    if not states or is_place_here(c.claim.text, named):
        return False
    sides = c.document.identities.sides
    return any(sides.leads(e.label) in states for e in _people(c))


def _people(c: Comparison) -> list[Entity]:
    names = c.document.reading.names
    numbers = {m.entity for m in c.document.reading.mentions_in(c.sentence.span) if m.kind is NameKind.PERSON}
    return [names.entities[i] for i in sorted(numbers)]


def _told_together(c: Comparison, named: Named) -> bool:
    """Whether the claim names a state for one of several holders of an office, and the passage has as many of them by name."""
    for match in _TOGETHER.finditer(c.claim.text):
        place = Span(*match.span("states"))
        states = [n for n in c.claim.names if place.contains(n.span)]
        office = match["office"].split()
        single = " ".join((*office[:-1], ROLE_PLURALS.get(office[-1], office[-1])))
        if not place.overlaps(named.span) or office[-1] not in ROLE_PLURALS:
            continue
        meant = {country_of(n.text) for n in states}
        holders = [
            e
            for e in _people(c)
            if e.name
            and any(same_role(single, text) != "different" for text, _ in e.roles)
            and c.document.identities.sides.of(e.name) in {None, *meant}
        ]
        if len(holders) == len(states):
            return True
    return False
