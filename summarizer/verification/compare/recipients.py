"""Who tells, asks or thanks whom: "the minister told him" is not "he told the minister", whatever else is the same.

Names have their doers compared elsewhere; here those are compared, too, who are told of by an office or a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.context import once
from summarizer.verification.difference import Difference
from summarizer.verification.who.identity import PRONOUNS, Named, matches
from summarizer.verification.who.reference import person_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Verbs by what they tell of the one behind them; whoever "said to" somebody told him.
_VERBS = {
    "tell": "tell tells told telling inform informs informed informing assure assures assured assuring advise advises advised notify notifies "
    "notified brief briefs briefed remind reminds reminded warn warns warned",
    "ask": "ask asks asked asking urge urges urged urging",
    "thank": "thank thanks thanked thanking",
    "invite": "invite invites invited inviting",
    "congratulate": "congratulate congratulates congratulated",
    "promise": "promise promises promised",
    "offer": "offer offers offered",
    "give": "give gives gave given hand hands handed send sends sent",
    "lend": "lend lends lent",
    "pay": "pay pays paid",
    "accuse": "accuse accuses accused accusing blame blames blamed blaming",
    "help": "help helps helped assist assists assisted",
    "receive": "receive receives received host hosts hosted",
}
_GROUP = {form: group for group, forms in _VERBS.items() for form in forms.split()}
_VERB = late_regex(r"\b(?:" + "|".join(_GROUP) + r")\b", re.IGNORECASE)
_SAID_TO = late_regex(
    r"\b(?:said|says|say|explained|announced|confirmed|pointed\s+out|replied|wrote)\s+to\b", re.IGNORECASE
)
_TELLING = _GROUP.keys() | frozenset(
    "said says say explained announced confirmed pointed replied wrote".split()
)
_HELPING = r"(?:\s+(?:had|has|have|also|then|later|again|once|twice|did|would|will|\w+ly|who|in\s+turn))*"
_PASSIVE = late_regex(
    r"\s+(?:had\s+been|has\s+been|have\s+been|(?:will|would|can|could|may|might|must|shall|should)\s+be|was|were|is|are|being|been)(?:\s+(?:also|then|later|\w+ly))*\s+$"
)
_ASIDE = r"(?:,\s[^,;:.]{2,70},|\s\([^()]{1,60}\))?"
_DETERMINED = r"(?:the|our|his|her|its|their|a|an)\s+(?:(?!(?:that|the|an?|and|or|who|which|by)\b)[\w’'-]+\s+){0,4}?(?!(?:that|the|and|or|who|which|by)\b)[\w’'-]+"
_DOER = late_regex(rf"\b(?P<who>{_DETERMINED}|he|she|they|it|I|we){_HELPING}\s*$", re.IGNORECASE)
_OTHER = late_regex(
    rf"\s+(?P<who>(?:him|her|them|me|us|it)\b(?!\s+(?!(?:for|over|after|under|whether|never)\b)[a-z]+(?:er|or|ist|ant|ent)\b)|{_DETERMINED}(?=\s*(?:[,.;:)?!]|$|\b(?:that|about|of|to|how|whether|what|why|who|which|when|where|"
    r"in|on|at|for|by|with|from|and|because|as|it|he|she|they|there|this|not)\b)))",
    re.IGNORECASE,
)
_BY = late_regex(r"\s+by\b", re.IGNORECASE)
_TITLES = late_regex(
    r"\s+(?:(?!(?:that|if|whether|him|her|them|me|us|you)\b)(?:the|Mr|Mrs|Ms|Dr|[A-Z][\w.’'-]*|[a-z]+)\.?\s+){0,4}$"
)
_GAP = late_regex(rf"{_ASIDE}{_HELPING}\s+")


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two of a verb: its words, and the name among them where it has one."""

    words: str
    named: Named | None
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb with who does it and to whom."""

    group: str
    doer: Party
    other: Party


def compare_recipients(c: Comparison) -> Iterator[Difference]:
    """Yield a verb that the claim gives to the one to whom the passage has it done."""
    mine = _tellings_of(c.claim)
    if not mine:
        return
    theirs = _tellings(c.sentence.text, c.named, c.sentence.span.start)
    for claimed in mine:
        alike = [told for told in theirs if told.group == claimed.group]
        turned = [t for t in alike if _one(c, claimed.other, t.doer) and not _one(c, claimed.doer, t.doer)]
        if turned and len(turned) == len(alike):
            told = turned[0]
            message = f"here “{told.doer.words}” does this to “{told.other.words}”, not “{claimed.doer.words}” to “{claimed.other.words}”"
            yield Difference(Verdict.CONTRADICTED, "roles_swapped", message, told.doer.span)
        elif alike and all(_to_another(c, claimed, told) for told in alike):
            told = alike[0]
            message = (
                f"here “{told.doer.words}” does this to “{told.other.words}”, not to “{claimed.other.words}”"
            )
            yield Difference(Verdict.REVIEW, "roles_swapped", message, told.other.span)


def _to_another(c: Comparison, claimed: Telling, told: Telling) -> bool:
    """Whether the same person does something to another person by name than the claim has."""
    people = [
        person_of(c.document.reading, n)
        for n in (claimed.other.named, told.other.named, claimed.doer.named, told.doer.named)
        if n is not None
    ]
    known = len(people) == _PEOPLE and None not in people
    return known and _one(c, claimed.doer, told.doer) and not _one(c, claimed.other, told.other)


@once
def _tellings_of(claim: Claim) -> list[Telling]:
    tells = not _TELLING.isdisjoint(claim.tokens.forms)
    return _tellings(claim.text, claim.names, 0) if tells else []


def _one(c: Comparison, mine: Party, theirs: Party) -> bool:
    """Whether two parties are plainly the same: by name, by the one the text calls so, or by the very same words."""
    if mine.words.casefold() in PRONOUNS or theirs.words.casefold() in PRONOUNS:
        return False
    identities = c.document.identities
    a, b = mine.named or identities.given(mine.words), theirs.named or identities.given(theirs.words)
    if person_of(c.document.reading, a) is not None and person_of(c.document.reading, b) is not None:
        return matches(a, b)
    return matches(a, b) or _bare(mine.words) == _bare(theirs.words)


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|our|his|her|its|their|a|an)\s+", "", " ".join(words.casefold().split()))


def _tellings(text: str, names: Sequence[Named], offset: int) -> list[Telling]:
    """Return the verbs of a sentence that have both who does it and to whom beside them."""
    found = []
    for match in [*islice(_VERB.finditer(text), _MOST), *islice(_SAID_TO.finditer(text), _MOST)]:
        group = _GROUP.get(match[0].casefold(), "tell")
        passive = _PASSIVE.search(text, max(0, match.start() - _BEFORE), match.start())
        before = _before(text, passive.start() if passive else match.start(), names, offset)
        by = _BY.match(text, match.end()) if passive else None
        behind = _behind(text, by.end() if by else match.end(), names, offset)
        if before is None or behind is None or (passive and not by):
            continue
        found.append(Telling(group, behind, before) if passive else Telling(group, before, behind))
    return found


def _before(text: str, at: int, names: Sequence[Named], offset: int) -> Party | None:
    for named in reversed(names):
        start, end = named.span.start - offset, named.span.end - offset
        if start >= 0 and end <= at and _GAP.fullmatch(text, end, at):
            return Party(named.text, named, named.span)
    match = _DOER.search(text, max(0, at - _BEFORE), at)
    return Party(match["who"], None, _moved(match, offset)) if match else None


def _behind(text: str, at: int, names: Sequence[Named], offset: int) -> Party | None:
    for named in names:
        start = named.span.start - offset
        if start >= at and _TITLES.fullmatch(text, at, start) and start - at < _NEAR:
            return Party(named.text, named, named.span)
    match = _OTHER.match(text, at)
    return Party(match["who"], None, _moved(match, offset)) if match else None


def _moved(match: re.Match[str], by: int) -> Span:
    return Span(match.start("who") + by, match.end("who") + by)


_PEOPLE = 4  # in two tellings
_MOST = 16  # verbs of a sentence that are looked at: more has none but a hostile one
_BEFORE = 120  # characters before a verb in which its doer stands
_NEAR = 40  # characters behind a verb in which the name of the one to whom it is done begins
