"""Speaker labels inside running text ("Thank you.  Fritz: Aye.  Fish: Aye."), as minutes made from captions have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.source import Span

Line = tuple[int, int, bool]
"""Where a line begins and ends without its white space, and whether a blank line (or the text's start) is before it."""

_WORD = r"[A-Z][\w.'’\-]*"
_RUNNING = re.compile(
    rf"(?:(?<=[.?!\])\"”\-–—])[ \t]+|^[ \t]*)({_WORD}(?:(?:,[ \t]+|[ \t])(?:{_WORD}|of|and|the|for|to|de|van|von|al|bin)){{0,11}}):(?=[ \t]|$)",
    re.MULTILINE,
)
_AFTER_LABEL = ("", " ", "\t", "\n")
_NAME_WORD = re.compile(r"[^\W\d_]+")
FEWEST = 10  # labels inside the lines from which on a text is read so
FEWEST_SPEAKERS = 2  # who each speak
FEWEST_TURNS = 3  # times or more
# What stands before a colon in minutes and is no speaker.
_NO_SPEAKER = {""} | frozenset(
    """
    item items note notes motion motions action actions vote votes ayes nays yeas noes disposition moved seconded resolution ordinance date time
    place location subject agenda background present absent result results total totals page section answer question exhibit
    one two three four five first second third""".split()
)


def cut_at_labels(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines, cut before each speaker's label where the text sets several turns on one line.

    Such a text has many labels that follow a sentence, and the same few speakers come again and again.
    """
    if text.count(": ") < FEWEST:
        return lines
    matches = list(_matches(text))
    if sum(match.start() > 0 and text[match.start() - 1] not in "\r\n" for match in matches) < FEWEST:
        return lines
    found = [Span(*match.span(1)) for match in matches]
    keys = [_key(text[label.start : label.end]) for label in found]
    counts = Counter(keys)
    small = Counter(_NAME_WORD.findall(text))  # of which only the words in small letters are asked
    names = {key: count for key, count in counts.items() if key not in _NO_SPEAKER and small[key] <= count}
    speakers = [count for count in names.values() if count >= FEWEST_TURNS]
    if len(speakers) < FEWEST_SPEAKERS or sum(speakers) < FEWEST:
        return lines
    return _cut(text, lines, [s.start for s, key in zip(found, keys, strict=True) if names.get(key, 0) > 1])


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of _RUNNING: each ends at a colon, holds no other, and lies in one line."""
    last, colon = 0, text.find(":")
    while colon >= 0:
        if text[colon + 1 : colon + 2] in _AFTER_LABEL:
            line = text.rfind("\n", last, colon) + 1
            if match := _RUNNING.search(text, max(last, line), colon + 2):
                yield match
        last = colon + 1
        colon = text.find(":", last)


def _cut(text: str, lines: Sequence[Line], starts: list[int]) -> Sequence[Line]:
    cut: list[Line] = []
    at = 0
    for begin, end, gap in lines:
        while at < len(starts) and starts[at] < end:
            if starts[at] > begin:
                cut.append((begin, begin + len(text[begin : starts[at]].rstrip()), gap))
                begin, gap = starts[at], False
            at += 1
        cut.append((begin, end, gap))
    return cut


def _key(label: str) -> str:
    """Return the last word of a label's name: of "Ann Lee, Director of Parks" it is "lee"."""
    words = _NAME_WORD.findall(label.partition(",")[0])
    return words[-1].casefold() if words else ""
