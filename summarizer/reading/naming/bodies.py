"""Reads bodies, events and places out of the tokens of a sentence: "Russian Foreign Ministry", "University of Oxford"."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.cursor import Cursor
from summarizer.reading.naming.gaps import Gap
from summarizer.reading.naming.gazetteer import Entry, Sort, fold
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.reading.naming.scan import Class, Token
from summarizer.reading.records import new
from summarizer.source import Span

PREFIX = frozenset(
    {
        Class.NAME,
        Class.ACRONYM,
        Class.MODIFIER,
        Class.BODY,
        Class.EVENT,
        Class.PLACE,
        Class.GAZETTEER,
        Class.ADJECTIVE,
    }
)
HEADS = {Class.BODY: NameKind.ORGANISATION, Class.EVENT: NameKind.OTHER, Class.PLACE: NameKind.PLACE}
LONGEST_PREFIX = 8  # tokens before the head of a role or a body
_BEFORE_HEAD = PREFIX | {Class.GIVEN, Class.INITIAL}
_NOT_BEFORE_SURNAME = frozenset(
    "in on since of until till late early by last next this from before after during the a an mid each every our their his her its".split()
)
_QUALIFIES = frozenset({Class.NAME, Class.GAZETTEER, Class.ACRONYM, Class.GIVEN, Class.ADJECTIVE})


class BodyParser(Cursor):
    """A cursor that notes bodies, events, places and gazetteer names as pieces."""

    def __init__(self, text: str, common: Container[str]) -> None:
        super().__init__(text, common)
        self.pieces: list[Piece] = []
        self._has_role = self._has_head = True

    def _body(self, at: int) -> int:
        """Read "Russian Foreign Ministry", "University of Oxford", "Minsk Agreements"; return the next index, or 0."""
        if not self._has_head:
            return 0
        head = -1
        for i in range(at, min(len(self.tokens), at + LONGEST_PREFIX)):
            token = self.tokens[i]
            joined = token.gap in (Gap.JOIN, Gap.MODIFIERS) or (
                token.gap is Gap.POSSESSIVE and self.tokens[i - 1].cls is Class.GAZETTEER
            )
            if i > at and not joined:
                break
            if token.cls in HEADS and (not token.lower or token.cls is Class.BODY):
                head = i
            elif token.cls not in _BEFORE_HEAD or (i > at and token.gap is Gap.MODIFIERS):
                break
        if head < 0 or (head > at and self._reads_as_person(at, head)):
            return 0
        return self._add_body(at, head + 1)

    def _reads_as_person(self, at: int, head: int) -> bool:
        """Whether a run that ends in such a head is a person after all ("Julie Street", two words)."""
        first = self.tokens[at]
        return first.cls in (Class.GIVEN, Class.INITIAL) and (
            head == at + 1 and not self.headline and self.tokens[head].cls is not Class.BODY
        )

    def _add_body(self, at: int, end: int) -> int:
        if (
            end < len(self.tokens)
            and self.tokens[end].cls in HEADS
            and not self.tokens[end].lower
            and self._gap(end) is Gap.JOIN
        ):
            end += 1
        head = self.tokens[end - 1]
        stop = self._complement(end)
        run = self.tokens[at:stop]
        qualified = any(t.cls in _QUALIFIES for t in run)
        compound = not head.lower and (stop > end or (end - at > 1 and not self.headline))
        if not qualified and not (compound and head.cls is Class.BODY):
            return stop if self._generic_body(at, stop, head) else end
        span = Span(self.tokens[at].start, self.tokens[stop - 1].end)
        lowered = {fold(t.word) for t in run}
        government = head.cls is Class.BODY and bool(lowered & lexicon.GOVERNMENT_BODIES)
        states = tuple(Span(t.start, t.end) for t in run if t.cls is Class.GAZETTEER)
        piece = Piece(
            HEADS.get(head.cls, NameKind.ORGANISATION), Form.DESCRIPTION if government and head.cls is Class.BODY else Form.NAME, span,
            span, self.text[span.start : span.end], (span,) if government else (), states, determiner=self._determiner(span.start),
            typed=True, headline=self.headline, initial=span.start <= self.begin + 2,
        )  # fmt: skip
        self._inner(at, stop)
        self.pieces.append(piece)
        return stop

    def _generic_body(self, at: int, stop: int, head: Token) -> bool:
        """Note "the Ministry" as a description that may refer back."""
        determiner = self._determiner(self.tokens[at].start)
        if head.cls is not Class.BODY or determiner != "the" or stop - at != 1:
            return False
        span = Span(head.start, head.end)
        self.pieces.append(
            Piece(
                NameKind.ORGANISATION,
                Form.DESCRIPTION,
                span,
                span,
                head.word,
                (span,),
                determiner=determiner,
                bare=True,
                typed=True,
            )
        )
        return True

    def _inner(self, at: int, end: int) -> None:
        for i in range(at, end):
            token = self.tokens[i]
            if token.cls is Class.GAZETTEER:
                self._known(i, inner=True)
            elif (
                token.cls in (Class.NAME, Class.GIVEN)
                and i + 1 < end
                and self.tokens[i + 1].cls is not Class.BODY
            ):
                span = Span(token.start, token.end)  # "Doe's deputy": a person only if known from elsewhere
                self.pieces.append(
                    Piece(
                        NameKind.OTHER,
                        Form.NAME,
                        span,
                        span,
                        token.word,
                        inner=True,
                        spare=True,
                        headline=self.headline,
                    )
                )

    def _known(self, at: int, inner: bool = False) -> None:
        token = self.tokens[at]
        entry = token.entry
        if entry is None:
            return
        span = new(Span, (token.start, token.end))
        kind, adjective = _kind_of(entry, token.word)
        piece = Piece(
            kind, Form.NAME, span, span, token.word, canonical=entry.canonical, country=entry.country, typed=True, inner=inner, adjective=adjective
        )  # fmt: skip
        if entry.sort is Sort.CAPITAL:
            piece.capital, piece.located = True, self._located(token)
        self.pieces.append(piece)

    def _spare(self, at: int) -> None:
        """Note a word of another list that may be a surname known from elsewhere: "May said", "King's plan"."""
        token = self.tokens[at]
        before = self.text[max(self.begin, token.start - 12) : token.start].split()
        if (
            token.lower
            or token.gap is Gap.JOIN
            or (before and (before[-1].lower() in _NOT_BEFORE_SURNAME or before[-1][-1:].isdigit()))
        ):
            return
        if self.text[token.end : token.end + 2].strip().isdigit() or (
            at + 1 < len(self.tokens) and self.tokens[at + 1].gap is Gap.JOIN
        ):
            return
        span = Span(token.start, token.end)
        self.pieces.append(
            Piece(
                NameKind.OTHER,
                Form.NAME,
                span,
                span,
                token.word,
                spare=True,
                headline=self.headline,
                initial=token.start <= self.begin + 2,
            )
        )

    def _add_other(self, at: int, end: int) -> None:
        span = new(Span, (self.tokens[at].start, self.tokens[end - 1].end))
        self.pieces.append(
            Piece(NameKind.OTHER, Form.NAME, span, span, self.text[span.start : span.end], typed=True)
        )


@lru_cache(maxsize=8_192)
def _kind_of(entry: Entry, word: str) -> tuple[NameKind, bool]:
    """Return what an entry of the gazetteer names when written as `word`, and whether that is an adjective."""
    if entry.sort in (Sort.SEAT, Sort.ORGANISATION):
        return NameKind.ORGANISATION, False
    if entry.sort is not Sort.ADJECTIVE:
        return NameKind.PLACE, False
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return (NameKind.GROUP if plural else NameKind.PLACE), True
