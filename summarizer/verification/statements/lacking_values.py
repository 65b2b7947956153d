"""Decides whether a matter has no date, place, number or name in the text: none may stand where it is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.claims.claim import claim_of
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.matter import Matter

_DATES = ("date", "when")
_PARTLY = (
    0.4  # share of a matter's words from which the nearest sentence is taken for the one that speaks of it
)
_OF_IT = 0.3  # share of the words of something to come from which a sentence may date it
_NEAR = 4  # words around a matter in which its value stands for certain
_SEGMENT = late_regex(r"[,;:—–()]|\s-\s|\n\s*\n")
_TEMPORAL = late_regex(
    r"\b(?:today|tonight|tomorrow|yesterday|(?:next|this|last|coming|following|same)\s+(?:day|week|month|year|spring|summer|autumn|fall|winter|weekend|quarter)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:early|mid|late)[\s-]\w+|(?:in|by|before|until)\s+(?:the\s+)?(?:spring|summer|autumn|fall|winter)|"
    r"(?:January|February|March|April|June|July|August|September|October|November|December)|\d{4})\b",
    re.IGNORECASE,
)
_AT = late_regex(r"\b(?:in|at|to|near)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_GOES_ON = late_regex(r"^\W*(?:it|this|that|they|these|the\s+\w+)\b", re.IGNORECASE)
_OF_MATTER = late_regex(
    r"^[\s,]*(?:\w+\s+){0,2}?(?:of|from|for|heading|leading|who\s+(?:led|heads|headed|leads)|led|heads|headed)\s+(?:the\s+|a\s+)?(?:\w+\s+){0,2}$"
)
_LED_BY = late_regex(
    r"^[\s,(]*(?:(?:was|is|were)\s+)?(?:led|headed|including|represented|chaired|comprising|composed|namely|such\s+as|among\s+them)\b",
    re.IGNORECASE,
)
_AHEAD = late_regex(
    r"\b(?:will|shall|to\s+be|agreed|next|again|further|schedul\w+|plan\w*|upcoming|future|due|expect\w*|set\s+for)\b",
    re.IGNORECASE,
)
_MEMBERS = late_regex(
    r"(?:any|a|one|all|the|of)?\s*(?:of\s+the\s+)?(?:members?|participants?|representatives?|officials?|delegates?|ministers?|of\s+the)\b",
    re.IGNORECASE,
)


def judge_value(document: Document, search: Matter, sort: str, check: Check) -> Outcome | None:
    """Judge that a matter has no date (place, number, name …): none may stand beside it where the text speaks of it."""
    passages = search.passages[:6]
    if sort == "name" and _MEMBERS.match(search.text):
        return _judge_members(document, search, check)
    if not passages:
        return _judge_bare(document, search, sort, check)
    doubtful: list[Span] = []
    for passage in passages:
        spans = search.spans(passage)
        for value in _values(document, sort, passage, search):
            if _beside(document.text, value, spans, passage) and not _only_wished(document, value, passage):
                message = f"the text does give “{document.text[value.start : value.end]}” here"
                return check.contradicted("value_given", message, [value, passage.span])
            if _may_belong(document.text, value, spans, passage, sort):
                doubtful.append(value)
        doubtful += _goes_on(document, sort, passage, search)
    if _main_event(document, passages):
        told = [s for s in document.opening if not s.furniture]
        doubtful += [v for s in told for v in _values(document, sort, s, search)]
        if sort in _DATES and document.reading.anchor is not None:
            doubtful.append(passages[0].span)  # what a text of the day is about is of that day
    if doubtful and (untold := _told_open(document, search, sort)) is not None:
        return check.supported("value_not_given", f"the text says that it has no {sort}", [untold.span])
    if doubtful:
        message = f"“{document.text[doubtful[0].start : doubtful[0].end]}” may belong to “{search.text}”"
        return check.review("value_near", message, [doubtful[0], passages[0].span])
    return check.supported("value_not_given", f"this passage gives no {sort}", [passages[0].span])


def judge_which(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that the text does not tell which one, or how much, it was: no name, or number, may stand with what it did."""
    noun = search.text.split()[0].casefold()
    sort = "number" if noun in _MEASURES else "date" if noun in _PERIODS else "any name"
    passages = search.passages[:4]
    for passage in passages:
        behind = document.reading.sentences[passage.number : passage.number + 1]
        for sentence in (passage, *behind):
            if sort == "any name":
                names = document.identities.in_sentence(sentence)
                values = [n.span for n in names if not search.claim.names_one(n)]
            else:
                values = list(_values(document, sort, sentence, search))
            if values:
                message = f"“{document.text[values[0].start : values[0].end]}” may tell which"
                return check.review("value_near", message, [values[0], passage.span])
    if not passages:
        return None
    return check.supported("value_not_given", f"this passage does not tell which {noun}", [passages[0].span])


