"""How long something went on, or how long after another thing it came, by the clock: from 9:15 to 15:45 without the break, 0730 to 1745."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.times import elapsed
from summarizer.reading.words import Concept, Keys, all_keys
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.direction import zones
from summarizer.verification.computed.nearness import meets
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.quantities import Quantity

_DAY = 24 * 60
_MOST = 60  # clock times of a text
_BOUND, _TIE = 0.34, 0.08
_OTHER_WORD = 0.7
_TOGETHER = 0.15  # by how much two times are bound better that one sentence tells, or a heading joins
_STARTS = late_regex(
    r"\b(?:beg[iau]n\w*|start\w*|open\w*|commenc\w*|conven\w*|call(?:ed)?\s+to\s+order|sat\s+down|sit\s+down|set\s+out|resum\w*|got\s+under\s+way|kick\w*\s+off|arriv\w*|met|since|from|between)\b",
    re.IGNORECASE,
)
_ENDS = late_regex(
    r"\b(?:end(?:ed|s|ing)?|clos\w+|conclu\w+|finish\w*|adjourn\w*|recess\w*|wrapp?\w*|over|broke\s+up|break\s+up|got\s+up|rose|left|part(?:ed|s)|came\s+out|emerg\w*|until|till|to|suspend\w*|interrupt\w*|and|deal|agree\w*|initial\w*|sign\w*)\b",
    re.IGNORECASE,
)
_LASTS = late_regex(
    r"\b(?:last\w*|took|take|takes|sat|sit|sits|met|meet|talk\w*|spoke|went\s+on|go(?:es)?\s+on|ran|run|runs|negotiat\w*|long|spent|continued|stretch\w*|kept|worked|debat\w*|hour|hours|length)\b",
    re.IGNORECASE,
)
EXCLUDING = late_regex(
    r"\b(?:without|not\s+counting|not\s+including|excluding|leaving\s+(?:out|aside)|minus|apart\s+from|except\s+for|net\s+of|less|discounting|disregarding|if\s+one\s+leaves\s+out|breaks?\s+(?:aside|apart|excluded|not\s+counted))\b[^.;]{0,30}\b(?:break|pause|lunch|dinner|recess|interruption|adjournment|intermission|suspension|meal|prayers?)\w*\b"
    r"|\b(?:break|pause|lunch|recess|interruption|adjournment)s?\s+(?:aside|apart|excluded|not\s+counted|deducted)\b",
    re.IGNORECASE,
)
_BREAK = late_regex(
    r"\b(?:break|paus\w+|lunch|dinner|recess|interrupt\w*|adjourn\w*|intermission|suspen\w*|coffee|prayers?)\b",
    re.IGNORECASE,
)
_OF_BREAK = late_regex(
    r"^[^.;,]{0,40}\b(?:break|pause|recess|interruption|adjournment|intermission|suspension)\b", re.IGNORECASE
)
_STOPS = late_regex(
    r"\b(?:adjourn\w*|break|broke\s+off|suspend\w*|interrupt\w*|recess\w*|lunch|pause\w*)\b", re.IGNORECASE
)
_GOES_ON = late_regex(r"\b(?:resum\w*|continu\w*|reconven\w*|back|again|went\s+on)\b", re.IGNORECASE)
_BETWEEN = late_regex(r"\bbetween\s+(?P<one>[^;]+?)\s+and\s+(?P<other>[^;.]+)", re.IGNORECASE)
_LINK = late_regex(
    r"^\s*(?P<link>after|before|later\s+than|earlier\s+than|later|earlier|ahead\s+of|past|into)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moment:
    """A clock time of the text with the words for what happened then, and whether something began or ended."""

    quantity: Quantity
    near: Keys = field(repr=False, compare=False)
    words: str
    sentence: Sentence = field(repr=False, compare=False)

    @property
    def starts(self) -> bool:
        """Whether something begins then."""
        return _STARTS.search(self.words) is not None

    @property
    def ends(self) -> bool:
        """Whether something ends then."""
        return _ENDS.search(self.words) is not None


@dataclass(frozen=True)
class _Found:
    minutes: float
    spans: tuple[Span, ...]
    message: str
    fit: float


def session(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return the clock times from which a length of a claim follows, where its words bind them and no others."""
    minutes = wanted.item.minutes if wanted.sort == "duration" else None
    if minutes is None or not 0 < minutes < _DAY:
        return None
    found = list(_found(document, claim, wanted))
    best = max((f.fit for f in found), default=0.0)
    if best < _BOUND:
        return None
    top = [f for f in found if f.fit >= best - _TIE]
    if not all(meets(claim.text, wanted, f.minutes) for f in top):
        return None
    chosen = next(f for f in top if f.fit == best)
    excluded = EXCLUDING.search(claim.text)
    taken = {
        i for i in range(len(claim.tokens)) if excluded and Span(*excluded.span()).contains(claim.span(i))
    }
    taken |= {i for i in range(len(claim.tokens)) if _LASTS.fullmatch(claim.tokens.form(i))}
    return Worked(chosen.message, chosen.spans, True, (wanted,), frozenset(taken), bound=True)


