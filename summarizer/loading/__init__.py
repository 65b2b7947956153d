"""Documents to Sources: from a path, an address or standard input; one file for each format, chosen by content and suffix."""

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
from summarizer.loading.foreign import DATA, MARKUP, PAGES, refuse_foreign
from summarizer.loading.loader import Loader, Raw
from summarizer.source import Source, to_date

STDIN = "-"
LARGEST = 64 * 1024 * 1024  # bytes: a device or an endless pipe must end in a message, not in all memory
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def load(
    source: str | Path | Source, *, published: date | str | None = None, allow_private: bool = False
) -> Source:
    """Return the Source at `source`: a path, an address, `-` for standard input, or a Source, which passes through.

    Text is UTF-8; a byte order mark is not part of it, line ends are kept. A named pipe is waited for, as by any
    tool. Of an HTML page the Source holds
    the visible text, with the story told from page furniture; of XML all text, block by block. An address is http or https; one in a private
    network is refused, wherever it is met, unless `allow_private`. `published` (a date or ISO 8601
    text) anchors relative dates and goes before what the document says. Raises InputError for what cannot
    be read and UsageError for a date that is none.
    """
    anchor = _date(published)
    if isinstance(source, Source):
        return dataclasses.replace(source, published=anchor) if anchor else source
    raw = read_raw(source, allow_private=allow_private)
    return _loader_for(raw).load(raw, published=anchor)


def read_text(source: str | Path) -> str:
    """Return the text of a file, or of standard input for `-`: any text, JSON too, not only a document."""
    raw = read_raw(source)
    refuse_foreign(raw.data, raw.suffix, raw.name, (*PAGES, *MARKUP), readable="JSON, Markdown and text")
    return decode(raw.data, raw.name)


def read_raw(source: str | Path, *, allow_private: bool = False) -> Raw:
    """Return the bytes at `source`, with the name they go by in messages."""
    if source == STDIN:
        return Raw(_read_stdin(), STDIN_NAME)
    if isinstance(source, str) and _ADDRESS.match(source):
        from summarizer.loading.web.fetching import fetch

        return fetch(source, allow_private=allow_private)
    path = Path(source)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(source, error) from None
    if len(data) > LARGEST:
        raise InputError(f"{_short(source)} is larger than {LARGEST >> 20} MiB.", remedy="Cut it into parts.")
    return Raw(data, _sayable(str(path)), path.suffix.lower())


@cache
def loaders() -> tuple[Loader, ...]:
    """Return the register: the `LOADER` of every file in this folder that has one."""
    modules = (importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(m.LOADER for m in modules if isinstance(getattr(m, "LOADER", None), Loader))


def _loader_for(raw: Raw) -> Loader:
    """Choose by content, then by suffix; what nobody claims is text, unless it is known to be none."""
    for loader in loaders():
        if loader.recognizes and loader.recognizes(raw.data):
            return loader
    refuse_foreign(raw.data, raw.suffix, raw.name, (*DATA, *MARKUP), readable="text, HTML and XML")
    by_suffix = {s: loader for loader in loaders() for s in loader.suffixes}
    return by_suffix.get(raw.suffix) or by_suffix[".txt"]


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
