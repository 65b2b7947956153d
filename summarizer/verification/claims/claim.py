"""A claim taken apart: its content words, names, quantities, and who it says said it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from summarizer.patterns import late_regex
from summarizer.reading import Reading, read
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.naming.finder import Entity
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.polarity import Operation, Operator, cue_starts, find_operators
from summarizer.reading.predicates import Predicate, predicate_at
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.reading.words import Concepts, Keys, concepts, expression_keys, is_function_word, keys
from summarizer.source import Source, Span
from summarizer.verification.claims.frames import QUOTED, binds, frame_spans, topic_of, without_topic
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.periods import find_quarters
from summarizer.verification.values.quantities import Quantity, quantities_of
from summarizer.verification.who.identity import Identities, Named

_CUES = (
    r"said|says|say|stated|states|told|noted|notes|stressed|stresses|emphasi[sz]ed|added|adds|explained|reiterated|reaffirmed|reported|"
    r"announced|declared|argued|insisted|claimed|claims|confirmed|acknowledged|admitted|described|believes|believed|thinks|warned|made\s+(?:it\s+)?clear|makes\s+clear|maintained|underlined|underscored|"
    r"complained|remarked|observed|indicated|suggested|affirmed|pointed\s+out|recalled|conceded|commented|asserted|contended|cautioned|predicted|lamented|"
    r"(?:is|was|are|were)\s+(?:quoted|cited)\s+as\s+(?:saying|stating)"
)
# "X said of the call that Y", "X said on Monday, after the talks, that Y": what stands between the verb and what is said.
_ASIDE = r"(?:\s+(?!that\b)[A-Za-z]\w*){0,3}?|\s+(?:of|about|on|in|at|after|before|during|following|to)\s+(?:(?!that\b)[\w.’'-]+\s*){1,8}?"
# "At the briefing, X said": what a sentence begins with before it names who speaks.
_OPENING = late_regex(
    r"^(?:at|in|on|during|after|before|following|while|when)\b[^,:;\"“]{3,90},\s+",
    re.IGNORECASE,
)
# "X said that Y", "X told reporters Y", "According to X, Y", "Y, X said".
_BEFORE = late_regex(
    rf"^(?P<who>[^,;:]{{2,80}}?(?:,[^,]{{2,60}},)?)\s+(?:(?:has|had|have|also|later|then|together|[a-z]+ly)\s+){{0,2}}(?P<cue>{_CUES})(?:{_ASIDE})\s*(?:that\b|,\s*(?=[\"“])|:|(?=[\"“]))\s*(?P<what>.{{8,}})$",
    re.DOTALL,
)
_BARE = late_regex(
    r"^(?P<who>(?:[A-Z][\w.'’-]*|the|The|a|A|senior|of)(?:\s+[\w.'’-]+){0,5}?)\s+(?P<cue>said|says|told\s+(?:reporters|journalists|the\s+press|[A-Z]\w+))\s+(?P<what>(?!that\b)(?:the|[A-Z]|a\s|an\s|it\s|they\s|he\s|she\s|there\s|no\s|both\s).{8,})$",
    re.DOTALL,
)
_TELLING = r"(?:own\s+)?(?:figures?|counts?|tally|estimates?|numbers|account|words|telling|version|reckoning|view|opinion|eyes|judge?ment|assessment|estimation|description)"
_ACCORDING = late_regex(
    rf"^(?:According\s+to|Going\s+by|In\s+the\s+{_TELLING}\s+of)\s+(?P<who>[^,]{{2,80}}?)(?:['’]s?\s+{_TELLING})?,\s*(?P<what>.{{8,}})$",
    re.DOTALL,
)
_IN_WORDS_OF = late_regex(
    rf"^(?:In|By)\s+(?P<who>[^,]{{2,60}}?)['’]s?\s+{_TELLING},?\s+(?P<what>.{{8,}})$", re.DOTALL
)
_AFTER = late_regex(
    rf"^(?P<what>.{{8,}}?),?[\"”’]?,?\s+(?:according\s+to\s+(?P<who1>[^,.]{{2,80}})|(?P<who2>(?:[A-Z]|the\s)[^,.\"”]{{1,60}}?)\s+(?:{_CUES})|(?:said|says)\s+(?P<who3>[A-Z][^,.\"”]{{1,60}}))\.?$",
    re.DOTALL,
)

# "By the Polish account", "in the Chilean readout": the side whose account it is.
_ACCOUNT_OF_SIDE = late_regex(
    rf"^(?:In|By|Per|On|Going\s+by|According\s+to|From)\s+(?P<who>the\s+[A-Z][\w.]+)(?:\s+side['’]s)?\s+(?:{_TELLING}|readout|record|summary|report|transcript),\s*(?P<what>.{{8,}})$",
    re.DOTALL,
)

# "X puts the loss down to the weather", "X blames the loss on the weather": X says what it was.
_CAUSE_SEEN = late_regex(
    r"^(?P<who>[^,;:]{2,60}?)\s+(?:(?:puts?(?=\s[^.;]{2,80}?\sdown\s+to\s)|attribut(?:es?|ed)|ascrib(?:es?|ed))\s+(?P<what>.{2,80}?)\s+(?:down\s+)?to|blam(?:es?|ed)\s+(?P<what2>.{2,80}?)\s+on)\s+(?P<why>.{3,})$",
    re.DOTALL,
)

# "X spoke of more than forty cases", "X put the loss at …": X says how many there are.
_SPOKE_OF = late_regex(
    r"^(?P<who>[^,;:]{2,60}?)\s+(?:spoke|speaks|had\s+spoken|has\s+spoken)\s+of\s+(?P<what>(?:an?\s|the\s|some\s|about\s|more\s|over\s|nearly\s|\d|one\s|two\s|three\s|four\s|five\s|six\s|seven\s|eight\s|nine\s|ten\s).{6,})$",
    re.DOTALL,
)

# A denial, or a clause that was read for a speaker: "X did not say that", "X said Y made clear that".
_NO_SPEAKER = late_regex(
    rf"\b(?:not|never|n['’]t|is|are|was|were|will|would|that|who|{_CUES})\b|^According\b"
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who a claim says said it, and what is said (a part of the claim's text)."""

    speaker: str
    content: str


