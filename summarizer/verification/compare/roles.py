"""Compares who is what: the titles that a claim gives people with those that the source gives them, or others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Entity, NameKind, role_form, same_role
from summarizer.reading.naming.gazetteer import country_of, look_up
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.descriptions import is_described
from summarizer.verification.difference import Difference
from summarizer.verification.who.described import another_told
from summarizer.verification.who.identity import Named

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Heads that fit any office: who is called so may hold another title in the source.
GENERIC = frozenset(
    "official leader figure head chief representative diplomat aide man woman politician envoy counterpart number".split()
)
# Offices that each state has one of: that one is held by somebody says nothing of another state's.
_OF_EACH_STATE = frozenset(
    "president minister prime-minister premier chancellor king queen ambassador spokesperson leader foreign-minister".split()
)
# "X is the president of Y": a noun phrase with a role for its head, not "is to be", "was among", "is ready to".
_IS = late_regex(
    r"\s+(?:is|was|has\s+been|became|serves\s+as|served\s+as)\s+(?:the\s+|an?\s+)?(?P<what>[^,.;:()]{3,70})"
)
# "X attended as chair of Y"; "as the president said" tells no role.
_AS = late_regex(
    r"(?:^|\b)(?:as|in\s+(?:his|her)\s+capacity\s+as)\s+(?:the\s+|an?\s+)?(?P<what>(?!much\b|well\b|soon\b)[^,.;:()]{3,80})",
    re.IGNORECASE,
)
_NO_NOUN = frozenset("to among in at on with by from one not no never being of for about under".split())
_GOES_ON = frozenset("of for to at in on and or who from under".split())
_GOVERNING = late_regex(
    r"\b(?:of|with|to|from|by|for|against|about)\s+(?:(?:the|[A-Z][\w.’'-]*|president|minister)\s+)*$"
)
_NOUN_PHRASE = 120  # characters beside a name in which a title of its bearer stands
_BACK = 2  # sentences before a title in which its bearer may be named
_APPOSED = late_regex(r"(?:,|\s\()\s*(?P<what>[^,;()\n]+)")
_OFFICE_OF = re.compile(
    r"\b(?P<office>[A-Za-z][a-z]+)\s+of\s+(?:the\s+)?(?P<whose>[A-Z][\w’'-]*(?:\s+(?:&\s+)?[A-Z][\w’'-]*)*)"
)
_RANK = late_regex(r"\b(?:deputy|vice|former|assistant)\b", re.IGNORECASE)
_EDGE = late_regex(r"[,;:()\n•*]|\.\s|\b(?:and|included|including|with|by|that)\s")


def compare_roles(c: Comparison) -> Iterator[Difference]:
    """Compare the roles that the claim gives people with those that the source gives them."""
    yield from _compare_predicates(c)
    yield from _compare_offices(c)
    yield from _compare_served(c)
    if (another := another_told(c.claim)) is not None:
        person, other = another
        message = f"the source tells this of {other.label}, not of {person.label}"
        yield Difference(Verdict.REVIEW, "role_mismatch", message, c.sentence.span)
    for name, text in [*_titles(c), *_capacities(c)]:
        known = c.document.reading.names.resolve(name)
        if role_form(text).head in GENERIC - {"envoy"} or stands_beside(c, name, text):
            continue
        if known and known.roles:
            if role_form(text).head not in GENERIC and all(
                same_role(text, theirs) == "different" for theirs, _ in known.roles
            ):
                theirs, span = known.roles[0]
                message = f"the source calls {known.label} “{_line(theirs)}”, not “{_line(text)}”"
                yield Difference(Verdict.CONTRADICTED, "role_mismatch", message, span)
        elif held := _held_by_another(c, name, known, text) or _held_by_one(c, known, text):
            holder, span = held
            message = f"the source calls {holder} “{_line(text)}”, not {name}"
            yield Difference(Verdict.REVIEW, "role_mismatch", message, span)


def _compare_offices(c: Comparison) -> Iterator[Difference]:
    """Compare whose office is told where nobody is named: "the Premier of X and the Secretary of Y" are not turned round."""
    mine = _offices(c.claim.text)
    told = _offices(c.sentence.text) if mine else []
    for office, whose in mine:
        own = {other for other, place in told if place == whose}
        if own and office not in own and any(other == office for other, _ in told):
            message = f"here the {office} is not that of “{whose}”"
            yield Difference(Verdict.CONTRADICTED, "role_mismatch", message, c.sentence.span)


# Who acts for another, and for whom: "counsel for the families", "a spokesman for the ministry".
_SERVED = late_regex(
    r"\b(?P<who>counsel|lawyers?|attorneys?|solicitors?|barristers?|spokes(?:man|woman|person)|representatives?)\s+(?:for|of)\s+"
    r"(?P<whom>(?:the\s+|an?\s+)?(?:[\w’'-]+\s*){1,4})",
    re.IGNORECASE,
)


def _compare_served(c: Comparison) -> Iterator[Difference]:
    """Yield one who acts for somebody in the claim where in the passage one of that office acts for another."""
    mine = list(_SERVED.finditer(c.claim.text))
    served = _SERVED.finditer(c.sentence.text) if mine else ()
    told = [(role_form(m["who"]).head or m["who"].casefold(), m) for m in served]
    here = {stem(w.casefold()) for w in re.findall(r"[^\W_]+", c.sentence.text)} if told else set()
    for match in mine if told else ():
        office = role_form(match["who"]).head or match["who"].casefold()
        nouns = re.split(r"\b(?:\w+ed|said|says|told|tells)\b", match["whom"])[0]
        whom = {stem(w) for w in _content(nouns)}
        others = [m for head, m in told if head == office]
        if others and whom and not whom & here and not whom & _shortened(others[0]["whom"]):
            message = f"here the {match['who']} is for “{_line(others[0]['whom'])}”"
            yield Difference(Verdict.REVIEW, "role_mismatch", message, c.sentence.span)


def _shortened(name: str) -> set[str]:
    """Return what a body may be called for short: its initials."""
    return {"".join(w[0] for w in re.findall(r"\b[A-Z]\w+", name)).casefold()}


def _offices(text: str) -> list[tuple[str, str]]:
    found = ((m["office"].casefold(), " ".join(m["whose"].split())) for m in _OFFICE_OF.finditer(text))
    return [(ROLE_PLURALS.get(office, office), whose) for office, whose in found if office in ROLES]


def _titles(c: Comparison) -> list[tuple[str, str]]:
    """Return the persons whom the claim names with a title, before the name or behind a comma."""
    return [(p.name or "", text) for p in c.claim.people for text, _ in p.roles]


def _capacities(c: Comparison) -> list[tuple[str, str]]:
    """Return the persons of whom the claim says what they act as, with that role."""
    found = []
    people = [n for n in c.claim.names if _is_person(c, n)]
    for match in _AS.finditer(c.claim.text):
        if not _is_office(match["what"], closed=True):
            continue
        before = [n for n in people if n.span.end <= match.start()]
        free = [n for n in before if not _GOVERNING.search(c.claim.text[: n.span.start])]
        behind = [n for n in people if n.span.start >= match.end()]
        doer = free[-1:] or before[-1:] or (behind[:1] if match.start() < 2 else [])
        found += [(n.text, match["what"]) for n in doer]
    return found


def _is_person(c: Comparison, named: Named) -> bool:
    """Whether a name is a person's, or may be one that the reader of names missed."""
    known = c.document.reading.names.resolve(named.text)
    if known is not None:
        return known.kind is NameKind.PERSON
    return not named.keys and len(named.text.split()) == 2 and not look_up(named.text)


