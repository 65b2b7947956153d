"""Keeps the loggers of the client libraries silent while this package calls them, and only then."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# They log tracebacks of what is reported here in plain words, and some log what was sent.
LIBRARIES = (
    "anthropic",
    "google",
    "groq",
    "h11",
    "httpcore",
    "httpx",
    "instructor",
    "openai",
    "tenacity",
    "urllib3",
)

# Made only while a client is built, and already used then.
_LATE = ("instructor.auto_client", "instructor.v2", "instructor.v2.retry")

_inside: ContextVar[bool] = ContextVar("_inside", default=False)


class _OutsideOnly(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return not _inside.get()


_filter = _OutsideOnly()


@contextmanager
def silenced() -> Iterator[None]:
    """Silence the libraries' loggers within this block, for this task or thread alone."""
    hush()
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)


def hush() -> None:
    """Find the libraries' loggers; to be called again after an import, which makes new ones."""
    for name in {*_LATE, *logging.root.manager.loggerDict}:
        if name.startswith(LIBRARIES):  # httpx2 and httpcore2 too
            logging.getLogger(name).addFilter(_filter)
