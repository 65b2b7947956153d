"""What a page's own style sheets and `style` attributes say of an element: enough of CSS to tell what is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

    from summarizer.loading.page.selectors import Selectors

Declarations = Mapping[str, str]
Weight = tuple[bool, int, int, int, int]  # important, ids, classes, names, place in the page
_Declared = tuple[tuple[str, str, bool], ...]  # name, value, whether it is important

_LONGEST_STYLE = 2000  # characters of an attribute that are looked at
_LONGEST_SHEET = 1_000_000  # characters of all sheets of a page together
_LONGEST_SELECTOR = 300
_MOST_RULES = 20_000
_DEEPEST = 20  # brackets in brackets of a value

# What can hide words; all else in a sheet is passed over.
_TELLING = frozenset(
    "display visibility content-visibility opacity filter transform zoom font font-size color background "
    "background-color position left top right bottom text-indent margin-left clip clip-path width height "
    "max-width max-height overflow overflow-x overflow-y inset transition animation will-change".split()
)
_SCREENS = frozenset(("all", "screen", "only screen"))
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")  # what XHTML put around a sheet
_ATTRIBUTES = {"bgcolor": "background-color", "background": "background"}  # what was written before CSS
_NO_SCRIPT = re.compile(r"\bno-?js\b|\bnoscript\b", re.IGNORECASE)  # a browser takes these marks away


class Styles:
    """The rules of one page; `of` puts those that find an element together, its own `style` last."""

    def __init__(self, root: _Element | None = None) -> None:
        sheets = list(_sheets(root)) if root is not None else []
        self._selectors = _read(sheets) if sheets else None

    def of(self, element: _Element) -> dict[str, str]:
        """Return what holds for an element, by property; what is inherited is not among it."""
        best: dict[str, tuple[Weight, str]] = {}
        for name, value in _before_css(element):
            _put(best, name, value, (False, 0, 0, 0, 0))
        if self._selectors is not None and isinstance(element.tag, str):
            for specificity, place, declared in self._selectors.matching(element):
                for name, value, important in declared:
                    _put(best, name, value, (important, *specificity, place))
        style = element.get("style", "")[:_LONGEST_STYLE] if element.attrib else ""
        for name, value, important in _attribute(style) if style else ():
            _put(best, name, value, (important, 1_000_000, 0, 0, 0))
        return {name: value for name, (_, value) in best.items()}


def _sheets(root: _Element) -> Iterator[str]:
    left = _LONGEST_SHEET
    for sheet in root.iter("style"):
        media = sheet.get("media", "").strip()
        text = (sheet.text or "")[:left]
        left -= len(text)
        if text and (not media or _is_for_screens(media)):
            yield text


def _read(sheets: Sequence[str]) -> Selectors:
    from summarizer.loading.page.selectors import Selectors

    selectors, count = Selectors(), 0
    for sheet in sheets:
        for prelude, content in _rules(_CDATA.sub(" ", sheet)):
            declared = _declared(content)
            if not declared:
                continue
            for selector in _selectors(prelude):
                if count >= _MOST_RULES:
                    return selectors
                count += 1
                selectors.add(selector, declared)
    return selectors


def _rules(sheet: str) -> Iterator[tuple[list[Any], list[Any]]]:
    """Yield selectors and content of the rules that hold on every screen."""
    from tinycss2 import parse_rule_list, parse_stylesheet

    todo = [iter(parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))]
    while todo:
        rule = next(todo[-1], None)
        if rule is None:
            todo.pop()
        elif rule.type == "qualified-rule":
            yield rule.prelude, rule.content
        elif rule.type == "at-rule" and rule.content is not None and _holds(rule):
            todo.append(iter(parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)))


def _holds(rule: Any) -> bool:
    name = rule.lower_at_keyword
    if name == "media":
        return _is_for_screens(_text(rule.prelude))
    return name == "layer" or (name == "supports" and not _text(rule.prelude).startswith("not"))


def _is_for_screens(media: str) -> bool:
    return any(" ".join(part.lower().split()) in _SCREENS for part in media.split(","))


def _selectors(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield the selectors of a rule that are no longer than is looked at."""
    one: list[Any] = []
    for token in (*prelude, None):
        if token is not None and token != ",":
            one.append(token)
            continue
        text = _text(one)
        if text and len(text) <= _LONGEST_SELECTOR and not _NO_SCRIPT.search(text):
            yield one
        one = []


# A declaration without quotes, escapes, brackets or comments, as most `style` attributes have them: read without a parser.
_PLAIN = re.compile(r"\s*(?P<name>[a-z-]+)\s*:\s*(?P<value>(?:{0})(?:[ ]+(?:{0}))*)\s*".format(
    r"[a-z]+(?:-[a-z]+)*|-?\d+(?:\.\d+)?(?:px|r?em|pt|%|vh|vw|ex|ch|cm|mm|in)?|#[0-9a-f]{3,8}"
))  # fmt: skip


@lru_cache(maxsize=1000)
def _attribute(style: str) -> _Declared:
    parts = style.lower().split(";") if style.isascii() else []
    plain = [_PLAIN.fullmatch(part) for part in parts if part.strip()]
    if parts and all(plain):
        told = [one for one in plain if one and one["name"] in _TELLING]
        return tuple((one["name"], " ".join(one["value"].split()), False) for one in told)
    return _parsed(style)


def _parsed(style: str) -> _Declared:
    from tinycss2 import parse_component_value_list

    return _declared(parse_component_value_list(style, skip_comments=True))


def _declared(content: Sequence[Any]) -> _Declared:
    """Return what is declared that can hide words, in lower case, escapes and comments resolved."""
    from tinycss2 import parse_declaration_list

    return tuple(
        (found.lower_name, value, found.important)
        for found in parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
        if found.type == "declaration" and found.lower_name in _TELLING and (value := _text(found.value))
    )


def _text(tokens: Sequence[Any], depth: int = 0) -> str:
    """Return tokens as they are written, in lower case; strings and addresses are empty."""
    return "".join(_written(token, depth) for token in tokens).strip().lower()


def _written(token: Any, depth: int) -> str:
    if token.type == "string":
        return '""'
    if token.type == "url":
        return "url()"
    if token.type == "ident":
        return str(token.value)
    if token.type in ("whitespace", "comment"):
        return " "
    inner = getattr(token, "arguments", None)
    inner = getattr(token, "content", None) if inner is None else inner
    if inner is None:
        return str(token.serialize())
    within = _text(inner, depth + 1) if depth < _DEEPEST else ""
    if token.type == "function":
        return f"{token.name}({within})"
    return f"{token.type[0]}{within}{token.type[1]}"


def _before_css(element: _Element) -> Iterator[tuple[str, str]]:
    for name, stands_for in _ATTRIBUTES.items() if element.attrib else ():
        if value := element.get(name):
            yield stands_for, value[:_LONGEST_STYLE].strip().lower()
    if element.tag == "font" and (value := element.get("color")):
        yield "color", value[:_LONGEST_STYLE].strip().lower()


def _put(best: dict[str, tuple[Weight, str]], name: str, value: str, weight: Weight) -> None:
    if name not in best or best[name][0] <= weight:
        best[name] = (weight, value)
