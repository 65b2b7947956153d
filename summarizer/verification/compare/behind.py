"""What the sentence right behind a passage does to it: "Bern was opposed", "Both denied it", "There was no consensus".

A text often tells a matter in one sentence and in the next, in a few words that point back, that it was opposed, denied or
left open. Such a sentence has no matter of its own: it supports a claim's denial over the passage before it, and takes back
what a claim tells as backed, accepted or confirmed there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.light_words import is_light
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.sentences import Sentence
from summarizer.reading.stems import stem
from summarizer.reading.words import Keys, is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.undone import tells_undone
from summarizer.verification.context import Document, remembered
from summarizer.verification.difference import Difference
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.offices import only_holder

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_BEHIND = 2  # sentences behind a passage that may point back to it
_ITEM = 3  # sentences behind it in its paragraph or item of which one may tell that it came to nothing
_OWN = 3  # content words of its own that a sentence which only points back may have

_OPPOSED = re.compile(
    r"\b(?:(?:was|were|is|are|remain(?:s|ed)?|spoke|voted|came\s+out)\s+(?:\w+ly\s+)?(?:opposed|against|not\s+in\s+favou?r)|oppos(?:ed|es|ing)|object(?:ed|s)|disagree[ds]?|vetoed|refused|declined|balked|reject(?:ed|s)|turned\s+(?:it|this|that|them)\s+down"
    r"|(?:said|says)\s+no(?=\s*[.,;])|(?:did|does|do|would|could)(?:\s+not|n['’]t)\s+(?:support|back|accept|agree|endorse|favou?r|go\s+along)|nobody\s+else\s+(?:\w+\s+)?(?:in\s+favou?r|for\s+it))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|repudiat\w+|contest(?:s|ed|ing)?|contradict(?:s|ed)?)\s+(?:(?:all|any|both)\s+(?:of\s+)?)?"
    r"(?:(?:the|these|those|such|that|this|its|their)\s+(?:\w+\s+)?(?:accusation|allegation|charge|claim|report|suggestion|assertion|contention|rumou?r|criticism|characteri[sz]ation|complaint|account|version|story|announcement|figure)s?|it|this|that(?=\s*(?:[.,;:!—\"”]|$))|them|these|having\s+done\s+so|doing\s+so)\b"
    r"|^[^.]{0,40}?\b(?:that|this|it)(?:['’]s|\s+(?:is|was))\s+(?:\w+ly\s+|just\s+|all\s+)?(?:not\s+(?:true|correct|the\s+case|so)|false|untrue|baseless|unfounded|wrong|nonsense|rubbish|a\s+lie|absurd|ridiculous|incorrect)\b",
    re.IGNORECASE,
)
_NONE = late_regex(
    r"\b(?:no|without|not\s+(?:an?y?|the\s+slightest)|lack\s+of|n['’]t\s+any)\s+(?:\w+\s+)?(?P<what>consensus|agreement|decision|majority|support|vote|result|outcome|promise|commitment|answer|reply|conclusion|request|apology|deal)\b",
    re.IGNORECASE,
)
_NEGATIVE_VERBS = late_regex(r"oppos|against|reject|refus|declin|object|disagree|veto", re.IGNORECASE)
_TRUTH_VERBS = re.compile(
    r"den(?:y|i)|disput|reject|dismiss|refut|contest|contradict|repudiat", re.IGNORECASE
)
_FOR = frozenset(
    map(stem, "support back endorse accept agree approve favour favor welcome consent join".split())
)
_HELD_TRUE = frozenset(map(stem, "confirm acknowledge admit concede corroborate verify".split()))
_SETTLED = {
    stem(word): group
    for group in (
        "consensus agreement agree deal", "decision decide vote", "majority", "support", "result outcome conclusion conclude",
        "promise commitment commit pledge", "answer reply respond response", "request ask", "apology apologise apologize",
    )
    for word in group.split()
}  # fmt: skip
_CLAUSE = late_regex(
    r"[,;:]|\b(?:which|that|but|while|and\s+(?=(?:the|it|he|she|they)\b)|who|whereas|although)\b"
)
_BE = late_regex(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def denied_behind(c: Comparison, denial: Operator) -> Sentence | None:
    """Return the sentence behind a passage that tells what the claim denies of it; None where none does."""
    cue = c.claim.text[denial.cue.start : denial.cue.end]
    acts = _acts_under(c, denial)
    for sentence in _pointing_back(c):
        text = sentence.text
        opposed = _OPPOSED.search(text) if _NEGATIVE_VERBS.search(cue) or acts & _FOR else None
        denied = _DENIED.search(text) if _TRUTH_VERBS.match(cue) or acts & _HELD_TRUE else None
        found = opposed or denied
        if found and _same_agents(c, _agents(c, denial.cue), sentence, found.start()):
            return sentence
        if (
            denial.operation is Operation.NEGATION
            and (tells_undone(acts, text) or _same_denied(c, sentence, acts))
            and _same_agents(c, _agents(c, denial.cue), sentence, len(text))
        ):
            return sentence
    return _without_outcome(c, acts)


def _without_outcome(c: Comparison, acts: frozenset[str]) -> Sentence | None:
    """Return the sentence by which a passage, or the item that it stands in, comes to nothing: "There was no consensus"."""
    sentences = c.document.reading.sentences
    for sentence in sentences[c.sentence.number : c.sentence.number + _ITEM]:
        if sentence.block != c.sentence.block:
            return None
        none = next((m for m in _NONE.finditer(sentence.text) if _same_settlement(m["what"], acts)), None)
        if none is not None and not _has_matter(c, sentence):
            return sentence
    return None


def compare_behind(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells as backed or confirmed, or as a fact, and the sentence behind the passage denies."""
    for sentence in _pointing_back(c):
        opposed, denied = _OPPOSED.search(sentence.text), _DENIED.search(sentence.text)
        against_it = opposed or denied
        if against_it is None:
            continue
        words = " ".join(sentence.text.split())
        for one in c.missing:
            against = (opposed and stem(one.form) in _FOR) or (denied and stem(one.form) in _HELD_TRUE | _FOR)
            span = c.claim.span(one.at)
            plain = not any(o.operation in DENYING and o.scope.overlaps(span) for o in c.claim.operators)
            if against and plain and _same_agents(c, _agents(c, span), sentence, against_it.start()):
                yield Difference(
                    Verdict.CONTRADICTED, "negation_dropped", f"then the source says “{words}”", sentence.span
                )
                return
        if denied and _as_fact(c):
            yield Difference(Verdict.REVIEW, "disputed", f"then the source says “{words}”", sentence.span)
            return