_MEASURES = frozenset(
    "share percentage proportion amount number rate level sum price size part fraction portion extent age height weight fee salary sums amounts".split()
)
_PERIODS = frozenset("year month week decade season quarter".split())
_WISHED = (
    Operation.WISH,
    Operation.POSSIBILITY,
    Operation.CONSEQUENCE,
    Operation.CONDITION,
    Operation.QUESTION,
)


def _only_wished(document: Document, value: Span, passage: Sentence) -> bool:
    """Whether a value stands in what is only wished, offered or held possible: "would be glad to host it in June"."""
    return any(
        o.operation in _WISHED and o.scope.overlaps(value) for o in document.reading.operators(passage)
    )


_SORT_NOUNS = {
    "date": "date|day|deadline|timetable|schedule",
    "when": "date|day|time|timetable|schedule",
    "time": "time|hour",
    "place": "place|venue|location|site",
    "number": "number|figure|amount",
    "duration": "length|duration",
    "name": "name",
}
_NEARBY = 2  # sentences around the matter in which the text may say that it has no date


def _told_open(document: Document, search: Matter, sort: str) -> Sentence | None:
    """Return the sentence by which the text itself says that a matter has no date (place, number …) yet."""
    if sort not in _SORT_NOUNS:
        return None
    noun = _SORT_NOUNS[sort]
    untold = re.compile(
        rf"\b(?:no|without(?:\s+\w+ing)?\s+an?|neither\s+an?|(?:not|n[’']t)\s+(?:\w+\s+){{0,2}}(?:an?y?|the))\s+(?:\w+\s+)?(?:{noun})\b|\b(?:{noun})s?\b[^.;]{{0,40}}?\b(?:not|to\s+be|yet\s+to\s+be|open)\b",
        re.IGNORECASE,
    )
    near = {n for p in search.passages for n in range(p.number - _NEARBY, p.number + _NEARBY + 1)}
    told = (s for s in document.story if s.number in near and untold.search(s.text))
    return next((s for s in told if _of_this(document, search, s, noun)), None)


_SET = late_regex(
    r"(?:set|fix|give|agree|name|announce|decide|know|mention|determin|confirm|state|specif|disclos|yet|still)\w*"
)


def _of_this(document: Document, search: Matter, sentence: Sentence, nouns: str) -> bool:
    """Whether a sentence that says so has no other matter than this: "no date is set", "no date for the next meeting"."""
    own = claim_of(document, sentence.text).concepts.each
    others = [
        one for one in own if not _SET.match(one.form) and not re.fullmatch(rf"(?:{nouns})s?", one.form)
    ]
    return all(not one.keys.isdisjoint(search.claim.concepts.all) for one in others)


