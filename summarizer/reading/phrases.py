"""Finds noun phrases in a sentence by the classes and the forms of its words, and the last word of each, which tells who is meant."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    VERBS,
    is_adverb,
    is_person_noun,
)
from summarizer.reading.naming.lexicon import HONORIFICS
from summarizer.reading.stems import is_irregular
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word

OBJECT_PRONOUNS = frozenset("him her them me us it you himself herself itself themselves".split())
PRONOUNS = SUBJECT_PRONOUNS | frozenset(
    "him her them me us one ones latter former other others both each some many most these those this that who".split()
)
_RECIPROCAL = (["each", "other"], ["one", "another"])
_BY_REACH = 9  # words behind a passive in which its "by" stands
_OWNER = 4  # words before a noun in which its owner stands
NO_NOUN = (
    PREPOSITIONS
    | (TIMES - {"week", "month", "year", "morning", "evening", "night"})
    | frozenset("twice once thrice home abroad".split())
)
WHOSE = (DETERMINERS | {"whose"}) - {"that", "both", "all"}
_NUMERALS = frozenset("two three four five many most several few".split())
JOINS = frozenset("and or but".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Noun phrases that share a side: their tokens, and the last token of each, which tells who is meant."""

    at: range
    heads: tuple[int, ...]


def is_owner(tokens: Tokens, at: int) -> bool:
    """Whether a word owns what follows it: "Reed's", "the islanders'"."""
    return tokens.form(at).endswith("'s") or tokens.text[tokens.ends[at] : tokens.ends[at] + 2] in (
        "' ",
        "’ ",
    )


def owner_in(tokens: Tokens, phrase: Phrase) -> int | None:
    """Return the token in a noun phrase that tells whose it is: "Reed's" of "Ann Reed's son", "Reed" of "the son of Ann Reed"."""
    owner = next((at for at in range(phrase.at.start, phrase.heads[0]) if is_owner(tokens, at)), None)
    if owner is not None or len(phrase.heads) > 1:
        return owner
    head = phrase.heads[0]
    of = head + 1 < phrase.at.stop and tokens.form(head + 1) == "of"
    return phrase.at.stop - 1 if of else None


