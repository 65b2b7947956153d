"""Compares who stands in the same slot of a claim and of its passage: "at the request of X", "Y's strategy", "meet in Z".

A name that a passage has somewhere is no proof that it is the right one. What a word governs tells: a request is
somebody's, a strategy is some body's, a meeting is somewhere. The same word with the same link and another name
behind it tells of another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import Sort, country_of, country_of_place, is_adjective, look_up
from summarizer.reading.naming.lexicon import MODIFIERS, ROLES
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.compare.mixed import held_together
from summarizer.verification.compare.noun_phrases import (
    describes,
    no_rival,
    of_state,
    pieces,
    same_phrase,
    stands_alone,
)
from summarizer.verification.context import once
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.persons import is_possessive

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# The links that bind a name to the word before them; "at" a place is as good as "in" it.
_LINKS = {
    link: link
    for link in "of to with from by in on against about for under within through between into".split()
} | {"at": "in", "towards": "to", "toward": "to", "inside": "in"}
# What may stand between a link and its name: articles and titles ("of the French President Macron").
_BEFORE = late_regex(
    r"\b(?P<link>\w+)(?P<between>(?:\s+(?:the|its|his|her|their|our|both|then|former|late|[A-Z][\w.’'-]*|president|minister|prime|chancellor|"
    r"secretary|government|people|side|leader|foreign|defen[cs]e))*\s+)$"
)
_POSSESSIVE = late_regex(r"['’]s\b|(?<=s)['’](?=\s)")
# What stands between names that share a slot: "with Foreign Minister A and B", "with X (Y) Secretary General Z".
_SHARED = late_regex(r"(?:[\s,()&]|['’]s\b|\b(?:and|or|the|president|minister|prime|of)\b|\b[A-Z][\w.’'-]*)*")
_NEXT_OF_ADJECTIVE = 2  # the same behind an adjective: "the U.S. peace proposal"
_NEXT = 4  # words behind a possessive among which the noun is that it owns
# Verbs that somebody does to somebody: the name right behind one is whom it is done to.
_TO_SOMEBODY = late_regex(
    r"\b(?:ask|tell|told|inform|urg|invit|thank|warn|assur|brief|remind|congratulat|accus|critici|prais|commend|blam|instruct|press|promis|"
    r"gave|give|offer|condemn|attack)\w*(?P<between>(?:\s+(?:the|[A-Z][\w.’'-]*|president|minister|prime|leader))*\s+)$"
)
# What somebody put forward is theirs: "the proposal that X had made", "the plan put forward by X".
_PUT = r"(?:put\s+forward|proposed|made|presented|submitted|suggested|tabled|drafted|drawn\s+up|drew\s+up|issued|voiced)"
_MADE = late_regex(rf"\s+(?:(?:has|have|had)\s+)?(?:itself\s+|himself\s+)?{_PUT}\b")
_OFFER = r"(?P<what>proposal|plan|initiative|offer|draft|request|idea|suggestion|demand|scheme|text|warning|promise)s?"
_MADE_BY = late_regex(rf"\b{_OFFER}\s+(?:(?:that|which)\s+)?(?:the\s+)?$")
_BY = late_regex(rf"\b{_OFFER}\s+(?:(?:that|which)\s+(?:was|were|had\s+been)\s+)?{_PUT}\s+by\s+(?:the\s+)?$")
# Several whom a passage tells by a common noun: "at the partners' initiative".
_THEIRS = late_regex(
    r"\b(?:the|both|two|his|her|its|their|our)\s+(?P<who>(?:[a-z]+\s+){0,2}[a-z]+s['’])\s+(?:[a-z]+\s+)?"
)
# Who agrees to talk with somebody may be said to agree with them.
_AGREEING = frozenset(
    map(stem, "agreed committed decided promised continued cooperated worked consulted".split())
)
_US = late_regex(r"\b(?:me|us)\b")
_LATTER = late_regex(r"\bthe\s+(?P<which>latter|former)\b", re.IGNORECASE)
_OWNING = frozenset(
    {"by", "of", "to whom"}
)  # whose or whom: a sentence's place may be told in the one before
_ABOUT = 0.5  # share of a claim's words that a sentence must have to be about what the claim is about
_WINDOW = 90  # characters before a name in which its link stands


@dataclass(frozen=True, slots=True)
class Slot:
    """A name with the link it hangs on, and the tokens of the words that govern it."""

    named: Named
    link: str
    governors: tuple[int, ...]
    own: bool = False  # the name owns what governs: "X's strategy"


def compare_slots(c: Comparison) -> Iterator[Difference]:
    """Yield the names of the claim in whose slot the passage has another."""
    mine = _slots_of_claim(c.claim)
    if not mine:
        return
    told = slots(c.document.text, c.document.reading.tokens, _with_stand_ins(c), c.sentence.span)
    for slot in mine:
        if not slot.own and _is_title(c, slot.named):
            continue  # "with US President A" is with A
        if (owners := _owned_by_several(c, slot)) is not None:
            owner = " ".join(c.document.text[owners.start : owners.end].split())
            message = f"the passage has “{owner}” here, not “{slot.named.text}”"
            yield Difference(Verdict.REVIEW, "name_mismatch", message, owners)
            continue
        if (governor := _no_partner(c, slot, told)) is not None:
            message = f"here “with {slot.named.text}” belongs to “{governor}”"
            yield Difference(Verdict.REVIEW, "partner_added", message, c.sentence.span)
            continue
        places = {at for i in slot.governors for at in c.places(c.claim.keys(i))}
        theirs = [s for s in told if s.link == slot.link and places & set(s.governors)]
        if not slot.own:
            theirs = [
                s for s in theirs if not is_possessive(c.document.text, s.named)
            ]  # "thank my guest" thanks not me
        listed = [s.named for s in mine if s.link == slot.link and s.governors == slot.governors]
        if c.names_one(slot.named):  # of several in one slot each has its own; another of them is no rival
            others = [one for one in listed if one != slot.named]
            theirs = [s for s in theirs if not any(matches(s.named, one) for one in others)]
        if any(may_be_one(c, slot.named, s.named) for s in theirs) or held_together(c, slot.named):
            continue
        if rivals := [s for s in theirs if not _only_describes(c, s, slot)]:
            other = rivals[0].named
            message = f"the passage has “{' '.join(other.text.split())}” here, not “{slot.named.text}”"
            firm = c.coverage >= SAME_ASSERTION
            yield Difference(
                Verdict.CONTRADICTED if firm else Verdict.REVIEW, "name_mismatch", message, other.span
            )


def _only_describes(c: Comparison, theirs: Slot, slot: Slot) -> bool:
    """Whether what stands in the slot is no rival of the claim's name, but a part of its phrase or somebody's place or people."""
    text, mine = c.document.text, slot.named
    if no_rival(mine, c.claim.text, theirs.named, text):
        return True
    adjective = is_adjective(theirs.named.text) and not country_of(mine.text)
    if adjective and (
        stands_alone(text, theirs.named) or (slot.link == "in" and not of_state(text, theirs.named))
    ):
        return True  # "praised the German" is whom the claim may name, and "in the German town of X" is in X
    if any(matches(piece, theirs.named) for piece in pieces(c.claim.text, mine, c.claim.names)):
        return True
    here = [n for n in c.named if matches(n, mine)]
    return any(describes(text, theirs.named, n) or same_phrase(text, theirs.named, n, c.named) for n in here)


def _owned_by_several(c: Comparison, slot: Slot) -> Span | None:
    """Return the several, told by a common noun, whose thing in the passage the claim gives to one person: "the partners' initiative"."""
    if slot.link != "of" or not _is_person(c, slot.named):
        return None
    places = {at for i in slot.governors[:1] for at in c.places(c.claim.keys(i))}
    starts = [c.document.reading.tokens.starts[at] for at in places]
    for match in _THEIRS.finditer(c.document.text, c.sentence.span.start, c.sentence.span.end):
        if any(match.end() == start for start in starts):
            return Span(*match.span("who"))
    return None


def _no_partner(c: Comparison, slot: Slot, told: Sequence[Slot]) -> str | None:
    """Return the noun that "with X" belongs to in the passage, where the claim says that something was done with X.

    To review the contacts with somebody is not to review anything with them.
    """
    if slot.link != "with" or slot.own or len(slot.governors) != 1:
        return None
    verb = slot.governors[0]
    form = c.claim.tokens.form(verb)
    if not form.endswith("ed") or stem(form) in _AGREEING or verb not in c.aligned:
        return None
    theirs = [s for s in told if s.link == "with" and not s.own and matches(s.named, slot.named)]
    own = c.places(c.claim.keys(verb))
    if not theirs or any(at - 1 <= place <= at for s in theirs for at in s.governors for place in own):
        return None
    governor = c.document.reading.tokens.form(theirs[0].governors[0])
    wanted = keys(governor)
    told_too = any(not wanted.isdisjoint(x.keys) for x in c.claim.concepts.each)
    return None if told_too or not c.names_one(slot.named) else governor


def borrowed(c: Comparison, named: Named) -> bool:
    """Whether a name that only stands nearby hangs there on the same word as in the claim, in a sentence about something else.

    "The decision was approved by the council" merges two facts where the council approved a plan, one sentence on.
    """
    mine = [
        s
        for s in _slots_of_claim(c.claim)
        if s.named.span == named.span
        and s.link in _OWNING
        and (not s.own or _POSSESSIVE.match(c.claim.text, named.span.end))
    ]
    document = c.document
    first = document.story[0].number if document.story else 0
    for sentence in c.surroundings if mine else ():
        names = document.identities.in_sentence(sentence)
        if sentence.number <= first or not any(matches(named, other) for other in names):
            continue  # what a text opens with is what all of it is about
        keys = document.retrieval.keys_of([sentence])
        told = slots(document.text, document.reading.tokens, names, sentence.span)
        hangs = any(
            matches(theirs.named, named)
            and theirs.link == slot.link
            and any(
                not c.claim.keys(i).isdisjoint(document.retrieval.keys_at(at))
                for i in slot.governors
                for at in theirs.governors
            )
            for slot in mine
            for theirs in told
        )
        if hangs and c.share(keys, c.claim.clause_at(named.span.start)) < _ABOUT:
            return True
    return False


def may_be_one(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether two names of one slot need not exclude each other: one state's, one in the other, one the longer name."""
    if matches(mine, theirs):
        return True
    words = [set(re.findall(r"\w+", n.text.casefold())) for n in (mine, theirs)]
    if words[0] <= words[1] or words[1] <= words[0]:
        return True
    states = [_state_of(c, n) for n in (mine, theirs)]
    return states[0] is not None and states[0] == states[1]


