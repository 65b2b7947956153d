"""Entities in the making, and where to find them: by name, by part of a name, by role and state, by description."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from summarizer.reading.naming.context import is_female, is_male
from summarizer.reading.naming.forms import NameForm, compare_forms
from summarizer.reading.naming.pieces import NameKind, Piece
from summarizer.reading.naming.roles import RoleForm, affiliation, loose_heads, role_form, roles_fit
from summarizer.source import Span

MOST_COMPARED = (
    24  # candidates that one name or description is compared with: bounds the work on hostile texts
)
_MOST_FORMS = 6  # of one person's name
_NO_ROLES: Mapping[str, RoleForm] = MappingProxyType({})


@dataclass(slots=True, eq=False)
class Draft:
    """An entity in the making; `named` is False when it is known only by role or description.

    Most have one form, no role and no state, and there may be thousands: no container is made before it is needed.
    `pieces`, `roles` and `affiliations` are there until all is linked (`Index.settle`), `written` from then on.
    """

    kind: NameKind
    named: bool = True
    canonical: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    forms: tuple[NameForm, ...] = ()
    roles: list[tuple[str, Span]] = field(default_factory=list)
    affiliations: list[tuple[str, Span]] = field(default_factory=list)
    role_forms: Mapping[str, RoleForm] = field(default_factory=lambda: _NO_ROLES)
    states: set[str] | frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    gender: str = ""
    last: int = -1
    abbreviations: frozenset[str] = frozenset()
    written: tuple[str, ...] = ()

    def add_states(self, states: Collection[str]) -> None:
        """Note states and bodies that the entity belongs to."""
        if isinstance(self.states, set):
            self.states.update(states)
        elif states:
            self.states = set(states)


def gender_of(honorific: str) -> str:
    """Return "f", "m" or "" for a title."""
    if not honorific:
        return ""
    return "f" if is_female(honorific) else "m" if is_male(honorific) else ""


class Index:
    """All drafts of a text with their keys."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[Draft] = []
        self.by_name: dict[tuple[tuple[str, ...], str], Draft] = {}
        self.by_token: defaultdict[str, list[Draft]] = defaultdict(list)
        self.by_role: defaultdict[tuple[str, str], list[Draft]] = defaultdict(list)
        self.by_key: dict[object, Draft] = {}

    def new(
        self, kind: NameKind, key: object = None, named: bool = True, canonical: str | None = None
    ) -> Draft:
        """Add an empty draft, under `key` if one is given."""
        draft = Draft(kind, named, canonical)
        self.drafts.append(draft)
        if key is not None:
            self.by_key[key] = draft
        return draft

    def name(self, draft: Draft, form: NameForm) -> None:
        """Enter one more form of a person's name."""
        self.by_name.setdefault((form.tokens, form.suffix), draft)
        if form in draft.forms or len(draft.forms) >= _MOST_FORMS:
            return
        draft.forms += (form,)
        for token in {*form.tokens, *(part for t in form.tokens if "-" in t for part in t.split("-"))}:
            holders = self.by_token[token]
            if draft not in holders[-MOST_COMPARED:]:
                holders.append(draft)

    def join(self, draft: Draft, piece: Piece) -> None:
        """Add a piece to a draft, with the roles and affiliations bound to it."""
        piece.draft = draft
        draft.pieces.append(piece)
        draft.last = piece.span.start
        if draft.kind is NameKind.PERSON:
            if piece.kind is not NameKind.GROUP:
                piece.kind = NameKind.PERSON
            draft.gender = draft.gender or gender_of(piece.honorific)
        if not piece.affiliations and not piece.roles:
            return
        states: set[str] = set()
        for span in piece.affiliations:
            text = self.text[span.start : span.end].replace("\\_", " ")  # a fixed space, escaped in a title
            draft.affiliations.append((text, span))
            states.add(affiliation(text) or text)
        draft.add_states(states)
        for span in piece.roles:
            self.give_role(draft, self.text[span.start : span.end], span, states)

    def give_role(self, draft: Draft, text: str, span: Span, states: Iterable[str]) -> None:
        """Note a role of a draft, and find it by that role from now on."""
        draft.roles.append((text, span))
        form = role_form(text)
        if draft.kind is not NameKind.PERSON:
            return
        known = draft.role_forms.get(text)
        if known is None and len(draft.role_forms) < MOST_COMPARED:
            draft.role_forms = {**draft.role_forms, text: form}
        for state in {*form.affiliations, *states, ""}:
            for head in {form.head, *loose_heads(form.head)}:
                holders = self.by_role[state, head]
                if draft not in holders[-MOST_COMPARED:]:
                    holders.append(draft)

    def settle(self) -> None:
        """Let go of what only the linking needed: the pieces and what was bound to them."""
        for draft in self.drafts:
            del draft.pieces, draft.roles, draft.affiliations

    # -- finding -------------------------------------------------------------------------------

    def bearers(self, form: NameForm) -> list[Draft]:
        """Return the persons whose name a form of several words may be: those it equals, else those it is a part of."""
        seen: dict[int, Draft] = {}
        for token in (form.tokens[-1], *form.tokens[1:-1], form.tokens[0]):
            for draft in self.by_token.get(token, ())[-MOST_COMPARED:]:
                seen.setdefault(id(draft), draft)
        likeness = [(d, {compare_forms(form, f) for f in d.forms}) for d in seen.values()]
        same = [d for d, found in likeness if "same" in found]
        return same or [d for d, found in likeness if "compatible" in found]

    def partial(self, form: NameForm, honorific: str = "", roles: Iterable[str] = ()) -> list[Draft]:
        """Return the persons whom a part of a name may mean, narrowed by title and role where these tell."""
        gender = gender_of(honorific)
        holders = [
            d for d in self.by_token.get(form.tokens[-1], ())[-MOST_COMPARED:]
            if not (gender and d.gender and gender != d.gender) and any(compare_forms(form, f) != "different" for f in d.forms)
        ]  # fmt: skip
        if len(holders) < 2:
            return holders
        family = [d for d in holders if any(f.family == form.tokens[-1] for f in d.forms)]
        holders = family or holders
        titled = [
            d
            for d in holders
            if any(roles_fit(role_form(r), known) for r in roles for known in d.role_forms.values())
        ]
        return titled or holders

    def described(self, role: RoleForm, states: Iterable[str] = (), named: bool | None = None) -> list[Draft]:
        """Return the persons who hold a role (of all of `states`, if any are given)."""
        wanted = {*role.affiliations, *states}
        key = min(wanted, key=lambda s: len(self.by_role.get((s, role.head), ())), default="")
        found = []
        for draft in self.by_role.get((key, role.head), ())[-MOST_COMPARED:]:
            if named is not None and draft.named is not named:
                continue
            if any(self._holds(draft, known, role, wanted) for known in draft.role_forms.values()):
                found.append(draft)
        return found

    def _holds(self, draft: Draft, known: RoleForm, role: RoleForm, wanted: set[str]) -> bool:
        return (
            known.former == role.former
            and wanted <= draft.states | known.affiliations
            and roles_fit(role, known)
        )