_TELLS = late_regex(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|report\w*|announc\w+|claim\w*|accus\w+|alleg\w+|accord\w+|den(?:y|ie)\w*|rumou?r\w*|suggest\w*|argu\w+|complain\w*|charg\w+|assert\w*|insist\w*|maintain\w*|wr[io]t\w+|describ\w+|call\w*|stat(?:ed|es)|publish\w*|spoke|speak\w*|question\w*|ask\w*)\b",
    re.IGNORECASE,
)


def _as_fact(c: Comparison) -> bool:
    """Whether the claim tells as a fact what the passage has somebody say."""
    if _TELLS.search(c.claim.text) or any(o.operation is Operation.DENIAL for o in c.claim.operators):
        return False
    tokens = c.document.reading.tokens
    told = [a for a in c.document.attributions_at([c.sentence.span]) if a.speaker and a.strength == "strong"]
    places = [tokens.span(at, at + 1) for at in c.aligned.values()]
    return any(2 * sum(any(s.contains(p) for s in a.content) for p in places) > len(places) for a in told)


def _pointing_back(c: Comparison) -> Iterator[Sentence]:
    """Yield the sentences behind the passage that have hardly a matter of their own, up to the first that has.

    What denies "this" or "the accusation" points back, whatever else it tells.
    """
    sentences = c.document.reading.sentences
    for sentence in sentences[c.sentence.number : c.sentence.number + _BEHIND]:
        if sentence.furniture or c.document.is_heading(sentence.span):
            return
        points = sentence.number == c.sentence.number + 1
        if _has_matter(c, sentence) and not (points and _DENIED.search(sentence.text)):
            return
        yield sentence


def _has_matter(c: Comparison, sentence: Sentence) -> bool:
    """Whether a sentence has some content words that neither the claim nor the passage before it has."""
    told, before = c.claim.concepts.all, c.positions.keys()
    words = _content_words(c.document, sentence.number)
    own = (word for word in words if told.isdisjoint(word) and before.isdisjoint(word))
    return next(islice(own, _OWN, None), None) is not None


@remembered
def _content_words(document: Document, number: int) -> tuple[Keys, ...]:
    """Return what the content words of a sentence can be matched by, names and what opposes or denies apart."""
    sentence = document.reading.sentences[number - 1]
    tokens = document.reading.tokens
    named = {i for n in document.identities.in_sentence(sentence) for i in tokens.touching(n.span)}
    forms = ((at, tokens.form(at)) for at in tokens.within(sentence.span))
    told = (
        form for at, form in forms if at not in named and not is_function_word(form) and not is_light(form)
    )
    return tuple(
        keys(form) for form in told if not (_OPPOSED.search(f"were {form}") or _TRUTH_VERBS.match(form))
    )


