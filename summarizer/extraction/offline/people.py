"""Who took part in the event, and who only speaks about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from summarizer.extraction.offline.attendance import Attendance
from summarizer.extraction.offline.officials import OFFICES, Listed
from summarizer.extraction.offline.roster import rosters
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.patterns import late_regex
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.naming.finder import Entity, Mention, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import ROLE_PLURALS
from summarizer.source import Span, hull

_SUFFIXES = frozenset(
    "AG SA SE PLC plc Inc Ltd GmbH NV BV AB AS ASA Corp LLC Co".split()
)  # of companies' names

# Names of peoples that stand for a state: "the Ukrainian and Turkish presidents".
_PEOPLE = late_regex(
    r"(?:ian|ish|ese|ean|French|Dutch|Thai|Lao|Greek|Swiss|Czech|German|Israeli|Iraqi|Pakistani|Afghan|Soviet)$"
)


class People(Attendance):
    """Participants and informants of one text, found once."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.evidence: dict[int, list[Span]] = {}
        self.principals: list[int] = []
        self._listed: dict[int | str, Listed] = {}  # by entity, or by name where the text's names know none
        self._told_as: dict[
            int, int
        ] = {}  # whom the text first calls by an office alone, and that description
        if scene.event is not None:
            self._find()

    def _find(self) -> None:
        scene, event = self.scene, self.scene.event
        assert event is not None
        for mentions in self._titled():
            self._add(mentions, None)
        titled = list(self.evidence)
        self._add(list(self._oneself()), event.span)
        self._add(list(event.parties), None if event.sentence.furniture else event.span)
        states = [i for i in self.evidence if scene.reading.names.entities[i].kind is NameKind.PLACE]
        only_states = bool(states) and len(states) == len(self.evidence)
        if len(self.evidence) < 2 or only_states or self._only_attended():
            for mentions, at in self._mutual():
                if only_states:
                    self.evidence.clear()  # "A and B held talks", told before of their states
                self._add(mentions, at)
                break
        self.principals = titled or list(self.evidence)
        for cue, found in (*self._in_office(), *rosters(scene), *self._offices_from()):
            self._enter(cue, found)
        for mentions, at in (*self._inviting(), *self._attending()):
            self._add(mentions, at)
        if len(self.evidence) < 3:
            self._add_office_holders()
        if len(self.evidence) < 2:
            self._add(list(self._on_the_record()), None)
        if len(self.evidence) < 2:
            self._add(list(self._behind_collective()), None)
        self.principals = self.principals or list(self.evidence)
        self._name_office_holders()
        absent, entities = set(self._absent()), scene.reading.names.entities
        persons = {i for i in self.evidence if self._is_person(i)}
        for entity in list(self.evidence):
            told_states = sum(entities[i].kind is NameKind.PLACE for i in self.evidence)
            nameless = entities[entity].kind is NameKind.GROUP and entities[entity].name is None
            if (
                (nameless and told_states > 1)
                or (entities[entity].kind is NameKind.PLACE and self._has_its_people(entity, persons))
                or (nameless and len(persons) > 1 and COLLECTIVE.search(entities[entity].label))
                or (entities[entity].kind is NameKind.ORGANISATION and self._in_a_group(entity))
                or (entity in absent and entity not in self._listed)
                or (
                    entity not in persons
                    and entity not in self._listed
                    and "delegation" not in scene.reading.names.entities[entity].label.lower()
                    and persons
                    and (persons & set(self.principals) or entity not in self.principals)
                )
            ):
                del self.evidence[entity]

    def _has_its_people(self, state: int, persons: set[int]) -> bool:
        """Whether those who came for a state are named, and so for another one: the states themselves tell no more then."""
        entities = self.scene.reading.names.entities
        name = country_of(entities[state].name or "")
        sides = {self.scene.side_of(entities[p]) for p in persons if entities[p].name}
        return name is not None and name in sides and len(sides - {None}) > 1

    def _in_a_group(self, entity: int) -> bool:
        """Whether a body is only told by those who lead it, and they are participants: "Leaders of the Group of Seven"."""
        entities = self.scene.reading.names.entities
        name = entities[entity].name
        groups = [entities[i] for i in self.evidence if i != entity and entities[i].kind is NameKind.GROUP]
        return name is not None and any(name in self.scene.describe(g) for g in groups)

    def _is_person(self, entity: int) -> bool:
        """Whether a participant is a person; a name of two words and no known kind beside "with" is one, too."""
        found, event = self.scene.reading.names.entities[entity], self.scene.event
        unknown = (
            found.kind is NameKind.OTHER and " " in (found.name or "") and not (found.name or "").isupper()
        )
        return found.kind is NameKind.PERSON or bool(
            unknown and event and any(m.entity == entity for m in event.parties)
        )

    def _name_office_holders(self) -> None:
        """Put the name for "the Foreign Minister of A" where the story names one minister alone who has no part yet."""
        entities = self.scene.reading.names.entities
        for nameless in [
            i for i in self.evidence if entities[i].name is None and entities[i].kind is NameKind.PERSON
        ]:
            heads = {role_form(t).head for t, _ in entities[nameless].roles}
            found = [
                e
                for e in entities
                if e.name
                and e.kind is NameKind.PERSON
                and not e.furniture_only
                and e.id not in self.evidence
                and any(role_form(t).head in heads for t, _ in e.roles)
                and self.scene.side_of(e) in (None, self.scene.side_of(entities[nameless]))
            ]
            if len(found) == 1:
                self._told_as[found[0].id] = nameless
                self.evidence = {
                    (found[0].id if i == nameless else i): spans for i, spans in self.evidence.items()
                }
                self.principals = [found[0].id if i == nameless else i for i in self.principals]

    def _add(self, mentions: list[Mention], at: Span | None) -> None:
        """Take the people named in `mentions` as participants; `at` is the word that says so."""
        for mention in self._apart(mentions):
            entity = self.scene.entity(mention)
            if self._in_compound(mention):
                continue
            if entity.furniture_only or entity.name in _SUFFIXES or _is_word(entity.name):
                continue
            near = at and self._near(mention, at)
            self.evidence.setdefault(mention.entity, [near or mention.full])

    def _in_compound(self, mention: Mention) -> bool:
        """Whether a name is only a part of a body's: "the NATO-Ukraine Council"."""
        return bool(
            re.match(
                r"[-–][A-Z]\w+\s+(?:Council|Commission|Committee|Forum)\b",
                self.scene.text[mention.span.end : mention.span.end + 40],
            )
            or (
                self.scene.text[max(0, mention.span.start - 1) : mention.span.start] in ("-", "–")
                and re.search(r"\b(?:Council|Commission|Committee|Forum)$", self.scene.words(mention.span))
            )
        )

    def _apart(self, mentions: list[Mention]) -> Iterator[Mention]:
        """Yield mentions, "representatives of A and B" as the two, and a description before a name with its name alone."""
        before: Mention | None = None
        for mention, following in zip_longest(mentions, mentions[1:]):
            inner = self._states_in(mention) if mention.kind is NameKind.GROUP else []
            more = (following is not None and following.kind is NameKind.PLACE) or (
                before is not None and before.kind is NameKind.PLACE
            )  # "the leaders of A and B", "A and B officials"
            if len(inner) > 1 or (inner and more):  # "the leaders of A, B and C"
                yield from inner
            elif following and self._explains(mention, following):
                self._told_as[following.entity] = mention.entity
            elif before is not None and self._told_behind(before, mention):
                if not re.match(
                    r"\s+[a-z]", self.scene.text[mention.full.end :][:4]
                ):  # not "negotiator at the A (talks)"
                    self._told_as[before.entity] = mention.entity
            else:
                yield mention
            before = mention

    def _explains(self, mention: Mention, following: Mention) -> bool:
        """Whether a mention without a name is explained by the next: "her Danish counterpart, Colonel A B"."""
        gap = self.scene.text[mention.full.end : following.full.start]
        nameless = self.scene.entity(mention).name is None and mention.kind is NameKind.PERSON
        return (
            nameless
            and re.fullmatch(r"(?:\s+[a-z-]+){0,3}\s*,\s*", gap) is not None
            and self.scene.entity(following).name is not None
        )

    def _told_behind(self, named: Mention, mention: Mention) -> bool:
        """Whether a description stands behind the name it explains: "Ambassador A B, C's chief negotiator, met"."""
        gap = self.scene.text[named.full.end : mention.full.start]
        nameless = self.scene.entity(mention).name is None and mention.kind is NameKind.PERSON
        return nameless and gap.strip() == "," and self.scene.entity(named).name is not None

    def _enter(self, cue: Span, found: list[Listed]) -> None:
        """Take those of a list that the text introduces as participants."""
        if introduced := self.scene.reading.sentence_at(cue.start):
            self._rostered.add(introduced.number)
        for one in found:
            whole = hull([cue, one.span])
            evidence = [whole] if whole.end - whole.start <= 400 else [one.span]
            key: int | str = one.entity.id if one.entity else one.words or f"{one.role} of {one.side}"
            self._listed.setdefault(key, replace(one, span=evidence[0]))
            if one.entity is not None:
                self.evidence.setdefault(one.entity.id, evidence)

    def _near(self, mention: Mention, at: Span) -> Span | None:
        """Return the words from the mention to the word that makes it a participant, if they stand in one sentence."""
        sentence = self.scene.reading.sentence_at(at.start)
        if sentence is None or not sentence.span.contains(mention.full):
            return None
        whole = hull([mention.full, at])
        return whole if whole.end - whole.start <= 400 else None

    def _add_office_holders(self) -> None:
        """Put those who hold an office in the place of the states in "the presidents of A and B"."""
        holders = list(self._office_holders())
        if len({m.entity for m in holders}) > 1:
            self.evidence.clear()
            self.principals = []
        self._add(holders, None)

    @property
    def entities(self) -> list[Entity]:
        """The participants, in the order in which they were found."""
        return [self.scene.reading.names.entities[i] for i in self.evidence]

    @property
    def sides(self) -> list[str]:
        """The countries or bodies of the main participants, each once: not of those who also attended."""
        main = [e for e in self.entities if e.id in self.principals] or self.entities
        told = (self.scene.side_of(e) or self._states.get(e.id) for e in main)
        return list(dict.fromkeys(side for side in told if side))

    def participants(self) -> list[dict[str, Any]]:
        """Return the records of those who took part."""
        records = [self._record(entity) for entity in self.entities]
        known = {r["name"] for r in records}
        unknown = [one for key, one in self._listed.items() if isinstance(key, str) and key not in known]
        return records + [
            {
                "name": one.words or None,
                "role": one.role,
                "affiliation": one.side,
                "evidence": self.scene.evidence(one.span),
            }
            for one in unknown
        ]

    def _record(self, entity: Entity) -> dict[str, Any]:
        """Return the record of one participant, with what lists and descriptions tell beside the names of the text."""
        record = self.scene.person(entity, *self.evidence[entity.id])
        if entity.kind is NameKind.PLACE and _PEOPLE.search(record["name"] or ""):
            record["name"] = country_of(record["name"]) or record["name"]
        record["name"] = re.sub(r"^(?:Cllrs?|Messrs|Councillors)\.?\s+", "", record["name"] or "") or None
        self._as_listed(entity, record)
        self._as_described(entity, record)
        record["affiliation"] = record["affiliation"] or self._states.get(entity.id)
        if record["role"] and record["affiliation"]:
            record["role"] = re.sub(rf"^{re.escape(record['affiliation'])}['’]s?\s+", "", record["role"])
        if record["name"] is None and entity.kind in (NameKind.ORGANISATION, NameKind.GROUP):
            record |= {"name": self.scene.describe(entity), "role": None}
        return record

    def _as_listed(self, entity: Entity, record: dict[str, Any]) -> None:
        """Put in what the line of a list tells."""
        listed = self._listed.get(entity.id)
        if listed is None:
            return
        if record["role"] is None or record["role"].split()[-1].lower() in ROLE_PLURALS:
            record["role"] = listed.role
        record["affiliation"] = record["affiliation"] or listed.side
        if listed.in_full:
            record |= {"role": listed.role, "affiliation": listed.side}
        if record["name"] and not _same_words(record["name"], listed.words):
            record["name"] = listed.words  # what stands behind a name on another line is no part of it

    def _as_described(self, entity: Entity, record: dict[str, Any]) -> None:
        """Put in the office by which the text calls a participant before or behind the name."""
        told = self._told_as.get(entity.id)
        office = self.scene.person(self.scene.reading.names.entities[told]) if told is not None else None
        if office is None or (office["role"] or "").lower().endswith("counterpart"):
            return
        if len((office["role"] or "").split()) > len((record["role"] or "").split()):
            record["role"] = office["role"]
        record["affiliation"] = record["affiliation"] or office["affiliation"]
        if office["role"] or office["affiliation"]:
            record["evidence"] += [e for e in office["evidence"] if e not in record["evidence"]]


def _same_words(name: str, listed: str) -> bool:
    """Whether the name that the whole text gives ends as the one in a list does, and begins with no office."""
    return name.split()[-1] == listed.split()[-1] and (
        name == listed or name.split()[0].lower() not in OFFICES
    )


def _is_word(name: str | None) -> bool:
    """Whether a name is only a word that a line in capitals sets in capitals too."""
    return name is not None and name.lower() in FUNCTION_WORDS
