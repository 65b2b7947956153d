"""Finds the two sides of a verb in a sentence: who does it, and to whom it is done, whatever words tell of them.

The reading is shallow and keeps to what the order of words decides (Huddleston and Pullum, The Cambridge Grammar of the
English Language, chapters 4, 12, 14 and 16): the noun phrase before a verb, that of the verb it is joined to, the antecedent
of its relative pronoun, the object of who is asked to do something. A side that this does not settle is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DAYS,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)
from summarizer.reading.phrases import JOINS, NO_NOUN, OBJECT_PRONOUNS, WHOSE, Phrase, Phrases
from summarizer.reading.stems import UNCHANGED, is_irregular
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word

_IN_GROUP = frozenset("not never also to then who which that".split()) | AUXILIARIES
_GROUP = 5  # words of a verb's group that stand before it
_NO_VERB_BEHIND = WHOSE | (PREPOSITIONS - {"to"})
_PROMISING = frozenset("promise promises promised promising threaten threatened vow vowed".split())
_PASSIVE_HELPERS = BE | {"get", "gets", "got", "getting"}
_PAST_ONLY = frozenset(
    "spoke took gave wrote drove broke chose ate fell knew saw went came began drank sang swam rose threw wore tore swore stole froze forgot "
    "flew drew grew blew shook hid bit rode did was were".split()
)
_SAME_PARTICIPLE = UNCHANGED | {"come", "become", "run"}  # which their stem is
_NO_SIDE = frozenset("than like unlike as".split())  # what stands behind them is compared
_SERVING = frozenset("serve serves served act acts acted function functions functioned".split())
_ADDRESSING = frozenset(
    "told tells tell informed reminded assured urged persuaded convinced".split()
)  # and never stand before who speaks
_TOWARD = frozenset("to on against for towards toward".split())
_MOST = 4  # verbs before an "and" whose subjects are compared
_DEPTH = 3  # verbs that one looks back over


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with its sides; `governed` are the heads that stand behind it with their prepositions, "" for none."""

    doer: Phrase | None
    undergoer: Phrase | None
    governed: tuple[tuple[str, int], ...] = ()
    sure: bool = False  # its helpers or a relative pronoun show that it is the verb of its doer

    @property
    def others(self) -> tuple[int, ...]:
        """The heads behind the verb that are on neither side of it."""
        return tuple(head for _, head in self.governed)

    @property
    def behind(self) -> tuple[int, ...]:
        """The heads of all that are not the doer."""
        return (*(self.undergoer.heads if self.undergoer else ()), *self.others)


def nominal_at(tokens: Tokens, noun: int, inside: range) -> Predicate | None:
    """Return the sides of a noun that tells a deed: "A's criticism of B", "the criticism of B by A"; None of one that names no two."""
    return _Reader(tokens, inside).nominal(noun)


def predicate_at(tokens: Tokens, verb: int, inside: range) -> Predicate | None:
    """Return the sides of the verb at a token of a sentence; None where that is no verb."""
    return _Reader(tokens, inside).predicate(verb)


