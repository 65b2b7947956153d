"""How many of those who take part are so: "three represented institutions and five led states", "four members of the A team"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.source import Span
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.participants import Party, parties_of
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim
    from summarizer.verification.context import Document

_MOST = 30
_PEOPLE = r"(?:people|persons?|men|women|officials?|representatives?|members?|participants?|attendees|delegates?|negotiators?|envoys|names|leaders?)"
_STANDS = (
    r"(?:lead|leads|led|leading|head|heads|headed|heading|run|ran|running|represent|represents|represented|representing|chair|chairs|chaired|chairing"
    r"|speak|spoke|speaking|stand|stood|act|acted|come|came|coming)(?:\s+(?:for|from|on\s+behalf\s+of))?"
)
_STATES = r"(?:states?|countr(?:y|ies)|nations?|(?:national\s+)?governments?)"
_BODIES = r"(?:institutions?|organi[sz]ations?|bodies|blocs?|alliances?|unions?)"
_TEAM = r"(?:team|side|delegation|group|party|officials|representatives|negotiators)"
# "Three (of them) represented international organisations or EU institutions"; "five led states".
_STANDING = late_regex(
    rf"\s+(?:(?:of\s+(?:them|whom|these|those)|{_PEOPLE})\s+)?{_STANDS}(?:\s+or\s+{_STANDS})?\s+(?!of\b)(?P<what>[^,;.]+)",
    re.IGNORECASE,
)
# "Two EU institutions", "three international organisations": those who stand for them are as many.
_OF_BODIES = late_regex(rf"\s+(?P<what>(?:[\w-]+\s+){{0,2}}?{_BODIES})\b", re.IGNORECASE)
# "Four members of the American team", "four people on the American side", "four American officials".
_OF_SIDE = late_regex(
    rf"\s+{_PEOPLE}\s+(?:of|on|from|for|in)\s+(?:the\s+)?(?P<side>[\w.’'-]+(?:\s[A-Z]\w+)?)\s+{_TEAM}\b"
    rf"|\s+(?P<adjective>[A-Z][\w.]+)\s+(?:{_PEOPLE}|negotiators)\b"
)
# "Two of whom have the rank of minister"; "eight people were named as participants".
_TITLED = late_regex(
    r"\s+of\s+(?:whom|them|these|those)\s+(?:\w+\s+)?(?:carr|hold|held|bear|bore|ha[sd]|have|with)\w*\s+the\s+(?:title|rank|office|post|position)\s+of\s+(?P<office>\w+)",
    re.IGNORECASE,
)
_EVERYONE = late_regex(
    rf"\s+{_PEOPLE}\s+(?:(?:are|were|is)\s+)?(?:named|listed|mentioned|given|recorded)\s+as\s+(?:participants|attendees|taking\s+part|participating|present)\b",
    re.IGNORECASE,
)
_NEXT = late_regex(
    r"\s+(?:and|while|whereas|but)\s+(?:the\s+(?:other|rest)\b|\w+\s+(?:led|lead|represent|head|stood|spoke|ran|run))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Kind:
    """What a number counts among those who take part, and the place in the claim that tells it."""

    has: Callable[[Party], bool]
    place: Span


def count_parties(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return those who take part and are as a claim says of as many; None where the text has another number of them."""
    kind = _kind(document, claim, wanted)
    if kind is None or not 1 <= wanted.item.value <= _MOST:
        return None
    for parties in parties_of(document):
        having = [p for p in parties.each if p.person and kind.has(p)]
        if len(having) == wanted.item.value:
            taken = frozenset(claim.tokens.within(kind.place))
            place = " ".join(document.text[parties.place.start : parties.place.end].split())[:90]
            return Worked(
                f"{len(having)} of {len(parties.each)} take part so: {place}",
                (parties.place,),
                True,
                (wanted,),
                taken,
            )
    return None


def _kind(document: Document, claim: Claim, wanted: Quantity) -> _Kind | None:
    text, at = claim.text, wanted.span.end
    if match := _OF_SIDE.match(text, at):
        state = document.identities.sides.of(match["side"] or match["adjective"])
        return _Kind(lambda p: _is_of(document, p, state), Span(at, match.end())) if state else None
    if match := _TITLED.match(text, at):
        office = match["office"].casefold()
        return _Kind(lambda p: office in p.offices, Span(at, match.end()))
    if match := _EVERYONE.match(text, at):
        return _Kind(lambda p: True, Span(at, match.end()))
    if match := _STANDING.match(text, at):
        what = _NEXT.split(match["what"])[0]
        return _what(document, what, Span(at, match.start("what") + len(what)))
    if match := _OF_BODIES.match(text, at):
        return _what(document, match["what"], Span(at, match.end()))
    return None


def _what(document: Document, what: str, place: Span) -> _Kind | None:
    """Return who stands for states, or for bodies of several: for the one that is named, where no "or" adds others."""
    bodies, states = (re.search(rf"\b{noun}\b", what, re.IGNORECASE) for noun in (_BODIES, _STATES))
    if bool(bodies) == bool(states):
        return None
    if states:
        return _Kind(lambda p: p.state is not None and not _is_body(p), place)
    of = None if re.search(r"\b(?:or|and)\b", what) else document.identities.sides.of(what.split()[0])
    return _Kind(lambda p: _is_body(p) and (of is None or p.state == of), place)


def _is_body(party: Party) -> bool:
    """Whether who takes part stands for a body of several states: an office there is none in a state."""
    return party.state is not None and not party.offices


def _is_of(document: Document, party: Party, state: str) -> bool:
    """Whether a party is of a side; in a government's own text those without a state are its own."""
    return party.state == state or (party.state is None and document.identities.sides.publisher == state)
