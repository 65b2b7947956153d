"""Tells whether a passage speaks of somebody without the name that a claim has for it.

Diplomatic English names a state by its capital, its seat of government, its people or whoever leads it, and a text by
whoever publishes it. "Washington rejected" may tell of what the American president rejected; "in Washington" is a place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind, same_role
from summarizer.reading.naming.gazetteer import Sort, country_of, country_of_place, is_adjective, look_up
from summarizer.reading.naming.lexicon import ROLE_PLURALS
from summarizer.source import Span
from summarizer.verification.who.identity import is_organ

if TYPE_CHECKING:
    from summarizer.reading.naming.finder import Entity
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.who.identity import Named

_THERE = late_regex(
    r"\b(?:in|at|near|outside|around|across|inside|from|to|visit(?:s|ed)?|reach(?:es|ed)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "the Korean and American presidents": states whose holders of one office are told together.
_TOGETHER = late_regex(
    r"\b(?P<states>[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s+[A-Z]\w+(?:\s[A-Z]\w+)?)*,?\s+and\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)\s+"
    r"(?P<office>(?:prime\s+|foreign\s+|defen[cs]e\s+)?[a-z]+s)\b"
)


_AND_BEFORE = late_regex(
    r"\b(?:he|she|I|[A-Z][\w’']+)\s+and\s+(?:(?:[Pp]resident|[Pp]rime|[Mm]inister|the|Mr\.?)\s+)*$"
)
_AND_BEHIND = late_regex(r"\s+and\s+(?:(?:president|prime|minister|the)\s+)*[A-Z]")
_BOTH = late_regex(r"\b(?:we|they|us|them|both|our|their|the\s+two)\b", re.IGNORECASE)


def stands_for(c: Comparison, named: Named) -> bool:
    """Whether somebody in the passage stands for a name of the claim that the passage does not have."""
    return (
        _publishes(c, named)
        or _told_together(c, named)
        or _led(c, named)
        or _served(c, named)
        or _one_of_two(c, named)
        or _lies_there(c, named)
        or _told_of_bearer(c, named)
    )


def _told_of_bearer(c: Comparison, named: Named) -> bool:
    """Whether a state only tells whose office somebody has whom claim and passage name, and it is that one's state."""
    sides, states = c.document.identities.sides, _states(named)
    for person in c.claim.people if states else ():
        told = any(span.overlaps(named.span) for _, span in (*person.roles, *person.affiliations))
        here = c.names_one(c.document.identities.given(person.name or ""))
        known = c.document.reading.names.resolve(person.name or "")
        if told and here and known and states & {sides.serves(known), sides.of(known.label)}:
            return True
    return False


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
    states = _states(named)
    if not states or is_place_here(c.claim.text, named) or is_organ(named.text):
        return False
    sides = c.document.identities.sides
    return any(sides.leads(e.label) in states for e in _people(c))


def _states(named: Named) -> set[str]:
    return {key.removeprefix("polity:") for key in named.keys if key.startswith("polity:")}


# Whoever acts for a state behind its adjective: "the American officials", "the Russian side".
_ACTING = late_regex(
    r"\s+(?:(?:senior|top|chief|presidential)\s+)?(?:officials?|negotiators?|envoys?|diplomats?|representatives?|side|delegation|team|government|administration|leadership|"
    r"authorities|participants|delegates|interlocutors?|capital)\b",
    re.IGNORECASE,
)
_GOVERNED = late_regex(
    r"\b(?:of|in|at|on|to|from|by|for|with|against|into|about|over|between|toward|towards|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _acts(text: str, named: Named) -> bool:
    """Whether the name of a state stands for those who act for it: as a doer, or before a noun for them."""
    if is_organ(named.text):
        return False
    if is_adjective(named.text):
        return bool(_ACTING.match(text, named.span.end))
    if any(e.sort in (Sort.POLITY, Sort.CAPITAL, Sort.SEAT) for e in look_up(named.text)):
        return not _GOVERNED.search(text[max(0, named.span.start - 20) : named.span.start])
    return bool(_ACTING.search(f" {named.text}"))


def _served(c: Comparison, named: Named) -> bool:
    """Whether the passage has an official of a state that the claim names as acting, or one speaks it as "we"."""
    states = _states(named)
    if not states or not _acts(c.claim.text, named):
        return False
    sides = c.document.identities.sides
    if any(sides.serves(e) in states for e in _people(c)):
        return True
    label = c.sentence.block.speaker
    return bool(label and _WE.search(c.sentence.text)) and sides.of(_label(c)) in states


def _label(c: Comparison) -> str:
    label = c.sentence.block.speaker
    return " ".join(c.document.text[label.start : label.end].split()) if label else ""


_WE = late_regex(r"\b(?:we|our|us)\b|\bwe[’']", re.IGNORECASE)
# A place told by its state: "the Swiss city", "the German town".
_PLACE = late_regex(r"\s+(?:capital|city|town|resort|port|village|island|region|province)\b", re.IGNORECASE)


def _lies_there(c: Comparison, named: Named) -> bool:
    """Whether a place of the passage is the one that the claim tells by the adjective of its state."""
    if not is_adjective(named.text) or not _PLACE.match(c.claim.text, named.span.end):
        return False
    states = _states(named)
    here = [*c.named, *(n for s in c.context for n in c.document.identities.in_sentence(s))]
    return any((country_of_place(n.text) or country_of(n.text)) in states for n in here if _is_place(n))


def _is_place(named: Named) -> bool:
    return any(e.sort in (Sort.PLACE, Sort.CAPITAL) for e in look_up(named.text))


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
