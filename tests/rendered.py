"""What the tests of rendering share: reading a rendering back, and strings that try to act."""

from __future__ import annotations

import re
import unicodedata
from io import StringIO
from typing import Any

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.console import Console
from sample_reports import ARTICLE, make_report

from summarizer.rendering.terminal import print_report
from summarizer.report import Report

FORMATS = ("json", "markdown", "text")
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def squeezed(text: str) -> str:
    """Drop white space, the sides of panels and line numbers, so that wrapped words can be found again."""
    return re.sub(r"[\s│|]", "", re.sub(r" l\. [\d, –…]+(?= │)", "", text))


def at_width(report: Report, width: int) -> str:
    stream = StringIO()
    print_report(report, Console(file=stream, width=width, color_system=None, _environ={}))
    return stream.getvalue()


def tokens(memo: str) -> list[Token]:
    """Return all tokens of a memo, the inline ones too."""
    found = []
    for token in PARSER.parse(memo):
        found.append(token)
        found.extend(token.children or [])
    return found


def shown(memo: str) -> str:
    """Return what a reader sees of some Markdown."""
    return "".join(t.content for t in tokens(memo) if t.type in {"text", "text_special", "code_inline"})


def acting(text: str) -> set[str]:
    """Return the characters that act on a screen: controls, separators, surrogates, invisible format marks."""
    suspects = {c for c in set(text) - {"\n"} if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    return suspects - set("\u200c\u200d")  # kept where spelling needs them: see the table of `plain`


def value(briefing: dict[str, Any], **more: Any) -> Report:
    return make_report(ARTICLE, briefing, {}, **more)


def hostile(report: Report, draw: Any) -> Report:
    """Replace every string of a report, where any text is allowed, by what `draw` gives."""
    fixed = {"kind", "verdict", "path", "format", "published"}

    def replaced(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return {k: replaced(v, k) for k, v in node.items()}
        if isinstance(node, list | tuple):
            return [replaced(v, key) for v in node]
        return draw() if isinstance(node, str) and key not in fixed else node

    return Report.model_validate(replaced(report.model_dump(warnings=False)))


NASTY = (
    st.text(max_size=30)
    | st.text(alphabet=st.characters(), max_size=20)
    | st.text(alphabet="\x1b[]\x9b()\n\r\t <>!*_`|~#&;:/\\.-+=1a\u202e\u200b\ud800^$@“”{}", max_size=30)
    | st.sampled_from(
        [
            "\x1b[31mred\x1b[0m",
            "\x1b]8;;http://bad.example\x07click\x1b]8;;\x07",
            "[bold red]x[/]",
            "[/nothing]",
            "[link=http://bad.example]x[/link]",
            "<script>alert(1)</script>",
            "<!-- x",
            "</td></tr>",
            "![x](http://bad.example/p.png)",
            "[x](javascript:alert(1))",
            "[x][y]",
            "<http://bad.example>",
            "http://bad.example/a_b_c?d=<e>",
            "mail@bad.example",
            "[^1]: other",
            "[^1]",
            "# heading",
            "- item",
            "1. item",
            "> quote",
            "```\ncode",
            "a | b",
            "&lt;b&gt; &#27;",
            "***",
            "---",
            "===",
            "    indented",
            "pay\u202egpj.exe",
            "zero\u200bwidth",
            "half\ud800",
            "{{ 6*7 }} {% raw %}",
            "\\",
            ":smile: @someone",
            "",
            " ",
        ]
    )
)
