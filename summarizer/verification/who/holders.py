"""Who holds an office of a state: "the American president" is the person whom the text makes the United States' president."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reading.naming.finder import Entity, NameKind, role_form, same_role
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import LEADERS

if TYPE_CHECKING:
    from summarizer.reading import Reading
    from summarizer.verification.who.sides import Sides

# Offices of which a state has one, so that the office and the state tell the person.
_SINGLE = LEADERS | {"prime-minister", "minister", "secretary", "spokesperson"}
_HEADS = LEADERS | {"prime-minister"}


class Holders:
    """The persons of one text by office and state."""

    def __init__(self, reading: Reading, sides: Sides) -> None:
        self.reading = reading
        self.sides = sides

    def of(self, phrase: str) -> Entity | None:
        """Return the one person whom a description such as "the French leader" can mean; None when none or several."""
        form = role_form(phrase)
        states = {s for a in form.affiliations if (s := country_of(a))}
        if form.former or form.head not in _SINGLE or len(states) != 1:
            return None
        return self._holder(phrase, states.pop())

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
