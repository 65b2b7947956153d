"""What the elements of HTML are for a reader: shown or not, a block or part of a line, in the sentence or beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Never text on the page: code, drawings, the choices of a form, what a browser shows instead of a film.
SKIPPED = frozenset(
    "script style template head svg iframe object embed applet canvas audio video map select datalist textarea "
    "noframes noembed frameset".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
LISTED = frozenset("li dt dd".split())
CELLS = frozenset(("td", "th"))
BLOCKS = (
    HEADINGS
    | LISTED
    | CELLS
    | frozenset(
        "html body address article aside blockquote caption center details dialog dir div dl fieldset figcaption "
        "figure footer form header hgroup hr legend main menu nav ol optgroup p pre search section summary "
        "table tbody tfoot thead tr ul noscript title".split()
    )
)
# Between a paragraph's place in the story and that of a row or an item in the same story.
PASSED_THROUGH = frozenset("ul ol dl table tbody thead tfoot tr blockquote li".split())
# Never a story, and usually beside one: some pages are a single aside or form.
_NEVER = frozenset("nav menu button label noscript".split())
_NEVER_ROLES = frozenset("navigation menu menubar menuitem search toolbar button alert".split())
_BESIDE = frozenset("aside footer figcaption figure form fieldset dialog address".split())
_BESIDE_ROLES = frozenset("banner complementary contentinfo form tablist tab".split())
_BESIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|credits?|captions?|(?:post|entry|article)?-?meta(?:data)?|share|sharing|social|related|"
    r"teasers?|promos?|newsletter|breadcrumbs?|sidebar|comments?|advert\w*|see-?also|read-?more|info-?box|nav-?box|toc|no-?print|hidden-print|d-print-none)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BESIDE_PROPERTIES = frozenset("author datePublished dateModified publisher keywords".split())

# Struck out, or not there until a pointer comes near: no part of the sentence.
_ASIDE = frozenset("del s strike rt rp dialog noscript".split())
_ASIDE_ROLES = frozenset("tooltip dialog alertdialog".split())
_UNSEEN_CLASSES = frozenset(
    "hidden hide is-hidden u-hidden d-none visually-hidden visuallyhidden sr-only screen-reader-text screen-reader "
    "invisible display-none".split()
)
_POPUP = re.compile(r"tool-?tip|pop-?up|pop-?over|hover-?card", re.IGNORECASE)
_POPUP_BODY = re.compile(
    r"(?:tool-?tip|pop-?up|pop-?over|hover-?card)[-_]*(?:\w+[-_])*(?:text|content|body|inner|box|panel|description|card)",
    re.IGNORECASE,
)
_POPUP_OPENER = re.compile(
    r"trigger|link|toggle|target|anchor|term|word|opener|btn|button|icon", re.IGNORECASE
)
_LONGEST_VALUE = 2000  # characters of an attribute that are looked at
_FEW_LETTERS = 2  # a drop capital is kept from those who listen, and is part of its word


def tag_of(element: _Element) -> str:
    """Return the name of an element in lower case without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def out_of_flow(element: _Element, tag: str) -> bool:
    """Whether the text of an element is no part of the line it stands in: hidden, a pop-up, struck out, a note's mark."""
    if tag in _ASIDE:
        return not (tag == "dialog" and "open" in element.attrib)
    if tag in ("html", "body"):
        return False  # shown by a script when the page is ready
    if tag == "sup":
        return _is_note_mark(element)
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or "popover" in attributes or _role(element) in _ASIDE_ROLES:
        return True
    if attributes.get("aria-hidden", "").lower() == "true" and not _is_short(element):
        return True
    return _hidden_by_class(element, attributes.get("class", "")[:_LONGEST_VALUE])


def _hidden_by_class(element: _Element, names: str) -> bool:
    if not names:
        return False
    if not _UNSEEN_CLASSES.isdisjoint(names.lower().split()):
        return True
    if not _POPUP.search(names) or _POPUP_OPENER.search(names):
        return False
    if _POPUP_BODY.search(names):
        return True
    parent = element.getparent()
    return parent is not None and bool(_POPUP.search(parent.get("class", "")[:_LONGEST_VALUE]))


def _is_note_mark(element: _Element) -> bool:
    """Whether a raised figure is a link to a note on the same page."""
    return any(str(a.get("href", "")).startswith("#") for a in element.iterchildren("a"))


def _is_short(element: _Element) -> bool:
    return len(element) == 0 and sum(c.isalpha() for c in (element.text or "")[:80]) <= _FEW_LETTERS


def stands_beside(element: _Element) -> bool:
    """Whether an element usually holds what stands around a story."""
    if tag_of(element) in _BESIDE or _role(element) in _BESIDE_ROLES or never_story(element):
        return True
    names = element.get("class", "")
    return bool(names and _BESIDE_CLASS.search(names[:_LONGEST_VALUE])) or (
        element.get("itemprop") in _BESIDE_PROPERTIES
    )


def never_story(element: _Element) -> bool:
    """Whether an element never holds a story, however much there is in it."""
    return tag_of(element) in _NEVER or _role(element) in _NEVER_ROLES


def _role(element: _Element) -> str:
    return str(element.get("role", ""))[:40].strip().lower()
