"""Whether words can stand alone: a subject with a verb of its own, and nothing left hanging at an end."""

from __future__ import annotations

import re

from summarizer.reading.attribution.cues import Form, verb_cues
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    DETERMINERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
)
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.stems import is_irregular

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*['’]?|[,;:—–()]")
# No sentence ends with these: what they lead to was cut off.
_HANGING = re.compile(
    r"\b(?:a|an|the|our|their|its|my|your|every|and|or|but|nor|which|whose|if|because|whether|than|of|between|among|into|both)"
    r"\W*$",
    re.IGNORECASE,
)
_REASON_ALONE = re.compile(
    r"because\b[^,]*(?:,\s*(?:and|but|or|number|you)\b.*)?$", re.IGNORECASE | re.DOTALL
)
_OBJECT = re.compile(r"(?:him|them|me|us)\b", re.IGNORECASE)  # no subject
# A noun with the clause that tells what it is of: no sentence without a verb behind.
_NOUN_THAT = re.compile(
    r"(?:the|our|their|its|his|her|an?)\s+(?:[\w-]+\s+){0,2}?(?:principle|fact|view|belief|idea|notion|commitment|need|hope|conviction|"
    r"understanding|confidence|possibility|assurance|promise|claim|expectation|position|demand|warning)\s+that\b",
    re.IGNORECASE,
)
_INTERRUPTED = re.compile(r"(?:--|—|–)\W*$")
_SUBORDINATORS = frozenset(
    "who which whom whose that if because when whenever while although though where whereas unless whether what how why lest than".split()
)
# ", and that B": a second clause that hangs on a verb of saying left out before the first.
AND_THAT = re.compile(
    r"\b(?:and|but|or)\s+that\s+(?!(?:is|was|will|would|has|had|can|could|must|should|may|might|does|did)\b)",
    re.IGNORECASE,
)
_FIRM = frozenset(
    "is are was were am isn't aren't wasn't weren't has had does did hasn't hadn't don't doesn't didn't".split()
)
_NUMBER = re.compile(r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|few)$")


def is_whole(words: str) -> bool:
    """Whether words are a clause with a subject and a verb that is not only that of a clause inside it."""
    line = words.strip()
    if (
        _REASON_ALONE.match(line)
        or _OBJECT.match(line)
        or _HANGING.search(line)
        or _INTERRUPTED.search(line)
        or line.count("(") != line.count(")")
    ):
        return False
    tokens = [t.replace("’", "'") for t in _TOKEN.findall(line)]
    finite = [i for i in range(len(tokens)) if _is_finite(tokens, i)]
    if not finite:
        return False
    if _NOUN_THAT.match(line):  # "the principle that A cannot be won and must not be fought"
        finite = [i for i in finite if i == finite[0] or _before(tokens, i) not in ("and", "or", "but")]
    openers = sum(
        t.lower() in _SUBORDINATORS and not (i == 0 and t.lower() in ("that", "what"))
        for i, t in enumerate(tokens[: finite[-1]])
    )
    return len(finite) > openers


def hangs(words: str) -> bool:
    """Whether words end with one that leads to more: "experts in both our"."""
    return bool(_HANGING.search(words.strip()))


def _is_finite(tokens: list[str], at: int) -> bool:
    """Whether the word at `at` is a verb that a subject before it governs."""
    word = tokens[at]
    low = word.lower()
    if low in CONTRACTED or (at and low.endswith(("n't", "'ll", "'ve", "'re"))):
        return True
    if at == 0 or word[0].isupper():
        return at > 0 and low in AUXILIARIES and low in _FIRM | MODALS
    before = _before(tokens, at)
    if low in _FIRM or low in MODALS:
        return True
    if before in ("to", *MODALS) or before in _NO_SUBJECT:
        return False
    if low in ("have", "do"):
        return True
    if _is_past(low):
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        passive = before.endswith(("'s", "s'")) or before in BE or before in HAVE or following == "by"
        return not passive and not _NUMBER.match(before)
    return _is_present(tokens, at, before)


def _before(tokens: list[str], at: int) -> str:
    """Return the word before the one at `at`, adverbs passed over."""
    while (
        at > 1 and is_adverb(tokens[at - 1].lower()) and tokens[at - 1].lower() not in ("both", "all", "each")
    ):
        at -= 1
    return tokens[at - 1].lower()


def _is_past(word: str) -> bool:
    cue = verb_cues().get(word)
    return (
        (cue is not None and cue.form is Form.PAST)
        or (
            is_irregular(word)
            and word not in _NO_PAST
            and (word[-1] != "n" or word in ("began", "ran", "won"))
        )
        or (word in VERBS and not word.endswith("s"))
        or (word.endswith("ed") and len(word) > 3 and word not in ("need", "feed", "seed", "speed", "indeed"))
    )


def _is_present(tokens: list[str], at: int, before: str) -> bool:
    """Whether a word is a verb in the present behind what stands before it: "Moscow needs", "both sides want", "we owe"."""
    word, printed, first = tokens[at].lower(), tokens[at - 1], at == 1
    behind = tokens[at - 2].lower() if at > 1 else ""
    if word in FUNCTION_WORDS or is_adverb(word) or (word.endswith("s") and before in DETERMINERS - _SINGLE):
        return False
    cue = verb_cues().get(word)
    if before in SUBJECT_PRONOUNS - {"he", "she", "it"}:
        return True
    if word.endswith("s"):
        if before in _SINGLE:
            return len(word) > 3 and not word.endswith("ss")
        known = word in VERBS or word in _STATES or (cue is not None and cue.form is Form.THIRD)
        return known and (word not in _NOUNS_TOO or (printed[0].isupper() and not first))
    plural = before in _PARTIES or (printed[0].isupper() and behind == "and")
    return plural and ((cue is not None and cue.form is Form.BASE) or f"{word}s" in VERBS or word in VERBS)


_SINGLE = frozenset("he she it who which that this everybody nobody everyone".split())
# Third persons that are more often plural nouns.
_NOUNS_TOO = frozenset(
    "talks calls plans demands claims reports hopes fears doubts views notes comments remarks questions answers promises threats offers orders "
    "requests protests complaints charges reviews attacks urges concerns signals posts jokes guesses estimates projects forecasts moves steps "
    "supports reads studies measures shows tips terms sounds points marks bets".split()
)
# Verbs of standing and lasting, which may as well be plural nouns, but seldom are behind a noun.
_STATES = frozenset("undertakes stands works matters lasts starts ends faces leads owes buys applies".split())
# Those who act in these texts, in the plural: a base form behind them is their verb.
_PARTIES = frozenset(
    "sides parties leaders ministers presidents governments delegations countries states nations members officials companies boards clubs "
    "experts teams representatives allies partners people both all who they".split()
)
_NO_SUBJECT = (
    DETERMINERS
    - {"this", "that", "these", "those", "both", "all", "each", "some", "many", "few", "several", "most"}
) | (PREPOSITIONS - {"out", "up", "off", "down", "over", "on", "in", "behind"})
# Irregular forms that are nouns, adjectives or participles.
_NO_PAST = frozenset(
    "being having doing done gone men women children people persons feet teeth wives lives crises bases halves better best worse worst data "
    "media criteria analyses".split()
)
