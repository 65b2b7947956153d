"""Plain text and Markdown: every character kept, YAML front matter read as metadata."""

from __future__ import annotations

from datetime import date

from summarizer.loading.decoding import decode
from summarizer.loading.loader import Loader, Raw
from summarizer.source import Source


def load(raw: Raw, *, published: date | None = None) -> Source:
    """Decode UTF-8 into a Source."""
    return Source.from_text(decode(raw.data, raw.name), published, id=raw.name, url=raw.url)


LOADER = Loader(name="text", suffixes=(".txt", ".text", ".md", ".markdown"), load=load)
