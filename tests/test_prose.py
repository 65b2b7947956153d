"""Of prose and memos, every sentence that claims something becomes a claim, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import full_report, statements_report

from summarizer.prose import looks_like_markdown, markdown_claims, plain_claims
from summarizer.rendering import render
from summarizer.report import Verdict

PLAIN = {
    "sentences": ("They met. They left.", ["They met.", "They left."]),
    "an abbreviation": (
        "Dr. Ana Reyes left at 5 p.m. on Monday.",
        ["Dr. Ana Reyes left at 5 p.m. on Monday."],
    ),
    "paragraphs": ("They met\n\nThey left", ["They met", "They left"]),
    "a list": ("- They met for an hour.\n- They left.", ["- They met for an hour.", "- They left."]),
    "no full stop": ("Two rounds were agreed", ["Two rounds were agreed"]),
    "front matter": ("---\ntitle: Memo\n---\nThey met.", ["They met."]),
    "only rules": ("-----\n\n* * *", []),
    "hard wraps": (
        "The two delegations met on Tuesday in the old town hall and agreed to hold two\n"
        "more rounds of talks before the summer, the spokeswoman said in a statement on\n"
        "Wednesday.\n",
        [
            "The two delegations met on Tuesday in the old town hall and agreed to hold two more rounds of "
            "talks before the summer, the spokeswoman said in a statement on Wednesday."
        ],
    ),
    "a wrapped hyphen": (
        "The ministers spoke at length about a comprehensive plan for a new cease-\n"
        "fire line along the river, which both of the delegations had proposed.\n",
        [
            "The ministers spoke at length about a comprehensive plan for a new cease-fire line along the "
            "river, which both of the delegations had proposed."
        ],
    ),
}


@pytest.mark.parametrize(("text", "claims"), PLAIN.values(), ids=PLAIN.keys())
def test_plain_prose_becomes_sentences(text: str, claims: list[str]) -> None:
    """A sentence is a claim, wherever its lines break."""
    assert list(plain_claims(text)) == claims


MARKDOWN = {
    "headings": ("# Memo\n\nThey met.\n\nResult\n------\n\nThey left.", ["They met.", "They left."]),
    "a bold line as a heading": ("**Participants**\n\nAna Reyes took part.", ["Ana Reyes took part."]),
    "bold inside a claim": ("**Ana Reyes** took part.", ["Ana Reyes took part."]),
    "emphasis and links": ("They *met* in [Bern](http://example.org/a_b).", ["They met in Bern."]),
    "a footnote": ("They met.[^1]\n\n[^1]: “met” (line 3)\n", ["They met."]),
    "a footnote over lines": (
        "They met.[^a-1]\n\n[^a-1]: “met”\n    line 3\n\n    more of it\n\nThey left.",
        ["They met.", "They left."],
    ),
    "escapes": (r"They paid 5\*3 \[sic\] \<b\> \$10.", ["They paid 5*3 [sic] <b> $10."]),
    "entities": ("Smith &amp; Sons &lt;b&gt; signed.", ["Smith & Sons <b> signed."]),
    "code": ("They met.\n\n```\nnot a claim.\n```\n\n    nor this.\n", ["They met."]),
    "code in a line": ("The file `a_b` was signed.", ["The file a_b was signed."]),
    "a picture": ("![A handshake](x.png)\n\nThey met.", ["They met."]),
    "a rule": ("They met.\n\n---\n\nThey left.", ["They met.", "They left."]),
    "a list": ("They agreed:\n\n1. on a truce\n2. on talks", ["They agreed:", "on a truce", "on talks"]),
    "a quotation": ("> We will go on, she said.", ["We will go on, she said."]),
    "a table": (
        "| Who | Role |\n| --- | --- |\n| Ana Reyes | mediator |\n| Bo Lind | |\n",
        ["Ana Reyes, mediator", "Bo Lind"],
    ),
    "wrapped lines": ("They met\nin Bern. They\nleft.", ["They met in Bern.", "They left."]),
    "HTML": ("<!-- They met. -->\n\n<div>\nThey left.\n</div>\n", ["They left."]),
    "HTML in a line": ("They <b>met</b> in Bern.", ["They met in Bern."]),
    "front matter": ("---\ntitle: Memo\n---\n\nThey met.", ["They met."]),
    "nothing": ("# Memo\n", []),
}


@pytest.mark.parametrize(("text", "claims"), MARKDOWN.values(), ids=MARKDOWN.keys())
def test_markdown_becomes_what_it_claims(text: str, claims: list[str]) -> None:
    """Scaffolding claims nothing; markup is undone; what is left is every sentence."""
    assert list(markdown_claims(text)) == claims


@pytest.mark.parametrize(
    "text", ["# Memo\n\nThey met.", "They met.[^1]\n\n[^1]: “met”", "a | b\n--- | ---\n1 | 2"]
)
def test_markdown_is_known_by_its_signs(text: str) -> None:
    """A heading, a footnote or a table's rule is enough."""
    assert looks_like_markdown(text)


