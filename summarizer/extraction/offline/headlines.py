"""The title of a text without metadata: its headline, not its masthead, its date or the label of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.lexicon import BODIES
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.dates import Date
from summarizer.source import Span

_GENRE = late_regex(
    r"\b(?:minutes|(?:media|news)\s+briefing|statement|readout|communiqu\w+|transcript|remarks|declaration|press\s+(?:release|briefing)|meeting|talks|call|consultations|"
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
# "Minutes of the 12th meeting", "Transcript of remarks": what a text is, under the name of who keeps it.
_RECORD_OF = late_regex(
    r"(?:Draft\s+|Unconfirmed\s+|Weekly\s+|Daily\s+)?(?:Minutes|Transcript|Readout|Record|Note|Summary|Report|(?:Media|Press|News)\s+(?:briefing|conference))\b",
    re.IGNORECASE,
)
_FRAME = late_regex(
    r"\|\s*(?:issue|vol|no|page)\b|\b(?:issue|vol(?:ume)?\.?|no\.)\s*\d+|\b(?:page\s+[A-Z]?\d+|p\.\s*\d+)\b|^\W*(?:from\b.*\bissue\b)|^\[.*\]$|^\(.*\)\W*$",
    re.IGNORECASE,
)
_ISSUER_FIRST = late_regex(
    r"(?:Ministry|Department|Office|Government|Embassy|Republic|Kingdom|Parliament|Federal\s+\w+\s+Office)\b(?!.*\b[a-z]{3,}s\b)"
)
_STATES = frozenset(
    "republic kingdom parliament state union commonwealth emirate sultanate municipality city town county".split()
)
_SAYS = late_regex(
    r"\b(?:is|are|was|were|will|to|says?|said|agrees?|signs?|meets?|met|receives?|received|visits?|visited|conclude[sd]?|opens?|opened|ends?|ended|leaves?|keeps?|raises?|cuts?|rejects?|"
    r"backs?|calls?|urges?|warns?|holds?|held|announce[sd]?|approve[sd]?|discuss(?:es|ed)?|talks?|[a-z]+ing)\b|[:;?!]",
    re.IGNORECASE,
)
_GENRE_ALONE = late_regex(
    r"\W*(?:press\s+(?:release|statement)|news\s+release|media\s+(?:release|statement)|for\s+immediate\s+release|readout|statement|analysis|opinion|interview)\b(?:\W+\S+){0,4}\W*$",
    re.IGNORECASE,
)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_LINES = 10  # sentences over the story


def headline(
    story: Sequence[Sentence], plain: Sentence | None, dates_in: Callable[[Span], Sequence[Date]]
) -> str | None:
    """Return the headline of a story, None where it has none; `plain` is a first line that looks like one."""
    found = _chosen(story, plain, dates_in)
    if found is None or _only_names_issuer(found) or _is_frame(found) or _paper(story, found, dates_in):
        found = next((line for line in _lines_over(story, dates_in) if line != found), found)
    if (
        found
        and (at := next((i for i, s in enumerate(story[:3]) if one_line(s.text) == found), None)) is not None
    ):
        below = one_line(story[at + 1].text) if at + 1 < len(story) else ""
        if _RECORD_OF.match(below) and not _GENRE.search(found) and len(below.split()) <= 25:
            return below  # "Friends of the Pier" over "Minutes of the 12th meeting"
    return _bare(found) if found else None


def _lines_over(story: Sequence[Sentence], dates_in: Callable[[Span], Sequence[Date]]) -> Iterator[str]:
    """Yield the lines over a story that read like a title, the first first: none that names who gives it out, none of its frame."""
    blocks = [s.block.span.start for s in story]
    for sentence in story[:_LINES]:
        line = one_line(sentence.text)
        if len(line) > 160 or sentence.block.kind in (BlockKind.TURN, BlockKind.LIST_ITEM):
            return
        alone = blocks.count(sentence.block.span.start) == 1
        short = 3 <= len(line.split()) <= 25
        if _RECORD_OF.match(line) and short:
            yield line.rstrip(".")
        closed = line.endswith((".", ":", ","))
        frame = _LABEL.match(line) or _only_names_issuer(line) or _is_frame(line) or _GENRE_ALONE.match(line)
        if alone and short and not (closed or frame or _only_dates(sentence, line, dates_in)):
            yield line


def _paper(story: Sequence[Sentence], found: str, dates_in: Callable[[Span], Sequence[Date]]) -> bool:
    """Whether a line in capitals is the name of a paper: the line below is nothing but the day and the page."""
    at = next((i for i, s in enumerate(story[:2]) if one_line(s.text) == found), None)
    if (
        at is None
        or not found.isupper()
        or len(found.split()) > 5
        or _GENRE.search(found)
        or at + 2 >= len(story)
    ):
        return False
    below = one_line(story[at + 1].text)
    return bool(_only_dates(story[at + 1], below, dates_in)) and not _SAYS.search(found)


def _only_dates(sentence: Sentence, line: str, dates_in: Callable[[Span], Sequence[Date]]) -> bool:
    """Whether a line is hardly more than a date: "Suva, 22 July 2025", "Wednesday, 18 June"."""
    return any(len(line) - (d.span.end - d.span.start) < 24 for d in dates_in(sentence.span))


def _bare(title: str) -> str:
    """Return a title without the marks of bold type around it."""
    return re.sub(r"^(?:\*\*|__|#+\s*)|(?:\*\*|__)$", "", title).strip() or title


def _only_names_issuer(line: str) -> bool:
    """Whether a line is only the name of who gives a text out: "MINISTRY OF TRADE OF THE REPUBLIC OF …", "NATIONAL ASSEMBLY"."""
    words = [w.strip(".,()").lower() for w in line.split()]
    named = all(w.isupper() or not w[:1].isalpha() for w in line.split()) or _ISSUER_FIRST.match(line)
    return (
        bool(named)
        and len(words) <= 14
        and any(part in BODIES or part in _STATES for w in words for part in w.split("-"))
        and not _GENRE.search(line)
        and not _SAYS.search(line)
    )


def _is_frame(line: str) -> bool:
    """Whether a line belongs to the paper or the series and not to the story: "Issue 31 | 8 August", "[Published 12.00]", "p. 44"."""
    return bool(_FRAME.search(line))


def _chosen(
    story: Sequence[Sentence], plain: Sentence | None, dates_in: Callable[[Span], Sequence[Date]]
) -> str | None:
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
