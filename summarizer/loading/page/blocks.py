"""Cuts a parsed page into blocks of text in reading order; what hides inside a sentence is set after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from summarizer.loading.page.elements import BLOCKS, CELLS, SKIPPED, out_of_flow, tag_of
from summarizer.loading.page.unseen import Eyes

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACE_IN_LINE = re.compile(r"[ \t\r\f]+")
_SPACES = re.compile(r" {2,}")
_BLANK_LINES = re.compile(r"\n[ ]*\n[ \n]*")
_CELL_EDGE = " | "
_CONTROLS = frozenset(("a", "button", "label"))
_PAGE = frozenset(("html", "body"))  # shown by a script when the page is ready
_BREAKS_IN_CELL = 2  # with more line breaks a cell holds text of its own
_DEEPEST_PATH = 64  # steps; a longer XPath helps nobody


@dataclass(slots=True)
class PageBlock:
    """A paragraph, heading, list item or table row: its text, the element it was made of and its XPath.

    `aside` blocks were hidden, struck out or in a pop-up. `linked` counts the characters in links and
    buttons; `row` tells a row of a table.
    """

    text: str
    element: _Element
    path: str | None
    aside: bool
    linked: int
    row: bool = False


class _Holder(NamedTuple):
    """A block element that is open, and its XPath."""

    element: _Element
    path: str | None


@dataclass(slots=True)
class _Flow:
    """Text in the making: the page's own, or that of an element out of the flow.

    `later` waits until the block that it hid in is finished.
    """

    root: _Element
    holders: list[_Holder]
    aside: bool = False
    text: list[str] = field(default_factory=list)
    begun: bool = False  # whether the block in the making has words already
    linked: int = 0
    row: _Element | None = None
    blocks: list[PageBlock] = field(default_factory=list)
    later: list[PageBlock] = field(default_factory=list)

    def flush(self) -> None:
        """Finish the block in the making, if there is any text in it."""
        holder = self.holders[-1]
        for text in _paragraphs("".join(self.text)):
            linked = min(self.linked, len(text))
            self.blocks.append(
                PageBlock(text, holder.element, holder.path, self.aside, linked, self.row is not None)
            )
        self.blocks += self.later
        self.text, self.begun, self.linked, self.later = [], False, 0, []


def find_page_blocks(root: _Element) -> list[PageBlock]:
    """Return the blocks of a page; what is out of the flow of a block comes directly after it."""
    from lxml import etree

    cutter = _Cutter(root)
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if cutter.open(element):
                walk.skip_subtree()
        elif event == "end":
            cutter.close(element)
        else:
            cutter.add(element.tail)
    return cutter.finish()


class _Cutter:
    """Follows the page element by element; nothing here calls itself, so depth costs nothing."""

    def __init__(self, root: _Element) -> None:
        self._flows = [_Flow(root, [_Holder(root, None)])]
        self._steps: list[str] = []
        self._counts: list[Counter[str]] = [Counter()]
        self._controls = self._preformatted = self._quotes = 0
        self._eyes = Eyes(root)

    def open(self, element: _Element) -> bool:
        """Begin an element; return whether it holds nothing to be read."""
        tag = tag_of(element)
        self._counts[-1][tag] += 1
        self._steps.append(f"{tag}[{self._counts[-1][tag]}]")
        self._counts.append(Counter())
        unseen = self._eyes.open(element, tag) and tag not in _PAGE
        if tag in SKIPPED:
            return True
        if not self._flows[-1].aside and (unseen or out_of_flow(element, tag)):
            self._flows.append(_Flow(element, [_Holder(element, self._path())], aside=True))
        if tag in BLOCKS:
            self._open_block(element, tag)
        else:
            self._open_inline(element, tag)
        self.add(element.text)
        return False

    def _open_block(self, element: _Element, tag: str) -> None:
        flow = self._flows[-1]
        self._preformatted += tag == "pre"
        if flow.row is not None:
            flow.text.append(_CELL_EDGE if tag in CELLS and flow.begun else " ")
            return
        flow.flush()
        flow.holders.append(_Holder(element, self._path()))
        if tag == "tr" and _is_simple_row(element):
            flow.row = element

    def _open_inline(self, element: _Element, tag: str) -> None:
        text = self._flows[-1].text
        self._controls += tag in _CONTROLS
        if tag == "br":
            text.append("\n")
        elif tag == "q":  # a browser prints the marks
            text.append("‘" if self._quotes % 2 else "“")
            self._quotes += 1
        elif tag == "sup" and _ends_in_digit(text) and (element.text or "").strip()[:1].isdigit():
            text.append("^")  # ten to the sixth is not 106

    def close(self, element: _Element) -> None:
        """End an element; the text after it belongs to what is around it."""
        tag = tag_of(element)
        self._steps.pop()
        self._counts.pop()
        self._eyes.close()
        if tag not in SKIPPED:
            if tag in BLOCKS:
                self._close_block(element, tag)
            else:
                self._close_inline(tag)
            if self._flows[-1].root is element and self._flows[-1].aside:
                self._close_aside()
        self.add(element.tail)

    def _close_block(self, element: _Element, tag: str) -> None:
        flow = self._flows[-1]
        self._preformatted -= tag == "pre"
        if flow.row is not None and flow.row is not element:
            flow.text.append(" ")
            return
        flow.flush()
        flow.row = None
        flow.holders.pop()

    def _close_inline(self, tag: str) -> None:
        self._controls -= tag in _CONTROLS
        if tag == "q":
            self._quotes -= 1
            self._flows[-1].text.append("’" if self._quotes % 2 else "”")

    def _close_aside(self) -> None:
        aside = self._flows.pop()
        aside.flush()
        flow = self._flows[-1]
        (flow.later if flow.begun else flow.blocks).extend(aside.blocks)

    def add(self, text: str | None) -> None:
        """Add text as it stands in the page; its white space means no more than one space, save in `pre`."""
        if not text:
            return
        flow = self._flows[-1]
        piece = _SPACE_IN_LINE.sub(" ", text) if self._preformatted else _SPACE.sub(" ", text)
        flow.text.append(piece)
        flow.begun = flow.begun or not piece.isspace()
        if self._controls:
            flow.linked += len(piece)

    def finish(self) -> list[PageBlock]:
        """Return all blocks."""
        self._flows[0].flush()
        return self._flows[0].blocks

    def _path(self) -> str | None:
        return "/" + "/".join(self._steps) if len(self._steps) <= _DEEPEST_PATH else None


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the stretches between blank lines, each line without the space around it."""
    for stretch in _BLANK_LINES.split(text):
        lines = (line.strip() for line in stretch.split("\n"))
        if joined := "\n".join(line for line in lines if line):
            yield _SPACES.sub(" ", joined)


def _ends_in_digit(pieces: list[str]) -> bool:
    return bool(pieces) and pieces[-1][-1:].isdigit()


def _is_simple_row(row: _Element) -> bool:
    """Whether a table row holds data, a line or two in each cell, and not the page's layout."""
    for cell in row:
        blocks = breaks = 0
        for inner in cell.iterdescendants():
            tag = tag_of(inner)
            blocks += tag in BLOCKS
            breaks += tag == "br"
            if blocks > 1 or breaks > _BREAKS_IN_CELL:
                return False
    return True
