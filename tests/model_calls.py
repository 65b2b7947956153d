"""Asks a scripted model over real HTTP, away from the machine's own settings, and says what failed."""

from __future__ import annotations

import asyncio
import json
import os
from typing import Any, NamedTuple

import pytest

from summarizer import Source
from summarizer.errors import ModelError, UsageError
from summarizer.extraction import asking as seam
from summarizer.extraction.model import Extraction, extract
from summarizer.extraction.prompting import Prompt, render_prompt
from summarizer.kinds import get_kind
from summarizer.testing import Request, Script, ScriptedModel

KEY = "sk-a-very-secret-key-1234567890"
TEXT = "The envoys met in Korva. They agreed on {{ 6*7 }} points, {% raw %}said one{% endraw %}.\n"
FIT: dict[str, Any] = {
    "statements": [
        {"evidence": [{"quote": "met in Korva", "sentence": 1}], "text": "The envoys met in Korva."},
        {"evidence": [], "text": None},
    ]
}
FITTING = json.dumps(FIT)

# What the machine that runs the suite has set must take no part.
_THEIRS = ("OPENAI_", "SUMMARIZER_", "DATABRICKS_")
_THEIR_ENDS = ("_PROXY", "_API_KEY")


class Line(NamedTuple):
    number: int
    text: str
    furniture: bool = False


def leave_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget keys, addresses and proxies of the environment; let tries follow one another at once."""
    for name in list(os.environ):
        if name.upper().startswith(_THEIRS) or name.upper().endswith(_THEIR_ENDS):
            monkeypatch.delenv(name)
    monkeypatch.setattr(seam, "FIRST_WAIT", 0.01)


def a_prompt() -> Prompt:
    return render_prompt(get_kind("statements"), Source.from_text(TEXT), [Line(1, TEXT)])


def ask(prompt: Prompt, server: ScriptedModel | None = None, **options: Any) -> Extraction:
    if server:
        options = {"base_url": server.base_url, **options}
    return asyncio.run(
        extract(prompt, get_kind("statements"), **{"model": "scripted", "timeout": 20, **options})
    )


def failure(prompt: Prompt, script: Script, **options: Any) -> tuple[ModelError, list[Request]]:
    """Return what was raised when the model said what the script says, and the requests it got."""
    with ScriptedModel(script) as server, pytest.raises(ModelError) as caught:
        ask(prompt, server, **{"api_key": KEY, **options})
    return caught.value, server.requests


def words(error: ModelError | UsageError) -> str:
    """Return all that a user reads of an error."""
    return f"{error.message} {error.remedy or ''}"
