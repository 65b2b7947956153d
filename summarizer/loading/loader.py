"""What an input format is: the type of every entry in this folder's register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from summarizer.source import Source


@dataclass(frozen=True, slots=True)
class Raw:
    """A document as it came: its bytes, the name it goes by in messages, and its suffix (lower case, with the dot).

    Of an address also the `url` it was found at in the end, and the character set that the server told.
    """

    data: bytes
    name: str
    suffix: str = ""
    url: str | None = None
    charset: str | None = None


class Load(Protocol):
    """Turns the bytes of one document into a Source."""

    def __call__(self, raw: Raw, *, published: date | None = None) -> Source:
        """Return the document. Raises InputError when it cannot be read."""
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
