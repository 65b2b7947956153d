"""The text of a page to a tree of elements, as browsers do: whatever is malformed is read all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def parse(text: str, name: str) -> HtmlElement:
    """Return the root of a page; raises InputError where there is no element at all."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        # NUL means nothing in HTML; halves of a surrogate pair cannot be written.
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise InputError(f"{name} is empty.", remedy="Give a page with text in it.") from None
    return root
