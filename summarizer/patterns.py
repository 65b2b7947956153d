"""Patterns that are compiled when they are first used: of the many that check claims, a document needs few."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class LatePattern:
    """Stands for a compiled pattern, and compiles it when the first of its methods is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Return what the compiled pattern has by that name; it is kept, so that this is asked only once for each."""
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def late_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Do as `re.compile` does, but compile at the first use: half of all patterns are not used for most documents."""
    return cast("re.Pattern[str]", LatePattern(pattern, flags))
