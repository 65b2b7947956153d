"""What roles promise: told apart by office, state and rank, and bound to the person that the text gives them to."""

from __future__ import annotations

import pytest
from test_names import names_of, persons

from summarizer.reading.naming.finder import (
    role_form,
    roles_of,
    same_affiliation,
    same_role,
)

# -- roles ---------------------------------------------------------------------------------------

ROLES = {
    "less said": ("President", "US President", "compatible"),
    "the same in other words": ("foreign minister", "Minister of Foreign Affairs", "same"),
    "spelling": ("defence minister", "Defense Minister", "same"),
    "gendered nouns": ("spokeswoman", "spokesman", "same"),
    "institution left out": ("Press Secretary", "White House Press Secretary", "compatible"),
    "leader for president": ("Norwegian leader", "President", "compatible"),
    "chief for secretary-general": ("NATO chief", "NATO Secretary General", "compatible"),
    "deputy": ("deputy foreign minister", "foreign minister", "different"),
    "vice": ("Vice President", "President", "different"),
    "another office": ("President", "Prime Minister", "different"),
    "another state": ("US president", "Russian president", "different"),
    "no longer": ("former president", "president", "different"),
    "another house": ("Kremlin spokesman", "Russian Foreign Ministry spokesman", "different"),
    "another noun": ("Kremlin aide", "Kremlin spokesman", "different"),
    "another post": ("ambassador to Ukraine", "ambassador to Russia", "different"),
    "rank left out": ("administration official", "senior administration official", "same"),
}


@pytest.mark.parametrize(("a", "b", "likeness"), ROLES.values(), ids=ROLES.keys())
def test_roles_are_compared_by_office_state_and_rank(a: str, b: str, likeness: str) -> None:
    """A role that says less fits; another office, state, rank or time does not."""
    assert same_role(a, b) == likeness
    assert same_role(b, a) == likeness


def test_role_form_parts_role_and_state() -> None:
    """A role phrase gives the bare role and the state it belongs to, canonically."""
    form = role_form("US Secretary of State")
    assert (form.bare, form.affiliations, form.head, form.former) == (
        "Secretary of State",
        frozenset({"United States"}),
        "secretary",
        False,
    )


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Kremlin", "Russia", True), ("French", "the French Republic", True), ("NATO", "EU", False)],
)
def test_affiliations_are_compared_by_what_they_name(a: str, b: str, same: bool) -> None:
    """A seat, an adjective and a name of one state are one affiliation."""
    assert same_affiliation(a, b) is same


# -- roles and affiliations bound to persons ------------------------------------------------------

BOUND = {
    "before the name": ("Norwegian President Kari Holm spoke.", "Kari Holm", "president", "Norway"),
    "lower-case role": ("Kremlin aide Vera Lis told reporters.", "Vera Lis", "kremlin aide", "Russia"),
    "institution and role": (
        "White House Press Secretary Lou Marsh said so.",
        "Lou Marsh",
        "press secretary",
        "United States",
    ),
    "complement": ("US Secretary of State Ann Poe left.", "Ann Poe", "secretary of state", "United States"),
    "lower-case complement": (
        "The US secretary of state Ann Poe left.",
        "Ann Poe",
        "secretary of state",
        "United States",
    ),
    "former": ("Former Finance Minister Otto Klein said no.", "Otto Klein", "former finance minister", None),
    "special envoy": ("UN Special Envoy Hans Grund arrived.", "Hans Grund", "un special envoy", "UN"),
    "ambassador": (
        "US Ambassador to Ukraine Rita Hall spoke.",
        "Rita Hall",
        "ambassador to ukraine",
        "United States",
    ),
    "apposition behind": (
        "Lou Marsh, the White House press secretary, said so.",
        "Lou Marsh",
        "press secretary",
        "US",
    ),
    "apposition without article": (
        "Olaf Berg, Chancellor of Germany, came late.",
        "Olaf Berg",
        "chancellor",
        "Germany",
    ),
    "apposition with age": (
        "Marta Kos, 54, deputy head of the Bank of Finland, agreed.",
        "Marta Kos",
        "deputy head of the bank of finland",
        "Bank of Finland",
    ),
    "apposition before": (
        "The Swedish foreign minister, Anna Lind, said so.",
        "Anna Lind",
        "foreign minister",
        "Sweden",
    ),
    "possessive state": (
        "Lithuania's president, Jonas Kalnas, waved.",
        "Jonas Kalnas",
        "president",
        "Lithuania",
    ),
    "spokesperson for": (
        "Rita Moss, a spokeswoman for the Kremlin, declined.",
        "Rita Moss",
        "spokeswoman",
        "Russia",
    ),
    "state behind": ("President Ivan Orlov of Russia spoke.", "Ivan Orlov", "president", "Russia"),
    "body behind": ("Dr. Wei Lin of the University of Oslo said no.", "Wei Lin", None, "University of Oslo"),
    "counterpart": (
        "Norwegian President Kari Holm met her Polish counterpart, Jan Kowal, in Oslo.",
        "Jan Kowal",
        "president",
        "Poland",
    ),
    "counterpart without comma": (
        "Prime Minister Aiko Mori of Japan met her Indian counterpart Arun Rao.",
        "Arun Rao",
        "prime minister",
        "India",
    ),
    "parenthesis": ("Among them was Karla Vogt (Germany), who left.", "Karla Vogt", None, "Germany"),
    "copula": ("Karla Vogt is the foreign minister of Austria.", "Karla Vogt", "foreign minister", "Austria"),
    "company": ("Gazprom chief Alexei Bor said no.", "Alexei Bor", "gazprom chief", "Gazprom"),
    "governor of a region": ("Governor of Sumy region Ivan Kos fled.", "Ivan Kos", "governor", "Sumy"),
    "wrapped line": (
        "The talks with Prime\nMinister Lucia Ferri\nof Italy went well.",
        "Lucia Ferri",
        "prime\nminister",
        "Italy",
    ),
}


