"""Compares the names and the quantities of a claim with those of a passage."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from summarizer.reading.naming.gazetteer import is_adjective
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.verification.compare.noun_phrases import no_rival
from summarizer.verification.compare.number_slots import displaced
from summarizer.verification.compare.periods_told import compare_periods
from summarizer.verification.compare.slots import borrowed
from summarizer.verification.compare.standing_for import stands_for
from summarizer.verification.computed.computation import keys_around
from summarizer.verification.computed.gathering import counts_same, gathers, sets_apart
from summarizer.verification.computed.sums import only_part
from summarizer.verification.context import Document, remembered
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.values.periods import same_step
from summarizer.verification.values.quantities import (
    Quantity,
    bare_weekday,
    equal,
    rivals,
    weekday_of,
)
from summarizer.verification.values.rounding import rounds
from summarizer.verification.who.identity import Named, are_other_organs, matches, named_among
from summarizer.verification.who.speakers import issuer

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.compare.comparison import Comparison

_EACH = re.compile(r"\b(?:each|every|per|apiece|respectively|both)\b", re.IGNORECASE)
_NEXT = 4  # tokens around a quantity in which the words stand that say what it counts
_AROUND = 6  # tokens around a quantity of the source in which the words that the claim has beside it stand
_ADVERBS = frozenset("further again also back home first alone together today".split())
_BESIDE = 2  # tokens between a name and the word beside it
_ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,6}s?")
# What stands between names that belong to one word: "the G7 Hiroshima summit", "A, Minister B and Mr. C joined".
_TOGETHER = re.compile(r"(?:[\s,-]|['’]s\b|\band\b(?:\s+the\b)?|\b[A-Z][\w.’'-]*)*")
_I = re.compile(r"\b(?:I|we|my|our|me|us|I’m|I’ve|I’ll|I'm|I've|I'll)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|their|its|we|our|us|this|these)\b", re.IGNORECASE
)


def compare_quantities(c: Comparison) -> Iterator[Difference]:
    """Yield the quantities of the claim that the sentence does not have, or tells less or more exactly."""
    yield from compare_periods(c)
    for claimed in c.claim.quantities:
        if (rival := _other_count(c, claimed)) is not None:
            here = " ".join(rival.text.split())
            message = f"the source has “{here}” of these, not “{claimed.text}”"
            yield Difference(Verdict.CONTRADICTED, "number_mismatch", message, rival.span)
            continue
        same = [q for q in c.quantities if _same(c, claimed, q)]
        if (part := only_part(c, claimed)) is not None:
            message = f"“{claimed.text}” is one of several numbers here, not what they come to"
            yield Difference(Verdict.REVIEW, "computed", message, part.span)
            continue
        if (other := displaced(c, claimed, same, c.sentence)) is not None:
            message = (
                f"what the claim tells of “{claimed.text}” stands with “{' '.join(other.text.split())}” here"
            )
            yield Difference(Verdict.REVIEW, "number_mismatch", message, other.span)
            continue
        if any(q.text.casefold() == claimed.text.casefold() for q in same):
            continue
        if same:
            yield from _compare_bounds(c, claimed)
        elif (
            not gathers(c, claimed)
            and not _follows(c, claimed)
            and not _pronoun(c, claimed)
            and not _stands_with(c, claimed)
        ):
            yield _unmatched(c, claimed)


def _same(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether a quantity of the sentence is that of the claim, in value and in what it counts."""
    if weekday_of(claimed) is not None and not bare_weekday(told):
        return False  # the weekday of a full date is computed, for the date that the claim speaks of
    if claimed.sort == told.sort and claimed.text.casefold() == told.text.casefold():
        return counts_same(c, claimed, told)
    return equal(claimed, told) and counts_same(c, claimed, told)


def _follows(c: Comparison, claimed: Quantity) -> bool:
    """Whether a quantity rounds one of the sentence, is the same period in other words, or plainly follows from others."""
    how = c.computed.get(claimed)
    if (how is not None and how.plain) or any(
        told_by(c, claimed, q) and not sets_apart(c, claimed, q) for q in c.quantities
    ):
        return True
    return claimed.sort == "date" and same_step(claimed.text, c.sentence.text)


def told_by(c: Comparison, claimed: Quantity, told: Quantity) -> bool:
    """Whether a quantity of the source is, or is rounded to, what a claim has."""
    return equal(claimed, told) or rounds(claimed, told, bound_words(c, claimed))


def bound_words(c: Comparison, claimed: Quantity) -> str:
    """Return the words of a claim that tell how exactly a quantity is meant: "more than"."""
    place = getattr(claimed.item, "bound_span", None)
    return c.claim.text[place.start : place.end] if place else ""


