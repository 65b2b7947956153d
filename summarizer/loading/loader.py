"""What an input format is: the type of every entry in this folder's register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from summarizer.source import Source


class Load(Protocol):
    """Turns the bytes of one document into a Source."""

    def __call__(self, data: bytes, *, id: str, published: date | None = None) -> Source:  # noqa: A002 - as in Source
        """Return the document; `id` names it in errors too. Raises InputError when it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Loader:
    """An input format: its name, the suffixes it goes by (lower case, with the dot), and how to read it.

    `recognizes` looks at the first bytes of a document and says whether it is surely of this format,
    whatever the file is called.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Load
    recognizes: Callable[[bytes], bool] | None = None
