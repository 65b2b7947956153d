"""Decides who is who: links the pieces of a text to one draft per person, body or place."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.forms import NameForm, name_form
from summarizer.reading.naming.gazetteer import fold
from summarizer.reading.naming.index import Draft, Index
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.reading.naming.roles import affiliation, role_form
from summarizer.source import Span

_NEAR = 3_000  # characters: how far back "the official" may reach
_WHO = (", who ", "who ")
_BESIDE = 120  # characters behind a name in which an apposition and the verb behind it stand
# "A, of the League, called", "A, 44, said", "A, appearing for the company, asked".
_PRESENTED = re.compile(
    r",\s+(?:(?:of|from|with|for|an?|the)\s[^,;:.\n]{2,80}|\d{1,3}|(?:appearing|speaking|representing|acting)\s[^,;:.\n]{2,60}),\s+"
    r"(?:also\s+|then\s+|\w+ly\s+)?(?:said|says|told|tells|asked|[a-z]{2,}ed)\b"
)


# "Norland's Foreign Minister": a counterpart holds the office, of another state.
_OWNER = re.compile(r"^[^,]*?['’]s\s+")


class Linker:
    """Links pieces given in the order of the text; `common` holds the words the text writes in lower case."""

    def __init__(self, text: str, common: Container[str]) -> None:
        self.text = text
        self.common = common
        self.index = Index(text)
        self.form_of = cache(name_form.__wrapped__)  # of a name asked for in several rounds, and then no more
        self.recent: dict[str, list[Draft]] = {}
        self.initials: dict[str, list[Draft]] | None = None

    def link(self, pieces: list[Piece]) -> Index:
        """Link all pieces; those that cannot be placed keep no draft."""
        self._places(pieces)
        self._seed(pieces)
        for piece in pieces:
            if piece.form is Form.DESCRIPTION:
                continue
            if piece.canonical is not None:
                self._known(piece)
            else:
                self._named(piece)
        self._counterparts(pieces)
        for piece in pieces:
            if piece.form is Form.DESCRIPTION:
                self._described(piece)
            elif piece.kind is NameKind.PERSON and piece.draft is not None:
                self._note(piece.draft)
        return self.index

    def _places(self, pieces: list[Piece]) -> None:
        """Let a capital stand for its state only where the text speaks of that state, too."""
        states = {p.country for p in pieces if p.country and not p.capital}
        for piece in pieces:
            if piece.capital and piece.country in states and not piece.located:
                piece.canonical = piece.country

    # -- names ---------------------------------------------------------------------------------

    def _seed(self, pieces: list[Piece]) -> None:
        """Enter the names of persons that are certain: several words first, the longest first; then titled surnames."""
        names = [
            p
            for p in pieces
            if p.form is not Form.DESCRIPTION and p.canonical is None and not _is_initials(p)
        ]
        for piece in names:
            if piece.kind is NameKind.OTHER and not piece.typed and self._speaks(piece):
                piece.kind, piece.typed = NameKind.PERSON, True
        sure = [p for p in names if p.kind is NameKind.PERSON and p.typed]
        plain = [(self.form_of(p.text), p) for p in sure if not p.headline]
        whole = {(f.tokens, f.suffix) for f, _ in plain if len(f.tokens) > 1}
        whole |= {
            (f.tokens[1:], f.suffix)
            for f, p in plain
            if len(f.tokens) > 2 and p.initial and f.tokens[0] in self.common
        }
        for piece in names:
            self._cut(piece, whole)
        entered: dict[tuple[tuple[str, ...], str], NameForm] = {}
        for body in (False, True):  # headlines last: they may run on into other words
            forms = [self.form_of(p.text) for p in sure if p.headline is body]
            for form in sorted(forms, key=lambda f: -len(f.tokens)):
                if form.tokens and entered.setdefault((form.tokens, form.suffix), form) is form:
                    self._enter(form)

    def _enter(self, form: NameForm) -> None:
        if (form.tokens, form.suffix) in self.index.by_name:
            return
        if len(form.tokens) == 1:
            if not self.index.partial(form):  # else found by part when its place in the text is reached
                self.index.name(self.index.new(NameKind.PERSON), form)
            return
        bearers = self.index.bearers(form)
        self.index.name(bearers[0] if len(bearers) == 1 else self.index.new(NameKind.PERSON), form)

    def _speaks(self, piece: Piece) -> bool:
        """Whether an unlisted run of two or three words is plainly a person: it speaks, or "who" follows."""
        words = piece.text.split()
        if not 2 <= len(words) <= 3 or any(fold(w) in self.common for w in words):
            return False
        after = self.text[piece.span.end : piece.span.end + _BESIDE].lstrip(" \n")
        if _PRESENTED.match(after):
            return True
        before = self.text[max(0, piece.span.start - 16) : piece.span.start].split()
        if before and before[-1].lower() in ("the", "a", "an"):
            return False
        spoke = after.split(None, 1)[0].strip(",.:") if after.strip() else ""
        return (
            after.startswith(_WHO)
            or spoke in lexicon.SPEECH
            or (bool(before) and before[-1] in lexicon.SPEECH)
        )

    def _cut(self, piece: Piece, whole: Container[tuple[tuple[str, ...], str]]) -> None:
        """Cut a run back to a shorter name of the text that begins it: "Jane Doe Merry Christmas"."""
        words = piece.text.split()
        if len(words) < 3:
            return
        at = 0
        for size, word in enumerate(words[:-1], start=1):
            at = piece.text.index(word, at) + len(word)
            form = self.form_of(piece.text[:at])
            if size > 1 and len(form.tokens) == size and (form.tokens, form.suffix) in whole:
                end = piece.span.start + at
                piece.full, piece.span = Span(piece.full.start, end), Span(piece.span.start, end)
                piece.text = self.text[piece.span.start : end]
                return

    def _named(self, piece: Piece) -> None:
        if _is_initials(piece):
            explained = piece.owner.draft if piece.owner is not None else None
            bearer = explained or self._by_initials(piece.text)
            if bearer is not None:
                self.index.join(bearer, piece)
                return
        if piece.initial and not piece.typed:
            self._drop_first(piece)
        form = self.form_of(piece.text)
        if not form.tokens:
            return
        draft = self._bearer(piece, form)
        if draft is None and (piece.kind is NameKind.PERSON or piece.form is Form.LABEL):
            if piece.headline and not piece.typed:
                return
            draft = self.index.new(NameKind.PERSON)
            self.index.name(draft, form)
        if draft is None:
            draft = self._other(piece)
        if draft is not None:
            if draft.kind is NameKind.PERSON and draft.forms and len(form.tokens) > 1:
                self.index.name(draft, form)
            self.index.join(draft, piece)

    def _drop_first(self, piece: Piece) -> None:
        """Cut a word that only opens the sentence from a known name: "Visiting Doe", "Meanwhile Doe"."""
        first, _, rest = piece.text.partition(" ")
        form = self.form_of(piece.text)
        if (
            not rest
            or not (first.endswith(("ing", "ed", "ly")) or fold(first) in lexicon.COMMON)
            or (form.tokens, form.suffix) in self.index.by_name
            or not self.index.partial(self.form_of(rest))
        ):
            return
        if any(len(f.tokens) > 1 for d in self.index.partial(self.form_of(first)) for f in d.forms):
            return
        at = piece.span.end - len(rest)
        piece.span = Span(at, piece.span.end)
        piece.full, piece.text, piece.initial = piece.span, rest, False

    def _by_initials(self, letters: str) -> Draft | None:
        """Return the one person whose initials are `letters`, as minutes and transcripts label speakers."""
        if self.initials is None:
            self.initials = {}
            for draft in self.index.drafts:
                for form in draft.forms if draft.kind is NameKind.PERSON else ():
                    if len(form.tokens) > 1:
                        for key in {
                            "".join(t[0] for t in form.tokens),
                            form.tokens[0][0] + form.tokens[-1][0],
                        }:
                            holders = self.initials.setdefault(key, [])
                            if draft not in holders[-4:]:
                                holders.append(draft)
        found = self.initials.get(letters.casefold(), [])
        return found[0] if len(found) == 1 else None

    def _bearer(self, piece: Piece, form: NameForm) -> Draft | None:
        if piece.kind not in (NameKind.PERSON, NameKind.OTHER) or len(form.tokens) > 6:
            return None
        exact = self.index.by_name.get((form.tokens, form.suffix)) if len(form.tokens) > 1 else None
        if exact is not None:
            return exact
        if len(form.tokens) > 1:
            bearers = self.index.bearers(form)
            return bearers[0] if len(bearers) == 1 else None
        if piece.initial and not piece.typed and not piece.spare and fold(piece.text) in self.common:
            return None
        roles = [self.text[r.start : r.end] for r in piece.roles]
        holders = self.index.partial(form, piece.honorific, roles)
        if piece.spare:
            holders = [
                d for d in holders if any(len(f.tokens) > 1 and f.family == form.tokens[0] for f in d.forms)
            ]
        return max(holders, key=lambda d: d.last, default=None)

    def _other(self, piece: Piece) -> Draft | None:
        """Return the draft of a name that is no person's: a body, an event, or what cannot be told."""
        if piece.spare or (piece.headline and not piece.typed):
            return None
        key = (piece.kind if piece.typed else "other", fold(piece.text).removeprefix("the "))
        known = self.index.by_key.get(key) or self.index.by_key.get(("abbreviation", piece.text))
        if known is not None:
            return known
        word = fold(piece.text)
        if (
            not piece.typed
            and " " not in word
            and (word in self.common or word in lexicon.COMMON or self._doubtful(piece))
        ):
            return None
        draft = self.index.new(piece.kind, key)
        self._abbreviation(piece, draft)
        return draft

    def _doubtful(self, piece: Piece) -> bool:
        """Whether a single capitalised word first in its sentence has nothing else to show that it is a name."""
        after = self.text[piece.span.end : piece.span.end + 16].split()
        return piece.initial and not (after and (after[0] in lexicon.SPEECH or after[0] in ("'s", "’s")))

    def _abbreviation(self, piece: Piece, draft: Draft) -> None:
        """Note "Free Theatre Party (FTP)": the letters in brackets name the body from now on."""
        tail = self.text[piece.span.end : piece.span.end + 16]
        if tail[:2] != " (" or ")" not in tail:
            return
        short = tail[2 : tail.index(")")]
        initials = [w[0] for w in piece.text.replace("-", " ").split() if w[:1].isupper()]
        if short.isupper() and len(short) > 1 and short[0] == initials[0] and set(short) <= set(initials):
            draft.abbreviations |= {short}
            self.index.by_key["abbreviation", short] = draft

    def _known(self, piece: Piece) -> None:
        key = ("canonical", piece.canonical)
        draft = self.index.by_key.get(key) or self.index.new(piece.kind, key, canonical=piece.canonical)
        if draft.kind is NameKind.GROUP and piece.kind is not NameKind.GROUP:
            draft.kind = piece.kind
        self.index.join(draft, piece)
        if piece.country and piece.country != piece.canonical:
            draft.add_states((piece.country,))

    # -- descriptions --------------------------------------------------------------------------

    def _counterparts(self, pieces: list[Piece]) -> None:
        """Give "his French counterpart, A" the role of the person named before."""
        subject: Draft | None = None
        for piece in pieces:
            person = piece.draft if piece.draft is not None and piece.draft.kind is NameKind.PERSON else None
            if piece.counterpart and piece.owner is None and subject is not None and subject.role_forms:
                role = _OWNER.sub("", next(iter(subject.role_forms.values())).bare)
                self._counterpart(piece, person, role, subject)
            elif person is not None:
                subject = person

    def _counterpart(self, piece: Piece, person: Draft | None, role: str, subject: Draft) -> None:
        found_states = (affiliation(self.text[a.start : a.end]) for a in piece.affiliations)
        states = {state for state in found_states if state}
        if person is not None and person is not subject:
            self.index.give_role(person, role, piece.full, states)
        elif piece.form is Form.DESCRIPTION and states:
            found = [d for d in self.index.described(role_form(role), states) if d.named and d is not subject]
            piece.draft = found[0] if len(found) == 1 else None

    def _note(self, draft: Draft) -> None:
        """Remember a person as one that "the minister" or "the official" may refer back to."""
        for head in {form.head for form in draft.role_forms.values()}:
            latest = self.recent.setdefault(head, [])
            if not latest or latest[-1] is not draft:
                latest.append(draft)
                del latest[:-8]

    def _described(self, piece: Piece) -> None:
        draft = piece.owner.draft if piece.owner is not None else piece.draft
        if draft is not None:
            piece.draft = draft
            draft.pieces.append(piece)
            self._note(draft)
            return
        if piece.kind is NameKind.ORGANISATION:
            self._body(piece)
            return
        if piece.bare and not piece.labelled and not piece.text[:1].isupper():
            return
        draft = self._referent(piece)
        if draft is not None:
            self.index.join(draft, piece)
            if draft.kind is NameKind.PERSON:
                draft.last = max(draft.last, piece.span.start)
                self._note(draft)

    def _referent(self, piece: Piece) -> Draft | None:
        role = role_form(piece.text)
        states = frozenset(
            affiliation(self.text[a.start : a.end]) or fold(self.text[a.start : a.end])
            for a in piece.affiliations
        )
        key = ("role", piece.kind, role.words, role.affiliations | states, role.former)
        definite = piece.determiner in ("the", "'s", "his", "her", "its", "their", "our") or piece.bare
        if piece.plural:
            return self._unnamed(piece, key)
        if definite:
            found = self.index.described(role, states)
            named = [d for d in found if d.named]
            if piece.labelled and len(named) > 1:  # the others speak under labels of their own
                named = [d for d in named if not any(p.labelled for p in d.pieces)]
            if len(named) == 1 and (states or role.affiliations or len(found) == 1):
                return named[0]
            if (titled := _in_title(piece, named)) is not None:
                return titled
            near = self._nearest(piece, role.head, found)
            if near is not None:
                return near
            if named and not (states or role.affiliations):
                return None  # "the president" where there are two
        if not piece.labelled and not piece.affiliations and (definite or len(role.words) < 2):
            return self.index.by_key.get(key)
        return self._unnamed(piece, key)

    def _nearest(self, piece: Piece, head: str, found: list[Draft]) -> Draft | None:
        """Return the latest of the persons whom a description may mean, unless it names the highest office."""
        if head in ("president", "leader", "prime-minister", "chancellor", "king"):
            return None
        for draft in reversed(self.recent.get(head, [])):
            if draft in found and piece.span.start - draft.last < _NEAR:
                return draft
        return None

    def _unnamed(self, piece: Piece, key: object) -> Draft:
        return self.index.by_key.get(key) or self.index.new(piece.kind, key, named=False)

    def _body(self, piece: Piece) -> None:
        """Link a ministry, an embassy or a press service by its words and its state."""
        role = role_form(piece.text)
        key = ("body", role.words, role.affiliations)
        draft = self.index.by_key.get(key)
        if draft is None and not role.affiliations:
            draft = self.recent_body(role.words)
            if draft is None and piece.bare:
                return
        if draft is None:
            draft = self.index.new(NameKind.ORGANISATION, key, named=False)
            draft.words = role.words
        self.index.join(draft, piece)
        for word in role.words:
            self.recent.setdefault(f"body {word}", []).append(draft)

    def recent_body(self, words: frozenset[str]) -> Draft | None:
        """Return the latest body that all of `words` describe."""
        for word in words:
            for draft in reversed(self.recent.get(f"body {word}", [])[-8:]):
                if words <= draft.words:
                    return draft
        return None


def _is_initials(piece: Piece) -> bool:
    """Whether a speaker's label may be initials."""
    return piece.form is Form.LABEL and 1 < len(piece.text) < 5 and piece.text.isupper()


def _in_title(piece: Piece, named: list[Draft]) -> Draft | None:
    """Return the one of several with whom, by this office, the title begins: "the Minister" under "Minister A visits B"."""
    alone = piece.text.isalpha() and piece.text[:1].isupper() and not piece.affiliations
    found = [
        d
        for d in named
        if any(p.headline and p.initial and p.roles and p.form is Form.NAME for p in d.pieces)
    ]
    return found[0] if alone and len(found) == 1 else None
