"""Reads the members of a joined sentence: "rises to 6 million in the first year and to 9 million by 2028" has two.

Values and names of one sort that a joint parts ("and", a comma, a semicolon) each govern a member: what stands with them
up to the joint. A later member may leave out what it shares with the first, its verb or its subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from summarizer.reading.stems import UNCHANGED
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.values.quantities import Quantity
from summarizer.verification.who.identity import Named

# Joints of a sentence, the ones that part most first.
_JOINTS = (
    re.compile(
        r";|(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Gen)(?<!Sen)(?<!St)(?<![A-Z])[.!?][\"”’)]*\s+(?=[A-Z\"“])|\s[-–—]+\s|\n\s*(?=\n|[-•*])"
    ),
    late_regex(r",?\s(?:and|but|while|whereas|or|then|yet)\s", re.IGNORECASE),
    late_regex(r","),
)
# Where and when a report was written: "ARDEN, 4 May (Agency) -- ".
_DATELINE = re.compile(r"\s*[A-Z][A-Z .'’-]+,[^.;:]{0,60}?\s(?:--|[—–-])\s")
# Times that no calendar has: "on day one", "at once", "in the first year", "this year".
_WHEN = re.compile(
    r"\b(?:(?:on\s+)?day\s+(?:one|two|three|\d+)|at\s+once|immediately|straight\s+away|right\s+away|from\s+the\s+(?:start|outset)|now|today|tomorrow|yesterday|"
    r"later|(?:the\s+)?(?:this|next|last|first|second|third|fourth|fifth|final|following|previous)\s+(?:day|week|month|year|quarter|half|decade|season|term)|"
    r"in\s+the\s+(?:first|second|third|final|last)(?=\s*[.,;]|$))\b",
    re.IGNORECASE,
)
_TEMPORAL = late_regex(r"\b(?:after|within|in|by|from|until)\s+(?:just\s+|only\s+|some\s+)?$", re.IGNORECASE)
_LINK = re.compile(
    r"\b(?P<link>in|at|near|from)\s+(?:the\s+|a\s+|an\s+|its\s+|their\s+|his\s+|her\s+)?(?:(?:town|city|port|village|capital|spa\s+town)\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_PART = late_regex(r"\s+of\s+(?:them|these|those|whom|which|the)\b", re.IGNORECASE)
_WHOLE = late_regex(r"\b(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|some\s+|about\s+|all\s+)*$", re.IGNORECASE)
_ALSO = frozenset("also then later again further".split())
_ANOTHER = frozenset("one ones other others latter".split())
_NOUN = 3  # tokens behind a number among which the noun is that it counts
MOST = 24  # values and names of a sentence that are read: a longer list is no sentence


@dataclass(frozen=True, slots=True)
class Anchor:
    """A value or a name that a member of a sentence may be told by."""

    sort: str
    span: Span
    item: Quantity | Named | None


@dataclass(frozen=True, slots=True)
class Member:
    """What an anchor governs: from the joint before it to the one behind it."""

    anchor: Anchor
    span: Span


class Members:
    """The members of one sentence, of a source or a claim."""

    def __init__(
        self, text: str, bounds: Span, tokens: Tokens, quantities: Sequence[Quantity], names: Sequence[Named]
    ) -> None:
        opened = _DATELINE.match(text, bounds.start, bounds.end)
        bounds = Span(opened.end(), bounds.end) if opened else bounds
        self.text, self.bounds, self.tokens = text, bounds, tokens
        self.anchors = list(_anchors(text, bounds, quantities, names))[:MOST]
        self._known: dict[tuple[str, Span], Member] = {}

    def of(self, anchor: Anchor) -> Member:
        """Return the member that an anchor governs among those of its sort."""
        place = (anchor.sort, anchor.span)
        if place not in self._known:
            self._known[place] = self._find_member(anchor)
        return self._known[place]

    def _find_member(self, anchor: Anchor) -> Member:
        same = [a for a in self.anchors if _alike(a, anchor) and a != anchor]
        before = [self._joint(a, anchor) for a in same if a.span.end <= anchor.span.start]
        behind = [self._joint(anchor, a) for a in same if a.span.start >= anchor.span.end]
        start = max((j.end for j in before if j), default=self.bounds.start)
        ends = [j.start for j in behind if j]
        if pause := _JOINTS[0].search(self.text, anchor.span.end, self.bounds.end):
            ends.append(pause.start())
        end = min(ends, default=self.bounds.end)
        return Member(anchor, Span(start, max(end, anchor.span.end)))

    def rivals(self, anchor: Anchor) -> Iterator[Member]:
        """Yield the members beside an anchor's own that are told by another value or name of its sort.

        What a number is taken out of is no rival of it: "of the 31 people, 19 were freed".
        """
        own = self.of(anchor)
        for other in self.anchors:
            if other == anchor or not _alike(other, anchor) or self.is_whole(other):
                continue
            member = self.of(other)
            left, right = sorted((own, member), key=lambda m: m.span)
            if left.span.end <= right.span.start and not self._listed(left, right):
                yield member

    def _joint(self, a: Anchor, b: Anchor) -> Span | None:
        """Return the joint that parts two anchors: of those between them the strongest, the last of its kind."""
        for pattern in _JOINTS:
            if found := list(pattern.finditer(self.text, a.span.end, b.span.start)):
                return Span(*found[-1].span())
        return None

    def _listed(self, left: Member, right: Member) -> bool:
        """Whether two only stand in a list, with nothing of their own beside either: "on Monday and Tuesday in Oslo"."""
        beside = (
            Span(left.anchor.span.end, left.span.end),
            Span(right.span.start, right.anchor.span.start),
        )
        opens = Span(left.span.start, left.anchor.span.start), beside[0]
        fronted = not any(self._told(place, left.anchor) for place in opens)  # "By the end of May, we will"
        return fronted or not any(self._told(place, left.anchor) for place in beside)

    def _told(self, place: Span, anchor: Anchor) -> bool:
        noun = _noun(anchor)
        forms = (self.tokens.form(i) for i in self.tokens.within(place))
        return any(not is_function_word(f) and not (noun and f.startswith(noun[:4])) for f in forms) or any(
            place.contains(a.span) for a in self.anchors
        )

    def is_whole(self, anchor: Anchor) -> bool:
        """Whether a number is the whole that another is taken out of: "of the 31 people, 19 were freed"."""
        before = self.text[max(self.bounds.start, anchor.span.start - 30) : anchor.span.start]
        return anchor.sort.startswith("number") and bool(_WHOLE.search(before))

    def is_part(self, anchor: Anchor) -> bool:
        """Whether a number is a part of one told before: "430 of them"."""
        return anchor.sort.startswith("number") and bool(_PART.match(self.text, anchor.span.end))

    def verb_in(self, member: Member) -> int | None:
        """Return the token of a member's verb: the last that looks finite before its anchor, else the first behind it."""
        found = [i for i in self.tokens.within(member.span) if self._is_verb(i, member)]
        before = [i for i in found if self.tokens.starts[i] < member.anchor.span.start]
        return before[-1] if before else found[0] if found else None

    def _is_verb(self, at: int, member: Member) -> bool:
        form, before = self.tokens.form(at), self.tokens.form(at - 1) if at else ""
        if before in PREPOSITIONS or before in DETERMINERS or self.text[self.tokens.starts[at]].isupper():
            return False
        if before in RELATIVES:
            return True
        noun = _noun(member.anchor)
        if noun and form.startswith(noun[:4]) and self.tokens.ends[at - 1] >= member.anchor.span.end - 1:
            return False  # "seventeen suspects"
        first = self.tokens.within(member.span)[0]
        governed = (
            self.tokens.form(first) in PREPOSITIONS
            and "," not in self.text[self.tokens.starts[first] : self.tokens.starts[at]]
        )
        plain = form in AUXILIARIES or not governed
        return plain and (looks_finite(form) or form in UNCHANGED)

    def shared(self, left: Member, right: Member) -> set[int]:
        """Return the tokens of the two members that tell of both: what the later one leaves out, or the first."""
        verb, later = self.verb_in(left), self.verb_in(right)
        mine, theirs = self.tokens.within(left.span), self.tokens.within(right.span)
        counted = self._counted(left, right, verb)
        if later is None:
            return {*(i for i in mine if i not in self._replaced(left, right, verb)), *counted}
        if self.is_whole(left.anchor):
            return set(counted)
        if verb is None:
            return {*(i for i in theirs if i >= later), *counted}
        first = next((i for i in theirs if self.tokens.form(i) not in _ALSO), later)
        if self.tokens.form(first) in _ANOTHER or self.tokens.slice_forms(first, first + 2)[-1] in _ANOTHER:
            # "The one on parking" is a meeting too, and where it "is" it is held.
            own = (
                self._replaced(left, right, None)
                if self.tokens.form(later) in BE
                else {*mine[verb - mine[0] :]}
            )
            return {*(i for i in mine if i not in own), *counted}
        subject = [i for i in mine if i < verb] if first == self._first_verb(right) else []
        return {*subject, *counted}

    def _first_verb(self, member: Member) -> int | None:
        return next((i for i in self.tokens.within(member.span) if self._is_verb(i, member)), None)

    def _counted(self, left: Member, right: Member, verb: int | None) -> list[int]:
        """Return the words for what a number counts, where another number counts the same and leaves them out."""
        if not left.anchor.sort.startswith("number") or self._names_noun(right.anchor, _noun(left.anchor)):
            return []
        at = bisect_left(self.tokens.starts, left.anchor.span.end)
        if verb is not None and at <= verb:
            return [i for i in self.tokens.within(left.span) if i < verb]
        return self._noun_behind(left.anchor)

    def _names_noun(self, anchor: Anchor, noun: str | None) -> bool:
        """Whether a number has the noun for what it counts right behind it."""
        behind = self.text[anchor.span.end : anchor.span.end + 30].casefold()
        return bool(noun) and str(noun)[:4] in behind.split(",")[0][:16]

    def _noun_behind(self, anchor: Anchor) -> list[int]:
        """Return the token of the noun that a number counts."""
        noun, at = _noun(anchor), bisect_left(self.tokens.starts, anchor.span.end)
        near = range(at, min(at + _NOUN, len(self.tokens)))
        return [i for i in near if noun and self.tokens.form(i).startswith(noun[:4])]

    def _replaced(self, left: Member, right: Member, verb: int | None) -> set[int]:
        """Return the tokens of a first member that a later one without a verb replaces by its own: all else it shares."""
        found = self._paired(left, right)
        if verb is not None and self._has_subject(right) and (thing := self._object(left, verb)):
            found.update(thing)
        elif verb is not None and self._has_subject(right):
            before = [i for i in self.tokens.within(left.span) if i < verb]
            owner = next((n for n, i in enumerate(before) if self._owns(i)), None)
            alone = any(map(self._owns, self.tokens.within(Span(right.span.start, right.anchor.span.start))))
            found.update(before[: owner + 1] if alone and owner is not None else before)
        there = [a for a in self.anchors if right.span.contains(a.span)]
        for anchor in (a for a in self.anchors if left.span.contains(a.span)):
            if any(_alike(anchor, o) and not self._names_noun(o, _noun(anchor)) for o in there):
                found.difference_update(self._noun_behind(anchor))
        used = {self.tokens.form(i) for i in self.tokens.within(right.span)} & PREPOSITIONS
        inside: str | None = None
        for i in self.tokens.within(left.span):
            form = self.tokens.form(i)
            inside = form if form in PREPOSITIONS else inside
            if inside in used and (verb is None or i > verb):
                found.add(i)
        return found

    def _paired(self, left: Member, right: Member) -> set[int]:
        """Return the tokens of the values and names of a first member of whose sort the later one has another."""
        here = [a for a in self.anchors if left.span.contains(a.span)]
        there = [a for a in self.anchors if right.span.contains(a.span)]
        pairs = (a for a in here if any(_alike(a, other) for other in there))
        return {i for a in pairs for i in self.tokens.within(a.span)}

    def _object(self, member: Member, verb: int) -> list[int]:
        """Return the words between a verb and the time or place that tells a member: whom it is done to, which another replaces."""
        main = verb + 1
        if self.tokens.form(verb) in AUXILIARIES:  # "will also contribute"
            behind = [i for i in self.tokens.within(member.span) if i > verb]
            helps = AUXILIARIES.__contains__
            main = next((i for i in behind if not helps(f := self.tokens.form(i)) and not is_adverb(f)), main)
            main += main in behind and self.tokens.form(main) not in PREPOSITIONS
        inside = [i for i in self.tokens.within(member.span) if i >= main]
        if not inside or self.tokens.form(inside[0]) in PREPOSITIONS:
            return []
        end = member.anchor.span.start
        stop = next(
            (
                n
                for n, i in enumerate(inside)
                if self.tokens.form(i) in PREPOSITIONS or self.tokens.starts[i] >= end
            ),
            len(inside),
        )
        return inside[:stop]

    def _owns(self, at: int) -> bool:
        """Whether a word is an owner's: of two of them the later leaves out what is owned ("Ann's boat …, Ben's …")."""
        return self.tokens.form(at).endswith(("'s", "’s", "s'", "s’"))

    def _has_subject(self, member: Member) -> bool:
        """Whether a member begins with somebody or something of its own: "the industry 2.5 million"."""
        inside = list(self.tokens.within(Span(member.span.start, member.anchor.span.start)))
        content = [i for i in inside if not is_function_word(self.tokens.form(i))]
        return bool(content) and self.tokens.form(inside[0]) not in PREPOSITIONS


