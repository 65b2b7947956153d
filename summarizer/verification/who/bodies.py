"""What a body is called for short: by its initials, or by the noun of its name."""

from __future__ import annotations

import re

from summarizer.reading.naming.gazetteer import organisation


def body_nouns(name: str) -> list[str]:
    """Return the common nouns that the full name of a body ends in or has before an "of": "European Union"."""
    words = re.split(r"\s+(?:of|for|on)\s", organisation(name) or name)[0].casefold().split()
    return words[-1:] if len(words) > 1 else []


def initials_of(name: str) -> str:
    """Return the initials of a name of several words."""
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()]
    return "".join(w[0] for w in words) if len(words) > 1 else ""
