from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading import read
from summarizer.source import Source

PAGE = """\
Ministers Trade Blame After Harbour Talks

© Meridian Wire / Minister Arvid arrives
Minister Arvid arrives in Valletta - Meridian Wire, 1920, 14.03.2023
Norway and Malta met on Tuesday. They spoke for five hours at 4:25 p.m. EST in the old town.

Minister Arvid at the fish market - Meridian Wire, 1920, 12.03.2023
Norway Buys Three New Trawlers From Chile

- the first point
- the second point
To join the discussion
log in or register
"""
WRAPPED = """\
---
title: "Readout of the call"
date: 2023-03-15
---
The President spoke today with the Prime Minister of Malta. The President
urged Malta to reopen the harbour. He made clear that Norway and its
partners will answer.

MODERATOR:  Good evening.

MS. FERRO:  Thank you. We go on.

Q    When?

MS. FERRO:  Soon.
"""


def kinds(text: str) -> dict[str, str]:
    return {s.text.split("\n")[0][:30]: s.block.kind.value for s in read(Source.from_text(text)).sentences}


def test_marks_page_furniture() -> None:
    """Captions, teasers under them and share lines are furniture; title, story and list lines are not."""
    assert kinds(PAGE) == {
        "Ministers Trade Blame After Ha": "title",
        "© Meridian Wire / Minister Arv": "furniture",
        "Minister Arvid arrives in Vall": "furniture",
        "Norway and Malta met on Tuesda": "paragraph",
        "They spoke for five hours at 4": "paragraph",
        "Minister Arvid at the fish mar": "furniture",
        "Norway Buys Three New Trawlers": "furniture",
        "- the first point": "list_item",
        "- the second point": "list_item",
        "To join the discussion": "furniture",
        "log in or register": "furniture",
    }


def test_joins_wrapped_lines() -> None:
    """A paragraph wrapped at a column is one block, and its sentences run over line ends."""
    sentences = read(Source.from_text(WRAPPED)).sentences
    assert sentences[2].text == "The President\nurged Malta to reopen the harbour."
    assert sentences[0].block.kind == "front_matter"


def test_reads_front_matter() -> None:
    """Front matter fills title and date and stays in the text."""
    source = Source.from_text(WRAPPED)
    assert (source.title, str(source.published)) == ("Readout of the call", "2023-03-15")
    assert source.text == WRAPPED


def test_tells_speakers_by_label() -> None:
    """In a transcript each turn carries its speaker's label."""
    reading = read(Source.from_text(WRAPPED))
    labels = [WRAPPED[b.label.start : b.label.end] for b in reading.blocks if b.label]
    assert labels == ["MODERATOR", "MS. FERRO", "Q", "MS. FERRO"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "---\n", "---\ntitle: [\n---\nA.", "\r\nA line.\r\nAnother.\r\n"]
)
def test_odd_texts(text: str) -> None:
    """Texts with nothing or broken metadata in them are read without an error, and no word is lost."""
    sentences = read(Source.from_text(text)).sentences
    assert " ".join(s.text for s in sentences).split() == text.split()


@given(st.text(max_size=600))
def test_every_character_is_in_one_sentence(text: str) -> None:
    """Every character that is not white space is in exactly one sentence, and sentences do not overlap."""
    sentences = read(Source.from_text(text)).sentences
    covered = [i for s in sentences for i in range(s.span.start, s.span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[s.span.start : s.span.end] == s.text for s in sentences)


@pytest.mark.parametrize(
    "text",
    ["a " * 500_000, "\n" * 500_000, "A: b\n" * 50_000, "- x\n" * 50_000, "x." * 200_000, "Q  a\n" * 30_000],
)
def test_hostile_repeats_end(text: str) -> None:
    """Long lines, empty lines and label-like lines are read in bounded work."""
    assert len(read(Source.from_text(text)).sentences) <= len(text)


MARATHON = """Open Line with the Governor

Ingrid Sand: Good evening. Shall we begin?

Governor Tor Vik: Yes, let us begin.

Ingrid Sand: We have a great many calls about the ferries. Let us see a message from the north.

Halvor Moe: Our ferry has not sailed for a week.

Dated 12 March, from my kitchen.

Tor Vik: I have seen the report. Note to all of you: the ferry will sail on Friday.

Ingrid Sand: Next Question: the price of bread. Two messages have come in.

Tana Region: Bread costs forty crowns.

Tor Vik: It does.

Ingrid Sand: One more caller.

Harbour Master Lise Holm: The pier is sound. I checked it on Monday.

Tor Vik: There you have it.

Ingrid Sand: Thank you.
"""

PRESS_POINT = """Press statements

President of Norway Ada Berg: Friends, the pipeline is safe.

President of Latvia Juris Karl Ozols (retranslated):

Ozols Juris KarlPresident of Latvia

Thank you. The harbour of Liepaja stays open.
"""


def _speakers(text: str) -> dict[str, str]:
    reading = read(Source.from_text(text))
    told = [s for s in reading.sentences if s.block.speaker]
    return {s.text: text[s.block.speaker.start : s.block.speaker.end] for s in told if s.block.speaker}


def test_who_speaks_once_in_a_long_transcript_has_a_label() -> None:
    """A caller who speaks a single time is a speaker; a place that a message comes from, or words before a colon, are none."""
    spoken = _speakers(MARATHON)
    assert spoken["Dated 12 March, from my kitchen."] == "Halvor Moe"
    assert spoken["I checked it on Monday."] == "Harbour Master Lise Holm"
    assert {*spoken.values()} == {
        "Ingrid Sand",
        "Governor Tor Vik",
        "Tor Vik",
        "Halvor Moe",
        "Harbour Master Lise Holm",
    }


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert _speakers(PRESS_POINT)["The harbour of Liepaja stays open."].startswith("President of Latvia")
