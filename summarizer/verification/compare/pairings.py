"""What a passage tells in pairs: days with places, bodies with towns ("on the 12th in Arden and the 13th in Belmont").

Each value stands in the passage, so a claim that joins them otherwise has no value that is missing. What stands between
two commas, or on one side of "and", belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import Sort, look_up
from summarizer.report import Verdict
from summarizer.verification.compare.mixed import held_together
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import Quantity, equal
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.compare.comparison import Comparison

# "The 13th in Belmont", "in Belmont on the 13th".
_DAY_THEN = late_regex(r"\s*,?\s+(?:in|at)\s+(?:the\s+)?")
_PLACE_THEN = late_regex(r"\s*,?\s+on\s+(?:the\s+)?")
_PARTS = re.compile(r"[,;:()\[\]]|\s(?:and|while|whereas|but|with)\s")


def compare_pairings(c: Comparison) -> Iterator[Difference]:
    """Yield the days and towns that a claim joins with what the passage joins with another."""
    for claimed in (q for q in c.claim.quantities if q.sort in ("date", "time")):
        for place in c.claim.names:
            if _joined(c.claim.text, claimed, place) and (other := _told_day(c, claimed, place)):
                here = " ".join(other.text.split())
                message = f"the source has “{here}” with “{place.text}”, not “{claimed.text}”"
                yield Difference(Verdict.CONTRADICTED, "date_mismatch", message, other.span)
    for number, whose in _numbers_of(c.claim.text, c.claim.names, c.claim.quantities, 0):
        if (value := _told_number(c, number, whose)) is not None and not held_together(c, number):
            here = " ".join(value.text.split())
            message = f"the source has “{here}” with “{whose.text}”, not “{number.text}”"
            yield Difference(Verdict.CONTRADICTED, "number_mismatch", message, value.span)
    for town, body in _bodies_in_towns(c.claim.text, c.claim.names):
        if (told := _told_town(c, town, body)) is not None:
            message = f"the source has “{told.text}” with “{body.text}”, not “{town.text}”"
            yield Difference(Verdict.REVIEW, "name_mismatch", message, told.span)


def _joined(text: str, day: Quantity, place: Named) -> bool:
    behind = text[day.span.end : place.span.start] if day.span.end <= place.span.start else None
    before = text[place.span.end : day.span.start] if place.span.end <= day.span.start else None
    return bool(
        (behind is not None and _DAY_THEN.fullmatch(behind))
        or (before is not None and _PLACE_THEN.fullmatch(before))
    )


def _told_day(c: Comparison, claimed: Quantity, place: Named) -> Quantity | None:
    """Return the day that the passage joins with a place, where it is another than the claim's and the claim's is not."""
    found: list[Quantity] = []
    for sentence in (c.sentence, *c.context):
        places = [n for n in c.document.identities.in_sentence(sentence) if matches(place, n)]
        days = [q for q in c.document.quantities_in(sentence) if q.sort == claimed.sort]
        found += [q for q in days if any(_joined(c.document.text, q, n) for n in places)]
    return found[0] if found and not any(equal(claimed, q) for q in found) else None


def _numbers_of(
    text: str, names: Sequence[Named], quantities: Sequence[Quantity], offset: int
) -> Iterator[tuple[Quantity, Named]]:
    """Yield the numbers of a text, each with the one name that stands in the same part of its sentence, where it is the only number."""
    numbers = [q for q in quantities if q.sort == "number" and q.item.kind != "ordinal"]
    if not numbers or not names:
        return
    cuts = [offset + m.start() for m in _PARTS.finditer(text)]
    for i in range(len(cuts) + 1):
        low, high = cuts[i - 1] if i else offset - 1, cuts[i] if i < len(cuts) else offset + len(text)
        here = [q for q in numbers if low < q.span.start < high]
        named = [n for n in names if low < n.span.start < high]
        if len(here) == 1 and len({n.keys or n.text for n in named}) == 1:
            yield here[0], named[0]


def _told_number(c: Comparison, number: Quantity, whose: Named) -> Quantity | None:
    """Return the number that the passage has with a name, where the claim's stands there too, but with another or none."""
    found: list[Quantity] = []
    for sentence in (c.sentence, *c.context):
        names = c.document.identities.in_sentence(sentence)
        every = c.document.quantities_in(sentence)
        pairs = _numbers_of(sentence.text, names, every, sentence.span.start)
        mine = [q for q, name in pairs if matches(whose, name) and _alike(number, q)]
        if mine and any(_bare_same(number, q) for q in every):
            found += mine
    if any(_bare_same(number, q) for q in found):
        return None
    return found[0] if found else None


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are of one sort: of a unit, or of things of one name as far as they are named."""
    if b.sort != "number" or a.item.kind != b.item.kind or a.item.unit != b.item.unit:
        return False
    return not (a.item.noun and b.item.noun) or a.item.noun == b.item.noun


def _bare_same(a: Quantity, b: Quantity) -> bool:
    return _alike(a, b) and a.item.value == b.item.value


def _bodies_in_towns(text: str, names: tuple[Named, ...]) -> Iterator[tuple[Named, Named]]:
    """Yield the towns of a text, each with the one other name that stands in the same part of its sentence."""
    if len(names) < 2 or not any(map(_town, names)):
        return
    cuts = [m.start() for m in _PARTS.finditer(text)]
    parts: dict[int, list[Named]] = {}
    for named in names:
        parts.setdefault(sum(cut < named.span.start for cut in cuts), []).append(named)
    for together in parts.values():
        towns = [n for n in together if _town(n)]
        others = [n for n in together if not _town(n) and not any(k.startswith("polity:") for k in n.keys)]
        if len(towns) == 1 and len(others) == 1 and _in(text, towns[0]):
            yield towns[0], others[0]


def _town(named: Named) -> bool:
    return any(entry.sort in (Sort.PLACE, Sort.CAPITAL) for entry in look_up(named.text))


def _in(text: str, town: Named) -> bool:
    return _IN.search(text, max(0, town.span.start - _LEAD), town.span.start) is not None


_IN = re.compile(r"\b(?:in|at)\s+$")
_LEAD = 12  # characters before a town in which its preposition stands


def _told_town(c: Comparison, town: Named, body: Named) -> Named | None:
    """Return the town that the passage has with a body, where it has others with it and not the claim's."""
    found = [other for sentence in (c.sentence, *c.context) for other in _towns_with(c, sentence, body)]
    return found[0] if found and not any(matches(town, other) for other in found) else None


def _towns_with(c: Comparison, sentence: Sentence, body: Named) -> Iterator[Named]:
    start = sentence.span.start
    names = tuple(c.document.identities.in_sentence(sentence))
    cuts = [start + m.start() for m in _PARTS.finditer(sentence.text)]
    for named in names:
        part = sum(cut < named.span.start for cut in cuts)
        if _town(named) and _in(c.document.text, named):
            same = [n for n in names if n != named and sum(cut < n.span.start for cut in cuts) == part]
            if any(matches(body, n) for n in same):
                yield named
