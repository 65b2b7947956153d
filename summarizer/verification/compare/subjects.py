"""Compares whom a claim begins with, as the doer of what it tells, with whom the passage begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import country_of, is_adjective
from summarizer.reading.stems import is_irregular
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.names import first_person
from summarizer.verification.compare.noun_phrases import OF_STATE
from summarizer.verification.compare.standing_for import stands_for
from summarizer.verification.compare.talk import does_by_words
from summarizer.verification.difference import Difference
from summarizer.verification.who.antecedents import opening_subject
from summarizer.verification.who.identity import Named, is_organ, matches
from summarizer.verification.who.reference import person_of
from summarizer.verification.who.speakers import Voice

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_BETWEEN = 4  # words between a subject and its verb
_AUXILIARY = frozenset(
    "has have had is are was were be been will would shall should can could may might must did does do not never also both again then once "
    "who that which first already still just later further to".split()
)


def compare_subjects(c: Comparison) -> Iterator[Difference]:
    """Yield whom the claim has for its doer where the passage, which does not speak of that person, has somebody else.

    A name that only stands nearby is no doer of what a sentence tells of another: "A called" is not told by "B called", though
    A is named one sentence on.
    """
    yield from _compare_states(c)
    yield from _compare_pair(c)
    yield from _compare_described(c)
    mine = _first_doer(c, c.claim.text, c.claim.names)
    if mine is None or c.names_one(mine) or first_person(c, mine) or stands_for(c, mine):
        return
    if does_by_words(c, mine):
        return
    if c.denied_behind:
        return  # of whom the sentence behind tells its denial has been compared
    if (doer := _main_doer(c, mine)) is not None:
        message = f"the passage tells this of “{' '.join(doer.text.split())}”, not of “{mine.text}”"
        yield Difference(Verdict.REVIEW, "name_mismatch", message, doer.span)
        return
    if (meant := _goes_on(c, mine)) is not None:
        message = f"the passage goes on with “{meant.text}”, not with “{mine.text}”"
        yield Difference(Verdict.REVIEW, "name_mismatch", message, meant.span)
        return
    if c.document.identities.refers_back(c.sentence, mine):
        return
    theirs = _speaking(c) or _first_doer(c, c.sentence.text, c.named, c.sentence.span.start)
    if theirs is not None and not matches(mine, theirs):
        told = " ".join(theirs.text.split())
        message = f"the passage tells this of “{told}”, not of “{mine.text}”"
        yield Difference(Verdict.REVIEW, "name_mismatch", message, theirs.span)


def _compare_described(c: Comparison) -> Iterator[Difference]:
    """Yield whom the claim has for its doer by an office in a body that the text names, where the passage tells of others."""
    subject = _OFFICE_FIRST.match(c.claim.text)
    meant = c.document.identities.descriptions.of_body(subject["who"]) if subject else []
    if not meant:
        return
    people = {m.entity for m in c.document.reading.mentions_in(c.sentence.span) if m.kind is NameKind.PERSON}
    others = [i for i in people if c.document.reading.names.entities[i].name]
    if not others or {e.id for e in meant} & people:
        return
    if any(
        c.document.identities.refers_back(c.sentence, c.document.identities.given(e.label)) for e in meant
    ):
        return
    told = c.document.reading.names.entities[min(others)].label
    message = f"the passage tells of “{told}”, who is not {subject['who'] if subject else ''}"
    yield Difference(Verdict.REVIEW, "name_mismatch", message, c.sentence.span)


# "The head of the Pilots' Guild did", "The Guild's president has".
_OFFICE_FIRST = late_regex(
    r"(?P<who>[Tt]he\s(?:[\w’'-]+\s){1,7}?[\w’'-]+)\s(?=(?:also\s)?(?:did|does|is|was|has|had|will|would|can|could|may|might|must|[a-z]{2,}ed|[a-z]+s)\b)"
)


# What begins another clause, with a doer of its own, or stands for one.
_OWN_CLAUSE = late_regex(
    r"[;:“\"]|\b(?:that|who|which|whose|whom|he|she|they|it|we|you|I|as|because|when|while|if|after|before|whether|by)\b",
    re.IGNORECASE,
)


def _main_doer(c: Comparison, mine: Named) -> Named | None:
    """Return the person that a passage begins with and has for the doer of the claim's verb, where that is another one."""
    theirs = _first_doer(c, c.sentence.text, c.named, c.sentence.span.start)
    verb = next((i for i in c.aligned if c.claim.tokens.starts[i] >= mine.span.end), None)
    if (
        theirs is None
        or verb is None
        or matches(mine, theirs)
        or not directly(c.claim.tokens, mine.span, verb)
    ):
        return None
    at = c.document.reading.tokens.starts[c.aligned[verb]]
    if at < theirs.span.end or not is_verb(c.claim.tokens, mine.span, verb):
        return None
    between = c.document.text[theirs.span.end : at]
    return None if _OWN_CLAUSE.search(between) or _WAS.search(between) else theirs


