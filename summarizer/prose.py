"""Prose and Markdown to claims: every sentence that asserts something, none of the scaffolding around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from summarizer.frontmatter import read_front_matter
from summarizer.kinds import get_kind, kind_names, record_type, verified_of
from summarizer.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKDOWN_SIGNS = re.compile(
    r"^ {0,3}(?:#{1,6}[ \t]+\S|\[\^[^\]\s]{1,80}\]:|(?:```|~~~)|\|?[ \t]*:?-{3,}:?[ \t]*\|)", re.MULTILINE
)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,80}\]:")
_REFERENCE = re.compile(r"[ \t]?\[\^[^\]\s]{1,80}\]")
_WRAPPED_HYPHEN = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[a-z])")
_OPENING_MARKS = tuple("“„«\"‘'")
# The words of `rendering.markdown_report`: the first block quote of a memo, and what opens a position.
_OWN_MEMO = re.compile(r"^> \*[A-Z][\w ]* of\* [^\n]* sha256:[0-9a-f]{64}$", re.MULTILINE)
_POSITION = re.compile(
    r"Position of (?P<holder>.+?)(?:(?P<firsthand>, first-hand)|, speaker not stated|, as told by (?P<speaker>.+))?:"
)
_ENDS = ".!?…”»\"'"
_LABEL = re.compile(r"\s*[;(]?\s*\x00([^\x00]*)\x00\s*")
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[.,;)])")
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")


def looks_like_markdown(text: str) -> bool:
    """Whether `text` has a line that only Markdown has: a heading, a footnote, a fence, a table's rule."""
    return bool(_MARKDOWN_SIGNS.search(text))


def plain_claims(text: str) -> tuple[str, ...]:
    """Return the sentences of plain prose, hard line wraps joined; front matter is left out."""
    matter = read_front_matter(text)
    body = text[matter.end :] if matter else text
    return tuple(_sentences(body))


def markdown_claims(text: str) -> tuple[str, ...]:
    """Return the sentences of a Markdown text that claim something.

    Headings, a paragraph that is bold as a whole, footnotes, the header row of a table, code, rules,
    pictures and front matter claim nothing. A table's row is one claim, its cells joined by commas. In a
    memo of this package, verdicts, labels, notes and provenance claim nothing either, and each sentence
    of a position is claimed of its speaker.
    """
    from markdown_it import MarkdownIt

    matter = read_front_matter(text)
    body = _without_footnotes(text[matter.end :] if matter else text)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    if _OWN_MEMO.search(body):
        return tuple(claim for children in _memo_items(tokens) for claim in _memo_claims(children))
    return tuple(claim for block in _told(tokens) for claim in _sentences(block))


def _sentences(text: str) -> Iterator[str]:
    from summarizer.reading import read

    joined = _WRAPPED_HYPHEN.sub("-", text.replace("\r\n", "\n"))
    for sentence in read(Source(joined)).sentences:
        claim = " ".join(sentence.text.split())
        if any(c.isalnum() for c in claim):
            yield claim


# -- Markdown ----------------------------------------------------------------------------------


def _without_footnotes(text: str) -> str:
    """Cut the definitions of footnotes: CommonMark does not know them, and would take them for paragraphs."""
    kept: list[str] = []
    inside = blank = False
    for line in text.splitlines(keepends=True):
        if _FOOTNOTE.match(line):
            inside = True
        elif inside and blank and line.strip() and not line.startswith(("    ", "\t")):
            inside = False
        blank = not line.strip()
        if not inside:
            kept.append(line)
        elif blank:
            kept.append("\n")
    return "".join(kept)


