"""Which state or body somebody belongs to, as the story binds it: by adjective, by role, by whom they serve."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.extraction.offline.officials import MORE_ROLES
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Entity, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of, is_place, organisation
from summarizer.reading.naming.lexicon import BODIES
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.extraction.offline.scene import Scene

_OF = re.compile(r"\s+of\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,4})")
_TO = late_regex(r"\s+to\s+(?:the\s+)?(?=[A-Z])")
_SERVING = late_regex(r"\b(?:advis[eo]r|aide|assistant|envoy|representative|secretary)\b", re.IGNORECASE)
_ABROAD = re.compile(r"\b(?:diplomat|envoy|source|correspondent|ambassador|attach[eé])s?\b", re.IGNORECASE)
_OF_OFFICES = frozenset({"Arms", "State", "Staff"})  # Sergeant at Arms, Secretary of State, Chief of Staff
_AFFAIRS = late_regex(
    r"\b(?:minister|secretary|commissioner|director)\s+for\s+[A-Z]", re.IGNORECASE
)  # what, not whose
_FOR_WHAT = late_regex(r"\b[Mm]inister\s+for\s+(?:[A-Z]\w+\s+)*$")  # "Minister for Pacific Peoples"
_SECOND_OF = late_regex(r"\sof\s.*\sof\s+(?:the\s+)?$", re.DOTALL)  # "Minister of Trade of Sennar"
_WITH_PORTFOLIO = frozenset("minister secretary commissioner attorney".split())
_AMERICA = "United States"


def find_affiliation(scene: Scene, entity: Entity) -> tuple[str, Span] | None:
    """Return the state or body that the story binds to a person, and where it says so."""
    known = [
        (t.replace("\\_", " "), s)
        for t, s in entity.affiliations
        if not scene.in_furniture(s)
        and not _posted(scene, entity, s)
        and any(c.isalpha() for c in t)
        and t not in _OF_OFFICES
        and not _is_person(scene, t)
        and t.lower() not in MORE_ROLES
        and not _business(scene, t, s)
        and not _in_portfolio(scene, entity, t, s)
        and not _FOR_WHAT.search(scene.text[max(0, s.start - 30) : s.start])
    ]
    known = [(t, s) for t, s in known if not t.isupper() or country_of(t) or organisation(t)]
    often = Counter(
        country_of(t) or t for t, _ in known
    )  # "President of A B and President of C D": A is told oftener
    for text, span in sorted(
        known,
        key=lambda item: (
            country_of(item[0]) is None and organisation(item[0]) is None,
            -often[country_of(item[0]) or item[0]],
            -len(item[0]),
        ),
    ):
        span = _second_people(scene, span)
        text = scene.words(span) if country_of(scene.words(span)) else text
        whole = scene.whole_name(span)
        bare = one_line(re.sub(r"['’]s?$", "", text))
        return country_of(text) or f"{bare}{scene.rest(span, whole)}", whole
    for text, span in entity.roles:
        if not scene.in_furniture(span) and (
            country := next(
                iter(c for a in role_form(_at_home(text)).affiliations if (c := country_of(a))), None
            )
        ):
            return country, span
    if entity.name is None and (told := _administration(scene, entity)):
        return told
    return (
        _named_after(scene, entity) or _in_role(scene, entity) or _serves(scene, entity)
        if entity.roles
        else None
    )


def _business(scene: Scene, words: str, span: Span) -> bool:
    """Whether a word only tells what an office is for: "Shipping Secretary"."""
    known = country_of(words) or organisation(words) or " " in words.strip()
    return not known and bool(
        re.match(
            r"\s+(?:Secretary|Minister|Commissioner|Director|Chief|Engineer|Officer|Surveyor|Clerk|Inspector|Advis[eo]r|Manager|Auditor)\b",
            scene.text[span.end : span.end + 16],
        )
    )


def _portfolio(role: str, words: str) -> bool:
    """Whether the words behind an office's "of" tell what it is for, and no body: "Minister of External Relations"."""
    office = re.match(r"(?:[\w-]+\s+)*?(?P<head>\w+)\s+(?:of|for)\s", role)
    if office is None or office["head"].lower() not in _WITH_PORTFOLIO:
        return False
    known = country_of(words) or organisation(words) or is_place(words)
    return not known and not any(w.lower() in BODIES for w in words.split())


