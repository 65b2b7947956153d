"""The grammar of English numerals: reads runs of tokens as cardinals, ordinals, decimals and fractions.

A numeral is `[minus] (mixed | fraction | ordinal | decimal | cardinal) [scale]`. Where words admit two
readings ("one hundred thirty fifths") the largest well-formed denominator wins, and "A and B Cths" is a
mixed number when B is less than C ("one hundred and three quarters"), else a fraction of A + B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from summarizer.reading.counts import number_words as words
from summarizer.reading.tokens import Token, Value, runs

Form = Literal["cardinal", "ordinal", "fraction"]


class Numeral(NamedTuple):
    """A number as written: its value, its place, its form, and whether it is in digits throughout."""

    value: Value
    start: int
    end: int
    form: Form
    digits: bool
    article: bool = False  # begins with "a" or "an"
    scale: Value = 1  # the last "thousand", "million" … in it


_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_Read = tuple[Value, int]  # a value and the index of the next token
NUMBER_WORDS = frozenset(words.SMALL) | frozenset(words.TENS)
_MULTIPLES = frozenset({"hundred", *words.SCALES})
_SEVERAL = re.compile(r"\b(?:several|few|many|some|multi)[ -]$", re.IGNORECASE)
_LARGE = 10**6  # "three million and a half": a fraction of the scale from here on


def numerals(text: str, positions: Sequence[int]) -> Iterator[Numeral]:
    """Yield the numerals of `text` that begin at any of `positions` (triggers), in order; they do not overlap."""
    for run in runs(text, positions):
        yield from _of_run(run, text)


def is_vague(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is only a multiple without its number: "several hundred thousand", "per million"."""
    if numeral.digits or numeral.article:
        return False
    first, *rest = text[numeral.start : numeral.end].lower().replace("-", " ").split()
    if first not in _MULTIPLES:
        return False
    return not rest or _SEVERAL.search(text, max(0, numeral.start - 9), numeral.start) is not None


def _of_run(tokens: list[Token], text: str) -> Iterator[Numeral]:
    if len(tokens) == 2 and tokens[0].kind in ("digits", "small", "ten"):  # most runs are a single number
        token = tokens[0]
        yield Numeral(token.value, token.start, token.end, "cardinal", token.kind == "digits")
        return
    at = 0
    apart = tokens[0].start >= 8 and _BETWEEN.search(text, tokens[0].start - 9, tokens[0].start) is not None
    parted = any(token.kind in ("ordinal", "part") for token in tokens)
    while tokens[at].kind != "end":
        minus = tokens[at].kind == "minus"
        read = _magnitude(tokens, at + minus, apart, parted)
        if read is None:
            at += 1
            continue
        value, after, form = read
        used = tokens[at + minus : after]
        digits = used[0].kind == "digits" and all(token.kind in ("digits", "scale") for token in used)
        article = used[0].kind == "article"
        first = tokens[at].start
        scale = used[-1].value if used[-1].kind == "scale" else 1
        yield Numeral(-value if minus else value, first, used[-1].end, form, digits, article, scale)
        at, apart = after, False


def _magnitude(tokens: Sequence[Token], at: int, apart: bool, parted: bool) -> tuple[Value, int, Form] | None:
    """Read the longest numeral at `at`.

    `apart` forbids "and" inside it ("between one hundred and two"), `parted` tells that the run has an
    ordinal or the name of a part in it.
    """
    named = _first_part(tokens, at) if parted else None
    if named is not None:
        fraction = _fraction_or_mixed(tokens, at, named, apart)
        if fraction:
            return _scaled(tokens, *fraction)
        ordinal = _ordinal(tokens, at, named)
        if ordinal is not None:
            return ordinal, named + 1, "ordinal"
    cardinal = _decimal(tokens, at) or _cardinal(tokens, at, apart)
    if cardinal is None:
        return None
    value, after = cardinal
    if not apart and tokens[after].kind == "and" and tokens[after + 1].parted:  # "two and 3/4"
        return _scaled(tokens, value + tokens[after + 1].value, after + 2, "cardinal")
    return value, after, "cardinal"


