"""The wording of a text as comparable tokens: what two passages must share to say the same thing in the same words.

A token's form folds case, Unicode compatibility forms, zero-width and soft-hyphen characters and the
shape of apostrophes. Hyphens, quotation marks and other punctuation separate tokens and are not tokens;
currency and per-cent signs, "&" and a minus before a digit are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import overload

from summarizer.source import Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_JOINT = rf"[\u0300-\u036f{INVISIBLE}]"
_MARKS = "'’ʼ＇"
WORD = re.compile(
    r"(?=[\w%$€£¥₽₹&−-])(?:"  # soon done with blanks and marks
    rf"[^\W_]++(?![{_MARKS}\u0300-\u036f{INVISIBLE}.,:⁄])"  # the plain word: most of any text
    rf"|(?:[^\W\d_]\.){{2,}}"  # U.S., p.m.
    rf"|\d+(?:[.,:⁄]\d+)+"  # 1,200  3.5  4:25  30.12.2021
    rf"|[^\W_]++(?:(?:[{_MARKS}]|{_JOINT}++)[^\W_]++)*+{_JOINT}*+"
    rf"|[%$€£¥₽₹&]|(?<![\w)])[-−](?=\d))"
)
_PARTED = re.compile(f"({WORD.pattern})")
_MARK = re.compile(_JOINT)
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-‐‑](?:[ \t]*\r?\n[ \t]*)?[^\W\d_]++)++")
_HYPHEN = re.compile(r"[-‐‑](?=[ \t]*\r?\n[ \t]*[^\W\d_]|[^\W\d_])")
_JOINED = re.compile(r"[^\W\d_]++(?:[-‐‑][^\W\d_]++)++")
_BLANK = re.compile(r"[ \n]")
_PART = 50_000  # characters
_LETTER = re.compile(r"[^\W\d_]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "＇": "'", "ı": "i", **dict.fromkeys(INVISIBLE)})


def fold(raw: str) -> str:
    """Return the comparable form of one raw token."""
    if raw.isascii():
        form = raw.lower()
        if form.isalpha():
            return form
    else:
        form = unicodedata.normalize("NFKC", raw).casefold()
        form = unicodedata.normalize("NFKC", form).translate(_APOSTROPHES).casefold()
        form = "-" if form == "−" else form or raw
    if form[0].isdigit():
        return form.replace(",", "") if _THOUSANDS.fullmatch(form) else form
    if "." in form:
        return form.replace(".", "")
    return "and" if form == "&" else form


class Postings(Sequence[Sequence[int]]):
    """For each form, the numbers of the tokens that have it, ascending: parts of one array."""

    def __init__(self, ids: array[int], forms: int) -> None:
        rows = [array("i") for _ in range(forms)]
        appends = [row.append for row in rows]
        for at, number in enumerate(ids):
            appends[number](at)
        self._edges = array("i", accumulate(map(len, rows), initial=0))
        places = array("i")
        for row in rows:
            places += row
        places = places[:]  # without the room that it grew into
        self._places = memoryview(places)  # whose parts are no copies

    def __len__(self) -> int:
        return len(self._edges) - 1

    def count_of(self, number: int) -> int:
        """Return how many tokens have a form."""
        return self._edges[number + 1] - self._edges[number]

    @overload
    def __getitem__(self, number: int) -> Sequence[int]: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Sequence[int]]: ...
    def __getitem__(self, number: int | slice) -> Sequence[int] | Sequence[Sequence[int]]:
        if isinstance(number, slice):
            return [self[i] for i in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        return self._places[self._edges[number] : self._edges[number + 1]]


def _parts(text: str) -> Sequence[tuple[int, int]]:
    """Cut a long text at blanks, which no token crosses, so that its pieces need not be held all at once."""
    parts: list[tuple[int, int]] = []
    first = 0
    while len(text) - first > _PART and (blank := _BLANK.search(text, first + _PART)):
        parts.append((first, blank.start()))
        first = blank.start()
    parts.append((first, len(text)))
    return parts


class _Numbers(dict[str, int]):
    """The numbers of the `forms` of raw tokens, each folded when it is first met."""

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}

    def __missing__(self, raw: str) -> int:
        plain = raw.isascii() and raw.isalpha()  # as most are
        number = self[raw] = self.forms.setdefault(raw.lower() if plain else fold(raw), len(self.forms))
        return number


class Tokens:
    """The tokens of a text: `starts`, `ends` (offsets) and `ids` into `forms`, all by token number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends, self.ids = array("i"), array("i"), array("i")
        self._read()

    def _read(self) -> None:
        """Fill the arrays by one pass of the regular expression engine over each part: gaps and tokens by turns."""
        numbers = _Numbers()
        for first, last in _parts(self.text):
            pieces = _PARTED.split(self.text[first:last])
            edges = array("i", list(accumulate(map(len, pieces), initial=first)))
            self.starts += edges[1:-1:2]
            self.ends += edges[2::2]
            self.ids.fromlist(list(map(numbers.__getitem__, pieces[1::2])))
        self.forms = list(numbers.forms)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """The number of each form."""
        return {form: number for number, form in enumerate(self.forms)}

    def form(self, at: int) -> str:
        """Return the comparable form of token number `at`."""
        return self.forms[self.ids[at]]

    def slice_forms(self, first: int = 0, last: int | None = None) -> list[str]:
        """Return the forms of tokens `first:last`."""
        return [self.forms[i] for i in self.ids[first:last]]

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of tokens `first:last`, which must hold at least one."""
        return Span(self.starts[first], self.ends[last - 1])

    def within(self, span: Span) -> range:
        """Return the numbers of the tokens that lie inside `span`."""
        first = bisect_left(self.starts, span.start)
        return range(first, max(first, bisect_right(self.ends, span.end)))

    def touching(self, span: Span) -> range:
        """Return the numbers of the tokens that begin inside `span`, though they end behind it: the name in "X's"."""
        first = bisect_left(self.starts, span.start)
        return range(first, max(first, bisect_left(self.starts, span.end)))

    def trimmed(self, span: Span) -> Span:
        """Return `span` from its first word to its last, without marks; as it is where it holds no word."""
        at = self.within(span)
        return self.span(at.start, at.stop) if len(at) else span

    @cached_property
    def postings(self) -> Postings:
        """For each form, the numbers of the tokens that have it, ascending."""
        return Postings(self.ids, len(self.forms))

    def all_of(self, numbers: Iterable[int]) -> list[int]:
        """Return the tokens that have one of several forms, ascending."""
        return sorted(chain.from_iterable(map(self.postings.__getitem__, numbers)))

    @cached_property
    def hyphenated(self) -> dict[str, tuple[int, ...]]:
        """The words that the text hyphenates, at line ends too, joined into one, with the ids of their parts."""
        found: dict[str, tuple[int, ...]] = {}
        for first, stop in self._hyphened():
            parts = tuple(self.ids[first:stop])
            found.setdefault("".join([self.forms[i] for i in parts]), parts)
        return found

    def _hyphened(self) -> Iterator[tuple[int, int]]:
        """Yield the tokens of each match of _HYPHENATED; hyphens are looked for first, since few words have one."""
        text, starts, ends = self.text, self.starts, self.ends
        end, last = 0, len(starts)
        for mark in map(re.Match.start, _HYPHEN.finditer(text)):
            if mark < end:
                continue
            stop = bisect_left(starts, mark)
            first = stop - 1
            while 0 < stop < last and starts[stop] == ends[stop - 1] + 1 and text[ends[stop - 1]] in "-‐‑":
                stop += 1
            joined = stop - first > 1 and _JOINED.fullmatch(text, starts[first], ends[stop - 1])
            if joined and not _HYPHEN.match(text, joined.end()):  # as most are
                end = joined.end()
                yield first, stop
                continue
            begin = mark
            while begin > end and _LETTER.match(text, begin - 1):
                begin -= 1
            if match := _HYPHENATED.match(text, begin):
                end = match.end()
                inside = self.within(Span(begin, end))
                yield inside.start, inside.stop

    @cached_property
    def parted(self) -> frozenset[int]:
        """The tokens with a mark inside that is no letter: there a token may hold several words."""
        if self.text.isascii() or not self.starts:
            return frozenset()
        marks = map(re.Match.start, _MARK.finditer(self.text))
        return frozenset([max(0, bisect_right(self.starts, at) - 1) for at in marks])

    def ids_of(self, forms: Sequence[str]) -> list[int]:
        """Translate another text's forms into this one's numbers, -1 where this text has none."""
        return [self.vocabulary.get(form, -1) for form in forms]
