"""What part one amount is of another: "85 per cent of 138 million" as an amount, "39 of 52" as three quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import Figure, figures_of, fits_wanted, lead, of_one_sort, tail
from summarizer.verification.computed.orientation import before
from summarizer.verification.computed.rests import leaves, rest_told, tells_of_rest

_NEAR = 2  # sentences between a share and the whole that it is taken of
_LEAST = 0.004  # of a whole, what a part must be at least
_FAR = 4  # sentences between two amounts of which the one is a part of the other
_OF_IT = late_regex(
    r"^\s*(?:(?:is|are|was|were|will\s+be|would\s+be)\b|of\s+(?:it|them|that|this|these|those|whom|which|the\s+\w+|its\s+\w+|their\s+\w+)\b|(?:\w+\s+){0,3}?(?:is|are|was|were)\b|$|[,.;)])",
    re.IGNORECASE,
)
_WHICH = late_regex(
    r"\b(?:of\s+(?:which|whom|these|them|that|it)|the\s+latter)\b[^.;]{0,40}$|,\s*$|\bthem\b[^.;]*$",
    re.IGNORECASE,
)
_PART = late_regex(
    r"\b(?:of|made?\s+up|makes\s+up|account\w*\s+for|amount\w*\s+to|represent\w*|constitut\w*|took|take\w*|equal\w*)\b",
    re.IGNORECASE,
)


def part_amounts(ask: Ask) -> Iterator[Way]:
    """Yield the amounts that shares of the text come to: 85 per cent of 138 million, half of 48."""
    if ask.unit == "%" or ask.kind == "fraction":
        return
    figures = figures_of(ask.document)
    for i, share in enumerate(figures):
        if share.share is None or not 0 < share.share < 1:
            continue
        if not _of_something(ask, share) and not _after_another(ask, figures, i):
            continue
        named = _of_named(ask, figures[:i], share)
        for whole in named or reversed(figures[max(0, i - 4) : i]):
            if whole.share is not None or (
                not named and share.sentence.number - whole.sentence.number > _NEAR
            ):
                continue
            if not fits_wanted(whole, ask.unit, ask.noun) or whole.value < 2:
                continue
            rest, others = rest_told(ask, (whole, share)) if not named else (frozenset[str](), False)
            if rest and tells_of_rest(ask, rest, whole, (share,)):
                if not others:
                    value = whole.value * (1 - share.share)
                    message = f"{told(whole)[0]} − {told(share)[0]} of it = {value:,.10g}"
                    yield Way(value, (whole, share), message, rest)
                break
            if not named and leaves(ask):
                value = whole.value * (1 - share.share)
                yield Way(value, (whole, share), f"{told(whole)[0]} − {told(share)[0]} of it = {value:,.10g}")
                break
            value = whole.value * share.share
            message = f"{told(share)[0]} of {told(whole)[0]} = {value:,.10g}"
            yield Way(value, (whole, share), message, share.near)
            break  # "of it" is of what was told last


_OF_NOUN = late_regex(r"\bof\s+(?:the|this|that|its|their|his|her)\s+(?P<noun>[a-z]+)\b", re.IGNORECASE)


def _after_another(ask: Ask, figures: tuple[Figure, ...], at: int) -> bool:
    """Whether a share follows one of the same whole: "60 percent of it to the region and a quarter to the fishermen"."""
    before_it = figures[at - 1] if at else None
    same = (
        before_it is not None and before_it.share is not None and before_it.sentence is figures[at].sentence
    )
    return (
        same
        and re.fullmatch(r"[^.;]{0,60}(?:,|\band)\s+", lead(ask.document, figures[at])) is not None
        and (_of_something(ask, figures[at - 1]) or _after_another(ask, figures, at - 1))
    )


def _of_named(ask: Ask, figures: tuple[Figure, ...], share: Figure) -> list[Figure]:
    """Return the amount of what a share is taken of by its name: 60 percent "of the fine" is of the fine of 4.8 million."""
    told_of = [*_OF_NOUN.finditer(ask.document.text, share.sentence.span.start, share.sentence.span.end)]
    for match in told_of:
        noun = re.compile(
            rf"\b{re.escape(match['noun'])}s?\s+(?:of|is|was|at|amounts?\s+to|totals?)\s+(?:about\s+|some\s+)?$",
            re.IGNORECASE,
        )
        found = [f for f in figures if f.share is None and noun.search(lead(ask.document, f))]
        if found:
            return found[:1]
    return []


def _of_something(ask: Ask, share: Figure) -> bool:
    """Whether a share is taken of what was told before, and not of a thing that it names itself."""
    if re.match(r"\s*of\s", tail(ask.document, share)) and not _OF_IT.match(tail(ask.document, share)):
        return False  # "80 per cent of Kess's share" is of no amount that stands here
    return (
        _OF_NOUN.search(lead(ask.document, share)) is not None
        or _OF_IT.match(tail(ask.document, share)) is not None
        or _WHICH.search(lead(ask.document, share)) is not None
    )


def portions(ask: Ask) -> Iterator[Way]:
    """Yield the shares that amounts of the text are of others: 39 of 52 wells are three quarters."""
    percent = ask.unit == "%"
    if not (percent or ask.kind == "fraction") or not _PART.search(ask.before[-40:] + " " + ask.after[:14]):
        return
    figures = [f for f in figures_of(ask.document) if f.share is None and f.unit not in ("pp", "bp")]
    for i, whole in enumerate(figures):
        for part in figures[max(0, i - 6) : i + 8]:
            apart = abs(part.sentence.number - whole.sentence.number)
            if part is whole or apart > _FAR or not _LEAST * whole.value < part.value < whole.value:
                continue
            if not (of_one_sort(whole, part) or (part.unit is None and part.noun is None)):
                continue
            if before(ask, part, whole) is not None or not _is_part(ask, whole, part):
                continue
            share = part.value / whole.value
            message = f"{told(part)[0]} of {told(whole)[0]} = {share:.1%}"
            yield Way(_rounded(share) if percent else share, (whole, part), message)


def _rounded(share: float) -> float:
    """Return a share in percent, rounded as people do who give no decimals."""
    percent = share * 100
    return float(round(percent)) if abs(percent - round(percent)) < 0.5 else percent


_TAKEN = late_regex(
    r"\b(?:of|out\s+of)\s+(?:the|its|their|his|her|our|these|those|all)?\s*(?:\w+\s+)?$", re.IGNORECASE
)


def _is_part(ask: Ask, whole: Figure, part: Figure) -> bool:
    """Whether an amount is told as a part: taken out of the other by "of", or told of what the other counts, behind it."""
    if part.span.start < whole.span.start:
        between = ask.document.text[part.span.end : whole.span.start]
        return part.sentence is whole.sentence and _TAKEN.search(between) is not None and len(between) < 30
    return True
