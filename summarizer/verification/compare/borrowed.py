"""Finds a word that a claim puts where its passage has another, and that the text has elsewhere: two facts made into one.

Who tells a text in words of one's own uses words that it has not; who mixes two facts uses those of the other fact. So a noun
that stands in the same place (behind the same noun and preposition, or before or behind the same verb) as another noun of the
passage, and that the text has in another sentence, is borrowed from there ("a pact on tolls" of a text that has a pact on cables).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    TIMES,
    is_adverb,
)
from summarizer.reading.light_words import is_light
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.reading.words import Concept, is_function_word
from summarizer.report import Verdict
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_BINDS = frozenset(
    "of on for about against into".split()
)  # prepositions that tell what a noun is of, not when or where
_WHERE = frozenset(
    "in at from near under inside behind outside".split()
)  # and those that tell where, behind a verb
_TIMES = TIMES | frozenset("beginning end start meantime past future days weeks months years hours".split())
_BETWEEN = 2  # words between a verb and the preposition: "found unharmed in a barn"
# Nouns that stand for what a text named before: "the text could be signed" of an agreement.
_GENERAL = frozenset(
    "text document paper matter issue question subject proposal plan move step measure decision side sides party parties company government ministry one ones".split()
)
_PHRASE = 4  # tokens of a noun phrase that are looked at
_DETERMINING = DETERMINERS | frozenset("its their his her our my your".split())
_SKIPPED = AUXILIARIES | MODALS | {"not", "also", "both", "been", "being"}


def compare_borrowed(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the first word of the claim that stands in the place of another of the passage and comes from elsewhere."""
    stems = c.document.retrieval.stems
    for one in c.missing:
        if stem(one.form) not in stems or is_light(one.form) or one.form.endswith("ly"):
            continue
        if (there := _in_its_place(c, one)) is not None:
            form = c.document.reading.tokens.form(there)
            message = f"“{form}” stands here where the claim has “{one.form}”, which the text tells of something else"
            place = c.document.reading.tokens.span(there, there + 1)
            yield Difference(Verdict.REVIEW, "facts_joined", message, place)
            return


def _in_its_place(c: Comparison, one: Concept) -> int | None:
    """Return the word that the passage has where the claim has a missing one; None where it has none, or one of the claim's own."""
    for find in (_complement, _subject):
        there = find(c, one)
        general = there is not None and c.document.reading.tokens.form(there) in _GENERAL
        if there is not None and not general and not _told_by_claim(c, there):
            return there
    return None


def _told_by_claim(c: Comparison, there: int) -> bool:
    theirs = c.document.retrieval.keys_at(there)
    mine = (*c.claim.concepts.each, *c.claim.name_concepts.each)
    return any(not word.keys.isdisjoint(theirs) for word in mine)


def _complement(c: Comparison, one: Concept) -> int | None:
    """Return the noun behind the same noun and preposition: "cables" of "a pact on cables" for "a pact on tolls"."""
    tokens, source = c.claim.tokens, c.document.reading.tokens
    at = one.at
    while at > max(0, one.at - _PHRASE) and tokens.form(at - 1) not in PREPOSITIONS:
        if not _modifies(tokens, at - 1):
            return None
        at -= 1
    governing = at - 1
    if governing < 1 or governing - 1 not in c.aligned:
        return None
    place, link = c.aligned[governing - 1], tokens.form(governing)
    if stem(source.form(place)) != stem(tokens.form(governing - 1)):
        return None
    if link in _WHERE and _TIMES.isdisjoint(tokens.slice_forms(at, one.at + 1)):
        behind = range(place + 1, min(place + 2 + _BETWEEN, source.within(c.sentence.span).stop))
        place = next((i - 1 for i in behind if source.form(i) == link), place)
    elif link not in _BINDS:
        return None
    if place + 2 >= source.within(c.sentence.span).stop or source.form(place + 1) != link:
        return None
    return _head(c, place + 2)


def _modifies(tokens: Tokens, at: int) -> bool:
    form = tokens.form(at)
    return form in _DETERMINING or not is_function_word(form)


def _head(c: Comparison, first: int) -> int | None:
    """Return the last word of the noun phrase that begins at a token, where it is one of common nouns alone."""
    source, last = c.document.reading.tokens, None
    for at in range(first, min(first + _PHRASE, c.document.reading.tokens.within(c.sentence.span).stop)):
        form = source.form(at)
        if last is None and form in _DETERMINING:
            continue
        if is_function_word(form) or at in c.named_from or not form.isalpha():
            return last if at not in c.named_from else None
        last = at
        if any(mark in source.text[source.ends[at] : source.ends[at] + 2] for mark in ",.;:—()"):
            return last
    return None


def _subject(c: Comparison, one: Concept) -> int | None:
    """Return the noun before the same verb in the same voice: "a dinner was cancelled" for "the talks were cancelled"."""
    tokens, source = c.claim.tokens, c.document.reading.tokens
    verb = _next_word(tokens, one.at + 1)
    if verb is None or verb not in c.aligned or verb == one.at + 1 or not tokens.form(verb).endswith("ed"):
        return None
    place = c.aligned[verb]
    if stem(source.form(place)) != stem(tokens.form(verb)) or not source.form(place).endswith("ed"):
        return None
    before = place - 1
    while before > 0 and (source.form(before) in _SKIPPED or is_adverb(source.form(before))):
        before -= 1
    same = bool(BE & set(tokens.slice_forms(one.at + 1, verb))) == bool(
        BE & set(source.slice_forms(before + 1, place))
    )
    plain = not is_function_word(source.form(before)) and before + 1 not in c.named_before
    parted = source.text[source.ends[before] : source.starts[before + 1]].strip()
    return (
        before
        if same and plain and not parted and before + 1 < place and before in source.within(c.sentence.span)
        else None
    )


def _next_word(tokens: Tokens, at: int) -> int | None:
    """Return the first token that is no auxiliary or adverb: the verb of the noun before it."""
    while at < len(tokens) and (tokens.form(at) in _SKIPPED or is_adverb(tokens.form(at))):
        at += 1
    return at if at < len(tokens) else None