_WAS = late_regex(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def _compare_pair(c: Comparison) -> Iterator[Difference]:
    """Yield two of whom a claim tells what the passage tells of "them", the two whom the text is about, where those are others."""
    people = [n for n in c.claim.names if person_of(c.document.reading, n) is not None]
    principals = set(c.document.identities.principals)
    if len(people) < _PAIR or len(principals) != _PAIR or not _THEY_FIRST.match(c.sentence.text):
        return
    first, second = people[:_PAIR]
    joined = _first_doer(c, c.claim.text, c.claim.names) is first and re.fullmatch(
        r"\s+and\s+(?:\w+\s+){0,2}", c.claim.text[first.span.end : second.span.start]
    )
    if joined and {person_of(c.document.reading, n) for n in (first, second)} != principals:
        message = f"“they” are not “{first.text}” and “{second.text}”"
        yield Difference(Verdict.REVIEW, "name_mismatch", message, c.sentence.span)


_PAIR = 2
_THEY_FIRST = late_regex(r"\W*(?:They|Both|The\s+two(?:\s+(?:leaders|ministers|presidents|sides))?)\b")


def _compare_states(c: Comparison) -> Iterator[Difference]:
    """Yield a state that the claim has for its doer where the passage begins with another, or with who acts for another."""
    mine = _first_state(c.claim.text, c.claim.names, 0)
    if mine is None or c.names_one(mine):
        return
    theirs = _first_state(c.sentence.text, c.named, c.sentence.span.start) or _first_doer(
        c, c.sentence.text, c.named, c.sentence.span.start
    )
    if theirs is None or stands_for(c, mine):
        return
    state = country_of(theirs.text) or c.document.identities.sides.of(theirs.text)
    if state is not None and state != country_of(mine.text) and not c.claim.names_one(theirs):
        told = " ".join(theirs.text.split())
        message = f"the passage tells this of “{told}”, not of “{mine.text}”"
        yield Difference(Verdict.REVIEW, "name_mismatch", message, theirs.span)


def _first_state(text: str, names: Sequence[Named], offset: int) -> Named | None:
    """Return the state that a sentence begins with, as a noun."""
    first = names[0] if names else None
    if first is None or is_adjective(first.text) or country_of(first.text) is None or is_organ(first.text):
        return None
    start, end = first.span.start - offset, first.span.end - offset
    opens = not text[:start].strip(" \n\t•*-").removeprefix("The")
    return first if opens and not text[end:].startswith(("'s", "’s")) else None


def _goes_on(c: Comparison, mine: Named) -> Voice | None:
    """Return whom the "He" or "She" that opens a passage means, where that is another person than the claim's doer."""
    if c.sentence.block.speaker is not None or '"' in c.sentence.text or "“" in c.sentence.text:
        return None
    meant = opening_subject(c.document, [c.sentence.span])
    told = c.document.reading.names.resolve(meant.text) if meant else None
    own = person_of(c.document.reading, mine)
    if told is None or own is None or told.id == own:
        return None
    return meant if c.document.reading.names.entities[own].name else None


def _first_doer(c: Comparison, text: str, names: Sequence[Named], offset: int = 0) -> Named | None:
    """Return the person that a sentence begins with, behind a title or an adjunct ("In the call, President A …")."""
    for named in names:
        start, end = named.span.start - offset, named.span.end - offset
        if person_of(c.document.reading, named) is not None and not text[end:].startswith(("'s", "’s")):
            return named if start >= 0 and _BEGINS.fullmatch(text[:start]) else None
    return None


def _speaking(c: Comparison) -> Named | None:
    """Return who speaks a sentence of a labelled turn that begins with "I"."""
    label = c.sentence.block.label
    at = max(c.sentence.span.start, label.end if label else 0)
    return c.document.identities.speaker_of(c.sentence) if _I_FIRST.match(c.document.text, at) else None


_BEGINS = late_regex(
    r"[\W_]*(?:[A-Z][\w.’' ]{1,60}:\s+)?(?:[A-Z][a-z’'-]*\b[^,;:.]{0,60},\s+)?"
    r"(?:It\s+(?:was|is)\s+)?(?:the\s+)?(?:(?:[A-Z][\w.’'-]*|president|prime|foreign|minister|secretary|chancellor|general|leader|of|and)\s+){0,8}",
)
_I_FIRST = late_regex(
    r"[:\s]*(?:(?:and|but|so|well|yes|no|also|now|then|again|look|because)\b,?\s*)*I\b(?!\.)", re.IGNORECASE
)


def directly(tokens: Tokens, name: Span, at: int) -> bool:
    """Whether a name stands before a word as its subject does: nothing but auxiliaries and adverbs between them."""
    between = tokens.within(Span(name.end, tokens.starts[at])) if name.end <= tokens.starts[at] else range(0)
    return len(between) <= _BETWEEN and all(
        tokens.form(i) in _AUXILIARY or tokens.form(i) in OF_STATE or tokens.form(i).endswith(("ly", "n't"))
        for i in between
    )


def is_verb(tokens: Tokens, name: Span, at: int) -> bool:
    """Whether a word behind its subject looks like a verb: by its ending, an irregular form, or an auxiliary before it."""
    form = tokens.form(at)
    helped = at > 0 and tokens.starts[at - 1] >= name.end and tokens.form(at - 1) in _AUXILIARY
    return helped or form.endswith(("s", "ed", "ing")) or is_irregular(form)
