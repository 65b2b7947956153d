"""What each of several has, and what all of them have: "two officers from each camp" are four, a sum shared by two is half of it for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.counts.number_words import SMALL
from summarizer.reading.words import keys
from summarizer.verification.computed.computation import PARTIES
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import Figure, figures_of, fits_wanted, is_denied
from summarizer.verification.computed.listing import lists_in

_NEAR = 4  # sentences between an amount and the number of those who have it
_MOST = 10_000
_TWO = frozenset(
    "side camp party delegation country government capital team neighbour neighbor state nation half leader minister".split()
)
_EACH_BEHIND = re.compile(
    r"^[^.;:]{0,50}?\b(?:(?:from|for|to|by|in|at|on|with)\s+)?(?P<each>each|every|both|apiece|per)\b(?:\s+of\s+(?:the|its|their|these|those))?(?:\s+(?P<noun>(?:(?!\b(?:year|month|week|day|hour)\b)[\w’'-]+\s*){1,3}))?",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(
    r"\b(?:each|every|both)\b(?:\s+of\s+(?:the|its|their|these|those))?(?:\s+(?P<noun>(?:[\w’'-]+\s+){1,3}?))?(?:is\s+to\s+|are\s+to\s+|will\s+|would\s+|can\s+|may\s+|shall\s+|must\s+|has\s+|have\s+|had\s+|was\s+|were\s+)?(?:\w+\s+){0,2}?(?:with\s+|of\s+)?(?:some\s+|about\s+)?$",
    re.IGNORECASE,
)
_CLAIMS_EACH = late_regex(
    r"\b(?:each|every|apiece|per(?!\s*cent)|on\s+average|average\w*|a\s+head)\b", re.IGNORECASE
)
_OF_TIME = late_regex(r"^\s*(?:second|minute|hour|day|week|month|quarter|year)s?\b", re.IGNORECASE)
_SHARED = late_regex(
    r"\b(?:shar\w+|split\w*|divid\w+|equal\w*|evenly|same|between\s+(?:them|the)|among\w*|half\s+each|in\s+equal\s+parts)\b",
    re.IGNORECASE,
)
_AVERAGE = late_regex(r"\b(?:average\w*|mean)\b", re.IGNORECASE)


def totals(ask: Ask) -> Iterator[Way]:
    """Yield what all have together where the text tells what each has, and how many they are."""
    if _CLAIMS_EACH.search(ask.text):
        return
    for figure in figures_of(ask.document):
        if not fits_wanted(figure, ask.unit, ask.noun) or figure.share is not None:
            continue
        noun = _bearers_of(ask, figure)
        if noun is None:
            continue
        for count, by in _numbers_of(ask, figure, noun):
            operands = (figure, *([by] if by is not None else []))
            message = f"{count:g} × {told(figure)[0]} = {count * figure.value:,.10g}"
            explained = tuple(
                q
                for q in ask.claim.quantities
                if q != ask.wanted and q.sort == "number" and q.item.value == count
            )
            yield Way(count * figure.value, operands, message, frozenset(), explained)


def shares_each(ask: Ask) -> Iterator[Way]:
    """Yield what each of several has of a whole that they share, or what it comes to on average."""
    each = _CLAIMS_EACH.search(ask.text)
    if each is None or ask.unit == "%":
        return
    average = _AVERAGE.search(ask.text) is not None
    bearers = _named_in_claim(ask)
    for figure in figures_of(ask.document):
        if not fits_wanted(figure, ask.unit, None) or figure.share is not None or figure.value < 2:
            continue
        sentences = ask.document.reading.sentences[
            max(0, figure.sentence.number - 2) : figure.sentence.number + 4
        ]
        if not average and not any(_SHARED.search(s.text) for s in sentences):
            continue
        for noun in bearers:
            for count, by in _numbers_of(ask, figure, noun):
                operands = (figure, *([by] if by is not None else []))
                message = f"{told(figure)[0]} ÷ {count:g} = {figure.value / count:,.10g}"
                yield Way(figure.value / count, operands, message)


def _bearers_of(ask: Ask, figure: Figure) -> str | None:
    """Return the noun for those of whom each has an amount of the text; None where nobody is told to have it each."""
    text, sentence = ask.document.text, figure.sentence.span
    behind = _EACH_BEHIND.match(text[figure.span.end : sentence.end])
    if behind is not None and not any(p.match(behind["noun"] or "") for p in (_OF_TIME, _SCALE)):
        inner = [
            f
            for f in figures_of(ask.document)
            if figure.span.end <= f.span.start < figure.span.end + behind.start("each")
        ]
        if not inner:
            return _head(behind["noun"] or "")
    before = _EACH_BEFORE.search(text[sentence.start : figure.span.start])
    if before is not None and not _OF_TIME.match(before["noun"] or ""):
        return _head(before["noun"] or "")
    return None


def _head(words: str) -> str:
    """Return the noun of a few words behind "each": "three insurers" gives it with its number before it."""
    forms = [w for w in re.findall(r"[A-Za-z’'-]+", words.casefold()) if w not in SMALL]
    return forms[0] if forms else ""


_SCALE = late_regex(
    r"^\s*(?:thousand|million|billion|hundred|cent|capita|\d)", re.IGNORECASE
)  # "2.1 per thousand" is a rate


def _named_in_claim(ask: Ask) -> list[str]:
    """Return the nouns of a claim for those of whom each has something: "each striker", "the waiting ships carry … each"."""
    if match := re.search(
        r"\b(?:each|every|per)\s+(?:of\s+the\s+)?(?:(?:\w+)\s+)?(\w+)", ask.text, re.IGNORECASE
    ):
        near = re.search(r"\b(?:each|every|per)\s+(?:of\s+the\s+)?((?:\w+\s*){1,2})", ask.text, re.IGNORECASE)
        found = [w.casefold() for w in re.findall(r"[A-Za-z]+", near[1] if near else match[1])]
        if found:
            return found
    return [x.form for x in ask.words if x.form.endswith("s")]


def _numbers_of(ask: Ask, figure: Figure, noun: str) -> Iterator[tuple[float, Figure | None]]:
    """Yield how many those are who have something each: by a number of them near the amount, or two where they are two by nature."""
    stem_keys = keys(noun) if noun else frozenset[str]()
    singular = noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")
    found: dict[float, Figure] = {}
    for other in figures_of(ask.document):
        apart = abs(other.sentence.number - figure.sentence.number)
        if (
            other is figure
            or apart > _NEAR
            or other.unit is not None
            or not 2 <= other.value <= _MOST
            or other.share is not None
        ):
            continue
        same = other.noun is not None or other.counted is not None
        told_noun = str(other.counted or "")
        if (noun and same and not keys(told_noun).isdisjoint(stem_keys)) or (
            noun and not told_noun and _noun_follows(ask, other, stem_keys)
        ):
            found.setdefault(other.value, other)
    if found:
        closest = min(found.values(), key=lambda f: abs(f.span.start - figure.span.start))
        yield closest.value, closest
        return
    if PARTIES.fullmatch(noun or "-") is not None and len(lengths := _listed(ask)) == 1:
        yield float(lengths.pop()), None
        return
    if singular in ("side", "camp") and not _SOME.search(ask.document.text):
        yield 2.0, None
        return
    if (singular in _TWO or (noun and PARTIES.fullmatch(noun) is not None)) and _are_two(ask):
        yield 2.0, None


def _listed(ask: Ask) -> set[int]:
    """Return how many names the lists have with which a text opens: "the ministers of Bela, Dorn and Ostia met"."""
    sentences = [*ask.document.opening, *ask.document.story[:4]]
    lists = (x for s in dict.fromkeys(sentences) for x in lists_in(s.text))
    return {
        len(x)
        for x in lists
        if len(x) > 2
        and all(re.match(r"(?:the\s+)?[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+)*$", i) for i in x.items)
    }


def _noun_follows(ask: Ask, other: Figure, wanted: frozenset[str]) -> bool:
    tokens = ask.document.reading.tokens
    at = tokens.within(other.span).stop
    return any(not keys(tokens.form(i)).isdisjoint(wanted) for i in range(at, min(at + 3, len(tokens))))


_SOME = late_regex(
    r"\b(?:three|four|five|six|seven|eight|nine|ten)\s+(?:sides|camps|parties|delegations|countries|governments|states|nations|leaders)\b",
    re.IGNORECASE,
)
_PAIR = late_regex(
    r"\b(?:both|two|either)\s+(?:\w+\s+)?(?:sides|camps|parties|delegations|countries|governments|states|nations|neighbou?rs|leaders|capitals|ministers|teams)\b|\bbilateral",
    re.IGNORECASE,
)


_OF_TWO = late_regex(
    r"\b(?:of|between|with)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]+(?:\s+[A-Z][\w’'-]+)*\s+and\s+(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)


def _are_two(ask: Ask) -> bool:
    """Whether a text is of two parties: it says so, or names two states, and no more, in its opening."""
    text = ask.document.text
    if _SOME.search(text):
        return False
    if _PAIR.search(text):
        return True
    states = {
        state
        for s in ask.document.opening
        for n in ask.document.identities.in_sentence(s)
        if (state := ask.document.identities.sides.of(n.text))
    }
    return len(states) == 2 or _OF_TWO.search(" ".join(s.text for s in ask.document.opening)) is not None


__all__ = ["is_denied", "shares_each", "totals"]
