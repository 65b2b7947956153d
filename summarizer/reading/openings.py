"""Where the matches of a slow pattern may begin: read from its own words, so that it need not be tried elsewhere."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from string import ascii_lowercase

from summarizer.reading.triggers import trie
from summarizer.reading.wording import Tokens

_WORD_START = re.compile(r"\b\w")


def openings(pattern: str) -> set[str]:
    """Return letters one of which every match of `pattern` begins with.

    Each of its alternatives must begin with small letters or with a group `(?:…)` of such; raises ValueError
    for any other.
    """
    begin, whole = words_opening(pattern)
    return begin | whole


def words_opening(pattern: str, behind: str = "") -> tuple[set[str], set[str]]:
    """Return the `openings` of `pattern`: letters that a word begins with, and those that are a word, a blank behind them.

    `behind` is the pattern of what follows.
    """
    begin: set[str] = set()
    whole: set[str] = set()
    for branch in _branches(pattern):
        if branch.startswith("(?:"):
            inner, rest = _group(branch)
            optional = rest[:1] in ("?", "*")
            parts = [words_opening(inner, (rest[1:] if rest[:1] == "?" else rest) or behind)]
            parts += [words_opening(rest[1:], behind)] if optional else []
            begin.update(*(letters for letters, _ in parts))
            whole.update(*(letters for _, letters in parts))
        elif letters := re.match(r"[a-z]+(?![a-z?*{])|[a-z]+(?=[a-z])", branch):
            rest = branch[letters.end() :] or behind
            (whole if rest.startswith((r"\s+", r"(?=\s")) else begin).add(letters[0])
        else:
            raise ValueError(f"no letters at the beginning of {branch!r}")
    return begin, whole


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


def by_letter(pattern: str, always: str) -> dict[str, re.Pattern[str]]:
    """Return the alternatives of `pattern` by the letter that they begin with, so that few are tried at a place.

    Those of `always` stand under every letter.
    """
    found: dict[str, list[str]] = {}
    for branch in _branches(pattern):
        for letter in sorted({opening[0] for opening in openings(branch)}):
            found.setdefault(letter, []).append(branch)
    return {letter: re.compile("|".join((*found.get(letter, ()), always))) for letter in ascii_lowercase}


def forms_opening(
    begin: Iterable[str], whole: Iterable[str] = (), inside: Iterable[str] = ()
) -> re.Pattern[str]:
    """Return a pattern of the forms, each behind a line break, that begin with one of `begin` or have it behind "'".

    Those that are one of `whole`, not more, and those that hold one of `inside` anywhere belong to them, too.
    """
    parts = [*filter(None, (trie(begin), f"(?:{trie(whole)})(?![^'\n])" if whole else ""))]
    anywhere = "".join(rf"|[^\n]*?{re.escape(letters)}" for letters in inside)
    return re.compile(rf"\n((?:(?:[^'\n]*+')*?(?:{'|'.join(parts)}){anywhere})[^\n]*)")


def word_starts(tokens: Tokens, wanted: re.Pattern[str]) -> array[int]:
    """Return where the words begin, in order, whose form `wanted` matches; of one with an apostrophe all its parts."""
    text, starts, forms, ids = tokens.text, tokens.starts, tokens.forms, tokens.ids
    chosen = set(wanted.findall("\n".join(("", *forms))))
    places = tokens.all_of([number for number, form in enumerate(forms) if form in chosen])
    found = list(map(starts.__getitem__, places))
    several = set(tokens.parted)
    if any("'" in form for form in chosen):
        several.update([at for at in places if "'" in forms[ids[at]]])
    for at in several:
        found.extend(m.start() for m in _WORD_START.finditer(text, starts[at], tokens.ends[at]))
    return array("i", sorted(set(found)) if several else found)
