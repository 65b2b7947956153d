"""Quote → span: exact, then folded, then with an ellipsis or editor's brackets, then the nearest passage.

Method: windows where its rare words stand (`windows`), then a longest-matching-blocks alignment (Ratcliff and Obershelp, 1988) of the quote with the best windows.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from summarizer.reading.wording import INVISIBLE, Tokens
from summarizer.source import Span
from summarizer.verification.windows import windows

MAX_OCCURRENCES = 200  # of one quote; a text that repeats it more often is a list
MAX_GAP = 150  # tokens an ellipsis may leave out: about two paragraphs
MAX_BRACKET = 8  # tokens of the source that an editor's bracket may stand for
MIN_COVERAGE = 0.5  # of a quote's tokens in its nearest passage; below it the passage is another one
_GOOD_ENOUGH = 0.8  # coverage at which no other window is looked at
_LONGEST_DIFF = 600  # tokens; longer quotes are compared by their first and last halves
_REMEMBERED = 256  # quotes whose places are kept: of one claim the same words are looked for many times
_LONG = 5_000  # characters from which a quote is not kept


class Match(StrEnum):
    """How a quote was placed."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    ELLIPSIS = "ellipsis"
    BRACKETED = "bracketed"
    ALTERED = "altered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source (at `span`) and what a quote has instead; either may be empty."""

    source: str
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a quote stands: one span for each of its pieces, and what was left out or differs."""

    match: Match
    spans: tuple[Span, ...] = ()
    omitted: tuple[Span, ...] = ()
    changes: tuple[Change, ...] = ()
    coverage: float = 0.0

    @property
    def found(self) -> bool:
        """Whether the words stand in the source, marks and editing apart."""
        return self.match in (Match.EXACT, Match.NORMALIZED, Match.ELLIPSIS, Match.BRACKETED)

    @property
    def span(self) -> Span:
        """From the first piece to the last; only for a placement that has spans."""
        return Span(self.spans[0].start, self.spans[-1].end)


NOWHERE = Placement(Match.NOT_FOUND)

_ELLIPSIS = re.compile(r"\[\s*(?:…|\.{3,}|\. \. \.)\s*\]|\(\s*(?:…|\.{3,}|\. \. \.)\s*\)|…|\.{3,}|\. \. \.")
_EDITING = ("…", "...", ". . .", "[")  # without one of which a quote is not edited
_BRACKET = re.compile(r"\[[^\[\]]{0,200}\]")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′`´＇ʼ", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    }
)


class Aligner:
    """Places quotes in one text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self._known: dict[str, tuple[Placement, ...]] = {}

    def place(self, quote: str, near: Span | None = None) -> Placement:
        """Return the best placement of `quote`, the occurrence closest to `near` where it has several."""
        placements = self.place_all(quote)
        if near is None or len(placements) < 2:
            return placements[0]
        return min(placements, key=lambda p: _distance(p.span, near))

    def place_all(self, quote: str) -> list[Placement]:
        """Return every occurrence of `quote`, or its one nearest passage; never an empty list."""
        if (known := self._known.get(quote)) is None:
            known = tuple(self._find_all(quote))
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            if len(quote) < _LONG:
                self._known[quote] = known
        return list(known)

    def _find_all(self, quote: str) -> list[Placement]:
        asked = Tokens(quote)
        if not len(asked):
            return self._find_marks(quote)
        plain = self.tokens.ids_of(asked.slice_forms())
        ids = self._with_parts(asked, plain)
        if exact := self._occurrences(ids):
            return [self._placed(quote, asked, at, at + len(ids)) for at in exact]
        return [self._edited(quote) or self._nearest(asked, plain)]

    def _ids(self, asked: Tokens) -> list[int]:
        """Translate a quote into the source's form numbers, a word the source hyphenates as its parts."""
        return self._with_parts(asked, self.tokens.ids_of(asked.slice_forms()))

    def _with_parts(self, asked: Tokens, plain: list[int]) -> list[int]:
        if min(plain) >= 0:
            return plain
        ids: list[int] = []
        for form, number in zip(asked.slice_forms(), plain, strict=True):
            ids.extend(self.tokens.hyphenated.get(form, (number,)) if number < 0 else (number,))
        return ids

    def _find_marks(self, quote: str) -> list[Placement]:
        """Place a quote without a single word, such as a row of symbols, character by character."""
        piece = quote.strip()
        at = self.text.find(piece) if piece else -1
        return [Placement(Match.EXACT, (Span(at, at + len(piece)),), coverage=1.0)] if at >= 0 else [NOWHERE]

    # -- the same words ------------------------------------------------------------------------

    def _occurrences(self, ids: Sequence[int], limit: int = MAX_OCCURRENCES) -> list[int]:
        """Return the token numbers at which the whole sequence stands."""
        if not ids or min(ids) < 0:
            return []
        postings = self.tokens.postings
        rare = min(range(len(ids)), key=lambda i: postings.count_of(ids[i]))
        wanted = self.tokens.ids[:0]
        wanted.extend(ids)
        source, length, found = self.tokens.ids, len(ids), []
        for at in postings[ids[rare]]:
            start = at - rare
            if start >= 0 and source[start : start + length] == wanted:
                found.append(start)
                if len(found) == limit:
                    break
        return found

    def _placed(self, quote: str, asked: Tokens, first: int, last: int) -> Placement:
        span = self._with_marks(quote, asked, self.tokens.span(first, last))
        same = self.text[span.start : span.end] == quote.strip()
        return Placement(Match.EXACT if same else Match.NORMALIZED, (span,), coverage=1.0)

    def _with_marks(self, quote: str, asked: Tokens, span: Span) -> Span:
        """Widen a span over the marks that the quote has before its first and after its last word."""
        start = _extend(self.text, span.start, quote[: asked.starts[0]], -1)
        end = _extend(self.text, span.end, quote[asked.ends[-1] :], 1)
        return Span(start, end)

    # -- ellipsis and brackets -----------------------------------------------------------------

    def _edited(self, quote: str) -> Placement | None:
        """Place a quote whose editor left words out (…) or put words in [brackets]."""
        if not any(mark in quote for mark in _EDITING):
            return None
        pieces = [p for p in _ELLIPSIS.split(quote) if len(Tokens(p))]
        if len(pieces) > 1 or (pieces and len(pieces[0]) < len(quote.strip()) and "[" not in quote):
            return self._chain(pieces, MAX_GAP, Match.ELLIPSIS)
        pieces = [p for p in _BRACKET.split(quote) if len(Tokens(p))]
        if pieces and _BRACKET.search(quote):
            return self._chain(pieces, MAX_BRACKET, Match.BRACKETED)
        return None

    def _chain(self, pieces: Sequence[str], gap: int, match: Match) -> Placement | None:
        """Place pieces one after the other, each at most `gap` tokens behind the one before."""
        places: list[list[tuple[int, int]]] = []
        for piece in pieces:
            ids = self._ids(Tokens(piece))
            places.append([(at, at + len(ids)) for at in self._occurrences(ids)])
        for start in places[0] if all(places) else []:
            if chain := _follow(start, places[1:], gap):
                spans = tuple(self.tokens.span(a, b) for a, b in chain)
                gaps = tuple(Span(a.end, b.start) for a, b in itertools.pairwise(spans) if a.end < b.start)
                return Placement(match, spans, omitted=gaps, coverage=1.0)
        return None

    # -- the nearest passage -------------------------------------------------------------------

    def _nearest(self, asked: Tokens, ids: Sequence[int]) -> Placement:
        best: _Window | None = None
        seen: set[tuple[int, int]] = set()
        matcher = _matcher(ids)
        counts, letters = Counter(ids), _letters(asked.slice_forms())
        wanted = frozenset(counts)
        for place in windows(self.tokens, ids):
            known = place in seen or self._is_hopeless(counts, wanted, letters, place, best)
            window = None if known else self._compare(matcher, ids, *place)
            seen.add(place)
            if window is None:
                continue
            if all(map(self._harmless, self._changes(asked, window))):
                return Placement(Match.NORMALIZED, (window.span,), coverage=1.0)
            if best is None or window.coverage > best.coverage:
                best = window
            if best.coverage >= _GOOD_ENOUGH:
                break
        if best is None or best.coverage < MIN_COVERAGE:
            return NOWHERE
        changes = tuple(change for change in self._changes(asked, best) if not self._harmless(change))
        return Placement(Match.ALTERED, (best.span,), changes=changes, coverage=best.coverage)

    def _is_hopeless(
        self,
        counts: Counter[int],
        wanted: frozenset[int],
        letters: str,
        place: tuple[int, int],
        best: _Window | None,
    ) -> bool:
        """Whether a range has too few of a quote's words to be its nearest passage, and is not the same hyphened otherwise."""
        window = self.tokens.ids[place[0] : place[1]]
        shared = sum(map(counts.__getitem__, wanted.intersection(window))) / counts.total()
        if shared >= MIN_COVERAGE and (best is None or shared > best.coverage):
            return False
        span = self.tokens.span(*place)
        if self.text.find("[", max(0, span.start - 1), span.end) >= 0:
            return False  # what the source has in brackets may be left out
        forms = self.tokens.forms
        return letters not in _letters([forms[i] for i in window])

    def _compare(
        self, matcher: SequenceMatcher[int], ids: Sequence[int], first: int, last: int
    ) -> _Window | None:
        """Return how a quote lies in a range of tokens; None where no word of it does."""
        window = self.tokens.ids[first:last]
        blocks = _blocks(matcher, window if len(ids) <= _LONGEST_DIFF else window[: 2 * _LONGEST_DIFF])
        if not blocks:
            return None
        first_block, last_block = blocks[0], blocks[-1]
        low = max(0, first_block.b - first_block.a)
        high = min(len(window), last_block.b + last_block.size + len(ids) - last_block.a - last_block.size)
        matched = sum(block.size for block in blocks)
        span = self.tokens.span(first + low, first + high)
        edges = (_Block(0, low, 0), *blocks, _Block(len(ids), high, 0))
        return _Window(first, span, edges, matched / len(ids))

    def _changes(self, asked: Tokens, window: _Window) -> Iterator[Change]:
        """Yield what stands between the matching blocks, on either side."""
        first, edges = window.first, window.edges
        for left, right in itertools.pairwise(edges):
            mine = (left.a + left.size, right.a)
            theirs = (first + left.b + left.size, first + right.b)
            if mine[0] == mine[1] and theirs[0] >= theirs[1]:
                continue
            quote = asked.text[asked.starts[mine[0]] : asked.ends[mine[1] - 1]] if mine[0] < mine[1] else ""
            if theirs[0] < theirs[1]:
                span = self.tokens.span(*theirs)
            else:
                at = self.tokens.ends[theirs[0] - 1] if theirs[0] else 0
                span = Span(at, at)
            yield Change(self.text[span.start : span.end], quote, span)

    def _harmless(self, change: Change) -> bool:
        """Whether two wordings differ only in hyphens or spaces, or the source's own brackets were left out."""
        if change.quote:
            if not change.source or (_is_word(change.source) and _is_word(change.quote)):
                return change.source.lower() == change.quote.lower()
            return _joins_alike(change.source, change.quote) and not _splits_digits(change)
        before = self.text[max(0, change.span.start - 1) : change.span.start]
        return before == "[" and self.text[change.span.end : change.span.end + 1] == "]"


