"""A prompt goes to a model, a dict of the kind's shape comes back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.extraction.asking import Asker, Question
from summarizer.extraction.endpoint import resolve
from summarizer.extraction.meter import Limits, Meter
from summarizer.kinds import Kind, get_kind
from summarizer.report import Extractor, Usage

if TYPE_CHECKING:
    from summarizer.extraction.prompting import Prompt


@dataclass(frozen=True)
class Extraction:
    """A model's answer, what made it, and what it used. `data` has the shape of the kind's model face."""

    data: dict[str, Any]
    extractor: Extractor
    usage: Usage


async def extract(
    prompt: Prompt,
    kind: Kind | str,
    *,
    model: str,
    base_url: str | None = None,
    api_key: str | None = None,
    timeout: float | None = None,
) -> Extraction:
    """Ask a model for a briefing of `kind` and return its answer, checked against the model's face.

    `model`, `base_url` and `api_key` are as `endpoint.resolve` takes them; `timeout` is in seconds, for
    everything together (default 50). Passing faults are tried again, and an answer that does not fit is
    sent back once with what was wrong. Raises UsageError and ModelError. No value of a field is judged or
    changed here.
    """
    kind = get_kind(kind) if isinstance(kind, str) else kind
    meter = Meter(Limits(timeout))
    async with Asker(resolve(model, base_url, api_key), meter) as asker:
        data = await asker.ask(question(prompt, kind))
    return Extraction(data, extractor(asker, prompt, kind), meter.usage())


def question(prompt: Prompt, kind: Kind) -> Question:
    """Return a kind's prompt as a question."""
    return Question(prompt.messages, kind.model_face, kind.model_schema)


def extractor(asker: Asker, prompt: Prompt, kind: Kind, **more: Any) -> Extractor:
    """Describe what makes a briefing."""
    schema = hashlib.sha256(json.dumps(kind.model_schema, sort_keys=True).encode()).hexdigest()
    return Extractor(name=asker.endpoint.label, prompt_sha256=prompt.sha256, schema_sha256=schema, **more)
