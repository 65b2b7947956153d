"""Where the matches of a slow pattern may begin: read from its own words, so that it need not be tried elsewhere."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import compress

from summarizer.reading.wording import INVISIBLE, Tokens

_PARTED = re.compile(rf"[\u0300-\u036f{INVISIBLE}]")
_WORD_START = re.compile(r"\b\w")


def openings(pattern: str) -> set[str]:
    """Return letters one of which every match of `pattern` begins with.

    Each of its alternatives must begin with small letters or with a group `(?:…)` of such; raises ValueError
    for any other.
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        if branch.startswith("(?:"):
            inner, rest = _group(branch)
            found |= openings(inner)
            if rest[:1] in ("?", "*"):
                found |= openings(rest[1:])
        elif letters := re.match(r"[a-z]+(?![a-z?*{])|[a-z]+(?=[a-z])", branch):
            found.add(letters[0])
        else:
            raise ValueError(f"no letters at the beginning of {branch!r}")
    return found


def _branches(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand in no group."""
    branches, depth = [""], 0
    for character in pattern:
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            branches.append("")
        else:
            branches[-1] += character
    return branches


def _group(branch: str) -> tuple[str, str]:
    """Return what stands in the group that a branch begins with, and what follows it."""
    depth = 0
    for at, character in enumerate(branch):
        depth += (character == "(") - (character == ")")
        if not depth:
            return branch[len("(?:") : at], branch[at + 1 :]
    raise ValueError(f"a group is left open in {branch!r}")


def word_starts(tokens: Tokens, opens: Callable[[str], bool]) -> array[int]:
    """Return where the words begin, in order, whose form `opens` accepts; of one with an apostrophe all its parts."""
    text, forms = tokens.text, tokens.forms
    wanted = list(map(opens, forms))
    parted = _parted(tokens)
    found = array("i")
    chosen: Iterable[int] = compress(range(len(tokens)), map(wanted.__getitem__, tokens.ids))
    for at in sorted(parted.union(chosen)) if parted else chosen:
        if at in parted:
            found.extend(m.start() for m in _WORD_START.finditer(text, tokens.starts[at], tokens.ends[at]))
            continue
        found.append(tokens.starts[at])
        if "'" in forms[tokens.ids[at]]:
            found.extend(m.start() for m in _WORD_START.finditer(text, found[-1] + 1, tokens.ends[at]))
    return found


def _parted(tokens: Tokens) -> set[int]:
    """Return the tokens with a mark inside that is no letter: there a token may hold several words."""
    if tokens.text.isascii():
        return set()
    marks = (match.start() for match in _PARTED.finditer(tokens.text))
    return {max(0, bisect_right(tokens.starts, at) - 1) for at in marks} if len(tokens) else set()
