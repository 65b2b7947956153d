"""Where a parser of names stands in a sentence, and what it sees to the left and right of it."""

from __future__ import annotations

import re
from collections.abc import Container

from summarizer.reading.naming import lexicon
from summarizer.reading.naming.gaps import Gap, may_be_nouns
from summarizer.reading.naming.gazetteer import fold
from summarizer.reading.naming.scan import Class, Token

_COMPLEMENT = frozenset(
    {Class.MODIFIER, Class.BODY, Class.EVENT, Class.PLACE, Class.GAZETTEER, Class.ADJECTIVE, Class.ACRONYM}
)
_LOOK_BACK = 60
_LONGEST_BODY = 6  # words of the name of a body in an office
_DETERMINERS = frozenset(
    "the a an his her its their our my your one another some several two three four both".split()
)
_LOCATIVE = frozenset(
    "in at to near from outside around visit visited visiting left leaving toward towards into through central downtown".split()
)
_OF_LOWER = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?=[a-z])")
_WORDS = re.compile(r"\S+")
_AFFAIRS = re.compile(r"\s+d['’]affaires\b")
_OF_BODY = re.compile(r"\s+(?:of|for)\s+(?:the|our|its|their|an?)\s+((?:[a-z]+\s+){0,2}[a-z]+)\b")
_CLOSED = frozenset(",)")


