"""Bytes of a web page to text, by byte order mark, HTTP header, the page's own word, or the custom of the web."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import InputError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_HEAD = 4096  # bytes of a page in which it may say its character set; browsers look at 1024
_META = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARATION = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})""")
# What the web means by a name is wider than what the standard of that name says (WHATWG Encoding).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",  # a page that could say so in bytes that are read one by one is not UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_KNOWN = frozenset(
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 "
    "iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1252 cp1253 cp1254 "
    "cp1255 cp1256 cp1257 cp1258 gb18030 big5 big5hkscs euc_jp iso2022_jp cp932 cp949".split()
)
_FALLBACK = "cp1252"
_LOST_SHARE = (
    0.001  # of the characters: a page with one broken teaser is read, one in another character set is not
)


def decode_page(data: bytes, name: str, charset: str | None = None) -> str:
    """Return the text of a page; `charset` is what the HTTP header says.

    Bytes that cannot be decoded become U+FFFD, as in a browser, where they are few; else InputError says so.
    """
    encoding, told_by = _encoding(data, charset)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    if told_by == "nobody" and encoding != _FALLBACK:
        encoding = _FALLBACK
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > max(1, _LOST_SHARE * len(text)):
        raise InputError(
            f"{name} is {encoding.removesuffix('-sig').upper()} as told by {told_by}, but much of it cannot be decoded so.",
            remedy="Save it as UTF-8, or save the text of the story to a .txt file, and give that.",
        )
    return text


def as_utf8(data: bytes, charset: str | None) -> bytes:
    """Return a text in UTF-8 by what the HTTP header says of it, or as it is where that is nothing or wrong."""
    encoding = _codec(charset) if charset else None
    try:
        return data.decode(encoding).encode("utf-8") if encoding else data
    except UnicodeDecodeError:
        return data


def _encoding(data: bytes, charset: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, "its byte order mark"
    if charset and (encoding_ := _codec(charset)):
        return encoding_, "its server"
    head = data[:_HEAD]
    for pattern in (_DECLARATION, _META):
        match = pattern.search(head)
        if match and (encoding_ := _codec(match[1].decode("ascii", "replace"))):
            return encoding_, "itself"
    return "utf-8", "nobody"


def _codec(label: str) -> str | None:
    """Return Python's name of a character set of the web, None for any other."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None