@pytest.mark.parametrize(("text", "name", "role", "state"), BOUND.values(), ids=BOUND.keys())
def test_role_and_affiliation_are_bound_to_their_person(
    text: str, name: str, role: str | None, state: str | None
) -> None:
    """Wherever the role and the state stand, they go to the person they belong to."""
    entity = persons(names_of(text))[name]
    if role is not None:
        assert any(role in known.text.casefold() for known in roles_of(entity))
    if state is None:
        assert entity.affiliations == ()
    else:
        assert any(same_affiliation(state, known) for known, _ in entity.affiliations)


UNBOUND = {
    "subject after a phrase": ("After talks with Otto Klein, the president said no.", "Otto Klein"),
    "next in a list": ("Otto Klein, French President Luc Morel and others came.", "Otto Klein"),
    "role of the next person": (
        "Otto Klein, the French president, Luc Morel, and Ana Reis came.",
        "Ana Reis",
    ),
    "somebody's wife": ("Karen Stone, the president's wife, sang.", "Karen Stone"),
    "accused of": ("He accused Otto Klein of Russia's crimes.", "Otto Klein"),
}


@pytest.mark.parametrize(("text", "name"), UNBOUND.values(), ids=UNBOUND.keys())
def test_a_role_nearby_is_not_taken(text: str, name: str) -> None:
    """A role that belongs to someone else, or to nobody named, is bound to no neighbour."""
    entity = persons(names_of(text))[name]
    assert (entity.roles, entity.affiliations) == ((), ())


def test_titles_in_the_plural_are_shared() -> None:
    """A plural title goes to each of the names joined under it, each with the state in its place."""
    names = names_of(
        "Russian and French Presidents Ivan Orlov and Henri Valmont met Ministers Ana Reis (Brazil) and Luc Mar (Italy)."
    )
    found = persons(names)
    expected = {"Ivan Orlov": ("president", "Russia"), "Henri Valmont": ("president", "France")}
    expected |= {"Ana Reis": ("minister", "Brazil"), "Luc Mar": ("minister", "Italy")}
    for name, (role, state) in expected.items():
        assert [r.head for r in roles_of(found[name])] == [role]
        assert [same_affiliation(state, a) for a, _ in found[name].affiliations] == [True]


def test_lists_of_participants() -> None:
    """Each line of a list binds what stands between its commas to the name it begins with."""
    text = "Present were:\n\n- Jane Doe, Deputy Minister, Ministry of Energy\n- Paul Roe, Director, Department of Trade\n- Secretary Ann Poe (State)"
    found = persons(names_of(text))
    assert [r.text for r in roles_of(found["Jane Doe"])] == ["Deputy Minister"]
    assert [a for a, _ in found["Jane Doe"].affiliations] == ["Ministry of Energy"]
    assert [r.text for r in roles_of(found["Paul Roe"])] == ["Director"]
    assert [r.text for r in roles_of(found["Ann Poe"])] == ["Secretary"]
