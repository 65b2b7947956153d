from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.reading.wording import Tokens
from summarizer.verification.align import Aligner, Match

TEXT = (
    "The envoy said that the two sides did not agree on a truce. “They have ended [the meeting],” she told reporters.\n"
    "Norway is not going to send long-range radars to the island. The nego-\ntiations lasted about 40 minutes in Bern — and\n"
    "he is ready to go on with the dia\u00adlogue. It cost 3.5 million euros, or 12 percent.\n"
)


def place(quote: str) -> tuple[Match, str]:
    placement = Aligner(Tokens(TEXT)).place(quote)
    return placement.match, TEXT[placement.span.start : placement.span.end] if placement.spans else ""


@pytest.mark.parametrize(
    ("quote", "match", "words"),
    [
        pytest.param("did not agree on a truce", Match.EXACT, "did not agree on a truce", id="exact"),
        pytest.param(
            '"They have ended [the meeting]," SHE told',
            Match.NORMALIZED,
            "“They have ended [the meeting],” she told",
            id="marks and case",
        ),
        pytest.param("They have ended", Match.EXACT, "They have ended", id="before the source's brackets"),
        pytest.param(
            "They have ended, she told reporters",
            Match.NORMALIZED,
            "They have ended [the meeting],” she told reporters",
            id="source's brackets left out",
        ),
        pytest.param("long range radars", Match.NORMALIZED, "long-range radars", id="hyphen or space"),
        pytest.param(
            "The negotiations lasted",
            Match.NORMALIZED,
            "The nego-\ntiations lasted",
            id="hyphenated at the line's end",
        ),
        pytest.param(
            "negotiations lasted", Match.NORMALIZED, "nego-\ntiations lasted", id="hyphenated first word"
        ),
        pytest.param(
            "in Bern - and he is ready",
            Match.NORMALIZED,
            "in Bern — and\nhe is ready",
            id="dash and line wrap",
        ),
        pytest.param("the dialogue", Match.NORMALIZED, "the dia\u00adlogue", id="soft hyphen"),
        pytest.param(
            "Norway … radars to the island",
            Match.ELLIPSIS,
            "Norway is not going to send long-range radars to the island",
            id="ellipsis",
        ),
        pytest.param(
            "[The diplomat] is ready to go on", Match.BRACKETED, "is ready to go on", id="editor's bracket"
        ),
        pytest.param(
            "is going to send long-range radars",
            Match.ALTERED,
            "is not going to send long-range radars",
            id="dropped not",
        ),
        pytest.param(
            "lasted about 50 minutes in Bern",
            Match.ALTERED,
            "lasted about 40 minutes in Bern",
            id="changed number",
        ),
        pytest.param(
            "Sweden is not going to send long-range radars",
            Match.ALTERED,
            "Norway is not going to send long-range radars",
            id="changed first word",
        ),
        pytest.param(
            "3.6 million euros, or 12 percent",
            Match.ALTERED,
            "3.5 million euros, or 12 percent",
            id="changed decimal",
        ),
        pytest.param("nothing of the kind was ever written", Match.NOT_FOUND, "", id="invention"),
        pytest.param("gree on a truc", Match.ALTERED, "agree on a truce", id="parts of words"),
    ],
)
def test_places_a_quote(quote: str, match: Match, words: str) -> None:
    """A quote is placed as it stands, through marks and editing, and never through a changed word."""
    assert place(quote) == (match, words)


def test_names_the_words_that_differ() -> None:
    """An altered quote names the source's words beside its own."""
    placement = Aligner(Tokens(TEXT)).place("Norway is going to send short-range radars to the island")
    assert [(c.source, c.quote) for c in placement.changes] == [("not", ""), ("long", "short")]


def test_chooses_the_occurrence_that_is_near() -> None:
    """Of several occurrences the one nearest to a given place is taken."""
    text = "We agree. " + "Something else was said here. " * 5 + "We agree. End."
    aligner = Aligner(Tokens(text))
    late = text.rindex("We agree")
    assert len(aligner.place_all("We agree")) == 2
    assert aligner.place("We agree", near=aligner.place("End").span).span.start == late


