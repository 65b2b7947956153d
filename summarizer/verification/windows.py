"""Where in a text a quote may stand that is not found word for word: token postings and diagonal votes.

As in seed-and-extend sequence search, rare words, and rare pairs of them, vote for the places they would have the quote begin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.reading.wording import Tokens

_PAIRS = 4  # rarest pairs of a quote that name places to look at
_SCANNED = 20_000  # occurrences of a pair's rarer word that are looked at
_LIKELY = 64  # places that are compared by all of the quote's words
_SEEDS = 10  # rarest tokens of a quote that vote for a passage
_VOTES = 400  # occurrences of one seed that are looked at
_WINDOWS = 3


def windows(tokens: Tokens, ids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield token ranges, the likeliest first: those of the quote's rarest pairs, then of its rarest words."""
    width = max(4, len(ids) // 2)
    slack = width + 8
    for elect in (_elect_by_pairs, _elect_by_words):
        for bucket in elect(tokens, ids, width):
            first = max(0, (bucket - 1) * width - slack)
            yield first, min(len(tokens), (bucket + 1) * width + len(ids) + slack)


def _elect_by_pairs(tokens: Tokens, ids: Sequence[int], width: int) -> list[int]:
    """Return the places with a rare pair of the quote's words that have the most of all its words.

    Words of a long text are frequent, pairs of them hardly ever: few places are left to be looked at.
    """
    postings = tokens.postings
    known = [i for i in range(len(ids) - 1) if ids[i] >= 0 and ids[i + 1] >= 0]
    often = [postings.count_of(number) if number >= 0 else 0 for number in ids]
    rarest = sorted(known, key=lambda i: min(often[i], often[i + 1]))
    votes: Counter[int] = Counter()
    voted = 0
    for i in rarest:
        buckets = {(at - i) // width for at in _pair(tokens, ids[i], ids[i + 1])}
        votes.update(buckets)
        voted += bool(buckets)
        if voted == _PAIRS:
            break
    wanted, source = set(ids), tokens.ids

    def shared(bucket: int) -> int:
        start = max(0, bucket * width)
        return len(wanted.intersection(source[start : start + width + len(ids)]))

    likely = [bucket for bucket, _ in votes.most_common(_LIKELY)]
    return sorted(likely, key=shared, reverse=True)[:_WINDOWS]


def _pair(tokens: Tokens, first: int, second: int) -> list[int]:
    """Return where one form stands right before another, by the places of the rarer one."""
    ones, twos = tokens.postings[first], tokens.postings[second]
    source, last = tokens.ids, len(tokens) - 1
    if len(ones) <= len(twos):
        return [at for at in ones[:_SCANNED] if at < last and source[at + 1] == second]
    return [at - 1 for at in twos[:_SCANNED] if at and source[at - 1] == first]


def _elect_by_words(tokens: Tokens, ids: Sequence[int], width: int) -> list[int]:
    """Return the places that most of the quote's rarest words vote for."""
    postings = tokens.postings
    known = [i for i, number in enumerate(ids) if number >= 0]
    seeds = sorted(known, key=lambda i: postings.count_of(ids[i]))[:_SEEDS]
    votes: dict[int, int] = {}
    for i in seeds:
        places = postings[ids[i]]
        weight = max(1, 1000 // len(places))
        for bucket in {(at - i) // width for at in places[:_VOTES]}:
            votes[bucket] = votes.get(bucket, 0) + weight
            votes[bucket + 1] = votes.get(bucket + 1, 0) + weight
    return [bucket for bucket, _ in Counter(votes).most_common(_WINDOWS)]
