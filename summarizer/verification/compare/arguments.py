"""Compares on which side of its verb a name stands: who calls is not who is called.

In English who does something stands right before an active verb, or behind the "by" of a passive, and whom it is done to
right behind the active verb, or before the passive (Huddleston and Pullum, The Cambridge Grammar of the English Language,
chapters 4 and 16). A name that stands elsewhere has no side, and nothing is told of it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from summarizer.reading.attribution.words import AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, is_adverb
from summarizer.reading.naming.lexicon import HONORIFICS, ROLES
from summarizer.reading.stems import is_irregular, stem, stems
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.anaphora import is_verb
from summarizer.verification.compare.talk import MUTUAL
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison


class Side(StrEnum):
    """What a verb makes of who stands beside it."""

    DOER = "does"
    UNDERGOER = "undergoes"


# Verbs that tell the same of one side with the other or without it: "convened the group", "the group convened" (Levin,
# English Verb Classes and Alternations, 1993, chapters 1.1.2 and 1.2.4).
_LABILE = stems(
    "join marry unite merge divide separate convene assemble gather rally move return transfer retire resign withdraw retreat advance follow "
    "open reopen close start begin end finish stop resume continue change grow increase decrease rise fall expand develop improve worsen "
    "recover settle land sail fly ship sink burn break ring march drive run stand sit"
)
_OPENS_VERB = frozenset("not never also to then and who which that has have had".split()) | AUXILIARIES
_OTHERS = frozenset("you u he she they".split())
_RELATIVE = frozenset("who which that to".split())
_NO_SUBJECT = frozenset("me him them us then there here so thus".split()) | PREPOSITIONS
_PARTED = re.compile(
    r"[^\w\s.'’&-]|\n\s*\n"
)  # a mark between a name and a verb: the name belongs to something else
_GROUP = 4  # words of a verb's group that stand before it


def compare_arguments(c: Comparison) -> Iterator[Difference]:
    """Yield the first name whose side of a verb is the other one in the passage."""
    for named in c.claim.names:
        here = [o.span for o in c.named if matches(named, o)]
        if (another := _another_than_speaks(c, named, here)) is not None:
            yield another
            return
        for i in c.aligned if here else ():
            mine = side_of(c.claim.tokens, named.span, i)
            told = _told(c, here, i) if mine else set()
            if mine and told and mine not in told:
                form = c.claim.tokens.form(i)
                message = f"“{named.text}” {mine} what “{form}” tells in the claim, and {told.pop()} it here"
                firm = c.coverage >= SAME_ASSERTION
                yield Difference(
                    Verdict.CONTRADICTED if firm else Verdict.REVIEW, "roles_swapped", message, here[0]
                )
                return


def _another_than_speaks(c: Comparison, named: Named, here: Sequence[Span]) -> Difference | None:
    """Return that the passage tells a verb of "you" or "she", where the claim tells it of who has the word and names itself nowhere."""
    label = c.sentence.block.label
    if label is None or not any(label.contains(span) for span in here):
        return None
    tokens = c.document.reading.tokens
    low = tokens.within(c.sentence.span).start
    for i, at in c.aligned.items():
        if side_of(c.claim.tokens, named.span, i) is not Side.DOER:
            continue
        first = _group_start(tokens, at, low)
        doer = tokens.form(first - 1) if first > low else ""
        if doer in _OTHERS and _is_verb(tokens, first, at):
            message = f"“{tokens.form(at)}” is said of “{doer}” here, and “{named.text}” says it"
            return Difference(Verdict.REVIEW, "name_mismatch", message, here[0])
    return None


def _told(c: Comparison, places: list[Span], i: int) -> set[Side]:
    """Return the sides on which the passage has a name beside the verb of the claim, at each place of that."""
    tokens = c.document.reading.tokens
    verb = stem(c.claim.tokens.form(i))
    same = [at for at in c.places(c.claim.keys(i)) if stem(tokens.form(at)) == verb]
    sides = (side_of(tokens, place, at, c.sentence.span) for at in same for place in places)
    return {side for side in sides if side}


def side_of(tokens: Tokens, place: Span, verb: int, bounds: Span | None = None) -> Side | None:
    """Return what a verb makes of the name at `place`; None where the name stands on no side of it, or it is no verb."""
    name = tokens.touching(place)
    first = _group_start(tokens, verb, tokens.within(bounds).start if bounds else 0)
    passive = _is_passive(tokens, first, verb)
    both = tokens.form(verb) in MUTUAL or stem(tokens.form(verb)) in _LABILE
    if both or not _is_verb(tokens, first, verb):
        return None
    if name.stop <= verb:
        beside = name.stop >= first and not _PARTED.search(tokens.text, place.end, tokens.starts[verb])
        return (Side.UNDERGOER if passive else Side.DOER) if beside else None
    if tokens.text[place.end : place.end + 2] in ("'s", "’s"):
        return None  # what is done to somebody's own is not done to them
    between = tokens.slice_forms(verb + 1, name.start)
    if _PARTED.search(tokens.text, tokens.ends[verb], place.start):
        return None
    if passive:
        return Side.DOER if between[:1] == ["by"] and all(map(_opens_name, between[1:])) else None
    object_of = all(map(_opens_name, between)) and _has_subject(tokens, first)
    return Side.UNDERGOER if object_of else None


def _group_start(tokens: Tokens, verb: int, low: int) -> int:
    """Return the first token of a verb's group: its auxiliaries, "to", "not" and adverbs stand in it."""
    first = verb
    while first > max(low, verb - _GROUP) and (
        tokens.form(first - 1) in _OPENS_VERB or is_adverb(tokens.form(first - 1))
    ):
        first -= 1
    return first


def _is_verb(tokens: Tokens, first: int, verb: int) -> bool:
    helped = not {"to", *AUXILIARIES}.isdisjoint(tokens.slice_forms(first, verb))
    return helped or is_irregular(tokens.form(verb)) or is_verb(tokens, verb)


def _is_passive(tokens: Tokens, first: int, verb: int) -> bool:
    form = tokens.form(verb)
    participle = form.endswith(("ed", "en")) or (is_irregular(form) and not form.endswith("ing"))
    by = tokens.slice_forms(verb + 1, verb + 2) == ["by"]
    return participle and (by or not BE.isdisjoint(tokens.slice_forms(first, verb)))


def _opens_name(form: str) -> bool:
    return (
        form in DETERMINERS
        or form in HONORIFICS
        or form in ROLES
        or form in ("prime", "foreign", "vice", "deputy")
    )


def _has_subject(tokens: Tokens, first: int) -> bool:
    """Whether a verb has somebody before it, so that a name behind it is no subject: not in "said Berg", "then came Berg"."""
    if tokens.form(first) in _RELATIVE:
        return True
    if not first or tokens.form(first - 1) in _NO_SUBJECT:
        return False
    return not tokens.text[tokens.ends[first - 1] : tokens.starts[first]].strip()
