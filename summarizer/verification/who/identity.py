"""Who or what a name stands for, so that "Putin", "the Russian president" and "Moscow" can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.patterns import late_regex
from summarizer.reading import Reading, read
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.naming.finder import Entity
from summarizer.reading.naming.gazetteer import Sort, country_of, fold, look_up, organisation
from summarizer.reading.naming.lexicon import INITIALISMS
from summarizer.reading.sentences import Sentence
from summarizer.reading.stems import stem
from summarizer.source import Source, Span
from summarizer.verification.who.bodies import by_words, initials_of, shortened
from summarizer.verification.who.descriptions import Descriptions
from summarizer.verification.who.holders import Holders
from summarizer.verification.who.interviews import LETTERS, Interview, answers_by_letter, interview_of
from summarizer.verification.who.reference import may_mean
from summarizer.verification.who.sides import Sides

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*")
_A = late_regex(r"an?\s", re.IGNORECASE)
_CONTRACTED = re.compile(r"I['’](?:m|ve|d|ll)$")
_REMEMBERED = 256  # texts of a claim whose names are kept: of one speaker many passages are asked
_OFTEN = 3  # mentions from which somebody is one of those that a text is about
_BEGINNING = 3  # sentences in which a text tells whom it is about
_LINKS = frozenset("of the de la le du des von van der den bin al el and for".split())
_NAMELESS = INITIALISMS | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december est edt gmt utc cet am pm".split()
)
PRONOUNS = frozenset("he she they it his her their its him them we our us both i my".split())
_LOOSE = late_regex(r"(?:[Tt]he\s+)?(?:head|leader|boss|colleague)\s+of\s+[a-z’' -]+")  # of no body by name


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text with all it can stand for: an entity of the source, a polity, an organisation."""

    span: Span
    text: str
    keys: frozenset[str]


