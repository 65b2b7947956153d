"""Who the speakers of a text are: names, offices and issuers as entities, and what a briefing calls them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import Entity, Form, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import BODIES, FORMER, RANKING, ROLES
from summarizer.source import Span

_OFFICE = re.compile(r"the\s+[A-Za-z-]+(?:\s+[A-Za-z-]+){0,2}", re.IGNORECASE)
OFFICE_FIRST = re.compile(r"(?P<who>The\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)\s+[a-z]")
# "Statement by the Minister of A, Ms B C, on …"
_THEN_NAMED = late_regex(
    r",\s+(?:(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|H\.E)\.?\s+)*(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]*[a-z][\w’'-]*){1,3})"
)
_ISSUED = late_regex(
    r"\b(?:statement|doorstep|comments|readout|remarks|briefing|press\s+call|press\s+release|speech|address|letter|note)\s+(?:by|from)\s+(?P<who>.{3,90}?)"
    r"(?=\s+(?:on|in|at|regarding|following|about|after|before|to|concerning)\s|’s|'s|[,:;.\n]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: `text` as a briefing names it, the entity behind it if known, and where the text says so.

    `plural` marks a collective ("the leaders"), `joint` several by name, `asks` a questioner or moderator, `first` "I" and "we".
    """

    text: str | None
    entity: Entity | None = None
    span: Span | None = None
    plural: bool = False
    asks: bool = False
    first: bool = False
    joint: bool = False


NOBODY = Voice(None)


