"""Finds the words of a claim that a passage need not have: they name by office whom it names otherwise, or say again what its numbers do."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from summarizer.reading.naming.gazetteer import Sort, look_up
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.polarity import DENYING
from summarizer.verification.compare.anaphora import stood_for
from summarizer.verification.compare.arguments import same_head
from summarizer.verification.compare.commitment import promised
from summarizer.verification.compare.comparatives import told_by_reverse
from summarizer.verification.compare.prefixes import GROWN, reversed_by_prefix
from summarizer.verification.compare.scenes import told_by_converse
from summarizer.verification.compare.talk import done_by_form
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.participants import gathered_nouns

if TYPE_CHECKING:
    from summarizer.reading.words import Concept
    from summarizer.verification.compare.comparison import Comparison

# "The leaders did not agree" where the source says "they did not agree".
_PLURAL = re.compile(r"\b(?:they|we|both|them|us)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)  # whoever speaks for "the company"
_GATHERED = frozenset(
    "leaders side sides parties delegations presidents ministers governments countries officials diplomats teams company firm group team "
    "government administration".split()
)
_SPOKEN_FOR = frozenset(
    "company firm group team organization organisation corporation management business".split()
)
# What makes a noun point back to whom the text told of: "the two prime ministers".
_DEFINITE = frozenset("the both two three four five these those all".split())
_PHRASE = 4  # tokens before a noun in which its determiner stands
_OFFICES = frozenset(
    "president presidents minister ministers chancellor chancellors premier premiers".split()
)


def told_anyway(c: Comparison, lacking: list[Concept]) -> frozenset[int]:
    """Return the tokens of those words whose absence from the sentence tells nothing."""
    gathered = gathered_nouns(c) | stood_for(c, lacking)
    counts = bool(c.claim.quantities)
    reverse = told_by_reverse(c)
    return frozenset(
        one.at
        for one in lacking
        if (one.form in _GATHERED and _PLURAL.search(c.sentence.text))
        or (one.form.removesuffix("'s") in _SPOKEN_FOR and _OWN.search(c.sentence.text))
        or one.at in gathered
        or promised(one.form, c.sentence.text)
        or _points_back(c, one.at)
        or _told_by_denial(c, one)
        or (one.form == "capital" and _has_capital(c))
        or done_by_form(c, one.at)
        or told_by_converse(c, one.at, partial(same_head, c))
        or (counts and is_frame(one.form) and c.operands)  # most work last
        or one.form in reverse
    )


def _told_by_denial(c: Comparison, one: Concept) -> bool:
    """Whether the sentence denies what a prefix of the claim's word does: "not vaccinated" for "unvaccinated"."""
    if not one.form.startswith(GROWN):
        return False
    tokens = c.document.reading.tokens
    bases = [at for at in tokens.within(c.sentence.span) if reversed_by_prefix(one.form, tokens.form(at))]
    return any(
        o.operation in DENYING and o.scope.overlaps(tokens.span(at, at + 1))
        for at in bases
        for o in c.operators
    )


def _points_back(c: Comparison, at: int) -> bool:
    """Whether a word belongs to an office that stands for those it is held by, in a sentence that names no other."""
    tokens = c.claim.tokens
    head = at + 1 if tokens.form(at) == "prime" and at + 1 < len(tokens) else at
    if tokens.form(head) not in _OFFICES or not _DEFINITE.intersection(
        tokens.slice_forms(max(0, at - _PHRASE), at)
    ):
        return False
    source = c.document.reading.tokens
    office = tokens.form(head).removesuffix("s")
    if office not in source.vocabulary and f"{office}s" not in source.vocabulary:
        return False
    here = {source.form(i) for i in source.within(c.sentence.span)}
    return not any(form in ROLES or form in ROLE_PLURALS for form in here - {office, f"{office}s"})


def _has_capital(c: Comparison) -> bool:
    """Whether the sentence names a capital: "the Japanese capital" is one, and whose it is is compared as a name."""
    return any(entry.sort is Sort.CAPITAL for named in c.named for entry in look_up(named.text))
