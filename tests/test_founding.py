from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Report, Verdict, brief

FOUNDING = "docs/news/sputnik-seed-putin-biden-2021-12-30.txt"


@pytest.fixture(scope="module")
def report(corpus: Path) -> Report:
    return brief(corpus / FOUNDING, model="offline")


def test_the_two_presidents_took_part_and_no_one_else(report: Report) -> None:
    """People in captions, aides, spokespersons and officials are no participants."""
    assert sorted(p.name for p in report.briefing.participants) == ["Joe Biden", "Vladimir Putin"]


def test_the_call_lasted_about_fifty_minutes(report: Report) -> None:
    """The length is the call's, told approximately."""
    duration = report.briefing.duration
    assert (duration.minutes, duration.bound) == (50, "about")


def test_three_formats_with_their_places(report: Report) -> None:
    """Geneva is bilateral, Brussels Russia-NATO, Vienna the OSCE."""
    formats = {f.place: f.name for f in report.briefing.agreed_formats}
    assert set(formats) == {"Geneva", "Brussels", "Vienna"}
    assert "bilateral" in formats["Geneva"]
    assert "NATO" in formats["Brussels"]
    assert "OSCE" in formats["Vienna"]


def test_five_speakers_each_rightly_attributed(report: Report) -> None:
    """Positions of at least five speakers stand under the words that are theirs."""
    said = {(p.speaker or "", " ".join(e.quote or "" for e in p.evidence)) for p in report.briefing.positions}
    expected = {
        "Ushakov": "not going to deploy offensive strike weapons",
        "Psaki": "respond decisively if Russia further invades",
        "official": "not going to draw conclusions",
        "Putin": "the only goal is to have the agreements",
        "Foreign Ministry": "ball is on the US side",
    }
    for speaker, words in expected.items():
        assert any(speaker in who and words in what for who, what in said), speaker


def test_hardly_a_field_is_refused(report: Report) -> None:
    """The verifier finds next to nothing to refuse in the offline briefing of the founding document."""
    refused = report.at_least(Verdict.UNSUPPORTED)
    assert len(refused) <= 2, [(f.path, f.reasons[0].message) for f in refused]
