"""Which rules of a page's sheets find an element: cssselect2, held to bounds; imported where a page has a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from cssselect2 import ElementWrapper, Matcher, compile_selector_list

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CLASS = 2000  # characters of the names of classes that are looked at
_LONGEST_VALUE = 300  # of another attribute
_MOST_TRIED = 200  # rules of one kind (by id, class, name) that are tried on one element
_MOST_NEAR = 50  # elements above or before one that a selector looks at
_MOST_LOOKS = 3_000_000  # elements that all selectors of a page look at together: some three seconds
_MOST_LOOKS_OF_ONE = 2_000  # a path of many steps is tried in every way it could fit

# What holds, or does not, on a page nobody has touched; others are passed over with their rule.
_KNOWN = frozenset(
    "not is where root link any-link visited hover active focus focus-within focus-visible target "
    "first-child last-child only-child nth-child nth-last-child".split()
)


class _SpentError(Exception):
    """More elements were looked at than one selector may look at."""


class Selectors:
    """The selectors of a page, each with what it stands for."""

    def __init__(self) -> None:
        self._matcher = _BoundMatcher()
        self._wrapped: dict[_Element, _Wrapper] = {}
        self.looks = _MOST_LOOKS
        self._before = 0

    def add(self, selector: Sequence[Any], payload: object) -> None:
        """Take one selector, in tokens of tinycss2; one that is not understood is passed over."""
        if not _is_known(selector):
            return
        try:
            compiled = compile_selector_list(selector)
        except Exception:  # the library trips over the malformed in many ways, and it has no list of them
            return
        for one in compiled:
            if one.pseudo_element is None:
                self._matcher.add_selector(one, payload)

    def matching(self, element: _Element) -> Iterator[tuple[tuple[int, int, int], int, Any]]:
        """Yield specificity, place and payload of all that find an element."""
        for specificity, place, _, payload in self._matcher.match(self.wrap(element)):
            yield specificity, place, payload

    def wrap(self, element: _Element) -> _Wrapper:
        """Return an element as cssselect2 sees it, the same each time."""
        if element not in self._wrapped:
            self._wrapped[element] = _Wrapper(element, self)
        return self._wrapped[element]

    def begin(self) -> bool:
        """Begin with one selector on one element; whether there are looks left."""
        self._before = self.looks
        self.looks -= 1
        return self._before > 0

    def spend(self, looks: int) -> None:
        """Count the elements that a selector is about to look at."""
        self.looks -= looks
        if self._before - self.looks > _MOST_LOOKS_OF_ONE:
            raise _SpentError


class _BoundMatcher(Matcher):  # type: ignore[misc]  # the library has no types
    def add_relevant_selectors(self, element: _Wrapper, selectors: list[Any], relevant: list[Any]) -> None:
        for test, *rest in selectors[-_MOST_TRIED:]:
            if not element.page.begin():
                return
            try:
                fits = test(element)
            except (_SpentError, RecursionError):
                continue
            if fits:
                relevant.append(tuple(rest))


class _Wrapper(ElementWrapper):  # type: ignore[misc]
    """An element without its children, its long attributes cut; what is near it is found when asked for."""

    def __init__(self, element: _Element, page: Selectors) -> None:
        attributes = {str(name): value[:_LONGEST_VALUE] for name, value in element.items()}
        if "class" in attributes:
            attributes["class"] = element.get("class", "")[:_LONGEST_CLASS]
        self.etree_element = Element(element.tag, attributes)
        self.element = element
        self.page = page
        self.in_html_document = True
        self.transport_content_language = None

    @cached_property
    def parent(self) -> _Wrapper | None:
        above = self.element.getparent()
        return None if above is None else self.page.wrap(above)

    @cached_property
    def previous(self) -> _Wrapper | None:
        before = next(self.element.itersiblings("*", preceding=True), None)
        return None if before is None else self.page.wrap(before)

    @property
    def ancestors(self) -> tuple[_Wrapper, ...]:
        self.page.spend(len(self._above))
        return self._above

    @property
    def previous_siblings(self) -> tuple[_Wrapper, ...]:
        self.page.spend(len(self._earlier))
        return self._earlier

    @cached_property
    def _above(self) -> tuple[_Wrapper, ...]:
        return _chain(self, "parent")

    @cached_property
    def _earlier(self) -> tuple[_Wrapper, ...]:
        return _chain(self, "previous")

    @cached_property
    def etree_children(self) -> list[_Element]:
        return list(self.element.iterchildren("*"))

    @cached_property
    def places(self) -> dict[_Element, int]:
        """The place of each child."""
        return {child: i for i, child in enumerate(self.etree_children)}

    @property
    def etree_siblings(self) -> list[_Element]:
        return [self.element] if self.parent is None else self.parent.etree_children

    @property
    def index(self) -> int:
        return 0 if self.parent is None else self.parent.places[self.element]

    def iter_children(self) -> Iterator[_Wrapper]:
        self.page.spend(len(self.etree_children))
        return map(self.page.wrap, self.etree_children)


def _chain(wrapper: _Wrapper, step: str) -> tuple[_Wrapper, ...]:
    found: list[_Wrapper] = []
    at = getattr(wrapper, step)
    while at is not None and len(found) < _MOST_NEAR:
        found.append(at)
        at = getattr(at, step)
    return tuple(found)


def _is_known(tokens: Sequence[Any], depth: int = 0) -> bool:
    """Whether a selector has only such pseudo-classes as can be told from the page."""
    after_colon = False
    for token in tokens:
        inner = getattr(token, "arguments", None) or ()
        name = getattr(token, "lower_name", None) or getattr(token, "lower_value", "")
        if after_colon and name not in _KNOWN:
            return False
        if inner and (depth > 5 or not _is_known(inner, depth + 1)):
            return False
        after_colon = token == ":"
    return not after_colon
