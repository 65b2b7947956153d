"""Whether a form that may be a noun or an adjective, as "claims" and "supported", is the verb of a clause here."""

from __future__ import annotations

from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.cues import Cue, CueClass, Form, verb_cues
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import Stream
from summarizer.reading.attribution.verbs import VerbGroup
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    CONTRACTED,
    DETERMINERS,
    PERSONS,
    PREPOSITIONS,
    RELATIVES,
    VERBS,
    is_person_noun,
)


def title_case(stream: Stream, first: int, stop: int) -> bool:
    """Whether a sentence is set like a headline, its words capitalised."""
    words = [
        i
        for i in range(first, min(stop, first + 40))
        if len(stream.words[i]) > 3 and stream.words[i][0].isalpha()
    ]
    return sum(stream.capital(i) for i in words) > 0.7 * len(words)


def is_verb(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether a form that may be a noun or an adjective is the verb of a clause here."""
    words = stream.words
    before = words[group.left] if group.left >= first else ""
    if group.infinitive:
        return _infinitive_of_speech(stream, first, group, cue)
    if cue.lemma in _DESCRIBES and _described(stream, first, stop, at, cue, group):
        return False
    if before == "that" and cue.nominal and cue.form is Form.BASE and not group.auxiliary:
        return group.left > first and words[group.left - 1].endswith("s")
    if group.auxiliary or before in PERSONS or before in CONTRACTED or before in RELATIVES:
        return True
    if before == "most" and group.left > first and words[group.left - 1] in DETERMINERS:
        return False  # "the most detailed plan"
    if cue.nominal and before in DETERMINERS:
        return False
    if before in _ONLY_DETERMINERS or before in PREPOSITIONS or _owns(words, first, group.left, cue):
        return False
    if cue.form is Form.PARTICIPLE:
        return False
    if cue.form is Form.BASE:
        return (_plural(stream, group.left, before) and not _modifier(before)) or (
            (not cue.nominal or words[first] in _MANY) and _plural_phrase(stream, first, group.left)
        )
    if cue.nominal and cue.form is Form.THIRD:
        return _third_person(stream, first, at, group, before)
    return True


_DESCRIBES = frozenset(
    "accuse charge view see regard describe portray know label deem consider treat".split()
)


def _described(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether a past form tells what a noun is taken for: "the man accused of theft", "..., viewed as a sign of weakness"."""
    if cue.form not in (Form.PAST, Form.PARTICIPLE) or group.auxiliary or at + 1 >= stop:
        return False
    words = stream.words
    before = words[group.left] if group.left >= first else ""
    if before in PERSONS or before in RELATIVES:
        return False
    if cue.lemma == "accuse":
        return words[at + 1] == "of"
    apart = before == "," and any(looks_finite(w) for w in words[first : group.left])
    return apart and words[at + 1] == "as"


def sure_verb(stream: Stream, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether the words before a form that may be a noun show that it is a verb."""
    before = stream.words[group.left]
    return (
        group.auxiliary
        or before in PERSONS
        or before in RELATIVES
        or before == ","
        or stream.headline
        or _agrees(stream, at, cue, group)
    )


def _agrees(stream: Stream, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether "voters" before "support", a name before "sees itself", shows that the form is a verb."""
    before = stream.words[group.left]
    if cue.form is Form.BASE:
        return before.endswith("s") and (is_person_noun(before[:-1]) or stream.capital(group.left))
    following = stream.words[at + 1] if at + 1 < len(stream) else ""
    return cue.form is Form.THIRD and stream.capital(group.left) and following in _OBJECTS


_OBJECTS = frozenset("him her it them us me itself himself herself themselves".split())


_OPENERS_BUT_AND = CLAUSE_OPENERS - {"and"}


def _third_person(stream: Stream, first: int, at: int, group: VerbGroup, before: str) -> bool:
    """Whether "claims", "plans" and the like are no plural here: by the word before."""
    if at + 1 < len(stream) and before == "," and _goes_on_as_noun(stream.words[at + 1]):
        return False  # "..., advocates estimate"
    if not before or _modifier(before) or before in _OPENERS_BUT_AND:
        return False
    if stream.words[at] == "states" and before in _SORTS_OF_STATE:
        return False
    following = stream.words[at + 1] if at + 1 < len(stream) else ""
    if following == "out" and stream.words[at] == "points":
        return True
    plural = before.endswith("s") and not stream.capital(group.left)
    if following == "that" and plural and at + 2 < len(stream):
        return _reports_that(stream, first, at, group)
    if before.isdigit() or (before in VERBS and not stream.capital(group.left)):
        return False  # "the 2012 attacks", "announced plans"
    own = verb_cues().get(before)
    if own is not None and own.finite and not own.nominal and not stream.capital(group.left):
        return False
    if stream.headline and group.left - first <= 4 and not before.endswith(_OF_PEOPLES):
        return at + 1 >= len(stream) or not looks_finite(stream.words[at + 1])
    named = group.left > first and stream.capital(group.left) and not stream.capital(at)
    if named and before.endswith(_OF_PEOPLES):
        return False  # "Republican claims"
    return not before.endswith("s") or named


def _goes_on_as_noun(following: str) -> bool:
    """Whether the word after "advocates", "reports" is their verb."""
    cue = verb_cues().get(following)
    return following in AUXILIARIES or (
        cue is not None and cue.form in (Form.BASE, Form.PAST) and not cue.denies
    )


def _owns(words: list[str], first: int, at: int, cue: Cue) -> bool:
    """Whether a possessive waits for its noun: not in "a friend of Ann Lee's [said]"."""
    if not words[at].endswith(("'s", "’s")) or at < first:
        return False
    finite = cue.form is Form.PAST or cue.lemma in ("say", "tell", "think")
    return not finite or "of" not in words[max(first, at - 4) : at]


def _reports_that(stream: Stream, first: int, at: int, group: VerbGroup) -> bool:
    """Whether "that" after "notes" opens what a subject in the singular notes: "his letter to ministers notes that he ..."."""
    if looks_finite(stream.words[at + 2]):
        return False
    subject = left_subject(stream, first, group.left)
    if subject is None:
        return False
    words = stream.words[subject.first : subject.stop]
    head = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words)) - 1
    return head < len(words) - 1 and not words[head].endswith("s")


