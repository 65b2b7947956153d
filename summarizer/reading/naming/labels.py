"""Speaker labels of transcripts ("MS. DOE", "THE PRESIDENT") read as names or descriptions."""

from __future__ import annotations

import re

from summarizer.reading.naming.parse import Parser
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.reading.naming.scan import scan
from summarizer.source import Span

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,}")
_KEPT = frozenset({"US", "UN", "EU", "UK", "NATO", "OSCE", "USA", "UAE", "II", "III", "CEO", "MP", "MEP"})
_TURN_MARK = re.compile(r"[QA][.:]?")


class Labels:
    """The labels of one text: each is parsed once, however often its speaker has the word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._seen: set[int] = set()
        self._read: dict[str, Piece | None] = {}

    def read(self, label: Span, pieces: list[Piece]) -> bool:
        """Add the one piece that a label is to `pieces`, none for "Q" and "A"; False for one that was read before."""
        if label.start in self._seen:
            return False
        self._seen.add(label.start)
        printed = self.text[label.start : label.end]
        if printed not in self._read:
            self._read[printed] = _parsed(printed)
        piece = self._read[printed]
        if piece is not None:
            pieces.append(_shifted(piece, label.start))
        return True


def _parsed(printed: str) -> Piece | None:
    if _TURN_MARK.fullmatch(printed.strip()):
        return None
    parser = Parser(_lowered(printed), frozenset())
    pieces = [
        p for p in parser.parse(scan(parser.text, 0, len(printed)), -9, False) if not p.inner and not p.spare
    ]
    person = next((p for p in pieces if p.form is Form.NAME and p.canonical is None), None)
    piece = person or next((p for p in pieces if p.form is Form.DESCRIPTION), None)
    if piece is not None and 2 * (piece.full.end - piece.full.start) < len(printed.split("(")[0].strip()):
        piece = None
    if piece is None and len(printed.split()) > 3:
        return None
    if piece is None:
        whole = Span(0, len(printed))
        piece = Piece(NameKind.PERSON, Form.LABEL, whole, whole, printed, typed=True)
    piece.text = printed[piece.span.start : piece.span.end]
    piece.typed, piece.initial, piece.headline, piece.labelled = True, False, False, True
    if piece.form is Form.NAME:
        piece.form, piece.kind = Form.LABEL, NameKind.PERSON
    elif not piece.determiner:
        piece.determiner = "the"
    return piece


def _lowered(printed: str) -> str:
    """Return a label with words in capitals written as names are, of the same length."""
    return _CAPITALS.sub(
        lambda m: m[0] if m[0] in _KEPT else m[0][0] + "".join(map(_small, m[0][1:])), printed
    )


def _small(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def _shifted(piece: Piece, by: int) -> Piece:
    """Return a copy of a piece, `by` characters further on."""
    moved = piece.copy()
    moved.span, moved.full = _move(piece.span, by), _move(piece.full, by)
    moved.roles = tuple(_move(s, by) for s in piece.roles)
    moved.affiliations = tuple(_move(s, by) for s in piece.affiliations)
    return moved


def _move(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
