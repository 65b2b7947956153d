"""Pages in any character set, without a story, or made to do harm are read or refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer import load, reading
from summarizer.errors import InputError
from summarizer.source import Role
from tests.command_line import assert_refused, run
from tests.pages import PAGE, STORY, role_of, write

# -- character sets ----------------------------------------------------------------------------

WORDS = "Der Bürgermeister von Zürich sprach über Brücken – „für alle“, sagte er."
CYRILLIC = "Посол прибыл в Берн в понедельник и говорил два часа о реке."


def in_charset(words: str, meta: str) -> str:
    return f"<html><head>{meta}<title>x</title></head><body><h1>Bern</h1><p>{words}</p><p>{words}</p></body></html>"


CHARSETS = {
    "UTF-8 by custom": (in_charset(WORDS, "").encode(), WORDS),
    "UTF-8 by mark": (b"\xef\xbb\xbf" + in_charset(WORDS, "").encode(), WORDS),
    "UTF-8 by mark against meta": (
        b"\xef\xbb\xbf" + in_charset(WORDS, '<meta charset="windows-1251">').encode(),
        WORDS,
    ),
    "UTF-16": (in_charset(WORDS, "").encode("utf-16"), WORDS),
    "UTF-16 said in bytes is UTF-8": (in_charset(WORDS, '<meta charset="utf-16">').encode(), WORDS),
    "windows-1251": (in_charset(CYRILLIC, '<meta charset="windows-1251">').encode("cp1251"), CYRILLIC),
    "koi8-r": (
        in_charset(CYRILLIC, '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">').encode(
            "koi8-r"
        ),
        CYRILLIC,
    ),
    "latin 1 means windows-1252": (in_charset(WORDS, "<meta charset=iso-8859-1>").encode("cp1252"), WORDS),
    "windows-1252 by custom": (in_charset(WORDS, "").encode("cp1252"), WORDS),
    "Shift JIS": (
        in_charset("会談は二時間続いた。", '<meta charset="Shift_JIS">').encode("cp932"),
        "会談は二時間続いた。",
    ),
    "XHTML": (
        ('<?xml version="1.0" encoding="windows-1251"?>' + in_charset(CYRILLIC, "")).encode("cp1251"),
        CYRILLIC,
    ),
    "a name that is none": (in_charset(WORDS, '<meta charset="punycode">').encode(), WORDS),
}


@pytest.mark.parametrize(("data", "words"), CHARSETS.values(), ids=CHARSETS.keys())
def test_a_page_s_character_set_is_heeded(tmp_path: Path, data: bytes, words: str) -> None:
    """Byte order mark, the page's own word, then the custom of the web."""
    assert words in load(write(tmp_path, data)).text


def test_a_broken_teaser_does_not_lose_the_page(tmp_path: Path) -> None:
    """One byte that cannot be decoded shows as U+FFFD, as in a browser."""
    data = PAGE.encode().replace(b"World", b"W\xe9rld", 1)
    source = load(write(tmp_path, data))
    assert "W\ufffdrld" in source.text
    assert role_of(source, "W\ufffdrld") is Role.FURNITURE


# -- what is no story --------------------------------------------------------------------------

REFUSED = {
    "empty": (b"", "is empty"),
    "white space": (b" \n ", "is empty"),
    "only a comment": (b"<!-- Ana met Bo. -->", "is empty"),
    "only a script": (
        b"<html><script>document.write('Ana met Bo in Bern.')</script></html>",
        "no text in it",
    ),
    "only a menu": (b"<html><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></html>", "no story"),
    "only a heading": (b"<html><h1>Talks</h1></html>", "no story"),
    "a story told to scripts alone": (
        b"""<html><script type='application/ld+json'>{"@type": "NewsArticle", "headline": "Envoys meet", "articleBody":
        "The envoys of both countries met in Bern on Monday for talks about the river, their offices said. They left."}
        </script><body><p>Please enable JavaScript to read this page.</p></body></html>""",
        "no story",
    ),
    "all hidden": (b"<html><body><div hidden><p>Ana met Bo in Bern on Monday.</p></div></html>", "no story"),
    "another character set": (
        in_charset(CYRILLIC, '<meta charset="utf-8">').encode("cp1251"),
        "cannot be decoded",
    ),
    "binary": (bytes(range(32)) * 40, "binary"),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "nested too deep": (b"<html><body>" + b"<div>" * 10_000 + b"<p>Ana met Bo.</p>", "nested too deep"),
    "too many attributes": (
        b"<p " + b" ".join(b"a%d='>'" % i for i in range(60_000)) + b">Ana met Bo.",
        "more than 5,000",
    ),
    "too many elements": (b"<html><body><p>Ana met Bo.</p>" + b"<i></i>" * 100_001, "more than 100,000"),
    "too large": (b"<html><body><p>" + b"Ana met Bo. " * 1_500_000, "larger than 16 MiB"),
}