# "ASEAN member states", "the Gulf states": before them the word is no verb.
_SORTS_OF_STATE = frozenset(
    "member nation participating signatory observer partner coastal island neighbour neighbor border transit host donor guarantor rogue sovereign third gulf baltic "
    "arab balkan federal union allied eastern western northern southern".split()
)
_OF_PEOPLES = ("an", "ish", "ese", "ic", "ern")
_PRONOMINAL = frozenset("another some many most several few both all each one two three four five".split())
_ONLY_DETERMINERS = DETERMINERS - _PRONOMINAL


def _plural(stream: Stream, at: int, before: str) -> bool:
    return before in (
        "people",
        "data",
        "media",
        "clergy",
        "half",
        "quarter",
        "third",
        "majority",
        "minority",
        "handful",
        "rest",
        "police",
        "men",
        "women",
        "others",
        "many",
        "some",
        "most",
        "few",
        "percent",
        "two",
        "three",
        "both",
        "all",
        "several",
        "and",
        "we",
        "you",
        "i",
    ) or (before.endswith("s") and not before.endswith(("ss", "'s", "’s")))


def _plural_phrase(stream: Stream, first: int, at: int) -> bool:
    """Whether the noun phrase that ends at `at` has a plural head: "officials on the island believe"."""
    subject = left_subject(stream, first, at) if at >= first else None
    if subject is None:
        return False
    words = stream.words[subject.first : subject.stop]
    if any(w in ("%", "percent") for w in words) or words[-1].isdigit() or words[-1] in _COUNTED:
        return True
    stop = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words))
    return words[0] in ("those", "many", "some", "most", "both", "several", "few") or any(
        _plural(stream, at, w) for w in words[:stop]
    )


_MANY = frozenset("many some most several few both those others".split())
_COUNTED = frozenset("two three four five six seven eight nine ten dozen both all many others".split())


def _modifier(word: str) -> bool:
    return word.endswith(("ous", "ful", "less", "able", "ible", "ical", "tive")) or word in (
        "new",
        "past",
        "more",
        "no",
        "such",
        "other",
        "false",
        "public",
        "own",
        "recent",
        "repeated",
        "latest",
    )


_TO_SAY = frozenset(
    {"on", "continued", "continues", "twitter", "facebook", "proceeded", "continue", "goes", "going", "went"}
)


_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
# "is reported to have said": whoever reports it, the subject is said to have spoken.
_HELD_TO = frozenset(
    "reported said alleged believed understood known thought rumored rumoured quoted supposed".split()
)


def _infinitive_of_speech(stream: Stream, first: int, group: VerbGroup, cue: Cue) -> bool:
    """Whether "to say" tells what was said: not where another cue governs it, as in "agreed to discuss"."""
    if group.left < first:
        return False
    before = stream.words[group.left]
    told = cue.kind in (CueClass.SPEECH, CueClass.THOUGHT)
    if before in _SEEMS:
        return told or cue.kind is CueClass.FINDING
    held = before in _HELD_TO and group.left > first and stream.words[group.left - 1] in BE
    reported = told and held
    return before in _TO_SAY or reported or (cue.kind is CueClass.SPEECH and before not in verb_cues())
