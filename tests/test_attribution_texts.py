"""Whole texts with every attribution written down: news, a readout, minutes, captions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.reading import attributions
from summarizer.reading.attribution.finder import Attribution
from summarizer.source import Source, Span

FOLDER = Path(__file__).parent / "data" / "attributions"
TEXTS = ("news", "readout", "transcript", "captions")
ANNOTATED = {"direct": 21, "mixed": 7, "indirect": 42}  # in all four texts


@dataclass(frozen=True)
class Told:
    """An annotated attribution: "-" for a speaker whom nobody names, and the name where it is not the words'."""

    kind: str
    speaker: str
    content: tuple[Span, ...]
    name: str | None


def annotated(name: str) -> tuple[str, list[Told]]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return text, list(_told(text, (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")))


def _told(text: str, table: str) -> Iterator[Told]:
    for line in table.splitlines():
        kind, speaker, content, *name = line.split("\t")
        places = [text.index(piece) for piece in content.split("|")]
        spans = tuple(Span(at, at + len(piece)) for at, piece in zip(places, content.split("|"), strict=True))
        yield Told(kind, speaker, spans, name[0] if name else None)


def matches(text: str, told: Told, read: Attribution) -> bool:
    """Whether a reading has at least four fifths of the content, not much else, the speaker's words, kind and name."""
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in told.content for b in read.content
    )
    wanted, got = (sum(s.end - s.start for s in spans) for spans in (told.content, read.content))
    speaker = text[read.speaker.start : read.speaker.end] if read.speaker else "-"
    named = told.name is None or read.name == told.name
    return (
        common >= 0.8 * wanted
        and common >= 0.5 * got
        and speaker == told.speaker
        and read.kind == told.kind
        and named
    )


def test_counts() -> None:
    """The texts hold this many attributions of each kind."""
    assert Counter(told.kind for name in TEXTS for told in annotated(name)[1]) == ANNOTATED


@pytest.mark.parametrize("name", TEXTS)
def test_texts_are_read(name: str) -> None:
    """Every annotated attribution is read with its content, kind, speaker and name."""
    text, wanted = annotated(name)
    read = attributions(Source.from_text(text))
    missed = [told for told in wanted if not any(matches(text, told, one) for one in read)]
    assert [(m.kind, m.speaker, text[m.content[0].start : m.content[-1].end]) for m in missed] == []
