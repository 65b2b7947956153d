"""The records of a briefing as plain data: where they are, which field each stands for, what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.kinds import Kind, is_list, record_type, verified_of

# The field that a record is about: without it, the others say nothing.
_ABOUT = ("name", "statement", "result", "phrase", "duration")


@dataclass(frozen=True)
class Record:
    """One record of a briefing: `key` is its top-level field, `index` its place in a list (None: no list)."""

    key: str
    index: int | None
    data: dict[str, Any]
    schema: type[BaseModel]

    @property
    def path(self) -> str:
        """Its JSON Pointer."""
        return f"/{self.key}" if self.index is None else f"/{self.key}/{self.index}"

    @property
    def fields(self) -> list[str]:
        """The names of its fields that a model fills, evidence apart."""
        return [
            name
            for name, info in self.schema.model_fields.items()
            if name != "evidence" and not verified_of(info).derived
        ]

    @property
    def derived(self) -> list[str]:
        """The names of its fields that code fills."""
        return [name for name, info in self.schema.model_fields.items() if verified_of(info).derived]

    @property
    def about(self) -> str | None:
        """The field that the record is about."""
        return about(self.schema)

    @property
    def evidence(self) -> list[Any]:
        """What it rests on."""
        found = self.data.get("evidence")
        return found if isinstance(found, list) else []


def about(schema: type[BaseModel]) -> str | None:
    """Return the field that a record of this schema is about: its name, its statement, what it is."""
    fields = [(n, info) for n, info in schema.model_fields.items() if n != "evidence"]
    return next((n for n, info in fields if verified_of(info).check in _ABOUT), None)


def records(data: dict[str, Any], kind: Kind) -> Iterator[Record]:
    """Yield the records of a briefing, in the order of its schema."""
    for key, info in kind.schema.model_fields.items():
        schema, value = record_type(info.annotation), data.get(key)
        if schema is None:
            continue
        if isinstance(value, dict):
            yield Record(key, None, value, schema)
        elif is_list(info.annotation) and isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield Record(key, index, item, schema)


def is_empty(value: Any) -> bool:
    """Whether a value states nothing."""
    return value is None or value == [] or value == {}


def evidence_key(item: Any) -> tuple[Any, Any] | str:
    """Return what makes a piece of evidence the same as another."""
    return (item.get("sentence"), item.get("quote")) if isinstance(item, dict) else repr(item)


def joined_evidence(*lists: list[Any]) -> list[Any]:
    """Return the evidence of several lists, each piece once."""
    return list({evidence_key(item): item for some in lists for item in some}.values())
