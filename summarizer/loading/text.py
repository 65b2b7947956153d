"""Plain text and Markdown: every character kept, YAML front matter read as metadata."""

from __future__ import annotations

from datetime import date

from summarizer.loading.decoding import decode
from summarizer.loading.loader import Loader
from summarizer.source import Source


def load(data: bytes, *, id: str, published: date | None = None) -> Source:  # noqa: A002 - as in Source
    """Decode `data` (UTF-8) into a Source."""
    return Source.from_text(decode(data, id), published, id=id)


LOADER = Loader(name="text", suffixes=(".txt", ".text", ".md", ".markdown"), load=load)
