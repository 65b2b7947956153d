"""What was cut off at either end of a quotation: where the words around it in the source turn or bound its sense.

Whoever quotes a phrase takes it out of a clause. The clause may only propose what the phrase names ("to facilitate
efforts to end the war" is not "to end the war"), tell it of the future, bind it to a condition, or narrow it down.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.patterns import late_regex
from summarizer.reading.stems import stem, stems
from summarizer.reading.words import is_function_word, keys
from summarizer.source import Span
from summarizer.verification.statements.limits import limit_cut_off, shown_words

# Acts against what follows them: "combating the spread" is no spread.
_COUNTER = (
    "against combat combatting counter reduce cut prevent avoid avert end eliminate curb fight tackle resist deter limit stop stem oppose "
    "overcome halt contain lower mitigate minimize minimise lift remove lack without"
)
# What only aims at what follows it, or holds it possible or due: "the need for", "efforts to", "worked to facilitate".
_AIMING = (
    "need importance necessity effort aim goal objective hope plan proposal propose possibility prospect readiness ready intention intend desire wish willingness "
    "seek try attempt work facilitate encourage promote urge call consider explore discuss request demand offer chance option idea opportunity step "
    "task ambition invite invitation prepare preparation support potential ability"
)
_REACH = 3  # words before a quotation that are looked at for acts against it
_WINDOW = 8  # words of the predicate cut off behind a subject that are looked at
_PREPOSED = frozenset("against without".split())
_PURPOSE = late_regex(r"\b(?:that|this|which|the|an)\s+end\b", re.IGNORECASE)
_LAST = 3  # words before a quotation that govern it where the claim's own governing word is not in the source
_OPENERS = frozenset("to not never cannot".split())
_MODAL = frozenset("will shall would may might could should must can cannot".split())
_AHEAD = late_regex(
    r"\b(?:will|shall|would|may|might|could|should|must|can|cannot|to|going|plan\w*|propos\w*|future|next|later|once|if|when)\b",
    re.IGNORECASE,
)
# A condition put first: "Upon ratification, both sides will …".
_CONDITION_FIRST = late_regex(
    r"(?:^|[.;:]\s|\n\s*(?:[-•*]|\d+\.)?\s*|\band\s)(?P<cue>upon|once|subject\s+to|pending|provided|assuming|absent|barring|without|only|depending\s+on|unless|until)\s"
    r"[^.;:]{3,160},\s*$",
    re.IGNORECASE,
)
_CONDITION_WORDS = late_regex(
    r"\b(?:upon|once|subject|pending|provided|assum\w+|absent|barring|without|only|depend\w*|unless|until|if|when|after|as\s+soon\s+as|condition\w*)\b",
    re.IGNORECASE,
)
# What bounds the words before it: "…, but it depends on the weather", "… only if", "… without their consent".
_BOUND_BEHIND = late_regex(
    r"^[\s,;—–\"”’-]{0,4}(?P<cue>but|only|unless|until|if|except|excepting|without|not|nor|rather\s+than|provided|as\s+long\s+as|so\s+long\s+as|subject\s+to|"
    r"in\s+case|in\s+the\s+event|to\s+the\s+extent|insofar\s+as|pending|depending|yet|though|although|however|instead\s+of|when|once|other\s+than|apart\s+from|aside\s+from|save\s+for)\b",
    re.IGNORECASE,
)
_BOUNDING = late_regex(
    r"\b(?:but|only|unless|until|if|except|without|not|nor|rather|provided|as\s+long|so\s+long|subject|in\s+case|in\s+the\s+event|extent|insofar|pending|depend\w*|yet|though|although|"
    r"however|instead|when|once|condition\w*|while|no|never)\b",
    re.IGNORECASE,
)
# Words by which a claim takes a quotation for true of all cases, where the source goes on to say of which.
_GENERAL = late_regex(
    r"\b(?:all|any|every|each|always|whatever|whichever|whoever|regardless|in\s+general|general(?:ly)?|universal(?:ly)?|across\s+the\s+board|entire(?:ly)?|whole|complete(?:ly)?|"
    r"full|fully|without\s+(?:exception|reservation|qualification|conditions?|limits?)|unconditional(?:ly)?|categorical(?:ly)?|flat(?:ly)?|outright|no\s+matter|absolute(?:ly)?)\b",
    re.IGNORECASE,
)


def cut_off(text: str, place: Span, claim: str, quotation: Span) -> str | None:
    """Return the words of the source, cut off from a quotation, without which a claim tells something else."""
    own = f"{claim[: quotation.start]} {claim[quotation.end :]}"
    for rule in _RULES:
        if cut := rule(text, place, claim, quotation, own):
            return cut
    return None


def _countered(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return words before a quotation that act against what it names, unless the claim has one of them too."""
    before = _words(_clause_before(text, place.start))[-_REACH:]
    # "Fight against terrorism" leaves what follows terrorism alone: the act must reach the quotation.
    last = next(
        (w for w in reversed(before) if not is_function_word(w.casefold()) or w.casefold() in _PREPOSED), ""
    )
    acts = stem(last.casefold()) in stems(_COUNTER) and not _PURPOSE.search(" ".join(before))
    told = any(stem(word.casefold()) in stems(_COUNTER) for word in _words(claim))
    return f"{' '.join(before)} {shown_words(text, place)}" if acts and not told else None


