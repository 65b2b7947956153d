"""What is left of a whole: by "the rest" that the text tells of, by what a claim says is still to come, by the other of two parties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Keys, keys
from summarizer.source import Span
from summarizer.verification.computed.computation import PARTIES
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import (
    Figure,
    figures_of,
    fits_wanted,
    is_denied,
    lead,
    of_one_sort,
    tail,
)

_LEAST = 0.005  # of a whole, what a part of it must be at least
_NEAR = 3  # sentences over which a whole, its part and the rest are told
_REST = re.compile(
    r"\b(?:the\s+(?:rest|remainder|remaining|others?|balance)|those\s+remaining|all\s+(?:the\s+)?others|the\s+remaining\s+\w+)\b",
    re.IGNORECASE,
)
# What a claim says of what is left.
_LEFT = re.compile(
    r"\b(?:not|n[o’']t|never|yet|still|other|others|another|rest|remain\w*|left|further|outstanding|pending|missing|await\w*|without|fail\w*|lack\w*"
    r"|except\w*|exempt\w*|exclud\w*|keep|keeps|kept|retain\w*|stay|stays|stayed|un(?!i|d(?:er|o)\b|til|less)[a-z]{4,}|in(?:complete|active|valid|eligible|operative)|more)\b",
    re.IGNORECASE,
)
# Of these, what says by itself that it is not the part that is meant: "another" and "other" do not.
_DENIES = late_regex(
    r"\b(?:not|n[o’']t|never|yet|without|fail\w*|lack\w*|await\w*|missing|outstanding|pending|keep|keeps|kept|retain\w*|stay|stays|stayed|except\w*|exempt\w*|exclud\w*|remain\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_OUT_OF = late_regex(
    r"\s*(?:\w+\s+){0,2}?(?:out\s+)?of\s+(?:the|its|their|his|her|our|these|those|all)?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_FURTHER = late_regex(r"\b(?:further|another|additional|other)\s*$", re.IGNORECASE)
_SELLS = late_regex(
    r"\b(?:sold|sells?|selling|export\w*|ship\w*|suppl\w+|deliver\w*|buy|buys|bought|import\w*|purchas\w+)\b",
    re.IGNORECASE,
)
_BUYS = late_regex(r"\b(?:buy|buys|bought|import\w*|purchas\w+)\b", re.IGNORECASE)
_BOTH_WAYS = late_regex(
    r"\b(?:trade|turnover|commerce|exchange|together|total|combined|both|altogether)\b", re.IGNORECASE
)


def rests(ask: Ask) -> Iterator[Way]:
    """Yield what the parts that the text tells leave of a whole, where it or the claim speaks of the rest."""
    named = _whole_named(ask)
    for whole, parts in _divided(ask):
        if named is not None and whole is not None and whole.value != named:
            continue
        left = (whole.value if whole is not None else all_of_it(ask)) - sum(_value(ask, p) for p in parts)
        if left <= 0:
            continue
        operands = (*([whole] if whole is not None else []), *parts)
        all_told = told(whole)[0] if whole is not None else "all"
        message = f"{all_told} − {' − '.join(told(*parts))} = {left:,.10g}"
        explained = tuple(
            q
            for q in ask.claim.quantities
            if whole is not None and q != ask.wanted and q.sort == "number" and q.item.value == whole.value
        )
        rest, others = rest_told(ask, operands)
        if others:
            continue  # the rest that the text tells of is what more than these parts leave
        opposed = _opposites(ask, parts)
        taken = opposed | {x.at for x in ask.words if _LEFT.fullmatch(x.form)}
        if rest:
            if tells_of_rest(ask, rest, whole, parts) or _DENIES.search(ask.text):
                yield Way(left, operands, message, rest, explained, taken)
        elif not _of_the_whole(ask, whole, parts, left, named):
            continue
        elif any(is_denied(ask.document, p) for p in parts):
            if not _LEFT.search(ask.text) and not ask.claim.operators and _same_predicate(ask, parts):
                yield Way(left, operands, message, explained=explained, denied=True)
        elif (opposed or _LEFT.search(ask.text)) and not _says_the_part(ask, parts):
            yield Way(left, operands, message, frozenset(), explained, taken)


def _of_the_whole(
    ask: Ask, whole: Figure | None, parts: tuple[Figure, ...], left: float, named: float | None
) -> bool:
    """Whether what a claim counts is plainly what the whole counts, where the text tells of no rest."""
    if whole is None or named is not None:
        return True
    if any(part.value == left for part in parts):
        return False  # the half that is told may be meant
    noun = whole.noun or whole.counted
    if ask.noun is None or ask.unit is not None:
        return True
    people = (
        noun is not None and PARTIES.fullmatch(noun) is not None
    )  # "three of the injured" of fourteen people
    return people or (noun is not None and not keys(noun).isdisjoint(keys(ask.noun)))


_OF_WHOLE = late_regex(r"\s+(?:[\w-]+\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+)?", re.IGNORECASE)


def _whole_named(ask: Ask) -> float | None:
    """Return the whole that a claim names itself: "sixty of the 300 latrines"."""
    numbers = [q for q in ask.claim.quantities if q.sort == "number" and q.span.start > ask.wanted.span.end]
    found = (q for q in numbers if _OF_WHOLE.fullmatch(ask.text, ask.wanted.span.end, q.span.start))
    return next((float(q.item.value) for q in found), None)


def leaves(ask: Ask) -> bool:
    """Whether a claim speaks of what is left by its own words: "still to be filled", "not yet", "other"."""
    return _LEFT.search(ask.text) is not None


def all_of_it(ask: Ask) -> float:
    """Return what all shares come to."""
    return 100.0 if ask.unit == "%" else 1.0


def _value(ask: Ask, part: Figure) -> float:
    return part.share or 0.0 if ask.kind == "fraction" else part.value


def other_sides(ask: Ask) -> Iterator[Way]:
    """Yield what one of two sold of what both traded, by what the other did: "A sold goods for 350 of a trade of 610"."""
    verb = _SELLS.search(ask.text)
    if verb is None:
        return
    for whole, parts in _divided(ask):
        if whole is None or len(parts) != 1 or not _BOTH_WAYS.search(_around(ask, whole)):
            continue
        sold = _SELLS.search(lead(ask.document, parts[0], 90))
        if sold is None:
            continue
        names = [n for n in ask.claim.names if n.span.start < verb.start()]
        sides = ask.document.identities
        doers = [
            n
            for n in sides.in_sentence(parts[0].sentence)
            if n.span.end <= parts[0].span.start - len(lead(ask.document, parts[0], 90)) + sold.start()
        ]
        if not names or not doers:
            continue
        same = any(n.keys & d.keys or n.text.casefold() == d.text.casefold() for n in names for d in doers)
        turned = bool(_BUYS.fullmatch(verb[0])) != bool(_BUYS.fullmatch(sold[0]))
        if same == turned:
            left = whole.value - parts[0].value
            message = f"{told(whole)[0]} − {told(parts[0])[0]} = {left:,.10g}"
            taken = frozenset(
                x.at for x in ask.words if verb.start() <= ask.claim.tokens.starts[x.at] < verb.end()
            )
            yield Way(left, (whole, parts[0]), message, taken=taken, apart=True)


def _divided(ask: Ask) -> Iterator[tuple[Figure | None, tuple[Figure, ...]]]:
    """Yield the amounts of the sort that a claim asks for which stand to each other as a whole and its parts."""
    figures = [
        f for f in figures_of(ask.document) if f.share is None or ask.unit == "%" or ask.kind == "fraction"
    ]
    if ask.unit == "%" or ask.kind == "fraction":
        shares = (
            [f for f in figures if f.unit == "%"]
            if ask.unit == "%"
            else [f for f in figures if f.share is not None]
        )
        for i, first in enumerate(shares):
            yield None, (first,)
            more = shares[i + 1] if i + 1 < len(shares) else None
            if (
                more is not None
                and more.sentence is first.sentence
                and first.value + more.value < all_of_it(ask)
            ):
                yield None, (first, more)
        return
    for i, whole in enumerate(figures):
        if not fits_wanted(whole, ask.unit, ask.noun):
            continue
        around = [f for f in figures[max(0, i - 3) : i + 8] if f is not whole]
        near = [f for f in around if abs(f.sentence.number - whole.sentence.number) <= _NEAR]
        for part in near:
            if not _LEAST * whole.value < part.value < whole.value or not (
                of_one_sort(whole, part) or _bare(part)
            ):
                continue
            if part.sentence is not whole.sentence and _of_other_time(ask, part):
                continue
            if part.span.start < whole.span.start and not _out_of(ask, part, whole):
                continue  # a part before its whole is taken out of it by "of"
            yield whole, (part,)
            second = next(
                (f for f in near if f.span.start > part.span.start and f.sentence is part.sentence), None
            )
            if (
                second is None
                or not of_one_sort(part, second)
                or not _ANOTHER.search(lead(ask.document, second))
            ):
                continue
            if second.value + part.value < whole.value:
                yield whole, (part, second)


_ANOTHER = late_regex(
    r"\b(?:and|further|another|plus|other|while)\b", re.IGNORECASE
)  # what leads in the second of two parts


def _of_other_time(ask: Ask, part: Figure) -> bool:
    """Whether a part is told of a time that the claim does not name: "In January 2024, 35 had been closed"."""
    said = lead(ask.document, part)
    times = _TIME.findall(said)
    return bool(times) and not any(t in ask.text for t in times)


_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d|[Ll]ast\s+\w+)\b"
)


def _bare(figure: Figure) -> bool:
    return figure.unit is None and figure.kind == "number" and figure.noun is None


def _out_of(ask: Ask, part: Figure, whole: Figure) -> bool:
    between = ask.document.text[part.span.end : whole.span.start]
    return part.sentence is whole.sentence and _OUT_OF.fullmatch(between) is not None


_PREFIX = re.compile(r"(?:un|in|im|non|dis)-?(?P<base>[a-z]{4,})")


def _opposites(ask: Ask, parts: tuple[Figure, ...]) -> frozenset[int]:
    """Return the words of a claim that deny by their prefix what the text tells of the parts: "incomplete" beside "complete"."""
    told_of = frozenset[str]().union(*(p.zone for p in parts))
    matches = ((x.at, _PREFIX.fullmatch(x.form)) for x in ask.words)
    return frozenset(at for at, match in matches if match and not told_of.isdisjoint(keys(match["base"])))


def _same_predicate(ask: Ask, parts: tuple[Figure, ...]) -> bool:
    """Whether a claim tells what the text denies of a part."""
    of_parts = frozenset[str]().union(*(p.zone for p in parts))
    return sum(not of_parts.isdisjoint(x.keys) for x in ask.words) >= _TWO


_TWO = 2  # words that a claim must share with what the text denies
_CUT = late_regex(r"[,;:–—(]\s|\b(?:and|while|but|whereas)\b")  # where the clause of the rest may begin


def rest_told(ask: Ask, operands: tuple[Figure, ...]) -> tuple[Keys, bool]:
    """Return the words with which the text tells of what is left, behind the parts, and whether that is left by other parts too."""
    last = max(operands, key=lambda f: f.span.start)
    sentences = ask.document.reading.sentences[last.sentence.number - 1 : last.sentence.number + 1]
    for sentence in sentences:
        low = last.span.end if sentence is last.sentence else sentence.span.start
        if match := _REST.search(ask.document.text, low, sentence.span.end):
            first = min(f.span.start for f in operands)
            between = [
                f
                for f in figures_of(ask.document)
                if first <= f.span.start < match.start() and f not in operands
            ]
            most = max(f.value for f in operands)
            if any(of_one_sort(f, last) and _LEAST * most < f.value < most for f in between):
                return frozenset(), True
            cuts = [low, *(m.end() for m in _CUT.finditer(ask.document.text, low, match.start()))]
            return _keys(ask, Span(cuts[-1], sentence.span.end), sentence), False
    return frozenset(), False


def _keys(ask: Ask, span: Span, sentence: Sentence) -> Keys:
    tokens = ask.document.reading.tokens.within(span)
    return frozenset[str]().union(*(ask.document.retrieval.keys_at(i) for i in tokens))


def tells_of_rest(ask: Ask, rest: Keys, whole: Figure | None, parts: tuple[Figure, ...]) -> bool:
    """Whether a claim tells what the text does of the rest, and not what it does of the parts."""
    of_parts = frozenset[str]().union(*(p.near for p in parts)) - (
        whole.zone if whole is not None else frozenset()
    )
    mine = sum(not rest.isdisjoint(x.keys) and of_parts.isdisjoint(x.keys) for x in ask.words)
    theirs = sum(rest.isdisjoint(x.keys) and not of_parts.isdisjoint(x.keys) for x in ask.words)
    named = any(
        not rest.isdisjoint(x.keys) and of_parts.isdisjoint(x.keys) for x in ask.claim.name_concepts.each
    )
    return (
        mine > theirs or (mine == theirs and named) or (mine == theirs and _LEFT.search(ask.text) is not None)
    )


def _says_the_part(ask: Ask, parts: tuple[Figure, ...]) -> bool:
    """Whether a claim counts "another" of what the text counts, and does not deny it: that is the part itself."""
    return any(
        _FURTHER.search(lead(ask.document, p, 20)) is not None and _FURTHER.search(ask.before) is not None
        for p in parts
    )


def _around(ask: Ask, figure: Figure) -> str:
    return lead(ask.document, figure, 120) + tail(ask.document, figure)