def _other_count(c: Comparison, claimed: Quantity) -> Quantity | None:
    """Return the number that the sentence gives of what the claim counts, where it is another: "three tracks"."""
    how = c.computed.get(claimed)
    if claimed.sort != "number" or claimed.item.unit or (how is not None and how.plain):
        return None
    behind = c.claim.tokens.within(claimed.span).stop
    thing = next((x for x in c.claim.concepts.each if x.at == behind), None)
    places = set(c.places(thing.keys)) if thing else set()
    tokens = c.document.reading.tokens
    counts = [
        q
        for q in c.quantities
        if q.sort == "number"
        and tokens.within(q.span).stop in places
        and q.item.kind == claimed.item.kind  # "the first topic" is one of three
    ]
    return counts[0] if counts and not any(told_by(c, claimed, q) for q in counts) else None


def _pronoun(c: Comparison, claimed: Quantity) -> bool:
    """Whether "one" or "two" counts nothing but stands for those spoken of: "one of them", "the two agreed"."""
    if claimed.sort != "number" or claimed.item.kind != "number" or claimed.item.value not in (1, 2):
        return False
    if not claimed.text.isalpha():
        return False
    at = c.claim.tokens.within(claimed.span)
    behind = at.stop
    if claimed.item.value == 2 and not (
        at.start and c.claim.tokens.form(at.start - 1) in ("the", "these", "those")
    ):
        return False  # "two of them" counts
    last = behind >= len(c.claim.tokens)
    return last or is_function_word(c.claim.tokens.form(behind)) or c.claim.tokens.form(behind).endswith("ed")


def _stands_with(c: Comparison, claimed: Quantity) -> bool:
    """Whether a sentence beside the passage has a quantity together with a word that stands next to it in the claim."""
    at = c.claim.tokens.within(claimed.span)
    beside = [x for x in c.claim.concepts.each if at.start - _NEXT <= x.at < at.stop + _NEXT]
    told = frozenset[str]().union(*(keys_around(c, q.span, 1, 1) for q in rivals(claimed, c.quantities)))
    if any(not told.isdisjoint(x.keys) for x in c.claim.concepts.each if x.at in (at.start - 1, at.stop)):
        return False  # the sentence has another quantity of the very thing
    for sentence in c.context:
        same = [q for q in c.document.quantities_in(sentence) if _same(c, claimed, q)]
        if not same or displaced(c, claimed, same, sentence) is not None:
            continue
        words = frozenset[str]().union(*(keys_around(c, q.span, _AROUND, _AROUND) for q in same))
        if any(not words.isdisjoint(x.keys) for x in beside):
            return True
    return False


def _unmatched(c: Comparison, claimed: Quantity) -> Difference:
    """Judge a quantity that the sentence does not have: against its rivals there, else against the whole source."""
    others = list(rivals(claimed, c.quantities))
    if (how := c.computed.get(claimed)) is not None:
        message = f"“{claimed.text}” may follow from what the source tells ({how.message}), but does not stand there"
        return Difference(Verdict.REVIEW, "computed", message, how.spans[0] if how.spans else None)
    if others and c.coverage >= SAME_ASSERTION and not _EACH.search(c.sentence.text):
        told = " ".join(others[0].text.split())
        message = f"the source has “{told}”, not “{claimed.text}”"
        return Difference(Verdict.CONTRADICTED, f"{claimed.sort}_mismatch", message, others[0].span)
    near = [s for s in c.context if any(_same(c, claimed, q) for q in c.document.quantities_in(s))]
    if near:
        message = f"“{claimed.text}” stands near this passage, not in it"
        apart = all(
            displaced(c, claimed, [q for q in c.document.quantities_in(s) if _same(c, claimed, q)], s)
            for s in near
        )
        along = not apart and (not others or any(_has_more(c, claimed, s) for s in near))
        return Difference(Verdict.REVIEW, f"{claimed.sort}_nearby", message, wording=along and not c.pinned)
    if _told_somewhere(c.document, claimed):
        return Difference(
            Verdict.REVIEW,
            f"{claimed.sort}_elsewhere",
            f"“{claimed.text}” stands in the source, but not in this passage",
        )
    return Difference(
        Verdict.UNSUPPORTED,
        f"{claimed.sort}_not_found",
        f"the source has no {claimed.sort} “{claimed.text}”",
    )


@remembered
def _told_somewhere(document: Document, claimed: Quantity) -> bool:
    return any(equal(claimed, other) for other in document.quantities)


def _has_more(c: Comparison, claimed: Quantity, sentence: Sentence) -> bool:
    """Whether a sentence has another quantity of the claim too: then it is what a part of the claim rests on."""
    rest = [q for q in c.claim.quantities if q != claimed and q.sort != "date"]
    return any(_same(c, q, other) for q in rest for other in c.document.quantities_in(sentence))


