"""Words as concepts: a word's stem and the groups of the thesaurus it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.opposites import places
from summarizer.reading.stems import stem
from summarizer.reading.thesaurus import thesaurus

Keys = frozenset[str]
"""What a word can be matched by: its stem, and "=N" for each group N of the thesaurus."""


@lru_cache(maxsize=50_000)
def keys(form: str) -> Keys:
    """Return what a token's form can be matched by."""
    base = stem(form)
    return frozenset((base, *(f"={number}" for number in thesaurus().groups(base))))


@cache
def all_keys(words: str) -> Keys:
    """Return what any of a list of words can be matched by, each parted from the next by white space."""
    return frozenset[str]().union(*map(keys, words.split()))


def is_function_word(form: str) -> bool:
    """Whether a form carries no content of its own."""
    return form in FUNCTION_WORDS


@dataclass(frozen=True)
class Concept:
    """A content word (token number `at`, its form) with all that it can be matched by, expressions included."""

    at: int
    form: str
    keys: Keys


@dataclass(frozen=True)
class Concepts:
    """The content words of a stretch of text, each stem once, in order."""

    each: tuple[Concept, ...]

    @cached_property
    def all(self) -> Keys:
        """Everything that any of the words can be matched by."""
        return frozenset().union(*(c.keys for c in self.each))

    def shared(self, other: Concepts) -> int:
        """Return how many of these words stand, in some form, among the others."""
        return sum(not c.keys.isdisjoint(other.all) for c in self.each)

    def within(self, other: Concepts) -> bool:
        """Whether all of these words stand among the others."""
        return self.shared(other) == len(self.each)

    def without(self, other: Concepts) -> Concepts:
        """Return the words that do not stand among the others."""
        return Concepts(tuple(c for c in self.each if c.keys.isdisjoint(other.all)))

    def __len__(self) -> int:
        return len(self.each)


def concepts(
    forms: Sequence[str], among: Iterable[int] | None = None, extra: Mapping[int, Keys] | None = None
) -> Concepts:
    """Return the content words of a run of token forms (those numbered `among`, if given), function words left out.

    `extra` are the `expression_keys` of the forms, where they are known already.
    """
    extra = expression_keys(forms) if extra is None else extra
    found: dict[str, Concept] = {}
    for at in range(len(forms)) if among is None else among:
        form = forms[at]
        if not is_function_word(form) and (base := stem(form)) not in found:
            more = extra.get(at)
            found[base] = Concept(at, form, keys(form) if more is None else keys(form) | more)
    return Concepts(tuple(found.values()))


def expression_keys(forms: Sequence[str]) -> dict[int, Keys]:
    """Return, by token number, the groups that the expressions of several words in `forms` belong to."""
    found: dict[int, Keys] = {}
    for first, last, number in thesaurus().expressions([stem(form) for form in forms]):
        for at in range(first, last):
            found[at] = found.get(at, frozenset()) | {f"={number}"}
    return found


def exclude_each_other(a: str, b: str) -> bool:
    """Whether two forms cannot stand for one another: opposites, or different things of one sort."""
    mine, theirs = stem(a), stem(b)
    if mine == theirs or not keys(a).isdisjoint(keys(b)):
        return False
    lines = dict(places(theirs))
    return any(lines.get(number, side) != side for number, side in places(mine))
