"""Captions with time codes (WebVTT, SubRip, "[00:01:02] Ann Lee: ..."): whose words each caption shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.source import Span

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIMED = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*$", re.MULTILINE)
_STAMPED = re.compile(rf"^[ \t]*[\[(]?{_TIME}[\])]?[ \t]+(?=[^\W\d_])", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]+")
_VOICE = re.compile(r"[ \t]*<v(?:\.[^ >]*)?[ \t]+([^>\n]{1,80})>")
_LABEL = re.compile(r"[ \t]*(?:>>+|-)?[ \t]*([A-Z][\w.'’\-]*(?:[ ,]+[\w.'’()\-]+){0,6}):[ \t]+(?=\S)")
_CHANGE = re.compile(r"[ \t]*>>+[ \t]*")
_NUMBER = re.compile(r"[ \t]*\d{1,6}[ \t]*$")
_END_OF_VOICE = "</v>"
FEWEST_STAMPS = 3  # lines that begin with a time, without an arrow, from which on a text is a transcript


@dataclass(slots=True)
class Turn:
    """What one speaker says over the captions that follow each other; `speaker` is None where only the change is marked."""

    speaker: Span | None
    pieces: list[Span] = field(default_factory=list)


def caption_turns(text: str) -> list[Turn] | None:
    """Return the turns of a captioned text, None for a text of any other kind."""
    arrows = "-->" in text and next(_TIMED.finditer(text), None) is not None
    if not arrows and not _stamped(text):
        return None
    turns: list[Turn] = []
    for line in _arrow_lines(text) if arrows else _stamped_lines(text):
        _take(text, line, turns)
    turns = [turn for turn in turns if turn.pieces and turn.speaker is not None]
    return turns or None


def _stamped(text: str) -> bool:
    """Whether the text begins like a transcript whose turns carry the time."""
    head = text[:6000]
    found = list(_STAMPED.finditer(head))
    return len(found) >= FEWEST_STAMPS and sum(bool(_LABEL.match(text, m.end())) for m in found) >= 2


def _arrow_lines(text: str) -> Iterator[Span]:
    """Yield the lines of text under the times."""
    shown = False
    for match in _LINE.finditer(text):
        if _TIMED.match(text, match.start(), match.end()):
            shown = True
        elif shown and not (
            _NUMBER.match(text, match.start(), match.end()) and _before_times(text, match.end())
        ):
            yield Span(*match.span())


def _before_times(text: str, end: int) -> bool:
    """Whether the next line is one of times, so that this one is its number."""
    following = _LINE.search(text, end)
    return following is not None and _TIMED.match(text, following.start(), following.end()) is not None


def _stamped_lines(text: str) -> Iterator[Span]:
    """Yield the lines of a transcript without the times they begin with."""
    for match in _LINE.finditer(text):
        stamp = _STAMPED.match(text, match.start(), match.end())
        yield Span(stamp.end() if stamp else match.start(), match.end())


def _take(text: str, line: Span, turns: list[Turn]) -> None:
    """Add a line to the turn it goes on, or begin another."""
    voice = _VOICE.match(text, line.start, line.end)
    label = voice or _LABEL.match(text, line.start, line.end)
    start = line.start
    if label is not None:
        speaker = Span(*label.span(1))
        start = label.end()
        last = turns[-1].speaker if turns else None
        same = voice and last is not None and text[last.start : last.end] == text[speaker.start : speaker.end]
        if not same:
            turns.append(Turn(speaker))
    elif change := _CHANGE.match(text, line.start, line.end):
        start = change.end()
        turns.append(Turn(None))
    piece = text[start : line.end].replace(_END_OF_VOICE, "    ")
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    if turns and start < end:
        turns[-1].pieces.append(Span(start, end))
