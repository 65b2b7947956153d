"""What a rate comes to over a time, and what a sum comes to for each unit: 400,000 a month over half a year, 63 million for 300,000 tonnes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.words import keys
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import Figure, figures_of, fits_wanted, lead, tail
from summarizer.verification.values.quantities import Quantity

_MINUTES = {
    "hour": 60,
    "day": 24 * 60,
    "week": 7 * 24 * 60,
    "month": 365 * 24 * 60 / 12,
    "quarter": 365 * 24 * 60 / 4,
    "year": 365 * 24 * 60,
}
_PER = late_regex(
    r"^\s*(?:\w+\s+)?(?:an?|per|each|every)\s+(?P<unit>hour|day|week|month|quarter|year)\b", re.IGNORECASE
)
_EACH = late_regex(
    r"\b(?:each|every|per|an?)\s+(?:additional\s+|further\s+|extra\s+)?(?P<unit>hour|day|week|month|quarter|year)\b[^.;]*$",
    re.IGNORECASE,
)
_YEARLY = late_regex(r"\b(?P<unit>dai|hour|week|month|year|annual)ly?\b", re.IGNORECASE)
_CLAIM_PER = late_regex(
    r"^\s*(?:\w+\s+)?(?:an?|per|for\s+(?:each|every))\s+(?P<noun>[a-z]+)\b", re.IGNORECASE
)
_NEAR = 2  # sentences between a sum and what it is for
_EXACT = 0.004  # of a value, what its months and years may leave


def over_time(ask: Ask) -> Iterator[Way]:
    """Yield what rates of the text come to over a length of time that the claim tells."""
    lengths = [q for q in ask.claim.quantities if q.sort == "duration" and q != ask.wanted and q.item.minutes]
    if not lengths or _CLAIM_PER.match(ask.after):
        return
    for figure in figures_of(ask.document):
        if not fits_wanted(figure, ask.unit, ask.noun) or figure.share is not None:
            continue
        unit = _unit(ask, figure)
        for length in lengths if unit else ():
            times = _times(length, unit or "")
            if times > 1:
                message = f"{told(figure)[0]} a {unit} × {times:g} = {figure.value * times:,.10g}"
                yield Way(figure.value * times, (figure,), message, explained=(length,))


def _unit(ask: Ask, figure: Figure) -> str | None:
    """Return the unit of time for each of which the text tells an amount."""
    found = _PER.match(tail(ask.document, figure)) or _EACH.search(lead(ask.document, figure))
    return found["unit"].casefold() if found else None


def _times(length: Quantity, unit: str) -> float:
    times = float(length.item.minutes) / _MINUTES[unit]
    return float(round(times)) if abs(times - round(times)) < _EXACT * max(times, 1) + 0.02 else times


def per_unit(ask: Ask) -> Iterator[Way]:
    """Yield what a sum comes to for each unit of what it is for: so much a tonne, a head, a kilometre."""
    match = _CLAIM_PER.match(ask.after)
    if match is None or match["noun"].casefold() in _MINUTES or ask.unit == "%":
        return
    noun = match["noun"].casefold()
    figures = [f for f in figures_of(ask.document) if f.share is None]
    for whole in figures:
        if not fits_wanted(whole, ask.unit, ask.noun):
            continue
        for count in figures:
            near = abs(count.sentence.number - whole.sentence.number) <= _NEAR
            if count is not whole and near and count.value > 1 and _counts(count, noun):
                message = f"{told(whole)[0]} ÷ {told(count)[0]} = {whole.value / count.value:,.10g}"
                yield Way(whole.value / count.value, (whole, count), message)


def _counts(figure: Figure, noun: str) -> bool:
    last = re.findall(r"[a-z]+", figure.text.casefold())
    named = last[-1] if last else ""
    return not keys(noun).isdisjoint(keys(figure.noun or figure.counted or named or "-"))
