"""Who took part in the event, and who only speaks about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from summarizer.extraction.offline.officials import OFFICES, Listed
from summarizer.extraction.offline.roster import rosters
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event_parties import listed, outer_mentions, parties_at, subject
from summarizer.reading.event_words import EVENT_NOUN, NOUN
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.names import Entity, Mention, NameKind, role_form
from summarizer.reading.names_lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span, hull

_MUTUAL = re.compile(
    r"\b(?:agreed|agree|discussed|discuss|set|decided|announced|spoke|met|held|signed|exchanged|reaffirmed|underlined|underscored|welcomed|confirmed|pledged|concluded|vowed|clash(?:ed)?|"
    r"(?:also\s+)?said\s+(?:that\s+)?they(?=\s)|traded?|differ(?:ed)?|trade)\b",
    re.IGNORECASE,
)
_THE_EVENT = rf"(?:(?:in|at)\s+)?(?:the|this|our|both|all)\s+(?:[\w-]+\s+){{0,3}}{NOUN}\b"
_AFTER = re.compile(
    rf"\b(?:also\s+|both\s+)?(?:took\s+part(?:\s+{_THE_EVENT})?|participated(?:\s+{_THE_EVENT})?|(?:attended|joined|chaired|co-chaired|moderated|opened|hosted|presided\s+over)\s+{_THE_EVENT}|"
    r"also\s+attended|mediated(?=\W*$|\s+(?:the|between)\b)|(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)|(?:led|headed)\s+(?:the|our|their|his|her|its|a)\s+(?:[\w-]+\s+){0,2}(?:delegation|side|team|one)|(?:led|headed)\s+the\s+[A-Z]\w+\s+one)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:also\s+(?:taking\s+part|attending|present|participating|joining|on\s+the\s+call)\s+(?:in\s+the\s+\w+\s+)?(?:was|were)|in\s+the\s+presence\s+of|accompanied\s+by|"
    r"(?:participants|attendees|those\s+(?:present|attending|on\s+the\s+(?:call|line)))\b[^.:;]{0,40}?\b(?:included|were|comprised)|"
    r"(?:was|were)\s+(?:also\s+)?(?:joined|attended|represented)\s+by|delegations?\s+(?:(?:was|were)\s+)?(?:led|headed)\s+by|(?:was|were)\s+chaired\s+by|chaired\s+by|hosted\s+by)\s*:?\s+",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\s*(?:(?:members|also|in)\s+)?(?:present|attendance|attending|attendees|participants|in\s+attendance|members)\s*(?:\([^()]{0,40}\)\s*)?[:—–]\s*",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|shall|to)\s+(?:also\s+)?(?:be\s+)?$|\bbe\s+$")
_OFFICES = re.compile(
    r"\b(?P<who>presidents|(?:[a-z]+\s+)?ministers|chancellors|kings|premiers)\b",
    re.IGNORECASE,
)
_OFFICES_BEHIND = re.compile(rf"\s+(?:between|of|among)\s+(?:the\s+)?{_OFFICES.pattern}", re.IGNORECASE)
_SUBJECT_IN_OFFICE = re.compile(
    r"\b[Tt]he\s+(?P<office>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})\s+(?:also\s+|then\s+)?$"
)
_NUMBER = re.compile(
    r"\b(?P<how_many>both|two|three|four|five)\s+(?:leaders|presidents|(?:prime\s+|foreign\s+)?ministers|chancellors|heads|sides|parties|delegations|men|women|officials)\b",
    re.IGNORECASE,
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_SUFFIXES = frozenset(
    "AG SA SE PLC plc Inc Ltd GmbH NV BV AB AS ASA Corp LLC Co".split()
)  # of companies' names
_ABSENT = re.compile(
    r"\b(?:did\s+not|didn['’]t|could\s+not|was\s+not|were\s+not|wasn['’]t|not)\s+(?:\w+\s+)?(?:attend|take\s+part|participate|join|present|on\s+the\s+call|at\s+the|in\s+the\s+(?:room|meeting|talks)|represented|invited|a\s+party)\b|"
    r"\btook\s+no\s+part\b|\bapologies\b|\babsent\b",
    re.IGNORECASE,
)


class People:
    """Participants and informants of one text, found once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.evidence: dict[int, list[Span]] = {}
        self.principals: list[int] = []
        self._listed: dict[int | str, Listed] = {}  # by entity, or by name where the text's names know none
        self._states: dict[int, str] = {}  # of people whom the text only gives a state: "Peru's Ana Reyes"
        self._told_as: dict[
            int, int
        ] = {}  # whom the text first calls by an office alone, and that description
        self._rostered: set[int] = set()  # the sentences that introduce a list
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
        if len(self.evidence) < 2 or self._only_attended():
            for mentions, at in self._mutual():
                self._add(mentions, at)
                break
        self.principals = titled or list(self.evidence)
        for cue, found in (*self._in_office(), *rosters(scene)):
            self._enter(cue, found)
        for mentions, at in self._attending():
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
            states = sum(entities[i].kind is NameKind.PLACE for i in self.evidence)
            nameless = entities[entity].kind is NameKind.GROUP and entities[entity].name is None
            if (
                (nameless and states > 1)
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

    def _in_a_group(self, entity: int) -> bool:
        """Whether a body is only told by those who lead it, and they are participants: "Leaders of the Group of Seven"."""
        entities = self.scene.reading.names.entities
        name = entities[entity].name
        groups = [entities[i] for i in self.evidence if i != entity and entities[i].kind is NameKind.GROUP]
        return name is not None and any(name in self.scene.describe(g) for g in groups)

    def _oneself(self) -> Iterator[Mention]:
        """Yield the speaker who tells "I met this morning with …"."""
        event = self.scene.event
        label = event.sentence.block.speaker if event else None
        if event is None or label is None or not event.deed:
            return
        if re.search(
            r"\bI\s+(?:\w+\s+){0,2}$", self.scene.text[event.sentence.span.start : event.span.start]
        ):
            yield from [m for m in self.scene.reading.mentions_in(label) if m.kind is NameKind.PERSON][:1]

    def _only_attended(self) -> bool:
        """Whether the event's sentence only tells who else was there: the main ones are told elsewhere."""
        event = self.scene.event
        lead = self.scene.text[event.sentence.span.start : event.span.start] if event else ""
        return bool(re.search(r"\b(?:attended|joined)\s+(?:the\s+|both\s+)?(?:\w+\s+)?$", lead))

    def _titled(self) -> Iterator[list[Mention]]:
        """Yield the two or more people between whom a headline tells the event to have been: "A's call with B"."""
        event = self.scene.event
        for sentence in self.scene.story[:2]:
            if event is None or sentence.block.kind not in (BlockKind.TITLE, BlockKind.HEADING):
                continue
            for match in EVENT_NOUN.finditer(sentence.text):
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                people = [
                    m
                    for m in parties_at(self.scene.reading, sentence, at, verb=False)
                    if m.kind is NameKind.PERSON and self.scene.entity(m).name
                ]
                if match[0].split()[-1].lower() == event.what.split()[-1] and len(people) > 1:
                    yield [self._fuller(m, sentence) or m for m in people]

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
            if entity.furniture_only or entity.name in _SUFFIXES or _is_word(entity.name):
                continue
            near = at and self._near(mention, at)
            self.evidence.setdefault(mention.entity, [near or mention.full])

    def _apart(self, mentions: list[Mention]) -> Iterator[Mention]:
        """Yield mentions, "representatives of A and B" as the two, and a description before a name with its name alone."""
        for mention, following in zip_longest(mentions, mentions[1:]):
            inner = self._states_in(mention) if mention.kind is NameKind.GROUP else []
            more = following is not None and following.kind is NameKind.PLACE
            if len(inner) > 1 or (inner and more):  # "the leaders of A, B and C"
                yield from inner
            elif following and self._explains(mention, following):
                self._told_as[following.entity] = mention.entity
            else:
                yield mention

    def _states_in(self, mention: Mention) -> list[Mention]:
        return [m for m in self.scene.reading.mentions_in(mention.full) if m.kind is NameKind.PLACE]

    def _explains(self, mention: Mention, following: Mention) -> bool:
        """Whether a mention without a name is explained by the next: "her Danish counterpart, Colonel A B"."""
        gap = self.scene.text[mention.full.end : following.full.start]
        nameless = self.scene.entity(mention).name is None and mention.kind is NameKind.PERSON
        return (
            nameless
            and re.fullmatch(r"(?:\s+[a-z-]+){0,3}\s*,\s*", gap) is not None
            and self.scene.entity(following).name is not None
        )

    def _enter(self, cue: Span, found: list[Listed]) -> None:
        """Take those of a list that the text introduces as participants."""
        if introduced := self.scene.reading.sentence_at(cue.start):
            self._rostered.add(introduced.number)
        for one in found:
            whole = hull([cue, one.span])
            evidence = [whole] if whole.end - whole.start <= 400 else [one.span]
            key: int | str = one.entity.id if one.entity else one.words
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

    def _mutual(self) -> Iterator[tuple[list[Mention], Span]]:
        """Yield two or more people who, early in the text, are said to do together what one does in a meeting."""
        for sentence in self.scene.story[:12]:
            mentions = outer_mentions(self.scene.reading, sentence.span)
            for verb in _MUTUAL.finditer(sentence.text):
                at = Span(sentence.span.start + verb.start(), sentence.span.start + verb.end())
                people = [
                    m for m in subject(self.scene.text, mentions, at.start) if m.kind is NameKind.PERSON
                ]
                if len({m.entity for m in people}) >= 2:
                    named = [m for m in (self._fuller(p, sentence) for p in people) if m]
                    yield named or people, at

    def _fuller(self, mention: Mention, sentence: Sentence) -> Mention | None:
        """Return the first mention of the same person in the story's body, where a title only has the surname."""
        if sentence.block.kind not in (BlockKind.TITLE, BlockKind.HEADING):
            return mention
        return next(self.scene.mentions(self.scene.entity(mention), body=True), None)

    def _attending(self) -> Iterator[tuple[list[Mention], Span]]:
        """Yield those of whom the text says, beside the main sentence, that they attended, chaired or led a delegation."""
        scene = self.scene
        for sentence in scene.story:
            if not (
                _AFTER.search(sentence.text) or _BEFORE.search(sentence.text) or _PRESENT.match(sentence.text)
            ):
                continue
            mentions = outer_mentions(scene.reading, sentence.span)
            for match in _AFTER.finditer(sentence.text):
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                if not self._negated(sentence, at):
                    yield subject(scene.text, mentions, at.start), at
            if sentence.number in self._rostered:
                continue
            for match in (*_BEFORE.finditer(sentence.text), *filter(None, [_PRESENT.match(sentence.text)])):
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                if not self._negated(sentence, at) and not _TO_COME.search(
                    self.scene.text, at.start - 12, at.start
                ):
                    yield _listed(scene.text, mentions, at.end), at

    def _in_office(self) -> Iterator[tuple[Span, list[Listed]]]:
        """Yield the one who does what the event's verb tells and is known by office alone: "the President met with …"."""
        event = self.scene.event
        assert event is not None
        begin = event.sentence.span.start
        office = _SUBJECT_IN_OFFICE.search(self.scene.text, begin, event.span.start)
        if (
            event.deed
            and office
            and office["office"].split()[-1].lower() in ROLES
            and not event.sentence.furniture
        ):
            at = Span(*office.span("office"))
            entity = self.scene.reading.names.entity_of(at)
            if entity is None or not (entity.name and entity.kind is NameKind.PERSON):
                yield Span(at.start, event.span.end), [Listed(at, "", None, one_line(office["office"]))]

    def _add_office_holders(self) -> None:
        """Put those who hold an office in the place of the states in "the presidents of A and B"."""
        holders = list(self._office_holders())
        if len({m.entity for m in holders}) > 1:
            self.evidence.clear()
            self.principals = []
        self._add(holders, None)

    def _office_holders(self) -> Iterator[Mention]:
        """Yield those who hold the office in whose plural the event's sentence speaks: "the presidents of A, B and C ended a summit"."""
        event = self.scene.event
        assert event is not None
        at = event.span.start - event.sentence.span.start
        office = _OFFICES.search(event.sentence.text, 0, at) or _OFFICES_BEHIND.match(
            event.sentence.text, event.span.end - event.sentence.span.start
        )
        if office is None or any(m.kind is NameKind.PERSON for m in event.parties):
            return
        head = role_form(office["who"].rstrip("s")).head
        states = [self.scene.words(m.span) for m in event.parties for m in self._states_in(m)]
        for entity in self.scene.reading.names.entities:
            first = next(self.scene.mentions(entity, body=True), None)
            if (
                entity.kind is NameKind.PERSON
                and entity.name
                and first
                and (
                    any(role_form(t).head == head for t, _ in entity.roles)
                    or (not entity.roles and self._of_state(entity, states))
                )
            ):
                yield first

    def _of_state(self, entity: Entity, states: list[str]) -> bool:
        """Whether a person is only told by the state: "Peru's Ana Reyes"."""
        for mention in self.scene.mentions(entity, body=True):
            before = self.scene.text[: mention.span.start]
            for state in states:
                if before.endswith((f"{state}'s ", f"{state}’s ")):
                    self._states[entity.id] = state
                    return True
        return False

    def _on_the_record(self) -> Iterator[Mention]:
        """Yield those whom the title of a transcript names as speaking together: "Remarks by A and B"."""
        turns = {
            m.entity
            for b in self.scene.reading.blocks
            if b.label
            for m in self.scene.reading.mentions_in(b.label)
        }
        for sentence in self.scene.story[:3]:
            if sentence.block.kind not in (BlockKind.TITLE, BlockKind.HEADING):
                continue
            people = [
                m
                for m in outer_mentions(self.scene.reading, sentence.span)
                if m.kind is NameKind.PERSON and m.entity in turns
            ]
            if len({m.entity for m in people}) >= 2:
                yield from people

    def _behind_collective(self) -> Iterator[Mention]:
        """Yield those for whom "the two leaders" stands in the event's sentence: as many people as it says, named before."""
        event = self.scene.event
        assert event is not None
        number = _NUMBER.search(event.sentence.text)
        if number is None or event.sentence.furniture:
            return
        wanted = _NUMBERS[number["how_many"].lower()]
        before = [s for s in self.scene.body if s.number <= event.sentence.number][-6:]
        named: dict[int, Mention] = {}
        for sentence in before:
            for mention in outer_mentions(self.scene.reading, sentence.span):
                if mention.kind is NameKind.PERSON and self.scene.entity(mention).name:
                    named.setdefault(mention.entity, mention)
        if len(named) == wanted:
            yield from named.values()

    def _negated(self, sentence: Sentence, at: Span) -> bool:
        return any(
            o.operation in (Operation.NEGATION, Operation.DENIAL, Operation.CONDITION)
            and o.scope.overlaps(at)
            for o in self.scene.reading.operators(sentence)
        )

    def _absent(self) -> Iterator[int]:
        """Yield those who are said not to have taken part."""
        for sentence in self.scene.story:
            for match in _ABSENT.finditer(sentence.text):
                before = [
                    m
                    for m in outer_mentions(
                        self.scene.reading, Span(sentence.span.start, sentence.span.start + match.start())
                    )
                    if m.kind is NameKind.PERSON
                ]
                if before:
                    yield before[0].entity

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
        records = []
        for entity in self.entities:
            record, listed = self.scene.person(entity, *self.evidence[entity.id]), self._listed.get(entity.id)
            if listed is not None:
                if record["role"] is None or record["role"].split()[-1].lower() in ROLE_PLURALS:
                    record["role"] = listed.role
                record["affiliation"] = record["affiliation"] or listed.side
                if listed.in_full:
                    record |= {"role": listed.role, "affiliation": listed.side}
            if listed and record["name"] and not _same_words(record["name"], listed.words):
                record["name"] = listed.words  # what stands behind a name on another line is no part of it
            if (told := self._told_as.get(entity.id)) is not None:
                office = self.scene.person(self.scene.reading.names.entities[told])
                if (office["role"] or "").lower().endswith("counterpart"):
                    office |= {"role": None, "affiliation": None}
                if len((office["role"] or "").split()) > len((record["role"] or "").split()):
                    record["role"] = office["role"]
                record["affiliation"] = record["affiliation"] or office["affiliation"]
                if office["role"] or office["affiliation"]:
                    record["evidence"] += [e for e in office["evidence"] if e not in record["evidence"]]
            record["affiliation"] = record["affiliation"] or self._states.get(entity.id)
            if record["role"] and record["affiliation"]:
                record["role"] = re.sub(rf"^{re.escape(record['affiliation'])}['’]s?\s+", "", record["role"])
            if record["name"] is None and entity.kind in (NameKind.ORGANISATION, NameKind.GROUP):
                record |= {"name": self.scene.describe(entity), "role": None}
            records.append(record)
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


def _same_words(name: str, listed: str) -> bool:
    """Whether the name that the whole text gives ends as the one in a list does, and begins with no office."""
    return name.split()[-1] == listed.split()[-1] and (
        name == listed or name.split()[0].lower() not in OFFICES
    )


def _is_word(name: str | None) -> bool:
    """Whether a name is only a word that a line in capitals sets in capitals too."""
    return name is not None and name.lower() in FUNCTION_WORDS


def _listed(text: str, mentions: list[Mention], start: int) -> list[Mention]:
    """Return the people of a list that begins at `start` and runs to the end of its sentence."""
    return [m for m in listed(text, mentions, start, 20) if m.kind is NameKind.PERSON]
