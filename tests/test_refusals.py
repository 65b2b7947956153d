from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from documents import HARBOUR

from summarizer import Finding, Source, Verdict, check, verify

SOURCE = Source.from_text(HARBOUR, published=date(2023, 3, 15))

FALSE = {
    "changed number": ("Malta had withheld 15 permits in February", "Nils Brandt"),
    "changed date": ("We will reopen the harbour on March 25, and not a day later", "Tomas Arvid"),
    "changed amount": ("Norway has set aside 60 million euros for the work.", "Tomas Arvid"),
    "changed unit": ("Norway has set aside 40 million dollars for the work.", "Tomas Arvid"),
    "changed length": ("talks that lasted about three hours", None),
    "changed format": ("The ministers agreed to hold bilateral consultations with Tunisia in Tunis", None),
    "changed place": ("The ministers agreed to hold trilateral consultations with Tunisia in Rabat", None),
    "dropped not": ("Malta is going to lower the landing fee", "Lucia Ferro"),
    "added not": ("We will not reopen the harbour on March 20", "Tomas Arvid"),
    "swapped speaker": ("Malta is not going to lower the landing fee", "Tomas Arvid"),
    "cropped from a negation": ("agree on a ceasefire", None),
    "cropped from a denial": ("talks had collapsed", None),
    "cropped from a dispute": ("Malta had withheld 12 permits in February", None),
    "cropped from a condition": ("we will withdraw the complaint", "Nils Brandt"),
    "invention with a real name": ("Arvid promised to resign if the harbour stays closed", "Tomas Arvid"),
}
TRUE = {
    "verbatim": ("Malta is not going to lower the landing fee", "Lucia Ferro"),
    "curly for straight marks": ("“Malta is not going to lower the landing fee,” Ferro said.", None),
    "dash and case": ("our fishermen have paid enough — more than enough", "Lucia Ferro"),
    "hyphenated at the line's end": ("the cooperation council would meet again in Oslo on April 3", "Lucia Ferro"),
    "hard line wrap": ("Norway has set aside 40 million euros for the work.", "Tomas Arvid"),
    "title left out": ("Tomas Arvid and his Maltese counterpart, Lucia Ferro, met in Valletta on Tuesday", None),
    "ellipsis": ("We will reopen the harbour … and not a day later", "Tomas Arvid"),
}  # fmt: skip


def described(cases: dict[str, tuple[str, str | None]]) -> list[Any]:
    return [pytest.param(words, speaker, id=name) for name, (words, speaker) in cases.items()]


def position(words: str, speaker: str | None) -> dict[str, Finding]:
    """The findings on a position that gives `words` as its quote, its statement and its evidence."""
    record = {"speaker": speaker, "statement": words, "quote": words, "evidence": [{"quote": words}]}
    report = verify({"kind": "briefing", "positions": [record]}, SOURCE)
    return {f.path.rsplit("/", 1)[-1]: f for f in report.findings if f.path.startswith("/positions/0/")}


@pytest.mark.parametrize(("words", "speaker"), described(FALSE))
def test_refuses_a_false_claim(words: str, speaker: str | None) -> None:
    """A false claim is never supported, and a reason says why."""
    finding = check(words, SOURCE, speaker=speaker)
    assert finding.verdict is not Verdict.SUPPORTED
    assert finding.reasons


@pytest.mark.parametrize(("words", "speaker"), described(FALSE))
def test_refuses_false_evidence(words: str, speaker: str | None) -> None:
    """A record that rests on false evidence has a field that says so; its quote and statement are not both supported."""
    found = position(words, speaker)
    wrong = [f for f in found.values() if f.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED)]
    assert wrong
    assert all(f.reasons for f in wrong)


@pytest.mark.parametrize(("words", "speaker"), described(TRUE))
def test_supports_a_true_claim(words: str, speaker: str | None) -> None:
    """A true claim is supported with a span of the source."""
    finding = check(words, SOURCE, speaker=speaker)
    assert finding.verdict is Verdict.SUPPORTED, finding.reasons
    assert all(HARBOUR[s.start : s.end] == s.text for s in finding.spans)
    assert finding.spans


@pytest.mark.parametrize(("words", "speaker"), described(TRUE))
def test_supports_true_evidence(words: str, speaker: str | None) -> None:
    """A record whose words are true has no field that is unsupported or contradicted."""
    found = position(words, speaker)
    assert {f.path: f.reasons for f in found.values() if f.verdict.severity > 1} == {}
    assert found["statement"].verdict is Verdict.SUPPORTED
