"""What a body is called for short: by its initials, by the noun of its name, or by words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.reading.naming.finder import Entity
from summarizer.reading.naming.gazetteer import organisation
from summarizer.reading.stems import stem

# Bodies that are called by a noun which is not in their names.
_CALLED = {"North Atlantic Treaty Organization": "alliance"}


def body_nouns(name: str) -> list[str]:
    """Return the common nouns that the full name of a body ends in or has before an "of": "European Union"."""
    words = re.split(r"\s+(?:of|for|on)\s", organisation(name) or name)[0].casefold().split()
    return words[-1:] if len(words) > 1 else []


def initials_of(name: str) -> str:
    """Return the initials of a name of several words."""
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def shortened(entities: Sequence[Entity], phrase: str) -> Entity | None:
    """Return the one body of the text that a noun stands for by itself: "the Alliance", "the Union"."""
    if not re.fullmatch(r"(?:[Tt]he\s+)?[A-Z][a-z]+", phrase):
        return None
    noun = phrase.split()[-1].casefold()
    bodies = [e for e in entities if e.name and organisation(e.name)]
    called = [
        e
        for e in bodies
        if noun in (_CALLED.get(organisation(e.name or "") or ""), *body_nouns(e.name or ""))
    ]
    return called[0] if len(called) == 1 else None


def by_words(entities: Sequence[Entity], phrase: str) -> Entity | None:
    """Return the one body whose name has all words of a description: "the small islands" of an alliance of them."""
    if not re.fullmatch(r"(?:the )?[a-z]+(?: [a-z]+)+", phrase):
        return None
    wanted = {stem(w) for w in phrase.removeprefix("the ").split()}
    bodies = [e for e in entities if e.kind != "person" and e.name and " " in e.name]
    called = [
        e
        for e in bodies
        if len(wanted) > 1 and wanted <= {stem(w) for w in (e.name or "").casefold().split()}
    ]
    return called[0] if len(called) == 1 else None
