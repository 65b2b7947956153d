"""What the gazetteer promises: states, their seats and bodies under every usual name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.naming.gazetteer import (
    country_of,
    country_of_place,
    entries,
    fold,
    is_place,
    organisation,
    same_polity,
)

COUNTRIES = {
    "short name": ("Germany", "Germany"),
    "article": ("the Netherlands", "Netherlands"),
    "abbreviation": ("US", "United States"),
    "abbreviation with points": ("U.S.", "United States"),
    "long name": ("United States of America", "United States"),
    "adjective": ("American", "United States"),
    "demonym in the plural": ("Israelis", "Israel"),
    "irregular demonym": ("Poles", "Poland"),
    "capital for the government": ("Washington", "United States"),
    "older spelling of a capital": ("Kiev", "Ukraine"),
    "seat": ("the White House", "United States"),
    "seat without accent": ("Elysee", "France"),
    "ministry by its street": ("Quai d’Orsay", "France"),
    "organ with its state": ("the Russian Foreign Ministry", "Russia"),
    "government of a state": ("the government of Japan", "Japan"),
    "possessive organ": ("Canada's embassy", "Canada"),
    "official name": ("the Republic of Korea", "South Korea"),
    "the other official name": ("Democratic People's Republic of Korea", "North Korea"),
    "union": ("E.U.", "European Union"),
    "disputed polity": ("Kosovo", "Kosovo"),
    "capitals": ("TURKEY", "Turkey"),
    "native spelling": ("Türkiye", "Turkey"),
    "space doubled": ("United  Kingdom", "United Kingdom"),
}


@pytest.mark.parametrize(("phrase", "country"), COUNTRIES.values(), ids=COUNTRIES.keys())
def test_country_is_known_by_every_usual_name(phrase: str, country: str) -> None:
    """A name, adjective, abbreviation, capital or seat gives the state it stands for."""
    assert country_of(phrase) == country


@pytest.mark.parametrize(
    "phrase",
    [
        "us",
        "who",
        "Geneva",
        "Congo",
        "Brussels",
        "Moonbase",
        "",
        " ",
        "'s",
        "Russia and Ukraine",
        "the French wine",
        "a" * 500,
    ],
)
def test_no_country_is_guessed(phrase: str) -> None:
    """A pronoun, a city that is no capital, an ambiguous name or two states give nothing."""
    assert country_of(phrase) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Kremlin", "the Russian side", True),
        ("UK", "Britain", True),
        ("NATO", "the North Atlantic Alliance", True),
        ("Beijing", "Taiwan", False),
        ("Moscow", "Washington", False),
        ("somewhere", "somewhere", False),
    ],
)
def test_same_polity_compares_what_is_named(a: str, b: str, same: bool) -> None:
    """Two phrases agree exactly when they stand for one state or body."""
    assert same_polity(a, b) is same


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("NATO", "North Atlantic Treaty Organization"),
        ("Nato", "North Atlantic Treaty Organization"),
        ("the OSCE", "Organization for Security and Cooperation in Europe"),
        (
            "Organisation for Security and Co-operation in Europe",
            "Organization for Security and Cooperation in Europe",
        ),
        ("WHO", "World Health Organization"),
        ("Who", None),
        ("is", None),
        ("France", None),
    ],
)
def test_bodies_are_known_by_name_and_abbreviation(phrase: str, name: str | None) -> None:
    """An abbreviation counts in capitals only, a name in any case."""
    assert organisation(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "place", "country"),
    [
        ("Geneva", True, "Switzerland"),
        ("Crimea", True, "Ukraine"),
        ("Black Sea", True, None),
        ("Oslo", True, "Norway"),
        ("Norwegian", False, None),
        ("Kremlin", False, None),
    ],
)
def test_places_and_their_countries(phrase: str, place: bool, country: str | None) -> None:
    """Cities, regions and seas are places, with their country where they have one."""
    assert (is_place(phrase), country_of_place(phrase)) == (place, country)


def test_every_entry_answers_to_its_own_name() -> None:
    """Every country of the table is found under the name the table gives it."""
    names = {e.canonical for e in entries() if e.country == e.canonical}
    assert len(names) > 200
    assert {name for name in names if country_of(name) != name} == set()


@given(st.text(max_size=60))
def test_any_text_may_be_asked(phrase: str) -> None:
    """No phrase makes a look-up fail, and folding twice changes nothing."""
    country_of(phrase)
    organisation(phrase)
    assert fold(fold(phrase)) == fold(phrase)
