"""Compares who does what in a claim and in a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass, verb_cues
from summarizer.reading.naming.finder import role_form, same_role
from summarizer.reading.naming.gazetteer import is_adjective
from summarizer.reading.naming.lexicon import ROLES
from summarizer.reading.polarity import Operation
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.names import first_person
from summarizer.verification.compare.noun_phrases import pieces
from summarizer.verification.compare.presence import listed_present
from summarizer.verification.compare.roles import GENERIC
from summarizer.verification.compare.scenes import is_converse
from summarizer.verification.compare.slots import may_be_one
from summarizer.verification.compare.standing_for import stands_for
from summarizer.verification.compare.subjects import directly, is_verb
from summarizer.verification.compare.talk import MUTUAL
from summarizer.verification.difference import Difference
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.persons import is_possessive
from summarizer.verification.who.reference import person_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_JOINED = late_regex(
    r"(?:\s|,|\band\b|\bwith\b|\b(?:his|her|their|its|the|of|counterpart|counterparts|president|minister|secretary|ambassador|chancellor|leader)\b|[A-Z][\w.'’-]*)*"
)
# That somebody did it alone must be told; what is a joint act is nobody's own.
ALONE = late_regex(
    r"\b(?:alone|single-handed(?:ly)?|unilateral(?:ly)?|sole(?:ly)?|exclusive(?:ly)?|(?:on|(?:statement|declaration|communiqu[eé]|text|letter|decision|move|step|initiative|plan|proposal)\s+of)\s+(?:his|her|its|their)\s+own|by\s+(?:himself|herself|itself|themselves))\b",
    re.IGNORECASE,
)
_ALONE = frozenset(
    "alone single unilateral unilaterally sole solely exclusive exclusively own himself herself itself themselves".split()
)
_ALONE_TOLD = late_regex(
    rf"{ALONE.pattern}|\b(?:only|own|sovereign|single|just|nobody\s+else|no\s+one\s+else|without)\b",
    re.IGNORECASE,
)
_WITH = late_regex(r"\s+(?:(?!and\b)[\w-]+\s+){0,4}?(?:with|to)\b|\s+(?=[A-Z])")
_AND = late_regex(r"\s*(?:,|,?\s+and)\s+(?:[\w.-]+\s+){0,3}")


def compare_agents(c: Comparison) -> Iterator[Difference]:
    """Compare who stands before each shared word as its doer; a passive has its doer after "by"."""
    yield from _compare_alone(c)
    yield from _compare_charged(c)
    seen: set[str] = set()
    tokens = c.document.reading.tokens
    for i, at in c.aligned.items():
        mine = agent(c.claim.tokens.text, c.claim.names, c.claim.span(i))
        if (
            not mine
            or not directly(c.claim.tokens, mine.span, i)
            or not is_verb(c.claim.tokens, mine.span, i)
        ):
            continue
        theirs = agent(c.document.text, c.named, tokens.span(at, at + 1), c.sentence.span)
        if not mine or not theirs or matches(mine, theirs) or mine.text in seen:
            continue
        if (
            _one_name(c, mine, theirs)
            or _part_of(c, mine, theirs)
            or _of_one_state(c, mine, theirs)
            or _together(c, mine, theirs)
            or _set_aside(c, theirs)
            or c.of_left_out
            or _mutual(c, i, at, theirs)
            or _with(c, i, at, mine, theirs)
            or _says_too(c, i, mine)
            or listed_present(c, i, mine)
            or is_converse(c.claim.tokens.form(i), tokens.form(at))
            or c.agrees_on(i)
        ):
            continue
        seen.add(mine.text)
        if not directly(tokens, theirs.span, at):
            continue  # with other words between them, who stands before a word need not be its doer
        word = c.claim.tokens.form(i)
        if _of_another_office(c, mine, theirs):
            message = f"“{word}” is said of “{theirs.text}”, not of “{mine.text}”"
            yield Difference(Verdict.REVIEW, "name_mismatch", message, theirs.span)
            continue
        elsewhere = any(matches(theirs, o) for o in c.claim.names)
        if not any(matches(mine, o) for o in c.named):
            people = [person_of(c.document.reading, n) for n in (mine, theirs)]
            once = len(c.places(c.claim.keys(i))) == 1
            if once and None not in people and not elsewhere and not first_person(c, mine):
                message = f"“{word}” is said of “{theirs.text}”, not of “{mine.text}”"
                yield Difference(Verdict.REVIEW, "name_mismatch", message, theirs.span)
            if elsewhere and not first_person(c, mine) and not stands_for(c, mine):
                message = f"“{word}” is said of “{theirs.text}”, not of “{mine.text}”"
                yield Difference(Verdict.REVIEW, "roles_swapped", message, theirs.span)
            continue
        if elsewhere:
            yield Difference(
                Verdict.CONTRADICTED,
                "roles_swapped",
                f"“{word}” is said of “{theirs.text}”, not of “{mine.text}”",
                theirs.span,
            )
        else:
            yield Difference(
                Verdict.REVIEW,
                "role_unclear",
                f"“{word}” may be said of “{theirs.text}”, not of “{mine.text}”",
                theirs.span,
            )


def _of_another_office(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether doers told of by their offices cannot be one: the President is no Secretary of Energy."""
    a, b = role_form(mine.text), role_form(theirs.text)
    offices = a.head in ROLES and b.head in ROLES and not c.names_one(mine)
    return (
        offices
        and not {a.head, b.head} & GENERIC
        and same_role(mine.text, theirs.text) == "different"
        and a.head != b.head
    )