def _state_of(c: Comparison, named: Named) -> str | None:
    """Return the state that a name stands for or belongs to; none for a treaty or a body called after a place."""
    if state := country_of(named.text) or country_of_place(named.text):
        return state
    entity = c.document.reading.names.resolve(named.text)
    people = entity is not None and entity.kind in (NameKind.PERSON, NameKind.GROUP)
    return c.document.identities.sides.of(named.text) if people else None


def slots(text: str, tokens: Tokens, names: Sequence[Named], bounds: Span | None = None) -> list[Slot]:
    """Return the slots that the names of a text stand in; a name joined to another shares that one's slot."""
    found: list[Slot] = []
    low = bounds.start if bounds else 0
    end, shared = low, list[Slot]()
    for named in _outermost(names):
        here = list(_slots_of(text, tokens, named, low))
        if all(s.own for s in here) and _SHARED.fullmatch(text[end : named.span.start]):
            here += [Slot(named, s.link, s.governors) for s in shared]
        found += here
        end, shared = named.span.end, [s for s in here if not s.own]
    return found


@once
def _slots_of_claim(claim: Claim) -> list[Slot]:
    return slots(claim.text, claim.tokens, claim.names)


def _outermost(names: Sequence[Named]) -> list[Named]:
    """Return the names that are no part of a longer one: the Minsk agreements are not Minsk."""
    return [
        n
        for n in names
        if not any(o is not n and o.span.contains(n.span) and o.span != n.span for o in names)
    ]


