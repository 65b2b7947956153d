"""Quotations: spans of text in quotation marks, with marks that are missing, nested or carried over paragraphs."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from summarizer.reading.records import Records, new
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
# An apostrophe between letters is no mark, and most of them are such.
_MARK = re.compile(r"[\"“”„‟«»‹›‘’'＂`](?:(?<=')'(?!'(?!\w))|(?<=`)`)?(?!(?<=[^\W_][‘’'])[^\W_])")
_FAMILY = {
    '"': "double", "＂": "double", "“": "double", "”": "double", "„": "double", "‟": "double", "''": "double", "``": "double",
    "«": "angle", "»": "angle", "‹": "angle single", "›": "angle single", "‘": "single", "’": "single", "'": "single",
}  # fmt: skip
_BEFORE_OPENING = frozenset(' \t\n\r\u00a0\u2009\u202f([{—–-/:=>“"‘«„*_…')
_AFTER_CLOSING = frozenset(' \t\n\r\u00a0\u2009\u202f)]}—–-/:;,.!?”"’»<*_…')
_ELISION = re.compile(
    r"(?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n|cuz|neath|s|ll|re|ve|d|m|t)\b)", re.IGNORECASE
)


class _Piece(NamedTuple):
    """A quotation before it is known whether it goes on another: with its marks and without, from where to where."""

    start: int
    end: int
    inside: int
    inside_end: int
    opened: bool
    closed: bool
    depth: int


class _Open(NamedTuple):
    """A quotation whose end has not been reached."""

    family: str
    mark: str
    start: int
    inside: int


def find_quotations(reading: Reading) -> Sequence[Quotation]:
    """Return the quotations of a Reading, outer before inner, in the order of their beginnings."""
    text = reading.text
    found = array("i")
    count = 0
    carried: int | None = None  # the group of a quotation that was left open in the block above
    for block in reading.blocks:
        if block.furniture:
            continue
        begin = block.label.end if block.label else block.span.start
        if not _MARK.search(text, begin, block.span.end):  # as most
            carried = None
            continue
        pieces = _in_block(text, begin, block.span.end)
        going_on = carried if pieces and _continues(text, begin, pieces[0]) else None
        carried = None
        for i, piece in enumerate(pieces):
            group = count + i if i or going_on is None else going_on
            found.extend(_numbers(text, piece, group))
            if not piece.depth:
                carried = None if piece.closed else group
        count += len(pieces)
    return Records(found, 4, _quotation)


_SPEECH = (None, False, True)


def _numbers(text: str, piece: _Piece, group: int) -> tuple[int, int, int, int]:
    """Return what a quotation is kept as: where it stands, its group, and all else in the bits of one number."""
    marks = piece.inside - piece.start | piece.end - piece.inside_end << 2
    form = (
        marks
        | piece.opened << 4
        | piece.closed << 5
        | _SPEECH.index(_speech(text, piece)) << 6
        | piece.depth << 8
    )
    return piece.start, piece.end, group, form


def _quotation(_at: int, start: int, end: int, group: int, form: int) -> Quotation:
    place, marks = new(Span, (start, end)), (form & 3, form >> 2 & 3)
    speech = _SPEECH[form >> 6 & 3]
    return new(Quotation, (place, marks, form & 16 > 0, form & 32 > 0, form >> 8, group, speech))


def _continues(text: str, start: int, first: _Piece) -> bool:
    """Whether a block's first quotation goes on one left open above: it stands at the very start."""
    return first.depth == 0 and not text[start : first.start].strip(" \t:*")


def _in_block(text: str, begin: int, end: int) -> list[_Piece]:
    found: list[_Piece] = []
    stack: list[_Open] = []
    clear = begin
    for at, mark, role in _marks(text, begin, end):
        family = _FAMILY[mark]
        depth = len(stack) - 1
        while depth >= 0 and stack[depth].family != family:
            depth -= 1
        if role & _CLOSES and depth >= 0 and _closes(stack[depth].mark, mark, role):
            opening = stack[depth]
            clear = at + len(mark)
            found.append(new(_Piece, (opening.start, clear, opening.inside, at, True, True, depth)))
            del stack[depth:]
        elif role & _OPENS:
            if stack and stack[-1].family == family and _sentence_before(text, stack[-1].inside, at):
                found.append(_cut(text, stack.pop(), at, len(stack)))
            if len(stack) < DEEPEST:
                stack.append(new(_Open, (family, mark, at, at + len(mark))))
        elif family != "single" and not stack:
            opened = _unopened(text, clear, at, mark)
            if opened:
                found.append(opened)
                clear = at + len(mark)
    if stack and stack[0].family != "single":
        found.append(_cut(text, stack[0], end, 0))
    if len(found) > 1:
        found.sort(key=lambda q: (q.start, -q.end))
    return [q for q in found if q.inside < q.inside_end]


