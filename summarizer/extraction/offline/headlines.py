"""The title of a text without metadata: its headline, not its masthead, its date or the label of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from summarizer.extraction.offline.wording import one_line
from summarizer.reading.blocks import BlockKind
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.dates import Date
from summarizer.source import Span

_GENRE = re.compile(
    r"\b(?:minutes|statement|readout|communiqu\w+|transcript|remarks|declaration|press\s+(?:release|briefing)|meeting|talks|call|consultations|"
    r"negotiations|oral\s+evidence|note\s+of|conference|summit|session)\b",
    re.IGNORECASE,
)
# "Present: …", "Index of topics: …", "By A B", "Published 3 May": lines around a story that are no title of it.
_LABEL = re.compile(
    r"\W*(?:present|in\s+attendance|apologies|absent|attendees|participants|panell?ists|list\s+of|index|topics|contents|subject|date|time|venue|place|"
    r"published|updated|last\s+updated|by|from|to|via|for\s+immediate\s+release|embargo\w*|photo|image|caption|notes?|ends)\b",
    re.IGNORECASE,
)
_ROLL = re.compile(
    r"\W*(?:(?:members\s+)?present|in\s+attendance|apologies|participants|attendees|list\s+of|delegation)\b",
    re.IGNORECASE,
)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_LINES = 10  # sentences over the story


def headline(
    story: Sequence[Sentence], plain: Sentence | None, dates_in: Callable[[Span], Sequence[Date]]
) -> str | None:
    """Return the headline of a story, None where it has none; `plain` is a first line that looks like one."""
    lead = next(
        (i for i, s in enumerate(story[:_LINES]) if s.block.kind not in _HEADS and len(s.text) > 120), _LINES
    )
    above = [s for s in story[:_LINES] if s.block.kind in _HEADS]
    heads = [s for s in above if s in story[:lead] and not re.search(r"[|>»]", s.text)] or above[:1]
    roll = next((s.span.start for s in story[:_LINES] if _ROLL.match(s.text)), None)
    heads = [s for s in heads if roll is None or s.span.start < roll]
    labelled = {s.block.span.start for s in story[:_LINES] if _LABEL.match(s.text)}
    heads = [s for s in heads if s.block.span.start not in labelled]
    if plain is not None and not any(s.block.kind is BlockKind.TITLE for s in heads):
        return one_line(plain.text)
    if heads and _masthead(heads[0]) and (below := _below(story, heads[0])):
        return one_line(below)
    if heads and _GENRE.search(heads[0].text):
        return one_line(heads[0].text)
    undated = [s for s in heads if not dates_in(s.span)]
    spoken = [s for s in undated if len(s.text.split()) >= 5 and not s.text.isupper()]
    chosen = spoken or [s for s in heads if s.block.kind is BlockKind.TITLE] or undated
    if chosen:
        return one_line(chosen[0].text)
    return _first_line(story)


def _masthead(head: Sentence) -> bool:
    """Whether a line in capitals is only the name of the paper or the office that gives the text out."""
    return head.text.isupper() and len(head.text.split()) <= 4 and not _GENRE.search(head.text)


def _below(story: Sequence[Sentence], head: Sentence) -> str | None:
    """Return the line under a masthead where it reads like a title: quoted, or named as what the text is."""
    at = next((i for i, s in enumerate(story) if s is head), len(story))
    for line in (s.text.strip() for s in story[at + 1 : at + 3]):
        short = 3 <= len(line.split()) <= 25 and not line.endswith((".", ":")) and not _LABEL.match(line)
        if short and (line[:1] in "‘“'\"" or _GENRE.search(line)):
            return line
    return None


def _first_line(story: Sequence[Sentence]) -> str | None:
    """Return a short first line on its own, such as a quotation over an interview."""
    first = story[0].text.strip() if story else ""
    quoted = first[-1:] in "’”'\"" and (first[:1] in "‘“'\"" or ":" in first[:24])
    return one_line(first) if quoted and 3 <= len(first.split()) <= 25 else None