def attribution_of(text: str) -> Attributed | None:
    """Return the attribution that a claim makes, if its form shows one; negated ones ("did not say") are none."""
    body = text.strip()
    if (opening := _OPENING.match(body)) and (told := attribution_of(body[opening.end() :])):
        quoted = body.rstrip(" .").endswith(tuple(_MARKS))
        return Attributed(told.speaker, told.content if quoted else opening[0] + told.content)
    if (asked := topic_of(read_words(body))) is not None and not set(_MARKS) & set(body):
        return attribution_of(body[asked.end :].lstrip(" ,"))  # what was asked is looked for by itself
    if (match := _ACCOUNT_OF_SIDE.match(body)) and country_of(match["who"]):
        return Attributed(f"{match['who']} side", _unquoted(match["what"]))
    for pattern in (_ACCORDING, _IN_WORDS_OF):
        if (match := pattern.match(body)) and not _NO_SPEAKER.search(match["who"]):
            return Attributed(without_topic(match["who"].strip(" ,")), _unquoted(match["what"]))
    found = read_words(body).attributions
    read_so = _attribution_read(body, found)
    if read_so is not None and read_so[0] in _IN_SOMEBODYS_WORDS:
        return read_so[1]
    for pattern in (_BEFORE, _BARE):
        match = pattern.match(body)
        if match and not _NO_SPEAKER.search(match["who"]) and _is_speaker(match, found):
            return Attributed(without_topic(match["who"].strip(" ,")), _unquoted(match["what"]))
    if (match := _AFTER.match(body)) and (match["who2"] is None or body[match.end("what")] in _PARTED):
        who = match["who1"] or match["who2"] or match["who3"]
        if _NO_SPEAKER.search(who):
            return None
        return Attributed(who.strip(" ,"), _unquoted(match["what"]))
    return _told_as_fact(body) or (read_so[1] if read_so is not None else None)


def _told_as_fact(body: str) -> Attributed | None:
    """Return who puts something down to a cause, or speaks of so and so many, with what that says."""
    if (match := _CAUSE_SEEN.match(body)) and not _NO_SPEAKER.search(match["who"]):
        return Attributed(match["who"], f"{match['what'] or match['what2']} was {match['why']}")
    if (match := _SPOKE_OF.match(body)) and not _NO_SPEAKER.search(match["who"]):
        return Attributed(match["who"], match["what"])
    return None


_ITS = late_regex(r"(?:its|his|her|their)\s+(?=[a-z])")
_SUBJECT = late_regex(
    r"(?:[Tt]he\s+(?:[\w’'-]+\s){0,4}?[\w’'-]+|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})(?=\s(?:also\s|\w+ly\s)?(?:is|are|was|were|has|have|had|will|would|can|could|may|did|does|do|[a-z]+ed|[a-z]+s)\b)"
)


def owned(told: Attributed | None) -> Attributed | None:
    """Return an attribution with the owner put in for "its" or "their": "Norland will pay, its minister said" is Norland's."""
    own = _ITS.match(told.speaker) if told else None
    subject = _SUBJECT.match(told.content) if told and own else None
    if told is None or own is None or subject is None:
        return told
    return Attributed(f"{subject[0]}'s {told.speaker[own.end() :]}", told.content)


