"""Compares a claim with one sentence of the source: names, quantities, polarity, who does what, every content word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.reading.gazetteer import country_of
from summarizer.reading.names import Entity, role_form, same_role
from summarizer.reading.polarity import Operator
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Keys, exclude_each_other, is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.claim import Claim
from summarizer.verification.compare_order import compare_order
from summarizer.verification.compare_polarity import compare_polarity
from summarizer.verification.context import Document
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.identity import Named, matches
from summarizer.verification.quantities import Quantity, computed, equal, is_collective, quantities_of, rivals

_EACH = re.compile(r"\b(?:each|every|per|apiece|respectively|both)\b", re.IGNORECASE)
# "The leaders did not agree" where the source says "they did not agree".
_PLURAL = re.compile(r"\b(?:they|we|both|them|us)\b", re.IGNORECASE)
_GATHERED = frozenset(
    "leaders sides parties delegations presidents ministers governments countries officials diplomats teams".split()
)
_ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,6}s?")
_JOINED = re.compile(
    r"(?:\s|,|\band\b|\bwith\b|\b(?:his|her|their|its|the|of|counterpart|counterparts|president|minister|secretary|ambassador|chancellor|leader)\b|[A-Z][\w.'’-]*)*"
)
_IS = re.compile(
    r"\s+(?:is|was|has\s+been|became|serves\s+as|served\s+as)\s+(?:the\s+|an?\s+)?(?P<what>[^,.;:()]{3,70})"
)
_THIRD_PERSON = re.compile(
    r"\b(?:he|she|they|it|him|her|them|his|their|its|we|our|us|this|these)\b", re.IGNORECASE
)


@dataclass
class Comparison:
    """A claim beside a sentence (and its neighbours, for what pronouns stand for)."""

    claim: Claim
    sentence: Sentence
    document: Document
    pinned: bool = False  # the claim names this sentence as its evidence

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
        """The token numbers in the sentence of all that words can be matched by."""
        found: dict[str, list[int]] = {}
        for i in self.document.reading.tokens.within(self.sentence.span):
            for one in self.document.retrieval.keys_at(i):
                found.setdefault(one, []).append(i)
        return found

    def places(self, wanted: Keys) -> list[int]:
        """Return the token numbers at which the sentence has a word, itself if it does, else one that stands for it."""
        by_group: set[int] = set()
        for one in wanted:
            if places := self.positions.get(one):
                if not one.startswith("="):
                    return places
                by_group.update(places)
        return sorted(by_group)

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """The claim's content words that the sentence does not have, as token numbers of the claim."""
        plural = bool(_PLURAL.search(self.sentence.text))
        return tuple(
            c.at
            for c in self.claim.concepts.each
            if not self.places(c.keys) and not (plural and c.form in _GATHERED)
        )

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
    def coverage(self) -> float:
        """The share (by weight) of the claim's content words that the sentence has; 1 when it has none."""
        weights = {c.at: self.document.retrieval.weight(c) + 0.1 for c in self.claim.concepts.each}
        total = sum(weights.values())
        return 1 - sum(weights[i] for i in self.missing) / total if total else 1.0

    # -- the comparisons -----------------------------------------------------------------------

    @cached_property
    def differences(self) -> list[Difference]:
        """All differences, worst first; empty when the sentence says all that the claim says."""
        found = [
            *self._compare_quantities(),
            *self._compare_names(),
            *compare_polarity(self),
            *self._compare_agents(),
            *self._compare_roles(),
            *self._compare_words(),
            *compare_order(self),
        ]
        return sorted(self._weighed(found), key=lambda d: -d.verdict.severity)

    def _weighed(self, found: list[Difference]) -> list[Difference]:
        """Leave to review what contradicts in a passage that may speak of somebody else: a name of the claim is not in it."""
        elsewhere = any(d.code == "name_not_in_passage" for d in found)
        return [
            replace(d, verdict=Verdict.REVIEW) if elsewhere and d.verdict is Verdict.CONTRADICTED else d
            for d in found
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
            return Difference(
                Verdict.REVIEW,
                "computed",
                f"“{claimed.text}” may follow from what the source tells, but does not stand there",
            )
        if others and self.coverage >= SAME_ASSERTION and not _EACH.search(self.sentence.text):
            message = f"the source has “{_line(others[0].text)}”, not “{claimed.text}”"
            return Difference(Verdict.CONTRADICTED, f"{claimed.sort}_mismatch", message, others[0].span)
        if any(equal(claimed, other) for other in self.document.quantities):
            return Difference(
                Verdict.REVIEW,
                f"{claimed.sort}_elsewhere",
                f"“{claimed.text}” stands in the source, but not in this passage",
            )
        return Difference(
            Verdict.UNSUPPORTED,
            f"{claimed.sort}_not_found",
            f"the source has no {claimed.sort} “{claimed.text}”",
        )

    def _compare_bounds(self, claimed: Quantity) -> Iterator[Difference]:
        """Compare bounds: a length told as "about" is not told exactly, nor the other way round."""
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
        if not self._known(named) and not _ABBREVIATION.fullmatch(named.text):
            return Difference(
                Verdict.UNSUPPORTED, "name_not_in_source", f"“{named.text}” does not occur in the source"
            )
        if _THIRD_PERSON.search(self.sentence.text):
            return Difference(
                Verdict.REVIEW, "name_not_in_passage", f"the passage does not name “{named.text}”"
            )
        strangers = [o for o in self.named if not any(matches(o, mine) for mine in self.claim.names)]
        if (
            strangers
            and len(self.claim.concepts) >= 3
            and self.coverage >= 0.95
            and not self.document.identities.nearby(self.sentence, named)
        ):
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
            if self._together(mine, theirs):
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

    def _together(self, mine: Named, theirs: Named) -> bool:
        """Whether the source joins the two as doers: "X and her counterpart Y met"."""
        return any(
            matches(mine, other) and _JOINED.fullmatch(self.document.text[other.span.end : theirs.span.start])
            for other in self.named
            if other.span.end <= theirs.span.start
        )

    def _compare_roles(self) -> Iterator[Difference]:
        """Compare the roles that the claim gives people with those that the source gives them."""
        names = self.document.reading.names
        yield from self._compare_predicates()
        for claimed in self.claim.people:
            known = names.resolve(claimed.name or "")
            if not known or not known.roles:
                continue
            for text, _ in claimed.roles:
                if all(same_role(text, theirs) == "different" for theirs, _ in known.roles):
                    theirs, span = known.roles[0]
                    message = f"the source calls {known.label} “{_line(theirs)}”, not “{_line(text)}”"
                    yield Difference(Verdict.CONTRADICTED, "role_mismatch", message, span)

    def _compare_predicates(self) -> Iterator[Difference]:
        """Compare "X is the president of Y" with the roles that the source gives X."""
        for person, what in self.predicates:
            if any(_role_fits(what, person, theirs) for theirs, _ in person.roles):
                continue
            theirs, span = person.roles[0] if person.roles else ("nothing of the kind", self.sentence.span)
            message = f"the source calls {person.label} “{_line(theirs)}”, not “{what}”"
            yield Difference(
                Verdict.CONTRADICTED if person.roles else Verdict.REVIEW, "role_mismatch", message, span
            )

    @cached_property
    def predicates(self) -> list[tuple[Entity, str]]:
        """The persons of whom the claim says what they are, with the role it gives them."""
        found = []
        for named in self.claim.names:
            told = _IS.match(self.claim.text, named.span.end)
            known = self.document.reading.names.resolve(named.text) if told else None
            if told and known and known.kind == "person" and role_form(told["what"]).head:
                found.append((known, told["what"]))
        return found

    # -- words ---------------------------------------------------------------------------------

    def _compare_words(self) -> Iterator[Difference]:
        tokens = self.document.reading.tokens
        here = [tokens.form(i) for i in tokens.within(self.sentence.span)]
        told = self.claim.concepts.all
        extra = [f for f in here if told.isdisjoint(keys(f)) and not is_function_word(f)]
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
            strange = [
                c
                for c in self.claim.concepts.each
                if c.at in self.missing and not self.document.retrieval.known(c)
            ]
            invented = not self.pinned and self.coverage < 0.5 and len(strange) > max(1, len(left) // 2)
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


def _role_fits(claimed: str, person: Entity, theirs: str) -> bool:
    """Whether a role that is claimed of a person can be the one that the source tells, of the same state."""
    if same_role(claimed, theirs) == "different":
        return False
    states = {c for text in (theirs, *(t for t, _ in person.affiliations)) if (c := country_of(text))}
    wanted = {c for text in role_form(claimed).affiliations if (c := country_of(text))}
    return not wanted or not states or bool(wanted & states)
