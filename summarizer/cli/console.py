"""Standard output and standard error: safe for every character, quiet when the reader is gone."""

from __future__ import annotations

import io
import os
import stat
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


def complain(message: str, remedy: str | None = None) -> None:
    """Write one or two lines to standard error, control characters made visible."""
    note(f"summarizer: {_line(message)}")
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


def announce_waiting(*names: str) -> None:
    """Tell what the command may wait for without end: a document that is typed, or a named pipe that nobody writes to."""
    if "-" in names and is_terminal(sys.stdin):
        complain("reading from the terminal; end with Ctrl-D on a line of its own")
    for name in names:
        if _is_named_pipe(name):
            complain(f"reading from the named pipe {name} as soon as something is written to it; Ctrl-C ends")


def _is_named_pipe(name: str) -> bool:
    """Whether a name is a pipe of its own in a folder, not one that a shell has opened (`<(…)`) and writes to."""
    try:
        return not name.startswith(("/dev/", "/proc/")) and stat.S_ISFIFO(os.stat(name).st_mode)
    except (OSError, ValueError):
        return False


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


class StandIn(io.StringIO):
    """Answers for a stream when asked what it is, and keeps what is written to it.

    A console that only draws writes and flushes all the same, and would fail where the stream is full.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a StringIO has none
        """The stream's encoding."""
        return self._stream.encoding

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return is_terminal(self._stream)

    def fileno(self) -> int:
        """Return the stream's file descriptor."""
        return self._stream.fileno()


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
