"""Soft evidence for the score: how many words of a claim the source has, and how close together they stand there.

A verdict needs rules that are right one by one; a score only needs to rank. What no single rule may decide (an unseen
word, two words that never meet) adds up: each word counts by how surely it is found, each pair of neighbouring words by
the distance between their nearest occurrences, each pronoun by whether one of its number and gender stands near what is
told of it. A word put in another's place breaks the pairs on both its sides.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from summarizer.reading.counts.number_words import SMALL, TENS
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word, keys
from summarizer.verification.retrieval import Retrieval

# What a word counts when it is found as it is, as the same number in digits, by its stem, by its group of the thesaurus.
_AS_IT_IS, _AS_NUMBER, _BY_STEM, _BY_GROUP = 1.0, 0.9, 0.9, 0.6
_RARITY = 0.2  # how much more a rare word weighs, per factor e of its rarity
# Share of a pair's weight by the distance (tokens) of its nearest occurrences: of content words beyond the claim's own
# distance, of a pair with a function word, and of a pronoun with what is told of whom it stands for.
_CONTENT = ((1, 1.0), (6, 0.85), (14, 0.6), (40, 0.35))
_FAR = 0.1
_FUNCTION = ((1, 1.0), (2, 0.7), (5, 0.4))
_PRONOUN = ((3, 1.0), (8, 0.8), (20, 0.5))
_OTHERWISE = 0.2  # of a pronoun farther away
_NEIGHBOURS = (
    (1, 1.0),
    (2, 0.5),
    (3, 0.3),
)  # how many content words on the other of a pair stands, and its weight
_SMALL = 0.5  # weight of a pair with a function word: prepositions and auxiliaries tell who does what to whom
_MANY = 100  # occurrences of a word that are looked at
_PASSAGE = 100  # tokens within which what is told together stands in a text
_TOGETHER = 0.3  # what standing in one passage counts, beside all the rest
# A pronoun never counts as much as the name it hides; more where the source has one of its number and gender near by.
_HIDDEN, _FITTING = 0.3, 0.4
_TOLD = 2  # content words behind a pronoun: what is told of whom it stands for
_PRONOUNS = {
    form: forms
    for forms in (
        ("he", "him", "his", "himself"),
        ("she", "her", "hers", "herself"),
        ("they", "them", "their", "theirs", "themselves"),
        ("it", "its", "itself"),
        ("we", "us", "our", "ours", "ourselves"),
        ("i", "me", "my", "mine", "myself"),
        ("you", "your", "yours", "yourself"),
    )
    for form in forms
}
_DIGITS = {word: str(value) for word, value in (SMALL | TENS).items()}
_OTHERWISE_WRITTEN = {digits: word for word, digits in reversed(_DIGITS.items())} | _DIGITS


def closeness(claim: Tokens, retrieval: Retrieval) -> float:
    """Return 0 (nothing of the claim is found) to 1 (all of it, side by side)."""
    forms = claim.slice_forms()
    small = [is_function_word(form) for form in forms]
    places = [_places(form, retrieval) for form in forms]
    content = [i for i, function in enumerate(small) if not function]
    words = [(_weight(places[i][0], retrieval), places[i][1]) for i in content]
    hidden = list(_hidden(forms, content, places, retrieval))
    apart = _mean([*words, *_pairs(content, places), *_small_pairs(small, places), *hidden])
    together = _mean([*_gathered(content, words, places), *hidden])
    return (1 - _TOGETHER) * apart + _TOGETHER * together


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
    if (other := _OTHERWISE_WRITTEN.get(form)) and (number := tokens.vocabulary.get(other)) is not None:
        return tokens.postings[number], _AS_NUMBER
    found: dict[bool, set[int]] = {True: set(), False: set()}
    for key in keys(form):
        found[key.startswith("=")].update(retrieval.places_of(key))
    if found[False]:
        return sorted(found[False]), _BY_STEM
    return sorted(found[True]), _BY_GROUP if found[True] else 0.0


def _weight(where: Sequence[int], retrieval: Retrieval) -> float:
    length = max(1, len(retrieval.reading.tokens))
    return 1 + _RARITY * math.log(1 + length / (len(where) + 1))


def _gathered(
    content: list[int], words: list[tuple[float, float]], places: list[Places]
) -> list[tuple[float, float]]:
    """Return the words with what they count in the one passage that has the most of them, by weight."""
    events = sorted((at, n) for n, i in enumerate(content) for at in places[i][0][:_MANY])
    worth = [weight * share for weight, share in words]
    here = [0] * len(words)
    most: list[int] = here
    best = score = 0.0
    first = 0
    for at, n in events:
        here[n] += 1
        if here[n] == 1:
            score += worth[n]
        while events[first][0] < at - _PASSAGE:
            gone = events[first][1]
            here[gone] -= 1
            if not here[gone]:
                score -= worth[gone]
            first += 1
        if score > best:
            best, most = score, here[:]
    return [(weight, share if there else 0.0) for (weight, share), there in zip(words, most, strict=True)]


def _pairs(content: list[int], places: list[Places]) -> Iterator[tuple[float, float]]:
    for step, weight in _NEIGHBOURS:
        for a, b in zip(content, content[step:], strict=False):
            apart = _distance(places[a][0], places[b][0])
            near = apart is not None and apart <= b - a + 1
            yield weight, 1.0 if near else _share(apart, _CONTENT, _FAR)


def _small_pairs(small: list[bool], places: list[Places]) -> Iterator[tuple[float, float]]:
    for i in range(len(small) - 1):
        if small[i] or small[i + 1]:
            yield _SMALL, _share(_distance(places[i][0], places[i + 1][0]), _FUNCTION, 0.0)


def _hidden(
    forms: list[str], content: list[int], places: list[Places], retrieval: Retrieval
) -> Iterator[tuple[float, float]]:
    """Yield what each pronoun counts: more where the source has one of its sort near what is told."""
    tokens = retrieval.reading.tokens
    for i, form in enumerate(forms):
        if form not in _PRONOUNS:
            continue
        told = [places[j][0] for j in content[bisect_left(content, i) :][:_TOLD]]
        alike = tokens.all_of(tokens.vocabulary[f] for f in _PRONOUNS[form] if f in tokens.vocabulary)
        fitting = [_share(_distance(alike, where), _PRONOUN, _OTHERWISE) for where in told]
        yield 1.0, _HIDDEN + _FITTING * (sum(fitting) / len(told) if told else 0.5)


def _share(apart: int | None, steps: Sequence[tuple[int, float]], far: float) -> float:
    if apart is None:
        return 0.0
    for limit, share in steps:
        if apart <= limit:
            return share
    return far


def _distance(a: Sequence[int], b: Sequence[int]) -> int | None:
    """Return the least distance (tokens) between two different places of two words; None where one has none."""
    if len(a) > len(b):
        a, b = b, a
    best: int | None = None
    last = len(b)
    for x in a[:_MANY]:
        at = bisect_left(b, x)
        if at and (best is None or x - b[at - 1] < best):
            best = x - b[at - 1]
        if at < last and b[at] == x:
            at += 1
        if at < last and (best is None or b[at] - x < best):
            best = b[at] - x
        if best == 1:
            break
    return best
