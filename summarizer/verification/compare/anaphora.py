"""Words of a claim for which a passage has a pronoun, or leaves them out: "It will reopen", "Two were released", "the largest".

A pronoun at the place where the claim has a noun phrase stands for the subject of the sentence before, the preferred
centre of attention (Grosz, Joshi and Weinstein, Centering, Computational Linguistics 21, 1995), where that has the
words and agrees in number. A number or a superlative without a noun counts out of what was told last in the plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.names import BODIES
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    PREPOSITIONS,
    VERBS,
    is_adverb,
    is_person_noun,
)
from summarizer.reading.nouns import is_plural, singular
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.verification.context import OF_EACH, Document, remembered
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.reading.wording import Tokens
    from summarizer.reading.words import Concept, Keys
    from summarizer.verification.compare.comparison import Comparison

_ONE = frozenset("it itself".split())
_SEVERAL = frozenset("they them themselves these those both".split())
_PERSON = frozenset("he she him her".split())
_OWNING = frozenset("its their his her".split())
_PRONOUNS = _ONE | _SEVERAL | _PERSON | _OWNING
# What may stand without its noun: "two", "another", "the former"; superlatives are told by their ending.
_COUNTING = frozenset(
    "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth last other others another both some "
    "most many few several each all none neither either former latter rest remaining".split()
)
_MANY = frozenset(
    "two three four five six seven eight nine ten eleven twelve others both many few several".split()
)
_SUPERLATIVE = re.compile(r"\w{3,}est|\d{1,3}")
_COMPARATIVE = frozenset(
    "newer older younger larger smaller bigger higher lower longer shorter earlier later cheaper richer poorer faster slower stronger weaker "
    "greater lesser better worse best worst".split()
)
_NO_SUPERLATIVE = frozenset(
    "interest request protest forest harvest guest quest west east arrest invest suggest contest conquest honest modest manifest".split()
)
_BACK = 3  # sentences before one in which what its pronoun stands for is told
_BEFORE_NOUN = frozenset("the a an of its their his her our no this these".split())
# What things do, not people: stems of verbs whose subject is hardly ever a body or a person.
_OF_THINGS = frozenset(
    map(
        stem,
        "cost last take cover contain include apply enter begin start end remain amount measure weigh consist expire".split(),
    )
)
_REACH = 5  # function words between a pronoun and the word that it is aligned by
_LEAD = 12  # tokens before the subject of a sentence: "On Monday, after the talks, the ministry …"
_SUBJECT = 16  # tokens of a subject


def stood_for(c: Comparison, lacking: list[Concept]) -> frozenset[int]:
    """Return the tokens of a claim's noun phrases that the passage has a pronoun for, or leaves out behind what counts them."""
    if 2 * len(lacking) > len(c.claim.concepts):
        return frozenset()  # the sentence tells something else
    if not _may_stand(c.document, c.sentence.number):
        return frozenset()
    found: set[int] = set()
    for phrase in _phrases(c, lacking):
        if _by_pronoun(c, phrase) or _left_out(c, phrase):
            found.update(one.at for one in phrase)
    return frozenset(found)


@partial(remembered, most=OF_EACH)
def _may_stand(document: Document, number: int) -> bool:
    """Whether a sentence has a pronoun, or what may stand without its noun."""
    forms = document.forms_in(document.reading.sentences[number - 1])
    return not forms.isdisjoint(_PRONOUNS) or any(map(_ranks, forms))


def _ranks(form: str) -> bool:
    """Whether a form counts or ranks things, so that the noun behind it may be left out."""
    if form in _COUNTING or form in _COMPARATIVE:
        return True
    return _SUPERLATIVE.fullmatch(form) is not None and form not in _NO_SUPERLATIVE


def _phrases(c: Comparison, lacking: list[Concept]) -> Iterator[list[Concept]]:
    """Yield the lacking words that stand side by side in the claim."""
    run: list[Concept] = []
    for one in sorted(lacking, key=lambda x: x.at):
        if run and one.at != run[-1].at + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


# -- pronouns --------------------------------------------------------------------------------------


def _by_pronoun(c: Comparison, phrase: list[Concept]) -> bool:
    head = phrase[-1].form
    owner = head.endswith(("'s", "s'"))
    head = head.removesuffix("'s").removesuffix("'")
    for at in _in_its_place(c, phrase, owner):
        pronoun = c.document.reading.tokens.form(at)
        if _agrees(pronoun, head) and _meant(c, at, phrase):
            return True
    return False


def _agrees(pronoun: str, head: str) -> bool:
    if pronoun in _PERSON or pronoun in ("his", "her"):
        return is_person_noun(head)
    if pronoun in _OWNING:
        return is_plural(head) == (pronoun == "their")
    return is_plural(head) == (pronoun in _SEVERAL)


