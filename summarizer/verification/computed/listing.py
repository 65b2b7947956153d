"""Finds the lists of a text: runs between commas in a sentence, and lines with bullets or numbers under what leads them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.calendar_words import MONTH
from summarizer.source import Span
from summarizer.verification.context import OF_EACH, Document, remembered


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its things, their places, and what leads in and follows (a heading, the words before and behind)."""

    items: tuple[str, ...]
    spans: tuple[Span, ...]
    lead: Span
    tail: Span | None = None
    sure: bool = True  # whether where it begins is plain

    def __len__(self) -> int:
        return len(self.items)


_LONG = 10  # words of a thing listed, at the most
_SEPARATOR = re.compile(r"[,;](?=\s)")
_JOINING = re.compile(r"\s*(?:and|or|as\s+well\s+as)\s+", re.IGNORECASE)
_INNER = re.compile(r"\s+(?:and|or|as\s+well\s+as)\s+", re.IGNORECASE)
# Words that close a list and open another one, or go on with the sentence.
_APART = re.compile(
    r"\s*(?:along\s+with|together\s+with|in\s+addition|which|who|where|while|when|but|so|including|among|such\s+as|said|says|according)\b",
    re.IGNORECASE,
)
# What stands before the first thing listed: a colon, a dash, a verb of holding, a preposition.
_LEAD = late_regex(
    r":|[—–]|\s-\s|\b(?:including|include[sd]?|such\s+as|namely|through|by|with|of|are|were|was|is|between|from|to|as|for|on|into|recognize[sd]?|ensure[sd]?|cover(?:s|ed)?|name[sd]?|against)\b(?!\s*$)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[—–()]|\s-\s|\.\s*$")


