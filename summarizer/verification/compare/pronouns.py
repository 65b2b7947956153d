"""Compares the pronouns of a claim with those of its passage: who is "he" in one is not "she" in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.words import AUXILIARIES, is_adverb
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.verification.claims.claim import Claim
from summarizer.verification.context import once
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_SPEAKING = frozenset("i me my mine myself you your yours we us our ours".split())
_TELLING = _HE | _SHE | _SPEAKING
_QUOTED = late_regex(r'"[^"]*"|“[^”]*”|‘[^’]*’(?!\w)|``.*?\'\'', re.DOTALL)
_STATE = late_regex(r"\bUS\b")  # no pronoun
_LETTERS = late_regex(r"[a-z]+")
_SAME = 0.5  # coverage from which the passage speaks of the same


def compare_pronouns(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, a "he" where the passage and what it leans on only have "she", and an "I" that nobody says there.

    A summary tells in the third person: what "I" or "you" it has outside quotation marks must be its passage's own.
    """
    mine = _own_words(c.claim)
    if c.coverage < _SAME or (mine.isdisjoint(_TELLING) and not _opening(c.claim.text)):
        return
    here = _words(c.sentence.text)
    if (
        (mine_first := _opening(c.claim.text))
        and (told_first := _opening(c.sentence.text))
        and mine_first != told_first
    ):
        yield _difference(c, f"the passage has “{told_first}”, not “{mine_first}”")
    around = here.union(*(_words(s.text) for s in c.document.context_of(c.sentence)))
    for own, other in ((_HE, _SHE), (_SHE, _HE)):
        if (said := mine & own) and not around & own and (told := here & other):
            yield _difference(c, f"the passage has “{min(told)}”, not “{min(said)}”")
    if turned := next(_other_subjects(c), None):
        yield _difference(c, f"the passage has “{turned[1]}” here, not “{turned[0]}”")
    if (said := mine & _SPEAKING) and not around & _SPEAKING:
        yield _difference(c, f"nobody says “{min(said)}” in the passage")


def _other_subjects(c: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the "he" and "she" of which claim and passage tell the same word."""
    for i, at in c.aligned.items():
        mine = _subject(c.claim.tokens, i)
        theirs = _subject(c.document.reading.tokens, at) if mine in _SUBJECTS else ""
        if theirs in _SUBJECTS and mine != theirs:
            yield mine, theirs


def _subject(tokens: Tokens, verb: int) -> str:
    """Return the word before a verb and what helps it."""
    at = verb - 1
    while at > 0 and (tokens.form(at) in _HELPING or is_adverb(tokens.form(at))):
        at -= 1
    return tokens.form(at) if at >= 0 else ""


_SUBJECTS = frozenset(("he", "she"))
_HELPING = AUXILIARIES | frozenset("not never also to".split())
_OPENS = late_regex(r"\W*(he|she)\b", re.IGNORECASE)


def _opening(text: str) -> str:
    """Return the "he" or "she" that a sentence begins with: its subject."""
    match = _OPENS.match(text)
    return match[1].casefold() if match else ""


@once
def _own_words(claim: Claim) -> frozenset[str]:
    """Return the words of a claim outside quotation marks."""
    return _words(_QUOTED.sub(lambda quoted: " " * len(quoted[0]), claim.text))


def _words(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(_STATE.sub(" ", text).casefold()))


def _difference(c: Comparison, message: str) -> Difference:
    return Difference(Verdict.REVIEW, "pronoun_differs", message, c.sentence.span)