def _compare_bounds(c: Comparison, claimed: Quantity) -> Iterator[Difference]:
    """Compare bounds: a length told as "about" is not told exactly, nor the other way round."""
    bound = getattr(claimed.item, "bound", None)
    same = [q for q in c.quantities if q.sort == claimed.sort and equal(claimed, q)]
    if bound is None or not same or any(getattr(q.item, "bound", None) == bound for q in same):
        return
    told = getattr(same[0].item, "bound", None)
    verdict = Verdict.CONTRADICTED if {bound, told} == {"at_least", "at_most"} else Verdict.REVIEW
    yield Difference(
        verdict,
        "bound_mismatch",
        f"“{claimed.text}” is told as {_words(told)}, not {_words(bound)}",
        same[0].span,
    )


def compare_names(c: Comparison) -> Iterator[Difference]:
    """Yield the names of the claim that the sentence neither has nor refers back to."""
    for named in c.claim.names:
        if c.names_one(named) or _spelled_out(c, named):
            if (rival := _displaced(c, named)) is not None:
                told = " ".join(rival.text.split())
                message = f"the passage has “{told}” where the claim has “{named.text}”"
                yield Difference(Verdict.REVIEW, "name_mismatch", message, rival.span)
            continue
        if first_person(c, named) or stands_for(c, named):
            continue
        referred = c.document.identities.refers_back(c.sentence, named) and not borrowed(c, named)
        if _in_its_place(c, named) or not referred:
            yield _unnamed(c, named)


def _unnamed(c: Comparison, named: Named) -> Difference:
    """Judge a name that the sentence does not have: it may name another in its place, or leave it to its neighbours."""
    if not _known(c, named) and not _ABBREVIATION.fullmatch(named.text):
        return Difference(
            Verdict.UNSUPPORTED, "name_not_in_source", f"“{named.text}” does not occur in the source"
        )
    message = f"the passage does not name “{named.text}”"
    if (rival := _in_its_place(c, named)) is not None:
        told = " ".join(rival.text.split())
        contrast = f"the passage has “{told}” here, not “{named.text}”"
        firm = c.coverage >= SAME_ASSERTION and not _around(c, named)
        return Difference(
            Verdict.CONTRADICTED if firm else Verdict.REVIEW, "name_mismatch", contrast, rival.span
        )
    if _around(c, named) or (c.operands and _in_opening(c, named)):
        merged = not c.operands and borrowed(c, named)
        near = ", but another sentence, of something else," if merged else ", but its surroundings do"
        return Difference(Verdict.REVIEW, "name_nearby", message + near, wording=not merged)
    if _THIRD_PERSON.search(c.sentence.text):
        return Difference(Verdict.REVIEW, "name_not_in_passage", message)
    strangers = [o for o in c.named if not c.claim.names_one(o)]
    if (
        strangers
        and len(c.claim.concepts) >= 3
        and c.coverage >= 0.95
        and not c.document.identities.nearby(c.sentence, named)
    ):
        told = " ".join(strangers[0].text.split())
        contrast = f"the passage names “{told}”, not “{named.text}”"
        return Difference(Verdict.CONTRADICTED, "name_mismatch", contrast, strangers[0].span)
    return Difference(Verdict.REVIEW, "name_not_in_passage", message)


def first_person(c: Comparison, named: Named) -> bool:
    """Whether the sentence's "I" or "we" is who is named: its turn bears that name, or those who issue the text do."""
    if not _I.search(c.sentence.text):
        return False
    identities = c.document.identities
    issued = issuer(c.document)
    opened = (other for s in c.document.opening for other in identities.in_sentence(s))
    issues = issued is not None and issued.document and _WE.search(c.sentence.text)
    return identities.speaks(c.sentence, named) or bool(issues and any(matches(named, o) for o in opened))


def _in_its_place(c: Comparison, named: Named) -> Named | None:
    """Return the name of somebody else that stands in the passage where the claim has this one.

    Its place: among the words around what stands beside the name in the claim, and no name between them.
    """
    at = c.claim.tokens.touching(named.span)
    before = [place for i, place in c.aligned.items() if at.start - _NEXT <= i < at.start][-1:]
    after = [place for i, place in c.aligned.items() if at.stop <= i < at.stop + _NEXT][:1]
    beside = [c.named_from.get(b + 1 + step) for b in before for step in range(_BESIDE + 1)]
    beside += [c.named_before.get(a - step) for a in after for step in range(_BESIDE + 1)]
    rivals_here = (
        other
        for other in beside
        if other and of_a_sort(named, other) and not no_rival(named, c.claim.text, other, c.document.text)
    )
    return next((other for other in rivals_here if not c.claim.names_one(other)), None)