def _found(document: Document, claim: Claim, wanted: Quantity) -> Iterator[_Found]:
    moments = moments_of(document)
    before, after = claim.text[: wanted.span.start], claim.text[wanted.span.end :]
    if (between := _BETWEEN.search(after)) is not None:
        one, other = (
            Span(wanted.span.end + between.start(n), wanted.span.end + between.end(n))
            for n in ("one", "other")
        )
        yield from _apart(document, claim, moments, one, other, ordered=False)
    elif (link := _LINK.match(after)) is not None:
        head, rest = Span(0, wanted.span.start), Span(wanted.span.end + link.end(), len(claim.text))
        late = not link["link"].casefold().startswith(("before", "earlier", "ahead"))
        first, second = (rest, head) if late else (head, rest)
        yield from _apart(document, claim, moments, first, second, ordered=True)
    elif _OF_BREAK.match(before) and not EXCLUDING.search(claim.text):
        yield from _breaks(document, claim, moments)
    elif _LASTS.search(before) or _LASTS.search(after):
        yield from _lengths(document, claim, moments, wanted)


def _lengths(
    document: Document, claim: Claim, moments: tuple[Moment, ...], wanted: Quantity
) -> Iterator[_Found]:
    """Yield how long each thing went on that begins at one time and ends at another, without its breaks where the claim leaves them out."""
    net = EXCLUDING.search(claim.text) is not None
    words = _words(document, claim, Span(0, len(claim.text)))
    breaks = [(x, y) for x, y in pairwise(moments) if _joined(document, x, y) and _STOPS.search(x.words)]
    inside = {m.quantity.span for pair in breaks for m in pair}
    for a, b in _pairs(tuple(m for m in moments if m.quantity.span not in inside)):
        gap = elapsed(a.quantity.item, b.quantity.item)
        joined = _joined(document, a, b)
        if not gap or not (joined or (a.starts and b.ends)):
            continue
        pauses = list(_pauses(document, a, b, moments)) if net else []
        if net and not pauses:
            continue
        minutes = gap - sum(p for p, _ in pauses)
        spans = (a.quantity.span, b.quantity.span, *(s for _, s in pauses))
        message = f"{a.quantity.text} to {b.quantity.text}: {gap:g} minutes" + "".join(
            f" − {p:g}" for p, _ in pauses
        )
        together = _TOGETHER if joined or a.sentence is b.sentence else 0.0
        yield _Found(minutes, spans, message, _fit(document, words, (a, b)) + together)


def _joined(document: Document, a: Moment, b: Moment) -> bool:
    """Whether two times are told as the ends of one stretch: "14.00 - 16.10", "from 9 to 11"."""
    between = document.text[a.quantity.span.end : b.quantity.span.start]
    return re.fullmatch(r"\s*(?:hrs?|h)?\.?\s*(?:-|–|—|to|until|till)\s*", between) is not None


