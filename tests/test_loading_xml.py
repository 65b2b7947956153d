"""XML documents: read block by block as they stand; nothing outside them is read, nothing in them expands."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from summarizer import Source, check, load, reading
from summarizer.errors import InputError
from summarizer.source import Role, Span

DEBATE = """<?xml version="1.0" encoding="utf-8"?>
<sitting>
  <head>Chamber of the Sound</head>
  <date when="2026-03-12">Thursday 12 March 2026</date>
  <debate>
    <head>Fisheries</head>
    <p id="1"><member>Ms. Keogh</member><contribution>: The beds need two more
      <col>7</col> years. <q>Not one</q> boat&#x2014;not one&#160;&#8212;may go
      out.</contribution></p>
    <p><member>Mr. Galbraith</member><contribution>: Lamlash has lost a third of its income.<note>See the
      report of 2025.</note> We shall not agree.</contribution></p>
    <list><item>The Board agreed to meet in Brodick on 9 April.</item><item>It did not vote.</item></list>
    <table><row><cell>Ayes</cell><cell>12</cell></row><row><cell>Noes</cell><cell>30</cell></row></table>
    <stage>The Chamber rose at 6 p.m.<lb/>No further business.</stage>
  </debate>
</sitting>
"""


def write(folder: Path, text: str | bytes, name: str = "debate.xml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def debate(tmp_path: Path) -> Source:
    return load(write(tmp_path, DEBATE))


def test_each_paragraph_item_and_row_is_a_block(debate: Source) -> None:
    """Inline elements join their sentence; a break of the document's own is a line end, those of the file are not."""
    assert debate.text.split("\n\n") == [
        "Chamber of the Sound",
        "Thursday 12 March 2026",
        "Fisheries",
        "Ms. Keogh: The beds need two more years. Not one boat—not one —may go out.",
        "7",
        "Mr. Galbraith: Lamlash has lost a third of its income. We shall not agree.",
        "See the report of 2025.",
        "The Board agreed to meet in Brodick on 9 April.",
        "It did not vote.",
        "Ayes | 12",
        "Noes | 30",
        "The Chamber rose at 6 p.m.\nNo further business.\n",
    ]


def test_blocks_know_what_they_are_and_where_they_stand(debate: Source) -> None:
    """Title, headings and items by their names; columns of the print and notes are furniture; each has its XPath."""
    parts = {debate[part.span]: part for part in debate.parts}
    assert debate.title == "Chamber of the Sound"
    assert parts["Chamber of the Sound"].role is Role.TITLE
    assert parts["Fisheries"].role is Role.HEADING
    assert parts["It did not vote."].role is Role.LIST_ITEM
    assert parts["7"].role is parts["See the report of 2025."].role is Role.FURNITURE
    assert parts["It did not vote."].element == "/sitting[1]/debate[1]/list[1]/item[2]"
    at = debate.text.index("third of its")
    assert debate.place(Span(at, at + 5)).element == "/sitting[1]/debate[1]/p[2]"


def test_every_character_is_in_a_part(debate: Source) -> None:
    """As the contract of a Source has it: between the parts there is nothing but white space."""
    bare = list(debate.text)
    for part in debate.parts:
        bare[part.span.start : part.span.end] = " " * (part.span.end - part.span.start)
    assert not "".join(bare).strip()


def test_speakers_of_a_debate_are_read(tmp_path: Path) -> None:
    """What XML marks up as two elements is one line with a label: whose turn it is is known."""
    turns = "".join(
        f"<p><member>{who}</member><contribution>: {words}</contribution></p>"
        for who, words in [
            ("Ms. Keogh", "The beds need two more years."),
            ("Mr. Galbraith", "We shall not agree."),
            ("Ms. Keogh", "Then let us vote."),
            ("Mr. Galbraith", "By all means."),
        ]
    )
    source = load(write(tmp_path, f"<debate>{turns}</debate>"))
    blocks = dict.fromkeys(s.block for s in reading.read(source).sentences if s.block.speaker)
    assert [source[b.speaker] for b in blocks if b.speaker] == ["Ms. Keogh", "Mr. Galbraith"] * 2


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ('<date format="1985-12-16">Monday</date>', date(1985, 12, 16)),
        ("<pubDate>Thu, 12 Mar 2026 09:30:00 GMT</pubDate>", date(2026, 3, 12)),
        ("<date>2026-03-12T08:00:00Z</date>", date(2026, 3, 12)),
        ("<date>last spring</date>", None),
        ("<p>On 2026-03-12 they met.</p>", None),
    ],
)
def test_the_date_is_that_of_an_element_for_dates(tmp_path: Path, told: str, published: date | None) -> None:
    """An attribute or a text that means one day; a date in running text dates the document by no means."""
    source = load(write(tmp_path, f"<doc>{told}<p>The envoys met.</p></doc>"))
    assert source.published == published
    assert load(
        write(tmp_path, f"<doc>{told}<p>They met.</p></doc>"), published="2020-01-01"
    ).published == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("<?xml version='1.0'?><talks><p>They met in Oslo.</p></talks>", "talks.txt"),
        ("<talks><p>They met in Oslo.</p></talks>", "talks.xml"),
        ('<?xml version="1.0" encoding="windows-1252"?><talks><p>They met in Oslo.</p></talks>'.encode("cp1252"), "talks"),
        ("<?xml version='1.0' encoding='utf-16'?><talks><p>They met in Oslo.</p></talks>".encode("utf-16"), "talks.xml"),
        ("<!DOCTYPE talks SYSTEM 'talks.dtd'><talks><p>They met in&nbsp;Oslo.</p></talks>", "talks.xml"),
        ("\ufeff<talks>They met in Oslo.</talks>", "talks.xml"),
        ("<talks><!-- They met in Rome. --><?print now?><p>They met in Oslo.</p><script>x</script></talks>", "talks.xml"),
        ("<t:talks xmlns:t='urn:t'><t:p>They met in <t:b>Oslo</t:b>.</t:p></t:talks>", "talks.xml"),
    ],
    ids=["content", "suffix", "another charset", "UTF-16", "a name of HTML", "a mark", "comments", "namespaces"],
)  # fmt: skip
def test_xml_is_known_by_its_first_line_or_its_suffix(tmp_path: Path, data: str | bytes, name: str) -> None:
    """In any character set that it names; comments and instructions to programs are no text."""
    assert load(write(tmp_path, data, name)).text.replace("\u00a0", " ") == "They met in Oslo.\n"