def _judge_members(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that nobody of a delegation (a side, a panel) is named: nobody of its state, nor beside its name."""
    state = country_of(search.text) or next(
        (c for n in search.claim.names if (c := country_of(n.text))), None
    )
    passages = [s for s in search.passages if search.has_words(s)]
    for passage in passages:
        if (found := _member_in(document, search, passage)) is not None:
            name = document.text[found.start : found.end]
            message = f"the text does name “{name}” of them"
            return check.contradicted("value_given", message, [found, passage.span])
    for person in _named_people(document):
        if state and document.identities.sides.of(document.text[person.start : person.end]) == state:
            name = document.text[person.start : person.end]
            return check.review("value_near", f"“{name}” may be one of them", [person])
    if not passages:
        return None
    return check.supported("value_not_given", "nobody of them is named", [passages[0].span])


def _member_in(document: Document, search: Matter, passage: Sentence) -> Span | None:
    """Return who is named in a passage as one of the matter: "X of the delegation", "the delegation, led by X"."""
    spans = search.spans(passage)
    for person in _people(document, passage, search):
        if person.end <= spans[0].start and _OF_MATTER.match(document.text[person.end : spans[0].start]):
            return person
        if person.start >= spans[-1].end and _LED_BY.match(document.text[spans[-1].end : person.start]):
            return person
    return None


def _named_people(document: Document) -> Iterator[Span]:
    names = document.reading.names
    for entity in names.entities:
        if entity.kind == "person" and entity.name:
            yield names.mentions[entity.mentions[0]].span


def _judge_bare(document: Document, search: Matter, sort: str, check: Check) -> Outcome | None:
    """Judge a matter that no passage speaks of as such: only a text without any such value can lack this one."""
    known = not search.claim.names or any(n.keys for n in search.claim.names)
    # The opening dates the event itself; what is to come is dated where the text speaks of what is to come.
    to_come = search.one_more
    told = (s for s in document.story if s not in document.opening and (not to_come or _AHEAD.search(s.text)))
    if sort not in (*_DATES, "time", "duration") or not known:
        return None
    nearest = max(document.story, key=search.share, default=None)
    if nearest is not None and search.share(nearest) >= _PARTLY and not to_come:
        behind = document.reading.sentences[nearest.number : nearest.number + 1]
        if not any(True for s in (nearest, *behind) for _ in _values(document, sort, s, search)):
            return check.supported("value_not_given", f"this passage gives no {sort}", [nearest.span])
    valued = [s for s in told if any(True for _ in _values(document, sort, s, search))]
    if any(not to_come or search.share(s) >= _OF_IT for s in valued):
        return None
    closest = max(document.story, key=search.share, default=None)
    if closest is None or not search.share(closest):
        return None
    return check.supported("value_not_given", f"the text gives no {sort} at all", [closest.span])


def _main_event(document: Document, passages: Sequence[Sentence]) -> bool:
    """Whether the matter is what the whole document is about: then its date may stand in the title or the first lines."""
    return any(p.number == o.number for p in passages for o in document.opening)


def _values(document: Document, sort: str, sentence: Sentence, search: Matter) -> Iterator[Span]:
    """Yield the values of a sort in a sentence."""
    if sort == "place":
        yield from _places(document, sentence, search)
    elif sort == "name":
        yield from _people(document, sentence, search)
    else:
        sorts = {
            "date": ("date", "quarter"),
            "when": ("date", "quarter", "time"),
            "duration": ("duration", "time"),
        }.get(sort, (sort,))
        told = [
            q.span for q in document.quantities_in(sentence) if q.sort in sorts and q.text.casefold() != "one"
        ]
        yield from told
        if sort in _DATES:
            for match in _TEMPORAL.finditer(sentence.text):
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                if not any(span.overlaps(other) for other in told):
                    yield span


def _places(document: Document, sentence: Sentence, search: Matter) -> Iterator[Span]:
    for named in document.identities.in_sentence(sentence):
        person = any(
            e.kind == "person" and f"entity:{e.id}" in named.keys for e in document.reading.names.entities
        )
        lead = document.text[max(sentence.span.start, named.span.start - 30) : named.span.start]
        if not person and _AT.search(lead) and not search.claim.names_one(named):
            yield named.span


def _people(document: Document, sentence: Sentence, search: Matter) -> Iterator[Span]:
    for mention in document.reading.mentions_in(sentence.span):
        if mention.kind == "person" and document.reading.names.entities[mention.entity].name:
            yield mention.span
    for match in _BY_OFFICE.finditer(document.text, *sentence.span):  # "will be decided by the mayors"
        if match["office"].casefold() in ROLES | ROLE_PLURALS.keys():
            yield Span(*match.span("office"))


_BY_OFFICE = late_regex(
    r"\bby\s+(?:the|both|its|their|our)\s+(?:two\s+)?(?:[A-Za-z]+\s+)??(?P<office>[A-Za-z]+)\b"
)


def _beside(text: str, value: Span, matter: Sequence[Span], passage: Sentence) -> bool:
    """Whether a value stands right beside the matter, with no break between them."""
    return any(_apart(text, value, span) <= _NEAR for span in matter)


def _apart(text: str, a: Span, b: Span) -> int:
    """Return how many words stand between two spans; many where a clause ends between them."""
    between = text[min(a.end, b.end) : max(a.start, b.start)]
    return 99 if _SEGMENT.search(between) else len(between.split())


def _may_belong(text: str, value: Span, matter: Sequence[Span], passage: Sentence, sort: str) -> bool:
    """Whether a value may be the matter's: it follows it, stands in its clause, or alone opens the sentence.

    A name before it is its own where nothing but an article stands between: "Berg, the mediator".
    """
    if not matter:
        return False
    first = matter[0].start
    if value.start >= first:
        return True
    between = text[value.end : first]
    if sort == "name":
        return bool(_APPOSED.fullmatch(between))
    if not _SEGMENT.search(between):
        return True
    # "On March 4, the sides will meet" dates the meeting; "Following up on their March 4 call, …" dates the call.
    return bool(_SEGMENT.match(between.lstrip())) and len(text[passage.span.start : value.start].split()) <= 2


_APPOSED = late_regex(r"\s*,?\s*(?:(?:and|or|is|are|was|were|as)\s+)?(?:the|an?|its|their|his|her)?\s*")


def _goes_on(document: Document, sort: str, passage: Sentence, search: Matter) -> list[Span]:
    """Return the values in the next sentence where it speaks on of the same: "It will be held in May"."""
    behind = document.reading.sentences[passage.number : passage.number + 1]
    return [
        v
        for s in behind
        if not s.furniture and _GOES_ON.match(s.text)
        for v in _values(document, sort, s, search)
    ]
