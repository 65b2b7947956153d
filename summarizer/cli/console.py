"""Standard output and standard error: safe for every character, quiet when the reader is gone."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from summarizer.errors import OutputError

_LONGEST = 600  # characters of an error's line: a value may be a whole document


def make_streams_safe() -> None:
    """Let no character fail to print: what the encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def complain(message: str, remedy: str | None = None, *, prefix: str = "summarizer: ") -> None:
    """Write one or two lines to standard error, control characters made visible."""
    if prefix:
        note(f"{prefix}{_line(message)}")
    else:
        note(message)
    if remedy:
        note(_line(remedy))


def note(text: str) -> None:
    """Write `text` and a line end to standard error, if there is one."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(text + "\n")
            sys.stderr.flush()
    except OSError:
        pass  # nobody is left to be told


def write_stdout(text: str) -> None:
    """Write a result to standard output. A reader who has gone is no error; a full disk is."""
    if sys.stdout is None:
        raise OutputError("There is no standard output.", remedy="Name a file with -o.")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        silence_stdout()
        raise OutputError(
            f"Standard output cannot be written: {error.strerror}.", remedy="Name a file with -o."
        ) from None


def silence_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter's last flush does not fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        pass


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees `stream`; a closed or missing one is seen by nobody."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _line(text: str) -> str:
    from summarizer.rendering.safe import plain

    line = " ".join(plain(text).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
