"""What stands between a cue and its subject: auxiliaries, adverbs, negations, words of time and occasion."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.reading.attribution.tokens import MARKS, Stream
from summarizer.reading.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRACTED,
    DAYS,
    MODALS,
    is_adverb,
    negates,
)
from summarizer.reading.records import new


class VerbGroup(NamedTuple):
    """What stands before a verb: `left` is the last token of what may be its subject."""

    left: int
    first: int
    passive: bool = False
    infinitive: bool = False
    negated: bool = False
    auxiliary: bool = False
    modal: bool = False


def verb_group(stream: Stream, low: int, at: int) -> VerbGroup:
    """Read auxiliaries, adverbs and negations to the left of the verb at token `at`."""
    words = stream.words
    passive = infinitive = negated = auxiliary = modal = False
    first = at
    j = at - 1
    while j >= low and at - j < 12:
        word = words[j]
        if word in _LAST_OF_TWO and j > low and (words[j - 1], word) in _SENTENCE_ADVERBS:
            j -= 2
            continue
        if word not in _BEFORE_VERB and not word.endswith("ly"):
            break
        if word in AUXILIARIES:
            passive = passive or ((first == at or not auxiliary) and word in BE)
            auxiliary = True
            modal = modal or word in MODALS
        elif word == "to":
            infinitive = True
        elif (
            word in _SPANS_OF_TIME
            and j - 3 >= low
            and words[j - 3] in AUXILIARIES
            and words[j - 2] in ("in", "over", "for", "at")
        ):
            j -= 2  # "has in the past described"
        elif word in DAYS or not (
            (
                is_adverb(word)
                and (
                    not stream.capital(j)
                    or (j == low and word in ADVERBS)
                    or (j > low and stream.capital(at))
                )
            )
            or word in ("not", "never")
        ):
            break
        negated = negated or negates(word)
        first = j
        j -= 1
        if infinitive:
            break
    if j >= low and words[j] in CONTRACTED and not infinitive:
        tail = words[j][len(CONTRACTED[words[j]]) + 1 :]
        auxiliary = True
        passive = passive or tail in ("m", "re")
        modal = modal or tail in ("ll",)
    return new(VerbGroup, (j, first, passive, infinitive, negated, auxiliary, modal))


# Adverbs of two words: "has in fact said".
_SENTENCE_ADVERBS = frozenset(
    tuple(pair.split("_"))
    for pair in "in_fact in_turn in_part at_least at_first at_last at_times of_course for_example for_instance by_contrast in_effect in_short".split()
)
_LAST_OF_TWO = frozenset(last for _, last in _SENTENCE_ADVERBS)


def over_time(stream: Stream, low: int, end: int) -> int:
    """Step back over "on Thursday", "last week", "in a statement" between subject and verb."""
    words = stream.words
    j = end
    if words[j] in _PERIODS and words[j + 1 : j + 2] in (
        ["later"],
        ["earlier"],
    ):  # "the envoy a month later [said]"
        while j > low and (words[j] in _SPANS_OF_TIME or words[j].isdigit()):
            j -= 1
        return j
    if words[j] == "ago" or (words[j] in ("later", "earlier") and words[j - 1] in _SPANS_OF_TIME):
        j -= 1
        while j > low and (words[j] in _SPANS_OF_TIME or words[j].isdigit()):
            j -= 1
        return j
    while j > low and (
        words[j] in DAYS or words[j] in ("week", "month", "year", "night", "morning", "evening", "afternoon")
    ):
        j -= 1
        while j > low and words[j] in (
            "last",
            "this",
            "that",
            "next",
            "past",
            "earlier",
            "later",
            "late",
            "early",
        ):
            j -= 1
        if j > low and words[j] in ("on", "since", "by", "until"):
            j -= 1
    if j < end or _WITHIN.isdisjoint(words[max(low, end - 6) : end + 1]):
        return j
    for k in range(end, max(low, end - 7), -1):
        if words[k] in MARKS:
            break
        if (
            words[k] in _WITHIN
            and low < k < end - 1
            and words[k + 1] in ("a", "an", "the", "his", "her", "their", "recent")
        ):
            told = any(w in _OCCASIONS for w in words[k + 2 : min(end, k + 5) + 1])
            return k - 1 if told else end
    return end


_PERIODS = frozenset("day days week weeks month months year years hour hours".split())
_SPANS_OF_TIME = frozenset(
    "past days weeks months years day week month year hours hour than less more about a few two three four five six several nearly".split()
)


_OCCASIONS = frozenset(
    """
    statement interview speech tweet letter email report briefing interview conference message memo filing post address remarks call
    column editorial release debate affidavit testimony hearing past years months weeks days""".split()
)

# The last words of a time or occasion that parts "and" from its verb: "and in an interview on Monday said".
ENDS_OCCASION = DAYS | _OCCASIONS | frozenset("week month year night morning evening afternoon ago".split())
_WITHIN = frozenset({"in", "at", "during", "via"})
_BEFORE_VERB = AUXILIARIES | ADVERBS | _SPANS_OF_TIME | {"to", "not", "never"}
