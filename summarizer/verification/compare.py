"""Compares a claim with one sentence of the source: names, quantities, polarity, who does what, every content word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from summarizer.reading.names import same_role
from summarizer.reading.polarity import Operation, Operator
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import concept, exclude_each_other, is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.claim import Claim
from summarizer.verification.context import Document
from summarizer.verification.identity import Named, matches
from summarizer.verification.quantities import Quantity, computed, equal, is_collective, quantities_of, rivals

_DENYING = (Operation.NEGATION, Operation.DENIAL)
_UNREAL = (
    Operation.CONDITION,
    Operation.CONSEQUENCE,
    Operation.POSSIBILITY,
    Operation.WISH,
    Operation.QUESTION,
)
# Operations that stand for one another in a paraphrase: "could" and "hopes to", "if" and "provided that".
_LIKE = {
    Operation.CONDITION: "condition",
    Operation.CONSEQUENCE: "condition",
    Operation.POSSIBILITY: "possible",
    Operation.WISH: "possible",
    Operation.QUESTION: "question",
}
_EACH = re.compile(r"\b(?:each|every|per|apiece|respectively|both)\b", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"\b(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)
_ADVERB_ENDING = "ly"
SAME_ASSERTION = 0.7  # coverage from which a sentence is taken to make the claim's assertion, value by value


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which a claim goes beyond or against its passage."""

    verdict: Verdict
    code: str
    message: str
    span: Span | None = None


