"""Compares the names and the quantities of a claim with those of a passage."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.verification.counting import counted
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.identity import Named, matches
from summarizer.verification.quantities import (
    Quantity,
    computed,
    elapsed_between,
    equal,
    is_collective,
    rivals,
    weekday_of,
)

if TYPE_CHECKING:
    from summarizer.verification.compare import Comparison

_EACH = re.compile(r"\b(?:each|every|per|apiece|respectively|both)\b", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:total|altogether|together|in\s+all|in\s+sum|sum|combined|add(?:s|ed)?\s+up)\b", re.IGNORECASE
)
_NEXT = 4  # tokens around a quantity in which the words stand that say what it counts
_ADVERBS = frozenset("further again also back home first alone together today".split())
_BESIDE = 2  # tokens between a name and the word beside it
_ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,6}s?")
_I = re.compile(r"\b(?:I|we|my|our|me|us|I’m|I’ve|I’ll|I'm|I've|I'll)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|their|its|we|our|us|this|these)\b", re.IGNORECASE
)


def compare_quantities(c: Comparison) -> Iterator[Difference]:
    """Yield the quantities of the claim that the sentence does not have, or tells less or more exactly."""
    told = {(q.sort, q.text.casefold()) for q in c.quantities}
    for claimed in c.claim.quantities:
        if (rival := _other_count(c, claimed)) is not None:
            here = " ".join(rival.text.split())
            message = f"the source has “{here}” of these, not “{claimed.text}”"
            yield Difference(Verdict.CONTRADICTED, "number_mismatch", message, rival.span)
            continue
        if (claimed.sort, claimed.text.casefold()) in told:
            continue
        if any(equal(claimed, other) for other in c.quantities):
            yield from _compare_bounds(c, claimed)
        elif (
            not is_collective(claimed)
            and not _pronoun(c, claimed)
            and not _stands_with(c, claimed)
            and not _published(c, claimed)
        ):
            yield _unmatched(c, claimed)


def _computed(c: Comparison, claimed: Quantity) -> bool | None:
    """Return whether a quantity follows from others plainly, or (False) may follow; None when it does not.

    Plainly: the time between two clock times or two days that are told, how many things are listed, or a sum that the
    claim calls one.
    """
    told = [*c.quantities, *(q for s in c.context for q in c.document.quantities_in(s))]
    if elapsed_between(claimed, [*c.document.times, *told], c.document.reading.anchor):
        return True
    if counted(c, claimed):
        return True
    if computed(claimed, c.quantities):
        return bool(_SUM.search(c.claim.text))
    return None


def _other_count(c: Comparison, claimed: Quantity) -> Quantity | None:
    """Return the number that the sentence gives of what the claim counts, where it is another: "three tracks"."""
    if claimed.sort != "number" or claimed.item.unit:
        return None
    behind = c.claim.tokens.within(claimed.span).stop
    thing = next((x for x in c.claim.concepts.each if x.at == behind), None)
    places = set(c.places(thing.keys)) if thing else set()
    tokens = c.document.reading.tokens
    counts = [q for q in c.quantities if q.sort == "number" and tokens.within(q.span).stop in places]
    return counts[0] if counts and not any(equal(claimed, q) for q in counts) else None


def _pronoun(c: Comparison, claimed: Quantity) -> bool:
    """Whether "one" or "two" counts nothing but stands for those spoken of: "one of them", "the two agreed"."""
    if claimed.sort != "number" or claimed.item.value > 2 or not claimed.text.isalpha():
        return False
    behind = c.claim.tokens.within(claimed.span).stop
    last = behind >= len(c.claim.tokens)
    return last or is_function_word(c.claim.tokens.form(behind)) or c.claim.tokens.form(behind).endswith("ed")


def _published(c: Comparison, claimed: Quantity) -> bool:
    """Whether a weekday is that of the day of publication: readouts and statements are of the day."""
    anchor = c.document.reading.anchor
    return anchor is not None and claimed.sort == "date" and weekday_of(claimed) == anchor.weekday()


def _stands_with(c: Comparison, claimed: Quantity) -> bool:
    """Whether a sentence beside the passage has a quantity together with a word that stands next to it in the claim."""
    at = c.claim.tokens.within(claimed.span)
    beside = [x for x in c.claim.concepts.each if at.start - _NEXT <= x.at < at.stop + _NEXT]
    return any(
        not c.document.retrieval.keys_of([s]).isdisjoint(x.keys)
        for s in c.context
        if any(equal(claimed, q) for q in c.document.quantities_in(s))
        for x in beside
    )


def _unmatched(c: Comparison, claimed: Quantity) -> Difference:
    """Judge a quantity that the sentence does not have: against its rivals there, else against the whole source."""
    others = list(rivals(claimed, c.quantities))
    if (how := _computed(c, claimed)) is not None:
        message = f"“{claimed.text}” may follow from what the source tells, but does not stand there"
        return Difference(Verdict.REVIEW, "computed", message, wording=how)
    if others and c.coverage >= SAME_ASSERTION and not _EACH.search(c.sentence.text):
        told = " ".join(others[0].text.split())
        message = f"the source has “{told}”, not “{claimed.text}”"
        return Difference(Verdict.CONTRADICTED, f"{claimed.sort}_mismatch", message, others[0].span)
    near = [s for s in c.context if any(equal(claimed, q) for q in c.document.quantities_in(s))]
    if near:
        message = f"“{claimed.text}” stands near this passage, not in it"
        return Difference(Verdict.REVIEW, f"{claimed.sort}_nearby", message, wording=True)
    if any(equal(claimed, other) for other in c.document.quantities):
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


def _compare_bounds(c: Comparison, claimed: Quantity) -> Iterator[Difference]:
    """Compare bounds: a length told as "about" is not told exactly, nor the other way round."""
    bound = getattr(claimed.item, "bound", None)
    same = [q for q in c.quantities if equal(claimed, q)]
    if bound is None or any(getattr(q.item, "bound", None) == bound for q in same):
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
        if _first_person(c, named):
            continue
        if _in_its_place(c, named) or not c.document.identities.refers_back(c.sentence, named):
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
    if _around(c, named):
        return Difference(Verdict.REVIEW, "name_nearby", message + ", but its surroundings do", wording=True)
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


def _first_person(c: Comparison, named: Named) -> bool:
    """Whether the sentence's "I" or "we" is who is named: its turn bears that name as its label."""
    return bool(_I.search(c.sentence.text)) and c.document.identities.speaks(c.sentence, named)


