"""Who holds an office of a state: "the American president" is the person whom the text makes the United States' president."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Entity, NameKind, role_form, same_role
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import LEADERS
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading import Reading
    from summarizer.verification.who.sides import Sides

# Offices of which a state has one, so that the office and the state tell the person.
_SINGLE = LEADERS | {"prime-minister", "minister", "secretary", "spokesperson"}
_HEADS = LEADERS | {"prime-minister"}
# Who leads a body, whatever the office is called there.
_TOPS = frozenset(
    "president chairperson director director-general secretary-general ceo head leader governor general-secretary superintendent principal rector".split()
)
_RANKED = frozenset("deputy vice assistant associate vice-president".split())
_LEADS = re.compile(
    r"(?:the\s+)?(?:head|leader|chief|boss|president|chair(?:man|woman|person)?|director)\s+of\s+(?:the\s+)?(?P<body>.*[A-Z].*)"
)
_WORDS = late_regex(r"[^\W_]{3,}|\d+")
_NAME_LENGTH = 40  # characters behind an office in which the name of its body goes on


class Holders:
    """The persons of one text by office and state."""

    def __init__(self, reading: Reading, sides: Sides) -> None:
        self.reading = reading
        self.sides = sides

    def of(self, phrase: str) -> Entity | None:
        """Return the one person whom a description such as "the French leader" can mean; None when none or several."""
        form = role_form(phrase)
        states = {s for a in form.affiliations if (s := country_of(a))}
        if form.former or not form.head:
            return None
        if not states:
            return self._of_body(phrase)
        return self._holder(phrase, states.pop()) if form.head in _SINGLE and len(states) == 1 else None

    def _of_body(self, phrase: str) -> Entity | None:
        """Return the one person who leads a body that a description names: "the head of Union No. 2" is its president."""
        led = _LEADS.fullmatch(" ".join(phrase.split()))
        wanted = set(_WORDS.findall(led["body"].casefold())) if led else set()
        if not wanted:
            return None
        found = [
            e
            for e in self.reading.names.entities
            if e.kind is NameKind.PERSON and e.name and any(self._leads(span, wanted) for _, span in e.roles)
        ]
        return found[0] if len(found) == 1 else None

    def _leads(self, role: Span, body: set[str]) -> bool:
        """Whether an office is the first of a body, whose name stands in it or goes on right behind it."""
        text = self.reading.text
        form = role_form(text[role.start : role.end])
        if form.former or form.head not in _TOPS or _RANKED & form.words:
            return False
        behind = re.split(r"[,;.(\n]\s", text[role.end : role.end + _NAME_LENGTH])[0]
        return body <= set(_WORDS.findall(f"{text[role.start : role.end]} {behind}".casefold()))

    def of_entity(self, entity: Entity) -> Entity | None:
        """Return the named person behind an entity that the text calls only by an office."""
        found = [holder for text, _ in entity.roles if (holder := self.of(text))]
        return found[0] if found and all(one.id == found[0].id for one in found) else None

    def _holder(self, office: str, state: str) -> Entity | None:
        people = [
            e
            for e in self.reading.names.entities
            if e.kind is NameKind.PERSON and e.name and self.sides.of(e.name) == state
        ]
        holding = [e for e in people if any(same_role(office, text) != "different" for text, _ in e.roles)]
        if not holding and role_form(office).head in _HEADS:
            holding = [e for e in people if not e.roles and self.sides.is_home(e)]
        return holding[0] if len(holding) == 1 else None
