"""Which words of a page a reader cannot see: of no size, off the screen, in the colour of their ground."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.loading.page.styles import Declarations, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset("div main article section".split())  # many are shown by a script when the page is ready
_STORIES = frozenset(("main", "article"))
_LEAST_OPACITY = 0.05
_LEAST_PIXELS = 2.0
_ALIKE = 12  # steps of 255 by which colours may differ and still be one to the eye

_MOVES = ("transform", "transition", "animation", "will-change")  # comes into view in a moment
# What says how words look, and never that they are not there.
_LOOKS_ONLY = frozenset(
    "color background background-color font font-size visibility display position width".split()
)
_FAR = re.compile(r"-\s*(?:\d{4,}|\d{3,}r?em|[2-9]\d\d%)")
_CLIPPED = re.compile(r"rect\(\s*[01]|inset\(\s*(?:50|100)%|circle\(\s*0")
_CLEAR_FILTER = re.compile(r"opacity\(\s*0*(?:\.0*)?%?\s*\)")
_NO_SCALE = re.compile(r"scale(?:3d|x|y)?\(\s*0*(?:\.0*)?\s*[,)]")
_LENGTH = re.compile(r"(\d*\.?\d+)\s*([a-z%]*)")
_FONT_LENGTH = re.compile(r"(?:^|\s)(\d*\.?\d+)\s*([a-z%]*)\s*(?:/|\s|$)")
_HEX = re.compile(r"#([0-9a-f]{3,8})(?![0-9a-f])")
_FUNCTION = re.compile(r"rgba?\(([^()]*)\)")
_NAMES = {"white": (255, 255, 255), "black": (0, 0, 0)}
_WHITE = (255, 255, 255)

Colour = tuple[int, int, int]


class Look(NamedTuple):
    """What an element hands down to those in it; `ground` is None where nothing tells a background."""

    small: bool = False
    hidden: bool = False
    clear: bool = False
    colour: Colour | str | None = None
    ground: Colour | str | None = None


class Eyes:
    """Looks at the elements of one page from the outside in."""

    def __init__(self, root: _Element) -> None:
        self._styles = Styles(root)
        self._scripted = next(root.iter("script"), None) is not None
        self._told = not any(
            "stylesheet" in link.get("rel", "").lower() for link in root.iter("link")
        )  # whether nothing but the page itself tells its colours
        self._looks = [Look()]

    def open(self, element: _Element, tag: str) -> bool:
        """Begin an element; return whether nothing of it, or of its own words, is to be seen."""
        styles = self._styles.of(element)
        above = self._looks[-1]
        look = _handed_down(styles, above) if styles else above
        self._looks.append(look)
        if styles and self._is_hidden(styles, element, tag):
            return True
        return look != Look() and self._is_blank(look) and _has_words(element)

    def close(self) -> None:
        """End the element that was begun last."""
        self._looks.pop()

    def _is_hidden(self, styles: Declarations, element: _Element, tag: str) -> bool:
        if styles.get("display") == "none":
            return not (self._scripted and tag in _STORIES and "display" not in element.get("style", ""))
        if styles.keys() <= _LOOKS_ONLY:
            return False
        moves = any(name in styles for name in _MOVES)
        if not moves and _opacity(styles) < _LEAST_OPACITY and not (tag in _WRAPPERS and self._scripted):
            return True
        return (
            styles.get("content-visibility") == "hidden"
            or _is_away(styles)
            or any(_CLIPPED.search(styles.get(name, "")) for name in ("clip", "clip-path"))
            or ("transition" not in styles and bool(_NO_SCALE.search(styles.get("transform", ""))))
            or ("zoom" in styles and _is_nothing(styles["zoom"]))
            or _is_shut(styles)
        )

    def _is_blank(self, look: Look) -> bool:
        if look.small or look.hidden or look.clear:
            return True
        if look.ground is None:
            return self._told and _are_alike(look.colour, _WHITE)
        return _are_alike(look.colour, look.ground)


def _handed_down(styles: Declarations, above: Look) -> Look:
    small, hidden, clear, colour, ground = above
    if "font-size" in styles or "font" in styles:
        length = _LENGTH.match(styles.get("font-size", "")) or _FONT_LENGTH.search(styles.get("font", ""))
        relative = bool(length and float(length[1]) and length[2] in ("em", "%"))
        small = small if relative else bool(length and _is_small(length))
    if "visibility" in styles:
        hidden = styles["visibility"] in ("hidden", "collapse")
    if "color" in styles:
        colour = _colour(styles["color"])
        clear = colour == "transparent"
    told = styles.get("background-color") or styles.get("background")
    if told and (found := _colour(told)) != "transparent":
        ground = found
    return Look(small, hidden, clear, colour, ground)


def _is_small(length: re.Match[str]) -> bool:
    size = float(length[1])
    return size == 0 or (length[2] in ("px", "pt") and size < _LEAST_PIXELS)


def _opacity(styles: Declarations) -> float:
    if _CLEAR_FILTER.search(styles.get("filter", "")):
        return 0.0
    found = _LENGTH.match(styles.get("opacity", ""))
    return float(found[1]) / (100 if found[2] == "%" else 1) if found else 1.0


def _is_away(styles: Declarations) -> bool:
    names = ("left", "top", "right", "bottom", "text-indent", "margin-left", "inset")
    if any(_FAR.search(styles.get(name, "")) for name in names):
        return True
    return "transition" not in styles and bool(_FAR.search(styles.get("transform", "")))


def _is_shut(styles: Declarations) -> bool:
    """Whether a box of no height or width shows nothing that overflows it."""

    def is_cut(side: str) -> bool:
        told = f"{styles.get('overflow', '')} {styles.get('overflow-' + side, '')}".split()
        return "hidden" in told or "clip" in told

    boxes = {"y": ("height", "max-height"), "x": ("width", "max-width")}
    return any(
        is_cut(side) and any(_is_nothing(styles.get(name, "")) for name in names)
        for side, names in boxes.items()
    )


def _is_nothing(value: str) -> bool:
    found = _LENGTH.fullmatch(value)
    return bool(found) and float(found[1]) == 0 if found else False


def _colour(value: str) -> Colour | str:
    """Return a colour in numbers, `transparent`, or the word it goes by."""
    value = value.strip()
    if found := _HEX.search(value):
        digits = found[1] if len(found[1]) > 4 else "".join(c * 2 for c in found[1])
        if digits[6:8] == "00":
            return "transparent"
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6] or "0", 16)
    if found := _FUNCTION.search(value):
        numbers = [float(n) for n in re.findall(r"\d*\.?\d+", found[1])[:4]]
        if len(numbers) == 4 and numbers[3] == 0:
            return "transparent"
        if len(numbers) >= 3 and "%" not in found[1]:
            return int(numbers[0]), int(numbers[1]), int(numbers[2])
    return _NAMES.get(value, value)


def _are_alike(one: Colour | str | None, other: Colour | str | None) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
    return one is not None and one == other and one not in ("inherit", "initial", "unset", "currentcolor")


def _has_words(element: _Element) -> bool:
    """Whether words stand directly in an element, not only in others that may look otherwise."""
    if (element.text or "").strip():
        return True
    return any((inner.tail or "").strip() for inner in element)
