"""Compares the names of a claim with those of a passage."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import is_adjective
from summarizer.reading.sentences import Sentence
from summarizer.report import Verdict
from summarizer.verification.compare.mixed import held_together
from summarizer.verification.compare.noun_phrases import no_rival
from summarizer.verification.compare.slots import borrowed
from summarizer.verification.compare.standing_for import stands_for
from summarizer.verification.compare.talk import MUTUAL, does_by_words, only_speaks
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.who.identity import Named, are_other_organs, is_organ, matches, named_among
from summarizer.verification.who.persons import is_possessive
from summarizer.verification.who.reference import person_of
from summarizer.verification.who.speakers import issuer

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_NEXT = 4  # tokens before and behind a name in which the words beside it stand
_ADVERBS = frozenset("further again also back home first alone together today".split())
_BESIDE = 2  # tokens between a name and the word beside it
_ABBREVIATION = late_regex(r"[A-Z][A-Z&]{1,6}s?")
# What stands between names that belong to one word: "the G7 Hiroshima summit", "A, Minister B and Mr. C joined".
_TOGETHER = late_regex(r"(?:[\s,-]|['’]s\b|\band\b(?:\s+the\b)?|\b[A-Z][\w.’'-]*)*")
_I = late_regex(r"\b(?:I|we|my|our|me|us|I’m|I’ve|I’ll|I'm|I've|I'll)\b", re.IGNORECASE)
_YOU = late_regex(r"\b(?:you|your|yours|(?-i:u|ur))\b", re.IGNORECASE)
# Whom a claim tells as speaking: who answers says what was asked.
_SPEAKS = late_regex(
    r"\s+(?:also\s+|has\s+|had\s+|\w+ly\s+)?(?:said|says|told|denie[sd]|denying|disputed|rejected|dismissed|confirmed|acknowledged|admitted|conceded|agreed\s+that|answered|replied|stated|maintained|insisted|did\s+not\s+(?:deny|rule\s+out)|ruled\s+out)\b"
)
_WE = late_regex(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OF = late_regex(r"\s+of\s+(?:the\s+)?")
_TITLE = late_regex(r"\W*(?:(?:the|mr|mrs|ms|dr)\b\.?\s*)?", re.IGNORECASE)
_THIRD = late_regex(r"\b(?:he|she|him|her|his|hers|they|them|their|theirs)\b", re.IGNORECASE)
_THIRD_PERSON = late_regex(
    r"\b(?:he|she|they|it|him|her|them|his|their|its|we|our|us|this|these)\b", re.IGNORECASE
)


def compare_names(c: Comparison) -> Iterator[Difference]:
    """Yield the names of the claim that the sentence neither has nor refers back to."""
    for named in c.claim.names:
        if only_speaks(c, named):
            message = f"“{named.text}” has or is given the word here, and is not spoken of"
            yield Difference(Verdict.REVIEW, "name_mismatch", message, c.sentence.span)
            continue
        if does_by_words(c, named):
            continue
        if c.names_one(named) or _spelled_out(c, named):
            if (rival := _displaced(c, named)) is not None and not held_together(c, named):
                told = " ".join(rival.text.split())
                message = f"the passage has “{told}” where the claim has “{named.text}”"
                yield Difference(Verdict.REVIEW, "name_mismatch", message, rival.span)
            continue
        if first_person(c, named) or stands_for(c, named) or _denies_behind(c, named):
            continue
        if _others_talk(c, named):
            message = f"here “{c.persons[0].text}” speaks or is spoken to, not “{named.text}”"
            yield Difference(Verdict.REVIEW, "name_mismatch", message, c.persons[0].span)
            continue
        referred = c.document.identities.refers_back(c.sentence, named) and not borrowed(c, named)
        if _in_its_place(c, named) or not referred:
            yield _unnamed(c, named)


def _others_talk(c: Comparison, named: Named) -> bool:
    """Whether the only persons of a passage are its "I" and "you", and the claim names neither, but begins with a person."""
    begins = _TITLE.fullmatch(c.claim.text, 0, named.span.start)
    if not c.persons or not begins or _THIRD.search(c.sentence.text):
        return False
    if person_of(c.document.reading, named) is None:
        return False
    return not any(matches(n, p) for n in c.claim.names for p in c.persons)


def _denies_behind(c: Comparison, named: Named) -> bool:
    """Whether the sentence behind the passage, which makes a denial of the claim, names whom the claim tells it of."""
    return any(
        matches(named, other) for _, s in c.denied_behind for other in c.document.identities.in_sentence(s)
    )


def _unnamed(c: Comparison, named: Named) -> Difference:
    """Judge a name that the sentence does not have: it may name another in its place, or leave it to its neighbours."""
    if not _known(c, named) and not _ABBREVIATION.fullmatch(named.text):
        return Difference(
            Verdict.UNSUPPORTED, "name_not_in_source", f"“{named.text}” does not occur in the source"
        )
    message = f"the passage does not name “{named.text}”"
    if is_organ(named.text) and not c.document.identities.names_organ(named.text):
        return Difference(Verdict.REVIEW, "name_not_in_passage", message)
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
    """Whether the sentence's "I" or "we" is who is named: its turn bears that name, or those who issue the text do.

    The "you" of a question is who answers it.
    """
    if is_organ(named.text):
        return False
    if c.answer is not None and c.answer.own_voice:
        meant = _YOU.search(c.sentence.text) or _SPEAKS.match(c.claim.text, named.span.end)
        if meant and c.document.identities.speaks(c.answer.sentence, named):
            return True
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
        if other
        and of_a_sort(named, other)
        and not _owned_only(c, named, other)
        and not no_rival(named, c.claim.text, other, c.document.text)
    )
    return next((other for other in rivals_here if not c.claim.names_one(other)), None)


def _owned_only(c: Comparison, named: Named, other: Named) -> bool:
    """Whether somebody only owns something in the passage, where the claim's name owns nothing."""
    owns = c.claim.text[named.span.end : named.span.end + 2] in ("'s", "’s")
    return not owns and is_possessive(c.document.text, other)


