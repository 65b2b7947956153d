"""A claim beside one sentence of the source: what stands where, and all in which they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from summarizer.reading.light_words import is_light
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concept, Concepts, Keys
from summarizer.report import Verdict
from summarizer.verification.claims.claim import Claim
from summarizer.verification.compare.agents import compare_agents
from summarizer.verification.compare.anaphora import compare_counted
from summarizer.verification.compare.answers import Answer, answer_to, only_asks, told_operators
from summarizer.verification.compare.arguments import compare_arguments, sides_agree
from summarizer.verification.compare.bearing import compare_bearing
from summarizer.verification.compare.behind import denied_behind
from summarizer.verification.compare.borrowed import compare_borrowed
from summarizer.verification.compare.boundaries import compare_boundaries
from summarizer.verification.compare.certainty import compare_certainty, compare_sureness
from summarizer.verification.compare.clause_subjects import compare_clause_subjects
from summarizer.verification.compare.commitment import compare_commitment
from summarizer.verification.compare.converses import told_as_first
from summarizer.verification.compare.deixis import compare_deixis
from summarizer.verification.compare.denied_otherwise import told_otherwise
from summarizer.verification.compare.descriptions import compare_descriptions
from summarizer.verification.compare.ellipsis import told_of_left_out, with_what_is_left_out
from summarizer.verification.compare.joined import compare_joined
from summarizer.verification.compare.links import compare_links
from summarizer.verification.compare.mixed import Held, compare_members, find_held
from summarizer.verification.compare.multiples import compare_multiples
from summarizer.verification.compare.names import compare_names
from summarizer.verification.compare.neighbours import compare_neighbours
from summarizer.verification.compare.order import compare_order
from summarizer.verification.compare.pairings import compare_pairings
from summarizer.verification.compare.passage_names import PassageNames
from summarizer.verification.compare.polarity import compare_polarity
from summarizer.verification.compare.prefixes import compare_prefixes
from summarizer.verification.compare.pronouns import compare_pronouns
from summarizer.verification.compare.quantities import compare_quantities
from summarizer.verification.compare.reality import compare_conditions, compare_reality
from summarizer.verification.compare.recipients import compare_recipients
from summarizer.verification.compare.roles import compare_roles
from summarizer.verification.compare.sequence import compare_sequence
from summarizer.verification.compare.slots import compare_slots
from summarizer.verification.compare.subjects import compare_subjects
from summarizer.verification.compare.talk import compare_speech_acts
from summarizer.verification.compare.told_anyway import told_anyway
from summarizer.verification.compare.where import compare_places
from summarizer.verification.compare.wholes import compare_wholes
from summarizer.verification.compare.words import compare_words
from summarizer.verification.computed.arithmetic import compute
from summarizer.verification.computed.computation import Computation
from summarizer.verification.computed.gathering import gathers
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import Quantity, equal

_OWN = 4  # pairs of words beside a quotation that show whether a sentence is copied
_ELSEWHERE = 0.5  # what a word in a neighbouring sentence counts, beside one in the sentence itself


@dataclass
class Comparison(PassageNames):
    """A claim beside a sentence (and its neighbours, for what pronouns stand for)."""

    claim: Claim
    sentence: Sentence
    document: Document
    pinned: bool = False  # the claim names this sentence as its evidence
    beside: tuple[Sentence, ...] = ()  # other sentences that the claim may rest on as well
    # Whether somebody else says a sentence than whom the claim names as speaker.
    apart: Callable[[Sentence], bool] = field(default=lambda sentence: False)
    _places: dict[Keys, list[int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _found: dict[Compare, Begun] = field(default_factory=dict, init=False, repr=False, compare=False)

    # -- what stands where ---------------------------------------------------------------------

    @cached_property
    def names_told(self) -> int:
        """How many of the claim's names the sentence has."""
        return sum(map(self.names_one, self.claim.names))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities in the sentence, at offsets of the source."""
        return self.document.quantities_in(self.sentence)

    @cached_property
    def computed(self) -> dict[Quantity, Computation]:
        """What of the claim's quantities the sentence does not tell, and how it follows, or may follow, from others."""
        open_ones = [
            q for q in self.claim.quantities if not any(equal(q, other) for other in self.quantities)
        ]
        counted = [q for q in open_ones if not gathers(self, q)]
        return {q: how for q in counted if (how := compute(self, q)) is not None}

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """What the members of the sentence have of the claim, where it is joined."""
        return tuple(find_held(self))

    @cached_property
    def operands(self) -> tuple[Computation, ...]:
        """The computations that the claim rests on plainly."""
        return tuple(how for how in self.computed.values() if how.plain)

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """The operators of the sentence, as the answer to what it asks, or a clause that leaves its predicate out, has them."""
        return with_what_is_left_out(self, told_operators(self.document, self.sentence, self.answer))

    @cached_property
    def otherwise(self) -> tuple[Operator, ...]:
        """The denials of the claim that the sentence makes in other words."""
        return tuple(o for o in self.claim.operators if o.operation in DENYING and told_otherwise(self, o))

    @cached_property
    def of_left_out(self) -> bool:
        """Whether the claim is about whom a clause names that leaves its predicate out."""
        return told_of_left_out(self)

    @cached_property
    def denied_behind(self) -> tuple[tuple[Operator, Sentence], ...]:
        """The denials of the claim that the sentence behind the passage makes, with that sentence."""
        found = ((o, denied_behind(self, o)) for o in self.claim.operators if o.operation in DENYING)
        return tuple((o, behind) for o, behind in found if behind is not None)

    @cached_property
    def answer(self) -> Answer | None:
        """What the text answers to the sentence, where that asks something."""
        return None if only_asks(self.claim) else answer_to(self.document, self.sentence.number)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms of the words of the sentence."""
        return self.document.forms_in(self.sentence)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """The token numbers in the sentence of all that words can be matched by."""
        return self.document.retrieval.positions_in(self.sentence)

    def places(self, wanted: Keys) -> list[int]:
        """Return the token numbers at which the sentence has a word, itself if it does, else one that stands for it."""
        if (known := self._places.get(wanted)) is None:
            known = self._places[wanted] = self._find_places(wanted)
        return known

    def _find_places(self, wanted: Keys) -> list[int]:
        by_group: set[int] = set()
        for one in wanted:
            if places := self.positions.get(one):
                if not one.startswith("="):
                    return places
                by_group.update(places)
        return sorted(by_group)

    @cached_property
    def missing(self) -> tuple[Concept, ...]:
        """The claim's content words that the sentence does not have."""
        lacking = [c for c in self.claim.concepts.each if not self.places(c.keys)]
        if not lacking:
            return ()
        anyway = told_anyway(self, lacking)
        return tuple(c for c in lacking if c.at not in anyway)

    @cached_property
    def wanting(self) -> tuple[Concept, ...]:
        """The missing words that carry something: without them the sentence does not tell what the claim does."""
        return tuple(c for c in self.missing if not is_light(c.form))

    @cached_property
    def missing_at(self) -> frozenset[int]:
        """The tokens of the missing words."""
        return frozenset(c.at for c in self.missing)

    @cached_property
    def aligned(self) -> dict[int, int]:
        """Claim token → source token for the content words that both have.

        Of several places the one nearest to the words already placed is taken.
        """
        placed: dict[int, int] = {}
        for c in self.claim.concepts.each:
            if places := self.places(c.keys):
                middle = sum(placed.values()) / len(placed) if placed else places[0]
                placed[c.at] = min(places, key=lambda at: abs(at - middle))
        return placed

    @cached_property
    def _weights(self) -> dict[int, float]:
        return {c.at: self.document.retrieval.weight(c) + 0.1 for c in self.claim.concepts.each}

    @cached_property
    def coverage(self) -> float:
        """The share (by weight) of the claim's content words that the sentence has; 1 when it has none."""
        return self.told(self.claim.concepts)

    def agrees_on(self, verb: int) -> bool:
        """Whether the sentence tells a verb of the claim with the sides that the claim gives it."""
        return sides_agree(self, verb)

    # -- the sentence among its neighbours -----------------------------------------------------

    @cached_property
    def context(self) -> tuple[Sentence, ...]:
        """The sentences that the claim may rest on too: what this sentence leans on, and the others that share its words."""
        return tuple(s for s in self.surroundings if not self.apart(s))

    @cached_property
    def neighbours(self) -> tuple[Comparison, ...]:
        """The claim beside each sentence of the context."""
        return tuple(Comparison(self.claim, s, self.document) for s in self.context)

    @cached_property
    def surroundings(self) -> tuple[Sentence, ...]:
        """The context, with what another says right beside: a question names whom the answer speaks of."""
        around = {s.number: s for s in self.document.context_of(self.sentence)}
        around |= {s.number: s for s in self.beside if not self.apart(s)}
        return tuple(around.values())

    @cached_property
    def absent(self) -> tuple[Concept, ...]:
        """The content words that neither the sentence nor its context has."""
        around = self.beside if self.pinned else self.context
        return tuple(c for c in self.missing if not self.document.retrieval.tells(around, c.keys))

    @cached_property
    def absent_at(self) -> frozenset[int]:
        """The tokens of the absent words."""
        return frozenset(c.at for c in self.absent)

    def reach(self, among: Concepts) -> float:
        """Return the share of some words of the claim that stand in the sentence, those in its context counted half."""
        total = sum(self._weights[c.at] for c in among.each)
        missing = sum(self._weights[c.at] for c in among.each if c.at in self.missing_at)
        absent = sum(self._weights[c.at] for c in among.each if c.at in self.absent_at)
        return 1 - (_ELSEWHERE * missing + (1 - _ELSEWHERE) * absent) / total if total else 1.0

    def told(self, among: Concepts) -> float:
        """Return the share (by weight) of some words of the claim that stand in the sentence itself."""
        total = sum(self._weights[c.at] for c in among.each)
        missing = sum(self._weights[c.at] for c in among.each if c.at in self.missing_at)
        return 1 - missing / total if total else 1.0

    def share(self, keys: Keys, among: Concepts) -> float:
        """Return the share (by weight) of some words of the claim that keys of the source stand for; 1 of none."""
        total = sum(self._weights[x.at] for x in among.each)
        found = sum(self._weights[x.at] for x in among.each if not keys.isdisjoint(x.keys))
        return found / total if total else 1.0

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of neighbouring words in the sentence."""
        at = self.document.reading.tokens.within(self.sentence.span)
        return frozenset(pairwise(self.document.reading.tokens.slice_forms(at.start, at.stop)))

    @cached_property
    def verbatim(self) -> float:
        """The share of the claim's pairs of neighbouring words that stand side by side in the sentence too.

        What it quotes is placed by itself: to quote a sentence is not to copy the rest of it.
        """
        mine = self.claim.own_pairs
        if self.claim.quoted and len(mine) < _OWN:
            return 0.0
        return sum(pair in self.pairs for pair in mine) / len(mine) if mine else 1.0

    # -- the comparisons -----------------------------------------------------------------------

    @cached_property
    def differences(self) -> list[Difference]:
        """All differences, worst first; empty when the sentence says all that the claim says."""
        found = [d for compare in _COMPARISONS for d in self._found_by(compare)]
        if all(d.wording for d in found):  # what else differs decides
            found += self._found_by(compare_joined)
        return sorted(self._weighed(found), key=lambda d: -d.verdict.severity)

    def differs(self, code: str, *compares: Compare) -> bool:
        """Whether there is a difference of a sort that only some of the comparisons find; no other need be made."""
        return any(d.code == code for compare in compares for d in self._weighed(self._found_by(compare)))

    @cached_property
    def ruled_out(self) -> bool:
        """Whether something differs that is more than wording; what tells so most often is compared first."""
        return any(map(self._rules_out, _TELLING))

    def _rules_out(self, compare: Compare) -> bool:
        """Whether one difference is more than wording: the first that is; those that a computation excuses are weighed."""
        found, rest = self._begun(compare)
        if any(map(_tells, found)):
            return True
        for one in rest:
            found.append(one)
            if _tells(one):
                return True
        return not all(d.wording for d in found) and not all(d.wording for d in self._weighed(found))

    def _found_by(self, compare: Compare) -> list[Difference]:
        found, rest = self._begun(compare)
        found.extend(rest)
        return found

    def _begun(self, compare: Compare) -> Begun:
        """Return what a comparison has found so far, and what finds the rest when asked."""
        if (begun := self._found.get(compare)) is None:
            begun = self._found[compare] = [], iter(compare(self))
        return begun

    def _weighed(self, found: list[Difference]) -> list[Difference]:
        """Leave to review what contradicts in a passage that may speak of somebody else: a name of the claim is not in it."""
        if not found:
            return found
        if self.operands:  # a claim that computes keeps neither the order of the text nor its doers
            found = [replace(d, wording=True) if d.code in _SOFTENED else d for d in found]
            found = [d for d in found if d.code != "order_differs"]
        if any(how.plain and q.sort in ("duration", "date") for q, how in self.computed.items()):
            found = [d for d in found if d.code not in _COUNTED]  # which came first was counted
        if any(told_as_first(self, o) for o in self.claim.operators if o.operation is Operation.NEGATION):
            found = [d for d in found if d.code not in ("link_not_told", "tense_differs")]
        if all(d.code != "name_not_in_passage" for d in found):
            return found
        return [replace(d, verdict=Verdict.REVIEW) if d.verdict is Verdict.CONTRADICTED else d for d in found]


# What a claim that computes need not keep, and what it has counted instead of told.
_SOFTENED = frozenset({"role_unclear", "tense_differs", "deed_not_told"})
_COUNTED = frozenset({"link_turned", "link_not_told"})
_EXCUSED = _SOFTENED | _COUNTED | {"order_differs"}


def _tells(difference: Difference) -> bool:
    """Whether a difference is more than wording, whatever is computed."""
    return not difference.wording and difference.code not in _EXCUSED


Compare = Callable[[Comparison], Iterable[Difference]]
Begun = tuple[list[Difference], Iterator[Difference]]  # what a comparison has found, and what finds the rest
_COMPARISONS: tuple[Compare, ...] = (
    compare_quantities,
    compare_names,
    compare_pairings,
    compare_members,
    compare_places,
    compare_boundaries,
    compare_multiples,
    compare_slots,
    compare_polarity,
    compare_wholes,
    compare_reality,
    compare_conditions,
    compare_prefixes,
    compare_commitment,
    compare_certainty,
    compare_sureness,
    compare_links,
    compare_bearing,
    compare_subjects,
    compare_agents,
    compare_arguments,
    compare_neighbours,
    compare_recipients,
    compare_speech_acts,
    compare_clause_subjects,
    compare_roles,
    compare_descriptions,
    compare_pronouns,
    compare_borrowed,
    compare_words,
    compare_counted,
    compare_order,
    compare_deixis,
    compare_sequence,
)
_OFTEN: tuple[Compare, ...] = (
    compare_words, compare_reality, compare_quantities, compare_commitment, compare_links, compare_names, compare_descriptions,
    compare_order, compare_agents, compare_polarity, compare_slots, compare_subjects, compare_pairings, compare_roles, compare_joined,
)  # fmt: skip
# In the order in which the least work tells most of the passages that cannot support.
_TELLING = tuple(dict.fromkeys((*_OFTEN, *_COMPARISONS, compare_joined)))
