"""A claim in nearly the source's own words: what was put in the place of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.align import Change, Match, Placement
from summarizer.verification.claims.claim import claim_of
from summarizer.verification.compare.comparison import Comparison
from summarizer.verification.compare.mixed import held_together
from summarizer.verification.compare.names import of_a_sort
from summarizer.verification.compare.noun_phrases import no_rival
from summarizer.verification.compare.number_slots import part_of
from summarizer.verification.compare.quantities import told_by
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import Quantity, rivals
from summarizer.verification.who.identity import Named, matches

Item = TypeVar("Item", Named, Quantity)

_SOME = 0.2  # of the words that somebody is told to have said which the passage must have itself
CLOSE = 0.6  # coverage by the source's own words in order from which a change stands for what it replaces


def tells_some(document: Document, words: str, spans: Sequence[Span]) -> bool:
    """Whether a passage itself has some of what somebody is told to have said, not only that they said something."""
    claim = claim_of(document, words)
    sentences = [s for span in spans[:2] if (s := document.reading.sentence_at(span.start)) is not None]
    return not len(claim.concepts) or any(
        Comparison(claim, sentence, document).coverage >= _SOME for sentence in sentences
    )


def compare_wording(placement: Placement, comparison: Comparison) -> list[Difference]:
    """Return the names and quantities that stand where the source has others, unless the comparison told them."""
    if placement.match is not Match.ALTERED or placement.coverage < CLOSE:
        return []
    if not comparison.sentence.span.overlaps(placement.span):
        return []
    known = {(d.code, d.span) for d in comparison.differences}
    changes = [change for change in placement.changes if change.quote and change.source]
    found = [d for change in changes for d in _replaced(comparison, change)]
    return [d for d in found if (d.code, d.span) not in known]


def _replaced(comparison: Comparison, change: Change) -> Iterator[Difference]:
    plain = [q for q, how in comparison.computed.items() if how.plain]
    for mine, theirs in _pairs(
        _within(comparison.claim.quantities, comparison.claim.text, change.quote),
        _at(comparison.quantities, change.span),
    ):
        part = part_of(comparison, theirs)
        taken = part is not None and told_by(
            comparison, mine, part
        )  # "two of his nine boats" for "two boats"
        held = held_together(comparison, mine)
        if not (held or taken or told_by(comparison, mine, theirs) or mine in plain) and any(
            True for _ in rivals(mine, [theirs])
        ):
            message = f"the source has “{' '.join(theirs.text.split())}” here, not “{mine.text}”"
            yield Difference(Verdict.CONTRADICTED, f"{mine.sort}_mismatch", message, theirs.span)
    for name, other in _pairs(
        _within(comparison.claim.names, comparison.claim.text, change.quote),
        _at(comparison.printed, change.span),
    ):
        if (
            not matches(name, other)
            and not (_describes(name) and comparison.names_one(name))
            and not held_together(comparison, name)
            and of_a_sort(name, other)
            and not no_rival(name, comparison.claim.text, other, comparison.document.text)
        ):
            message = f"the source has “{' '.join(other.text.split())}” here, not “{name.text}”"
            yield Difference(Verdict.CONTRADICTED, "name_mismatch", message, other.span)


def _describes(name: Named) -> bool:
    """Whether a name is a description, whose bearer a passage names in other words: "the Chilean minister"."""
    return name.text[-1:].islower() and name.text.split()[-1][:1].islower()


def _within(items: Sequence[Item], text: str, words: str) -> list[Item]:
    """Return the items of the claim that overlap the changed words."""
    at = text.find(words)
    place = Span(at, at + len(words))
    return [item for item in items if at >= 0 and item.span.overlaps(place)]


def _at(items: Sequence[Item], span: Span) -> list[Item]:
    return [item for item in items if item.span.overlaps(span)]


def _pairs(mine: Sequence[Item], theirs: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pair what was put in with what was taken out, only where there is one of each."""
    return [(mine[0], theirs[0])] if len(mine) == 1 and len(theirs) == 1 else []