def _displaced(c: Comparison, named: Named) -> Named | None:
    """Return the name that stands right before a word in the passage where the claim has another: "the Geneva talks"."""
    behind = c.claim.tokens.touching(named.span).stop
    if behind not in c.aligned or c.claim.tokens.form(behind) in _ADVERBS:
        return None
    before = [o for at in c.places(c.claim.keys(behind)) if (o := c.named_before.get(at))]
    if not before or any(matches(named, other) for other in before):
        return None
    others = [o for o in before if named.text not in o.text and not _stacked(c, named, o)]
    return next((other for other in others if of_a_sort(named, other)), None)


def _stacked(c: Comparison, named: Named, other: Named) -> bool:
    """Whether two names belong to one word together: "the G7 Hiroshima summit", or "A and B talked" in the claim."""
    text, joined = c.document.text, c.claim.text
    return any(
        matches(named, n) and _TOGETHER.fullmatch(text[n.span.end : other.span.start])
        for n in c.named
        if n.span.end <= other.span.start
    ) or any(
        matches(other, n)
        and re.fullmatch(r"\s*(?:,|,?\s+and)\s+(?:\w+\s+){0,2}", joined[n.span.end : named.span.start])
        for n in c.claim.names
        if n.span.end <= named.span.start
    )


def of_a_sort(a: Named, b: Named) -> bool:
    """Whether two names are of the same sort, so that one excludes the other: two states, or two that are none.

    The adjective of a state excludes no name: "the German town of Hanau".
    """
    states = [any(key.startswith("polity:") for key in named.keys) for named in (a, b)]
    adjectives = [is_adjective(named.text) for named in (a, b)]
    return bool(a.keys and b.keys) and states[0] == states[1] and adjectives[0] == adjectives[1]


def _in_opening(c: Comparison, named: Named) -> bool:
    """Whether the title or the opening spells a name out: it tells of the event that a computed time counts to."""
    return any(named.text.casefold() in s.text.casefold() for s in c.document.opening)


def _around(c: Comparison, named: Named) -> bool:
    """Whether the sentences that the passage leans on, or the label of its speaker, have a name."""
    identities = c.document.identities
    if any(matches(named, other) for s in c.surroundings for other in identities.in_sentence(s)):
        return True
    return identities.nearby(c.sentence, named) or any(_printed(named.text, s.text) for s in c.surroundings)


def _printed(name: str, text: str) -> bool:
    """Whether a text has a name of several words as it stands, or one spelled out, that the reader of names missed."""
    words = name.split()
    return has_initials(text, name) or (len(words) > 1 and name in " ".join(text.split()))


def _spelled_out(c: Comparison, named: Named, sentence: Sentence | None = None) -> bool:
    """Whether all words of a name stand in the sentence, or those that its letters are the first of: "FDA"."""
    sentence = sentence or c.sentence
    tokens = c.document.reading.tokens
    words = {tokens.form(i) for i in tokens.within(sentence.span)}
    others = c.document.identities.in_sentence(sentence)
    if any(are_other_organs(named.text, other.text) for other in others):
        return named_among(named, others)  # its words stand in the names of others
    return _in(words, _forms(c, named)) or has_initials(sentence.text, named.text)


def has_initials(text: str, abbreviation: str) -> bool:
    """Whether a text spells an abbreviation out: "FDA" for "Food and Drug Administration"."""
    if not re.fullmatch(r"[A-Z]{2,6}", abbreviation):
        return False
    words = (rf"{letter}[\w’']+" for letter in abbreviation)
    return bool(re.search(r"\b" + r"(?:[\s-]+(?:and|of|the|for|on|in|&))*[\s-]+".join(words), text))


def _forms(c: Comparison, named: Named) -> list[str]:
    return [c.claim.tokens.form(i) for i in c.claim.tokens.touching(named.span)]


def _in(words: Container[str], forms: list[str]) -> bool:
    """Whether some words hold those of a name, in the singular or plural, or its initials ("LA" for "Los Angeles")."""
    initials = "".join(f[0] for f in forms) if len(forms) > 1 else ""
    spelled = all(any(f in words for f in _variants(form)) for form in forms)
    return bool(forms) and (spelled or (len(initials) > 1 and initials in words))


def _variants(form: str) -> tuple[str, ...]:
    base = form.removesuffix("'s")
    return form, base, base + "'s", base + "s", base.removesuffix("s")


def _known(c: Comparison, named: Named) -> bool:
    if named.keys:
        return True
    return _in(c.document.reading.tokens.vocabulary, _forms(c, named))


def _words(bound: str | None) -> str:
    names = {"exact": "exact", "about": "approximate", "at_least": "a minimum", "at_most": "a maximum"}
    return names.get(bound or "exact", str(bound))
