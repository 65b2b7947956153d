"""Structured summaries that can be believed: every field is verified against spans of the source."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.errors import SummarizerError
    from summarizer.face import abrief, brief, check, load, verify
    from summarizer.report import Finding, Report, Verdict
    from summarizer.source import Source, Span

__version__ = "0.1.0"

__all__ = [
    "Finding",
    "Report",
    "Source",
    "Span",
    "SummarizerError",
    "Verdict",
    "__version__",
    "abrief",
    "brief",
    "check",
    "load",
    "verify",
]

_HOMES = {
    "Finding": "report",
    "Report": "report",
    "Source": "source",
    "Span": "source",
    "SummarizerError": "errors",
    "Verdict": "report",
    "abrief": "face",
    "brief": "face",
    "check": "face",
    "load": "face",
    "verify": "face",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: `import summarizer` itself costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"summarizer.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


# In a checkout, `prompts/` and `schemas/` stand beside the package; in a wheel, inside it.
_root = Path(__file__).resolve().parent.parent
if (_root / "pyproject.toml").is_file() and (_root / "schemas" / "briefing.py").is_file():
    __path__.append(str(_root))
