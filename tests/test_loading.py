"""Documents are read as they are, or refused in words that say what to do."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Source, load
from summarizer.errors import InputError, SummarizerError, UsageError
from summarizer.loading import LARGEST, loaders, read_text

STORY = "The envoy left at noon.\r\nShe said: “No deal.”\n"


def write(folder: Path, data: bytes | str, name: str = "story.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_file_is_kept_character_by_character(tmp_path: Path) -> None:
    """Line ends, typographic marks and trailing space stay, so that offsets hold."""
    source = load(write(tmp_path, STORY))
    assert source.text == STORY
    assert source.id == str(tmp_path / "story.txt")


@pytest.mark.parametrize("as_path", [str, Path], ids=["str", "Path"])
def test_a_path_may_be_text_or_a_path(tmp_path: Path, as_path: type) -> None:
    """Both ways to write a path name the same document."""
    assert load(as_path(write(tmp_path, STORY))).text == STORY


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """Offset 0 is the first character after the mark: the text, its offsets and sha256 are those without it."""
    marked = load(write(tmp_path, b"\xef\xbb\xbf" + STORY.encode(), "marked.txt"))
    bare = load(write(tmp_path, STORY))
    assert marked.text == bare.text
    assert marked.sha256 == bare.sha256


def test_front_matter_is_metadata_behind_a_byte_order_mark_too(tmp_path: Path) -> None:
    """YAML front matter fills title and date, and stays in the text."""
    text = "---\ntitle: Talks resume\ndate: 2022-01-12\n---\n\nThey met.\n"
    source = load(write(tmp_path, b"\xef\xbb\xbf" + text.encode()))
    assert (source.title, source.published, source.text) == ("Talks resume", date(2022, 1, 12), text)


def test_aliases_in_front_matter_are_not_written_out(tmp_path: Path) -> None:
    """Ten lines of YAML can stand for a list of gigabytes: it is no date, and is not made text to see that."""
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]
    text = "\n".join(["---", *lines, "title: Talks", "date: *a29", "---", "They met."])
    source = load(write(tmp_path, text))
    assert (source.title, source.published) == ("Talks", None)


def test_a_given_date_goes_before_the_document_s(tmp_path: Path) -> None:
    """The caller's date of publication wins over the front matter's."""
    path = write(tmp_path, "---\ndate: 2022-01-12\n---\n\nThey met.\n")
    assert load(path, published="2022-02-01").published == date(2022, 2, 1)


def test_a_source_passes_through() -> None:
    """A Source is what it is; only a given date makes a new one, and changes nothing else."""
    source = Source.from_text(STORY, id="wire")
    assert load(source) is source
    dated = load(source, published=date(2022, 1, 12))
    assert (dated.text, dated.id, dated.published) == (STORY, "wire", date(2022, 1, 12))
    assert source.published is None


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads all of standard input as bytes, whatever the console's encoding."""
    give_stdin(monkeypatch, STORY.encode())
    source = load("-")
    assert (source.text, source.id) == (STORY, "standard input")


@pytest.mark.parametrize("name", ["story", "story.eml", "story.TXT", "story.md", "story.2022-01-12"])
def test_what_no_loader_claims_is_text(tmp_path: Path, name: str) -> None:
    """An unknown suffix, or none, is read as text."""
    assert load(write(tmp_path, STORY, name)).text == STORY


def test_text_is_in_the_register() -> None:
    """A format is an entry of the register, found in its own file."""
    assert "text" in [loader.name for loader in loaders()]


