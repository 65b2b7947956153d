"""Where a text tells who was there: in its title, by a verb of meeting, by who attended, by office, by who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extraction.offline.occasion import acting_together
from summarizer.extraction.offline.officials import Listed
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.parties import listed, outer_mentions, parties_at, subject
from summarizer.reading.event.words import EVENT_NOUN, NOUN
from summarizer.reading.naming.finder import Entity, Mention, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_THE_EVENT = rf"(?:(?:in|at)\s+)?(?:the|this|our|both|all)\s+(?:[\w-]+\s+){{0,3}}{NOUN}\b"
_AFTER = re.compile(
    rf"\b(?:also\s+|both\s+)?(?:took\s+part(?:\s+{_THE_EVENT})?|participated(?:\s+{_THE_EVENT})?|(?:attended|joined|chaired|co-chaired|moderated|opened|hosted|presided\s+over)\s+{_THE_EVENT}|"
    r"also\s+attended|attended(?=\s+as\s+an?\b|\W*$)|mediated(?=\W*$|\s+(?:the|between)\b)|(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)|(?:led|headed)\s+(?:the|our|their|his|her|its|a)\s+(?:[\w-]+\s+){0,2}(?:delegation|side|team|one)|(?:led|headed)\s+the\s+[A-Z]\w+\s+one)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:also\s+(?:taking\s+part|attending|present|participating|joining|on\s+the\s+call)\s+(?:in\s+the\s+\w+\s+)?(?:was|were)|in\s+the\s+presence\s+of|accompanied\s+by|"
    r"(?:participants|attendees|those\s+(?:present|attending|on\s+the\s+(?:call|line)))\b[^.:;]{0,40}?\b(?:included|were|comprised)|"
    r"(?:was|were)\s+(?:also\s+)?(?:joined|attended|represented)\s+by|(?:delegations?|teams?|sides?|bench|panel)\s*,?\s+(?:(?:is|are|was|were)\s+)?(?:led|headed|chaired)\s+by|(?:was|were)\s+(?:co-?)?chaired\s+by|chaired\s+by|hosted\s+by|"
    r"(?:comprising|consisting\s+of|made\s+up\s+of)|(?:across\s+from|opposite|facing|beside|next\s+to)\s+(?:him|her|them)\s+(?:sat|was|were)|"
    r"(?:came|arrived|travelled|traveled|sat)\s+(?:together\s+)?with(?=\s+(?:his|her|their)\s)|on\s+(?:our|their|his|her|the\s+\w+|[A-Z]\w+['’]s)\s+side\s+(?:there\s+)?(?:sat|were|was)|"
    r"appearing\s+for\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?[\w’'-]+,|sent\s+(?:its|their)(?=\s+(?:\w+\s+){0,2}(?:ministers?|ambassadors?|envoys?|secretar(?:y|ies))\b))\s*:?\s+",
    re.IGNORECASE,
)
# "agreed to create a joint working group, co-chaired by A": who is to lead what does not exist yet took no part.
_OF_SOMETHING_NEW = late_regex(
    r"\b(?:create|establish|set\s+up|form|launch|found|appoint)\w*\s+(?:an?|the|two|three)\b[^.;]*$",
    re.IGNORECASE,
)
_WILL_GO = late_regex(r"\b(?:will|(?:is|are)\s+(?:due|set|scheduled|expected|to))\s", re.IGNORECASE)
_INVITED_BY = late_regex(r"\W*(?:at|on|upon)\s+the\s+invitation\s+of\s+", re.IGNORECASE)
# "The Indian delegation was led by A and the Sri Lankan side by B"
_LED = late_regex(r"\b(?:led|headed|represented)\s+by\b")
_OTHER_SIDE = late_regex(r"\b(?:side|delegation|team|one)\s+by\s+")
_PRESENT = re.compile(
    r"\s*(?:(?:members|also|in)\s+)?(?:present|attendance|attending|attendees|participants|in\s+attendance|members)\s*(?:\([^()]{0,40}\)\s*)?[:—–]\s*",
    re.IGNORECASE,
)
_TO_COME = late_regex(r"\b(?:will|would|shall|to)\s+(?:also\s+)?(?:be\s+)?$|\bbe\s+$")
_OFFICES = late_regex(
    r"\b(?P<who>presidents|(?:[a-z]+\s+)?ministers|chancellors|kings|premiers)\b",
    re.IGNORECASE,
)
_OFFICES_BEHIND = late_regex(
    rf"\s+(?:between|of|among)\s+(?:the\s+)?(?:[A-Z]\w+(?:,\s+|\s+and\s+|\s+)){{0,4}}{_OFFICES.pattern}",
    re.IGNORECASE,
)
# "foreign ministers from A, B and C": one of each
_OFFICES_FROM = late_regex(
    r"\b(?P<kind>(?:foreign|prime|defen[cs]e|finance|trade|interior|health|energy|economy|deputy|environment)\s+)?(?P<head>ministers|presidents|ambassadors|premiers|chancellors)\s+(?:from|of)\s+",
    re.IGNORECASE,
)
_LIST_GAP = late_regex(r"\s*,?\s*(?:and\s+)?(?:the\s+)?", re.IGNORECASE)
_SUBJECT_IN_OFFICE = late_regex(
    r"\b[Tt]he\s+(?P<office>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})\s+(?:also\s+|then\s+)?$"
)
_NUMBER = late_regex(
    r"\b(?P<how_many>both|two|three|four|five)\s+(?:leaders|presidents|(?:prime\s+|foreign\s+)?ministers|chancellors|heads|sides|parties|delegations|men|women|officials)\b",
    re.IGNORECASE,
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_ABSENT = re.compile(
    r"\b(?:did\s+not|didn['’]t|could\s+not|was\s+not|were\s+not|wasn['’]t|not)\s+(?:\w+\s+)?(?:attend|take\s+part|participate|join|present|on\s+the\s+call|at\s+the|in\s+the\s+(?:room|meeting|talks)|represented|invited|a\s+party)\b|"
    r"\btook\s+no\s+part\b|\bapologies\b|\babsent\b",
    re.IGNORECASE,
)


class Attendance:
    """Finds those whom one text tells to have taken part, each by its own kind of sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._rostered: set[int] = set()  # the sentences that introduce a list
        self._states: dict[int, str] = {}  # of people whom the text only gives a state: "Peru's Ana Reyes"

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

    def _states_in(self, mention: Mention) -> list[Mention]:
        return [m for m in self.scene.reading.mentions_in(mention.full) if m.kind is NameKind.PLACE]

    def _mutual(self) -> Iterator[tuple[list[Mention], Span]]:
        """Yield two or more people who, early in the text, are said to do together what one does in a meeting."""
        for sentence in self.scene.story[:12]:
            for people, at in acting_together(self.scene, sentence):
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
            for match in _OTHER_SIDE.finditer(sentence.text) if _LED.search(sentence.text) else ():
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield _listed(scene.text, mentions, at.end), at
            if sentence.number in self._rostered:
                continue
            for match in (*_BEFORE.finditer(sentence.text), *filter(None, [_PRESENT.match(sentence.text)])):
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                if (
                    not self._negated(sentence, at)
                    and not _TO_COME.search(self.scene.text, at.start - 12, at.start)
                    and not _OF_SOMETHING_NEW.search(sentence.text, 0, match.start())
                    and not (_LED.search(match[0]) and _WILL_GO.search(sentence.text, match.end()))
                ):
                    yield _listed(scene.text, mentions, at.end), at

    def _inviting(self) -> Iterator[tuple[list[Mention], Span]]:
        """Yield the host of "At the invitation of President A, the heads of government gathered in B"."""
        event = self.scene.event
        told = _INVITED_BY.match(event.sentence.text) if event and event.deed else None
        if event and told:
            at = Span(event.sentence.span.start, event.sentence.span.start + told.end())
            mentions = outer_mentions(self.scene.reading, event.sentence.span)
            yield _listed(self.scene.text, mentions, at.end)[:2], at

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

    def _offices_from(self) -> Iterator[tuple[Span, list[Listed]]]:
        """Yield each of "foreign ministers from A, B and C" of whom a sentence says that they took part."""
        for sentence in self.scene.story:
            told = _AFTER.search(sentence.text)
            office = _OFFICES_FROM.search(sentence.text, 0, told.start()) if told else None
            if told is None or office is None:
                continue
            start = sentence.span.start
            at = Span(start + told.start(), start + told.end())
            if self._negated(sentence, at):
                continue
            states = _states_listed(self.scene, Span(start + office.end(), at.start))
            single = ROLE_PLURALS.get(office["head"].lower(), office["head"])
            role = f"{office['kind'] or ''}{single}".title()
            lead = Span(start + office.start(), start + office.end())
            if len(states) > 1:
                yield lead, [Listed(s, "", None, " ".join(role.split()), self._state(s)) for s in states]

    def _state(self, span: Span) -> str:
        words = self.scene.words(span)
        return country_of(words) or words

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