class Identities:
    """Resolves the names of a claim and of the source to comparable keys."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._in_sentence: dict[int, tuple[Named, ...]] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._in_text: dict[str, tuple[Named, ...]] = {}
        self._offices: dict[str, frozenset[str]] = {}

    @cached_property
    def sides(self) -> Sides:
        """Tells which state somebody speaks for."""
        return Sides(self.reading)

    def keys(self, phrase: str) -> frozenset[str]:
        """Return what a phrase can stand for; empty when nothing is known of it."""
        if phrase not in self._keys:
            self._keys[phrase] = self._find_keys(phrase)
        return self._keys[phrase]

    def given(self, text: str) -> Named:
        """Return a name that stands by itself, as a field or an option gives it, with what it stands for."""
        return Named(Span(0, len(text)), text, self.keys(text))

    def _find_keys(self, phrase: str) -> frozenset[str]:
        entity = self.reading.names.resolve(phrase)
        if entity and entity.kind == "person" and not self.descriptions.denies(phrase, entity):
            return self._person_keys(entity.id)
        if holder := self.holders.of(phrase) or self.descriptions.of(phrase):
            return frozenset({f"entity:{holder.id}"})
        if entity and is_town(phrase) and fold(entity.name or "") != fold(phrase):
            entity = (
                None  # a town is read as a part of its state, but does not stand for it as the capital does
            )
        if entity and is_organ(phrase) and not _same_organ(phrase, entity.name or ""):
            entity = None  # an organ that the text does not name is read as its state
        entity = entity or self._abbreviated(phrase) or self._body(phrase)
        found = {f"entity:{entity.id}"} if entity else set()
        if country := country_of(phrase):
            found.add(f"polity:{country}")
        if body := organisation(phrase):
            found.add(f"body:{body}")
        if led := _ADMINISTRATION_OF.fullmatch(phrase):
            state = self.sides.of(led["leader"]) or self.sides.publisher
            found |= {f"polity:{state}"} if state else set()
        return frozenset(found)

    def _person_keys(self, number: int) -> frozenset[str]:
        """Return the keys of a person, and of who holds the office where only that is told: "the President of X"."""
        entity = self.reading.names.entities[number]
        holder = self.holder_of(entity) if entity.name is None else None
        return frozenset({f"entity:{number}", *([f"entity:{holder.id}"] if holder else [])})

    def holder_of(self, entity: Entity) -> Entity | None:
        """Return the named person whom an entity means that the text calls only by an office or a description there."""
        first = self.reading.names.mentions[entity.mentions[0]].full if entity.mentions else None
        known = first is None or not _A.match(self.reading.text, first.start)
        return self.holders.of_entity(entity) or (self.descriptions.of(entity.label) if known else None)

    @cached_property
    def descriptions(self) -> Descriptions:
        """Tells which person of the text a description means."""
        return Descriptions(self.reading, self.sides)

    @cached_property
    def holders(self) -> Holders:
        """Tells which person of the text holds an office of a state."""
        return Holders(self.reading, self.sides)

    def _abbreviated(self, phrase: str) -> Entity | None:
        """Return the one entity whose initials an abbreviation is: "FDA" for a Food and Drug Administration."""
        short = re.fullmatch(r"[A-Z]{2,6}", phrase)
        named = [e for e in self.reading.names.entities if short and e.name and initials_of(e.name) == phrase]
        return named[0] if len(named) == 1 else None

    def _body(self, phrase: str) -> Entity | None:
        return shortened(self.reading.names.entities, phrase) or by_words(self.reading.names.entities, phrase)

    def in_sentence(self, sentence: Sentence) -> tuple[Named, ...]:
        """Return the names of a sentence of the source, in order."""
        if sentence.number not in self._in_sentence:
            self._in_sentence[sentence.number] = tuple(self._read_sentence(sentence))
        return self._in_sentence[sentence.number]

    def _read_sentence(self, sentence: Sentence) -> Iterator[Named]:
        seen: list[Named] = []
        for mention in self.reading.mentions_in(sentence.span):
            place = mention.span if self.reading.names.entities[mention.entity].name else mention.full
            text = self.reading.text[place.start : place.end]
            person = mention.kind == "person"
            keys = (
                self._person_keys(mention.entity)
                if person
                else {f"entity:{mention.entity}"} | self.keys(text)
            )
            seen.append(Named(place, text, frozenset(keys)))
        yield from sorted(
            self._with_capitals(sentence.text, sentence.span.start, seen), key=lambda named: named.span
        )

    def in_text(self, text: str) -> tuple[Named, ...]:
        """Return the names of some words with what they stand for in this source."""
        if (known := self._in_text.get(text)) is None:
            if len(self._in_text) >= _REMEMBERED:
                self._in_text.clear()
            known = self._in_text[text] = self.in_reading(read(Source(text)))
        return known

    def in_reading(self, claim: Reading) -> tuple[Named, ...]:
        """Return the names of a claim with what they stand for in this source."""
        text = claim.text
        seen = []
        for mention in claim.names.mentions:
            named = bool(claim.names.entities[mention.entity].name)
            words = (
                text[mention.span.start : mention.span.end]
                if named
                else text[mention.full.start : mention.full.end]
            )
            if self._is_common(text, mention.span, words):
                continue
            keys = self.keys(words)
            if not keys and _LOOSE.fullmatch(words):  # "the head of the council, A" is A, whatever her office
                keys = self.keys(claim.names.entities[mention.entity].name or "")
            if named or keys:
                seen.append(Named(mention.span if named else mention.full, words, keys))
        return tuple(sorted(self._with_capitals(text, 0, seen), key=lambda named: named.span))

    def _is_common(self, text: str, place: Span, words: str) -> bool:
        """Whether a word that begins a claim is one that the source only has as a common noun: "Teenager's drink was spiked"."""
        common = words.casefold() in self._lower and words not in self._capitals_inside
        return common and not look_up(words) and self._only_by_position(text, place.start, words)

    def _with_capitals(self, text: str, offset: int, seen: list[Named]) -> list[Named]:
        """Add the capitalised words that the reader of names left out."""
        for span in self._capitalised(text):
            place = Span(span.start + offset, span.end + offset)
            if not any(place.overlaps(other.span) for other in seen):
                words = text[span.start : span.end]
                seen.append(Named(place, words, self.keys(words)))
        return seen

    def _capitalised(self, text: str) -> Iterator[Span]:
        run: list[re.Match[str]] = []
        for match in _CAPITAL.finditer(text):
            word = _without_owner(match[0]).strip(".-'’")
            if (
                not word
                or word.casefold() in _NAMELESS
                or (word.casefold() in FUNCTION_WORDS and not word.isupper())
                or _CONTRACTED.match(word)
            ):
                continue
            if self._only_by_position(text, match.start(), word):
                continue
            if run and not _linked(text[run[-1].end() : match.start()], run[-1][0]):
                yield _run_span(run)
                run = []
            run.append(match)
        if run:
            yield _run_span(run)

    def _only_by_position(self, text: str, at: int, word: str) -> bool:
        """Whether a word is capitalised only because it begins a sentence."""
        before = text[:at].rstrip(" \t\n\"“‘'(")
        if before and before[-1] not in ".!?:":
            return False
        if word.isupper() and len(word) > 1:
            return False
        known = self.reading.names.resolve(word)
        if known is not None and known.kind == "person" and known.name and word.casefold() not in self._lower:
            return False  # "Brandt" of "Mrs L. Brandt"
        return word not in self._capitals_inside or word.casefold() in self._lower

    @cached_property
    def _lower(self) -> frozenset[str]:
        return frozenset(re.findall(r"(?<![\w/-])[a-z]+(?![\w/-])", self.reading.text))

    @cached_property
    def _capitals_inside(self) -> frozenset[str]:
        """Words that the source capitalises inside a sentence, with and without a possessive ending."""
        found = re.findall(r"(?<=[a-z,] )[A-Z][\w'’-]*", self.reading.text)
        return frozenset(map(_without_owner, found)).union(found)

    @cached_property
    def principals(self) -> tuple[int, ...]:
        """Those whom "they" or "the two" stand for: the two persons named most, and the only two that a text begins with."""
        people = [e for e in self.reading.names.entities if e.kind == "person" and e.name]
        often = sorted(people, key=lambda e: -len(e.mentions))[:2]
        story = [s for s in self.reading.sentences if not s.furniture][:_BEGINNING]
        told = ({m.entity for m in self.reading.mentions_in(s.span)} & {e.id for e in people} for s in story)
        first = next((found for found in told if found), set[int]())
        return (
            *(e.id for e in often if len(e.mentions) >= _OFTEN),
            *(sorted(first) if len(first) == 2 else ()),
        )

    def refers_back(self, sentence: Sentence, named: Named) -> bool:
        """Whether a sentence speaks of `named` by a pronoun or description, the name standing shortly before."""
        return may_mean(self.reading, sentence, named) and self.nearby(sentence, named)

    def label(self, span: Span) -> Named:
        """Return the name in a speaker's label; an office stands for the one the title names with it."""
        return self._label(span)

    def speaks(self, sentence: Sentence, named: Named) -> bool:
        """Whether the label of the turn that a sentence stands in names `named`."""
        speaker = self.speaker_of(sentence)
        return speaker is not None and matches(named, speaker)

    def speaker_of(self, sentence: Sentence) -> Named | None:
        """Return whom the label of the turn names that a sentence stands in: its "I" and "me"."""
        if (label := sentence.block.speaker) is not None:
            return self._label(label)
        asked = self._interview
        if asked is None or sentence.number not in asked.answers:
            return None
        return Named(asked.name.span, asked.text, frozenset({f"entity:{asked.name.entity}"}))

    @cached_property
    def _interview(self) -> Interview | None:
        return interview_of(self.reading)

    def names_organ(self, phrase: str) -> bool:
        """Whether the text names an organ of a state somewhere, in whatever form: "the Department of Trade"."""
        return any(_same_organ(phrase, e.name) for e in self.reading.names.entities if e.name)

    def nearby(self, sentence: Sentence, named: Named) -> bool:
        """Whether one of the three sentences before (or the label of the speaker's turn) has the name."""
        before = self.reading.sentences[max(0, sentence.number - 4) : sentence.number - 1]
        if self.speaks(sentence, named):
            return True
        return any(matches(named, other) for s in before if not s.furniture for other in self.in_sentence(s))

    def _label(self, span: Span) -> Named:
        text = self.reading.text[span.start : span.end]
        if text not in self._offices:
            keys = answers_by_letter(self.reading) if text in LETTERS else self.keys(text)
            named = any(self.reading.names.entities[int(k[7:])].name for k in keys if k.startswith("entity:"))
            self._offices[text] = keys if named else keys | self._in_office(text)
        return Named(span, text, self._offices[text])

    def _in_office(self, label: str) -> frozenset[str]:
        """Return whom an office stands for that labels a speaker: the one the title names with it."""
        office = label.casefold().removeprefix("the ").strip()
        title = (self.reading.source.title or "").casefold()
        people = [e for e in self.reading.names.entities if e.kind == "person" and e.name]
        held = [e for e in people if office and f"{office} {(e.name or '').split()[-1].casefold()}" in title]
        return frozenset({f"entity:{held[0].id}"}) if len(held) == 1 else frozenset()


