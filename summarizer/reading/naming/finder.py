"""Names: who and what a text names or describes, one entity per person, with aliases, roles and affiliations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.reading.blocks import Block, BlockKind
from summarizer.reading.furniture import looks_like_headline
from summarizer.reading.naming.candidates import Candidates
from summarizer.reading.naming.context import bind
from summarizer.reading.naming.forms import Likeness, compare_forms, name_form
from summarizer.reading.naming.gazetteer import fold
from summarizer.reading.naming.index import Draft, Index
from summarizer.reading.naming.labels import Labels
from summarizer.reading.naming.link import Linker
from summarizer.reading.naming.mentions import Mention, Mentions
from summarizer.reading.naming.parse import Parser
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.reading.naming.resolve import Resolver
from summarizer.reading.naming.roles import RoleForm, affiliation, role_form, same_affiliation, same_role
from summarizer.reading.naming.rosters import mark_initials, read_roster
from summarizer.reading.naming.scan import scan
from summarizer.reading.naming.small_words import SmallWords
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading
    from summarizer.reading.sentences import Sentence

__all__ = [
    "Entity", "Form", "Mention", "NameKind", "Names", "RoleForm", "affiliation", "find_names", "role_form", "roles_of",
    "same_affiliation", "same_name", "same_role", "strip_title",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place or group of a text.

    `name` is the fullest form in the text, without title; None for one known only by role ("a US official").
    `written` are all forms in the text, each once.
    `roles` and `affiliations` are texts with their spans, those outside page furniture first. `mentions` are
    indices into `Names.mentions`. `canonical` is the gazetteer's name; `furniture_only` entities stand only in
    captions, teasers, bylines and the like.
    """

    id: int
    name: str | None
    kind: NameKind
    written: tuple[str, ...]
    roles: tuple[tuple[str, Span], ...]
    affiliations: tuple[tuple[str, Span], ...]
    mentions: tuple[int, ...]
    canonical: str | None = None
    furniture_only: bool = False

    @property
    def aliases(self) -> frozenset[str]:
        """All forms in the text."""
        return frozenset(self.written)

    @property
    def label(self) -> str:
        """The name, else the first description."""
        return self.name or (self.roles[0][0] if self.roles else min(self.written, default=""))


