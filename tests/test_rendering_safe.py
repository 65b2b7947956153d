"""Text made harmless is shown, all of it, and never obeyed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rendered import NASTY, shown, squeezed

from summarizer.rendering.safe import can_encode, encodable, json_safe, markdown, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("plain – “words”", "plain – “words”", id="typography-stays"),
        pytest.param("one\ntwo\r\nthree\tfour", "one two three four", id="line-ends-and-tabs-are-spaces"),
        pytest.param("\x1b[31mred", "\\x1b[31mred", id="escape"),
        pytest.param("\x9b31mred", "\\x9b31mred", id="C1-control"),
        pytest.param("a\x00b\x07\x7f", "a\\x00b\\x07\\x7f", id="null-bell-delete"),
        pytest.param("pay\u202egpj.exe", "pay\\u202egpj.exe", id="right-to-left-override"),
        pytest.param("\u2066x\u2069", "\\u2066x\\u2069", id="isolates"),
        pytest.param("no\u200bt", "no\\u200bt", id="zero-width-space"),
        pytest.param("со\u200dюз", "со\\u200dюз", id="joiner-where-no-script-needs-it"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="persian-keeps-its-non-joiner"),
        pytest.param("👩\u200d⚕\ufe0f", "👩\u200d⚕\ufe0f", id="emoji-keeps-its-joiner"),
        pytest.param("co\xadoperate", "co\\xadoperate", id="soft-hyphen"),
        pytest.param("half\ud800", "half\\ud800", id="lone-surrogate"),
        pytest.param("a\U000e0041", "a\\U000e0041", id="tag-character"),
        pytest.param("a\u2028b", "a\\u2028b", id="line-separator"),
    ],
)
def test_plain_shows_what_cannot_be_seen(text: str, expected: str) -> None:
    """Invisible and acting characters are written out; what spelling needs stays."""
    assert plain(text) == expected


def test_plain_covers_unicode() -> None:
    """No character of the acting categories passes by itself, in all of Unicode."""
    acts = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    passed = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) in acts and plain(c) == c]
    assert passed == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr. O'Neil said: “4.5% (at 5 p.m.)”", "Mr. O'Neil said: “4.5% (at 5 p.m.)”", id="prose-stays"
        ),
        pytest.param("*a* _b_ ~c~", r"\*a\* \_b\_ \~c\~", id="emphasis"),
        pytest.param("[a](b)", r"\[a\](b)", id="link"),
        pytest.param("<b>&lt;", r"\<b\>\&lt;", id="html"),
        pytest.param("# a", r"\# a", id="heading"),
        pytest.param("- a", r"\- a", id="list"),
        pytest.param("12. a", r"12\. a", id="numbered-list"),
        pytest.param("a|b", r"a\|b", id="table"),
        pytest.param("see (https://a.example/b_c).", "see (`https://a.example/b_c`).", id="address"),
        pytest.param("a@b.example, @c", "`a@b.example`, `@c`", id="mail-and-mention"),
        pytest.param("[^1]", r"\[\^1\]", id="footnote"),
        pytest.param("{{ x }}", r"\{\{ x \}\}", id="template"),
    ],
)
def test_markdown_escapes_markup_alone(text: str, expected: str) -> None:
    """Markup is escaped, addresses become code, and ordinary prose stays readable."""
    assert markdown(text) == expected


@given(NASTY)
def test_markdown_text_reads_as_itself(text: str) -> None:
    """What a reader of the Markdown sees is the text, with white space as Markdown shows it."""
    seen = shown(f"x {markdown(text)} x")
    assert squeezed(seen) == squeezed(f"x{plain(text)}x")


@given(NASTY, st.sampled_from(["ascii", "cp1252", "koi8-r", "utf-8", "no-such-encoding"]))
def test_encodable_can_be_written(text: str, encoding: str) -> None:
    """Text made for an encoding can be written in it."""
    assert can_encode(encodable(plain(text), encoding), encoding)


@given(NASTY, st.booleans())
def test_json_escapes_say_the_same(text: str, ascii_only: bool) -> None:
    """JSON with acting characters escaped reads back as the same data."""
    written = json_safe(json.dumps([text], ensure_ascii=False), ascii_only=ascii_only)
    assert json.loads(written) == [text]
    assert written.isascii() or not ascii_only
    assert {c for c in written if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} <= {"\n"}
