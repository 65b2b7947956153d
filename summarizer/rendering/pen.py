"""Words as rich Text for one console: harmless, and as its encoding can write them; verdicts with mark and colour."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from summarizer.rendering.outline import MARKS, NOT_CHECKED, Leaf, tally
from summarizer.rendering.safe import can_encode, encodable, plain
from summarizer.report import Verdict

_STYLES: dict[Verdict | None, str] = {
    Verdict.SUPPORTED: "green",
    Verdict.REVIEW: "yellow",
    Verdict.UNSUPPORTED: "red",
    Verdict.CONTRADICTED: "bold red",
    None: "dim",
}
_ASCII_MARKS = {**MARKS, Verdict.SUPPORTED: "+", Verdict.UNSUPPORTED: "x"}


class Pen:
    """Makes Text, and only Text: rich never reads what it writes as markup."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._marks = MARKS if can_encode("".join(MARKS.values()), encoding) else _ASCII_MARKS

    def text(self, words: str, style: str = "") -> Text:
        """Write words on one line, every invisible character shown as its code."""
        return Text(encodable(plain(words), self._encoding), style=style, overflow="fold")

    def mark(self, verdict: Verdict | None) -> Text:
        """Write a verdict's mark in its colour."""
        return Text(self._marks[verdict], style=_STYLES[verdict])

    def verdict(self, verdict: Verdict | None, words: str) -> Text:
        """Write a verdict's mark and `words` in its colour."""
        return Text(f"{self._marks[verdict]} {words}", style=_STYLES[verdict])

    def doubt(self, verdict: Verdict) -> Text:
        """Write a mark to stand behind a value that is not supported."""
        return Text(f" [{self._marks[verdict]}]", style=_STYLES[verdict])

    def join(self, separator: str, parts: Iterable[Text]) -> Text:
        """Join parts, each in its own style."""
        return Text(encodable(separator, self._encoding), overflow="fold").join(parts)

    def tally(self, leaves: Iterable[Leaf]) -> Text:
        """Count leaves per verdict, as `✓ 4 supported  ? 1 review`."""
        return self.join("  ", [self.verdict(v, f"{n:,} {v or NOT_CHECKED}") for v, n in tally(leaves)])