def is_town(phrase: str) -> bool:
    """Whether a phrase names a place that is no state and no capital, which may speak for one."""
    return country_of(phrase) is None and any(e.sort is Sort.PLACE for e in look_up(phrase))


# Organs of a state: each may speak for the state, none for another ("Department of Commerce", "Department of Defence").
_ORGAN = re.compile(
    r"\b(?:departments?|ministry|ministries|offices?|agency|agencies|bureaus?|committees?|commissions?|councils?|administrations?|services?|courts?|authority|boards?|"
    r"secretariats?|directorates?|institutes?|banks?|navy|army|force|guard|senate|house|parliament|congress|assembly)\b",
    re.IGNORECASE,
)


# "The Carter administration" is the government of the state that its leader leads.
_ADMINISTRATION_OF = re.compile(
    r"(?:[Tt]he\s+)?(?P<leader>[A-Z][\w’'.]+)(?:-[A-Z]\w+)?(?:['’]s?)?\s+(?:administration|government|cabinet)"
)


def is_organ(name: str) -> bool:
    """Whether a name is that of one organ of a state, with words of its own: "Department of Trade"."""
    return bool(_ORGAN.search(name)) and len(_name_stems(name)) > 1


def _same_organ(a: str, b: str) -> bool:
    """Whether two names may be of one organ: all the words of the one are among those of the other."""
    mine, theirs = _name_stems(a), _name_stems(b)
    return bool(_ORGAN.search(b)) and bool(theirs) and (mine <= theirs or theirs <= mine)


