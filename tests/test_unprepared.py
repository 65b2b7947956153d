"""Texts as they come, of offices and places that no list has: who is who in them, what they are called, what happened."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Source, brief
from summarizer.reading import read

NEWS = """Norland, Sudland to reopen flood-hit bridge after talks in Vale

VALE, March 4, 2024 (Coast Wire) - Norland's trade minister, Ona Sarr, and her Sudlandic colleague, Ib Tamm, agreed on Monday to reopen the Kor bridge to lorries within two weeks.

"We have found an answer that suits both of us," Sarr told reporters after the three-hour meeting.

Norland's water affairs director, Per Holt, and the head of the rescue service, Mr Jan Moe, did not comment.
"""
MINUTES = """Minutes of the Harbour Users' Committee
Held at the Customs House, Vale, on Thursday 14 September 2023 at 10.00

Present: Mrs H. Dale (Chair), Mr T. Reeve (Crab Fishers' Association), Dr S. Amin (Harbour Master)

1. Dredging
It was resolved, by four votes to none, to ask the Port Authority for £85,000.
"""


def briefing(text: str) -> Any:
    return brief(Source.from_text(text)).briefing


def test_news_with_a_headline_in_ordinary_spelling() -> None:
    """The first line is its title, and a meeting told of only afterwards is its event."""
    told = briefing(NEWS)
    assert told.title == "Norland, Sudland to reopen flood-hit bridge after talks in Vale"
    assert told.event.what == "three-hour meeting"
    assert told.duration.minutes == 180
    assert {p.name for p in told.participants} == {"Ona Sarr", "Ib Tamm"}


def test_minutes_with_bodies_and_offices_in_brackets() -> None:
    """What stands in brackets behind a name is an office or a body; what was resolved is an agreement."""
    report = brief(Source.from_text(MINUTES))
    known = {p.name: (p.role, p.affiliation) for p in report.briefing.participants}
    assert known["T. Reeve"] == (None, "Crab Fishers' Association")
    assert known["S. Amin"] == ("Harbour Master", None)
    assert [a.what for a in report.briefing.agreements] == [
        "It was resolved, by four votes to none, to ask the Port Authority for £85,000."
    ]
    assert all(f.verdict.value == "supported" for f in report.findings if f.path.endswith("/role"))


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Norland's water affairs director, Per Holt, left.", "Per Holt", "Norland's water affairs director"),
        ("The auditor, Hanne Smit, left at noon.", "Hanne Smit", "auditor"),
        ("The head of the Vale Weather Department, Mr Jon Kals, left.", "Jon Kals", "head of the Vale Weather Department"),
        ("A spokesman for the union, Kari Haddad, said no.", "Kari Haddad", "spokesman for the union"),
        ("After our High Commissioner, Mr. Faro Cass, left, she spoke.", "Faro Cass", "High Commissioner"),
        ("Chief financial officer Jan de Vries stayed away.", "Jan de Vries", "Chief financial officer"),
    ],
)  # fmt: skip
def test_an_office_that_no_list_has(text: str, name: str, role: str) -> None:
    """An apposition gives a person the office beside the name, whatever its field is called."""
    names = read(Source.from_text(text)).names
    known = {e.name: [r for r, _ in e.roles] for e in names.entities}
    assert known[name] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Norland's decision angered ministers, Per Holt said.",
        "They met the minister, Mr Holt and Ms Sarr.",
    ],
)
def test_no_office_is_made_of_what_stands_by(text: str) -> None:
    """A verb between a possessive and an office, and a list of three, give nobody an office."""
    names = read(Source.from_text(text)).names
    assert not any(e.roles for e in names.entities if e.name)