def _listed(text: str, mentions: list[Mention], start: int) -> list[Mention]:
    """Return the people of a list that begins at `start` and runs to the end of its sentence."""
    found = listed(text, mentions, start, 24)
    return [m for m in found if m.kind is NameKind.PERSON or _called_by_office(text, m, start)]


def _called_by_office(text: str, mention: Mention, start: int) -> bool:
    """Whether a name of no known kind stands behind an office, as a person's does: "personnel chief Oh Min-ho"."""
    words = re.findall(r"\w+", text[max(start, mention.full.start - 30) : mention.full.start])
    name = text[mention.full.start : mention.full.end]
    office = bool(words) and words[-1].islower() and words[-1] in ROLES
    return (
        mention.kind is NameKind.OTHER
        and office
        and bool(re.fullmatch(r"[A-Z][\w’'-]+\s+[A-Z][\w’'-]+", name))
    )


def _states_listed(scene: Scene, within: Span) -> list[Span]:
    """Return the states of a list that begins at the head of a stretch, up to what is none."""
    found: list[Span] = []
    end = within.start
    inside = [m for m in scene.reading.mentions_in(within) if m.full.start >= within.start]
    for mention in sorted(inside, key=lambda m: (m.full.start, -m.full.end)):
        gap = scene.text[end : mention.full.start]
        if mention.full.end <= end:
            continue
        if mention.kind is not NameKind.PLACE or not _LIST_GAP.fullmatch(gap):
            break
        found.append(mention.full)
        end = mention.full.end
    return found
