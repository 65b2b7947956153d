"""Binds roles and affiliations to persons by what stands between the pieces of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.gaps import Gap, gap_kind
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.source import Span

_COPULA = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:is|was|serves\s+as|served\s+as|has\s+been)\s+(?:the|a|an|also|currently|also the|now|now the)?\s*(?:\w+\s+)?",
    re.IGNORECASE,
)
_CLOSERS = frozenset(',.;:)—–-!?"”’»]|')
_SEEN = re.compile(r"\s*")
_NUMBER = re.compile(r"^\s+(?:No\.?\s*|Number\s+)?\d{1,3}(?=,)")
_LINKS = ("and", ",", ", and", "&")


def bind(text: str, pieces: list[Piece], end: int, listed: bool) -> None:
    """Bind appositions, copulas, parentheses, list lines and shared titles in one sentence that ends at `end`.

    `listed` tells that the sentence is a line of a list, where parts between commas belong to the first name.
    """
    outer = [p for p in pieces if not p.inner and not p.spare]
    if len(outer) < 2:
        return
    titled: Piece | None = None
    for i, piece in enumerate(outer):
        before = outer[i - 1] if i else None
        after = outer[i + 1] if i + 1 < len(outer) else None
        if piece.form is Form.DESCRIPTION and piece.kind is NameKind.GROUP:
            _presidents_of(text, outer, i)
        elif piece.form is Form.DESCRIPTION:
            _apposition(text, outer, i, before, after, end, listed)
        elif _is_person(piece):
            if titled is not None:
                _shared_title(text, titled, piece)
            titled = piece
        if before is not None:
            _parenthesis(text, before, piece, end)
            _member(text, before, piece)
    _respective(text, pieces)
    if listed:
        _list_line(text, outer)


def _is_person(piece: Piece) -> bool:
    if piece.form is not Form.NAME or piece.canonical is not None:
        return False
    return piece.kind is NameKind.PERSON or (piece.kind is NameKind.OTHER and not piece.typed)


def _apposition(
    text: str,
    outer: Sequence[Piece],
    i: int,
    before: Piece | None,
    after: Piece | None,
    end: int,
    listed: bool,
) -> None:
    piece = outer[i]
    if piece.kind is not NameKind.PERSON:
        return
    follows = after is not None and _is_person(after) and _introduces(text, piece, after, end)
    precedes = before is not None and _is_person(before) and _follows(text, before, piece, end, listed)
    if follows and precedes and after is not None:
        closer = outer[i + 2] if i + 2 < len(outer) else None
        enumerated = closer is not None and closer.form is Form.DESCRIPTION and _comma(text, after, closer)
        follows = not enumerated and not (piece.bare and _comma(text, piece, after))
        precedes = not follows
    if follows and after is not None:
        _give(piece, after)
    elif precedes and before is not None:
        _give(piece, before)


def _give(role: Piece, person: Piece) -> None:
    role.owner = person
    person.kind, person.typed = NameKind.PERSON, True
    if role.counterpart:
        person.counterpart = True
        person.roles = tuple(r for r in person.roles if r not in role.roles)
    else:
        person.roles += role.roles
    person.affiliations += role.affiliations


def _gap(text: str, a: Piece, b: Piece) -> str:
    return text[a.full.end : b.full.start] if b.full.start >= a.full.end else "?"


def _comma(text: str, a: Piece, b: Piece) -> bool:
    gap = _NUMBER.sub("", _gap(text, a, b))  # "the president of Union No. 2, Ms A"
    return len(gap) < 24 and gap_kind(gap if gap[-1:].isspace() else gap + " ") in (Gap.COMMA, Gap.COMMA_DET)


def _closed(text: str, at: int, end: int) -> bool:
    """Whether the phrase that ends at `at` is closed by a mark or by the end of its line or sentence."""
    rest = text[at : min(end, at + 4)]
    if not rest.strip() or "\n" in rest[:2]:
        return True
    return rest.lstrip()[0] in _CLOSERS


def _follows(text: str, person: Piece, role: Piece, end: int, listed: bool) -> bool:
    """Whether `role` stands in apposition behind `person`: "Jane Doe, the minister, …" or "Jane Doe is the minister"."""
    gap = _gap(text, person, role)
    if len(gap) < 40 and _COPULA.fullmatch(gap) and (role.determiner or not role.bare) and " not " not in gap:
        return role.determiner != "'s" or not role.bare
    if not _comma(text, person, role):
        return False
    return listed or _closed(text, role.full.end, end) or _bound_on(text, role.full.end)


_ON = re.compile(r"\s+(?:of|for|at|in|to|with|from|on|who|whose|since|and)\s")


def _bound_on(text: str, at: int) -> bool:
    return bool(_ON.match(text, at, at + 24))


def _introduces(text: str, role: Piece, person: Piece, end: int) -> bool:
    """Whether `role` stands before `person` in apposition: "the German chancellor, Olaf Scholz, …"."""
    gap = _gap(text, role, person)
    if not gap.strip() and gap and role.determiner:
        return True
    if gap.strip() == "and" and role.bare and person.roles and role.text[:1].isupper():
        return True  # "Deputy Prime Minister and Foreign Minister A"
    if not _comma(text, role, person) or person.roles or not _closed(text, person.full.end, end):
        return False
    if person.honorific:  # "the minister, Mr A, left"; "the minister, Mr A and Ms B" are three
        return role.determiner not in ("", "a", "an")
    named = " " in person.text
    return (not role.bare and (role.determiner not in ("", "a", "an") or role.counterpart)) or (
        named and role.determiner in ("the", "a", "an", "our", "their", "his", "her", "its")
    )


_ASIDE = re.compile(r"\s*\([^()\n]{1,60}\)")


def _shared_title(text: str, before: Piece, piece: Piece) -> None:
    """Pass a plural title on: "Presidents A and B", "Ministers A (Brazil), B (France) and C"."""
    if not before.plural or not before.roles or piece.roles or before.kind is not NameKind.PERSON:
        return
    gap = text[before.full.end : piece.full.start]
    if len(gap) < 80 and _ASIDE.sub("", gap).strip() in _LINKS:
        piece.kind, piece.typed, piece.plural = NameKind.PERSON, True, True
        piece.roles += before.roles[:1]


def _presidents_of(text: str, outer: Sequence[Piece], i: int) -> None:
    """Share "the presidents of X and Y, A and B" out among as many persons as states."""
    group = outer[i]
    persons: list[Piece] = []
    last = group
    states = list(group.affiliations)
    for piece in outer[i + 1 : i + _MOST_STATES]:  # "of X, Y and Z": the first is read with the group
        if not piece.country or text[last.full.end : piece.full.start].strip() not in _LINKS:
            break
        states.append(piece.span)
        last = piece
    behind = i + 1 + len(states) - len(group.affiliations)
    for piece in outer[behind : behind + 7]:
        gap = text[last.full.end : piece.full.start].strip()
        if not _is_person(piece) or piece.roles or gap not in (_LINKS if persons else (",", ":", "")):
            break
        persons.append(piece)
        last = piece
    if len(persons) < 2 or len(persons) != len(states):
        return
    for person, state in zip(persons, states, strict=True):
        person.kind, person.typed = NameKind.PERSON, True
        person.roles += (Span(group.span.start, _role_stop(text, group)),)
        person.affiliations += (state,)


_MOST_STATES = 8


def _role_stop(text: str, group: Piece) -> int:
    """Return where the role ends in "presidents of X and Y": before the preposition."""
    role = text[group.span.start : group.affiliations[0].start]
    return group.span.start + len(re.sub(r"\s+(?:of|for)(?:\s+the)?\s*$", "", role).rstrip())


def _respective(text: str, pieces: list[Piece]) -> None:
    """Give each of "Russian and US Presidents A and B" the state in its place."""
    persons = [
        p for p in pieces if p.plural and p.kind is NameKind.PERSON and p.form is Form.NAME and p.roles
    ]
    if len(persons) < 2:
        return
    role = persons[0].roles[0]
    states = [p for p in pieces if p.country and p.form is Form.NAME and p.span.start < persons[0].span.start]
    chain = [p for p in states if p.span.start >= role.start]
    for state in reversed([p for p in states if p.span.start < role.start]):
        if chain and text[state.span.end : chain[0].span.start].strip() in ("and", ",", ", and"):
            chain.insert(0, state)
    group = [p for p in persons if p.roles[0] == role]
    if len(chain) < 2:
        return
    for person, state in zip(group, chain, strict=False):
        person.affiliations = (state.span,) if len(chain) == len(group) else ()
        person.roles = (
            Span(role.start if chain[0].span.start >= role.start else _after(chain[-1], text), role.end),
        )


def _after(piece: Piece, text: str) -> int:
    match = _SEEN.match(text, piece.span.end)
    return match.end() if match else piece.span.end


def _parenthesis(text: str, before: Piece, piece: Piece, end: int) -> None:
    """Bind "Jane Doe (France)" and "Jane Doe (deputy minister of energy)"."""
    if not text.startswith(")", piece.full.end) or not _is_person(before):
        return
    if _gap(text, before, piece).strip() not in ("(", "(the"):
        return
    if before.kind is NameKind.OTHER and (
        " " not in before.text or (piece.form is Form.NAME and not piece.canonical)
    ):
        return
    before.kind, before.typed = NameKind.PERSON, True
    if piece.form is Form.DESCRIPTION and piece.kind is NameKind.PERSON:
        _give(piece, before)
    elif piece.kind in (NameKind.PLACE, NameKind.ORGANISATION) or not _initials(before.text, piece.text):
        before.affiliations += (piece.span,)


def _initials(name: str, short: str) -> bool:
    return short.casefold() == "".join(w[0] for w in name.replace("-", " ").split()).casefold()


def _member(text: str, before: Piece, piece: Piece) -> None:
    """Bind "Jane Doe of the University of Oslo"."""
    if (
        piece.kind is NameKind.ORGANISATION
        and before.kind is NameKind.PERSON
        and _is_person(before)
        and piece.determiner in ("", "the")
    ):
        gap = text[before.span.end : piece.span.start]
        if gap_kind(gap) is Gap.OF:
            before.affiliations += (piece.span,)


def _list_line(text: str, outer: Sequence[Piece]) -> None:
    """Bind the parts of "Jane Doe, Deputy Minister, Ministry of Energy" to its first name."""
    person = next((p for p in outer[:1] if _is_person(p)), None)
    if person is None:
        return
    last = person
    for piece in outer[1:]:
        if not _comma(text, last, piece) and piece.owner is not person:
            return
        if piece.kind in (NameKind.ORGANISATION, NameKind.PLACE) and (person.roles or piece.country):
            person.kind, person.typed = NameKind.PERSON, True
            person.affiliations += (piece.span,)
        elif piece.owner is not person:
            return
        last = piece


def is_female(word: str) -> bool:
    """Whether a title tells that its bearer is a woman."""
    return word.lower() in lexicon.FEMALE


def is_male(word: str) -> bool:
    """Whether a title tells that its bearer is a man."""
    return word.lower() in lexicon.MALE
