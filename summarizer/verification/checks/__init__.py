"""The checks: one file each, with one constant `CHECK`, found by the name that a field type asks for."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from summarizer.verification.outcome import Check


@cache
def get_check(name: str) -> Check:
    """Return the check of that name; raises KeyError, naming the known ones, when there is none."""
    if name not in check_names():
        raise KeyError(f"There is no check {name!r}. Known checks: {', '.join(check_names())}.")
    check = importlib.import_module(f"{__name__}.{name}").CHECK
    assert isinstance(check, Check), f"checks/{name}.py must define CHECK"
    return check


@cache
def check_names() -> tuple[str, ...]:
    """Return the names of all checks."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__)))