def test_a_page_that_begins_as_xml_is_a_page(tmp_path: Path) -> None:
    """XHTML is read as the page it is."""
    story = "<p>" + "The envoys met in Oslo and agreed to meet again. " * 9 + "</p>"
    page = f'<?xml version="1.0"?><html><head><title>Talks</title></head><body><nav>Menu</nav>{story}</body></html>'
    assert "The envoys met" in load(write(tmp_path, page, "page.xml")).text


BOMB = "<!DOCTYPE lolz [<!ENTITY a0 'lol'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
)
HOSTILE = {
    "billion laughs": f"{BOMB}]><lolz><p>&a11;</p></lolz>",
    "laughs in an attribute": f'{BOMB}]><lolz x="&a11;"><p>They met.</p></lolz>',
    "quadratic blow-up": f"<!DOCTYPE b [<!ENTITY a '{'a' * 100_000}'>]><b>{'&a;' * 10_000}</b>",
    "a file": "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d><p>They met. &x;</p></d>",
    "an address": "<!DOCTYPE d [<!ENTITY x SYSTEM 'http://127.0.0.1:9/secret'>]><d><p>They met. &x;</p></d>",
    "a parameter entity": "<!DOCTYPE d [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x.dtd'> %x;]><d><p>They met.</p></d>",
    "entities that are not used": "<!DOCTYPE d [<!ENTITY x 'y'>]><d><p>They met.</p></d>",
    "too deep": "<d>" * 50_000 + "They met." + "</d>" * 50_000,
    "too many elements": "<d>" + "<e/>" * 120_000 + "</d>",
    "not closed": "<d><p>They met.</d>",
    "an entity of nobody": "<d><p>They met. &nobody;</p></d>",
    "nothing in it": "<?xml version='1.0'?>",
    "no text": "<?xml version='1.0'?><d><e x='They met.'/></d>",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_would_harm_is_refused_by_name(tmp_path: Path, text: str) -> None:
    """Soon, in a line or two, with the file's name and what to do; nothing is expanded, read or fetched."""
    path = write(tmp_path, text)
    begun = time.monotonic()
    with pytest.raises(InputError) as caught:
        load(path)
    assert time.monotonic() - begun < 5
    assert str(path) in caught.value.message
    assert caught.value.remedy
    assert len(caught.value.message) < 400 + len(str(path))
    assert "root:" not in caught.value.message


def test_an_xml_document_is_verified_like_any_other(debate: Source) -> None:
    """A claim is checked against its words as against those of any document."""
    assert check("The Board agreed to meet in Brodick on 9 April.", debate).verdict == "supported"
    assert check("The Board agreed to meet in Lamlash on 9 April.", debate).verdict != "supported"


def test_the_corpus_debate_is_read(corpus: Path) -> None:
    """Half a million characters of a real parliament: no word is lost, and every turn begins with its speaker."""
    from lxml import etree

    path = corpus / "docs" / "other" / "hansard-commons-1985-12-16-xml-long.xml"
    source = load(path)
    told = "".join("".join(etree.parse(path).getroot().itertext()).split())
    assert sorted(told) == sorted("".join(source.text.replace(" | ", "").split()))
    assert source.published == date(1985, 12, 16)
    labels = {source[s.block.speaker] for s in reading.read(source).sentences if s.block.speaker}
    assert len(labels) > 50
