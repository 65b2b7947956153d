"""The kind of plain prose: one claim after another, each judged as a statement."""

from __future__ import annotations

from pydantic import Field

from summarizer.fields import Part, Record, Statement
from summarizer.kinds import Kind


class StatementRecord(Record):
    """One claim about the document."""

    text: Statement | None = Field(None, description="one sentence")


class Statements(Part):
    """A list of claims."""

    statements: list[StatementRecord] = Field(default_factory=list)


KIND = Kind(
    name="statements",
    summary="the main claims of a document, or any prose to be verified",
    schema=Statements,
)
