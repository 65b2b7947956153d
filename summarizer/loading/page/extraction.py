"""The one seam to trafilatura: which words of a page are its story, with title, date, site and address."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIBRARIES = ("courlan", "htmldate", "justext", "trafilatura")
# Only what the page declares: a date guessed from its text would make every "on Thursday" wrong.
_DATES = {"original_date": True, "extensive_search": False}

# Controls, halves of surrogate pairs and the two code points that XML does not know.
_UNSETTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_VALUE = 4000  # characters of an attribute: a description may be long, a picture in a style longer


@dataclass(frozen=True, slots=True)
class Extracted:
    """What trafilatura makes of a page: the lines of the story, and what the page declares about itself."""

    lines: tuple[str, ...] = ()
    title: str | None = None
    published: date | None = None
    site: str | None = None
    url: str | None = None


def extract(root: HtmlElement, without: Sequence[HtmlElement], url: str | None) -> Extracted:
    """Ask trafilatura for the story of a page, the elements `without` left out."""
    from trafilatura import bare_extraction, extract_metadata

    for name in _LIBRARIES:  # what they say of a page is said here in plain words
        logging.getLogger(name).setLevel(logging.CRITICAL)
    page = _pruned(root, without)
    known = extract_metadata(page, default_url=url, date_config=dict(_DATES))
    story = bare_extraction(page, url=url, include_comments=False, include_tables=True)
    text = getattr(story, "text", None) or ""
    return Extracted(
        lines=tuple(text.splitlines()),
        title=_line(known.title),
        published=_date(known.date),
        site=_line(known.sitename),
        url=_line(known.url),
    )


def _pruned(root: HtmlElement, without: Sequence[HtmlElement]) -> HtmlElement:
    """Return a copy of the page without some elements, the text after each of them kept, long attributes cut."""
    for element in without:
        element.set("data-left-out", "")
    page = deepcopy(root)
    for element in page.iter():
        _make_settable(element)
        for name, value in element.items():
            if len(value) > _LONGEST_VALUE or _UNSETTABLE.search(value):
                element.set(name, _UNSETTABLE.sub(" ", value[:_LONGEST_VALUE]))
    for element in page.xpath("//*[@data-left-out]"):
        if element.getparent() is not None:
            element.drop_tree()
    return page


def _make_settable(element: HtmlElement) -> None:
    """Put blanks for the characters that lxml reads and then refuses to be given again: trafilatura sets texts anew."""
    if element.text and _UNSETTABLE.search(element.text):
        element.text = _UNSETTABLE.sub(" ", element.text)
    if element.tail and _UNSETTABLE.search(element.tail):
        element.tail = _UNSETTABLE.sub(" ", element.tail)


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
