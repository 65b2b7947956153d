"""Patterns compiled late are what `re.compile` would have made, and none of them waits with a mistake."""

from __future__ import annotations

import gc
import importlib
import re
from pathlib import Path

import pytest

import summarizer
from summarizer.patterns import LatePattern, late_regex

PACKAGE = Path(summarizer.__file__).parent


def late_patterns() -> list[LatePattern]:
    """Return all that stand in modules of the package."""
    for file in PACKAGE.rglob("*.py"):
        if "late_regex(" in file.read_text("utf-8"):
            importlib.import_module(".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts))
    return [one for one in gc.get_objects() if isinstance(one, LatePattern)]


def test_every_pattern_can_be_compiled() -> None:
    """A mistake in a pattern would be met only when a document needs it: here all of them are compiled."""
    patterns = late_patterns()
    assert len(patterns) > 100
    for one in patterns:
        assert re.compile(one.pattern, one.flags & ~re.UNICODE), one.pattern


def test_a_late_pattern_matches_like_a_compiled_one() -> None:
    """Its methods and properties are those of the compiled pattern, the first time and ever after."""
    late, made = late_regex(r"(?P<word>a+)b", re.IGNORECASE), re.compile(r"(?P<word>a+)b", re.IGNORECASE)
    assert late.pattern == made.pattern
    for _ in range(2):
        assert [m.span() for m in late.finditer("xAAb ab")] == [(1, 4), (5, 7)]
        assert late.sub(r"<\g<word>>", "AAb") == made.sub(r"<\g<word>>", "AAb")
        assert late.search("cAb", 1, 2) is None
    assert (late.flags, late.groupindex) == (made.flags, made.groupindex)


def test_nothing_is_compiled_before_it_is_used() -> None:
    """A wrong pattern raises at its first use, not where it is written."""
    wrong = late_regex("(")
    with pytest.raises(re.error, match="unterminated subpattern"):
        wrong.search("a")