def _displaced(c: Comparison, named: Named) -> Named | None:
    """Return the name that stands right before a word in the passage where the claim has another: "the Geneva talks"."""
    behind = c.claim.tokens.touching(named.span).stop
    if behind not in c.aligned or c.claim.tokens.form(behind) in _ADVERBS:
        return None
    before = [o for at in c.places(c.claim.keys(behind)) if (o := c.named_before.get(at))]
    if c.claim.tokens.form(behind) in MUTUAL:
        before = [o for o in before if not _partner(c, o)]
    if not before or any(matches(named, other) for other in before):
        return None
    if c.agrees_on(behind):
        return None
    others = [
        o
        for o in before
        if named.text not in o.text and o.text not in named.text and not _stacked(c, named, o)
    ]
    return next((other for other in others if of_a_sort(named, other)), None)


def _partner(c: Comparison, other: Named) -> bool:
    """Whether the claim names a doer of the passage as the other side: "Ana Berg of Norland met Tamm" for "Tamm met Berg"."""
    text = c.document.text
    owner = next((n for n in c.named if _OF.fullmatch(text[n.span.end : other.span.start])), other)
    return c.claim.names_one(owner)


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
    words = c.forms if sentence is c.sentence else c.document.forms_in(sentence)
    others = c.document.identities.in_sentence(sentence)
    if any(are_other_organs(named.text, other.text) for other in others):
        return named_among(named, others)  # its words stand in the names of others
    return _in(words, _forms(c, named)) or has_initials(sentence.text, named.text)


_INITIALS = late_regex(r"[A-Z]{2,6}")


def has_initials(text: str, abbreviation: str) -> bool:
    """Whether a text spells an abbreviation out: "FDA" for "Food and Drug Administration"."""
    if not _INITIALS.fullmatch(abbreviation):
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
