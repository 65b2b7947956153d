"""Reads the tokens of a sentence into pieces: titled names, roles, bodies, places and bare names."""

from __future__ import annotations

from bisect import bisect_left

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.bodies import HEADS, LONGEST_PREFIX, PREFIX, BodyParser
from summarizer.reading.naming.cursor import reads_as_person
from summarizer.reading.naming.gaps import Gap
from summarizer.reading.naming.gazetteer import Sort, fold
from summarizer.reading.naming.pieces import Form, NameKind, Piece
from summarizer.reading.naming.roles import POSTED
from summarizer.reading.naming.scan import Class, Token, is_listed
from summarizer.reading.records import new
from summarizer.source import Span

_IN_NAME = frozenset({Class.NAME, Class.GIVEN, Class.INITIAL, Class.PARTICLE, Class.SUFFIX})
_SURNAME_TOO = frozenset(
    {Class.ROLE, Class.PLACE, Class.BODY, Class.EVENT, Class.MODIFIER, Class.CALENDAR, Class.ADJECTIVE}
)
_ROLE = frozenset({Class.ROLE, Class.ROLES})
_SKIPPED = frozenset({Class.OPENER, Class.CALENDAR, Class.SUFFIX})
_LEADS_ON = frozenset({Gap.JOIN, Gap.MODIFIERS, Gap.POSSESSIVE})
_STARTS_NAME = frozenset({Class.HONORIFIC, Class.GIVEN, Class.INITIAL, Class.PARTICLE})
_MONTH_SURNAMES = frozenset({"May", "March", "June", "Mar", "Jan", "Sun", "Dec", "Nov"})
_SURNAMES_TOO = frozenset({"May", "March", "April", "June", "August", "Summer", "Winter", "Sunday", "Friday"})
_NO_SURNAME = frozenset({Class.MODIFIER, Class.BODY, Class.EVENT})
_GOES_ON = _IN_NAME | _ROLE | {Class.BODY}
_TITLED = _IN_NAME | _SURNAME_TOO | {Class.HONORIFIC, Class.ACRONYM}
_LONGEST_NAME = 7  # tokens


