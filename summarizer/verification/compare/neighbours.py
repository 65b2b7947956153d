"""Compares whose a word is that only a sentence beside the passage has: who does it there, or whose it is there.

A retelling may take a word from a neighbour ("He wrote it" behind "She called the plan reckless"), but not for another person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.words import Concept
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.agents import agent
from summarizer.verification.compare.subjects import directly, is_verb
from summarizer.verification.difference import Difference
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.reference import person_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_OWNS = ("'s", "’s")


def compare_neighbours(c: Comparison) -> Iterator[Difference]:
    """Yield a word that the passage lacks and its neighbours tell only of others than the claim does."""
    for one in c.missing if c.claim.names else ():
        if one.form in verb_cues():
            continue  # how somebody says or thinks it is no deed of its own
        word = c.claim.span(one.at)
        owner = next((n for n in c.claim.names if _owns(c.claim.text, n, word)), None)
        mine = owner or _doer(c, one)
        if mine is None or person_of(c.document.reading, mine) is None:
            continue
        told = list(_told(c, one, mine, owned=owner is not None))
        if told and not any(matches(mine, other) for other in told):
            message = f"“{one.form}” is told of “{told[0].text}” there, not of “{mine.text}”"
            yield Difference(Verdict.REVIEW, "roles_swapped", message, told[0].span)
            return


def _owns(text: str, named: Named, word: Span) -> bool:
    """Whether a name of the claim stands right before a word as its owner: "Ann's bike"."""
    between = text[named.span.end : word.start]
    return between.startswith(_OWNS) and not between[2:].strip()


def _doer(c: Comparison, one: Concept) -> Named | None:
    doer = agent(c.claim.text, c.claim.names, c.claim.span(one.at))
    tokens = c.claim.tokens
    plain = doer is not None and directly(tokens, doer.span, one.at) and is_verb(tokens, doer.span, one.at)
    return doer if plain else None


def _told(c: Comparison, one: Concept, mine: Named, *, owned: bool) -> Iterator[Named]:
    """Yield the persons of whom the neighbours of a passage tell a word, or who is looked for where one names that one too."""
    tokens = c.document.reading.tokens
    for beside in c.neighbours:
        places = beside.places(one.keys)
        if places and any(matches(mine, other) for other in beside.named):
            yield mine
        for at in places:
            if owned:
                found = beside.named_before.get(at)
            else:
                found = agent(c.document.text, beside.named, tokens.span(at, at + 1), beside.sentence.span)
                found = found if found and directly(tokens, found.span, at) else None
            if found is not None and person_of(c.document.reading, found) is not None:
                yield found
