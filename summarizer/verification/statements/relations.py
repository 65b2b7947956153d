"""Decides claims that only tie names together: who represented a state, who issued the text. No sentence need say so.

A list of those who took part makes nobody "represent" anybody, and a heading has no verb: "Statement by X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Entity, NameKind
from summarizer.reading.naming.gazetteer import Sort, country_of, look_up
from summarizer.source import Span
from summarizer.verification.claims.frames import NOUNS, is_the_text
from summarizer.verification.compare.names import has_initials
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.identity import matches
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import issuer

_WHERE = late_regex(r"\s+(?:on|at|in|during)\s+(?:the|this|these|that)\s+(?:\w+\s+)?\w+\s*\.?$")
_REPRESENTED = late_regex(
    r"^(?P<body>[^,;]{2,60}?)\s+(?:is|are|was|were|had\s+been)\s+represented\s+by\s+(?P<who>[^;]+?)\.?$"
)
_REPRESENTS = late_regex(r"^(?P<who>[^,;]{2,80}?)\s+(?:represented|represents)\s+(?P<body>[^,;]{2,60}?)\.?$")
_BY = late_regex(r"^(?P<body>.+?)\s+by\s+(?P<who>.+)$")
_ISSUED = late_regex(
    rf"^(?:the|this)\s+(?:[\w’'-]+\s+){{0,4}}?{NOUNS}(?:\s+of\s+the\s+\w+(?:\s+\w+)?)?\s+"
    rf"(?:(?:was|is|has\s+been)\s+(?:issued|released|published|given\s+out|put\s+out|made\s+public|made)|came|comes)\s+(?:as\s+an?\s+{NOUNS}\s+)?"
    r"(?:by|from)\s+(?P<who>[^,;]{3,90}?)(?:,\s+(?P<aside>[^;]+?))?\.?$",
    re.IGNORECASE,
)


def judge_relation(document: Document, text: str, check: Check) -> Outcome | None:
    """Judge who is said to have represented whom, or to have issued the text; None for a claim of another sort."""
    body = " ".join(text.split())
    return _judge_represented(document, body, check) or _judge_issued(document, body, check)


# -- who represented whom ------------------------------------------------------------------------


def _judge_represented(document: Document, text: str, check: Check) -> Outcome | None:
    spans: list[Span] = []
    for body, who in _represented(_WHERE.sub("", text)):
        people = [e for n in document.identities.in_text(who) if (e := _person(document, n.text))]
        if not people or not {e.sort for e in look_up(body)} & {Sort.POLITY, Sort.CAPITAL}:
            return None  # of a body of several states, who is from one of them may be no representative
        for person in people:
            place = document.reading.names.mentions[person.mentions[0]].span
            if document.identities.sides.of(person.label) != country_of(body):
                return check.review("role_mismatch", f"{person.label} is not told to be of {body}", [place])
            spans.append(place)
    return check.supported("represented", "the text names them for it", spans) if spans else None


def _represented(text: str) -> Iterator[tuple[str, str]]:
    """Yield each state with who represents it: "A was represented by X and B by Y"."""
    if match := _REPRESENTED.match(text):
        body = match["body"]
        for part in re.split(r",?\s+and\s+|,\s+", match["who"]):
            told = _BY.match(part)
            body = told["body"] if told else body
            yield body, told["who"] if told else part
    elif match := _REPRESENTS.match(text):
        yield match["body"], match["who"]


def _person(document: Document, name: str) -> Entity | None:
    entity = document.reading.names.resolve(name)
    return entity if entity is not None and entity.kind is NameKind.PERSON and entity.name else None


# -- who issued the text -------------------------------------------------------------------------


def _judge_issued(document: Document, text: str, check: Check) -> Outcome | None:
    match, issued = _ISSUED.match(text), issuer(document)
    if match is None or issued is None or issued.document:
        return None
    who = match["who"]
    own = is_the_text(document.reading.source, who)
    if not own and compare_speaker(document, who, issued) is not Agreement.SAME:
        return check.review("speaker_mismatch", f"issued by “{issued.text}”, not by {who}", [issued.span])
    if not all(_told(document, named) for named in _names(document, match["aside"] or "")):
        return check.review("name_not_in_passage", f"“{match['aside']}” is not told of {who}", [issued.span])
    return check.supported("issued", f"the text says that it is by “{issued.text}”", [issued.span])


def _names(document: Document, text: str) -> list[str]:
    return [named.text for named in document.identities.in_text(text)]


def _told(document: Document, name: str) -> bool:
    given = document.identities.given(name)
    here = [n for s in document.opening for n in document.identities.in_sentence(s)]
    issued = issuer(document)
    words = f"{issued.text if issued else ''} {document.reading.source.title or ''}"
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    return (
        name in words
        or any(matches(given, n) for n in here)
        or has_initials(words, name)
        or initials in words.split()
    )
