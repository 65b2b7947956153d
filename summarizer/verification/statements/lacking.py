"""Decides what a text is said not to tell, by looking: "gives no date for …", "does not mention …", "does not quote …".

What is not there has no passage of its own. The passage shown is the one that speaks of the matter, in which the
value is wanting, or the opening, where the matter is wanting from all of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.reading.stems import stem
from summarizer.reading.words import Concept
from summarizer.source import Span
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.absences import Absence, Lack
from summarizer.verification.statements.lacking_values import judge_value, judge_which
from summarizer.verification.statements.matter import GENERIC, SPEAKS_OF, Matter
from summarizer.verification.statements.untold import judge_fact
from summarizer.verification.who.identity import matches
from summarizer.verification.who.offices import by_office, holds
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import Voice

# Who took part: what a text that lists them calls the list is not what a claim calls it.
_TOOK_PART = late_regex(
    r"\b(?:participa\w+|attend\w*|(?:took|take|taking)\s+part|present|joined|represent\w+|interlocutors?|signator\w+)\b",
    re.IGNORECASE,
)
_MANY = 3  # persons named in a sentence that lists those who took part
_LISTED = 400  # characters behind a passage in which its list goes on
_UNREAL = (Operation.CONSEQUENCE, Operation.CONDITION, Operation.QUESTION)
_JOINT = late_regex(
    r"\b(?:both|two|leaders|sides|presidents|ministers|parties|they|we|each)\b", re.IGNORECASE
)


def judge_absence(document: Document, absence: Absence, check: Check) -> Outcome | None:
    """Judge a claim on what the text lacks; None where looking cannot decide it."""
    search = Matter(document, absence.matter, plain=absence.lack is not Lack.MEMBER)
    if not search.passages:
        search = Matter(document, absence.matter)
    match absence.lack:
        case Lack.MENTION:
            return _judge_mention(document, search, check)
        case Lack.MEMBER:
            return _judge_member(document, search, absence.who, check)
        case Lack.SPEECH:
            return _judge_speech(document, search, absence.who, check)
        case Lack.VALUE:
            return judge_value(document, search, absence.value, check)
        case Lack.FACT:
            return judge_fact(document, search, check)
        case Lack.WHICH:
            told = judge_fact(document, search, check)
            return told if told is not None and told.supported else judge_which(document, search, check)
        case Lack.ACT:
            return _judge_act(document, search, check)
        case Lack.DETAIL:
            return _judge_detail(document, search, check)
        case Lack.REASON:
            return _judge_reason(document, search, check)


def _opening(document: Document) -> list[Span]:
    return [s.span for s in document.opening[:1]]


# -- no mention ----------------------------------------------------------------------------------


def _judge_mention(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that a matter is nowhere: of several ("sanctions or tariffs"), each must be."""
    parts = [
        Matter(document, p) for p in re.split(r"\s*,?\s+(?:or|nor)\s+|\s*,\s+", search.text) if p.strip()
    ]
    outcomes = [_judge_one(document, part, check) for part in parts]
    if any(o is None for o in outcomes):
        return None
    return max((o for o in outcomes if o), key=lambda o: o.verdict.severity, default=None)