class _Reader(Phrases):
    """Reads the sides of verbs in one sentence."""

    def predicate(self, verb: int) -> Predicate | None:
        form = self.form(verb)
        if is_function_word(form) or is_adverb(form):
            return None
        first = self.group_start(verb)
        if not self.is_verb(verb, first):
            return None
        before, gap = self.subject(verb, first)
        if self.is_passive(verb, first):
            behind, others = self.objects(verb)
            retained = tuple(("", head) for head in behind.heads) if behind else ()
            return Predicate(self.by_phrase(verb), before, (*retained, *others))
        behind, others = self.objects(verb)
        inverts = self.reports(verb) and form not in _ADDRESSING
        if before is None and first == verb and "," in self.mark(first) and inverts:
            return Predicate(behind, None, others)  # "…, said the envoy"
        if (
            before is None
            and first < verb
            and self.parted(first)
            and all(map(is_adverb, self.tokens.slice_forms(first, verb)))
        ):
            return Predicate(None, None, others)  # "Then came Ann Reed"
        linked = first > self.low and self.form(first - 1) in PREPOSITIONS
        if behind is None and first == verb and before and not linked and self.is_governed(before):
            return Predicate(
                None, None, others
            )  # "carries out the steps set forth in …": not what the steps do
        if self.is_reflexive(verb + 1):
            return Predicate(before, before, others)
        sure = first < verb or (first > self.low and self.form(first - 1) in RELATIVES)
        return Predicate(before, behind or gap, others, sure)

    def nominal(self, noun: int) -> Predicate | None:
        owner = self.owner(noun)
        links = dict[str, Phrase]()
        place = noun + 1
        while place < self.stop and not self.parted(place) and self.form(place) in PREPOSITIONS:
            governed = self.phrase_from(place + 1)
            if governed is None:
                break
            links.setdefault(self.form(place), governed)
            place = governed.at.stop
        by, of = links.pop("by", None), links.pop("of", None)
        if by is not None:
            return Predicate(by, of or owner)
        if owner is not None and of is not None:
            return Predicate(owner, of)
        toward = tuple(
            (link, head) for link, phrase in links.items() if link in _TOWARD for head in phrase.heads
        )
        if owner is None and of is not None and not self.is_person(of.heads[0]):
            return None  # "a review of the subsidies for trawlers"
        return Predicate(owner or of, None, toward) if toward and (owner or of) else None

    def is_verb(self, verb: int, first: int) -> bool:
        """Whether the token that a claim and a passage share is a verb here: by its form, its helpers or what is behind it."""
        before = self.form(verb - 1) if verb > self.low else ""
        behind = self.form(verb + 1) if verb + 1 < self.stop else ""
        if self.form(verb) in NO_NOUN or "-" in (self.mark(verb), self.mark(verb + 1)):
            return False
        if before in _NO_VERB_BEHIND and not (before in PREPOSITIONS and self.is_finite(verb - 2)):
            gerund = before in PREPOSITIONS and self.form(verb).endswith("ing")
            return gerund and (behind in WHOSE or behind in PREPOSITIONS)
        helped = any(self.form(i) in AUXILIARIES or self.form(i) == "to" for i in range(first, verb))
        if helped or self.is_finite(verb):
            return not self.is_name(verb)
        takes = behind in WHOSE or behind in OBJECT_PRONOUNS or (bool(behind) and self.is_name(verb + 1))
        ending = self.form(verb).endswith(("s", "ing")) or self.form(
            verb - 1 if verb > self.low else verb
        ).endswith("s")
        return takes and ending and not self.parted(verb) and not self.is_name(verb)

    def group_start(self, verb: int) -> int:
        """Return the first token of a verb's group: its auxiliaries, "to", "not" and adverbs stand in it."""
        first = verb
        while (
            first > max(self.low, verb - _GROUP)
            and not self.parted(first)
            and (self.form(first - 1) in _IN_GROUP - RELATIVES or is_adverb(self.form(first - 1)))
        ):
            first -= 1
        return first

    def is_passive(self, verb: int, first: int) -> bool:
        form = self.form(verb)
        participle = (
            form.endswith(("ed", "en", "wn"))
            or form in _SAME_PARTICIPLE
            or (is_irregular(form) and not form.endswith("ing"))
        )
        by = verb + 1 < self.stop and self.form(verb + 1) == "by"
        helpers = {self.form(i) for i in range(first, verb)}
        if form in _PAST_ONLY:
            return False
        if verb > self.low and self.form(verb - 1) in _PASSIVE_HELPERS:
            return participle
        return participle and (by or (not helpers.isdisjoint(BE)))

    # -- sides ---------------------------------------------------------------------------------

    def objects(self, verb: int) -> tuple[Phrase | None, tuple[tuple[str, int], ...]]:
        """Return what stands right behind a verb, and the heads of what follows it with their prepositions."""
        at = verb + 1
        while (
            at < self.stop
            and not self.parted(at)
            and is_adverb(self.form(at))
            and self.form(at) not in OBJECT_PRONOUNS
        ):
            at += 1
        if at >= self.stop or self.parted(at):
            return None, ()
        behind = self.phrase_from(at)
        others: list[tuple[str, int]] = []
        serves = self.form(verb) in _SERVING
        place = behind.at.stop if behind else at
        while (
            place < self.stop
            and not self.parted(place)
            and (self.form(place) not in _NO_SIDE or (self.form(place) == "as" and serves))
            and (self.form(place) in PREPOSITIONS or self.form(place) in WHOSE or self.form(place) == "as")
        ):
            link = "" if self.form(place) in WHOSE else self.form(place)
            more = self.phrase_from(place + 1 if link else place)
            if more is None:
                break
            others += [(link, head) for head in more.heads if link not in ("of", "by")]
            place = more.at.stop
            if place < self.stop and not self.parted(place) and self.form(place) in DAYS:
                place += 1  # "spoke by telephone today with …"
        return behind, tuple(others)

    def subject(self, verb: int, first: int, depth: int = 0) -> tuple[Phrase | None, Phrase | None]:
        """Return who stands before a verb, and what its relative pronoun makes its object."""
        at = first - 1
        if depth > _DEPTH:
            return None, None
        if self.parted(first):
            return self.over_aside(verb, first), None
        form = self.form(at)
        if form in RELATIVES:
            return (self.antecedent(at) if form != "whom" else None), None
        if form in ("and", "but", "or", "then"):
            return self.shared(at, depth), None
        if any(self.form(i) == "to" for i in range(first, verb)) and self.form(first) == "to":
            return self.controller(at, depth), None
        if form in PREPOSITIONS and verb == first and self.form(verb).endswith("ing"):
            return self.charged(at, depth), None
        if self.is_finite(at) or (form in PREPOSITIONS and self.is_finite(at - 1)):
            return self.over_relative(at), None
        phrase = self.phrase_ending(at)
        if phrase is None or self.parted(phrase.at.start):
            return phrase or self.over_relative(at), None
        return self.clause_subject(verb, phrase)

    def charged(self, link: int, depth: int) -> Phrase | None:
        """Return who a gerund is told of: "accused A of lying", "thanked A for coming"; behind other words it may be anybody."""
        phrase = self.controller(link - 1, depth) if self.form(link) in ("of", "for", "from") else None
        return phrase if phrase and all(map(self.is_person, phrase.heads)) else None

    def clause_subject(self, verb: int, phrase: Phrase) -> tuple[Phrase | None, Phrase | None]:
        """Return the subject of a clause whose last noun phrase before its verb is known, by what stands before that."""
        before = phrase.at.start - 1
        if self.form(before) in RELATIVES and before > self.low and self.is_noun(before - 1):
            return phrase, self.antecedent(before)
        if self.is_finite(before) and not self.reports(before):
            return self.over_relative(before), None
        if self.form(before) in PREPOSITIONS:
            if self.form(before) not in CLAUSE_OPENERS:
                return None, None
            return (self.over_relative(before) if self.is_finite(before - 1) else phrase), None
        if self.is_noun(before) and self.form(phrase.at.start) in WHOSE:
            return phrase, self.contact(verb, before)
        return phrase, None

    def is_governed(self, phrase: Phrase) -> bool:
        """Whether a noun phrase stands behind a verb of its own clause, which it cannot be the subject beside."""
        for at in range(phrase.at.start - 1, self.low - 1, -1):
            if self.parted(at + 1) or self.form(at) in CLAUSE_OPENERS or self.reports(at):
                return False
            if self.is_finite(at) or self.form(at + 1) in MODALS:
                return True
        return False

    def contact(self, verb: int, before: int) -> Phrase | None:
        """Return the object of a relative clause without a pronoun: "the engineer the firm dismissed has …"."""
        gap = verb + 1 < self.stop and not self.parted(verb + 1) and self.is_finite(verb + 1)
        return self.phrase_ending(before) if gap else None

    def reports(self, at: int) -> bool:
        """Whether a verb has a clause behind it: "said the guard had hit …"."""
        cue = verb_cues().get(self.form(at))
        return cue is not None and not {"t", "z"}.isdisjoint(cue.frames)

    def antecedent(self, relative: int) -> Phrase | None:
        """Return what a relative pronoun stands for: the nearest noun phrase before it."""
        at = relative - 1
        if at < self.low or not self.is_noun(at):
            return None
        start = self.core_start(at)
        if start is not None and start - 1 > self.low and self.form(start - 1) == "not":
            return self.phrase_ending(start - 2)  # "it was A, not B, who …"
        if start is None:
            return None
        # In "the aide of the minister who …" either can be meant.
        if start > self.low and self.form(start - 1) == "of" and not self.parted(start):
            return None
        if self.mark(start) == "," and self.form(start) in WHOSE and self.is_noun(start - 1):
            return Phrase(range(start - 1, at + 1), (start - 1, at))  # "Norland, the state that …"
        return Phrase(range(start, at + 1), (at,))

    def over_relative(self, at: int) -> Phrase | None:
        """Return the noun that a relative clause between it and its verb belongs to: "the lawyer who sued A [lives]"."""
        for i in range(at, self.low, -1):
            if self.form(i) in _RELATIVE:
                noun = i - 2 if self.form(i - 1) in PREPOSITIONS else i - 1
                return self.phrase_ending(noun) if noun >= self.low and self.is_noun(noun) else None
            if self.parted(i):
                return None
        return None

    def over_aside(self, verb: int, first: int) -> Phrase | None:
        """Return the subject of a verb behind a mark: of an aside between them, or of a participle that opens the sentence."""
        if first <= self.low:
            return self.opened(verb)
        if self.mark(first) != ",":
            return None
        for i in range(first - 1, self.low, -1):
            if self.parted(i):
                aside = (
                    self.form(i) in _RELATIVE
                    or self.form(i) in WHOSE
                    or self.is_finite(i)
                    or self.is_name(i)
                    or self.form(i) == "not"
                )
                return self.with_aside(i, first) if self.mark(i) == "," and aside else None
        form = self.form(verb)
        participle = form.endswith(("ed", "ing", "en")) or is_irregular(form)
        by = verb + 1 < self.stop and self.form(verb + 1) == "by"
        return self.phrase_ending(first - 1) if participle and by and first == verb else None

    def with_aside(self, aside: int, end: int) -> Phrase | None:
        """Return the noun phrase before an aside, with the one that the aside is: "her deputy, Paul Reh, said"."""
        phrase = self.phrase_ending(aside - 1)
        apposed = self.is_name(aside) or self.form(aside) in WHOSE
        if phrase is None or not apposed or not self.is_noun(end - 1):
            return phrase
        if any(self.is_finite(i) or self.form(i) in RELATIVES for i in range(aside, end)):
            return phrase
        return Phrase(range(phrase.at.start, end), (*phrase.heads, end - 1))

    def opened(self, verb: int) -> Phrase | None:
        """Return who a participle at the beginning is told of: the subject behind the comma."""
        for i in range(verb + 1, min(self.stop, verb + _OPENING)):
            if self.parted(i) and self.mark(i) == ",":
                end = i
                while end < self.stop and self.form(end) in WHOSE:
                    end += 1
                while end < self.stop and self.is_noun(end) and not (end > i and self.parted(end)):
                    end += 1
                return Phrase(range(i, end), (end - 1,)) if end > i and self.is_noun(end - 1) else None
        return None

    def shared(self, joint: int, depth: int) -> Phrase | None:
        """Return the subject that a verb behind "and" shares: that of the verbs before it, where they all have one."""
        found: list[Phrase] = []
        for verb in islice(self.verbs_before(joint), _MOST):
            subject, _ = self.subject(verb, self.group_start(verb), depth + 1)
            if subject is None or self.reports(verb):
                return None  # behind "noted that A came and" it may be A
            found.append(subject)
        heads = {phrase.heads for phrase in found}
        return found[0] if len(heads) == 1 else None

    def verbs_before(self, joint: int) -> Iterator[int]:
        for at in range(joint - 1, self.low, -1):
            if self.mark(at + 1) in (";", ":") or (self.parted(at + 1) and self.form(at + 1) in JOINS):
                return
            last = at + 1 >= self.stop or not (self.form(at + 1) in AUXILIARIES or self.is_finite(at + 1))
            if self.is_finite(at) and self.form(at) not in HAVE | BE and last:
                yield at

    def controller(self, at: int, depth: int) -> Phrase | None:
        """Return who an infinitive is told of: the object of the verb before it, else that verb's subject."""
        if self.is_finite(at):
            subject, _ = self.subject(at, self.group_start(at), depth + 1)
            return subject
        start = self.core_start(at)
        if start is None or start - 1 <= self.low or self.parted(start):
            return None
        if self.form(start - 1) == "by" and self.is_finite(start - 2):  # "was asked by A to call"
            subject, _ = self.subject(start - 2, self.group_start(start - 2), depth + 1)
            return subject
        if not self.is_finite(start - 1):
            return None
        if self.form(start - 1) in _PROMISING:
            subject, _ = self.subject(start - 1, self.group_start(start - 1), depth + 1)
            return subject
        if self.form(start - 1) in AUXILIARIES or self.form(start) in POSSESSIVES:
            return None  # "reaffirmed its offer to train" tells of no offer that trains
        return Phrase(range(start, at + 1), (at,))


_OPENING = 12  # words of a participle's clause at the beginning of a sentence
_RELATIVE = RELATIVES | {"whose"}
