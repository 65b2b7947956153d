"""Decides whether a text tells what a clause says, for claims that it does not: "The readout does not say that …"."""

from __future__ import annotations

from summarizer.reading.attribution.cues import CueClass, verb_cues
from summarizer.reading.attribution.words import AUXILIARIES
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.reading.stems import is_irregular
from summarizer.reading.words import Concept
from summarizer.source import Span
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.asked import Asked
from summarizer.verification.statements.matter import Matter
from summarizer.verification.statements.paraphrase import judge_wording
from summarizer.verification.who.identity import Named, matches

# By whether a clause passes for a retelling: the share of its words that must be nowhere in the text for it not to be told,
# and the share that one sentence may not have.
_UNTOLD = {False: (0.15, 0.75), True: (0.35, 0.45)}
_SPEAKS = 0.5  # share of a clause's other words from which a sentence may tell its deed
_NEARLY = 0.85  # share from which it may tell the deed in other words
_DETERMINERS = frozenset("the a an any its their his her our this that these those some no".split())
_BEFORE_VERB = frozenset({*AUXILIARIES, "to", "not", "also", "yet"})
_NO_FACT = (
    Operation.WISH,
    Operation.POSSIBILITY,
    Operation.CONDITION,
    Operation.CONSEQUENCE,
    Operation.QUESTION,
    Operation.NEGATION,
    Operation.DENIAL,
)


def judge_fact(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that what a clause tells is nowhere told: its deed, or much of it, must be nowhere in the text.

    Other words may tell the same; where the clause itself passes for a retelling, more of it must be wanting.
    """
    everywhere = [*document.story, *document.opening]
    wanted = [(weight, one) for weight, one in search.wanted if isinstance(one, Named) or not _is_speech(one)]
    total = sum(weight for weight, _ in wanted)
    if not total or not everywhere:
        return None
    shares = [sum(w for w, one in wanted if _has(document, search, one, s)) / total for s in everywhere]
    closest = everywhere[shares.index(max(shares))]
    if deed := _undone(document, search, everywhere):
        return check.supported("not_mentioned", f"the text nowhere tells of “{deed}” as done", [closest.span])
    wanting = [(w, one) for w, one in wanted if not any(_has(document, search, one, s) for s in everywhere)]
    told = judge_wording(document, Asked(search.text), check)
    absent, most = _UNTOLD[told.supported]
    if sum(w for w, _ in wanting) >= absent * total and max(shares) < most:
        words = ", ".join(f"“{one.text if isinstance(one, Named) else one.form}”" for _, one in wanting)
        return check.supported("not_mentioned", f"the text nowhere speaks of {words}", [closest.span])
    if not told.supported:
        return check.review(
            "not_decided", f"the text may tell in other words that {search.text}", [closest.span]
        )
    judged = check.review if told.reasons[0].code == "reworded" else check.contradicted
    return judged("mentioned", f"the text does tell that {search.text}", told.spans)


def _undone(document: Document, search: Matter, everywhere: list[Sentence]) -> str:
    """Return the verb of a clause that no sentence of its matter tells as a fact; nothing where one does, or may."""
    verbs = [c for c in search.claim.concepts.each if _is_verb(search, c)]
    hedged = any(o.operation in _NO_FACT for o in search.claim.operators)
    rest = [(w, one) for w, one in search.wanted if one not in verbs]
    total = sum(w for w, _ in rest)
    if not verbs or not total:
        return ""
    for sentence in everywhere:
        share = sum(w for w, one in rest if _has(document, search, one, sentence)) / total
        told = any(
            hedged or _as_fact(document, sentence, place)
            for verb in verbs
            for place in search.places(verb, sentence)
        )
        if share >= (_SPEAKS if told else _NEARLY):
            return ""
    return " … ".join(verb.form for verb in verbs)


def _is_verb(search: Matter, word: Concept) -> bool:
    """Whether a word is the verb of a clause: behind an auxiliary or "to", or a past form without an article."""
    tokens = search.claim.tokens
    form, before = tokens.form(word.at), tokens.form(word.at - 1) if word.at else ""
    if before in _BEFORE_VERB or before.endswith("ly"):
        return True
    return word.at > 0 and before not in _DETERMINERS and (form.endswith("ed") or is_irregular(form))


def _as_fact(document: Document, sentence: Sentence, place: Span) -> bool:
    return not any(
        o.operation in _NO_FACT and o.scope.overlaps(place) for o in document.reading.operators(sentence)
    )


def _is_speech(word: Concept) -> bool:
    cue = verb_cues().get(word.form)
    return cue is not None and cue.kind is CueClass.SPEECH


def _has(document: Document, search: Matter, one: Concept | Named, sentence: Sentence) -> bool:
    if isinstance(one, Named):  # a capital may speak for its state
        return any(matches(one, other) for other in document.identities.in_sentence(sentence))
    return bool(search.places(one, sentence))