def _opened(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return a "to" or "not" right before the words, which the claim does not have there."""
    theirs = _word_before(text, place.start)
    if theirs in _OPENERS and _word_before(claim, quotation.start) != theirs:
        return f"{theirs} {shown_words(text, place)}"
    return None


def _aimed(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return what stands between the claim's governing word and the quotation, where it only aims at what is quoted.

    "Agreed to support efforts to end the war" is not "agreed “to end the war”".
    """
    governor = next(
        (w for w in reversed(_words(claim[: quotation.start])) if not is_function_word(w.casefold())), None
    )
    opening = _words(text[place.start : place.end])[:1]
    named = _NAMING.search(
        claim[: quotation.start]
    )  # "the text describes “…”" tells of nothing that it is so
    if governor is None or named or any(is_aim(word) for word in (governor, *opening)):
        return None  # "readiness to act" tells itself that it only aims
    if _word_before(text, place.start) == "and" and re.match(r"\w+ed\b", text[place.start : place.end]):
        return None  # a predicate of its own: "voiced hope for a truce and reviewed the talks"
    before = _words(_clause_before(text, place.start))
    wanted = keys(governor.casefold())
    at = next((i for i in reversed(range(len(before))) if wanted & keys(before[i].casefold())), None)
    between = before[-_LAST:] if at is None else before[at + 1 :]
    if at is not None and _not_yet(before, at, claim[: quotation.start], governor):
        return f"{' '.join(before[max(0, at - 2) :][:14])} {shown_words(text, place)}"
    told = {stem(word.casefold()) for word in _words(_CALL.sub(" ", own))}
    aims = [w for w in between if stem(w.casefold()) in stems(_AIMING)]
    if aims and not told & stems(_AIMING):
        return f"{' '.join(before[at or 0 :][-14:])} {shown_words(text, place)}"
    return None


_CALL = late_regex(r"\b(?:the|their|his|her|phone|telephone|video|this|a)\s+calls?\b", re.IGNORECASE)
_NAMING = late_regex(
    r"\b(?:sp(?:eaks?|oke)\s+of|mention(?:s|ed)?|refer(?:s|red)?\s+to|describ(?:es?|ed)|cit(?:es?|ed)|list(?:s|ed)?)(?:\s+(?:the|an?|its|their))?\s*[\"“„«]?$",
    re.IGNORECASE,
)


def _not_yet(before: list[str], at: int, claim: str, governor: str) -> bool:
    """Whether the claim's governing verb is told as done, and in the source as to come: "agreed to meet", "met"."""
    inflected = governor.casefold() != before[at].casefold() and stem(governor.casefold()) == stem(
        before[at].casefold()
    )
    ahead = at > 0 and before[at - 1].casefold() in {"to", *_MODAL}
    return inflected and ahead and not {"to", *_MODAL} & {w.casefold() for w in _words(claim)[-4:-1]}


def is_aim(word: str) -> bool:
    """Whether a word only aims at what follows it: "readiness", "efforts"."""
    return stem(word.casefold()) in stems(_AIMING)


def _predicate(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return the predicate that a quoted subject has in the source, told of the future or as possible.

    A claim that gives the subject another predicate must have some of its words, or its modality.
    """
    behind = _words(_clause_behind(text, place.end))[:_WINDOW]
    if not behind or behind[0].casefold() not in _MODAL or _MODAL & _forms(text[place.start : place.end]):
        return None
    mine = {stem(w) for w in _forms(own)}
    theirs = {stem(w.casefold()) for w in behind if not is_function_word(w.casefold())}
    if mine & theirs or _AHEAD.search(own):
        return None
    return f"{shown_words(text, place)} {' '.join(behind)}"


def _conditioned(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return a condition that opens the sentence of the quotation."""
    match = _CONDITION_FIRST.search(text[max(0, place.start - 220) : place.start])
    if match and not _CONDITION_WORDS.search(own):
        return (
            f"{' '.join(match[0][match.start('cue') - match.start() :].split())} {shown_words(text, place)}"
        )
    return None


def _bounded(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return what follows in the sentence and bounds the words: a restriction, a condition, a "but"."""
    if _ends(text, place):
        return None
    behind = text[place.end : place.end + 160]
    match = _BOUND_BEHIND.match(behind)
    if match and not _BOUNDING.search(_GENERAL.sub("", own)):
        return f"{shown_words(text, place)} {' '.join(behind[match.start('cue') :].split()[:8])}"
    return None


_DENIED = late_regex(
    r"\b(?:den(?:y|ies|ied)|rul(?:e|ed|es|ing)\s+out|reject\w*|doubt\w*|disput\w*|dismiss\w*|exclud\w*|against)\b",
    re.IGNORECASE,
)


def _limited(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return the limit right behind the words, or the other half of a pair, where the claim has no bound of its own."""
    if _BOUNDING.search(_GENERAL.sub("", own)) or _DENIED.search(own):
        return None
    return limit_cut_off(text, place)


def _widened(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return words that narrow the quotation down, where the claim takes it for true of all cases."""
    behind = text[place.end : place.end + 120]
    told = _forms(text[max(0, place.start - 200) : place.start])
    general = [m[0] for m in _GENERAL.finditer(own) if not _forms(m[0]) <= told]
    if _ends(text, place) or not general or not re.match(r"\s+(?!and\b|or\b)\w", behind):
        return None
    return f"{shown_words(text, place)} {' '.join(behind.split()[:8])}"


# A clause that only describes what is wished for: "committed to a region in which all borders are respected".
_DESCRIBING = late_regex(
    r"(?:\b(?:in|under|by|through|on)\s+which|\bwhere|\bwhose|\bthat|,\s+which)\s+(?:the\s+|all\s+)?$",
    re.IGNORECASE,
)
_IDEAL = late_regex(
    r"\b(?:commit\w*|vision|goal|aim\w*|hope\w*|wish\w*|aspir\w+|support\w*|promot\w+|seek\w*|pursu\w+|work\w*\s+(?:for|towards?)|striv\w+|want\w*|desire\w*|dedicat\w+|advanc\w+|build\w*|achiev\w+|call\w*\s+for)\b",
    re.IGNORECASE,
)


def _idealized(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return what a clause is wished for in, where the claim tells it as a finding."""
    words = text[place.start : place.end]
    sentence = re.split(r"[.;!?]\s|\n\s*\n", text[max(0, place.start - 500) : place.start])[-1]
    describing = _DESCRIBING.search(sentence)
    ideal = _IDEAL.search(sentence)
    if describing is None or ideal is None or ideal.start() > describing.start():
        return None
    if _IDEAL.search(own) or not re.search(r"\s(?:is|are|has|have|was|were|can|will)\s", f" {words} "):
        return None
    return f"{' '.join(sentence[ideal.start() :].split()[-14:])} {shown_words(text, place)}"


# What somebody no longer thinks: "I used to think they were good at it".
_ONCE = late_regex(
    r"\b(?:used\s+to\s+(?:think|believe|say|feel|assume|argue|hope)|(?:once|originally|initially|at\s+first|previously|formerly|wrongly)\s+(?:thought|believed|said|assumed|argued|hoped))\b[^.;:!?]*$",
    re.IGNORECASE,
)
_NO_LONGER = late_regex(
    r"\b(?:used\s+to|once|no\s+longer|former(?:ly)?|previous(?:ly)?|originally|initially|at\s+first|changed|anymore|any\s+more|wrongly|mistaken\w*|until)\b",
    re.IGNORECASE,
)


def _once(text: str, place: Span, claim: str, quotation: Span, own: str) -> str | None:
    """Return what tells that the words were thought once, and are no longer, where the claim does not."""
    match = _ONCE.search(text, max(0, place.start - 90), place.start)
    if match and not _NO_LONGER.search(own):
        return f"{' '.join(match[0].split())} {shown_words(text, place)}"
    return None


Rule = Callable[[str, Span, str, Span, str], str | None]
_RULES: tuple[Rule, ...] = (
    _countered,
    _once,
    _opened,
    _aimed,
    _predicate,
    _conditioned,
    _bounded,
    _limited,
    _widened,
    _idealized,
)


def _ends(text: str, place: Span) -> bool:
    """Whether the words end where their sentence does."""
    return bool(re.match(r"[\"”’')]*(?:[.!?;:]|\s*\n\s*\n|$)", text[place.end :])) or text[
        place.start : place.end
    ].rstrip('"”’ ').endswith((".", "!", "?"))


def _clause_before(text: str, at: int) -> str:
    """Return the words of the sentence before a place."""
    before = text[max(0, at - 300) : at]
    return re.split(
        r"[.;:!?]\s|\n\s*\n|[—–()]|,?\s\b(?:because|which|who|since|while|whereas|but)\b",
        before,
    )[-1]


def _clause_behind(text: str, at: int) -> str:
    behind = text[at : at + 120]
    return re.split(r"[.,;:!?—–]|\n\s*\n", behind)[0]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text)


def _forms(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _words(text))


def _word_before(text: str, at: int) -> str:
    words = re.findall(r"[\w’'-]+(?=[\W]*$)", text[max(0, at - 40) : at])
    return words[-1].casefold() if words else ""
