"""What became of a model's answer on its way into the briefing: told in the report, whatever it is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Change:
    """A field (JSON Pointer, at the time) that was `repaired`, `dropped`, or told otherwise by another part."""

    path: str
    action: str
    before: Any
    after: Any = None
    why: str = ""

    @classmethod
    def repaired(cls, path: str, before: Any, after: Any) -> Change:
        """Return the change of a field that the model corrected and the verifier supports now."""
        return cls(path, "repaired", before, after)

    def as_data(self) -> dict[str, Any]:
        """Return the change as a report carries it."""
        return {key: value for key, value in asdict(self).items() if value != ""}