def _slots_of(text: str, tokens: Tokens, named: Named, low: int) -> Iterator[Slot]:
    behind = bisect_left(tokens.starts, named.span.end)
    if _POSSESSIVE.match(text, named.span.end):
        yield Slot(named, "of", _words_from(tokens, behind, _NEXT), own=True)
    elif _is_adjective(named.text) and _adjoins(text, tokens, named.span.end, behind):
        yield Slot(named, "of", _words_from(tokens, behind, _NEXT_OF_ADJECTIVE), own=True)
    lead = text[max(low, named.span.start - _WINDOW) : named.span.start]
    if match := _MADE_BY.search(lead) if _MADE.match(text, named.span.end) else _BY.search(lead):
        at = bisect_left(tokens.starts, named.span.start - len(lead) + match.start("what"))
        yield Slot(named, "of", (at,), own=True)
        return
    if match := _TO_SOMEBODY.search(lead):
        at = bisect_left(tokens.starts, named.span.start - len(lead) + match.start())
        yield Slot(named, "to whom", (at,))
        return
    match = _BEFORE.search(lead)
    if not match or match["link"].casefold() not in _LINKS:
        return
    at = bisect_left(tokens.starts, named.span.start - len(lead) + match.start("link")) - 1
    if at >= 0 and tokens.starts[at] >= low and not is_function_word(tokens.form(at)):
        yield Slot(named, _LINKS[match["link"].casefold()], (at,))


