"""HTML pages: the visible text in reading order, the story told from page furniture with trafilatura's help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.loading.charsets import decode_page
from summarizer.loading.decoding import refuse_binary
from summarizer.loading.foreign import HTML_SIGNATURE
from summarizer.loading.loader import Loader, Raw
from summarizer.source import Part, Role, Source, Span

if TYPE_CHECKING:
    from summarizer.loading.page.blocks import PageBlock

_HEAD = 2048  # bytes that are looked at
_REMEDY = "Save the text of the story to a .txt file and give that."


def load(raw: Raw, *, published: date | None = None) -> Source:
    """Make a Source of a page: all its visible text, each block with its role.

    Raises InputError for what is no page, for one without text, and for one without a story: a page that
    scripts fill, a wall before the story.
    """
    from summarizer.loading.page.blocks import find_page_blocks
    from summarizer.loading.page.extraction import extract
    from summarizer.loading.page.parsing import parse
    from summarizer.loading.page.roles import tell_roles

    refuse_binary(raw.data, raw.name)
    root = parse(decode_page(raw.data, raw.name, raw.charset), raw.name)
    blocks = find_page_blocks(root)
    if not blocks:
        raise InputError(f"{raw.name} has no text in it, at least without its scripts.", remedy=_REMEDY)
    known = extract(root, [b.element for b in blocks if b.aside], raw.url)
    roles = tell_roles(blocks, known.lines, known.title)
    if all(role in (Role.FURNITURE, Role.TITLE) for role in roles):
        raise InputError(f"{raw.name} has no story in it, only menus and the like.", remedy=_REMEDY)
    text, parts = _compose(blocks, roles)
    printed = (" ".join(b.text.split()) for b, role in zip(blocks, roles, strict=True) if role is Role.TITLE)
    return Source(
        text=text,
        id=raw.name,
        title=next(printed, known.title),
        published=published or known.published,
        url=raw.url or known.url,
        site=known.site,
        parts=parts,
    )


def _compose(blocks: Sequence[PageBlock], roles: Sequence[Role]) -> tuple[str, tuple[Part, ...]]:
    """Set the blocks one under the other, parted by a blank line, the rows of a table by a line end."""
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    row = False
    for block, role in zip(blocks, roles, strict=True):
        gap = "" if not parts else "\n" if row and block.row else "\n\n"
        at += len(gap)
        parts.append(Part(Span(at, at + len(block.text)), role, block.path))
        pieces += (gap, block.text)
        at += len(block.text)
        row = block.row
    return "".join(pieces) + "\n", tuple(parts)


LOADER = Loader(
    name="html",
    suffixes=(".html", ".htm", ".xhtml"),
    load=load,
    recognizes=lambda data: bool(HTML_SIGNATURE.match(data[:_HEAD])),
)