def _breaks(document: Document, claim: Claim, moments: tuple[Moment, ...]) -> Iterator[_Found]:
    """Yield how long it was from when something stopped until it went on."""
    words = _words(document, claim, Span(0, len(claim.text)))
    for a, b in pairwise(moments):
        gap = elapsed(a.quantity.item, b.quantity.item)
        if gap and _STOPS.search(a.words) and _GOES_ON.search(b.words):
            message = f"{a.quantity.text} to {b.quantity.text}: {gap:g} minutes"
            yield _Found(
                gap, (a.quantity.span, b.quantity.span), message, _fit(document, words, (a, b)) + _BOUND
            )


def _apart(
    document: Document, claim: Claim, moments: tuple[Moment, ...], first: Span, second: Span, *, ordered: bool
) -> Iterator[_Found]:
    """Yield how long lies between the times of two things that a claim names; one it does not name is the one right before."""
    early, late = _words(document, claim, first), _words(document, claim, second)
    for i, a in enumerate(moments):
        for j, b in enumerate(moments):
            if a is b or (i > j and (ordered or _told_later(a, b))):
                continue
            gap = elapsed(a.quantity.item, b.quantity.item)
            if not gap or gap > _DAY / 2 + 6 * 60:
                continue
            own = [_at(document, words, m) for words, m in ((early, a), (late, b)) if words]
            other = [_at(document, words, m) for words, m in ((early, b), (late, a)) if words]
            if not own or min(own) < _BOUND or sum(own) <= sum(other):
                continue
            if len(own) == 1 and abs(i - j) != 1:
                continue
            message = f"{a.quantity.text} to {b.quantity.text}: {gap:g} minutes"
            yield _Found(gap, (a.quantity.span, b.quantity.span), message, sum(own) / len(own))


def _told_later(a: Moment, b: Moment) -> bool:
    return a.quantity.span.start > b.quantity.span.start


def _pairs(moments: tuple[Moment, ...]) -> Iterator[tuple[Moment, Moment]]:
    """Yield each time with those behind it, and the two of a sentence the other way round: "rose at 6.20, having sat since 2.30"."""
    for i, a in enumerate(moments):
        for b in moments[i + 1 :]:
            yield a, b
            if a.sentence is b.sentence:
                yield b, a


def _pauses(
    document: Document, a: Moment, b: Moment, moments: tuple[Moment, ...]
) -> Iterator[tuple[float, Span]]:
    """Yield the breaks that the text tells between two times: by their length, or by when they began and ended."""
    low, high = sorted((a.sentence.number, b.sentence.number))
    for sentence in document.reading.sentences[max(0, low - 1) : high + 2]:
        for q in document.quantities_in(sentence):
            around = document.text[
                max(sentence.span.start, q.span.start - 40) : min(sentence.span.end, q.span.end + 40)
            ]
            if q.sort == "duration" and q.item.minutes and q.item.minutes < 4 * 60 and _BREAK.search(around):
                yield float(q.item.minutes), q.span
                return
    for x, y in pairwise(moments):
        joined = _joined(document, x, y) and _STOPS.search(x.words)
        if (
            low <= x.sentence.number <= high
            and (joined or (_STOPS.search(x.words) and _GOES_ON.search(y.words)))
            and x is not a
            and y is not b
        ):
            gap = elapsed(x.quantity.item, y.quantity.item)
            if gap:
                yield gap, x.quantity.span


# -- what happened when ------------------------------------------------------------------------------