def lists_in(text: str, offset: int = 0) -> Iterator[Listing]:
    """Yield the lists of three or more short things in a sentence, or of two names before nothing else.

    Where a comma stands before the last "and", as in "A, B and C, and D", the commas alone part the things listed.
    """
    pieces = _pieces(text)
    at = 0
    while at < len(pieces) - 1:
        end = _run_end(text, pieces, at)
        if end is None:
            at += 1
            continue
        yield from _made(text, pieces[at:end], offset)
        at = max(
            end - 1, at + 1
        )  # "A, B, and officials from C, D, and E": the last of one list may open another


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [m.span() for m in _SEPARATOR.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def _run_end(text: str, pieces: list[tuple[int, int]], first: int) -> int | None:
    """Return behind which piece a list ends that begins in the first one: at "and", at what is apart, or where names end.

    Where "and" opens a piece further on, one inside a piece belongs to a name: "A and B Agency, C, and D".
    """
    inner: int | None = None
    for n in range(first + 1, len(pieces)):
        piece = _ended(text[slice(*pieces[n])])
        if _JOINING.match(piece):
            return n + 1
        if _APART.match(piece):
            return inner or (n if n - first >= _NAMES_ALONE else None)
        if inner is None and _INNER.search(piece) and _short(_INNER.split(piece)[0]):
            inner = n + 1
        if not _short(piece) or n == len(pieces) - 1:
            behind = n + _short(piece)
            return inner or (behind if behind - first >= _NAMES_ALONE else None)
    return None


_NAMES_ALONE = 4  # things in a list that has no "and" before the last


def _short(piece: str) -> bool:
    return 0 < len(piece.split()) <= _LONG


def _ended(piece: str) -> str:
    """Return a piece up to the dash, bracket or end of the sentence that ends the list."""
    match = _ENDS.search(piece, 1)
    return piece[: match.start()] if match and "(" not in match[0] else piece


def _made(text: str, run: list[tuple[int, int]], offset: int) -> Iterator[Listing]:
    parts = list(run)
    start, end = parts[-1]
    last = text[start:end]
    if joined := _JOINING.match(last):
        parts[-1] = (start + joined.end(), end)
    elif inner := list(_INNER.finditer(_ended(last))):
        cut = inner[0]
        parts[-1:] = [(start, start + cut.start()), (start + cut.end(), end)]
    start, end = parts[-1]
    parts[-1] = (start, start + len(_ended(text[start:end])))
    if len(parts) > 3 and _ASIDE.match(text[slice(*parts[0])]):
        parts = parts[
            1:
        ]  # "Today, A, B and C met", "On the margins of the summit, the ministers of A, B and C met"
    leads = list(_leads(text, parts))
    others = [one for one in leads[1:] if one.strong or not leads[0].strong]
    for one in [*leads[:1], *others[-1:]]:
        first = (one.end, parts[one.part][1])
        yield from _things(_listing(text, [first, *parts[one.part + 1 :]], offset, sure=not others))
    if not leads and len(parts) >= 3:
        sure = len(text[slice(*parts[0])].split()) > 1
        yield from _things(_listing(text, parts, offset, sure=sure))


def _things(listing: Listing) -> Iterator[Listing]:
    """Yield a list unless its commas part no things but a date or a pronoun and its apposition ("We, the ministers of …")."""
    if not any(_DATED.fullmatch(item) or _PRONOUN.fullmatch(item) for item in listing.items):
        yield listing


_PRONOUN = late_regex(r"(?:I|we|you|they|he|she|it|that|this|these|those)", re.IGNORECASE)


# "On April 8, 2025, and …": commas of a date part no things.
_DATED = late_regex(rf"(?:in\s+|on\s+)?(?:\d{{4}}|(?:{MONTH})\s+\d{{1,2}})(?:\s.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Start:
    """What leads a list in: in which piece, up to where, and whether it can only be that (no mere preposition)."""

    part: int
    end: int
    strong: bool


def _leads(text: str, parts: list[tuple[int, int]]) -> Iterator[_Start]:
    """Yield the last lead of each piece that three things follow; an "of" between capitals belongs to a name."""
    for n, (start, end) in enumerate(parts[:-2]):
        found = [m for m in _LEAD.finditer(text, start, end) if _short(text[m.end() : end])]
        strong = [m for m in found if not _PREPOSITION.fullmatch(m[0].strip())]
        if not (strong or (found and not (n and _inside_name(text, found[-1])))):
            continue
        best = (strong or found)[-1]
        yield _Start(n, best.end(), bool(strong))


_PREPOSITION = late_regex(r"through|by|with|of|from|to|as|for|on|into|against", re.IGNORECASE)


def _inside_name(text: str, match: re.Match[str]) -> bool:
    """Whether a preposition stands between two capitalised words: "the Department of Defense"."""
    return bool(
        re.search(r"[A-Z][\w.&'’-]*\s+$", text[max(0, match.start() - 30) : match.start()])
        and re.match(r"\s+(?:the\s+)?[A-Z]", text[match.end() :])
    )


def _listing(text: str, parts: list[tuple[int, int]], offset: int, *, sure: bool) -> Listing:
    spans = []
    for start, end in parts:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip(" \t\n—–:"))
        spans.append(Span(left + offset, max(left, start + len(piece.rstrip(" \t\n.,;:—–"))) + offset))
    items = tuple(" ".join(text[s.start - offset : s.end - offset].split()) for s in spans)
    lead = Span(offset, max(offset, spans[0].start))
    return Listing(items, tuple(spans), lead, Span(spans[-1].end, offset + len(text)), sure)


_ASIDE = late_regex(
    r"\s*(?:\w+ly|today|yesterday|tomorrow|then|also|however|meanwhile|finally|(?:on|in|at|during|after|before|earlier|later|this|last)\b[^,]*)\s*$",
    re.IGNORECASE,
)
_BULLET = late_regex(r"[ \t]*(?:[-*•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+")


def bullets(document: Document, sentence: Sentence) -> Listing | None:
    """Return the list of lines that a sentence leads in: "Participants included:" and what stands under it."""
    return _lines_under(document, sentence.number)


def runs_of(document: Document, sentence: Sentence) -> tuple[Listing, ...]:
    """Return the lists between commas in a sentence of the source, found once for all claims."""
    return _runs_in(document, sentence.number)


@partial(remembered, most=OF_EACH)
def _runs_in(document: Document, number: int) -> tuple[Listing, ...]:
    sentence = document.reading.sentences[number - 1]
    return tuple(lists_in(sentence.text, sentence.span.start))


@partial(remembered, most=OF_EACH)
def _lines_under(document: Document, number: int) -> Listing | None:
    sentences = document.reading.sentences
    sentence = sentences[number - 1]
    if sentence.block.kind is BlockKind.LIST_ITEM:
        return None
    found: list[Sentence] = []
    for at in range(number, len(sentences)):  # one by one: a slice would make all that follow
        other = sentences[at]
        if other.block.kind is not BlockKind.LIST_ITEM:
            break
        if not found or other.block.span != found[-1].block.span:
            found.append(other)
    if len(found) < 2:
        return None
    spans = tuple(s.block.span for s in found)
    items = tuple(" ".join(_BULLET.sub("", document.text[s.start : s.end]).split()) for s in spans)
    return Listing(items, spans, sentence.span)
