"""A web page is read as a reader sees it: the story is the story, and everything around it is furniture."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from summarizer import Source, Verdict, brief, check, load, reading, verify
from summarizer.source import Role
from tests.command_line import report_of, run
from tests.pages import PAGE, STORY, between, body, role_of, write


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return load(write(tmp_path_factory.mktemp("page"), PAGE))


# -- the page as a whole -----------------------------------------------------------------------


def test_a_page_brings_its_title_date_site_and_address(source: Source) -> None:
    """What a page declares about itself is known of the Source."""
    assert source.title == "Harbour talks end in Valletta"
    assert source.published == date(2023, 3, 14)
    assert source.site == "Meridian Daily"
    assert source.url == "https://meridian.example/harbour-talks"


ROLES = {
    "title": ("Harbour talks end in Valletta", Role.TITLE),
    "lead": ("Norway and Malta agreed", Role.TEXT),
    "first paragraph": ("Norwegian Foreign Minister", Role.TEXT),
    "quote": ("“We will reopen", Role.TEXT),
    "heading": ("What was agreed", Role.HEADING),
    "list": ("the crews of two", Role.LIST_ITEM),
    "table": ("Valletta | 12 permits", Role.TEXT),
    "last paragraph": ("She thanked the hosts", Role.TEXT),
    "menu": ("World", Role.FURNITURE),
    "logo": ("Meridian Daily", Role.FURNITURE),
    "byline": ("By Ines Calder", Role.FURNITURE),
    "share line": ("Copy link", Role.FURNITURE),
    "caption": ("Prime Minister Oskar Dahl", Role.FURNITURE),
    "pop-up": ("Born in Tromso", Role.FURNITURE),
    "teaser": ("Sweden's Minister", Role.FURNITURE),
    "footer": ("Paula Stone", Role.FURNITURE),
}


@pytest.mark.parametrize(("words", "role"), ROLES.values(), ids=ROLES.keys())
def test_story_and_furniture_are_told_apart(source: Source, words: str, role: Role) -> None:
    """All that is seen on the page is in the text; what is not the story is marked."""
    assert role_of(source, words) is role


@pytest.mark.parametrize(
    "words", ["Styled words", "Scripted words", "editor's remark", "Two people shake", "<"]
)
def test_code_and_comments_are_no_text(source: Source, words: str) -> None:
    """Scripts, styles, comments, attributes and tags never enter."""
    assert words not in source.text


def test_a_pop_up_does_not_break_the_sentence_it_hides_in(source: Source) -> None:
    """The sentence reads as on the page; the biography stands after its paragraph."""
    found = next(s for s in reading.read(source).sentences if "Norwegian Foreign Minister" in s.text)
    assert "Minister Tomas Arvid and his Maltese counterpart, Lucia Ferro, met" in found.text
    assert not found.furniture


CLAIMS = {
    "story": ("The talks lasted about five hours.", True),
    "list": ("The crews of two trawlers will be exchanged in April.", True),
    "lead": ("Norway and Malta agreed to reopen the harbour on March 20.", True),
    "caption": ("Prime Minister Oskar Dahl waves to the crowd in Bergen.", False),
    "teaser": ("Sweden's Minister Karin Holm resigned on Monday.", False),
    "pop-up": ("Born in Tromso in 1961, he was a judge.", False),
    "footer": ("Meridian Daily is edited by Paula Stone in London since 1999.", False),
}


@pytest.mark.parametrize(("claim", "supported"), CLAIMS.values(), ids=CLAIMS.keys())
def test_only_the_story_supports_a_claim(source: Source, claim: str, supported: bool) -> None:
    """A claim that rests on a caption, a teaser, a pop-up or a footer is not supported."""
    assert (check(claim, source).verdict is Verdict.SUPPORTED) is supported


def test_a_page_is_briefed_from_its_story(source: Source) -> None:
    """Those who took part are the story's, not the caption's, the teaser's or the footer's."""
    report = brief(source)
    names = {person.name for person in report.briefing.participants}
    assert {"Tomas Arvid", "Lucia Ferro"} <= names
    assert not names & {"Oskar Dahl", "Karin Holm", "Paula Stone", "Ines Calder"}


def test_the_commands_take_a_page(tmp_path: Path) -> None:
    """`brief` and `verify` read a page like any other document."""
    page = write(tmp_path, PAGE)
    report = report_of(run("brief", page, "--format", "json", "-q"))
    assert report.source.title == "Harbour talks end in Valletta"
    briefing = tmp_path / "briefing.json"
    briefing.write_text('{"title": "Harbour talks end in Valletta"}', encoding="utf-8")
    checked = report_of(run("verify", briefing, page, "--format", "json", "-q"))
    assert next(f for f in checked.findings if f.path == "/title").verdict is Verdict.SUPPORTED


def test_a_page_is_read_from_standard_input() -> None:
    """A page is told by its content where there is no suffix."""
    report = report_of(run("brief", "-", "--format", "json", "-q", stdin=PAGE))
    assert report.source.published == "2023-03-14"


def test_a_place_names_the_element(source: Source) -> None:
    """A span leads back to the element of the page it was made of."""
    from lxml import html

    at = source.text.index("“We will reopen")
    place = source.place(source.part_at(at).span)  # type: ignore[union-attr]
    assert place.element
    (element,) = html.document_fromstring(PAGE).xpath(place.element)
    assert element.text.startswith("“We will reopen")


def test_a_given_date_goes_before_the_page_s(tmp_path: Path) -> None:
    """The caller knows better than the page."""
    assert load(write(tmp_path, PAGE), published="2023-03-15").published == date(2023, 3, 15)


def test_a_date_is_taken_only_where_the_page_declares_it(tmp_path: Path) -> None:
    """A year in a footer is no date of publication: a wrong anchor would make every weekday wrong."""
    source = body(tmp_path, "<p>The treaty of 12 May 1998 was not discussed, they said.</p>")
    assert source.published is None


# -- the structure of blocks -------------------------------------------------------------------

HIDDEN = {
    "hidden": "<span hidden>secret</span>",
    "display none": '<span style="color:red; display : none">secret</span>',
    "visibility": '<i style="visibility:hidden">secret</i>',
    "aria-hidden": '<span aria-hidden="true">secret</span>',
    "tooltip role": '<span role="tooltip">secret</span>',
    "for readers aloud": '<span class="sr-only">secret</span>',
    "pop-up body": '<span class="popup__content">secret</span>',
    "pop-up in its trigger": '<span class="tooltip">of Bern<span class="tooltip-inner">secret</span></span>',
    "struck out": "<del>secret</del>",
    "closed dialog": "<dialog>secret</dialog>",
    "note": '<sup><a href="#fn7">secret</a></sup>',
    "nested": "<span hidden><b>secret</b></span>",
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_hides_in_a_sentence_is_set_after_it(tmp_path: Path, hidden: str) -> None:
    """Hidden text, pop-ups, struck-out words and marks of notes leave the sentence whole, and support nothing."""
    found = between(
        body(tmp_path, f"<div><span>The mayor{hidden} opened the session and spoke for an hour.</span></div>")
    )
    assert found[-1] == ("furniture", "secret")
    assert [role for role, _ in found[:-1]] == ["text"]
    assert "secret" not in found[0][1]
    assert found[0][1].startswith("The mayor")
    assert found[0][1].endswith("opened the session and spoke for an hour.")


SHOWN = {
    "a trigger of a pop-up": '<span class="has-tooltip">mayor</span>',
    "a trigger among pop-ups": '<span class="tooltips"><b class="tooltip-trigger">mayor</b></span>',
    "a drop capital": '<span aria-hidden="true">m</span>ayor',
    "hidden in print only": '<span class="hidden-print">mayor</span>',
    "marked": "<ins>mayor</ins>",
    "an unknown element": "<glossary-term>mayor</glossary-term>",
    "a word with soft breaks": "ma<wbr>yor",
    "a comment inside": "ma<!-- not so -->yor",
}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN.keys())
def test_what_is_seen_stays_in_the_sentence(tmp_path: Path, shown: str) -> None:
    """Only what is out of sight leaves its sentence."""
    found = between(body(tmp_path, f"<p>The {shown} of Bern opened the session and spoke for an hour.</p>"))
    assert found == [("text", "The mayor of Bern opened the session and spoke for an hour.")]


STRUCTURE = {
    "white space": ("<p>The  mayor\n\tspoke for an hour.</p>", [("text", "The mayor spoke for an hour.")]),
    "line break": (
        "<p>The mayor spoke.<br>The envoys did not.</p>",
        [("text", "The mayor spoke.\nThe envoys did not.")],
    ),
    "two line breaks": (
        "<p>The mayor spoke.<br><br>The envoys did not.</p>",
        [("text", "The mayor spoke."), ("text", "The envoys did not.")],
    ),
    "entities": (
        "<p>Caf&eacute; &amp; bar &lt;open&gt; &#8212; till ten.</p>",
        [("text", "Café & bar <open> — till ten.")],
    ),
    "heading": ("<h3>The order of the day</h3>", [("heading", "The order of the day")]),
    "list": (
        "<ul><li>The mayor spoke for an hour.</li><li><p>The envoys listened.</p></li></ul>",
        [("list_item", "The mayor spoke for an hour."), ("list_item", "The envoys listened.")],
    ),
    "table": (
        "<table><tr><th>Who</th><th>How long</th></tr><tr><td>Mayor</td><td><p>an hour</p></td></tr></table>",
        [("text", "Who | How long"), ("text", "Mayor | an hour")],
    ),
    "layout table": (
        "<table><tr><td><p>The mayor spoke for an hour.</p><p>The envoys listened.</p></td></tr></table>",
        [("text", "The mayor spoke for an hour."), ("text", "The envoys listened.")],
    ),
    "layout table of lines": (
        "<table><tr><td>The mayor spoke for an hour.<br><br>The envoys listened.<br>They left.</td></tr></table>",
        [("text", "The mayor spoke for an hour."), ("text", "The envoys listened.\nThey left.")],
    ),
    "what is not printed": (
        "<div class='noprint'>From the Meridian Daily, the paper for all who read!</div>",
        [("furniture", "From the Meridian Daily, the paper for all who read!")],
    ),
    "quotation": ("<p><q>We stay,</q> said the mayor.</p>", [("text", "“We stay,” said the mayor.")]),
    "raised figure": ("<p>It cost 10<sup>6</sup> francs.</p>", [("text", "It cost 10^6 francs.")]),
    "preformatted": (
        "<pre>The mayor spoke.\n\nThe envoys\nlistened.</pre>",
        [("text", "The mayor spoke."), ("text", "The envoys\nlistened.")],
    ),
    "paragraph never closed": (
        "<p>The mayor spoke.<p>The envoys listened.",
        [("text", "The mayor spoke."), ("text", "The envoys listened.")],
    ),
    "NUL": ("<p>The ma\0yor spoke.</p>", [("text", "The mayor spoke.")]),
}


@pytest.mark.parametrize(("fragment", "expected"), STRUCTURE.values(), ids=STRUCTURE.keys())
def test_the_page_s_blocks_are_the_text_s(
    tmp_path: Path, fragment: str, expected: list[tuple[str, str]]
) -> None:
    """Paragraphs, headings, lists, tables and line breaks become the structure that plain text has."""
    assert between(body(tmp_path, fragment)) == expected


def test_sections_after_the_story_are_furniture(tmp_path: Path) -> None:
    """Sources, related news and the like, up to the next heading of the same rank."""
    source = load(
        write(
            tmp_path,
            f"""<html><body><h1>Envoys meet in Bern</h1><div>{STORY}