def _judge_one(document: Document, search: Matter, check: Check) -> Outcome | None:
    if not search.wanted:
        return None
    everywhere = [*document.story, *document.opening]
    whole = [s for s in everywhere if search.share(s) >= 1]
    if whole:
        message = f"the text does speak of “{search.text}”"
        exact = _exactly(document, search, whole[0])
        return (
            check.contradicted("mentioned", message, [whole[0].span])
            if exact
            else check.review("mentioned", message, [whole[0].span])
        )
    near = [s for s in everywhere if search.share(s) > 0]
    if (official := by_office(document, search.head, everywhere)) is not None:
        return check.review("mentioned", f"“{search.text}” may be who is named here", [official])
    decisive = search.decisive
    if near and (
        bare := _ANY.match(search.text)
    ):  # a thing of which the text speaks nowhere, of whatever matter
        nothing = _judge_act(document, Matter(document, bare["what"]), check)
        if nothing is not None:
            return nothing
    if near and (apart := _head_of_another(document, search, everywhere)) is not None:
        message = f"the text speaks of no {apart} of this matter"
        return check.supported("not_mentioned", message, [near[0].span])
    if near and all(any(search.places(one, s) for s in everywhere) for one in decisive):
        return check.review("mentioned_in_part", f"the text has words of “{search.text}”", [near[0].span])
    spans = [near[0].span] if near else _opening(document)
    return (
        check.supported("not_mentioned", f"the text nowhere speaks of “{search.text}”", spans)
        if spans
        else None
    )


# Acts that a text tells by their noun or their verb; what else tells them ("will meet" is an agreement) stands behind the bar.
_ACTS = {
    "agreement": "agree agreement accord deal understanding consensus settle conclude sign undertake decide adopt | will shall",
    "deal": "agree agreement accord deal understanding consensus settle conclude sign | will shall",
    "consensus": "agree agreement consensus accord unanimous | will shall",
    "decision": "decide decision resolve adopt approve agree rule ruling vote choose | will shall",
    "vote": "vote ballot adopt approve reject",
    "apology": "apologize apologise apology sorry regret forgive pardon",
    "promise": "promise pledge commit commitment undertake vow assure guarantee agree | will shall",
    "commitment": "promise pledge commit commitment undertake vow assure guarantee agree | will shall",
    "pledge": "promise pledge commit commitment undertake vow assure guarantee agree | will shall",
    "threat": "threat threaten warn warning | will if unless",
    "criticism": "criticize criticise criticism condemn blame reproach denounce deplore regret concern",
    "objection": "object objection oppose opposition against reject disagree",
    "invitation": "invite invitation host welcome",
    "request": "request ask demand urge seek call appeal",
    "demand": "request ask demand urge insist call require",
    "deadline": "deadline by before until within",
}  # fmt: skip
_TIED = 0.3  # share of what an act is about from which a sentence, or the one beside it, ties the two


def _head_of_another(document: Document, search: Matter, everywhere: list[Sentence]) -> str | None:
    """Return the act that a matter begins with, where the text tells such an act of other matters only, or of none."""
    behind = _BEHIND.search(search.text)
    words = search.text[: behind.start()].casefold().split() if behind else []
    if not behind or not words or words[-1].removesuffix("s") not in _ACTS:
        return None
    act = words[-1].removesuffix("s")
    verbs, _, auxiliaries = _ACTS[act].partition("|")
    about = Matter(document, search.text[behind.end() :])
    stems = frozenset(map(stem, verbs.split()))
    tokens = document.reading.tokens
    for place, sentence in enumerate(everywhere):
        forms = {tokens.form(i) for i in tokens.within(sentence.span)}
        shares = (
            [about.share(s) for s in everywhere[max(0, place - 1) : place + 2]] if about.wanted else [1.0]
        )
        if stems & {stem(f) for f in forms} and max(shares) >= _TIED:
            return None
        if forms & set(auxiliaries.split()) and about.wanted and about.share(sentence) >= SPEAKS_OF:
            return None
    return act


_BEHIND = late_regex(
    r"\s+(?:of|on|for|in|to|with|against|between|among|by|from|about|over|regarding|as\s+to|that)\s+",
    re.IGNORECASE,
)


# "Any agreement reached on the tolls": what is looked for is an agreement.
_ANY = late_regex(
    r"(?:any|an?|a\s+single)\s+(?P<what>[^,;]+?)(?:\s+(?:reached|concluded|signed|made|struck|taken|adopted|given|issued|announced|agreed)\b.*)?$",
    re.IGNORECASE,
)


