"""What a page's own style sheets and `style` attributes say of an element: enough of CSS to tell what is not shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Declarations = Mapping[str, str]
Weight = tuple[bool, int, int, int, int]  # important, ids, classes, names, place in the page

_LONGEST_STYLE = 2000  # characters of an attribute that are looked at
_LONGEST_SHEET = 1_000_000  # characters of all sheets of a page together
_MOST_RULES = 20_000
_MOST_TRIED = 200  # rules that are tried on one element
_MOST_ABOVE = 50  # elements above one that a selector looks at
_MOST_LOOKS = 2_000_000  # elements that all selectors of a page look at together: some three seconds

# What can hide words; all else in a sheet is passed over.
_TELLING = frozenset(
    "display visibility content-visibility opacity filter transform zoom font font-size color background "
    "background-color position left top right bottom text-indent margin-left clip clip-path width height "
    "max-width max-height overflow overflow-x overflow-y inset transition animation will-change".split()
)

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\n]?|([^\n]))")
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_MARKS = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
_WORD = r"[\w\\-]+"
_SIMPLE = re.compile(
    rf"(?P<name>\*|{_WORD})|\.(?P<cls>{_WORD})|#(?P<id>{_WORD})|\[\s*(?P<attr>[\w-]+)\s*(?:=\s*[\"']?(?P<value>[^\"'\]]*)[\"']?\s*)?\]"
)
_SCREEN = re.compile(
    r"@media\s+(?:all|screen|only\s+screen)\s*|@layer\b[^;]*|@supports\b(?!\s*not\b).*", re.IGNORECASE
)
_ATTRIBUTES = {"bgcolor": "background-color", "background": "background"}  # what was written before CSS
_NO_SCRIPT = re.compile(r"\bno-?js\b|\bnoscript\b", re.IGNORECASE)  # a browser takes these marks away


@dataclass(frozen=True, slots=True)
class _Compound:
    """One element of a selector, such as `p.note`."""

    name: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str | None], ...]

    def fits(self, element: _Element) -> bool:
        """Whether an element is one of these."""
        tag = element.tag
        if self.name and (not isinstance(tag, str) or tag.rpartition("}")[2].lower() != self.name):
            return False
        if any(element.get("id") != told for told in self.ids):
            return False
        if self.classes and not set(self.classes) <= set(element.get("class", "")[:_LONGEST_STYLE].split()):
            return False
        return all(
            element.get(name) is not None and (value is None or element.get(name) == value)
            for name, value in self.attributes
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector of compounds, each with whether it is the parent of the next, and what it declares."""

    path: tuple[tuple[_Compound, bool], ...]
    declared: tuple[tuple[str, str, bool], ...]
    weight: tuple[int, int, int, int]

    def fits(self, element: _Element) -> tuple[bool, int]:
        """Whether the selector finds an element, and how many elements it looked at."""
        *above, (last, _) = self.path
        if not last.fits(element):
            return False, 1
        at = element.getparent()
        left = _MOST_ABOVE
        while above:
            compound, near = above[-1]
            while at is not None and left and not compound.fits(at):
                if near:
                    return False, _MOST_ABOVE - left + 1
                at, left = at.getparent(), left - 1
            if at is None or not left:
                return False, _MOST_ABOVE - left + 1
            above.pop()
            at = at.getparent()
        return True, _MOST_ABOVE - left + 1


class Styles:
    """The rules of one page; `of` puts those that find an element together, its own `style` last."""

    def __init__(self, root: _Element | None = None) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        self._looks = _MOST_LOOKS
        if root is not None:
            self._read(root)

    def of(self, element: _Element) -> dict[str, str]:
        """Return what holds for an element, by property; what is inherited is not among it."""
        best: dict[str, tuple[Weight, str]] = {}
        for name, value in _before_css(element):
            _put(best, name, value, (False, 0, 0, 0, 0))
        for rule in self._found(element):
            for name, value, important in rule.declared:
                _put(best, name, value, (important, *rule.weight))
        style = element.get("style", "")[:_LONGEST_STYLE] if element.attrib else ""
        for name, value, important in _declarations(style) if style else ():
            _put(best, name, value, (important, 1_000_000, 0, 0, 0))
        return {name: value for name, (_, value) in best.items()}

    def _found(self, element: _Element) -> Iterator[_Rule]:
        if not self._rules:
            return
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        keys = ["#" + element.get("id", ""), tag, "*"]
        keys += ["." + name for name in element.get("class", "")[:_LONGEST_STYLE].split()]
        left = _MOST_TRIED
        for key in dict.fromkeys(keys):
            for rule in self._rules.get(key, ())[-left:] if left else ():
                if self._looks <= 0:
                    return
                fits, looks = rule.fits(element)
                left, self._looks = left - 1, self._looks - looks
                if fits:
                    yield rule

    def _read(self, root: _Element) -> None:
        left, count = _LONGEST_SHEET, 0
        for sheet in root.iter("style"):
            media = sheet.get("media", "").strip()
            text = (sheet.text or "")[:left]
            left -= len(text)
            if not text or (media and not _SCREEN.fullmatch(f"@media {media}")):
                continue
            for selectors, block in _blocks(_plain(text)):
                declared = tuple(d for d in _declarations(block) if d[0] in _TELLING)
                if not declared:
                    continue
                for selector in selectors.split(","):
                    path = _path(selector)
                    if path and count < _MOST_RULES:
                        count += 1
                        self._rules[_key(path[-1][0])].append(_Rule(path, declared, _weight(path, count)))


