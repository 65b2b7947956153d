"""Names of bodies in full: what stands behind "and" or "&" inside the name of a ministry, committee or firm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Mention, NameKind
from summarizer.reading.naming.lexicon import BODIES
from summarizer.source import Span

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-ZÀ-ÖØ-Þ][\w’'-]*){0,3}"
# "Trade & Industry": in running text "&" joins the parts of one name.
_AMPERSAND = late_regex(rf"(?:\s*,\s+[A-ZÀ-ÖØ-Þ][\w’'-]*)*\s*&\s*{_CAPITALS}")
# "(Ministry of) Commerce, Trade and Textiles": the list behind "of" is that of one body's business.
_LIST = late_regex(
    rf"(?:\s*,\s+[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w’'-]*)?)*\s*,?\s+and\s+(?P<last>{_CAPITALS})"
)
_BUSINESS = late_regex(
    r"\b(?P<head>[\w-]+)\s+(?:of|for|on)\s+(?:the\s+)?[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w’'-]*){0,3}$"
)
_KNOWN = (NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION, NameKind.GROUP)
_MORE_HEADS = frozenset("directorate secretariat conference department forum dialogue group panel".split())

Within = Callable[[Span], Sequence[Mention]]


def whole_name(text: str, span: Span, mentions_in: Within) -> Span:
    """Return the name that begins with the words at `span`, with what "and" or "&" joins to it as a part of it."""
    if match := _AMPERSAND.match(text, span.end):
        return Span(span.start, match.end())
    business = _BUSINESS.search(text[span.start : span.end])
    if business is None or business["head"].lower() not in BODIES | _MORE_HEADS:
        return span
    match = _LIST.match(text, span.end)
    if match is None or any(
        m.kind in _KNOWN and m.span.start >= span.end for m in mentions_in(Span(span.end, match.end()))
    ):
        return span  # "the Ministry of Defence and President A": two
    return Span(span.start, match.end())