class Cursor:
    """The tokens of one sentence of a text; `common` holds words that a capital letter does not make a name."""

    def __init__(self, text: str, common: Container[str]) -> None:
        self.text = text
        self.common = common
        self.tokens: list[Token] = []
        self.begin = 0
        self.headline = False

    def _is_common(self, token: Token, following: list[Token], headline: bool) -> bool:
        word = fold(token.word)
        if word in lexicon.OPENERS or word in lexicon.COMMON or word in self.common:
            named = (
                bool(following)
                and following[0].gap is Gap.JOIN
                and following[0].cls in (Class.NAME, Class.INITIAL)
            )
            return token.cls is Class.NAME or headline or not named
        return False

    def _complement(self, i: int) -> int:
        """Return the index behind "of State", "for Foreign Affairs", "to the United Nations" that begin at token `i`."""
        while (
            i < len(self.tokens)
            and self._gap(i) in (Gap.OF, Gap.FOR)
            and self._in_complement(i, True)
            and not self._at_a_place(i)
        ):
            i += 1
            while (
                i < len(self.tokens)
                and self._gap(i) in (Gap.JOIN, Gap.MODIFIERS, Gap.POSSESSIVE, Gap.AND)
                and self._in_complement(i, False)
            ):
                i += 1
        return i

    def _at_a_place(self, i: int) -> bool:
        """Whether "in the East Room" begins at token `i`: where somebody met, and no part of a name."""
        gap = self.text[self.tokens[i - 1].end : self.tokens[i].start].split()
        if gap[:1] not in (["in"], ["at"]):
            return False
        end = i + 1
        while end < len(self.tokens) and self._gap(end) is Gap.JOIN:
            end += 1
        return any(t.cls is Class.PLACE and not t.lower for t in self.tokens[i:end])

    def _in_complement(self, i: int, first: bool) -> bool:
        token = self.tokens[i]
        gap = self._gap(i)
        follows = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        goes_on = follows is not None and follows.gap in (Gap.JOIN, Gap.MODIFIERS)
        if gap is Gap.AND:
            before = self.tokens[
                i - 1
            ]  # "Foreign Affairs and Trade", not "the Secretary of State and the Security Adviser"
            plain = self.text[before.end : token.start].strip() == "and"
            return (
                plain and before.cls is token.cls and (token.cls is Class.MODIFIER or self._joins_states(i))
            )
        if token.cls is Class.GAZETTEER and not first and gap is not Gap.POSSESSIVE:
            return self.tokens[i - 1].cls in (Class.BODY, Class.GAZETTEER, Class.ADJECTIVE)
        if token.cls is Class.ROLES and not first and not token.lower:  # "Council of Economic Advisors"
            return any(t.cls is Class.BODY for t in self.tokens[max(0, i - 3) : i])
        if token.cls in _COMPLEMENT:
            return not token.lower or token.cls is Class.BODY
        if token.cls is Class.NAME and gap is not Gap.FOR:
            ends = not goes_on or (follows is not None and follows.cls in (Class.GIVEN, Class.BODY))
            return (
                ends
                or self._leads_to_body(i)
                or (first and follows is not None and follows.cls is Class.NAME and self._closed_after(i + 1))
            )
        return False

    def _leads_to_body(self, i: int) -> bool:
        """Whether a run of capitalised words ends with the word for a body: "the Vale Weather Department"."""
        for token in self.tokens[i + 1 : i + _LONGEST_BODY]:
            if token.gap is not Gap.JOIN or token.lower:
                return False
            if token.cls is Class.BODY:
                return True
        return False

    def _joins_states(self, i: int) -> bool:
        """Whether "and" joins two states of which several are president: "the presidents of X and Y"."""
        plural = any(t.cls is Class.ROLES for t in self.tokens[max(0, i - 6) : i])
        return (
            plural and self.tokens[i].cls is Class.GAZETTEER and self.tokens[i - 1].gap in (Gap.OF, Gap.AND)
        )

    def _closed_after(self, i: int) -> bool:
        return i + 1 >= len(self.tokens) or self.tokens[i + 1].gap is not Gap.JOIN

    def _lower_complement(self, end: int) -> int:
        """Return where a role that ends at offset `end` ends with "of state", "of foreign affairs" behind it."""
        affairs = _AFFAIRS.match(self.text, end, end + 16)
        end = affairs.end() if affairs else end
        match = _OF_LOWER.match(self.text, end, end + 60)
        if match is None:
            return end
        stop = end
        for word in _WORDS.finditer(self.text, match.end(), match.end() + 40):
            if word[0] not in lexicon.MODIFIERS:
                break
            stop = word.end()
        body = _OF_BODY.match(self.text, end, end + 60)
        if (
            body
            and may_be_nouns(body[1].split())
            and (body[1].split()[-1] in lexicon.BODIES or self.text[body.end() : body.end() + 1] in _CLOSED)
        ):
            return max(stop, body.end(1))  # "a spokesman for the rescue service"
        return stop

    def _look_back(self, at: int) -> int:
        """Return where the lower-case modifiers before token `at` begin ("[former] US President")."""
        start = self.tokens[at].start
        low = max(self.begin, start - _LOOK_BACK, self.tokens[at - 1].end if at else 0)
        before = self.text[low:start]
        for word in reversed(before.split()):
            known = word.lower() in lexicon.MODIFIERS or (
                word[-1] == "-" and word[:-1].lower() in lexicon.MODIFIERS
            )
            at_word = low + before.rindex(word, 0, start - low)
            if not known or word == "under" or (word[0].isupper() and at_word > self.begin + 2):
                break
            start = at_word
        return start

    def _determiner(self, at: int) -> str:
        before = self.text[max(self.begin, at - 12) : at]
        words = before.split()
        if not words or not before[-1].isspace():
            return ""
        word = words[-1].lower().strip("\"“‘'([")
        if word.endswith(("'s", "’s")):
            return "'s"
        return word if word in _DETERMINERS else ""

    def _determiner_start(self, at: int, determiner: str) -> int:
        if not determiner or determiner == "'s":
            return at
        before = self.text[max(self.begin, at - 12) : at].rstrip()
        return max(self.begin, at - 12) + len(before) - len(determiner)

    def _located(self, token: Token) -> bool:
        """Whether a place is spoken of as one: "in Washington", "visit to Moscow", "Geneva, Brussels"."""
        words = self.text[max(self.begin, token.start - 16) : token.start].split()
        return (bool(words) and (words[-1].lower() in _LOCATIVE or words[-1][-1] == ",")) or self.text[
            token.end : token.end + 1
        ] == ","

    def _gap(self, i: int) -> Gap:
        return self.tokens[i].gap

    def _jr(self, token: Token) -> bool:
        return token.word.rstrip(".").lower() in ("jr", "sr", "ii", "iii", "iv")


def reads_as_person(tokens: list[Token]) -> bool:
    """Whether a run of words holds what stands only in names of persons: an initial inside, "von", "Jr.", "al-"."""
    for at, token in enumerate(tokens):
        if token.cls is Class.INITIAL and at < len(tokens) - 1:
            return True
        if token.cls is Class.PARTICLE and token.word not in (
            "St",
            "St.",
            "Saint",
            "Al",
            "La",
            "Le",
            "El",
            "Las",
            "Los",
        ):
            return len(tokens) > 1
        if at and (token.word in ("Jr.", "Sr.") or token.word[2:3] == "-"):
            return True
    return False
