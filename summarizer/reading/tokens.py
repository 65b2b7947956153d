"""Cuts text into runs of number tokens: digits in every usual notation, number words and their connectors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from summarizer.reading.counts import number_words as words

Kind = Literal[
    "digits", "small", "ten", "hundred", "scale", "dozen", "ordinal", "part", "article", "and", "of", "point", "minus", "end"
]  # fmt: skip
Value = int | Fraction


class Token(NamedTuple):
    """One piece of a numeral; `joined` tells a hyphen before it, `plural` a plural ending, `parted` "3/4" or "¾"."""

    kind: Kind
    value: Value
    start: int
    end: int
    plural: bool = False
    joined: bool = False
    parted: bool = False


MAX_RUN = 32  # tokens of one numeral: bounds the work at every start
MAX_DIGITS = 30  # longer strings of digits are identifiers

VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_BLANK = "\u00a0\u2007\u2009\u202f "
_GAP = re.compile(
    rf"(?P<hyphen>[{_BLANK}]{{0,2}}[-‐‑][{_BLANK}]{{0,2}})"
    rf"|[{_BLANK}\t]{{1,4}}(?:\r?\n[{_BLANK}\t]{{0,8}})?|\r?\n[{_BLANK}\t]{{0,8}}"
)
_WORD = re.compile(r"[A-Za-z]++")
# "1 234 567": groups of exactly three digits, all parted alike.
_SPACED = re.compile(rf"[1-9]\d{{0,2}}(?P<sep>[{_BLANK}])\d{{3}}(?:(?P=sep)\d{{3}})*+(?:[.,]\d++)?(?!\d)")
_DIGITS = re.compile(
    rf"""
    (?P<power>\d++(?:\.\d++)?\^[+-]{{0,2}}\d{{1,3}}(?!\w))
    |(?P<scientific>\d++(?:\.\d++)?(?:[eE]|[{_BLANK}]?[x×*][{_BLANK}]?10\^)[+-]?\d{{1,3}}(?!\w))
    |(?P<plain>\d++(?:[.,]\d++)*+|\.\d++)
    """,
    re.VERBOSE,
)
_FRACTION = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/]|[.,:-]\d)")
_MIXED = re.compile(
    rf"[{_BLANK}]{{1,3}}(?P<plain>\d{{1,4}}/\d{{1,4}}(?![\d/]|[.,:-]\d))|[{_BLANK}]?(?P<vulgar>[{VULGAR}])"
)
_SUFFIX = re.compile(rf"(?P<blank>[{_BLANK}-]?)(?P<letters>[A-Za-z]{{1,3}})(?![^\W_])")
_SCALE_WORD = re.compile(rf"(?:{'|'.join(words.SCALES)})(?![^\W_])", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d{1,2}(?:,\d{2}(?!\d))++,\d{3}(?:\.\d++)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})++,\d++|\d{1,3}(?:\.\d{3}){2,}+|\d++,\d{1,2}")
_DENOMINATORS = frozenset({*range(2, 11), 12, 15, 16, 20, 25, 32, 50, 64, 100, 1000})
_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?\s{1,2}$", re.IGNORECASE
)
_SCALE_CURRENCY = "$€£¥₽₴₹₩₪₺"
_PLURAL_NOUN = re.compile(rf"[{_BLANK}](?:people|men|women|children|police|[a-z]{{2,}}(?<!s)s)\b(?<!\bacross)(?<!\bis)(?<!\bwas)(?<!\bhas)(?<!\bas)")  # fmt: skip


def _vocabulary() -> dict[str, tuple[Kind, int, bool]]:
    entries: dict[str, tuple[Kind, int, bool]] = {}
    tables: list[tuple[Kind, dict[str, int]]] = [
        ("small", words.SMALL), ("ten", words.TENS), ("scale", words.SCALES), ("dozen", words.DOZENS), ("part", words.PARTS),
    ]  # fmt: skip
    for kind, table in tables:
        entries.update(
            {word: (kind, value, kind == "part" and word[-1] == "s") for word, value in table.items()}
        )
    entries["hundred"] = ("hundred", 100, False)
    entries["hundreds"] = ("hundred", 100, True)
    for word, value in {**words.ORDINALS, **words.ORDINAL_SCALES}.items():
        entries[word] = ("ordinal", value, False)
        if word != "second":  # "seconds" are time
            entries[f"{word}s"] = ("ordinal", value, True)
    connectors: list[tuple[str, Kind]] = [
        ("a", "article"), ("an", "article"), ("and", "and"), ("of", "of"), ("point", "point"), ("minus", "minus"),
        ("negative", "minus"),
    ]  # fmt: skip
    entries.update({word: (kind, 0, False) for word, kind in connectors})
    return entries


VOCABULARY = _vocabulary()
STARTERS = frozenset(
    word for word, entry in VOCABULARY.items() if entry[0] not in ("article", "and", "of", "point")
)
_ARTICLE = re.compile(r"(?:.?[^\w]|^)(?P<article>an?)$", re.IGNORECASE | re.DOTALL)
_CONNECTORS = frozenset({"article", "and", "of", "point", "minus"})


def runs(text: str, positions: Sequence[int], stop: int | None = None) -> Iterator[list[Token]]:
    """Yield maximal runs of adjacent number tokens that begin at any of `positions`, each closed by an "end" token."""
    stop = len(text) if stop is None else stop
    at = 0
    for position in positions:
        if position < at:
            continue
        tokens, after = _run(text, max(at, _opening(text, position)), stop)
        at = max(after, position + 1)
        if len(tokens) > MAX_RUN:  # a list such as "22,24,26": numbers that never go together
            yield from ([token, Token("end", 0, token.end, token.end)] for token in tokens)
        elif tokens:
            tokens.append(Token("end", 0, after, after))
            yield tokens


def _opening(text: str, at: int) -> int:
    """Return where a numeral begins whose first number is at `at`: at an article or a decimal point before it."""
    before = text[at - 1 : at]
    if before == "." and text[at].isdigit():
        return at if text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] == "." else at - 1
    if before in (" ", "\n", "-") and at > 1:
        match = _ARTICLE.match(text, max(0, at - 4), at - 1)
        return match.start("article") if match else at
    return at


def _run(text: str, at: int, stop: int) -> tuple[list[Token], int]:
    """Gather tokens from `at`; returns them with the place where to look on."""
    tokens: list[Token] = []
    joined = False
    after = at
    while len(tokens) < MAX_RUN:
        found, after, closed = (
            _digits(text, at, stop) if not text[at : at + 1].isalpha() else _word(text, at, stop)
        )
        if not found or (tokens and len(found) > 2):
            after = max(at, after) if not tokens else at
            break
        tokens += [token._replace(joined=joined) for token in found] if joined else found
        gap = _GAP.match(text, after, stop)
        if closed or not gap:
            break
        joined, at = gap["hyphen"] is not None, gap.end()
    end = after
    while tokens and tokens[-1].kind in _CONNECTORS and tokens[-1].kind != "of":
        after = tokens.pop().start
    return tokens, after if tokens else end


def _word(text: str, at: int, stop: int) -> tuple[list[Token], int, bool]:
    match = _WORD.match(text, at, stop)
    if match is None or _continues(text, match.end()):
        return [], at, True
    entry = VOCABULARY.get(match[0].lower())
    if entry is None:
        return [], match.end(), True
    return [Token(entry[0], entry[1], at, match.end(), entry[2])], match.end(), False


def _continues(text: str, at: int) -> bool:
    """Whether a letter, digit or underscore stands at `at`."""
    following = text[at : at + 1]
    return following.isalnum() or following == "_"


def _digits(text: str, at: int, stop: int) -> tuple[list[Token], int, bool]:
    """Read a numeral in digits at `at`: its tokens, where it ends, and whether the run must end with it."""
    if text[at : at + 1] in VULGAR and at < stop:
        return [Token("digits", vulgar(text[at]), at, at + 1, parted=True)], at + 1, False
    if clock := _CLOCK.match(text, at, stop):
        return [], clock.end(), True
    match = _SPACED.match(text, at, stop)
    if match and not _MONTH_BEFORE.search(text, max(0, at - 12), at):
        digits = re.sub(rf"[{_BLANK}]", "", match[0]).replace(",", ".")
        values = [(_number(digits), at, match.end())] if len(digits) <= MAX_DIGITS else []
    elif match := _DIGITS.match(text, at, stop):
        values = _values(match)
    else:
        return [], at + 1, True
    first = _signed(text, at)
    tokens = [Token("digits", value, begin, finish) for value, begin, finish in values]
    if tokens and first < at:
        tokens[0] = tokens[0]._replace(value=-tokens[0].value, start=first)
    if len(tokens) != 1:
        return tokens, match.end(), True
    return _suffixed(text, tokens[0], stop)


def vulgar(character: str) -> Fraction:
    """Return the value of a single-character fraction such as "¾"."""
    return Fraction(unicodedata.numeric(character)).limit_denominator(10)


def _signed(text: str, at: int) -> int:
    """Return where the sign of the digits at `at` stands, or `at` when they have none."""
    if at and text[at - 1] in "-−" and (at == 1 or text[at - 2].isspace() or text[at - 2] in "([\"'“‘="):
        return at - 1
    return at


def _values(match: re.Match[str]) -> list[tuple[Value, int, int]]:
    """Return the value or values of matched digits, with their places."""
    start, end, string = match.start(), match.end(), match[0]
    if match["power"]:
        return _power(string, start, end)
    if match["scientific"]:
        mantissa, exponent = re.split(
            r"[eE^]",
            re.sub(r"[\s\u00a0\u2007\u2009\u202f]?[x×*][\s\u00a0\u2007\u2009\u202f]?10\^", "e", string),
        )
        return [(Fraction(mantissa) * Fraction(10) ** int(exponent), start, end)]
    if len(string) <= 2 * MAX_DIGITS:
        if string.isdigit() or (string.count(".") == 1 and "," not in string):
            return [(_number(string), start, end)] if len(string) <= MAX_DIGITS else []
        if _GROUPED.fullmatch(string):
            return [(_number(string.replace(",", "")), start, end)]
        if _EUROPEAN.fullmatch(string):
            return [(_number(string.replace(".", "").replace(",", ".")), start, end)]
    parts = re.finditer(r"\d+", string)
    return [
        (int(part[0]), start + part.start(), start + part.end())
        for part in parts
        if len(part[0]) <= MAX_DIGITS
    ]


def _number(string: str) -> Value:
    return Fraction(string) if "." in string else int(string)


def _power(string: str, start: int, end: int) -> list[tuple[Value, int, int]]:
    base, exponent = string.split("^")
    power = int(exponent.lstrip("+-")) * (
        -1 if exponent.startswith("-") and not exponent.startswith("--") else 1
    )
    number = Fraction(base)
    if len(base) > MAX_DIGITS or number == 0:
        return []
    return [(number**power, start, end)]


def _suffixed(text: str, token: Token, stop: int) -> tuple[list[Token], int, bool]:
    """Read what follows one numeral in digits: a fraction, an ordinal ending, a scale, or letters that spoil it."""
    token, spoilt = _with_fraction(text, token, stop)
    if word := _SCALE_WORD.match(text, token.end, stop):
        return [token, Token("scale", words.SCALES[word[0].lower()], *word.span())], word.end(), False
    match = _SUFFIX.match(text, token.end, stop)
    if spoilt or match is None:
        return [token], token.end, _continues(text, token.end)
    letters, end = match["letters"], match.end()
    if not match["blank"] and letters.lower() in ("st", "nd", "rd", "th") and isinstance(token.value, int):
        return [token._replace(kind="ordinal", end=end)], end, True
    if scale := _scale(text, token, match):
        return [token, Token("scale", scale, match.start("letters"), end)], end, False
    if not match["blank"]:
        return [token], token.end, True
    return [token], token.end, False


def _with_fraction(text: str, token: Token, stop: int) -> tuple[Token, bool]:
    """Add a fraction written with a slash or in one character; tells also whether a slash follows that is none."""
    start, sign = token.start, -1 if text[token.start] in "-−" else 1
    if match := _FRACTION.match(text, start + (sign < 0), stop):
        if fraction := _proper(match[0]):
            return token._replace(value=sign * fraction, end=match.end(), parted=True), False
        return token, True
    if isinstance(token.value, int) and (match := _MIXED.match(text, token.end, stop)):
        fraction = vulgar(match["vulgar"]) if match["vulgar"] else _proper(match["plain"])
        if fraction and abs(token.value) < 1000:
            return token._replace(value=sign * (abs(token.value) + fraction), end=match.end()), False
    return token, False


def _proper(string: str) -> Fraction | None:
    """Return the value of "3/4"; nothing for what is more likely a date, a score or "24/7"."""
    numerator, denominator = (int(part) for part in string.split("/"))
    return (
        Fraction(numerator, denominator)
        if 0 < numerator < denominator and denominator in _DENOMINATORS
        else None
    )


def _scale(text: str, token: Token, match: re.Match[str]) -> int | None:
    """Return the scale that the letters after digits stand for, if any."""
    letters, blank = match["letters"], match["blank"]
    if scale := words.DIGIT_SCALES.get(letters):
        lone = len(letters) == 1 and blank and letters not in "kKM"
        return None if lone else scale
    money = text[max(0, token.start - 2) : token.start].rstrip()[-1:] in _SCALE_CURRENCY and token.start > 0
    if not blank and (scale := words.MONEY_SCALES.get(letters)):
        return scale if money or (letters == "m" and _PLURAL_NOUN.match(text, match.end())) else None
    return None
