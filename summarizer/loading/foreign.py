"""Formats that are recognized in order to be refused: read as text, their markup would pass for words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.errors import InputError

_HEAD = 1024  # bytes that are looked at
_LEAD = rb"(?:\xef\xbb\xbf)?\s*"
HTML_SIGNATURE = re.compile(
    _LEAD + rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*){0,9}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|article|section|div|table|h[1-6]|p)\b",
    re.IGNORECASE,
)
XML_SIGNATURE = re.compile(_LEAD + rb"<\?xml\s")
_ARCHIVE = re.compile(rb"From: <Saved by ")
_ZIP = re.compile(rb"PK\x03\x04")
_OLE = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_REPORT = re.compile(_LEAD + rb'\{[^{}]{0,100}"summarizer/report/')
_NEVER = re.compile(rb"(?!)")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format by its name, its suffixes and how its first bytes look; `remedy` says what to give instead."""

    name: str
    suffixes: tuple[str, ...]
    signature: re.Pattern[bytes]
    remedy: str = "Save its text to a .txt file (UTF-8) and give that."


PAGES = (
    Foreign("an HTML page", (".html", ".htm", ".xhtml"), HTML_SIGNATURE),
    Foreign("XML", (".xml",), XML_SIGNATURE),
)
MARKUP = (
    Foreign("a web archive", (".mhtml", ".mht"), _ARCHIVE, remedy="Save the page as HTML and give that."),
    Foreign("a PDF", (".pdf",), re.compile(rb"%PDF-")),
    Foreign("an RTF document", (".rtf",), re.compile(rb"\{\\rtf")),
    Foreign("an office document or archive", (".docx", ".odt", ".pptx", ".xlsx", ".epub", ".zip"), _ZIP),
    Foreign("an old office document", (".doc", ".xls", ".ppt"), _OLE),
)
DATA = (
    Foreign("a summarizer report", (), _REPORT, remedy="To verify it: summarizer verify REPORT SOURCE"),
    Foreign("JSON", (".json", ".jsonl"), _NEVER),
)


def refuse_foreign(data: bytes, suffix: str, name: str, formats: Sequence[Foreign], *, readable: str) -> None:
    """Raise InputError when the first bytes, or else the suffix, tell one of `formats`.

    `readable` names what may be given instead.
    """
    head = data[:_HEAD]
    if not head.strip():
        return  # that it is empty says more
    found = [f for f in formats if f.signature.match(head)] or [f for f in formats if suffix in f.suffixes]
    if found:
        raise InputError(
            f"{name} is {found[0].name}: this version reads {readable} only.", remedy=found[0].remedy
        )
