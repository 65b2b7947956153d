"""A statement with what is asked of it, and whether its speaker says the words it was found in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import Form, NameKind
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.claims import frames
from summarizer.verification.context import Document, remembered
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.antecedents import opening_subject
from summarizer.verification.who.identity import PRONOUNS, Named, matches
from summarizer.verification.who.reference import person_of
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import Voice, is_thing, issuer, voices
from summarizer.verification.who.stances import COLLECTIVE, find_stances

_GROUP = late_regex(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w-]*\s+){1,3}(?:[Ll]eaders|[Mm]inisters|[Pp]residents|[Pp]artners|[Mm]embers|[Cc]ountries|[Gg]overnments|[Ss]tates)"
)
_ANY_GROUP = frozenset(
    "the both two three four five six seven all our their they each sides parties leaders countries delegations governments states nations teams heads".split()
)
_MANY = frozenset("three four five six seven".split())
_BACK = 4  # sentences, with its own, in which a pronoun finds the person it stands for


@dataclass(frozen=True)
class Asked:
    """A statement with what is asked of it: its speaker, if given, and the sentences to search (None: all).

    `reporting` is who the statement itself says speaks, where it is judged with the words that tell so.
    """

    text: str
    speaker: str | None = None
    within: tuple[Sentence, ...] | None = None
    reporting: str = ""


def judge_voice(document: Document, speaker: str, spans: Sequence[Span], check: Check) -> Outcome | None:
    """Judge who says the words at `spans`; None when it is `speaker`."""
    return _judge_voice(document, _TOOK_PART.sub(r"\g<all> parties", speaker), tuple(spans), check)


# Those who took part, all of them: what they are called is the claim's.
_TOOK_PART = late_regex(
    r"^(?P<all>the|all(?:\s+the)?|both)\s+(?:participants|interlocutors|callers|attendees|signatories|allies|partners)$",
    re.IGNORECASE,
)


@remembered
def _judge_voice(document: Document, speaker: str, spans: tuple[Span, ...], check: Check) -> Outcome | None:
    if speaker.strip().casefold() in PRONOUNS:
        return None  # "she said": whom she stands for, no claim tells; her gender is compared elsewhere
    found = voices(document, spans)
    first = not found or found[0].text.casefold() in PRONOUNS
    own = first or all(voice.document or is_thing(voice.text) for voice in found)
    if own and (_issues(document, speaker, spans) or _speaks(document, speaker, spans)):
        return None
    if not found:
        return check.review(
            "not_attributed", f"the source does not attribute these words to {speaker}", spans
        )
    if (inner := _told_by_speaker(document, speaker, found)) is not None:
        message = f"{speaker} tells here what “{inner.text}” says"
        return check.review("speaker_unclear", message, [*spans, inner.span])
    if any(
        compare_speaker(document, speaker, voice) is Agreement.SAME or _group_of(document, speaker, voice)
        for voice in found
    ):
        return None
    issued = len(found) == 1 and found[0] == issuer(
        document
    )  # whoever issues a text may tell what others said
    he = found[0].text.casefold() in ("he", "she")
    meant = opening_subject(document, spans) if issued or he else None
    if meant is not None and compare_speaker(document, speaker, meant) is Agreement.SAME:
        return None
    if meant is not None and _others(document, speaker, meant):
        message = f"said by “{meant.text}”, not by {speaker}"
        return check.contradicted("speaker_mismatch", message, [*spans, meant.span])
    if first and _means(document, found[0], speaker):
        return None
    doubtful = found[0].weak or found[0].document or issued or first or _side_of(document, speaker, found[0])
    if doubtful or compare_speaker(document, speaker, found[0]) is Agreement.UNKNOWN:
        return check.review(
            "speaker_unclear",
            f"said by “{found[0].text}”; that may not be {speaker}",
            [*spans, found[0].span],
        )
    return check.contradicted(
        "speaker_mismatch", f"said by “{found[0].text}”, not by {speaker}", [*spans, found[0].span]
    )


def _told_by_speaker(document: Document, speaker: str, found: Sequence[Voice]) -> Voice | None:
    """Return whose words a speaker only reports, in one sentence of a narration: "A said that B had said that …"."""
    if len(found) < _NESTED or found[0].weak or found[0].document:
        return None
    inner, outer = found[0], found[1]
    here = document.reading.sentence_at(inner.span.start)
    if here is None or here.block.speaker is not None or not here.span.contains(outer.span):
        return None
    people = [person_of(document.reading, document.identities.given(v.text)) for v in (inner, outer)]
    if None in people or people[0] == people[1] or outer.span.start > inner.span.start:
        return None
    return inner if compare_speaker(document, speaker, outer) is Agreement.SAME else None


_NESTED = 2  # voices of words that one tells of another


def _means(document: Document, voice: Voice, speaker: str) -> bool:
    """Whether "he" or "she" can only be who is asked for: the only other person named where one was named last."""
    reading, identities = document.reading, document.identities
    here = reading.sentence_at(voice.span.start)
    if here is None or voice.text.casefold() not in ("he", "she"):
        return False
    asked, speaks = identities.given(speaker), identities.speaker_of(here)
    for sentence in reversed(reading.sentences[max(0, here.number - _BACK) : here.number]):
        people = {
            m.entity
            for m in reading.mentions_in(sentence.span)
            if m.kind is NameKind.PERSON and m.span.end <= voice.span.start and m.form is Form.NAME
        }
        others = {f"entity:{i}" for i in people} - (speaks.keys if speaks else frozenset())
        if others and not sentence.furniture:
            return len(others) == 1 and bool(others & asked.keys)
    return False


def _group_of(document: Document, speaker: str, voice: Voice) -> bool:
    """Whether all who took part are given ("the four governments") and a joint text calls them by their group: "Quad Leaders"."""
    given = COLLECTIVE.fullmatch(speaker.strip())
    if not given or not given["who"] or not _GROUP.fullmatch(voice.text.strip()):
        return False
    issued = issuer(document)
    opening = " ".join(w for s in document.opening for w in s.text.split()).casefold()
    name = " ".join(voice.text.split()).casefold().removeprefix("the ")
    joint = issued is not None and issued.document and "joint" in issued.text.casefold().split()
    return joint and name in opening


def _others(document: Document, speaker: str, meant: Voice) -> bool:
    """Whether a "he" that goes on with the subject before it is plainly another person than the one asked for."""
    names = document.reading.names
    asked, told = names.resolve(speaker), names.resolve(meant.text)
    people = (
        asked
        and told
        and asked.kind is NameKind.PERSON
        and told.kind is NameKind.PERSON
        and asked.name
        and told.name
    )
    sentence = document.reading.sentence_at(meant.span.start)
    labelled = sentence is not None and sentence.block.speaker is not None
    return bool(people) and asked != told and not labelled


def _issues(document: Document, speaker: str, spans: Sequence[Span]) -> bool:
    """Whether a text speaks for everyone given as its speaker, and so do the words: no sentence that names others who say so."""
    if not _is_issuer(document, speaker):
        return False
    given = document.identities.in_text(speaker)
    return not (given and _of_others(document, given, spans))


@remembered
def _is_issuer(document: Document, speaker: str) -> bool:
    """Whether a text that speaks for itself ("joint statement") is that of everyone given as its speaker."""
    issued = issuer(document)
    if issued is None or not issued.document:
        return False
    identities = document.identities
    issuers = [named for s in document.opening for named in identities.in_sentence(s)]
    group = COLLECTIVE.search(speaker)
    given = [n for n in identities.in_text(speaker) if not (group and group[0].endswith(n.text))]
    count = next((w for w in speaker.casefold().split() if w in _MANY), "") if group else ""
    if count and not re.search(rf"\b{count}\b", document.text, re.IGNORECASE):
        return False  # "the three sides" of a text that tells of two
    if group and not _in_office(document, group):
        return False
    return all(any(matches(one, other) for other in issuers) for one in given) and bool(given or group)


def _in_office(document: Document, group: re.Match[str]) -> bool:
    """Whether those who issue a text are what a group of them is called: the presidents are no foreign ministers."""
    opening = " ".join(s.text for s in document.opening).casefold()
    words = [w for w in re.findall(r"[a-z]+", group[0].casefold()) if w not in _ANY_GROUP]
    return all(w.removesuffix("s") in opening for w in words) if words and group["who"] else True


def _of_others(document: Document, given: Sequence[Named], spans: Sequence[Span]) -> bool:
    """Whether the sentence of some words tells by name who says so, and one of those given is not among them."""
    sentence = document.reading.sentence_at(spans[0].start)
    stances = find_stances(document, sentence, sentence.span) if sentence else []
    before = [one for one in stances if one.span.end <= spans[0].start and one.verb.start <= spans[0].start]
    told = document.identities.in_text(before[-1].text) if before else ()
    others = [n for n in told if person_of(document.reading, n) is not None or _is_party(n)]
    return bool(others) and not all(any(_may_speak(document, one, n) for n in others) for one in given)


def _is_party(named: Named) -> bool:
    """Whether a name is that of a state or a body, which a joint text tells of as it tells of persons: "Norland stated"."""
    return any(key.startswith(("polity:", "body:")) for key in named.keys)


def _may_speak(document: Document, given: Named, told: Named) -> bool:
    """Whether words told of one may be those of whom a claim gives: the same, or one who acts for that state."""
    if matches(given, told):
        return True
    state = document.identities.sides.of(told.text)
    return state is not None and state == document.identities.sides.of(given.text)


def _speaks(document: Document, speaker: str, spans: Sequence[Span]) -> bool:
    """Whether the label of the turn that words stand in names their speaker."""
    sentence = document.reading.sentence_at(spans[0].start)
    named = document.identities.given(speaker)
    return sentence is not None and document.identities.speaks(sentence, named)


def _side_of(document: Document, speaker: str, voice: Voice) -> bool:
    """Whether a speaker given as a side ("the American team") may be that of the person who speaks."""
    given, told = (document.reading.names.resolve(name) for name in (speaker, voice.text))
    theirs = document.identities.sides.of(voice.text)
    if theirs is not None and country_of(speaker) not in (None, theirs):
        return False
    side = given is None or given.kind != "person"
    return (
        side
        and bool(country_of(speaker))
        and told is not None
        and told.kind == "person"
        and not told.affiliations
    )


def names_speaker(document: Document, speaker: str, span: Span) -> bool:
    """Whether a sentence names who is given as its speaker, or speaks of that one by a pronoun or description."""
    sentence = document.reading.sentence_at(span.start)
    if sentence is None:
        return False
    named = document.identities.given(speaker)
    identities = document.identities
    several = identities.in_text(speaker) if " and " in speaker else ()
    if len(several) > 1 and not all(names_speaker(document, one.text, span) for one in several):
        return False
    here = any(matches(named, other) for other in identities.in_sentence(sentence))
    told = "".join(
        f" {' '.join(sentence.text.casefold().split())} ".partition(f" {speaker.casefold()} ")[1:2]
    )
    if COLLECTIVE.fullmatch(_TOOK_PART.sub(r"\g<all> parties", speaker.strip())) and COLLECTIVE.search(
        sentence.text
    ):
        return True
    return bool(here or told) or identities.speaks(sentence, named) or identities.refers_back(sentence, named)


def told_by_another(document: Document, speaker: str, span: Span) -> bool:
    """Whether a sentence that does not name a state or body has all it tells said by somebody else: its "it" is not who speaks."""
    sentence = document.reading.sentence_at(span.start)
    named = document.identities.given(speaker)
    if sentence is None or person_of(document.reading, named) is not None or not _is_party(named):
        return False
    if any(matches(named, other) for other in document.identities.in_sentence(sentence)):
        return False
    speaking = [
        a.speaker
        for a in document.attributions_at([sentence.span])
        if a.speaker and a.strength == "strong" and sentence.span.contains(a.speaker)
    ]
    others = [(" ".join(document.text[s.start : s.end].split()), s) for s in speaking]
    plain = [
        (words, s) for words, s in others if words.casefold() not in PRONOUNS and s != sentence.block.speaker
    ]
    return bool(plain) and all(
        compare_speaker(document, speaker, Voice(words, s)) is not Agreement.SAME for words, s in plain
    )


def is_the_text(document: Document, speaker: str) -> bool:
    """Whether "according to X" means the source itself: "the readout", or whoever publishes it ("the White House")."""
    known = document.reading.names.resolve(speaker)
    if known is not None and known.kind == "person":
        return False  # whose name stands in the address is no publisher of all that others say there
    return frames.is_the_text(document.reading.source, speaker) or _publishes(document, speaker)


_FOR_A_STATE = late_regex(
    r"(?:the\s+)?(?P<state>[A-Z][\w.]+(?:\s+[A-Z][\w.]+)?)(?:\s+(?:side|government|authorities|leadership))?"
)


def _publishes(document: Document, speaker: str) -> bool:
    """Whether a state is given as the speaker of a text that its government publishes and in which nobody speaks in turns."""
    match = _FOR_A_STATE.fullmatch(speaker.strip())
    publisher = document.identities.sides.publisher
    if match is None or publisher is None or country_of(match["state"]) != publisher:
        return False
    return not any(s.block.speaker for s in document.story)
