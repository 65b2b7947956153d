"""Quotations: spans of text in quotation marks, with marks that are missing, nested or carried over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.reading.blocks import Block
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

DEEPEST = 4  # quotations inside quotations beyond this are not told apart


class Quotation(NamedTuple):
    """Text in quotation marks.

    `inside` is the quoted text, `outside` the same with those marks that are there; `marks` are how many
    characters these take before and behind it. `opened` and `closed` tell which are there. `depth` is 0 for an outermost quotation. Quotations with equal `group` are
    one quotation that runs over several paragraphs. `speech` is False for titles, nicknames and scare
    quotes, True for what somebody said or wrote, None where the form does not tell.
    """

    outside: Span
    marks: tuple[int, int]
    opened: bool
    closed: bool
    depth: int
    group: int
    speech: bool | None

    @property
    def inside(self) -> Span:
        """The quoted text without its marks."""
        return Span(self.outside.start + self.marks[0], self.outside.end - self.marks[1])


_OPENS, _CLOSES, _EITHER = 1, 2, 3
# Of three apostrophes that close, the first closes an inner quotation: ''He said 'no,'''.
_MARK = re.compile(r"``|''(?!'(?!\w))|[\"“”„‟«»‹›‘’'＂]")
_FAMILY = {
    '"': "double", "＂": "double", "“": "double", "”": "double", "„": "double", "‟": "double", "''": "double", "``": "double",
    "«": "angle", "»": "angle", "‹": "angle single", "›": "angle single", "‘": "single", "’": "single", "'": "single",
}  # fmt: skip
_BEFORE_OPENING = frozenset(' \t\n\r\u00a0\u2009\u202f([{—–-/:=>“"‘«„*_…')
_AFTER_CLOSING = frozenset(' \t\n\r\u00a0\u2009\u202f)]}—–-/:;,.!?”"’»<*_…')
_MARKS = tuple(tuple((before, behind) for behind in range(3)) for before in range(3))  # one object each
_ELISION = re.compile(
    r"(?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n|cuz|neath|s|ll|re|ve|d|m|t)\b)", re.IGNORECASE
)


@dataclass(slots=True)
class _Piece:
    """A quotation before it is known whether it goes on another."""

    outside: Span
    inside: Span
    opened: bool
    closed: bool
    depth: int

    def quotation(self, text: str, group: int) -> Quotation:
        speech = _speech(text, self)
        before, behind = self.inside.start - self.outside.start, self.outside.end - self.inside.end
        marks = _MARKS[before][behind]
        return Quotation(self.outside, marks, self.opened, self.closed, self.depth, group, speech)


@dataclass(slots=True)
class _Open:
    """A quotation whose end has not been reached."""

    family: str
    mark: str
    start: int
    inside: int


def find_quotations(reading: Reading) -> tuple[Quotation, ...]:
    """Return the quotations of a Reading, outer before inner, in the order of their beginnings."""
    found: list[Quotation] = []
    carried: Quotation | None = None
    for block in reading.blocks:
        if block.furniture:
            continue
        pieces = _in_block(reading.text, block)
        if pieces and carried and _continues(reading.text, block, pieces[0]):
            group = carried.group
        else:
            group = len(found)
        at = len(found)
        for i, piece in enumerate(pieces):
            found.append(piece.quotation(reading.text, at + i if i else group))
        carried = _left_open(found[at:])
    return tuple(found)


def _continues(text: str, block: Block, first: _Piece) -> bool:
    """Whether a block's first quotation goes on one left open above: it stands at the very start."""
    start = block.label.end if block.label else block.span.start
    return first.depth == 0 and not text[start : first.outside.start].strip(" \t:*")


def _left_open(pieces: list[Quotation]) -> Quotation | None:
    outer = [p for p in pieces if p.depth == 0]
    return outer[-1] if outer and not outer[-1].closed else None


def _in_block(text: str, block: Block) -> list[_Piece]:
    begin = block.label.end if block.label else block.span.start
    marks = list(_marks(text, begin, block.span.end))
    if not marks:
        return []
    found: list[_Piece] = []
    stack: list[_Open] = []
    clear = begin
    for at, mark, role in marks:
        family = _FAMILY[mark]
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), -1)
        if role & _CLOSES and depth >= 0 and _closes(stack[depth].mark, mark, role):
            found.append(_closed(text, stack[depth], at, mark, depth))
            del stack[depth:]
            clear = at + len(mark)
        elif role & _OPENS:
            if stack and stack[-1].family == family and _sentence_before(text, stack[-1].inside, at):
                found.append(_cut(text, stack.pop(), at, len(stack)))
            if len(stack) < DEEPEST:
                stack.append(_Open(family, mark, at, at + len(mark)))
        elif family != "single" and not stack:
            opened = _unopened(text, clear, at, mark)
            if opened:
                found.append(opened)
                clear = at + len(mark)
    if stack and stack[0].family != "single":
        found.append(_cut(text, stack[0], block.span.end, 0))
    found = [q for q in found if q.inside.start < q.inside.end]
    found.sort(key=lambda q: (q.outside.start, -q.outside.end))
    return found


def _closes(opening: str, mark: str, role: int) -> bool:
    return role == _CLOSES or opening != "‘" or mark != "'"


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark == '"' and text[at + 1 : at + 2] == "“":
            continue  # marks of a pulled quotation set before its own
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        role = _role(text, mark, before, after, match.end())
        if role:
            yield at, mark, role