def _closes(opening: str, mark: str, role: int) -> bool:
    return role == _CLOSES or opening != "‘" or mark != "'"


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    for match in _MARK.finditer(text, start, end):
        mark, (at, stop) = match[0], match.span()
        if mark == "`":
            continue
        if mark == '"' and text[at + 1 : at + 2] == "“":
            continue  # marks of a pulled quotation set before its own
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        role = _role(text, mark, before, after, stop)
        if role:
            yield at, mark, role


_STRAIGHT = frozenset(('"', "''", "＂"))
_SINGLE = frozenset("‘’'")


def _role(text: str, mark: str, before: str, after: str, end: int) -> int:
    """Return which of opening and closing a mark can be, from its form and the characters beside it; 0 is an apostrophe."""
    if mark not in _STRAIGHT and mark not in _SINGLE:
        return _directed_role(mark, before, after)
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = not before.isspace() and (after in _AFTER_CLOSING or not after.isalnum())
    if mark in _SINGLE:
        return _single_role(text, mark, before, after, end, opens, closes)
    if before.isdigit() and mark == '"' and not opens:
        return _CLOSES  # inches, or the end of "in 2016"
    return (_OPENS if opens else 0) | (_CLOSES if closes else 0) or _EITHER


def _directed_role(mark: str, before: str, after: str) -> int:
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
    turned = before in _BEFORE_OPENING and after.isalnum()
    return _EITHER if turned and mark == "”" else (_OPENS if turned else _CLOSES)


def _single_role(text: str, mark: str, before: str, after: str, end: int, opens: bool, closes: bool) -> int:
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


def _cut(text: str, opening: _Open, end: int, depth: int) -> _Piece:
    end = opening.inside + len(text[opening.inside : end].rstrip())
    return _Piece(opening.start, end, opening.inside, end, True, False, depth)


def _unopened(text: str, start: int, at: int, mark: str) -> _Piece | None:
    """Return the quotation that only has a closing mark: from the start of the block, or of what follows the last one."""
    while start < at and text[start] in " \t\n\r:*,.;":
        start += 1
    if at - start < 3 or mark in ("'", "’") or (mark == '"' and text[at - 1] not in ",.!?…"):
        return None
    return _Piece(start, at + len(mark), start, at, False, True, 0)


# -- speech or not -----------------------------------------------------------------------------

_NAMING = r"so-called|titled|entitled|dubbed|nicknamed|codenamed|code-named|named|labelled|labeled|known\s+as|branded|termed|hashtag"
_THINGS = "word|term|phrase|song|book|novel|film|movie|show|series|album|play|program|programme|podcast|column|article|essay|headline|slogan"
_NAMED = re.compile(rf"\b(?:{_NAMING}|(?:the|a|an)\s+(?:{_THINGS})s?)[\s,:]*$", re.IGNORECASE)
# The last two letters of these words, by which one sees that none of them stands before most quotations.
_NAMED_ENDS = frozenset(word[-2:] for one in f"{_NAMING}|{_THINGS}".split("|") for word in (one, f"{one}s"))
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
_LONGEST_TITLE = 12  # words
SPOKEN_WORDS = 5  # of quotations at least this long 97 in 100 are speech


def _speech(text: str, quotation: _Piece) -> bool | None:
    if quotation.inside_end - quotation.inside < 2:
        return False
    start, _, first, last, *_ = quotation
    inside = text[first : min(last, first + 400)].strip()
    words = _WORD.findall(inside)
    before = text[max(0, start - 40) : start]
    if not words or _is_named(before) or (len(words) <= 3 and _is_nickname(text, quotation, words)):
        return False
    if len(words) > _LONGEST_TITLE:
        return True
    content = [w for w in words if w not in _SMALL]
    title = len(content) > 1 and all(w[0].isupper() for w in content)
    if title and (not inside.endswith(_ENDS) or _WITHIN.search(before) or _WORK.search(before)):
        return False
    if len(words) >= SPOKEN_WORDS:
        return True
    sentence = inside[0].isupper() and inside.endswith(_ENDS)
    return True if sentence and len(words) > 1 else None


def _is_named(before: str) -> bool:
    """Whether what stands before a quotation tells that it is a name or a word: "the so-called", "a film titled"."""
    ending = before.replace(",", " ").replace(":", " ").rstrip()[-2:]
    return ending.casefold() in _NAMED_ENDS and _NAMED.search(before) is not None


def _is_nickname(text: str, quotation: _Piece, words: list[str]) -> bool:
    """Whether a quotation stands between a first and a last name: Dwayne "The Rock" Johnson."""
    after = text[quotation.end : quotation.end + 2]
    if not (quotation.closed and words[0][0].isupper() and after[:1] == " " and after[1:].isupper()):
        return False
    if text[max(0, quotation.start - 1) : quotation.start] != " ":
        return False
    before = _WORD.findall(text[max(0, quotation.start - 25) : quotation.start])
    return bool(before) and before[-1][0].isupper()