@pytest.mark.parametrize(
    "text", ["They met.", "- one\n- two", "    indented", "#hashtag", "* * *", "They met.\n---"]
)
def test_plain_prose_is_not_taken_for_markdown(text: str) -> None:
    """Lists, indents and rules are in plain text too, where an indented line is no code."""
    assert not looks_like_markdown(text)


@given(
    st.lists(
        st.sampled_from(
            ["They met.", "[^1]", "[^1]: x", "# H", "|a|b|", "|-|-|", "<p>", "```", "\n", "    ", "- "]
        )
    )
)
def test_any_mixture_is_read(pieces: list[str]) -> None:
    """However malformed, a memo is read; no claim holds a footnote's mark or a line end."""
    for claim in markdown_claims("\n".join(pieces)):
        assert "\n" not in claim


@given(
    st.lists(
        st.sampled_from(["Ana Reyes met Bo Lind.", "They agreed on two rounds.", "No date was set."]),
        min_size=1,
    )
)
def test_no_sentence_of_plain_prose_is_lost(sentences: list[str]) -> None:
    """As many claims come out as sentences went in, in their order."""
    assert list(plain_claims(" ".join(sentences))) == sentences


# -- our own memo ------------------------------------------------------------------------------


def test_our_own_memo_claims_what_its_briefing_says() -> None:
    """Of a memo, each position is claimed of its speaker and each record's values stand in one claim."""
    report = full_report()
    claims = markdown_claims(render(report, "markdown"))
    for position in report.briefing.positions:
        own = [claim for claim in claims if position.statement.rstrip(".") in claim]
        assert any(position.speaker is None or position.speaker in claim for claim in own), position.statement
    for person in (*report.briefing.participants, *report.briefing.informants):
        values = [value for value in (person.name, person.role, person.affiliation) if value]
        assert any(all(value in claim for value in values) for claim in claims), values
    for agreed in report.briefing.agreed_formats:
        assert any(all(value in claim for value in (agreed.name, *agreed.parties)) for claim in claims)


def test_the_bookkeeping_of_our_own_memo_claims_nothing() -> None:
    """Verdicts, labels, notes, tables, provenance and footnotes are not verified as if the source said them."""
    for report in (full_report(), statements_report()):
        claims = "\n".join(markdown_claims(render(report, "markdown")))
        for word in (
            *Verdict,
            "sha256",
            "not stated",
            "Unverified",
            "parties:",
            "bound",
            "Line ",
            "[^",
            "first-hand",
        ):
            assert word not in claims


def test_every_statement_of_our_own_memo_is_one_claim() -> None:
    """A memo of prose gives back the sentences that were verified."""
    report = statements_report()
    claims = markdown_claims(render(report, "markdown"))
    assert [claim.rstrip(".") for claim in claims] == [s.text.rstrip(".") for s in report.briefing.statements]