def matches(a: Named, b: Named) -> bool:
    """Whether two names can stand for the same; two organs of one state cannot, though either may speak for it."""
    if a.text.casefold() == b.text.casefold():
        return True
    common = a.keys & b.keys
    return bool(common) and not (
        all(key.startswith("polity:") for key in common) and are_other_organs(a.text, b.text)
    )


def named_among(named: Named, others: Sequence[Named]) -> bool:
    """Whether one of some names can stand for a name; beside another of its organs, a state's name stands for that one."""
    found = [other for other in others if matches(named, other)]
    if not found or any(_ORGAN.search(other.text) for other in found):
        return bool(found)
    return not (
        _ORGAN.search(named.text) and any(are_other_organs(named.text, other.text) for other in others)
    )


def are_other_organs(a: str, b: str) -> bool:
    """Whether two names are of different organs: each has a word of its own, "Ministry of Trade", "Ministry of Health".

    A noun alone ("the Council") may be short for any.
    """
    if not (_ORGAN.search(a) and _ORGAN.search(b)):
        return False
    mine, theirs = _name_stems(a), _name_stems(b)
    return min(len(mine), len(theirs)) > 1 and not (mine <= theirs or theirs <= mine)


_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?(?P<state>(?:(?!\bof\b)[^,])+)$", re.IGNORECASE)


def _name_stems(name: str) -> frozenset[str]:
    """Return the stems of a name's own words, without the state whose it is."""
    if (owner := _OF_STATE.search(name)) and country_of(owner["state"]):
        name = name[: owner.start()]
    words = (w.casefold() for w in re.findall(r"[^\W\d_]+", name))
    return frozenset(stem(w) for w in words if w not in FUNCTION_WORDS and country_of(w) is None)


def _without_owner(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _linked(between: str, before: str) -> bool:
    if before.endswith(("'s", "’s", ",")):
        return False
    words = between.split()
    if not words:
        return between.strip() == "" and "\n\n" not in between
    return all(w in _LINKS - {"and"} for w in words) and len(words) <= 2


def _run_span(run: list[re.Match[str]]) -> Span:
    last = run[-1]
    end = last.end() - (2 if last[0].endswith(("'s", "’s")) else 0)
    while (
        end > run[0].start()
        and last[0][end - last.start() - 1 : end - last.start()] in (".", "-", "'", "’")
        and not re.search(r"[A-Z]\.$", last[0][: end - last.start()])
    ):
        end -= 1
    return Span(run[0].start(), end)
