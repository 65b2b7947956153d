"""Words that stand for one another, and words that cannot."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from summarizer.reading.stems import LETTERS, first_letters, has_stem, stem
from summarizer.reading.thesaurus import Thesaurus
from summarizer.reading.wording import Tokens
from summarizer.reading.words import concepts, exclude_each_other


def shared(a: str, b: str) -> bool:
    """Whether all content words of one text stand in the other, in some form."""
    return concepts(Tokens(a).slice_forms()).within(concepts(Tokens(b).slice_forms()))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("took part in", "participated"),
        ("made a decision", "decided"),
        ("made their decision", "decided"),
        ("voiced concern", "expressed concern"),
        ("troops", "soldiers"),
        ("withdrew", "withdrawal"),
        ("gave me a hand", "helped"),
        ("was poorly", "was ill"),
        ("mine clearance", "de-mining"),
    ],
)
def test_words_stand_for_one_another(a: str, b: str) -> None:
    """Forms, near synonyms and expressions of several words are found for one another."""
    assert shared(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("agreed", "proposed"), ("president", "minister"), ("increase", "decrease")]
)
def test_words_of_another_meaning_do_not(a: str, b: str) -> None:
    """What is another act or another thing stands for nothing."""
    assert not shared(a, b)


def test_groups_do_not_join_through_a_word_with_two_meanings() -> None:
    """A word may stand in two groups; the other members of these stay apart."""
    made = Thesaurus("call; telephone\ncall; urge")
    assert made.groups("telephon").isdisjoint(made.groups("urg"))
    assert made.groups("call") == made.groups("telephon") | made.groups("urg")


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("rose", "fell", True),
        ("rose", "climbed", False),
        ("monday", "friday", True),
        ("bilateral", "trilateral", True),
    ],
)
def test_words_exclude_each_other(a: str, b: str, wanted: bool) -> None:
    """Opposites and different members of one series exclude each other; synonyms do not."""
    assert exclude_each_other(a, b) is wanted


@pytest.mark.parametrize("name", ["thesaurus.txt", "opposites.txt"])
def test_the_lists_are_well_formed(name: str) -> None:
    """Every line holds two members or more, in small letters, none of them twice."""
    for line in files("summarizer.reading").joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            members = [member.strip() for member in re.split(r"[;|]", line)]
            assert len(members) > 1, line
            assert all(re.fullmatch(r"[a-z0-9][a-z0-9' .&/-]*", member) for member in members), line


def test_a_stem_is_the_beginning_of_its_word() -> None:
    """Every word of the thesaurus is found by its stem, though only words that begin like a stem are looked at."""
    text = files("summarizer.reading").joinpath("thesaurus.txt").read_text("utf-8")
    for line in text.splitlines():
        for member in "" if line.startswith("#") else line.replace("-", " ").split(";"):
            if len(words := member.split()) == 1:
                base = stem(words[0])
                assert words[0][:3] != base[:3] or Thesaurus(words[0]).groups(base), words


@pytest.mark.parametrize("name", ["thesaurus.txt", "opposites.txt"])
def test_a_word_is_looked_up_by_letters_that_its_stem_has(name: str) -> None:
    """A word is stemmed only where its letters let it have the stem asked for: none is passed over by that."""
    text = files("summarizer.reading").joinpath(name).read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for word in set(re.split(r"[\s;|-]+", "\n".join(lines))) - {""}:
        assert stem(word)[:LETTERS] == first_letters(word), word
        assert has_stem(word, stem(word)), word