def _anchors(
    text: str, bounds: Span, quantities: Sequence[Quantity], names: Sequence[Named]
) -> Iterator[Anchor]:
    whens = [Span(*m.span()) for m in _WHEN.finditer(text, bounds.start, bounds.end)]
    found: list[Anchor] = []
    for q in quantities:
        if any(w.overlaps(q.span) and q.sort == "number" for w in whens):
            continue
        found.append(Anchor(_sort(text, q), q.span, q))
    dated = [a.span for a in found if not a.sort.startswith("number")]
    found += [Anchor("when", w, None) for w in whens if not any(w.overlaps(d) for d in dated)]
    for named in names:
        if (sort := _hold(text, named, bounds)) is not None and not any(
            a.span.overlaps(named.span) for a in found
        ):
            found.append(Anchor(sort, named.span, named))
    yield from sorted((a for a in found if bounds.contains(a.span)), key=lambda a: a.span)


def _sort(text: str, q: Quantity) -> str:
    if q.sort == "number":
        return f"number {q.item.kind == 'ordinal'} {q.item.unit or ''}"
    if q.sort in ("date", "quarter"):
        return "when"
    if q.sort == "duration":
        return "when" if _TEMPORAL.search(text[max(0, q.span.start - 20) : q.span.start]) else "length"
    return q.sort


def _hold(text: str, named: Named, bounds: Span) -> str | None:
    """Return whether a name tells where something is, or where somebody comes from."""
    lead = text[max(bounds.start, named.span.start - 40) : named.span.start]
    if match := _LINK.search(lead):
        link = match["link"].casefold()
        return "name from" if link == "from" else "name in"
    return None


def _alike(a: Anchor, b: Anchor) -> bool:
    """Whether two anchors are of one sort, so that either may be taken for the other."""
    if a.sort != b.sort:
        return {_amount(a), _amount(b)} >= {0} and a.sort.split()[:2] == b.sort.split()[:2]
    if not a.sort.startswith("number"):
        return True
    if 0 in (_amount(a), _amount(b)):
        return True
    return _noun(a) == _noun(b)


def _noun(anchor: Anchor) -> str | None:
    return getattr(getattr(anchor.item, "item", None), "noun", None)


def _amount(anchor: Anchor) -> float | None:
    number = anchor.sort.startswith("number") and isinstance(anchor.item, Quantity)
    return anchor.item.item.value if number and isinstance(anchor.item, Quantity) else None
