"""The one place that makes text from documents, models and servers harmless: shown, never obeyed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Everything that acts on a reader's screen without being seen: control characters (Cc), format characters
# (Cf: bidirectional overrides, zero-width marks, soft hyphens, tags), lone surrogates (Cs), line and
# paragraph separators (Zl, Zp), and the letters and marks that Unicode calls default-ignorable.
_INVISIBLE = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    r"\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e0fff"
)
_SUSPECT = re.compile(f"[{_INVISIBLE}]")
_SUSPECT_IN_JSON = re.compile(rf"(?!\n)[{_INVISIBLE}]")
_FOLDED = re.compile(r"\r\n|[\n\r\t]")

# The two uses of invisible characters that spelling needs: joiners inside words of scripts from Arabic to
# Myanmar, Khmer and Mongolian, and in emoji; and the selector of a symbol's look.
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe0e\ufe0f"
_JOINED_SCRIPTS = re.compile(r"[\u0620-\u109f\u1780-\u18af]")

_MARKDOWN_SIGN = re.compile(r"[\\`*_\[\]{}<>&|~^$#]|=(?==)")
_ADDRESS = re.compile(r"@|://|\w\.[^\W\d_]{2}")
_MARKDOWN_WORD = re.compile(r"([^\s`|\\]+)")
_AROUND_ADDRESS = "()[]{}<>*_~.,;:!?'\"“”‘’«»"

_IN_ASCII = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("‐‑‒–−·", "-"),
    **dict.fromkeys("\xa0\u2009\u202f", " "),
    "—": "--",
    "…": "...",
    "›": ">",
    "→": "->",
}


def plain(text: str) -> str:
    r"""Return `text` on one line with every invisible character written out as its code: ESC is `\x1b`.

    Line ends and tabs become a space; nothing is dropped. What comes back holds no control character,
    no bidirectional override and no lone surrogate, so a terminal or a file can take it as it is.
    """
    return _SUSPECT.sub(_shown, _FOLDED.sub(" ", text))


def markdown(text: str) -> str:
    """Return `plain(text)` for use inside a line of Markdown: markup, HTML and entities in it are shown.

    Addresses of the web and of mail, file names, and names with an @ become code, which no dialect
    makes a link of.
    """
    line = "".join(_markdown_pieces(plain(text).strip()))
    if line[:1] in {"-", "+", "=", ":"}:
        return "\\" + line
    return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", line)


def encodable(text: str, encoding: str) -> str:
    """Return `text` as `encoding` can write it: other typographic marks become plain ones, the rest codes."""
    if can_encode(text, encoding):
        return text
    return "".join(c if can_encode(c, encoding) else _IN_ASCII.get(c) or _code(c) for c in text)


def can_encode(text: str, encoding: str) -> bool:
    """Whether `encoding` can write all of `text`; of an unknown one, only ASCII is believed."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return text.isascii()
    return True


def json_safe(text: str, *, ascii_only: bool = False) -> str:
    """Write invisible characters of JSON text as JSON escapes: the same data, and nothing acts on a screen.

    `ascii_only` writes all characters beyond ASCII that way.
    """
    pattern = re.compile(r"[^\x20-\x7e\n]") if ascii_only else _SUSPECT_IN_JSON
    return pattern.sub(lambda found: _json_code(found[0]), text)


def _shown(found: re.Match[str]) -> str:
    character, at = found[0], found.start()
    before, after = found.string[at - 1 : at], found.string[at + 1 : at + 2]
    if character in _JOINERS and _is_joined(before) and _is_joined(after):
        return character
    if character in _SELECTORS and before and unicodedata.category(before)[0] == "S":
        return character
    return _code(character)


def _is_joined(neighbour: str) -> bool:
    if not neighbour:
        return False
    if unicodedata.category(neighbour) in {"Lo", "Mn", "Mc"}:
        return bool(_JOINED_SCRIPTS.match(neighbour)) or neighbour == "\ufe0f"
    return unicodedata.category(neighbour) in {"So", "Sk"}  # emoji and their skin tones


def _code(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _json_code(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))


def _markdown_pieces(line: str) -> Iterator[str]:
    for piece in _MARKDOWN_WORD.split(line):
        if not _has_address(piece):
            yield _MARKDOWN_SIGN.sub(_escaped, piece)
            continue
        core = piece.strip(_AROUND_ADDRESS)
        if not _has_address(core):
            core = piece
        before, _, after = piece.partition(core)
        yield f"{_MARKDOWN_SIGN.sub(_escaped, before)}`{core}`{_MARKDOWN_SIGN.sub(_escaped, after)}"


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _has_address(word: str) -> bool:
    return _ADDRESS.search(word) is not None
