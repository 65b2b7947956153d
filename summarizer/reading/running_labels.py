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
# The same for one line that opens with a label, as a chat does whose ends of lines were lost.
FEWEST_OF_CHAT = 4
FEWEST_TURNS_OF_CHAT = 2
# What stands before a colon in minutes and is no speaker.
_NO_SPEAKER = {""} | frozenset(
    """
    item items note notes motion motions action actions vote votes ayes nays yeas noes disposition moved seconded resolution ordinance date time
    place location subject agenda background present absent result results total totals page section answer question exhibit
    one two three four five first second third""".split()
)


def cut_at_labels(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines, cut before each speaker's label where the text sets several turns on one line.

    Such a text has many labels that follow a sentence, and the same few speakers come again and again; a line that opens
    with a label needs fewer.
    """
    if text.count(": ") < FEWEST_OF_CHAT:
        return lines
    found = [Span(*match.span(1)) for match in _matches(text)]
    inside = sum(label.start > 0 and text[label.start - 1] not in "\r\n" for label in found)
    if inside < FEWEST_OF_CHAT - 1:
        return lines
    keys = [_key(text[label.start : label.end]) for label in found]
    counts = Counter(keys)
    small = Counter(_NAME_WORD.findall(text))  # of which only the words in small letters are asked
    names = {key: count for key, count in counts.items() if key not in _NO_SPEAKER and small[key] <= count}
    labels = [(s.start, key) for s, key in zip(found, keys, strict=True) if names.get(key, 0) > 1]
    if inside < FEWEST or not _speak(Counter(names), FEWEST, FEWEST_TURNS):
        labels = list(_of_chats(lines, labels))
    return _cut(text, lines, [start for start, _ in labels])


# What people say to each other has, and lines of minutes or a table have not.
_TALK = re.compile(
    r"\?|!|\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Ll]et['’]s|[Yy]es|[Nn]o|OK|[Ss]ure|[Tt]hanks|[Ss]orry|[Pp]lease)\b"
)


def is_talk(text: str, lines: Sequence[Line], labels: Sequence[Span]) -> bool:
    """Whether a few lines are a talk though nobody need speak twice: all behind the first label have one, and most speak to somebody."""
    if len(labels) == 1:
        own = text[labels[0].start : labels[0].end]
        alone = len(lines) == 1 and lines[0][0] == labels[0].start and len(_NAME_WORD.findall(own)) > 1
        return (
            alone and _I.search(text, labels[0].end) is not None
        )  # one who says "I", by a name of several words
    if not FEWEST_SPEAKERS <= len(labels) <= FEWEST:
        return False
    talk = [(start, end) for start, end, _ in lines if start >= labels[0].start - _MARKS]
    if len(talk) != len(labels):
        return False
    keys = [_key(text[label.start : label.end]) for label in labels]
    told, answers = 0, False
    for label, (_, end) in zip(labels, talk, strict=True):
        told += answers or bool(_TALK.search(text, label.end, end))
        answers = text[end - 1] == "?"  # whatever is said behind it
    return len(set(keys)) >= FEWEST_SPEAKERS and _NO_SPEAKER.isdisjoint(keys) and 2 * told > len(talk)


_I = re.compile(r"\bI\b")
_MARKS = 2  # of bold type before a label


def _speak(names: Counter[str], fewest: int, turns: int) -> bool:
    """Whether some labels are those of speakers: several names, each of which comes again and again."""
    speakers = [count for count in names.values() if count >= turns]
    return len(speakers) >= FEWEST_SPEAKERS and sum(speakers) >= fewest


def _of_chats(lines: Sequence[Line], labels: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the labels of the lines that are a chat of their own: they open with a label, and the same speakers come again."""
    at = 0
    for begin, end, _ in lines:
        first = at
        while at < len(labels) and labels[at][0] < end:
            at += 1
        own = labels[first:at]
        names = Counter(key for _, key in own)
        if own and own[0][0] == begin and _speak(names, FEWEST_OF_CHAT, FEWEST_TURNS_OF_CHAT):
            yield from own


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