# What a list of tasks has behind a name: "AB: send the format to the bank by Friday".
_TASK = late_regex(
    r"[\s:–—-]*(?:to\s+)?(?!(?:no|yes|it|the|an?|i|we|they|he|she|so|well|and|but|in|on|at)\b)(?P<verb>[a-z]+)\s+(?!(?:is|are|was|were|has|have|had|will|would|said|says)\b)"
)
_CHARGED = late_regex(
    r"\b(?:(?:is|are|was|has|have)\s+(?:to|asked\s+to|supposed\s+to|due\s+to)|will|shall|must|should|falls\s+to|up\s+to|task(?:ed)?|charged?|responsible|undertook|promised|action)\b",
    re.IGNORECASE,
)


def _compare_charged(c: Comparison) -> Iterator[Difference]:
    """Yield whom the claim charges with a task that a list of tasks gives another: "AB: talk to the families"."""
    label = c.sentence.block.label
    if label is None or not c.sentence.span.contains(label) or not _CHARGED.search(c.claim.text):
        return
    charged = c.document.identities.speaker_of(c.sentence)
    people = [n for n in c.claim.names if person_of(c.document.reading, n) is not None]
    if charged is None or not people or not _TASK.match(c.document.text, label.end):
        return
    if not matches(people[0], charged) and person_of(c.document.reading, charged) is not None:
        message = f"the task is “{charged.text}”’s, not “{people[0].text}”’s"
        yield Difference(Verdict.REVIEW, "name_mismatch", message, label)