def _before_css(element: _Element) -> Iterator[tuple[str, str]]:
    for name, stands_for in _ATTRIBUTES.items() if element.attrib else ():
        if value := element.get(name):
            yield stands_for, value[:_LONGEST_STYLE].strip().lower()
    if element.tag == "font" and (value := element.get("color")):
        yield "color", value[:_LONGEST_STYLE].strip().lower()


def _put(best: dict[str, tuple[Weight, str]], name: str, value: str, weight: Weight) -> None:
    if name not in best or best[name][0] <= weight:
        best[name] = (weight, value)


def _declarations(block: str) -> Iterator[tuple[str, str, bool]]:
    """Yield name, value and whether it is important, all in lower case, escapes and comments resolved."""
    text = _STRING.sub('""', _COMMENT.sub("", block))
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    for piece in text.split(";"):
        name, _, value = piece.partition(":")
        value, important, _ = value.lower().partition("!important")
        if value := value.strip():
            yield name.strip().lower(), value, bool(important)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return found[2] or (chr(code) if 0x20 <= code < 0xD800 else "")


def _plain(sheet: str) -> str:
    """Return a sheet without comments, the marks that hid it from old browsers, and strings that hold other marks."""
    sheet = _MARKS.sub(" ", _COMMENT.sub("", sheet))
    return _STRING.sub(lambda found: '""' if _BRACE.search(found[0]) or ";" in found[0] else found[0], sheet)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules that hold on every screen."""
    at = 0
    while (start := sheet.find("{", at)) >= 0:
        selectors = sheet[at:start].rpartition(";")[2].strip().lstrip("}").strip()
        if selectors.startswith("@"):
            at = start + 1 if _SCREEN.fullmatch(selectors + " ") else _after(sheet, start)
            continue
        end = sheet.find("}", start)
        end = len(sheet) if end < 0 else end
        yield selectors, sheet[start + 1 : end]
        at = end + 1


_BRACE = re.compile(r"[{}]")


def _after(sheet: str, start: int) -> int:
    """Return where a block in braces has ended."""
    depth = 0
    for found in _BRACE.finditer(sheet, start):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    return len(sheet)


def _path(selector: str) -> tuple[tuple[_Compound, bool], ...]:
    """Return the compounds of a selector; none for one that this module does not understand."""
    selector = selector.strip()
    if len(selector) > 300 or _NO_SCRIPT.search(selector):
        return ()
    words = re.sub(r"\s*>\s*", " > ", selector).split()
    path: list[tuple[_Compound, bool]] = []
    for i, word in enumerate(words):
        if word == ">":
            continue
        compound = _compound(word)
        if compound is None:
            return ()
        path.append((compound, words[i + 1 : i + 2] == [">"]))
    return tuple(path)


def _compound(word: str) -> _Compound | None:
    name, ids, classes, attributes = "", [], [], []
    at = 0
    while at < len(word):
        found = _SIMPLE.match(word, at)
        if not found or (found["name"] and at):
            return None
        if found["name"]:
            name = "" if found["name"] == "*" else found["name"].lower()
        elif found["cls"]:
            classes.append(_ESCAPE.sub(_unescaped, found["cls"]))
        elif found["id"]:
            ids.append(_ESCAPE.sub(_unescaped, found["id"]))
        else:
            attributes.append((found["attr"].lower(), found["value"]))
        at = found.end()
    return _Compound(name, tuple(ids), tuple(classes), tuple(attributes))


def _key(compound: _Compound) -> str:
    if compound.ids:
        return "#" + compound.ids[0]
    return "." + compound.classes[0] if compound.classes else compound.name or "*"


def _weight(path: tuple[tuple[_Compound, bool], ...], place: int) -> tuple[int, int, int, int]:
    compounds = [compound for compound, _ in path]
    return (
        sum(len(c.ids) for c in compounds),
        sum(len(c.classes) + len(c.attributes) for c in compounds),
        sum(bool(c.name) for c in compounds),
        place,
    )
