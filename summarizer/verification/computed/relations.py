"""Amounts that the text tells only by another: "12 tugs, four more than last week", "240 workers, twice as many as in January", "half as long".

The one that stands there and how the other relates to it give the other; what the text says behind "than", "as" or "since", or before the
relation, is what that other one is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.patterns import late_regex
from summarizer.reading.words import Keys
from summarizer.source import Span
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import Figure, figures_of, fits_wanted, of_one_sort

_TIMES = {
    "half": 0.5,
    "twice": 2.0,
    "double": 2.0,
    "thrice": 3.0,
    "three times": 3.0,
    "four times": 4.0,
    "five times": 5.0,
    "ten times": 10.0,
    "a third": 1 / 3,
    "a quarter": 0.25,
}
# "Twice as many as in January", "half of that", "double the number of 2019": the other is what stands behind.
_AS_BEHIND = re.compile(
    rf"\b(?P<times>{'|'.join(_TIMES)})\s+(?:as\s+(?:many|much|large|big|high|long|far)(?:\s+\w+)?\s+as\b|(?:the\s+(?:number|figure|amount|size|sum|level|total)|that)\s+(?:of|in)\b)(?P<of>[^.;]*)",
    re.IGNORECASE,
)
# "For 70 minutes, the prosecutor for half as long": the other is what stands before.
_AS_BEFORE = re.compile(
    rf"(?P<of>[^.;,]*?)\b(?:for\s+|with\s+|to\s+|at\s+|about\s+|only\s+)*(?P<times>{'|'.join(_TIMES)})\s+(?:as\s+(?:many|much|large|big|high|long|far)|that(?:\s+(?:number|amount|time|sum))?|of\s+that|of\s+it)\b(?!\s+as\b)",
    re.IGNORECASE,
)
# "Four more than last week", "1.2 metres below the level of 1990".
_THAN = late_regex(
    r"^\s*(?:[a-z]+\s+){0,2}?(?:(?P<more>more|higher|larger|longer|above|over)|(?P<less>less|fewer|lower|smaller|shorter|below|under))\b(?:\s+[a-z]+){0,2}?(?:\s+than)?(?P<of>[^.;,]*)",
    re.IGNORECASE,
)
_ROSE = late_regex(
    r"\b(?:(?P<up>ris\w+|rose|grow\w*|grew|increas\w+|gain\w*|climb\w*|up)|(?P<down>fall\w*|fell|drop\w*|declin\w+|sunk|sank|decreas\w+|shrunk|shrank|lost|down))\s+by\s+(?:about\s+|some\s+)?$",
    re.IGNORECASE,
)
_SINCE = late_regex(
    r"^[^.;,]{0,30}?\b(?P<of>(?:since|from|on|against|compared\s+(?:with|to)|over)\s+[^.;,]*?)(?=\s+and\b|[.;,]|$)",
    re.IGNORECASE,
)
_NEAR = 2  # amounts behind a relation in which the one stands that it starts from


def relations(ask: Ask) -> Iterator[Way]:
    """Yield the amounts that the text tells by how they relate to another, each with the words for what it is of."""
    figures = [f for f in figures_of(ask.document) if f.share is None]
    for i, figure in enumerate(figures):
        if not fits_wanted(figure, ask.unit, ask.noun):
            continue
        yield from _by_times(ask, figure)
        for step in figures[max(0, i - _NEAR) : i + 1 + _NEAR]:
            if step is not figure and step.sentence is figure.sentence and of_one_sort(step, figure):
                yield from _by_step(ask, figure, step)


def _by_times(ask: Ask, figure: Figure) -> Iterator[Way]:
    """Yield what a figure is a multiple of, or what is a multiple of it."""
    behind, before = _multiples_behind(ask.document.text[figure.span.end : figure.sentence.span.end])
    if match := behind:
        value, of = figure.value / _TIMES[match["times"].casefold()], match.span("of")
    elif match := before:
        value, of = figure.value * _TIMES[match["times"].casefold()], match.span("of")
    else:
        return
    place = Span(figure.span.end + of[0], max(figure.span.end + of[1], figure.span.end + of[0]))
    if (words := _told_of(ask, place)) is not None:
        message = f"{told(figure)[0]}, {' '.join(match[0].split())}: {value:,.10g}"
        yield Way(value, (figure,), message, words)


@lru_cache(maxsize=4_096)
def _multiples_behind(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return what a text behind an amount says of a multiple, of what stands behind it or before; asked for each claim again."""
    small = text.casefold()
    if not any(times in small for times in _TIMES):
        return None, None
    return _AS_BEHIND.search(text), _AS_BEFORE.search(text)


def _by_step(ask: Ask, figure: Figure, step: Figure) -> Iterator[Way]:
    """Yield what there was from which the text tells the distance of a figure: "four more than last week", "down by 1.2 since 1990"."""
    text = ask.document.text
    behind = text[step.span.end : figure.sentence.span.end]
    rose = _ROSE.search(text[max(figure.sentence.span.start, step.span.start - 40) : step.span.start])
    if rose is not None and (since := _SINCE.match(behind)) is not None:
        value = figure.value - step.value if rose["up"] else figure.value + step.value
        of = since.span("of")
    elif step.span.start > figure.span.start and (than := _THAN.match(behind)) is not None:
        value = figure.value - step.value if than["more"] else figure.value + step.value
        of = than.span("of")
    else:
        return
    words = _told_of(ask, Span(step.span.end + of[0], step.span.end + of[1])) if of[1] > of[0] else None
    if words is not None and value > 0:
        message = f"{told(figure)[0]}, {told(step)[0]} away: {value:,.10g}"
        yield Way(value, (figure, step), message, words)


def _told_of(ask: Ask, place: Span) -> Keys | None:
    """Return the words for what an amount is of, where a claim tells it of that: "last week", "in January", "the prosecutor"."""
    said = ask.document.text[place.start : place.end]
    dates = re.findall(
        r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|today|now|at\s+present|currently|last\s+\w+|previous\s+\w+|(?:year|month|week)\s+(?:before|earlier|ago))\b",
        said,
    )
    if dates:
        return frozenset[str]() if any(d.casefold() in ask.text.casefold() for d in dates) else None
    tokens = ask.document.reading.tokens.within(place)
    words = frozenset[str]().union(*(ask.document.retrieval.keys_at(i) for i in tokens))
    return words if any(not words.isdisjoint(x.keys) for x in ask.words) else None
