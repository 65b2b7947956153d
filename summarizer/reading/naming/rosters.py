"""Lists of those present, as minutes have them: who is named there is a person, with an office and initials.

"Present: AB (Anna Berg, chair), Cllr. C. Dale; apologies: E. Ford": further on only "AB" or "the chair" stands for her.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.gazetteer import fold
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.source import Span

_LEADS_IN = re.compile(
    r"\s*(?:[\w’'./-]+[ \t]+){0,4}?(?:present|attend(?:ance|ees?|ing)|participants?|apologies|regrets|absent|absentees|members|delegations?|guests?|observers?|"
    r"secretariat|online|remotely|chair(?:man|woman|person)?|committee|board|panel)\b[^:\n]{0,40}:",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?P<letters>[A-Z]{2,4})\s*\(\s*")
_SHORT_BEHIND = re.compile(r"\s*\(\s*(?P<letters>[A-Z]{2,4})\s*[,)]")  # "Anna Berg (AB, chair)"
_BEFORE_NAME = re.compile(r"\s*(?:(?:and|the|[A-Z][a-z]{0,6}\.)\s*)*", re.IGNORECASE)
_ENDS_PART = re.compile(r"[;,()]|\s[-–—]\s")


def read_roster(
    text: str, sentence: Span, pieces: Sequence[Piece], common: Container[str]
) -> dict[str, Piece]:
    """Make persons of those whom a list of those present names, bind their offices, and return them by their initials."""
    lead = _LEADS_IN.match(text, *sentence)
    if lead is None or not any(p.kind is NameKind.PERSON and p.typed for p in pieces):
        return {}
    short: dict[str, Piece] = {}
    for item in _items(text, Span(lead.end(), sentence.end)):
        letters = _SHORT.match(text, item.start, item.end)
        inside = Span(letters.end(), item.end) if letters else item
        person = next(
            (
                p
                for p in pieces
                if p.form is Form.NAME and inside.contains(p.span) and _first(text, inside, p)
            ),
            None,
        )
        if person is None or not _may_be_person(person, common):
            continue
        person.kind, person.typed = NameKind.PERSON, True
        for office in _offices(text, Span(person.full.end, item.end)):
            if not any(office.overlaps(known) for known in person.roles):
                person.roles += (office,)
        letters = letters or _SHORT_BEHIND.match(text, person.full.end, item.end)
        if letters and letters["letters"] == _initials(person.text):
            short[letters["letters"]] = person
    return short


def mark_initials(pieces: Sequence[Piece], short: dict[str, Piece]) -> None:
    """Let the initials that a list of those present explains stand for a person wherever they stand."""
    for piece in pieces:
        if piece.kind in (NameKind.OTHER, NameKind.PERSON) and (owner := short.get(piece.text)):
            piece.form, piece.kind, piece.typed, piece.owner = Form.LABEL, NameKind.PERSON, True, owner


def _items(text: str, line: Span) -> Iterator[Span]:
    """Yield the parts of a list between semicolons, where it has any outside brackets, or else between commas.

    A part that begins in lower case goes on with the one before: "Jane Doe, country director".
    """
    depth, cuts = 0, {",": [line.start], ";": [line.start]}
    for at in range(*line):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth == 0 and text[at] in cuts:
            goes_on = text[at] == "," and re.match(r"\s*[a-z]", text[at + 1 : line.end])
            cuts[text[at]] += [] if goes_on else [at + 1]
    starts = cuts[";"] if len(cuts[";"]) > 1 else cuts[","]
    for start, end in zip(starts, [*starts[1:], line.end + 1], strict=True):
        while start < line.end and text[start].isspace():
            start += 1
        yield Span(start, max(start, end - 1))


def _first(text: str, item: Span, piece: Piece) -> bool:
    """Whether a name is the first thing of its part, behind a title or the initials that it explains."""
    start = min(piece.full.start, piece.span.start)
    return start <= item.start or bool(_BEFORE_NAME.fullmatch(text, item.start, start))


def _may_be_person(piece: Piece, common: Container[str]) -> bool:
    if piece.kind is NameKind.PERSON:
        return True
    words = piece.text.split()
    plain = piece.kind is NameKind.OTHER and not piece.typed and piece.canonical is None
    return plain and len(words) > 1 and not any(fold(w) in common for w in words)


def _initials(name: str) -> str:
    """Return the first letters of a name's words."""
    return "".join(word[0] for word in name.split()).upper()


def _offices(text: str, behind: Span) -> Iterator[Span]:
    """Yield the offices that stand behind a name up to the end of its part: "(chair)", ", treasurer"."""
    at = behind.start
    for mark in [*_ENDS_PART.finditer(text, *behind), None]:
        stop = mark.start() if mark else behind.end
        words = text[at:stop].rstrip(" .").split()
        if words and len(words) <= _LONGEST and words[-1].casefold() in lexicon.ROLES:
            low = at + len(text[at:stop]) - len(text[at:stop].lstrip())
            yield Span(low, low + len(text[at:stop].strip(" .\n")))
        at = mark.end() if mark else stop


_LONGEST = 5  # words of an office that stands by itself
