"""Whom a description means in one text: "the millers' leader" is she of whom the text says that she heads the Millers' Union.

A description fits whoever is told of with its head noun, or one that it may stand for, and with all of its other words; it
means the one person whom it fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.reading.naming.finder import Entity
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import ROLES
from summarizer.reading.stems import stem, stems
from summarizer.reading.words import is_function_word
from summarizer.verification.who.presented import BEHIND_HEAD, OF, Told, plain, presented, words_of

if TYPE_CHECKING:
    from summarizer.reading import Reading
    from summarizer.verification.who.sides import Sides


_LEADING = stems("head heads leader lead leads chief boss")
_TOPS = stems(
    "president chair chairman chairwoman chairperson chairs director ceo secretary-general director-general governor principal rector "
    "convenor run runs manager"
)
_SPEAKING = stems("spokesman spokeswoman spokesperson speaks speaking")
_COUNSEL = stems("counsel lawyer attorney solicitor barrister advocate appearing appears")
_FOR = stems("represents delegate envoy acting") | _COUNSEL | _SPEAKING
_LOOSE = stems("officer official member person man woman colleague")
_DIPLOMATS = stems("ambassador envoy consul negotiator")
# Nouns for one office or task.
_SAME = (
    stems("chair chairs chairman chairwoman chairperson chaired"),
    _SPEAKING,
    _COUNSEL,
    stems("adviser advisor aide assistant advises"),
    stems("envoy emissary ambassador"),
    stems("mediator mediates facilitator"),
    stems("economist analyst"),
    stems("secretary minister"),  # each state has one of the two for an office
)
# What a group that acts for a state or a body is called; who, by office, is of a government.
_TEAM = stems("delegation side team party mission")
_GOVERNMENT = stems("government minister ministry secretary state")
_HEADS_OF_GOVERNMENT = frozenset("prime premier chancellor taoiseach".split())
_RANKS = frozenset("vice deputy former acting assistant associate ex".split())
_PERSONS = frozenset(stem(w) for w in ROLES if w.isalpha()).union(_LEADING, _FOR, _LOOSE, *_SAME)
_IGNORED = stems("senior top leading unnamed own behalf")
_PRONOUNS = frozenset("he she they it we i who you".split())
_LONGEST = 9  # words of a description


@dataclass(frozen=True, slots=True)
class Description:
    """A description taken apart: the stem of its head noun, its other words, and whether it is of one that is known."""

    head: str
    others: tuple[str, ...]
    definite: bool


def describe(phrase: str) -> Description | None:
    """Take a description of one person apart ("the head of the growers' association"); None for all else."""
    words = words_of(phrase)
    if not words or len(words) > _LONGEST or "," in phrase:
        return None
    nouns = words_of(BEHIND_HEAD.split(" ".join(phrase.split()), maxsplit=1)[0])
    last = nouns[-1] if nouns else ""
    opens = len(words) > 1 and last.casefold() in ROLES  # "Counsel for the utility", "the Prime Minister"
    several = last.endswith("s") and not last.endswith("ss")
    if not (last.islower() or opens) or several or last.casefold() in _PRONOUNS:
        return None
    head = plain(last)
    others = (w for w in words if plain(w) != head and not is_function_word(w.casefold()))
    own = tuple(w for w in others if plain(w) not in _IGNORED)
    return Description(head, own, not re.match(r"(?:an?|one|some|another)\s", phrase.strip(), re.IGNORECASE))


class Descriptions:
    """The persons of one text by what it tells of them."""

    def __init__(self, reading: Reading, sides: Sides) -> None:
        self.reading = reading
        self.sides = sides
        self._meant: dict[str, Entity | None] = {}

    @cached_property
    def _told(self) -> dict[int, tuple[Told, ...]]:
        return presented(self.reading)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states that the text names."""
        named = (country_of(e.name) for e in self.reading.names.entities if e.name)
        return frozenset(state for state in named if state)

    def of(self, phrase: str) -> Entity | None:
        """Return the one person whom a definite description means; None for none, for several, and for what is none."""
        if phrase not in self._meant:
            self._meant[phrase] = self._find(phrase)
        return self._meant[phrase]

    def _find(self, phrase: str) -> Entity | None:
        asked = describe(phrase)
        if asked is None or not asked.definite or not self._is_person(asked):
            return None
        for loosely in (False, True):
            if found := [i for i in self._told if self._fits(asked, i, loosely)]:
                return self.reading.names.entities[found[0]] if len(found) == 1 else None
        return None

    def fits(self, phrase: str, person: Entity) -> bool:
        """Whether a description may be of a person: the text tells all of its words of that one."""
        asked = describe(phrase)
        return asked is not None and any(self._fits(asked, person.id, loosely) for loosely in (False, True))

    def speaks_for(self, person: Entity, body: str) -> bool:
        """Whether a person leads, represents or speaks for a body told by a common noun: "the ministry", "the drivers"."""
        words = words_of(body)
        wanted = frozenset(plain(w) for w in words if not is_function_word(w.casefold()))
        if not wanted or len(words) > _LONGEST or words[-1].casefold() in ROLES:
            return False
        return any(
            wanted <= told.stems and told.stems & (_LEADING | _TOPS | _FOR | {OF})
            for told in self._told.get(person.id, ())
        )

    def told_of_another(self, told: Told, person: Entity) -> Entity | None:
        """Return of whom the text tells what is told here of a person, of whom it does not: "the law member" is another."""
        capitals = {w.casefold() for w in told.names}
        own = {w for w in told.words - capitals | told.names if not is_function_word(w.casefold())}
        nouns = {w for w in own if w.casefold() not in ROLES and w.casefold() not in _RANKS} or own
        mine = self._told_of(nouns, person.id)
        others = [i for i in self._told if i != person.id and self._told_of(nouns, i) > mine]
        most = max(others, key=lambda i: len(self._told_of(nouns, i)), default=None)
        return self.reading.names.entities[most] if most is not None else None

    def denies(self, phrase: str, person: Entity) -> bool:
        """Whether a description tells whose office it is, and the text tells another's of a person: "the guild's spokeswoman"."""
        asked = describe(phrase)
        owners = [m[1] or m[2] for m in _OWNER.finditer(phrase)]
        told = self._told.get(person.id, ())
        if asked is None or not owners or not any(_head_fits(asked, one, False) for one in told):
            return False
        return all(_owned(one) for one in told if _head_fits(asked, one, False)) and not any(
            self._has(word, person.id) for owner in owners for word in words_of(owner)
        )

    def of_body(self, phrase: str) -> list[Entity]:
        """Return the persons of whom the text tells the body or state by name that a description has: "the head of the Pilots' Guild"."""
        asked = describe(phrase)
        named = [w for w in asked.others if w[:1].isupper()] if asked and asked.head in _PERSONS else []
        found = [i for i in self._told if named and all(self._has(w, i) for w in named)]
        return [self.reading.names.entities[i] for i in found]

    def _told_of(self, words: set[str], person: int) -> set[str]:
        return {word for word in words if self._has(word, person)}

    def _is_person(self, asked: Description) -> bool:
        """Whether the head of a description is a noun for a person, by the list of offices or as the text has it of one."""
        return asked.head in _PERSONS or any(
            asked.head == told.head for of_one in self._told.values() for told in of_one
        )

    def _fits(self, asked: Description, person: int, loosely: bool) -> bool:
        ranks = _RANKS & {w.casefold() for w in asked.others}
        any_rank = asked.head in _LOOSE or asked.head in (_DIPLOMAT, _REPRESENTATIVE)
        placed = [
            told
            for told in self._told.get(person, ())
            if _head_fits(asked, told, loosely) and (any_rank or _RANKS & told.words == ranks)
        ]
        if not placed:
            return False
        leads = asked.head in _LEADING and any(_HEADS_OF_GOVERNMENT & told.words for told in placed)
        return all(
            self._has(word, person) or (leads and plain(word) == _THE_GOVERNMENT) for word in asked.others
        )

    def _has(self, word: str, person: int) -> bool:
        """Whether a word of a description is told of a person: itself, a team for another, a state by its name or offices."""
        wanted, of_one = plain(word), self._told.get(person, ())
        stems = frozenset[str]().union(*(told.stems for told in of_one))
        if wanted in stems or any(wanted in group and group & stems for group in (_TEAM, _LEADING, *_SAME)):
            return True
        names = frozenset[str]().union(*(told.names for told in of_one))
        if (state := country_of(word)) is not None:
            entity = self.reading.names.entities[person]
            known = {country_of(name) for name in names}
            known = (known | {self.sides.serves(entity), self.sides.of(entity.label)}) - {None}
            return state in known or (
                not known and bool(stems & _OF_A_STATE) and len(self._states) <= _TWO_SIDES
            )
        if wanted == _THE_GOVERNMENT and stems & _GOVERNMENT:
            return True
        return word[:1].isupper() and any(_of_one_land(word, name) for name in names)


