"""Documents to Sources: from a path, standard input or text; one file for each format, found by its suffix."""

from __future__ import annotations

import dataclasses
import errno
import importlib
import os
import pkgutil
import re
import sys
from datetime import date
from functools import cache
from pathlib import Path

from summarizer.errors import InputError, UsageError
from summarizer.loading.decoding import STDIN_NAME, decode
from summarizer.loading.foreign import DATA, MARKUP, refuse_foreign
from summarizer.loading.loader import Loader
from summarizer.source import Source, to_date

STDIN = "-"
LARGEST = 64 * 1024 * 1024  # bytes: a device or an endless pipe must end in a message, not in all memory
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def load(source: str | Path | Source, *, published: date | str | None = None) -> Source:
    """Return the Source at `source`: a path, `-` for standard input, or a Source, which passes through.

    `published` (a date or ISO 8601 text) anchors relative dates and goes before what the document says.
    The text is UTF-8; a byte order mark is not part of it, line ends are kept. Raises InputError for
    what cannot be read and UsageError for a date that is none.
    """
    anchor = _date(published)
    if isinstance(source, Source):
        return dataclasses.replace(source, published=anchor) if anchor else source
    data, name, suffix = read_bytes(source)
    refuse_foreign(data, suffix, name, (*DATA, *MARKUP))
    return _loader_for(data, suffix).load(data, id=name, published=anchor)


def read_text(source: str | Path) -> str:
    """Return the text of a file, or of standard input for `-`: any text, JSON too, not only a document."""
    data, name, suffix = read_bytes(source)
    refuse_foreign(data, suffix, name, MARKUP)
    return decode(data, name)


def read_bytes(source: str | Path) -> tuple[bytes, str, str]:
    """Return the bytes at `source`, the name it goes by in messages, and its suffix in lower case."""
    if source == STDIN:
        return _read_stdin(), STDIN_NAME, ""
    if _ADDRESS.match(str(source)):
        raise InputError(
            f"{_short(source)} is an address: this version reads files only.",
            remedy="Save the text of the page to a file and give that.",
        )
    path = Path(source)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(source, error) from None
    if len(data) > LARGEST:
        raise InputError(f"{_short(source)} is larger than {LARGEST >> 20} MiB.", remedy="Cut it into parts.")
    return data, _sayable(str(path)), path.suffix.lower()


@cache
def loaders() -> tuple[Loader, ...]:
    """Return the register: the `LOADER` of every file in this folder that has one."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(m.LOADER for m in modules if isinstance(getattr(m, "LOADER", None), Loader))


def _loader_for(data: bytes, suffix: str) -> Loader:
    """Choose by content, then by suffix; what nobody claims is text."""
    for loader in loaders():
        if loader.recognizes and loader.recognizes(data):
            return loader
    by_suffix = {s: loader for loader in loaders() for s in loader.suffixes}
    return by_suffix.get(suffix) or by_suffix[".txt"]


def _date(value: date | str | None) -> date | None:
    try:
        return to_date(value)
    except ValueError:
        raise UsageError(f"{_short(value)} is not a date.", remedy="Write it as YYYY-MM-DD.") from None


def _read_stdin() -> bytes:
    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise InputError(
            f"Standard input cannot be read: {error.strerror}.", remedy="Pipe a document in, or name a file."
        ) from None
    if len(data) > LARGEST:
        raise InputError(f"Standard input is larger than {LARGEST >> 20} MiB.", remedy="Cut it into parts.")
    return data


def _unreadable(source: str | Path, error: OSError | ValueError) -> InputError:
    name = _short(source)
    code = (error.errno or errno.EIO) if isinstance(error, OSError) else errno.EINVAL
    if os.path.isdir(source):
        return InputError(f"{name} is a folder.", remedy="Name one file in it.")
    if code in (errno.ENAMETOOLONG, errno.EINVAL) or "\n" in name:
        return InputError(
            f"{name} is no file name.", remedy="To use a text as it is: Source.from_text(text)."
        )
    if code == errno.ENOENT:
        return InputError(
            f"{name}: there is no such file.", remedy="Check the path; `-` reads standard input."
        )
    if code in (errno.EACCES, errno.EPERM):
        return InputError(f"{name} cannot be read: permission denied.", remedy="Ask its owner, or copy it.")
    return InputError(f"{name} cannot be read: {os.strerror(code)}.", remedy="Check the file and its disk.")


def _short(value: object) -> str:
    """Name a value in a message, cut where it is long: a whole document may stand where a path should."""
    text = _sayable(str(value))
    return text if len(text) <= 200 else f"{text[:100]}…"


def _sayable(name: str) -> str:
    """Write a file's name as Unicode text: bytes in it that are no UTF-8 arrive as halves of a pair."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
