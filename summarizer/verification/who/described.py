"""Whether a speaker, or who is named, is one whom the text tells of so: by what it tells of its people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Entity, NameKind, role_form
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.source import Span
from summarizer.verification.context import Document, once
from summarizer.verification.who.descriptions import describe
from summarizer.verification.who.offices import only_holder
from summarizer.verification.who.presented import presented
from summarizer.verification.who.stances import COLLECTIVE

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim

_A = late_regex(r"an?\s", re.IGNORECASE)


def means(document: Document, given: str, told: str, place: Span) -> bool | None:
    """Whether a description stands for who speaks: "the millers' leader", or "the ministry" for its spokeswoman.

    Either may be the description, of the person that the other one names; None where the text does not tell.
    """
    names, known = document.reading.names, document.identities.descriptions
    speaking = names.resolve(told)
    if (speaking is None or not speaking.name) and not _A.match(document.text, place.start):
        speaking = known.of(told) or speaking
    if speaking is None:
        return None
    if known.denies(given, speaking):
        return False
    if describe(given) is not None and only_holder(document, told, given):
        return True
    asked = names.resolve(given)
    if asked is None or not asked.name:
        asked = known.of(given)
    if asked is not None and asked.name and speaking.name and asked.kind is speaking.kind is NameKind.PERSON:
        described = known.of(given) is not None or known.of(told) is not None
        return asked.id == speaking.id if described else None
    spoken = (asked is None or asked.kind is not NameKind.PERSON) and (
        known.fits(given, speaking) or known.speaks_for(speaking, given)
    )
    return True if spoken else None


def are_all(document: Document, given: str, told: str) -> bool | None:
    """Whether two who are named are those whom a group stands for: "both leaders" and "A and B"; None for all else."""
    for group, pair in ((given, told), (told, given)):
        match = COLLECTIVE.fullmatch(group.strip())
        people = {
            e.id
            for one in pair.split(" and ")
            if (e := document.reading.names.resolve(one.strip())) and e.kind is NameKind.PERSON and e.name
        }
        if match is None or len(people) != _PAIR or pair.count(" and ") != 1:
            continue
        both = set(document.identities.principals) == people
        return both and not _OF_MORE.search(group) and _in_office(document, match, people)
    return None


_PAIR = 2
_OF_MORE = late_regex(r"\b(?:three|four|five|six|seven|all)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    {"leader", "side", "party", "head", "team", "country", "state", "nation", "government", "delegation"}
)


def _in_office(document: Document, group: re.Match[str], people: set[int]) -> bool:
    """Whether each of some people may be what a group is called: two presidents are no ministers."""
    noun = ROLE_PLURALS.get((group["who"] or "").casefold(), (group["who"] or "").casefold())
    if not group["who"] or noun in _ANYBODY or noun not in ROLES:
        return True
    told = (document.reading.names.entities[i].roles for i in people)
    return all(any(role_form(text).head.endswith(noun) for text, _ in roles) for roles in told)


@once
def another_told(claim: Claim) -> tuple[Entity, Entity] | None:
    """Return a person whom a claim names and of whom it tells what the source tells of another one, with that one."""
    identities, words = claim.identities, claim.reading
    for number, told in presented(words).items():
        known = identities.reading.names.resolve(words.names.entities[number].name or "")
        if known is None or known.kind is not NameKind.PERSON:
            continue
        for one in told:
            if (other := identities.descriptions.told_of_another(one, known)) is not None:
                return known, other
    return None