class Speakers:
    """Knows the people and bodies that may speak in one text."""

    def __init__(self, scene: Scene, participants: Sequence[Entity] = ()) -> None:
        self.scene = scene
        self.attributions = scene.reading.attributions
        self._participants = participants
        self._held = {e.id: {role_form(t).words for t, _ in self._own_roles(e)} for e in participants}
        self._offices: dict[frozenset[str], list[Entity]] = {}

    def _own_roles(self, entity: Entity) -> Sequence[tuple[str, Span]]:
        """Return the roles that stand beside a person's name, all where none does: not what "the minister" was taken for."""
        named = (m.full for m in self.scene.mentions(entity) if m.form is Form.NAME and m.full != m.span)
        beside = sorted(named)
        reach = [0, *accumulate((full.end for full in beside), max)]

        def lies_in_one(role: Span) -> bool:
            longer = bisect_right(beside, role)  # one that begins where the role does
            from_there = longer < len(beside) and beside[longer].start == role.start
            return from_there or reach[bisect_left(beside, role)] >= role.end

        return [(t, s) for t, s in entity.roles if lies_in_one(s)] or entity.roles

    def _titled(self, words: str) -> Voice | None:
        """Return who "THE PRESIDENT" is in a transcript: the one with this office whose remarks the title calls it."""
        issuer, office = self.issuer(), words.casefold().removeprefix("the ").split()
        if issuer.entity is None and len(named := self._in_title(office)) == 1:
            return Voice(self.scene.describe(named[0]), named[0])
        roles = [t.casefold().split() for t, _ in issuer.entity.roles] if issuer.entity else []
        return issuer if office and any(role[-1:] == office[-1:] for role in roles) else None

    def _in_title(self, office: list[str]) -> list[Entity]:
        """Return the people in the title who have an office: "Interview of President A and B"."""
        title = self.scene.title or ""
        return [
            e
            for e in self.scene.reading.names.entities
            if office
            and e.kind is NameKind.PERSON
            and e.name
            and e.name.split()[-1] in title
            and any(t.casefold().split()[-1:] == office[-1:] for t, _ in e.roles)
        ]

    def _resolved(self, name: str) -> Entity | None:
        """Return the entity that a name means; a body is not the one who is its secretary."""
        entity = self.scene.reading.names.resolve(name)
        last = name.split()[-1].lower() if name.split() else ""
        if entity and entity.kind is NameKind.PERSON and entity.name and last not in ROLES:
            return entity if last in entity.name.lower() else None
        return entity

    @cached_property
    def _surnames(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self.scene.reading.names.entities:
            if entity.name and not entity.furniture_only:
                found.setdefault(entity.name.split()[-1], []).append(entity)
        return found

    def _by_surname(self, name: str) -> Entity | None:
        """Return the one entity of the story whose last name is `name`, of whatever kind it was taken for."""
        if not name[:1].isupper():
            return None
        found = self._surnames.get(name, [])
        return max(found, key=lambda e: len(e.name or ""), default=None)

    @cached_property
    def _who_talk(self) -> frozenset[int]:
        """The names of no known kind that say something: people, for a place or a treaty says nothing."""
        found = (
            self.scene.reading.names.entity_of(a.speaker)
            for a in self.attributions
            if a.speaker and a.strength == "strong" and a.reports is CueClass.SPEECH and a.rule != "label"
        )
        return frozenset(e.id for e in found if e and e.kind is NameKind.OTHER and e.name)

    def _label(self, span: Span) -> str:
        return one_line(self.scene.text[span.start : span.end]).strip(" ,:")

    def _talks(self, entity: Entity) -> bool:
        """Whether a name of no known kind is that of somebody who says something, by the whole or by the surname alone."""
        names = self.scene.reading.names.entities
        surname = (entity.name or "").split()[-1]
        return entity.kind is NameKind.OTHER and any(
            names[i].name in (surname, entity.name) for i in self._who_talk
        )

    def entity_at(self, span: Span) -> Entity | None:
        """Return the entity named at `span`; "the President" is the one participant who is a president."""
        words = one_line(self.scene.text[span.start : span.end])
        if _OFFICE.fullmatch(words) and words.split()[-1].lower() in ROLES:
            office = role_form(words).words
            holders = [
                e for e in self._participants if any(office and office <= words for words in self._held[e.id])
            ]
            if len(holders) > 1:
                holders = [e for e in holders if office in self._held[e.id]] or holders
            if len(holders) == 1:
                return holders[0]
            if not holders and len(everyone := self._in_office(office)) == 1:
                return everyone[0]
            found = self.scene.reading.names.entity_of(span)
            foreign = found is not None and found.name is None and bool(found.affiliations)
            if foreign and words.split()[-1][0].isupper() and words.split()[-1] not in self._printed(found):
                return None  # "the Minister", where the only other one is "the Danish fisheries minister"
            return found
        return self.scene.reading.names.entity_of(span)

    def _printed(self, entity: Entity | None) -> set[str]:
        """Return the words of the roles of one known by office alone, where they stand with what it belongs to."""
        roles = entity.roles if entity else ()
        return {word for text, _ in roles if len(text.split()) > 1 for word in text.split()}

    def _named(self, entity: Entity | None, words: str) -> str:
        """Return what to call a speaker: a person by name or role, a state or body as the text calls it here."""
        if (entity is None or entity.kind is not NameKind.PERSON) and (
            called := _CALLED_BEHIND.search(words)
        ):
            return called["name"]
        if entity is None or (entity.kind is NameKind.OTHER and " " in words and words.isupper()):
            return _spelt(plain(words))
        if entity.kind is NameKind.PLACE and country_of(words):
            return plain(words)
        if entity.kind in (NameKind.PERSON, NameKind.GROUP) or (entity.name and words in entity.name):
            return self.scene.describe(entity)
        return plain(words)

    def fuller(self, entity: Entity | None) -> Entity | None:
        """Return the one whom the story names in full where a name of no known kind is only a part of it: "Oh" for "Oh Min-ho"."""
        if entity is None or entity.kind is not NameKind.OTHER or not entity.name or " " in entity.name:
            return entity
        found = [
            e
            for e in self.scene.reading.names.entities
            if e.kind in (NameKind.OTHER, NameKind.PERSON)
            and e.name
            and not e.furniture_only
            and len(e.name.split()) == 2
            and entity.name in e.name.split()
            and e.id in self._in_persons_place
        ]
        return found[0] if len(found) == 1 else entity

    @cached_property
    def _in_persons_place(self) -> frozenset[int]:
        """The names that stand where people do: of known people, and behind an office."""
        entities, text = self.scene.reading.names.entities, self.scene.text
        found = {e.id for e in entities if e.kind is NameKind.PERSON}
        for mention in self.scene.reading.names.mentions:
            words = re.findall(r"\w+", text[max(0, mention.span.start - 20) : mention.span.start])
            if words and words[-1] in ROLES:
                found.add(mention.entity)
        return frozenset(found)

    def _in_office(self, office: frozenset[str]) -> list[Entity]:
        """Return the named persons of the story who have an office."""
        if office not in self._offices:
            self._offices[office] = [
                e
                for e in self.scene.reading.names.entities
                if e.name
                and not e.furniture_only
                and e.kind is NameKind.PERSON
                and any(office and office <= role_form(t).words for t, _ in e.roles)
            ]
        return self._offices[office]

    def issuer(self) -> Voice:
        """Return who issued the text, where its title says so ("Statement by …")."""
        title = self.scene.reading.source.title or next(
            (s.text for s in self.scene.story if s.block.kind is BlockKind.TITLE), ""
        )
        match = _ISSUED.search(title)
        if not match or re.match(
            r"joint\b|the\s+(?:two|three|parties|leaders|governments)\b", match["who"], re.IGNORECASE
        ):
            return NOBODY
        named = _THEN_NAMED.match(title, match.end())
        who = named["name"] if named and match["who"].lower().startswith("the ") else match["who"]
        last = re.sub(r"\W+$", "", who).split()[-1]
        entity = self._by_surname(last)
        if entity is None or entity.kind is not NameKind.PERSON:
            entity = self.scene.reading.names.resolve(who)
        if entity is None and re.match(r"the\s+(?:[\w-]+\s+){1,3}of\s", who, re.IGNORECASE):
            return Voice(re.sub(r"^[Tt]he\s+", "", who))  # "the President of the Association of A & B"
        if entity is None:
            from summarizer.reading.naming.finder import strip_title

            name = strip_title(who)[1]
            entity = self.scene.reading.names.resolve(name)
            return Voice(self.scene.describe(entity) if entity else name, entity)
        return Voice(self.scene.describe(entity), entity)

    def country(self, voice: Voice) -> str | None:
        """Return the country or body for which a speaker says "we"."""
        if voice.entity is not None:
            return self.scene.side_of(voice.entity)
        return country_of(voice.text) if voice.text else None


# "its delegate, Palau's Ngira Temel": the name behind what somebody is
_CALLED_BEHIND = re.compile(
    r"^(?:its|their|his|her|the|an?)\s[^,]{3,60},\s+(?:[A-Z][\w-]+['’]s\s+)?(?P<name>[A-ZÀ-ÖØ-Þ][\w’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w’-]+){1,2})$"
)
_OF_BODY = late_regex(r"(?P<who>[A-Z][a-zà-ÿ’'-]+(?:\s[A-Z][\w.’'-]+){1,2})\s+of\s+the\s+[A-Z]")


def _spelt(words: str) -> str:
    """Return words without a title before a name, and those set in capitals in ordinary spelling."""
    member = _OF_BODY.match(words)
    if member and not any(w.lower() in BODIES or w.lower() in ROLES for w in member["who"].split()):
        return member["who"]  # "Ed Tully of the Farm Bureau"
    bare = re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\.?\s+(?=\S)", "", words)
    if bare.isupper() and bare.lower() in ROLES:
        return bare.capitalize()  # "SPOKESPERSON:"
    return bare.title() if bare.isupper() and " " in bare else bare


def is_collective(words: str) -> bool:
    """Whether words stand for several taken together: "both sides", "the two leaders"."""
    return bool(COLLECTIVE.fullmatch(words)) or bool(
        re.fullmatch(r"(?:both|the\s+two|the\s+three|all)\s+[\w\s]{3,40}", words, re.IGNORECASE)
        and words.endswith("s")
    )


def plain(words: str) -> str:
    """Return words without a leading article, unless they are a collective ("the two leaders")."""
    if COLLECTIVE.fullmatch(words):
        return words[0].lower() + words[1:]
    return re.sub(
        r"^(?:(?:now|then|today|and|but|while)\s+)?(?:(?:a|an|the)\s+)?",
        "",
        words,
        count=1,
        flags=re.IGNORECASE,
    )


def no_speaker(voice: Voice) -> bool:
    """Whether what was taken for a speaker is none: "it" of which nothing is known, or half a sentence."""
    words = (voice.text or "").lower().split()
    if len(words) == 1 and words[0] in RANKING | FORMER:
        return True  # "New rules …", at the head of a line
    return not voice.joint and (
        words in (["it"], ["this"], ["that"])
        or words[-1:] in (["&"], ["and"], ["or"])
        or len(words) > 9
        or words[-1:] in (["that"], ["which"], ["who"])
        or "our" in words[1:]
    )


def is_known(voice: Voice) -> bool:
    """Whether a speaker of whom nothing else is known is at least called by a name or an office."""
    words = (voice.text or "").split()
    return (
        bool(words)
        and len(words) <= 5
        and (words[-1][0].isupper() or words[-2:][0].endswith(("'s", "’s")))
        and not voice.text.isupper()
        if voice.text
        else False
    )