def _told(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the text of every block that may hold claims."""
    heading = header_row = False
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "heading_open" | "heading_close":
                heading = token.nesting > 0
            case "thead_open" | "thead_close":
                header_row = token.nesting > 0
            case "tr_open":
                row = []
            case "tr_close":
                if row and not header_row:
                    yield ", ".join(row)
                row = None
            case "inline" if not heading:
                words = _inline(token.children or ())
                if row is not None:
                    row += [words] if words else []
                elif not _all_bold(token.children or ()):
                    yield words
            case "html_block":
                yield _html_text(token.content)


def _inline(children: Iterable[Token]) -> str:
    pieces = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append("\n" if child.type == "softbreak" else "\n\n")
    joined = _WRAP.sub(" ", _WRAPPED_HYPHEN.sub("-", "".join(pieces)))
    return _REFERENCE.sub("", joined).strip()


# -- our own memo ------------------------------------------------------------------------------


def _memo_items(tokens: Iterable[Token]) -> Iterator[Sequence[Token]]:
    """Yield the inline tokens of a memo's paragraphs and list items: all else in it is bookkeeping."""
    depth = 0
    for token in tokens:
        if token.type.startswith(("heading_", "blockquote_", "table_")):
            depth += token.nesting
        elif token.type == "inline" and depth == 0:
            yield token.children or ()


def _memo_claims(children: Sequence[Token]) -> Iterator[str]:
    """Yield the claims of one item: a record is one claim, a position one for each of its sentences."""
    bold, words = _memo_words(children)
    told = _POSITION.fullmatch(bold)
    if told is None:
        yield from _record_claim(words)
        return
    speaker = told["speaker"] or (told["holder"] if told["firsthand"] else None)
    for sentence in _sentences(words):
        if speaker is None:
            yield sentence
        elif sentence.startswith(_OPENING_MARKS):
            yield f"{speaker} said: {sentence}"
        else:
            yield f"According to {speaker}, {sentence}"


def _memo_words(children: Sequence[Token]) -> tuple[str, str]:
    """Return what is bold and what is plain in an item; of what is emphasized, labels stay, as marks."""
    pieces: dict[str, list[str]] = {"strong": [], "em": [], "": []}
    inside = ""
    for child in children:
        kind, _, edge = child.type.rpartition("_")
        if kind in ("strong", "em"):
            inside = kind if edge == "open" else ""
        elif inside == "em":
            pieces[""] += [f"\0{child.content[:-1]}\0"] if child.content.endswith(":") else []
        else:
            pieces[inside].append(_inline([child]) if child.type == "code_inline" else child.content)
    bold, plain = ("".join(pieces[name]) for name in ("strong", ""))
    return bold.strip(), _REFERENCE.sub("", plain).strip()


def _record_claim(words: str) -> Iterator[str]:
    """Yield a record as its values stand in the memo, labels and what code derived left out."""
    main, *asides = _LABEL.split(words)
    told = [
        value.rstrip(" .").removesuffix(")")
        for label, value in zip(asides[::2], asides[1::2], strict=True)
        if label not in _derived_labels()
    ]
    main = main.rstrip(" .") if asides else main
    claim = _SPACE_BEFORE_MARK.sub("", f"{main} ({'; '.join(told)})" if told else main)
    if any(c.isalnum() for c in claim):
        yield claim if claim[-1] in _ENDS else f"{claim}."


@cache
def _derived_labels() -> frozenset[str]:
    """Return the labels of fields that code fills from the words beside them, in any kind."""
    schemas = [get_kind(name).schema for name in kind_names()]
    names: set[str] = set()
    while schemas:
        for name, info in schemas.pop().model_fields.items():
            if inner := record_type(info.annotation):
                schemas.append(inner)
            elif verified_of(info).derived:
                names.add(name.replace("_", " "))
    return frozenset(names)


def _all_bold(children: Iterable[Token]) -> bool:
    """Whether a paragraph is bold from its first to its last word: a heading by other means."""
    depth = 0
    bold = False
    for child in children:
        depth += child.nesting if child.type.startswith("strong_") else 0
        if child.type in ("text", "code_inline") and child.content.strip():
            if depth == 0:
                return False
            bold = True
    return bold


class _Text(HTMLParser):
    """Gathers the text of an HTML block; comments, scripts and styles are none."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in ("script", "style")
        self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0
        self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def _html_text(block: str) -> str:
    parser = _Text()
    parser.feed(block)
    parser.close()
    return "".join(parser.pieces)
