"""A memo leads back to the source, and its claims can be read back."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import NASTY, PARSER, shown, squeezed
from sample_reports import ARTICLE, full_report, make_report, statements_report

from summarizer.rendering import render
from summarizer.rendering.safe import plain
from summarizer.report import EvidenceSpan, Report


def footnotes(memo: str) -> dict[int, tuple[str, str]]:
    """Return number, place and quote of a memo's footnotes, as an ordinary parser shows them."""
    found = {}
    for token in PARSER.parse(memo):
        if token.type == "inline" and (match := re.match(r"\[\^(\d+)\]: ", token.content)):
            text = "".join(t.content for t in token.children or [] if t.type in {"text", "code_inline"})
            where, _, quote = text.removeprefix(match[0]).partition(": “")
            found[int(match[1])] = (where, quote.removesuffix("”"))
    return found


def claims(memo: str) -> list[str]:
    """Read a memo's claims back by the rule that its module states."""
    found, depth = [], 0
    parsed = PARSER.parse(memo)
    for before, token in zip([None, *parsed], parsed, strict=False):
        depth += {"blockquote_open": 1, "table_open": 1, "blockquote_close": -1, "table_close": -1}.get(
            token.type, 0
        )
        if token.type != "inline" or depth or (before and before.type == "heading_open"):
            continue
        if re.match(r"\[\^\d+\]: ", token.content):
            continue
        words, nested = "", 0
        for child in token.children or []:
            nested += {"em_open": 1, "strong_open": 1, "em_close": -1, "strong_close": -1}.get(child.type, 0)
            words += child.content if not nested else ""
        found.append(re.sub(r"\[\^\d+\]", "", words).strip())
    return found


def test_footnotes_quote_the_source() -> None:
    """Every footnote quotes the source's words at the offsets and line it names, and is quoted somewhere."""
    report = full_report()
    memo = render(report, "markdown")
    notes = footnotes(memo)
    assert notes
    for where, quote in notes.values():
        match = re.fullmatch(r"Lines? (\d+)(?:–\d+)?, characters (\d+)–(\d+)", where)
        assert match
        line, start, end = map(int, match.groups())
        assert quote == plain(ARTICLE[start:end])
        assert line == ARTICLE[:start].count("\n") + 1
    used = set(map(int, re.findall(r"\[\^(\d+)\](?!:)", memo)))
    assert used == set(notes)
    assert sorted(notes) == list(range(1, len(notes) + 1))


def test_footnotes_are_shared() -> None:
    """A span has one footnote, however many values rest on it."""
    places = [where for where, _ in footnotes(render(full_report(), "markdown")).values()]
    assert len(places) == len(set(places))


def test_every_supported_value_has_a_footnote() -> None:
    """Each value with a span leads to a footnote with that span."""
    report = full_report()
    noted = {where.rpartition(" ")[2] for where, _ in footnotes(render(report, "markdown")).values()}
    for finding in report.findings:
        assert all(f"{span.start}–{span.end}" in noted for span in finding.spans)


@settings(max_examples=60, deadline=None)
@given(st.lists(NASTY, min_size=1, max_size=5))
def test_hostile_quotes_stay_verbatim(quotes: list[str]) -> None:
    """A footnote shows the source's words as they are, whatever they try to be."""
    text = "\n\n".join(quotes)
    spans, at = [], 0
    for quote in quotes:
        spans.append(EvidenceSpan(start=at, end=at + len(quote), text=quote))
        at += len(quote) + 2
    report = make_report(text, {"title": "Talks"}, {})
    finding = report.findings[0].model_copy(update={"spans": tuple(spans[:3])})
    memo = render(report.model_copy(update={"findings": (finding, *report.findings[1:])}), "markdown")
    expected = [squeezed(plain(span.text)) for span in dict.fromkeys(spans[:3])]
    assert [squeezed(quote) for _, quote in footnotes(memo).values()] == expected


def test_claims_can_be_read_back() -> None:
    """Paragraphs and list items without labels and verdicts are the briefing's claims, and nothing else."""
    read = claims(render(full_report(), "markdown"))
    assert len(read) == 1 + 2 + 7 + 1 + 3 + 13 + 1
    assert "Mira Castell, President, Orland." in read
    assert "There will be no talks under a raised gate. “under a raised gate”" in read
    assert not any("contradicted" in claim or "sha256" in claim or "Position of" in claim for claim in read)
    statements = claims(render(statements_report(), "markdown"))
    assert statements[1:] == ["The call lasted two hours.", "Castell agreed to close the upper dam."]


def test_memo_tells_where_it_comes_from() -> None:
    """Source, date, address, length, sha256 and what made the briefing stand in the memo."""
    report = full_report()
    memo = shown(render(report, "markdown"))
    source = report.source
    for fact in (source.id, source.published, source.url, source.sha256, "acme/large-2", "1,950 characters"):
        assert str(fact) in memo


def test_to_markdown_is_the_memo() -> None:
    """`Report.to_markdown` is this format."""
    report = full_report()
    assert report.to_markdown() == render(report, "markdown")


def test_json_reads_back() -> None:
    """The JSON format is the report itself."""
    report = full_report()
    assert Report.from_json(render(report, "json")).to_json() == report.to_json()