class Parser(BodyParser):
    """Parses one sentence at a time."""

    def parse(self, tokens: list[Token], begin: int, headline: bool) -> list[Piece]:
        """Return the pieces of the sentence that starts at `begin`."""
        if not tokens:
            return []
        self.tokens, self.pieces, self.begin, self.headline = (
            self._plain(tokens, begin, headline),
            [],
            begin,
            headline,
        )
        classes = {t.cls for t in self.tokens}
        self._has_role = not classes.isdisjoint(_ROLE)
        self._has_head = not classes.isdisjoint(HEADS)
        at, count = 0, len(tokens)
        while at < count:
            token = tokens[at]
            if token.cls in _SKIPPED:
                if token.cls is Class.CALENDAR and token.word in _SURNAMES_TOO:
                    self._spare(at)
                at += 1
            elif token.cls is Class.GAZETTEER and (at + 1 == count or tokens[at + 1].gap not in _LEADS_ON):
                self._known(at)
                at += 1
            else:
                at = self._step(at)
        return self.pieces

    def _plain(self, tokens: list[Token], begin: int, headline: bool) -> list[Token]:
        """Turn words that are capitalised only by their place (first of a sentence, headline) into openers."""
        checked = len(tokens) if headline else 1 if tokens[0].start <= begin + 2 else 0
        for i in range(checked):
            token = tokens[i]
            if token.cls in (Class.NAME, Class.GIVEN) and self._is_common(
                token, tokens[i + 1 : i + 2], headline
            ):
                tokens[i] = token._replace(cls=Class.OPENER)
        return tokens

    def _step(self, at: int) -> int:
        token = self.tokens[at]
        if token.cls is Class.GIVEN and token.entry is not None and self._name_end(at, False) == at + 1:
            self.tokens[at] = token._replace(cls=Class.GAZETTEER)  # "Georgia" alone is the place
            return self._role(at) or self._body(at) or self._single(at)
        if token.cls in _STARTS_NAME:
            return self._body(at) or self._person(at, at) or at + 1
        return self._role(at) or self._body(at) or self._single(at)

    # -- persons -------------------------------------------------------------------------------

    def _person(self, at: int, name_at: int, titled: bool = False) -> int:
        """Read a name at token `name_at`; `at` is where its title begins. Return the next token's index, or 0."""
        honorific = ""
        i = name_at
        while (
            i < min(len(self.tokens), name_at + 4)
            and self.tokens[i].cls is Class.HONORIFIC
            and (i == name_at or self._gap(i) is Gap.JOIN)
        ):
            honorific = self.tokens[i].word
            i += 1
        if i >= len(self.tokens) or (i > name_at and self._gap(i) is not Gap.JOIN):
            return 0
        end = self._name_end(i, titled or bool(honorific))
        if end == i:
            return 0
        piece = self._name_piece(at, i, end)
        piece.honorific = honorific
        if end - i == 1 and not titled and not honorific and is_listed(piece.text):
            if fold(piece.text) in lexicon.CALENDAR:
                return end
            piece.kind = NameKind.OTHER  # "Park"
        given = self.tokens[i].cls is Class.GIVEN and end - i > 1
        inner = reads_as_person(self.tokens[i:end])
        piece.typed = titled or bool(honorific) or (given and not self._named_body(piece)) or inner
        self._of_state(piece, end, titled or bool(honorific))
        self.pieces.append(piece)
        return end

    def _named_body(self, piece: Piece) -> bool:
        return len(piece.text.split()) > 5

    def _name_piece(self, at: int, first: int, end: int) -> Piece:
        span = full = new(Span, (self.tokens[first].start, self.tokens[end - 1].end))
        if at < first:
            full = new(Span, (min(self.tokens[at].start, span.start), span.end))
        return Piece(
            NameKind.PERSON, Form.NAME, span, full, self.text[span.start : span.end], initial=full.start <= self.begin + 2, headline=self.headline,
        )  # fmt: skip

    def _name_end(self, first: int, titled: bool) -> int:
        """Return the index behind the last token of the name that begins at `first`."""
        i = first
        tokens = self.tokens
        while i < len(tokens) and i - first < _LONGEST_NAME:
            token = tokens[i]
            if i > first and not (
                token.gap is Gap.JOIN
                or (token.gap is Gap.COMMA and token.cls is Class.SUFFIX and self._jr(token))
            ):
                break
            if token.cls in _IN_NAME:
                i += 1
                continue
            if self._surname_too(i, first, titled):
                i += 1
            break
        if (
            i - first == _LONGEST_NAME
            and i < len(tokens)
            and tokens[i].gap is Gap.JOIN
            and tokens[i].cls in _IN_NAME
        ):
            return first  # a run this long is no name
        while i > first and tokens[i - 1].cls is Class.PARTICLE and tokens[i - 1].lower:
            i -= 1
        return (
            i
            if any(t.cls not in (Class.INITIAL, Class.PARTICLE, Class.SUFFIX) for t in tokens[first:i])
            or titled
            else first
        )

    def _surname_too(self, i: int, first: int, titled: bool) -> bool:
        """Whether a word of another list is a surname here: "Theresa May", "Stephen King", "Mr. Price"."""
        token = self.tokens[i]
        before = self.tokens[i - 1] if i > first else None
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if token.lower or (follows is not None and follows.gap is Gap.JOIN and follows.cls in _GOES_ON):
            return False
        if token.cls is Class.ACRONYM:
            return (
                len(token.word) > 2
                and token.word.isalpha()
                and (titled if before is None else before.cls in (Class.GIVEN, Class.INITIAL))
            )
        if before is None:
            return titled and token.cls in _SURNAME_TOO and token.cls is not Class.ROLE
        if self.headline or before.cls not in (Class.GIVEN, Class.INITIAL):
            return False
        if token.cls is Class.GAZETTEER:
            return (
                token.entry is not None
                and token.entry.sort in (Sort.CAPITAL, Sort.PLACE)
                and " " not in token.word
            )
        return token.cls in _SURNAME_TOO and (
            token.cls is not Class.CALENDAR or token.word in _MONTH_SURNAMES
        )

    def _of_state(self, piece: Piece, end: int, titled: bool) -> None:
        """Bind "of Russia" in "President Putin of Russia"."""
        if end >= len(self.tokens) or self._gap(end) is not Gap.OF:
            return
        token = self.tokens[end]
        after = self.text[token.end : token.end + 1]
        if (
            token.cls is not Class.GAZETTEER
            or (token.entry and token.entry.sort is Sort.ADJECTIVE)
            or after in ("'", "’")
        ):
            return
        if titled or after in (",", ".", ";", ")", ""):
            piece.affiliations += (Span(token.start, token.end),)

    # -- roles ---------------------------------------------------------------------------------

    def _role(self, at: int) -> int:
        """Read "US Secretary of State Antony Blinken", or the role alone; return the next token's index, or 0."""
        head = self._role_head(at) if self._has_role else -1
        if head < 0:
            return 0
        end = self._role_end(head)
        follows = self.tokens[end] if end < len(self.tokens) else None
        if (
            follows is not None
            and follows.cls is Class.BODY
            and not follows.lower
            and follows.gap in (Gap.JOIN, Gap.POSSESSIVE)
        ):
            return self._add_body(at, end)  # "Prime Minister's Office"
        begin = self._look_back(at)
        role = Span(begin, self._lower_complement(self.tokens[end - 1].end))
        affiliations = self._affiliations(at, head, end)
        self._inner(at, end)
        if (
            follows is not None
            and follows.gap in (Gap.JOIN, Gap.MODIFIERS)
            and self._may_title(at, head, follows)
        ):
            after = self._person(at, end, titled=True)
            if after:
                piece = self.pieces[-1]
                piece.full = Span(begin, piece.full.end)
                self._bind(piece, role, affiliations, head)
                return after
        return self._description(at, head, end, role, affiliations)

    def _bind(self, piece: Piece, role: Span, affiliations: list[Span], head: int) -> None:
        word = self.tokens[head].word.lower()
        piece.plural = any(t.cls is Class.ROLES for t in self.tokens if role.start <= t.start < role.end)
        piece.counterpart = word == "counterparts" or _is_counterpart(word, affiliations)
        piece.determiner = self._determiner(role.start)
        if not piece.counterpart:
            piece.roles += (role,)
        piece.affiliations = (*affiliations, *piece.affiliations)

    def _may_title(self, at: int, head: int, follows: Token) -> bool:
        token = self.tokens[head]
        if follows.cls not in _TITLED:
            return False
        after = self._following(follows)
        if (
            follows.cls is Class.NAME
            and after is not None
            and after.gap is Gap.JOIN
            and after.cls in _NO_SURNAME
        ):
            return False  # "president of the American Public Relations Committee"
        weak = token.lower and token.word in lexicon.WEAK_ROLES and head == at
        return not weak or follows.cls is Class.GIVEN

    def _following(self, token: Token) -> Token | None:
        at = bisect_left(self.tokens, token.start, key=lambda t: t.start) + 1
        return self.tokens[at] if at < len(self.tokens) else None

    def _role_head(self, at: int) -> int:
        """Return the index of the role noun that the tokens from `at` lead to, else -1."""
        for i in range(at, min(len(self.tokens), at + LONGEST_PREFIX)):
            token = self.tokens[i]
            if i > at and token.gap not in (Gap.JOIN, Gap.MODIFIERS, Gap.POSSESSIVE):
                return -1
            if token.cls in _ROLE:
                return i
            if token.cls not in PREFIX:
                return -1
        return -1

    def _role_end(self, head: int) -> int:
        i = head + 1
        while (
            i < len(self.tokens) and self.tokens[i].gap in (Gap.JOIN, Gap.MODIFIERS) and self._goes_on_role(i)
        ):
            i += 1
        if (
            i < len(self.tokens)
            and self.tokens[i].gap is Gap.POSSESSIVE
            and (owned := self._role_head(i)) >= 0
        ):
            return self._role_end(owned)  # "the prime minister's press secretary" is the secretary
        return self._complement(i)

    def _goes_on_role(self, i: int) -> bool:
        token = self.tokens[i]
        if token.cls in _ROLE:
            follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            return not (self.tokens[i - 1].cls is Class.ROLES and follows is None)
        return token.cls is Class.MODIFIER and not token.lower

    def _affiliations(self, at: int, head: int, end: int) -> list[Span]:
        """Return the states and bodies named in a role phrase: each state, and each body with what qualifies it."""
        found: list[Span] = []
        for low, high in ((at, head), (head + 1, end)):
            run = low
            for i in range(low, high):
                token = self.tokens[i]
                if i > run and token.gap not in (Gap.JOIN, Gap.MODIFIERS, Gap.POSSESSIVE):
                    run = i
                if token.gap is Gap.FOR and POSTED.search(self.text, self.tokens[head].start, token.start):
                    continue
                if token.cls in (Class.GAZETTEER, Class.ACRONYM) or (
                    token.cls is Class.NAME and not self._is_part(i, high)
                ):
                    found.append(Span(token.start, token.end))
                if token.cls is Class.BODY and self._names_body(i, high):
                    found.append(Span(token.start, self.tokens[high - 1].end))
                elif token.cls is Class.BODY and i > run and self._proper(run, i):
                    found.append(Span(self.tokens[run].start, token.end))
        return found

    def _names_body(self, i: int, high: int) -> bool:
        """Whether "of" and a name follow a body: "Bank of Finland"."""
        return i + 1 < high and self.tokens[i + 1].gap is Gap.OF and not self.tokens[i].lower

    def _proper(self, run: int, body: int) -> bool:
        """Whether a body in a role is a certain one: "Foreign Ministry", "US administration", not "senior administration"."""
        words = self.tokens[run:body]
        known = any(t.cls in (Class.GAZETTEER, Class.NAME, Class.ACRONYM, Class.ADJECTIVE) for t in words)
        return known or (
            not self.tokens[body].lower and any(fold(t.word) not in lexicon.RANKING for t in words)
        )

    def _is_part(self, i: int, high: int) -> bool:
        """Whether a name is only the beginning of a body's name."""
        return any(t.cls is Class.BODY and not t.lower for t in self.tokens[i + 1 : high])

    def _description(self, at: int, head: int, end: int, role: Span, affiliations: list[Span]) -> int:
        token = self.tokens[head]
        determiner = self._determiner(role.start) or ("'s" if self._possessed(at, head) else "")
        longer = role.start < self.tokens[at].start or role.end > self.tokens[end - 1].end
        qualified = bool(affiliations) or end > head + 1 or longer
        weak = token.lower and token.word.lower() in lexicon.WEAK_ROLES and not qualified
        plural = any(t.cls is Class.ROLES for t in self.tokens[head:end])
        if len(self.text[role.start : role.end].split()) == 1 and not token.lower and not determiner:
            self._spare(at)
        if weak or (plural and not qualified) or (self.headline and token.cls is Class.ROLES):
            return end
        if not any(c.cls in _ROLE for c in self.tokens[at:end]):
            return end
        full = Span(self._determiner_start(role.start, determiner), role.end)
        piece = Piece(
            NameKind.GROUP if plural else NameKind.PERSON, Form.DESCRIPTION, role, full, self.text[role.start : role.end],
            (role,), tuple(affiliations), determiner=determiner, plural=plural, headline=self.headline,
            bare=not determiner and not affiliations, counterpart=_is_counterpart(token.word.lower(), affiliations), typed=True,
            initial=role.start <= self.begin + 2,
        )  # fmt: skip
        self.pieces.append(piece)
        return end

    def _possessed(self, at: int, head: int) -> bool:
        return any(t.gap is Gap.POSSESSIVE for t in self.tokens[at + 1 : head + 1])

    # -- single tokens -------------------------------------------------------------------------

    def _single(self, at: int) -> int:
        token = self.tokens[at]
        if token.entry is not None:
            self._known(at)
            return at + 1
        if token.cls is Class.NAME:
            return self._candidate(at)
        if token.cls is Class.ACRONYM and not self.headline and len(token.word) > 1:
            self._add_other(at, at + 1)
        elif token.cls in (Class.MODIFIER, Class.PLACE, Class.EVENT) and not token.lower:
            self._spare(at)
        elif token.cls is Class.ADJECTIVE and token.word.lower() in lexicon.GROUPS:
            span = Span(token.start, token.end)
            self.pieces.append(Piece(NameKind.GROUP, Form.NAME, span, span, token.word, typed=True))
        return at + 1

    def _candidate(self, at: int) -> int:
        end = self._name_end(at, False)
        if end == at:
            return self._skip_run(at)
        piece = self._name_piece(at, at, end)
        piece.typed = reads_as_person(self.tokens[at:end])
        self._of_state(piece, end, False)
        if not piece.typed:
            piece.kind = NameKind.OTHER
        self.pieces.append(piece)
        return end

    def _skip_run(self, at: int) -> int:
        i = at + 1
        while i < len(self.tokens) and self.tokens[i].gap is Gap.JOIN and self.tokens[i].cls in _IN_NAME:
            i += 1
        return i


def _is_counterpart(word: str, affiliations: list[Span]) -> bool:
    """Whether a word stands for the office of the person named before, of another state: "her Norlandic colleague"."""
    return word == "counterpart" or (word == "colleague" and bool(affiliations))
