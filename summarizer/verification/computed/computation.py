"""What a value in a claim follows from: the operands in the source, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.counts.number_words import SMALL, TENS
from summarizer.reading.wording import Tokens
from summarizer.reading.words import Keys, is_function_word, keys
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Computation:
    """A value that follows from others: in words, with the places of the operands.

    `plain`: the operands are bound to the words of the claim and nothing else could give the value; else it may be chance.
    """

    message: str
    spans: tuple[Span, ...]
    plain: bool
    rest: bool = False  # what is left of a whole when the part that is told is taken away: those who did not


# Words by which a claim speaks of the text and of its own arithmetic instead of the matter: they need not stand in the source.
FRAME = frozenset(
    """
    statement readout declaration communique communiqué document text report summary release article transcript record
    name names named naming list lists listed listing mention mentions mentioned give gives given contain contains enumerate enumerates
    specify specifies identify identifies set
    thing things heading headings kind kinds sort sorts item items
    add adds added amount amounts come comes came make makes up total totals totalling totaling sum combined together altogether all
    lie lies apart spread spans span stretch stretches stretched fall falls fell later earlier elapsed pass passed passes
    take takes took taken place
    going figures figure besides aside leaving apart counting
    begin begins began begun start starts started open opened end ends ended finish finished conclude concluded close closed last lasts lasted
    """.split()
)
# Generic nouns: what they count is told by the words around the list, not by the noun.
GENERIC = frozenset(
    """
    thing point heading item kind sort topic theme subject aim goal area field framework format issue matter concern priority principle
    element measure step reason part aspect format forum venue setting body mechanism channel track
    """.split()
)


_PARTIES = (
    "participant|attendee|leader|head|side|part(?:y|ie)|delegation|people|person|official|man|men|woman|women|minister|president|member|speaker"
    "|delegate|guest|countr(?:y|ie)|state|nation|government|capital|signator(?:y|ie)|team"
)
# Those who take part: "the three countries" and "the three leaders" are the same three.
PARTIES = late_regex(rf"(?:{_PARTIES})s?", re.IGNORECASE)
CATEGORIES = re.compile(
    rf"(?:{_PARTIES}|organi[sz]ation|compan(?:y|ie)|firm|agenc(?:y|ie)|department|bod(?:y|ie)|institution|group|ministr(?:y|ie)|office|copy|copie"
    r"|conversation|call)s?",
    re.IGNORECASE,
)


def is_frame(form: str) -> bool:
    """Whether a word of a claim only speaks of the text, of the arithmetic, or of the sort of thing that is counted."""
    return form in FRAME or form.removesuffix("s") in GENERIC or CATEGORIES.fullmatch(form) is not None


def content_keys(text: str) -> list[Keys]:
    """Return what each content word of some text can be matched by, the words of the frame left out."""
    forms = Tokens(text).slice_forms()
    told = [f for f in forms if not is_function_word(f) and f not in FRAME and not f[:1].isdigit()]
    return [keys(f) for f in told if f not in SMALL and f not in TENS]


def share_found(wanted: Iterable[Keys], found: Keys) -> float:
    """Return the share of some words that are among others."""
    every = list(wanted)
    return sum(not found.isdisjoint(one) for one in every) / len(every) if every else 0.0


def keys_around(c: Comparison, span: Span, before: int, after: int) -> Keys:
    """Return what the words around a place of the source can be matched by, within its sentence."""
    reading = c.document.reading
    sentence = reading.sentence_at(span.start)
    at = reading.tokens.within(span)
    inside = reading.tokens.within(sentence.span) if sentence else at
    places = range(max(inside.start, at.start - before), min(inside.stop, at.stop + after))
    return frozenset().union(*(c.document.retrieval.keys_at(i) for i in places))


def excerpt(text: str, limit: int = 60) -> str:
    """Return words of the source on one line, cut where they are long."""
    flat = re.sub(r"\s+", " ", text).strip(" ,;:.-–—•*")
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