def _words_from(tokens: Tokens, at: int, most: int) -> tuple[int, ...]:
    """Return the content words from a place on, up to the first function word."""
    places = range(at, min(at + most, len(tokens)))
    return tuple(takewhile(lambda i: not is_function_word(tokens.form(i)), places))


def _is_adjective(name: str) -> bool:
    """Whether a name can stand before a noun as an adjective does: "American", "US"."""
    return any(e.sort is Sort.ADJECTIVE or (e.exact and e.country) for e in look_up(name))


def _adjoins(text: str, tokens: Tokens, end: int, at: int) -> bool:
    """Whether a content word follows right behind a name: "the American side"."""
    return (
        at < len(tokens) and text[end : tokens.starts[at]].isspace() and not is_function_word(tokens.form(at))
    )


def _with_stand_ins(c: Comparison) -> list[Named]:
    """Return the names of the passage, with whom "the latter", "the former" and a labelled speaker's "me" stand for."""
    found = list(c.named)
    for match in _LATTER.finditer(c.document.text, c.sentence.span.start, c.sentence.span.end):
        people = [n for n in c.named if n.span.end <= match.start() and _is_person(c, n)]
        if len(people) > 1:
            meant = people[-1] if match["which"].casefold() == "latter" else people[-2]
            found.append(Named(Span(*match.span()), meant.text, meant.keys))
    if speaker := c.document.identities.speaker_of(c.sentence):
        own = _US.finditer(c.document.text, c.sentence.span.start, c.sentence.span.end)
        found += [Named(Span(*match.span()), speaker.text, speaker.keys) for match in own]
    return sorted(found, key=lambda n: n.span)


def _is_title(c: Comparison, named: Named) -> bool:
    """Whether a name of the claim only belongs to the title of who is named behind it."""
    at = bisect_left(c.claim.tokens.starts, named.span.end)
    if at >= len(c.claim.tokens) or c.claim.text[named.span.end : c.claim.tokens.starts[at]].strip(" ’'s"):
        return False
    word = c.claim.tokens.form(at)
    return word in ROLES or word in MODIFIERS or c.claim.text[c.claim.tokens.starts[at]].isupper()


def _is_person(c: Comparison, named: Named) -> bool:
    entity = c.document.reading.names.resolve(named.text)
    return entity is not None and entity.kind is NameKind.PERSON
