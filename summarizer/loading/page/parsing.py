"""The text of a page to a tree of elements, as browsers do: whatever is malformed is read all the same."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVE = "Save the text of the story to a .txt file and give that."
_SHORTER = "Save the part that matters to a file and give that."

LARGEST = 16 * 1024 * 1024  # characters
MOST_ELEMENTS = 100_000  # about ten seconds of work; a long page of an encyclopedia has 20,000
MOST_ATTRIBUTES = 5_000  # of one element: the parser compares each with all before it

_ATTRIBUTE = r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>\"'][^\s>]*+)?+)?+"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<!--.*?(?:-->|\Z)|<[a-zA-Z][^\s/>]*+(?P<attributes>(?:{_ATTRIBUTE})*+)", re.DOTALL)


def parse(text: str, name: str) -> HtmlElement:
    """Return the root of a page; raises InputError where there is no element, or more than can be read."""
    from lxml import etree, html

    if len(text) > LARGEST:
        raise InputError(f"{name} is larger than {LARGEST >> 20} MiB.", remedy=_SHORTER)
    if any(map(_has_too_many, _TAG.finditer(text))):
        raise InputError(
            f"{name} has an element with more than {MOST_ATTRIBUTES:,} attributes.", remedy=_SAVE
        )
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        # NUL means nothing in HTML; halves of a surrogate pair cannot be written.
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise InputError(f"{name} is empty.", remedy="Give a page with text in it.") from None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # The parser stops there: what follows would be missing without a word.
        raise InputError(f"{name} cannot be read to its end: its elements are nested too deep.", remedy=_SAVE)
    if next(islice(root.iter(), MOST_ELEMENTS, None), None) is not None:
        raise InputError(f"{name} has more than {MOST_ELEMENTS:,} elements.", remedy=_SHORTER)
    return root


def _has_too_many(tag: re.Match[str]) -> bool:
    attributes = tag["attributes"] or ""
    if len(attributes) <= MOST_ATTRIBUTES:
        return False
    return next(islice(_ATTRIBUTES.finditer(attributes), MOST_ATTRIBUTES, None), None) is not None