def _in_its_place(c: Comparison, named: Named) -> Named | None:
    """Return the name of somebody else that stands in the passage where the claim has this one.

    Its place: among the words around what stands beside the name in the claim, and no name between them.
    """
    at = c.claim.tokens.within(named.span)
    before = [place for i, place in c.aligned.items() if at.start - _NEXT <= i < at.start][-1:]
    after = [place for i, place in c.aligned.items() if at.stop <= i < at.stop + _NEXT][:1]
    beside = [c.named_from.get(b + 1 + step) for b in before for step in range(_BESIDE + 1)]
    beside += [c.named_before.get(a - step) for a in after for step in range(_BESIDE + 1)]
    rivals_here = (other for other in beside if other and of_a_sort(named, other))
    return next((other for other in rivals_here if not c.claim.names_one(other)), None)


def _displaced(c: Comparison, named: Named) -> Named | None:
    """Return the name that stands right before a word in the passage where the claim has another: "the Geneva talks"."""
    behind = c.claim.tokens.within(named.span).stop
    if behind not in c.aligned or c.claim.tokens.form(behind) in _ADVERBS:
        return None
    before = [o for at in c.places(c.claim.keys(behind)) if (o := c.named_before.get(at))]
    if not before or any(matches(named, other) for other in before):
        return None
    others = [other for other in before if named.text not in other.text]
    return next((other for other in others if of_a_sort(named, other)), None)


def of_a_sort(a: Named, b: Named) -> bool:
    """Whether two names are of the same sort, so that one excludes the other: two states, or two that are none."""
    states = [any(key.startswith("polity:") for key in named.keys) for named in (a, b)]
    return bool(a.keys and b.keys) and states[0] == states[1]


def _around(c: Comparison, named: Named) -> bool:
    """Whether the sentences that the passage leans on, or the label of its speaker, have a name."""
    identities = c.document.identities
    if any(matches(named, other) for s in c.context for other in identities.in_sentence(s)):
        return True
    return identities.nearby(c.sentence, named)


def _spelled_out(c: Comparison, named: Named) -> bool:
    """Whether all words of a name stand in the sentence."""
    forms = [c.claim.tokens.form(i) for i in c.claim.tokens.within(named.span)]
    tokens = c.document.reading.tokens
    words = {tokens.form(i) for i in tokens.within(c.sentence.span)}
    return _in(words, forms)


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
    forms = [c.claim.tokens.form(i) for i in c.claim.tokens.within(named.span)]
    return _in(c.document.reading.tokens.vocabulary, forms)


def _words(bound: str | None) -> str:
    names = {"exact": "exact", "about": "approximate", "at_least": "a minimum", "at_most": "a maximum"}
    return names.get(bound or "exact", str(bound))
