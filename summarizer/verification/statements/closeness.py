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

# What a word counts when it is found as it is, as the same number in digits, by its stem, by its
# group of the thesaurus or its root.
_AS_IT_IS, _AS_NUMBER, _BY_STEM, _BY_GROUP = 1.0, 0.9, 0.9, 0.6
_ROOT, _MOST = 5, 0.65  # letters, and share of the shorter one's, that words of one root begin with
_RARITY = 0.2  # how much more a rare word weighs, per factor e of its rarity
# Share of a pair's weight by the distance (tokens) of its nearest occurrences: of content words beyond the claim's own
# distance, of a pair with a function word, and of a pronoun with what is told of whom it stands for.
_CONTENT = ((1, 1.0), (6, 0.85), (14, 0.6), (40, 0.35))
_FAR = 0.1
_FUNCTION = ((1, 1.0), (2, 0.7), (5, 0.4))
_PRONOUN = ((3, 1.0), (8, 0.8), (20, 0.5))
_APART = 0.2  # of a pronoun farther away
_NEIGHBOURS = (
    (1, 1.0),
    (2, 0.5),
    (3, 0.3),
)  # how many content words on the other of a pair stands, and its weight
_TURNED = 0.7  # what is left of a pair that stands in the other order
_SMALL = 0.5  # weight of a pair with a function word: prepositions and auxiliaries tell who does what to whom
_NOWHERE = 1 << 40  # farther than any text is long
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
    length = max(1, len(retrieval.reading.tokens))
    words = [(_weight(places[i][0], length), places[i][1]) for i in content]
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
    akin = sorted(found[True]) or _of_one_root(form, retrieval)
    return akin, _BY_GROUP if akin else 0.0


def _of_one_root(form: str, retrieval: Retrieval) -> list[int]:
    """Return the places of words of one root that their stems part: prosecutor and prosecution, Norway and Norwegian."""
    if len(form) <= _ROOT or not form.isalpha():
        return []
    tokens = retrieval.reading.tokens
    alike = (
        tokens.vocabulary[other]
        for other in retrieval.forms_beginning(form[:_ROOT])
        if form.startswith(other[: math.ceil(_MOST * min(len(form), len(other)))])
    )
    return tokens.all_of(alike)


def _weight(where: Sequence[int], length: int) -> float:
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
            apart, in_order = _distances(places[a][0], places[b][0])
            near = apart is not None and apart <= b - a + 1
            share = 1.0 if near else _share(apart, _CONTENT, _FAR)
            kept = apart is None or (in_order is not None and in_order <= max(apart, b - a) + 1)
            yield weight, share if kept else share * _TURNED


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
        alike = [tokens.postings[tokens.vocabulary[f]] for f in _PRONOUNS[form] if f in tokens.vocabulary]
        fitting = [max((_fitting(one, where) for one in alike), default=0.0) for where in told]
        yield 1.0, _HIDDEN + _FITTING * (sum(fitting) / len(told) if told else 0.5)


def _fitting(pronoun: Sequence[int], told: Sequence[int]) -> float:
    return _share(_distance(pronoun, told), _PRONOUN, _APART)


def _share(apart: int | None, steps: Sequence[tuple[int, float]], far: float) -> float:
    if apart is None:
        return 0.0
    for limit, share in steps:
        if apart <= limit:
            return share
    return far


def _distance(a: Sequence[int], b: Sequence[int]) -> int | None:
    """Return the least distance (tokens) between two different places of two words; None where one has none."""
    return _distances(a, b)[0]


def _distances(a: Sequence[int], b: Sequence[int]) -> tuple[int | None, int | None]:
    """Return the least distance (tokens) between different places of two words, and the least with the first one first."""
    if turned := len(a) > len(b):
        a, b = b, a
    last = len(b)
    before = behind = _NOWHERE  # where the next place of the longer one stands, from a place of the shorter
    for x in a[:_MANY]:
        at = bisect_left(b, x)
        if at and x - b[at - 1] < before:
            before = x - b[at - 1]
        if at < last and b[at] == x:
            at += 1
        if at < last and b[at] - x < behind:
            behind = b[at] - x
        if (before if turned else behind) == 1:
            break
    least, in_order = min(before, behind), before if turned else behind
    return (None if least == _NOWHERE else least), (None if in_order == _NOWHERE else in_order)
