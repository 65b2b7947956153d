"""Finds the lines of a story again among the blocks of its page, in the order of both."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

_OTHER = re.compile(r"[\W_]+")
_HEAD = 16  # letters by which a block is looked up
_ANCHOR = 24  # letters from which on a block stands for itself, whatever is around it
_CANDIDATES = 8  # places of one block that are weighed


def key_of(text: str) -> str:
    """Return the letters and digits of `text`, which no extraction alters."""
    return _OTHER.sub("", text.casefold())


def find_matches(blocks: Sequence[str], lines: Sequence[str]) -> list[bool]:
    """Say for each block (by key) whether it is part of the story (its lines by key).

    Long blocks are placed first, on the longest chain that runs in the order of both; short ones,
    which occur in menus too, count only where they go on from their neighbours or are a line of their own.
    """
    story = _Story(lines)
    found = [False] * len(blocks)
    anchors = _longest_chain(
        [(i, at) for i, key in enumerate(blocks) if len(key) >= _ANCHOR for at in story.places(key)]
    )
    end = (len(blocks), len(story.text))
    if not anchors:
        _fill(blocks, story, found, (-1, 0), end)
        return found
    _fill_backwards(blocks, story, found, anchors[0])
    for anchor, following in pairwise([*anchors, end]):
        found[anchor[0]] = True
        _fill(blocks, story, found, (anchor[0], anchor[1] + len(blocks[anchor[0]])), following)
    return found


def _fill(
    blocks: Sequence[str], story: _Story, found: list[bool], above: tuple[int, int], below: tuple[int, int]
) -> None:
    """Match what stands between two blocks: (number, place where it ends) and (number, place)."""
    at = above[1]
    for i in range(above[0] + 1, below[0]):
        place = story.next_place(blocks[i], at, below[1])
        if place is not None:
            found[i] = True
            at = place + len(blocks[i])


def _fill_backwards(blocks: Sequence[str], story: _Story, found: list[bool], anchor: tuple[int, int]) -> None:
    """Match what stands above the first anchor, the nearest first: further up are the menus."""
    first, end = anchor
    for i in range(first - 1, -1, -1):
        key = blocks[i]
        if key and end >= len(key) and story.text.startswith(key, end - len(key)):
            found[i] = True
            end -= len(key)
        if not end:
            break


class _Story:
    """The text of a story, letters only, with the places where its lines begin."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.text = "".join(lines)
        self._heads: dict[str, list[int]] = defaultdict(list)
        self._lines: dict[str, list[int]] = defaultdict(list)
        at = 0
        for line in lines:
            if line:
                self._heads[line[:_HEAD]].append(at)
                self._lines[line].append(at)
            at += len(line)

    def places(self, key: str) -> list[int]:
        """Return where a line begins that begins with `key`, or that `key` begins with."""
        at = [p for p in self._heads.get(key[:_HEAD], ())[:_CANDIDATES] if self.text.startswith(key, p)]
        return at[::-1]  # the furthest first, as the chain wants them

    def next_place(self, key: str, at: int, limit: int) -> int | None:
        """Return where `key` goes on at `at`, or is a whole line between there and `limit`."""
        if not key:
            return None
        if at + len(key) <= limit and self.text.startswith(key, at):
            return at
        lines = self._lines.get(key, [])
        i = bisect_left(lines, at)
        return lines[i] if i < len(lines) and lines[i] + len(key) <= limit else None


def _longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises in both members (Hunt and Szymanski)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for n, (_, at) in enumerate(pairs):
        rank = bisect_left(tails, at)
        before.append(ends[rank - 1] if rank else None)
        if rank == len(tails):
            tails.append(at)
            ends.append(n)
        else:
            tails[rank], ends[rank] = at, n
    chain: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]