<h2>What comes next</h2><p>The envoys will meet again in Basel in March, both of them said.</p>
<h2>Sources [edit]</h2><h3>Papers</h3><p>Paula Stone told the story first in the Daily of Monday.</p>
<h2>What it costs</h2><p>The two days of talks cost 40,000 francs, as the canton reckons.</p></div></body></html>""",
        )
    )
    assert role_of(source, "The envoys will meet again") is Role.TEXT
    assert role_of(source, "Paula Stone told") is Role.FURNITURE
    assert role_of(source, "The two days of talks") is Role.TEXT


def test_rows_of_a_table_stand_one_under_the_other(tmp_path: Path) -> None:
    """Rows are lines, and no row runs on into the next."""
    source = body(
        tmp_path, "<table><tr><td>Mayor</td><td>an hour</td></tr><tr><td>envoy</td><td>none</td></tr></table>"
    )
    assert "Mayor | an hour\nenvoy | none\n\n" in source.text
    texts = [s.text for s in reading.read(source).sentences]
    assert "Mayor | an hour" in texts
    assert "envoy | none" in texts


def test_labels_in_bold_stay_labels(tmp_path: Path) -> None:
    """A transcript's speakers are known, whether the colon stands in the bold type or after it."""
    turns = [
        ("<b>Mayor Ada Brunner</b>:", "Good evening, and welcome to the hall of the river towns."),
        ("<b>Question:</b>", "Mayor, will the bridge be closed next week, as the papers say?"),
        ("<b>Ada Brunner: </b>", "The bridge stays open, and the toll stays as it is."),
        ("<strong>Question</strong> <i>(in French)</i><b>: </b>", "And who is going to pay for it?"),
        ("<b>Ada Brunner:</b>", "The canton pays the first half, as it always has."),
    ]
    page = "".join(f"<p>{label} {words}</p>" for label, words in turns)
    source = load(
        write(
            tmp_path,
            f"<!DOCTYPE html><html><body><h1>Evening in the hall</h1><div>{page}</div></body></html>",
        )
    )
    said = {
        source[a.content[0]]: a.name
        for a in reading.attributions(source)
        if a.name and "toll stays" in source[a.content[0]]
    }
    assert set(said.values()) == {"Ada Brunner"}
    assert "Question (in French): And who is going to pay for it?" in source.text


