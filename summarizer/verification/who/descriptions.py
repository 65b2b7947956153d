"""Whom a description means in one text: "the millers' leader" is she of whom the text says that she heads the Millers' Union.

What a text tells of a person stands beside a name: a title before it, an apposition, a bracket or a relative clause behind
it ("A, who heads B", "A, of B", "A (finance)"), or a sentence of its own ("B is led by A"). A description fits who is told
of with all of its words; it means the one person whom it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.reading.naming.finder import Entity, Form, NameKind
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading import Reading
    from summarizer.verification.who.sides import Sides

# Offices by what their holders do for a body; the looser noun of a line may stand for any of the ones behind it.
_LEADING = frozenset(map(stem, "head heads leader lead leads chief boss".split()))
_OFFICES_OF_LEADERS = frozenset(
    map(
        stem,
        "president chair chairs chairman chairwoman chairperson director ceo secretary-general director-general governor principal rector convenor run runs".split(),
    )
)
_ACTING = frozenset(map(stem, "representative representatives delegate envoy".split()))
_SPEAKING = frozenset(map(stem, "spokesman spokeswoman spokesperson speaks".split()))
_COUNSEL = frozenset(
    map(
        stem,
        "counsel lawyer attorney solicitor barrister advocate appearing appears appeared represents representing represented".split(),
    )
)
_LOOSE = frozenset(map(stem, "officer official member person man woman colleague".split()))
_SAME = (
    frozenset(map(stem, "chair chairs chairman chairwoman chairperson chaired".split())),
    _SPEAKING,
    _COUNSEL,
    frozenset(map(stem, "adviser advisor aide assistant advises".split())),
    frozenset(map(stem, "envoy emissary ambassador".split())),
    frozenset(map(stem, "mediator mediates mediated facilitator".split())),
    frozenset(map(stem, "economist analyst".split())),
    frozenset(map(stem, "boss manager".split())),
)
# What a group that acts for a state or body is called.
_TEAM = frozenset(map(stem, "delegation side team party mission".split()))
_RANKS = frozenset(map(stem, "vice deputy former acting assistant associate ex".split()))
_TITLES = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam|Justice)\.?\s+(?:\(\w+\.?\)\s+)?)*$")
_AGE = r"(?:,\s\d{1,3}(?=,))?"
_BRACKET = re.compile(rf"{_AGE}\s*\((?P<told>[^()\n]{{2,60}})\)")
_BEHIND = re.compile(
    rf"{_AGE},\s+(?P<told>(?:who|of|from|with|for|an?|the|its|their|his|her|our|[a-z]+ing|[a-z][\w’'-]+|[A-Z][\w’'-]*['’]s)\s[^,;:()\n\"“”]{{2,120}}?)(?=[,;:\n]|\.\s|\.?$)"
)
_IS = re.compile(
    r"\s+(?P<told>(?:is|was|has\s+been|heads?|headed|leads?|led|chairs?|chaired|runs?|ran|has\s+run|represents?|represented|speaks?\s+for|spoke\s+for|mediates?|mediated)"
    r"\s[^,;:()\n\"“”]{3,80}?)(?=[,;:\n]|\.\s|\.?$|\s(?:and|but|since|when|while|until|in\s+\d|on\s+[A-Z])\b)"
)
_BEFORE = re.compile(
    r"(?:^|[.;:,]\s|\b(?:and|but|while|by|with|to)\s)(?P<told>(?:the|its|their|his|her|our|[A-Z][\w’'-]*['’]s)\s[^,;:()\n\"“”]{2,80}),\s+$",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"(?P<told>(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w’'-]+\s+){1,7}?(?:,\s+)?(?:(?:is|was|were|are|has\s+been|had\s+been)\s+)?(?:led|headed|chaired|run|represented|mediated)\s+by)\s+(?:[\w.’'()-]+\s+){0,5}$",
    re.IGNORECASE,
)
_ITS = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:the\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+(?=,|\s+(?:is|was|has|had|will|said|says)\b|;)", re.IGNORECASE)
_NEAR = 140  # characters on either side of a name in which the text tells who its bearer is
_LONGEST = 9  # words of a description
_MOST = 12  # mentions of one person that are looked at


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells of a person in one place: its stems, and the words that begin with a capital letter."""

    stems: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Description:
    """A description taken apart: the stem of its head noun, its other words, and whether it is of one that is known."""

    head: str
    others: tuple[str, ...]
    definite: bool


