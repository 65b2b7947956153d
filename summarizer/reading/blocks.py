"""Blocks of a text: paragraphs, headings, list lines, speaker turns, front matter, page furniture.

Lines that a text editor or mailer wrapped are one block: a line is taken as wrapped when the next
line's first word would not have fitted on it. Where the document's format tells its parts, no block
crosses from one into the next, and what it tells goes before what a line looks like.
Every character that is not white space is in one block.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from summarizer.reading.furniture import furniture_kind, is_foreign_line, looks_like_headline
from summarizer.reading.line_ends import LIST_MARK, join_wrapped
from summarizer.reading.records import Records, new
from summarizer.reading.running_labels import Line, cut_at_labels, is_talk
from summarizer.source import Role, Source, Span


class BlockKind(StrEnum):
    """What a block is."""

    FRONT_MATTER = "front_matter"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TURN = "turn"
    FURNITURE = "furniture"


class Block(NamedTuple):
    """A block; `label` is the speaker label it begins with, `speaker` the label in force (its own or an earlier one).

    `gap` tells whether a blank line (or the start of the text) stands before it.
    """

    span: Span
    kind: BlockKind
    label: Span | None = None
    speaker: Span | None = None
    gap: bool = False

    @property
    def furniture(self) -> bool:
        """Whether nothing in the block may support a claim about the story."""
        return self.kind in (BlockKind.FURNITURE, BlockKind.FRONT_MATTER)


# What stands on a line, without the white space around it.
_LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x85\u2028\u2029]*\S)?")
_LABEL_UPPER = re.compile(
    r"[ \t]*(?:\*\*)?((?:Q|A)(?=[ \t\u00a0]{2,}|[ \t]*:)|(?:[A-Z][A-Z.'’\-]*|\([A-Z ]+\))(?:[ \t,]+(?:[A-Z][A-Z.'’\-]*|\([^()\n]{1,60}\)|(?:of|and|the|for|de|van)\b)){0,9})[ \t]*(?:\*\*)?(?::|(?<=Q)[ \t\u00a0]{2,}|(?<=A)[ \t\u00a0]{2,})(?:\*\*)?"
)
_LABEL_TITLE = re.compile(
    r"[ \t]*(?:\*\*)?([A-Z][\w.'’\-]*(?:[ \t\u00a0,]+(?:[A-Z][\w.'’\-]*|of|and|the|for|to|de|van|von|der|al|bin|\([^()\n]{1,60}\))){0,11})(?:\*\*)?[ \t\u00a0]*:(?:\*\*)?(?=\s|$)"
)
# The time that an entry of a live report begins with, which nobody of the entry before speaks: "07:15 The minister …".
_STAMP = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*(?:[-–—|]\s*)?|\d{4}\s*[-–—|]\s*)(?=[A-Z\"“‘'])"
)
# What every label begins with, and has behind it instead of a colon.
_LABEL_START = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ(*")
_LETTER_END = re.compile(r"[QA][ \t\u00a0]{2}")
# Statements to the press, each speaker once: "President of Norway Ada Berg: Ladies and gentlemen, …".
_OFFICE = re.compile(
    r"(?:(?:Federal|Vice|Deputy|Acting|First|Foreign)\s+){0,2}(?:President|Prime\s+Minister|Chancellor|Minister|Secretary|Premier|King|Queen|Emir|Sultan|Ambassador|Governor)\b"
    r"(?:\s+(?:of|for|the|and|[A-Z][\w.'’-]*))*\s+[A-Z][\w.'’-]+\s+[A-Z][\w.'’-]+(?:\s+\([^()\n]+\))?$"
)
# Who alone has the word in a statement: "THE PRESIDENT: Good morning.", "MR. BERG: …".
_ALONE = re.compile(
    r"(?:THE[ ]|MRS?\b|MS\b|DR\b|AMB(?:ASSADOR)?\b|(?:(?:VICE|PRIME)[ ])?(?:PRESIDENT|MINISTER|CHANCELLOR|SECRETARY|SENATOR|GENERAL|GOVERNOR|JUDGE|MAYOR)\b)"
)
# The name of the publication over the title, in capitals: "THE EVENING POST", "CORVANE NEWS AGENCY".
_MASTHEAD = re.compile(
    r"^\W*(?=[^a-z]*$)(?:[\w.&'’-]+\s+){0,5}(?:NEWS|AGENCY|TIMES|POST|HERALD|TRIBUNE|GAZETTE|JOURNAL|PRESS|WIRE|TELEGRAPH|"
    r"GUARDIAN|OBSERVER|CHRONICLE|DAILY|WEEKLY|MAGAZINE|REVIEW|BROADCASTING|RADIO|TV|TELEVISION|ONLINE|BULLETIN)(?:\s+(?:AGENCY|SERVICE|ONLINE|GROUP))?\W*$"
)
_LETTERED = re.compile(r"\(c\)\s+[^\n]*[.;]$")  # the third item of a list, and no mark of copyright
_ENDED = re.compile(r"[.!?…][\"'”’»)]*$")
_HEADLINE_WORDS = (3, 25)
_STORY_BELOW = 4  # blocks, the headline with them, among which one is told in sentences
_MANY_TURNS = (
    8  # of speakers who come again, from which on a text is a transcript whatever else its lines look like
)
_LONGEST_NAME = 7  # words of a name with its office
_SMALL = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ]+(?![\w'’-])")
_PLACES = frozenset(
    "region territory area district republic county province oblast city town village street square".split()
)


def find_blocks(source: Source) -> Sequence[Block]:
    """Cut a source into blocks, in order."""
    text = source.text
    matter = Span(source.front_matter.start, source.front_matter.end) if source.front_matter else None
    roles = {part.span.start: part.role for part in source.parts}
    lines = cut_at_labels(text, _lines(text, matter.end if matter else 0))
    labels = _labels(text, [line for line in lines if not _told_furniture(source, line)] if roles else lines)
    latin = _mostly_latin(text)
    blocks = array("i")
    if matter:
        blocks.extend(_numbers(_trim(text, matter), BlockKind.FRONT_MATTER, None, None, True))
    speaker: Span | None = None
    above = _Above(story=Role.TITLE in roles.values())
    for span, gap in join_wrapped(text, lines, labels, roles):
        label = labels.get(span.start)
        speaker = label or (None if _STAMP.match(text, *span) else speaker)
        part = source.part_at(span.start) if roles else None
        kind = _kind(text, span, label, latin, above, gap)
        if part:
            kind = _told_kind(part.role, kind, label)
        furniture = kind is BlockKind.FURNITURE
        looks = furniture_kind(text[span.start : span.end]) if furniture else None
        above.caption = looks == "caption"
        if above.caption and not gap and blocks:
            _mark_caption(text, blocks)
        blocks.extend(_numbers(span, kind, label, None if furniture else speaker, gap))
        above.links = furniture and (looks == "teaser" or above.links)
        above.story = above.story or not furniture
        above.turns = above.turns or speaker is not None
    _mark_headline(text, blocks)
    return Records(blocks, _WIDTH, _block)


def _mark_headline(text: str, blocks: array[int]) -> None:
    """Make a first line that is a headline in ordinary spelling the title.

    It stands alone, is short and has no full stop, and the story under it is told in sentences.
    """
    story: list[tuple[int, Block]] = []
    for at in range(0, len(blocks), _WIDTH):
        block = _block(0, *blocks[at : at + _WIDTH])
        story += [] if block.furniture else [(at, block)]
        if len(story) == _STORY_BELOW or block.kind is BlockKind.TITLE:
            break
    if len(story) < 2 or story[0][1].kind is not BlockKind.PARAGRAPH or story[-1][1].kind is BlockKind.TITLE:
        return
    at, head = story[0]
    first, *below = (text[block.span.start : block.span.end] for _, block in story)
    told = any(len(words) > len(first) and _ENDED.search(words) for words in below)
    few = _HEADLINE_WORDS[0] <= len(first.split()) <= _HEADLINE_WORDS[1] and "\n" not in first
    if story[1][1].gap and told and few and first[-1] not in '.!?:;,…"”’)' and not first[0].islower():
        blocks[at : at + _WIDTH] = array(
            "i", _numbers(head.span, BlockKind.TITLE, head.label, head.speaker, head.gap)
        )


_KINDS = tuple(BlockKind)
_NUMBER = {kind: number for number, kind in enumerate(_KINDS)}
_UNLABELLED = Span(0, 0)
_WIDTH = 7  # numbers of one block


def _numbers(
    span: Span, kind: BlockKind, label: Span | None, speaker: Span | None, gap: bool
) -> tuple[int, ...]:
    return (*span, 2 * _NUMBER[kind] + gap, *(label or _UNLABELLED), *(speaker or _UNLABELLED))


def _block(
    _at: int, start: int, end: int, kind: int, label: int, label_end: int, speaker: int, speaker_end: int
) -> Block:
    span, whose = new(Span, (start, end)), new(Span, (speaker, speaker_end)) if speaker_end else None
    own = new(Span, (label, label_end)) if label_end else None
    return new(Block, (span, _KINDS[kind >> 1], own, whose, kind & 1 == 1))


def _mark_caption(text: str, blocks: array[int]) -> None:
    """Make the last block furniture, if it has no full stop: directly over a credit line it is a caption."""
    last = _block(0, *blocks[-_WIDTH:])
    if not last.furniture and not _ENDED.search(text[last.span.start : last.span.end]):
        del blocks[-_WIDTH:]
        blocks.extend(_numbers(last.span, BlockKind.FURNITURE, last.label, None, last.gap))


def _told_furniture(source: Source, line: Line) -> bool:
    part = source.part_at(line[0])
    return part is not None and part.role is Role.FURNITURE


def _told_kind(role: Role, looks: BlockKind, label: Span | None) -> BlockKind:
    """Return the kind by what the format tells and what the line looks like.

    A caption or a share line inside the story is told by its form alone.
    """
    if role is Role.TITLE:
        return BlockKind.TITLE
    if role is Role.FURNITURE:
        return BlockKind.FURNITURE
    if label or looks is BlockKind.FURNITURE:
        return looks
    if role is Role.HEADING:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if role is Role.LIST_ITEM else looks


@dataclass(slots=True)
class _Above:
    """What stood above a block: a caption or a list of links directly, any part of the story, a speaker's label."""

    caption: bool = False
    links: bool = False
    story: bool = False
    turns: bool = False