def _part_of(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether a name of the claim is a part of the description that the passage has there: "Ghana" of "our Ghanaian colleagues"."""
    return any(theirs.span.contains(n.span) and matches(mine, n) for n in c.named)


def _one_name(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether both are pieces of one longer name: "RSPCA" and "Australia" of "RSPCA South Australia"."""
    return any(
        matches(a, b)
        for a in pieces(c.claim.text, mine, c.claim.names)
        for b in pieces(c.document.text, theirs, c.named)
    )


def _of_one_state(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether one is told by the other's state: "the American leader", or "Washington", for "Biden"."""
    told_by_state = is_adjective(mine.text) or is_adjective(theirs.text) or stands_for(c, mine)
    return told_by_state and may_be_one(c, mine, theirs)


def _compare_alone(c: Comparison) -> Iterator[Difference]:
    """Yield a word of the claim for doing something alone that the passage has no word for."""
    added = ALONE.search(c.claim.text) if not _ALONE.isdisjoint(c.claim.tokens.forms) else None
    if (
        added
        and not _ALONE_TOLD.search(c.sentence.text)
        and not any(q.overlaps(Span(*added.span())) for q in c.claim.quoted)
        and not any(
            o.operation in (Operation.NEGATION, Operation.DENIAL) and o.scope.overlaps(Span(*added.span()))
            for o in c.claim.operators
        )  # "not alone"
    ):
        yield Difference(Verdict.REVIEW, "alone_not_told", f"that it was done “{added[0]}” is not told here")


def _mutual(c: Comparison, i: int, at: int, theirs: Named) -> bool:
    """Whether a shared verb has both as its doers: "A and B talked" for "B had a conversation with A"."""
    words = {c.claim.tokens.form(i), c.document.reading.tokens.form(at)}
    if words.isdisjoint(MUTUAL):
        return False
    verb = c.claim.span(i)
    return any(
        matches(theirs, other)
        and (
            _joins_subject(c, other, verb)
            or (verb.end <= other.span.start and bool(_WITH.match(c.claim.text, verb.end)))
        )
        for other in c.claim.names
    )


def _with(c: Comparison, i: int, at: int, mine: Named, theirs: Named) -> bool:
    """Whether "A and B held a call" tells what "B held a call with A" tells."""
    verb, end = c.claim.span(i), c.document.reading.tokens.ends[at]
    beside = [o for o in c.named if matches(mine, o) and o.span.start > end]
    joined = any(matches(theirs, other) and _joins_subject(c, other, verb) for other in c.claim.names)
    return joined and any(re.search(r"\bwith\b", c.document.text[end : o.span.start]) for o in beside)


def _says_too(c: Comparison, i: int, mine: Named) -> bool:
    """Whether a verb of saying stands in the passage more than once, and once is that of whom the claim has speaking.

    What each of them says is compared elsewhere.
    """
    cue = verb_cues().get(c.claim.tokens.form(i))
    if cue is None or cue.kind is not CueClass.SPEECH:
        return False
    tokens = c.document.reading.tokens
    doers = (
        agent(c.document.text, c.named, tokens.span(at, at + 1), c.sentence.span)
        for at in c.places(c.claim.keys(i))
    )
    return any(doer is not None and matches(mine, doer) for doer in doers)


def _joins_subject(c: Comparison, other: Named, verb: Span) -> bool:
    """Whether a name of the claim stands before another one of the same subject: the first of "A and B talked"."""
    later = [n for n in c.claim.names if other.span.end <= n.span.start and n.span.end <= verb.start]
    return bool(later) and bool(_AND.fullmatch(c.claim.text[other.span.end : later[0].span.start]))


def _together(c: Comparison, mine: Named, theirs: Named) -> bool:
    """Whether the source joins the two as doers: "X and her counterpart Y met"."""
    return any(
        matches(mine, other) and _JOINED.fullmatch(c.document.text[other.span.end : theirs.span.start])
        for other in c.named
        if other.span.end <= theirs.span.start
    )


_BE = frozenset("was were been be being is are".split())
# What sets a name apart from the doer before it: "Mona, not Lena, found it", "neither Mona nor Lena".
_ASIDE = late_regex(
    r"(?:,\s+(?:but\s+|and\s+)?not|\bbut\s+not|\brather\s+than|\binstead\s+of|\bexcept(?:\s+for)?|\bnor|\bor)\s+$",
    re.IGNORECASE,
)


def _set_aside(c: Comparison, theirs: Named) -> bool:
    """Whether a name only stands beside the doer of what the passage tells, set apart from it or joined by "nor"."""
    return bool(
        _ASIDE.search(c.document.text, max(c.sentence.span.start, theirs.span.start - 14), theirs.span.start)
    )


_PREPOSITIONS = frozenset(
    "of with to from by in at for on against between about among into near toward towards over under through than".split()
)


def agent(text: str, names: Sequence[Named], word: Span, bounds: Span | None = None) -> Named | None:
    """Return the name that stands as the doer of `word`: the last one before it that no preposition governs.

    After a form of "be", or first in its clause ("Asked by A, …"), the name behind "by" is the doer (passive).
    """
    if not names:
        return None
    start = bounds.start if bounds else 0
    before = text[start : word.start]
    last_words = map(str.casefold, before.rsplit(maxsplit=3)[-3:])
    fronted = not before.strip(" \"“'") or before.rstrip().endswith(",")
    if fronted or not _BE.isdisjoint(last_words):
        tail = text[word.end : word.end + 60].split()
        if tail and tail[0].casefold() == "by":
            return next((n for n in names if 0 <= n.span.start - word.end <= 40), None)
    whole = (n for n in names if n.span.end <= word.start and not _inside(n, names))
    for named in sorted(whole, key=lambda n: -n.span.start):
        lead = (
            text[max(start, named.span.start - 40) : named.span.start].casefold().rpartition(", ")[2].split()
        )
        if any(w.strip(",.;:") in _PREPOSITIONS for w in lead[-2:]):
            continue
        if text[named.span.end : named.span.end + 2] in ("'s", "’s") or is_possessive(text, named):
            continue
        return named
    return None


def _inside(named: Named, names: Sequence[Named]) -> bool:
    """Whether a name is a part of a description that stands for somebody: the state in "the Danish minister"."""
    return any(o.span.contains(named.span) and o.span != named.span and o.keys and named.keys for o in names)