def stands_beside(c: Comparison, name: str, role: str) -> bool:
    """Whether the source has all words of a role in the noun phrase around a name, whatever was read of them."""
    wanted = _content(role)
    surname = name.split()[-1] if name.split() else ""
    if len(surname) < 3 or not wanted:
        return False
    return any(
        wanted <= _content(beside) and bool(_RANK.search(beside)) <= bool(_RANK.search(role))
        for match in re.finditer(rf"\b{re.escape(surname)}\b", c.document.text)
        for beside in _noun_phrases(c, match)
    )


def _noun_phrases(c: Comparison, name: re.Match[str]) -> Iterator[str]:
    """Yield what stands right before a name, and behind it up to a comma unless that is the title of somebody else."""
    text = c.document.text
    before = _EDGE.split(text[max(0, name.start() - _NOUN_PHRASE) : name.start()])[-1]
    yield before
    if behind := _APPOSED.match(text, name.end(), name.end() + _NOUN_PHRASE):
        mentions = c.document.reading.mentions_in(Span(*behind.span("what")))
        entities = c.document.reading.names.entities
        if not any(m.kind is NameKind.PERSON and entities[m.entity].name for m in mentions):
            yield f"{before} {behind['what']}"


def _content(words: str) -> set[str]:
    found = (w.casefold() for w in re.findall(r"[^\W_]+", words))
    return {ROLE_PLURALS.get(w, w) for w in found if not is_function_word(w)}