def _role(text: str, mark: str, before: str, after: str, end: int) -> int:
    """Return which of opening and closing a mark can be, from its form and the characters beside it; 0 is an apostrophe."""
    if mark in "“‟«‹``":
        # „Deutsch“ and »Deutsch« turn the marks round.
        turned = (
            mark in "“«‹"
            and not before.isspace()
            and (after in _AFTER_CLOSING or after == " ")
            and before not in _BEFORE_OPENING
        )
        return _CLOSES if turned else _OPENS
    if mark == "„":
        return _OPENS
    if mark in "”»›":
        turned = mark in "»›”" and before in _BEFORE_OPENING and after.isalnum()
        return _EITHER if turned and mark == "”" else (_OPENS if turned else _CLOSES)
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = not before.isspace() and (after in _AFTER_CLOSING or not after.isalnum())
    if mark in "‘’'":
        return _single_role(text, mark, before, after, end, opens, closes)
    if before.isdigit() and mark == '"' and not opens:
        return _CLOSES  # inches, or the end of "in 2016"
    return (_OPENS if opens else 0) | (_CLOSES if closes else 0) or _EITHER


def _single_role(text: str, mark: str, before: str, after: str, end: int, opens: bool, closes: bool) -> int:
    if before.isalnum() and after.isalnum():
        return 0
    if opens and mark != "’" and after.isalnum():
        return 0 if mark == "'" and _ELISION.match(text, end) else _OPENS
    if mark == "‘":
        return _OPENS if opens else 0
    if closes and (before.isalnum() or before in '.,!?…)”"'):
        possessive = before in "sS" and after == " " and text[end + 1 : end + 2].isalpha()
        return 0 if possessive else _CLOSES
    return 0


def _sentence_before(text: str, start: int, at: int) -> bool:
    head = text[max(start, at - 12) : at].rstrip()
    return head.endswith((".", "!", "?", "…")) or not head


def _closed(text: str, opening: _Open, at: int, mark: str, depth: int) -> _Piece:
    return _Piece(Span(opening.start, at + len(mark)), Span(opening.inside, at), True, True, depth)


def _cut(text: str, opening: _Open, end: int, depth: int) -> _Piece:
    end = opening.inside + len(text[opening.inside : end].rstrip())
    return _Piece(Span(opening.start, end), Span(opening.inside, end), True, False, depth)


def _unopened(text: str, start: int, at: int, mark: str) -> _Piece | None:
    """Return the quotation that only has a closing mark: from the start of the block, or of what follows the last one."""
    while start < at and text[start] in " \t\n\r:*,.;":
        start += 1
    if at - start < 3 or mark in ("'", "’") or (mark == '"' and text[at - 1] not in ",.!?…"):
        return None
    return _Piece(Span(start, at + len(mark)), Span(start, at), False, True, 0)


# -- speech or not -----------------------------------------------------------------------------

_NAMED = re.compile(
    r"\b(?:so-called|titled|entitled|dubbed|nicknamed|codenamed|code-named|named|labell?ed|known\s+as|branded|termed|hashtag|"
    r"(?:the|a|an)\s+(?:word|term|phrase|song|book|novel|film|movie|show|series|album|play|programme?|podcast|column|article|essay|headline|slogan)s?)"
    r"[\s,:]*$",
    re.IGNORECASE,
)
# A kind of work right before a quotation with a title's capitals: 'the reality TV show "The Long Winter,"'.
_WORK = re.compile(
    r"\b(?:song|book|memoir|novel|film|movie|documentary|show|series|sitcom|comedy|drama|musical|album|play|programme?|podcast|column|"
    r"magazine|hit|bestseller|thriller|host of|hosts of|star of|author of|editor of)\s$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:['’]s|\b(?:on|in|of|the|for|from|to|by))\s$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on or over per than that the to up via with my your our his her".split()
)
_ENDS = (",", ".", "!", "?", "…", "—", "–")
SPOKEN_WORDS = 5  # of quotations at least this long 97 in 100 are speech


def _speech(text: str, quotation: _Piece) -> bool | None:
    if quotation.inside.end - quotation.inside.start < 2:
        return False
    inside = text[quotation.inside.start : min(quotation.inside.end, quotation.inside.start + 400)].strip()
    words = _WORD.findall(inside)
    before = text[max(0, quotation.outside.start - 40) : quotation.outside.start]
    if not words or _NAMED.search(before) or _is_nickname(text, quotation, words):
        return False
    content = [w for w in words if w not in _SMALL]
    title = len(content) > 1 and all(w[0].isupper() for w in content)
    title = title and (not inside.endswith(_ENDS) or bool(_WITHIN.search(before) or _WORK.search(before)))
    if title and len(words) <= 12:
        return False
    if len(words) >= SPOKEN_WORDS:
        return True
    sentence = inside[0].isupper() and inside.endswith(_ENDS)
    return True if sentence and len(words) > 1 else None


def _is_nickname(text: str, quotation: _Piece, words: list[str]) -> bool:
    """Whether a quotation stands between a first and a last name: Dwayne "The Rock" Johnson."""
    if len(words) > 3 or not quotation.closed:
        return False
    before = _WORD.findall(text[max(0, quotation.outside.start - 25) : quotation.outside.start])
    after = text[quotation.outside.end : quotation.outside.end + 3]
    directly = text[max(0, quotation.outside.start - 1) : quotation.outside.start] == " "
    return (
        bool(before)
        and directly
        and before[-1][0].isupper()
        and len(after) > 1
        and after[0] == " "
        and after[1].isupper()
        and words[0][0].isupper()
    )
