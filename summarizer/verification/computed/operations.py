"""Which operation a claim names for one of its values: what amounts come to, by how much they differ, what was before."""

from __future__ import annotations

import re
from enum import StrEnum

from summarizer.patterns import late_regex
from summarizer.verification.computed.computation import FRAME
from summarizer.verification.values.quantities import Quantity


class Operation(StrEnum):
    """How a value of a claim follows from two or more amounts."""

    SUM = "sum"
    DIFFERENCE = "difference"
    BEFORE = "before"  # what there was before something was taken away: what was taken and what is left
    CHANGE = "change"  # by how many percent something rose or fell


TOGETHER = re.compile(
    r"\b(?:altogether|together|in\s+(?:all|total|sum)|combined|jointly|add(?:s|ed|ing)?\s+up\s+to|sums?\s+(?:up\s+)?to"
    r"|(?:come|comes|came|amount|amounts|amounted)\s+to|(?:make|makes|made)\s+up|a\s+(?:combined\s+)?total\s+of|total(?:s|led|ling|ed)?"
    r"|the\s+sum\s+of)\b",
    re.IGNORECASE,
)
# Behind an amount: how two others compare. Before it: verbs of comparing and changing that go with "by".
_COMPARED = late_regex(
    r"\s*(?:(?:[a-z]+\s+){0,3}?)(?:more|less|fewer|higher|lower|larger|smaller|bigger|greater|shorter|longer|cheaper|dearer|above|below|short\s+of"
    r"|ahead\s+of|behind|in\s+excess\s+of|(?!(?:other|rather)\b)[a-z]{3,}er\s+than)\b"
    r"|\s+(?:additional|extra|further|added)\s+[a-z]",
    re.IGNORECASE,
)
_RISING = r"(?:rais|increas|rise|rising|rose|grow|grew|lift|boost|expand|step\s+up|gain|climb|went\s+up|go\s+up|goes\s+up|add)\w*"
_FALLING = r"(?:cut|reduc|lower|fall|fell|drop|declin|decreas|shrink|shrank|lose|loss|losing|lost|went\s+down|go\s+down|goes\s+down|slash|trim)\w*"
_CHANGING = rf"(?:{_RISING}|{_FALLING})"
_UP, _DOWN = (re.compile(rf"\b{verbs}\b", re.IGNORECASE) for verbs in (_RISING, _FALLING))
_BY = late_regex(
    rf"\b(?:exceed\w*|outnumber\w*|outstrip\w*|outweigh\w*|surpass\w*|trail\w*|beat\w*|lead\w*|led|short|differ\w*|miss\w*|{_CHANGING})\b[^.;]*\bby\s+(?:[a-z]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_GAP = late_regex(
    r"\b(?:difference|gap|margin|shortfall|surplus|majority|lead)\s+(?:(?:of|is|was|comes\s+to|came\s+to)\s+)(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_HAD_BEEN = late_regex(
    r"\b(?:before|prior\s+to|originally|initially|previously|formerly|until\s+then|had\s+(?:stood|been|amounted|come|reached)|stood\s+at|used\s+to)\b",
    re.IGNORECASE,
)
_CHANGE = late_regex(
    rf"\b{_CHANGING}\b|\b(?:reduction|increase|decrease|cut|rise|fall|drop|growth|decline|up|down)\b",
    re.IGNORECASE,
)
# Words of the operation itself, which need not stand in the text.
_OWN = re.compile(
    r"before|prior|originally|initially|previously|formerly|stood|imply|implies|implied|exceed\w*|outnumber\w*|surpass\w*|(?:sum|amount|figure|number|total|value)s?"
    r"|money|worth|more|less|fewer|higher|lower|larger|smaller|greater|longer|shorter|dearer|cheaper|bigger|above|below|additional|extra|further|taken|short|difference|gap|compared|roughly|approximately|nearly|almost|exactly",
    re.IGNORECASE,
)
TAKEN = late_regex(
    r"\b(?:suspend|cut|reduc|lower|remov|waiv|withdr|drop|los|tak|taken|sold|sell|spen[dt]|shed|releas|deduct)\w*\b",
    re.IGNORECASE,
)
LEFT = late_regex(
    r"\b(?:remain|retain|keep|kept|left|leav|still|preserv|maintain|surviv)\w*\b", re.IGNORECASE
)


def of_arithmetic(form: str) -> bool:
    """Whether a word of a claim belongs to its arithmetic, or speaks of the text: it need not stand beside the operands."""
    return form in FRAME or any(p.fullmatch(form) for p in (_OWN, _UP, _DOWN))


def direction_of(text: str) -> int:
    """Return 1 where the last verb of change in some words is of rising, -1 of falling, 0 where there is none."""
    up, down = ([m.end() for m in p.finditer(text)] for p in (_UP, _DOWN))
    return 0 if not up and not down else 1 if max(up, default=-1) > max(down, default=-1) else -1


def operation_of(text: str, wanted: Quantity) -> Operation | None:
    """Return the operation that the words around a value name, None where it is told as a plain value."""
    if getattr(wanted.item, "noun", None) == "time":
        return None  # "twenty times more likely" is no difference
    before, after = text[: wanted.span.start], text[wanted.span.end :]
    clause = re.split(r"[;]", before)[-1]
    if _COMPARED.match(after) or _GAP.search(clause):
        return Operation.DIFFERENCE
    by = _BY.search(clause)
    part = getattr(wanted.item, "kind", None) == "fraction" and not getattr(wanted.item, "unit", None)
    if by and (part or getattr(wanted.item, "unit", None) == "%"):
        return Operation.CHANGE
    if by:
        return Operation.DIFFERENCE
    if TOGETHER.search(clause) or TOGETHER.search(re.split(r"[;.]\s", after)[0]):
        return Operation.SUM
    if (
        getattr(wanted.item, "unit", None) == "%"
        and _CHANGE.search(clause[-60:])
        and not _HAD_BEEN.search(text)
    ):
        return Operation.CHANGE
    return Operation.BEFORE if _HAD_BEEN.search(text) else None