def _in_its_place(c: Comparison, phrase: list[Concept], owner: bool) -> Iterator[int]:
    """Yield the pronouns of the sentence that stand to its words as the phrase does to the claim's."""
    source, inside = c.document.reading.tokens, c.document.reading.tokens.within(c.sentence.span)
    for place in _beside(c, phrase[-1].at, 1):
        for at in range(place - 1, max(inside.start, place - _REACH) - 1, -1):
            form = source.form(at)
            if form in _OWNING and form != "her" and (owner or at == place - 1):
                if owner:
                    yield at
                break
            if form in _PRONOUNS and not owner:
                yield at
            if not (is_function_word(form) or is_adverb(form)):
                break
    of = c.claim.tokens.form(phrase[0].at - 1) == "of" or (
        phrase[0].at > 1 and c.claim.tokens.form(phrase[0].at - 2) == "of"
    )
    for place in _beside(c, phrase[0].at, -1):
        if of and place > inside.start and source.form(place - 1) in _OWNING:
            yield place - 1
        for at in range(place + 1, min(inside.stop, place + 3)):
            form = source.form(at)
            if form in _PRONOUNS and form not in _OWNING:
                yield at
            if not is_function_word(form):
                break


def _beside(c: Comparison, at: int, step: int) -> list[int]:
    """Return where the sentence has the content word next to a token of the claim, nothing but function words between."""
    tokens = c.claim.tokens
    words = {one.at: one for one in (*c.claim.concepts.each, *c.claim.name_concepts.each)}
    at += step
    while 0 <= at < len(tokens):
        if at in words:
            return c.places(words[at].keys)
        form = tokens.form(at)
        if not (is_function_word(form) or is_adverb(form)):
            return []
        at += step
    return []


def _meant(c: Comparison, at: int, phrase: list[Concept]) -> bool:
    """Whether a pronoun stands for a phrase: that is told last before it where nothing else agrees, or what acts as it does."""
    document = c.document
    pronoun = document.reading.tokens.form(at)
    for number in range(c.sentence.number - 1, max(0, c.sentence.number - 1 - _BACK), -1):
        before = document.reading.sentences[number - 1]
        subject = _subject(document, before)
        if before.furniture or not subject:
            return False
        if document.reading.tokens.form(subject[0]) in _PRONOUNS and len(subject) == 1:
            continue  # "It was closed. It will reopen.": who is meant was told before
        told = [
            x for x in (subject, _object(document, before, subject.stop)) if x and _fits(document, x, pronoun)
        ]
        chosen = _choose(document, told, at)
        return chosen is not None and all(not _keys(document, chosen).isdisjoint(one.keys) for one in phrase)
    return False


def _keys(document: Document, tokens: Iterable[int]) -> Keys:
    return frozenset().union(*map(document.retrieval.keys_at, tokens))


def _fits(document: Document, phrase: range, pronoun: str) -> bool:
    """Whether a noun phrase agrees with a pronoun in number and person, and is none itself."""
    head = document.reading.tokens.form(phrase[-1])
    return head not in _PRONOUNS and not is_function_word(head) and _agrees(pronoun, head)


def _choose(document: Document, told: Sequence[range], at: int) -> range | None:
    """Choose of a subject and an object: bodies and people say and decide, things are done, cost and last; else None."""
    if len(told) < 2:
        return told[0] if told else None
    tokens = document.reading.tokens
    acting = [_acts(tokens.form(phrase[-1])) for phrase in told]
    if acting[0] == acting[1] or tokens.form(at) in _OWNING:
        return told[0]
    verb = next(
        (i for i in range(at + 1, min(at + 6, len(tokens))) if not _before_verb(tokens.form(i))), None
    )
    if verb is None:
        return None
    done = any(tokens.form(i) in BE for i in range(at + 1, verb))
    if done or stem(tokens.form(verb)) in _OF_THINGS:
        return told[acting.index(False)]
    return told[acting.index(True)] if tokens.form(verb) in verb_cues() else None


def _acts(head: str) -> bool:
    return is_person_noun(singular(head)) or singular(head) in BODIES


def _before_verb(form: str) -> bool:
    return form in AUXILIARIES or is_adverb(form) or form in ("not", "to")


def _subject(document: Document, sentence: Sentence) -> range:
    """Return the noun phrase from the beginning of a sentence to its verb, what leads it in or follows its noun left out."""
    tokens = document.reading.tokens
    inside = tokens.within(sentence.span)
    first = inside.start
    if first < inside.stop and tokens.form(first).isdigit() and document.text[tokens.ends[first]] in ".)":
        first += 1  # the number of an item
    if first < inside.stop and tokens.form(first) in PREPOSITIONS:
        for at in range(first, min(inside.stop - 1, first + _LEAD)):
            if "," in document.text[tokens.ends[at] : tokens.starts[at + 1]]:
                first = at + 1
                break
    verb = next(
        (at for at in range(first + 1, min(inside.stop, first + _SUBJECT)) if is_verb(tokens, at)), first
    )
    return _phrase(document, first, verb)


def _object(document: Document, sentence: Sentence, verb: int) -> range:
    """Return the noun phrase right behind a verb, if one is there."""
    tokens = document.reading.tokens
    inside = tokens.within(sentence.span)
    first = next((at for at in range(verb, inside.stop) if not is_verb(tokens, at)), inside.stop)
    return _phrase(document, first, inside.stop)