@remembered
def moments_of(document: Document) -> tuple[Moment, ...]:
    """Return the clock times of a text with what happened then; a time that leads a line has what is told up to the next."""
    found: list[Moment] = []
    for sentence in document.story:
        times = [q for q in document.quantities_in(sentence) if q.sort == "time"]
        if not times:
            if (
                found
                and found[-1].quantity.span.start <= found[-1].sentence.span.start + 2
                and sentence.number - found[-1].sentence.number <= 2
            ):
                last = found[-1]
                found[-1] = Moment(
                    last.quantity,
                    last.near | document.retrieval.keys_of([sentence]),
                    last.words,
                    last.sentence,
                )
            continue
        for q, near in zip(times, zones(document, times), strict=True):
            found.append(Moment(q, near, _words_at(document, sentence, times, q), sentence))
        if len(found) > _MOST:
            return ()
    for i, (a, b) in enumerate(pairwise(found)):
        if _joined(document, a, b) and not _STOPS.search(a.words):  # "Time: 14.00 - 16.10"
            found[i] = replace(a, near=a.near | all_keys(_BEGINS))
            found[i + 1] = replace(b, near=b.near | all_keys(_CLOSES))
    return tuple(found)


_BEGINS, _CLOSES = "begin start open opening", "end close finish conclude rose"


def _words_at(document: Document, sentence: Sentence, times: list[Quantity], q: Quantity) -> str:
    """Return what a sentence tells of a time: up to the one before, and up to the next where nothing stands before it."""
    low = max([sentence.span.start, *(o.span.end for o in times if o.span.end <= q.span.start)])
    high = min([sentence.span.end, *(o.span.start for o in times if o.span.start >= q.span.end)])
    before, behind = document.text[low : q.span.start], document.text[q.span.end : high]
    leads = not re.search(r"[A-Za-z]{3}", before)
    return before + (behind if leads or len(times) == 1 else re.split(r"[,;]|\band\b", behind)[0])


def _words(document: Document, claim: Claim, place: Span) -> dict[Concept, float]:
    inside = {i for i in range(len(claim.tokens)) if place.contains(claim.span(i))}
    values = {i for q in claim.quantities for i in claim.tokens.within(q.span)}
    every = (*claim.concepts.each, *claim.name_concepts.each)
    told = [x for x in every if x.at in inside and x.at not in values and not _LASTS.fullmatch(x.form)]
    chosen = [x for x in told if _EVENT.fullmatch(x.form) or not (is_frame(x.form) or of_arithmetic(x.form))]
    return {x: document.retrieval.weight(x) + 0.1 for x in chosen}


_EVENT = late_regex(
    r"open\w*|start\w*|beg[aiu]n\w*|clos\w*|end\w*|conclu\w*|finish\w*|statement|report|announcement|call",
    re.IGNORECASE,
)


def _at(document: Document, words: dict[Concept, float], moment: Moment) -> float:
    """Return how much of the words for an event stand at a time: in its own sentence, less where only the lines under it have them."""
    here = document.retrieval.keys_of([moment.sentence]) | all_keys(_BEGINS) | all_keys(_CLOSES)
    own = _share(document, words, here & moment.near)
    return (2 * own + _share(document, words, moment.near)) / 3


def _share(document: Document, words: dict[Concept, float], near: Keys) -> float:
    total = sum(words.values())
    found = sum(weight * _as_told(x, near) for x, weight in words.items())
    return found / total if total else 0.0


def _as_told(x: Concept, near: Keys) -> float:
    """Return how surely a word stands among others: itself, or only another that may mean the same."""
    if any(not one.startswith("=") and one in near for one in x.keys):
        return 1.0
    return _OTHER_WORD if not near.isdisjoint(x.keys) else 0.0


def _fit(document: Document, words: dict[Concept, float], pair: tuple[Moment, Moment]) -> float:
    """Return how well the words of a claim fit two times: by what happened then, by their sentences, by the lines around them."""
    near = pair[0].near | pair[1].near
    numbers = [m.sentence.number for m in pair]
    sentences = document.reading.sentences
    around = [*document.opening, *sentences[max(0, min(numbers) - 3) : max(numbers) + 1]]
    here = _share(document, words, near | document.retrieval.keys_of([m.sentence for m in pair]))
    wider = _share(document, words, near | document.retrieval.keys_of(s for s in around if not s.furniture))
    return (here + wider) / 2 if words else 0.5