# -- imports, and real pages -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "loaded"), [("story.txt", False), ("page.html", True)], ids=["text", "page"]
)
def test_only_a_page_costs_the_libraries_for_pages(tmp_path: Path, name: str, loaded: bool) -> None:
    """Text is read without them, and a page from a file without a client that could send anything of it."""
    write(tmp_path, PAGE if loaded else "Ana Reyes met Bo Lind in Bern.\n", name)
    probe = f"import sys, summarizer; summarizer.brief({name!r}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    modules = set(done.stdout.split())
    assert (modules >= {"lxml", "trafilatura"}) is loaded
    assert not modules & {"httpcore2", "httpx2", "openai", "summarizer.loading.web.fetching"}
    assert done.stderr == ""


def pages(corpus: Path) -> list[Path]:
    return sorted(corpus.glob("docs/*/*.html"))


def test_real_pages_have_a_title_a_story_and_their_date(corpus: Path) -> None:
    """Of pages as they are, the date is that of their name, and the story is read as sentences."""
    assert pages(corpus)
    for path in pages(corpus):
        source = load(path)
        assert [p.role for p in source.parts].count(Role.TITLE) == 1, path
        if source.published and source.published.isoformat() not in path.name:
            assert "march-15-2020" in path.name
        story = [s for s in reading.read(source).sentences if not s.furniture]
        assert len(story) >= 5, path
        assert not any("function(" in s.text or "{" in s.text for s in story), path


def test_the_gold_of_a_page_is_found_on_it(corpus: Path) -> None:
    """All evidence that was annotated on the page's file has its place in the page as loaded."""
    for briefing in corpus.glob("gold/*.briefing.json"):
        for page in corpus.glob(f"docs/*/{briefing.name.removesuffix('.briefing.json')}.html"):
            report = verify(briefing, page)
            codes = {reason.code for finding in report.findings for reason in finding.reasons}
            assert "evidence_not_found" not in codes
            told = [
                f for f in report.findings if f.path.startswith("/participants") and f.path.endswith("name")
            ]
            assert told
            assert {f.verdict for f in told} == {Verdict.SUPPORTED}