@dataclass
class Comparison:
    """A claim beside a sentence (and its neighbours, for what pronouns stand for)."""

    claim: Claim
    sentence: Sentence
    document: Document
    differences: list[Difference] = field(default_factory=list)

    # -- what stands where ---------------------------------------------------------------------

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The names in the sentence."""
        return self.document.identities.in_sentence(self.sentence)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities in the sentence, at offsets of the source."""
        return quantities_of(self.sentence.text, self.document.reading.anchor, self.sentence.span.start)

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """The operators of the sentence."""
        return self.document.reading.operators(self.sentence)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """The token numbers of each concept in the sentence."""
        tokens = self.document.reading.tokens
        found: dict[str, list[int]] = {}
        for i in tokens.within(self.sentence.span):
            form = tokens.form(i)
            if not is_function_word(form):
                found.setdefault(concept(form), []).append(i)
        return found

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """The claim's content words that the sentence does not have, as token numbers of the claim."""
        return tuple(i for one, i in self.claim.concepts.items() if one not in self.positions)

    @cached_property
    def aligned(self) -> dict[int, int]:
        """Claim token → source token for the content words that both have.

        Of several places the one nearest to the words already placed is taken.
        """
        placed: dict[int, int] = {}
        for one, i in self.claim.concepts.items():
            if places := self.positions.get(one):
                middle = sum(placed.values()) / len(placed) if placed else places[0]
                placed[i] = min(places, key=lambda at: abs(at - middle))
        return placed

    @property
    def coverage(self) -> float:
        """The share (by weight) of the claim's content words that the sentence has; 1 when it has none."""
        weights = {i: self.document.retrieval.weight(one) + 0.1 for one, i in self.claim.concepts.items()}
        total = sum(weights.values())
        return 1 - sum(weights[i] for i in self.missing) / total if total else 1.0

    # -- the comparisons -----------------------------------------------------------------------

    def run(self) -> list[Difference]:
        """Return all differences, worst first; empty when the sentence says all that the claim says."""
        found = [
            *self._compare_quantities(),
            *self._compare_names(),
            *self._compare_polarity(),
            *self._compare_agents(),
            *self._compare_roles(),
            *self._compare_words(),
        ]
        return sorted(self._weighed(found), key=lambda d: -d.verdict.severity)

    def _weighed(self, found: list[Difference]) -> list[Difference]:
        """Leave to review what contradicts in a passage that may speak of somebody else: a name of the claim is not in it."""
        elsewhere = any(d.code == "name_not_in_passage" for d in found)
        return [
            replace(d, verdict=Verdict.REVIEW) if elsewhere and d.verdict is Verdict.CONTRADICTED else d for d in found
        ]

    def _compare_quantities(self) -> Iterator[Difference]:
        for claimed in self.claim.quantities:
            if any(equal(claimed, other) for other in self.quantities):
                yield from self._compare_bounds(claimed)
            elif not is_collective(claimed):
                yield self._unmatched(claimed)

    def _unmatched(self, claimed: Quantity) -> Difference:
        """Judge a quantity that the sentence does not have: against its rivals there, else against the whole source."""
        others = list(rivals(claimed, self.quantities))
        if computed(claimed, self.quantities) or computed(claimed, self.document.times):
            return Difference(Verdict.REVIEW, "computed", f"“{claimed.text}” may follow from what the source tells, but does not stand there")
        if others and self.coverage >= SAME_ASSERTION and not _EACH.search(self.sentence.text):
            message = f"the source has “{_line(others[0].text)}”, not “{claimed.text}”"
            return Difference(Verdict.CONTRADICTED, f"{claimed.sort}_mismatch", message, others[0].span)
        if any(equal(claimed, other) for other in self.document.quantities):
            return Difference(Verdict.REVIEW, f"{claimed.sort}_elsewhere", f"“{claimed.text}” stands in the source, but not in this passage")
        return Difference(Verdict.UNSUPPORTED, f"{claimed.sort}_not_found", f"the source has no {claimed.sort} “{claimed.text}”")

    def _compare_bounds(self, claimed: Quantity) -> Iterator[Difference]:
        """A length told as "about" is not told exactly, nor the other way round."""
        bound = getattr(claimed.item, "bound", None)
        same = [q for q in self.quantities if equal(claimed, q)]
        if bound is None or any(getattr(q.item, "bound", None) == bound for q in same):
            return
        told = getattr(same[0].item, "bound", None)
        verdict = Verdict.CONTRADICTED if {bound, told} == {"at_least", "at_most"} else Verdict.REVIEW
        yield Difference(
            verdict,
            "bound_mismatch",
            f"“{claimed.text}” is told as {_words(told)}, not {_words(bound)}",
            same[0].span,
        )

    def _compare_names(self) -> Iterator[Difference]:
        identities = self.document.identities
        for named in self.claim.names:
            if any(matches(named, other) for other in self.named) or self._spelled_out(named):
                continue
            if identities.refers_back(self.sentence, named):
                continue
            yield self._unnamed(named)

    def _unnamed(self, named: Named) -> Difference:
        """Judge a name that the sentence does not have: it may name another in its place, or leave it to its neighbours."""
        if not self._known(named):
            return Difference(Verdict.UNSUPPORTED, "name_not_in_source", f"“{named.text}” does not occur in the source")
        if _THIRD_PERSON.search(self.sentence.text):
            return Difference(Verdict.REVIEW, "name_not_in_passage", f"the passage does not name “{named.text}”")
        strangers = [o for o in self.named if not any(matches(o, mine) for mine in self.claim.names)]
        if strangers and len(self.claim.concepts) >= 3 and self.coverage >= 0.95 and not self.document.identities.nearby(self.sentence, named):
            message = f"the passage names “{_line(strangers[0].text)}”, not “{named.text}”"
            return Difference(Verdict.CONTRADICTED, "name_mismatch", message, strangers[0].span)
        return Difference(Verdict.REVIEW, "name_not_in_passage", f"the passage does not name “{named.text}”")

    def _spelled_out(self, named: Named) -> bool:
        """Whether all words of a name stand in the sentence."""
        forms = [self.claim.tokens.form(i) for i in self.claim.tokens.within(named.span)]
        tokens = self.document.reading.tokens
        words = {tokens.form(i) for i in tokens.within(self.sentence.span)}
        return bool(forms) and all(
            f in words or f.removesuffix("'s") in words or f + "'s" in words for f in forms
        )

    def _known(self, named: Named) -> bool:
        if named.keys:
            return True
        tokens = self.document.reading.tokens
        forms = [self.claim.tokens.form(i).removesuffix("'s") for i in self.claim.tokens.within(named.span)]
        return all(f in tokens.vocabulary or f + "'s" in tokens.vocabulary for f in forms)

    # -- polarity ------------------------------------------------------------------------------

    def _compare_polarity(self) -> Iterator[Difference]:
        mine = {i: self._effects(self.claim.operators, self.claim.span(i)) for i in self.aligned}
        tokens = self.document.reading.tokens
        theirs = {i: self._effects(self.operators, tokens.span(at, at + 1)) for i, at in self.aligned.items()}
        yield from self._compare_negation(mine, theirs)
        yield from self._compare_reality(mine, theirs)
        if disputed := next(
            (o for o in self.operators if o.operation is Operation.DISPUTED and self._governs(o)), None
        ):
            if not any(o.operation in (*_DENYING, Operation.DISPUTED) for o in self.claim.operators):
                yield Difference(
                    Verdict.CONTRADICTED, "disputed", f"the source adds “{self._cue(disputed)}”", disputed.cue
                )

    def _effects(self, operators: Sequence[Operator], span: Span) -> list[Operator]:
        return [o for o in operators if o.scope.overlaps(span)]

    def _compare_negation(
        self, mine: dict[int, list[Operator]], theirs: dict[int, list[Operator]]
    ) -> Iterator[Difference]:
        """Compare whether the words both have are denied: each side's operators of denial cancel in pairs."""
        for i in self.aligned:
            denied_here = [o for o in mine[i] if o.operation in _DENYING]
            denied_there = [o for o in theirs[i] if o.operation in _DENYING]
            if len(denied_here) % 2 == len(denied_there) % 2:
                continue
            if denied_there and not denied_here and self._heads(denied_there[0], i):
                cue = denied_there[0]
                yield Difference(
                    Verdict.CONTRADICTED,
                    "negation_dropped",
                    f"the source says “{self._around(cue)}”",
                    cue.cue,
                )
                return
            if denied_here and not denied_there and self._heads_claim(denied_here[0], i):
                words = self.claim.text[denied_here[0].cue.start : denied_here[0].cue.end]
                yield Difference(
                    Verdict.CONTRADICTED,
                    "negation_added",
                    f"the source has no “{words}” here",
                    self.sentence.span,
                )
                return

    def _firm(self) -> Verdict:
        """Return `contradicted` where the sentence makes the same assertion, `review` where it may make another."""
        asked = any(o.operation is Operation.QUESTION for o in self.operators)
        return Verdict.CONTRADICTED if self.coverage >= SAME_ASSERTION and not asked else Verdict.REVIEW

    def _heads(self, operator: Operator, claim_token: int) -> bool:
        """Whether the aligned word is the first content word that an operator of the source governs."""
        tokens = self.document.reading.tokens
        at = self.aligned[claim_token]
        after = (
            max(operator.scope.start, operator.cue.end)
            if operator.scope.start <= operator.cue.start
            else operator.scope.start
        )
        between = [tokens.form(i) for i in tokens.within(Span(after, max(after, tokens.starts[at])))]
        return not any(self._is_head(form) for form in between)

    def _heads_claim(self, operator: Operator, claim_token: int) -> bool:
        tokens = self.claim.tokens
        between = [
            tokens.form(i)
            for i in tokens.within(Span(operator.cue.end, max(operator.cue.end, tokens.starts[claim_token])))
        ]
        return not any(self._is_head(form) for form in between)

    @staticmethod
    def _is_head(form: str) -> bool:
        return not is_function_word(form) and not form.endswith(_ADVERB_ENDING)

    def _compare_reality(
        self, mine: dict[int, list[Operator]], theirs: dict[int, list[Operator]]
    ) -> Iterator[Difference]:
        """What the source only asks, wishes, allows or conditions, a claim may not tell as a fact."""
        hedged = any(o.operation in _UNREAL for o in self.claim.operators)
        future = any(f in ("will", "shall", "plan", "plans") for f in self.claim.tokens.slice_forms())
        for i in self.aligned:
            here = {_LIKE.get(o.operation) for o in mine[i]}
            unreal = [o for o in theirs[i] if o.operation in _UNREAL and _LIKE[o.operation] not in here]
            if not unreal:
                continue
            operator = unreal[-1]
            if operator.operation is Operation.CONSEQUENCE:
                decisive = self._governs(operator)
            elif operator.operation is Operation.QUESTION:
                decisive = True
            else:
                decisive = self._heads(operator, i)
            if not decisive or self._claimed(operator):
                continue
            verdict = (
                Verdict.REVIEW
                if hedged or (future and operator.operation is Operation.WISH)
                else Verdict.UNSUPPORTED
            )
            code = (
                "condition_dropped"
                if operator.operation in (Operation.CONDITION, Operation.CONSEQUENCE)
                else "modality_dropped"
            )
            yield Difference(verdict, code, f"the source says “{self._around(operator)}”", operator.cue)
            return

    def _claimed(self, operator: Operator) -> bool:
        """Whether the claim has the operator's own words among its words."""
        tokens = self.document.reading.tokens
        cue = {
            concept(tokens.form(i))
            for i in tokens.within(operator.cue)
            if not is_function_word(tokens.form(i))
        }
        here = {concept(f) for f in self.claim.tokens.slice_forms()}
        return bool(cue) and cue <= here

    def _governs(self, operator: Operator) -> bool:
        """Whether most of the words both have lie under an operator of the source."""
        tokens = self.document.reading.tokens
        under = sum(operator.scope.overlaps(tokens.span(at, at + 1)) for at in self.aligned.values())
        return under * 2 > len(self.aligned)

    def _cue(self, operator: Operator) -> str:
        return " ".join(self.document.text[operator.cue.start : operator.cue.end].split()).strip(" ,—-")

    def _around(self, operator: Operator) -> str:
        """Return an operator's cue with the words next to it."""
        text, sentence = self.document.text, self.sentence.span
        start = max(sentence.start, operator.cue.start - 25)
        end = min(sentence.end, operator.cue.end + 45)
        piece = text[start:end].split()
        piece = piece[1:] if start > sentence.start and len(piece) > 3 else piece
        return " ".join(piece[:-1] if end < sentence.end and len(piece) > 3 else piece)

    # -- who does what -------------------------------------------------------------------------

    def _compare_agents(self) -> Iterator[Difference]:
        """Compare who stands before each shared word as its doer; a passive has its doer after "by"."""
        seen: set[str] = set()
        for i, at in self.aligned.items():
            mine = agent(self.claim.tokens.text, self.claim.names, self.claim.span(i))
            tokens = self.document.reading.tokens
            theirs = agent(self.document.text, self.named, tokens.span(at, at + 1), self.sentence.span)
            if not mine or not theirs or matches(mine, theirs) or mine.text in seen:
                continue
            seen.add(mine.text)
            here = [o for o in self.named if matches(mine, o)]
            if not here:
                continue
            word = self.claim.tokens.form(i)
            if any(matches(theirs, o) for o in self.claim.names):
                yield Difference(
                    Verdict.CONTRADICTED,
                    "roles_swapped",
                    f"“{word}” is said of “{theirs.text}”, not of “{mine.text}”",
                    theirs.span,
                )
            else:
                yield Difference(
                    Verdict.REVIEW,
                    "role_unclear",
                    f"“{word}” may be said of “{theirs.text}”, not of “{mine.text}”",
                    theirs.span,
                )

    def _compare_roles(self) -> Iterator[Difference]:
        """Compare the roles that the claim gives people with those that the source gives them."""
        names = self.document.reading.names
        for claimed in self.claim.people:
            known = names.resolve(claimed.name or "")
            if not known or not known.roles:
                continue
            for text, _ in claimed.roles:
                if all(same_role(text, theirs) == "different" for theirs, _ in known.roles):
                    theirs, span = known.roles[0]
                    message = f"the source calls {known.label} “{_line(theirs)}”, not “{_line(text)}”"
                    yield Difference(Verdict.CONTRADICTED, "role_mismatch", message, span)

    # -- words ---------------------------------------------------------------------------------

    def _compare_words(self) -> Iterator[Difference]:
        tokens = self.document.reading.tokens
        here = [tokens.form(i) for i in tokens.within(self.sentence.span)]
        extra = [f for f in here if concept(f) not in self.claim.concepts and not is_function_word(f)]
        for i in self.missing:
            form = self.claim.tokens.form(i)
            rival = next((f for f in extra if exclude_each_other(form, f)), None)
            if rival and self.coverage >= SAME_ASSERTION - 0.2:
                yield Difference(
                    Verdict.CONTRADICTED,
                    "word_mismatch",
                    f"the source has “{rival}”, not “{form}”",
                    self.sentence.span,
                )
        left = [self.claim.tokens.form(i) for i in self.missing]
        if left:
            strange = [w for w in left if not self.document.retrieval.known(concept(w))]
            invented = self.coverage < 0.5 and 2 * len(strange) > len(left)
            message = "not in the passage: " + ", ".join(f"“{w}”" for w in left[:6])
            yield Difference(Verdict.UNSUPPORTED if invented else Verdict.REVIEW, "words_not_found", message)


