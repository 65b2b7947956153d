"""Whether somebody told of by office alone ("the Russian leader") may be a person whom the text names."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.reading.naming.finder import Entity, role_form, same_role
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.context import Document


def by_office(document: Document, words: str, among: Iterable[Sentence]) -> Span | None:
    """Return where a person is named who may hold the office that some words tell of; None where the words tell of none."""
    if not role_form(words).head:
        return None
    names = document.reading.names
    for sentence in among:
        for mention in document.reading.mentions_in(sentence.span):
            if mention.kind == "person" and _fits(document, names.entities[mention.entity], words):
                return mention.span
    return None


def holds(document: Document, name: str, words: str) -> bool:
    """Whether who is named may hold the office that some words tell of."""
    person = document.reading.names.resolve(name)
    return bool(person and role_form(words).head and _fits(document, person, words))


def only_holder(document: Document, name: str, words: str) -> bool:
    """Whether who is named is the one person of the text who may hold the office that some words tell of."""
    people = [e for e in document.reading.names.entities if e.kind == "person" and e.name]
    return holds(document, name, words) and sum(_fits(document, e, words) for e in people) == 1


def _fits(document: Document, person: Entity, words: str) -> bool:
    state = next((c for text in role_form(words).affiliations if (c := country_of(text))), None)
    if state and person.name and document.identities.sides.of(person.name) not in (state, None):
        return False
    return any(same_role(words, role) != "different" for role, _ in person.roles)
