"""What a run produced: source, briefing, findings, omissions, failures, usage."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_serializer, model_validator

from summarizer.errors import BriefingError, SummarizerError
from summarizer.kinds import get_kind
from summarizer.source import Source, Span

FORMAT: Literal["summarizer/report/1"] = "summarizer/report/1"


class Verdict(StrEnum):
    """What the source says of a field, mildest first: that is also the order of severity."""

    SUPPORTED = "supported"
    REVIEW = "review"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"

    @property
    def severity(self) -> int:
        """0 for supported up to 3 for contradicted."""
        return list(Verdict).index(self)

    @classmethod
    def worst(cls, verdicts: Iterable[Verdict]) -> Verdict:
        """Return the most severe of `verdicts`; supported when there is none."""
        return max(verdicts, key=lambda v: v.severity, default=cls.SUPPORTED)


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class EvidenceSpan(_Frozen):
    """A place in the source with its text: always `source.text[start:end]`."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: Source, span: Span) -> EvidenceSpan:
        """Cut `span` out of `source`."""
        return cls(start=span.start, end=span.end, text=source[span])


class Reason(_Frozen):
    """Why a check decided as it did: a stable code, and words for a reader."""

    check: str
    code: str
    message: str


class Finding(_Frozen):
    """The verdict on one field, addressed by its JSON Pointer. `score` (0 to 1) ranks, it is no probability."""

    path: str
    value: Any
    verdict: Verdict
    score: float
    spans: tuple[EvidenceSpan, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Omission(_Frozen):
    """Something salient in the source that no field covers."""

    span: EvidenceSpan
    message: str


class Failure(_Frozen):
    """A part of the source (offsets) that could not be processed, and why."""

    start: int
    end: int
    message: str


class Usage(_Frozen):
    """What a run used. `cost` is in US dollars, None when the price is not known."""

    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None
    requests: int = 0
    seconds: float = 0.0


class Extractor(_Frozen):
    """What made a briefing: `offline` or `provider/model`, with the prompt and schema it was given."""

    model_config = ConfigDict(frozen=True, extra="allow")

    name: str
    prompt_sha256: str | None = None
    schema_sha256: str | None = None
    repairs: int = 0


class SourceInfo(_Frozen):
    """The source as a report carries it; `text` is None when it was left out."""

    id: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    sha256: str
    characters: int
    text: str | None = None

    @classmethod
    def of(cls, source: Source) -> SourceInfo:
        """Describe `source`, text included."""
        return cls(
            id=source.id,
            title=source.title,
            published=source.published.isoformat() if source.published else None,
            url=source.url,
            sha256=source.sha256,
            characters=len(source.text),
            text=source.text,
        )


class BelowStandardError(SummarizerError):
    """Raised by `Report.raise_for`: some fields have a verdict as bad as the caller ruled out."""

    exit_code = 3

    def __init__(self, findings: tuple[Finding, ...], limit: Verdict) -> None:
        super().__init__(
            f"{len(findings)} field(s) are {limit} or worse: " + ", ".join(f.path for f in findings[:5])
        )
        self.findings = findings


class Report(BaseModel):
    """All that a run produced. Built first, judged by the caller: see `raise_for`."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    format: Literal["summarizer/report/1"] = FORMAT
    kind: str
    source: SourceInfo
    extractor: Extractor | None = None
    briefing: Any
    findings: tuple[Finding, ...] = ()
    omissions: tuple[Omission, ...] = ()
    failures: tuple[Failure, ...] = ()
    usage: Usage = Field(default_factory=Usage)

    @model_validator(mode="after")
    def _shape_briefing(self) -> Report:
        if isinstance(self.briefing, dict):
            self.briefing = get_kind(self.kind).construct(self.briefing)
        return self

    @field_serializer("briefing")
    def _dump_briefing(self, briefing: Any) -> Any:
        if isinstance(briefing, BaseModel):
            return briefing.model_dump(mode="json", warnings=False)
        return briefing

    @property
    def worst(self) -> Verdict:
        """The most severe verdict of any field."""
        return Verdict.worst(f.verdict for f in self.findings)

    def at_least(self, limit: Verdict | str) -> tuple[Finding, ...]:
        """Return the findings whose verdict is `limit` or worse."""
        severity = Verdict(limit).severity
        return tuple(f for f in self.findings if f.verdict.severity >= severity)

    def raise_for(self, limit: Verdict | str = Verdict.UNSUPPORTED) -> None:
        """Raise BelowStandardError when any field is `limit` or worse."""
        if found := self.at_least(limit):
            raise BelowStandardError(found, Verdict(limit))

    def to_json(self, *, source_text: bool = True, indent: int | None = 2) -> str:
        """Write the report as JSON (format `summarizer/report/1`)."""
        data = self.model_dump(mode="json", warnings=False)
        if not source_text:
            del data["source"]["text"]
        return json.dumps(data, ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """Read a report; raises BriefingError when it is not one."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = "/".join(str(part) for part in first["loc"]) or "the whole"
            raise BriefingError(f"This is not a {FORMAT} report: {where}: {first['msg']}.") from None

    def to_markdown(self) -> str:
        """Render the report as a Markdown memo with footnotes."""
        from summarizer.rendering import render  # a report renders itself; loaded only then

        return render(self, "markdown")
