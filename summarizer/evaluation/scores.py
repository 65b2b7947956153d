"""How a briefing compares with an annotation: counts for each field, and the shares that are right of what matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from summarizer.evaluation.entities import (
    alternatives,
    content_words,
    same_affiliation,
    same_holder,
    same_party,
    same_person,
    same_place,
    same_role,
    same_speaker,
)
from summarizer.evaluation.gold import (
    Annotation,
    GoldDuration,
    GoldFormat,
    GoldPerson,
    GoldPosition,
    GoldResult,
)
from summarizer.evaluation.places import Placer, likeness, shared

G = TypeVar("G")
Record = Mapping[str, Any]

# In the order in which they are shown.
FIELDS = (
    "event.date", "event.place", "participants", "informants", "duration",
    "agreed_formats", "agreements", "positions", "next_steps",
)  # fmt: skip
SHARES = (
    "event", "participants.role", "participants.affiliation", "duration.exact", "agreed_formats.date",
    "agreed_formats.status", "positions.speaker", "positions.holder", "positions.direct",
)  # fmt: skip
OVERLAP = 0.5  # of the shorter of two spans, for the same words to be meant
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
_STATUSES = ("agreed", "announced", "in_use", "proposed")


@dataclass
class Tally:
    """Counts of one field: what matched, of what was given and of what the annotation has."""

    matched: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of another document."""
        self.matched += other.matched
        self.given += other.given
        self.wanted += other.wanted

    @property
    def precision(self) -> float | None:
        """Matched of given; None where nothing was given."""
        return self.matched / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Matched of wanted; None where nothing was wanted."""
        return self.matched / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Twice the matched, of given and wanted together; None where there was neither."""
        both = self.given + self.wanted
        return 2 * self.matched / both if both else None


