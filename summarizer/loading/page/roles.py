"""Which blocks of a page are its title and story; all others are page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.loading.page.blocks import PageBlock
from summarizer.loading.page.elements import (
    HEADINGS,
    LISTED,
    PASSED_THROUGH,
    never_story,
    stands_beside,
    tag_of,
)
from summarizer.loading.page.matching import find_matches, key_of
from summarizer.source import Role

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LEAD_WORDS = 8  # a lead is a sentence, not a label
_TITLE_SHARE = 0.5  # of the letters of the title; a heading with less is another one
# Sections after a story, by their whole heading.
_AFTERWORD = re.compile(
    r"(?:sources?|references|foot-?notes|external links|(?:further|related) reading|see also|read (?:also|more)|also read|"
    r"(?:related|more|other|latest|top|recent|popular|most read)(?: (?:news|stories|articles|links|topics|content|pages|documents))|"
    r"related|recommended|most read|share(?: this(?: (?:page|article|story))?)?|"
    r"about the authors?|(?:press|media) contacts?)\W*(?:\[[^\]]*\])?",
    re.IGNORECASE,
)
_NEAREST = 8  # elements around a block that are asked whether they stand beside the story


def tell_roles(blocks: Sequence[PageBlock], lines: Sequence[str], title: str | None) -> list[Role]:
    """Return the role of every block, by the lines that make the story and the page's title."""
    keys = [key_of(block.text) for block in blocks]
    story = find_matches(
        ["" if b.aside else k for b, k in zip(blocks, keys, strict=True)], [key_of(line) for line in lines]
    )
    beside = _Beside(blocks, keys, story)
    story = [found and not beside.holds(block) for block, found in zip(blocks, story, strict=True)]
    heading = _find_title(blocks, keys, story, key_of(title or ""))
    if True in story:
        _complete(blocks, story, beside, heading)
    elif not _elsewhere(keys, lines):
        story = [_reads_as_story(b) and not beside.holds(b) for b in blocks]
    _end(blocks, story)
    return [
        Role.TITLE if i == heading else _role(block) if story[i] else Role.FURNITURE
        for i, block in enumerate(blocks)
    ]


def _role(block: PageBlock) -> Role:
    tag = tag_of(block.element)
    if tag in HEADINGS:
        return Role.HEADING
    parent = block.element.getparent()
    listed = tag in LISTED or (parent is not None and tag_of(parent) in LISTED)
    return Role.LIST_ITEM if listed else Role.TEXT


def _find_title(
    blocks: Sequence[PageBlock], keys: Sequence[str], story: Sequence[bool], title: str
) -> int | None:
    """Return the heading that says the title: the last one over the story, else the first of all."""
    first = story.index(True) if True in story else len(blocks)
    said = [
        i
        for i, (block, key) in enumerate(zip(blocks, keys, strict=True))
        if not block.aside
        and key
        and (key in title or title in key)
        and min(len(key), len(title)) >= _TITLE_SHARE * max(len(key), len(title))
        and tag_of(block.element) in HEADINGS
    ]
    above = [i for i in said if i <= first]
    return above[-1] if above else said[0] if said else None


def _complete(blocks: Sequence[PageBlock], story: list[bool], beside: _Beside, title: int | None) -> None:
    """Add what trafilatura left out of the midst of the story, and the lead over it."""
    first, last = story.index(True), len(story) - 1 - story[::-1].index(True)
    homes = {b.element.getparent() for b, found in zip(blocks, story, strict=True) if found}
    for i, block in enumerate(blocks):
        if story[i] or i == title or block.aside or beside.holds(block):
            continue
        if i > first:
            story[i] = _at_home(block, homes) and (i < last or _reads_as_story(block))
        elif title is not None and i > title:
            story[i] = _reads_as_story(block) and len(block.text.split()) >= _LEAD_WORDS


def _elsewhere(keys: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the story is not on the page: told in data for scripts, and longer than all that can be seen."""
    return sum(len(key_of(line)) for line in lines) > sum(map(len, keys))


def _end(blocks: Sequence[PageBlock], story: list[bool]) -> None:
    """Take the sections after the story out of it, each up to the next heading of its rank."""
    rank: str | None = None
    for i, block in enumerate(blocks):
        tag = tag_of(block.element)
        if tag in HEADINGS:
            if _AFTERWORD.fullmatch(block.text):
                rank = min(rank or tag, tag)
            elif rank and tag <= rank:
                rank = None
        if rank:
            story[i] = False


def _at_home(block: PageBlock, homes: set[_Element | None]) -> bool:
    """Whether a block stands where paragraphs of the story stand, and is not made of links."""
    if block.linked * 2 > len(block.text):
        return False
    parent = block.element.getparent()
    while parent is not None and parent not in homes and tag_of(parent) in PASSED_THROUGH:
        parent = parent.getparent()
    return parent in homes


def _reads_as_story(block: PageBlock) -> bool:
    """Whether a block, taken by itself, is a sentence or more and not made of links."""
    return not block.aside and block.linked * 2 <= len(block.text) and bool(_ENDED.search(block.text))


class _Beside:
    """Tells what stands in an aside, a menu, a figure: unless most of the story stands in there too."""

    def __init__(self, blocks: Sequence[PageBlock], keys: Sequence[str], story: Sequence[bool]) -> None:
        self._nearest: dict[_Element, _Element | None] = {}
        self._letters: dict[_Element, int] = {}
        known = True in story
        self._all = 0
        for block, key, found in zip(blocks, keys, story, strict=True):
            if (found or not known) and not block.aside:
                self._all += len(key)
                for element in self._around(block):
                    self._letters[element] = self._letters.get(element, 0) + len(key)

    def holds(self, block: PageBlock) -> bool:
        """Whether `block` stands beside the story."""
        return any(
            never_story(element) or 2 * self._letters.get(element, 0) < self._all
            for element in self._around(block)
        )

    def _around(self, block: PageBlock) -> list[_Element]:
        """Return the elements around a block that usually stand beside a story, the nearest first."""
        found: list[_Element] = []
        element = self._find(block.element)
        while element is not None and len(found) < _NEAREST:
            found.append(element)
            parent = element.getparent()
            element = self._find(parent) if parent is not None else None
        return found

    def _find(self, element: _Element) -> _Element | None:
        """Return the nearest such element from here on upwards; every element is asked once."""
        passed: list[_Element] = []
        at: _Element | None = element
        answer: _Element | None = None
        while at is not None:
            if at in self._nearest:
                answer = self._nearest[at]
                break
            passed.append(at)
            if stands_beside(at):
                answer = at
                break
            at = at.getparent()
        self._nearest.update(dict.fromkeys(passed, answer))
        return answer
