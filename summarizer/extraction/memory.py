"""What is remembered of a model: answers that were paid for, and the way in which a server takes a schema."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from summarizer.extraction.answers import Answer
    from summarizer.extraction.endpoint import Endpoint
    from summarizer.report import Report


class Memory(Protocol):
    """Keeps answers under a key that stands for all that the model saw."""

    def recall(self, key: str) -> Answer | None:
        """Return the answer that was kept under `key`."""

    def keep(self, key: str, model: str, answer: Answer) -> None:
        """Keep an answer, at once and for good."""

    def discard(self, key: str) -> None:
        """Forget an answer that was of no use, so that the question can be asked anew."""

    def mode(self, model: str) -> str | None:
        """Return the mode in which a model's server was last asked with success."""

    def keep_mode(self, model: str, mode: str) -> None:
        """Remember a mode."""

    def finished(self, report: Report) -> None:
        """Keep what a run produced."""


class Forgetful:
    """Keeps no answer; modes for as long as the process lives."""

    _modes: dict[str, str] = {}  # noqa: RUF012 - shared on purpose: one server is one server

    def recall(self, key: str) -> Answer | None:
        """Return None."""
        return None

    def keep(self, key: str, model: str, answer: Answer) -> None:
        """Do nothing."""

    def discard(self, key: str) -> None:
        """Do nothing."""

    def mode(self, model: str) -> str | None:
        """Return the mode in which a model's server was last asked with success."""
        return self._modes.get(model)

    def keep_mode(self, model: str, mode: str) -> None:
        """Remember a mode."""
        self._modes[model] = mode

    def finished(self, report: Report) -> None:
        """Do nothing."""


def key_of(
    endpoint: Endpoint, mode: str, messages: list[dict[str, Any]], schema: dict[str, Any] | None
) -> str:
    """Return the identity of a request: the model, where it is, and what it sees; no key, no header."""
    seen = [endpoint.address, mode, messages, schema]
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()