class _Block(NamedTuple):
    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class _Window:
    """How a quote lies in the source from token `first` on: its blocks, between empty ones at its two ends."""

    first: int
    span: Span
    edges: tuple[_Block, ...]
    coverage: float


def _matcher(ids: Sequence[int]) -> SequenceMatcher[int]:
    """Return what compares a quote, or the beginning of a long one, with one window after another."""
    return SequenceMatcher(None, (), ids[:_LONGEST_DIFF], autojunk=False)


def _blocks(matcher: SequenceMatcher[int], window: Sequence[int]) -> list[_Block]:
    """Return the matching blocks of a quote and a window, in order, stray single matches far off left out."""
    matcher.set_seq1(window)
    blocks = [_Block(m.b, m.a, m.size) for m in matcher.get_matching_blocks() if m.size]
    while len(blocks) > 1 and _stray(blocks[0], blocks[1]):
        blocks.pop(0)
    while len(blocks) > 1 and _stray(blocks[-2], blocks[-1], last=True):
        blocks.pop()
    return blocks


def _stray(left: _Block, right: _Block, last: bool = False) -> bool:
    """Whether an outer block stands so far from its neighbour that it belongs to another passage."""
    size = right.size if last else left.size
    apart = right.b - left.b - left.size - (right.a - left.a - left.size)
    return apart > size + 1


