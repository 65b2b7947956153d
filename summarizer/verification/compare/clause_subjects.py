"""Which of two a joined sentence says something of: "Ada is good with figures, and Ben with maps" says nothing of Ada's maps."""

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
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_JOINTS = late_regex(
    r"(?:[,;]\s+(?:and|but|while|whereas|although)|;|\s(?:and|but|while|whereas|that))\s+(?:that\s+)?"
)
_THE = late_regex(
    r"[\W_]*(?P<who>(?:the|a|an)\s+(?:[\w-]+\s+){0,2}?[\w-]+)(?=\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|\w+(?:ed|s)|paid|told|gave|took|held|met|left|went|said|sent|led|the|an?)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"[\W_]*(?:[^,;:]{1,60}[,:]\s+)?(?:(?:the|Mr|Mrs|Ms|Dr|[A-Z][\w’'-]*)\.?\s+){0,4}")
_VERB = late_regex(
    r"(?:['’]s|['’]ll|['’]d)?\s*(?:,[^,]{2,60},)?\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|did|does|do|\w+(?:ed|s)|paid|told|gave|took|held|met|left|went|said|sent|led|put|won|lost|made)\b"
    r"|['’](?:s|ll|d)\s"
)
_MOST = 12  # joints of a sentence that are looked at: more has none but a hostile one


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with whom it begins with: a name, or a noun phrase by its words."""

    span: Span
    words: str
    named: Named | None


def compare_clause_subjects(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim says of one that the passage, in a clause of its own, says of another, and of the first something else."""
    claimed = _parts_of_claim(c.claim)
    theirs = _parts(c.sentence.text, c.named, c.sentence.span.start, verb=True) if claimed else []
    if len(theirs) < 2 or c.of_left_out:
        return
    for mine in claimed:
        own = [p for p in theirs if _same(mine, p)]
        others = [p for p in theirs if not _same(mine, p) and not _has(c, mine, p)]
        if len(own) != 1 or len(own) + len(others) < len(theirs):
            continue
        for other in others:
            if _told_of(c, mine, other, own[0]):
                message = f"this is said of “{other.words}”, not of “{mine.words}”"
                yield Difference(Verdict.REVIEW, "roles_swapped", message, other.span)
                return


@once
def _parts_of_claim(claim: Claim) -> list[Part]:
    return _parts(claim.text, claim.names, 0, verb=False)


def _told_of(c: Comparison, mine: Part, other: Part, own: Part) -> bool:
    """Whether words of a claim's clause stand only in the clause of another, and none only in the one's own."""
    tokens = c.document.reading.tokens
    found = {True: 0, False: 0}
    for one in c.claim.concepts.each:
        if not mine.span.contains(c.claim.span(one.at)) or c.claim.span(one.at).start < mine.span.start + len(
            mine.words
        ):
            continue
        places = [Span(tokens.starts[at], tokens.ends[at]) for at in c.places(one.keys)]
        here, there = any(own.span.contains(p) for p in places), any(other.span.contains(p) for p in places)
        if here != there:
            found[here] += 1
    return found[False] > 0 and not found[True]


def _same(a: Part, b: Part) -> bool:
    if a.named and b.named:
        return matches(a.named, b.named)
    return a.words.casefold() == b.words.casefold()


def _has(c: Comparison, mine: Part, other: Part) -> bool:
    """Whether a claim's clause speaks of the other, too: "the company said the minister would come"."""
    text = c.claim.text[mine.span.start : mine.span.end]
    named = other.named
    here = named is not None and any(matches(named, n) for n in c.claim.names if mine.span.contains(n.span))
    return here or other.words.casefold().removeprefix("the ") in text.casefold()


def _parts(text: str, names: Sequence[Named], offset: int, *, verb: bool) -> list[Part]:
    """Return the clauses of a sentence that begin with a name or a noun phrase; with `verb`, those with a verb right behind it."""
    joints = list(islice(_JOINTS.finditer(text), _MOST))
    starts, ends = [0, *(m.end() for m in joints)], [*(m.start() for m in joints), len(text)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        part = _begun(text, start, end, names, offset)
        if part is not None and (
            not verb or _VERB.match(text, part.span.start - offset + len(part.words), end)
        ):
            found.append(part)
    stops = [
        *(p.span.start for p in found[1:]),
        len(text) + offset,
    ]  # a clause of "it" goes on with the one before
    return [Part(Span(p.span.start, stop), p.words, p.named) for p, stop in zip(found, stops, strict=False)]


def _begun(text: str, start: int, end: int, names: Sequence[Named], offset: int) -> Part | None:
    for named in names:
        at = named.span.start - offset
        if start <= at < end and _LEADS.fullmatch(text, start, at):
            return Part(Span(at + offset, end + offset), text[at : named.span.end - offset], named)
    match = _THE.match(text, start, end)
    if match is None:
        return None
    return Part(Span(match.start("who") + offset, end + offset), match["who"], None)
