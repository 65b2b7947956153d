"""Groups of words and expressions that mean much the same in reports of talks; a word may stand in several.

A line of `thesaurus.txt` is one group, its members parted by semicolons. Membership does not carry over from one
group to the next: "call" joins "telephone call" in one and "urge" in another, and these two stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from summarizer.reading.stems import LETTERS, first_letters, has_stem, stem

_PASSED_OVER = frozenset("a an the my our your his her its their one's me us him them you".split())
_PREFIX = 3  # letters that a word shares with its stem: only words with the same beginning need be stemmed

Expressions = dict[str, list[tuple[tuple[str, ...], int]]]
"""Expressions of several words each with their groups, by the letters that their second word's stem begins with."""


class Thesaurus:
    """Looks up the groups of stems and finds expressions of several words; stems no more of its words than asked for."""

    def __init__(self, text: str) -> None:
        self._words: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._groups: dict[str, frozenset[int]] = {}
        self._starts: dict[str, Expressions] = {}
        for number, line in enumerate(text.replace("-", " ").splitlines()):
            if line.startswith("#"):
                continue
            for member in line.split(";"):
                words = [word for word in member.split() if word not in _PASSED_OVER]
                if len(words) == 1:
                    self._words[words[0][:_PREFIX]].append((words[0], number))
                elif words:
                    self._phrases[words[0][:_PREFIX]].append((tuple(words), number))

    def groups(self, base: str) -> frozenset[int]:
        """Return the numbers of the groups that a stem belongs to."""
        known = self._groups.get(base)
        if known is None:
            near = self._words.get(base[:_PREFIX], ())
            known = self._groups[base] = frozenset(number for word, number in near if has_stem(word, base))
        return known

    def expressions(self, stems: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Yield each expression of several words in a run of stems: first, behind the last, its group.

        Articles and possessives may stand inside or not: "make a decision", "made their decision".
        """
        places = [at for at, base in enumerate(stems) if base not in _PASSED_OVER]
        told = [stems[at] for at in places]
        for at, (base, following) in enumerate(pairwise(told)):
            if (starting := self._starts.get(base)) is None:
                starting = self._starting(base)
            for words, number in starting.get(following[:LETTERS], ()):
                if tuple(told[at : at + len(words)]) == _stemmed(words):
                    yield places[at], places[at + len(words) - 1] + 1, number

    def _starting(self, base: str) -> Expressions:
        """Return the expressions that begin with a stem."""
        known: Expressions = defaultdict(list)
        for words, number in self._phrases.get(base[:_PREFIX], ()):
            if has_stem(words[0], base):
                known[first_letters(words[1])].append((words, number))
        self._starts[base] = dict(known)
        return known


@lru_cache(maxsize=20_000)
def _stemmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the stems of an expression that a text may hold, as its first word and letters of its second do."""
    return tuple(map(stem, words))


@cache
def thesaurus() -> Thesaurus:
    """Return the project's thesaurus."""
    return Thesaurus(files("summarizer.reading").joinpath("thesaurus.txt").read_text("utf-8"))
