"""The default kind: who took part, how long, which formats were agreed, who holds which position."""

from __future__ import annotations

from pydantic import Field

from summarizer.fields import (
    Affiliation,
    Bound,
    Date,
    Direct,
    Duration,
    FormatStatus,
    Holder,
    Minutes,
    Name,
    Part,
    Party,
    Phrase,
    Place,
    Record,
    Result,
    Role,
    Speaker,
    Statement,
    Time,
    Title,
    Verbatim,
)
from summarizer.kinds import Kind


class Event(Record):
    """The one event that the document is about."""

    what: Phrase | None = Field(None, description="noun phrase")
    date: Date | None = None
    time: Time | None = Field(None, description="as told")
    place: Place | None = None


class Person(Record):
    """A person, body or delegation."""

    name: Name | None = Field(None, description="fullest form, no title")
    role: Role | None = None
    affiliation: Affiliation | None = Field(None, description="country or body")


class Participant(Person):
    """Took part in the event."""


class Informant(Person):
    """Only speaks about the event."""


class Length(Record):
    """How long the event itself lasted."""

    text: Duration | None = Field(None, description="as told, with 'about' etc.")
    minutes: Minutes | None = None
    bound: Bound | None = None


class AgreedFormat(Record):
    """A format of talks: agreed, announced, in use, or wished for by one side (proposed)."""

    name: Phrase | None = Field(None, description="noun phrase")
    place: Place | None = None
    parties: list[Party] = Field(default_factory=list)
    date: Date | None = None
    status: FormatStatus | None = None


class Agreement(Record):
    """A result that is not a format: an exchange, a deadline, a text."""

    what: Result | None = None
    parties: list[Party] = Field(default_factory=list)


class Position(Record):
    """Whose position it is (holder) and who said so (speaker)."""

    holder: Holder | None = Field(None, description="whose position")
    speaker: Speaker | None = Field(None, description="who said so")
    statement: Statement | None = Field(None, description="one sentence")
    quote: Verbatim | None = Field(None, description="speaker's exact words, if in quotation marks")
    direct: Direct | None = None


class NextStep(Record):
    """What is to happen next."""

    what: Statement | None = None
    date: Date | None = None
    place: Place | None = None


class Briefing(Part):
    """A briefing of one document."""

    title: Title | None = Field(None, description="as printed")
    event: Event | None = None
    participants: list[Participant] = Field(default_factory=list)
    informants: list[Informant] = Field(default_factory=list)
    duration: Length | None = None
    agreed_formats: list[AgreedFormat] = Field(default_factory=list)
    agreements: list[Agreement] = Field(default_factory=list)
    positions: list[Position] = Field(default_factory=list)
    next_steps: list[NextStep] = Field(default_factory=list)


KIND = Kind(
    name="briefing",
    summary="who took part, how long it lasted, which formats were agreed, who holds which position",
    schema=Briefing,
)
