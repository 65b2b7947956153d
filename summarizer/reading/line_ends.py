"""Lines that a wrap broke off in the middle of their sentence, and how they end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.reading.furniture import furniture_kind
from summarizer.reading.records import new
from summarizer.reading.running_labels import Line
from summarizer.source import Role, Span

_LEADS_ON = re.compile(
    r"\s(?:an?|the|of|to|in|at|by|for|from|with|and|or|is|are|was|were|has|have|had|be|been|its|their|his|her|our|than)$"
)  # no line of text ends for good with one of these
_MONTH_ENDS = re.compile(
    r"[a-z,]\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$"
)
_DAY_OF_MONTH = re.compile(r"\d{1,2}[.)]\s")
LIST_MARK = re.compile(r"[ \t]*(?:[-*•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]|#\d{1,3}:?)[ \t]+(?=\S)")
_FIRST_WORD = re.compile(r"\S+")
_WIDEST_WRAP = 120


def join_wrapped(
    text: str, lines: Sequence[Line], labels: dict[int, Span], roles: dict[int, Role]
) -> Iterator[tuple[Span, bool]]:
    """Yield the blocks that the lines make, and whether a blank line stands before each."""
    width = _wrap_width(lines)
    first = above = (0, 0, True)
    told: dict[int, bool] = {}
    for line in lines:
        start, _, gap = line
        if gap or start in labels or start in roles or not _goes_on(text, above, line, width, told):
            if above[1]:
                yield new(Span, (first[0], above[1])), first[2]
            first = line
        above = line
    if above[1]:
        yield new(Span, (first[0], above[1])), first[2]


def _goes_on(text: str, above: Line, below: Line, width: int, told: dict[int, bool]) -> bool:
    """Whether a line that may go on the one above does so; `told` are lines by where they begin that are furniture, or none."""
    start, end, _ = below
    letter = text[start]
    if not (letter.isalpha() and text[start + 1 : start + 2] not in ".)"):  # or it is no item of a list
        if letter in "–—" and _dash_inside(text, above, below):
            return True
        if _DAY_OF_MONTH.match(text, start, end) and _MONTH_ENDS.search(text, above[0], above[1]):
            return True  # "back to Muscat on March / 3. Bashar said": no third item of a list
        if LIST_MARK.match(text, start, end):
            return False
    return _runs_on(text, above, below, width) and not (
        _printed(text, above, told) or _printed(text, below, told)
    )


def _printed(text: str, line: Line, told: dict[int, bool]) -> bool:
    """Whether a line is furniture by its form; each is asked once, though it is above one and below another."""
    known = told.get(line[0])
    if known is None:
        known = told[line[0]] = furniture_kind(text[line[0] : line[1]]) is not None
    return known


def _wrap_width(lines: Sequence[Line]) -> int:
    """Return the column at which the text was wrapped, 0 when it was not.

    One unbreakable address may stick out, so the widest two lines in a hundred are not asked.
    """
    lengths = sorted([end - start for start, end, _ in lines])
    if len(lengths) < 2:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    return width if width <= _WIDEST_WRAP else 0


def _runs_on(text: str, above: Line, below: Line, width: int) -> bool:
    """Whether a line has the look of being broken off by a wrap."""
    (start, end, _), (following, stop, _) = above, below
    if width:
        word = _FIRST_WORD.match(text, following, stop)
        if word and end - start + 1 + word.end() - following > width - 2:
            return True
    if end - start > 25 and _LEADS_ON.search(text, max(start, end - 12), end):
        return True  # "at present the share is / 54 per cent."
    if not text[following].islower():
        return False
    last = text[end - 1]
    if last in "-‐‑" and end - start > 1 and text[end - 2].isalpha():
        return True  # a word hyphenated at the line's end
    return last not in '.!?:;…"”’»)]' and end - start > 25


def _dash_inside(text: str, above: Line, below: Line) -> bool:
    """Whether a line begins with the dash of a sentence that the line above only breaks off: "to discuss / — with"."""
    line, following = text[above[0] : above[1]], text[below[0] : below[1]]
    paired = following[0] in following[1:] and line[0] != following[0]
    return paired and following[1:].lstrip()[:1].islower() and line[-1].islower()