def _follow(
    start: tuple[int, int], rest: Sequence[Sequence[tuple[int, int]]], gap: int
) -> list[tuple[int, int]]:
    chain = [start]
    for places in rest:
        at = chain[-1][1]
        following = next((p for p in places if at <= p[0] <= at + gap), None)
        if following is None:
            return []
        chain.append(following)
    return chain


def _letters(forms: Iterable[str]) -> str:
    """Return the letters and digits of some forms in a row: what no hyphen and no blank changes."""
    joined = "".join(forms)
    return joined if joined.isalnum() else _NO_LETTERS.sub("", joined)


_NO_LETTERS = re.compile(r"[\W_]+")


def _joins_alike(a: str, b: str) -> bool:
    """Whether two runs of words have the same forms when these are joined; most have not even the same letters."""
    plain = a.isascii() and b.isascii() and "&" not in a + b
    if plain and _NO_LATIN.sub("", a.lower()) != _NO_LATIN.sub("", b.lower()):
        return False
    return _joined(a) == _joined(b)


_NO_LATIN = re.compile(r"[^a-z]+")


def _joined(words: str) -> str:
    return "".join(Tokens(words).slice_forms())


def _is_word(words: str) -> bool:
    """Whether some words are a single one of plain letters, whose form is itself."""
    return words.isascii() and words.isalpha()


def _splits_digits(change: Change) -> bool:
    """Whether the same digits are grouped otherwise ("1 2" and "12"): another number, not another hyphen."""
    digits = [re.findall(r"\d+", side) for side in (change.source, change.quote)]
    return digits[0] != digits[1] and max(len(d) for d in digits[0] + digits[1]) != 3


def _extend(text: str, at: int, marks: str, step: int) -> int:
    """Move `at` over the characters of `text` that equal `marks`, read away from the words."""
    reached = at
    for mark in reversed(marks) if step < 0 else marks:
        if mark.isspace() or mark in INVISIBLE:
            continue
        while 0 <= (i := at - 1 if step < 0 else at) < len(text) and (
            text[i].isspace() or text[i] in INVISIBLE
        ):
            at += step
        i = at - 1 if step < 0 else at
        if not 0 <= i < len(text) or _mark(text[i]) != _mark(mark):
            break
        at += step
        reached = at
    return reached


def _mark(char: str) -> str:
    return unicodedata.normalize("NFKC", char.translate(_MARKS)).translate(_MARKS)


def _distance(span: Span, near: Span) -> int:
    return max(0, near.start - span.end, span.start - near.end)
