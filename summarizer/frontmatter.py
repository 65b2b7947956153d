"""YAML front matter at the start of a text: read as metadata, left where it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LONGEST = 65_536  # a longer "block" is a text that happens to begin with a rule
_KEYS = {
    "title": ("title", "headline"),
    "published": ("published", "date", "published_time", "pubdate"),
    "url": ("url", "source_url", "link", "canonical_url"),
}


@dataclass(frozen=True)
class FrontMatter:
    """`start:end` of the block in the text, its metadata, and where each top-level value stands.

    `metadata` has the keys `title`, `published` (ISO 8601 text) and `url`, where the block tells them.
    """

    start: int
    end: int
    metadata: Mapping[str, str]
    values: Mapping[str, tuple[int, int]]


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of `text`, or None; malformed YAML is ordinary text, not an error."""
    if not text.startswith(("---", "\ufeff---")):
        return None
    match = _BLOCK.match(text[:_LONGEST])
    if not match:
        return None
    import yaml

    try:
        data = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    spans = _value_spans(match["yaml"], match.start("yaml"))
    metadata: dict[str, str] = {}
    values: dict[str, tuple[int, int]] = {}
    for name, keys in _KEYS.items():
        for key in keys:
            value = _as_text(name, data.get(key))
            if value:
                metadata[name] = value
                if key in spans:
                    values[name] = spans[key]
                break
    return FrontMatter(match.start(), match.end(), metadata, values)


def _as_text(name: str, value: Any) -> str | None:
    if name == "published":
        if isinstance(value, date):  # datetime is a date
            return value.isoformat()
        if not isinstance(value, str | int):
            return None  # a list written out may be millions of times as long as its aliases
        try:
            return datetime.fromisoformat(str(value)).isoformat()
        except ValueError:
            return None
    return " ".join(value.split()) if isinstance(value, str) else None


def _value_spans(block: str, offset: int) -> dict[str, tuple[int, int]]:
    """Return where the value of each top-level key stands, continuation lines included."""
    keys = list(re.finditer(r"^([A-Za-z_][\w-]*):[ \t]*", block, re.MULTILINE))
    ends = [key.start() for key in keys[1:]] + [len(block)]
    return {
        key[1]: (offset + key.end(), offset + key.end() + len(block[key.end() : end].rstrip()))
        for key, end in zip(keys, ends, strict=True)
    }
