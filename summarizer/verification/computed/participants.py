"""Who takes part in what a text is about, and whether a number in a claim counts them: "all three", "four foreign presidents".

A readout names its parties, with their offices and states, and hardly ever counts them; who retells it counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.parties import listed, outer_mentions
from summarizer.reading.naming.finder import Form, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import LEADERS, ROLE_PLURALS
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.computed.computation import PARTIES, Computation
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.reading.naming.finder import Mention
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.context import Document

_MOST = 20  # parties of an event that a claim may count
_BEHIND = 4  # words behind a number among which what it counts may stand
# "Participants in the call included A, B and C": whom an opening calls only "European leaders".
_TAKING_PART = re.compile(
    r"\b(?:[Pp]articipants|[Aa]ttendees|[Tt]hose\s+(?:taking\s+part|participating|present|attending))\b[^.:;]{0,60}?\b(?:included?|were|are)\b:?"
)
_STATES = late_regex(
    r"countr(?:y|ies)|states?|nations?|governments?|capitals?|powers?|arm(?:y|ies)|militar(?:y|ies)|econom(?:y|ies)|sides?|delegations?|teams?",
    re.IGNORECASE,
)
_OTHERS = late_regex(
    r"powers?|arm(?:y|ies)|militar(?:y|ies)|econom(?:y|ies)|all(?:y|ies)|neighbou?rs?|rivals?|adversar(?:y|ies)|counterparts?|partners?|interlocutors?",
    re.IGNORECASE,
)
# Offices that anybody who takes part may be said to have.
_ANY_OFFICE = frozenset("leader head chief official representative diplomat participant delegate".split())
_PLURALS = {one: many for many, one in ROLE_PLURALS.items()}
_LEADERS = LEADERS | {"prime-minister"}
_DETERMINERS = frozenset("the all these those our their both".split())
# Words that set those counted beside somebody who is named: "nine leaders joined him", "apart from her, ten".
_BESIDE = late_regex(
    r"\b(?:other|others|remaining|further|foreign|besides|beside|apart\s+from|aside\s+from|alongside|with|together\s+with|join(?:s|ed|ing)?|except|counterparts)\b",
    re.IGNORECASE,
)
# "… and Members of the task force", "… as well as leaders of the region": more take part than are named.
_AND_OTHERS = late_regex(
    r"(?:\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)*)?\s*,?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:leaders|ministers|presidents|members|representatives|counterparts|officials|heads|chiefs|others)\b",
    re.IGNORECASE,
)
_CONFERENCE = late_regex(
    r"\b(?:joint|following)\b.*\b(?:conference|statements?|availability)\b|\b(?:conference|statements?)\s+(?:\w+\s+)?following\b",
    re.IGNORECASE,
)
# What tells by its name how many take part: "the Group of Seven", "the E3", "trilateral talks".
_NUMBERED = {
    value: late_regex(rf"\b(?:[GEPV]{value}|Group\s+of\s+{word})\b|\b(?:{adjectives})\b", re.IGNORECASE)
    for value, word, adjectives in (
        (2, "Two", "bilateral"),
        (3, "Three", "trilateral|tripartite"),
        (4, "Four", "quadrilateral|quad|quartet"),
        (5, "Five", "quintet"),
        (7, "Seven", "group of seven"),
    )
}
_LIST = late_regex(r"\blist(?:s|ed|ing)?\b", re.IGNORECASE)
_TAKERS = late_regex(r"\b(?:participants|attendees)\b", re.IGNORECASE)
_NATIONAL = late_regex(
    r"\s*(?:the\s+)?(?:national\s+leaders|heads\s+of\s+(?:state|government))", re.IGNORECASE
)
_STATE_LEADERS = "national leaders"
# "Seven of them lead individual countries".
_LEADING = late_regex(
    r"\s+of\s+(?:the|its|those|these|them)\b[^.;,]*?\b(?:lead|led|leads|head|headed|govern|governed|run|ran|represent|represented|spoke\s+for)\s+"
    r"(?:(?:individual|single|national|sovereign|their(?:\s+own)?|one)\s+)*(?:countr(?:y|ies)|states?|governments?|nations?)\b"
)
_PARTITIVE = late_regex(r"\s+of\s+(?:the|its|those|these)\b[^.;]*?\b(?:were|are|was|is)\s+(?P<what>[^,.;]+)")


@dataclass(frozen=True)
class Party:
    """One who takes part: what a name must match to be this one, the heads of the offices, and the state."""

    keys: frozenset[str]
    offices: frozenset[str]
    state: str | None
    person: bool


@dataclass(frozen=True)
class Parties:
    """Those who take part together, and where the text names them."""

    each: tuple[Party, ...]
    place: Span
    listed: bool = False  # only those whom a list of participants has, who are not named as the subject

    @property
    def states(self) -> frozenset[str]:
        """The states that they stand for."""
        return frozenset(p.state for p in self.each if p.state)


def gathers_parties(c: Comparison, claimed: Quantity) -> bool:
    """Whether a number gathers those who take part, all of them or all but those named beside them: "all three agreed"."""
    if not _small(claimed) or not _definite(c, claimed):
        return False
    noun = _noun(c, claimed)
    if any(_fits(c, claimed, parties, noun) for parties in _meant(c)):
        return True
    return bool(noun) and (_named_before(c, claimed) or _in_a_name(c.document, int(claimed.item.value)))


def _named_before(c: Comparison, claimed: Quantity) -> bool:
    """Whether the claim itself has named as many sides before: "Norland could join, A said, if the two sides agreed"."""
    sides = c.document.identities.sides
    before = [n for n in c.claim.names if n.span.end <= claimed.span.start]
    told = [sides.of(n.text) for n in before]
    return None not in told and len(set(told)) == claimed.item.value


def _in_a_name(document: Document, value: int) -> bool:
    """Whether those who take part are called by their number where the text does not name them: "the G7", "a trilateral"."""
    if value not in _NUMBERED or parties_of(document):
        return False
    return any(_NUMBERED[value].search(" ".join(s.text.split())) for s in document.opening)


def takes_in_all(c: Comparison, at: int) -> bool:
    """Whether "all" or "both" at a token adds nothing to what is told: "all four agreed", "both leaders", "ten in all"."""
    tokens = c.claim.tokens
    form, behind = tokens.form(at), tokens.form(at + 1) if at + 1 < len(tokens) else ""
    if form == "all":
        counted = [q for q in c.claim.quantities if tokens.within(q.span).start == at + 1]
        return (at > 0 and tokens.form(at - 1) == "in") or any(gathers_parties(c, q) for q in counted)
    whose = PARTIES.fullmatch(behind) is not None
    return form == "both" and whose and any(len(p.each) == 2 for p in _meant(c))


def office_miscounted(c: Comparison, claimed: Quantity) -> bool:
    """Whether a number counts holders of an office among people who take part, and others take part than it says."""
    noun = (_part(c, claimed) or _noun(c, claimed)) if _small(claimed) else None
    office = ROLE_PLURALS.get(noun or "", "")
    if not office or office in _ANY_OFFICE:
        return False
    known = [p for p in _meant(c) if all(one.person for one in p.each)]
    held = any(_holds(one, noun, c) for p in known for one in p.each)
    return held and not any(_fits(c, claimed, p, noun) for p in known)


def gathered_nouns(c: Comparison) -> frozenset[int]:
    """Return the tokens of the nouns of numbers that gather at the beginning of the claim: "all five leaders" tells nothing more."""
    found: set[int] = set()
    for q in c.claim.quantities:
        subject = c.claim.tokens.within(q.span).start == 1  # "The five leaders …"
        if subject and gathers_parties(c, q):
            at = c.claim.tokens.within(q.span).stop
            behind = range(at, min(at + _BEHIND, len(c.claim.tokens)))
            found.update(i for i in behind if c.claim.tokens.form(i) == _noun(c, q))
    return frozenset(found)


def parties_counted(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the parties that a claim counts by what they are: "three prime ministers", "the leaders of three countries"."""
    if not _small(claimed, least=1):
        return None
    one = claimed.item.value == 1
    noun = _one_of(c, claimed) if one else _part(c, claimed) or _noun(c, claimed)
    if one and not (noun and _counts_another(c, claimed)):
        return None
    for parties in _meant(c):
        if _fits(c, claimed, parties, noun) if noun else _are_the_rest(c, claimed, parties):
            text = c.document.text[parties.place.start : parties.place.end]
            names = " ".join(text.split())[:90]
            return Computation(f"{int(claimed.item.value)} take part: {names}", (parties.place,), plain=True)
    return None


