"""Plain text and Markdown: every character kept, YAML front matter read as metadata."""

from __future__ import annotations

from datetime import date

from summarizer.loading.charsets import as_utf8
from summarizer.loading.decoding import decode
from summarizer.loading.loader import Loader, Raw
from summarizer.source import Source


def load(raw: Raw, *, published: date | None = None) -> Source:
    """Decode UTF-8 into a Source; at an address the server may name another character set."""
    text = decode(as_utf8(raw.data, raw.charset), raw.name)
    return Source.from_text(text, published, id=raw.name, url=raw.url)


LOADER = Loader(name="text", suffixes=(".txt", ".text", ".md", ".markdown"), load=load)
