"""What a number leaves out because one before it in the sentence has it: "40 euros for frozen, 25 for cooked shrimp"."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.patterns import late_regex
from summarizer.reading.attribution.words import PREPOSITIONS
from summarizer.reading.counts.numbers import Number
from summarizer.reading.words import is_function_word
from summarizer.source import Span

_SENTENCE = late_regex(r"[.!?][\"”’)]*\s|\n\s*(?=\n|[-•*])")
_JOINT = late_regex(r"[,;]|\s(?:and|but|while|whereas|or|to|then)\s", re.IGNORECASE)
_BEHIND = late_regex(r"\s+(?P<word>[\w’'-]+)")
_ENDS = late_regex(r"\s*(?:[.,;:)]|$)")
_LABELLED = late_regex(
    r"(?:\b(?:no|nos|article|item|resolution|page|paragraph|section|day|phase|chapter|room)\.?\s*|[#/-])$",
    re.IGNORECASE,
)


def with_left_out(text: str, numbers: list[Number]) -> list[Number]:
    """Give the numbers that count nothing by name the noun, or the unit, of the one before them that has it."""
    found: list[Number] = []
    model: Number | None = None
    for number in numbers:
        if model is not None and _SENTENCE.search(text, model.span.end, number.span.start):
            model = None
        if model is not None and (noun := _noun(text, model, number)):
            number = replace(number, noun=noun)
        elif model is not None and _measured(text, model, number):
            number = replace(number, unit=model.unit, kind=model.kind)
        if number.kind != "ordinal" and (number.noun or number.unit):
            model = number
        found.append(number)
    return found


def counts_nothing(text: str, place: Span) -> bool:
    """Whether no noun follows a number: what it counts is told before it."""
    behind = _BEHIND.match(text, place.end)
    return bool(_ENDS.match(text, place.end)) or (
        behind is not None and (is_function_word(behind["word"].casefold()) or behind["word"].endswith("ed"))
    )


def _noun(text: str, model: Number, number: Number) -> str | None:
    if not model.noun or not _bare(text, model, number):
        return None
    return model.noun


def _measured(text: str, model: Number, number: Number) -> bool:
    """Whether a number is in the unit of the one before it: nothing but what it goes to or is for follows it."""
    if not model.unit or not number.value or not _bare(text, model, number):
        return False  # nil of anything is nil
    behind = _BEHIND.match(text, number.span.end)
    word = behind["word"].casefold() if behind else ""
    return bool(_ENDS.match(text, number.span.end)) or (word in PREPOSITIONS and word not in ("of", "out"))


def _bare(text: str, model: Number, number: Number) -> bool:
    if number.noun or number.unit or number.kind != "number":
        return False
    if not _JOINT.search(text, model.span.end, number.span.start) or _LABELLED.search(
        text[: number.span.start][-14:]
    ):
        return False
    behind = _BEHIND.match(text, number.span.end)
    word = behind["word"].casefold() if behind else ""
    alone = bool(_ENDS.match(text, number.span.end)) or is_function_word(word) or word.endswith("ed")
    if text[number.span.start : number.span.end].casefold() == "one":
        return alone and word in PREPOSITIONS
    return alone