def _acts_under(c: Comparison, denial: Operator) -> frozenset[str]:
    """Return the stems of the first words under a denial."""
    tokens = c.claim.tokens
    words = [
        tokens.form(i) for i in tokens.within(Span(denial.cue.end, max(denial.cue.end, denial.scope.end)))
    ]
    return frozenset([stem(form) for form in words if not is_function_word(form)][:4])


def _same_settlement(what: str, acts: frozenset[str]) -> bool:
    group = _SETTLED.get(stem(what.casefold()))
    return group is not None and any(_SETTLED.get(act) == group for act in acts)


def _same_denied(c: Comparison, sentence: Sentence, acts: frozenset[str]) -> bool:
    """Whether a sentence denies one of the first words that the claim does: "he didn't make any promise"."""
    tokens = c.document.reading.tokens
    return any(
        o.operation in DENYING and o.scope.overlaps(tokens.span(at, at + 1))
        for o in c.document.reading.operators(sentence)
        for at in tokens.within(sentence.span)
        if stem(tokens.form(at)) in acts and not is_light(tokens.form(at))
    )


# -- of whom it is told ------------------------------------------------------------------------------


def _agents(c: Comparison, cue: Span) -> Span | None:
    """Return the words of a claim that tell who denies or opposes; None where a passive does not."""
    text = c.claim.text
    if _BE.search(text[: cue.start]):
        by = re.match(r"\s+(?:\w+ly\s+)?by\s+", text[cue.end :])
        end = _CLAUSE.search(text, cue.end)
        return Span(cue.end + by.end(), end.start() if end else len(text)) if by else None
    starts = [m.end() for m in _CLAUSE.finditer(text, 0, cue.start)]
    start = starts[-1] if starts else 0
    return Span(start, cue.start)


def _same_agents(c: Comparison, agents: Span | None, sentence: Sentence, upto: int) -> bool:
    """Whether a sentence tells its denial of those of whom the claim does, and of nobody whom the claim does not tell of."""
    told = c.document.identities.in_sentence(sentence)
    before = [n for n in told if n.span.start - sentence.span.start < upto]
    if not all(_told_of(c, n, agents) for n in before):
        return False
    if agents is None:
        return True
    speaks = c.document.identities.speaker_of(sentence)
    mine = [n for n in c.claim.names if agents.overlaps(n.span)]
    if mine:
        return all(any(matches(n, other) for other in (*told, *filter(None, [speaks]))) for n in mine)
    words = [one for one in c.claim.concepts.each if agents.contains(c.claim.span(one.at))]
    here = c.document.retrieval.keys_of([sentence])
    return bool(before) or not words or any(not one.keys.isdisjoint(here) for one in words)


_APART = late_regex(r",|\band\b")


def _told_of(c: Comparison, named: Named, agents: Span | None) -> bool:
    """Whether the claim names somebody, or tells of them by an office that they hold."""
    if any(matches(named, own) for own in c.claim.names):
        return True
    told = _APART.split(c.claim.text[agents.start : agents.end]) if agents is not None else []
    return any(only_holder(c.document, named.text, words.strip()) for words in told)


# -- a verb left out ---------------------------------------------------------------------------------

# "The Bergs won't.", "He said that it did not.": a denied auxiliary whose verb is the one of the sentence before.
_ELLIPSIS = late_regex(
    r"(?P<who>[^.?!;:]{1,60}?)\s*\b(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could)(?:\s+not|n[’']t)|cannot|won[’']t|can[’']t)\s*[.,;!]",
    re.IGNORECASE,
)
_POINTS_BACK = frozenset("it they he she this that these those".split())


def left_unsaid(c: Comparison, denial: Operator, text: str) -> bool:
    """Whether the next sentence denies the verb of this one without repeating it, of whom the claim denies it."""
    told = _ELLIPSIS.match(text.lstrip())
    if told is None:
        return False
    who = set(re.findall(r"[\w’']+", told["who"].casefold()))
    subject = [f for f in c.claim.tokens.slice_forms() if not is_function_word(f)][:_SUBJECT]
    before = c.claim.text[: denial.cue.start].casefold()
    return any(f in who and f in before for f in subject) or not _POINTS_BACK.isdisjoint(who)


_SUBJECT = 3  # content words at the head of a claim in which its subject stands