class Phrases:
    """The noun phrases of one sentence."""

    def __init__(self, tokens: Tokens, inside: range) -> None:
        self.tokens, self.low, self.stop = tokens, inside.start, inside.stop
        self.form = tokens.form

    # -- words ---------------------------------------------------------------------------------

    def parted(self, at: int) -> bool:
        """Whether a mark stands right before a token."""
        if at <= self.low:
            return True
        gap = self.tokens.text[self.tokens.ends[at - 1] : self.tokens.starts[at]]
        return (
            not gap.isspace()
            and gap.strip(" \n\t") not in ("-", ".", "'", "’")
            and self.form(at) not in ("jr", "sr")
        )

    def mark(self, at: int) -> str:
        """Return the marks right before a token."""
        return (
            self.tokens.text[self.tokens.ends[at - 1] : self.tokens.starts[at]].strip()
            if self.low < at < self.stop
            else ""
        )

    def is_name(self, at: int) -> bool:
        """Whether a token has a capital that the beginning of the sentence does not give it."""
        return self.tokens.text[self.tokens.starts[at]].isupper() and at > self.low

    def is_noun(self, at: int) -> bool:
        """Whether a token can be the noun of a phrase, as far as its form tells."""
        form = self.form(at)
        if form in ("former", "latter", "other", "others"):
            return True
        return not (is_function_word(form) or is_adverb(form) or form in NO_NOUN or self.is_finite(at))

    def is_finite(self, at: int) -> bool:
        """Whether a token looks like a finite verb or a participle that is told with its sides."""
        form = self.form(at)
        if form in AUXILIARIES:
            return True
        if at > self.low and (self.form(at - 1) in WHOSE or is_owner(self.tokens, at - 1)):
            return False
        if self.is_name(at):
            return False
        if at - 1 > self.low and (
            self.form(at - 1) in MODALS or (self.form(at - 1) == "to" and form not in NO_NOUN)
        ):
            return self.form(at - 1) in MODALS
        cue = verb_cues().get(form)
        return (
            form in VERBS
            or (cue is not None and not cue.nominal and cue.finite)
            or (form.endswith("ed") and len(form) > 3)
            or (is_irregular(form) and not form.endswith(("men", "en", "people", "children")))
        )

    # -- noun phrases --------------------------------------------------------------------------

    def phrase_ending(self, at: int) -> Phrase | None:
        """Return the noun phrase that ends at a token, with what it is joined to and what it belongs to."""
        if at < self.low:
            return None
        if self.form(at) in SUBJECT_PRONOUNS:
            return Phrase(range(at, at + 1), (at,))
        start = self.core_start(at)
        if start is None:
            return None
        before = start - 1
        if before < self.low or self.parted(start):
            return Phrase(range(start, at + 1), (at,))
        if self.form(before) in PREPOSITIONS and self.form(before) not in CLAUSE_OPENERS:
            governing = self.phrase_ending(before - 1) if not self.parted(before) else None
            return Phrase(range(governing.at.start, at + 1), governing.heads) if governing else None
        if self.form(before) == "nor":
            return None  # neither of them does it
        if self.form(before) in JOINS:
            return self.joined(start, at)
        return Phrase(range(start, at + 1), (at,))

    def joined(self, start: int, at: int) -> Phrase | None:
        """Return "A and B" where both are one side; B alone where A closes a clause of its own."""
        own = Phrase(range(start, at + 1), (at,))
        if self.form(start - 1) in ("but",):
            return own
        left = self.phrase_ending(start - 2)
        if left is None:
            return own
        heads, first = left.heads, left.at.start
        while self.mark(first) == "," and (more := self.phrase_ending(first - 1)) is not None:
            heads, first = (*more.heads, *heads), more.at.start
        clause = first > self.low and not self.parted(first) and self.governs(first - 1)
        return own if clause else Phrase(range(first, at + 1), (*heads, at))

    def governs(self, at: int) -> bool:
        """Whether a word has what follows it for its object, so that no subject begins there."""
        form = self.form(at)
        return self.is_finite(at) or form in PREPOSITIONS or form == "not"

    def core_start(self, at: int) -> int | None:
        """Return where the noun phrase begins whose last word is at a token: its determiner, else its first noun."""
        if not self.is_noun(at):
            return None
        start = at
        while start > self.low and not self.parted(start):
            form = self.form(start - 1)
            if form in WHOSE or form in HONORIFICS:
                start -= 1
                if form in WHOSE and form not in _NUMERALS:
                    break
                continue
            if is_function_word(form) or is_adverb(form) or self.is_finite(start - 1):
                break
            start -= 1
        return start

    def phrase_from(self, at: int) -> Phrase | None:
        """Return the noun phrase that begins at a token, with those joined to it."""
        if at >= self.stop:
            return None
        if self.form(at) in OBJECT_PRONOUNS and not (
            self.form(at) == "her" and at + 1 < self.stop and self.is_noun(at + 1)
        ):
            return Phrase(range(at, at + 1), (at,))
        end = at
        while end < self.stop and self.form(end) in WHOSE and not (end > at and self.parted(end)):
            end += 1
        first = end
        while end < self.stop and self.is_noun(end) and not (end > at and self.parted(end)):
            end += 1
        if end == first:
            return None
        heads = (end - 1,)
        if end + 1 < self.stop and self.form(end) in ("and", "or") and not self.parted(end):
            more = self.phrase_from(end + 1)
            if more is not None and not self.begins_clause(more, first):
                return Phrase(range(at, more.at.stop), heads + more.heads)
        belonging = self.phrase_from(end + 1) if end < self.stop and self.form(end) == "of" else None
        return Phrase(range(at, belonging.at.stop if belonging else end), heads)

    def begins_clause(self, joined: Phrase, first: int) -> bool:
        """Whether what is joined to a noun phrase has a verb of its own, or one left out: "… and Malta against it"."""
        behind = joined.at.stop
        if behind >= self.stop or self.parted(behind):
            return False
        gapped = (
            self.form(behind) in PREPOSITIONS and self.is_name(joined.heads[0]) and not self.is_name(first)
        )
        return self.is_finite(behind) or self.form(behind) in WHOSE or gapped

    def is_person(self, head: int) -> bool:
        """Whether a noun stands for a person, as far as its form tells."""
        return self.is_name(head) or is_person_noun(self.form(head))

    def owner(self, noun: int) -> Phrase | None:
        """Return whose a noun is, by the ending of the word before it: "Ann Reed's sharp attack"."""
        for at in range(noun - 1, max(self.low - 1, noun - _OWNER), -1):
            if self.parted(at + 1) or is_function_word(self.form(at)):
                return None
            if is_owner(self.tokens, at):
                start = self.core_start(at)
                return Phrase(range(start, at + 1), (at,)) if start is not None else None
        return None

    def is_reflexive(self, at: int) -> bool:
        """Whether those on the one side of a verb are on the other as well: "herself", "each other"."""
        return at < self.stop and (
            self.form(at).endswith(("self", "selves")) or self.tokens.slice_forms(at, at + 2) in _RECIPROCAL
        )

    def by_phrase(self, verb: int) -> Phrase | None:
        """Return who stands behind the "by" of a passive."""
        for at in range(verb + 1, min(self.stop, verb + _BY_REACH)):
            if self.parted(at) or (self.is_finite(at) and at > verb + 1) or self.form(at) in CLAUSE_OPENERS:
                return None
            if self.form(at) == "by":
                return self.phrase_from(at + 1)
        return None