REFUSED = {
    "empty": (b"", "story.txt", "is empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "story.txt", "is empty"),
    "white space": (b" \r\n\t\n\xc2\xa0", "story.txt", "white space"),
    "zero-width characters": ("\u200b\u200b\n\ufeff \u200b".encode(), "story.txt", "white space"),
    "NUL byte": (b"Talks\0resume", "story.txt", "binary"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "story.txt", "binary"),
    "control characters": (b"\x01\x02\x03\x04ab\x05", "story.txt", "binary"),
    "UTF-16": (STORY.encode("utf-16"), "story.txt", "UTF-16"),
    "UTF-32": (STORY.encode("utf-32"), "story.txt", "UTF-32"),
    "Latin-1": (b"one\ntwo\nthe caf\xe9 talks", "story.txt", "offset 15, line 3"),
    "Latin-1 after a byte order mark": (b"\xef\xbb\xbfcaf\xe9 talks", "story.txt", "offset 6, line 1"),
    "cut in a character": ("Genève".encode()[:4], "story.txt", "offset 3, line 1"),
    "a web archive": (b"From: <Saved by Blink>\r\n", "story.txt", "web archive"),
    "PDF by suffix": (b"some text", "story.PDF", "PDF"),
    "PDF by content": (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "story.txt", "PDF"),
    "Word": (b"PK\x03\x04\x14\0", "story.docx", "office document"),
    "a report": (b'{"format": "summarizer/report/1", "kind": "briefing"}', "story.txt", "report"),
    "JSON": (b"{}", "story.json", "JSON"),
}


@pytest.mark.parametrize(("data", "name", "cause"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_readable_text_is_refused_by_name(
    tmp_path: Path, data: bytes, name: str, cause: str
) -> None:
    """The error names the file and the cause, and comes with a remedy."""
    path = write(tmp_path, data, name)
    with pytest.raises(InputError) as caught:
        load(path)
    assert str(path) in caught.value.message
    assert cause in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text", ["2 < 3, she said.", "<3 is what he wrote.", "{sic} was printed.", "PK is a code."]
)
def test_text_that_only_begins_like_a_format_is_text(tmp_path: Path, text: str) -> None:
    """An angle bracket, a brace or two letters make no web page, report or archive."""
    assert load(write(tmp_path, text)).text == text


def test_a_log_with_colours_is_text(tmp_path: Path) -> None:
    """Escape characters of a terminal's log do not make a file binary."""
    text = "\x1b[1mThe envoy\x1b[0m left at noon.\x0c\n"
    assert load(write(tmp_path, text)).text == text


UNREADABLE = {
    "missing": ("none.txt", "no such file"),
    "missing folder": ("none/none.txt", "no such file"),
    "a folder": (".", "is a folder"),
    "a name too long": ("x" * 5000, "no file name"),
    "a NUL in the name": ("a\0b", "no file name"),
    "a text": ("They met.\nThey left.", "no file name"),
    "address of another kind": ("ftp://news.example/a.txt", "is an address"),
}


@pytest.mark.parametrize(("name", "cause"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_no_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, cause: str
) -> None:
    """Every way in which a path can be wrong has its own words and a remedy."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=cause) as caught:
        load(name)
    assert caught.value.remedy
    assert len(caught.value.message) < 300


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    """A missing permission is named."""
    path = write(tmp_path, STORY)
    path.chmod(0)
    with pytest.raises(InputError, match="permission denied"):
        load(path)


def test_a_refusal_by_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the suite, a permission error becomes a sentence."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, STORY)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="permission denied"):
        load(path)


def test_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without standard input gets a sentence, not an AttributeError."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="Standard input"):
        load("-")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device here")
def test_an_endless_file_ends_in_a_message() -> None:
    """What is larger than the limit is refused after the limit has been read, not when memory is full."""
    with pytest.raises(InputError, match=f"larger than {LARGEST >> 20} MiB"):
        load("/dev/zero")


@pytest.mark.parametrize("value", ["yesterday", "2022-13-01", "12/01/2022"])
def test_a_date_that_is_none_is_refused(value: str) -> None:
    """`published` takes dates and ISO 8601 text only."""
    with pytest.raises(UsageError, match="is not a date"):
        load(Source.from_text(STORY), published=value)


def test_a_briefing_may_be_json_but_not_a_page(tmp_path: Path) -> None:
    """The text of a briefing is read by the same door, which lets JSON in."""
    assert read_text(write(tmp_path, "{}", "briefing.json")) == "{}"
    with pytest.raises(InputError, match="HTML"):
        read_text(write(tmp_path, "<html>", "briefing.html"))


@given(st.text())
def test_any_text_comes_back_whole_or_is_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever the characters, a document is the same text, less one leading mark, or a clear refusal."""
    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    try:
        source = load(path)
    except SummarizerError:
        return
    assert source.text == path.read_bytes().decode("utf-8").removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """No bytes end in anything but a Source or an InputError."""
    path = tmp_path_factory.mktemp("any") / "any.txt"
    path.write_bytes(data)
    try:
        message = load(path).text
    except InputError as error:
        message = error.message
    assert message
