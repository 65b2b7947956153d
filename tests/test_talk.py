"""Who says what in talks, minutes, interviews, speeches and news: what each text tells, and the same told of another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer import Source, check

TEXTS = (Path(__file__).parent / "data" / "talk.txt").read_text(encoding="utf-8").split("\n===\n")
CLAIM = re.compile(r"^([+-]) (.+)$", re.MULTILINE)


def _cases(sign: str) -> list[object]:
    """Return each claim under a text that has a sign, with the text."""
    found = []
    for text in TEXTS:
        claims = list(CLAIM.finditer(text))
        told = text[: claims[0].start()].strip()
        found += [pytest.param(told, c[2], id=f"{told.split()[0]} {c[2]}") for c in claims if c[1] == sign]
    return found


@pytest.mark.parametrize(("text", "claim"), _cases("+"))
def test_supports_what_a_speaker_says_and_does(text: str, claim: str) -> None:
    """Words, questions, offers and answers are those of whose turn, or quotation, it is."""
    assert check(claim, Source.from_text(text)).verdict.value == "supported"


@pytest.mark.parametrize(("text", "claim"), _cases("-"))
def test_supports_nothing_told_of_another(text: str, claim: str) -> None:
    """The same words are not another's, nor said to another, and what was only asked is not so."""
    assert check(claim, Source.from_text(text)).verdict.value != "supported"