# Whose office it is: "the guild's spokeswoman", "a spokeswoman for the guild".
_OWNER = re.compile(r"((?:[\w-]+\s)?[\w-]+)['’]s?\s|\s(?:of|for)\s(?:the\s)?((?:[\w’'-]+\s?){1,3})")
# Offices of a state: whose holder the text names without a state may be that of any.
_OF_A_STATE = stems("president chancellor premier king queen") | {"prime"}


def _owned(told: Told) -> bool:
    """Whether what is told of a person tells whose office it is."""
    return len(told.stems) > 1


_TWO_SIDES = 2  # states in a text whose holders of an office can be told apart without it


_THE_GOVERNMENT = stem("government")


def _head_fits(asked: Description, told: Told, loosely: bool) -> bool:
    """Whether the head noun of a description is told, or `loosely` one that it may stand for."""
    if asked.head in told.stems or any(asked.head in group and group & told.stems for group in _SAME):
        return True
    if asked.head in _LEADING:
        government = _THE_GOVERNMENT in map(plain, asked.others) and bool(_HEADS_OF_GOVERNMENT & told.words)
        return bool(told.stems & (_LEADING | _TOPS if loosely else _LEADING)) or government
    if not loosely or not asked.others:
        return False
    if asked.head in _COUNSEL and _REPRESENTATIVE in told.stems:
        return True
    if asked.head == _REPRESENTATIVE:
        return bool(told.stems & (_LEADING | _TOPS | _FOR | {OF}))
    if asked.head == _DIPLOMAT:
        return bool(_DIPLOMATS & told.stems) or {"foreign", "minister"} <= told.words
    return asked.head in _LOOSE


_REPRESENTATIVE = stem("representative")
_DIPLOMAT = stem("diplomat")


def _of_one_land(word: str, name: str) -> bool:
    """Whether a word is the adjective of a land that has no entry of its own: "Zemblan" of "Zembla"."""
    a, b = sorted((word.casefold(), name.casefold()), key=len)
    common = len(a)
    while common and not b.startswith(a[:common]):
        common -= 1
    return common >= _COMMON and len(a) - common <= _SHORTER and len(b) - common <= _LONGER


_COMMON, _SHORTER, _LONGER = 4, 2, 3  # letters that two forms share at least, and the most that either adds
