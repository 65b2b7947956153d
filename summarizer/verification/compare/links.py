"""Compares what a claim says came before, after or because of what with the links that the passage tells.

A link is a connective with two sides: what it governs, and the rest of its clause. Two facts that both stand in a
text are still not told to follow from one another, and which of two sides comes first is what such a claim is about
(Huddleston and Pullum, The Cambridge Grammar of the English Language, chapters 8 and 17).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.compare.comparison import Comparison

# What a connective governs comes later ("before the talks"), comes earlier ("after the talks"), is the cause
# ("because of the talks") or the effect ("led to talks").
_BONDS = {
    "later": r"(?<!the\s)(?:(?:(?<!month\s)(?<!year\s)(?<!week\s)(?<!day\s)before(?!\s+long\b)|before(?=\s+(?:the|its|his|her|their)\b))|ahead\s+of|prior\s+to|in\s+advance\s+of|preced(?:e[sd]?|ing)|followed\s+by"
    r"|(?:come|comes|came|coming|eased|lifted|done)\s+first|pav(?:e|es|ed|ing)\s+the\s+way\s+(?:for|to))",
    "earlier": r"(?<!look\s)(?<!looks\s)(?<!looked\s)(?<!looking\s)(?<!named\s)(?<!called\s)(?<!sought\s)(?<!sought-)after(?!\s+all\s*[,.])|(?<!agreed\s)(?<!based\s)(?<!relied\s)(?<!called\s)upon(?=\s+(?:\w+\s+){0,3}?\w+(?:ion|ment|al|ing)\b)|(?<!been\s)follow(?:s|ed)(?=\s+the\b)|following(?:\s+up\s+on|(?=\s+(?:the|an?|his|her|its|their|talks)\b))|(?:as\s+)?a\s+follow-?up\s+to|once(?=\s+(?:the|an?(?!\s+(?:day|week|month|year)\b)|he|she|it|they|we|all|both|its|their|his|her)\b)"
    r"|(?<!\bas\s)(?<!\bthat\s)(?<!deny\s)(?<!denied\s)(?<!denies\s)(?<!denying\s)(?<!admitted\s)(?<!admits\s)(?<!\bof\s)(?<!\bfor\s)(?<!recalled\s)(?<!regretted\s)(?<!without\s)(?<!despite\s)having(?=\s+(?:\w+(?:ed|ne)|made|held|met|kept|sent|told|left|got|had|lost|won|put|set|taken|given|spoken|driven|written)\b)|in\s+the\s+wake\s+of",
    "cause": r"because(?:\s+of)?|for\s+(?:want|lack|fear)\s+of|as\s+a\s+(?:result|consequence)\s+of|due\s+to|owing\s+to|(?<!express\s)(?<!expressed\s)(?<!expressing\s)(?<!expresses\s)(?<!his\s)(?<!her\s)(?<!their\s)(?<!our\s)(?<!gave\s)(?<!of\s)(?<!and\s)thanks\s+to|on\s+account\s+of|in\s+(?:response|reaction|retaliation|answer)(?:\s+to)?"
    r"|(?:driven|prompted|caused|triggered|brought\s+about|inspired|motivated)\s+by|(?:result|stem|follow)(?:s|m?ed|m?ing)?\s+from|based\s+on|on\s+the\s+basis\s+of|in\s+(?:light|view)\s+of"
    r"|only\s+(?:\w+\s+){0,3}?(?:if|when|once|in\s+an?\s+(?:environment|atmosphere|climate|situation|context)\s+of|in\s+conditions\s+of)|conditional\s+(?:up)?on|contingent\s+(?:up)?on",
    "effect": r"le(?:d|ads?|ading)\s+to|result(?:s|ed|ing)?\s+in|brought\s+about(?!\s+by)|g(?:ave|ives?|iving)\s+rise\s+to|ma(?:de|kes?|king)\s+(?:\w+\s+){1,4}?possible"
    r"|(?:caus|trigger)(?:es|s|ed|ing)(?!\s+by)|creat(?:es?|ed|ing)\s+(?:the\s+)?(?:\w+\s+)?conditions\s+for|so\s+that",
}


def _pattern(bonds: dict[str, str]) -> re.Pattern[str]:
    either = "|".join(rf"(?P<{bond}>{cues})" for bond, cues in bonds.items())
    return late_regex(rf"\b(?:{either})\b", re.IGNORECASE)


_CUE = _pattern(_BONDS)
# Adverbs that point back: what was told before them came first ("then"), comes later ("beforehand") or is the cause.
_BACK = {
    "earlier": r"since\s+then|(?<!by\s)(?<!until\s)(?<!back\s)(?<!since\s)then(?!-)|after\s+th(?:at|is|ese)(?=\s*[,.])|subsequently|thereafter|afterwards?|(?:minutes?|hours?|days?|weeks?|months?|years?)\s+later|later\s+(?:that|the\s+same)\s+(?:day|week|month|year|morning|evening|night)|the\s+(?:next|following)\s+(?:day|week|month|year|morning|evening|night)",
    "later": r"beforehand|before\s+th(?:at|is|ese)(?=\s*[,.])|earlier(?=\s+(?:in\s+the|that|the\s+same|this)\s+(?:day|week|month|year|morning|evening)|\s+today)",
    "cause": r"as\s+a\s+(?:result|consequence)(?!\s+of)|therefore|consequently|for\s+th(?:is|at|ese)\s+reasons?|(?<=,\s)(?:and\s+)?so(?=\s+(?:the|an?|he|she|it|they|we|his|her|its|their|no|(?-i:[A-Z]))\b)",
}
_BACK_CUE = _pattern(_BACK)
_CAUSAL = ("cause", "effect")
_GOVERNED_FIRST = ("earlier", "cause")  # what they govern comes first, in time or as the reason
# What tells an order or a reason without the two sides being plain from the words.
_HINTS = {
    False: late_regex(
        r"\b(?:then|earlier|later|previous\w*|already|until|since|unless|when|upon|as\s+soon\s+as|(?:finish|conclud|complet|end)\w*|recent\w*|subsequent|just|start\w*|begin\w*|beg[au]n)\b",
        re.IGNORECASE,
    ),
    True: late_regex(
        r"\b(?:since|given|build\w*\s+on|respon\w+|reciproc\w+|reasons?|results?|resulting|contribut\w+|enabl\w+|allow\w*|why|thus|hence|depend\w*|so|reflect\w*|unless)\b"
        # "The text could not be signed, talks on it being still under way"; "not before the vote" for "only after the vote".
        r"|,\s[^,;.]{2,80}\b(?:being|having\s+\w+)\b|(?:\b(?:not|no|never|nothing|cannot)|n[’']t)\b[^;.]{0,100}\b(?:before|until|without)\b",
        re.IGNORECASE,
    ),
}
# What is over is told to have come before something else, not after it.
_NOT_LATER = late_regex(
    r"\b(?:as\s+soon\s+as|(?:finish|conclud|complet|end)\w*|recent\w*|just)\b", re.IGNORECASE
)
_CLAUSE_END = late_regex(r"[,;:—]|\s[-–]\s|$")


@dataclass(frozen=True, slots=True)
class Link:
    """A connective, the stretch it governs and the stretches it joins that to."""

    bond: str
    cue: Span
    governed: Span
    rest: tuple[Span, ...]

    @property
    def causal(self) -> bool:
        """Whether it tells a reason, not only an order."""
        return self.bond in _CAUSAL

    @property
    def governed_first(self) -> bool:
        """Whether what it governs comes first."""
        return self.bond in _GOVERNED_FIRST


MANY = 12  # links of one sentence that are looked at: more of them is a text made to take time


@lru_cache(maxsize=20_000)
def find_links(text: str) -> tuple[Link, ...]:
    """Return the links of one sentence; of a connective that governs nothing the governed stretch is empty."""
    found = []
    for cue in islice(_CUE.finditer(text), MANY):
        end = _CLAUSE_END.search(text, cue.end())
        governed = Span(cue.end(), end.start() if end else len(text))
        rest = (Span(0, cue.start()), Span(governed.end, len(text)))
        if inside := re.fullmatch(r"ma\w+\s+(.+)\s+possible", cue[0], re.IGNORECASE | re.DOTALL):
            governed, rest = (
                Span(cue.start() + inside.start(1), cue.start() + inside.end(1)),
                (rest[0], Span(cue.end(), len(text))),
            )
        found.append(Link(str(cue.lastgroup), Span(*cue.span()), governed, rest))
    return tuple(found)


_OPENS = late_regex(r"[,;:—]|\s[-–]\s|\b(?:that|which|who|and|but)\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def find_back_links(text: str, start: int = 0) -> tuple[Link, ...]:
    """Return the links of the sentence from `start` on that point back to what a text tells before their clause."""
    found = []
    for cue in islice(_BACK_CUE.finditer(text, start), MANY):
        end = _CLAUSE_END.search(text, cue.end())
        opening = max((m.end() for m in _OPENS.finditer(text, start, cue.start())), default=start)
        if end is not None and not _words(text, [Span(opening, cue.start()), Span(cue.end(), end.start())]):
            end = _CLAUSE_END.search(text, end.end())  # "As a result, they agreed"
        own = Span(opening, end.start() if end else len(text))
        found.append(Link(str(cue.lastgroup), Span(*cue.span()), Span(0, opening), (own,)))
    return tuple(link for link in found if _words(text, [link.governed]))


_AGAINST = late_regex(r"\bagainst\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def find_attacks(text: str) -> tuple[Link, ...]:
    """Return who or what is against whom or what: "aggression by X against Y" has two sides as well."""
    found = []
    for cue in islice(_AGAINST.finditer(text), MANY):
        end = _CLAUSE_END.search(text, cue.end())
        governed = Span(cue.end(), end.start() if end else len(text))
        found.append(Link("against", Span(*cue.span()), governed, (Span(0, cue.start()),)))
    return tuple(found)


def points_back(text: str) -> bool:
    """Whether a sentence has an adverb that links it to what was told before: "since then", "as a result"."""
    return bool(_BACK_CUE.search(text))


_DAY_NAMED = late_regex(r"the\s+(?:next|following)\b", re.IGNORECASE)


def compare_links(c: Comparison) -> Iterator[Difference]:
    """Yield the links of the claim that the passage turns, or does not tell."""
    yield from _compare_attacks(c)
    links = (*find_links(c.claim.text), *find_back_links(c.claim.text))
    near = _around(c) if links else []
    for link in links:
        mine = _sides(c.claim.text, link)
        if not mine[0] or _DAY_NAMED.match(c.claim.text[link.cue.start : link.cue.end]):
            continue  # a date of its own; "held not long before", "as before": an adverb, which joins no two things that are told
        weighed = [_weigh(c, link, told, mine) for told in _like(link, near)]
        pointing = [_weigh(c, link, told, mine) for told in _pointing_back(c, link, near)]
        elsewhere = (
            _weigh(c, link, told, mine) for told in _like(link, c.beside) if told.sentence not in near
        )
        cue = c.claim.text[link.cue.start : link.cue.end]
        if (against := _pointed_otherwise(c, link, mine)) and not any(w.straight for w in weighed):
            message = f"the source has this “{against}”, not “{cue}” the other"
            yield Difference(Verdict.REVIEW, "link_turned", message, c.sentence.span)
        elif turned := next((w for w in (*weighed, *pointing, *elsewhere) if w.turned), None):
            verdict = Verdict.CONTRADICTED if turned.told.sentence is c.sentence else Verdict.REVIEW
            message = f"“{cue}” turns round what the source says with “{turned.told.cue}”"
            yield Difference(verdict, "link_turned", message, turned.told.sentence.span)
        elif not _dated(c, link) and not _side_told(c, link, [*near, *c.beside]):
            message = f"what “{cue}” governs is not told beside this"
            yield Difference(Verdict.REVIEW, "link_not_told", message, c.sentence.span)
        elif (
            not (any(w.straight or w.crossed for w in weighed) if link.bond == "later" else weighed)
            and not any(w.straight for w in pointing)
            and not _dated(c, link)
            and not _told(c, link, mine)
        ):
            message = f"the passage does not tell what “{cue}” says"
            yield Difference(Verdict.REVIEW, "link_not_told", message, c.sentence.span)


# What puts a clause before or after all that was told till then, by the bond of a claim that it excludes.
_PUT = {
    "earlier": late_regex(
        r"\bearlier\s+(?:(?:in\s+the|that|the\s+same|this)\s+(?:day|week|month|year|morning|afternoon|evening)|today|on\s+\w+day)\b",
        re.IGNORECASE,
    ),
    "later": late_regex(
        r"\blater\s+(?:(?:in\s+the|that|the\s+same|this)\s+(?:day|week|month|year|morning|afternoon|evening)|today|on\s+\w+day)\b|\bafterwards?\b|\bthereafter\b",
        re.IGNORECASE,
    ),
}
_HERE = 0.5  # share of the words of a side from which a sentence tells of it


def _pointed_otherwise(c: Comparison, link: Link, mine: tuple[Sides, Sides]) -> str:
    """Return the words by which the sentence puts one side before ("earlier that day") what the claim puts it after, or behind."""
    put = _PUT.get(link.bond)
    found = put.search(c.sentence.text) if put else None
    if found is None:
        return ""
    here = (c.document.retrieval.keys_of([c.sentence]),)
    governed, rest = (_shared(side, here) for side in mine)
    tells = rest >= _HERE * len(mine[1]) and governed < _HERE * len(mine[0])
    return " ".join(found[0].split()) if tells else ""


_SIDE = 0.5  # share of the words that a link governs which must stand in the passage or beside it


def _side_told(c: Comparison, link: Link, near: Sequence[Sentence]) -> bool:
    """Whether what a link governs is told at all: an event of which the passage knows nothing is no reason and no date in it."""
    names = [n.span for n in c.claim.names]
    words = [
        keys(c.claim.tokens.form(i))
        for i in c.claim.tokens.within(link.governed)
        if not is_function_word(c.claim.tokens.form(i))
        and not any(n.overlaps(c.claim.span(i)) for n in names)
    ]
    if not words:
        return True
    told = (c.document.retrieval.keys_of([sentence]) for sentence in {s.number: s for s in near}.values())
    return any(sum(not word.isdisjoint(here) for word in words) >= _SIDE * len(words) for here in told)


def _sides(text: str, link: Link) -> tuple[Sides, Sides]:
    """Return the words of what a link governs and of the rest; what stands on both sides tells neither from the other."""
    governed, rest = _words(text, [link.governed]), _words(text, link.rest)
    apart = tuple(
        tuple(word for word in one if not any(_stems(word) & _stems(twin) for twin in other))
        for one, other in ((governed, rest), (rest, governed))
    )
    return (apart[0], apart[1]) if all(apart) else (governed, rest)


def _stems(word: frozenset[str]) -> frozenset[str]:
    """Return what a word can be matched by without the thesaurus."""
    return frozenset(key for key in word if not key.startswith("="))


def _compare_attacks(c: Comparison) -> Iterator[Difference]:
    """Yield where the claim puts against whom what the sentence tells to be by them."""
    for link in find_attacks(c.claim.text):
        mine = _sides(c.claim.text, link)
        for other in find_attacks(c.sentence.text):
            if _weigh(c, link, Told(c.sentence, c.sentence.text, other), mine).turned:
                message = "“against” has the sides the other way round in the source"
                yield Difference(Verdict.CONTRADICTED, "link_turned", message, c.sentence.span)


def _told(c: Comparison, link: Link, mine: tuple[Sides, Sides]) -> bool:
    """Whether the order or the reason is told without plain sides, or in another passage that the claim rests on."""
    if _SO_THAT.fullmatch(c.claim.text, *link.cue) and _aimed_at(c, mine[0]):
        return True
    hints = _HINTS[link.causal].finditer(c.sentence.text)
    if any(link.bond != "later" or not _NOT_LATER.fullmatch(hint[0]) for hint in hints):
        return True
    return any(_weigh(c, link, told, mine).straight for told in _like(link, c.beside))


# "So that they can" tells an aim as "to ensure that", "in order to" and the plain infinitive do.
_SO_THAT = late_regex(r"so\s+that", re.IGNORECASE)
_AIM = late_regex(
    r"\bto\s+(?=[a-z]+)|\bcan\b|\bso\s+as\b|\bfor\s+the\s+(?:purpose|sake)\s+of\b", re.IGNORECASE
)


def _aimed_at(c: Comparison, governed: Sides) -> bool:
    """Whether the sentence has most of what "so that" governs behind words that tell an aim."""
    aim = _AIM.search(c.sentence.text)
    told = _words(c.sentence.text, [Span(aim.end(), len(c.sentence.text))]) if aim else ()
    return 2 * _shared(governed, told) >= len(governed)


@dataclass(frozen=True, slots=True)
class Told:
    """A link of a sentence, with the text that its spans lie in: the sentence, or that and the one before it."""

    sentence: Sentence
    text: str
    link: Link

    @property
    def cue(self) -> str:
        """The connective as the source has it."""
        return " ".join(self.text[self.link.cue.start : self.link.cue.end].split())


def _like(link: Link, sentences: Sequence[Sentence]) -> Iterator[Told]:
    """Yield the links of some sentences that can tell what `link` does: a reason tells an order, an order no reason."""
    for sentence in sentences:
        for other in find_links(sentence.text):
            if other.causal or not link.causal:
                yield Told(sentence, sentence.text, other)


def _pointing_back(c: Comparison, link: Link, sentences: Sequence[Sentence]) -> Iterator[Told]:
    """Yield the links of some sentences that point back to what was told before, in the sentence or the one before it."""
    for sentence in sentences:
        before = c.document.reading.sentences[sentence.number - 2].text + "\n" if sentence.number > 1 else ""
        for other in find_back_links(before + sentence.text, len(before)):
            if other.causal or not link.causal:
                yield Told(sentence, before + sentence.text, other)


_SURE = 0.4  # share of the claim's words that must stand on the wrong side
_MARGIN = 1.5  # and how many times those on the right side


@dataclass(frozen=True)
class Weighed:
    """A link of a sentence beside one of the claim: how many words stand where they belong, and on the other side."""

    told: Told
    straight: int
    crossed: int
    words: int

    @property
    def turned(self) -> bool:
        """Whether the claim has the sides the other way round."""
        return self.crossed >= max(2, _SURE * self.words) and self.crossed > _MARGIN * self.straight


def _around(c: Comparison) -> list[Sentence]:
    """Return the sentence with its neighbours."""
    sentences = c.document.reading.sentences
    numbers = (c.sentence.number, c.sentence.number - 1, c.sentence.number + 1)
    return [sentences[n - 1] for n in numbers if 1 <= n <= len(sentences)]


# "… is respected. Most importantly, it creates conditions for": the pronoun stands for what was told before.
_PRONOUN = late_regex(r"\b(?:it|this|these|they|which)\s+$", re.IGNORECASE)


def _weigh(c: Comparison, mine: Link, told: Told, words: tuple[Sides, Sides]) -> Weighed:
    """Weigh a link of the claim, with the words on its two sides, against one of a sentence."""
    theirs, number = told.link, told.sentence.number
    governed, rest = _words(told.text, [theirs.governed]), _words(told.text, theirs.rest)
    if _PRONOUN.search(told.text[: theirs.cue.start]) and told.text is told.sentence.text and number > 1:
        before = c.document.reading.sentences[number - 2].text
        rest += _words(before, [Span(0, len(before))])
    straight = _both(_shared(words[0], governed), _shared(words[1], rest))
    crossed = _both(_shared(words[0], rest), _shared(words[1], governed))
    if mine.governed_first != theirs.governed_first:
        straight, crossed = crossed, straight
    return Weighed(told, straight, crossed, len(words[0]) + len(words[1]))


def _both(one: int, other: int) -> int:
    """Return the sum of two counts, neither of which may be nothing."""
    return one + other if one and other else 0


Sides = tuple[frozenset[str], ...]


def _words(text: str, spans: Iterable[Span]) -> Sides:
    """Return what each content word in some stretches of a text can be matched by."""
    tokens = _tokens(text)
    places = [i for span in spans for i in tokens.within(span)]
    return tuple(dict.fromkeys(keys(tokens.form(i)) for i in places if not is_function_word(tokens.form(i))))


@lru_cache(maxsize=2_000)
def _tokens(text: str) -> Tokens:
    return Tokens(text)


def _shared(words: Sides, others: Sides) -> int:
    told = frozenset().union(*others)
    return sum(not word.isdisjoint(told) for word in words)


def _dated(c: Comparison, link: Link) -> bool:
    """Whether a date, a time or a length stands beside the connective: "six days after", "before May 1"."""
    near = Span(max(0, link.cue.start - 12), min(len(c.claim.text), link.cue.end + 12))
    return any(q.span.overlaps(near) for q in c.claim.quantities if q.sort != "number")
