"""Finds the entity that a phrase from elsewhere (a briefing, a claim) means in a text."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.naming.forms import name_form
from summarizer.reading.naming.gazetteer import fold
from summarizer.reading.naming.index import Draft, Index
from summarizer.reading.naming.parse import Parser
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.reading.naming.roles import affiliation, role_form
from summarizer.reading.naming.scan import scan
from summarizer.source import Span


class Resolver:
    """Looks phrases up in the finished index of one text; `numbers` maps drafts to entity numbers."""

    def __init__(self, index: Index, numbers: dict[int, int]) -> None:
        self._index = index
        self._numbers = numbers
        self._found: dict[str, tuple[int, ...]] = {}
        self._aliases: dict[str, list[Draft]] | None = None

    def find(self, phrase: str) -> tuple[int, ...]:
        """Return the numbers of all entities that `phrase` may mean."""
        phrase = " ".join(phrase.split())[:300]
        if phrase not in self._found:
            drafts = self._drafts(phrase)
            self._found[phrase] = tuple(
                sorted({self._numbers[id(d)] for d in drafts if id(d) in self._numbers})
            )
        return self._found[phrase]

    def _drafts(self, phrase: str) -> list[Draft]:
        pieces = Parser(phrase, frozenset()).parse(scan(phrase, 0, len(phrase)), -9, False)
        outer = [p for p in pieces if not p.inner and not p.spare]
        person = next((p for p in outer if p.form is Form.NAME and p.canonical is None), None)
        if person is not None and (len(outer) == 1 or person.kind is NameKind.PERSON):
            found = [d for d in self._persons(person, phrase) if d.written]
            if found:
                return found
        described = next((p for p in outer if p.form is Form.DESCRIPTION), None)
        if described is not None and person is None:
            surname = _surname(described, outer, phrase)
            return self._persons(surname, phrase) if surname else self._described(described, phrase)
        known = next((p for p in outer if p.canonical is not None), None)
        if known is not None and len(outer) == 1 and 2 * len(known.text) > len(phrase.removeprefix("the ")):
            return self._known(known)
        return self._by_alias(phrase)

    def _persons(self, piece: Piece, phrase: str) -> list[Draft]:
        form = name_form(piece.text)
        if not form.tokens:
            return []
        exact = self._index.by_name.get((form.tokens, form.suffix)) if len(form.tokens) > 1 else None
        if exact is not None:
            return [exact]
        if len(form.tokens) > 1:
            return self._index.bearers(form)
        return self._index.partial(form, piece.honorific, [_cut(phrase, r) for r in piece.roles])

    def _described(self, piece: Piece, phrase: str) -> list[Draft]:
        exact = self._by_alias(piece.text)
        if piece.kind is NameKind.ORGANISATION:
            role = role_form(piece.text)
            found = self._index.by_key.get(("body", role.words, role.affiliations))
            return [found] if found else exact
        role = role_form(piece.text)
        states = [affiliation(_cut(phrase, a)) or fold(_cut(phrase, a)) for a in piece.affiliations]
        found_persons = self._index.described(role, states)
        if exact and len(found_persons) != 1:
            return exact
        return found_persons or exact

    def _known(self, piece: Piece) -> list[Draft]:
        used = self._by_alias(piece.text)
        if piece.capital and any(d.canonical == piece.country for d in used):
            return [d for d in used if d.canonical == piece.country]  # here the capital speaks for its state
        for canonical in (piece.canonical, piece.country, piece.text):
            draft = self._index.by_key.get(("canonical", canonical))
            if draft is not None:
                return [draft]
        return self._by_alias(piece.text)

    def _by_alias(self, phrase: str) -> list[Draft]:
        if self._aliases is None:
            self._aliases = {}
            for draft in self._index.drafts:
                for text in {*draft.written, *draft.abbreviations}:
                    holders = self._aliases.setdefault(fold(text).removeprefix("the "), [])
                    if draft not in holders[-8:]:
                        holders.append(draft)
        return self._aliases.get(fold(phrase).removeprefix("the "), [])


def _surname(described: Piece, pieces: Sequence[Piece], phrase: str) -> Piece | None:
    """Return the name right behind a title: a surname, even where a place is called so, too ("Secretary Bern")."""
    at = described.full.end
    return next((p for p in pieces if p.span.start > at and phrase[at : p.span.start].isspace()), None)


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]
