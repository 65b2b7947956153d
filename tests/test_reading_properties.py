"""Properties of every reading and check on any text at all."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hostile_texts import BRIEFING, READINGS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sentencex import segment

from summarizer import Source, Span, Verdict, brief, check, verify
from summarizer.reading import read

# Any character, half pairs and controls too, among pieces that the readings look for.
PIECES = """the|The|and|of|not|no|n't|said|says|“|”|"|''|‘|’|«|»|(|)|[|]|…|...|.|,|:|;|?|!|-|–|—|\n|\n\n|\r\n|\t| |
Anna Berg|Berg|Mr.|President|Foreign Minister|Norway|NATO|U.S.|he|she|they|both sides|officials|according to|that|
who|which|if|unless|would|may|will|agreed to|denied|refused to|told reporters|added|on Monday|last week|May 1|
1 May 2021|2021-05-01|5:41 p.m.|from 5 to 6|EST|two hours|50 minutes|about|at least|three|3.5|1,200|$5 million|
12 percent|half|twenty-one|MR. BERG:|Q|- |1. |# |Photo:|---|Share this|can't|talks|the summit|will meet in""".replace(
    "|\n", "|"
).split("|")
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=120),
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=[]), max_size=4)),
        max_size=40,
    ).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)
# A briefing with half a surrogate pair is refused as a whole: that is told by tests of its own.
VALUE = TEXT.map(lambda text: text.encode("utf-8", "replace").decode())
EVERYDAY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def spans_in(value: Any, depth: int = 0) -> Iterator[Span]:
    """Yield every Span inside a result, through its fields and collections."""
    if isinstance(value, Span):
        yield value
    elif depth < 6 and isinstance(value, Sequence | set | frozenset) and not isinstance(value, str):
        for one in value:
            yield from spans_in(one, depth + 1)
        yield from spans_in(getattr(value, "inside", None), depth + 1)  # of a quotation, made when asked for
    elif depth < 6 and dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name), depth + 1)


@pytest.mark.parametrize("name", READINGS)
@given(text=TEXT)
@EVERYDAY
def test_a_reading_stays_inside_the_text(name: str, text: str) -> None:
    """Whatever the text, a reading raises nothing and every span it gives lies in the text."""
    found = READINGS[name](read(Source.from_text(text, published="2021-05-03")))
    for span in spans_in(found):
        assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize("kept", ["blocks", "sentences", "quotations"])
def test_what_is_made_when_asked_for_is_always_the_same(kept: str) -> None:
    """One by one, from the end, by slices or all at once: the same records in the same places."""
    text = "Photo: Anna Berg\n\nMS. BERG: “Yes. No.” He said “so”.\n\nMR. LEE: No.\n\nMS. BERG: “Go.\n\nMR. LEE: Off.”\n"
    records = getattr(read(Source.from_text(text)), kept)
    every = list(records)
    assert len(every) == len(records) > 3
    assert [records[i] for i in range(len(records))] == every
    assert [records[-i - 1] for i in range(len(records))] == every[::-1] == list(reversed(records))
    assert list(records[1:-1]) == every[1:-1]
    assert all(record in records for record in every)
    with pytest.raises(IndexError):
        records[len(records)]


@given(st.text(st.characters(max_codepoint=0x588, exclude_characters=".!?)\n\r\x85"), min_size=1))
@EVERYDAY
def test_a_paragraph_without_marks_is_one_sentence(text: str) -> None:
    """The segmenter, which is not asked where no mark can end a sentence, would find one sentence there."""
    assert len(segment("en", " ".join(text.split()))) <= 1


def test_a_long_text_has_the_words_of_its_parts() -> None:
    """Words are the same wherever a text is cut for reading, and stand where the tokens say."""
    once = "Anna Berg’s 1,200 envoys didn't meet at 5:41 p.m., U.S. time.\n"
    short, long = (read(Source.from_text(once * times)).tokens for times in (1, 4_000))
    assert long.slice_forms() == short.slice_forms() * 4_000
    for at in range(0, len(long), 997):
        word = at % len(short)
        assert long.text[slice(*long.span(at, at + 1))] == short.text[slice(*short.span(word, word + 1))]
        assert at in long.postings[long.ids[at]]


def assert_grounded(finding: Any, text: str) -> None:
    """Spans are cut from the text, scores are in range, and what is supported shows where, unless nothing is stated."""
    assert 0 <= finding.score <= 1
    for span in finding.spans:
        assert text[span.start : span.end] == span.text
    if finding.verdict is Verdict.SUPPORTED:
        assert finding.spans or [r.code for r in finding.reasons] == ["not_stated"]
    assert finding.reasons


@given(text=TEXT, claim=TEXT.filter(str.strip))
@EVERYDAY
def test_a_check_is_grounded(text: str, claim: str) -> None:
    """Any claim against any text gets a verdict with reasons, and support has its place in the text."""
    assert_grounded(check(claim, Source.from_text(text)), text)


@given(text=TEXT.filter(str.strip))
@EVERYDAY
def test_a_text_checked_against_itself_is_grounded(text: str) -> None:
    """A text in its own words is judged without fail, by any speaker and on any evidence."""
    source = Source.from_text(text)
    assert_grounded(check(text, source), text)
    assert_grounded(check(text, source, speaker="Anna Berg", evidence=text), text)


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Yield the paths of the texts, numbers and truth values of a briefing."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, f"{path}/{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from leaves(one, f"{path}/{number}")
    else:
        yield path


def put(briefing: dict[str, Any], path: str, value: str) -> dict[str, Any]:
    """Return the briefing with another text at a path."""
    changed: Any = copy.deepcopy(briefing)
    target = changed
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")[1:]]
    for step in steps:
        target = target[step]
    target[last] = value
    return changed


PATHS = sorted(leaves(BRIEFING))


@given(text=TEXT, path=st.sampled_from(PATHS), value=VALUE, evidence=VALUE)
@EVERYDAY
def test_every_field_has_one_finding(text: str, path: str, value: str, evidence: str) -> None:
    """Whatever stands in a field and in the text, each field has exactly one finding, and it is grounded."""
    briefing = put(BRIEFING, path, value)
    briefing["positions"][0]["evidence"] = [{"quote": evidence, "sentence": None}]
    report = verify(briefing, Source.from_text(text, published="2021-05-03"))
    paths = [f.path for f in report.findings]
    assert len(paths) == len(set(paths))
    assert set(PATHS) <= set(paths)
    for finding in report.findings:
        assert_grounded(finding, text)


@given(text=TEXT)
@EVERYDAY
def test_an_offline_briefing_of_anything_is_grounded(text: str) -> None:
    """Any text can be briefed, and every finding of the briefing is grounded."""
    for finding in brief(Source.from_text(text, published="2021-05-03"), model="offline").findings:
        assert_grounded(finding, text)