def _one_of(c: Comparison, claimed: Quantity) -> str | None:
    """Return the office that "one president" has, in the plural."""
    at = c.claim.tokens.within(claimed.span).stop
    forms = [c.claim.tokens.form(i) for i in range(at, min(at + 2, len(c.claim.tokens)))]
    return next((_PLURALS[f] for f in forms if f in _PLURALS), None)


def _counts_another(c: Comparison, claimed: Quantity) -> bool:
    """Whether a claim counts holders of another office too, or no more than one: then "one" counts, and is no article."""
    alone = re.search(r"\b(?:only|just|exactly|a\s+single)\s*$", c.claim.text[: claimed.span.start])
    others = [q for q in c.claim.quantities if q != claimed and _small(q, least=1)]
    return alone is not None or any(_noun(c, q) or _one_of(c, q) for q in others)


def _part(c: Comparison, claimed: Quantity) -> str | None:
    """Return what some of those who take part are said to be: "three of the four were prime ministers"."""
    partitive = _PARTITIVE.match(c.claim.text, claimed.span.end)
    if _LEADING.match(c.claim.text, claimed.span.end) or (partitive and _NATIONAL.match(partitive["what"])):
        return _STATE_LEADERS
    if partitive is None:
        return None
    return next((w for w in re.findall(r"\w+", partitive["what"].casefold()) if w in ROLE_PLURALS), None)