# Rules of the reading of attributions by which all of a sentence is somebody's word, the clause told being the main one.
_IN_SOMEBODYS_WORDS = frozenset({"in words of", "as he said"})
_CLAUSE_TOLD = frozenset({"clause after cue", "clause then tag", "quote then tag", "cue then quote"})


def _is_speaker(match: re.Match[str], found: Sequence[Attribution]) -> bool:
    """Whether the words before a verb of saying are its subject, and no clause of their own: "X called on all | states that …".

    Where the reading of attributions has the verb, it has its subject too; else nothing before it may be a verb of saying.
    """
    opening, cue = match.string[: match.end("who")], Span(*match.span("cue"))
    told = [a for a in found if a.cue and a.speaker and a.cue.overlaps(cue)]
    if told:
        return any(not _OWN_CLAUSE.search(opening[: a.speaker.start]) for a in told if a.speaker)
    return match["cue"] != "states" and not any(a.cue and a.cue.end <= len(opening) for a in found)


_OWN_CLAUSE = late_regex(
    r"\b(?:after|before|when|while|as|because|since|if|although|and|but|where|once|until)\b|[a-z]{3,}ed\b"
)


def _attribution_read(body: str, attributions: Sequence[Attribution]) -> tuple[str, Attributed] | None:
    """Return the attribution that all of a claim is in, as the attributions of any text are read, with the rule that read it."""
    for found in attributions:
        speaker, cue = found.speaker, found.cue
        if (
            speaker is None
            or cue is None
            or found.negated
            or found.strength != "strong"
            or len(found.content) != 1
        ):
            continue
        content, words = found.content[0], body[speaker.start : speaker.end]
        said = body[content.start : content.end]
        whole = found.rule in _IN_SOMEBODYS_WORDS or (
            found.rule in _CLAUSE_TOLD
            and found.reports in (CueClass.SPEECH, CueClass.THOUGHT)
            and not binds(body[cue.start : cue.end])
            and (_TELLS_CLAUSE.search(body[: content.start]) or _FINITE.match(said))
        )
        around = f"{body[: min(speaker.start, content.start)]}{body[max(content.end, cue.end) :]}"
        if whole and not around.strip(' .,;"“”') and not said.startswith("to ") and len(said) >= _SHORTEST:
            return found.rule, Attributed(re.sub(r"['’]s?$", "", words), _unquoted(said))
    return None


# A clause is told behind "that" or "whether", or has a subject and an auxiliary soon; "called for a ceasefire" tells an act.
_TELLS_CLAUSE = late_regex(r"\b(?:that|whether)\s+$")
_FINITE = late_regex(
    r"(?!to\b|for\b|of\b|on\b)(?:[\w’'-]+\s+){1,9}?(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|shall|did|does|do|cannot)\b"
)
_SHORTEST = 8  # characters of what somebody is told to have said

_REGIONAL = frozenset(
    "western eastern northern southern european asian african arab latin transatlantic euro-atlantic western-style".split()
)
_MARKS = '"“”'
_PARTED = ',"”’?'  # what stands between words and the tag behind them: "…, Lopez said"
_LONG = 5_000  # characters from which the reading of a statement is not kept


def _unquoted(text: str) -> str:
    """Return what is said without the marks around all of it; those of a quotation inside it stay."""
    words = text.strip()
    marks = sum(c in _MARKS for c in words)
    around = marks == 2 and words[0] in _MARKS and words.rstrip(".,")[-1] in _MARKS
    return words.strip(_MARKS) if around or marks % 2 else words


# Where one clause of a claim ends and the next begins.
_CLAUSE = late_regex(
    r";|:\s|,\s+(?:and|but|while|whereas|which|who|so|or|adding|saying|with)\b|\s(?:while|whereas|but|because|although)\s",
    re.IGNORECASE,
)


def read_words(text: str) -> Reading:
    """Return the reading of a statement; the last short ones are kept, since several questions are asked of each."""
    return _read_short(text) if len(text) < _LONG else read(Source(text))


@lru_cache(maxsize=64)
def _read_short(text: str) -> Reading:
    return read(Source(text))