def _held_by_another(c: Comparison, name: str, known: Entity | None, text: str) -> tuple[str, Span] | None:
    """Return who else the source gives a title that only one can hold, with the place."""
    role = role_form(text)
    states = {s for a in role.affiliations if (s := country_of(a))}
    if len(role.words) < 2 and not states:
        return None
    if role.head not in _OF_EACH_STATE and (place := _told_of_another(c, name, text)):
        return "somebody else", place
    for other in c.document.reading.names.entities:
        if other.kind is not NameKind.PERSON or (known and other.id == known.id):
            continue
        for theirs, span in other.roles:
            told = role_form(theirs)
            if (
                told.head != role.head
                or same_role(text, theirs) == "different"
                or not role.words <= told.words
            ):
                continue
            if role.head in _OF_EACH_STATE and not states & {
                s for a in told.affiliations if (s := country_of(a))
            }:
                continue
            return other.label, span
    return None


def _held_by_one(c: Comparison, known: Entity | None, text: str) -> tuple[str, Span] | None:
    """Return the one person whom the source gives an office told by its noun alone, where it gives the one named none.

    Of an office that each state or body has, it must be told whose it is: "Union No. 2 is led by its president, A".
    """
    role = role_form(text)
    if known is None or len(role.words) != 1 or role.head in GENERIC:
        return None
    holders = [
        (other.label, theirs, span)
        for other in c.document.reading.names.entities
        if other.kind is NameKind.PERSON and other.name and other.id != known.id
        for theirs, span in other.roles[:1]
        if role_form(theirs).head == role.head and same_role(text, theirs) != "different"
    ]
    if len(holders) != 1:
        return None
    holder, theirs, span = holders[0]
    if role.head in _OF_EACH_STATE and not _owned_alike(c.claim.text, text, theirs):
        return None
    return holder, span


def _owned_alike(claim: str, office: str, theirs: str) -> bool:
    """Whether an office is told as "its" or "their" of what the source names with it: "its president", of the Union."""
    own = re.search(rf"\b(?:its|their)\s+{re.escape(office)}\b", claim, re.IGNORECASE)
    owners = set(re.findall(r"\b[A-Z][\w’'-]+", claim[: own.start()])) if own else set()
    return bool(owners & set(re.findall(r"\b[A-Z][\w’'-]+", theirs)))


def _told_of_another(c: Comparison, name: str, text: str) -> Span | None:
    """Return where the source has the words of a title and neither there nor shortly before the name of who is given it."""
    wanted, surname = _content(text), name.split()[-1].casefold()
    story = c.document.story
    if len(wanted) < 2:
        return None
    for i, sentence in enumerate(story):
        if wanted <= _content(sentence.text) and not any(
            surname in s.text.casefold() for s in story[max(0, i - _BACK) : i + 1]
        ):
            return sentence.span
    placed = c.document.aligner.place(text)
    return placed.span if placed.found else None


def _compare_predicates(c: Comparison) -> Iterator[Difference]:
    """Compare "X is the president of Y" with the roles that the source gives X."""
    for person, what in predicates(c):
        if any(_role_fits(what, person, theirs) for theirs, _ in person.roles):
            continue
        if stands_beside(c, person.label, what) or is_described(c.document, person.label, what):
            continue
        theirs, span = person.roles[0] if person.roles else ("nothing of the kind", c.sentence.span)
        message = f"the source calls {person.label} “{_line(theirs)}”, not “{what}”"
        yield Difference(
            Verdict.CONTRADICTED if person.roles else Verdict.REVIEW, "role_mismatch", message, span
        )


def predicates(c: Comparison) -> list[tuple[Entity, str]]:
    """Return the persons of whom the claim says what they are, with the role it gives them."""
    found = []
    for named in c.claim.names:
        told = _IS.match(c.claim.text, named.span.end)
        known = c.document.reading.names.resolve(named.text) if told else None
        if told and known and known.kind is NameKind.PERSON and _is_office(told["what"]):
            found.append((known, told["what"]))
    return found


def _is_office(phrase: str, *, closed: bool = False) -> bool:
    """Whether a phrase is a noun phrase with a role for its head: "the president of X", not "received by the president".

    `closed`: nothing but "of Y" and the like follows the head, so that no clause begins there.
    """
    words = [w.casefold() for w in re.findall(r"[\w-]+", phrase)]
    head = next((i for i, w in enumerate(words) if w in ROLES), None)
    if head is None or _NO_NOUN & set(words[:head]):
        return False
    while head + 1 < len(words) and words[head + 1] in ROLES:
        head += 1
    return not closed or head + 1 == len(words) or words[head + 1] in _GOES_ON


def _role_fits(claimed: str, person: Entity, theirs: str) -> bool:
    """Whether a role that is claimed of a person can be the one that the source tells, of the same state."""
    if same_role(claimed, theirs) == "different":
        return False
    states = {c for text in (theirs, *(t for t, _ in person.affiliations)) if (c := country_of(text))}
    wanted = {c for text in role_form(claimed).affiliations if (c := country_of(text))}
    return not wanted or not states or bool(wanted & states)


def _line(text: str) -> str:
    return " ".join(text.split())
