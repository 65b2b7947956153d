"""The format `json`: all of a report, as `Report.from_json` reads it back."""

from __future__ import annotations

from typing import TextIO

from summarizer.rendering import Renderer
from summarizer.rendering.safe import can_encode, json_safe
from summarizer.report import Report


def to_json(report: Report) -> str:
    """Write the report as JSON; invisible characters become JSON escapes, which say the same."""
    return json_safe(report.to_json()) + "\n"


def for_stream(report: Report, stream: TextIO) -> str:
    """Write the report as JSON, in escapes where the stream's encoding lacks a character."""
    text = to_json(report)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text if can_encode(text, encoding) else json_safe(text, ascii_only=True)


RENDERER = Renderer(
    name="json",
    suffixes=(".json",),
    summary="everything, for programs (summarizer/report/1)",
    render=to_json,
    for_stream=for_stream,
)