@dataclass
class Share:
    """How many are right, of those that could be compared."""

    right: int = 0
    of: int = 0

    def add(self, other: Share) -> None:
        """Add the counts of another document."""
        self.right += other.right
        self.of += other.of

    def count(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The share, None where nothing could be compared."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True)
class Difference:
    """One thing that is wrong: `what` is missed, invented or wrong; `gold` and `given` in a few words."""

    field: str
    what: str
    gold: str | None
    given: str | None


@dataclass
class Scores:
    """The scores of one document, or of several added up."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in SHARES})
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: Scores) -> None:
        """Add the counts of another document; differences stay with theirs."""
        for name, tally in other.tallies.items():
            self.tallies[name].add(tally)
        for name, share in other.shares.items():
            self.shares[name].add(share)

    def differ(self, name: str, what: str, gold: object, given: object) -> None:
        """Note one thing that is wrong."""
        self.differences.append(Difference(name, what, _short(gold), _short(given)))


def score(annotation: Annotation, briefing: Record, placer: Placer) -> Scores:
    """Compare a briefing (plain data, any value of which may have a wrong type) with the annotation of its document."""
    return _Comparison(annotation, briefing, placer).scores


class _Comparison:
    """One comparison; every step adds to `scores`."""

    def __init__(self, annotation: Annotation, briefing: Record, placer: Placer) -> None:
        self.gold = annotation
        self.briefing = briefing
        self.placer = placer
        self.scores = Scores()
        self._event()
        self._people("participants", annotation.participants)
        if annotation.informants is not None:
            self._people("informants", annotation.informants)
        self._duration()
        self._formats()
        self._results("agreements", annotation.agreements)
        self._positions()
        self._results("next_steps", annotation.next_steps)

    # -- one value -----------------------------------------------------------------------------

    def _event(self) -> None:
        event = _record(self.briefing.get("event"))
        self.scores.shares["event"].count((self.gold.event is None) == (event is None))
        date = self.gold.when.date if self.gold.when else None
        given = event or {}
        self._value(
            "event.date", date, given.get("date"), lambda: given.get("date") in (date or "").split(" / ")
        )
        places = [w.place for w in self.gold.where if w.place]
        event_place = given.get("place")
        self._value(
            "event.place",
            None
            if all(w.optional for w in self.gold.where) and not event_place
            else " / ".join(places) or None,
            given.get("place"),
            lambda: any(same_place(place, _text(given.get("place"))) for place in places),
        )

    def _value(self, name: str, gold: Any, given: Any, same: Callable[[], bool]) -> bool:
        right = gold is not None and given is not None and same()
        tally = self.scores.tallies[name]
        tally.add(Tally(int(right), int(given is not None), int(gold is not None)))
        if not right and (gold is not None or given is not None):
            what = "invented" if gold is None else "missed" if given is None else "wrong"
            self.scores.differ(name, what, gold, given)
        return right or (gold is None and given is None)

    def _duration(self) -> None:
        gold, given = self.gold.duration, _record(self.briefing.get("duration"))
        right = self._value(
            "duration",
            gold and gold.text,
            given and given.get("text"),
            lambda: gold is not None and given is not None and _same_length(gold, given),
        )
        self.scores.shares["duration.exact"].count(right)

    # -- lists ---------------------------------------------------------------------------------

    def _pairs(
        self, name: str, gold: Sequence[G], fit: Callable[[G, Record], float], say: Callable[[G], object]
    ) -> list[tuple[G, Record]]:
        """Pair the annotation's records with the briefing's, best fit first, each at most once.

        What is optional in the annotation counts neither as given nor as wanted, and its pairs are left out.
        """
        given = [r for r in map(_record, _list(self.briefing.get(name))) if r is not None]
        fits = [(fit(g, r), i, k) for i, g in enumerate(gold) for k, r in enumerate(given)]
        taken: dict[int, int] = {}
        for value, i, k in sorted(fits, key=lambda f: -f[0]):
            if value > 0 and i not in taken and k not in taken.values():
                taken[i] = k
        free = {i for i, one in enumerate(gold) if getattr(one, "optional", False)}
        spared = {k for i, k in taken.items() if i in free}
        pairs = [(i, k) for i, k in sorted(taken.items()) if i not in free]
        self.scores.tallies[name].add(Tally(len(pairs), len(given) - len(spared), len(gold) - len(free)))
        for i, one in enumerate(gold):
            if i not in taken and i not in free:
                self.scores.differ(name, "missed", say(one), None)
        for k, record in enumerate(given):
            if k not in taken.values():
                self.scores.differ(name, "invented", None, _say(record))
        return [(gold[i], given[k]) for i, k in pairs]

    def _share(self, name: str, right: bool, gold: object, given: object) -> None:
        self.scores.shares[name].count(right)
        if not right:
            self.scores.differ(name, "wrong", gold, given)

    def _people(self, name: str, gold: Sequence[GoldPerson]) -> None:
        def fit(one: GoldPerson, record: Record) -> float:
            given = tuple(_text(record.get(key)) for key in ("name", "role", "affiliation"))
            if not same_person((one.name, one.role, one.affiliation), given):
                return 0.0
            return 1.0 + (given[0] in alternatives(one.name)) + same_role(one.role, given[1]) / 2

        for one, record in self._pairs(name, gold, fit, lambda g: g.name or g.role):
            if name == "participants":
                role, side = _text(record.get("role")), _text(record.get("affiliation"))
                no_role = not alternatives(one.role) and role is None
                if "role" in one.model_fields_set:
                    self._share("participants.role", no_role or same_role(one.role, role), one.role, role)
                if "affiliation" in one.model_fields_set:
                    right = same_affiliation(one.affiliation, side)
                    self._share("participants.affiliation", right, one.affiliation, side)

    def _formats(self) -> None:
        for one, record in self._pairs(
            "agreed_formats", self.gold.agreed_formats, _format_fit, lambda g: g.name
        ):
            if _is_iso(one.date) or (one.date is None and "date" in one.model_fields_set):
                date = record.get("date")
                self._share("agreed_formats.date", (one.date or None) == date, one.date, date)
            if one.status in _STATUSES:
                status = record.get("status")
                self._share("agreed_formats.status", one.status == status, one.status, status)

    def _results(self, name: str, gold: Sequence[GoldResult] | None) -> None:
        if gold is not None:
            self._pairs(name, gold, lambda one, record: self._fit(one.evidence, record), lambda g: g.what)

    def _positions(self) -> None:
        def fit(one: GoldPosition, record: Record) -> float:
            return self._fit([one.quote], record)

        if self.gold.positions is None:
            return
        for one, record in self._pairs("positions", self.gold.positions, fit, lambda g: g.quote):
            speaker, holder = _text(record.get("speaker")), _text(record.get("holder"))
            words = f"“{one.quote}”"
            right = same_speaker(one.speaker, speaker)
            self._share("positions.speaker", right, f"{one.speaker} {words}", speaker)
            right = same_holder(one.holder, holder, sum(not p.optional for p in self.gold.participants))
            self._share("positions.holder", right, f"{one.holder} {words}", holder)
            self._share(
                "positions.direct", record.get("direct") == one.direct, one.direct, record.get("direct")
            )

    def _fit(self, quotes: Sequence[str], record: Record) -> float:
        """Return how closely the words a record rests on are the annotated ones, 0 below `OVERLAP` of the shorter.

        A record rests on its quote, and on the first and the longest piece of its evidence: others tell who is meant.
        """
        evidence = [
            q for e in map(_record, _list(record.get("evidence"))) if e and (q := _text(e.get("quote")))
        ]
        words = {_text(record.get("quote")), *evidence[:1], max(evidence, key=len, default=None)} - {None}
        given = [span for one in words if one for span in self.placer.spans(one)]
        gold = [span for quote in quotes for span in self.placer.spans(quote)]
        return max((likeness(a, b) for a in gold for b in given if shared(a, b) >= OVERLAP), default=0.0)


def _format_fit(one: GoldFormat, record: Record) -> float:
    """Return how well a format's place, parties and name agree; 0 where the place or the parties speak against it."""
    place, parties = (
        _text(record.get("place")),
        [p for p in _list(record.get("parties")) if isinstance(p, str)],
    )
    both_parties = bool(parties and one.parties)
    common = sum(any(same_party(g, p) for p in parties) for g in one.parties)
    names = len(set(content_words(one.name)) & set(content_words(_text(record.get("name")))))
    if one.place and place:
        agree = same_place(one.place, place) and (common or not both_parties)
    elif both_parties:
        agree = bool(common and names)
    else:
        agree = bool(names)
    return 1.0 + common + names / 10 if agree else 0.0


def _same_length(gold: GoldDuration, given: Record) -> bool:
    bound = gold.bound or ("about" if gold.approximate else "exact")
    if gold.minutes is None:
        told = set(content_words(gold.text)) <= set(content_words(_text(given.get("text"))))
        return given.get("minutes") is None and told
    return given.get("minutes") == gold.minutes and given.get("bound") == bound


def _is_iso(text: str | None) -> bool:
    return text is not None and _ISO.fullmatch(text) is not None


def _record(value: Any) -> Record | None:
    return value if isinstance(value, Mapping) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _say(record: Record) -> object:
    keys: Iterable[str] = ("name", "statement", "what", "role")
    return next((record[k] for k in keys if record.get(k)), None)


def _short(value: object) -> str | None:
    text = None if value is None else " ".join(str(value).split())
    return text if text is None or len(text) <= 160 else text[:160] + "…"