def _exactly(document: Document, search: Matter, sentence: Sentence) -> bool:
    """Whether a sentence has the words themselves, not only others of their meaning."""
    stems = document.retrieval.keys_of([sentence])
    return all(
        any(not key.startswith("=") and key in stems for key in c.keys)
        for c in search.claim.concepts.each
        if c.form not in GENERIC
    )


def _judge_act(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that nothing of a sort was announced or agreed: no sentence may speak of it by more than a name.

    A treaty called by its name is another one than that which nobody announced; one that is only held out is none yet.
    """
    everywhere = [*document.story, *document.opening]
    named = [n.span for s in everywhere for n in document.identities.in_sentence(s)]
    head = next((one for one in reversed(search.decisive) if isinstance(one, Concept)), None)
    if head is None:
        return None
    for sentence in everywhere:
        unreal = [o.scope for o in document.reading.operators(sentence) if o.operation in _UNREAL]
        if any(
            not any(n.overlaps(place) for n in (*named, *unreal)) for place in search.places(head, sentence)
        ):
            return None
    closest = max(everywhere, key=search.share)
    return check.supported("not_mentioned", f"the text nowhere speaks of a {head.form}", [closest.span])


# -- what it consists of, and why ----------------------------------------------------------------

_DETAILS = late_regex(
    r":|\b(?:including|include[sd]?|such\s+as|namely|consist\w*|compris\w*|i\.e\.|that\s+is|provid\w+\s+for|contain\w*|entail\w*)\b",
    re.IGNORECASE,
)
_REASONS = late_regex(
    r"\b(?:because|since|due\s+to|owing\s+to|as\s+a\s+result|in\s+response|in\s+order\s+to|so\s+(?:that|as)|for\s+(?:this|that|the)\s+reason|following|in\s+light\s+of|given|thanks\s+to|in\s+view\s+of|therefore|reasons?|why)\b",
    re.IGNORECASE,
)
_FEW = 2  # sentences in which a text may speak of what it tells nothing more about


def _judge_detail(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that the text names a matter and does not go into it: its few sentences have nothing that spells it out."""
    passages = search.passages
    verb = search.text.split()[0].casefold()
    if not passages or len(passages) > _FEW:
        return None
    told = verb.endswith("ed") and any(
        verb in s.text.casefold().split() for s in (*document.story, *document.opening)
    )
    if told or any(_DETAILS.search(_behind_matter(search, s)) for s in passages):
        return None
    return check.supported(
        "not_mentioned", f"the text does not go into “{search.text}”", [s.span for s in passages]
    )


def _behind_matter(search: Matter, sentence: Sentence) -> str:
    """Return the rest of a sentence behind the matter's words."""
    spans = search.spans(sentence)
    return sentence.text[spans[-1].end - sentence.span.start :] if spans else sentence.text


def _judge_reason(document: Document, search: Matter, check: Check) -> Outcome | None:
    """Judge that the text tells a matter without why: no word for a ground stands in its sentences or right behind them."""
    passages = search.passages
    if not passages or len(passages) > _FEW:
        return None
    behind = [
        document.reading.sentences[s.number] for s in passages if s.number < len(document.reading.sentences)
    ]
    if any(_REASONS.search(s.text) for s in (*passages, *behind)):
        return None
    return check.supported(
        "not_mentioned", f"the text does not tell why “{search.text}”", [s.span for s in passages]
    )


# -- not among -----------------------------------------------------------------------------------


def _judge_member(document: Document, search: Matter, who: str, check: Check) -> Outcome | None:
    """Judge that somebody is not in a list: the passage that tells of the list, with what follows it, must not have them."""
    passages = search.passages[:3] or _lists_of_people(document, search)
    if not passages:  # who is nowhere in the text is in none of its lists
        nowhere = _judge_mention(document, Matter(document, who), check)
        return nowhere if nowhere is not None and nowhere.supported else None
    for one in _each_of(who):
        sought = Matter(document, re.sub(r"^(?:the|a|an|any)\s+", "", one), plain=False)
        named = Matter(document, sought.text)
        if not sought.wanted:
            return None
        for passage in passages:
            listed = [passage, *_list_behind(document, passage)]
            if any(sought.share(s) >= 1 or (named.wanted and named.share(s) >= 1) for s in listed) or (
                _only_of_states(named) and by_office(document, one, listed)
            ):
                message = f"“{one}” may stand among “{search.text}”"
                return check.review("listed", message, [passage.span])
    return check.supported("not_listed", f"“{who}” does not stand in this passage", [passages[0].span])


def _only_of_states(who: Matter) -> bool:
    """Whether somebody is told of by an office, of a state or not, and by no name: "the Norwegian foreign minister"."""
    return all(any(key.startswith("polity:") for key in name.keys) for name in who.claim.names)


def _each_of(who: str) -> list[str]:
    """Return those of whom a claim says that they are not in a list: "Peru's president" and "Chile's" of "nor Chile's"."""
    several = re.split(r"\s+(?:nor|or)\s+", who)
    office = re.search(r"['’]s\s+(?P<office>.+)$", several[0])
    return [f"{one} {office['office']}" if office and re.search(r"['’]s$", one) else one for one in several]


def _lists_of_people(document: Document, search: Matter) -> list[Sentence]:
    """Return the sentences that tell who took part, where that is what the matter is and no passage calls it so."""
    if not _TOOK_PART.search(search.text) and "list" not in search.text.split():
        return []
    return [
        s
        for s in document.story
        if _TOOK_PART.search(s.text)
        or len({m.entity for m in document.reading.mentions_in(s.span) if m.kind == "person"}) >= _MANY
    ]


def _list_behind(document: Document, passage: Sentence) -> Iterator[Sentence]:
    """Yield the sentences behind a passage that its list goes on in."""
    open_list = passage.text.rstrip().endswith(":")
    sentences = document.reading.sentences
    for sentence in map(sentences.__getitem__, range(passage.number, len(sentences))):
        near = open_list and sentence.span.start - passage.span.end < _LISTED
        if not near and sentence.block.kind is not BlockKind.LIST_ITEM:
            return
        yield sentence


# -- no words of ---------------------------------------------------------------------------------


def _judge_speech(document: Document, search: Matter, who: str, check: Check) -> Outcome | None:
    """Judge that the text has no words of somebody (on a matter): no attribution may name them as its speaker."""
    person = document.identities.given(who)
    here = [s for s in document.story if any(matches(n, person) for n in document.identities.in_sentence(s))]
    leads = any(matches(n, person) for s in document.opening for n in document.identities.in_sentence(s))
    on = [s for s in document.story if search.wanted and search.share(s) >= SPEAKS_OF]
    if search.wanted and not on:
        return None
    for attribution in document.reading.attributions:
        if attribution.speaker is None or attribution.negated:
            continue
        place = attribution.speaker
        if search.wanted and not any(s.span.overlaps(c) for s in on for c in (place, *attribution.content)):
            continue
        text = " ".join((attribution.name or document.text[place.start : place.end]).split())
        agreement = compare_speaker(document, who, Voice(text, place))
        if agreement is Agreement.DIFFERENT and holds(document, text, who):
            agreement = Agreement.UNKNOWN
        if agreement is Agreement.SAME:
            return check.contradicted(
                "speaks", f"the text does have words of “{text}”", [place, *attribution.content]
            )
        if agreement is Agreement.UNKNOWN or (
            leads and _JOINT.search(document.text[place.start : place.end])
        ):
            return check.review(
                "may_speak", f"“{text}” may be or include {who}", [place, *attribution.content]
            )
    if document.identities.given(who).keys and not here:
        return None
    shown = (on or here)[:1]
    return check.supported(
        "not_quoted",
        f"the text attributes no such words to {who}",
        [s.span for s in shown] or _opening(document),
    )