class Claim:
    """One sentence to be judged."""

    def __init__(self, text: str, identities: Identities) -> None:
        self.text = text
        self.identities = identities
        self.answers: dict[Callable[..., Any], Any] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """Its words in comparable form."""
        return self.reading.tokens

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """The names in the claim: no quarters ("Q3"), no adjectives of a region, which name nobody."""
        quarters = find_quarters(self.text)
        return tuple(
            named
            for named in self.identities.in_reading(self.reading)
            if not any(q.span.overlaps(named.span) for q in quarters)
            and named.text.casefold() not in _REGIONAL
            and not any(frame.contains(named.span) for frame in self.frame)
        )

    def names_one(self, other: Named) -> bool:
        """Whether one of the claim's names can stand for a name of the source."""
        return not self._name_keys.isdisjoint(other.keys) or other.text.casefold() in self._name_texts

    @cached_property
    def _name_keys(self) -> frozenset[str]:
        return frozenset().union(*(named.keys for named in self.names))

    @cached_property
    def _name_texts(self) -> frozenset[str]:
        return frozenset(named.text.casefold() for named in self.names)

    @cached_property
    def people(self) -> tuple[Entity, ...]:
        """The persons that the claim names, with the roles it gives them."""
        return tuple(e for e in self.reading.names.entities if e.kind == "person" and e.name and e.roles)

    @cached_property
    def reading(self) -> Reading:
        """The claim as a text of its own."""
        return read_words(self.text)

    @cached_property
    def _titles(self) -> tuple[Span, ...]:
        """The names of persons with the titles before them, which the roles are compared for."""
        names = self.reading.names
        return tuple(m.full for m in names.mentions if m.kind == "person" and names.entities[m.entity].name)

    @cached_property
    def frame(self) -> tuple[Span, ...]:
        """Its words about the document or about speaking: "the readout lists", "told reporters"."""
        return frame_spans(self.reading, self.identities.reading.source)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What it puts in quotation marks."""
        return tuple(Span(*match.span(1)) for match in QUOTED.finditer(self.text))

    @cached_property
    def own_pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of neighbouring words that are neither quoted nor of the frame: how the claim itself words it."""
        apart = (*self.frame, *self.quoted)
        own = [
            None if any(s.overlaps(self.span(i)) for s in apart) else self.tokens.form(i)
            for i in range(len(self.tokens))
        ]
        return tuple((a, b) for a, b in pairwise(own) if a is not None and b is not None)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers, lengths, dates and times."""
        return quantities_of(self.text, self.identities.reading.anchor)

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """What negates, denies, conditions or questions in it."""
        return find_operators(self.text, Span(0, len(self.text)), cue_starts(self.tokens))

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The numbers of the tokens that carry content and are neither names nor quantities nor cues of polarity."""
        taken = [*(n.span for n in self.names), *self._titles, *self.frame]
        taken += [getattr(q.item, "full", q.span) for q in self.quantities]
        taken += [o.cue for o in self.operators if o.operation not in (Operation.DISPUTED, Operation.WISH)]
        return tuple(
            i
            for i in range(len(self.tokens))
            if not is_function_word(self.tokens.form(i)) and not any(s.overlaps(self.span(i)) for s in taken)
        )

    def span(self, token: int) -> Span:
        """Return where a token stands in the claim."""
        return self.tokens.span(token, token + 1)

    @cached_property
    def predicates(self) -> dict[int, Predicate]:
        """Its verbs with who does it and to whom it is done, by their tokens."""
        inside = range(len(self.tokens))
        found = ((at, predicate_at(self.tokens, at, inside)) for at in inside)
        return {at: sides for at, sides in found if sides is not None}

    @cached_property
    def concepts(self) -> Concepts:
        """The content words, each with the number of its first token."""
        return concepts(self._forms, self.content, self._expressions)

    @cached_property
    def _forms(self) -> list[str]:
        return self.tokens.slice_forms()

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of its tokens."""
        return tuple(map(stem, self._forms))

    @cached_property
    def _expressions(self) -> dict[int, Keys]:
        return expression_keys(self._forms)

    @cached_property
    def name_concepts(self) -> Concepts:
        """The words in names: they help to find the passage."""
        places = [i for named in self.names for i in self.tokens.within(named.span)]
        return concepts(self._forms, places, self._expressions)

    @cached_property
    def clauses(self) -> tuple[Concepts, ...]:
        """The content words clause by clause."""
        return tuple(self.clause_at(start) for start in self._clause_starts)

    def clause_at(self, place: int) -> Concepts:
        """Return the content words of the clause in which a place of the claim lies."""
        start = max(s for s in self._clause_starts if s <= place)
        end = next((s for s in self._clause_starts if s > place), len(self.text))
        return Concepts(tuple(c for c in self.concepts.each if start <= self.tokens.starts[c.at] < end))

    @cached_property
    def _clause_starts(self) -> tuple[int, ...]:
        return (0, *(match.start() for match in _CLAUSE.finditer(self.text) if match.start()))

    def keys(self, token: int) -> Keys:
        """Return what a token can be matched by."""
        return self._keys.get(token) or keys(self.tokens.form(token))

    @cached_property
    def _keys(self) -> dict[int, Keys]:
        return {c.at: c.keys for c in self.concepts.each}


@remembered
def claim_of(document: Document, text: str) -> Claim:
    """Return a claim about a document; it is taken apart once, however often it is compared."""
    return Claim(text, document.identities)
