"""Sentences: `sentencex` inside blocks, so that every non-blank character is in exactly one sentence."""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.reading.blocks import Block
from summarizer.reading.instructions import Addresses, opens_for_machine
from summarizer.reading.records import Records, new
from summarizer.source import Span

_WINDOW = (
    10_000  # characters that are segmented at once: the time that sentencex takes can grow with their square
)
_AHEAD = 200  # characters behind a sentence's end that may tell that it is one
LONGEST = 1200  # characters; beyond it a "sentence" is a list or a table and is cut at a mark or a space

_ZONE = re.compile(
    r"(?:EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|GMT|UTC|CET|CEST|EET|EEST|MSK|BST|IST|JST|KST|AEST|local time)\b"
)
_UNFINISHED = re.compile(
    r"(?:\b(?:a\.m|p\.m|A\.M|P\.M|U\.S|U\.K|U\.N|E\.U|No|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Adm|Maj|Brig|Hon|Rev|Prof|Dr|Mr|Mrs|Ms|Messrs|Cllrs?|Coun|Ald|Amb|St|Mt|Ft|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|\b[A-Z]\.)\s*$"
)
_TITLED = re.compile(
    r"(?:\b(?:Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Adm|Maj|Brig|Hon|Rev|Prof|Dr|Mr|Mrs|Ms|Messrs|Cllrs?|Coun|Ald|Amb|St|Mt|Ft|vs|approx)\.)\s*$"
)
# White space but the blank, and double quotation marks; half a surrogate pair is no character that sentencex could be given.
_HIDDEN = re.compile(
    r"[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\"“”„«»\ud800-\udfff]"
)
# "on 22 May. President A": sentencex takes the month in full for an abbreviation.
_DAY_IN_MAY = re.compile(r"(?<=\d )May(?=\. )|(?<=th )May(?=\. )")
# Where sentencex may begin another sentence: behind ".", "!", "?", ")", a bullet, an ellipsis, a mark of another script.
# Behind Latin, Greek and Cyrillic letters, dashes and quotation marks it never does, so that it need not be asked; these
# are what the pattern leaves out, since naming the others takes long to compile.
_MAY_END = re.compile(r"[^\0- \"-(*-\-/->@-\u0588\u2010-\u201f]")
_OPENING = '"“„«([‘'
_CLOSING = '"”»’'
_LIST_MARKER = re.compile(r"[ \t]*(?:[-*•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+")
# What follows a quotation that ends with its own mark: `"Will he go?" Arvid asked.`, `"No!" said Ferro.`
_TAG = re.compile(
    r"(?:[a-z]|(?:[A-Z][\w.'’-]*\s+){1,5}(?:said|says|asked|added|told|replied|answered|wrote|shouted|insisted|warned)\b)"
)
_VISIBLE = re.compile(r"\S")
_CUT = re.compile(r"(?:[;:,.!?)\]»”]|\s[-–—])\s+|\s+")


class Sentence(NamedTuple):
    """A sentence, numbered from 1 through the `whole` text, and where the block that it stands in is kept.

    `read` are its words where they are read otherwise than they stand in the text: a title with escapes.
    """

    number: int
    span: Span
    whole: str
    blocks: Sequence[Block]
    place: int
    read: str | None = None

    @property
    def text(self) -> str:
        """The words of the sentence: cut out when asked for, since kept they would be a second copy of the text."""
        return self.whole[self.span.start : self.span.end] if self.read is None else self.read

    @property
    def block_number(self) -> int:
        """The number of the block that the sentence stands in, from 0."""
        return self.place >> 2

    @property
    def block(self) -> Block:
        """The block that the sentence stands in."""
        return self.blocks[self.place >> 2]

    @property
    def addressed(self) -> bool:
        """Whether the sentence is addressed to the machine that reads it."""
        return bool(self.place & _ADDRESSED)

    @property
    def furniture(self) -> bool:
        """Whether the sentence is page furniture, front matter, or addressed to the machine that reads it."""
        return bool(self.place & (_ADDRESSED | _FURNITURE))

    def __repr__(self) -> str:
        """Tell what the sentence is, without the whole text."""
        told = ("number", "span", "block", "addressed", "read")
        return f"Sentence({', '.join(f'{name}={getattr(self, name)!r}' for name in told)})"


_ADDRESSED, _FURNITURE = 1, 2  # beside the number of the block