_PREPOSITIONS = frozenset(
    "of with to from by in at for on against between about among into near toward towards over under through than".split()
)


def agent(text: str, names: Sequence[Named], word: Span, bounds: Span | None = None) -> Named | None:
    """Return the name that stands as the doer of `word`: the last one before it that no preposition governs.

    After a form of "be", the name behind "by" is the doer (passive).
    """
    start = bounds.start if bounds else 0
    before = text[start : word.start]
    last_words = before.casefold().split()[-3:]
    if {"was", "were", "been", "be", "being", "is", "are"} & set(last_words):
        tail = text[word.end : word.end + 60].split()
        if tail and tail[0].casefold() == "by":
            return next((n for n in names if 0 <= n.span.start - word.end <= 40), None)
    for named in sorted((n for n in names if n.span.end <= word.start), key=lambda n: -n.span.start):
        lead = text[max(start, named.span.start - 40) : named.span.start].casefold().split()
        if any(w.strip(",.;:") in _PREPOSITIONS for w in lead[-2:]):
            continue
        if text[named.span.end : named.span.end + 2] in ("'s", "’s"):
            continue
        return named
    return None


def _words(bound: str | None) -> str:
    names = {"exact": "exact", "about": "approximate", "at_least": "a minimum", "at_most": "a maximum"}
    return names.get(bound or "exact", str(bound))


def _line(text: str) -> str:
    return " ".join(text.split())
