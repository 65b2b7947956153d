"""Bytes to canonical text: UTF-8, every character kept, and plain words for what is not text."""

from __future__ import annotations

import codecs
import shlex
from typing import NoReturn

from summarizer.errors import InputError

STDIN_NAME = "standard input"
_OTHER_UTF = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Tabs, line ends, page breaks and the escape of terminal logs occur in texts; NUL and the rest do not.
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_BINARY_SHARE = 0.1
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"  # alone, these are no text


def decode(data: bytes, name: str) -> str:
    """Return the text of `data`, which must be UTF-8, with or without a byte order mark.

    The mark is no part of the text: offset 0 is the first character after it. Nothing else is changed;
    line ends stay as they are. Raises InputError, naming `name`, for binary, undecodable and empty data.
    """
    for mark, encoding in _OTHER_UTF:
        if data.startswith(mark):
            raise InputError(f"{name} is {encoding}, not UTF-8.", remedy=_convert(name, encoding))
    _refuse_nul(data, name)
    refuse_binary(data, name)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        _refuse_undecodable(data, error.start, name)
    if all(c.isspace() or c in _INVISIBLE for c in text):
        state = "has nothing but white space in it" if text else "is empty"
        raise InputError(f"{name} {state}.", remedy="Give a document with text in it.")
    return text


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError when much of `data` is control characters, as of a picture or a program."""
    if data.startswith(tuple(mark for mark, _ in _OTHER_UTF)):
        return  # half of the bytes are NUL, and rightly
    if len(data) - len(data.translate(None, _CONTROLS)) > _BINARY_SHARE * len(data):
        raise _binary(name, "much of it is control characters")


def _refuse_nul(data: bytes, name: str) -> None:
    nul = data.find(b"\0")
    if nul >= 0:
        raise _binary(name, f"it has a NUL byte at offset {nul}")


def _binary(name: str, cause: str) -> InputError:
    return InputError(
        f"{name} is a binary file: {cause}.", remedy="Save the text in it as UTF-8 and give that."
    )


def _refuse_undecodable(data: bytes, at: int, name: str) -> NoReturn:
    line = data.count(b"\n", 0, at) + 1
    raise InputError(
        f"{name} is not UTF-8: byte 0x{data[at]:02x} at offset {at}, line {line}, cannot be decoded.",
        remedy=_convert(name, "WINDOWS-1252", " (if that is its encoding)"),
    )


def _convert(name: str, encoding: str, condition: str = "") -> str:
    file = "" if name == STDIN_NAME else f" {shlex.quote(name)}"
    return f"Convert it first{condition}: iconv -f {encoding} -t UTF-8{file}"