def _in_portfolio(scene: Scene, entity: Entity, words: str, span: Span) -> bool:
    """Whether what was taken for a body is a part of what an office is for: "Minister of Economy and Digital Services"."""
    if country_of(words) or organisation(words):
        return False
    return any(
        role.contains(span)
        and not _SECOND_OF.search(scene.text[role.start : span.start])
        and _portfolio(one_line(text), one_line(text).split(" of ", 1)[-1])
        for text, role in entity.roles
    )


def _is_person(scene: Scene, words: str) -> bool:
    """Whether words are a person's name: "A's deputy" is no body's."""
    found = scene.reading.names.resolve(re.sub(r"['’]s?$", "", words)) if country_of(words) is None else None
    return found is not None and found.kind is NameKind.PERSON


def _second_people(scene: Scene, span: Span) -> Span:
    """Return the second of two names of peoples, which is the one that counts: "the Turkish Cypriot leader"."""
    match = re.compile(r"[ \n](?P<name>[A-Z]\w+)").match(scene.text, span.end)
    both = match and country_of(scene.words(span)) and country_of(match["name"])
    return Span(*match.span("name")) if match and both else span


def _at_home(role: str) -> str:
    """Return a role without where somebody is posted, for those who are posted abroad."""
    return re.sub(r"\s+in\s+[A-Z].*$", "", role) if _ABROAD.search(role) else role


def _posted(scene: Scene, entity: Entity, span: Span) -> bool:
    """Whether a place is only where somebody works: "a Western diplomat in Nairobi"."""
    stranger = any(_ABROAD.search(t) for t, _ in entity.roles)
    return (
        entity.name is None
        and stranger
        and bool(re.search(r"\bin\s+$", scene.text[max(0, span.start - 4) : span.start]))
    )


def _administration(scene: Scene, entity: Entity) -> tuple[str, Span] | None:
    """Return the United States for "a senior administration official": so its executive alone is called."""
    if not any(re.search(r"\badministration\s+official", text, re.IGNORECASE) for text, _ in entity.roles):
        return None
    for other in scene.reading.names.entities:
        named = other.kind is NameKind.PLACE and country_of(other.name or "") == _AMERICA
        if named and (mention := next(scene.mentions(other), None)):
            return _AMERICA, mention.span
    return None


def _serves(scene: Scene, entity: Entity) -> tuple[str, Span] | None:
    """Return the state or body of the one whom somebody serves: "A, adviser to President B of C"."""
    for text, span in entity.roles:
        to = _TO.match(scene.text, span.end)
        served = scene.reading.names.entity_of(Span(to.end(), to.end() + 1)) if to else None
        if to and served and served.id != entity.id and served.kind is NameKind.PERSON:
            told = scene.affiliation(served)
            if told and not scene.in_furniture(span) and _SERVING.search(text):
                return told[0], Span(span.start, max(told[1].end, to.end()))
    return None


def _in_role(scene: Scene, entity: Entity) -> tuple[str, Span] | None:
    """Return the body at the end of a role: "Secretary General of the Baltic Pact"."""
    for text, span in entity.roles:
        match = re.search(
            r"\b(?:of|for|at)\s+(?:the\s+)?(?P<name>[A-Z][\w’'&-]+(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w’'&-]+)*)$",
            text,
        )
        if (
            match
            and not scene.in_furniture(span)
            and match["name"] not in _OF_OFFICES
            and not _AFFAIRS.search(text)
            and not _portfolio(text, match["name"])
        ):
            return one_line(match["name"]), span
    return None


def _named_after(scene: Scene, entity: Entity) -> tuple[str, Span] | None:
    """Return the state or body that follows a titled name: "Minister A of B"."""
    for mention in scene.mentions(entity):
        match = _OF.match(scene.text, mention.full.end)
        if match and mention.full.start < mention.span.start:
            return one_line(match["name"]), Span(*match.span("name"))
    return None