def _lines(text: str, start: int) -> list[Line]:
    """Return each non-blank line, and whether a blank line stands before it."""
    lines: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start):
        begin, end = match.span()
        gap = not lines or (
            begin - last > 1 and (text.count("\n", last, begin) > 1 or text.count("\r", last, begin) > 1)
        )
        lines.append((begin, end, gap))
        last = end
    return lines


def _trim(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    left = len(piece) - len(piece.lstrip())
    return Span(span.start + left, span.start + max(left, len(piece.rstrip())))


def _mostly_latin(text: str) -> bool:
    head = text[:20_000]
    used = set(head)
    if not any(ord(c) > 0x24F and c.isalpha() for c in used):
        return any(c.isalpha() for c in used)
    letters = [c for c in head if c.isalpha()]
    return sum(ord(c) <= 0x24F for c in letters) > 0.7 * len(letters)


# -- speaker labels ----------------------------------------------------------------------------


def _labels(text: str, lines: Sequence[Line]) -> dict[int, Span]:
    """Return the speaker labels of a transcript by the offset of their line; empty for other texts.

    A label must come again, as speakers do: one "Geneva: talks resume" makes no transcript.
    """
    found: list[tuple[int, Span, bool]] = []
    lettered = _LETTER_END.search(text) is not None
    for start, end, _ in lines:
        if text[start] not in _LABEL_START:
            continue
        stop = min(end, start + 160)
        if text.find(":", start, stop) < 0 and not (lettered and _LETTER_END.search(text, start, stop)):
            continue
        upper = _LABEL_UPPER.match(text, start, stop)
        match = upper or _LABEL_TITLE.match(text, start, stop)
        if match and len(match[1]) <= 110:
            found.append((start, Span(*match.span(1)), bool(upper)))
    if is_talk(text, lines, [label for _, label, _ in found]):
        return {start: label for start, label, _ in found}
    alone = {label for _, label, _ in found if not _rest_of_line(text, label.end).strip(" :*\t\u00a0")}
    names = Counter(_label_key(text[s.start : s.end]) for _, s, upper in found if upper or s not in alone)
    repeated = {name for name, count in names.items() if count > 1}
    offices = [(at, s) for at, s, _ in found if _OFFICE.match(text[s.start : s.end])]
    if len(offices) > 1 and len({_label_key(text[s.start : s.end]) for _, s in offices}) > 1:
        repeated |= {_label_key(text[s.start : s.end]) for _, s in offices}
    elif len(found) < 3 or not repeated:
        return {
            at: label
            for at, label, upper in found[:1]
            if upper and _ALONE.match(text, label.start, label.end)
        }
    turns = {
        at: label
        for at, label, upper in found
        if upper
        or _label_key(text[label.start : label.end]) in repeated
        or _shares_name(text[label.start : label.end], repeated)
    }
    if len(turns) < 3 and len(offices) < 2:
        return {}
    once = {at: label for at, label, _ in found if at not in turns and label not in alone}
    if len(turns) >= _MANY_TURNS and len(repeated) > 1 and once:
        small = frozenset(_SMALL.findall(text))
        turns |= {at: s for at, s in once.items() if _names_somebody(text[s.start : s.end], small)}
    return turns


def _rest_of_line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else None]


