"""Which state somebody speaks for: by name, role, office, or by the government that publishes the text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import Entity, Form, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of, fold
from summarizer.reading.naming.lexicon import LEADERS
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading import Reading

# "A senior administration official" without a state is, in English news and readouts, one of the United States.
_ADMINISTRATION = re.compile(
    r"\badministration\s+officials?\b|\b(?:the\s+)?(?:State|Defense|Treasury|Justice)\s+Department\b|\bPentagon\b|\bWhite\s+House\b",
    re.IGNORECASE,
)
# Who speaks in a leader's name by office.
_MOUTHPIECE = late_regex(
    r"\b(?:spokes(?:man|woman|person)|press\s+(?:secretary|service|office)|aide|advis[eo]r|assistant|chief\s+of\s+staff|officials?|"
    r"Kremlin|White\s+House|Downing\s+Street|[ÉE]lys[ée]e|presidential\s+\w+|office\s+of\s+the\s+\w+)\b",
    re.IGNORECASE,
)
_PUBLISHED = frozenset("the a of website site press service office page homepage web online official".split())
_HEADS = frozenset({"prime-minister", *LEADERS})
_OFFICIAL = late_regex(
    r"(?:^|\.)(?:gov|govt|gob|gouv|go|gc|mil|government|kremlin|president|mfa|premier)\.([a-z]{2})$"
)
# Top-level domains of states whose governments publish in English.
_DOMAINS = dict(
    pair.split("=")
    for pair in "ru=Russia;uk=United Kingdom;ua=Ukraine;cn=China;jp=Japan;kr=South Korea;in=India;au=Australia;nz=New Zealand;"
    "ca=Canada;fr=France;de=Germany;it=Italy;es=Spain;pl=Poland;tr=Turkey;il=Israel;ir=Iran;by=Belarus;kz=Kazakhstan;"
    "br=Brazil;mx=Mexico;ar=Argentina;za=South Africa;ke=Kenya;ng=Nigeria;eg=Egypt;sa=Saudi Arabia;ae=United Arab Emirates;"
    "pk=Pakistan;bd=Bangladesh;id=Indonesia;my=Malaysia;sg=Singapore;ph=Philippines;th=Thailand;vn=Vietnam;ie=Ireland;"
    "ge=Georgia;am=Armenia;az=Azerbaijan;md=Moldova;rs=Serbia;lt=Lithuania;lv=Latvia;ee=Estonia;fi=Finland;ch=Switzerland".split(
        ";"
    )
)


_HEAD = 4  # sentences of a text among which its letterhead stands
_PRINTED = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH)
_ABROAD = late_regex(
    r"\b(?:embassy|consulate|mission|delegation)\b", re.IGNORECASE
)  # the town is another state's
_ORGAN_OF_STATE = re.compile(
    r"(?:the\s+)?(?:[\w&’'-]+\s+){0,3}?(?:ministry|department|government|embassy|parliament|presidency|office\s+of\s+the\s+(?:president|prime\s+minister))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof\s+(?:the\s+)?", re.IGNORECASE)
_PORTFOLIO = late_regex(
    r"[\w\s-]*\b(?:minister|secretary|commissioner)\s+(?:of|for)\b.*\band\s+(?:[A-Z][\w-]+\s+)*",
    re.IGNORECASE | re.DOTALL,
)


class Sides:
    """The states behind the people and offices of one text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[str, str | None] = {}

    def of(self, phrase: str) -> str | None:
        """Return the state that a name, role or body belongs to, None where the text does not tell."""
        if phrase not in self._found:
            self._found[phrase] = self._find(phrase)
        return self._found[phrase]

    def _find(self, phrase: str) -> str | None:
        if state := country_of(phrase):
            return state
        entity = self.reading.names.resolve(phrase)
        told = [text for text, _ in (*entity.affiliations, *entity.roles)] if entity else []
        for words in (phrase, *told):
            if state := _state_in(words):
                return state
        bound = (
            [fold(t) for t, span in entity.affiliations if not self._of_portfolio(entity, span)]
            if entity
            else []
        )
        if bound or fold(phrase).removeprefix("the ") in self._unlisted:
            return bound[0] if bound else fold(phrase).removeprefix("the ")
        return self.publisher if entity and self.is_home(entity) else None

    def _of_portfolio(self, entity: Entity, affiliation: Span) -> bool:
        """Whether what was read as a body is the second half of a portfolio: "Minister of Trade and Digital Services"."""
        text = self.reading.text
        return any(
            role.contains(affiliation) and _PORTFOLIO.fullmatch(text, role.start, affiliation.start)
            for _, role in entity.roles
        )

    @cached_property
    def _unlisted(self) -> frozenset[str]:
        """States and bodies that no list has, but that somebody in the text belongs to."""
        return frozenset(fold(text) for e in self.reading.names.entities for text, _ in e.affiliations)

    @cached_property
    def publisher(self) -> str | None:
        """The state whose government publishes the text, by the address it stands at, or by the head of its first page."""
        host = urlsplit(self.reading.source.url or "").hostname or ""
        if host.endswith((".gov", ".mil")):
            return "United States"
        match = _OFFICIAL.search(host)
        return _DOMAINS.get(match[1]) if match else self._letterhead

    @cached_property
    def _letterhead(self) -> str | None:
        """The state whose ministry, embassy or parliament stands at the head of a text: "MINISTRY OF TRADE OF NORLAND"."""
        head = [s for s in self.reading.sentences[:_HEAD] if s.block.kind in _PRINTED]
        lines = [" ".join(line.split()).strip(" .:") for s in head for line in s.text.splitlines()]
        states = set()
        for line in lines:
            organ, _, seat = line.partition(", ")
            leads = _ORGAN_OF_STATE.match(organ)
            home = seat and leads and not _ABROAD.search(organ)
            told = [organ, *(organ[m.end() :] for m in _OF.finditer(organ) if leads)]
            found = {state for words in told if (state := country_of(words.title()) or country_of(words))}
            states |= found or ({state} if home and (state := country_of(seat.title())) else set())
        printed = any(_ORGAN_OF_STATE.match(line) for line in lines)
        return states.pop() if len(states) == 1 and printed else None

    def publishes(self, phrase: str) -> bool:
        """Whether a phrase names who publishes the text, by the words of its address: "the Kremlin", "kremlin.ru"."""
        entity = self.reading.names.resolve(phrase)
        if entity is not None and entity.kind is NameKind.PERSON:
            return False
        host = urlsplit(self.reading.source.url or "").hostname or ""
        labels = "".join(host.split(".")[:-1])
        words = [w for w in re.findall(r"[^\W_]+", phrase.casefold()) if w not in _PUBLISHED]
        return len("".join(words)) > 3 and "".join(words) in labels

    @property
    def publisher_span(self) -> Span | None:
        """Where the text tells the address it was published at."""
        matter = self.reading.source.front_matter
        return Span(*matter.values["url"]) if matter and "url" in matter.values else None

    def is_home(self, entity: Entity) -> bool:
        """Whether a person is named as one's own: first of all people, and with no state beside the name.

        A government's own text writes "the President spoke with President B of C": only the others have a state.
        """
        if self.publisher is None or entity.kind is not NameKind.PERSON:
            return False
        if any(_state_in(text) for text, _ in (*entity.affiliations, *entity.roles)):
            return False
        return entity.id in self._first_people

    @cached_property
    def _first_people(self) -> frozenset[int]:
        """Who is named first in the title and in the story, and the speakers that have a label."""
        names, found = self.reading.names, set()
        seen = {True: False, False: False}  # in the story, in the title
        for mention in names.mentions:
            entity = names.entities[mention.entity]
            if entity.kind is not NameKind.PERSON or entity.furniture_only:
                continue
            sentence = self.reading.sentence_at(mention.full.start)
            in_story = sentence is not None and not sentence.furniture
            if mention.form is Form.LABEL or (entity.name and not seen[in_story]):
                found.add(mention.entity)
            seen[in_story] = seen[in_story] or bool(entity.name)
        return frozenset(found)

    def leads(self, phrase: str) -> str | None:
        """Return the state whose head (president, prime minister, monarch) `phrase` names, None for anybody else."""
        entity = self.reading.names.resolve(phrase)
        if entity is None or entity.kind is not NameKind.PERSON:
            return None
        heads = [role_form(text) for text, _ in entity.roles]
        return self.of(phrase) if any(form.head in _HEADS and not form.former for form in heads) else None

    def serves(self, entity: Entity) -> str | None:
        """Return the state in whose office a person acts, None for who holds none or whose state is not told.

        A government's own text tells the offices of its own people without their state.
        """
        if entity.kind is not NameKind.PERSON or not entity.roles:
            return None
        told = (*entity.affiliations, *entity.roles)
        if any(role_form(text).former for text, _ in entity.roles):
            return None
        if state := next((s for text, _ in told if (s := _state_in(text))), None):
            return state
        bound = any(role_form(text).affiliations for text, _ in entity.roles) or bool(entity.affiliations)
        return None if bound else self.publisher

    def speaks_for_leader(self, phrase: str) -> bool:
        """Whether `phrase` names somebody who by office speaks in a leader's name: an aide, a spokeswoman, the Kremlin."""
        entity = self.reading.names.resolve(phrase)
        told = [text for text, _ in entity.roles] if entity else []
        return any(_MOUTHPIECE.search(words) for words in (phrase, *told))


def _state_in(words: str) -> str | None:
    """Return the only state that a role or name has in it."""
    if state := country_of(words):
        return state
    states = {s for a in role_form(words).affiliations if (s := country_of(a))}
    if not states and _ADMINISTRATION.search(words):
        return "United States"
    return states.pop() if len(states) == 1 else None