def _first_part(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of the first ordinal or "half", "quarter" from `at` on, before any "of"."""
    for index in range(at, len(tokens)):
        if tokens[index].kind in ("ordinal", "part"):
            return index
        if tokens[index].kind in ("of", "point", "minus"):
            return None
    return None


# --- cardinals


def _below_hundred(tokens: Sequence[Token], at: int) -> _Read | None:
    token, following = tokens[at], tokens[at + 1] if tokens[at].kind != "end" else tokens[at]
    if token.kind == "small":
        return token.value, at + 1
    if token.kind != "ten":
        return None
    if following.kind == "small" and 0 < following.value < 10:
        return token.value + following.value, at + 2
    return token.value, at + 1


def _tens_and_ones(tokens: Sequence[Token], at: int) -> _Read | None:
    """Read "twenty and four", an older form: only where nothing multiplies the ones."""
    if tokens[at].kind == "ten" and tokens[at + 1].kind == "and":
        ones = tokens[at + 2]
        if ones.kind == "small" and 0 < ones.value < 10 and tokens[at + 3].kind in ("end", "and"):
            return tokens[at].value + ones.value, at + 3
    return None


def _tail(tokens: Sequence[Token], at: int, apart: bool) -> _Read | None:
    """Read what may follow "hundred": "[and] twenty-one", also in digits, or "two dozen"."""
    joined = tokens[at].kind == "and"
    if joined and apart:
        return None
    first = tokens[at + joined]
    if joined and first.kind == "digits" and isinstance(first.value, int) and 0 < first.value < 100:
        read: _Read | None = (first.value, at + 2)
    else:
        read = _below_hundred(tokens, at + joined)
    if read is None or read[0] <= 0 or tokens[read[1]].kind in ("hundred", "point"):
        return None
    return (read[0] * tokens[read[1]].value, read[1] + 1) if tokens[read[1]].kind == "dozen" else read


def _group(tokens: Sequence[Token], at: int, apart: bool) -> _Read | None:
    """Read what stands before a scale: "two hundred and five", "12.5", "half a dozen" is not among them."""
    token = tokens[at]
    if token.kind == "article":
        read: _Read | None = (1, at + 1) if tokens[at + 1].kind in ("hundred", "scale", "dozen") else None
    elif token.kind in ("hundred", "scale") and not token.plural:
        read = (1, at)
    elif token.kind == "digits":
        read = token.value, at + 1
    else:
        read = _below_hundred(tokens, at)
    if read is None:
        return None
    value, at = read
    if tokens[at].kind == "dozen":
        return value * tokens[at].value, at + 1
    if tokens[at].kind != "hundred" or value == 0:
        return read
    value, at = value * 100, at + 1
    tail = _tail(tokens, at, apart)
    return (value + tail[0], tail[1]) if tail else (value, at)


def _multiplier(tokens: Sequence[Token], at: int) -> _Read:
    """Read the scales at `at`, multiplied: "lakh crore", "thousand billion"."""
    product: Value = 1
    while tokens[at].kind == "scale":
        product, at = product * tokens[at].value, at + 1
    return product, at


def _cardinal(tokens: Sequence[Token], at: int, apart: bool = False) -> _Read | None:
    """Read groups with falling scales: "two million three hundred thousand and five"."""
    if not apart and (read := _tens_and_ones(tokens, at)):
        return read
    total: Value = 0
    limit: Value | None = None
    after: int | None = None
    while True:
        joined = after is not None and tokens[at].kind == "and"
        group = _group(tokens, at + joined, apart) if not (joined and apart) else None
        if group is None:
            break
        value, following = group
        factor, following = _multiplier(tokens, following)
        if limit is not None and not _continues_number(tokens, at + joined, joined, value * factor, limit):
            break
        total, at, after = total + value * factor, following, following
        limit = factor
        if factor == 1:
            break
    return (total, after) if after is not None else None


def _continues_number(tokens: Sequence[Token], at: int, joined: bool, value: Value, limit: Value) -> bool:
    """Whether a further group of this value belongs to a number whose last scale is `limit`."""
    if not 0 < value < limit:
        return False
    if tokens[at].kind in ("article", "minus"):
        return False
    if tokens[at].kind != "digits" or _spelled(tokens[at + 1]):
        return True
    return joined and value < 100 and isinstance(value, int)


def _spelled(token: Token) -> bool:
    """Whether a multiplier is a word and not an abbreviation: "5m" and "3k" never run on."""
    return token.kind in ("hundred", "scale") and token.end - token.start > 3


def _decimal(tokens: Sequence[Token], at: int) -> _Read | None:
    """Read "two hundred point zero three", "point" followed by digits one by one or by one number."""
    whole = _cardinal(tokens, at)
    if whole is None or tokens[whole[1]].kind != "point":
        return None
    value, at = whole[0], whole[1] + 1
    figures = ""
    while tokens[at].kind == "small" and tokens[at].value < 10:
        figures, at = figures + str(tokens[at].value), at + 1
    if not figures and (read := _below_hundred(tokens, at)):
        figures, at = str(read[0]), read[1]
    if not figures:
        return None
    factor, at = _multiplier(tokens, at)
    return (value + Fraction(int(figures), 10 ** len(figures))) * factor, at


# --- ordinals and fractions


def _exactly(read: _Read | None, after: int) -> Value | None:
    return read[0] if read and read[1] == after else None


def _ordinal(tokens: Sequence[Token], at: int, last: int) -> Value | None:
    """Read `tokens[at:last + 1]`, all of it, as one ordinal: "one hundred and twenty-fifth"."""
    token = tokens[last]
    if token.kind != "ordinal" or at > last:
        return None
    if at == last:
        return token.value
    if tokens[at].kind in ("hundred", "scale") and not (
        token.value > 100 and token.joined
    ):  # an ordinal says "one hundredth", "one hundred and fifth"
        return None
    stem = _stem(token)
    spelled = [*tokens[at:last], stem, Token("end", 0, token.end, token.end)] if stem else None
    return _exactly(_cardinal(spelled, 0), len(spelled) - 1) if spelled else None


def _stem(token: Token) -> Token | None:
    """Return the cardinal token that an ordinal in words is made from."""
    value = token.value
    if value >= 1000:
        return token._replace(kind="scale")
    if value == 100:
        return token._replace(kind="hundred", plural=False)
    return token._replace(kind="small" if value < 20 else "ten")


def _denominator(tokens: Sequence[Token], at: int, last: int) -> Value | None:
    token = tokens[last]
    if token.kind == "part":
        return token.value if at == last else None
    if token.value >= 100 and at < last and not (token.joined and last - at == 1):
        return None  # "fifty-four hundredths", but "three ten-thousandths"
    value = _ordinal(tokens, at, last)
    return value if value is not None and (value > 2) else None


def _numerator(tokens: Sequence[Token], at: int, after: int) -> Value | None:
    """Read `tokens[at:after]`, all of it, as what counts the parts: "a", "three", "one hundred and thirty"."""
    if after - at == 1 and tokens[at].kind == "article":
        return 1
    return _exactly(_cardinal([*tokens[at:after], Token("end", 0, 0, 0)], 0), after - at)


def _fraction(tokens: Sequence[Token], at: int, last: int) -> Fraction | None:
    """Read `tokens[at:last + 1]` as a fraction, with the longest denominator that leaves a numerator."""
    token = tokens[last]
    if token.kind == "part" and at == last and not token.plural:
        return Fraction(1, int(token.value))
    for split in range(at + 1, last + 1):
        if _bound(tokens, split):
            continue
        below, above = _denominator(tokens, split, last), _numerator(tokens, at, split)
        if below is None or above is None or above == 0:
            continue
        if token.kind == "part" and tokens[split - 1].kind == "digits" and tokens[last + 1].kind != "of":
            continue  # "for 3 quarters" is a time
        if above == 1 or (above < below if token.kind == "part" else token.plural):
            return Fraction(above) / Fraction(below)
    return None


def _bound(tokens: Sequence[Token], split: int) -> bool:
    """Whether a hyphen ties the tokens on both sides of `split` into one number: "ninety-five", "twenty-fifth"."""
    token = tokens[split]
    return (
        token.joined
        and tokens[split - 1].kind == "ten"
        and token.kind in ("small", "ordinal")
        and token.value < 10
    )


def _fraction_or_mixed(
    tokens: Sequence[Token], at: int, last: int, apart: bool
) -> tuple[Value, int, Form] | None:
    """Read a fraction ending at `last`, or a whole number "and" a fraction; gives value, next index and form."""
    joint = max((index for index in range(at + 1, last) if tokens[index].kind == "and"), default=None)
    if joint is not None and not apart:
        part = _fraction(tokens, joint + 1, last)
        whole = _cardinal([*tokens[at:joint], Token("end", 0, 0, 0)], 0)
        if part and part < 1 and whole and whole[1] == joint - at:
            return _mixed(tokens, whole[0], part, tokens[joint - 1], last + 1)
    value = _fraction(tokens, at, last)
    return (value, last + 1, "fraction") if value is not None else None


def _mixed(
    tokens: Sequence[Token], whole: Value, part: Fraction, before: Token, after: int
) -> tuple[Value, int, Form]:
    """Add a whole number and a fraction, which may have a scale of its own or share that of the number."""
    factor, following = _multiplier(tokens, after)
    if before.kind == "scale" and before.value >= _LARGE:
        own = factor if 1 < factor < before.value else before.value
        return whole + part * own, following if own == factor else after, "cardinal"
    return whole + part, after, "cardinal"


def _scaled(tokens: Sequence[Token], value: Value, at: int, form: Form) -> tuple[Value, int, Form]:
    """Apply what a fraction may be of: "half a million", "two thirds of a million", "half dozen"."""
    after = at
    if tokens[after].kind == "of":
        after += 1
    if tokens[after].kind == "article":
        after += 1
    if tokens[after].kind == "dozen" or (tokens[after].kind == "hundred" and after > at):
        return value * tokens[after].value, after + 1, "cardinal"
    factor, following = _multiplier(tokens, after)
    return (value * factor, following, "cardinal") if factor > 1 else (value, at, form)
