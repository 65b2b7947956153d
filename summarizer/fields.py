"""Field types: what a schema says about a value, and by it which check judges the value.

A type is `Annotated` with `Verified(check)`; the verifier finds the check of that name in
`summarizer.verification.checks`. A plain `str` is judged as a `Statement`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


@dataclass(frozen=True, slots=True)
class Verified:
    """Names the check that judges a field.

    `derived` fields are filled by code from their neighbours and so are not asked of a model.
    """

    check: str
    derived: bool = False


Title = Annotated[str, Verified("title")]
Name = Annotated[str, Verified("name")]
Role = Annotated[str, Verified("role")]
Affiliation = Annotated[str, Verified("affiliation")]
Party = Annotated[str, Verified("party")]
Speaker = Annotated[str, Verified("speaker")]
Holder = Annotated[str, Verified("holder")]
Verbatim = Annotated[str, Verified("quote")]
Direct = Annotated[bool, Verified("direct", derived=True)]
Statement = Annotated[str, Verified("statement")]
Result = Annotated[str, Verified("result")]
Phrase = Annotated[str, Verified("phrase")]
Place = Annotated[str, Verified("place")]
Date = Annotated[str, Verified("date")]
Time = Annotated[str, Verified("time")]
Number = Annotated[float, Verified("number")]
Duration = Annotated[str, Verified("duration")]
Minutes = Annotated[float, Verified("minutes", derived=True)]
Bound = Annotated[Literal["exact", "about", "at_least", "at_most"], Verified("bound", derived=True)]
FormatStatus = Annotated[Literal["agreed", "announced", "in_use", "proposed"], Verified("status")]


class Evidence(BaseModel):
    """What a record rests on: a quote, the number of a sentence (from 1), or both."""

    model_config = ConfigDict(extra="allow")

    quote: str | None = None
    sentence: int | None = None


class Part(BaseModel):
    """A briefing, or a piece of one. Unknown keys are kept, so that the verifier can name them."""

    model_config = ConfigDict(extra="allow")


class Record(Part):
    """A piece of a briefing that names the evidence it rests on."""

    evidence: list[Evidence] = Field(default_factory=list)
