"""Whether a pronoun or a description of a sentence can stand for somebody whom it does not name.

A pronoun is bound first by what stands in its own sentence: in "President A raised his concerns" nobody else raised any.
In a turn of a transcript "I" and "my" are its speaker's, and in a quotation "we" are those of who speaks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Form, NameKind
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.given_names import gender_of_name
from summarizer.reading.naming.index import gender_of
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading import Reading
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.who.identity import Named

_ONE = late_regex(r"\b(?:he|she|his|her|him|hers)\b", re.IGNORECASE)
_OBJECT = late_regex(r"him|her", re.IGNORECASE)  # "A told him": not A himself
_SEVERAL = late_regex(r"\b(?:they|their|theirs|them|both|each|one\s+another|each\s+other)\b", re.IGNORECASE)
_OWN = late_regex(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_QUOTED = late_regex(r"[\"“”]")
_THING = late_regex(r"\b(?:it|its)\b", re.IGNORECASE)
_SHE = late_regex(r"she|hers?", re.IGNORECASE)
# "the minister", "the two leaders": a description that stands for somebody named before.
_DESCRIPTION = late_regex(
    r"\b(?:the|both|two|three)\s+(?:\w+\s+){0,2}(?:(?P<one>president|minister|leader|official|spokesman|spokeswoman|spokesperson|secretary|"
    r"ambassador|chancellor|envoy|diplomat|aide|adviser|advisor|king|general|governor|senator|chair|chairman|head)|"
    r"(?P<more>leaders|presidents|ministers|chancellors|secretaries|ambassadors|envoys|sides|parties|delegations|countries))\b",
    re.IGNORECASE,
)


def may_mean(reading: Reading, sentence: Sentence, named: Named) -> bool:
    """Whether a sentence has a pronoun or a description that can stand for `named`, which it does not name."""
    if person_of(reading, named) is not None:
        return _means_person(reading, sentence, named)
    state = country_of(named.text) is not None
    plain = sentence.block.speaker is None or state  # in a turn "we" are its speaker's, and their state's
    if _SEVERAL.search(sentence.text) or (plain and _OWN.search(sentence.text)):
        return True
    if _THING.search(sentence.text) and not (state and _of_another_state(reading, sentence)):
        return True
    described = (m for m in _DESCRIPTION.finditer(sentence.text) if not _OF_ONE.match(sentence.text, m.end()))
    return any(True for _ in described) or bool(_ONE.search(sentence.text) and not state)


# Whose office or side it is, told right behind: "the minister of Norland".
_OF_ONE = late_regex(r"\s+(?:of|for)\s+(?:the\s+)?[A-Z]")


def _of_another_state(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence begins with a state, whose its "it" and "its" are."""
    first = next(iter(reading.mentions_in(sentence.span)), None)
    if first is None or country_of(reading.text[first.span.start : first.span.end]) is None:
        return False
    return not reading.text[sentence.span.start : first.span.start].strip(" \n\t•*-").removeprefix("The")


def _settled(reading: Reading, sentence: Sentence, description: re.Match[str], who: int | None) -> bool:
    """Whether a description is read as that of somebody named, who is another person: "the Foreign Secretary", of one."""
    place = Span(*description.span())
    place = Span(place.start + sentence.span.start, place.end + sentence.span.start)
    meant = {
        m.entity for m in reading.mentions_in(place) if m.full.overlaps(place) and m.kind is NameKind.PERSON
    }
    named = {i for i in meant if reading.names.entities[i].name}
    return bool(named) and named == meant and who not in named


def _means_person(reading: Reading, sentence: Sentence, named: Named) -> bool:
    """Whether something in a sentence is left that a person named elsewhere can be meant by."""
    who = person_of(reading, named)
    if _SEVERAL.search(sentence.text) or any(
        not _settled(reading, sentence, match, who) for match in _DESCRIPTION.finditer(sentence.text)
    ):
        return True
    if sentence.block.speaker is None and _OWN.search(sentence.text) and not _QUOTED.search(sentence.text):
        return True  # the "we" of a joint text
    people = _people_in(reading, sentence)
    return any(
        _free(match, people) and (who is None or agrees(reading, match[0], who))
        for match in _ONE.finditer(sentence.text)
    )


def agrees(reading: Reading, pronoun: str, who: int) -> bool:
    """Whether a "he" or "she" can stand for a person: unless a title or a given name tells that the other is meant."""
    entity = reading.names.entities[who]
    titles = (
        reading.text[m.full.start : m.span.start]
        for m in map(reading.names.mentions.__getitem__, entity.mentions)
    )
    told = {gender_of(word) for title in titles for word in title.split()} - {""} or {
        gender_of_name(entity.name or "")
    }
    return ("m" if _SHE.fullmatch(pronoun) else "f") not in told


def _free(pronoun: re.Match[str], people: list[tuple[int, int]]) -> bool:
    """Whether nobody whom the sentence names before a pronoun must be meant by it.

    The one person before "him" or "her" may be who does it to somebody else.
    """
    before = {who for at, who in people if at < pronoun.start()}
    return not before or (len(before) == 1 and bool(_OBJECT.fullmatch(pronoun[0])))


def _people_in(reading: Reading, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the people whom a sentence names, with their places in it; the label of its turn is no part of it."""
    label = sentence.block.label
    return [
        (m.span.start - sentence.span.start, m.entity)
        for m in reading.mentions_in(sentence.span)
        if m.kind is NameKind.PERSON
        and m.form is Form.NAME
        and reading.names.entities[m.entity].name
        and not (label and label.overlaps(m.span))
    ]


def person_of(reading: Reading, named: Named) -> int | None:
    """Return the number of the person that a name stands for, None for all else."""
    entity = reading.names.resolve(named.text)
    if entity is not None and entity.kind is NameKind.PERSON:
        return entity.id
    people = [int(key.removeprefix("entity:")) for key in named.keys if key.startswith("entity:")]
    meant = [i for i in people if reading.names.entities[i].kind is NameKind.PERSON]
    return meant[0] if len(meant) == 1 and entity is None else None
