"""Pieces: names and descriptions as they stand in one sentence, before it is asked who is who."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.naming.index import Draft


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"

    __hash__ = (
        str.__hash__
    )  # the one of Enum hashes the name, in Python: slow for what is a part of many keys


class Form(StrEnum):
    """How a mention refers: by name, by a description ("a US official"), or as a transcript's label."""

    NAME = "name"
    DESCRIPTION = "description"
    LABEL = "label"

    __hash__ = str.__hash__


@dataclass(slots=True, eq=False)
class Piece:
    """One mention in the making.

    `span` is the name without title, `full` has title, role and affiliation words ahead. `roles` and
    `affiliations` are spans bound to it.
    `capital` tells a capital, which may stand for its state unless `located` ("in Moscow"). `typed` tells that its kind is certain; `spare` that only the bearer
    of this surname makes it a name ("May said"). `bare` that a description has neither article nor affiliation.
    """

    kind: NameKind
    form: Form
    span: Span
    full: Span
    text: str
    roles: tuple[Span, ...] = ()
    affiliations: tuple[Span, ...] = ()
    honorific: str = ""
    determiner: str = ""
    canonical: str | None = None
    country: str | None = None
    typed: bool = False
    capital: bool = False
    located: bool = False
    adjective: bool = False
    spare: bool = False
    bare: bool = False
    plural: bool = False
    counterpart: bool = False
    initial: bool = False
    inner: bool = False
    labelled: bool = False
    furniture: bool = False
    headline: bool = False
    owner: Piece | None = None
    draft: Draft | None = None

    def copy(self) -> Piece:
        """Return a piece that is told all the same; `copy.copy` takes four times as long."""
        return Piece(*_values(self))


_values = attrgetter(*(field.name for field in fields(Piece)))
