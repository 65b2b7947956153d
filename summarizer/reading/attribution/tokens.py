"""Tokens of a stretch of text in which every quotation is one token, cut into sentences: what attribution rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from summarizer.reading.quotations import Quotation
from summarizer.reading.records import new
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.attribution.noun_phrases import Subject

LONGEST_SENTENCE = 160  # tokens; a longer one is cut, which keeps every rule linear
QUOTE = "\0\0"  # the token that stands for a whole quotation; no text has it as a word
TITLE = "\0t"  # the same for a title, nickname or so-called thing in quotation marks: a name among the words
MARKS = frozenset(
    {",", ";", ":", ".", "!", "?", "(", ")", "[", "]", '"', QUOTE, "—", "–", "-", "--", "...", "…", "•"}
)


# The first branch is the rest's commonest case, which this way is read faster.
_TOKEN = re.compile(
    r"[a-z]++(?=[ ,])|[^\W_]++(?:(?:['’.&/\-‑]|[-‑][ \t]*\r?\n[ \t]*)[^\W_]++)*+(?:['’](?=[\s,.;:)]))?|--+|\.\.\.+|\S"
)
_PARTED = re.compile(f"({_TOKEN.pattern})")
# Words whose full stop belongs to them.
_ABBREVIATED = frozenset(
    """
    mr mrs ms mx dr sen sens rep reps gov govs gen lt col sgt capt adm maj brig hon rev prof pres st jr sr vs no jan feb aug sep sept oct nov dec
    calif mass conn fla ala ariz ark colo ga ill ind ky la mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
    inc corp ltd co""".split()
)
_ENDS = frozenset({".", "!", "?"})
_MAY_END = _ENDS | {QUOTE, ")"}
_ABBREVIATED_END = re.compile(r"(?:(?:[A-Za-z]\.){2,}|(?:Jr|Sr|Inc|Corp|Ltd|Co)\.)$")
_STARTERS = frozenset(
    """he she it they we you i the a an this that these those there here in on at but and or so yet for after before when while if
    as since although though because according his her its their our my your asked no not what why how who both one some many""".split()
)


class Stream:
    """Tokens of `text[start:end]`: parallel lists of lower-case words and offsets; `quotes[i]` is the quotation of a QUOTE token."""

    __slots__ = ("clauses", "headline", "joined", "quotes", "starts", "subjects", "text", "widths", "words")

    def __init__(self, text: str, span: Span, quotations: Sequence[Quotation]) -> None:
        """Tokenise `span`; `quotations` are those directly inside it, in order, none inside another."""
        self.text = text
        self.headline = False  # without articles and "is": "Minister backs deal"
        self.words: list[str] = []
        self.joined: list[int] = []  # the tokens that end in the full stop of an abbreviation
        self.starts: list[int] = []
        self.widths: dict[int, int] = {}  # of the tokens that are longer or shorter than their word
        self.quotes: dict[int, Quotation] = {}
        self.subjects: dict[tuple[int, int], Subject | None] = {}  # what was read once
        self.clauses: dict[tuple[int, int, bool], Subject | None] = {}
        at = span.start
        for quotation in quotations:
            self._add(at, max(at, quotation.outside.start))
            self._quote(quotation)
            at = quotation.outside.end
        self._add(at, span.end)

    def _quote(self, quotation: Quotation) -> None:
        """Add a quotation; the comma or full stop inside a title's marks is one of the sentence around it."""
        at = len(self.words)
        self.quotes[at] = quotation
        self.widths[at] = quotation.outside.end - quotation.outside.start
        self.words.append(QUOTE if quotation.speech is not False else TITLE)
        self.starts.append(quotation.outside.start)
        if quotation.speech is False:
            end = quotation.outside.end - quotation.marks[1]
            last = self.text[end - 1]
            if last in ",.;":
                self.words.append(last)
                self.starts.append(end - 1)
                self.widths[at + 1] = quotation.marks[1] + 1

    def _add(self, start: int, end: int) -> None:
        if start >= end:
            return
        piece = self.text[start:end].replace("―", "—")
        lowered = piece.lower()
        if len(lowered) == len(piece):
            words, starts = _tokens(lowered, start)
        else:  # a letter whose small form is longer: its token is taken as it is printed
            words, starts = _tokens(piece, start)
            words = [word.lower() if len(word.lower()) == len(word) else word for word in words]
        if "." in words:
            self._join_stops(words, starts)
        self.words += words
        self.starts += starts

    def _join_stops(self, words: list[str], starts: list[int]) -> None:
        """Join the full stop of an abbreviation or initial with its word."""
        stops = [
            i
            for i in _places(words, ".")
            if i and starts[i - 1] + len(words[i - 1]) == starts[i] and self._abbreviates(words, starts, i)
        ]
        if not stops:
            return
        base = len(self.words) - 1
        for earlier, i in enumerate(stops):
            words[i - 1] += "."
            self.joined.append(base + i - earlier)
        joined = set(stops)
        kept = [i not in joined for i in range(len(words))]
        words[:], starts[:] = compress(words, kept), compress(starts, kept)

    def _abbreviates(self, words: list[str], starts: list[int], stop: int) -> bool:
        word = words[stop - 1]
        capital = self.text[starts[stop - 1]].isupper()
        if len(word) == 1:
            return capital and stop + 1 < len(words) and self.text[starts[stop + 1]].isupper()
        if "." in word:
            return all(len(part) == 1 for part in word.replace("-", ".").split("."))  # U.S., a.m., R-S.C.
        return (capital and word in _ABBREVIATED) or ("-" in word and word.rsplit("-", 1)[1] in _ABBREVIATED)

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[at]].isupper() or self.words[at] == TITLE

    def span(self, first: int, stop: int) -> Span:
        """Return the span of tokens `first:stop`."""
        last = stop - 1
        width = self.widths.get(last) if self.widths else None
        end = self.starts[last] + (len(self.words[last]) if width is None else width)
        return new(Span, (self.starts[first], end))

    def ends_sentence(self, at: int) -> bool:
        """Whether the quotation at token `at` ends in a full stop, question or exclamation mark."""
        quotation = self.quotes[at]
        return self.text[max(quotation.inside.start, quotation.inside.end - 2) : quotation.inside.end].rstrip(
            "'’ "
        )[-1:] in (".", "!", "?", "…")

    def ends_in_comma(self, at: int) -> bool:
        """Whether the comma of the sentence around it stands inside the marks of the quotation at token `at`."""
        inside = self.quotes[at].inside
        return self.text[max(inside.start, inside.end - 3) : inside.end].rstrip("'’ \"”")[-1:] == ","

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield token ranges of sentences; a quotation that ends one ends the sentence when a capital follows."""
        words = self.words
        first = 0
        ends = list(compress(range(len(words)), map(_MAY_END.__contains__, words)))
        for at in sorted(ends + self.joined) if self.joined else ends:
            if at + 1 < len(words) and self._breaks(at, words[at]):
                yield from _bounded(first, at + 1)
                first = at + 1
        if first < len(words):
            yield from _bounded(first, len(words))

    def _breaks(self, at: int, word: str) -> bool:
        if word in _ENDS:
            return self.words[at + 1] not in (")", "]", "”", "’", ".", "?", "!", ",") and (
                self.words[at + 1] == QUOTE or not self.text[self.starts[at + 1]].islower()
            )
        if word == ")":
            ended = at > 0 and (
                self.words[at - 1] in _ENDS or (self.words[at - 1] == QUOTE and self.ends_sentence(at - 1))
            )
            return ended and self.capital(at + 1)  # "(He did.) She left."
        if word == QUOTE:
            return (self.words[at + 1] == QUOTE or self.capital(at + 1)) and self.ends_sentence(at)
        if word[-1] == "." and len(word) > 2 and _ABBREVIATED_END.search(word):
            return self.capital(at + 1) and self.words[at + 1] in _STARTERS
        return False


def _places(words: list[str], word: str) -> Iterator[int]:
    """Yield where a word stands, fast where it is seldom."""
    at = -1
    try:
        while True:
            at = words.index(word, at + 1)
            yield at
    except ValueError:
        return


def _tokens(text: str, offset: int) -> tuple[list[str], list[int]]:
    """Return the tokens of a text and where each begins: gaps and tokens by turns, in one pass of the engine."""
    pieces = _PARTED.split(text)
    return pieces[1::2], list(accumulate(map(len, pieces), initial=offset))[1:-1:2]


def _bounded(first: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - first > LONGEST_SENTENCE:
        yield first, first + LONGEST_SENTENCE
        first += LONGEST_SENTENCE
    yield first, stop