class Names:
    """All mentions (in order of the text) and entities (in order of first mention) of one text."""

    def __init__(self, mentions: Mentions, entities: tuple[Entity, ...], resolver: Resolver) -> None:
        self.mentions = mentions
        self.entities = entities
        self._resolver = resolver

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that share a character with `span`, in order."""
        return self.mentions.within(span)

    def entity_of(self, span: Span) -> Entity | None:
        """Return the entity that the text at `span` names or describes; None for none, or several joined."""
        found = self.mentions_in(span)
        inside = [m for m in found if span.contains(m.span) or m.full.contains(span)]
        persons = [m for m in inside if m.kind in (NameKind.PERSON, NameKind.GROUP)]
        pool = persons or inside or list(found)
        if not pool:
            return None
        widest = max(pool, key=lambda m: min(m.full.end, span.end) - max(m.full.start, span.start))
        others = {m.entity for m in pool if span.contains(m.span) and not widest.full.overlaps(m.full)}
        return None if others - {widest.entity} and persons else self.entities[widest.entity]

    def resolve(self, phrase: str) -> Entity | None:
        """Return the one entity that `phrase` may mean here, by name, part of a name, role or state; else None."""
        found = self.candidates(phrase)
        return found[0] if len(found) == 1 else None

    def candidates(self, phrase: str) -> tuple[Entity, ...]:
        """Return all entities that `phrase` may mean in this text."""
        return tuple(self.entities[i] for i in self._resolver.find(phrase))


def find_names(reading: Reading) -> Names:
    """Find the names and descriptions of a text and link them to entities."""
    text = reading.text
    common = SmallWords(reading.tokens)
    pieces = _pieces(reading, common)
    index = Linker(text, common).link(pieces)
    return _assemble(text, pieces, index)


def _pieces(reading: Reading, common: SmallWords) -> list[Piece]:
    text = reading.text
    parser = Parser(text, common)
    candidates = Candidates(reading.tokens)
    pieces: list[Piece] = []
    labels = Labels(text)
    short: dict[str, Piece] = {}
    blocks = enumerate(reading.blocks)
    number, block = -1, _NOWHERE
    for sentence in reading.sentences:
        while number < sentence.block_number:
            number, block = next(blocks)
        begin, end = sentence.span
        if block.label is not None and begin <= block.label.start < end and labels.read(block.label, pieces):
            begin = _turn_start(text, block.label.end, end)
        places = candidates.within(begin, end)
        tokens = scan(text, begin, end, places) if places != () else []
        if not tokens:
            continue
        headline = _is_headline(sentence, block)
        found = parser.parse(tokens, begin, headline)
        if block.kind is BlockKind.FURNITURE:  # front matter's title names people as well as a printed one
            for piece in found:
                piece.furniture = True
        bind(text, found, end, block.kind is BlockKind.LIST_ITEM or (headline and "," in sentence.text))
        if text.find(":", begin, end) >= 0:  # behind which those present are listed
            short |= read_roster(text, Span(begin, end), found, common)
        pieces += found
    if short:
        mark_initials(pieces, short)
    return sorted(pieces, key=lambda p: (p.span.start, -p.full.end))


def _turn_start(text: str, at: int, end: int) -> int:
    while at < end and not text[at].isalnum():
        at += 1
    return at


_NOWHERE = Block(Span(0, 0), BlockKind.FURNITURE)
_ENDS = frozenset('.!?:;,"”’»…)')


def _is_headline(sentence: Sentence, block: Block) -> bool:
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.FRONT_MATTER):
        return True
    if block.kind is BlockKind.LIST_ITEM or (
        block.kind is BlockKind.PARAGRAPH and sentence.span == block.span
    ):
        return False  # a paragraph is none: that was asked when the blocks were read
    text = sentence.text
    return text[-1] not in _ENDS and len(text) < 200 and looks_like_headline(text)


def _assemble(text: str, pieces: list[Piece], index: Index) -> Names:
    numbers: dict[int, int] = {}
    drafts: list[Draft] = []
    members: list[list[int]] = []
    placed = sorted((p for p in pieces if p.draft is not None), key=lambda p: (p.full.start, -p.full.end))
    owners: list[int] = []
    for at, piece in enumerate(placed):
        draft = piece.draft
        assert draft is not None
        number = numbers.setdefault(id(draft), len(drafts))
        if number == len(drafts):
            drafts.append(draft)
            members.append([at])
        else:
            members[number].append(at)
        owners.append(number)
    mentions = Mentions([(*p.span, *p.full, p.kind, p.form) for p in placed], owners)
    for draft in index.drafts:
        one = len(draft.pieces) == 1
        draft.written = (
            (draft.pieces[0].text,) if one else tuple(dict.fromkeys([p.text for p in draft.pieces]))
        )
    entities = tuple([_entity(i, d, tuple(m)) for i, (d, m) in enumerate(zip(drafts, members, strict=True))])
    index.settle()
    return Names(mentions, entities, Resolver(index, numbers))


def _entity(number: int, draft: Draft, mentions: tuple[int, ...]) -> Entity:
    pieces = draft.pieces
    inside = [p.full for p in pieces if p.furniture]
    only = len(inside) == len(pieces)
    if only:
        inside = []  # nothing stands outside
    return Entity(
        id=number,
        name=_fullest(draft) if draft.named else None,
        kind=draft.kind,
        written=_written(draft),
        roles=_outside_first(draft.roles, inside),
        affiliations=_outside_first(draft.affiliations, inside),
        mentions=mentions,
        canonical=draft.canonical,
        furniture_only=only,
    )


def _written(draft: Draft) -> tuple[str, ...]:
    """Return the forms of an entity as they are to be shown, without a copy where they stand so in the text."""
    tidy = tuple(dict.fromkeys((*map(_tidy, draft.written), *draft.abbreviations)))
    return draft.written if tidy == draft.written else tidy


def _outside_first(items: list[tuple[str, Span]], furniture: list[Span]) -> tuple[tuple[str, Span], ...]:
    """Return each item once, those outside of `furniture` first."""
    unique = tuple(dict.fromkeys(items)) if items else ()
    if not unique or not furniture:
        return unique
    starts = sorted(furniture)

    def in_furniture(item: tuple[str, Span]) -> bool:
        at = bisect_right(starts, (item[1].start, float("inf"))) - 1
        return at >= 0 and starts[at].overlaps(item[1])

    return tuple(sorted(unique, key=in_furniture))


def _tidy(text: str) -> str:
    """Return a name on one line, without the escapes of a fixed space in front matter; not copied where it is so."""
    if text.isalnum():  # as most are
        return text
    tidy = " ".join(text.replace("\\_", " ").split())
    return text if tidy == text else tidy


def _fullest(draft: Draft) -> str:
    """Return the fullest form of a name: the most words, then the most letters; labels and captions only if alone."""
    if len(draft.pieces) == 1:
        return _tidy(draft.pieces[0].text)
    named = [p for p in draft.pieces if p.form is Form.NAME]
    nouns = [p for p in named if not (p.adjective or p.capital)]
    best = [p for p in nouns if not (p.furniture or (p.headline and not p.typed))]
    kept = best or nouns or named or [p for p in draft.pieces if p.form is Form.LABEL] or draft.pieces
    texts = dict.fromkeys(_tidy(p.text) for p in kept)
    return next(iter(texts)) if len(texts) == 1 else max(texts, key=lambda t: (len(t.split()), len(t)))


def roles_of(entity: Entity) -> tuple[RoleForm, ...]:
    """Return the roles of an entity in comparable form, each once."""
    return tuple({text: role_form(text) for text, _ in entity.roles}.values())


@lru_cache(maxsize=8_192)
def strip_title(name: str) -> tuple[str, str]:
    """Split a person's name into title (role, honorific; "" if none) and bare name."""
    parser = Parser(name, frozenset())
    pieces = parser.parse(scan(name, 0, len(name)), -9, False)
    person = next((p for p in pieces if p.form is Form.NAME and p.canonical is None), None)
    if person is None:
        return "", " ".join(name.split())
    return " ".join(name[: person.span.start].split()).rstrip(","), " ".join(
        name[person.span.start : person.span.end].split()
    )


@lru_cache(maxsize=32_768)
def same_name(a: str, b: str) -> Likeness:
    """Compare two names of persons, titles aside.

    `same`: both are whole names of one person ("Joseph R. Doe, Jr.", "Joe Doe"). `compatible`: one is a part of
    the other ("Doe"). `different`: they cannot be one person's. States and bodies are compared by what they name.
    """
    if fold(a) == fold(b):
        return "same"
    first, second = affiliation(a), affiliation(b)
    if first is not None and second is not None:
        return "same" if first == second else "different"
    return compare_forms(name_form(strip_title(a)[1]), name_form(strip_title(b)[1]))