def _are_the_rest(c: Comparison, claimed: Quantity, parties: Parties) -> bool:
    """Whether a number without a noun is those who are left: "five of them were national leaders, the other three …"."""
    others = [q for q in c.claim.quantities if q != claimed and _small(q)]
    parts = [(q, noun) for q in others if (noun := _part(c, q))]
    if len(parts) != 1 or _noun(c, claimed) != "" or not _fits(c, parts[0][0], parties, parts[0][1]):
        return False
    every = len(parties.each) - sum(not p.keys.isdisjoint(_named(c)) for p in parties.each)
    return bool(claimed.item.value + parts[0][0].item.value == every)


def _meant(c: Comparison) -> list[Parties]:
    """Return the parties that a claim may speak of: those that are listed, where it speaks of the list."""
    every = parties_of(c.document)
    lists = [p for p in every if p.listed]
    if lists and _LIST.search(c.claim.text):
        return lists
    return [p for p in every if not p.listed or _TAKERS.search(c.claim.text)]


def _small(claimed: Quantity, least: int = 2) -> bool:
    if claimed.sort != "number" or claimed.item.kind != "number" or claimed.item.unit:
        return False
    return bool(least <= claimed.item.value <= _MOST and claimed.item.bound == "exact")


def _definite(c: Comparison, claimed: Quantity) -> bool:
    at = c.claim.tokens.within(claimed.span).start
    return at > 0 and c.claim.tokens.form(at - 1) in _DETERMINERS


def _noun(c: Comparison, claimed: Quantity) -> str | None:
    """Return the noun for those whom a number counts, "" where it stands alone ("all three agreed"), None for other things."""
    at = c.claim.tokens.within(claimed.span).stop
    for i in range(at, min(at + _BEHIND, len(c.claim.tokens))):
        form = c.claim.tokens.form(i).rstrip("'’").removesuffix("'s")
        if is_function_word(form):
            break
        if form in ("names", "entries"):  # "the list of participants has eight names"
            return "participants" if PARTIES.search(c.claim.text) else None
        if form.endswith("ed"):
            break  # "three headed …"
        plural = form.endswith("s") and not form.endswith(("ss", "us", "is"))
        if plural or form == "people":
            known = form in ROLE_PLURALS or PARTIES.fullmatch(form) or _OTHERS.fullmatch(form)
            return form if known else None
    return ""


def _fits(c: Comparison, claimed: Quantity, parties: Parties, noun: str | None) -> bool:
    """Whether as many take part as a claim counts, without those whom it names beside the number."""
    if noun is None:
        return False
    value = int(claimed.item.value)
    named = _named(c)
    states = {key.removeprefix("polity:") for key in named if key.startswith("polity:")}
    if noun and _STATES.fullmatch(noun) and len(parties.states) > 1:
        every = len(parties.states)
        beside = len(parties.states & (states | {p.state for p in parties.each if p.keys & named}))
        return value in _allowed(c, claimed, every, beside)
    office = noun if noun == _STATE_LEADERS else ROLE_PLURALS.get(noun, "") if noun else ""
    chosen = [p for p in parties.each if not office or office in _ANY_OFFICE or _holds(p, noun, c)]
    if office and office not in _ANY_OFFICE and not all(p.person for p in parties.each):
        return False
    beside = sum(not p.keys.isdisjoint(named) for p in chosen)
    return value in _allowed(c, claimed, len(chosen), beside)


def _named(c: Comparison) -> frozenset[str]:
    return frozenset[str]().union(*(n.keys for n in c.claim.names))


def _allowed(c: Comparison, claimed: Quantity, every: int, beside: int) -> set[int]:
    """Return how many a claim may count: the others where it sets somebody beside them, all where it names none or all."""
    if not beside or beside == every:
        others = re.search(
            r"\bother\s*$|\bother\b", c.claim.text[max(0, claimed.span.start - 8) : claimed.span.end + 8]
        )
        return {every - 1} if others and not beside else {every}
    if _BESIDE.search(c.claim.text) or not _definite(c, claimed):
        return {every - beside}
    return {every, every - beside}


