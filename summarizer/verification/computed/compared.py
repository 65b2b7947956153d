"""By how much two amounts differ: "2,000 below what she had asked", "rose by 0.7 points", "still 65 apart", "grew by a third"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.words import keys
from summarizer.verification.computed.comparing import LESS, MORE, compared_in, is_gap
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import Figure, figures_of, fits_wanted, lead, of_one_sort, tail
from summarizer.verification.computed.orientation import hits, is_reference, oriented, spans_of_time

_LEAN = 0.04  # by how much two amounts are bound better for each word that stands with the right one alone
_BARGAIN = 0.2  # the same of what two sides name who bargain
_MOST = 300  # how many times as large as their difference two amounts may be
_LEAST = 0.02  # of the larger of two amounts that are compared, what the smaller must be at least
_APART_BY = 10  # sentences within which two amounts are told together


def differences(ask: Ask) -> Iterator[Way]:
    """Yield by how much two amounts differ, the right way round where a claim says which is more."""
    how = compared_in(ask)
    if how is None:
        return
    for a, b in _pairs(ask):
        if (pair := oriented(ask, how, a, b)) is not None:
            new, old = pair
            high, low = (new, old) if new.value > old.value else (old, new)
            message = f"{told(high)[0]} − {told(low)[0]} = {high.value - low.value:,.10g}"
            lean = _LEAN * (hits(how.subject, new, old) + hits(how.measure, old, new))
            explained = spans_of_time(ask, new, old)
            yield Way(high.value - low.value, (high, low), message, explained=explained, lean=lean)


def gaps(ask: Ask) -> Iterator[Way]:
    """Yield how far apart two sides stand who each name an amount: what they named before counts no more."""
    if not is_gap(ask):
        return
    for a, b in _pairs(ask):
        if a.sentence is b.sentence and not _two_in_one(ask, a, b):
            continue
        if _given_up(ask, a) or _given_up(ask, b) or a.noun != b.noun:
            continue
        if min(a.value, b.value) < _BARGAIN * max(a.value, b.value):
            continue
        high, low = (a, b) if a.value > b.value else (b, a)
        message = f"{told(high)[0]} − {told(low)[0]} = {high.value - low.value:,.10g}"
        yield Way(high.value - low.value, (high, low), message, apart=True)


def changes(ask: Ask) -> Iterator[Way]:
    """Yield by what share an amount rose or fell: "by a third", "by 25 percent"."""
    part = ask.unit == "%" or ask.kind == "fraction"
    how = compared_in(ask) if part else None
    if how is None:
        return
    scale = 100.0 if ask.unit == "%" else 1.0
    figures = [f for f in figures_of(ask.document) if f.unit not in ("%", "pp", "bp") and f.share is None]
    for a, b in pairs_of(figures):
        if _strangers(ask, a, b) or _is_step(ask, a) or _is_step(ask, b):
            continue
        pair = oriented(ask, how, a, b)
        if pair is not None and pair[1].value:
            new, old = pair
            share = abs(new.value - old.value) / old.value
            message = f"from {told(old)[0]} to {told(new)[0]}: {share:.3g}"
            yield Way(share * scale, (old, new), message, frozenset(), spans_of_time(ask, new, old))


def _pairs(ask: Ask) -> Iterator[tuple[Figure, Figure]]:
    unit = {"pp": "%", "bp": "%"}.get(ask.unit or "", ask.unit)
    figures = [
        f
        for f in figures_of(ask.document)
        if (fits_wanted(f, unit, None) and f.share is None) or (unit == "%" and f.unit == "%")
    ]
    if ask.unit is None and ask.kind == "number":
        figures = [f for f in figures_of(ask.document) if f.unit is None and f.share is None]
    if ask.unit is None and ask.noun == "point":
        figures += [f for f in figures_of(ask.document) if f.unit == "%"]
    told_value = ask.value
    for a, b in _near(figures):
        low, high = sorted((a.value, b.value))
        if low == high or low <= _LEAST * high or not told_value < high < _MOST * told_value:
            continue
        if _strangers(ask, a, b):
            continue
        taken = a.sentence is b.sentence and _TAKEN_OUT.search(lead(ask.document, b)) is not None
        if (
            of_one_sort(a, b)
            and _of_what(ask, a, b)
            and not taken
            and not _is_step(ask, a)
            and not _is_step(ask, b)
        ):
            yield a, b


_GAVE = re.compile(
    r"\b(?:by|g[ai]ve[sn]?\s+up|gave\s+way|lost|gained|another|further|additional|extra)\s+(?:only\s+|about\s+)?$",
    re.IGNORECASE,
)
_MORE_BEHIND = re.compile(
    rf"^\s*(?:\w+\s+)?(?:{MORE}|{LESS}|increase|rise|reduction|decrease|drop|cut)\b", re.IGNORECASE
)


def _is_step(ask: Ask, figure: Figure) -> bool:
    """Whether an amount is itself that by which two differ: "we gave up six cents", "5 dollars less than today"."""
    return (
        _GAVE.search(lead(ask.document, figure)) is not None
        or _MORE_BEHIND.match(tail(ask.document, figure)) is not None
    )


_TAKEN_OUT = late_regex(
    r"\bof\s+(?:which|whom|them|these|those)\s+(?:only\s+|about\s+)?$", re.IGNORECASE
)  # a part of what is compared


def pairs_of(figures: list[Figure], least: float = _LEAST) -> Iterator[tuple[Figure, Figure]]:
    """Yield the amounts of one sort that are told together, neither of them next to nothing beside the other."""
    for a, b in _near(figures):
        low, high = sorted((a.value, b.value))
        if of_one_sort(a, b) and least * high < low < high:
            yield a, b


def _strangers(ask: Ask, a: Figure, b: Figure) -> bool:
    """Whether one of two bare numbers counts something of which a claim says nothing: votes beside a fee."""
    if a.unit is not None or (a.noun is None) == (b.noun is None):
        return False
    noun = keys(a.noun or b.noun or "")
    return ask.noun not in (a.noun, b.noun) and not any(not noun.isdisjoint(x.keys) for x in ask.words)


def _of_what(ask: Ask, a: Figure, b: Figure) -> bool:
    """Whether one of two amounts, at least, counts what the claim does."""
    return ask.noun is None or ask.unit is not None or any(fits_wanted(f, None, ask.noun) for f in (a, b))


def _near(figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for i, a in enumerate(figures):
        for b in figures[i + 1 : i + 12]:
            if b.sentence.number - a.sentence.number > _APART_BY:
                break
            yield a, b


_GIVEN_UP = late_regex(
    r"\b(?:from|demanded|asked\s+for|sought|wanted|opened\s+with|up\s+from|down\s+from|instead\s+of|not|once|originally|initially|first)\s+(?:only\s+|about\s+)?$",
    re.IGNORECASE,
)
_COME_TO = late_regex(r"\b(?:to|at)\s+(?:only\s+|about\s+)?$", re.IGNORECASE)


def _given_up(ask: Ask, figure: Figure) -> bool:
    """Whether an amount is one that its side no longer holds: "from 92", "had demanded 159 in June; it had come down to 128"."""
    before_it = lead(ask.document, figure)
    if re.search(r"\bfrom\s+(?:the\s+|about\s+|only\s+)?$", before_it) or (
        is_reference(ask, figure) and not _COME_TO.search(before_it)
    ):
        return True
    later = [
        f
        for f in figures_of(ask.document)
        if f.sentence is figure.sentence and f.span.start > figure.span.start
    ]
    return any(
        of_one_sort(figure, f)
        and re.search(
            r"\b(?:down|up|lowered|raised|back|moved|dropped|cut)\b[\w\s]*\bto\s+$", lead(ask.document, f)
        )
        is not None
        for f in later
    )


def _two_in_one(ask: Ask, a: Figure, b: Figure) -> bool:
    """Whether two amounts of a sentence are those of two sides: "the union wanted 8, the company offered 5"."""
    between = ask.document.text[a.span.end : b.span.start]
    return re.search(r",|;|\b(?:while|and|but|whereas|against)\b", between) is not None and not is_reference(
        ask, b
    )
