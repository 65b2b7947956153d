"""Names that stand in one noun phrase: the pieces of a longer name, and what goes before a name to describe it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import is_adjective
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.who.identity import Named, matches

_NAMING = late_regex(r"\s+(?:[A-Z][\w.&'’-]*\s+)*")
_DESCRIBING = late_regex(r"\s+(?:[\w-]+\s+){1,4}")
_OWNER = late_regex(r"\b(?:my|our|your|his|her|its|their)\s+$", re.IGNORECASE)
# Nouns behind the adjective of a state that make both stand for it: "the Russian side urged", "the Polish foreign minister said".
OF_STATE = (
    ROLES
    | ROLE_PLURALS.keys()
    | frozenset(
        "side sides government governments delegation delegations team party leadership authorities colleagues partners friends foreign prime".split()
    )
)
_NOUN_BEHIND = late_regex(r"\s+(?P<next>[\w-]+)")


def pieces(text: str, named: Named, names: Sequence[Named]) -> list[Named]:
    """Return the names that make one longer name with this one, nothing but capitalised words between them: "RSPCA South Australia"."""
    return [
        n for n in names if n == named or (not is_adjective(n.text) and _makes_one(text, n.span, named.span))
    ]


def describes(text: str, named: Named, other: Named) -> bool:
    """Whether a name goes before another one to tell who that is: "Liverpool team-mate Ann Lee"."""
    between = text[named.span.end : other.span.start]
    if not _DESCRIBING.fullmatch(between):
        return False
    return not any(is_function_word(word.casefold()) for word in between.split())


def owned(text: str, named: Named) -> bool:
    """Whether a name only describes what somebody else owns: "his Geneva office"."""
    return bool(_OWNER.search(text[max(0, named.span.start - 8) : named.span.start]))


def no_rival(mine: Named, claim: str, theirs: Named, text: str) -> bool:
    """Whether two names do not exclude each other: whose thing it is, and where it is ("Ruiz's office", "her Oslo office")."""
    return claim.startswith(("'s", "’s"), mine.span.end) and owned(text, theirs)


def stands_alone(text: str, named: Named) -> bool:
    """Whether no noun follows the adjective of a state: "the German" is somebody."""
    behind = _NOUN_BEHIND.match(text, named.span.end)
    return behind is None or is_function_word(behind["next"].casefold())


def of_state(text: str, named: Named) -> bool:
    """Whether a noun behind an adjective makes it stand for its state: "the German side", not "the German town"."""
    behind = _NOUN_BEHIND.match(text, named.span.end)
    return behind is not None and behind["next"].casefold() in OF_STATE


def same_phrase(text: str, a: Named, b: Named, names: Sequence[Named]) -> bool:
    """Whether a longer name that has the one as a piece has the other too."""
    return any(matches(a, piece) for piece in pieces(text, b, names))


def _makes_one(text: str, a: Span, b: Span) -> bool:
    """Whether nothing but capitalised words, and no office, stands between two names."""
    first, second = sorted((a, b))
    between = text[first.end : second.start] if first.end <= second.start else ""
    return bool(_NAMING.fullmatch(between)) and ROLES.isdisjoint(between.casefold().split())