def find_sentences(text: str, blocks: Sequence[Block]) -> Records[Sentence]:
    """Cut blocks into sentences, in order.

    What follows words to a machine in the same block goes on with them, and so does the next block where they
    only open it.
    """
    sentences = array("i")
    addresses = Addresses(text)
    opened = False
    for number, block in enumerate(blocks):
        addressed, opened = opened, False
        words = ""
        for span in _cut_block(text, block):
            words = text[span.start : span.end]
            addressed = addressed or addresses.within(words)
            sentences.extend((*span, number << 2 | (_FURNITURE if block.furniture else 0) | addressed))
        if addressed and words:
            opened = addresses.within(words) and opens_for_machine(words)

    def made(at: int, start: int, end: int, place: int) -> Sentence:
        return new(Sentence, (at + 1, new(Span, (start, end)), text, blocks, place, None))

    return Records(sentences, 3, made)


def _cut_block(text: str, block: Block) -> list[Span]:
    spans = [block.span] if block.furniture else _segments(text, block.span)
    if block.span.end - block.span.start > LONGEST and any(end - start > LONGEST for start, end in spans):
        return [piece for span in spans for piece in _bounded(text, span)]
    return spans


def _segments(text: str, block: Span) -> list[Span]:
    """Segment a block with its line breaks and double quotation marks hidden (same length, so offsets hold).

    Inside quotation marks sentencex sees one sentence, however long the quotation is.
    """
    body = text[block.start : block.end]
    marker = _LIST_MARKER.match(body)
    skip = marker.end() if marker else 0
    if not _MAY_END.search(body, skip, len(body) - 1):
        return [block]
    hidden = _HIDDEN.sub(" ", body[skip:])
    if "May. " in hidden:
        hidden = _DAY_IN_MAY.sub("Day", hidden)
    starts = [skip + start for start in _starts(hidden)]
    if not starts:
        return [block]
    edges = sorted({0, *(_over_opening_marks(body, at) for at in starts if at > skip), len(body)})
    merged: list[Span] = []
    for start, end in itertools.pairwise(edges):
        piece = _trimmed(body, start, end)
        if piece is None:
            continue
        if merged and _belongs(body, merged[-1], piece):
            merged[-1] = Span(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return [new(Span, (block.start + start, block.start + end)) for start, end in merged]


def _starts(text: str) -> Iterator[int]:
    """Yield where sentences begin, window by window; each window begins with the last sentence of the one before."""
    at = 0
    while len(text) - at > _WINDOW:
        found = [start for start in _starts_of(text[at : at + _WINDOW]) if start < _WINDOW - _AHEAD]
        yield from (at + start for start in found)
        at += found[-1] if found else _WINDOW - _AHEAD
    yield from (at + start for start in _starts_of(text[at:]))


def _starts_of(window: str) -> list[int]:
    """Return where the second sentence of a window begins, and each one behind it."""
    from sentencex import segment

    return list(itertools.accumulate(map(len, segment("en", window)[:-1])))


def _over_opening_marks(body: str, at: int) -> int:
    """Move a start back over the opening marks that belong to it."""
    while at > 1 and body[at - 1] in _OPENING and (body[at - 2].isspace() or body[at - 2] in _OPENING):
        at -= 1
    return at


def _trimmed(body: str, start: int, end: int) -> Span | None:
    piece = body[start:end]
    if not piece.strip():
        return None
    return new(Span, (start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))


def _belongs(body: str, before: Span, piece: Span) -> bool:
    """Whether a segment goes on the sentence before it: after an abbreviation, or with a lower-case letter."""
    head = body[max(before.start, before.end - 12) : before.end]
    following = body[piece.start : piece.start + 12]
    if not any(c.isalnum() for c in body[piece.start : piece.end]):
        return True
    if _TITLED.search(head) or (head[-1] in _CLOSING and _TAG.match(body[piece.start : piece.start + 80])):
        return True
    return bool(_UNFINISHED.search(head)) and (
        following[0].islower() or following[0].isdigit() or bool(_ZONE.match(following))
    )


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield `span`, cut at marks or spaces when it is longer than LONGEST."""
    start = span.start
    while span.end - start > LONGEST:
        cut = start + LONGEST
        for match in _CUT.finditer(text, start + LONGEST // 2, start + LONGEST):
            cut = match.end()
        yield Span(start, start + len(text[start:cut].rstrip()))
        following = _VISIBLE.search(text, cut, span.end)
        start = following.start() if following else span.end
    if start < span.end:
        yield Span(start, span.end)
