"""Quotations: marks of every kind, missing ones, nesting, paragraphs, and what is speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading import read
from summarizer.reading.quotations import DEEPEST, Quotation, find_quotations
from summarizer.source import Source


def quotations(text: str) -> tuple[Quotation, ...]:
    return find_quotations(read(Source.from_text(text)))


def insides(text: str) -> list[str]:
    return [text[q.inside.start : q.inside.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('The envoy said, "We shall wait."', ["We shall wait."], id="straight"),
        pytest.param("The envoy said, “We shall wait.”", ["We shall wait."], id="curly"),
        pytest.param("The envoy said, “We shall wait.\" Then he left.", ["We shall wait."], id="curly opened, straight closed"),
        pytest.param('The envoy said, "We shall wait.” Then he left.', ["We shall wait."], id="straight opened, curly closed"),
        pytest.param("''We shall wait,'' the envoy said. ''We are patient.''", ["We shall wait,", "We are patient."], id="two apostrophes"),
        pytest.param("''He said 'never,''' the envoy said.", ["He said 'never,'", "never,"], id="three apostrophes"),
        pytest.param("``We shall wait,'' the envoy said.", ["We shall wait,"], id="grave accents"),
        pytest.param("The envoy said: «We shall wait».", ["We shall wait"], id="guillemets"),
        pytest.param("The envoy said: »We shall wait«.", ["We shall wait"], id="guillemets turned round"),
        pytest.param("The envoy said: „We shall wait“ and left.", ["We shall wait"], id="low and high"),
        pytest.param("The envoy's aide said, ‘We shall wait for the minister's reply.’", ["We shall wait for the minister's reply."], id="single, with an apostrophe"),
        pytest.param("The envoy didn't say 'no' to the ministers' plan.", ["no"], id="single straight beside apostrophes"),
        pytest.param("The delegates’ hotel was the envoys’ choice in the ’90s.", [], id="apostrophes alone"),
        pytest.param("It was a 6'2\" door, the envoy’s aide joked.", [], id="feet and inches"),
        pytest.param('The envoy said, "He told me ‘never again’ and left."', ["He told me ‘never again’ and left.", "never again"], id="nested"),
        pytest.param('He said ("We agree") and left.', ["We agree"], id="in brackets"),
        pytest.param("", [], id="empty"),
    ],
)  # fmt: skip
def test_marks(text: str, expected: list[str]) -> None:
    """Every kind of quotation mark is read, and apostrophes are none."""
    assert insides(text) == expected


def test_nested_quotations_have_their_depth() -> None:
    """A quotation inside another is one deeper."""
    found = quotations("“The minister said, ‘We are ready to sign the text,’ and I believe him,” she added.")
    assert [q.depth for q in found] == [0, 1]
    assert found[0].inside.contains(found[1].outside)


def test_paragraphs_that_open_and_do_not_close_are_one_quotation() -> None:
    """A quotation that runs over paragraphs, each opened and only the last closed, is one group."""
    found = quotations(
        "“We began at noon.\n\n“We ate at two.\n\n“We ended at four,” she said.\n\n“A new one,” he said."
    )
    assert [q.group for q in found] == [0, 0, 0, 3]
    assert [q.closed for q in found] == [False, False, True, True]


def test_paragraph_with_only_a_closing_mark_is_quoted_from_its_start() -> None:
    """A closing mark without an opening one closes a quotation that began with the paragraph."""
    text = "We shall never sign such a text,” the envoy said on Monday."
    (found,) = quotations(text)
    assert (found.opened, found.closed) == (False, True)
    assert text[found.inside.start : found.inside.end] == "We shall never sign such a text,"


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    """A quotation that nothing closes ends where its paragraph ends."""
    text = "The envoy said, “We shall wait for the text.\n\nThe talks go on."
    (found,) = quotations(text)
    assert (found.opened, found.closed) == (True, False)
    assert text[found.inside.start : found.inside.end] == "We shall wait for the text."


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        pytest.param('She said, "We will not accept the plan as it stands."', True, id="a sentence"),
        pytest.param('"No way!" she said.', True, id="a short cry"),
        pytest.param('He left the so-called "people\'s bank" to his heirs.', False, id="so-called"),
        pytest.param('Dwight "The Hammer" Olsen won the race.', False, id="nickname"),
        pytest.param('She sang in "The Long Winter of Oslo" for years.', False, id="title"),
        pytest.param('They met on "Evening Talk." The host smiled.', False, id="title of a show"),
        pytest.param(
            'She left the TV show "The Long Winter," and it rained.', False, id="title with a comma"
        ),
        pytest.param('The envoy called it a "mess" of papers.', None, id="one word"),
    ],
)
def test_speech(text: str, speech: bool | None) -> None:
    """Titles, nicknames and scare quotes are no speech; a word or two may be either."""
    assert [q.speech for q in quotations(text)] == [speech]


@given(st.text(alphabet="aB .,!?\n\"'“”‘’«»„`Q:-", max_size=300))
def test_spans_lie_inside_the_text(text: str) -> None:
    """Whatever the text, every span lies in it, the inner one inside the outer, and none is too deep."""
    for found in quotations(text):
        assert (
            0
            <= found.outside.start
            <= found.inside.start
            <= found.inside.end
            <= found.outside.end
            <= len(text)
        )
        assert 0 <= found.depth < DEEPEST
        assert found.opened or found.closed


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "'", "''", "«", "„"])
def test_a_hundred_thousand_marks_are_read(mark: str) -> None:
    """A hundred thousand quotation marks end in an answer, in time linear in their number."""
    text = mark * 100_000
    assert all(q.outside.end <= len(text) for q in quotations(text))