def describe(phrase: str) -> Description | None:
    """Take a description apart ("the head of the fruit growers' association"); None for a name and for a clause."""
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", phrase)
    if not words or len(words) > _LONGEST:
        return None
    core = re.split(r"\s(?:of|for|from|with|at|in|to)\s", " ".join(phrase.split()), maxsplit=1)[0]
    nouns = [w for w in re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", core)]
    last = nouns[-1] if nouns else ""
    if not last or not last.islower() or last in ("he", "she", "they", "it", "we", "who") or last.endswith(("ly", "ed")):
        return None
    head = _plain(last)
    rest = [w for w in words if _plain(w) != head and not is_function_word(w.casefold())]
    own = [re.sub(r"['’]s?$", "", w) for w in rest if _plain(w) not in _IGNORED]
    return Description(head, tuple(own), not re.match(r"(?:an?|one|some|another)\s", phrase.strip(), re.IGNORECASE))


_IGNORED = frozenset(map(stem, "senior top leading unnamed own behalf".split()))


def _plain(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word.casefold())
    return stem(ROLE_PLURALS.get(word, word))


class Descriptions:
    """The persons of one text by what it tells of them."""

    def __init__(self, reading: Reading, sides: Sides) -> None:
        self.reading = reading
        self.sides = sides
        self._meant: dict[str, Entity | None] = {}

    def of(self, phrase: str) -> Entity | None:
        """Return the one person whom a definite description means; None for none, for several, and for what is no description."""
        if phrase not in self._meant:
            self._meant[phrase] = self._find(phrase)
        return self._meant[phrase]

    def _find(self, phrase: str) -> Entity | None:
        asked = describe(phrase)
        if asked is None or not asked.definite or not self._is_person(asked):
            return None
        for loosely in (False, True):
            found = [e for e in self._people if self._fits(asked, e, loosely)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def fits(self, phrase: str, person: Entity) -> bool:
        """Whether a description may be of a person: the text tells all of its words of that one."""
        asked = describe(phrase)
        return asked is not None and any(self._fits(asked, person, loosely) for loosely in (False, True))

    def speaks_for(self, person: Entity, body: str) -> bool:
        """Whether a person leads, represents or speaks for a body that is told by its noun: "the ministry", "the drivers"."""
        wanted = _body_words(body)
        if not wanted:
            return False
        for told in self._told.get(person.id, ()):
            if not wanted <= told.stems | _states_of(told):
                continue
            acts = told.stems & (_LEADING | _OFFICES_OF_LEADERS | _ACTING | _SPEAKING | _COUNSEL)
            if acts or told.stems & _BARE:
                return True
        return False

    def _is_person(self, asked: Description) -> bool:
        """Whether the head of a description is a noun for a person, by the list of offices or as the text has it of one."""
        return asked.head in _PERSON_STEMS or any(asked.head in t.stems for told in self._told.values() for t in told)

    @cached_property
    def _people(self) -> list[Entity]:
        return [self.reading.names.entities[i] for i in self._told]

    def _fits(self, asked: Description, person: Entity, loosely: bool) -> bool:
        return any(self._told_so(asked, told, person, loosely) for told in self._told.get(person.id, ()))

    def _told_so(self, asked: Description, told: Told, person: Entity, loosely: bool) -> bool:
        if (_RANKS & told.stems) != (_RANKS & {asked.head, *map(_plain, asked.others)}):
            return False
        if not _head_fits(asked, told, loosely):
            return False
        return all(self._has(word, told, person) for word in asked.others)

    def _has(self, word: str, told: Told, person: Entity) -> bool:
        """Whether a word of a description is told of a person: itself, a team for another, a state by its name or offices."""
        plain = _plain(word)
        if plain in told.stems or any(plain in group and group & told.stems for group in (_TEAM, _LEADING)):
            return True
        state = country_of(word)
        if state is not None:
            return state in _states_of(told) or state in (self.sides.serves(person), self.sides.of(person.label))
        if plain == _THE_GOVERNMENT and told.stems & _GOVERNMENT:
            return True
        return word[:1].isupper() and any(_of_one_land(word, name) for name in told.names)

    @cached_property
    def _told(self) -> dict[int, tuple[Told, ...]]:
        """What the text tells of each person that it names, in its story."""
        found: dict[int, tuple[Told, ...]] = {}
        names = self.reading.names
        for entity in names.entities:
            if not entity.name or not _may_be_person(entity) or entity.furniture_only:
                continue
            told = [_taken(words) for i in entity.mentions[:_MOST] for words in self._beside(i)]
            told += [_taken(self._whole(role)) for _, role in entity.roles]
            if kept := tuple(dict.fromkeys(t for t in told if t.stems)):
                found[entity.id] = kept
        return found

    def _beside(self, number: int) -> Iterator[str]:
        """Yield what stands beside one mention of a person and tells who that is."""
        mention, text = self.reading.names.mentions[number], self.reading.text
        if mention.form is not Form.NAME:
            return
        sentence = self.reading.sentence_at(mention.span.start)
        if sentence is None or sentence.furniture:
            return
        low, high = max(sentence.span.start, mention.full.start - _NEAR), min(sentence.span.end, mention.span.end + _NEAR)
        title = text[mention.full.start : mention.span.start]
        if title.strip():
            yield title
        lead = _TITLES.sub("", text[low : mention.full.start])
        if (before := _BEFORE.search(lead)) and not self._names_another(low + before.start("told"), low + before.end("told")):
            yield self._with_owner(before["told"], sentence.span.start, mention.full.start)
        if led := _LED_BY.search(text[low : mention.span.start]):
            yield led["told"]
        at = mention.span.end
        if bracket := _BRACKET.match(text, at, high):
            yield f"{self._listed_as(low, mention.full.start)} {bracket['told']}"
            at = bracket.end()
        behind = _BEHIND.match(text, at, high) or _IS.match(text, at, high)
        if behind and not self._names_another(*behind.span("told"), beside=mention.entity):
            yield self._with_owner(behind["told"], sentence.span.start, mention.full.start)

    def _with_owner(self, told: str, start: int, at: int) -> str:
        """Return what is told with whose it is: "its president" of "The union, …; its president, A"."""
        owner = _SUBJECT.match(self.reading.text, start, at) if _ITS.match(told) else None
        return f"{owner[0]} {told}" if owner else told

    def _listed_as(self, low: int, at: int) -> str:
        """Return the plural noun for those of a list that a name with a bracket stands in: "members A (law) and B (finance)"."""
        nouns = [w for w in re.findall(r"[a-z]+", self.reading.text[low:at]) if w in ROLE_PLURALS or w == "members"]
        return nouns[-1] if nouns else ""

    def _whole(self, role: Span) -> str:
        """Return an office with what goes on behind it: "spokeswoman" "for the transport ministry"."""
        text = self.reading.text
        behind = re.match(r"\s(?:of|for|with|at|to)\s[^,;:.()\n\"“”]{2,60}", text[role.end : role.end + 70])
        before = re.search(r"(?:[\w’'-]+['’]s?\s)$", text[max(0, role.start - 30) : role.start])
        return f"{before[0] if before else ''}{text[role.start : role.end]}{behind[0] if behind else ''}"

    def _names_another(self, start: int, end: int, beside: int | None = None) -> bool:
        """Whether some words begin with the name of somebody else: they are no apposition, but the next of a list."""
        names = self.reading.names
        return any(
            m.kind is NameKind.PERSON and m.entity != beside and names.entities[m.entity].name and m.full.start <= start + 4
            for m in names.mentions_in(Span(start, end))
        )


_BARE = frozenset(("<of>",))  # "A, of the League": of no other office than to belong to it
_THE_GOVERNMENT = stem("government")
_GOVERNMENT = frozenset(map(stem, "government minister ministry secretary state".split()))
_PERSON_STEMS = (
    frozenset(stem(w) for w in ROLES if w.isalpha())
    | _LEADING
    | _ACTING
    | _SPEAKING
    | _COUNSEL
    | _LOOSE
    | frozenset().union(*_SAME)
)


def _may_be_person(entity: Entity) -> bool:
    return entity.kind is NameKind.PERSON or (entity.kind is NameKind.OTHER and " " in (entity.name or ""))


def _taken(words: str) -> Told:
    found = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", words)
    stems = {_plain(w) for w in found if not is_function_word(w.casefold())}
    if re.match(r"\s*(?:of|for|from)\s", words):
        stems |= _BARE
    return Told(frozenset(stems), frozenset(w for w in found if w[:1].isupper()))


def _states_of(told: Told) -> frozenset[str]:
    return frozenset(state for w in told.names if (state := country_of(re.sub(r"['’]s?$", "", w))))


def _head_fits(asked: Description, told: Told, loosely: bool) -> bool:
    if asked.head in told.stems or any(asked.head in group and group & told.stems for group in _SAME):
        return True
    if asked.head in _LEADING:
        return bool(told.stems & (_LEADING if not loosely else _LEADING | _OFFICES_OF_LEADERS))
    if not loosely or not asked.others:
        return False
    if asked.head in _ACTING:
        return bool(told.stems & (_BARE | _LEADING | _OFFICES_OF_LEADERS | _SPEAKING | _COUNSEL))
    return asked.head in _LOOSE


def _body_words(body: str) -> frozenset[str]:
    """Return the stems of the words of a body that is told by a noun."""
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", body)
    if not words or len(words) > _LONGEST or any(is_function_word(w) for w in words if w not in ("the", "of", "for", "and")):
        return frozenset()
    return frozenset(_plain(w) for w in words if not is_function_word(w.casefold()))


def _of_one_land(word: str, name: str) -> bool:
    """Whether a word is the adjective of a land that has no entry of its own: "Zemblan" of "Zembla"."""
    a, b = sorted((word.casefold(), name.casefold()), key=len)
    common = len(a)
    while common and not b.startswith(a[:common]):
        common -= 1
    return common >= 4 and len(a) - common <= 2 and len(b) - common <= 3