@pytest.mark.parametrize("at", [0, 6, 11], ids=["first word", "middle word", "last word"])
def test_places_a_changed_quote_of_frequent_words(at: int) -> None:
    """However often each word of a long text stands in it, a quote with one word changed finds its passage."""
    draw = random.Random(at)
    words = draw.choices(
        "we they will not agree to the a draft treaty on border trade in may and if so".split(), k=40_000
    )
    text, first = " ".join(words), 31_000
    quote = words[first : first + 12]
    quote[at] = "zebra"
    placement = Aligner(Tokens(text)).place(" ".join(quote))
    assert placement.span.start == len(" ".join(words[:first])) + 1
    assert [(c.source, c.quote) for c in placement.changes] == [(words[first + at], "zebra")]


# -- invariants ----------------------------------------------------------------------------------

WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=9)
SENTENCES = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", ", ", " - ", "\n", " “", "” ", "; "])), min_size=3, max_size=60
)

MARKS = str.maketrans({"“": '"', "”": '"', "-": "—", "\n": " "})
PERTURBATIONS = {
    "upper": str.upper,
    "lower": str.lower,
    "nfd": lambda s: unicodedata.normalize("NFD", s),
    "nfkc": lambda s: unicodedata.normalize("NFKC", s),
    "wrapped": lambda s: s.replace(" ", "\n"),
    "spaced": lambda s: s.replace(" ", "   "),
    "marks": lambda s: s.translate(MARKS),
    "zero width": lambda s: "".join(c + "\u200b" if c.isalpha() else c for c in s),
    "soft hyphen": lambda s: "".join(c + "\u00ad" if c.isalpha() else c for c in s),
}


def planted(pieces: list[tuple[str, str]], first: int, length: int) -> tuple[str, int, int]:
    """A text with the offsets of `length` whole words of it, from word number `first`."""
    text, edges = "", []
    for word, gap in pieces:
        edges.append((len(text), len(text) + len(word)))
        text += word + gap
    return text, edges[first][0], edges[min(first + length, len(edges)) - 1][1]


def round_trips(word: str) -> bool:
    """Whether a word survives a change of case and Unicode form at all: some letters do not."""
    folded = [Tokens(change(word)).slice_forms() for change in PERTURBATIONS.values()]
    return all(one == folded[0] and len(one) == 1 for one in folded)


@given(SENTENCES, st.integers(0, 50), st.integers(1, 12), st.sampled_from(sorted(PERTURBATIONS)))
def test_finds_the_planted_span(pieces: list[tuple[str, str]], first: int, length: int, name: str) -> None:
    """For any text and any perturbation of case, space, marks and Unicode form, the planted span is found."""
    assume(all(round_trips(word) for word, _ in pieces))
    text, start, end = planted(pieces, first % len(pieces), length)
    placements = Aligner(Tokens(text)).place_all(PERTURBATIONS[name](text[start:end]))
    assert (start, end) in [tuple(p.span) for p in placements]
    assert all(p.found for p in placements)


@given(st.text(max_size=300), st.text(max_size=80))
def test_spans_lie_in_the_text(text: str, quote: str) -> None:
    """Whatever the text and the quote, nothing raises, spans lie in the text, and a found quote shares its words."""
    for placement in Aligner(Tokens(text)).place_all(quote):
        assert all(0 <= s.start < s.end <= len(text) for s in placement.spans)
        assert placement.found <= bool(placement.spans)
        if placement.match is Match.EXACT:
            assert text[placement.span.start : placement.span.end] == quote.strip()


@pytest.mark.parametrize(
    "text",
    ["not " * 250_000, '"' * 1_000_000, "a" * 1_000_000, "we agree " * 100_000],
    ids=["words", "marks", "one word", "repeats"],
)
def test_hostile_repeats_end(text: str) -> None:
    """A million repeats of one thing are placed in bounded work."""
    aligner = Aligner(Tokens(text))
    for quote in ("we agree " * 20, "not not never not", '"""', "not agreed"):
        assert aligner.place_all(quote)
