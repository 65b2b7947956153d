"""Compares the modal verbs of a claim with those of its passage: what is so is not told as what should or might be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.report import Verdict
from summarizer.verification.compare.order import before_verb
from summarizer.verification.compare.reality import UNREAL
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_OUGHT = frozenset("should must ought".split())
_MAYBE = frozenset("may might could perhaps possibly maybe".split())
_ADDED = _OUGHT | _MAYBE
# What a passage may have in their place: another modal, a purpose or a task ("to"), an ability.
_MODAL = (
    _OUGHT
    | _MAYBE
    | frozenset("can cannot will won't would shall need needs needed to able let help helps helped".split())
)


def compare_modals(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the first verb that the sentence tells as a fact and the claim as a duty or a possibility."""
    if c.coverage < SAME_ASSERTION:
        return
    tokens = c.document.reading.tokens
    for i, at in c.aligned.items() if not _ADDED.isdisjoint(c.claim.tokens.forms) else ():
        added = next((f for f in before_verb(c.claim.tokens, i) if f in _ADDED), None)
        theirs = (form.removesuffix("n't") for form in before_verb(tokens, at))
        if added is None or not _MODAL.isdisjoint(theirs):
            continue
        place = tokens.span(at, at + 1)
        if not any(o.operation in UNREAL and o.scope.overlaps(place) for o in c.operators):
            message = f"the passage has no “{added}” before “{tokens.form(at)}”"
            yield Difference(Verdict.REVIEW, "modality_added", message, place)
            return
