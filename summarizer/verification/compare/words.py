"""Compares the content words of a claim with those of a passage, by stem and thesaurus."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from summarizer.reading.polarity import DENYING
from summarizer.reading.stems import stem
from summarizer.reading.words import Concept, exclude_each_other, is_function_word
from summarizer.report import Verdict
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Acts that bind whoever does them, and what undoes them: what a passage that does not tell of them cannot support.
_BINDING = """
agree commit pledge promise vow guarantee sign ratify accept approve decide reject refuse veto ban impose lift annex invade attack withdraw
invite accuse threaten condemn congratulate order
resign surrender apologize apologise concede admit confess cancel abandon break suspend expel recognize recognise conclude adopt authorize authorise
uphold overrule sustain overturn quash endorse ratify
"""
# Parts of a year or of a day: when something was is told by them as by a date.
_WHEN = frozenset(
    "spring summer autumn winter morning afternoon evening night midnight noon dawn dusk weekend christmas easter ramadan overnight".split()
)
UNHEARD = {
    True: 0,
    False: 1,
}  # words that neither the source nor the thesaurus has, in evidence named or found
_DETERMINERS = frozenset("the a an its their his her our this that these those any each all".split())
_SLOT = 2  # tokens around the neighbours of a missing word in which the word that stands for it is looked for


def compare_words(c: Comparison) -> Iterator[Difference]:
    """Yield the words that the source contradicts in their place, then those that the passage does not have."""
    denied = [o.scope for o in c.claim.operators if o.operation in DENYING]
    for concept in c.missing:
        if any(scope.overlaps(c.claim.span(concept.at)) for scope in denied):
            continue  # "was not divided" says what "unanimously" says
        if c.coverage >= SAME_ASSERTION - 0.2 and (rival := _rival(c, concept)) is not None:
            told = c.document.reading.tokens.form(rival)
            message = f"the source has “{told}”, not “{concept.form}”"
            place = c.document.reading.tokens.span(rival, rival + 1)
            yield Difference(Verdict.CONTRADICTED, "word_mismatch", message, place)
    explained = [
        o.scope for o in c.otherwise
    ]  # "would not act alone" for "will consult": the words of what is denied need not stand there
    explained += [s for o, _ in c.denied_behind for s in (o.cue, o.scope)]
    wanting = [m for m in c.wanting if not any(s.overlaps(c.claim.span(m.at)) for s in explained)]
    if wanting or (c.wanting and c.coverage < SAME_ASSERTION - 0.2):
        yield _missing(c, wanting)


def _missing(c: Comparison, wanting: list[Concept]) -> Difference:
    """Judge the words that are not there: common words may be said otherwise, words of their own kind may not.

    Nor may words that the source has elsewhere, where the claim names its evidence: they bring in another fact.
    """
    known = c.document.retrieval.known
    strange = [m for m in wanting if not known(m)]
    invented = not c.pinned and c.coverage < 0.5 and len(strange) > max(1, len(c.missing) // 2)
    particular = [m for m in strange if not any(key.startswith("=") for key in m.keys)]
    binding = [m for m in wanting if _binds(m) and not _describes(c, m.at)]
    borrowed = [m for m in c.absent if stem(m.form) in c.document.retrieval.stems] if c.pinned else []
    dated = (
        any(m.form in _WHEN for m in c.missing)
        and any(m.form in _WHEN for m in c.absent)
        and not any(q.sort in ("time", "date") for q in c.quantities)
    )
    message = "not in the passage: " + ", ".join(f"“{m.form}”" for m in c.missing[:6])
    verdict = Verdict.UNSUPPORTED if invented else Verdict.REVIEW
    retold = len(particular) <= UNHEARD[c.pinned] and not binding and not borrowed and not dated
    return Difference(verdict, "words_not_found", message, wording=retold)


def _binds(one: Concept) -> bool:
    """Whether a word tells an act of its own; "order" as a noun mostly stands in "in order to"."""
    return stem(one.form) in _binding() and one.form != "order"


def _describes(c: Comparison, at: int) -> bool:
    """Whether a participle only describes a noun: "the agreed measures" tells of no agreement of its own."""
    tokens = c.claim.tokens
    before, behind = tokens.slice_forms(max(0, at - 1), at), tokens.slice_forms(at + 1, at + 2)
    noun = bool(behind) and not is_function_word(behind[0]) and not behind[0].endswith("ly")
    return bool(before) and before[0] in _DETERMINERS and tokens.form(at).endswith("ed") and noun


@cache
def _binding() -> frozenset[str]:
    return frozenset(stem(word) for word in _BINDING.split())


def _rival(c: Comparison, concept: Concept) -> int | None:
    """Return the word of the source that stands in the place of a missing one and excludes it."""
    tokens = c.document.reading.tokens
    told = c.claim.concepts.all
    for at in _slot(c, concept):
        if told.isdisjoint(c.document.retrieval.keys_at(at)) and exclude_each_other(
            concept.form, tokens.form(at)
        ):
            return at
    return None


def _slot(c: Comparison, concept: Concept) -> list[int]:
    """Return the tokens of the sentence around what stands beside a word in the claim."""
    before = [at for i, at in c.aligned.items() if i < concept.at][-1:]
    after = [at for i, at in c.aligned.items() if i > concept.at][:1]
    inside = c.document.reading.tokens.within(c.sentence.span)
    near = {i for at in (*before, *after) for i in range(at - _SLOT, at + _SLOT + 1)}
    return sorted(near & set(inside))