@pytest.mark.parametrize(("data", "cause"), REFUSED.values(), ids=REFUSED.keys())
def test_a_page_without_a_story_is_refused(tmp_path: Path, data: bytes, cause: str) -> None:
    """Nothing is briefed from a menu, and nothing is cut off without a word."""
    path = write(tmp_path, data)
    with pytest.raises(InputError, match=cause) as caught:
        load(path)
    assert str(path) in caught.value.message
    assert caught.value.remedy


SHEETS = {
    "comments": "/* " * 300_000,
    "braces": ".a{" * 300_000,
    "media": "@media x{" * 100_000,
    "paths": "".join(f"b{i} .a{{display:none}}" for i in range(20_000)),
    "steps": "b " + "div " * 40 + ".a{display:none}",
    "siblings": "".join(f"b{i} ~ i ~ i ~ .a{{display:none}}" for i in range(2_000)),
    "places": "".join(f".a:nth-last-child({i}n+2 of b){{display:none}}" for i in range(2_000)),
    "any of any": ":is(" * 50_000 + ".a{display:none}",
    "brackets": ".a{display:" + "(" * 400_000,
    "escapes": ".a{display:" + "\\6e" * 200_000,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_a_style_sheet_made_to_take_long_does_not(tmp_path: Path, sheet: str) -> None:
    """Deep elements and thousands of rules that look up all of them cost seconds at most."""
    deep = "<div>" * 40 + "<i class='a'></i>" * 30_000
    load(
        write(
            tmp_path, f"<style>{sheet}</style><p>Ana Reyes met Bo Lind in Bern on Monday.</p>{deep}".encode()
        )
    )


def test_a_refusal_is_two_plain_lines(tmp_path: Path) -> None:
    """On the command line a page without a story ends with exit code 2."""
    page = write(tmp_path, REFUSED["only a menu"][0])
    assert_refused(run("brief", page), 2, "page.html", "no story")


HOSTILE = {
    "tags that never end": STORY + "<a href=x <b class='" + "<p" * 50,
    "angle brackets": STORY + "<" * 100_000,
    "ampersands": STORY + "&" * 100_000,
    "comments never closed": STORY + "<!--" * 50_000,
    "a huge attribute": f"<div class='{'x ' * 1_000_000}' style='{'display' * 100_000}'>{STORY}</div>",
    "deep, but not too deep": "<div>" * 500 + STORY + "</div>" * 500,
    "deep pop-ups": "<span class=tooltip>" * 400 + "x" + "</span>" * 400 + STORY,
    "tables in tables": "<table><tr><td>" * 60 + STORY,
    "numbers that are no characters": STORY + "&#xD800;&#0;&#x110000;&#99999999999;",
    "brackets in JSON-LD": f'<script type="application/ld+json">{"[" * 50_000}</script>' + STORY,
    "rows without a table": "<tr><td>" * 50 + STORY,
    "a form around the page": f"<form><fieldset>{STORY}</fieldset></form>",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_malformed_page_is_read_all_the_same(tmp_path: Path, page: str) -> None:
    """Whatever is wrong with the markup, the story is found."""
    source = load(write(tmp_path, f"<html><body><h1>Envoys meet</h1>{page}"))
    assert role_of(source, "The envoys met in Bern") is Role.TEXT


PIECES = st.sampled_from(
    "<p> </p> <div> </div> <b> </b> <td> <tr> <table> </table> <ul> <li> <br> <h1> </h1> <q> </q> <sup> <pre> </pre> "
    "<aside> </aside> <nav> <span_hidden> </span> <!-- --> <script> </script> <a_href=#> </a> <article> </article> "
    "Ana_met_Bo_in_Bern. The_talks_lasted_two_hours,_she_said. 12 &amp; &lt; \x00 \ufeff \u2028 \xa0 é 会".split(
        " "
    )
).map(lambda piece: piece.replace("_", " "))


@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
@example("<h1>0\x1f</h1>")
@example("<p>&#31;</p><p title='&#x1f;'>text</p>")
def test_any_page_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, page: str) -> None:
    """The parts are in order and apart, and hold every character that is not white space."""
    path = write(tmp_path_factory.mktemp("any"), ("<html>" + page).encode("utf-8", "replace"))
    try:
        source = load(path)
    except InputError:
        return
    at = 0
    for part in source.parts:
        assert at <= part.span.start < part.span.end <= len(source.text)
        assert not source.text[at : part.span.start].strip()
        assert source[part.span] == source[part.span].strip()
        at = part.span.end
    assert not source.text[at:].strip()
    blocks = reading.read(source).blocks
    assert all(any(p.span.contains(b.span) for p in source.parts) for b in blocks)