def _holds(party: Party, noun: str | None, c: Comparison) -> bool:
    """Whether a party has the office that a claim counts: "prime ministers" are no ministers of another kind."""
    words = c.claim.text.casefold()
    if noun == _STATE_LEADERS:
        return country_of(party.state or "") is not None and not party.offices.isdisjoint(_LEADERS)
    wanted = ROLE_PLURALS.get(noun or "", "")
    if wanted == "minister" and re.search(r"\bprime\s+ministers\b", words):
        wanted = "prime-minister"
    return wanted in party.offices


# -- who takes part ---------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def parties_of(document: Document) -> tuple[Parties, ...]:
    """Return those who take part in what a text is about: as a list of participants has them, else the event and the title."""
    event = document.reading.event
    own = list(event.parties) if event else []
    if (joined := _taking_part(document)) is not None:
        mentions, place = joined
        return (
            Parties(_each(document, [*own, *mentions]), place),
            Parties(_each(document, mentions), place, listed=True),
        )
    found = []
    if event and len({m.entity for m in own}) > 1 and _complete(document, own, event.sentence):
        found.append(Parties(_each(document, own), event.sentence.span))
    if not any(p.person for parties in found for p in parties.each):
        found += _speaking(document, own) or _in_title(document)
    return tuple(p for p in found if len(p.states) > 1 or any(one.person for one in p.each))


def _complete(document: Document, mentions: Sequence[Mention], sentence: Sentence) -> bool:
    """Whether those named are all: no "and leaders of the member states" goes on, no unnamed subject met "with" them."""
    first, last = mentions[0].full.start, max(m.full.end for m in mentions)
    if _AND_OTHERS.match(document.text, last, sentence.span.end):
        return False
    title = sentence.furniture or sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    return not (title and re.search(r"\bwith\b", document.text[sentence.span.start : first]))


def _speaking(document: Document, named: Sequence[Mention]) -> list[Parties]:
    """Return those who hold office and speak in turn, and those whom the title names besides, where the title tells of a joint conference or of statements."""
    names, title = document.reading.names, document.reading.source.title or ""
    if not _CONFERENCE.search(title):
        return []
    labels = [m for m in names.mentions if m.form is Form.LABEL and m.kind is NameKind.PERSON]
    in_office = [m for m in labels if not _offices_of(document, m.entity).isdisjoint(_LEADERS | {"minister"})]
    if len({m.entity for m in in_office}) < 2:
        return []
    people = [m for m in named if m.kind is NameKind.PERSON]
    return [Parties(_each(document, [*in_office, *people]), in_office[0].full)]


def _offices_of(document: Document, number: int) -> frozenset[str]:
    return frozenset(_offices(text for text, _ in document.reading.names.entities[number].roles))


def _in_title(document: Document) -> Iterator[Parties]:
    """Yield those whom the title joins: "Joint statement by President A and Prime Minister B"."""
    for sentence in document.opening[:1]:
        titled = [m for m in outer_mentions(document.reading, sentence.span) if document.is_heading(m.full)]
        first = next((m for m in titled if m.kind is NameKind.PERSON), None)
        if first and (people := _people_listed(document, titled, first.full.start, 1)):
            yield Parties(_each(document, people), sentence.span)


def _taking_part(document: Document) -> tuple[list[Mention], Span] | None:
    for sentence in document.story:
        if match := _TAKING_PART.search(sentence.text):
            mentions = outer_mentions(document.reading, sentence.span)
            if found := _people_listed(document, mentions, sentence.span.start + match.end(), 40):
                return found, sentence.span
    return None


def _people_listed(document: Document, mentions: list[Mention], start: int, reach: int) -> list[Mention]:
    """Return the two or more people of a list, nobody else being named behind its beginning."""
    found = [m for m in listed(document.text, mentions, start, reach) if m.kind is NameKind.PERSON]
    every = [m for m in mentions if m.kind is NameKind.PERSON and m.full.start >= start]
    whole = found == every and found and not _AND_OTHERS.match(document.text, found[-1].full.end)
    return found if whole and len({m.entity for m in found}) > 1 else []


def _each(document: Document, mentions: Iterable[Mention]) -> tuple[Party, ...]:
    numbers = dict.fromkeys(m.entity for m in mentions)
    return tuple(_party(document, number) for number in numbers)


def _party(document: Document, number: int) -> Party:
    entity = document.reading.names.entities[number]
    state = document.identities.sides.of(entity.label)
    person = entity.kind is NameKind.PERSON
    keys = {f"entity:{number}"} | (set() if person or not state else {f"polity:{state}"})
    return Party(frozenset(keys), _offices_of(document, number), state, person)


def _offices(roles: Iterable[str]) -> Iterator[str]:
    """Yield the heads of somebody's offices in a state; who presides over a commission or council is no president of one."""
    for role in roles:
        form = role_form(role)
        bodies = form.institutions or any(country_of(a) is None for a in form.affiliations)
        if not form.former and not bodies:
            yield "prime-minister" if "prime-minister" in form.words else form.head
