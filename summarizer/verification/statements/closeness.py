"""Soft evidence for the score: how many words of a claim the source has, and how close together they stand there.

A verdict needs rules that are right one by one; a score only needs to rank. What no single rule may decide (an unseen
word, two words that never meet) adds up: each word counts by how surely it is found, each pair of neighbouring words by
the distance between their nearest occurrences. A word put in another's place breaks the pairs on both its sides.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word, keys
from summarizer.verification.retrieval import Retrieval

# What a word counts when it is found as it is, by its stem, by its group of the thesaurus.
_AS_IT_IS, _BY_STEM, _BY_GROUP = 1.0, 0.9, 0.6
_RARITY = 0.2  # how much more a rare word weighs, per factor e of its rarity
# Share of a pair's weight by the distance (tokens) of its nearest occurrences: of content words beyond the claim's own
# distance, and of a pair with a function word.
_CONTENT = ((1, 1.0), (6, 0.85), (14, 0.6), (40, 0.35))
_FAR = 0.1
_FUNCTION = ((1, 1.0), (2, 0.7), (5, 0.4))
_NEIGHBOUR, _NEXT_BUT_ONE, _SMALL = 1.0, 0.5, 0.3  # weights of the sorts of pairs
_MANY = 100  # occurrences of a word that are looked at
_PASSAGE = 100  # tokens within which what is told together stands in a text
_TOGETHER = 0.3  # what standing in one passage counts, beside all the rest
_PRONOUNS = frozenset("i you he she it we they me him us them".split())
_HIDDEN = 0.5  # what a pronoun counts as found: who is meant cannot be compared


def closeness(claim: Tokens, retrieval: Retrieval) -> float:
    """Return 0 (nothing of the claim is found) to 1 (all of it, side by side)."""
    forms = claim.slice_forms()
    places = [_places(form, retrieval) for form in forms]
    content = [i for i, form in enumerate(forms) if not is_function_word(form)]
    parts = [
        *_words(content, places, retrieval),
        *_pairs(list(pairwise(content)), places, _NEIGHBOUR),
        *_pairs(list(zip(content, content[2:], strict=False)), places, _NEXT_BUT_ONE),
        *_small_pairs(forms, places),
    ]
    hidden = [(1.0, _HIDDEN) for form in forms if form in _PRONOUNS]
    apart = _mean([*parts, *hidden])
    return (1 - _TOGETHER) * apart + _TOGETHER * _mean([*_gathered(content, places, retrieval), *hidden])


def _mean(parts: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for weight, _ in parts)
    return sum(weight * share for weight, share in parts) / total if total else 0.0


Places = tuple[Sequence[int], float]
"""Where a word stands in the source (token numbers, ascending), and what finding it there counts."""


def _places(form: str, retrieval: Retrieval) -> Places:
    tokens = retrieval.reading.tokens
    for spelled in (form, form.removesuffix("'s")):
        if (number := tokens.vocabulary.get(spelled)) is not None:
            return tokens.postings[number], _AS_IT_IS
    if is_function_word(form):
        return (), 0.0
    found: dict[bool, set[int]] = {True: set(), False: set()}
    for key in keys(form):
        found[key.startswith("=")].update(retrieval.places_of(key))
    by_group = not found[False]
    return sorted(found[by_group]), _BY_GROUP if by_group else _BY_STEM


def _words(content: list[int], places: list[Places], retrieval: Retrieval) -> Iterator[tuple[float, float]]:
    for i in content:
        where, share = places[i]
        yield _weight(where, retrieval), share if len(where) else 0.0


def _weight(where: Sequence[int], retrieval: Retrieval) -> float:
    length = max(1, len(retrieval.reading.tokens))
    return 1 + _RARITY * math.log(1 + length / (len(where) + 1))


def _gathered(content: list[int], places: list[Places], retrieval: Retrieval) -> list[tuple[float, float]]:
    """Return the words with what they count in the one passage that has the most of them, by weight."""
    weights = {i: _weight(places[i][0], retrieval) for i in content}
    events = sorted((at, i) for i in content for at in places[i][0][:_MANY])
    here: Counter[int] = Counter()
    most: set[int] = set()
    best = score = 0.0
    first = 0
    for at, i in events:
        here[i] += 1
        score += weights[i] * places[i][1] if here[i] == 1 else 0.0
        while events[first][0] < at - _PASSAGE:
            gone = events[first][1]
            here[gone] -= 1
            score -= weights[gone] * places[gone][1] if not here[gone] else 0.0
            first += 1
        if score > best:
            best, most = score, {j for j, count in here.items() if count}
    return [(weights[i], places[i][1] if i in most else 0.0) for i in content]


def _pairs(
    pairs: list[tuple[int, int]], places: list[Places], weight: float
) -> Iterator[tuple[float, float]]:
    for a, b in pairs:
        apart = _distance(places[a][0], places[b][0])
        yield weight, _share(apart, _CONTENT, b - a, _FAR)


def _small_pairs(forms: list[str], places: list[Places]) -> Iterator[tuple[float, float]]:
    for i in range(len(forms) - 1):
        if is_function_word(forms[i]) or is_function_word(forms[i + 1]):
            yield _SMALL, _share(_distance(places[i][0], places[i + 1][0]), _FUNCTION, 0, 0.0)


def _share(apart: int | None, steps: Sequence[tuple[int, float]], spare: int, far: float) -> float:
    if apart is None:
        return 0.0
    return next(
        (share for limit, share in steps if apart <= max(limit, spare + limit if limit == 1 else 0)), far
    )


def _distance(a: Sequence[int], b: Sequence[int]) -> int | None:
    """Return the least distance (tokens) between two different places of two words; None where one has none."""
    if len(a) > len(b):
        a, b = b, a
    best: int | None = None
    for x in a[:_MANY]:
        at = bisect_left(b, x)
        for near in b[max(0, at - 1) : at + 2]:
            if near != x and (best is None or abs(near - x) < best):
                best = abs(near - x)
        if best == 1:
            break
    return best