def _names_somebody(label: str, small: frozenset[str]) -> bool:
    """Whether a label that comes only once is a name: who takes part in a long transcript may speak one time.

    The words of a name are never written small; those of "Next Question:" or of a place that a message comes from are, or
    tell what it is.
    """
    words = re.findall(r"[^\W\d_][\w'’-]*", re.sub(r"\([^()]*\)", "", label))
    own = [w.casefold() for w in words[-2:]]
    return (
        "," not in label
        and 2 <= len(words) <= _LONGEST_NAME
        and small.isdisjoint(own)
        and _PLACES.isdisjoint(own)
    )


def _label_key(label: str) -> str:
    name = re.sub(r"\([^()]*\)", "", label).partition(",")[0]
    words = re.findall(r"[^\W\d_]+", name) or re.findall(r"[^\W\d_]+", label)
    return words[-1].casefold() if words else ""


def _shares_name(label: str, repeated: set[str]) -> bool:
    return any(word.casefold() in repeated for word in re.findall(r"[^\W\d_]+", label))


# -- kinds -------------------------------------------------------------------------------------


def _kind(text: str, span: Span, label: Span | None, latin: bool, above: _Above, gap: bool) -> BlockKind:
    line = text[span.start : span.end]
    if label:
        return BlockKind.TURN
    if (furniture_kind(line) and not _LETTERED.match(line)) or is_foreign_line(line, latin):
        return BlockKind.FURNITURE
    if above.caption and not gap and looks_like_headline(line):
        return BlockKind.FURNITURE  # the headline of another story, under its picture
    if above.links and not gap and not _ENDED.search(line):
        return BlockKind.FURNITURE  # one more link under "Related"
    if not above.story and looks_like_headline(line):
        return BlockKind.FURNITURE if _MASTHEAD.search(line) else BlockKind.TITLE
    if LIST_MARK.match(text, span.start, span.end):
        return BlockKind.LIST_ITEM
    if line[0] == "#" or looks_like_headline(line):
        return BlockKind.HEADING
    return BlockKind.TURN if above.turns else BlockKind.PARAGRAPH
