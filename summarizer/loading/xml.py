"""XML documents: their text in reading order, a block for each paragraph, heading, item or table row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from summarizer.errors import InputError
from summarizer.loading.charsets import decode_page
from summarizer.loading.decoding import refuse_binary
from summarizer.loading.foreign import XML_SIGNATURE
from summarizer.loading.loader import Loader, Raw
from summarizer.loading.page.elements import BLOCKS, tag_of
from summarizer.loading.page.parsing import LARGEST, MOST_ELEMENTS
from summarizer.source import Part, Role, Source, Span, to_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_REMEDY = "Save its text to a .txt file (UTF-8) and give that."
_HEAD = 1024  # bytes that are looked at
_DEEPEST_PATH = 64  # steps; a longer XPath helps nobody

# Vocabularies differ; these names mean the same in most of them (TEI, NITF, Akoma Ntoso, DocBook, Hansard).
_HEADINGS = frozenset("title head heading headline hedline hl1 hl2 subtitle h1 h2 h3 h4 h5 h6".split())
_PARAGRAPHS = (
    BLOCKS | _HEADINGS | frozenset("para simpara paragraph item listitem entry cell row sp speech".split())
)
_ROWS = frozenset(("tr", "row"))
_ITEMS = frozenset("li item listitem dd dt".split())
_BREAKS = frozenset(("br", "lb"))
# Where a column or a page of the print begins, and notes: no part of the sentence that they stand in.
_BESIDE = frozenset("col cb pb page pagebreak pagenum pageno note footnote fn fw".split())
_SKIPPED = frozenset("script style".split())
_ABOUT = frozenset(
    "teiheader meta metadata docdata".split()
)  # tells of the document; it is no part of its text
_DATES = frozenset("date pubdate published dateline docdate story.date date.issue".split())
_DATE_ATTRIBUTES = ("format", "when", "datetime", "date", "norm", "iso", "value")
_LOOKED_AT = 400  # elements in which the date is looked for: later ones tell of other things


def load(raw: Raw, *, published: date | None = None) -> Source:
    """Make a Source of an XML document: all its text, each block with its role.

    Nothing outside the document is read and no entity of its own is expanded. Raises InputError for what
    is not well-formed, declares entities, has no text or is too large.
    """
    refuse_binary(raw.data, raw.name)
    root = _parse(decode_page(raw.data, raw.name, raw.charset), raw.name)
    blocks = list(_blocks(root))
    if not blocks:
        raise InputError(f"{raw.name} has no text in it.", remedy="Give a document with text in it.")
    at, parts = 0, []
    for block in blocks:
        parts.append(Part(Span(at, at + len(block.text)), block.role, block.path))
        at += len(block.text) + 2
    title = next((" ".join(b.text.split()) for b in blocks if b.role is Role.TITLE), None)
    return Source(
        text="\n\n".join(block.text for block in blocks) + "\n",
        id=raw.name,
        title=title,
        published=published or _published(root),
        url=raw.url,
        parts=tuple(parts),
    )


def _parse(text: str, name: str) -> _Element:
    from lxml import etree

    if len(text) > LARGEST:
        raise InputError(f"{name} is larger than {LARGEST >> 20} MiB.", remedy="Cut it into parts.")
    # The text is UTF-8 by now, whatever its first line says. Without `huge_tree`, libxml2 itself stops at what is
    # nested or expanded too far.
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(text.lstrip("\ufeff").lstrip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        why = " ".join(str(error.msg or "it is empty").split())[:160]
        raise InputError(f"{name} is not well-formed XML: {why}.", remedy=_REMEDY) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise InputError(
            f"{name} declares entities of its own, which are not expanded: they can fill all memory or read other files.",
            remedy=_REMEDY,
        )
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        raise InputError(f"{name} has more than {MOST_ELEMENTS:,} elements.", remedy="Cut it into parts.")
    return root


# -- blocks ------------------------------------------------------------------------------------


class _Block(NamedTuple):
    text: str
    role: Role
    path: str | None


def _blocks(root: _Element) -> Iterator[_Block]:
    cutter = _Cutter()
    cutter.walk(root, f"/{tag_of(root)}[1]", role=Role.TEXT, inside=False)
    cutter.finish("", Role.TEXT)
    return iter(cutter.blocks)


class _Cutter:
    """Cuts a tree into blocks. libxml2 has seen to it that the tree is not deep."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._pieces: list[str] = []
        self._beside: list[_Block] = []
        self._titled = False

    def walk(self, element: _Element, path: str, *, role: Role, inside: bool) -> None:
        """Take in an element and what is in it; `inside` says that a paragraph around it is open."""
        name = tag_of(element)
        if name in _SKIPPED:
            return
        if inside and name in _BESIDE:
            if text := _plain(element):
                self._beside.append(_Block(text, Role.FURNITURE, _short(path)))
            return
        if name in _BREAKS:
            self._pieces.append("\n")
        role = self._role(name, role)
        opens = name in _PARAGRAPHS or name in _BESIDE or (not inside and _has_words(element))
        if opens:
            self.finish(path, role)
        if name in _ROWS:
            self._pieces.append(" | ".join(filter(None, (_plain(cell) for cell in element))))
        else:
            self._children(element, path, role, inside=inside or opens)
        if opens:
            self.finish(path, role)

    def _children(self, element: _Element, path: str, role: Role, *, inside: bool) -> None:
        self._pieces.append(element.text or "")
        counts: Counter[str] = Counter()
        for child in element:
            name = tag_of(child)
            counts[name] += 1
            if isinstance(child.tag, str):
                self.walk(child, f"{path}/{name}[{counts[name]}]", role=role, inside=inside)
            else:  # a reference to an entity that the document does not declare, such as &nbsp;
                self._pieces.append(unescape(child.text or ""))
            self._pieces.append(child.tail or "")

    def _role(self, name: str, around: Role) -> Role:
        if around is Role.FURNITURE or name in _ABOUT or name in _BESIDE:
            return Role.FURNITURE
        if name in _HEADINGS:
            return Role.HEADING
        return Role.LIST_ITEM if name in _ITEMS else around

    def finish(self, path: str, role: Role) -> None:
        """Close the block in the making; what stood beside it comes after it."""
        lines = (" ".join(line.split()) for line in _lines(self._pieces))
        if text := "\n".join(line for line in lines if line):
            if role is Role.HEADING and not self._titled:
                role, self._titled = Role.TITLE, True
            self.blocks.append(_Block(text, role, _short(path)))
        self.blocks += self._beside
        self._pieces, self._beside = [], []


def _lines(pieces: list[str]) -> list[str]:
    """Return the lines of a block: only a break of its own ends one, not the line ends of the file."""
    return "".join(p if p == "\n" else re.sub(r"\s+", " ", p) for p in pieces).split("\n")


def _has_words(element: _Element) -> bool:
    """Whether words stand in an element itself, not only in elements within it."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _plain(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _short(path: str) -> str | None:
    return path if 0 < path.count("/") <= _DEEPEST_PATH else None


# -- the date ----------------------------------------------------------------------------------


def _published(root: _Element) -> date | None:
    """Return the first date that an element for dates holds, in a form that means one day only."""
    for element in islice(root.iter(), _LOOKED_AT):
        if tag_of(element) not in _DATES:
            continue
        for told in (*(element.get(name) for name in _DATE_ATTRIBUTES), element.text):
            if told and (found := _day(told.strip())):
                return found
    return None


def _day(told: str) -> date | None:
    with suppress(ValueError):
        return to_date(told)
    with suppress(ValueError, TypeError):
        return parsedate_to_datetime(told).date()
    return None


LOADER = Loader(
    name="xml",
    suffixes=(".xml",),
    load=load,
    recognizes=lambda data: bool(XML_SIGNATURE.match(data[:_HEAD])),
)
