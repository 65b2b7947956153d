"""Whether who speaks in the source is who a briefing says, by name, office, state or description."""

from __future__ import annotations

import re
from enum import StrEnum

from summarizer.reading.naming.finder import same_role
from summarizer.reading.naming.gazetteer import Sort, country_of, look_up
from summarizer.reading.naming.lexicon import ROLES
from summarizer.verification.claims.claim import claim_of
from summarizer.verification.context import Document, remembered
from summarizer.verification.who.described import another_told, are_all, means
from summarizer.verification.who.gatherings import is_among
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.reference import person_of
from summarizer.verification.who.speakers import JOINED, TWO, Voice, words_of
from summarizer.verification.who.stances import COLLECTIVE


class Agreement(StrEnum):
    """How a speaker given compares with the one read."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


@remembered
def compare_speaker(document: Document, given: str, voice: Voice) -> Agreement:
    """Compare a speaker's name or description with a voice of the source."""
    identities = document.identities
    if _same_group(given, voice.text) or is_among(document, given, voice.text, voice.span):
        return Agreement.SAME
    if _body_for_state(given, voice.text):
        return Agreement.UNKNOWN
    if (side := _side(document, given, voice)) is not None:
        return side
    if (same := are_all(document, given, voice.text)) is not None and same:
        return Agreement.SAME
    if (same := means(document, given, voice.text, voice.span)) is not None:
        return Agreement.SAME if same else Agreement.DIFFERENT
    a = identities.given(given)
    b = Named(voice.span, voice.text, identities.keys(voice.text))
    words_a, words_b = words_of(given), words_of(voice.text)
    if " and " in f" {' '.join(voice.text.split())} " and " and " not in given and JOINED.search(voice.text):
        return (
            Agreement.UNKNOWN if words_a & words_b else Agreement.DIFFERENT
        )  # one of two who speak together
    if (pair := _pair(document, given, voice.text)) is not None:
        return pair
    asked = words_a & _ASKERS and words_b & _ASKERS
    part = words_a and words_b and (words_a <= words_b or words_b <= words_a)
    ranked = words_a & words_b & ROLES and (words_a ^ words_b) & _RANKS
    in_office = words_a & words_b <= ROLES
    if part and (ranked or (in_office and _other_holder(document, a, voice))):
        return Agreement.DIFFERENT
    if matches(a, b) or asked or part or a.keys & identities.label(voice.span).keys:
        return Agreement.DIFFERENT if _wrong_role(document, given) else Agreement.SAME
    if {k for k in a.keys if k.startswith("entity:")} and {k for k in b.keys if k.startswith("entity:")}:
        return Agreement.DIFFERENT
    return Agreement.UNKNOWN if words_a & words_b or _described(given, a) else Agreement.DIFFERENT


# A state given as the speaker: "Moscow", "the Polish side", "the Chilean officials", "an American official".
_SPEAKS_FOR_STATE = re.compile(
    r"(?:(?i:the|a|an)\s+)?(?:senior\s+|unnamed\s+)?(?P<state>[A-Z][\w.]+(?:\s+[A-Z][\w.]+)?)(?:['’]s)?(?:\s+(?:side|officials?|delegation|team|government|administration|representatives?|negotiators?|diplomats?))?"
)


def _side(document: Document, given: str, voice: Voice) -> Agreement | None:
    """Compare a state, or those who act for it, with an official who speaks; None for any other two."""
    match = _SPEAKS_FOR_STATE.fullmatch(given.strip())
    state = country_of(match["state"]) if match else None
    entity = document.reading.names.resolve(voice.text)
    if state is None or country_of(voice.text) is not None:
        return None
    sides = document.identities.sides
    label = document.reading.sentence_at(voice.span.start)
    labelled = label is not None and label.block.speaker is not None and label.block.speaker == voice.span
    theirs = sides.serves(entity) if entity else None
    if theirs is None and (labelled or entity is None):
        theirs = sides.of(voice.text)
    if theirs is None:
        return None
    return Agreement.SAME if theirs == state else Agreement.DIFFERENT


def _described(given: str, named: Named) -> bool:
    """Whether a speaker is given by a common noun that nobody of the text is known by: "a player of the team", "the fire service"."""
    head = re.split(r"\s+(?:of|in|from|at|for)\s", given.strip())[0].split()
    return bool(head) and head[-1].islower() and not any(k.startswith("entity:") for k in named.keys)


def _pair(document: Document, given: str, told: str) -> Agreement | None:
    """Compare two who speak together with two others, one by one; None where one of the phrases names only one."""
    mine, theirs = (
        [
            n
            for n in document.identities.in_text(text)
            if person_of(document.reading, n) is not None or not n.keys
        ]
        if JOINED.search(text)
        else []
        for text in (given, told)
    )
    if min(len(mine), len(theirs)) < TWO:
        return None
    return Agreement.SAME if all(any(matches(a, b) for b in theirs) for a in mine) else Agreement.DIFFERENT


def _same_group(given: str, told: str) -> bool:
    """Whether both are all who took part: "the two sides" and "both leaders", but not two of three."""
    groups = [COLLECTIVE.fullmatch(text.strip()) for text in (given, told)]
    counts = (_COUNTS.get(word) for text in (given, told) for word in text.casefold().split())
    return all(g and g["who"] for g in groups) and len(set(filter(None, counts))) < 2


_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def _body_for_state(given: str, told: str) -> bool:
    """Whether one body of a state is given where the source only names the state: "Moscow" may be any of its voices."""
    state = country_of(told)
    plain = {e.sort for e in look_up(told)} & {Sort.POLITY, Sort.CAPITAL}
    other = {e.sort for e in look_up(given)} & {Sort.POLITY, Sort.CAPITAL, Sort.ADJECTIVE}
    return bool(plain) and state == country_of(given) and not other and "side" not in given.casefold().split()


# What makes another office of one: the vice president is not the president.
_RANKS = frozenset("vice deputy former acting assistant".split())


def _other_holder(document: Document, given: Named, voice: Voice) -> bool:
    """Whether a turn's label ("THE PRESIDENT") stands for a person that the title names, and another one is given."""
    people = {key for key in given.keys if key.startswith("entity:")}
    holder = document.identities.label(voice.span).keys
    return bool(people and holder) and not people & holder


_ASKERS = frozenset({"q", "question", "questioner", "reporter", "journalist", "correspondent"})


@remembered
def _wrong_role(document: Document, given: str) -> bool:
    """Whether a speaker is given by name with a role that is not the person's."""
    if another_told(claim_of(document, given)) is not None:
        return True
    for person in claim_of(document, given).people:
        known = document.reading.names.resolve(person.name or "")
        roles = [text for text, _ in known.roles] if known else []
        if roles and any(all(same_role(text, r) == "different" for r in roles) for text, _ in person.roles):
            return True
    return False