def _phrase(document: Document, first: int, stop: int) -> range:
    """Return a noun phrase up to the preposition, the mark or the verb that ends it."""
    tokens = document.reading.tokens
    for at in range(first, stop):
        ends = at > first and any(
            not x.isspace() for x in document.text[tokens.ends[at - 1] : tokens.starts[at]]
        )
        governs = tokens.form(at) in PREPOSITIONS and not (at > first and _ranks(tokens.form(at - 1)))
        if ends or governs or (at > first and is_verb(tokens, at)):
            return range(first, at)
    return range(first, stop)


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token looks like a finite verb: an auxiliary, a known form, or one in -ed that no determiner stands before."""
    form = tokens.form(at)
    if form in AUXILIARIES:
        return True
    if at and tokens.form(at - 1) in _BEFORE_NOUN:
        return False
    cue = verb_cues().get(form)
    return form in VERBS or (cue is not None and not cue.nominal) or (form.endswith("ed") and len(form) > 4)


# -- nouns left out --------------------------------------------------------------------------------


def _left_out(c: Comparison, phrase: list[Concept]) -> bool:
    """Whether the passage has what counts or ranks a phrase without its noun, and what was told last is of such."""
    if not _stands_bare(c, phrase):
        return False
    counted = _counted_last(c)
    return counted is not None and all(not counted.isdisjoint(one.keys) for one in phrase)


def _stands_bare(c: Comparison, phrase: list[Concept]) -> bool:
    """Whether what counts or ranks a phrase in the claim has no noun behind it in the passage: a verb, a mark, or "one"."""
    counting = c.claim.tokens.form(phrase[0].at - 1) if phrase[0].at else ""
    if not _ranks(counting):
        return False
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    several = is_plural(phrase[-1].form)
    if counting in _MANY and not several:
        return False  # "two manning" of "two manning agencies"
    behind = _beside(c, phrase[-1].at, 1)
    if not several:  # "another contract concerns", not "another fishing boat"
        behind = [at for at in behind if is_verb(tokens, at) or tokens.form(at).endswith("s")]
    return any(
        tokens.form(at) == counting
        and (at + 1 == inside.stop or at + 1 in behind or _ends_phrase(c.document, at + 1))
        for at in inside
    )


def _ends_phrase(document: Document, at: int) -> bool:
    """Whether no noun begins or goes on at a token: a verb, a preposition, a mark before it, or the "one" that stands for it."""
    tokens = document.reading.tokens
    marked = any(not x.isspace() for x in document.text[tokens.ends[at - 1] : tokens.starts[at]])
    form = tokens.form(at)
    numeral = form in _COUNTING and form not in ("one", "both", "each", "all")
    return marked or is_verb(tokens, at) or (is_function_word(form) and not numeral and form != "of")


def _counted_last(c: Comparison) -> Keys | None:
    """Return the words of what was told last before the sentence that can be counted out of; None where that is open.

    It is what is told in the plural, as the subject or alone in its sentence, else a subject in the singular; sentences
    that have a pronoun or a bare number for their subject go on with what was told before them.
    """
    document = c.document
    found: set[int] = set()
    for number in range(c.sentence.number - 1, max(0, c.sentence.number - 1 - _BACK), -1):
        before = document.reading.sentences[number - 1]
        subject = _subject(document, before)
        several = [at for at in document.reading.tokens.within(before.span) if _is_plural_noun(document, at)]
        chosen = [at for at in several if at in subject] or (several if len(several) == 1 else [])
        found.update(chosen)
        if not _begins_bare(document, subject):
            found.update(subject if not several else ())
            break
    return _keys(document, found) if found else None


def _begins_bare(document: Document, subject: range) -> bool:
    """Whether a subject is a pronoun, or a number or superlative without its noun."""
    form = document.reading.tokens.form
    at = next((at for at in subject if form(at) not in ("the", "a", "an")), None)
    if at is None:
        return False
    return form(at) in _PRONOUNS or (_ranks(form(at)) and _ends_phrase(document, at + 1))


def _is_plural_noun(document: Document, at: int) -> bool:
    tokens = document.reading.tokens
    form = tokens.form(at)
    return is_plural(form) and not is_function_word(form) and not is_verb(tokens, at)


def compare_counted(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, a number of the claim that counts other things than the bare one of the passage does.

    "Two were released" after five boats does not tell of two lorries.
    """
    for phrase in _phrases(c, list(c.missing)):
        if c.claim.tokens.form(max(0, phrase[0].at - 1)) in _COUNTING and _stands_bare(c, phrase):
            counted = _counted_last(c)
            other = counted is not None and counted.isdisjoint(phrase[-1].keys)
            if other and c.document.retrieval.tells(c.context, phrase[-1].keys):
                message = f"the passage does not count “{phrase[-1].form}” here"
                yield Difference(Verdict.REVIEW, "counts_other", message, c.sentence.span)
